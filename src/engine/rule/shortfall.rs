//! Shortfall 每低1%扣: what the rate falls short of the target costs a share of the weight.

use super::{Partial, remaining, zero_step};
use crate::engine::error::Problem;
use crate::engine::fraction::Fraction;
use crate::engine::number::{Figure, NumberError};
use crate::engine::trace::Step;
use crate::tree::document;

/// Weight − lose % × weight for each `per` % that the rate is below the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The rate that earns the whole weight, in %.
    pub target: Figure,
    /// Width of a step, in percentage points.
    pub per: Figure,
    /// Share of the weight that a step costs, in %.
    pub lose: Figure,
    /// What a part of a step costs.
    pub partial: Partial,
}

document! {
    Shortfall {
        target, per: optional(Figure::whole(1)), lose, partial: optional(Partial::Exact),
    }
}

impl Shortfall {
    pub(super) fn points(
        &self,
        rate: Fraction,
        weight: Fraction,
        trace: &mut Vec<Step>,
    ) -> Result<Fraction, NumberError> {
        let (target, partial) = (self.target.percent(), self.partial);
        if rate >= target {
            let (gap, lost) = (Fraction::ZERO, Fraction::ZERO);
            trace.push(Step::Shortfall { target, gap, lost, partial });
            return Ok(weight);
        }
        let gap = target.sub(rate)?;
        let steps = partial.apply(gap.div(self.per.percent())?);
        let cost = steps.mul(self.lose.percent())?.mul(weight)?;
        let lost = cost.clamp(Fraction::ZERO, weight);
        trace.push(Step::Shortfall { target, gap, lost, partial });
        remaining(weight, lost)
    }

    pub(super) fn check(&self) -> Vec<Problem> {
        zero_step(self.per, "rule.per").into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::Code;
    use crate::engine::rule::testing::{codes, points, ratio};

    const AWARENESS: &str = "kind = \"shortfall\"\ntarget = \"80\"\nlose = \"5\"";

    #[test]
    fn fukang_awareness_and_satisfaction_come_out_as_published() {
        // 95/122 = 77.8688…%; 80 − 77.8688… = 2.1311…; × 5 % × 8 = 0.8524…; 8 − 0.8524… = 7.1475…
        assert_eq!(points(AWARENESS, ratio(95, 122), "8"), "7.15");
        // (92 + 8.8 + 9 + 1.6)/122 = 111.4/122 = 91.3114…%; 95 − … = 3.6885…; × 5 % × 6 = 1.1065…
        let satisfaction = "kind = \"shortfall\"\ntarget = \"95\"\nlose = \"5\"";
        assert_eq!(points(satisfaction, ratio(1114, 1220), "6"), "4.89");
    }

    #[test]
    fn a_rate_at_or_above_the_target_loses_nothing() {
        assert_eq!(points(AWARENESS, ratio(80, 100), "8"), "8.00");
        assert_eq!(points(AWARENESS, ratio(101, 100), "8"), "8.00");
    }

    #[test]
    fn parts_of_a_step_count_as_the_rubric_says() {
        // 80 − 77.5 = 2.5 steps of 0.4 points: 1.0 exact, 0.8 down, 1.2 up.
        let with = |partial: &str| format!("{AWARENESS}\npartial = \"{partial}\"");
        assert_eq!(points(&with("exact"), ratio(775, 1000), "8"), "7.00");
        assert_eq!(points(&with("down"), ratio(775, 1000), "8"), "7.20");
        assert_eq!(points(&with("up"), ratio(775, 1000), "8"), "6.80");
    }

    #[test]
    fn points_do_not_fall_below_zero() {
        assert_eq!(points(AWARENESS, ratio(10, 100), "8"), "0.00");
    }

    #[test]
    fn a_step_of_zero_is_refused() {
        let rule = "kind = \"shortfall\"\ntarget = \"80\"\nlose = \"5\"\nper = \"0\"";
        assert_eq!(codes(rule, "8"), [Code::ZeroStep]);
    }
}
