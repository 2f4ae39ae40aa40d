//! Where a row may stop rising or falling while one of its inputs goes through its positions.
//!
//! A rule says at which rates its points turn; a measure is a Möbius function of any one of its
//! inputs, so each such rate belongs to one value of the input, found exactly. Between two
//! neighbouring cuts the points only rise or only fall. Searches rely on that; so does the claim
//! that nothing better was passed over.

use super::Hold;
use super::scale::Scale;
use crate::engine::measure::{Direction, Measure, Pace, Survey, Timeliness};
use crate::engine::{Date, Field, Figure, Fraction, Modifier, NumberError, Reader, Scoring};

/// A rate as (a + b·x) ÷ (c + d·x) of the input x.
struct Moebius {
    a: Fraction,
    b: Fraction,
    c: Fraction,
    d: Fraction,
}

impl Moebius {
    /// x ÷ `whole`.
    fn part_of(whole: Fraction) -> Moebius {
        Moebius { a: Fraction::ZERO, b: Fraction::ONE, c: whole, d: Fraction::ZERO }
    }

    /// `part` ÷ x.
    fn whole_of(part: Fraction) -> Moebius {
        Moebius { a: part, b: Fraction::ZERO, c: Fraction::ZERO, d: Fraction::ONE }
    }

    /// The x at which it is `rate`, if it ever is.
    fn at(&self, rate: Fraction) -> Result<Option<Fraction>, NumberError> {
        let above = rate.mul(self.c)?.sub(self.a)?;
        let below = self.b.sub(rate.mul(self.d)?)?;
        match above.div(below) {
            Err(NumberError::DivisionByZero) => Ok(None),
            found => found.map(Some),
        }
    }
}

/// How the rate goes with one input.
#[derive(Default)]
struct Course {
    forms: Vec<Moebius>,
    /// Values at which it changes from one form to another.
    folds: Vec<Fraction>,
}

impl Course {
    fn of(form: Option<Moebius>) -> Course {
        Course { forms: form.into_iter().collect(), folds: Vec::new() }
    }

    fn folded(mut self, fold: Option<Fraction>) -> Course {
        self.folds.extend(fold);
        self
    }
}

/// The intervals of a scale between its cuts, for everything that a lever moves.
pub(super) fn segments(scale: &Scale, cuts: Vec<Fraction>) -> Vec<(i64, i64)> {
    let last = scale.last();
    let mut ends: Vec<i64> = Vec::new();
    for cut in cuts {
        // What lies on the cut is by itself: it may belong to either side.
        let sides = [cut.ceil().sub(Fraction::ONE), Ok(cut.floor())];
        for end in sides.into_iter().flatten() {
            ends.extend(i64::try_from(end.numerator()).ok().filter(|end| (0..last).contains(end)));
        }
    }
    ends.sort_unstable();
    ends.dedup();
    let starts = std::iter::once(0).chain(ends.iter().map(|end| end + 1));
    starts.zip(ends.iter().copied().chain([last])).collect()
}

/// Where a row may turn while these places of it move together, as positions of the scale that need
/// not be whole; none where that cannot be computed, for then nothing is known.
pub(super) fn cuts(
    scale: &Scale,
    scoring: &Scoring,
    holds: &[Hold],
    reader: &Reader<'_>,
) -> Option<Vec<Fraction>> {
    let Some(measure) = &scoring.measure else {
        return Some(Vec::new());
    };
    let rates = rates(scoring);
    let course = |hold: &Hold| match (hold, scale, measure) {
        (Hold::Field(field), Scale::Days { first, .. }, _) => by_dates(*field, *first, reader),
        (_, _, Measure::Survey(survey)) => by_answers(survey, holds, reader),
        (Hold::Field(field), ..) => by_field(measure, *field, reader),
        (Hold::Count(_), ..) => Course::default(),
    };
    let mut cuts = Vec::new();
    for course in holds.iter().map(course) {
        let mut values = course.folds;
        for form in &course.forms {
            for rate in &rates {
                values.extend(form.at(*rate).ok()?);
            }
        }
        for value in values {
            cuts.push(scale.offset(value)?);
        }
    }
    Some(cuts)
}

/// Rates at which the points of a row may turn: those of its rule, and where penalties begin.
pub(super) fn rates(scoring: &Scoring) -> Vec<Fraction> {
    let by_rate = scoring.modifiers.iter().filter_map(|modifier| match modifier {
        Modifier::Penalty { rate_below, .. } => *rate_below,
        _ => None,
    });
    let mut rates = scoring.rule.turns();
    rates.extend(by_rate.map(Figure::percent));
    rates
}

fn by_field(measure: &Measure, field: Field, reader: &Reader<'_>) -> Course {
    let of = |field| reader.figure(field).ok().flatten().map(Figure::fraction);
    let part_of = |field| Course::of(of(field).map(Moebius::part_of));
    let whole_of = |field| Course::of(of(field).map(Moebius::whole_of));
    let plan = |planned: Field| match field {
        // At no cost at all the plan counts as kept, and no more.
        Field::Actual => whole_of(planned).folded(Some(Fraction::ZERO)),
        _ => part_of(Field::Actual),
    };
    match measure {
        Measure::Ratio(ratio) => match (ratio.direction, field) {
            (Direction::AtLeast | Direction::Above, Field::Actual) => part_of(Field::Target),
            (Direction::AtLeast | Direction::Above, _) => whole_of(Field::Actual),
            (Direction::AtMost | Direction::Below, _) => plan(Field::Target),
            (Direction::Equal, _) => {
                let other = if field == Field::Actual { Field::Target } else { Field::Actual };
                let other = of(other);
                let forms =
                    other.into_iter().flat_map(|x| [Moebius::part_of(x), Moebius::whole_of(x)]);
                Course { forms: forms.collect(), folds: other.into_iter().collect() }
            }
        },
        Measure::Share(_) | Measure::Quality(_) => match field {
            Field::Yes => part_of(Field::Asked),
            _ => whole_of(Field::Yes),
        },
        Measure::Budget(_) => match field {
            Field::Actual => part_of(Field::Target),
            _ => whole_of(Field::Actual),
        },
        Measure::Rate(_) => Course::of(Some(Moebius::part_of(Figure::HUNDRED.fraction()))),
        Measure::Cost(_) | Measure::Timeliness(Timeliness { by: Pace::Duration }) => {
            plan(Field::Planned)
        }
        // By its answers; its scale has days.
        Measure::Survey(_) | Measure::Timeliness(Timeliness { by: Pace::Dates }) => {
            Course::default()
        }
    }
}

/// The answers for some options, of as many as were asked or among all answers; how many were asked
/// may be what moves, by itself or with them.
fn by_answers(survey: &Survey, holds: &[Hold], reader: &Reader<'_>) -> Course {
    let form = || {
        let counts = reader.counts(survey.coefficients.len()).ok()??;
        let (mut others, mut worths) = (Fraction::ZERO, Fraction::ZERO);
        let (mut rest, mut moved) = (Fraction::ZERO, Fraction::ZERO);
        for (at, (count, worth)) in counts.iter().zip(&survey.coefficients).enumerate() {
            if holds.contains(&Hold::Count(at)) {
                worths = worths.add(worth.fraction()).ok()?;
                moved = moved.add(Fraction::ONE).ok()?;
            } else {
                others = others.add(count.fraction().mul(worth.fraction()).ok()?).ok()?;
                rest = rest.add(count.fraction()).ok()?;
            }
        }
        let (c, d) = match reader.figure(Field::Asked).ok().flatten() {
            _ if holds.contains(&Hold::Field(Field::Asked)) => (Fraction::ZERO, Fraction::ONE),
            Some(asked) => (asked.fraction(), Fraction::ZERO),
            None => (rest, moved),
        };
        Some(Moebius { a: others, b: worths, c, d })
    };
    Course::of(form())
}

/// Dates as days from the first of the scale. In time is in time; late, the rate is the planned
/// duration ÷ the actual one.
fn by_dates(field: Field, first: Date, reader: &Reader<'_>) -> Course {
    let days = |field| {
        let date = reader.date(field).ok().flatten()?;
        Some(Fraction::whole(date.days_since(first).into()))
    };
    let (start, planned, actual) = (days(Field::Start), days(Field::Planned), days(Field::Actual));
    let minus = |one: Fraction| Fraction::ZERO.sub(one).ok();
    let (zero, one) = (Fraction::ZERO, Fraction::ONE);
    match field {
        Field::Actual => {
            let form = start.zip(planned).and_then(|(start, planned)| {
                let duration = planned.sub(start).ok()?;
                Some(Moebius { a: duration, b: zero, c: minus(start)?, d: one })
            });
            Course::of(form).folded(planned)
        }
        Field::Planned => {
            let form = start.zip(actual).and_then(|(start, actual)| {
                let duration = actual.sub(start).ok()?;
                Some(Moebius { a: minus(start)?, b: one, c: duration, d: zero })
            });
            Course::of(form).folded(actual)
        }
        _ => {
            let form = planned.zip(actual).and_then(|(planned, actual)| {
                Some(Moebius { a: minus(planned)?, b: one, c: minus(actual)?, d: one })
            });
            Course::of(form)
        }
    }
}
