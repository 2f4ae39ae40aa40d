//! The accounting identities of design section 5, at every node and at the total.

use jiheng::engine::{Adjustment, Figure, Rubric, Scorecard, Span};

use crate::rational::units;

/// Fewest and most points, in units that hold every decimal.
type Ends = (i128, i128);

fn ends(span: Span) -> Ends {
    (units(span.min), units(span.max))
}

fn plus(sum: Ends, span: Span) -> Ends {
    (sum.0 + units(span.min), sum.1 + units(span.max))
}

fn with(base: Span, adjustments: &[Adjustment]) -> Ends {
    adjustments.iter().fold(ends(base), |sum, one| plus(sum, one.points))
}

/// Where base and adjustments are not the score, or the range is turned round.
pub fn broken(scorecard: &Scorecard) -> Option<String> {
    for outcome in &scorecard.outcomes {
        let sum = with(outcome.base, &outcome.adjustments);
        if sum != ends(outcome.score) || outcome.score.min > outcome.score.max {
            return Some(format!("base + adjustments is {sum:?} at {outcome:#?}"));
        }
        let (lost, gained) = (units(outcome.deduction()), units(outcome.addition()));
        let both = lost < 0 || gained < 0 || (lost > 0 && gained > 0);
        if both || units(outcome.score.min) + lost - gained != units(outcome.weight) {
            return Some(format!("score + deduction − addition is not the weight at {outcome:#?}"));
        }
        if outcome.score.min < Figure::ZERO {
            return Some(format!("points below zero at {outcome:#?}"));
        }
    }
    let total = &scorecard.total;
    let turned = total.score.min > total.score.max || total.score.min < Figure::ZERO;
    turned.then(|| format!("total out of range: {total:#?}"))
}

/// Where the children of a node do not add up to its base, or the first level to the total.
pub fn sums_broken(rubric: &Rubric, scorecard: &Scorecard) -> Option<String> {
    let nodes = rubric.nodes();
    let zero = || ends(Span::default());
    for (index, node) in nodes.iter().enumerate().filter(|(_, node)| !node.indicator.is_leaf()) {
        let children = nodes.iter().enumerate().filter(|(_, child)| child.parent == Some(index));
        let of_children = children.map(|(at, _)| scorecard.outcomes[at].score);
        let sum = of_children.fold(zero(), plus);
        if sum != ends(scorecard.outcomes[index].base) {
            return Some(format!("children of {} sum to {sum:?}", node.indicator.id));
        }
    }
    let first = nodes.iter().enumerate().filter(|(_, node)| node.depth == 1 && !node.bonus);
    let mut sum = first.map(|(at, _)| scorecard.outcomes[at].score).fold(zero(), plus);
    sum = scorecard.total.adjustments.iter().fold(sum, |sum, one| plus(sum, one.points));
    (sum != ends(scorecard.total.score)).then(|| format!("first level and adjustments are {sum:?}"))
}
