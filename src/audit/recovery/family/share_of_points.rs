//! Weight × what was achieved, itself a percentage, whatever the target.

use crate::engine::rule::ShareOfPoints;
use crate::engine::{Figure, Fraction, Rule};

use super::{Verdict, plain};
use crate::audit::recovery::case::Case;

pub(super) fn verdict(case: &Case) -> Verdict {
    let Some(rate) = &case.achieved else { return Verdict::Outside };
    // Against a target of 100 % it is the completion rate.
    if case.target == Some(Figure::HUNDRED) {
        return Verdict::Outside;
    }
    plain(case, rate.range.low >= Fraction::ONE, rate.range.high <= Fraction::ZERO)
}

pub(super) fn rule() -> Rule {
    Rule::ShareOfPoints(ShareOfPoints {})
}
