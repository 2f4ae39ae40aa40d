//! 权重: which weights an indicator may have before the grade changes.
//!
//! An indicator or a group takes any weight from 0 to all the points there are, and everything else
//! makes room: the leaves outside it are rescaled in proportion, and so are those within it, so
//! that the weights add up to what they did. Nothing is rounded; the total is a piecewise linear
//! function of the weight.
//!
//! - A leaf keeps its share: the exact points of its rule ÷ its weight, less what its own
//!   deductions took of them. A leaf that its deductions or a knock-out left without points has a
//!   share of 0. A leaf whose points the assessor gave, and a group scored as a block, have those
//!   points ÷ their weight. An answer that is still open counts with the points that are certain.
//! - Penalties on groups and on the total stay what they are in 分, and take no more than is left:
//!   that is where the function bends. So does the cap; the bonus is added as it is.
//! - What does not apply and does not count keeps its weight, apart from all this: the weights that
//!   make room for each other are those that count. Where the form rescales, the total is scaled
//!   up as before; where such a leaf counts in full, it makes room like any other.

mod exact;
mod form;
mod natural;
mod polyline;

pub use exact::Exact;
pub use polyline::Knot;

use self::form::Form;
use crate::engine::{Assessment, Figure, Rubric, Trial, score};

/// What the grade owes to the weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// What the weights that count add up to, 分: the full score, less what does not apply.
    pub full: Figure,
    /// The total as it is, unrounded, 分.
    pub total: Exact,
    /// The grade of the unrounded total, as a position from the best.
    pub grade: usize,
    /// The grade of the scorecard. It differs where rounding the points made the grade.
    pub printed: usize,
    /// Whether every answer is settled; if not, this is about the points that are certain.
    pub settled: bool,
    /// One for each of [`Rubric::nodes`]: how the total goes with its weight, or why there is
    /// nothing to say.
    pub nodes: Vec<Result<Sweep, Silence>>,
}

/// The weight of one node from 0 to [`Weights::full`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sweep {
    /// Its weight as it is, of what counts, 分.
    pub weight: Figure,
    /// The total over the weight, straight between the knots.
    pub knots: Vec<Knot>,
    /// The grades over the weight, in order, without a gap; neighbours differ in grade.
    pub intervals: Vec<Interval>,
    /// Which interval the weight as it is lies in.
    pub holds: usize,
}

/// Weights of one grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Where it begins, 分.
    pub from: Exact,
    /// Where it ends, 分; the same for a single weight.
    pub to: Exact,
    /// Whether `from` has this grade.
    pub from_included: bool,
    /// Whether `to` has this grade.
    pub to_included: bool,
    /// The grade, as a position from the best.
    pub grade: usize,
}

/// Why there is nothing to say of the weight of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// Its weight is 0: nothing tells how it would be scored with one.
    NoWeight,
    /// It does not apply.
    NotApplicable,
    /// It is inside a group that is scored as a block, without points of its own.
    InBlock,
    /// A 加分项, outside the weights.
    Bonus,
    /// It has all the weight there is; nothing else could make room.
    Whole,
}

impl Sweep {
    /// The weights around the one it has, in which the grade is the same.
    pub fn interval(&self) -> Option<&Interval> {
        self.intervals.get(self.holds)
    }

    /// The interval of another grade that is nearest to the weight it has, and how far off it is:
    /// so many times that weight, or that weight so many times it. None where the grade never
    /// changes.
    pub fn nearest(&self) -> Option<(&Interval, Exact)> {
        let weight = Exact::from(self.weight);
        let around = self.interval()?;
        let below = self.holds.checked_sub(1).and_then(|at| self.intervals.get(at));
        // From nothing at all to something there is no number of times.
        let below = below.filter(|_| !around.from.is_zero());
        let below = below.map(|one| (one, weight.over(&around.from)));
        let above = self.intervals.get(self.holds + 1);
        let above = above.map(|one| (one, around.to.over(&weight)));
        match (below, above) {
            (Some(below), Some(above)) if above.1 < below.1 => Some(above),
            (Some(below), _) => Some(below),
            (None, above) => above,
        }
    }

    /// The unrounded total at a weight from 0 to [`Weights::full`].
    pub fn total_at(&self, weight: &Exact) -> Exact {
        polyline::at(&self.knots, weight)
    }
}

impl Interval {
    /// Whether a weight lies in it.
    pub fn contains(&self, weight: &Exact) -> bool {
        let after = *weight > self.from || (self.from_included && *weight == self.from);
        let before = *weight < self.to || (self.to_included && *weight == self.to);
        after && before
    }

    /// Its first and last weight with this many decimals; none where it holds no such weight.
    pub fn shown(&self, places: u32) -> Option<(Figure, Figure)> {
        let step = Exact::grid(places);
        let inward = |end: Figure, included: bool, exact: &Exact, step: Figure| {
            if !included && Exact::from(end) == *exact { end + step } else { end }
        };
        let from = inward(self.from.ceil(places), self.from_included, &self.from, step);
        let to = inward(self.to.floor(places), self.to_included, &self.to, -step);
        (from <= to).then_some((from, to))
    }
}

/// How the total and its grade go with the weight of each node.
///
/// ```
/// use jiheng::{presets, whatif::weights::weights};
/// let rubric = presets::rubric("fukang").unwrap();
/// let answer = weights(&rubric, &presets::example("fukang").unwrap());
/// let pooled = rubric.nodes().iter().position(|node| node.indicator.id == "insured-pooled");
/// // 单建统筹基金参保人数 has 67.81 % of its points, all others 94.86 % of theirs: as
/// // 94.859… − (94.859… − 67.814…) × w ÷ 100 ≥ 90 up to w = 17.96…, more weight costs the 优.
/// let sweep = answer.nodes[pooled.unwrap()].as_ref().unwrap();
/// let (from, to) = sweep.interval().unwrap().shown(2).unwrap();
/// assert_eq!((from.to_string(), to.to_string()), ("0.00".into(), "17.96".into()));
/// ```
pub fn weights(rubric: &Rubric, assessment: &Assessment) -> Weights {
    let scorecard = score(rubric, assessment);
    let trial = Trial::new(rubric, assessment);
    let nodes = rubric.nodes();
    let form = Form::new(rubric, &nodes, &scorecard, trial.effects());
    let total = form.total_as_it_is();
    Weights {
        full: form.full(),
        grade: form.grade(&total),
        printed: scorecard.grade.certain,
        settled: scorecard.total.score.is_settled(),
        nodes: (0..nodes.len()).map(|node| form.sweep(node)).collect(),
        total,
    }
}
