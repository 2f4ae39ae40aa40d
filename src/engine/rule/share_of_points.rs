//! Share of points: weight × rate, no target.

use crate::engine::fraction::Fraction;
use crate::engine::number::NumberError;
use crate::engine::trace::Step;
use crate::tree::document;

/// Weight × rate, as surveys are turned into points; never above the weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareOfPoints {}

document! { ShareOfPoints {} }

impl ShareOfPoints {
    pub(super) fn points(
        &self,
        rate: Fraction,
        weight: Fraction,
        trace: &mut Vec<Step>,
    ) -> Result<Fraction, NumberError> {
        let capped = rate > Fraction::ONE;
        trace.push(Step::Proportional { rate, capped });
        weight.mul(rate.clamp(Fraction::ZERO, Fraction::ONE))
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::rule::testing::{points, ratio};

    #[test]
    fn fukang_yes_shares_come_out_as_published() {
        // 8 × 112/122 = 7.344…, 8 × 117/122 = 7.672…
        let rule = "kind = \"share-of-points\"";
        assert_eq!(points(rule, ratio(112, 122), "8"), "7.34");
        assert_eq!(points(rule, ratio(117, 122), "8"), "7.67");
    }
}
