//! Proportional 按完成比例: weight × rate, the rate counting as at most 1.

use crate::engine::fraction::Fraction;
use crate::engine::number::NumberError;
use crate::engine::trace::Step;
use crate::tree::document;

/// Weight × min(1, rate). Where less is better, the measure already turns the rate round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proportional {
    /// Whether a rate above 100 % earns points above the weight.
    pub uncapped: bool,
}

document! { Proportional { uncapped: optional } }

impl Proportional {
    pub(super) fn points(
        &self,
        rate: Fraction,
        weight: Fraction,
        trace: &mut Vec<Step>,
    ) -> Result<Fraction, NumberError> {
        let capped = rate > Fraction::ONE && !self.uncapped;
        trace.push(Step::Proportional { rate, capped });
        weight.mul(if capped { Fraction::ONE } else { rate })
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::rule::testing::{points, ratio};

    const RULE: &str = "kind = \"proportional\"";

    #[test]
    fn fukang_enrolment_rows_come_out_as_published() {
        // 6 × 30437/33333 = 5.4787…, 5 × 4157/6130 = 3.3907…, 5 × 26280/27203 = 4.8303…
        assert_eq!(points(RULE, ratio(30437, 33333), "6"), "5.48");
        assert_eq!(points(RULE, ratio(4157, 6130), "5"), "3.39");
        assert_eq!(points(RULE, ratio(26280, 27203), "5"), "4.83");
    }

    #[test]
    fn a_rate_above_one_earns_the_weight_unless_the_cap_is_lifted() {
        assert_eq!(points(RULE, ratio(100, 91), "10"), "10.00");
        // 10 × 100/91 = 10.989…
        assert_eq!(
            points("kind = \"proportional\"\nuncapped = true", ratio(100, 91), "10"),
            "10.99"
        );
    }

    #[test]
    fn an_exact_half_is_rounded_up_and_not_lost_on_the_way() {
        // 5 × 119/200 = 2.975; 6 × 1093/1200 = 5.465
        assert_eq!(points(RULE, ratio(119, 200), "5"), "2.98");
        assert_eq!(points(RULE, ratio(1093, 1200), "6"), "5.47");
    }
}
