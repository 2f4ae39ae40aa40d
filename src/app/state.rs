//! The state of the page: the open assessment with its score, and everything around it.
//!
//! One [`Session`] lives as long as the page. It is a handful of signals, so it is copied into
//! closures freely. Whoever changes the assessment does so through [`Session::edit`]: that is what
//! undo, autosave and the visible state of saving hang on.

mod history;
mod library;
mod notices;
mod opening;
mod place;
mod refusals;
mod route;
mod rows;
mod saving;
mod settings;

use std::sync::Arc;

use leptos::prelude::*;

use crate::engine::{
    Assessment, Figure, GradeScale, Indicator, Kind, Label, Layout, NotApplicable, Rounding,
    Rubric, Scorecard, score,
};
use crate::exchange::typed::plain;
use crate::words::Lang;

pub use history::History;
pub use library::Listed;
pub use notices::{Deed, Notice, Tone};
pub use place::{
    EntryField, EntryText, FundText, GoalText, OptionText, Place, ProjectText, change_entry,
};
pub use route::Route;
pub use rows::{Row, Rows};
pub use saving::{Failure, Saved};
pub use settings::Theme;

/// Everything the page knows. Copy it, don't clone what is in it.
#[derive(Clone, Copy)]
pub struct Session {
    /// The rubric of the open assessment; an empty one while none is open.
    pub rubric: RwSignal<Arc<Rubric>>,
    /// The open assessment as typed; read it, but change it through [`Session::edit`].
    pub assessment: RwSignal<Assessment>,
    /// The score of the open assessment, figures made plain first.
    pub scorecard: Memo<Arc<Scorecard>>,
    /// Key of the open assessment in the library; none on the start page before one is opened.
    pub open: RwSignal<Option<String>>,
    /// The saved assessments, latest first.
    pub library: RwSignal<Vec<Listed>>,
    /// Whether what is typed is saved.
    pub saved: RwSignal<Saved>,
    /// What the page has to say; shown above the content until it is dismissed.
    pub notices: RwSignal<Vec<Notice>>,
    /// Where the page is, after the hash.
    pub route: RwSignal<Route>,
    /// The language of everything that is shown.
    pub lang: RwSignal<Lang>,
    /// Light, dark, or as the system has it.
    pub theme: RwSignal<Theme>,
    /// 大字版.
    pub large_print: RwSignal<bool>,
    /// Whether there is something to undo.
    pub can_undo: RwSignal<bool>,
    /// Whether there is something to redo.
    pub can_redo: RwSignal<bool>,
    history: StoredValue<History>,
    saving: StoredValue<saving::Saving, LocalStorage>,
}

/// The session of the page, from context.
pub fn use_session() -> Session {
    expect_context()
}

impl Session {
    /// A session with nothing open, settings and library read from storage.
    pub fn start() -> Session {
        let rubric = RwSignal::new(Arc::new(no_rubric()));
        let assessment = RwSignal::new(Assessment::default());
        let scorecard = Memo::new(move |_| {
            rubric.with(|rubric| assessment.with(|assessment| Arc::new(scored(rubric, assessment))))
        });
        let session = Session {
            rubric,
            assessment,
            scorecard,
            open: RwSignal::new(None),
            library: RwSignal::new(Vec::new()),
            saved: RwSignal::new(Saved::Nothing),
            notices: RwSignal::new(Vec::new()),
            route: RwSignal::new(Route::Start),
            lang: RwSignal::new(Lang::Zh),
            theme: RwSignal::new(Theme::Auto),
            large_print: RwSignal::new(false),
            can_undo: RwSignal::new(false),
            can_redo: RwSignal::new(false),
            history: StoredValue::new(History::default()),
            saving: StoredValue::new_local(saving::Saving::default()),
        };
        session.load_settings();
        session.load_library();
        session
    }

    /// Changes the open assessment: scored, undoable and saved.
    ///
    /// Edits in a row with the same `place` (a field: `entries.<id>.actual`) are undone as one;
    /// `""` never merges. A change that changes nothing leaves no trace.
    pub fn edit(&self, place: &str, change: impl FnOnce(&mut Assessment)) {
        let before = self.assessment.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        self.replace(place, before, after);
    }

    fn replace(&self, place: &str, before: Assessment, after: Assessment) {
        if before == after {
            return;
        }
        self.history.update_value(|history| history.record(place, before));
        self.show(after);
        self.touch();
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
        self.history.update_value(History::settle);
    }

    fn step(&self, turn: fn(&mut History, Assessment) -> Option<Assessment>) {
        let now = self.assessment.get_untracked();
        let then = self.history.try_update_value(|history| turn(history, now)).flatten();
        if let Some(then) = then {
            self.show(then);
            self.touch();
        }
    }

    fn show(&self, assessment: Assessment) {
        self.assessment.set(assessment);
        self.history.with_value(|history| {
            set_changed(self.can_undo, history.can_undo());
            set_changed(self.can_redo, history.can_redo());
        });
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

/// Sets a signal only if that changes it, so that nothing is drawn anew for nothing.
pub fn set_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
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
