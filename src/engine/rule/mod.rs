//! `Rule` 评分标准: how a measure or a judgement becomes points.
//!
//! One file per rule. To add one: a file with a struct, its list of fields for `document!`, its
//! `award`, its `check` and its unit tests; a variant and the match arms here; a [`super::Step`]
//! with its sentence in `words`, an input in `app/parts/entry`, a case in the oracle test. The
//! compiler names each place that is missing. `proportional.rs` is the one to copy.

mod bands;
mod checklist;
mod curve;
mod excess;
mod judgement;
mod levels;
mod not_over;
mod proportional;
mod share_of_points;
mod shortfall;
mod steps;
mod threshold;

pub use bands::{Band, Bands};
pub use checklist::{Checklist, Item};
pub use curve::{Curve, Knot};
pub use excess::Excess;
pub use judgement::Judgement;
pub use levels::{Level, Levels};
pub use not_over::NotOver;
pub use proportional::Proportional;
pub use share_of_points::ShareOfPoints;
pub use shortfall::Shortfall;
pub use steps::Steps;
pub use threshold::{Floor, Threshold};

use crate::tree::document;

use super::error::{Code, Problem};
use super::fraction::Fraction;
use super::number::{Figure, NumberError};
use super::reading::{Reader, Reading};
use super::rounding::Rounding;
use super::rubric::PointRange;
use super::trace::Step;

/// How points arise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// 定档.
    Levels(Levels),
    /// 定性三档.
    Bands(Bands),
    /// 要素.
    Checklist(Checklist),
    /// 按完成比例.
    Proportional(Proportional),
    /// Weight × rate, no target.
    ShareOfPoints(ShareOfPoints),
    /// 每低1%扣.
    Shortfall(Shortfall),
    /// 每超1个点扣.
    Excess(Excess),
    /// 每降10%扣1分.
    Steps(Steps),
    /// 分段.
    Threshold(Threshold),
    /// 线性插值.
    Curve(Curve),
    /// 不超即满.
    NotOver(NotOver),
    /// 评价人赋分.
    Judgement(Judgement),
}

document! {
    enum Rule by "kind" {
        Levels, Bands, Checklist, Proportional, ShareOfPoints, Shortfall, Excess, Steps,
        Threshold, Curve, NotOver, Judgement,
    }
}

/// What is done with a part of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Partial {
    /// It counts in proportion.
    #[default]
    Exact,
    /// It does not count: 每满1%扣.
    Down,
    /// It counts as a whole one: 不足1%按1%计.
    Up,
}

document! { enum Partial { Exact, Down, Up } }

impl Partial {
    fn apply(self, steps: Fraction) -> Fraction {
        match self {
            Partial::Exact => steps,
            Partial::Down => steps.floor(),
            Partial::Up => steps.ceil(),
        }
    }
}

/// What a rule works with.
pub(crate) struct Basis<'a> {
    /// 分值.
    pub weight: Fraction,
    /// The measured rate, once there is one.
    pub rate: Option<Fraction>,
    /// The entry.
    pub reader: &'a Reader<'a>,
    /// How the rubric rounds.
    pub rounding: Rounding,
}

/// Exact points: fewest and most that the entry allows, equal unless a choice is open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Award {
    pub min: Fraction,
    pub max: Fraction,
}

impl Award {
    fn exactly(points: Fraction) -> Award {
        Award { min: points, max: points }
    }
}

impl Rule {
    /// Exact points with their steps pushed to `trace`; nothing until enough is entered.
    pub(crate) fn award(&self, basis: &Basis<'_>, trace: &mut Vec<Step>) -> Reading<Award> {
        match self {
            Rule::Levels(rule) => return rule.award(basis, trace),
            Rule::Bands(rule) => return rule.award(basis, trace),
            Rule::Checklist(rule) => return rule.award(basis, trace),
            Rule::Judgement(rule) => return rule.award(basis, trace),
            _ => {}
        }
        let Some(rate) = basis.rate else {
            return Ok(None);
        };
        Ok(Some(Award::exactly(self.points(rate, basis.weight, trace)?)))
    }

    /// Exact points that a rate earns. Rules that judge without a rate earn nothing by one.
    pub(crate) fn points(
        &self,
        rate: Fraction,
        weight: Fraction,
        trace: &mut Vec<Step>,
    ) -> Result<Fraction, NumberError> {
        match self {
            Rule::Proportional(rule) => rule.points(rate, weight, trace),
            Rule::ShareOfPoints(rule) => rule.points(rate, weight, trace),
            Rule::Shortfall(rule) => rule.points(rate, weight, trace),
            Rule::Excess(rule) => rule.points(rate, weight, trace),
            Rule::Steps(rule) => rule.points(rate, weight, trace),
            Rule::Threshold(rule) => rule.points(rate, trace),
            Rule::Curve(rule) => rule.points(rate, weight, trace),
            Rule::NotOver(rule) => rule.points(rate, weight, trace),
            Rule::Levels(_) | Rule::Bands(_) | Rule::Checklist(_) | Rule::Judgement(_) => {
                Ok(Fraction::ZERO)
            }
        }
    }

    /// Rates between which its points only rise or only fall, as the rate rises. Rates from which on
    /// they change no more are among them: who looks for points need not look beyond.
    pub(crate) fn turns(&self) -> Vec<Fraction> {
        match self {
            Rule::Curve(rule) => rule.knots.iter().map(|knot| knot.rate.percent()).collect(),
            Rule::NotOver(rule) => {
                let within = rule.otherwise.iter().flat_map(|rule| rule.turns());
                within.chain([Fraction::ONE]).collect()
            }
            Rule::Proportional(_) | Rule::ShareOfPoints(_) => vec![Fraction::ONE],
            Rule::Shortfall(rule) => vec![rule.target.percent()],
            Rule::Excess(rule) => vec![rule.limit.percent()],
            Rule::Steps(rule) => vec![rule.full.percent()],
            Rule::Threshold(rule) => {
                rule.bands.first().iter().map(|band| band.from.percent()).collect()
            }
            Rule::Levels(_) | Rule::Bands(_) | Rule::Checklist(_) | Rule::Judgement(_) => {
                Vec::new()
            }
        }
    }

    /// The levels or bands to choose from, each with its points and whether they are picked from a
    /// range, for a leaf of this weight; none for other rules.
    pub(crate) fn choices(
        &self,
        weight: Figure,
        rounding: Rounding,
    ) -> Vec<(&str, PointRange, bool)> {
        match self {
            Rule::Levels(rule) => {
                let levels = rule.levels.iter();
                levels.map(|it| (it.id.as_str(), it.points, !it.points.is_fixed())).collect()
            }
            Rule::Bands(rule) => rule.choices(weight, rounding),
            _ => Vec::new(),
        }
    }

    /// Whether it turns a rate into points.
    pub fn needs_rate(&self) -> bool {
        !matches!(self, Rule::Levels(_) | Rule::Bands(_) | Rule::Checklist(_) | Rule::Judgement(_))
    }

    /// What is wrong with its constants, for a leaf of this weight.
    pub(crate) fn check(&self, weight: Figure, rounding: Rounding) -> Vec<Problem> {
        let mut problems = self.check_kind(weight, rounding);
        let negative = self.constants().into_iter().find(|constant| constant.is_negative());
        problems.extend(negative.map(|constant| {
            Problem::new(Code::ConstantOutOfRange).on("rule").with("text", constant)
        }));
        problems
    }

    /// Every figure that the rubric fixes for the rule; none may be below 0.
    fn constants(&self) -> Vec<Figure> {
        let ends = |range: &PointRange| [range.from, range.to];
        match self {
            Rule::Levels(rule) => rule.levels.iter().flat_map(|one| ends(&one.points)).collect(),
            Rule::Bands(rule) => rule.bands.iter().flat_map(|one| ends(&one.share)).collect(),
            Rule::Checklist(rule) => rule.items.iter().filter_map(|item| item.points).collect(),
            Rule::Shortfall(rule) => vec![rule.target, rule.per, rule.lose],
            Rule::Excess(rule) => vec![rule.limit, rule.per, rule.lose],
            Rule::Steps(rule) => vec![rule.full, rule.per, rule.lose],
            Rule::Threshold(rule) => {
                rule.bands.iter().flat_map(|band| [band.from, band.points]).collect()
            }
            Rule::Curve(rule) => {
                rule.knots.iter().flat_map(|knot| [knot.rate, knot.share]).collect()
            }
            Rule::NotOver(rule) => {
                rule.otherwise.iter().flat_map(|rule| rule.constants()).collect()
            }
            Rule::Proportional(_) | Rule::ShareOfPoints(_) | Rule::Judgement(_) => Vec::new(),
        }
    }

    fn check_kind(&self, weight: Figure, rounding: Rounding) -> Vec<Problem> {
        match self {
            Rule::Levels(rule) => rule.check(weight, rounding),
            Rule::Bands(rule) => rule.check(),
            Rule::Checklist(rule) => rule.check(weight),
            Rule::Shortfall(rule) => rule.check(),
            Rule::Excess(rule) => rule.check(),
            Rule::Steps(rule) => rule.check(),
            Rule::Threshold(rule) => rule.check(weight, rounding),
            Rule::Curve(rule) => rule.check(),
            Rule::NotOver(rule) => rule.check(weight, rounding),
            Rule::Proportional(_) | Rule::ShareOfPoints(_) | Rule::Judgement(_) => Vec::new(),
        }
    }
}

/// `weight` less `lost`, not below 0.
fn remaining(weight: Fraction, lost: Fraction) -> Result<Fraction, NumberError> {
    Ok(weight.sub(lost)?.clamp(Fraction::ZERO, weight))
}

/// A problem for a step or width of zero at `field`.
fn zero_step(width: Figure, field: &str) -> Option<Problem> {
    width.is_zero().then(|| Problem::new(Code::ZeroStep).on(field))
}

/// Problems of ids that are used twice, at `field`.
fn duplicates<'a>(ids: impl Iterator<Item = &'a str>, field: &str) -> Vec<Problem> {
    let mut seen = std::collections::BTreeSet::new();
    ids.filter(|id| !seen.insert(*id))
        .map(|id| Problem::new(Code::DuplicateId).on(field).with("text", id))
        .collect()
}

#[cfg(test)]
pub(crate) mod testing {
    //! What the unit tests of the rules share.

    use super::*;
    use crate::engine::rounding::percentage;
    use crate::tree::tests::toml;

    /// The exact fraction `num` ÷ `den`.
    pub fn ratio(num: i128, den: i128) -> Fraction {
        Fraction::whole(num).div(Fraction::whole(den)).unwrap()
    }

    /// A figure.
    pub fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    /// Points of `rule` at `rate` for `weight`, rounded to two places.
    pub fn points(rule: &str, rate: Fraction, weight: &str) -> String {
        let rule: Rule = toml(rule);
        let exact = rule.points(rate, figure(weight).fraction(), &mut Vec::new());
        Rounding::default().points(exact.unwrap()).unwrap().to_string()
    }

    /// Codes of the problems of `rule` for `weight`.
    pub fn codes(rule: &str, weight: &str) -> Vec<Code> {
        let rule: Rule = toml(rule);
        let problems = rule.check(figure(weight), Rounding::default());
        problems.into_iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn the_helper_divides() {
        assert_eq!(percentage(ratio(1, 3)).unwrap().to_string(), "33.33");
    }
}
