//! What may be written at one place of an assessment, by the measure that reads it.

use super::date::{self, Year};
use super::figure::Notation;
use crate::engine::measure::{Pace, Timeliness};
use crate::engine::{Direction, Field, Label, Measure, Scoring};

/// What a text may stand for.
pub(super) enum Place {
    /// A figure.
    Figure(Notation),
    /// A date.
    Date,
}

impl Place {
    /// A fact in this unit.
    pub fn fact(unit: Option<&Label>) -> Place {
        Place::Figure(unit.map(of_label).unwrap_or_default())
    }

    /// A field of an entry that is scored like this.
    pub fn field(field: Field, scoring: Option<&Scoring>) -> Place {
        let measure = scoring.and_then(|scoring| scoring.measure.as_ref());
        let label = scoring.map(|scoring| &scoring.unit);
        let unit = label.map(of_label).unwrap_or_default();
        match (field, measure) {
            (Field::Rate, _) => Place::percent(),
            (Field::Points, _) => Place::points(),
            (Field::Yes | Field::Asked, _) => Place::Figure(label.map_or(unit, of_answers)),
            _ if takes_dates(field, scoring) => Place::Date,
            (Field::Target, Some(Measure::Ratio(ratio))) => {
                Place::Figure(unit.towards(ratio.direction))
            }
            (Field::Planned, Some(Measure::Cost(_) | Measure::Timeliness(_))) => {
                Place::Figure(unit.towards(Direction::AtMost))
            }
            _ => Place::Figure(unit),
        }
    }

    /// A rate or share.
    pub fn percent() -> Place {
        Place::Figure(Notation::of_unit("%"))
    }

    /// Points.
    pub fn points() -> Place {
        Place::Figure(Notation::of_unit("分"))
    }

    /// How often something happened.
    pub fn occurrences() -> Place {
        let words = ["次", "个", "项", "处", "起"];
        Place::Figure(words.into_iter().fold(Notation::default(), Notation::or_unit))
    }

    /// The plain text that `text` stands for here, if it stands for exactly one.
    pub fn read(&self, text: &str, year: Option<Year>) -> Option<String> {
        match self {
            Place::Figure(notation) => notation.read(text),
            Place::Date => date::read(text, year),
        }
    }
}

/// Whether a field of an entry that is scored like this holds a date.
pub(super) fn takes_dates(field: Field, scoring: Option<&Scoring>) -> bool {
    let measure = scoring.and_then(|scoring| scoring.measure.as_ref());
    let counts = matches!(field, Field::Rate | Field::Points | Field::Yes | Field::Asked);
    field == Field::Start || (!counts && measure.is_some_and(is_by_dates))
}

/// Whether the fields of a measure are dates.
pub(super) fn is_by_dates(measure: &Measure) -> bool {
    matches!(measure, Measure::Timeliness(Timeliness { by: Pace::Dates }))
}

fn of_label(unit: &Label) -> Notation {
    Notation::of_unit(&unit.zh).or_unit(&unit.en)
}

/// Answers are counted in heads or in sheets; the unit of such an indicator is often that of its
/// rate, and "92%" is no number of answers.
fn of_answers(unit: &Label) -> Notation {
    match unit.zh.as_str() {
        "" | "%" | "％" | "分" | "人" | "份" => Notation::of_unit("人").or_unit("份"),
        _ => of_label(unit),
    }
}
