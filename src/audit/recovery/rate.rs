//! The rates that a row gives, with what is entered for each and in which unit.

use crate::audit::interval::Interval;
use crate::audit::printed::{self, Printed, Relation, multiple};
use crate::audit::sheet::{Line, Sheet};
use crate::audit::table::Row;
use crate::engine::measure::{Entered, Ratio, Survey};
use crate::engine::{Direction, Entry, Figure, Fraction, Label, Measure, Mode, NumberError};

use super::case::{not_negative, value};
use super::survey::{Answers, Scales};

/// A rate with what it was made of.
#[derive(Clone, Debug)]
pub(super) struct Rate {
    /// What it may be, 1 for 100 %; one number where figures give it.
    pub range: Interval,
    /// What it is by the digits as they are printed.
    pub printed: Fraction,
    /// How the engine measures it.
    pub measure: Measure,
    /// What is entered for that.
    pub entry: Entry,
    /// The unit of what is entered.
    pub unit: String,
}

/// Actual against target: exactly where both are printed, else what the digits of 完成率 stand for.
pub(super) fn completion(
    line: &Line<'_>,
    mode: Mode,
    shares: bool,
) -> Result<Option<Rate>, NumberError> {
    if let (Some(target), Some(actual)) = (&line.target, &line.actual)
        && let Some(rate) = ratio(line.row, target, actual, mode)?
    {
        return Ok(Some(rate));
    }
    match &line.completion {
        Some(completion) if shares && !completion.is_percent() => share(completion, mode),
        Some(completion) => entered(completion, mode),
        None => Ok(None),
    }
}

/// Whether the column 完成率 is printed in shares, 0.9131 for 91.31 %: no row has a sign, and none is
/// above 2.
pub(super) fn is_in_shares(sheet: &Sheet<'_>) -> bool {
    let two = Figure::whole(2);
    let all = sheet.lines.iter().filter_map(|line| line.completion.as_ref());
    all.into_iter().all(|one| !one.is_percent() && one.figure <= two)
}

/// Actual against target, if they are comparable.
fn ratio(
    row: &Row,
    target: &Printed,
    actual: &Printed,
    mode: Mode,
) -> Result<Option<Rate>, NumberError> {
    let ((due, unit), (done, other)) = (target.amount()?, actual.amount()?);
    let percents = target.is_percent() && actual.is_percent();
    let bare = target.unit.is_empty() || actual.unit.is_empty();
    // 90 beside 100万元 may be either.
    let alike = match bare {
        true => multiple(&target.unit).0 == multiple(&actual.unit).0,
        false => unit == other || percents,
    };
    if !alike || due <= Fraction::ZERO || actual.figure.is_negative() {
        return Ok(None);
    }
    let direction = direction(&row.target, target.relation);
    let due_range = Interval::exactly(due);
    // A percentage with decimals is the outcome of a division and was rounded.
    let rounded = actual.is_percent() && actual.decimals > 0;
    let done_range = match rounded {
        true => not_negative(Interval::printed(actual, mode)?),
        false => Interval::exactly(done),
    };
    let reversed = match direction {
        Direction::AtMost | Direction::Below => true,
        // Beyond an exact target is off it, as short of it is.
        Direction::Equal => done > due,
        Direction::AtLeast | Direction::Above => false,
    };
    let (range, printed) = match reversed {
        false => (done_range.div(due_range)?, done.div(due)?),
        // None of what is to be little: met.
        true if done_range.low <= Fraction::ZERO => {
            (Interval::exactly(Fraction::ONE), Fraction::ONE)
        }
        true => (due_range.div(done_range)?, due.div(done)?),
    };
    let Some((due, done, unit)) = in_one_unit(target, actual)? else { return Ok(None) };
    let entry = Entry { target: Some(value(due)), actual: Some(value(done)), ..Entry::default() };
    Ok(Some(Rate { range, printed, measure: Measure::Ratio(Ratio { direction }), entry, unit }))
}

/// Target and actual in the unit in which the target is printed, else without its 万: 0.9 of 万元 and
/// not 9000 of them.
fn in_one_unit(
    target: &Printed,
    actual: &Printed,
) -> Result<Option<(Figure, Figure, String)>, NumberError> {
    let (times, unit) = multiple(&target.unit);
    let named = match (target.unit.as_str(), actual.unit.as_str()) {
        ("", other) => other,
        _ if target.is_percent() => "%",
        (own, _) => own,
    };
    let (due, done) = (target.amount()?.0, actual.amount()?.0);
    if let Some(done) = plain(done.div(Fraction::whole(times))?) {
        return Ok(Some((target.figure, done, named.to_owned())));
    }
    Ok(plain(due).zip(plain(done)).map(|(due, done)| (due, done, unit.to_owned())))
}

/// A target without a sign is one to be reached; one with `=` is that and no other.
fn direction(target: &str, relation: Relation) -> Direction {
    match relation {
        Relation::Equal if is_exact(target) => Direction::Equal,
        Relation::Equal | Relation::AtLeast => Direction::AtLeast,
        Relation::Above => Direction::Above,
        Relation::AtMost => Direction::AtMost,
        Relation::Below => Direction::Below,
    }
}

/// Whether nothing but `=` stands before the number.
fn is_exact(target: &str) -> bool {
    printed::plain(target).starts_with('=')
}

/// What was achieved, where that is a percentage: from the answers where a scale is known.
pub(super) fn achieved(
    line: &Line<'_>,
    mode: Mode,
    scales: &[Scales],
) -> Result<Option<Rate>, NumberError> {
    if let Some(answers) = Answers::of(line, mode)?
        && let Some(scale) = scales.iter().find(|scale| scale.supports.contains(&line.number))
    {
        return surveyed(&answers, scale).map(Some);
    }
    match &line.actual {
        Some(actual) if actual.is_percent() => entered(actual, mode),
        _ => Ok(None),
    }
}

/// The rate that answers give on the scale that was found.
fn surveyed(answers: &Answers, scales: &Scales) -> Result<Rate, NumberError> {
    let coefficients = scales.chosen.clone();
    let (mut sum, mut all) = (Fraction::ZERO, Fraction::ZERO);
    for (count, coefficient) in answers.counts.iter().zip(&coefficients) {
        sum = sum.add(count.fraction().mul(coefficient.fraction())?)?;
        all = all.add(count.fraction())?;
    }
    let options = (1..=coefficients.len())
        .map(|number| Label { zh: format!("选项{number}"), en: format!("Option {number}") });
    let counts = answers.counts.iter().map(|count| value(*count)).collect();
    let measure = Survey { options: options.collect(), coefficients };
    let printed = sum.div(all)?;
    Ok(Rate {
        range: Interval::exactly(printed),
        printed,
        measure: Measure::Survey(measure),
        entry: Entry { counts: Some(counts), ..Entry::default() },
        unit: String::new(),
    })
}

/// A printed percentage as it is.
fn entered(percent: &Printed, mode: Mode) -> Result<Option<Rate>, NumberError> {
    let hundredth = Fraction::ONE.div(Fraction::whole(100))?;
    rate(percent, percent.figure, hundredth, mode)
}

/// A printed share as the percentage that it stands for.
fn share(share: &Printed, mode: Mode) -> Result<Option<Rate>, NumberError> {
    let percent = plain(share.figure.fraction().mul(Fraction::whole(100))?);
    percent.map_or(Ok(None), |percent| rate(share, percent, Fraction::ONE, mode))
}

/// A rate that is entered as so many `percent`, and printed as so many `times` it.
fn rate(
    printed: &Printed,
    percent: Figure,
    times: Fraction,
    mode: Mode,
) -> Result<Option<Rate>, NumberError> {
    if percent.is_negative() {
        return Ok(None);
    }
    let digits = match printed.decimals {
        // 100 % and 95 % are as often meant as they are rounded; taken as rounded, 100 % would
        // stand for 99.5 % too, and no row would be known to have met its target.
        0 => Interval::exactly(printed.figure.fraction()),
        _ => not_negative(Interval::printed(printed, mode)?),
    };
    Ok(Some(Rate {
        range: digits.times(times)?,
        printed: percent.percent(),
        measure: Measure::Rate(Entered { beyond_hundred: true }),
        entry: Entry { rate: Some(value(percent)), ..Entry::default() },
        unit: "%".to_owned(),
    }))
}

/// The fraction as a figure, if it has so few decimals.
fn plain(number: Fraction) -> Option<Figure> {
    let millionths = number.mul(Fraction::whole(1_000_000)).ok()?;
    let whole = millionths.floor();
    (whole == millionths).then(|| Figure::from_millionths(whole.numerator()).ok()).flatten()
}
