//! 敏感性: what each input between a low and a high makes of the total.

use super::lever::{Input, Lever, Setting, Slot, levers};
use super::search::{At, Search};
use crate::engine::{Assessment, Figure, Rubric, Span, Trial};

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
    /// What lies between the two totals, 分.
    pub fn width(&self) -> Figure {
        let (one, other) = (self.low.total.min, self.high.total.min);
        if one < other { other - one } else { one - other }
    }
}

/// The swings of an assessment with plain figures. What is not entered does not swing, nor does an
/// incident that did not happen.
pub fn swings(rubric: &Rubric, assessment: &Assessment, by: By) -> Swings {
    let mut trial = Trial::new(rubric, assessment);
    let total = trial.total();
    let entered = levers(rubric, assessment).into_iter().filter(happened);
    let mut of: Vec<Swing> = entered.filter_map(|lever| swing(lever, &mut trial, by)).collect();
    // Stable: equal effects stay in the order of the form.
    of.sort_by_key(|one| -one.width());
    Swings { total, of }
}

fn happened(lever: &Lever) -> bool {
    let incident = matches!(lever.input, Input::Entry { slot: Slot::Incident(_), .. });
    lever.now.is_some_and(|now| !incident || lever.setting(now) != Setting::Absent)
}

fn swing(lever: Lever, trial: &mut Trial<'_>, by: By) -> Option<Swing> {
    let mut search = Search { lever: &lever, trial };
    let (low, high) = match by {
        By::Percent(percent) if !is_chosen(&lever) => {
            let low = lever.moved_by(-percent)?;
            let high = lever.moved_by(percent)?;
            (search.at(low), search.at(high))
        }
        _ => {
            let (worst, best) = (search.worst(), search.best());
            if worst.position <= best.position { (worst, best) } else { (best, worst) }
        }
    };
    lever.restore(trial);
    Some(Swing { lever, low, high })
}

/// Whether it is chosen rather than measured.
fn is_chosen(lever: &Lever) -> bool {
    use crate::engine::Field;
    match &lever.input {
        Input::Fact(_) => false,
        Input::Entry { slot, .. } => {
            !matches!(slot, Slot::Figure(_) | Slot::Counts) || *slot == Slot::Figure(Field::Points)
        }
    }
}
