//! What differs from the baseline while a scenario is open: old points and the difference, and what
//! was changed to get there. Nothing is drawn while none is open.

use std::rc::Rc;

use super::form::Form;
use crate::app::browser;
use crate::app::element::{El, button, el};
use crate::app::state::change_entry;
use crate::engine::{Assessment, Change, Entry, Field, Figure, Indicator, Outcome};
use crate::tree::Tree;
use crate::whatif::scenario;
use crate::words::table::{page as text, shared::LISTED};
use crate::words::{Lang, say, t};

/// Points as they are shown, and as they count.
pub type Shown = (String, Figure);

/// `原 5.48 +0.28`: reads what was and what is; none while no scenario is open.
pub fn difference(form: &Form, read: Box<dyn Fn() -> Option<[Shown; 2]>>) -> El {
    let (lang, places) = (form.lang, form.rubric.rounding.places);
    let draw = move |both: &Option<[Shown; 2]>| match both {
        None => Vec::new(),
        Some([was, now]) if was == now => {
            vec![el("span", "difference__same").text(t(text::SAME, lang))]
        }
        Some([was, now]) => vec![
            el("span", "whole").text(say(text::WAS, lang, &[("points", &was.0)])).text(" "),
            el("span", "difference__by").text(signed(now.1 - was.1, places)),
        ],
    };
    el("span", "difference").drawn(read, draw)
}

/// `+0.28`, `−1.25`; empty where there is no difference.
pub fn signed(by: Figure, places: u32) -> String {
    match by {
        none if none.is_zero() => String::new(),
        less if less.is_negative() => format!("−{}", (-less).padded(places)),
        more => format!("+{}", more.padded(places)),
    }
}

/// The difference of a row, its points told by `tell`.
pub fn of_row(
    form: &Form,
    indicator: &Indicator,
    tell: fn(&Form, &Outcome) -> String,
) -> Option<El> {
    let (own, row) = (form.clone(), form.row(indicator)?);
    let shown = move |form: &Form, outcome: Option<&Outcome>| {
        outcome.map(|outcome| (tell(form, outcome), outcome.score.min))
    };
    let read = move || {
        let was = row.was(own.session, |outcome| shown(&own, outcome))??;
        Some([was, row.outcome(own.session, |outcome| shown(&own, outcome))?])
    };
    Some(difference(form, Box::new(read)))
}

/// Which fields of an indicator differ, and what takes them back.
pub fn changed(form: &Form, indicator: &Indicator) -> Option<El> {
    let row = form.row(indicator)?;
    let (own, about) = (form.clone(), indicator.id.clone());
    let read = move |then: &Assessment| {
        let blank = Entry::default();
        let was = then.entries.get(&about).unwrap_or(&blank);
        // The way back tells what was.
        let back = row.entry(own.session, |now| scenario::of_entry(&about, Some(now), Some(was)));
        own.made_of(&about, |about| back.iter().map(|change| told(&own, about, change)).collect())
    };
    let id = indicator.id.clone();
    let restore = move |shown: &mut Assessment, then: &Assessment| {
        let was = then.entries.get(&id).cloned().unwrap_or_default();
        change_entry(shown, &id, |entry| *entry = was);
    };
    let place = format!("row-{}", indicator.id);
    Some(mark(form, &place, form.lang.of(&indicator.name), Box::new(read), Box::new(restore)))
}

/// A field that differs, a figure with what it was.
fn told(form: &Form, indicator: &Indicator, back: &Change) -> String {
    let Change::Field { field, to, .. } = back else { return String::new() };
    let name = form.name(Some(indicator), field);
    let is_figure = Field::ALL.iter().any(|figure| figure.name() == field);
    match to {
        Some(Tree::Text(was)) if is_figure => from(form.lang, &name, was),
        _ => name,
    }
}

/// Which of the 项目数据 differ, and what takes them back; `place` gets the focus then.
pub fn changed_facts(form: &Form, place: &str) -> El {
    let own = form.clone();
    let read = move |then: &Assessment| {
        let mut told = Vec::new();
        for fact in &own.rubric.facts {
            let was = then.facts.get(&fact.id).map_or("", String::as_str);
            if own.rows.fact(own.session, &fact.id) != was {
                told.push(from(own.lang, own.lang.of(&fact.label), was));
            }
        }
        told
    };
    let restore = |shown: &mut Assessment, then: &Assessment| shown.facts = then.facts.clone();
    mark(form, place, form.t(text::FACTS), Box::new(read), Box::new(restore))
}

/// What differs from the baseline, a phrase each.
type Phrases = dyn Fn(&Assessment) -> Vec<String>;
/// Takes something in what is shown back to what it is in the baseline.
type Restore = dyn Fn(&mut Assessment, &Assessment);

/// What was changed, a phrase each; nothing where nothing was.
fn mark(form: &Form, place: &str, name: &str, read: Box<Phrases>, restore: Box<Restore>) -> El {
    let (lang, session, place) = (form.lang, form.session, place.to_owned());
    let named = form.say(text::RESTORE_OF, "name", name);
    let read =
        move || session.baseline.with(|then| then.as_ref().map(|then| read(&then.assessment)));
    let back: Rc<dyn Fn()> = Rc::new(move || {
        if let Some(then) = session.baseline.get_untracked() {
            session.edit("", |shown| restore(shown, &then.assessment));
        }
        browser::focus(&place);
    });
    let draw = move |told: &Option<Vec<String>>| match told {
        Some(told) if !told.is_empty() => {
            let list = say(text::CHANGED, lang, &[("list", &told.join(t(LISTED, lang)))]);
            let back = Rc::clone(&back);
            let button = button("link", t(text::RESTORE, lang), move || back());
            let button = button.attr("aria-label", named.as_str());
            vec![el("span", "changed__list").text(list), button]
        }
        _ => Vec::new(),
    };
    el("p", "changed").drawn(read, draw)
}

/// `实际完成值（基准 30437）`
fn from(lang: Lang, name: &str, was: &str) -> String {
    let was = if was.trim().is_empty() { "—" } else { was };
    say(text::CHANGED_FROM, lang, &[("name", name), ("value", was)])
}
