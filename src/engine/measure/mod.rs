//! `Measure` 完成率、达标率、满意度…: how a rate arises from what is entered.
//!
//! One file per measure. To add one: a file with a struct, its list of fields for `document!` and
//! its `rate`, a variant and two match arms here, a [`super::Step`] with its sentence in `words`,
//! an input in `app/parts/entry`, a case in the oracle test. The compiler names each place that is
//! missing.
//!
//! A rate is an exact fraction, 1 for 100 %. Where less is better, the rate is plan ÷ actual, so
//! that at least 1 always means "met".

mod budget;
mod cost;
mod entered;
mod quality;
mod ratio;
mod share;
mod survey;
mod timeliness;

pub use budget::{Budget, Divisor};
pub use cost::Cost;
pub use entered::Entered;
pub use quality::Quality;
pub use ratio::{Direction, Ratio};
pub use share::Share;
pub use survey::Survey;
pub use timeliness::{Pace, Timeliness};

use crate::tree::document;

use super::error::{Code, Problem};
use super::fraction::Fraction;
use super::number::Figure;
use super::reading::{Field, Reader, Reading};
use super::trace::Step;

/// How a rate arises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Actual against target.
    Ratio(Ratio),
    /// Yes ÷ valid answers.
    Share(Share),
    /// Survey scale: Σ count × coefficient ÷ answers.
    Survey(Survey),
    /// A rate entered as it is.
    Rate(Entered),
    /// Executed ÷ budget.
    Budget(Budget),
    /// Planned and actual cost.
    Cost(Cost),
    /// Planned and actual date or duration.
    Timeliness(Timeliness),
    /// Passed ÷ inspected.
    Quality(Quality),
}

document! {
    enum Measure by "kind" {
        Ratio, Share, Survey, Rate, Budget, Cost, Timeliness, Quality,
    }
}

impl Measure {
    /// The rate with the step that shows how it arose; nothing until enough is entered.
    pub(crate) fn rate(&self, reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
        match self {
            Measure::Ratio(measure) => measure.rate(reader),
            Measure::Share(measure) => measure.rate(reader),
            Measure::Survey(measure) => measure.rate(reader),
            Measure::Rate(measure) => measure.rate(reader),
            Measure::Budget(measure) => measure.rate(reader),
            Measure::Cost(measure) => measure.rate(reader),
            Measure::Timeliness(measure) => measure.rate(reader),
            Measure::Quality(measure) => measure.rate(reader),
        }
    }

    /// Whether its fields are dates rather than figures.
    pub fn reads_dates(&self) -> bool {
        matches!(self, Measure::Timeliness(Timeliness { by: Pace::Dates }))
    }

    /// The single fields that it reads, in the order of input. A survey reads `counts` too.
    pub fn fields(&self) -> &'static [Field] {
        match self {
            Measure::Ratio(_) => &[Field::Target, Field::Actual],
            Measure::Share(_) | Measure::Quality(_) => &[Field::Yes, Field::Asked],
            Measure::Survey(_) => &[Field::Asked],
            Measure::Rate(_) => &[Field::Rate],
            Measure::Budget(_) => &[Field::Target, Field::Actual],
            Measure::Cost(_) => &[Field::Planned, Field::Actual],
            Measure::Timeliness(Timeliness { by: Pace::Dates }) => {
                &[Field::Start, Field::Planned, Field::Actual]
            }
            Measure::Timeliness(Timeliness { by: Pace::Duration }) => {
                &[Field::Planned, Field::Actual]
            }
        }
    }
}

/// Part ÷ whole, where the part may not exceed the whole.
fn part_of(reader: &Reader<'_>) -> Reading<(Figure, Figure, Fraction)> {
    let (part, whole) = (reader.count(Field::Yes)?, reader.count(Field::Asked)?);
    if whole.is_some_and(Figure::is_zero) {
        return Err(Problem::new(Code::ZeroDivisor).on(Field::Asked.name()));
    }
    let Some((part, whole)) = part.zip(whole) else {
        return Ok(None);
    };
    if part > whole {
        return Err(Problem::new(Code::PartExceedsWhole)
            .on(Field::Yes.name())
            .with("part", part)
            .with("whole", whole));
    }
    Ok(Some((part, whole, part.fraction().div(whole.fraction())?)))
}

/// Plan ÷ actual: at least 1 when the plan is kept; an actual of 0 keeps any plan.
fn plan_over_actual(planned: Figure, actual: Figure) -> Result<Fraction, Problem> {
    if actual.is_zero() {
        return Ok(Fraction::ONE);
    }
    Ok(planned.fraction().div(actual.fraction())?)
}
