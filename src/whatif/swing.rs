//! 敏感性: what each input between a low and a high makes of the total.

use super::lever::{Input, Lever, Setting, Slot, levers};
use super::search::{At, Search};
use crate::engine::{Assessment, Field, Figure, Rubric, Span, Trial};

/// How far inputs swing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// So many % down and up, in whole steps of the input and one at least. Judgements, levels,
    /// ticks and incidents, of which there is no part, go over all their choices.
    Percent(Figure),
    /// Over everything that the rule makes of them: to the lowest and the highest total.
    Ends,
}

/// What the inputs make of the total, the largest effect first.
#[derive(Clone, Debug)]
pub struct Swings {
    /// The total as it is, 分.
    pub total: Span,
    /// Each input that is entered.
    pub of: Vec<Swing>,
}

/// What one input makes of the total.
#[derive(Clone, Debug)]
pub struct Swing {
    /// The input.
    pub lever: Lever,
    /// At its low.
    pub low: At,
    /// At its high.
    pub high: At,
}

impl Swing {
    /// What lies between the lowest and the highest of its totals and the total as it is, 分. Both
    /// ends may lie on the same side of that.
    pub fn width(&self, total: Span) -> Figure {
        let all = [self.low.total.min, self.high.total.min, total.min];
        let lowest = all.iter().min().copied().unwrap_or_default();
        let highest = all.iter().max().copied().unwrap_or_default();
        highest - lowest
    }
}

/// The swings of an assessment with plain figures. What is not entered does not swing, nor does an
/// incident that did not happen.
pub fn swings(rubric: &Rubric, assessment: &Assessment, by: By) -> Swings {
    let mut trial = Trial::new(rubric, assessment);
    let total = trial.total();
    let entered = levers(rubric, assessment).into_iter().filter(happened);
    let mut of: Vec<Swing> = entered.map(|lever| swing(lever, &mut trial, by)).collect();
    // Stable: equal effects stay in the order of the form.
    of.sort_by_key(|one| -one.width(total));
    Swings { total, of }
}

fn happened(lever: &Lever) -> bool {
    let incident = matches!(lever.input, Input::Entry { slot: Slot::Incident(_), .. });
    lever.now.is_some_and(|now| !incident || lever.setting(now) != Setting::Absent)
}

fn swing(lever: Lever, trial: &mut Trial<'_>, by: By) -> Swing {
    let (low, high) = ends(&lever, trial, by);
    Swing { lever, low, high }
}

/// Where an input swings between: the lower position first. The trial is left as it was.
pub(super) fn ends(lever: &Lever, trial: &mut Trial<'_>, by: By) -> (At, At) {
    let mut search = Search::new(lever, trial);
    let moved = match by {
        By::Percent(percent) if !is_chosen(lever) => {
            lever.moved_by(-percent).zip(lever.moved_by(percent))
        }
        _ => None,
    };
    let ends = match moved {
        Some((low, high)) => (search.at(low), search.at(high)),
        None => (search.worst(), search.best()),
    };
    lever.restore(trial);
    if ends.0.position <= ends.1.position { ends } else { (ends.1, ends.0) }
}

/// Whether it is chosen rather than measured.
fn is_chosen(lever: &Lever) -> bool {
    match &lever.input {
        Input::Fact(_) => false,
        Input::Entry { slot, .. } => {
            !matches!(slot, Slot::Figure(_) | Slot::Counts) || *slot == Slot::Figure(Field::Points)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;

    fn of(id: &str, by: By) -> (String, String, String, String) {
        let rubric = presets::rubric("fukang").unwrap();
        let found = swings(&rubric, &presets::example("fukang").unwrap(), by);
        let one = found.of.into_iter().find(|one| one.lever.id(&rubric) == id).unwrap();
        let text = |at: At| (one.lever.setting(at.position).text(), at.total.min.to_string());
        let ((low, lowest), (high, highest)) = (text(one.low), text(one.high));
        (low, lowest, high, highest)
    }

    #[test]
    fn a_tenth_of_the_insured_moves_the_total_by_what_they_are_worth() {
        // 30437 × 0.9 = 27393.3, rounded away from what is entered: 27393; 6 × 27393/33333 =
        // 4.93079… → 4.93; 93.50 − 5.48 + 4.93. 33481 are above the target: 6.00.
        let due = ("27393".into(), "92.95".into(), "33481".into(), "94.02".into());
        assert_eq!(of("insured-all.actual", By::Percent("10".parse().unwrap())), due);
    }

    #[test]
    fn to_its_ends_an_input_goes_no_further_than_it_counts() {
        // 0.00 up to 6 × x/33333 < 0.005: x ≤ 27; 6.00 from 33306 on.
        let due = ("27".into(), "88.02".into(), "33306".into(), "94.02".into());
        assert_eq!(of("insured-all.actual", By::Ends), due);
    }

    #[test]
    fn the_widest_comes_first_and_what_did_not_happen_is_left_out() {
        let rubric = presets::rubric("fukang").unwrap();
        let example = presets::example("fukang").unwrap();
        let found = swings(&rubric, &example, By::Ends);
        let width = |one: &Swing| one.width(found.total);
        assert!(found.of.windows(2).all(|pair| width(&pair[0]) >= width(&pair[1])));
        assert!(found.of.iter().all(|one| one.lever.id(&rubric) != "self-review.further-problems"));
    }
}
