//! The full derivation of an indicator: a sentence per step, then the accounts.

use super::Lang;
use super::about::{About, capitalized};
use super::adjustment::adjustment_name;
use super::figure::{exact_points, expansion, fraction_text, points, range};
use super::line::penalty_taken;
use super::table::{Key, say, steps as text, t};
use crate::engine::{
    Figure, Fraction, Indicator, Mode, Outcome, Rubric, Scope, Span, Status, Step,
};

mod measure;
mod rule;

/// How an indicator came to its points: one sentence per step with the figures it used, then
/// what was added and taken, then weight − deduction = points. Empty while nothing is entered.
pub fn steps(rubric: &Rubric, indicator: &Indicator, outcome: &Outcome, lang: Lang) -> Vec<String> {
    let about = About { rubric, indicator, lang };
    let mut derivation = Derivation { about, outcome, sentences: Vec::new() };
    let unscored = indicator.weight.is_zero() && indicator.is_leaf();
    if unscored && outcome.status == Status::Scored {
        return vec![t(text::NO_WEIGHT, lang).to_owned()];
    }
    for step in &outcome.trace {
        derivation.measured(step);
        derivation.awarded(step);
        derivation.acted(step);
    }
    derivation.accounts();
    derivation.sentences.into_iter().map(capitalized).collect()
}

/// A derivation while its sentences are gathered.
struct Derivation<'a> {
    about: About<'a>,
    outcome: &'a Outcome,
    sentences: Vec<String>,
}

impl Derivation<'_> {
    fn plain(&mut self, key: Key) {
        self.sentences.push(t(key, self.about.lang).to_owned());
    }

    fn say(&mut self, key: Key, values: &[(&str, &str)]) {
        self.sentences.push(say(key, self.about.lang, values));
    }

    fn points(&self, figure: Figure) -> String {
        points(figure, self.about.lang)
    }

    /// Rounding and what acted on top of the rule.
    fn acted(&mut self, step: &Step) {
        let about = self.about;
        match step {
            Step::Rounded { exact, points } => {
                let key = match about.rubric.rounding.mode {
                    Mode::HalfUp => text::HALF_UP,
                    Mode::HalfEven => text::HALF_EVEN,
                    Mode::Down => text::CUT_OFF,
                };
                self.subtracted(*exact);
                let (exact, points) = (exact_points(*exact, about.lang), self.points(*points));
                self.say(key, &[("exact", &exact), ("points", &points)]);
            }
            Step::Deducted { item, points, effective } => {
                let due = range(*points, about.lang);
                let item = about.modifier(item);
                if points.is_fixed() && *effective < points.to && self.outcome.score.is_settled() {
                    let effective = self.points(*effective);
                    let values = [("item", item), ("points", &due), ("effective", &effective)];
                    return self.say(text::DEDUCTED_LESS, &values);
                }
                self.say(text::DEDUCTED, &[("item", item), ("points", &due)]);
            }
            Step::Occurred { item, count, each, effective } => {
                let due = each.fraction().mul(count.fraction()).ok();
                let less = due.filter(|due| *due > effective.fraction());
                let less = less.filter(|_| self.outcome.score.is_settled());
                let due = less.map_or(String::new(), |due| exact_points(due, about.lang));
                let (each, effective) = (self.points(*each), self.points(*effective));
                let (item, count) = (about.modifier(item), count.trimmed());
                let values = [
                    ("item", item),
                    ("count", &*count),
                    ("each", &each),
                    ("due", &due),
                    ("effective", &effective),
                ];
                let key = if less.is_some() { text::OCCURRED_LESS } else { text::OCCURRED };
                self.say(key, &values);
            }
            Step::KnockedOut { item, scope } => {
                self.scoped(text::KNOCKED_OUT, item, scope, ("", ""));
            }
            Step::Penalty { item, points, scope } => {
                let due = range(*points, about.lang);
                let taken = penalty_taken(self.outcome, item).map(|taken| self.points(taken));
                match taken.filter(|taken| points.is_fixed() && *taken != due) {
                    Some(taken) => self.scoped(text::PENALTY_LESS, item, scope, (&due, &taken)),
                    None => self.scoped(text::PENALTY, item, scope, (&due, "")),
                }
            }
            Step::Overridden { formula: Some(formula), points } => {
                let (formula, points) = (self.points(*formula), self.points(*points));
                self.say(text::REPLACED, &[("formula", &formula), ("points", &points)]);
            }
            Step::Overridden { formula: None, points } => {
                let points = self.points(*points);
                self.say(text::SET, &[("points", &points)]);
            }
            Step::NotApplicable => self.plain(text::NOT_APPLICABLE),
            Step::InBlock => self.plain(text::IN_BLOCK),
            _ => {}
        }
    }

    /// What is left of the weight before rounding, where the rule takes points off it.
    fn subtracted(&mut self, exact: Fraction) {
        let weight = self.outcome.weight;
        let Some(lost) = self.outcome.trace.iter().find_map(lost) else {
            return;
        };
        let lang = self.about.lang;
        let (whole, exact) = (weight.trimmed(), exact_points(exact, lang));
        let mut off = expansion(lost);
        if off.contains('…')
            && let Some(Step::Checklist { .. }) = self.outcome.trace.first()
            && let Ok(share) = lost.div(weight.fraction())
        {
            off = whole.clone() + "×" + &fraction_text(share);
        }
        self.say(text::SUBTRACTED, &[("weight", &whole), ("lost", &off), ("exact", &exact)]);
    }

    fn scoped(&mut self, key: Key, item: &str, scope: &Scope, (points, taken): (&str, &str)) {
        let scope = self.about.scope(scope);
        let item = self.about.modifier(item);
        let values = [("item", item), ("scope", &*scope), ("points", points), ("effective", taken)];
        self.say(key, &values);
    }

    /// Base and adjustments, then weight and deduction: both end in the points.
    fn accounts(&mut self) {
        let Outcome { status, score, weight, .. } = self.outcome;
        match status {
            Status::Empty | Status::Invalid | Status::InBlock => return,
            Status::NotApplicable if score.max.is_zero() => return,
            _ => {}
        }
        let full = self.points(*weight);
        if !score.is_settled() {
            let (from, to) = (self.points(score.min), self.points(score.max));
            return self
                .say(text::ACCOUNT_OPEN, &[("from", &from), ("to", &to), ("weight", &full)]);
        }
        self.sum();
        let result = self.points(score.min);
        if self.about.is_bonus() {
            return self.say(text::ACCOUNT_BONUS, &[("points", &result)]);
        }
        let (lost, gained) = (self.outcome.deduction(), self.outcome.addition());
        let (key, name, change) = match (lost.is_zero(), gained.is_zero()) {
            (false, _) => (text::ACCOUNT_LOST, "lost", lost.trimmed()),
            (true, false) => (text::ACCOUNT_GAINED, "gained", gained.trimmed()),
            (true, true) => (text::ACCOUNT_FULL, "", String::new()),
        };
        let weight = weight.trimmed();
        self.say(key, &[("weight", &weight), (name, &change), ("points", &result)]);
    }

    /// `按评分标准得8分，扣6分（虚列支出），得2分`, where something was added or taken.
    fn sum(&mut self) {
        let Outcome { base: Span { min: base, .. }, adjustments, score, .. } = self.outcome;
        let only_set = base.is_zero() && adjustments.len() == 1 && score.min >= *base;
        if adjustments.is_empty() || only_set {
            return;
        }
        let About { rubric, indicator, lang } = self.about;
        let mut parts = String::new();
        for one in adjustments {
            let name = adjustment_name(rubric, Some(indicator), &one.kind, lang);
            let change = one.points.min;
            let (key, size) = match change.is_negative() {
                true => (text::LESS, -change),
                false => (text::MORE, change),
            };
            parts.push_str(&say(key, lang, &[("name", &name), ("n", &self.points(size))]));
        }
        let name = if indicator.is_leaf() { text::BY_RULE } else { text::BY_CHILDREN };
        let (base, result) = (self.points(*base), self.points(score.min));
        let values =
            [("name", t(name, lang)), ("base", &*base), ("parts", &parts), ("points", &result)];
        self.say(text::SUM, &values);
    }
}

/// What a rule takes off the weight.
fn lost(step: &Step) -> Option<Fraction> {
    match step {
        Step::Checklist { lost, .. }
        | Step::Shortfall { lost, .. }
        | Step::Excess { lost, .. }
        | Step::Steps { lost, .. } => Some(*lost),
        _ => None,
    }
}

#[cfg(test)]
mod judged_tests;
#[cfg(test)]
mod tests;
