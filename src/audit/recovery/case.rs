//! What a row has that a rule could start from: its weight, its score, and the rates that it gives.

use crate::audit::interval::Interval;
use crate::audit::printed::{self, Printed, Relation, multiple};
use crate::audit::sheet::{Line, Sheet};
use crate::audit::table::Row;
use crate::engine::measure::{Entered, Ratio, Survey};
use crate::engine::{
    Direction, Entry, Figure, Fraction, Label, Measure, Mode, NumberError, PointRange, Value,
};

use super::survey::{Answers, Scales};

/// Which rate of a row a rule works with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// None: the row is judged.
    Nothing,
    /// Actual against target, 100 % where it is just met.
    Completion,
    /// What was achieved, itself a percentage, whatever the target.
    Achieved,
}

/// A row with a score.
#[derive(Clone, Debug)]
pub(super) struct Case {
    /// Its number in the table.
    pub row: usize,
    /// 分值, 分.
    pub weight: Figure,
    /// What its score stands for, from 0 to the weight where its digits allow that, 分.
    pub score: Interval,
    /// What the digits of its score stand for, 分: a rule without a cap gives more than the weight.
    pub digits: Interval,
    /// The score as printed, 分.
    pub printed: Figure,
    /// Actual against target.
    pub completion: Option<Rate>,
    /// What was achieved, where that is a percentage.
    pub achieved: Option<Rate>,
    /// The target, where it and what was achieved are percentages, in %.
    pub target: Option<Figure>,
    /// Whether less is better.
    pub at_most: bool,
    /// The points that the rule of the row names, each as printed.
    pub levels: Vec<(String, PointRange)>,
    /// 评分标准 of the row, as printed.
    pub rule: String,
}

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

impl Case {
    /// The row, unless it has no score of its own or no weight.
    pub fn of(
        sheet: &Sheet<'_>,
        line: &Line<'_>,
        mode: Mode,
        scales: &[Scales],
    ) -> Result<Option<Case>, NumberError> {
        let (Some(weight), Some(printed)) = (&line.weight, &line.score) else { return Ok(None) };
        let Some(score) = sheet.score(line, mode)? else { return Ok(None) };
        if line.block.is_some() || weight.figure <= Figure::ZERO || printed.figure.is_negative() {
            return Ok(None);
        }
        let percent = |cell: &Option<Printed>| cell.clone().filter(Printed::is_percent);
        let relation = line.target.as_ref().map_or(Relation::Equal, |target| target.relation);
        let achieved = achieved(line, mode, scales)?;
        let target = percent(&line.target).filter(|_| achieved.is_some());
        Ok(Some(Case {
            row: line.number,
            weight: weight.figure,
            score,
            digits: Interval::of(printed.figure, sheet.places.max(printed.decimals), mode)?,
            printed: printed.figure,
            completion: completion(line, mode)?,
            achieved,
            target: target.map(|target| target.figure),
            at_most: relation.is_bound_above(),
            levels: line.row.levels.iter().filter_map(|text| level(text)).collect(),
            rule: line.row.rule.clone(),
        }))
    }

    /// The rate that a rule reads.
    pub fn rate(&self, reads: Reads) -> Option<&Rate> {
        match reads {
            Reads::Nothing => None,
            Reads::Completion => self.completion.as_ref(),
            Reads::Achieved => self.achieved.as_ref(),
        }
    }

    /// Whether the digits allow full marks.
    pub fn is_full(&self) -> bool {
        self.score.holds(self.weight.fraction())
    }

    /// Whether the digits allow no points.
    pub fn is_nothing(&self) -> bool {
        self.score.holds(Fraction::ZERO)
    }

    /// The points that were lost, 分; not below 0.
    pub fn lost(&self) -> Result<Interval, NumberError> {
        let lost = Interval::exactly(self.weight.fraction()).sub(self.score)?;
        Ok(not_negative(lost))
    }

    /// Whether a percentage is held against one. Forms score these by other rules than amounts.
    pub fn is_of_percents(&self) -> bool {
        self.target.is_some()
    }
}

/// Actual against target: exactly where both are printed, else what the digits of 完成率 stand for.
fn completion(line: &Line<'_>, mode: Mode) -> Result<Option<Rate>, NumberError> {
    if let (Some(target), Some(actual)) = (&line.target, &line.actual)
        && let Some(rate) = ratio(line.row, target, actual, mode)?
    {
        return Ok(Some(rate));
    }
    match &line.completion {
        Some(completion) => entered(completion, mode),
        None => Ok(None),
    }
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
fn achieved(line: &Line<'_>, mode: Mode, scales: &[Scales]) -> Result<Option<Rate>, NumberError> {
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
    if percent.figure.is_negative() {
        return Ok(None);
    }
    let digits = match percent.decimals {
        // 100 % and 95 % are as often meant as they are rounded; taken as rounded, 100 % would
        // stand for 99.5 % too, and no row would be known to have met its target.
        0 => Interval::exactly(percent.figure.fraction()),
        _ => not_negative(Interval::printed(percent, mode)?),
    };
    let hundredth = Fraction::ONE.div(Fraction::whole(100))?;
    Ok(Some(Rate {
        range: digits.times(hundredth)?,
        printed: percent.figure.percent(),
        measure: Measure::Rate(Entered { beyond_hundred: true }),
        entry: Entry { rate: Some(value(percent.figure)), ..Entry::default() },
        unit: "%".to_owned(),
    }))
}

/// Points that a rule names: `5`, `0–2`.
fn level(text: &str) -> Option<(String, PointRange)> {
    let read = |part: &str| Printed::read(part).map(|printed| printed.figure);
    let points = match text.split_once(['–', '-', '~', '～', '至', '—']) {
        Some((from, to)) => {
            let (from, to) = (read(from)?, read(to)?);
            PointRange { from: from.min(to), to: from.max(to) }
        }
        None => PointRange::fixed(read(text)?),
    };
    (!points.from.is_negative()).then(|| (text.trim().to_owned(), points))
}

/// Without what is below 0.
pub(super) fn not_negative(range: Interval) -> Interval {
    if range.low >= Fraction::ZERO {
        return range;
    }
    let high = range.high.max(Fraction::ZERO);
    Interval {
        low: Fraction::ZERO,
        low_in: true,
        high,
        high_in: range.high_in || high != range.high,
    }
}

/// The fraction as a figure, if it has so few decimals.
fn plain(number: Fraction) -> Option<Figure> {
    let millionths = number.mul(Fraction::whole(1_000_000)).ok()?;
    let whole = millionths.floor();
    (whole == millionths).then(|| Figure::from_millionths(whole.numerator()).ok()).flatten()
}

/// A figure as an entry holds it.
pub(super) fn value(figure: Figure) -> Value {
    Value::Text(figure.trimmed())
}
