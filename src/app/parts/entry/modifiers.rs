//! Deductions, knock-outs and penalties: a tick for what happened, points or counts where asked.

use super::Inputs;
use crate::app::browser;
use crate::app::element::{El, el};
use crate::app::parts::field::{Field, Shape};
use crate::app::parts::form::Form;
use crate::app::parts::more::tick;
use crate::app::state::{EntryField, Place};
use crate::engine::{Incident, Indicator, Modifier, PointRange};
use crate::words;
use crate::words::table::page as text;

/// What acts on top of the rule; nothing where nothing does.
pub fn modifiers(form: &Form, indicator: &Indicator, all: &[Modifier]) -> Inputs {
    if all.is_empty() {
        return Inputs::default();
    }
    let names = |modifier: &Modifier| {
        let item = modifier.id().to_owned();
        [EntryField::IncidentPoints(item.clone()).name(), EntryField::IncidentCount(item).name()]
    };
    let fields = all.iter().flat_map(names).collect();
    let title = form.t(text::DEDUCTIONS);
    let view = el("div", "incidents")
        .attr("role", "group")
        .attr("aria-label", title)
        .child(el("p", "incidents__title").attr("aria-hidden", "true").text(title))
        .children(all.iter().map(|modifier| incident(form, indicator, modifier)));
    Inputs { view: vec![view], fields }
}

fn incident(form: &Form, indicator: &Indicator, modifier: &Modifier) -> El {
    let item = modifier.id().to_owned();
    let told = words::modifier(&form.rubric, indicator, modifier, form.lang);
    let range = match modifier {
        Modifier::PerOccurrence { .. } => return occurrences(form, indicator, item, told),
        Modifier::Deduction { points, .. } | Modifier::Penalty { points, .. } => Some(*points),
        Modifier::Knockout { .. } => None,
    };
    let own = item.clone();
    let happened = form.of_entry(&indicator.id, move |entry| {
        entry.deductions.iter().any(|incident| incident.item == own)
    });
    let toggle = {
        let (form, id, item) = (form.clone(), indicator.id.clone(), item.clone());
        move |event: &web_sys::Event| {
            let ticked = browser::ticked(event);
            form.change(&id, |entry| {
                entry.deductions.retain(|incident| incident.item != item);
                if ticked {
                    entry.deductions.push(Incident { item: item.clone(), ..Incident::default() });
                }
            });
        }
    };
    let input = el("input", "choice__box").checked(happened.clone()).on("change", toggle);
    let view = el("div", "incident").child(tick(&told, input));
    match range.filter(|range| !range.is_fixed()) {
        None => view,
        Some(range) => {
            let (form, id) = (form.clone(), indicator.id.clone());
            let draw =
                move || form.made_of(&id, |indicator| vec![amount(&form, indicator, &item, range)]);
            view.when(happened, draw)
        }
    }
}

fn amount(form: &Form, indicator: &Indicator, item: &str, range: PointRange) -> El {
    let field = EntryField::IncidentPoints(item.to_owned());
    let label = form.name(Some(indicator), &field.name());
    Field::new(Place::Entry(indicator.id.clone(), field), label, Shape::Figure)
        .unit(words::range(range, form.lang))
        .view(form)
}

/// How often something happened; blank for never.
fn occurrences(form: &Form, indicator: &Indicator, item: String, told: String) -> El {
    let field = EntryField::IncidentCount(item);
    let label = form.name(Some(indicator), &field.name());
    let count = Field::new(Place::Entry(indicator.id.clone(), field), label, Shape::Count)
        .unit(form.t(text::TIMES))
        .view(form);
    el("div", "incident").child(el("p", "").text(told)).child(count)
}
