//! One indicator: name and rule; inputs; one line of 评分过程; points, weight and loss at the right.

use leptos::prelude::*;

use super::entry;
use super::form::{Form, dom_id};
use super::more;
use crate::engine::{Indicator, Outcome, Problem, Severity, Status};
use crate::words;
use crate::words::table::page as text;
use crate::words::table::say;

/// The row of a leaf; `level` is that of its heading.
pub fn row(form: &Form, indicator: &Indicator, level: usize) -> AnyView {
    let name_id = format!("name-{}", dom_id(&indicator.id));
    let (form_name, inner) = (form.lang.of(&indicator.name).to_owned(), form.clone());
    let own = form.of_entry(&indicator.id, String::new(), |entry| entry.name.trim().to_owned());
    let name = Signal::derive(move || match own.get().as_str() {
        "" => form_name.clone(),
        own => say(text::NAME_AND_OWN, inner.lang, &[("name", &form_name), ("own", own)]),
    });
    let rule = words::rule_short(indicator, form.lang);
    let inputs = entry::inputs(form, indicator);
    let view = view! {
        <div class="row" role="group" id=format!("row-{}", indicator.id) aria-labelledby=name_id.clone() tabindex="-1">
            <div class="row__head">
                {heading(level, "row__name", name_id.clone(), name)}
                <p class="row__rule">{rule}</p>
            </div>
            {score(form, indicator)}
            <div class="row__body">
                {inputs.view}
                {problems(form, indicator, inputs.fields)}
                {more::more(form, indicator, line(form, indicator))}
            </div>
        </div>
    };
    view.into_any()
}

/// A heading of level 2 to 5.
pub fn heading(level: usize, class: &'static str, id: String, name: Signal<String>) -> AnyView {
    match level {
        0..=2 => view! { <h2 class=class id=id>{name}</h2> }.into_any(),
        3 => view! { <h3 class=class id=id>{name}</h3> }.into_any(),
        4 => view! { <h4 class=class id=id>{name}</h4> }.into_any(),
        _ => view! { <h5 class=class id=id>{name}</h5> }.into_any(),
    }
}

/// Points, weight and loss.
fn score(form: &Form, indicator: &Indicator) -> AnyView {
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
    view! {
        <div class="row__score">
            <p class="row__points">{told(points)}</p>
            <p class="row__weight">{told(weight)}</p>
            <p class="row__loss">{told(loss)}</p>
            <p class="row__status">{told(status)}</p>
        </div>
    }
    .into_any()
}

fn points(form: &Form, outcome: &Outcome) -> String {
    match outcome.status {
        Status::Empty | Status::Invalid | Status::NotApplicable | Status::InBlock => "—".to_owned(),
        _ => form.span(outcome.score),
    }
}

fn weight(_: &Form, outcome: &Outcome) -> String {
    format!("/ {}", outcome.weight.trimmed())
}

fn loss(form: &Form, outcome: &Outcome) -> String {
    if matches!(outcome.status, Status::Empty | Status::Invalid | Status::Partial | Status::InBlock)
    {
        return String::new();
    }
    let (lost, won) = (outcome.deduction(), outcome.addition());
    match (lost.is_zero(), won.is_zero()) {
        (false, _) => format!("−{}", form.points(lost)),
        (true, false) => format!("+{}", form.points(won)),
        (true, true) => String::new(),
    }
}

fn status(form: &Form, outcome: &Outcome) -> String {
    match outcome.status {
        Status::Scored => String::new(),
        status => words::status(status, form.lang).to_owned(),
    }
}

/// One line of 评分过程.
fn line(form: &Form, indicator: &Indicator) -> AnyView {
    let Some(row) = form.row(indicator) else {
        return ().into_any();
    };
    let (form, indicator) = (form.clone(), indicator.clone());
    let line = Signal::derive(move || {
        row.outcome.with(|outcome| {
            let line = outcome
                .as_ref()
                .map(|outcome| words::line(&form.rubric, &indicator, outcome, form.lang));
            line.unwrap_or_default()
        })
    });
    view! { <p class="row__line">{line}</p> }.into_any()
}

/// Problems that show at none of the inputs, and notes.
fn problems(form: &Form, indicator: &Indicator, fields: Vec<String>) -> AnyView {
    let Some(row) = form.row(indicator) else {
        return ().into_any();
    };
    let at_input =
        move |problem: &Problem| problem.field.as_ref().is_some_and(|field| fields.contains(field));
    let here = at_input.clone();
    let errors = form.problems_in_words(row.problems, move |problem| {
        problem.severity() > Severity::Note && !here(problem)
    });
    let notes =
        form.problems_in_words(row.problems, |problem| problem.severity() == Severity::Note);
    view! {
        <p class="row__error">{errors}</p>
        <p class="row__note">{notes}</p>
    }
    .into_any()
}
