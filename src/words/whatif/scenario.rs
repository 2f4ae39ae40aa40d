//! Sentences of `whatif::scenario`: a change by itself, and a scenario as a whole.
//!
//! Figures are best handed over plain (`exchange::typed`), baseline and changes alike: then they
//! stand with their units. What is no figure is quoted as it was typed.

use crate::engine::{Assessment, Change, Rubric, Scorecard};
use crate::words::Lang;
use crate::words::about::capitalized;
use crate::words::report::grade_name;
use crate::words::table::{say, shared, t, whatif::scenario as text};

mod clauses;

use clauses::{Clause, Telling};

/// The name that a scenario gets until it is given another: 方案一, 方案二 …
pub fn scenario_name(number: usize, lang: Lang) -> String {
    let number = match lang {
        Lang::Zh => chinese(number),
        Lang::En => number.to_string(),
    };
    say(text::NAME, lang, &[("number", &number)])
}

/// A number below 100 as a Chinese name counts; beyond that in digits.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: usize| DIGITS.get(at).copied().unwrap_or_default();
    match number / 10 {
        0 => digit(number).to_owned(),
        1 => ["十", digit(number - 10)].concat(),
        tens @ 2..=9 => [digit(tens), "十", digit(number % 10)].concat(),
        _ => number.to_string(),
    }
}

/// 城镇职工大额医疗保险参保人数：实际完成值由30437人改为32012人. Without a full stop; empty for a change
/// that changes nothing.
pub fn change(rubric: &Rubric, baseline: &Assessment, change: &Change, lang: Lang) -> String {
    let told = Telling { rubric, baseline, lang }.change(change);
    let said: Vec<String> = told.clauses.into_iter().map(|clause| clause.said).collect();
    match (said.is_empty(), told.name) {
        (true, _) => String::new(),
        (false, None) => capitalized(said.join(t(shared::COMMA, lang))),
        (false, Some(name)) => {
            let said = said.join(t(shared::COMMA, lang));
            say(text::ITEM, lang, &[("name", &name), ("change", &said)])
        }
    }
}

/// 若城镇职工大额医疗保险参保人数的实际完成值由30437人改为32012人，其余不变，总分由93.50分变为93.78分，
/// 等级仍为“优”。 The changes in the order of the form; the scores before and after.
pub fn statement(
    rubric: &Rubric,
    baseline: &Assessment,
    changes: &[Change],
    (was, now): (&Scorecard, &Scorecard),
    lang: Lang,
) -> String {
    let telling = Telling { rubric, baseline, lang };
    let clauses: Vec<String> =
        ordered(rubric, changes).into_iter().flat_map(|change| within(telling, change)).collect();
    if clauses.is_empty() {
        return t(text::SAME, lang).to_owned();
    }
    let comma = t(shared::COMMA, lang);
    let outcome = [total(rubric, was, now, lang), grade(rubric, was, now, lang)].join(comma);
    say(text::IF, lang, &[("changes", &clauses.join(comma)), ("outcome", &outcome)])
}

/// The clauses of a change, each with what it is about.
fn within(telling: Telling<'_>, change: &Change) -> Vec<String> {
    let (told, lang) = (telling.change(change), telling.lang);
    let name = told.name;
    let said = |clause: Clause| match &name {
        None => clause.said,
        Some(name) => {
            let key = if clause.of_field { text::OF } else { text::ITSELF };
            say(key, lang, &[("name", name), ("change", &clause.said)])
        }
    };
    told.clauses.into_iter().map(said).collect()
}

/// Facts first, then the indicators as the form has them.
pub fn ordered<'a>(rubric: &Rubric, changes: &'a [Change]) -> Vec<&'a Change> {
    let nodes = rubric.nodes();
    let place = |change: &&Change| match change {
        Change::Fact { id, .. } => (0, rubric.facts.iter().position(|fact| fact.id == *id)),
        Change::Field { indicator, .. } => {
            (1, nodes.iter().position(|node| node.indicator.id == *indicator))
        }
    };
    let mut all: Vec<&Change> = changes.iter().collect();
    all.sort_by_key(|change| {
        let (part, at) = place(change);
        (part, at.unwrap_or(usize::MAX))
    });
    all
}

/// The total with all decimals of the form, or between what it lies: `93.50`, `88.50～94.00`.
pub fn total_shown(rubric: &Rubric, card: &Scorecard, lang: Lang) -> String {
    let (score, places) = (card.total.score, rubric.rounding.places);
    let (from, to) = (score.min.padded(places), score.max.padded(places));
    match score.is_settled() {
        true => from,
        false => say(shared::RANGE, lang, &[("from", &from), ("to", &to)]),
    }
}

fn total(rubric: &Rubric, was: &Scorecard, now: &Scorecard, lang: Lang) -> String {
    let shown =
        |card: &Scorecard| say(shared::POINTS, lang, &[("n", &total_shown(rubric, card, lang))]);
    let (from, to) = (shown(was), shown(now));
    let key = if from == to { text::TOTAL_SAME } else { text::TOTAL };
    say(key, lang, &[("from", &from), ("to", &to)])
}

fn grade(rubric: &Rubric, was: &Scorecard, now: &Scorecard, lang: Lang) -> String {
    let [from, to] = [was, now].map(|card| grade_name(rubric, card, lang));
    match (from, to) {
        (_, None) => t(text::GRADE_OPEN, lang).to_owned(),
        (None, Some(to)) => say(text::GRADE_SETTLED, lang, &[("to", &to)]),
        (Some(from), Some(to)) if from == to => say(text::GRADE_SAME, lang, &[("to", &to)]),
        (Some(from), Some(to)) => say(text::GRADE, lang, &[("from", &from), ("to", &to)]),
    }
}

#[cfg(test)]
mod tests;
