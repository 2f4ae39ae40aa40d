//! The checks, a file for each kind. Each looks at what is printed and notes what it could compare,
//! so that the report can say what was not checked for want of data.

mod budget;
mod completion;
mod counts;
mod dates;
mod executed;
mod firsts;
mod formula;
mod grade;
mod rows;
mod scores;
mod spread;
mod sums;
mod texts;

use std::collections::BTreeMap;

use super::finding::{Check, Finding, Place};
use super::interval::{Interval, Readings};
use super::printed::Printed;
use super::sheet::Sheet;
use crate::engine::{Fraction, MAX_DECIMALS, Mode, NumberError, Rounding, Severity};

pub(super) use grade::{Scale, name as grade_name};
pub(super) use sums::{whole, with_budget};

/// Everything that contradicts itself in the tables; and how often each check could be made, by
/// table.
pub(super) fn all(sheets: &[Sheet<'_>]) -> (Vec<Finding>, Vec<BTreeMap<Check, usize>>) {
    let mut notes = Notes::default();
    for sheet in sheets {
        notes.made.push(BTreeMap::new());
        sums::check(sheet, &mut notes);
        scores::check(sheet, &mut notes);
        completion::check(sheet, &mut notes);
        counts::check(sheet, &mut notes);
        budget::check(sheet, &mut notes);
        executed::check(sheet, &mut notes);
        grade::check(sheet, &mut notes);
        rows::check(sheet, &mut notes);
        formula::check(sheet, &mut notes);
        dates::check(sheet, &mut notes);
        texts::check(sheet, &mut notes);
        notes.roundings();
    }
    spread::check(sheets, &mut notes);
    (notes.findings, notes.made)
}

/// What the checks come to.
#[derive(Debug, Default)]
struct Notes {
    findings: Vec<Finding>,
    made: Vec<BTreeMap<Check, usize>>,
    /// Figures of the table at hand that hold under some ways of rounding.
    held: Vec<(Place, String, Readings)>,
}

/// A figure that follows from others, for a way of rounding these.
type Derived = Result<Interval, NumberError>;

impl Notes {
    /// A comparison was made.
    fn made(&mut self, check: Check) {
        if let Some(made) = self.made.last_mut() {
            *made.entry(check).or_default() += 1;
        }
    }

    /// A comparison found something.
    fn found(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Holds a printed figure against what follows from others; `exact` is what follows from them
    /// digit for digit. Figures too long to be computed with are not compared.
    fn compare(
        &mut self,
        finding: Finding,
        (printed, text): (&Printed, &str),
        exact: Fraction,
        derived: impl Fn(Mode) -> Derived,
    ) {
        let holds = |mode| Ok(derived(mode)?.meets(Interval::printed(printed, mode)?));
        let Ok(readings) = Readings::that(holds) else { return };
        self.made(finding.check);
        if readings.is_none() {
            let due = due(&finding, printed, exact);
            self.found(finding.said(text, due));
            return;
        }
        if matches!(finding.check, Check::TotalSum | Check::GroupScoreSum) {
            self.only_rounded(finding, (printed, text), exact, readings);
        } else if printed.figure.fraction() != exact {
            self.held.push((finding.place, text.to_owned(), readings));
        }
    }

    /// A sum that is not that of the printed figures, and that their rounding explains. Points
    /// without decimals are rarely rounded ones.
    fn only_rounded(
        &mut self,
        finding: Finding,
        (printed, text): (&Printed, &str),
        exact: Fraction,
        readings: Readings,
    ) {
        let own = Readings::that(|mode| Ok(Interval::printed(printed, mode)?.holds(exact)));
        if own.is_ok_and(|own| !own.is_none()) {
            return;
        }
        let due = due(&finding, printed, exact);
        let whole = exact.reduced().denominator() == 1 && printed.decimals == 0;
        let mut finding = finding.said(text, due);
        finding.severity = if whole { Severity::Warning } else { Severity::Note };
        finding.readings = readings;
        self.found(finding);
    }

    /// Figures that hold only under another way of rounding than the others do.
    fn roundings(&mut self) {
        let held = std::mem::take(&mut self.held);
        let agree =
            |mode: Mode| held.iter().filter(|(_, _, readings)| readings.allow(mode)).count();
        let Some(usual) = Readings::MODES.into_iter().rev().max_by_key(|mode| agree(*mode)) else {
            return;
        };
        if held.len() < ENOUGH {
            return;
        }
        self.made(Check::RoundingDirection);
        if agree(usual) < ENOUGH {
            return;
        }
        for (place, text, readings) in held.into_iter().filter(|(_, _, one)| !one.allow(usual)) {
            let here = Readings::MODES.into_iter().find(|mode| readings.allow(*mode));
            let finding = Finding::new(Check::RoundingDirection, place).said(text, "");
            let finding = finding.param("usual", usual.name());
            let mut finding = finding.param("here", here.map_or("", Mode::name));
            finding.readings = readings;
            self.found(finding);
        }
    }
}

/// Figures from which on a usual way of rounding can be told.
const ENOUGH: usize = 3;

/// What a figure stands for: itself where it is whole, as counts and agreed weights are.
fn stands_for(printed: &Printed, mode: Mode) -> Derived {
    match printed.decimals {
        0 => Ok(Interval::exactly(printed.figure.fraction())),
        _ => Interval::printed(printed, mode),
    }
}

/// What a printed figure would have to be: a sum with all its digits, since a rounded one would be
/// another figure than its rows give; what comes by a division with as many as are printed.
fn due(finding: &Finding, printed: &Printed, exact: Fraction) -> String {
    let is_sum = matches!(
        finding.check,
        Check::TotalSum | Check::GroupScoreSum | Check::BudgetNotSummed | Check::DeductionMismatch
    );
    let rounded = |places| Rounding { places, mode: Mode::HalfUp }.points(exact).ok();
    let most = if is_sum { MAX_DECIMALS as u32 } else { printed.decimals };
    let exactly = (printed.decimals..=most).filter_map(rounded).find(|due| due.fraction() == exact);
    exactly.or_else(|| rounded(printed.decimals)).map_or(String::new(), |due| due.to_string())
}

/// From one figure to another, or one figure.
fn span(low: Fraction, high: Fraction, places: u32) -> String {
    let shown = |end| Rounding { places, mode: Mode::HalfUp }.points(end);
    match (shown(low), shown(high)) {
        (Ok(low), Ok(high)) if low == high => low.to_string(),
        (Ok(low), Ok(high)) => format!("{low}–{high}"),
        _ => String::new(),
    }
}
