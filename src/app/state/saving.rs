//! Autosave: a moment after typing stops, and when the page is hidden. Nothing is overwritten that
//! another tab wrote, and what can't be saved can still be downloaded.

use std::rc::Rc;

use leptos::prelude::untrack;

use super::library::{Listed, storage_key};
use super::{Deed, Notice, Session, Tone, editions};
use crate::app::browser::{self, Pause, Refusal};
use crate::engine::Assessment;
use crate::exchange::json::{self, Named};
use crate::words::table::page as text;

/// How long after the last edit it is saved, in milliseconds.
const PAUSE: u32 = 400;
/// Which assessment this tab has open, for when it is reloaded.
pub(super) const TAB: &str = "jiheng.open";

/// Whether what is typed is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was changed yet, so nothing was saved.
    Nothing,
    /// Changes wait to be saved.
    Saving,
    /// Saved on this machine, at a time of day.
    At(String),
    /// Told to the page around, which handed the assessment over and keeps it.
    Handed,
    /// Not saved.
    Failed(Failure),
}

/// Why something is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser allows no storage.
    Blocked,
    /// Storage is full.
    Full,
    /// Another tab saved the same assessment.
    Conflict,
}

/// What saving needs to remember.
#[derive(Default)]
pub(super) struct Saving {
    pause: Rc<Pause>,
    /// What storage holds as far as this tab knows; none before the first time.
    written: Option<String>,
    /// Whether there are changes that storage does not hold.
    pending: bool,
    /// Whether another tab wrote meanwhile; nothing is written until the user has chosen.
    conflict: bool,
}

impl Session {
    /// Begins anew with an assessment whose text in storage is `written`, saved at a moment.
    pub(super) fn forget_saving(&self, written: Option<(String, u64)>) {
        let (written, moment) = written.unzip();
        let before = self.saving.replace(Saving { written, ..Saving::default() });
        before.pause.stop();
        let saved = moment.map_or(Saved::Nothing, |moment| Saved::At(browser::moment(moment)));
        self.saved.set_changed(saved);
        self.dismiss_text(text::OTHER_TAB);
    }

    /// Saves in a moment.
    pub(super) fn touch(&self) {
        if self.hosted.get() {
            return self.saved.set_changed(Saved::Handed);
        }
        let session = *self;
        let conflict = {
            let mut saving = self.saving.borrow_mut();
            saving.pending = true;
            saving.conflict
        };
        if conflict {
            return self.tell_of_other_tab();
        }
        self.saving.borrow().pause.begin(PAUSE, Box::new(move || session.save_now()));
        self.saved.set_changed(Saved::Saving);
    }

    /// What can't be saved when another assessment takes its place: kept as a copy where another tab
    /// has its own, else in a notice.
    pub(super) fn leave(&self) {
        self.save_now();
        let (pending, conflict) = {
            let saving = self.saving.borrow();
            (saving.pending, saving.conflict)
        };
        if !pending || self.open.with_untracked(Option::is_none) {
            return;
        }
        if conflict {
            self.forget_saving(None);
            self.open.set(Some(browser::unique()));
            self.saving.borrow_mut().pending = true;
            self.save_now();
            if !self.saving.borrow().pending {
                return;
            }
        }
        let content = self.with_stored(|stored| self.project_file(stored));
        let name = untrack(|| self.title());
        self.dismiss_text(text::STORAGE_FULL);
        self.dismiss_text(text::STORAGE_BLOCKED);
        let file = format!("{}.json", file_stem(&name));
        self.notify(
            Notice::new(Tone::Error, text::LEFT_UNSAVED)
                .with("name", name)
                .offer(text::DOWNLOAD_PROJECT, Deed::Download(file, content)),
        );
    }

    /// Saves what waits to be saved, if anything does.
    pub fn save_now(&self) {
        let due = {
            let saving = self.saving.borrow_mut();
            saving.pause.stop();
            saving.pending && !saving.conflict
        };
        let Some(key) = self.open.get_untracked().filter(|_| due) else {
            return;
        };
        let place = storage_key(&key);
        let here = browser::read(&place);
        if here.is_some() && self.saving.borrow().written != here {
            return self.meet_other_tab();
        }
        let content = self.with_stored(|stored| self.project_file(stored));
        match browser::write(&place, &content) {
            Ok(()) => self.saved_as(&key, content),
            Err(refusal) => self.not_saved(refusal),
        }
    }

    /// Has the page loaded anew in its new release (offline.js), once what is typed is saved. Where that
    /// can't be saved, it is said once more, and the page stays.
    pub(super) fn update(&self) {
        let (pending, conflict) = {
            let saving = self.saving.borrow();
            (saving.pending, saving.conflict)
        };
        if pending && conflict {
            return self.tell_of_other_tab();
        }
        if pending {
            self.saved.set_changed(Saved::Saving);
            self.save_now();
        }
        if !self.saving.borrow().pending {
            browser::tell_window("jiheng-update-accepted");
        }
    }

    fn saved_as(&self, key: &str, content: String) {
        {
            let mut saving = self.saving.borrow_mut();
            saving.written = Some(content);
            saving.pending = false;
        }
        self.assessment.with_untracked(|assessment| editions::keep(&assessment.rubric));
        let own = self.own_rubric().is_some();
        let listed = self.assessment.with_untracked(|assessment| Listed::of(key, assessment, own));
        let name = self.library.with_untracked(|items| {
            let known = items.iter().find(|item| item.key == key);
            known.map(|item| item.name.clone()).unwrap_or_default()
        });
        self.list(Listed { name, ..listed });
        browser::write_tab(TAB, key);
        self.saved.set_changed(Saved::At(browser::clock_time()));
        self.dismiss_text(text::STORAGE_FULL);
        self.dismiss_text(text::STORAGE_BLOCKED);
    }

    fn not_saved(&self, refusal: Refusal) {
        let (failure, words) = match refusal {
            Refusal::Blocked => (Failure::Blocked, text::STORAGE_BLOCKED),
            Refusal::Full => (Failure::Full, text::STORAGE_FULL),
        };
        if self.saved.get_untracked() == Saved::Failed(failure) {
            return;
        }
        self.saved.set(Saved::Failed(failure));
        self.notify(
            Notice::new(Tone::Error, words)
                .offer(text::DOWNLOAD_PROJECT, Deed::DownloadOpen)
                .offer(text::TRY_AGAIN, Deed::Retry),
        );
    }

    /// Something changed in storage by another tab: the list, or the open assessment.
    pub(crate) fn storage_changed(&self, key: Option<String>, now: Option<String>) {
        self.load_library();
        let Some(open) = self.open.get_untracked() else {
            return;
        };
        let ours = key.is_none_or(|key| key == storage_key(&open));
        // What was deleted there can't be overwritten here; the next change saves it again.
        if ours && now.is_none() {
            self.saving.borrow_mut().written = None;
            return;
        }
        let differs = {
            let saving = self.saving.borrow();
            saving.written.is_some() && saving.written != now
        };
        if ours && differs {
            self.meet_other_tab();
        }
    }

    fn meet_other_tab(&self) {
        {
            let mut saving = self.saving.borrow_mut();
            saving.pause.stop();
            saving.conflict = true;
        }
        self.saved.set_changed(Saved::Failed(Failure::Conflict));
        self.tell_of_other_tab();
    }

    /// Says that another tab has its own; again at the next edit if that was dismissed, because
    /// nothing is saved until the user has chosen.
    fn tell_of_other_tab(&self) {
        if self.shows(text::OTHER_TAB) {
            return;
        }
        self.notify(
            Notice::new(Tone::Warning, text::OTHER_TAB)
                .offer(text::USE_THEIRS, Deed::UseTheirs)
                .offer(text::KEEP_COPY, Deed::KeepCopy),
        );
    }

    /// Opens what the other tab saved, in place of what is here; undo brings that back.
    pub(super) fn use_theirs(&self) {
        let Some(key) = self.open.get_untracked() else {
            return;
        };
        let (ours, own) = (self.moment(), self.own_rubric());
        if browser::read(&storage_key(&key)).is_none() {
            // Theirs is gone meanwhile: there is nothing to take over, and nothing in the way.
            self.forget_saving(None);
            self.touch();
            return self.save_now();
        }
        self.saving.borrow_mut().pending = false;
        self.open_saved(&key);
        let pinned = self.assessment.with_untracked(|theirs| theirs.rubric == ours.shown.rubric);
        // Rubrics that are no presets may be called the same: undo must not bring entries to another.
        if pinned && self.own_rubric() == own {
            self.history.borrow_mut().record("", ours);
            self.note_history();
        }
    }

    /// Goes on with what is here, under a key of its own.
    pub(super) fn keep_copy(&self) {
        self.forget_saving(None);
        self.open.set(Some(browser::unique()));
        self.touch();
        self.save_now();
    }

    /// Offers the open assessment as a project file.
    pub fn download_project(&self) {
        let content = self.with_stored(|stored| self.project_file(stored));
        let name = format!("{}.json", file_stem(&untrack(|| self.title())));
        browser::download(&name, "application/json", content.as_bytes());
    }

    /// The open assessment as a project file, in this form of it, with its rubric where that is none
    /// of the presets.
    pub(super) fn project_file(&self, assessment: &Assessment) -> String {
        json::write(&[Named { rubric: self.own_rubric(), ..Named::of(assessment.clone()) }])
    }
}

/// A title without what file systems refuse.
pub(super) fn file_stem(title: &str) -> String {
    let refused = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
    title.chars().map(|c| if refused(c) { '-' } else { c }).take(60).collect()
}
