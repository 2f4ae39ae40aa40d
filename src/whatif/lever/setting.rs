//! What stands at a position of a lever, and how it is entered.

use super::{Hold, Slot};
use crate::engine::{Date, Entry, Figure, Incident, Value};
use crate::tree::Map;

/// What stands at a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A figure, in the unit of its field.
    Figure(Figure),
    /// A date.
    Date(Date),
    /// A level or band, with points where there is a range to pick from, 分.
    Level {
        /// Id of the level.
        id: String,
        /// Points picked, 分.
        points: Option<Figure>,
    },
    /// The ticks of a checklist.
    Missed {
        /// Ids of the items that are not met.
        missed: Vec<String>,
        /// Items met in part, with their share as entered.
        partly: Map<Value>,
    },
    /// Answers for each option of a survey.
    Counts(Vec<i64>),
    /// A modifier that did not happen.
    Absent,
    /// A modifier that happened: points picked from its range, 分, or how often.
    Happened {
        /// 分.
        points: Option<Figure>,
        /// How often.
        count: Option<Figure>,
    },
    /// Points of a block or an override, 分; a block may be given by its share in %.
    Points(Figure),
    /// Share of a block, in %.
    Share(Figure),
}

impl Setting {
    /// A figure or date as it is typed; empty for what is not typed as one text.
    pub fn text(&self) -> String {
        match self {
            Setting::Figure(figure) | Setting::Points(figure) | Setting::Share(figure) => {
                figure.to_string()
            }
            Setting::Date(date) => date.to_string(),
            _ => String::new(),
        }
    }

    fn value(&self) -> Option<Value> {
        Some(Value::Text(self.text()))
    }

    /// Enters a figure where a fact is used.
    pub(super) fn put_text(&self, entry: &mut Entry, hold: Hold) {
        match hold {
            Hold::Field(field) => put_figure(field.of_mut(entry), self),
            Hold::Count(index) => {
                let count = entry.counts.iter_mut().flatten().nth(index);
                if let Some((count, value)) = count.zip(self.value()) {
                    *count = value;
                }
            }
        }
    }

    /// Enters it in its part of an entry.
    pub(super) fn put(&self, entry: &mut Entry, slot: &Slot) {
        match (slot, self) {
            (Slot::Figure(field), _) => put_figure(field.of_mut(entry), self),
            (Slot::Level, Setting::Level { id, points }) => {
                entry.level = Some(id.clone());
                entry.points = points.map(value);
            }
            (Slot::Missed, Setting::Missed { missed, partly }) => {
                entry.missed = Some(missed.clone());
                entry.partly.clone_from(partly);
            }
            (Slot::Counts, Setting::Counts(counts)) => {
                let typed = counts.iter().map(|count| Value::Text(count.to_string()));
                entry.counts = Some(typed.collect());
            }
            (Slot::Incident(item), Setting::Absent) => {
                entry.deductions.retain(|one| one.item != *item);
            }
            (Slot::Incident(item), Setting::Happened { points, count }) => {
                let (points, count) = (points.map(value), count.map(value));
                match entry.deductions.iter_mut().find(|one| one.item == *item) {
                    Some(known) => (known.points, known.count) = (points, count),
                    None => {
                        entry.deductions.push(Incident { item: item.clone(), points, count });
                    }
                }
            }
            (Slot::Override, Setting::Points(points)) => {
                if let Some(given) = &mut entry.overridden {
                    given.points = value(*points);
                }
            }
            (Slot::Block, Setting::Points(points)) => {
                if let Some(block) = &mut entry.block {
                    block.points = Some(value(*points));
                }
            }
            (Slot::Block, Setting::Share(share)) => {
                if let Some(block) = &mut entry.block {
                    block.share = Some(value(*share));
                }
            }
            // A scale holds settings of its own slot only.
            _ => {}
        }
    }
}

fn value(figure: Figure) -> Value {
    Value::Text(figure.to_string())
}

/// Into the text that is there: trying out figures asks for thousands of them.
fn put_figure(slot: &mut Option<Value>, setting: &Setting) {
    use std::fmt::Write as _;
    if let (Some(Value::Text(text)), Setting::Figure(figure)) = (&mut *slot, setting) {
        text.clear();
        // Writing to a text does not fail.
        let _ = write!(text, "{figure}");
    } else {
        *slot = setting.value();
    }
}
