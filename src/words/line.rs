//! The one-line 评分过程 of an indicator:
//! `完成率=(30437/33333)×100%=91.31%，扣0.52分，得5.48分`.

use super::Lang;
use super::about::{About, capitalized};
use super::adjustment::adjustment;
use super::figure::{exact_points, points};
use super::table::{Key, line as text, say, shared, t};
use crate::engine::{
    Adjustment, AdjustmentKind, Figure, Indicator, NotApplicable, Outcome, PointRange, Rubric,
    Scope, Span, Status, Step,
};

pub(super) mod measure;
mod rule;

/// One line that says how an indicator came to its points, without a full stop; empty while
/// nothing is entered.
pub fn line(rubric: &Rubric, indicator: &Indicator, outcome: &Outcome, lang: Lang) -> String {
    let about = About { rubric, indicator, lang };
    let mut line = Line { about, outcome, clauses: Vec::new(), beyond: Vec::new() };
    match outcome.status {
        Status::Empty => {}
        Status::InBlock => line.plain(text::IN_BLOCK),
        Status::Invalid => line.plain(text::INVALID),
        Status::NotApplicable => line.not_applicable(),
        Status::Scored if indicator.weight.is_zero() && indicator.is_leaf() => {
            line.plain(text::NO_WEIGHT);
        }
        _ if !indicator.is_leaf() => line.group(),
        Status::Partial if outcome.trace.is_empty() => line.plain(text::INCOMPLETE),
        _ => line.leaf(),
    }
    let own = line.clauses.join(t(shared::COMMA, lang));
    let sentences: Vec<String> =
        [own].into_iter().chain(line.beyond).filter(|one| !one.is_empty()).collect();
    capitalized(sentences.join(t(shared::SEMICOLON, lang)))
}

/// A line while its clauses are gathered.
struct Line<'a> {
    about: About<'a>,
    outcome: &'a Outcome,
    clauses: Vec<String>,
    /// What the indicator takes from others: said after its own points, of which it is no part.
    beyond: Vec<String>,
}

impl Line<'_> {
    fn plain(&mut self, key: Key) {
        self.clauses.push(t(key, self.about.lang).to_owned());
    }

    fn say(&mut self, key: Key, values: &[(&str, &str)]) {
        self.clauses.push(say(key, self.about.lang, values));
    }

    fn points(&self, figure: Figure) -> String {
        points(figure, self.about.lang)
    }

    fn say_points(&mut self, key: Key, figure: Figure) {
        let shown = self.points(figure);
        self.say(key, &[("points", &shown)]);
    }

    fn not_applicable(&mut self) {
        match self.about.rubric.not_applicable {
            NotApplicable::Rescale => self.plain(text::NOT_APPLICABLE_RESCALED),
            NotApplicable::ZeroWeight => self.plain(text::NOT_APPLICABLE_DROPPED),
            NotApplicable::FullMarks => {
                self.say_points(text::NOT_APPLICABLE_FULL, self.outcome.score.min);
            }
        }
    }

    fn group(&mut self) {
        let Outcome { status, base, adjustments, .. } = self.outcome;
        let Span { min, max } = *base;
        if *status == Status::Block {
            self.plain(text::AS_BLOCK);
        } else if !base.is_settled() {
            let (from, to) = (self.points(min), self.points(max));
            self.say(text::CHILDREN_OPEN, &[("from", &from), ("to", &to)]);
        } else if !adjustments.is_empty() {
            self.say_points(text::CHILDREN, min);
        }
        let About { rubric, indicator, lang } = self.about;
        let said = usize::from(*status == Status::Block);
        for one in adjustments.iter().skip(said) {
            self.clauses.push(adjustment(rubric, Some(indicator), one, lang));
        }
        if self.outcome.score.is_settled() {
            let several = adjustments.len() > said;
            self.difference(if several { text::LOST_TOGETHER } else { text::LOST });
            self.say_points(text::SCORED, self.outcome.score.min);
        } else if !adjustments.is_empty() {
            self.between();
        }
    }

    fn leaf(&mut self) {
        let mut base_said = false;
        for step in &self.outcome.trace {
            if is_modifier(step) && !std::mem::replace(&mut base_said, true) {
                self.base_loss();
            }
            self.measured(step);
            self.awarded(step);
            self.acted(step);
        }
        self.ending();
    }

    /// What the rule itself took, said before what acts on top of it.
    fn base_loss(&mut self) {
        let Outcome { weight, base, status, .. } = self.outcome;
        let lost = *weight - base.min;
        let counts = *status != Status::Overridden && base.is_settled();
        if counts && lost > Figure::ZERO {
            self.say_points(text::LOST, lost);
        }
    }

    /// What acted on top of the rule.
    fn acted(&mut self, step: &Step) {
        let about = self.about;
        match step {
            Step::Deducted { item, points, effective } => {
                self.deducted(about.modifier(item), *points, *effective);
            }
            Step::Occurred { item, count, each, effective } => {
                let due = each.fraction().mul(count.fraction());
                let (count_shown, each_shown) = (count.trimmed(), self.points(*each));
                let values = [
                    ("item", about.modifier(item)),
                    ("count", &count_shown),
                    ("each", &each_shown),
                ];
                self.say(text::OCCURRED, &values);
                match due {
                    Ok(due) if due > effective.fraction() && self.outcome.score.is_settled() => {
                        let (due, taken) = (exact_points(due, about.lang), self.points(*effective));
                        self.say(text::OCCURRED_LESS, &[("due", &due), ("effective", &taken)]);
                    }
                    _ => self.say_points(text::LOST, *effective),
                }
            }
            Step::KnockedOut { item, scope: Scope::Leaf } => {
                self.say(text::KNOCKED_OUT, &[("item", about.modifier(item))]);
            }
            Step::KnockedOut { item, scope } => {
                let scope = about.scope(scope);
                let values = [("item", about.modifier(item)), ("scope", &*scope)];
                self.beyond.push(say(text::KNOCKED_OUT_SCOPE, about.lang, &values));
            }
            Step::Penalty { item, points, scope } => {
                let said = self.penalty(item, *points, scope);
                match scope {
                    Scope::Leaf => self.clauses.push(said),
                    _ => self.beyond.push(said),
                }
            }
            Step::Overridden { formula: Some(formula), points } => {
                let (formula, points) = (self.points(*formula), self.points(*points));
                self.say(text::REPLACED, &[("formula", &formula), ("points", &points)]);
            }
            Step::Overridden { formula: None, points } => self.say_points(text::SET, *points),
            _ => {}
        }
    }

    /// A penalty as it is due, and what was left to take where that was less.
    fn penalty(&self, item: &str, points: PointRange, scope: &Scope) -> String {
        let about = self.about;
        let (name, target) = (about.modifier(item), about.scope(scope));
        let due = super::range(points, about.lang);
        let taken = penalty_taken(self.outcome, item).map(|taken| self.points(taken));
        let less = taken.filter(|taken| points.is_fixed() && *taken != due);
        let mut values = vec![("item", name), ("scope", &target), ("points", &due)];
        let Some(taken) = &less else {
            return say(text::PENALTY, about.lang, &values);
        };
        values.push(("effective", taken));
        say(text::PENALTY_LESS, about.lang, &values)
    }

    fn deducted(&mut self, item: &str, points: PointRange, effective: Figure) {
        let due = super::range(points, self.about.lang);
        if points.is_fixed() && effective < points.to && self.outcome.score.is_settled() {
            let effective = self.points(effective);
            let values = [("item", item), ("points", &due), ("effective", &effective)];
            return self.say(text::DEDUCTED_LESS, &values);
        }
        self.say(text::DEDUCTED, &[("item", item), ("points", &due)]);
    }

    fn ending(&mut self) {
        let Outcome { score, status, trace, .. } = self.outcome;
        if !score.is_settled() {
            return self.between();
        }
        if self.about.is_bonus() {
            return self.say_points(text::ADDED, score.min);
        }
        if *status == Status::Overridden {
            return self.difference(text::LOST);
        }
        match self.losses() {
            // The clause of the one deduction has said it.
            1 if trace.iter().any(takes_points) && self.outcome.base.min >= self.outcome.weight => {
            }
            0 | 1 => self.difference(text::LOST),
            _ => self.difference(text::LOST_TOGETHER),
        }
        self.say_points(text::SCORED, score.min);
    }

    /// How many parts the loss has: the rule's and one for each thing that took points.
    fn losses(&self) -> usize {
        let Outcome { weight, base, adjustments, .. } = self.outcome;
        let taken = adjustments.iter().filter(|one| one.points.min.is_negative());
        usize::from(base.min < *weight) + taken.count()
    }

    fn difference(&mut self, lost: Key) {
        let (deduction, addition) = (self.outcome.deduction(), self.outcome.addition());
        if !deduction.is_zero() {
            self.say_points(lost, deduction);
        } else if !addition.is_zero() {
            self.say_points(text::GAINED, addition);
        }
    }

    fn between(&mut self) {
        let Span { min, max } = self.outcome.score;
        let to = self.points(max);
        self.say(text::BETWEEN, &[("from", &min.trimmed()), ("to", &to)]);
    }
}

/// What a penalty took for certain, at the leaf itself or above it; none while that is open.
pub(super) fn penalty_taken(outcome: &Outcome, item: &str) -> Option<Figure> {
    let of_item = |one: &&Adjustment| matches!(&one.kind, AdjustmentKind::Penalty { item: of, .. } if of == item);
    let taken = outcome.adjustments.iter().chain(&outcome.beyond).find(of_item)?;
    taken.points.is_settled().then_some(-taken.points.min)
}

/// Whether a step acts on top of the rule, at the leaf itself.
fn is_modifier(step: &Step) -> bool {
    takes_points(step) || matches!(step, Step::KnockedOut { scope: Scope::Leaf, .. })
}

/// Whether a step names points that it takes from the leaf.
fn takes_points(step: &Step) -> bool {
    match step {
        Step::Deducted { .. } | Step::Occurred { .. } => true,
        Step::Penalty { scope, .. } => *scope == Scope::Leaf,
        _ => false,
    }
}

#[cfg(test)]
mod judged_tests;
#[cfg(test)]
mod tests;
