//! Sentences of the evaluation report: closings, openings, conclusion, grade.

use super::Lang;
use super::about::About;
use super::adjustment::adjustment;
use super::figure::{padded_points, points, score_rate};
use super::table::{quoted_list, report as text, say, shared, t};
use crate::engine::{Figure, Grade, GradeOutcome, Indicator, Outcome, Rubric, Scorecard, Status};

/// 综上所述，该指标满分6分，扣0.52分，得分5.48分。 Empty until the indicator is settled, and
/// inside a block.
pub fn closing(rubric: &Rubric, indicator: &Indicator, outcome: &Outcome, lang: Lang) -> String {
    let Outcome { score, weight, status, .. } = outcome;
    if *status == Status::InBlock || !score.is_settled() {
        return String::new();
    }
    if *status == Status::NotApplicable && weight.is_zero() {
        return t(text::CLOSING_NOT_APPLICABLE, lang).to_owned();
    }
    if weight.is_zero() {
        return t(text::CLOSING_NO_WEIGHT, lang).to_owned();
    }
    let (full, awarded) = (points(*weight, lang), points(score.min, lang));
    if (About { rubric, indicator, lang }).is_bonus() {
        return say(text::CLOSING_BONUS, lang, &[("points", &awarded)]);
    }
    let lost = points(outcome.deduction(), lang);
    let key = if outcome.deduction().is_zero() { text::CLOSING } else { text::CLOSING_LOST };
    say(key, lang, &[("weight", &full), ("lost", &lost), ("points", &awarded)])
}

/// 项目产出类指标权重为35分，得分为32.7分，得分率为93.43%，主要原因为…。 The reason is the note
/// of the group; without lost points, or without a note, there is none. Empty until settled,
/// and for a weight of 0.
pub fn group_opening(indicator: &Indicator, outcome: &Outcome, note: &str, lang: Lang) -> String {
    let Outcome { score, weight, .. } = outcome;
    if !score.is_settled() || weight.is_zero() {
        return String::new();
    }
    // The template ends the sentence itself.
    let reason = note.trim().trim_end_matches(['。', '.', '；', ';', '，', ',']);
    let reasoned = !reason.is_empty() && !outcome.deduction().is_zero();
    let name = lang.of(&indicator.name);
    let key = match (names_indicators(indicator), reasoned) {
        (false, false) => text::GROUP,
        (false, true) => text::GROUP_REASON,
        (true, false) => text::GROUP_PLAIN,
        (true, true) => text::GROUP_PLAIN_REASON,
    };
    let rate = score_rate(score.min, *weight);
    let (weight, awarded) = (points(*weight, lang), points(score.min, lang));
    let values = [
        ("name", name),
        ("weight", &*weight),
        ("points", &awarded),
        ("rate", &rate),
        ("reason", reason),
    ];
    say(key, lang, &values)
}

/// Whether the name is that of an indicator or says 指标 already: neither 产出指标 nor 预算执行率 is a
/// kind of indicators, 产出指标类指标.
fn names_indicators(indicator: &Indicator) -> bool {
    indicator.is_leaf() || indicator.name.zh.ends_with(INDICATOR)
}

/// How the names of forms end that say what they are.
pub const INDICATOR: &str = "指标";

/// What is examined: 数量 by 数量指标.
fn respect(indicator: &Indicator, lang: Lang) -> &str {
    let name = lang.of(&indicator.name);
    name.strip_suffix(INDICATOR).filter(|bare| !bare.is_empty()).unwrap_or(name)
}

/// 项目产出类指标从产出数量、产出质量两个方面进行考察，分值35分，实际得分32.7分。 Empty until
/// settled.
pub fn detail_opening(indicator: &Indicator, outcome: &Outcome, lang: Lang) -> String {
    let Outcome { score, weight, .. } = outcome;
    if !score.is_settled() || indicator.is_leaf() {
        return String::new();
    }
    let own = lang.of(&indicator.name);
    let name = match names_indicators(indicator) {
        true => own.to_owned(),
        false => say(text::KIND_OF, lang, &[("name", own)]),
    };
    let children = indicator.children.iter().map(|child| respect(child, lang));
    let list = children.collect::<Vec<_>>().join(t(shared::LISTED, lang));
    let key = if indicator.children.len() == 1 { text::DETAIL_ONE } else { text::DETAIL };
    let number = number(indicator.children.len(), lang);
    let (weight, awarded) = (points(*weight, lang), points(score.min, lang));
    let values = [
        ("name", &*name),
        ("list", &list),
        ("number", &number),
        ("weight", &weight),
        ("points", &awarded),
    ];
    say(key, lang, &values)
}

/// A small number as running text writes it.
fn number(count: usize, lang: Lang) -> String {
    let word = t(text::NUMBERS, lang).split(' ').nth(count);
    word.map_or_else(|| count.to_string(), str::to_owned)
}

/// 最终评价得分：93.5分，评价等级：“优”。 While entries are open, what is certain and possible.
pub fn conclusion(rubric: &Rubric, scorecard: &Scorecard, lang: Lang) -> String {
    let score = scorecard.total.score;
    let from = points(score.min, lang);
    let grade = rubric.grades.grade(score.min);
    if let Some(grade) = grade.filter(|_| score.is_settled()) {
        let values = [("points", &*from), ("grade", lang.of(&grade.name))];
        return say(text::CONCLUSION, lang, &values);
    }
    let to = points(score.max, lang);
    say(text::CONCLUSION_OPEN, lang, &[("from", &from), ("to", &to)])
}

/// Where the total stands on the grade scale: while open, which grades are certain and possible;
/// settled, how far the bounds are.
pub fn standing(rubric: &Rubric, scorecard: &Scorecard, lang: Lang) -> String {
    let clauses = match scorecard.total.score.is_settled() {
        true => distances(rubric, scorecard.total.score.min, lang),
        false => possible(rubric, scorecard.grade, lang),
    };
    if clauses.is_empty() {
        return String::new();
    }
    clauses.join(t(shared::SEMICOLON, lang)) + t(shared::STOP, lang)
}

/// 已确定不低于“良”；还可能为“优”
fn possible(rubric: &Rubric, outcome: GradeOutcome, lang: Lang) -> Vec<String> {
    let grades = &rubric.grades.0;
    let name = |grade: &Grade| lang.of(&grade.name).to_owned();
    let certain = grades.get(outcome.certain).map(name).unwrap_or_default();
    if outcome.settled().is_some() {
        return vec![say(text::SETTLED, lang, &[("grade", &certain)])];
    }
    let lowest = outcome.certain + 1 >= grades.len();
    let end = if lowest { grades.len() } else { outcome.certain };
    let names = grades.get(outcome.best..end).unwrap_or_default().iter();
    let list = quoted_list(names.map(|grade| lang.of(&grade.name)), lang);
    // Not to be below the lowest grade says nothing.
    if lowest {
        return vec![say(text::OPEN, lang, &[("list", &list)])];
    }
    vec![
        say(text::CERTAIN, lang, &[("grade", &certain)]),
        say(text::POSSIBLE, lang, &[("list", &list)]),
    ]
}

/// 距“优”下限还有3.50分余量；再失3.51分降为“良”
fn distances(rubric: &Rubric, total: Figure, lang: Lang) -> Vec<String> {
    let grades = &rubric.grades.0;
    let at = rubric.grades.position(total);
    let places = rubric.rounding.places;
    let shown = |gap: Figure| padded_points(gap, places, lang);
    let clause = |key, gap: Figure, grade: &Grade| {
        say(key, lang, &[("grade", lang.of(&grade.name)), ("points", &shown(gap))])
    };
    let mut clauses = Vec::new();
    if let Some(better) = at.checked_sub(1).and_then(|above| grades.get(above)) {
        clauses.push(clause(text::UP, better.min - total, better));
    }
    if let (Some(own), Some(worse)) = (grades.get(at), grades.get(at + 1)) {
        let margin = total - own.min;
        clauses.push(clause(text::MARGIN, margin, own));
        clauses.push(clause(text::DOWN, margin + rubric.rounding.quantum(), worse));
    }
    clauses
}

/// What was added to or taken from the total, a phrase each: rescaling, bonus, penalties,
/// knock-out, cap.
pub fn total_adjustments(rubric: &Rubric, scorecard: &Scorecard, lang: Lang) -> Vec<String> {
    let adjustments = scorecard.total.adjustments.iter();
    adjustments.map(|one| adjustment(rubric, None, one, lang)).collect()
}

/// Points with all decimals of the form, for the scoreboard: `93.50`.
pub fn padded(rubric: &Rubric, points: Figure) -> String {
    points.padded(rubric.rounding.places)
}

/// The name of the one grade that is settled, or none.
pub fn grade_name(rubric: &Rubric, scorecard: &Scorecard, lang: Lang) -> Option<String> {
    let grade = rubric.grades.0.get(scorecard.grade.settled()?)?;
    Some(lang.of(&grade.name).to_owned())
}

/// 总分与等级 in a sentence, for those who can't see the beam and for the live region.
pub fn total_sentence(rubric: &Rubric, scorecard: &Scorecard, lang: Lang) -> String {
    let score = scorecard.total.score;
    let full = scorecard.total.weight.trimmed();
    let grade = grade_name(rubric, scorecard, lang);
    match grade.filter(|_| score.is_settled()) {
        Some(grade) => {
            let total = padded(rubric, score.min);
            say(text::TOTAL_SETTLED, lang, &[("total", &total), ("full", &full), ("grade", &grade)])
        }
        None => {
            let (min, max) = (score.min.trimmed(), score.max.trimmed());
            say(text::TOTAL_OPEN, lang, &[("min", &min), ("max", &max), ("full", &full)])
        }
    }
}

#[cfg(test)]
mod tests;
