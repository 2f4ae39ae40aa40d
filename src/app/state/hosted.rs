//! What the page around a frame hands over: an assessment that it keeps, or the order to begin anew.

use super::opening::HOST;
use super::{Opening, Session, outside};
use crate::app::browser;
use crate::engine::{Assessment, VERSION};
use crate::exchange::json::Named;
use crate::presets;
use crate::tree::{self, WrongShape};
use crate::words::Lang;

/// Why what was handed over is not taken: a code of the JS contract, the place, and a sentence for
/// developers in English.
pub struct NotTaken {
    /// `wrong-shape`, `other-version`, `unknown-preset` or `not-opened`.
    pub code: &'static str,
    /// `assessment.entries.insured.actual`; empty for the whole.
    pub path: String,
    /// What is wrong and what is due.
    pub message: String,
}

impl NotTaken {
    fn new(code: &'static str, field: &str, message: String) -> NotTaken {
        NotTaken { code, path: ["assessment.", field].concat(), message }
    }

    /// A word that is none of those that may be said.
    pub fn choice(what: &str) -> NotTaken {
        WrongShape::new("is none of the values that it may have").under(what).into()
    }
}

impl From<WrongShape> for NotTaken {
    fn from(WrongShape { path, message }: WrongShape) -> NotTaken {
        NotTaken { code: "wrong-shape", path, message }
    }
}

impl Session {
    /// Opens an assessment, as JSON in the shape of the JS contract, for the page around to keep.
    ///
    /// # Errors
    /// [`NotTaken`]; what was open stays open.
    pub fn open_hosted(&self, text: &str) -> Result<(), NotTaken> {
        let tree =
            tree::parse(text).map_err(|_| WrongShape::new("is not JSON").under("assessment"))?;
        let assessment: Assessment =
            tree.document().map_err(|flaw: WrongShape| flaw.under("assessment"))?;
        if assessment.version != VERSION {
            let message = format!("is {}; this page reads version {VERSION}", assessment.version);
            return Err(NotTaken::new("other-version", "version", message));
        }
        let id = &assessment.rubric.id;
        let own = self.own_rubric().filter(|own| own.id == *id);
        if own.is_none() && presets::find(id).is_none() {
            let message =
                format!("\"{id}\" is no form of this page, and not the rubric that is open");
            return Err(NotTaken::new("unknown-preset", "rubric.id", message));
        }
        let before = self.open.get_untracked();
        self.give_up();
        self.open_given(HOST, Named { rubric: own, ..Named::of(assessment) });
        if before == self.open.get_untracked() && !self.is_coming() {
            let message =
                "is pinned to an edition of the form that this page does not have".to_owned();
            return Err(NotTaken::new("not-opened", "rubric.hash", message));
        }
        Ok(())
    }

    /// Opens a rubric of the page around with nothing entered; where it is the one that is open, what was
    /// entered stays. `told` hears the problems for which it is not opened, as JSON.
    pub fn open_hosted_rubric(&self, text: &str, told: Box<dyn FnOnce(Option<String>)>) {
        self.give_up();
        let open = self.own_rubric().filter(|_| self.open.with_untracked(Option::is_some));
        match outside::read(text) {
            Some(own) if open.is_some_and(|open| open == own) => told(None),
            // Of its name, as of whose it is, users know nothing: its title stands for it.
            _ => self.open_rubric("", text, "", told),
        }
    }

    /// Opens the form that is open with nothing entered.
    pub fn begin_anew(&self) {
        self.give_up();
        let id = self.rubric.with_untracked(|rubric| rubric.id.clone());
        match self.own_rubric() {
            Some(own) => self.open_given("", Named::empty(own)),
            None => self.bring(Opening::Empty(id)),
        }
    }

    /// Tells the page around why nothing is open, where that was said before it could hear.
    pub fn tell_refusal(&self) {
        let waits = self.is_coming() || self.open.with_untracked(Option::is_some);
        let last = self.notices.with_untracked(|all| all.last().map(|one| one.text(Lang::En)));
        if let Some(last) = last.filter(|_| !waits) {
            browser::tell_host("refused", &[last.into()]);
        }
    }

    /// What the page around is told: the key of what is open, its rubric and its project file.
    pub fn told(&self) -> Option<[wasm_bindgen::JsValue; 3]> {
        let open = self.open.get_untracked()?;
        leptos::prelude::untrack(|| {
            Some([open.into(), self.rubric_text(), self.project_text().into()])
        })
    }
}
