//! The tab 核验: a published table comes in by the clipboard, as a file or by hand; what contradicts
//! what in it goes out.
//!
//! [`Kept`] is what came in and what was done to it, [`Case`] the tables that they make with their
//! report, the other files draw a part of the tab each.

mod case;
mod columns;
mod copy;
mod findings;
mod input;
mod kept;
mod letter;
mod marks;
mod verdict;

use std::collections::BTreeMap;
use std::rc::Rc;

use case::{Case, Found, Opened};
use kept::{Act, Deed, Kept, Origin, Piece};

use super::drawn::el;
use super::{Asked, Clip, Sheet, View};
use crate::audit::Flaw;
use crate::words::Lang;
use crate::words::t;
use crate::words::table::audit_page as text;

/// Text that goes back into the field when nothing is found in it, in bytes: a field of megabytes
/// brings a browser to a halt.
const FIELD: usize = 256 << 10;

/// The published table that the tab offers to look at first.
const EXAMPLE: &str = include_str!("example.txt");

/// 核验.
#[derive(Default)]
pub struct Room {
    lang: Lang,
    kept: Kept,
    /// What was there before each thing that can be undone.
    before: Vec<Kept>,
    case: Case,
    controls: Controls,
    asked: Vec<Asked>,
}

/// What the controls of the tab say.
#[derive(Default)]
struct Controls {
    /// Whether all rows and findings are shown, however many.
    all: bool,
    /// The first line that is shown of a table's cells, by its place.
    pages: BTreeMap<String, usize>,
    /// Whether the letter is in the other language than the page.
    other: bool,
    /// Why the last thing that was to come in did not.
    refused: Option<Flaw>,
    /// What came of the last table that was to be opened for scoring, by its number.
    opened: Option<(usize, Opened)>,
}

impl Room {
    /// It was opened. What it held stays; else it begins with what the tab of the browser had kept.
    pub fn open(&mut self, kept: &str, lang: &str) {
        let lang = Lang::parse(lang).unwrap_or_default();
        if self.kept == Kept::default() {
            self.kept = Kept::parse(kept);
        }
        self.lang = lang;
        self.controls.opened = None;
        self.reread();
    }

    /// What the page was asked for since it was asked last.
    pub fn asked(&mut self) -> impl Iterator<Item = Asked> + '_ {
        self.asked.drain(..)
    }

    /// A table came in: by the `clipboard`, or as the file of a name. `too-large` has the bytes as its
    /// text: it was not even handed over.
    pub fn take(&mut self, from: &str, html: &str, text: &str) {
        self.controls = Controls { other: self.controls.other, ..Controls::default() };
        if from == "too-large" {
            let bytes = text.parse().unwrap_or(usize::MAX);
            let limit = crate::exchange::published::MAX_BYTES;
            self.controls.refused = Some(Flaw::TooLarge { bytes, limit });
            return;
        }
        let text = text.to_owned();
        let piece = match from {
            "clipboard" => Piece { from: Origin::Clipboard, html: html.to_owned(), text },
            name => Piece::file(name, text),
        };
        self.add(piece);
    }

    /// Takes a piece in, if there is a table in it.
    fn add(&mut self, piece: Piece) {
        let found = piece.read(self.lang);
        if !found.drafts.is_empty() {
            self.step();
            self.kept.pieces.push(Rc::new(piece));
            self.reread();
            self.ask("focus", VERDICT, "");
            return;
        }
        self.controls.refused = found.flaw;
        // So that it can be mended where it was to come in.
        if self.kept.typed().is_empty() && !piece.text.is_empty() && piece.text.len() <= FIELD {
            self.controls.refused = None;
            self.kept.retype(&piece.text);
            self.ask("type", FIELD_ID, &piece.text);
            self.reread();
        }
    }

    /// A control was typed into, chosen or pressed.
    pub fn event(&mut self, act: &str, value: &str) {
        let Some(act) = act.strip_prefix("audit-") else { return };
        let (act, place) = act.split_once(':').unwrap_or((act, ""));
        let mut numbers = place.split(':').map(|number| number.parse().unwrap_or_default());
        let mut number = || numbers.next().unwrap_or_default();
        self.controls.opened = None;
        match act {
            "text" => self.type_text(value),
            "blank" => {
                let [html, text] = [String::new(), String::new()];
                self.add(Piece { from: Origin::Blank, html, text });
            }
            "example" => {
                let text = EXAMPLE.to_owned();
                self.add(Piece { from: Origin::Clipboard, html: String::new(), text });
            }
            "clear" => {
                self.step();
                self.kept = Kept::default();
                self.controls = Controls::default();
                self.reread();
                self.ask("type", FIELD_ID, "");
                self.ask("focus", FIELD_ID, "");
            }
            "drop" => {
                self.step();
                let piece = number() as usize;
                self.kept.drop(piece);
                self.reread();
                if piece == 0 {
                    self.ask("type", FIELD_ID, "");
                }
            }
            "undo" => self.undo(),
            "page" => {
                self.controls.pages.insert(place.to_owned(), value.parse().unwrap_or_default());
            }
            "all" => self.controls.all = !value.is_empty(),
            "letter" => self.controls.other = !value.is_empty(),
            "open" => self.open_form(value.parse().unwrap_or_default()),
            deed => {
                let Some(what) = Deed::parse(deed) else { return };
                let [piece, table, line, column] = [number(), number(), number(), number()];
                let value = value.to_owned();
                self.change(Act { piece, table, what, line, column, value });
            }
        }
    }

    fn type_text(&mut self, text: &str) {
        self.controls.refused = None;
        self.kept.retype(text);
        self.reread();
    }

    /// Does something to a table.
    fn change(&mut self, act: Act) {
        // Typing into one cell is one thing to undo.
        let goes_on = act.what == Deed::Cell || act.is_name();
        if !(goes_on && self.kept.acts.last().is_some_and(|last| last.is_at(&act))) {
            self.step();
        }
        self.case.apply(&act);
        self.kept.note(act);
        self.case.audit();
        self.keep();
    }

    /// Remembers what is there, before it is changed.
    fn step(&mut self) {
        const MOST: usize = 50;
        if self.before.len() == MOST {
            self.before.remove(0);
        }
        self.before.push(self.kept.clone());
    }

    fn undo(&mut self) {
        let Some(before) = self.before.pop() else { return };
        if before.typed() != self.kept.typed() {
            self.ask("type", FIELD_ID, before.typed());
        }
        self.kept = before;
        self.reread();
    }

    fn reread(&mut self) {
        self.case = Case::read(&self.kept, self.lang);
        self.keep();
    }

    fn keep(&mut self) {
        self.ask("keep", &self.kept.text(), "");
    }

    fn ask(&mut self, what: &'static str, one: &str, two: &str) {
        self.asked.push((what, one.to_owned(), two.to_owned()));
    }

    /// Makes a table a form with its entries, for the page to open.
    fn open_form(&mut self, table: usize) {
        let opened = self.case.form(table, self.lang);
        if let Opened::As { project, said } = &opened {
            self.asked.push(("form", project.clone(), said.clone()));
        }
        self.controls.opened = Some((table, opened));
    }

    /// All of it.
    pub fn draw(&self) -> Sheet {
        let lang = self.lang;
        let about = el("p", "start__what").flag("hidden", self.case.report.is_some());
        let about = about.text(t(text::ABOUT, lang));
        let title = el("h1", "start__title").text(t(text::TITLE, lang));
        let mut view = View::default().child(title).child(about).child(input::draw(self));
        if let Some(report) = self.case.report.as_ref() {
            view = view.child(verdict::draw(self, report)).child(findings::draw(self, report));
            view = copy::draw(self, report, view);
            view = view.children(letter::recovered(self, report));
            view = letter::draw(self, report, view);
        }
        view = view.children(columns::draw(self));
        (el("div", "audit").children(view.drawn), view.clips)
    }
}

impl Controls {
    /// The first line that is shown of the cells of a table which has so many lines.
    fn page(&self, found: &Found, lines: usize, shown: usize) -> usize {
        let from = self.pages.get(&found.place()).copied().unwrap_or_default();
        if from < lines { from } else { lines.saturating_sub(1) / shown * shown }
    }
}

/// Id of the heading that says what it comes to.
const VERDICT: &str = "audit-verdict";
/// Id of the field that tables are pasted into.
const FIELD_ID: &str = "audit-text";

#[cfg(test)]
mod tests;
