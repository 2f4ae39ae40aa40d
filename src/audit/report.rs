//! The report: what was found, what it changes, and what could not be checked.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::check::{self, Scale};
use super::finding::{Check, Finding};
use super::interval::{Interval, Readings};
use super::recovery::{Evidence, Recovered, Recovery, Scales, recover};
use super::sheet::Sheet;
use super::table::PublishedTable;
use crate::engine::{Figure, Mode, Rounding, Severity};

/// What an audit comes to.
#[derive(Clone, Debug)]
pub struct Report {
    /// Everything that was found: by what it bears on ([`super::Consequence`]), within that errors first,
    /// then by place.
    pub findings: Vec<Finding>,
    /// What it means for each table.
    pub verdicts: Vec<Verdict>,
}

/// What an audit means for a table.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// The total as the rows give it; none where rows have no scores.
    pub total: Option<Recomputed>,
    /// The grades in which the table may be.
    pub grades: Grades,
    /// How often each check could be made.
    pub made: BTreeMap<Check, usize>,
    /// The rules that the scores point to, the best first.
    pub recovered: Vec<Recovered>,
    /// The scales that surveys point to.
    pub scales: Vec<Scales>,
}

/// A total, 分.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recomputed {
    /// The scores as printed, added up.
    pub value: Figure,
    /// The least and the most that their digits may stand for, and blank rows may have.
    pub min: Figure,
    /// The most.
    pub max: Figure,
}

/// Names of grades; none where it can't be said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grades {
    /// As printed.
    pub printed: Option<String>,
    /// For the sum of the rows.
    pub by_rows: Option<String>,
    /// For the sum of what the rows' rules give.
    pub by_rules: Option<String>,
}

impl Verdict {
    /// Whether the grade is another one than is printed.
    pub fn grade_changes(&self) -> bool {
        let Grades { printed: Some(printed), by_rows, by_rules } = &self.grades else {
            return false;
        };
        [by_rows, by_rules].into_iter().flatten().any(|grade| grade != printed)
    }
}

impl Report {
    /// Whether no reading of the digits contradicts another.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}

/// Recomputes published tables, and finds what contradicts what.
///
/// ```
/// use jiheng::audit::{Check, PublishedTable, Row, audit};
/// let row = |score: &str| Row { weight: "50".into(), score: score.into(), ..Row::default() };
/// let table = PublishedTable {
///     rows: vec![row("47.5"), row("46.0")],
///     total: "95.0".into(),
///     ..PublishedTable::default()
/// };
/// let report = audit(&[table]);
/// assert_eq!(report.findings[0].check, Check::TotalSum);
/// assert_eq!(report.findings[0].expected, "93.5");
/// ```
pub fn audit(tables: &[PublishedTable]) -> Report {
    let sheets: Vec<Sheet<'_>> =
        tables.iter().enumerate().map(|(number, table)| Sheet::new(table, number)).collect();
    let (mut findings, made) = check::all(&sheets);
    let order = |one: &Finding| (one.check.consequence(), Reverse(one.severity));
    findings.sort_by(|one, other| {
        order(one).cmp(&order(other)).then_with(|| one.place.cmp(&other.place))
    });
    let verdicts = sheets.iter().zip(made).map(|(sheet, made)| verdict(sheet, made)).collect();
    Report { findings, verdicts }
}

fn verdict(sheet: &Sheet<'_>, made: BTreeMap<Check, usize>) -> Verdict {
    let scale = Scale::of(sheet.table);
    let total = recomputed(sheet);
    let of_hundred = scale.printed || sheet.full == Figure::HUNDRED;
    let by_rows = total.filter(|_| of_hundred).and_then(|total| {
        // Where the digits leave it open the printed total is believed.
        let settled = [total.min, total.max].map(|end| scale.grade(end));
        let believed = sheet.total.as_ref().map(|total| total.figure);
        let believed = believed.filter(|printed| total.min <= *printed && *printed <= total.max);
        match settled {
            [Some(low), Some(high)] if low == high => Some(low.to_owned()),
            _ => scale.grade(believed.unwrap_or(total.value)).map(str::to_owned),
        }
    });
    let printed = check::grade_name(&scale, sheet.table).map(str::to_owned);
    let recovery = recover(sheet);
    let by_rules =
        total.filter(|_| of_hundred).and_then(|total| by_rules(sheet, &recovery, total.value));
    let by_rules = by_rules.and_then(|total| scale.grade(total)).map(str::to_owned);
    let Recovery { rules: recovered, scales, .. } = recovery;
    Verdict { total, grades: Grades { printed, by_rows, by_rules }, made, recovered, scales }
}

/// The total if the rows that contradict a rule had the points that it gives, 分. Only a rule that
/// several rows point to is held against others; none where there is no such rule.
fn by_rules(sheet: &Sheet<'_>, recovery: &Recovery, printed: Figure) -> Option<Figure> {
    let mut known = recovery.rules.iter().filter(|rule| rule.evidence() == Evidence::Several);
    let rule = known.next()?;
    let changes = rule.contradicts.iter().filter_map(|row| {
        let score = sheet.lines.get(*row)?.score.as_ref()?.figure;
        Some(recovery.points(rule, *row)? - score)
    });
    Some(printed + changes.sum::<Figure>())
}

/// The sum of the rows with the range of their digits under every way of rounding.
fn recomputed(sheet: &Sheet<'_>) -> Option<Recomputed> {
    if sheet.lines.iter().all(|line| line.score.is_none()) {
        return None;
    }
    let with_budget = !sheet.scores_budget_as_row();
    let budget = sheet.budget_score().filter(|_| with_budget);
    let value =
        sheet.printed_sum(0..sheet.lines.len()) + budget.map_or(Figure::ZERO, |score| score.figure);
    let mut range: Option<Interval> = None;
    for mode in Readings::MODES {
        let (sum, missing) = check::whole(sheet, mode, with_budget).ok()?;
        let open =
            missing.iter().filter_map(|row| Some(sheet.lines.get(*row)?.weight.as_ref()?.figure));
        let open: Figure = open.filter(|weight| !weight.is_negative()).sum();
        let open = Interval::between(crate::engine::Fraction::ZERO, open.fraction());
        let sum = sum.add(open).ok()?;
        range = Some(range.map_or(sum, |range| range.cover(sum)));
    }
    let places = sheet.places + 1;
    let end = |end| Rounding { places, mode: Mode::HalfUp }.points(end).ok();
    let range = range?;
    Some(Recomputed { value, min: end(range.low)?, max: end(range.high)? })
}
