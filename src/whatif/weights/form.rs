//! A scored form without rounding, and its total over the weight of a node.

use std::iter::successors;
use std::ops::Range;

use super::polyline::{self, Knot, Polyline};
use super::{Exact, Interval, Silence, Sweep};
use crate::engine::{
    AdjustmentKind, Effect, Figure, Node, NotApplicable, Outcome, Rubric, Scope, Scorecard, Status,
};

/// A scored form, with what its nodes have without rounding.
pub(super) struct Form<'a> {
    rubric: &'a Rubric,
    nodes: &'a [Node<'a>],
    outcomes: &'a [Outcome],
    effects: &'a [Effect],
    /// Weights that count.
    full: Figure,
    /// Exact points of all nodes before each; one more than there are nodes.
    sums: Vec<Exact>,
    /// Lower bounds of the grades.
    bounds: Vec<Exact>,
}

impl<'a> Form<'a> {
    pub fn new(
        rubric: &'a Rubric,
        nodes: &'a [Node<'a>],
        scorecard: &'a Scorecard,
        effects: &'a [Effect],
    ) -> Form<'a> {
        let outcomes = &scorecard.outcomes;
        let first = nodes.iter().zip(outcomes).filter(|(node, _)| node.depth == 1 && !node.bonus);
        let mut sums = vec![Exact::zero()];
        for (node, outcome) in nodes.iter().zip(outcomes) {
            let acting = effects.iter().filter(|effect| acts_on(effect, node)).count();
            let before = sums.last().cloned().unwrap_or_else(Exact::zero);
            sums.push(&before + &own_points(node, outcome, acting));
        }
        Form {
            rubric,
            nodes,
            outcomes,
            effects,
            full: first.map(|(_, outcome)| outcome.weight).sum(),
            sums,
            bounds: rubric.grades.0.iter().map(|grade| Exact::from(grade.min)).collect(),
        }
    }

    /// What the weights that count add up to.
    pub fn full(&self) -> Figure {
        self.full
    }

    /// The total as it is, unrounded.
    pub fn total_as_it_is(&self) -> Exact {
        polyline::at(&self.total(None).into_knots(), &Exact::zero())
    }

    /// The total over the weight of a node, or why there is nothing to say.
    pub fn sweep(&self, node: usize) -> Result<Sweep, Silence> {
        let Outcome { weight, status, .. } = self.outcomes[node];
        match status {
            _ if self.nodes[node].bonus => return Err(Silence::Bonus),
            Status::NotApplicable => return Err(Silence::NotApplicable),
            Status::InBlock => return Err(Silence::InBlock),
            _ if weight.is_zero() => return Err(Silence::NoWeight),
            _ if weight >= self.full => return Err(Silence::Whole),
            _ => {}
        }
        let line = self.total(Some(node)).simplified();
        let intervals = self.intervals(&line);
        let current = Exact::from(weight);
        let holds = intervals.iter().position(|one| one.contains(&current)).unwrap_or_default();
        Ok(Sweep { weight, knots: line.into_knots(), intervals, holds })
    }

    /// The total over the weight of a node; of none, as it is.
    fn total(&self, of: Option<usize>) -> Polyline {
        let all = self.nodes.len();
        let bonus_at = self.nodes.iter().position(|node| node.bonus).unwrap_or(all);
        let mut total = self.sum(0..bonus_at, of);
        if let Some(factor) = self.rescaling() {
            total = total.each(|total| total * &factor);
        }
        if let Some(bonus) = &self.rubric.bonus {
            let earned = self.sum(bonus_at..all, None);
            total = total.plus(&earned.at_most(&Exact::from(bonus.max)));
        }
        let effects = self.effects.iter().filter(|effect| effect.scope == Scope::Total);
        total = acted(total, effects);
        match self.rubric.cap {
            Some(cap) => total.at_most(&Exact::from(cap)),
            None => total,
        }
    }

    /// The points of nodes that follow each other with all that is below them.
    fn sum(&self, nodes: Range<usize>, of: Option<usize>) -> Polyline {
        let mut within = self.nodes[nodes.clone()].iter();
        if !within.any(|node| self.effects.iter().any(|effect| acts_on(effect, node))) {
            return self.line(nodes, of);
        }
        let siblings = successors(Some(nodes.start), |at| Some(self.nodes.get(*at)?.end));
        let siblings = siblings.take_while(|at| *at < nodes.end);
        let each = siblings.map(|node| self.points(node, of));
        let sum = each.reduce(|sum, points| sum.plus(&points));
        sum.unwrap_or_else(|| self.line(nodes, of))
    }

    /// The points of a node, with what acts on it.
    fn points(&self, node: usize, of: Option<usize>) -> Polyline {
        let below = node + 1..self.nodes[node].end;
        let in_block = |at: usize| self.outcomes[at].status == Status::InBlock;
        let points = match below.is_empty() || in_block(below.start) {
            true => self.line(node..below.end, of),
            false => self.sum(below, of),
        };
        if matches!(self.outcomes[node].status, Status::NotApplicable | Status::InBlock) {
            return points;
        }
        acted(points, self.effects.iter().filter(|effect| acts_on(effect, &self.nodes[node])))
    }

    /// The points of nodes on which nothing acts: what is in `of` grows with its weight, the rest
    /// makes room.
    fn line(&self, nodes: Range<usize>, of: Option<usize>) -> Polyline {
        let between = |from: usize, to: usize| match from < to {
            true => &self.sums[to] - &self.sums[from],
            false => Exact::zero(),
        };
        let all = between(nodes.start, nodes.end);
        let Some(of) = of else {
            return self.straight(&all, &all);
        };
        let inside = between(nodes.start.max(of), nodes.end.min(self.nodes[of].end));
        let (full, weight) = (Exact::from(self.full), self.outcomes[of].weight);
        let grown = (&inside * &full).over(&Exact::from(weight));
        let alone = (&(&all - &inside) * &full).over(&Exact::from(self.full - weight));
        self.straight(&alone, &grown)
    }

    fn straight(&self, first: &Exact, last: &Exact) -> Polyline {
        let knot = |weight: Figure, total: &Exact| Knot {
            weight: Exact::from(weight),
            total: total.clone(),
        };
        Polyline::straight(knot(Figure::ZERO, first), knot(self.full, last))
    }

    /// What the total is multiplied by for what does not apply.
    fn rescaling(&self) -> Option<Exact> {
        let full = self.rubric.full_score;
        let rescales = self.rubric.not_applicable == NotApplicable::Rescale;
        let some_left = !self.full.is_zero() && self.full < full;
        (rescales && some_left).then(|| Exact::from(full).over(&Exact::from(self.full)))
    }

    /// The grade of a total, as a position from the best.
    pub fn grade(&self, total: &Exact) -> usize {
        let earned = self.bounds.iter().position(|bound| total >= bound);
        earned.unwrap_or(self.bounds.len().saturating_sub(1))
    }

    /// Between two knots of the line bent at every bound, the grade is one.
    fn intervals(&self, line: &Polyline) -> Vec<Interval> {
        let bent = self.bounds.iter().fold(line.clone(), |line, bound| line.bent_at(bound));
        let knots = bent.into_knots();
        let mut found = Vec::new();
        for (at, knot) in knots.iter().enumerate() {
            if let Some(before) = at.checked_sub(1).and_then(|at| knots.get(at)) {
                let double = &before.total + &knot.total;
                let middle = double.over(&Exact::from(Figure::whole(2)));
                extend(&mut found, [&before.weight, &knot.weight], false, self.grade(&middle));
            }
            extend(&mut found, [&knot.weight; 2], true, self.grade(&knot.total));
        }
        found
    }
}

/// Whether an effect acts on this very node.
fn acts_on(effect: &Effect, node: &Node<'_>) -> bool {
    matches!(&effect.scope, Scope::Group(id) if *id == node.indicator.id)
}

/// Penalties, then knock-outs, on the certain points.
fn acted<'e>(mut points: Polyline, effects: impl Iterator<Item = &'e Effect>) -> Polyline {
    let mut lost = false;
    for effect in effects {
        match effect.points {
            Some(due) => {
                let due = Exact::from(due.to);
                points = points.each(|points| points - &due).at_least(&Exact::zero());
            }
            None => lost = true,
        }
    }
    if lost { points.each(|_| Exact::zero()) } else { points }
}

/// Exact certain points of a leaf or a block, before anything acts on it from elsewhere; 0 for
/// what has no points of its own. `acting` of its adjustments come from elsewhere: the last ones.
fn own_points(node: &Node<'_>, outcome: &Outcome, acting: usize) -> Exact {
    let Outcome { base, status, adjustments, .. } = outcome;
    let exact = outcome.exact.map_or_else(|| Exact::from(base.min), Exact::from);
    if *status == Status::Block {
        return exact;
    }
    if !node.indicator.is_leaf() {
        return Exact::zero();
    }
    let own = &adjustments[..adjustments.len().saturating_sub(acting)];
    let taken: Figure = own.iter().map(|one| one.points.min).sum();
    let given = own.iter().any(|one| one.kind == AdjustmentKind::Override);
    // What took all that was left took the part that rounding dropped as well.
    if given || (base.min + taken).is_zero() && !taken.is_zero() {
        return Exact::from(base.min + taken);
    }
    &exact + &Exact::from(taken)
}

/// Adds weights of a grade to those before them.
fn extend(found: &mut Vec<Interval>, [from, to]: [&Exact; 2], closed: bool, grade: usize) {
    match found.last_mut().filter(|last| last.grade == grade) {
        Some(last) => {
            last.to = to.clone();
            last.to_included = closed;
        }
        None => found.push(Interval {
            from: from.clone(),
            to: to.clone(),
            from_included: closed,
            to_included: closed,
            grade,
        }),
    }
}
