//! Checklist: a tick for each item that is met; items met in part under an expander.

use super::Inputs;
use crate::app::browser;
use crate::app::element::{El, el, live};
use crate::app::parts::field::{Field, Shape, row_of_fields};
use crate::app::parts::form::{Form, dom_id};
use crate::app::parts::more::{self, Panel};
use crate::app::state::{EntryField, Place};
use crate::engine::rule::{Checklist, Item};
use crate::engine::{Entry, Indicator};
use crate::words;
use crate::words::table::page as text;

/// How an item stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Standing {
    /// The list was not gone through yet.
    #[default]
    Open,
    Met,
    Partly,
    Missed,
}

/// The items of a checklist.
pub fn checklist(form: &Form, indicator: &Indicator, rule: &Checklist) -> Inputs {
    let ids: Vec<String> = rule.items.iter().map(|item| item.id.clone()).collect();
    let all_met = {
        let (form, id) = (form.clone(), indicator.id.clone());
        move |_: &web_sys::Event| {
            browser::focus_first_of_row();
            form.change(&id, |entry| {
                entry.missed = Some(Vec::new());
                entry.partly.clear();
            });
        }
    };
    let clear = {
        let (form, id) = (form.clone(), indicator.id.clone());
        move |_: &web_sys::Event| {
            browser::focus_first_of_row();
            form.change(&id, |entry| {
                entry.missed = None;
                entry.partly.clear();
            });
        }
    };
    let full = form.of_entry(&indicator.id, |entry| {
        entry.partly.is_empty() && entry.missed.as_ref().is_some_and(Vec::is_empty)
    });
    let touched = form.of_entry(&indicator.id, |entry| entry.missed.is_some());
    let untouched = live(move || !touched());
    let fields = rule.items.iter().map(|item| partly(item, &ids).name()).collect();
    let link = |label| el("button", "link").attr("type", "button").text(form.t(label));
    let in_part = Panel::new(form, format!("partly-{}", dom_id(&indicator.id)));
    let ticks = el("div", "ticks")
        .attr("role", "group")
        .attr("aria-label", form.t(text::ITEMS))
        .children(rule.items.iter().map(|item| tick(form, indicator, item, &ids)))
        .child(link(text::ALL_MET).flag("hidden", full).on("click", all_met))
        .child(in_part.toggle(form.t(text::PARTLY_MET)));
    let shares = rule.items.iter().map(|item| share(form, indicator, partly(item, &ids)));
    let panel = in_part
        .shell()
        .child(row_of_fields().children(shares))
        .child(link(text::CLEAR_TICKS).flag("hidden", untouched).on("click", clear));
    Inputs { view: vec![ticks, panel], fields }
}

fn standing(entry: &Entry, missed: Option<&Vec<String>>, item: &str) -> Standing {
    match missed {
        None => Standing::Open,
        Some(missed) if missed.iter().any(|id| id == item) => Standing::Missed,
        Some(_) if entry.partly.contains_key(item) => Standing::Partly,
        Some(_) => Standing::Met,
    }
}

fn tick(form: &Form, indicator: &Indicator, item: &Item, ids: &[String]) -> El {
    let prefill = indicator.scoring.as_ref().and_then(|scoring| scoring.prefill.missed.clone());
    let own = item.id.clone();
    let standing = form.of_entry(&indicator.id, move |entry| {
        standing(entry, entry.missed.as_ref().or(prefill.as_ref()), &own)
    });
    let (met, partly, missed) = (standing.clone(), standing.clone(), standing);
    let toggle = {
        let (form, id, item) = (form.clone(), indicator.id.clone(), item.id.clone());
        let ids = ids.to_vec();
        move |event: &web_sys::Event| {
            let met = browser::ticked(event);
            form.change(&id, |entry| set_met(entry, &item, met, &ids));
        }
    };
    let points = item.points.map(|points| words::points(points, form.lang)).unwrap_or_default();
    let in_part = form.t(text::IN_PART);
    let suffix = live(move || match partly() {
        Standing::Partly => in_part.to_owned(),
        _ => String::new(),
    });
    let input = el("input", "choice__box")
        .checked(live(move || matches!(met(), Standing::Met | Standing::Partly)))
        .on("change", toggle);
    more::tick(form.lang.of(&item.label), input)
        .class_if("tick--missed", live(move || missed() == Standing::Missed))
        .child(el("span", "choice__points").text(points).text(suffix))
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

fn partly(item: &Item, all: &[String]) -> EntryField {
    EntryField::Partly { item: item.id.clone(), all: all.to_vec() }
}

fn share(form: &Form, indicator: &Indicator, field: EntryField) -> El {
    let label = form.name(Some(indicator), &field.name());
    Field::new(Place::Entry(indicator.id.clone(), field), label, Shape::Figure).unit("%").view(form)
}
