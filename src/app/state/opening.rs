//! Opening an assessment: empty, the published example, saved, from a file, from a link. What is
//! needed for it and not at hand is fetched first; then the same way is gone again (`coming`).
//!
//! What is opened from elsewhere is not saved until it is changed. A reloaded tab finds what it
//! had open by its origin, kept for the tab.

use std::rc::Rc;
use std::sync::Arc;

use super::editions::{self, file, rubric_file};
use super::library::Listed;
use super::library::storage_key;
use super::outside::{RUBRIC, rubric_text};
use super::saving::{TAB, file_stem};
use super::{Deed, History, Moment, Notice, Opening, Route, Rows, Saved, Session, Tone, refusals};
use crate::app::browser;
use crate::engine::{Assessment, Pin, Rubric, VERSION};
use crate::exchange::json::{self, FileError, Named};
use crate::exchange::own::Own;
use crate::presets::{self, Preset};
use crate::words::Lang;
use crate::words::table::Key;
use crate::words::table::page as text;

/// Where an unsaved assessment came from, as the tab keeps it: the rest is a preset or a payload.
const EMPTY: &str = "empty:";
const EXAMPLE: &str = "example:";
const LINK: &str = "link:";
/// What the page around hands over: it does so again when a frame is loaded anew.
pub(super) const HOST: &str = "host:";

/// Notices about what could not be opened, or only by an older edition; they are over once something
/// else is open.
const REFUSALS: [Key; 12] = [
    text::LINK_BROKEN,
    text::FILE_BROKEN,
    text::FORM_BROKEN,
    text::SAVED_BROKEN,
    text::UNKNOWN_RUBRIC,
    text::OTHER_EDITION,
    text::OLDER_EDITION,
    text::NOT_OPENED,
    text::HAS_COME,
    text::RUBRIC_ELSEWHERE,
    text::NOT_OFFERED,
    text::RUBRIC_WARNINGS,
];

/// What an assessment is opened under: a rubric, and whether it travels with it.
pub(super) struct Under {
    rubric: Arc<Rubric>,
    own: Option<Own>,
}

impl From<Rubric> for Under {
    fn from(rubric: Rubric) -> Under {
        Under { rubric: Arc::new(rubric), own: None }
    }
}

impl From<Own> for Under {
    fn from(own: Own) -> Under {
        Under { rubric: own.rubric(), own: Some(own) }
    }
}

impl Session {
    /// The rubric of a preset; where it is not at hand it is fetched, to open `what` then.
    fn rubric_of(&self, preset: &Preset, what: impl FnOnce() -> Opening) -> Option<Rubric> {
        let name = rubric_file(preset.id);
        match file(&name) {
            Some(text) => presets::read(&text),
            None => {
                self.fetch(vec![name], what());
                None
            }
        }
    }

    pub(super) fn open_empty(&self, id: &str) {
        let Some(preset) = presets::find(id) else { return };
        let what = || Opening::Empty(id.to_owned());
        if let Some(rubric) = self.rubric_of(preset, what) {
            let pin = Pin { id: id.to_owned(), hash: preset.hash.to_owned() };
            let assessment = Assessment { version: VERSION, rubric: pin, ..Assessment::default() };
            self.begin_from(&format!("{EMPTY}{id}"), rubric, assessment);
        }
    }

    pub(super) fn open_example(&self, id: &str) {
        let (of_rubric, of_example) = (rubric_file(id), format!("{id}/example"));
        let Some(texts) = file(&of_rubric).zip(file(&of_example)) else {
            return self.fetch(vec![of_rubric, of_example], Opening::Example(id.to_owned()));
        };
        let found = presets::read(&texts.0).zip(presets::read_example(&texts.1));
        if let Some((rubric, assessment)) = found {
            self.begin_from(&format!("{EXAMPLE}{id}"), rubric, assessment);
        }
    }

    /// The second module reads what a share link carries.
    pub(super) fn open_link(&self, payload: &str) {
        let what = Opening::Link(payload.to_owned());
        let Some(papers) = browser::loaded(browser::PAPERS) else {
            return self.fetch(vec![browser::PAPERS.to_owned()], what);
        };
        let given = [payload.into(), self.lang.get_untracked().tag().into()];
        let read = papers.call("unlink", &given).map_err(|why| why.as_string());
        match read.map(|project| project.as_string().as_deref().and_then(json::first)) {
            Ok(Some(named)) => self.open_given(&format!("{LINK}{payload}"), named),
            Ok(None) => self.give_way(),
            Err(why) => {
                let notice = Notice::new(Tone::Error, text::LINK_BROKEN);
                self.refuse(notice.with("why", why.unwrap_or_default()));
            }
        }
    }

    /// Opens a project file: the first assessment in it, the others join the list. A file may also
    /// hold a rubric, as whoever writes one tries it.
    pub fn open_file(&self, name: &str, bytes: &[u8]) {
        let mut all = match json::read(bytes) {
            Ok(all) => all.into_iter(),
            Err(error) => {
                if let Some(text) = rubric_text(bytes).filter(|_| error == FileError::Foreign) {
                    return self.open_rubric(name, text, "", Box::new(|_| ()));
                }
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
        self.open_given("", first);
    }

    /// Opens the assessment in a project file that the page made itself, on the tab 评分 and saved:
    /// the form that an audit made of a table, which is nowhere else.
    pub fn open_form(&self, text: &str) {
        let read = json::read(text.as_bytes()).map(|all| all.into_iter().next());
        let named = match read {
            Ok(Some(named)) => named,
            Ok(None) => return,
            Err(error) => {
                let why = refusals::of_file(&error, self.lang.get_untracked());
                let notice = Notice::new(Tone::Error, text::FORM_BROKEN);
                return self.refuse(notice.with("why", why));
            }
        };
        let what = |named: Named| Opening::Given(String::new(), Box::new(named));
        if let Some((rubric, assessment)) = self.admit(named, text, what) {
            self.begin_from("", rubric, assessment);
            self.touch();
            self.save_now();
            if self.route.with_untracked(|route| *route != Route::Score) {
                self.go(Route::Score, false);
            }
        }
    }

    /// Saves an assessment without opening it.
    fn keep(&self, named: Named) {
        let key = browser::unique();
        let own = named.rubric.is_some();
        let listed =
            Listed { name: named.name.clone(), ..Listed::of(&key, &named.assessment, own) };
        if browser::write(&storage_key(&key), &json::write(&[named])).is_err() {
            return self.notify(Notice::new(Tone::Error, text::COPY_REFUSED));
        }
        self.list(listed);
    }

    /// One that can't be read stays as it is and can be downloaded.
    pub(super) fn open_saved(&self, key: &str) {
        self.leave();
        let Some(content) = browser::read(&storage_key(key)) else {
            return self.load_library();
        };
        let first = json::read(content.as_bytes()).map(|all| all.into_iter().next());
        match first {
            Ok(Some(named)) => {
                let what = |_: Named| Opening::Saved(key.to_owned());
                let found = self.admit(named, &content, what);
                let Some((rubric, assessment)) = found else { return };
                let listed = self.library.with_untracked(|items| {
                    items.iter().find(|item| item.key == key).map_or(0, |item| item.saved)
                });
                self.begin(key, rubric, assessment, Some((content, listed)));
                browser::write_tab(TAB, key);
            }
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
            Some((RUBRIC, path)) => self.open_rubric_file(path),
            Some((LINK, payload)) => {
                self.open_link(payload);
            }
            Some((HOST, _)) => return browser::awaits_host(),
            _ => self.open_known(&origin),
        }
        self.is_coming() || self.open.with_untracked(Option::is_some)
    }

    /// Opens a saved assessment by its key; where it is gone, the latest that is saved, unless the
    /// address asks for something else or a page around would hear of it.
    fn open_known(&self, key: &str) {
        let listed = self.library.get_untracked();
        let latest = listed.first().filter(|_| !browser::asks() && !browser::framed());
        if let Some(item) = listed.iter().find(|item| item.key == key).or(latest) {
            self.open_saved(&item.key);
        }
    }

    /// Opens a copy of an assessment under the edition of its form that is at hand.
    pub(super) fn adopt(&self, mut assessment: Assessment) {
        let Some(preset) = presets::find(&assessment.rubric.id) else { return };
        let what = || Opening::Adopted(Box::new(assessment.clone()));
        if let Some(rubric) = self.rubric_of(preset, what) {
            preset.hash.clone_into(&mut assessment.rubric.hash);
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

    pub(super) fn open_given(&self, origin: &str, named: Named) {
        let content = json::write(std::slice::from_ref(&named));
        let what = |named: Named| Opening::Given(origin.to_owned(), Box::new(named));
        if let Some((rubric, assessment)) = self.admit(named, &content, what) {
            self.begin_from(origin, rubric, assessment);
        }
    }

    /// The rubric that an assessment is pinned to: the preset of that name, whatever else it carries,
    /// or else the one that it carries. Where it is not at hand it is fetched, to open `what` then;
    /// where there is none, a notice says so and nothing is scored by another one.
    fn admit(
        &self,
        mut named: Named,
        content: &str,
        what: impl FnOnce(Named) -> Opening,
    ) -> Option<(Under, Assessment)> {
        let id = named.assessment.rubric.id.clone();
        if let Some(own) = named.rubric.take_if(|_| presets::find(&id).is_none()) {
            return Some((own.into(), named.assessment));
        }
        let assessment = &mut named.assessment;
        if let Some(hash) = presets::hash(&id).filter(|_| assessment.rubric.hash.is_empty()) {
            hash.clone_into(&mut assessment.rubric.hash);
        }
        if let Some(rubric) = editions::find(&assessment.rubric) {
            return Some((rubric.into(), named.assessment));
        }
        let name = format!("{}.json", file_stem(if id.is_empty() { "assessment" } else { &id }));
        let download = Deed::Download(name, content.to_owned());
        let notice = match presets::find(&id) {
            Some(preset) if preset.hash == assessment.rubric.hash => {
                self.fetch(vec![rubric_file(&id)], what(named));
                return None;
            }
            Some(preset) => Notice::new(Tone::Warning, text::OTHER_EDITION)
                .with("pinned", assessment.rubric.hash.clone())
                .with("edition", preset.edition)
                .with("hash", preset.hash)
                .offer(
                    text::OPEN_WITH_THIS,
                    Deed::Open(Opening::Adopted(Box::new(named.assessment))),
                ),
            None => Notice::new(Tone::Error, text::UNKNOWN_RUBRIC).with("id", id),
        };
        self.refuse(notice.offer(text::DOWNLOAD_IT, download));
        None
    }

    /// Says that what is open goes by an older edition than the page comes with.
    fn tell_of_newer_edition(&self, rubric: &Rubric, assessment: &Assessment) {
        let pin = &assessment.rubric;
        if let Some(newer) = presets::find(&pin.id).filter(|_| editions::is_older(pin)) {
            let comparison = Route::WhatIf("comparison".to_owned());
            let adopted = Opening::Adopted(Box::new(assessment.clone()));
            self.notify(
                Notice::new(Tone::Note, text::OLDER_EDITION)
                    .with("pinned", rubric.edition.clone())
                    .with("edition", newer.edition)
                    .offer(text::COMPARE_EDITIONS, Deed::Go(comparison))
                    .offer(text::OPEN_WITH_THIS, Deed::Open(adopted)),
            );
        }
    }

    pub(super) fn begin_from(&self, origin: &str, under: impl Into<Under>, assessment: Assessment) {
        self.leave();
        self.begin(&browser::unique(), under.into(), assessment, None);
        if origin == HOST {
            self.hosted.set(true);
            self.saved.set_changed(Saved::Handed);
        }
        browser::write_tab(TAB, origin);
    }

    fn begin(
        &self,
        key: &str,
        Under { rubric, own }: Under,
        assessment: Assessment,
        written: Option<(String, u64)>,
    ) {
        self.hosted.set(false);
        self.forget_saving(written);
        self.history.replace(History::default());
        for settled in REFUSALS {
            self.dismiss_text(settled);
        }
        self.refused.set_changed(None);
        self.forget_step();
        self.open.set(None);
        self.tell_of_newer_edition(&rubric, &assessment);
        self.rows.replace(Rc::new(Rows::of(&rubric)));
        let moment = Moment::of(&rubric, assessment);
        self.own.replace(own);
        self.rubric.set(rubric);
        self.show(moment);
        self.note_history();
        self.open.set(Some(key.to_owned()));
        match self.route.get_untracked() {
            Route::Start => self.go(Route::Score, false),
            Route::Open(_) => self.go(Route::Score, true),
            _ => {}
        }
    }

    pub(super) fn refuse(&self, notice: Notice) {
        browser::tell_host("refused", &[notice.text(Lang::En).into()]);
        self.notify(notice);
        self.give_way();
    }

    /// A screen that needs an open assessment gives way to the start; a link that could not be opened,
    /// to what is open.
    pub(super) fn give_way(&self) {
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

    /// The page has started: opens what its address asks for on the tab 评分, unless it names a screen.
    /// In a frame the tab may know what was open there, and the focus stays in the page around.
    ///
    /// The screen is drawn at once; to open something is a task of its own.
    pub(crate) fn begin_here(&self) {
        let session = *self;
        let route = Route::parse(&browser::location_hash());
        if !browser::asks() || route != Route::Start {
            self.route.set(route);
            return browser::next_task(Box::new(move || session.arrive()));
        }
        self.route.set(Route::Score);
        browser::set_hash(&Route::Score.hash(), true);
        let begin = move || {
            let kept = browser::framed() && session.reopen();
            if !kept {
                session.open_asked();
            }
        };
        browser::next_task(Box::new(begin));
    }

    /// The address changed: shows its screen, opening what it needs.
    pub(crate) fn arrive(&self) {
        let route = Route::parse(&browser::location_hash());
        self.show_route(route.clone());
        match route {
            Route::Open(payload) => self.open_link(&payload),
            Route::Start | Route::Audit => {}
            Route::Score | Route::WhatIf(_) | Route::Rubric | Route::Share => {
                let opens = || self.reopen() || browser::awaits_host() || self.open_asked();
                if self.open.with_untracked(Option::is_none) && !opens() {
                    self.go(Route::Start, true);
                }
            }
        }
    }
}
