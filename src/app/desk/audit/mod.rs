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
mod maker;
mod marks;
mod past;
mod verdict;

use std::collections::BTreeMap;
use std::rc::Rc;

use case::{Case, Found, Opened};
use kept::{Act, Deed, Kept, Origin, Piece};
use past::{Change, Past};

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
    past: Past,
    case: Case,
    /// Whether the tables were changed since they were audited.
    stale: bool,
    /// Whether there is something that the tab of the browser does not keep yet.
    unkept: bool,
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
    /// Which of the parts that fold are open, by name, as far as somebody said so.
    open: BTreeMap<String, bool>,
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

    /// What the page is to keep now, so that a tab that is reloaded meanwhile has lost nothing.
    pub fn next_to_keep(&mut self) -> Option<Asked> {
        if !std::mem::take(&mut self.unkept) {
            return None;
        }
        Some(match self.kept.text() {
            Some(text) => ("keep", text, String::new()),
            None => ("unkept", String::new(), String::new()),
        })
    }

    /// What the page was asked for since it was asked last.
    pub fn asked(&mut self) -> impl Iterator<Item = Asked> + '_ {
        self.asked.drain(..)
    }

    /// A table was pasted: its HTML, if it has any, and its text.
    pub fn paste(&mut self, html: &str, text: &str) {
        self.forget_answers();
        self.add(Piece { html: html.to_owned(), ..Piece::new(Origin::Clipboard, text) }, true);
    }

    /// A file was chosen.
    pub fn file(&mut self, name: &str, text: &str) {
        self.forget_answers();
        self.add(Piece::file(name, text.to_owned()), false);
    }

    /// So much was to come in that it was not even handed over.
    pub fn too_large(&mut self, bytes: usize) {
        self.forget_answers();
        let limit = crate::exchange::published::MAX_BYTES;
        self.controls.refused = Some(Flaw::TooLarge { bytes, limit });
    }

    /// What was said to the last control is about what is there no more.
    fn forget_answers(&mut self) {
        self.controls.opened = None;
        self.controls.refused = None;
    }

    /// It is left: what was asked for is about what is seen no more.
    pub fn leave(&mut self) {
        self.asked.clear();
    }

    /// Takes a piece in, if there is a table in it. What was `pasted` and holds none goes into the
    /// field, so that it can be mended where it was to come in.
    fn add(&mut self, piece: Piece, pasted: bool) {
        let found = piece.read(self.lang);
        // Prose beside a table tells its figures again.
        let told = !self.case.tables.is_empty() && !piece.paragraphs().is_empty();
        if told || !found.drafts.is_empty() {
            self.past.step(&self.kept, Change::Whole);
            self.kept.pieces.push(Rc::new(piece));
            self.reread();
            self.ask("focus", VERDICT, "");
            return;
        }
        let free = self.kept.typed().is_empty() && !piece.text.trim().is_empty();
        if pasted && free && piece.text.len() <= FIELD && found.flaw != Some(Flaw::Binary) {
            self.past.step(&self.kept, Change::Whole);
            self.kept.retype(&piece.text);
            self.ask("type", FIELD_ID, &piece.text);
            return self.reread();
        }
        self.controls.refused = found.flaw;
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
            "blank" => self.add(Piece::new(Origin::Blank, ""), false),
            "example" => self.add(Piece::new(Origin::Clipboard, EXAMPLE), false),
            "clear" => self.clear(),
            "undo" => self.turn(Past::undo),
            "redo" => self.turn(Past::redo),
            "page" => {
                self.controls.pages.insert(place.to_owned(), value.parse().unwrap_or_default());
            }
            "fold" => {
                self.controls.open.insert(place.to_owned(), !value.is_empty());
            }
            "all" => self.controls.all = !value.is_empty(),
            "letter" => self.controls.other = !value.is_empty(),
            "open" => self.open_form(value.parse().unwrap_or_default()),
            "fill" => self.fill([number(), number(), number(), number()], value),
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
        self.past.step(&self.kept, Change::Typed);
        self.kept.retype(text);
        self.reread();
    }

    fn clear(&mut self) {
        self.past.step(&self.kept, Change::Whole);
        self.kept = Kept::default();
        self.controls = Controls::default();
        self.reread();
        self.ask("type", FIELD_ID, "");
        self.ask("focus", FIELD_ID, "");
    }

    /// Does something to a table. What is said to one that is not there, or no more, does nothing.
    fn change(&mut self, act: Act) {
        let Some(lines) = self.case.lines(&act) else { return };
        self.past.step(&self.kept, Change::Done(act.clone()));
        self.case.apply(&act);
        if act.what == Deed::Line
            && let Some(now) = self.case.lines(&act)
            && let Some(new) = now.iter().find(|line| !lines.contains(line))
        {
            self.ask("focus", &columns::cell_id(&act, *new), "");
        }
        // What is typed into the field goes with its tables.
        if act.what == Deed::Drop && act.piece == 0 {
            self.kept.retype("");
            self.ask("type", FIELD_ID, "");
            return self.reread();
        }
        self.kept.note(act);
        self.unkept = true;
        self.stale = true;
    }

    /// Cells that were pasted go from a cell to the right and down, each into its own.
    fn fill(&mut self, [piece, table, line, column]: [u32; 4], text: &str) {
        let place = |what| Act { piece, table, what, line, column, value: String::new() };
        let act = place(Deed::Cell);
        let Some(lines) = self.case.lines(&act) else { return };
        self.past.step(&self.kept, Change::Whole);
        let mut lines = lines.into_iter().skip_while(|at| *at != line);
        for row in text.trim_end_matches(['\r', '\n']).lines() {
            let line = match lines.next() {
                Some(line) => line,
                None => {
                    let before = self.case.lines(&act).unwrap_or_default();
                    let more = place(Deed::Line);
                    self.case.apply(&more);
                    self.kept.note(more);
                    let now = self.case.lines(&act).unwrap_or_default();
                    let Some(new) = now.into_iter().find(|at| !before.contains(at)) else { break };
                    new
                }
            };
            for (at, value) in (column..).zip(row.split('\t')) {
                let act = Act { line, column: at, value: value.trim().to_owned(), ..act.clone() };
                self.case.apply(&act);
                self.kept.note(act);
            }
        }
        self.unkept = true;
        self.stale = true;
    }

    /// A change back, or forth again.
    fn turn(&mut self, turn: fn(&mut Past, &Kept) -> Option<Kept>) {
        let Some(then) = turn(&mut self.past, &self.kept) else { return };
        if then.typed() != self.kept.typed() {
            self.ask("type", FIELD_ID, then.typed());
        }
        self.kept = then;
        self.reread();
    }

    fn reread(&mut self) {
        self.case = Case::read(&self.kept, self.lang);
        self.unkept = true;
        self.stale = false;
    }

    fn ask(&mut self, what: &'static str, one: &str, two: &str) {
        self.asked.push((what, one.to_owned(), two.to_owned()));
    }

    /// Makes a table a form with its entries, for the page to open.
    fn open_form(&mut self, table: usize) {
        if std::mem::take(&mut self.stale) {
            self.case.audit();
        }
        let opened = self.case.form(table, self.lang);
        // Pressed twice is opened once.
        self.asked.retain(|(what, ..)| *what != "form");
        if let Opened::As { project, said } = &opened {
            self.asked.push(("form", project.clone(), said.clone()));
        }
        self.controls.opened = Some((table, opened));
    }

    /// All of it.
    pub fn draw(&mut self) -> Sheet {
        if std::mem::take(&mut self.stale) {
            self.case.audit();
        }
        self.drawn()
    }

    fn drawn(&self) -> Sheet {
        let lang = self.lang;
        let about = el("p", "start__what").flag("hidden", self.case.report.is_some());
        let about = about.text(t(text::ABOUT, lang));
        let title = el("h1", "start__title").text(t(text::TITLE, lang));
        // Heard when it is another, whatever else changes.
        let told = self.case.report.as_ref().map(|report| verdict::headline(self, report).1);
        let heard = el("p", "unseen").attr("role", "status").text(told.unwrap_or_default());
        let mut view = View::default().child(title).child(heard).child(about);
        view = view.child(input::draw(self));
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

    /// Whether a part that folds is open; as it is by itself where nobody said.
    fn is_open(&self, part: &str, by_itself: bool) -> bool {
        self.open.get(part).copied().unwrap_or(by_itself)
    }
}

/// Id of the heading that says what it comes to.
const VERDICT: &str = "audit-verdict";
/// Id of the field that tables are pasted into.
const FIELD_ID: &str = "audit-text";

#[cfg(test)]
mod tests;
