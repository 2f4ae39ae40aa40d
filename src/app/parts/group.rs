//! A group of indicators: its heading with the subtotal, what can be said of it as a whole, its rows.

use leptos::prelude::*;

use super::field::{Field, Shape};
use super::form::{Form, dom_id};
use super::more::{not_applicable, panel, toggle};
use super::row::{heading, row};
use crate::app::state::{EntryField, EntryText, Place};
use crate::engine::{Figure, Indicator, Outcome, PointRange, Severity, Status};
use crate::words;
use crate::words::table::page as text;

/// A first-level node as a sheet of its own.
pub fn sheet(form: &Form, indicator: &Indicator) -> AnyView {
    let name_id = format!("name-{}", dom_id(&indicator.id));
    if indicator.is_leaf() {
        let id = format!("sheet-{}", indicator.id);
        return view! { <section class="sheet" id=id>{row(form, indicator, 2)}</section> }
            .into_any();
    }
    view! {
        <section class="sheet" id=format!("row-{}", indicator.id) aria-labelledby=name_id tabindex="-1">
            {head(form, indicator, 2)}
            {children(form, indicator, 3)}
        </section>
    }
    .into_any()
}

fn children(form: &Form, indicator: &Indicator, level: usize) -> Vec<AnyView> {
    indicator.children.iter().map(|child| node(form, child, level)).collect()
}

fn node(form: &Form, indicator: &Indicator, level: usize) -> AnyView {
    if indicator.is_leaf() {
        return row(form, indicator, level);
    }
    let name_id = format!("name-{}", dom_id(&indicator.id));
    view! {
        <div class="group" role="group" id=format!("row-{}", indicator.id) aria-labelledby=name_id tabindex="-1">
            {head(form, indicator, level)}
            {children(form, indicator, level + 1)}
        </div>
    }
    .into_any()
}

/// Name, subtotal and the expander of a group.
fn head(form: &Form, indicator: &Indicator, level: usize) -> AnyView {
    let id = dom_id(&indicator.id);
    let (open, panel_id) = (RwSignal::new(false), format!("more-{id}"));
    let name = Signal::stored(form.lang.of(&indicator.name).to_owned());
    let (class, name_class) = match level {
        2 => ("sheet__head", "sheet__name"),
        _ => ("group__head", "group__name"),
    };
    let more = Signal::stored(form.t(text::GROUP_MORE).to_owned());
    view! {
        <div class=class>
            {heading(level, name_class, format!("name-{id}"), name)}
            {subtotal(form, indicator, level == 2)}
            {toggle(open, &panel_id, more)}
        </div>
        {problems(form, indicator)}
        {panel(form, indicator, open, panel_id, whole)}
    }
    .into_any()
}

/// `23.75 / 25  得分率 95.00%`.
fn subtotal(form: &Form, indicator: &Indicator, rate: bool) -> AnyView {
    let Some(row) = form.row(indicator) else {
        return ().into_any();
    };
    let told = |tell: fn(&Form, &Outcome) -> String| {
        let form = form.clone();
        Signal::derive(move || {
            row.outcome.with(|outcome| {
                outcome.as_ref().map(|outcome| tell(&form, outcome)).unwrap_or_default()
            })
        })
    };
    let rate =
        rate.then(|| view! { <span class="subtotal__rate">{told(score_rate)}</span> }.into_any());
    view! {
        <p class="subtotal">
            <span class="subtotal__points">{told(points)}</span>
            <span>{told(|_, outcome| format!(" / {}", outcome.weight.trimmed()))}</span>
            {rate}
        </p>
    }
    .into_any()
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

fn problems(form: &Form, indicator: &Indicator) -> AnyView {
    let Some(row) = form.row(indicator) else {
        return ().into_any();
    };
    let errors =
        form.problems_in_words(row.problems, |problem| problem.severity() > Severity::Note);
    view! { <p class="row__error">{errors}</p> }.into_any()
}

/// What can be said of a group as a whole: main reason, points for all of it, not applicable.
fn whole(form: &Form, indicator: &Indicator) -> AnyView {
    let at = |field| Place::Entry(indicator.id.clone(), field);
    let name = |field: &EntryField| form.name(Some(indicator), &field.name());
    let range = PointRange { from: Figure::ZERO, to: indicator.weight };
    let reason =
        Field::new(at(EntryField::Text(EntryText::Note)), form.t(text::MAIN_REASON), Shape::Area);
    let points =
        Field::new(at(EntryField::BlockPoints), name(&EntryField::BlockPoints), Shape::Figure)
            .unit(words::range(range, form.lang));
    let share =
        Field::new(at(EntryField::BlockShare), name(&EntryField::BlockShare), Shape::Figure)
            .unit("%");
    let why = Field::new(at(EntryField::BlockReason), name(&EntryField::BlockReason), Shape::Line);
    view! {
        <div class="fields">{reason.view(form)}</div>
        <p class="panel__title">{form.t(text::AS_A_BLOCK)}</p>
        <div class="fields">{points.view(form)} {share.view(form)} {why.view(form)}</div>
        {not_applicable(form, indicator)}
    }
    .into_any()
}
