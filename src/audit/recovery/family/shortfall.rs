//! So much off for each percentage point below: in % of the weight or in points, in proportion or by
//! whole steps, below 100 % of the target or below the target, itself a percentage.

use crate::audit::interval::Interval;
use crate::engine::{Figure, Fraction, NumberError, Partial, Rule, rule};

use super::{Name, Verdict, factor};
use crate::audit::recovery::case::{Case, Reads, not_negative};
use crate::audit::recovery::rate::Rate;

/// One of its variants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The completion rate, which falls short of 100 %, or what was achieved, which falls short of
    /// the target.
    pub reads: Reads,
    /// What a step costs.
    pub lost: Lost,
    /// What a part of a step costs.
    pub partial: Partial,
    /// Width of a step, in percentage points.
    pub per: u32,
}

/// What a step costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// A share of the weight.
    Share,
    /// Points.
    Points,
}

/// Widths that rules name, with what they do with a part of a step.
const STEPS: [(Partial, u32); 7] = [
    (Partial::Exact, 1),
    (Partial::Down, 1),
    (Partial::Up, 1),
    (Partial::Down, 5),
    (Partial::Up, 5),
    (Partial::Down, 10),
    (Partial::Up, 10),
];

impl Shortfall {
    /// Every variant, the plainest first.
    pub(super) fn all() -> impl Iterator<Item = Shortfall> {
        let of = [
            (Reads::Completion, Lost::Share),
            (Reads::Achieved, Lost::Share),
            (Reads::Completion, Lost::Points),
            (Reads::Achieved, Lost::Points),
        ];
        STEPS.into_iter().flat_map(move |(partial, per)| {
            of.into_iter().map(move |(reads, lost)| Shortfall { reads, lost, partial, per })
        })
    }

    /// In proportion below 100 % of the target: at 1 % of the weight per 1 %, weight × rate.
    pub(in crate::audit::recovery) const PLAIN: Shortfall =
        Shortfall { reads: Reads::Completion, lost: Lost::Share, partial: Partial::Exact, per: 1 };

    /// What a step costs: more than 0, at most 100.
    pub(super) fn parameter(self) -> (Name, Interval) {
        let all = Interval::between(Fraction::ZERO, Figure::HUNDRED.fraction());
        let name = match self.lost {
            Lost::Share => Name::Share,
            Lost::Points => Name::Points,
        };
        (name, Interval { low_in: false, ..all })
    }

    /// The rate that costs nothing, in %.
    fn full(self, case: &Case) -> Option<Figure> {
        match self.reads {
            Reads::Achieved => case.target.filter(|_| !case.at_most),
            _ => Some(Figure::HUNDRED),
        }
    }

    pub(super) fn verdict(self, case: &Case) -> Result<Verdict, NumberError> {
        let (Some(rate), Some(full)) = (case.rate(self.reads), self.full(case)) else {
            return Ok(Verdict::Outside);
        };
        let steps = self.steps(full, rate, case.is_full())?;
        if steps.high <= Fraction::ZERO {
            return Ok(if case.is_full() { Verdict::Silent } else { Verdict::Contradicts });
        }
        let steps = match self.lost {
            Lost::Share => steps.times(case.weight.percent())?,
            Lost::Points => steps,
        };
        let (_, domain) = self.parameter();
        let found = factor(case, case.lost()?, steps, domain)?;
        Ok(match found {
            None => Verdict::Contradicts,
            Some(all) if all == domain => Verdict::Silent,
            Some(found) => Verdict::Within(0, found),
        })
    }

    /// How many steps a rate is below. Whole steps are counted by the digits of the rate as they are:
    /// 88.00 % is two steps of 5 % below 98 %, although it may stand for 87.996 %. Whether a row
    /// agrees is decided by all that its digits allow.
    fn steps(self, full: Figure, rate: &Rate, is_full: bool) -> Result<Interval, NumberError> {
        let per = Fraction::whole(100).div(Fraction::whole(self.per.into()))?;
        let gap =
            |rate: Interval| not_negative(Interval::exactly(full.percent()).sub(rate)?).times(per);
        if self.partial == Partial::Exact {
            return gap(rate.range);
        }
        let whole = |gap: Fraction| match self.partial {
            Partial::Up => Interval::exactly(gap.ceil()),
            _ => Interval::exactly(gap.floor()),
        };
        let plain = whole(gap(Interval::exactly(rate.printed))?.low);
        if plain.high > Fraction::ZERO || is_full {
            return Ok(plain);
        }
        Ok(whole(gap(rate.range)?.high))
    }

    pub(super) fn rule(self, lose: Figure, case: &Case) -> Option<Rule> {
        let (full, per, partial) = (self.full(case)?, Figure::whole(self.per), self.partial);
        Some(match self.lost {
            Lost::Share => Rule::Shortfall(rule::Shortfall { target: full, per, lose, partial }),
            Lost::Points => Rule::Steps(rule::Steps { full, per, lose, partial }),
        })
    }
}
