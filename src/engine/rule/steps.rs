//! Steps 每降10%扣1分: full from a rate on, then points off for each step below.

use super::{Partial, remaining, zero_step};
use crate::engine::error::Problem;
use crate::engine::fraction::Fraction;
use crate::engine::number::{Figure, NumberError};
use crate::engine::trace::Step;
use crate::tree::document;

/// Full at `full` %; each `per` percentage points below cost `lose` points, not below 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// The rate that earns the whole weight, in %.
    pub full: Figure,
    /// Width of a step, in percentage points.
    pub per: Figure,
    /// Points that a step costs, 分.
    pub lose: Figure,
    /// What a part of a step costs.
    pub partial: Partial,
}

document! { Steps { full, per, lose, partial } }

impl Steps {
    pub(super) fn points(
        &self,
        rate: Fraction,
        weight: Fraction,
        trace: &mut Vec<Step>,
    ) -> Result<Fraction, NumberError> {
        let (full, partial) = (self.full.percent(), self.partial);
        let below = full.sub(rate)?;
        let count = match below > Fraction::ZERO {
            true => partial.apply(below.div(self.per.percent())?),
            false => Fraction::ZERO,
        };
        let lost = count.mul(self.lose.fraction())?.clamp(Fraction::ZERO, weight);
        trace.push(Step::Steps { full, count, lost, partial });
        remaining(weight, lost)
    }

    pub(super) fn check(&self) -> Vec<Problem> {
        zero_step(self.per, "rule.per").into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::rule::testing::{points, ratio};

    /// Taishan 预算支出完成率: full from 95 %, each 10 points below cost 1.
    const RULE: &str =
        "kind = \"steps\"\nfull = \"95\"\nper = \"10\"\nlose = \"1\"\npartial = \"down\"";

    #[test]
    fn taishan_budget_completion_falls_by_whole_steps() {
        assert_eq!(points(RULE, ratio(95, 100), "5"), "5.00");
        assert_eq!(points(RULE, ratio(8501, 10000), "5"), "5.00");
        assert_eq!(points(RULE, ratio(85, 100), "5"), "4.00");
        assert_eq!(points(RULE, ratio(10, 100), "5"), "0.00");
        // 69822.15 of 59448 is above plan.
        assert_eq!(points(RULE, ratio(6_982_215, 5_944_800), "5"), "5.00");
    }

    #[test]
    fn a_part_of_a_step_may_count_as_one() {
        let up = RULE.replace("down", "up");
        assert_eq!(points(&up, ratio(949, 1000), "5"), "4.00");
    }
}
