//! Weight × completion rate.

use crate::engine::rule::Proportional;
use crate::engine::{Fraction, Rule};

use super::{Verdict, plain};
use crate::audit::recovery::case::Case;

pub(super) fn verdict(case: &Case, uncapped: bool) -> Verdict {
    let Some(rate) = &case.completion else { return Verdict::Outside };
    let range = rate.range;
    if uncapped && range.low > Fraction::ONE {
        return Verdict::Supports;
    }
    plain(case, range.low >= Fraction::ONE, range.high <= Fraction::ZERO)
}

pub(super) fn rule(uncapped: bool) -> Rule {
    Rule::Proportional(Proportional { uncapped })
}
