//! 最省力: the smallest set of changes that reaches a total.
//!
//! # What is changed
//!
//! A *unit* is what is changed as a whole and has one effort: what was earned at one leaf (its
//! figure, level, ticks or answers, and its deductions and vetoes), the points of a block, or a
//! fact that rows were earned with. Targets and what else was given stay as they are, unless they
//! are still blank. Each unit has its best setting: for a row that with the most points less what it
//! takes elsewhere, vetoes and penalties undone; for a fact the place where its rows have the most.
//! Which that is may hang on what else is changed: then a unit comes in several *ways*, of which a
//! set has one at most (see `places`). A row whose fact is changed too has its own best setting with
//! that. What can raise nothing is left out. Where the ways are not all that could be best, the
//! answer says so ([`Answer::sure`]).
//!
//! # What is found
//!
//! Of all sets of units at their best that reach the target, one with the least effort; of several,
//! one with the highest total, then the first in the order of the form. Without efforts, each
//! change counts 1. The alternatives are the next in the same order, of those of which no part
//! reaches the target. Points need not be additive: every set is judged by what the whole form
//! makes of it, with penalties, vetoes, floors at 0, rescaling, bonus and cap ([`Sums`]).
//!
//! Then each plan says no more than is needed: from its last change to its first, each input goes
//! back to the position nearest to what is entered with which the target is still reached. The
//! total of a plan is that of scoring it.
//!
//! # How
//!
//! Best first, and exact: see `search` and `bounds`. Where points add up, the bounds are the
//! answer and nothing is searched. A search runs in slices ([`Search::step`]), so that it can tell
//! how far it is and be given up.
//!
//! [`Sums`]: crate::engine::Sums

mod bounds;
mod front;
mod instance;
mod notes;
mod places;
mod plan;
mod search;
mod setting;
#[cfg(test)]
mod tests;
mod units;

use crate::engine::{AdjustmentKind, Assessment, Figure, Rubric, Span, Trial};
use crate::tree::Map;
use crate::whatif::lever::Lever;
use instance::{Instance, first, only};
use plan::Planner;
use search::Hunt;
use units::Unit;

pub use instance::MOST_UNITS;

/// Alternatives beside the optimum.
pub const ALTERNATIVES: usize = 10;

/// Why there is no search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An effort that is not above 0.
    Effort {
        /// Whose effort.
        id: String,
        /// What was given.
        effort: Figure,
    },
    /// More than [`MOST_UNITS`] changes to choose from.
    TooMany {
        /// So many.
        units: usize,
    },
    /// More facts that act on one row than can be tried together.
    TooManyFacts {
        /// Id of the indicator.
        id: String,
        /// So many.
        facts: usize,
    },
}

/// How far a search is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Whether it is at its end.
    pub done: bool,
    /// Sets that were looked at, whole ones and partly decided ones.
    pub explored: u64,
    /// Plans that are certain, the optimum first.
    pub found: usize,
    /// Effort of the optimum, once it is found.
    pub effort: Option<Figure>,
}

/// An answer, or as much of it as is known when it is asked for.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The total as it is, 分.
    pub before: Span,
    /// The total to reach, 分.
    pub target: Figure,
    /// What reaches it.
    pub way: Way,
    /// Whether nothing else could do better. Facts that meet in one row, or pull rows apart in more
    /// ways than can be tried, may be better somewhere between the values that were tried.
    pub sure: bool,
}

/// What reaches a total.
#[derive(Clone, Debug)]
pub enum Way {
    /// It is reached already.
    Already,
    /// Plans, the optimum first, then the alternatives.
    Plans {
        /// The plans.
        plans: Vec<Plan>,
        /// Whether it is known that there are no others, none of them holding more than is needed.
        all: bool,
    },
    /// Nothing does.
    OutOfReach {
        /// What gets farthest.
        best: Plan,
        /// What keeps the total from being more.
        limits: Vec<Limit>,
    },
    /// The search was given up before anything was found.
    Unknown,
}

/// Changes that together reach a total.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The changes, in the order of the form, facts last.
    pub changes: Vec<Change>,
    /// Effort of all changes; their number where no efforts were given.
    pub effort: Figure,
    /// The total that they reach, 分.
    pub total: Span,
    /// Why their points do not add up, where they don't.
    pub notes: Vec<Note>,
}

/// A unit that is changed.
#[derive(Clone, Debug)]
pub struct Change {
    /// Id of the indicator, or `facts.` and that of the fact.
    pub id: String,
    /// The indicator, by its position in [`Rubric::nodes`]; none for a fact.
    pub node: Option<usize>,
    /// Its effort.
    pub effort: Figure,
    /// The inputs that move.
    pub steps: Vec<Step>,
    /// What the total gains if nothing else is changed, 分; below 0 if that alone lowers it.
    pub alone: Figure,
}

/// An input that moves.
#[derive(Clone, Debug)]
pub struct Step {
    /// The input; where it stands is [`Lever::now`].
    pub lever: Lever,
    /// The position where it is to stand.
    pub to: i64,
}

/// Why points of changes depend on each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A fact moves several rows at once.
    Shared {
        /// The fact.
        fact: String,
        /// Its rows, by position.
        nodes: Vec<usize>,
    },
    /// Several of the changes meet in one row.
    Meet {
        /// The row, by position.
        node: usize,
    },
    /// A veto or penalty on a group or the total is lifted: until then, points beneath it count
    /// less or not at all.
    Lifted {
        /// Which.
        kind: AdjustmentKind,
        /// The group, by position; none for the total.
        at: Option<usize>,
    },
    /// A veto, a penalty that finds too little to take, the limit of the bonus, the cap, or the
    /// rescaling for what does not apply.
    Bound {
        /// Which.
        kind: AdjustmentKind,
        /// The group, by position; none for the total.
        at: Option<usize>,
    },
}

/// What keeps a total from being more, everything being at its best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A veto or penalty that stays, the limit of the bonus, the cap.
    Acting {
        /// Which.
        kind: AdjustmentKind,
        /// The group, by position; none for the total.
        at: Option<usize>,
    },
    /// Rows that stay short of their weight, by position.
    Rows(Vec<usize>),
}

/// A search for the cheapest plans.
///
/// ```
/// use jiheng::presets;
/// use jiheng::tree::Map;
/// use jiheng::whatif::cheapest::{Search, Way};
/// let rubric = presets::rubric("fukang").unwrap();
/// let example = presets::example("fukang").unwrap();
/// let mut search = Search::new(&rubric, &example, "95".parse()?, &Map::default()).unwrap();
/// while !search.step(100).done {}
/// let Way::Plans { plans, .. } = search.answer().way else { panic!() };
/// assert_eq!(plans[0].changes[0].id, "insured-pooled");
/// assert_eq!(plans[0].total.min.to_string(), "95.00");
/// # Ok::<(), jiheng::engine::NumberError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Search {
    rubric: Rubric,
    assessment: Assessment,
    before: Span,
    target: Figure,
    units: Vec<Unit>,
    efforts: Vec<Figure>,
    hunt: Hunt,
    sure: bool,
    done: bool,
}

impl Search {
    /// A search from an assessment with plain figures. `efforts` has the effort of a change by the
    /// id of the indicator, or `facts.` and that of the fact; 1 where it has none.
    ///
    /// # Errors
    /// [`Refusal`]: an effort that is not above 0, or too much to choose from.
    pub fn new(
        rubric: &Rubric,
        assessment: &Assessment,
        target: Figure,
        efforts: &Map<Figure>,
    ) -> Result<Search, Refusal> {
        if let Some((id, effort)) = efforts.iter().find(|(_, effort)| **effort <= Figure::ZERO) {
            return Err(Refusal::Effort { id: id.clone(), effort: *effort });
        }
        let units = units::units(rubric, assessment)?;
        let effort = |unit: &Unit| efforts.get(&unit.id).copied().unwrap_or(Figure::whole(1));
        let efforts: Vec<Figure> = units.all.iter().map(effort).collect();
        let trial = Trial::new(rubric, assessment);
        let before = trial.total();
        let given = (0..rubric.nodes().len()).map(|node| trial.contribution(node)).collect();
        let costs = efforts.iter().map(|effort| effort.millionths()).collect();
        let ways = units.all.iter().map(|unit| unit.ways).collect();
        let (sums, target_points) = (trial.sums(), target.millionths());
        let instance = Instance::new(sums, given, units.rows, (costs, ways), target_points);
        Ok(Search {
            rubric: rubric.clone(),
            assessment: assessment.clone(),
            before,
            target,
            units: units.all,
            efforts,
            sure: units.sure,
            done: before.min >= target,
            hunt: Hunt::new(instance, 1 + ALTERNATIVES),
        })
    }

    /// All that there is to choose from, each as far as it alone is of use: what efforts may be
    /// given for. What is of use only together with others moves nothing here.
    pub fn choices(&self) -> Vec<Change> {
        let (planner, instance) = (self.planner(), self.hunt.instance());
        self.changes().map(|change| planner.choice(instance, change)).collect()
    }

    /// The changes, each by its first way.
    fn changes(&self) -> impl Iterator<Item = usize> {
        let units = self.units.iter().enumerate();
        units.filter(|(at, unit)| first(unit.ways) == only(*at)).map(|(at, _)| at)
    }

    /// The assessment with these of [`Search::choices`] changed, each as far as is best for the total
    /// of all of them: it may be farther than alone is of use.
    pub fn changed(&self, choices: &[usize]) -> Assessment {
        let changes: Vec<usize> = self.changes().collect();
        let known = choices.iter().filter_map(|choice| changes.get(*choice));
        let set = known.fold(0, |set, change| set | only(*change));
        let planner = self.planner();
        let moves = planner.moves(self.hunt.instance().best_ways(set));
        planner.assessment_with(moves.iter())
    }

    /// Looks at up to so many sets.
    pub fn step(&mut self, budget: u64) -> Progress {
        self.done = self.done || self.hunt.step(budget);
        let optimum = self.hunt.found().first();
        Progress {
            done: self.done,
            explored: self.hunt.explored(),
            found: self.hunt.found().len(),
            effort: optimum.and_then(|found| Figure::from_millionths(found.cost).ok()),
        }
    }

    /// Runs to the end.
    pub fn solve(mut self) -> Answer {
        self.step(u64::MAX);
        self.answer()
    }

    /// The answer as far as it is known.
    pub fn answer(&self) -> Answer {
        let Search { before, target, sure, .. } = *self;
        Answer { before, target, way: self.way(), sure }
    }

    fn way(&self) -> Way {
        let (found, planner) = (self.hunt.found(), self.planner());
        match (self.before.min >= self.target, found.is_empty(), self.done) {
            (true, _, _) => Way::Already,
            (_, false, _) => {
                let plans = found.iter().map(|found| planner.trimmed(found.set, self.target));
                let all = self.done && found.len() <= ALTERNATIVES;
                Way::Plans { plans: plans.collect(), all }
            }
            (_, true, true) => {
                let Some(highest) = self.hunt.highest() else { return Way::Unknown };
                let total = Figure::from_millionths(highest.total).unwrap_or(self.before.min);
                let best = planner.trimmed(highest.set, total);
                Way::OutOfReach { best, limits: planner.limits(highest.set) }
            }
            (_, true, false) => Way::Unknown,
        }
    }

    fn planner(&self) -> Planner<'_> {
        Planner {
            rubric: &self.rubric,
            assessment: &self.assessment,
            units: &self.units,
            efforts: &self.efforts,
        }
    }
}
