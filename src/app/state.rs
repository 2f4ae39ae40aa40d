//! The state of the page: the open assessment with its score, and everything around it.
//!
//! One [`Session`] lives as long as the page. It is no more than a reference, so it is copied into
//! closures freely. Whoever changes the assessment does so through [`Session::edit`]: that is what
//! undo, autosave and the visible state of saving hang on.

mod coming;
mod editions;
mod history;
mod hosted;
mod library;
mod notices;
mod opening;
mod outside;
mod panels;
mod papers;
mod place;
mod portal;
pub(super) mod refusals;
mod route;
mod rows;
mod saving;
mod scenarios;
mod settings;

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use super::element::Watched;
use crate::engine::{
    Assessment, Figure, GradeScale, Indicator, Kind, Label, Layout, NotApplicable, Rounding,
    Rubric, Scorecard, score,
};
use crate::exchange::own::Own;
use crate::exchange::typed::plain;
use crate::words::Lang;

pub use coming::Opening;
pub use history::History;
pub use hosted::NotTaken;
pub use library::Listed;
pub use notices::{Deed, Notice, Tone};
pub use outside::{Refused, read as read_rubric};
pub use place::{
    EntryField, EntryText, FundText, GoalText, OptionText, Place, ProjectText, change_entry,
};
pub use portal::Portal;
pub use route::Route;
pub use rows::{Row, Rows};
pub use saving::{Failure, Saved};
pub use scenarios::{Baseline, Moment, Tried};
pub use settings::Theme;

/// The state of the page, for as long as the page lives. Copy it.
#[derive(Clone, Copy)]
pub struct Session {
    state: &'static State,
}

impl Deref for Session {
    type Target = State;

    fn deref(&self) -> &State {
        self.state
    }
}

/// Everything the page knows.
pub struct State {
    /// The rubric of the open assessment; an empty one while none is open.
    pub rubric: Watched<Arc<Rubric>>,
    /// The open assessment as typed, with the changes of the scenario that is open; read it, but
    /// change it through [`Session::edit`].
    pub assessment: Watched<Assessment>,
    /// What the open scenario is held against; none while no scenario is open.
    pub baseline: Watched<Option<Rc<Baseline>>>,
    /// Which scenarios there are, and which is open.
    pub tried: Watched<Tried>,
    /// The score of the open assessment, figures made plain first.
    pub scorecard: Watched<Rc<Scorecard>>,
    /// Key of the open assessment in the library; none on the start page before one is opened.
    pub open: Watched<Option<String>>,
    /// The saved assessments, latest first.
    pub library: Watched<Vec<Listed>>,
    /// Whether what is typed is saved.
    pub saved: Watched<Saved>,
    /// What the page has to say; shown above the content until it is dismissed.
    pub notices: Watched<Vec<Notice>>,
    /// A rubric that was not opened for its errors; shown until it is dismissed.
    pub refused: Watched<Option<Refused>>,
    /// What the portal set.
    pub portal: Portal,
    /// Where the page is, after the hash.
    pub route: Watched<Route>,
    /// The language of everything that is shown.
    pub lang: Watched<Lang>,
    /// Whether the user chose it; else the portal's may come in its place.
    chose_lang: Cell<bool>,
    /// Light, dark, or as the system has it.
    pub theme: Watched<Theme>,
    /// 大字版.
    pub large_print: Watched<bool>,
    /// Whether there is something to undo.
    pub can_undo: Watched<bool>,
    /// Whether there is something to redo.
    pub can_redo: Watched<bool>,
    coming: RefCell<coming::Coming>,
    /// Whether the page around handed over what is open, and keeps it.
    hosted: Cell<bool>,
    own: RefCell<Option<Own>>,
    rows: RefCell<Rc<Rows>>,
    history: RefCell<History>,
    saving: RefCell<saving::Saving>,
    panels: RefCell<Vec<(String, bool)>>,
}

impl Session {
    /// A session with nothing open, settings and library read from storage.
    pub fn start() -> Session {
        let state = State {
            rubric: Watched::new(Arc::new(no_rubric())),
            assessment: Watched::default(),
            baseline: Watched::default(),
            tried: Watched::default(),
            scorecard: Watched::new(Rc::new(scored(&no_rubric(), &Assessment::default()))),
            open: Watched::default(),
            library: Watched::default(),
            saved: Watched::new(Saved::Nothing),
            notices: Watched::default(),
            refused: Watched::default(),
            portal: Portal::read(),
            route: Watched::new(Route::Start),
            lang: Watched::default(),
            chose_lang: Cell::default(),
            theme: Watched::default(),
            large_print: Watched::default(),
            can_undo: Watched::default(),
            can_redo: Watched::default(),
            coming: RefCell::default(),
            hosted: Cell::default(),
            own: RefCell::default(),
            rows: RefCell::default(),
            history: RefCell::default(),
            saving: RefCell::default(),
            panels: RefCell::default(),
        };
        // It lives as long as the page; so every closure may hold it.
        let session = Session { state: Box::leak(Box::new(state)) };
        session.load_settings();
        session.load_library();
        session
    }

    /// Changes the open assessment: scored, undoable and saved.
    ///
    /// Edits in a row with the same `place` (a field: `entries.<id>.actual`) are undone as one;
    /// `""` never merges. A change that changes nothing leaves no trace.
    pub fn edit(&self, place: &str, change: impl FnOnce(&mut Assessment)) {
        let before = self.moment();
        self.assessment.change_quietly(change);
        if self.assessment.with_untracked(|after| *after == before.shown) {
            return;
        }
        self.follow_year(&before.shown);
        self.rescore(&before.shown);
        self.history.borrow_mut().record(place, before);
        self.changed();
    }

    /// Takes back the last edit.
    pub fn undo(&self) {
        self.step(History::undo);
    }

    /// Brings back the edit that was taken back last.
    pub fn redo(&self) {
        self.step(History::redo);
    }

    /// Ends the run of edits that are undone as one; called when a field is left.
    pub fn settle(&self) {
        self.history.borrow_mut().settle();
    }

    fn step(&self, turn: fn(&mut History, Moment) -> Option<Moment>) {
        // Let go of the history before it is asked what can be undone now.
        let then = turn(&mut self.history.borrow_mut(), self.moment());
        if let Some(then) = then {
            self.show(then);
            self.changed();
        }
    }

    /// After an edit: what can be undone now, and that it waits to be saved.
    fn changed(&self) {
        self.forget_step();
        self.note_history();
        self.touch();
    }

    fn note_history(&self) {
        let history = self.history.borrow();
        self.can_undo.set_changed(history.can_undo());
        self.can_redo.set_changed(history.can_redo());
    }

    /// Puts something else in place of what is shown.
    fn show(&self, moment: Moment) {
        self.baseline.set_changed(moment.baseline);
        self.tried.set_changed(Tried::of(&moment.shown));
        let before = self.assessment.change_quietly(|now| std::mem::replace(now, moment.shown));
        self.rescore(&before);
    }

    /// Scores the assessment, and tells the views of what differs from before.
    fn rescore(&self, before: &Assessment) {
        let rubric = self.rubric.get_untracked();
        let scorecard = self.assessment.with_untracked(|now| Rc::new(scored(&rubric, now)));
        let old = self.scorecard.change_quietly(|now| std::mem::replace(now, scorecard));
        self.assessment.with_untracked(|now| {
            self.scorecard.with_untracked(|card| {
                self.rows().tell((before, &old), (now, card));
            });
        });
        self.assessment.tell();
        self.scorecard.tell();
    }

    /// The rows of the open assessment.
    pub fn rows(&self) -> Rc<Rows> {
        Rc::clone(&self.rows.borrow())
    }

    /// The rubric of the open assessment where it is none of the presets, so that it is kept with
    /// the assessment alone.
    pub fn own_rubric(&self) -> Option<Own> {
        self.own.borrow().clone()
    }

    /// The title of the open assessment: the project's name, or the form's.
    pub fn title(&self) -> String {
        let lang = self.lang.get();
        let name = self.assessment.with(|assessment| assessment.project.name.trim().to_owned());
        match name.is_empty() {
            true => self.rubric.with(|rubric| lang.of(&rubric.title).to_owned()),
            false => name,
        }
    }
}

/// The one way the page scores: typed figures made plain, then the engine.
fn scored(rubric: &Rubric, assessment: &Assessment) -> Scorecard {
    score(rubric, &plain(rubric, assessment))
}

/// Stands in while no assessment is open; nothing shows it.
fn no_rubric() -> Rubric {
    Rubric {
        id: String::new(),
        edition: String::new(),
        title: Label::default(),
        region: Label::default(),
        kind: Kind::SelfEvaluation,
        layout: Layout::Report,
        full_score: Figure::HUNDRED,
        rounding: Rounding::default(),
        grades: GradeScale(Vec::new()),
        not_applicable: NotApplicable::Rescale,
        cap: None,
        bonus: None,
        facts: Vec::new(),
        indicators: Vec::<Indicator>::new(),
        sources: Vec::new(),
        accepted: Vec::new(),
    }
}
