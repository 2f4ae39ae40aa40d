//! What stays in view while entering: total, grade, beam, what is certain, where points went.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::untrack;

use super::beam::beam;
use super::difference::signed;
use super::losses::loss_table;
use super::scenario;
use crate::app::browser::{self, Ended, Pause};
use crate::app::charts::beam::Size;
use crate::app::element::{El, Live, el, follow, live, watched};
use crate::app::state::Session;
use crate::engine::{Adjustment, Rubric, Scorecard};
use crate::words::report::{grade_name, padded, total_sentence};
use crate::words::table::documents as text;
use crate::words::table::page;
use crate::words::table::shared::SEMICOLON;
use crate::words::{Lang, report, say, t};

/// The scoreboard beside the entries.
pub fn scoreboard(session: Session) -> El {
    let lang = session.lang.get_untracked();
    let title = el("h2", "unseen").id("scoreboard-title").text(t(text::SCOREBOARD, lang));
    let head = el("div", "scoreboard__head").child(total(session)).child(badge(session));
    let sheet = el("div", "scoreboard__sheet")
        .child(head)
        .child(el("p", "scoreboard__grade").text(held(session, grades)))
        .child(beam(session, Size::Full))
        .child(el("p", "scoreboard__range").text(told(session, still_open)))
        .child(el("p", "scoreboard__standing").text(told(session, report::standing)))
        .child(scenario::way_in(session));
    el("section", "scoreboard")
        .attr("aria-labelledby", "scoreboard-title")
        .child(title)
        .child(sheet)
        .child(el("div", "scoreboard__sheet").child(loss_table(session)))
}

/// From this width the scoreboard stands beside the entries; `.scorebar` in the style goes by it too.
const WIDE: &str = "(min-width: 900px)";

/// The bar of narrow screens: total, grade and the small beam; where it is not seen it is not kept
/// up to date. What is said aloud stands beside it, because nothing hidden is announced and the
/// scoreboard or the bar always is.
pub fn score_bar(session: Session) -> El {
    let (wide, listening) = browser::media(WIDE);
    let narrow = live(move || !wide.get());
    el("div", "").keep(listening).when(narrow, move || vec![bar(session)]).child(announcer(session))
}

fn bar(session: Session) -> El {
    el("div", "scorebar")
        .attr("role", "region")
        .attr("aria-label", t(text::SCORE_BAR, session.lang.get_untracked()))
        .child(total(session))
        .child(badge(session))
        .child(beam(session, Size::Small))
}

/// Something told of the score, in the language of the page.
fn told(session: Session, tell: fn(&Rubric, &Scorecard, Lang) -> String) -> Live<String> {
    let lang = session.lang.get_untracked();
    live(move || {
        session.rubric.with(|rubric| session.scorecard.with(|card| tell(rubric, card, lang)))
    })
}

/// Something told of the score against the baseline's; empty while no scenario is open.
fn held(
    session: Session,
    tell: fn(&Rubric, &Scorecard, &Scorecard, Lang) -> String,
) -> Live<String> {
    let lang = session.lang.get_untracked();
    live(move || {
        let Some(then) = session.baseline.get() else { return String::new() };
        session
            .rubric
            .with(|rubric| session.scorecard.with(|card| tell(rubric, &then.scorecard, card, lang)))
    })
}

/// 等级“优”→“良”, or that it is the same.
fn grades(rubric: &Rubric, was: &Scorecard, now: &Scorecard, lang: Lang) -> String {
    let (from, to) = (shown_grade(rubric, was, lang), shown_grade(rubric, now, lang));
    let key = if from == to { page::GRADE_SAME } else { page::GRADE_CHANGE };
    say(key, lang, &[("from", &from), ("to", &to)])
}

/// `原 93.50 +0.28`, with the grade that was where another is now: `原 93.50 优 −5.48`.
pub fn by(rubric: &Rubric, was: &Scorecard, now: &Scorecard, lang: Lang) -> String {
    let [from, to] = [was, now].map(|card| card.total.score.min);
    let mut told = vec![say(page::WAS, lang, &[("points", &padded(rubric, from))])];
    if was.grade != now.grade {
        told.push(shown_grade(rubric, was, lang));
    }
    told.push(signed(to - from, rubric.rounding.places));
    told.retain(|one| !one.is_empty());
    told.join(" ")
}

fn shown_grade(rubric: &Rubric, card: &Scorecard, lang: Lang) -> String {
    grade_name(rubric, card, lang).unwrap_or_else(|| t(text::GRADE_OPEN, lang).to_owned())
}

/// Something asked about the score.
fn whether(session: Session, ask: fn(&Rubric, &Scorecard) -> bool) -> Live<bool> {
    live(move || session.rubric.with(|rubric| session.scorecard.with(|card| ask(rubric, card))))
}

/// The total in large figures; while entries are missing, what is certain so far, or the least that
/// is left where more may be taken than is lost already.
fn total(session: Session) -> El {
    let figure = told(session, |rubric, card, _| padded(rubric, card.total.score.min));
    let full = told(session, |_, card, _| format!("/ {}", card.total.weight.trimmed()));
    let what = told(session, |_, card, lang| match card.total.score.is_settled() {
        true => String::new(),
        false if may_lose(card) => t(page::AT_LEAST, lang).to_owned(),
        false => t(text::SO_FAR, lang).to_owned(),
    });
    el("p", "total")
        .child(el("span", "total__open").text(what))
        .child(el("strong", "total__figure").text(figure))
        .child(el("span", "total__full").text(full))
        .child(el("span", "total__by").text(held(session, by)))
}

/// Whether something may still be taken: then the lowest total is less than the rows add up to.
fn may_lose(card: &Scorecard) -> bool {
    let of_nodes = card.outcomes.iter().flat_map(|outcome| &outcome.adjustments);
    let taken = |one: &Adjustment| one.points.min.is_negative() && one.points.min < one.points.max;
    of_nodes.chain(&card.total.adjustments).any(taken)
}

/// How many grades pass where a form has that many and more: 优、良、中, with 低 and 差 below them.
const PASSING: usize = 3;

/// The grade in a frame: dashed and grey until it is settled, in the colour of losses if it fails.
fn badge(session: Session) -> El {
    let shown = told(session, shown_grade);
    let name = shown.clone();
    // A grade that the form does not have is none: the badge is open as long as no name stands in it.
    let open = |rubric: &Rubric, card: &Scorecard| {
        card.grade.settled().is_none_or(|at| at >= rubric.grades.0.len())
    };
    let fails = |rubric: &Rubric, card: &Scorecard| {
        let all = rubric.grades.0.len();
        card.grade.settled().is_some_and(|at| at < all && at >= PASSING.min(all - 1))
    };
    el("strong", "badge")
        .class_if("badge--open", whether(session, open))
        .class_if("badge--word", live(move || name().chars().count() > 1))
        .class_if("badge--fails", whether(session, fails))
        .text(shown)
}

/// How much is filled in and between what the total lies; empty once all is settled.
fn still_open(_: &Rubric, card: &Scorecard, lang: Lang) -> String {
    let (filled, all) = card.total.filled;
    let (score, mut said) = (card.total.score, Vec::new());
    if filled < all {
        let (filled, all) = (filled.to_string(), all.to_string());
        said.push(say(text::FILLED, lang, &[("filled", &filled), ("all", &all)]));
    }
    if !score.is_settled() {
        let (min, max) = (score.min.trimmed(), score.max.trimmed());
        said.push(say(text::BETWEEN, lang, &[("min", &min), ("max", &max)]));
    }
    said.join(t(SEMICOLON, lang))
}

/// How long nothing may be typed before the total is said, in milliseconds.
const QUIET: u32 = 1_000;

/// Says the total once, a second after typing stops, and only if it is another one.
fn announcer(session: Session) -> El {
    let (sentence, against) = (told(session, total_sentence), held(session, by));
    let sentence = live(move || sentence() + &against());
    let (said, known) = (watched(String::new()), Rc::new(RefCell::new(sentence())));
    let (shown, quiet) = (Rc::clone(&said), Rc::new(Pause::default()));
    let waiting = Rc::clone(&quiet);
    let waits = follow(move || {
        // Every edit starts the wait anew, also one that leaves the total as it is.
        session.assessment.track();
        let (said, known) = (Rc::clone(&said), Rc::clone(&known));
        let sentence = Rc::clone(&sentence);
        let say_it = move || {
            let now = untrack(|| sentence());
            if known.replace(now.clone()) != now {
                said.set(now);
            }
        };
        waiting.begin(QUIET, Box::new(say_it));
    });
    let gone = Ended(quiet);
    el("p", "unseen").attr("role", "status").text(live(move || shown.get())).keep((waits, gone))
}
