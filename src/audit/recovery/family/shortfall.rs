//! So much off for each percentage point below: in % of the weight or in points, in proportion or by
//! whole steps, below 100 % of the target or below the target, itself a percentage.

use crate::audit::interval::Interval;
use crate::engine::{Figure, Fraction, NumberError, Partial, Rule, rule};

use super::{Name, Verdict, factor};
use crate::audit::recovery::case::{Case, Reads, not_negative};

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
        let gap = not_negative(Interval::exactly(full.percent()).sub(rate.range)?);
        let (_, domain) = self.parameter();
        let mut found: Vec<Interval> = Vec::new();
        for steps in self.steps(gap)? {
            found.extend(self.cost(case, steps, domain)?);
        }
        Ok(match found[..] {
            [] => Verdict::Contradicts,
            _ if found.contains(&domain) => Verdict::Silent,
            [one] => Verdict::Within(0, one, None),
            [one, other, ..] if one.meets(other) => Verdict::Within(0, one.cover(other), None),
            [one, other, ..] => Verdict::Within(0, one, Some(other)),
        })
    }

    /// What a step may cost if there are so many.
    fn cost(
        self,
        case: &Case,
        steps: Interval,
        domain: Interval,
    ) -> Result<Option<Interval>, NumberError> {
        if steps.high <= Fraction::ZERO {
            return Ok(case.is_full().then_some(domain));
        }
        let steps = match self.lost {
            Lost::Share => steps.times(case.weight.percent())?,
            Lost::Points => steps,
        };
        factor(case, case.lost()?, steps, domain)
    }

    /// How many steps a gap is; two answers where a printed rate leaves open on which side of a step
    /// it is.
    fn steps(self, gap: Interval) -> Result<Vec<Interval>, NumberError> {
        let steps = gap.times(Fraction::whole(100).div(Fraction::whole(self.per.into()))?)?;
        let whole = |from: Fraction, to: Fraction| match to.sub(from)? {
            none if none == Fraction::ZERO => Ok(vec![Interval::exactly(from)]),
            one if one == Fraction::ONE => Ok(vec![Interval::exactly(from), Interval::exactly(to)]),
            _ => Ok(vec![Interval::between(from, to)]),
        };
        match self.partial {
            Partial::Exact => Ok(vec![steps]),
            Partial::Down => whole(steps.low.floor(), steps.high.floor()),
            Partial::Up => whole(steps.low.ceil(), steps.high.ceil()),
        }
    }

    pub(super) fn rule(self, lose: Figure, case: &Case) -> Option<Rule> {
        let (full, per, partial) = (self.full(case)?, Figure::whole(self.per), self.partial);
        Some(match self.lost {
            Lost::Share => Rule::Shortfall(rule::Shortfall { target: full, per, lose, partial }),
            Lost::Points => Rule::Steps(rule::Steps { full, per, lose, partial }),
        })
    }
}
