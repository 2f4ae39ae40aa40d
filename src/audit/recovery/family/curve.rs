//! A straight line from full marks at 100 % down to 0, below, above, or on both sides.

use crate::audit::interval::Interval;
use crate::engine::rule::{Curve, Knot};
use crate::engine::{Figure, Fraction, NumberError, Rule};

use super::{Name, Verdict};
use crate::audit::recovery::case::Case;

/// The rates, in %, at which nothing is left: from 0 to below 100, and from above 100 to ten times
/// the target.
pub(super) fn parameters() -> [(Name, Interval); 2] {
    let hundred = Figure::HUNDRED.fraction();
    let below = Interval { high_in: false, ..Interval::between(Fraction::ZERO, hundred) };
    let above = Interval { low_in: false, ..Interval::between(hundred, Fraction::whole(1000)) };
    [(Name::ZeroBelow, below), (Name::ZeroAbove, above)]
}

pub(super) fn verdict(case: &Case) -> Result<Verdict, NumberError> {
    let Some(rate) = &case.completion else { return Ok(Verdict::Outside) };
    let range = rate.range;
    if range.holds(Fraction::ONE) {
        return Ok(if case.is_full() { Verdict::Silent } else { Verdict::Contradicts });
    }
    let (at, gap) = match range.low < Fraction::ONE {
        true => (0, Interval::exactly(Fraction::ONE).sub(range)?),
        false => (1, range.sub(Interval::exactly(Fraction::ONE))?),
    };
    let (_, domain) = parameters()[at];
    let width = width(case, gap)?;
    let hundred = Interval::exactly(Figure::HUNDRED.fraction());
    let found = match (at, width) {
        (0, Some(width)) => hundred.sub(width)?.meet(domain),
        (_, Some(width)) => hundred.add(width)?.meet(domain),
        (_, None) => None,
    };
    // Full marks above 100 % are what a line that ends at 100 % gives.
    let capped = at == 1 && case.is_full();
    Ok(match found {
        found if capped => Verdict::Capped(at, found),
        None => Verdict::Contradicts,
        Some(all) if all == domain => Verdict::Silent,
        Some(found) => Verdict::Within(at, found),
    })
}

/// How far from 100 % the line reaches 0, in %: lost = weight × gap ÷ width.
fn width(case: &Case, gap: Interval) -> Result<Option<Interval>, NumberError> {
    let (lost, weight) = (case.lost()?, Interval::exactly(case.weight.fraction()));
    let most = Fraction::whole(1000);
    let whole = weight.mul(gap)?.times(Fraction::whole(100))?;
    // Full marks: the line may be as flat as it can. No points: as steep.
    let (high, high_in) = match lost.low <= Fraction::ZERO {
        true => (most, true),
        false => (whole.high.div(lost.low)?, whole.high_in && lost.low_in),
    };
    let (low, low_in) = match case.is_nothing() {
        true => (Fraction::ZERO, false),
        false if lost.high <= Fraction::ZERO => return Ok(None),
        false => (whole.low.div(lost.high)?, whole.low_in && lost.high_in),
    };
    Ok(Interval { low, low_in, high, high_in }.meet(Interval::between(Fraction::ZERO, most)))
}

/// Linear between the rates at which nothing is left; level on the side without one.
pub(super) fn rule(figures: &[Option<Figure>]) -> Option<Rule> {
    let knot = |rate, share| Knot { rate, share };
    let [below, above] = figures else { return None };
    let below = below.map(|rate| knot(rate, Figure::ZERO));
    let above = above.map(|rate| knot(rate, Figure::ZERO));
    if below.is_none() && above.is_none() {
        return None;
    }
    let top = Some(knot(Figure::HUNDRED, Figure::HUNDRED));
    let knots = [below, top, above].into_iter().flatten().collect();
    Some(Rule::Curve(Curve { knots }))
}
