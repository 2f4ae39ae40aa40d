//! Rubrics from outside: of a portal, of a file, of a page that embeds this one. Each is checked whole
//! before it is opened; the second module has the check.

use std::rc::Rc;

use js_sys::Array;

use super::editions::file;
use super::{Deed, Notice, Opening, Route, Session, Tone};
use crate::app::browser;
use crate::engine::{Assessment, Pin, VERSION};
use crate::exchange::own::{self, Own};
use crate::presets;
use crate::tree::{self, Tree};
use crate::words::table::page as text;

/// Where an unsaved assessment under a portal's rubric came from, as the tab keeps it; the address
/// follows.
pub(super) const RUBRIC: &str = "rubric:";

/// A rubric that was not opened for its errors.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The file; empty where the page around handed it over, then its title stands for it.
    pub name: String,
    /// Its text, from which the list of what is wrong is made.
    pub text: Rc<str>,
}

/// Told why a rubric was not opened: its problems as JSON, as the module for portals gives them, or an
/// empty list where it could not be checked. None if it was opened.
pub type Told = Box<dyn FnOnce(Option<String>)>;

impl Session {
    /// Opens an empty assessment under the rubric in a JSON text; `name` is its file, if that is known,
    /// `origin` where a reloaded tab finds it again, which may be nothing.
    ///
    /// With an error in it nothing is opened, and all that is wrong is shown; warnings alone are told
    /// of, and are on the tab 指标体系.
    pub fn open_rubric(&self, name: &str, text: &str, origin: &str, told: Told) {
        let (session, named, given) = (*self, name.to_owned(), text.to_owned());
        let (origin, wanted) = (origin.to_owned(), self.wanted());
        browser::module(
            browser::PAPERS,
            Box::new(move |papers| {
                if !wanted() {
                    return;
                }
                let checked =
                    papers.and_then(|it| it.call("checkRubric", &[given.as_str().into()]).ok());
                let Some(checked) = checked.map(|list| Array::from(&list)) else {
                    session.notify(Notice::new(Tone::Error, text::NOT_FETCHED));
                    return told(Some("[]".to_owned()));
                };
                let problems = checked.get(0).as_string().unwrap_or_default();
                let read = read(&given).filter(|_| checked.get(1).as_f64() == Some(0.0));
                let Some(own) = read else {
                    session.refuse_rubric(named, given);
                    return told(Some(problems));
                };
                let title = own.title.clone();
                session.open_under(own, &origin);
                if problems != "[]" {
                    let notice = Notice::new(Tone::Warning, text::RUBRIC_WARNINGS);
                    let notice = notice.with_label("name", title);
                    session.notify(notice.offer(text::SEE_RUBRIC, Deed::Go(Route::Rubric)));
                }
                told(None);
            }),
        );
    }

    fn open_under(&self, own: Own, origin: &str) {
        // What it carries cannot change under it: there is no content to tell by a hash.
        let pin = Pin { id: own.id.clone(), hash: String::new() };
        let assessment = Assessment { version: VERSION, rubric: pin, ..Assessment::default() };
        self.begin_from(origin, own, assessment);
    }

    fn refuse_rubric(&self, name: String, text: String) {
        self.warn_of(&name);
        self.refused.set(Some(Refused { name, text: text.into() }));
        self.give_way();
    }

    /// Tells whoever keeps the site, in the browser's console, that one of its rubrics has errors.
    pub fn warn_of(&self, name: &str) {
        if self.portal.rubrics.iter().any(|path| path == name) {
            browser::warn(&["jiheng.config.json: ", name, " has errors, see the page"].concat());
        }
    }

    /// Puts away what was said of a rubric that was not opened.
    pub fn dismiss_refused(&self) {
        self.refused.set(None);
        browser::focus("main");
    }

    /// Opens a file of the portal's by its address relative to the page; fetches it first.
    pub(super) fn open_rubric_file(&self, path: &str) {
        if !is_of_this_site(path) {
            let notice = Notice::new(Tone::Error, text::RUBRIC_ELSEWHERE);
            return self.refuse(notice.with("name", path));
        }
        match file(path).filter(|_| browser::loaded(browser::PAPERS).is_some()) {
            Some(text) => {
                self.open_rubric(path, &text, &[RUBRIC, path].concat(), Box::new(|_| ()));
            }
            None => {
                let needed = vec![path.to_owned(), browser::PAPERS.to_owned()];
                self.fetch(needed, Opening::Rubric(path.to_owned()));
            }
        }
    }

    /// Does what the address asks for after its `?`: `?preset=fukang`, `?rubric=rubrics/city.json`; says
    /// whether there is something.
    pub(crate) fn open_asked(&self) -> bool {
        if let Some(path) = browser::asked("rubric") {
            self.bring(Opening::Rubric(path));
        } else if let Some(id) = browser::asked("preset") {
            self.open_offered(&id);
        } else {
            return false;
        }
        true
    }

    /// Opens a form that the portal offers, a preset or one of its own, by its id.
    pub fn open_offered(&self, id: &str) {
        if self.portal.presets().iter().any(|preset| preset.id == id) {
            return self.bring(Opening::Empty(id.to_owned()));
        }
        let (session, id, wanted) = (*self, id.to_owned(), self.wanted());
        let files = self.portal.rubrics.clone();
        browser::fetch(
            files.clone(),
            Box::new(move |_| {
                if !wanted() {
                    return;
                }
                let is_it = |path: &&String| {
                    file(path).and_then(|it| read(&it)).is_some_and(|own| own.id == id)
                };
                match files.iter().find(is_it) {
                    Some(path) => session.bring(Opening::Rubric(path.clone())),
                    None => {
                        session.refuse(Notice::new(Tone::Error, text::NOT_OFFERED).with("id", id))
                    }
                }
            }),
        );
    }
}

/// The rubric in a text; none where it can't be drawn, or has the name of a preset. The second module says
/// why.
pub fn read(text: &str) -> Option<Own> {
    let own = own::rubric(tree::parse(text).ok()?).ok()?;
    presets::find(&own.id).is_none().then_some(own)
}

/// The text of a file that holds a rubric and no project.
pub(super) fn rubric_text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let Ok(Tree::Fields(fields)) = tree::parse(text) else { return None };
    fields.contains_key("indicators").then_some(text)
}

/// Whether an address leads below this page, or beside it, and to no other site: no scheme, no host, and
/// nothing that browsers drop or turn round when they read it.
fn is_of_this_site(path: &str) -> bool {
    let harmless = |c: char| !c.is_control() && !c.is_whitespace() && !":\\?#".contains(c);
    path.ends_with(".json") && !path.starts_with('/') && path.chars().all(harmless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rubric_comes_from_this_site_or_not_at_all() {
        for path in ["city.json", "rubrics/city.json", "../own/市.json", "./a-b_c.1.json"] {
            assert!(is_of_this_site(path), "{path}");
        }
        for path in [
            "https://a.example/a.json",
            "//a.example/a.json",
            "/a.json",
            "\\\\a.example/a.json",
            "a:b.json",
            "data:,a.json",
            "\t//a.example/a.json",
            " //a.example/a.json",
            "a.json?b",
            "a.txt",
            "",
        ] {
            assert!(!is_of_this_site(path), "{path}");
        }
    }
}
