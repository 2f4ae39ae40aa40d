//! What is read, copied and printed rather than typed: the tab 指标体系, the documents of 导出, the
//! score sheet on paper, and the share link.
//!
//! This is a wasm module of its own (`src/papers.rs`), which the page fetches at the first press of
//! a key or pointer: nobody waits for it who only wants to score. It is handed texts, the rubric
//! and the assessment, and draws into an element of the page.

mod articles;
mod check;
mod derivation;
pub(super) mod documents;
mod flaws;
mod rubric;
mod sheet;
mod tables;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::element::Mounted;
use super::state::refusals;
use crate::contract;
use crate::engine::{Assessment, Rubric, Scorecard, score};
use crate::exchange::typed::plain;
use crate::exchange::{json, link};
use crate::presets;
use crate::words::Lang;

pub use check::check_rubric;

thread_local! {
    /// What is drawn on the tab that is open.
    static SHOWN: RefCell<Option<Mounted>> = const { RefCell::new(None) };
    /// The sheet while it is printed.
    static PRINTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
    /// What is wrong with a rubric that could not be opened.
    static FLAWS: RefCell<Option<Mounted>> = const { RefCell::new(None) };
    /// What was read last: every panel that is open asks with the same texts.
    static READ: RefCell<Option<Rc<Filled>>> = const { RefCell::new(None) };
}

/// Told the title of a document that was copied, and whether that worked.
pub type Copied = Rc<dyn Fn(&str, bool)>;

/// A form filled in, with its score.
struct Filled {
    /// The texts that it was read from.
    given: (String, String),
    rubric: Rubric,
    assessment: Assessment,
    scorecard: Scorecard,
}

impl Filled {
    /// From the texts that the page hands over; none if they are not what it writes.
    fn read(rubric: &str, project: &str) -> Option<Rc<Filled>> {
        let known = READ.with_borrow(Clone::clone);
        if let Some(known) = known.filter(|it| it.given.0 == rubric && it.given.1 == project) {
            return Some(known);
        }
        let given = (rubric.to_owned(), project.to_owned());
        let (rubric, assessment) = (presets::read(rubric)?, json::first(project)?.assessment);
        let scorecard = score(&rubric, &plain(&rubric, &assessment));
        let read = Rc::new(Filled { given, rubric, assessment, scorecard });
        READ.set(Some(Rc::clone(&read)));
        Some(read)
    }
}

/// Draws into `host`, in place of what was drawn before: `rubric`, the tab 指标体系; `documents`,
/// those of 导出; `sheet`, the score sheet on paper; `flaws`, what is wrong with a rubric, whose text
/// is the first of both and its name the second. `copied` is told the title of each document that is
/// copied, and whether that worked. Says whether it could be drawn.
///
/// It is there when this returns: the browser lays out paper as soon as the page let it go on.
pub fn show(
    what: &str,
    host: &Element,
    (rubric, project): (&str, &str),
    lang: &str,
    copied: Copied,
) -> bool {
    if what == "flaws" {
        let lang = Lang::parse(lang).unwrap_or_default();
        FLAWS.set(Some(flaws::flaws(&check::told(rubric), project, lang).mount(host)));
        return true;
    }
    let Some((filled, lang)) = Filled::read(rubric, project).zip(Lang::parse(lang)) else {
        return false;
    };
    let (drawn, place) = match what {
        "rubric" => (rubric::page(&filled.rubric, lang), &SHOWN),
        "documents" => (articles::articles(&filled, lang, copied), &SHOWN),
        _ => (sheet::sheet(&filled, lang), &PRINTED),
    };
    place.set(Some(drawn.mount(host)));
    true
}

/// Takes the score sheet away.
pub fn put_away() {
    PRINTED.set(None);
}

/// How an indicator came to its points, and what that goes by: titles, each with its sentences.
pub fn derivation(
    (rubric, project): (&str, &str),
    lang: &str,
    indicator: &str,
) -> Option<Vec<Vec<String>>> {
    derivation::derivation(&*Filled::read(rubric, project)?, indicator, Lang::parse(lang)?)
}

/// The scorecard in the shape of the JS contract; none if the texts are not what the page writes.
pub fn scorecard(rubric: &str, project: &str) -> Option<JsValue> {
    let filled = Filled::read(rubric, project)?;
    contract::object(&contract::Card::of(&filled.rubric, &filled.scorecard)).ok()
}

/// What a share link carries of an assessment; none if it does not fit into one.
pub fn link(project: &str) -> Option<String> {
    link::write(&json::first(project)?).ok()
}

/// The assessment that a share link carries, as a project file.
///
/// # Errors
/// Why it can't be read, in words.
pub fn unlink(payload: &str, lang: &str) -> Result<String, String> {
    let lang = Lang::parse(lang).unwrap_or_default();
    let named = link::read(payload).map_err(|error| refusals::of_link(&error, lang))?;
    Ok(json::write(&[named]))
}
