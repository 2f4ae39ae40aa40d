//! The total: what does not apply, bonus, penalties, knock-outs and the cap, in that order.

use super::error::Problem;
use super::leaf::Effect;
use super::number::Figure;
use super::rubric::NotApplicable;
use super::score::{Tree, apply_effects};
use super::scorecard::{Adjustment, AdjustmentKind, Outcome, Span, Status, Total};
use super::trace::Scope;

impl Tree<'_> {
    pub(super) fn total(&mut self) -> Total {
        let base: Span = self.first_level(false).map(|outcome| outcome.score).sum();
        let full = self.rubric.full_score;
        let dropped = self.dropped();
        let mut total =
            Total { weight: full, score: base, adjustments: Vec::new(), filled: self.filled() };
        if !dropped.is_zero() {
            if self.rubric.not_applicable == NotApplicable::Rescale && dropped < full {
                self.rescale(&mut total, full - dropped);
            } else {
                total.weight = (full - dropped).max(Figure::ZERO);
            }
        }
        self.add_bonus(&mut total);
        let here = |effect: &&Effect| effect.scope == Scope::Total;
        let effects = self.effects.iter().filter(here);
        apply_effects(&mut total.score, &mut total.adjustments, effects);
        if let Some(cap) = self.rubric.cap {
            cap_at(&mut total, cap);
        }
        total
    }

    /// Weight that does not count because it does not apply.
    fn dropped(&self) -> Figure {
        let leaves = self.nodes.iter().zip(&self.outcomes);
        leaves
            .filter(|(node, _)| node.indicator.is_leaf() && !node.bonus)
            .filter(|(_, outcome)| outcome.status == Status::NotApplicable)
            .map(|(node, outcome)| node.indicator.weight - outcome.weight)
            .sum()
    }

    /// Scales what applies up to the full score, rounding once.
    fn rescale(&mut self, total: &mut Total, applicable: Figure) {
        let factor = total.weight.fraction().div(applicable.fraction());
        let scale = |points: Figure| {
            let exact = factor.and_then(|factor| points.fraction().mul(factor))?;
            self.rubric.rounding.points(exact)
        };
        let scaled =
            scale(total.score.min).and_then(|min| Ok(Span { min, max: scale(total.score.max)? }));
        match scaled {
            Ok(scaled) => change(total, AdjustmentKind::Rescale, scaled),
            Err(error) => self.problems.push(Problem::from(error)),
        }
    }

    fn add_bonus(&self, total: &mut Total) {
        let Some(bonus) = &self.rubric.bonus else {
            return;
        };
        let earned: Span = self.first_level(true).map(|outcome| outcome.score).sum();
        let counted = Span { min: earned.min.min(bonus.max), max: earned.max.min(bonus.max) };
        if counted != Span::default() {
            change(total, AdjustmentKind::Bonus, total.score + counted);
        }
    }

    fn first_level(&self, bonus: bool) -> impl Iterator<Item = &Outcome> {
        let here = move |at: &usize| self.nodes[*at].bonus == bonus;
        self.siblings(0, self.nodes.len()).filter(here).map(|at| &self.outcomes[at])
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
