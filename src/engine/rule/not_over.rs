//! Not over plan 不超即满: full when the plan is kept, else another rule.

use super::Rule;
use crate::engine::error::{Code, Problem};
use crate::engine::fraction::Fraction;
use crate::engine::number::{Figure, NumberError};
use crate::engine::rounding::Rounding;
use crate::engine::trace::Step;
use crate::tree::document;

/// Full when plan ÷ actual is at least 1, else what another rule gives that rate, or 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotOver {
    /// The rule when the plan is not kept; none for 0 points.
    pub otherwise: Option<Box<Rule>>,
}

document! { NotOver { otherwise: optional } }

impl NotOver {
    pub(super) fn points(
        &self,
        rate: Fraction,
        weight: Fraction,
        trace: &mut Vec<Step>,
    ) -> Result<Fraction, NumberError> {
        let over = rate < Fraction::ONE;
        trace.push(Step::NotOver { over });
        match &self.otherwise {
            _ if !over => Ok(weight),
            Some(rule) => rule.points(rate, weight, trace),
            None => Ok(Fraction::ZERO),
        }
    }

    pub(super) fn check(&self, weight: Figure, rounding: Rounding) -> Vec<Problem> {
        match self.otherwise.as_deref() {
            Some(rule) if rule.needs_rate() => rule.check(weight, rounding),
            Some(_) => vec![Problem::new(Code::MeasureUnused).on("rule.otherwise")],
            None => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::rule::testing::{points, ratio};

    #[test]
    fn futian_cost_within_plan_is_full() {
        // 258.90 planned, 258.90 spent
        assert_eq!(points("kind = \"not-over\"", ratio(25890, 25890), "6"), "6.00");
    }

    #[test]
    fn over_plan_is_nothing_or_what_the_other_rule_gives() {
        assert_eq!(points("kind = \"not-over\"", ratio(100, 101), "6"), "0.00");
        let rule = "kind = \"not-over\"\notherwise = { kind = \"proportional\" }";
        // plan ÷ actual = 80/100; 6 × 0.8 = 4.8
        assert_eq!(points(rule, ratio(80, 100), "6"), "4.80");
    }
}
