//! Clauses of a line that say how the rate arose.

use super::Line;
use crate::engine::{Direction, Figure, Fraction, Step};
use crate::words::figure::{date, days, hundredfold, percent};
use crate::words::table::{Key, field, line as text, t};

impl Line<'_> {
    pub(super) fn measured(&mut self, step: &Step) {
        match step {
            Step::Ratio { direction, actual, target, rate } => {
                match is_reversed(*direction, *actual, *target) {
                    true => self.quotient(text::TARGET_OVER_ACTUAL, *target, *actual, *rate),
                    false => self.quotient(text::DIVIDED, *actual, *target, *rate),
                }
            }
            Step::Share { yes: part, asked: whole, rate }
            | Step::Quality { passed: part, inspected: whole, rate }
            | Step::Budget { executed: part, budget: whole, rate, .. } => {
                self.quotient(text::DIVIDED, *part, *whole, *rate);
            }
            Step::Survey { terms, answers, rate } => {
                let (answers, rate) = (answers.to_string(), percent(*rate));
                let name = self.about.rate_name();
                let terms = survey_terms(terms);
                let values =
                    [("name", &*name), ("terms", &terms), ("answers", &answers), ("rate", &rate)];
                self.say(text::SURVEYED, &values);
            }
            Step::Entered { percent, .. } => {
                let name = self.about.rate_name();
                let rate = percent.to_string() + "%";
                self.say(text::EQUALS, &[("name", &name), ("rate", &rate)]);
            }
            Step::Cost { planned, actual, saving, rate } => {
                self.cost(*planned, *actual, *saving, *rate);
            }
            Step::Dates { planned, actual, late, rate } => {
                let lang = self.about.lang;
                let (planned, actual) = (date(*planned, lang), date(*actual, lang));
                let values = [("planned", &*planned), ("actual", &actual)];
                if *late == 0 {
                    return self.say(text::IN_TIME, &values);
                }
                let late = days(*late, lang);
                self.say(text::LATE, &[values[0], values[1], ("days", &late)]);
                let name = self.about.rate_name();
                if *rate == Fraction::ZERO {
                    return self.say(text::NO_START, &[("name", &name)]);
                }
                let rate = percent(*rate);
                self.say(text::EQUALS, &[("name", &name), ("rate", &rate)]);
            }
            Step::Duration { planned, actual, rate } => {
                self.quotient(text::PLAN_OVER_ACTUAL, *planned, *actual, *rate);
            }
            _ => {}
        }
    }

    /// `part` ÷ `whole`; an actual value of 0 where less is better keeps any plan.
    fn quotient(&mut self, key: Key, part: Figure, whole: Figure, rate: Fraction) {
        let name = self.about.rate_name();
        if whole.is_zero() {
            return self.say(text::ZERO_ACTUAL, &[("name", &name)]);
        }
        let (part, whole, rate) = (part.to_string(), whole.to_string(), percent(rate));
        let values = [("name", &*name), ("part", &part), ("whole", &whole), ("rate", &rate)];
        self.say(key, &values);
    }

    /// The saving, and the rate that points go by, unless keeping the plan settles them.
    fn cost(&mut self, planned: Figure, actual: Figure, saving: Fraction, rate: Fraction) {
        let name = t(field::SAVING, self.about.lang);
        let saving = percent(saving);
        let (planned_text, actual_text) = (planned.to_string(), actual.to_string());
        let values = [
            ("name", name),
            ("planned", &*planned_text),
            ("actual", &actual_text),
            ("rate", &saving),
        ];
        self.say(text::SAVED, &values);
        if self.outcome.trace.iter().any(goes_by_rate) {
            self.quotient(text::PLAN_OVER_ACTUAL, planned, actual, rate);
        }
    }
}

/// Whether a ratio is target ÷ actual, as it is where less is better.
pub(in crate::words) fn is_reversed(direction: Direction, actual: Figure, target: Figure) -> bool {
    match direction {
        Direction::AtLeast | Direction::Above => false,
        Direction::AtMost | Direction::Below => true,
        Direction::Equal => actual > target,
    }
}

/// `92×100%+11×80%`; options that nobody chose are left out.
pub(in crate::words) fn survey_terms(terms: &[(Figure, Figure)]) -> String {
    let mut sum = String::new();
    for (count, coefficient) in terms.iter().filter(|(count, _)| !count.is_zero()) {
        if !sum.is_empty() {
            sum.push('+');
        }
        sum.push_str(&count.to_string());
        sum.push('×');
        sum.push_str(&hundredfold(coefficient.fraction()));
        sum.push('%');
    }
    if sum.is_empty() {
        sum.push('0');
    }
    sum
}

fn goes_by_rate(step: &Step) -> bool {
    matches!(
        step,
        Step::Proportional { .. }
            | Step::Shortfall { .. }
            | Step::Excess { .. }
            | Step::Steps { .. }
            | Step::Threshold { .. }
            | Step::Curve { .. }
    )
}
