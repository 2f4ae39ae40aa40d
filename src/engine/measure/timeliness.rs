//! Timeliness 完成及时率: planned and actual date or duration.

use super::plan_over_actual;
use crate::engine::error::{Code, Problem};
use crate::engine::fraction::Fraction;
use crate::engine::reading::{Field, Reader, Reading};
use crate::engine::trace::Step;
use crate::tree::document;

/// Planned and actual time. Reads `planned` and `actual`; with dates also `start`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeliness {
    /// What is entered.
    pub by: Pace,
}

document! { Timeliness { by } }

/// What is entered for timeliness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Dates: in time is 100 %; late is planned ÷ actual days from the start, or 0 % without one.
    Dates,
    /// Durations in one unit: planned ÷ actual.
    Duration,
}

document! { enum Pace { Dates, Duration } }

impl Timeliness {
    pub(super) fn rate(&self, reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
        match self.by {
            Pace::Dates => by_dates(reader),
            Pace::Duration => by_duration(reader),
        }
    }
}

fn by_duration(reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
    let (planned, actual) = (reader.divisor(Field::Planned)?, reader.figure(Field::Actual)?);
    let Some((planned, actual)) = planned.zip(actual) else {
        return Ok(None);
    };
    let rate = plan_over_actual(planned, actual)?;
    Ok(Some((rate, Step::Duration { planned, actual, rate })))
}

fn by_dates(reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
    let start = reader.date(Field::Start)?;
    let (planned, actual) = (reader.date(Field::Planned)?, reader.date(Field::Actual)?);
    let Some((planned, actual)) = planned.zip(actual) else {
        return Ok(None);
    };
    let earliest = planned.min(actual);
    if let Some(start) = start.filter(|start| *start > earliest) {
        let field = if planned < start { Field::Planned } else { Field::Actual };
        return Err(Problem::new(Code::DatesReversed)
            .on(field.name())
            .with("start", start)
            .with("end", earliest));
    }
    let late = actual.days_since(planned).max(0);
    let rate = match start {
        _ if late == 0 => Fraction::ONE,
        Some(start) => {
            let days = |end: crate::engine::Date| Fraction::whole(end.days_since(start).into());
            days(planned).div(days(actual))?
        }
        None => Fraction::ZERO,
    };
    Ok(Some((rate, Step::Dates { planned, actual, late, rate })))
}
