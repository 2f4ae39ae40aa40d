//! 失分去向: from the full score to the total, by group, leaf and adjustment.

use crate::engine::{
    Adjustment, AdjustmentKind, Figure, Node, Outcome, Rubric, Scorecard, Span, Status, percentage,
};

/// Where the points went: a waterfall, and the table of losses beside it.
///
/// The full score and the points of all steps add up to the total, for the certain and for the
/// possible points alike. What is lost, what is added and what is still open are told apart:
/// full − dropped − lost + added − open = the certain points, for the whole and for each group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Losses {
    /// Full score of the form, 分; where the waterfall begins.
    pub full: Figure,
    /// Every leaf, block and adjustment in the order of the form, those without a loss too; what
    /// acts on a group follows the rows of the group, what acts on the total comes last.
    pub steps: Vec<Step>,
    /// The first level, in the order of the form.
    pub groups: Vec<Group>,
    /// The whole.
    pub sum: Sum,
    /// Where the waterfall ends: `min` is the total so far.
    pub total: Span,
}

/// One step of the waterfall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub what: What,
    /// Position in [`Rubric::nodes`] of the first-level node it belongs to; none at the total.
    pub group: Option<usize>,
    /// What it makes of the certain (`min`) and of the possible points (`max`), 分: below 0 what
    /// is taken, above 0 what is added.
    pub points: Span,
    /// The points that are left after it, 分.
    pub level: Span,
    /// Share of everything lost, in % with two decimals; none where nothing is lost at all.
    pub share: Option<Figure>,
}

/// What a step is. `node` is a position in [`Rubric::nodes`].
#[allow(missing_docs, reason = "the variant says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A leaf, its own deductions included: the points it has of its weight.
    Leaf { node: usize, weight: Figure, score: Span },
    /// A group scored as a block; its rows have no steps.
    Block { node: usize, weight: Figure, score: Span },
    /// The weight of a leaf that does not apply and does not count.
    Dropped { node: usize, weight: Figure },
    /// A penalty or knock-out that acts on a group.
    AtGroup { node: usize, kind: AdjustmentKind },
    /// Rescaling, bonus, penalty, knock-out or cap.
    AtTotal { kind: AdjustmentKind },
}

/// A first-level node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Position in [`Rubric::nodes`].
    pub node: usize,
    /// Weight that counts, 分.
    pub weight: Figure,
    /// Points after everything that acts on it, 分.
    pub score: Span,
    /// What its steps add up to.
    pub sum: Sum,
    /// Share of everything lost, in % with two decimals; none where nothing is lost at all.
    pub share: Option<Figure>,
}

/// What steps add up to, 分.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Weight that does not apply and does not count; not a loss.
    pub dropped: Figure,
    /// Points that are certainly lost.
    pub lost: Figure,
    /// Points above the weight, bonus, and what rescaling adds.
    pub added: Figure,
    /// Points that are still open: neither certain nor lost.
    pub open: Figure,
}

impl Step {
    /// Points that it certainly takes, 分; 0 for what does not count.
    pub fn lost(&self) -> Figure {
        match self.what {
            What::Dropped { .. } => Figure::ZERO,
            _ => (-self.points.max).max(Figure::ZERO),
        }
    }

    /// Points that it adds, 分.
    pub fn added(&self) -> Figure {
        self.points.max.max(Figure::ZERO)
    }

    /// Points that it leaves open, 分; below 0 where it settles what was open: a knock-out takes
    /// with the certain points those that were still to be earned.
    pub fn open(&self) -> Figure {
        self.points.max - self.points.min
    }

    /// Whether it changes anything: the steps that a waterfall shows.
    pub fn is_seen(&self) -> bool {
        self.points != Span::default()
    }

    /// Position in [`Rubric::nodes`] of the node it is about; none at the total.
    pub fn node(&self) -> Option<usize> {
        match self.what {
            What::Leaf { node, .. }
            | What::Block { node, .. }
            | What::Dropped { node, .. }
            | What::AtGroup { node, .. } => Some(node),
            What::AtTotal { .. } => None,
        }
    }
}

impl Sum {
    fn add(&mut self, step: &Step) {
        if let What::Dropped { weight, .. } = step.what {
            self.dropped = self.dropped + weight;
        }
        self.lost = self.lost + step.lost();
        self.added = self.added + step.added();
        self.open = self.open + step.open();
    }

    fn share(&self, lost: Figure) -> Option<Figure> {
        percentage(lost.fraction().div(self.lost.fraction()).ok()?).ok()
    }
}

impl Losses {
    /// The steps that lose points, the largest loss first; equal ones in the order of the form.
    pub fn largest(&self) -> Vec<&Step> {
        let mut losing: Vec<&Step> =
            self.steps.iter().filter(|step| !step.lost().is_zero()).collect();
        losing.sort_by_key(|step| -step.lost());
        losing
    }
}

/// Where the points of a scorecard of this rubric went. The rubric is one that
/// [`crate::engine::validate`] passes: weights that do not add up leave nothing to explain.
///
/// ```
/// use jiheng::engine::score;
/// use jiheng::{presets, whatif};
/// let rubric = presets::rubric("fukang").unwrap();
/// let scorecard = score(&rubric, &presets::example("fukang").unwrap());
/// let losses = whatif::losses::losses(&rubric, &scorecard);
/// // 100 − 93.50 = 6.50, of which 项目效益 30 − 27.05 = 2.95: 2.95 ÷ 6.50 = 45.38 %.
/// assert_eq!(losses.sum.lost.to_string(), "6.50");
/// assert_eq!(losses.groups[3].share.unwrap().to_string(), "45.38");
/// ```
pub fn losses(rubric: &Rubric, scorecard: &Scorecard) -> Losses {
    let nodes = rubric.nodes();
    let full = rubric.full_score;
    let mut fall = Fall { nodes: &nodes, outcomes: &scorecard.outcomes, steps: Vec::new() };
    let mut groups = Vec::new();
    for node in (0..nodes.len()).filter(|at| nodes[*at].depth == 1 && !nodes[*at].bonus) {
        let Some(outcome) = scorecard.outcomes.get(node) else { continue };
        let first = fall.steps.len();
        fall.visit(node, node);
        let mut sum = Sum::default();
        fall.steps[first..].iter().for_each(|step| sum.add(step));
        let Outcome { weight, score, .. } = *outcome;
        groups.push(Group { node, weight, score, sum, share: None });
    }
    for Adjustment { kind, points } in &scorecard.total.adjustments {
        fall.step(What::AtTotal { kind: kind.clone() }, None, *points);
    }
    let (mut steps, mut sum) = (fall.steps, Sum::default());
    steps.iter().for_each(|step| sum.add(step));
    let mut level = Span::exactly(full);
    for step in &mut steps {
        level = level + step.points;
        step.level = level;
        step.share = sum.share(step.lost());
    }
    for group in &mut groups {
        group.share = sum.share(group.sum.lost);
    }
    Losses { full, steps, groups, sum, total: scorecard.total.score }
}

/// The steps, while they are gathered.
struct Fall<'a> {
    nodes: &'a [Node<'a>],
    outcomes: &'a [Outcome],
    steps: Vec<Step>,
}

impl Fall<'_> {
    /// The steps of a node, what is below it first.
    fn visit(&mut self, node: usize, group: usize) {
        let Some(outcome) = self.outcomes.get(node) else { return };
        if self.nodes[node].indicator.is_leaf() {
            return self.leaf(node, group, outcome);
        }
        let block = outcome.adjustments.iter().find(|one| one.kind == AdjustmentKind::Block);
        match block {
            Some(block) => {
                let (weight, score) = (outcome.weight, block.points);
                self.step(What::Block { node, weight, score }, Some(group), less(score, weight));
            }
            None => {
                let mut child = node + 1;
                while child < self.nodes[node].end {
                    self.visit(child, group);
                    child = self.nodes[child].end;
                }
            }
        }
        let acted = outcome.adjustments.iter().filter(|one| one.kind != AdjustmentKind::Block);
        for Adjustment { kind, points } in acted {
            self.step(What::AtGroup { node, kind: kind.clone() }, Some(group), *points);
        }
    }

    fn leaf(&mut self, node: usize, group: usize, outcome: &Outcome) {
        let Outcome { weight, score, status, .. } = *outcome;
        let dropped = self.nodes[node].indicator.weight - weight;
        if status == Status::NotApplicable && !dropped.is_zero() {
            let what = What::Dropped { node, weight: dropped };
            return self.step(what, Some(group), Span::exactly(-dropped));
        }
        self.step(What::Leaf { node, weight, score }, Some(group), less(score, weight));
    }

    /// Levels and shares come once everything is known.
    fn step(&mut self, what: What, group: Option<usize>, points: Span) {
        self.steps.push(Step { what, group, points, level: Span::default(), share: None });
    }
}

/// What is left of a weight, as what was taken of it.
fn less(score: Span, weight: Figure) -> Span {
    Span { min: score.min - weight, max: score.max - weight }
}
