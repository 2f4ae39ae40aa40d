//! The report: what was found, what it changes, and what could not be checked.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::check::{self, Scale};
use super::finding::{Check, Finding};
use super::interval::{Interval, Readings};
use super::recovery::{Evidence, Recovered, Recovery, Scales, recover};
use super::sheet::{Line, Sheet, is_blank};
use super::table::PublishedTable;
use crate::engine::{Figure, Fraction, Mode, Rounding, Severity};

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
    change: Change,
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
    /// Whether the most is itself outside: what rounds to 50 is below 50.5.
    pub max_excluded: bool,
    /// Rows that have a weight and no score that can be read.
    pub missing: usize,
}

/// Whether the rows give another grade than the table claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// They give the same, or it can't be said.
    #[default]
    Stands,
    /// Their sum has another; with the digits that rounding may have hidden it may be the same.
    May,
    /// No reading of the digits allows the grade that is claimed.
    Certain,
}

/// Names of grades; none where it can't be said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grades {
    /// As printed.
    pub printed: Option<String>,
    /// For the total as printed.
    pub by_total: Option<String>,
    /// For the sum of the rows, whatever is printed as their total.
    pub by_rows: Option<String>,
    /// For the sum of what the rule would give that most rows point to. A guess: it decides nothing.
    pub by_rules: Option<String>,
}

impl Grades {
    /// The grade that the table claims: the printed one, or else that of its printed total.
    pub fn claimed(&self) -> Option<&str> {
        self.printed.as_deref().or(self.by_total.as_deref())
    }
}

impl Verdict {
    /// Whether the rows give another grade than the table claims ([`Grades::claimed`]).
    pub fn grade_change(&self) -> Change {
        self.change
    }

    /// Whether the grade is certainly another one.
    pub fn grade_changes(&self) -> bool {
        self.change == Change::Certain
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
    let sum = Sum::of(sheet);
    let graded = scale.is_for(sheet);
    let grade = |total: Figure| scale.grade(total).filter(|_| graded).map(str::to_owned);
    let recovery = recover(sheet);
    let guessed = sum.as_ref().and_then(|sum| by_rules(sheet, &recovery, sum.total.value));
    let grades = Grades {
        printed: check::grade_name(&scale, sheet.table).map(str::to_owned),
        by_total: sheet.total.as_ref().and_then(|total| grade(total.figure)),
        by_rows: sum.as_ref().and_then(|sum| match sum.is_whole {
            true => grade(sum.total.value),
            // Rows without a score leave it open, unless it is the same whatever they have.
            false => grade(sum.total.min).filter(|low| grade(sum.total.max).as_ref() == Some(low)),
        }),
        by_rules: guessed.and_then(grade),
    };
    let change = match (&sum, grades.claimed()) {
        (Some(sum), Some(claimed)) if graded => change(sheet, &scale, sum, (claimed, &grades)),
        _ => Change::Stands,
    };
    let Recovery { rules: recovered, scales, .. } = recovery;
    Verdict { total: sum.map(|sum| sum.total), grades, change, made, recovered, scales }
}

fn change(
    sheet: &Sheet<'_>,
    scale: &Scale,
    sum: &Sum,
    (claimed, grades): (&str, &Grades),
) -> Change {
    // A total that was rounded has the grade of what it was rounded to as often as its own.
    let rounded = sheet.total.as_ref().filter(|total| scale.grade(total.figure) == Some(claimed));
    let allows = |(mode, range): &(Mode, Interval)| {
        let printed = rounded.and_then(|total| Interval::printed(total, *mode).ok());
        scale.meets(claimed, *range) || printed.is_some_and(|printed| printed.meets(*range))
    };
    match &grades.by_rows {
        _ if !sum.ranges.iter().any(allows) => Change::Certain,
        Some(by_rows) if by_rows != claimed => Change::May,
        _ => Change::Stands,
    }
}

/// Rows that a rule must have for each row against it before it is said what it would give.
const FOR_EACH_AGAINST: usize = 4;

/// The total if the rows that contradict a rule had the points that it gives, 分. Only a rule that
/// several rows point to, and few contradict, is held against others; none where there is no such
/// rule.
fn by_rules(sheet: &Sheet<'_>, recovery: &Recovery, printed: Figure) -> Option<Figure> {
    let is_firm = |rule: &&Recovered| {
        rule.evidence() == Evidence::Several
            && rule.contradicts.len() * FOR_EACH_AGAINST <= rule.supports.len()
    };
    let rule = recovery.rules.iter().find(is_firm)?;
    let changes = rule.contradicts.iter().filter_map(|row| {
        let score = sheet.lines.get(*row)?.score.as_ref()?.figure;
        Some(recovery.points(rule, *row)? - score)
    });
    Some(printed + changes.sum::<Figure>())
}

/// The sum of the rows.
struct Sum {
    total: Recomputed,
    /// What it may be for each way in which its digits may have been rounded.
    ranges: Vec<(Mode, Interval)>,
    /// Whether it is the total: no row is missing, or the printed total counts those for nothing.
    is_whole: bool,
}

impl Sum {
    /// None where no row has a score, or where it can't be bounded.
    fn of(sheet: &Sheet<'_>) -> Option<Sum> {
        if sheet.lines.iter().all(|line| line.score.is_none()) {
            return None;
        }
        let with_budget = check::with_budget(sheet);
        let budget = sheet.budget_score().filter(|_| with_budget);
        let value = sheet.printed_sum(0..sheet.lines.len())
            + budget.as_ref().map_or(Figure::ZERO, |score| score.figure);
        let missing = check::whole(sheet, Mode::HalfUp, with_budget).ok()?.1;
        // A row that is only a name has nothing to add.
        let is_scored = |line: &&Line<'_>| {
            !(is_blank(&line.row.weight) && is_blank(&line.row.score) && line.block.is_none())
        };
        let missing = missing.iter().filter_map(|row| sheet.lines.get(*row)).filter(is_scored);
        let missing: Vec<&Line<'_>> = missing.collect();
        // What has no weight that can be read may have any.
        let most = |line: &&Line<'_>| line.weight.as_ref().map_or(sheet.full, |most| most.figure);
        let open: Figure = missing.iter().map(most).filter(|most| !most.is_negative()).sum();
        let open = Interval::between(Fraction::ZERO, open.fraction());
        let range = |mode| {
            let (sum, _) = check::whole(sheet, mode, with_budget).ok()?;
            Some((mode, sum.add(open).ok()?))
        };
        let ranges = Readings::MODES.into_iter().map(range).collect::<Option<Vec<_>>>()?;
        let whole = ranges.iter().map(|(_, range)| *range).reduce(Interval::cover)?;
        // One digit more than is printed: rounding hides half of the last.
        let places = 1 + budget.map_or(0, |score| score.decimals).max(sheet.places);
        let end = |end| Rounding { places, mode: Mode::HalfUp }.points(end).ok();
        let counted = sheet.total.as_ref().is_some_and(|total| {
            let holds = |mode| Ok(Interval::printed(total, mode)?.holds(value.fraction()));
            Readings::that(holds).is_ok_and(|readings| !readings.is_none())
        });
        let total = Recomputed {
            value,
            min: end(whole.low)?.min(value),
            max: end(whole.high)?.max(value),
            max_excluded: !whole.high_in,
            missing: missing.len(),
        };
        Some(Sum { total, ranges, is_whole: missing.is_empty() || counted })
    }
}
