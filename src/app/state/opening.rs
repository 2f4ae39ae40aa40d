//! Opening an assessment: empty, the published example, saved, from a file, from a link.
//!
//! What is opened from elsewhere is not saved until it is changed. A reloaded tab finds what it
//! had open by its origin, kept for the tab.

use std::rc::Rc;

use super::library::Listed;
use super::library::storage_key;
use super::saving::{TAB, file_stem, project_file};
use super::{Deed, History, Moment, Notice, Route, Rows, Session, Tone, editions, refusals};
use crate::app::browser;
use crate::engine::{Assessment, Pin, Rubric, VERSION};
use crate::exchange::json::{self, FileError, Named};
use crate::presets;
use crate::words::table::Key;
use crate::words::table::page as text;

/// Where an unsaved assessment came from, as the tab keeps it: the rest is a preset or a payload.
const EMPTY: &str = "empty:";
const EXAMPLE: &str = "example:";
const LINK: &str = "link:";

/// Notices about what could not be opened, or only by an older edition; they are over once something
/// else is open.
const REFUSALS: [Key; 8] = [
    text::LINK_BROKEN,
    text::FILE_BROKEN,
    text::SAVED_BROKEN,
    text::UNKNOWN_RUBRIC,
    text::OTHER_EDITION,
    text::OLDER_EDITION,
    text::LINK_NOT_FETCHED,
    text::LINK_HERE,
];

impl Session {
    /// Begins with an empty form.
    pub fn open_empty(&self, preset: &str) {
        let Some((rubric, hash)) = presets::rubric(preset).zip(presets::hash(preset)) else {
            return;
        };
        let pin = Pin { id: preset.to_owned(), hash: hash.to_owned() };
        let assessment = Assessment { version: VERSION, rubric: pin, ..Assessment::default() };
        self.begin_from(&format!("{EMPTY}{preset}"), rubric, assessment);
    }

    /// Opens the published example of a form.
    pub fn open_example(&self, preset: &str) {
        let found = presets::rubric(preset).zip(presets::example(preset));
        if let Some((rubric, assessment)) = found {
            self.begin_from(&format!("{EXAMPLE}{preset}"), rubric, assessment);
        }
    }

    /// Opens what a share link carries, once the second module has come to read it. Whoever has
    /// opened something else meanwhile is asked.
    pub fn open_link(&self, payload: &str) {
        let (session, lang) = (*self, self.lang.get_untracked());
        let (payload, before) = (payload.to_owned(), self.open.get_untracked());
        browser::module(
            browser::PAPERS,
            Box::new(move |papers| {
                let Some(papers) = papers else {
                    let notice = Notice::new(Tone::Error, text::LINK_NOT_FETCHED);
                    return session.refuse(notice.offer(text::TRY_AGAIN, Deed::Open(payload)));
                };
                if session.open.get_untracked() != before {
                    let notice = Notice::new(Tone::Note, text::LINK_HERE);
                    return session.notify(notice.offer(text::OPEN_IT, Deed::Open(payload)));
                }
                let given = [payload.as_str().into(), lang.tag().into()];
                let read = papers.call("unlink", &given).map_err(|why| why.as_string());
                match read.map(|project| project.as_string().as_deref().and_then(json::first)) {
                    Ok(Some(assessment)) => {
                        session.open_foreign(&format!("{LINK}{payload}"), assessment);
                    }
                    Ok(None) => session.give_way(),
                    Err(why) => {
                        let notice = Notice::new(Tone::Error, text::LINK_BROKEN);
                        session.refuse(notice.with("why", why.unwrap_or_default()));
                    }
                }
            }),
        );
    }

    /// Opens a project file: the first assessment in it, the others join the list.
    pub fn open_file(&self, name: &str, bytes: &[u8]) {
        let mut all = match json::read(bytes) {
            Ok(all) => all.into_iter(),
            Err(error) => {
                let why = refusals::of_file(&error, self.lang.get_untracked());
                let notice = Notice::new(Tone::Error, text::FILE_BROKEN);
                return self.refuse(notice.with("name", name).with("why", why));
            }
        };
        let Some(first) = all.next() else { return };
        let others: Vec<Named> = all.collect();
        if !others.is_empty() {
            let count = (others.len() + 1).to_string();
            self.notify(Notice::new(Tone::Note, text::FILE_MORE).with("count", count));
            others.into_iter().for_each(|named| self.keep(named));
        }
        self.open_foreign("", first.assessment);
    }

    /// Saves an assessment without opening it.
    fn keep(&self, named: Named) {
        let key = browser::unique();
        let listed = Listed { name: named.name.clone(), ..Listed::of(&key, &named.assessment) };
        if browser::write(&storage_key(&key), &json::write(&[named])).is_err() {
            return self.notify(Notice::new(Tone::Error, text::COPY_REFUSED));
        }
        self.list(listed);
    }

    /// Opens a saved assessment. One that can't be read stays as it is and can be downloaded.
    pub fn open_saved(&self, key: &str) {
        self.leave();
        let Some(content) = browser::read(&storage_key(key)) else {
            return self.load_library();
        };
        let first = json::read(content.as_bytes()).map(|all| all.into_iter().next());
        match first {
            Ok(Some(named)) => match self.admit(named.assessment, &content) {
                Some((rubric, assessment)) => {
                    let listed = self.library.with_untracked(|items| {
                        items.iter().find(|item| item.key == key).map_or(0, |item| item.saved)
                    });
                    self.begin(key, rubric, assessment, Some((content, listed)));
                    browser::write_tab(TAB, key);
                }
                None => self.give_way(),
            },
            Ok(None) => self.refuse_saved(key, content, FileError::Foreign),
            Err(error) => self.refuse_saved(key, content, error),
        }
    }

    fn refuse_saved(&self, key: &str, content: String, error: FileError) {
        let why = refusals::of_file(&error, self.lang.get_untracked());
        let download = Deed::Download(format!("{key}.json"), content);
        let notice = Notice::new(Tone::Error, text::SAVED_BROKEN).with("why", why);
        self.refuse(notice.offer(text::DOWNLOAD_IT, download));
    }

    /// Opens again what this tab had open before it was reloaded, or the latest that is saved; says
    /// whether it is there, or on its way.
    fn reopen(&self) -> bool {
        let origin = browser::read_tab(TAB).unwrap_or_default();
        let parts = origin.split_once(':').map(|(kind, rest)| (kind.len() + 1, rest));
        match parts.map(|(end, rest)| (&origin[..end], rest)) {
            Some((EMPTY, preset)) => self.open_empty(preset),
            Some((EXAMPLE, preset)) => self.open_example(preset),
            Some((LINK, payload)) => {
                self.open_link(payload);
                return true;
            }
            _ => {
                let listed = self.library.get_untracked();
                let known = listed.iter().find(|item| item.key == origin).or(listed.first());
                if let Some(item) = known {
                    self.open_saved(&item.key);
                }
            }
        }
        self.open.with_untracked(Option::is_some)
    }

    /// Opens a copy of an assessment under the edition of its form that is at hand.
    pub(super) fn adopt(&self, mut assessment: Assessment) {
        let id = assessment.rubric.id.clone();
        if let Some((rubric, hash)) = presets::rubric(&id).zip(presets::hash(&id)) {
            hash.clone_into(&mut assessment.rubric.hash);
            self.begin_from("", rubric, assessment);
            self.touch();
        }
    }

    /// Nothing is open any more.
    pub(super) fn close(&self) {
        self.forget_saving(None);
        self.open.set(None);
        browser::write_tab(TAB, "");
    }

    fn open_foreign(&self, origin: &str, assessment: Assessment) {
        let content = project_file(&assessment);
        match self.admit(assessment, &content) {
            Some((rubric, assessment)) => self.begin_from(origin, rubric, assessment),
            None => self.give_way(),
        }
    }

    /// The rubric that an assessment is pinned to; where it is not at hand, a notice says so and
    /// nothing is scored by another one.
    fn admit(&self, mut assessment: Assessment, content: &str) -> Option<(Rubric, Assessment)> {
        let id = assessment.rubric.id.clone();
        if let Some(hash) = presets::hash(&id).filter(|_| assessment.rubric.hash.is_empty()) {
            hash.clone_into(&mut assessment.rubric.hash);
        }
        if let Some(rubric) = editions::find(&assessment.rubric) {
            return Some((rubric, assessment));
        }
        let name = format!("{}.json", file_stem(if id.is_empty() { "assessment" } else { &id }));
        let download = Deed::Download(name, content.to_owned());
        let notice = match presets::find(&id) {
            Some(preset) => Notice::new(Tone::Warning, text::OTHER_EDITION)
                .with("pinned", assessment.rubric.hash.clone())
                .with("edition", preset.edition)
                .with("hash", preset.hash)
                .offer(text::OPEN_WITH_THIS, Deed::Adopt(Box::new(assessment))),
            None => Notice::new(Tone::Error, text::UNKNOWN_RUBRIC).with("id", id),
        };
        self.notify(notice.offer(text::DOWNLOAD_IT, download));
        None
    }

    /// Says that what is open goes by an older edition than the page comes with.
    fn tell_of_newer_edition(&self, rubric: &Rubric, assessment: &Assessment) {
        let pin = &assessment.rubric;
        if let Some(newer) = presets::find(&pin.id).filter(|_| editions::is_older(pin)) {
            let comparison = Route::WhatIf("comparison".to_owned());
            self.notify(
                Notice::new(Tone::Note, text::OLDER_EDITION)
                    .with("pinned", rubric.edition.clone())
                    .with("edition", newer.edition)
                    .offer(text::COMPARE_EDITIONS, Deed::Go(comparison))
                    .offer(text::OPEN_WITH_THIS, Deed::Adopt(Box::new(assessment.clone()))),
            );
        }
    }

    fn begin_from(&self, origin: &str, rubric: Rubric, assessment: Assessment) {
        self.leave();
        self.begin(&browser::unique(), rubric, assessment, None);
        browser::write_tab(TAB, origin);
    }

    fn begin(
        &self,
        key: &str,
        rubric: Rubric,
        assessment: Assessment,
        written: Option<(String, u64)>,
    ) {
        self.forget_saving(written);
        self.history.replace(History::default());
        for settled in REFUSALS {
            self.dismiss_text(settled);
        }
        self.open.set(None);
        self.tell_of_newer_edition(&rubric, &assessment);
        self.rows.replace(Rc::new(Rows::of(&rubric)));
        let moment = Moment::of(&rubric, assessment);
        self.rubric.set(Rc::new(rubric));
        self.show(moment);
        self.note_history();
        self.open.set(Some(key.to_owned()));
        match self.route.get_untracked() {
            Route::Start => self.go(Route::Score, false),
            Route::Open(_) => self.go(Route::Score, true),
            _ => {}
        }
    }

    fn refuse(&self, notice: Notice) {
        self.notify(notice);
        self.give_way();
    }

    /// A screen that needs an open assessment gives way to the start; a link that could not be opened,
    /// to what is open.
    fn give_way(&self) {
        let leaves_link = matches!(self.route.get_untracked(), Route::Open(_));
        match self.open.with_untracked(Option::is_none) {
            true => self.go(Route::Start, true),
            false if leaves_link => self.go(Route::Score, true),
            false => {}
        }
    }

    /// Goes to a screen; in place of the one in the address if `instead`.
    pub fn go(&self, route: Route, instead: bool) {
        browser::set_hash(&route.hash(), instead);
        self.show_route(route);
    }

    /// Another screen begins at its top, and with the focus there.
    fn show_route(&self, route: Route) {
        let before = self.route.get_untracked();
        if before == route {
            return;
        }
        self.route.set(route.clone());
        if before.screen() != route.screen() {
            browser::focus("main");
            browser::scroll_to_top();
        }
    }

    /// The address changed: shows its screen, opening what it needs.
    pub(crate) fn arrive(&self) {
        let route = Route::parse(&browser::location_hash());
        self.show_route(route.clone());
        match route {
            Route::Open(payload) => self.open_link(&payload),
            Route::Start => {}
            Route::Score | Route::WhatIf(_) | Route::Rubric | Route::Share => {
                if self.open.with_untracked(Option::is_none) && !self.reopen() {
                    self.go(Route::Start, true);
                }
            }
        }
    }
}
