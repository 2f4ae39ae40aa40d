//! What is read, copied and printed rather than typed: the tab 指标体系, the documents of 导出, the
//! score sheet on paper, and the share link.
//!
//! This is a wasm module of its own (`src/papers.rs`), which the page fetches at the first press of
//! a key or pointer: nobody waits for it who only wants to score. It is handed texts, the rubric
//! and the assessment, and draws into an element of the page.

mod articles;
mod documents;
mod rubric;
mod sheet;
mod tables;

use std::cell::RefCell;

use web_sys::Element;

use super::element::Mounted;
use crate::engine::{Assessment, Rubric, Scorecard, score};
use crate::exchange::typed::plain;
use crate::exchange::{json, link};
use crate::presets;
use crate::words::Lang;

thread_local! {
    /// What is drawn on the tab that is open.
    static SHOWN: RefCell<Option<Mounted>> = const { RefCell::new(None) };
    /// The sheet while it is printed.
    static PRINTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
}

/// A form filled in, with its score.
struct Filled {
    rubric: Rubric,
    assessment: Assessment,
    scorecard: Scorecard,
    lang: Lang,
}

impl Filled {
    /// From the texts that the page hands over; none if they are not what it writes.
    fn read(rubric: &str, project: &str, lang: &str) -> Option<Filled> {
        let rubric = presets::read(rubric)?;
        let assessment = first_of(project)?;
        let scorecard = score(&rubric, &plain(&rubric, &assessment));
        Some(Filled { rubric, assessment, scorecard, lang: Lang::parse(lang)? })
    }
}

fn first_of(project: &str) -> Option<Assessment> {
    Some(json::read(project.as_bytes()).ok()?.into_iter().next()?.assessment)
}

/// Draws into `host`, in place of what was drawn before: `rubric`, the tab 指标体系; `documents`,
/// those of 导出; `sheet`, the score sheet on paper. `copied` is told the title of each document
/// that is copied, and whether that worked.
///
/// It is there when this returns: the browser lays out paper as soon as the page let it go on.
pub fn show(
    what: &str,
    host: &Element,
    (rubric, project): (&str, &str),
    lang: &str,
    copied: Box<dyn Fn(&str, bool)>,
) {
    let Some(filled) = Filled::read(rubric, project, lang) else { return };
    let (drawn, place) = match what {
        "rubric" => (rubric::page(&filled.rubric, filled.lang), &SHOWN),
        "documents" => (articles::articles(&filled, copied.into()), &SHOWN),
        _ => (sheet::sheet(&filled), &PRINTED),
    };
    place.set(Some(drawn.mount(host)));
}

/// Takes the score sheet away.
pub fn put_away() {
    PRINTED.set(None);
}

/// What a share link carries of an assessment; none if it does not fit into one.
pub fn link(project: &str) -> Option<String> {
    link::write(&first_of(project)?).ok()
}
