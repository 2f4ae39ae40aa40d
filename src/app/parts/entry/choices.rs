//! Levels and bands: one is picked, and where it is a range, points within it.

use super::Inputs;
use super::figures::points;
use crate::app::browser;
use crate::app::element::{El, Live, el, live};
use crate::app::parts::field::row_of_fields;
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
    let chosen = form.of_entry(&indicator.id, move |entry| {
        let level = entry.level.clone().filter(|id| !id.is_empty()).or_else(|| prefill.clone());
        level.unwrap_or_default()
    });
    let group = dom_id(&format!("level-{}", indicator.id));
    let clear = {
        let (form, id) = (form.clone(), indicator.id.clone());
        move |_: &web_sys::Event| {
            browser::focus_first_of_row();
            form.change(&id, |entry| {
                entry.level = None;
                entry.points = None;
            });
        }
    };
    let (is_chosen, picked) = (chosen.clone(), chosen.clone());
    let clear = el("button", "link choices__clear")
        .attr("type", "button")
        .flag("hidden", live(move || is_chosen().is_empty()))
        .on("click", clear)
        .text(form.t(text::CLEAR_CHOICE));
    let radios = all.into_iter().map(|choice| radio(form, indicator, &group, &chosen, choice));
    let choices = el("div", "choices")
        .attr("role", "radiogroup")
        .attr("aria-label", form.name(Some(indicator), "level"))
        .children(radios)
        .child(clear);
    let (form, id) = (form.clone(), indicator.id.clone());
    let in_range = live(move || Some(picked()).filter(|id| ranged.contains(id)));
    let has_none = in_range.clone();
    let range = row_of_fields().flag("hidden", live(move || has_none().is_none())).drawn(
        move || in_range(),
        move |picked| match picked {
            Some(_) => form.made_of(&id, |indicator| vec![points_of_chosen(&form, indicator)]),
            None => Vec::new(),
        },
    );
    Inputs { view: vec![choices, range], fields: vec!["points".to_owned()] }
}

fn radio(
    form: &Form,
    indicator: &Indicator,
    group: &str,
    chosen: &Live<String>,
    (id, label, earns): Choice,
) -> El {
    let (chosen, own) = (chosen.clone(), id.clone());
    let (form, indicator) = (form.clone(), indicator.id.clone());
    let pick = move |_: &web_sys::Event| {
        form.change(&indicator, |entry| {
            entry.level = Some(id.clone());
            entry.points = None;
        });
    };
    let input = el("input", "choice__box")
        .attr("type", "radio")
        .attr("name", group)
        .checked(live(move || chosen() == own))
        .on("change", pick);
    el("label", "choice")
        .child(input)
        .child(el("span", "choice__label").text(label))
        .child(el("span", "choice__points").text(earns))
}

/// The field for points within the chosen level; its range is the one that the engine applied.
fn points_of_chosen(form: &Form, indicator: &Indicator) -> El {
    let applied = form.row(indicator).and_then(|row| {
        row.outcome(form.session, |outcome| {
            let steps = outcome.map(|outcome| outcome.trace.as_slice()).unwrap_or_default();
            steps.iter().find_map(|step| match step {
                Step::Level { points, .. } => Some(*points),
                _ => None,
            })
        })
    });
    let range = applied.map(|range| words::range(range, form.lang)).unwrap_or_default();
    points(form, indicator, range)
}
