//! `Family`: the kinds of rules that are looked for, a file each.
//!
//! To add one: a file with a `verdict` and a `rule`, a variant, a line in [`Family::all`] and the
//! match arms here; its sentence in `words/audit/recovery.rs`. A family says what its parameter
//! would have to be for a row; that the engine's rule then gives the printed score is proved for
//! each row by the engine itself ([`super::proof`]).

mod bands;
mod curve;
mod full_or_nothing;
mod levels;
mod proportional;
mod share_of_points;
mod shortfall;

pub use shortfall::{Lost, Shortfall};

use crate::audit::interval::Interval;
use crate::engine::{Figure, Fraction, NumberError, Rule};

use super::case::{Case, Reads};

/// A kind of rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Full marks where the target is met, else none: 达标得满分，否则不得分; 不超计划得满分.
    FullOrNothing,
    /// Weight × completion rate, as engine `proportional`.
    Proportional {
        /// Whether a rate above 100 % earns more than the weight.
        uncapped: bool,
    },
    /// Weight × what was achieved, itself a percentage, whatever the target.
    ShareOfPoints,
    /// A straight line down to 0 on one or both sides of 100 %.
    Curve,
    /// So much off for each percentage point below.
    Shortfall(Shortfall),
    /// Fixed shares of the weight: 100, 80, 50, 0 %.
    Bands,
    /// The points that the rule of the row names.
    Levels,
}

/// What a parameter is, with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The rate below the target from which down nothing is left, in %.
    ZeroBelow,
    /// The rate above the target from which up nothing is left, in %.
    ZeroAbove,
    /// What a step costs, in % of the weight.
    Share,
    /// What a step costs, 分.
    Points,
}

impl Family {
    /// What the JS API calls it: the kind of the engine's rule.
    pub fn name(self) -> &'static str {
        match self {
            Family::FullOrNothing => "not-over",
            Family::Proportional { .. } => "proportional",
            Family::ShareOfPoints => "share-of-points",
            Family::Curve => "curve",
            Family::Shortfall(_) => "shortfall",
            Family::Bands => "bands",
            Family::Levels => "levels",
        }
    }
}

impl Name {
    /// What the JS API calls it.
    pub fn name(self) -> &'static str {
        match self {
            Name::ZeroBelow => "zeroBelow",
            Name::ZeroAbove => "zeroAbove",
            Name::Share => "share",
            Name::Points => "points",
        }
    }
}

/// What a row says about a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The family says nothing about such a row.
    Outside,
    /// Whatever the parameter, the score is what the family gives.
    Silent,
    /// It is what the family gives, and others would not.
    Supports,
    /// Whatever the parameter, the family gives another score.
    Contradicts,
    /// It is what the family gives if this parameter, by its place among them, is in the interval.
    Within(usize, Interval),
    /// Without this parameter it says nothing; if the family has it, it must be in the interval, or
    /// is wrong whatever it is.
    Capped(usize, Option<Interval>),
}

impl Verdict {
    /// Which parameter it bounds, and how.
    pub fn claim(self) -> Option<(usize, Interval)> {
        match self {
            Verdict::Within(at, range) | Verdict::Capped(at, Some(range)) => Some((at, range)),
            _ => None,
        }
    }
}

impl Family {
    /// Every family, the plainest first.
    pub(super) fn all() -> Vec<Family> {
        let mut all = vec![
            Family::FullOrNothing,
            Family::Proportional { uncapped: false },
            Family::Proportional { uncapped: true },
            Family::ShareOfPoints,
            Family::Curve,
        ];
        all.extend(Shortfall::all().map(Family::Shortfall));
        all.extend([Family::Bands, Family::Levels]);
        all
    }

    /// Which rate its rule works with.
    pub fn reads(self) -> Reads {
        match self {
            Family::FullOrNothing | Family::Proportional { .. } | Family::Curve => {
                Reads::Completion
            }
            Family::ShareOfPoints => Reads::Achieved,
            Family::Shortfall(shortfall) => shortfall.reads,
            Family::Bands | Family::Levels => Reads::Nothing,
        }
    }

    /// Its parameters, each with the values that it could have at all.
    pub(super) fn parameters(self) -> Vec<(Name, Interval)> {
        match self {
            Family::Curve => curve::parameters().into(),
            Family::Shortfall(shortfall) => vec![shortfall.parameter()],
            _ => Vec::new(),
        }
    }

    /// Whether the rows give any reason to think of it: a cap is lifted where a row shows that it is.
    pub(super) fn is_called_for(self, cases: &[&Case]) -> bool {
        match self {
            Family::Proportional { uncapped: true } => {
                cases.iter().any(|case| proportional::is_beyond(case))
            }
            _ => true,
        }
    }

    /// What a row says about it.
    pub(super) fn verdict(self, case: &Case) -> Result<Verdict, NumberError> {
        match self {
            Family::FullOrNothing => Ok(full_or_nothing::verdict(case)),
            Family::Proportional { uncapped } => Ok(proportional::verdict(case, uncapped)),
            Family::ShareOfPoints => Ok(share_of_points::verdict(case)),
            Family::Curve => curve::verdict(case),
            Family::Shortfall(shortfall) => shortfall.verdict(case),
            Family::Bands => Ok(bands::verdict(case)),
            Family::Levels => Ok(levels::verdict(case)),
        }
    }

    /// The engine's rule for a row, with a figure for each parameter; none where too few are known.
    pub(super) fn rule(self, figures: &[Option<Figure>], case: &Case) -> Option<Rule> {
        match self {
            Family::FullOrNothing => Some(full_or_nothing::rule(case)),
            Family::Proportional { uncapped } => Some(proportional::rule(uncapped)),
            Family::ShareOfPoints => Some(share_of_points::rule()),
            Family::Curve => curve::rule(figures),
            Family::Shortfall(shortfall) => shortfall.rule(*figures.first()?.as_ref()?, case),
            Family::Bands => Some(bands::rule()),
            Family::Levels => levels::rule(case),
        }
    }
}

/// What a row says about a rule that gives full marks from some rate on and that has no parameter:
/// `met` where the rate is that high.
fn plain(case: &Case, met: bool, nothing_done: bool) -> Verdict {
    match (met, case.is_full()) {
        (true, true) => Verdict::Silent,
        (true, false) => Verdict::Contradicts,
        // Nothing done and nothing earned: every rule says that.
        (false, _) if nothing_done && case.is_nothing() => Verdict::Silent,
        // Whether it is what the rule gives, the engine says.
        (false, _) => Verdict::Supports,
    }
}

/// Interval of a factor of which so many `steps` come to what was `lost`; full marks for no steps.
fn factor(
    case: &Case,
    lost: Interval,
    steps: Interval,
    domain: Interval,
) -> Result<Option<Interval>, NumberError> {
    let least = lost.low.div(steps.high)?;
    // Below 0 points nothing more is lost: a score of 0 says only that it was at least so much.
    let open = steps.low <= Fraction::ZERO || case.is_nothing();
    let (high, high_in) = match open {
        true => (domain.high, domain.high_in),
        false => (lost.high.div(steps.low)?, lost.high_in && steps.low_in),
    };
    let found = Interval { low: least, low_in: lost.low_in && steps.high_in, high, high_in };
    Ok(found.meet(domain))
}
