//! Deductions, knock-outs and penalties: a tick for what happened, points or counts where asked.

use leptos::prelude::*;

use super::Inputs;
use crate::app::parts::field::{Field, Shape};
use crate::app::parts::form::Form;
use crate::app::state::{EntryField, Place};
use crate::engine::{Incident, Indicator, Modifier, PointRange};
use crate::words;
use crate::words::table::page as text;

/// What acts on top of the rule; nothing where nothing does.
pub fn modifiers(form: &Form, indicator: &Indicator, all: &[Modifier]) -> Inputs {
    if all.is_empty() {
        return Inputs { view: ().into_any(), fields: Vec::new() };
    }
    let names = |modifier: &Modifier| {
        let item = modifier.id().to_owned();
        [EntryField::IncidentPoints(item.clone()).name(), EntryField::IncidentCount(item).name()]
    };
    let fields = all.iter().flat_map(names).collect();
    let rows: Vec<AnyView> =
        all.iter().map(|modifier| incident(form, indicator, modifier)).collect();
    let view = view! {
        <div class="incidents" role="group" aria-label=form.t(text::DEDUCTIONS)>
            <p class="incidents__title" aria-hidden="true">{form.t(text::DEDUCTIONS)}</p>
            {rows}
        </div>
    };
    Inputs { view: view.into_any(), fields }
}

fn incident(form: &Form, indicator: &Indicator, modifier: &Modifier) -> AnyView {
    let item = modifier.id().to_owned();
    let told = words::modifier(&form.rubric, indicator, modifier, form.lang);
    let range = match modifier {
        Modifier::PerOccurrence { .. } => return occurrences(form, indicator, item, told),
        Modifier::Deduction { points, .. } | Modifier::Penalty { points, .. } => Some(*points),
        Modifier::Knockout { .. } => None,
    };
    let own = item.clone();
    let happened = form.shape_of_entry(&indicator.id, false, move |entry| {
        entry.deductions.iter().any(|incident| incident.item == own)
    });
    let toggle = {
        let (form, id, item) = (form.clone(), indicator.id.clone(), item.clone());
        move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
            let ticked = event.target().checked();
            form.change(&id, |entry| {
                entry.deductions.retain(|incident| incident.item != item);
                if ticked {
                    entry.deductions.push(Incident { item: item.clone(), ..Incident::default() });
                }
            });
        }
    };
    let range = range.filter(|range| !range.is_fixed());
    let (form, indicator) = (form.clone(), indicator.clone());
    let amount = move || {
        let range = range.filter(|_| happened.get())?;
        Some(amount(&form, &indicator, &item, range))
    };
    view! {
        <div class="incident">
            <label class="tick">
                <input class="choice__box" type="checkbox" prop:checked=happened on:change:target=toggle />
                <span class="choice__label">{told}</span>
            </label>
            {amount}
        </div>
    }
    .into_any()
}

fn amount(form: &Form, indicator: &Indicator, item: &str, range: PointRange) -> AnyView {
    let field = EntryField::IncidentPoints(item.to_owned());
    let label = form.name(Some(indicator), &field.name());
    Field::new(Place::Entry(indicator.id.clone(), field), label, Shape::Figure)
        .unit(words::range(range, form.lang))
        .view(form)
}

/// How often something happened; blank for never.
fn occurrences(form: &Form, indicator: &Indicator, item: String, told: String) -> AnyView {
    let field = EntryField::IncidentCount(item);
    let label = form.name(Some(indicator), &field.name());
    let count = Field::new(Place::Entry(indicator.id.clone(), field), label, Shape::Count)
        .unit(form.t(text::TIMES))
        .view(form);
    view! { <div class="incident"><p>{told}</p> {count}</div> }.into_any()
}
