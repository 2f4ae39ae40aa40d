//! A group of indicators: its heading with the subtotal, what can be said of it as a whole, its rows.

use super::field::{Field, Shape};
use super::form::{Form, dom_id};
use super::more::{Panel, not_applicable};
use super::row::{heading, row};
use crate::app::element::{El, el};
use crate::app::state::{EntryField, EntryText, Place};
use crate::engine::{Figure, Indicator, Outcome, PointRange, Severity, Status};
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
        .children(indicator.children.iter().map(|child| node(form, child, level + 1)))
}

fn node(form: &Form, indicator: &Indicator, level: usize) -> El {
    if indicator.is_leaf() {
        return row(form, indicator, level);
    }
    whole_group(el("div", "group").attr("role", "group"), form, indicator, level)
}

/// Name, subtotal and the expander of a group.
fn head(form: &Form, indicator: &Indicator, level: usize) -> [El; 3] {
    let id = dom_id(&indicator.id);
    let (class, name_class) = match level {
        2 => ("sheet__head", "sheet__name"),
        _ => ("group__head", "group__name"),
    };
    let more = Panel::new(format!("more-{id}"));
    let name = heading(level, name_class, &format!("name-{id}"));
    let head = el("div", class)
        .child(name.text(form.lang.of(&indicator.name)))
        .child(subtotal(form, indicator, level == 2))
        .child(more.toggle(form.t(text::GROUP_MORE)));
    [head, problems(form, indicator), more.of_indicator(form, indicator, whole)]
}

/// `23.75 / 25  得分率 95.00%`.
fn subtotal(form: &Form, indicator: &Indicator, rate: bool) -> El {
    let told = |class, tell: fn(&Form, &Outcome) -> String| {
        el("span", class).text(form.of_outcome(indicator, tell))
    };
    el("p", "subtotal")
        .child(told("subtotal__points", points))
        .child(told("", |_, outcome| format!(" / {}", outcome.weight.trimmed())))
        .children(rate.then(|| told("subtotal__rate", score_rate)))
}

fn points(form: &Form, outcome: &Outcome) -> String {
    match outcome.status {
        Status::Empty | Status::InBlock | Status::NotApplicable => "—".to_owned(),
        _ => form.points(outcome.score.min),
    }
}

fn score_rate(form: &Form, outcome: &Outcome) -> String {
    match outcome.status {
        Status::Scored | Status::Block => form.say(
            text::SCORE_RATE,
            "rate",
            &words::score_rate(outcome.score.min, outcome.weight),
        ),
        status => words::status(status, form.lang).to_owned(),
    }
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
        el("div", "fields").child(reason.view(form)),
        el("p", "panel__title").text(form.t(text::AS_A_BLOCK)),
        el("div", "fields").children([points, share, why].map(|field| field.view(form))),
    ];
    all.extend(not_applicable(form, indicator));
    all
}
