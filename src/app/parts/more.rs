//! What opens beneath a row: the full derivation with 评价要点 and source; notes, evidence and what
//! the assessor may set in place of the rule. Built when it is opened.

use std::rc::Rc;

use super::field::{Field, Shape, row_of_fields};
use super::form::{Form, dom_id};
use super::sentence::drawn;
use crate::app::browser;
use crate::app::element::{El, Text, Watched, el, follow, live, watched};
use crate::app::state::{EntryField, EntryText, Place, Session};
use crate::engine::{Entry, Figure, Indicator, PointRange};
use crate::words;
use crate::words::table::{Key, field as names, page as text};

/// The foot of a row: its line of 评分过程 and the expanders.
pub fn more(form: &Form, indicator: &Indicator, line: El) -> [El; 3] {
    let id = dom_id(&indicator.id);
    let (trace, rest) =
        (Panel::new(form, format!("trace-{id}")), Panel::new(form, format!("more-{id}")));
    let count = form.of_entry(&indicator.id, filled);
    let counted = form.clone();
    let rest_label = live(move || match count() {
        0 => counted.t(text::MORE).to_owned(),
        count => counted.say(text::MORE_FILLED, "count", &count.to_string()),
    });
    let foot = el("div", "row__foot")
        .child(line)
        .child(trace.toggle(form.t(text::DERIVATION)))
        .child(rest.toggle(rest_label));
    let trace = trace.of_indicator(form, indicator, derivation);
    [foot, trace, rest.of_indicator(form, indicator, extras)]
}

/// What a button opens and closes.
pub struct Panel {
    id: String,
    session: Session,
    open: Rc<Watched<bool>>,
}

impl Panel {
    /// One that is closed at first, and later as it was left.
    pub fn new(form: &Form, id: String) -> Panel {
        let session = form.session;
        Panel { open: watched(session.opened(&id).unwrap_or_default()), id, session }
    }

    /// The button.
    pub fn toggle(&self, label: impl Into<Text>) -> El {
        let (open, shown) = (Rc::clone(&self.open), Rc::clone(&self.open));
        let (session, id) = (self.session, self.id.clone());
        let turn = move |_: &web_sys::Event| {
            open.update(|open| *open = !*open);
            session.note_opened(&id, open.get_untracked());
        };
        el("button", "link")
            .attr("type", "button")
            .attr("aria-expanded", live(move || shown.get().to_string()))
            .attr("aria-controls", self.id.as_str())
            .on("click", turn)
            .text(label)
    }

    /// What it opens, still empty.
    pub fn shell(&self) -> El {
        let open = Rc::clone(&self.open);
        el("div", "panel").id(&self.id).flag("hidden", live(move || !open.get()))
    }

    /// What it opens; made when it is opened.
    pub fn of_indicator(
        &self,
        form: &Form,
        indicator: &Indicator,
        content: fn(&Form, &Indicator) -> Vec<El>,
    ) -> El {
        let (open, form, id) = (Rc::clone(&self.open), form.clone(), indicator.id.clone());
        let draw = move || form.made_of(&id, |indicator| content(&form, indicator));
        self.shell().when(live(move || open.get()), draw)
    }
}

/// How many of the extra fields hold something.
fn filled(entry: &Entry) -> usize {
    let texts = EXTRA_TEXTS.iter().filter(|(field, _)| !field.of(entry).is_empty()).count();
    texts + usize::from(entry.overridden.is_some()) + usize::from(entry.not_applicable)
}

const EXTRA_TEXTS: [(EntryText, Key); 8] = [
    (EntryText::Name, names::NAME),
    (EntryText::Note, names::NOTE),
    (EntryText::Evidence, names::EVIDENCE),
    (EntryText::TargetText, names::TARGET_TEXT),
    (EntryText::ActualText, names::ACTUAL_TEXT),
    (EntryText::Basis, names::BASIS),
    (EntryText::LastYear, names::LAST_YEAR),
    (EntryText::Deviation, names::DEVIATION),
];

/// The full derivation, the rule in words, 评价要点 and source: told by the second module.
fn derivation(form: &Form, indicator: &Indicator) -> Vec<El> {
    let (session, id, row) = (form.session, indicator.id.clone(), form.row(indicator));
    let (told, shown) = {
        let told = watched(Vec::new());
        (Rc::clone(&told), told)
    };
    let ask = move || {
        if let Some(row) = &row {
            row.outcome(session, |_| ());
        }
        let told = Rc::clone(&told);
        session.ask_for_derivation(&id, Box::new(move |parts| told.set_changed(parts)));
    };
    let draw = |parts: &Vec<Vec<String>>| parts.iter().enumerate().flat_map(part).collect();
    vec![el("div", "").drawn(move || shown.get(), draw).keep(follow(ask))]
}

/// A title with its sentences; the steps of the derivation, which come first, are numbered.
fn part((at, told): (usize, &Vec<String>)) -> Vec<El> {
    let Some((title, sentences)) = told.split_first() else { return Vec::new() };
    let list = el(if at == 0 { "ol" } else { "ul" }, "panel__list");
    let sentences = sentences.iter().map(|one| el("li", "").children(drawn(one)));
    vec![el("p", "panel__title").text(title.as_str()), list.children(sentences)]
}

/// Notes, evidence, the assessor's own points, not applicable.
fn extras(form: &Form, indicator: &Indicator) -> Vec<El> {
    let at = |field| Place::Entry(indicator.id.clone(), field);
    let texts = EXTRA_TEXTS.map(|(field, label)| {
        Field::new(at(EntryField::Text(field)), form.t(label), Shape::Area).view(form)
    });
    let named = |field: EntryField, shape| {
        let name = form.name(Some(indicator), &field.name());
        Field::new(at(field), name, shape)
    };
    let range = PointRange { from: Figure::ZERO, to: indicator.weight };
    let points =
        named(EntryField::OverridePoints, Shape::Figure).unit(words::range(range, form.lang));
    let why = named(EntryField::OverrideReason, Shape::Line);
    let mut all = vec![
        row_of_fields().children(texts),
        el("p", "panel__title").text(form.t(text::IN_PLACE_OF_RULE)),
        row_of_fields().children([points, why].map(|field| field.view(form))),
    ];
    all.extend(not_applicable(form, indicator));
    all
}

/// The tick for 不适用.
pub fn not_applicable(form: &Form, indicator: &Indicator) -> [El; 2] {
    let ticked = form.of_entry(&indicator.id, |entry| entry.not_applicable);
    let (inner, id) = (form.clone(), indicator.id.clone());
    let toggle = move |event: &web_sys::Event| {
        let not_applicable = browser::ticked(event);
        inner.change(&id, |entry| entry.not_applicable = not_applicable);
    };
    let about = words::not_applicable(&form.rubric, form.lang);
    [
        tick(
            form.t(text::NOT_APPLICABLE),
            el("input", "choice__box").checked(ticked).on("change", toggle),
        ),
        el("p", "row__note").text(about),
    ]
}

/// A box to tick, with what it says.
pub fn tick(label: &str, input: El) -> El {
    el("label", "tick")
        .child(input.attr("type", "checkbox"))
        .child(el("span", "choice__label").text(label))
}
