//! 可变项: the inputs of an assessment, each with the positions that it could take.
//!
//! A [`Lever`] makes of any input — a figure, a date, a level, the ticks of a checklist, the answers
//! of a survey, an incident, a fact that several rows share — a row of positions 0 to
//! [`Lever::last`], one step of its own unit apart. Every question of `whatif` is asked of
//! positions; so each kind of input is understood here and nowhere else.
//!
//! To add a measure: its field in `turns`. To add a rule that reads more than a rate: its positions in
//! `choice`. The compiler names both places.

mod choice;
mod find;
mod row;
mod scale;
mod setting;
#[cfg(test)]
mod tests;
mod turns;

pub use find::levers;
pub(super) use find::levers_at;
pub use setting::Setting;

use crate::engine::{Assessment, Entry, Field, Indicator, Rubric, Span, Trial, Value};
use scale::Scale;

/// What is varied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// One of the 项目数据, by id; it moves every row that refers to it.
    Fact(String),
    /// Something typed at one indicator, by its position in [`Rubric::nodes`].
    Entry {
        /// Position of the indicator.
        node: usize,
        /// Which part of its entry.
        slot: Slot,
    },
}

/// Which part of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A figure or a date.
    Figure(Field),
    /// The level or band, with the points picked in it.
    Level,
    /// Which items of a checklist are met.
    Missed,
    /// The answers of a survey, moved from the worst option to the best or back.
    Counts,
    /// A deduction, an occurrence, a veto or a penalty, by the id of the modifier.
    Incident(String),
    /// Points in place of the rule's.
    Override,
    /// Points or share of a group that is scored as a block.
    Block,
}

/// Whether an input is what was achieved, or what it is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Achieved: actual values, ticks, levels, answers.
    Earned,
    /// Given: targets, plans, the number of those asked.
    Given,
}

/// One input with the positions that it could take.
#[derive(Clone, Debug)]
pub struct Lever {
    /// What is varied.
    pub input: Input,
    /// Whether it is what was achieved.
    pub role: Role,
    /// The position that is entered; none where nothing is, or nothing that has a position.
    pub now: Option<i64>,
    scale: Scale,
    uses: Vec<Use>,
    /// Intervals of positions, in order and without gaps, in each of which every row that it moves
    /// only rises or only falls.
    segments: Vec<(i64, i64)>,
}

/// A row that a lever moves.
#[derive(Clone, Debug)]
struct Use {
    node: usize,
    holds: Vec<Hold>,
    /// The answers that count where a fact is one of them, entered or prefilled.
    counts: Vec<Value>,
    /// The entry as it is.
    entry: Entry,
}

/// Where in an entry a fact is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hold {
    Field(Field),
    Count(usize),
}

impl Lever {
    /// The last position; the first is 0.
    pub fn last(&self) -> i64 {
        self.scale.last()
    }

    /// What stands at a position.
    pub fn setting(&self, position: i64) -> Setting {
        self.scale.setting(position.clamp(0, self.last()))
    }

    /// Positions of the rows that it moves, in the order of the form.
    pub fn nodes(&self) -> impl Iterator<Item = usize> {
        self.uses.iter().map(|each| each.node)
    }

    /// Whether it moves several rows, so that their points can pull apart.
    pub fn is_shared(&self) -> bool {
        self.uses.len() > 1
    }

    /// Intervals of positions in each of which every row that it moves only rises or only falls.
    pub fn segments(&self) -> &[(i64, i64)] {
        &self.segments
    }

    /// The position whose setting is `value`, for a figure or a date as text, a level or points.
    pub fn position(&self, value: &str) -> Option<i64> {
        self.scale.position(value)
    }

    /// The position so many % above what is entered, or below it: one step away at least, and
    /// within what is possible. A date moves by that many % of a year; none for what is chosen
    /// and has no parts.
    pub fn moved_by(&self, percent: crate::engine::Figure) -> Option<i64> {
        self.scale.moved_by(self.now?, percent)
    }

    /// Puts a trial at a position; the total that comes of it, 分.
    pub fn set(&self, trial: &mut Trial<'_>, position: i64) -> Span {
        let setting = self.setting(position);
        for each in &self.uses {
            self.set_use(trial, each, &setting);
        }
        trial.total()
    }

    /// Puts one of the rows that it moves at a position and leaves the others.
    pub(super) fn set_row(&self, trial: &mut Trial<'_>, row: usize, position: i64) -> Span {
        if let Some(each) = self.uses.get(row) {
            self.set_use(trial, each, &self.setting(position));
        }
        trial.total()
    }

    /// Puts a trial back to what is entered; the total that comes of it, 分.
    pub fn restore(&self, trial: &mut Trial<'_>) -> Span {
        for each in &self.uses {
            trial.change(each.node, |entry| entry.clone_from(&each.entry));
        }
        trial.total()
    }

    fn set_use(&self, trial: &mut Trial<'_>, each: &Use, setting: &Setting) {
        trial.change(each.node, |entry| match &self.input {
            Input::Fact(_) => {
                if !each.counts.is_empty() {
                    entry.counts = Some(each.counts.clone());
                }
                each.holds.iter().for_each(|hold| setting.put_text(entry, *hold));
            }
            Input::Entry { slot, .. } => setting.put(entry, slot),
        });
    }

    /// Writes a position into an assessment, as a person would type it.
    pub fn change(&self, rubric: &Rubric, assessment: &mut Assessment, position: i64) {
        let setting = self.setting(position);
        match &self.input {
            Input::Fact(id) => *assessment.facts.or_default(id) = setting.text(),
            Input::Entry { node, slot } => {
                if let Some(node) = rubric.nodes().get(*node) {
                    setting.put(assessment.entries.or_default(&node.indicator.id), slot);
                }
            }
        }
    }

    /// The indicator whose entry is varied; none for a fact.
    pub fn indicator<'r>(&self, rubric: &'r Rubric) -> Option<&'r Indicator> {
        match &self.input {
            Input::Fact(_) => None,
            Input::Entry { node, .. } => rubric.nodes().get(*node).map(|node| node.indicator),
        }
    }

    /// A name that stays: `facts.valid-answers`, `insured-all.actual`, `safety.accident`.
    pub fn id(&self, rubric: &Rubric) -> String {
        match &self.input {
            Input::Fact(id) => format!("facts.{id}"),
            Input::Entry { slot, .. } => {
                let own = self.indicator(rubric).map_or("", |indicator| &indicator.id);
                let part = match slot {
                    Slot::Figure(field) => field.name(),
                    Slot::Level => "level",
                    Slot::Missed => "missed",
                    Slot::Counts => "counts",
                    Slot::Incident(item) => item,
                    Slot::Override => "override",
                    Slot::Block => "block",
                };
                format!("{own}.{part}")
            }
        }
    }
}
