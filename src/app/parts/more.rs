//! What opens beneath a row: the full derivation with 评价要点 and source; notes, evidence and what
//! the assessor may set in place of the rule. Built when it is opened.

use leptos::prelude::*;

use super::field::{Field, Shape};
use super::form::{Form, dom_id};
use crate::app::state::{EntryField, EntryText, Place};
use crate::engine::{Entry, Indicator, PointRange};
use crate::words;
use crate::words::table::Key;
use crate::words::table::page as text;

/// The foot of a row: its line of 评分过程 and the expanders.
pub fn more(form: &Form, indicator: &Indicator, line: AnyView) -> AnyView {
    let (trace, rest) = (RwSignal::new(false), RwSignal::new(false));
    let (trace_id, rest_id) =
        (format!("trace-{}", dom_id(&indicator.id)), format!("more-{}", dom_id(&indicator.id)));
    let count = form.of_entry(&indicator.id, 0, filled);
    let (label, counted) = (form.t(text::MORE), form.clone());
    let rest_label = Signal::derive(move || match count.get() {
        0 => label.to_owned(),
        count => counted.say(text::MORE_FILLED, "count", &count.to_string()),
    });
    view! {
        <div class="row__foot">
            {line}
            {toggle(trace, &trace_id, Signal::stored(form.t(text::DERIVATION).to_owned()))}
            {toggle(rest, &rest_id, rest_label)}
        </div>
        {panel(form, indicator, trace, trace_id, derivation)}
        {panel(form, indicator, rest, rest_id, extras)}
    }
    .into_any()
}

/// A button that opens and closes what follows.
pub fn toggle(open: RwSignal<bool>, controls: &str, label: Signal<String>) -> AnyView {
    let expanded = Signal::derive(move || if open.get() { "true" } else { "false" });
    view! {
        <button type="button" class="link" aria-expanded=expanded aria-controls=controls.to_owned()
            on:click=move |_| open.update(|open| *open = !*open)>{label}</button>
    }
    .into_any()
}

/// What a toggle opens; empty until then.
pub fn panel(
    form: &Form,
    indicator: &Indicator,
    open: RwSignal<bool>,
    id: String,
    content: fn(&Form, &Indicator) -> AnyView,
) -> AnyView {
    let (form, indicator) = (form.clone(), indicator.clone());
    let closed = Signal::derive(move || !open.get());
    let inner = move || open.get().then(|| content(&form, &indicator));
    view! { <div class="panel" id=id hidden=closed>{inner}</div> }.into_any()
}

/// How many of the extra fields hold something.
fn filled(entry: &Entry) -> usize {
    let texts = EXTRA_TEXTS.iter().filter(|(field, _)| !field.of(entry).is_empty()).count();
    texts + usize::from(entry.overridden.is_some()) + usize::from(entry.not_applicable)
}

const EXTRA_TEXTS: [(EntryText, Key); 8] = [
    (EntryText::Name, text::OWN_NAME),
    (EntryText::Note, text::NOTE),
    (EntryText::Evidence, text::EVIDENCE),
    (EntryText::TargetText, text::TARGET_TEXT),
    (EntryText::ActualText, text::ACTUAL_TEXT),
    (EntryText::Basis, text::BASIS),
    (EntryText::LastYear, text::LAST_YEAR),
    (EntryText::Deviation, text::DEVIATION),
];

/// The full derivation, the rule in words, 评价要点 and source.
fn derivation(form: &Form, indicator: &Indicator) -> AnyView {
    let steps = form.row(indicator).map(|row| {
        let (form, indicator) = (form.clone(), indicator.clone());
        move || {
            let steps = row.outcome.with(|outcome| {
                let steps = outcome
                    .as_ref()
                    .map(|outcome| words::steps(&form.rubric, &indicator, outcome, form.lang));
                steps.unwrap_or_default()
            });
            sentences(steps)
        }
    });
    let rule = words::rule_full(&form.rubric, indicator, form.lang);
    let criteria: Vec<String> =
        indicator.criteria.iter().map(|one| form.lang.of(one).to_owned()).collect();
    let meaning = indicator.meaning.as_ref().map(|meaning| form.lang.of(meaning).to_owned());
    view! {
        <p class="panel__title">{form.t(text::DERIVATION)}</p>
        <ol class="panel__list">{steps}</ol>
        <p class="panel__title">{form.t(text::RULE)}</p>
        <ul class="panel__list">{sentences(rule)}</ul>
        {titled(form.t(text::MEANING), meaning.into_iter().collect())}
        {titled(form.t(text::CRITERIA), criteria)}
        {titled(form.t(text::SOURCE), source(form, indicator))}
    }
    .into_any()
}

fn sentences(all: Vec<String>) -> Vec<AnyView> {
    all.into_iter().map(|one| view! { <li>{one}</li> }.into_any()).collect()
}

fn titled(title: &'static str, all: Vec<String>) -> Option<AnyView> {
    (!all.is_empty()).then(|| {
        view! { <p class="panel__title">{title}</p> <ul class="panel__list">{sentences(all)}</ul> }.into_any()
    })
}

/// The source of a node, or of the nearest node above that has one.
fn source(form: &Form, indicator: &Indicator) -> Vec<String> {
    let path = form.rubric.path(&indicator.id);
    let id = path.iter().rev().find_map(|node| node.source.as_ref());
    let found = form.rubric.sources.iter().find(|source| Some(&source.id) == id);
    found.map(|source| words::source(source, form.lang)).into_iter().collect()
}

/// Notes, evidence, the assessor's own points, not applicable.
fn extras(form: &Form, indicator: &Indicator) -> AnyView {
    let at = |field| Place::Entry(indicator.id.clone(), field);
    let texts = EXTRA_TEXTS.map(|(field, label)| {
        Field::new(at(EntryField::Text(field)), form.t(label), Shape::Area).view(form)
    });
    let range = PointRange { from: crate::engine::Figure::ZERO, to: indicator.weight };
    let name = |field: &EntryField| form.name(Some(indicator), &field.name());
    let points = Field::new(
        at(EntryField::OverridePoints),
        name(&EntryField::OverridePoints),
        Shape::Figure,
    )
    .unit(words::range(range, form.lang));
    let why =
        Field::new(at(EntryField::OverrideReason), name(&EntryField::OverrideReason), Shape::Line);
    view! {
        <div class="fields">{texts.into_iter().collect::<Vec<AnyView>>()}</div>
        <p class="panel__title">{form.t(text::IN_PLACE_OF_RULE)}</p>
        <div class="fields">{points.view(form)} {why.view(form)}</div>
        {not_applicable(form, indicator)}
    }
    .into_any()
}

/// The tick for 不适用.
pub fn not_applicable(form: &Form, indicator: &Indicator) -> AnyView {
    let ticked = form.of_entry(&indicator.id, false, |entry| entry.not_applicable);
    let (inner, id) = (form.clone(), indicator.id.clone());
    let toggle = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
        let not_applicable = event.target().checked();
        inner.change(&id, |entry| entry.not_applicable = not_applicable);
    };
    view! {
        <label class="tick">
            <input class="choice__box" type="checkbox" prop:checked=ticked on:change:target=toggle />
            <span class="choice__label">{form.t(text::NOT_APPLICABLE)}</span>
        </label>
        <p class="row__note">{words::not_applicable(&form.rubric, form.lang)}</p>
    }
    .into_any()
}
