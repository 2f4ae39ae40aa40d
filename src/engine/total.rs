//! The total: what does not apply, bonus, penalties, knock-outs and the cap, in that order.

use super::error::Problem;
use super::leaf::Effect;
use super::number::{Figure, NumberError};
use super::rounding::Rounding;
use super::rubric::{Node, NotApplicable, Rubric};
use super::score::Tree;
use super::scorecard::{Adjustment, AdjustmentKind, Span, Status, Total};
use super::standing::{Standing, apply_effects, siblings};
use super::trace::Scope;

impl Tree<'_> {
    pub(super) fn total(&mut self) -> Total {
        let standing = |at: usize| Standing::of(&self.outcomes[at]);
        let parts = Parts::of(&self.nodes, standing);
        let (mut total, flaw) = parts.total(self.rubric, &self.effects);
        total.filled = self.filled();
        self.problems.extend(flaw);
        total
    }
}

/// What the total is made of.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts {
    /// Points of the first level.
    base: Span,
    /// Points of the 加分项.
    earned: Span,
    /// Weight that does not count because it does not apply.
    pub(super) dropped: Figure,
}

impl Parts {
    pub(super) fn of(nodes: &[Node<'_>], standing: impl Fn(usize) -> Standing) -> Parts {
        let leaves = nodes.iter().enumerate();
        let leaves = leaves.filter(|(_, node)| node.indicator.is_leaf() && !node.bonus);
        let dropped = leaves
            .filter(|(at, _)| standing(*at).status == Status::NotApplicable)
            .map(|(at, node)| node.indicator.weight - standing(at).weight)
            .sum();
        Parts { dropped, ..Parts::default() }.with(nodes, standing)
    }

    /// The same with the points that the first level has now; what applies is what it was.
    pub(super) fn with(self, nodes: &[Node<'_>], standing: impl Fn(usize) -> Standing) -> Parts {
        let first_level = |bonus| {
            let here = move |at: &usize| nodes[*at].bonus == bonus;
            siblings(nodes, 0, nodes.len()).filter(here).map(|at| standing(at).score).sum()
        };
        Parts { base: first_level(false), earned: first_level(true), dropped: self.dropped }
    }

    /// Whether what applies is scaled up to the full score.
    pub(super) fn is_rescaled(self, rubric: &Rubric) -> bool {
        let scales = rubric.not_applicable == NotApplicable::Rescale;
        scales && !self.dropped.is_zero() && self.dropped < rubric.full_score
    }

    /// The total, but for what is filled in; a flaw if it cannot be scaled.
    pub(super) fn total(self, rubric: &Rubric, effects: &[Effect]) -> (Total, Option<Problem>) {
        let full = rubric.full_score;
        let mut total =
            Total { weight: full, score: self.base, adjustments: Vec::new(), filled: (0, 0) };
        let mut flaw = None;
        if self.is_rescaled(rubric) {
            flaw = rescale(&mut total, full - self.dropped, rubric.rounding).err();
        } else if !self.dropped.is_zero() {
            total.weight = (full - self.dropped).max(Figure::ZERO);
        }
        if let Some(bonus) = &rubric.bonus {
            add_bonus(&mut total, self.earned, bonus.max);
        }
        let here = |effect: &&Effect| effect.scope == Scope::Total;
        let effects = effects.iter().filter(here);
        apply_effects(&mut total.score, &mut total.adjustments, effects);
        if let Some(cap) = rubric.cap {
            cap_at(&mut total, cap);
        }
        (total, flaw.map(Problem::from))
    }
}

/// Scales what applies up to the full score, rounding once.
fn rescale(total: &mut Total, applicable: Figure, rounding: Rounding) -> Result<(), NumberError> {
    let factor = total.weight.fraction().div(applicable.fraction())?;
    let scale = |points: Figure| rounding.points(points.fraction().mul(factor)?);
    let scaled = Span { min: scale(total.score.min)?, max: scale(total.score.max)? };
    change(total, AdjustmentKind::Rescale, scaled);
    Ok(())
}

fn add_bonus(total: &mut Total, earned: Span, most: Figure) {
    let counted = Span { min: earned.min.min(most), max: earned.max.min(most) };
    if counted != Span::default() {
        change(total, AdjustmentKind::Bonus, total.score + counted);
    }
}

fn cap_at(total: &mut Total, cap: Figure) {
    let capped = Span { min: total.score.min.min(cap), max: total.score.max.min(cap) };
    if capped != total.score {
        change(total, AdjustmentKind::Cap, capped);
    }
}

/// Moves the total to `score` and names the difference.
fn change(total: &mut Total, kind: AdjustmentKind, score: Span) {
    let points = Span { min: score.min - total.score.min, max: score.max - total.score.max };
    total.adjustments.push(Adjustment { kind, points });
    total.score = score;
}
