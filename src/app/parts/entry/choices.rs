//! Levels and bands: one is picked, and where it is a range, points within it.

use leptos::prelude::*;

use super::Inputs;
use super::figures::points;
use crate::app::browser;
use crate::app::parts::form::{Form, dom_id};
use crate::engine::rule::{Bands, Levels};
use crate::engine::{Indicator, Step};
use crate::words;
use crate::words::table::page as text;

/// One choice: its id, its name, what it earns.
type Choice = (String, String, String);

/// 定档.
pub fn levels(form: &Form, indicator: &Indicator, rule: &Levels) -> Inputs {
    let choice = |level: &crate::engine::rule::Level| {
        let earns = words::range(level.points, form.lang);
        (level.id.clone(), form.lang.of(&level.label).to_owned(), earns)
    };
    let ranged = rule.levels.iter().filter(|level| !level.points.is_fixed());
    let ranged = ranged.map(|level| level.id.clone()).collect();
    choices(form, indicator, rule.levels.iter().map(choice).collect(), ranged)
}

/// 定性三档.
pub fn bands(form: &Form, indicator: &Indicator, rule: &Bands) -> Inputs {
    let choice = |band: &crate::engine::rule::Band| {
        let (from, to) = (band.share.from.trimmed(), band.share.to.trimmed());
        let earns = if band.share.is_fixed() {
            format!("{to}%")
        } else {
            form.range(&format!("{from}%"), &format!("{to}%"))
        };
        (band.id.clone(), form.lang.of(&band.label).to_owned(), earns)
    };
    let ranged = rule.bands.iter().filter(|band| !band.share.is_fixed());
    let ranged = ranged.map(|band| band.id.clone()).collect();
    choices(form, indicator, rule.bands.iter().map(choice).collect(), ranged)
}

fn choices(form: &Form, indicator: &Indicator, all: Vec<Choice>, ranged: Vec<String>) -> Inputs {
    let prefill = indicator.scoring.as_ref().and_then(|scoring| scoring.prefill.level.clone());
    let chosen = form.of_entry(&indicator.id, None, move |entry| {
        entry.level.clone().filter(|id| !id.is_empty()).or_else(|| prefill.clone())
    });
    let group = dom_id(&format!("level-{}", indicator.id));
    let radios: Vec<AnyView> =
        all.into_iter().map(|choice| radio(form, indicator, &group, chosen, choice)).collect();
    let picks = Memo::new(move |_| chosen.get().filter(|id| ranged.contains(id)));
    let clear = {
        let (form, id) = (form.clone(), indicator.id.clone());
        move |_| {
            browser::focus_first_of_row();
            form.change(&id, |entry| {
                entry.level = None;
                entry.points = None;
            });
        }
    };
    let unclear = Signal::derive(move || chosen.with(Option::is_none));
    let (form, indicator) = (form.clone(), indicator.clone());
    let label = form.name(Some(&indicator), "level");
    let clear_label = form.t(text::CLEAR_CHOICE);
    let range = move || picks.get().map(|_| points_of_chosen(&form, &indicator));
    let view = view! {
        <div class="choices" role="radiogroup" aria-label=label>
            {radios}
            <button type="button" class="link choices__clear" hidden=unclear on:click=clear>{clear_label}</button>
        </div>
        {range}
    };
    Inputs { view: view.into_any(), fields: vec!["points".to_owned()] }
}

fn radio(
    form: &Form,
    indicator: &Indicator,
    group: &str,
    chosen: Signal<Option<String>>,
    choice: Choice,
) -> AnyView {
    let (id, label, earns) = choice;
    let own = id.clone();
    let checked = Signal::derive(move || chosen.with(|chosen| chosen.as_ref() == Some(&own)));
    let (form, indicator) = (form.clone(), indicator.id.clone());
    let pick = move |_| {
        form.change(&indicator, |entry| {
            entry.level = Some(id.clone());
            entry.points = None;
        });
    };
    view! {
        <label class="choice">
            <input class="choice__box" type="radio" name=group.to_owned() prop:checked=checked on:change=pick />
            <span class="choice__label">{label}</span>
            <span class="choice__points">{earns}</span>
        </label>
    }
    .into_any()
}

/// The field for points within the chosen level; its range is the one that the engine applied.
fn points_of_chosen(form: &Form, indicator: &Indicator) -> AnyView {
    let row = form.row(indicator);
    let applied = row.and_then(|row| {
        row.outcome.with_untracked(|outcome| {
            let steps =
                outcome.as_ref().map(|outcome| outcome.trace.as_slice()).unwrap_or_default();
            steps.iter().find_map(|step| match step {
                Step::Level { points, .. } => Some(*points),
                _ => None,
            })
        })
    });
    let range = applied.map(|range| words::range(range, form.lang)).unwrap_or_default();
    view! { <div class="fields">{points(form, indicator, range)}</div> }.into_any()
}
