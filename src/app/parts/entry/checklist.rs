//! Checklist: a tick for each item that is met; items met in part under an expander.

use leptos::prelude::*;

use super::Inputs;
use crate::app::browser;
use crate::app::parts::field::{Field, Shape};
use crate::app::parts::form::{Form, dom_id};
use crate::app::parts::more;
use crate::app::state::{EntryField, Place};
use crate::engine::rule::{Checklist, Item};
use crate::engine::{Entry, Indicator};
use crate::words;
use crate::words::table::page as text;

/// How an item stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// The list was not gone through yet.
    Open,
    Met,
    Partly,
    Missed,
}

/// The items of a checklist.
pub fn checklist(form: &Form, indicator: &Indicator, rule: &Checklist) -> Inputs {
    let ids: Vec<String> = rule.items.iter().map(|item| item.id.clone()).collect();
    let ticks: Vec<AnyView> =
        rule.items.iter().map(|item| tick(form, indicator, item, &ids)).collect();
    let shares: Vec<AnyView> = rule.items.iter().map(|item| share(form, indicator, item)).collect();
    let all_met = {
        let (form, id) = (form.clone(), indicator.id.clone());
        move |_| {
            browser::focus_first_of_row();
            form.change(&id, |entry| {
                entry.missed = Some(Vec::new());
                entry.partly.clear();
            });
        }
    };
    let clear = {
        let (form, id) = (form.clone(), indicator.id.clone());
        move |_| {
            browser::focus_first_of_row();
            form.change(&id, |entry| {
                entry.missed = None;
                entry.partly.clear();
            });
        }
    };
    let full = form.of_entry(&indicator.id, false, |entry| {
        entry.partly.is_empty() && entry.missed.as_ref().is_some_and(Vec::is_empty)
    });
    let (open, panel_id) = (RwSignal::new(false), format!("partly-{}", dom_id(&indicator.id)));
    let untouched = form.of_entry(&indicator.id, true, |entry| entry.missed.is_none());
    let fields = rule.items.iter().map(|item| EntryField::Partly(item.id.clone()).name()).collect();
    let view = view! {
        <div class="ticks" role="group" aria-label=form.t(text::ITEMS)>
            {ticks}
            <button type="button" class="link" hidden=full on:click=all_met>{form.t(text::ALL_MET)}</button>
            {more::toggle(open, &panel_id, Signal::stored(form.t(text::PARTLY_MET).to_owned()))}
        </div>
        <div class="panel" id=panel_id hidden=Signal::derive(move || !open.get())>
            <div class="fields">{shares}</div>
            <button type="button" class="link" hidden=untouched on:click=clear>{form.t(text::CLEAR_TICKS)}</button>
        </div>
    };
    Inputs { view: view.into_any(), fields }
}

fn standing(entry: &Entry, missed: Option<&Vec<String>>, item: &str) -> Standing {
    match missed {
        None => Standing::Open,
        Some(missed) if missed.iter().any(|id| id == item) => Standing::Missed,
        Some(_) if entry.partly.contains_key(item) => Standing::Partly,
        Some(_) => Standing::Met,
    }
}

fn tick(form: &Form, indicator: &Indicator, item: &Item, ids: &[String]) -> AnyView {
    let prefill = indicator.scoring.as_ref().and_then(|scoring| scoring.prefill.missed.clone());
    let own = item.id.clone();
    let standing = form.of_entry(&indicator.id, Standing::Open, move |entry| {
        standing(entry, entry.missed.as_ref().or(prefill.as_ref()), &own)
    });
    let checked =
        Signal::derive(move || matches!(standing.get(), Standing::Met | Standing::Partly));
    let class = Signal::derive(move || match standing.get() {
        Standing::Missed => "tick tick--missed",
        _ => "tick",
    });
    let partly = form.t(text::IN_PART);
    let suffix = Signal::derive(move || {
        if standing.get() == Standing::Partly { partly } else { "" }.to_owned()
    });
    let toggle = {
        let (form, id, item) = (form.clone(), indicator.id.clone(), item.id.clone());
        let ids = ids.to_vec();
        move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
            let met = event.target().checked();
            form.change(&id, |entry| set_met(entry, &item, met, &ids));
        }
    };
    let points = item.points.map(|points| words::points(points, form.lang)).unwrap_or_default();
    view! {
        <label class=class>
            <input class="choice__box" type="checkbox" prop:checked=checked on:change:target=toggle />
            <span class="choice__label">{form.lang.of(&item.label).to_owned()}</span>
            <span class="choice__points">{points}{suffix}</span>
        </label>
    }
    .into_any()
}

/// The first tick goes through the list: what is not ticked is missed.
fn set_met(entry: &mut Entry, item: &str, met: bool, ids: &[String]) {
    let missed = entry.missed.get_or_insert_with(|| ids.to_vec());
    missed.retain(|id| id != item);
    if !met {
        missed.push(item.to_owned());
    }
    entry.partly.remove(item);
}

fn share(form: &Form, indicator: &Indicator, item: &Item) -> AnyView {
    let field = EntryField::Partly(item.id.clone());
    let label = form.name(Some(indicator), &field.name());
    Field::new(Place::Entry(indicator.id.clone(), field), label, Shape::Figure).unit("%").view(form)
}
