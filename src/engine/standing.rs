//! `Standing`: what a node counts for in the sums above it, and what acts on it from elsewhere.

use super::leaf::{self, Effect};
use super::number::Figure;
use super::rubric::{Node, PointRange};
use super::scorecard::{Adjustment, Outcome, Span, Status};
use super::trace::Scope;

/// What a node counts for in the sums above it.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    pub(super) weight: Figure,
    pub(super) score: Span,
    pub(super) status: Status,
}

impl Standing {
    pub(super) fn of(outcome: &Outcome) -> Standing {
        Standing { weight: outcome.weight, score: outcome.score, status: outcome.status }
    }
}

/// The node at `first` and those that follow it under the same parent, before `end`.
pub(super) fn siblings(
    nodes: &[Node<'_>],
    first: usize,
    end: usize,
) -> impl Iterator<Item = usize> {
    let within = move |at: &usize| *at < end;
    let next = move |at: &usize| Some(nodes[*at].end).filter(within);
    std::iter::successors(Some(first).filter(within), next)
}

/// What a group is by its children alone.
pub(super) fn sum_of_children(
    nodes: &[Node<'_>],
    index: usize,
    standing: impl Fn(usize) -> Standing,
) -> Standing {
    let node = nodes[index];
    let mut sum =
        Standing { weight: node.indicator.weight, score: Span::default(), status: Status::Empty };
    let mut tally = Tally::default();
    for at in siblings(nodes, index + 1, node.end) {
        let child = standing(at);
        sum.weight = sum.weight - (nodes[at].indicator.weight - child.weight);
        sum.score = sum.score + child.score;
        tally.count(child.status);
    }
    sum.status = tally.status();
    sum
}

/// How many children stand how, for the status of their group.
#[derive(Default)]
struct Tally {
    all: usize,
    empty: usize,
    open: usize,
    absent: usize,
}

impl Tally {
    fn count(&mut self, status: Status) {
        self.all += 1;
        match status {
            Status::Empty => self.empty += 1,
            Status::Partial | Status::Invalid => self.open += 1,
            Status::NotApplicable => self.absent += 1,
            Status::Scored | Status::Overridden | Status::Block | Status::InBlock => {}
        }
    }

    fn status(&self) -> Status {
        match () {
            () if self.absent == self.all => Status::NotApplicable,
            () if self.empty + self.absent == self.all => Status::Empty,
            () if self.empty + self.open > 0 => Status::Partial,
            () => Status::Scored,
        }
    }
}

/// Whether a bonus is not entered: then it is no open question, it is simply not claimed.
pub(super) fn is_unclaimed(node: Node<'_>, status: Status) -> bool {
    node.bonus && status == Status::Empty
}

/// Applies to a node, of those that act beyond their leaf, those that act on it.
pub(super) fn apply_at_node(
    node: Node<'_>,
    status: Status,
    effects: &[Effect],
    score: &mut Span,
    adjustments: &mut Vec<Adjustment>,
) {
    let id = &node.indicator.id;
    let here = |effect: &&Effect| matches!(&effect.scope, Scope::Group(at) if at == id);
    if !effects.is_empty() && !matches!(status, Status::NotApplicable | Status::InBlock) {
        apply_effects(score, adjustments, effects.iter().filter(here));
    }
}

/// Applies penalties, then knock-outs: what is lost altogether is lost last.
pub(super) fn apply_effects<'e>(
    score: &mut Span,
    adjustments: &mut Vec<Adjustment>,
    effects: impl Iterator<Item = &'e Effect>,
) {
    let (penalties, knockouts): (Vec<_>, Vec<_>) =
        effects.partition(|effect| effect.points.is_some());
    for effect in penalties.into_iter().chain(knockouts) {
        let points = effect.points.unwrap_or(PointRange::fixed(score.max));
        let (left, taken) = leaf::take(*score, points);
        *score = left;
        adjustments.push(Adjustment { kind: effect.kind.clone(), points: taken });
    }
}
