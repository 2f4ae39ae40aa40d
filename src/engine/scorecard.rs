//! `Scorecard` 评分表: the outcome of scoring, accounted for at every node.
//!
//! At every node, for the lowest and the highest possible points alike:
//! children (for a leaf: its base points) + adjustments = score, and
//! score + deduction − addition = weight.

use super::error::Problem;
use super::fraction::Fraction;
use super::grade::GradeOutcome;
use super::number::Figure;
use super::trace::{Scope, Step};

/// 评分表.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// The whole.
    pub total: Total,
    /// 评价等级.
    pub grade: GradeOutcome,
    /// Every indicator, in the order of [`super::rubric::Rubric::nodes`].
    pub outcomes: Vec<Outcome>,
    /// Everything that is wrong, in the order of the form.
    pub problems: Vec<Problem>,
}

/// Lowest and highest points still possible, 分. Equal once everything is settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Points already certain.
    pub min: Figure,
    /// Points still possible.
    pub max: Figure,
}

impl Span {
    /// Exactly these points.
    pub fn exactly(points: Figure) -> Span {
        Span { min: points, max: points }
    }

    /// Whether nothing is open.
    pub fn is_settled(self) -> bool {
        self.min == self.max
    }
}

impl std::ops::Add for Span {
    type Output = Span;
    fn add(self, other: Span) -> Span {
        Span { min: self.min + other.min, max: self.max + other.max }
    }
}

impl std::iter::Sum for Span {
    fn sum<I: Iterator<Item = Span>>(spans: I) -> Span {
        spans.fold(Span::default(), |a, b| a + b)
    }
}

/// The total of a scorecard, 分.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Full score of what applies.
    pub weight: Figure,
    /// Lowest and highest total; `min` is the score so far.
    pub score: Span,
    /// Rescaling, bonus, penalties, knock-out and cap, in that order.
    pub adjustments: Vec<Adjustment>,
    /// Leaves that count and have points, and leaves that count.
    pub filled: (usize, usize),
}

/// The outcome of one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Indicator id.
    pub id: String,
    /// Weight that counts: 0 when not applicable and dropped.
    pub weight: Figure,
    /// For a leaf, the points of its rule; for a group, the sum of its children.
    pub base: Span,
    /// Base and adjustments together.
    pub score: Span,
    /// How it came to these points.
    pub status: Status,
    /// Points of the rule, or of the block, before they were rounded: the fewest where a choice is
    /// open. None where no rule came to any.
    pub exact: Option<Fraction>,
    /// The rate that was measured, if there is one.
    pub rate: Option<Fraction>,
    /// What was added or taken, by name.
    pub adjustments: Vec<Adjustment>,
    /// What the modifiers of this leaf took at groups and the total; it is among the adjustments
    /// there, and here so that the leaf can say how much of it was left to take.
    pub beyond: Vec<Adjustment>,
    /// The steps; empty for groups.
    pub trace: Vec<Step>,
}

impl Outcome {
    /// Points lost against the weight, 分, taking the points that are certain.
    pub fn deduction(&self) -> Figure {
        (self.weight - self.score.min).max(Figure::ZERO)
    }

    /// Points beyond the weight, 分.
    pub fn addition(&self) -> Figure {
        (self.score.min - self.weight).max(Figure::ZERO)
    }
}

/// How an indicator came to its points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing entered, or a group with nothing entered.
    #[default]
    Empty,
    /// Entered, but a choice of points or a part of a group is still open.
    Partial,
    /// Settled by the rule.
    Scored,
    /// Settled by the assessor in place of the rule.
    Overridden,
    /// 不适用.
    NotApplicable,
    /// A group scored as a block.
    Block,
    /// Inside such a group; carries no points of its own.
    InBlock,
    /// Entered, but something is wrong; see the problems.
    Invalid,
}

/// Points added (positive) or taken (negative) at a node, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// What it is.
    pub kind: AdjustmentKind,
    /// 分; as a span, because what is left to take may still be open.
    pub points: Span,
}

/// What an adjustment is. `item` names the modifier, `from` the leaf whose modifier it is.
#[allow(missing_docs, reason = "said above")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdjustmentKind {
    /// 扣分项 `item` of this leaf.
    Deduction { item: String },
    /// 扣分项 `item` of this leaf, counted per occurrence.
    Occurrences { item: String },
    /// 一票否决 `item` of the leaf `from`, acting on `scope`.
    Knockout { item: String, from: String, scope: Scope },
    /// Penalty `item` of the leaf `from`.
    Penalty { item: String, from: String },
    /// The group was scored as a block.
    Block,
    /// The assessor's points in place of the rule's.
    Override,
    /// The rest was scaled up for what does not apply.
    Rescale,
    /// 加分项, together and within their maximum.
    Bonus,
    /// Points above the cap, taken off.
    Cap,
}
