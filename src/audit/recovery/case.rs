//! What a row has that a rule could start from: its weight, its score, and the rates that it gives.

use crate::audit::interval::Interval;
use crate::audit::printed::{self, Printed, Relation};
use crate::audit::sheet::{Line, Sheet};
use crate::engine::{Figure, Fraction, Mode, NumberError, PointRange, Value};

use super::rate::{Rate, achieved, completion};
use super::survey::Scales;

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

impl Case {
    /// The row, unless it has no score of its own or no weight. `shares`: [`is_in_shares`].
    pub fn of(
        sheet: &Sheet<'_>,
        line: &Line<'_>,
        mode: Mode,
        scales: &[Scales],
        shares: bool,
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
            completion: completion(line, mode, shares)?,
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

/// Points that a rule names: `5`, `0–2`.
fn level(text: &str) -> Option<(String, PointRange)> {
    let read = |part: &str| Printed::read(part).map(|printed| printed.figure);
    let points = match printed::plain(text).split_once(['-', '~', '至']) {
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

/// A figure as an entry holds it.
pub(super) fn value(figure: Figure) -> Value {
    Value::Text(figure.trimmed())
}
