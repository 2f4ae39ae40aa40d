//! One indicator: name and rule; inputs; one line of 评分过程; points, weight and loss at the right.

use super::difference;
use super::entry;
use super::form::{Form, dom_id};
use super::more;
use super::sentence::{drawn, sentence};
use crate::app::element::{El, Live, el, live};
use crate::engine::{Indicator, Outcome, Problem, Severity, Status};
use crate::words;
use crate::words::table::page as text;
use crate::words::table::say;

/// The row of a leaf; `level` is that of its heading.
pub fn row(form: &Form, indicator: &Indicator, level: usize) -> El {
    let name_id = format!("name-{}", dom_id(&indicator.id));
    let inputs = entry::inputs(form, indicator);
    let head = el("div", "row__head")
        .child(heading(level, "row__name", &name_id).text(name(form, indicator)))
        .child(el("p", "row__rule").children(drawn(&words::rule_short(indicator, form.lang))));
    let body = el("div", "row__body")
        .children(inputs.view)
        .children(difference::changed(form, indicator))
        .children(problems(form, indicator, inputs.fields))
        .children(more::more(form, indicator, line(form, indicator)));
    el("div", "row")
        .attr("role", "group")
        .id(&format!("row-{}", indicator.id))
        .attr("aria-labelledby", name_id)
        .attr("tabindex", "-1")
        .child(head)
        .child(score(form, indicator))
        .child(body)
}

/// The name by the form; with the one that the project gives it.
fn name(form: &Form, indicator: &Indicator) -> Live<String> {
    let own = form.of_entry(&indicator.id, |entry| entry.name.trim().to_owned());
    let (given, lang) = (form.lang.of(&indicator.name).to_owned(), form.lang);
    live(move || match own().as_str() {
        "" => given.clone(),
        own => say(text::NAME_AND_OWN, lang, &[("name", &given), ("own", own)]),
    })
}

/// A heading of level 2 to 5, still empty.
pub fn heading(level: usize, class: &str, id: &str) -> El {
    let tag = match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        _ => "h5",
    };
    el(tag, class).id(id)
}

/// Points, weight and loss.
fn score(form: &Form, indicator: &Indicator) -> El {
    let told = |class, tell: fn(&Form, &Outcome) -> String| {
        el("p", class).text(form.of_outcome(indicator, tell))
    };
    el("div", "row__score")
        .child(told("row__points", points))
        .child(told("row__weight", weight))
        .child(told("row__loss", loss))
        .child(told("row__status", status))
        .children(difference::of_row(form, indicator, points))
}

fn points(form: &Form, outcome: &Outcome) -> String {
    match outcome.status {
        Status::Empty | Status::Invalid | Status::NotApplicable | Status::InBlock => "—".to_owned(),
        _ => form.span(outcome.score),
    }
}

fn weight(form: &Form, outcome: &Outcome) -> String {
    format!("/ {}", form.weight(outcome.weight))
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
fn line(form: &Form, indicator: &Indicator) -> El {
    let id = indicator.id.clone();
    let line = form.of_outcome(indicator, move |form, outcome| {
        form.made_of(&id, |own| words::line(&form.rubric, own, outcome, form.lang))
    });
    sentence(el("p", "row__line"), line)
}

/// Problems that show at none of the inputs, and notes.
fn problems(form: &Form, indicator: &Indicator, fields: Vec<String>) -> [El; 2] {
    let row = form.row(indicator);
    let at_input =
        move |problem: &Problem| problem.field.as_ref().is_some_and(|field| fields.contains(field));
    let errors = form.problems_in_words(row.clone(), move |problem| {
        problem.severity() > Severity::Note && !at_input(problem)
    });
    let notes = form.problems_in_words(row, |problem| problem.severity() == Severity::Note);
    [el("p", "row__error").text(errors), el("p", "row__note").text(notes)]
}
