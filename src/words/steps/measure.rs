//! Sentences that say how the rate arose, with the formula in words and in figures.

use super::Derivation;
use crate::engine::{Direction, Figure, Fraction, Step};
use crate::words::about::{field_key, uncapitalized};
use crate::words::figure::{date, days, exact_percent};
use crate::words::line::measure::{is_reversed, survey_terms};
use crate::words::table::{Key, field, steps as text, t};

impl Derivation<'_> {
    pub(super) fn measured(&mut self, step: &Step) {
        match step {
            Step::Ratio { direction, actual, target, rate } => {
                self.ratio(*direction, *actual, *target, *rate);
            }
            Step::Share { yes: part, asked: whole, rate } => {
                self.quotient((field::YES, *part), (field::ASKED, *whole), *rate);
            }
            Step::Quality { passed: part, inspected: whole, rate } => {
                self.quotient((field::PASSED, *part), (field::INSPECTED, *whole), *rate);
            }
            Step::Budget { executed, budget, rate, .. } => {
                let upper = field_key(self.about.measure(), "actual").unwrap_or(field::EXECUTED);
                let lower = field_key(self.about.measure(), "target").unwrap_or(field::BUDGET);
                self.quotient((upper, *executed), (lower, *budget), *rate);
            }
            Step::Duration { planned, actual, rate } => {
                self.quotient(
                    (field::PLANNED_TIME, *planned),
                    (field::ACTUAL_TIME, *actual),
                    *rate,
                );
            }
            Step::Survey { terms, answers, rate } => {
                let (name, terms) = (self.about.rate_name(), survey_terms(terms));
                let (answers, rate) = (answers.to_string(), exact_percent(*rate));
                let values =
                    [("name", &*name), ("terms", &terms), ("answers", &answers), ("rate", &rate)];
                self.say(text::SURVEYED, &values);
            }
            Step::Entered { percent, .. } => {
                let (name, rate) = (self.about.rate_name(), percent.to_string() + "%");
                self.say(text::ENTERED, &[("name", &name), ("rate", &rate)]);
            }
            Step::Cost { planned, actual, saving, rate } => {
                let name = t(field::SAVING, self.about.lang);
                let (was, is, saved) =
                    (planned.to_string(), actual.to_string(), exact_percent(*saving));
                let values =
                    [("name", name), ("planned", &*was), ("actual", &is), ("rate", &saved)];
                self.say(text::SAVED, &values);
                let (upper, lower) = (field::PLANNED_COST, field::ACTUAL_COST);
                self.quotient((upper, *planned), (lower, *actual), *rate);
            }
            Step::Dates { planned, actual, late, rate } => {
                let lang = self.about.lang;
                let (planned, actual) = (date(*planned, lang), date(*actual, lang));
                let (name, late_by) = (self.about.rate_name(), days(*late, lang));
                let rate_shown = exact_percent(*rate);
                let key = match () {
                    () if *late == 0 => text::IN_TIME,
                    () if *rate == Fraction::ZERO => text::LATE_ZERO,
                    () => text::LATE,
                };
                let values = [
                    ("planned", &*planned),
                    ("actual", &actual),
                    ("days", &late_by),
                    ("name", &name),
                    ("rate", &rate_shown),
                ];
                self.say(key, &values);
            }
            _ => {}
        }
    }

    fn ratio(&mut self, direction: Direction, actual: Figure, target: Figure, rate: Fraction) {
        let (is, due) = ((field::ACTUAL, actual), (field::TARGET, target));
        if !is_reversed(direction, actual, target) {
            return self.quotient(is, due, rate);
        }
        let less_is_better = direction != Direction::Equal;
        self.plain(if less_is_better { text::LESS_IS_BETTER } else { text::OFF_TARGET });
        self.quotient(due, is, rate);
    }

    /// `name` = upper ÷ lower, in words and in figures.
    fn quotient(&mut self, upper: (Key, Figure), lower: (Key, Figure), rate: Fraction) {
        let lang = self.about.lang;
        let name = self.about.rate_name();
        if lower.1.is_zero() {
            return self.say(text::ZERO_ACTUAL, &[("name", &name)]);
        }
        let (part, whole, rate) = (upper.1.to_string(), lower.1.to_string(), exact_percent(rate));
        let upper = uncapitalized(t(upper.0, lang));
        let lower = uncapitalized(t(lower.0, lang));
        let values = [
            ("name", &*name),
            ("upper", &upper),
            ("lower", &lower),
            ("part", &part),
            ("whole", &whole),
            ("rate", &rate),
        ];
        self.say(text::QUOTIENT, &values);
    }
}
