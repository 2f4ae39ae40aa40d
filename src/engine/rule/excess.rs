//! Excess 每超1个点扣: what the rate exceeds the limit by costs points.

use super::{Partial, remaining, zero_step};
use crate::engine::error::Problem;
use crate::engine::fraction::Fraction;
use crate::engine::number::{Figure, NumberError};
use crate::engine::trace::Step;
use crate::tree::document;

/// Weight − `lose` points for each `per` percentage points above the limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excess {
    /// The highest rate that costs nothing, in %.
    pub limit: Figure,
    /// Width of a step, in percentage points.
    pub per: Figure,
    /// Points that a step costs, 分.
    pub lose: Figure,
    /// What a part of a step costs.
    pub partial: Partial,
}

document! { Excess { limit, per, lose, partial: default } }

impl Excess {
    pub(super) fn points(
        &self,
        rate: Fraction,
        weight: Fraction,
        trace: &mut Vec<Step>,
    ) -> Result<Fraction, NumberError> {
        let (limit, partial) = (self.limit.percent(), self.partial);
        if rate <= limit {
            let (over, lost) = (Fraction::ZERO, Fraction::ZERO);
            trace.push(Step::Excess { limit, over, lost, partial });
            return Ok(weight);
        }
        let over = rate.sub(limit)?;
        let steps = partial.apply(over.div(self.per.percent())?);
        let lost = steps.mul(self.lose.fraction())?.clamp(Fraction::ZERO, weight);
        trace.push(Step::Excess { limit, over, lost, partial });
        remaining(weight, lost)
    }

    pub(super) fn check(&self) -> Vec<Problem> {
        zero_step(self.per, "rule.per").into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::rule::testing::{points, ratio};

    const RULE: &str = "kind = \"excess\"\nlimit = \"100\"\nper = \"1\"\nlose = \"0.5\"";

    #[test]
    fn each_point_over_costs_and_the_floor_is_zero() {
        assert_eq!(points(RULE, ratio(100, 100), "4"), "4.00");
        // 103.5 % is 3.5 over, × 0.5 = 1.75
        assert_eq!(points(RULE, ratio(1035, 1000), "4"), "2.25");
        assert_eq!(points(RULE, ratio(2, 1), "4"), "0.00");
    }

    #[test]
    fn parts_of_a_point_count_as_the_rubric_says() {
        let with = |partial: &str| format!("{RULE}\npartial = \"{partial}\"");
        assert_eq!(points(&with("down"), ratio(1035, 1000), "4"), "2.50");
        assert_eq!(points(&with("up"), ratio(1035, 1000), "4"), "2.00");
    }
}
