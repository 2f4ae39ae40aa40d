//! Weight × completion rate.

use crate::engine::rule::Proportional;
use crate::engine::{Fraction, Rule};

use super::{Verdict, plain};
use crate::audit::recovery::case::Case;

pub(super) fn verdict(case: &Case, uncapped: bool) -> Verdict {
    let Some(rate) = &case.completion else { return Verdict::Outside };
    let range = rate.range;
    if uncapped && range.low > Fraction::ONE {
        // Full marks above 100 % are what a cap gives; whether they also are what is left of a rate
        // just above it, the engine says.
        return if is_beyond(case) { Verdict::Supports } else { Verdict::Silent };
    }
    plain(case, range.low >= Fraction::ONE, range.high <= Fraction::ZERO)
}

/// Whether the row has more points than its weight for a rate above 100 %: only that lifts a cap.
pub(super) fn is_beyond(case: &Case) -> bool {
    let above = case.completion.as_ref().is_some_and(|rate| rate.range.low > Fraction::ONE);
    above && case.printed > case.weight
}

pub(super) fn rule(uncapped: bool) -> Rule {
    Rule::Proportional(Proportional { uncapped })
}
