//! A group of indicators: its heading with the subtotal, what can be said of it as a whole, its rows.

use super::difference::changed;
use super::field::{Field, Shape, row_of_fields};
use super::form::{Form, dom_id};
use super::more::{Panel, not_applicable};
use super::row::{heading, row};
use super::sentence::sentence;
use super::subtotal::subtotal;
use crate::app::element::{El, el};
use crate::app::state::{EntryField, EntryText, Place};
use crate::engine::{Entry, Figure, Indicator, PointRange, Severity};
use crate::exchange::typed;
use crate::words;
use crate::words::table::page as text;

/// A first-level node as a sheet of its own.
pub fn sheet(form: &Form, indicator: &Indicator) -> El {
    if indicator.is_leaf() {
        let id = format!("sheet-{}", indicator.id);
        return el("section", "sheet").id(&id).child(row(form, indicator, 2));
    }
    whole_group(el("section", "sheet"), form, indicator, 2)
}

/// Heading, expander and rows of a group, into its element.
fn whole_group(into: El, form: &Form, indicator: &Indicator, level: usize) -> El {
    into.id(&format!("row-{}", indicator.id))
        .attr("aria-labelledby", format!("name-{}", dom_id(&indicator.id)))
        .attr("tabindex", "-1")
        .children(head(form, indicator, level))
        .children(nodes(form, indicator, level))
}

fn nodes(form: &Form, group: &Indicator, level: usize) -> Vec<El> {
    group.children.iter().map(|child| node(form, group, child, level + 1)).collect()
}

fn node(form: &Form, group: &Indicator, indicator: &Indicator, level: usize) -> El {
    if indicator.is_leaf() {
        return row(form, indicator, level);
    }
    if echoes(form, group, indicator) {
        return el("div", "")
            .id(&format!("row-{}", indicator.id))
            .attr("tabindex", "-1")
            .child(happened(form, indicator))
            .child(problems(form, indicator))
            .children(nodes(form, indicator, level - 1));
    }
    whole_group(el("div", "group").attr("role", "group"), form, indicator, level)
}

/// Whether a group says the same as the one it is alone in: 满意度指标 under 满意度指标. It needs no
/// heading and no points of its own, unless something was entered for it.
pub fn echoes(form: &Form, group: &Indicator, inner: &Indicator) -> bool {
    let blank = || {
        form.session.assessment.with_untracked(|all| {
            all.entries.get(&inner.id).is_none_or(|entry| *entry == Entry::default())
        })
    };
    group.children.len() == 1 && group.name == inner.name && blank()
}

/// Name, subtotal and the expander of a group.
fn head(form: &Form, indicator: &Indicator, level: usize) -> Vec<El> {
    let id = dom_id(&indicator.id);
    let (class, name_class) = match level {
        2 => ("sheet__head", "sheet__name"),
        _ => ("group__head", "group__name"),
    };
    let more = Panel::new(form, format!("more-{id}"));
    let name = heading(level, name_class, &format!("name-{id}"));
    let head = el("div", class)
        .child(name.text(form.lang.of(&indicator.name)))
        .child(subtotal(form, indicator, level == 2))
        .child(more.toggle(form.t(text::GROUP_MORE)));
    let (happened, problems) = (happened(form, indicator), problems(form, indicator));
    let changed = changed(form, indicator).into_iter();
    let panel = more.of_indicator(form, indicator, whole);
    [head, happened, problems].into_iter().chain(changed).chain([panel]).collect()
}

/// What happened to the group itself: a penalty, a knock-out, points for the whole with the reason.
/// Empty where it is the sum of its rows.
fn happened(form: &Form, indicator: &Indicator) -> El {
    let id = indicator.id.clone();
    let entry = form
        .of_entry(&indicator.id, |entry| entry.block.is_some().then(|| typed::plain_group(entry)));
    let told = form.of_outcome(indicator, move |form, outcome| {
        form.made_of(&id, |own| {
            words::group_line(&form.rubric, own, outcome, entry().as_ref(), form.lang)
        })
    });
    sentence(el("p", "group__line"), told)
}

fn problems(form: &Form, indicator: &Indicator) -> El {
    let errors =
        form.problems_in_words(form.row(indicator), |problem| problem.severity() > Severity::Note);
    el("p", "row__error").text(errors)
}

/// What can be said of a group as a whole: main reason, points for all of it, not applicable.
fn whole(form: &Form, indicator: &Indicator) -> Vec<El> {
    let at = |field| Place::Entry(indicator.id.clone(), field);
    let named = |field: EntryField, shape| {
        let name = form.name(Some(indicator), &field.name());
        Field::new(at(field), name, shape)
    };
    let range = PointRange { from: Figure::ZERO, to: indicator.weight };
    let reason =
        Field::new(at(EntryField::Text(EntryText::Note)), form.t(text::MAIN_REASON), Shape::Area);
    let points = named(EntryField::BlockPoints, Shape::Figure).unit(words::range(range, form.lang));
    let share = named(EntryField::BlockShare, Shape::Figure).unit("%");
    let why = named(EntryField::BlockReason, Shape::Line);
    let mut all = vec![
        row_of_fields().child(reason.view(form)),
        el("p", "panel__title").text(form.t(text::AS_A_BLOCK)),
        row_of_fields().children([points, share, why].map(|field| field.view(form))),
    ];
    all.extend(not_applicable(form, indicator));
    all
}
