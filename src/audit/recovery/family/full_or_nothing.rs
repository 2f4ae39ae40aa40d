//! Full marks where the target is met, else none.

use crate::engine::rule::{Floor, NotOver, Threshold};
use crate::engine::{Figure, Fraction, Rule};

use super::{Verdict, plain};
use crate::audit::recovery::case::Case;

pub(super) fn verdict(case: &Case) -> Verdict {
    let Some(rate) = &case.completion else { return Verdict::Outside };
    let nothing_done = rate.range.high <= Fraction::ZERO;
    plain(case, rate.range.low >= Fraction::ONE, nothing_done)
}

/// Not over plan where less is better, else a threshold at 100 %.
pub(super) fn rule(case: &Case) -> Rule {
    if case.at_most {
        return Rule::NotOver(NotOver { otherwise: None });
    }
    let bands = vec![Floor { from: Figure::HUNDRED, points: case.weight }];
    Rule::Threshold(Threshold { bands })
}
