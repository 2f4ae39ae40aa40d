//! The line of the budget.

use super::{Derived, Notes, stands_for};
use crate::audit::finding::{Check, Field, Finding};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::Printed;
use crate::audit::sheet::Sheet;
use crate::audit::table::{Budget, Part};
use crate::engine::{Figure, Fraction, Mode, NumberError};

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    let Some(budget) = &sheet.table.budget else { return };
    let (planned, executed) = (Printed::read(&budget.planned), Printed::read(&budget.executed));
    sources(sheet, budget, notes);
    if let (Some(planned), Some(executed)) = (&planned, &executed) {
        spent(sheet, budget, (planned, executed), notes);
    }
    score(sheet, budget, planned.as_ref().zip(executed.as_ref()), notes);
    twice(sheet, notes);
}

/// Executed ÷ planned in %.
fn execution((planned, executed): (&Printed, &Printed), mode: Mode) -> Derived {
    let amount = |of: &Printed| {
        let (times, _) = crate::audit::printed::multiple(&of.unit);
        stands_for(of, mode)?.times(Fraction::whole(times))
    };
    amount(executed)?.div(amount(planned)?)?.times(Fraction::whole(100))
}

fn exact((planned, executed): (&Printed, &Printed)) -> Result<Fraction, NumberError> {
    executed.amount()?.0.div(planned.amount()?.0)?.mul(Fraction::whole(100))
}

fn spent(sheet: &Sheet<'_>, budget: &Budget, pair: (&Printed, &Printed), notes: &mut Notes) {
    let Ok(rate) = exact(pair) else { return };
    let told = |finding: Finding| {
        finding.param("executed", &budget.executed).param("planned", &budget.planned)
    };
    let hundred = Fraction::whole(100);
    notes.made(Check::OverExecution);
    if rate > hundred {
        let finding = Finding::new(Check::OverExecution, sheet.whole(Field::BudgetExecuted));
        notes.found(
            told(finding.said(&budget.executed, &budget.planned))
                .param("rate", super::span(rate, rate, 2)),
        );
    }
    let Some(printed) = Printed::read(&budget.rate) else { return };
    // More than all of it is printed as 100 % as often as not.
    if printed.figure == Figure::HUNDRED && rate >= hundred {
        return notes.made(Check::BudgetRate);
    }
    let finding = told(Finding::new(Check::BudgetRate, sheet.whole(Field::BudgetRate)));
    notes.compare(finding, (&printed, &budget.rate), rate, |mode| execution(pair, mode));
}

/// Weight × 执行率, at most the weight: from the amounts, or else from the rate as printed.
fn score(
    sheet: &Sheet<'_>,
    budget: &Budget,
    pair: Option<(&Printed, &Printed)>,
    notes: &mut Notes,
) {
    let (Some(weight), Some(score)) = (sheet.budget_weight(), sheet.budget_score()) else { return };
    let printed = Printed::read(&budget.rate);
    let rate = |mode| -> Derived {
        match (pair, &printed) {
            (Some(pair), _) => execution(pair, mode),
            (None, Some(rate)) => Interval::printed(rate, mode),
            (None, None) => Err(NumberError::NotANumber),
        }
    };
    let full = Interval::exactly(weight.figure.fraction());
    let percent = Fraction::ONE.div(Fraction::whole(100));
    let points = |rate: Interval| -> Derived {
        let points = rate.mul(full)?.times(percent?)?;
        Ok(if points.low >= full.high { full } else { points })
    };
    // What was rounded to be printed was computed with as often as what was not.
    let either = |mode| -> Result<[Interval; 2], NumberError> {
        let own = points(rate(mode)?)?;
        let told = printed
            .as_ref()
            .map_or(Ok(own), |rate| points(Interval::exactly(rate.figure.fraction())));
        Ok([own, told?])
    };
    let exactly = match (pair, &printed) {
        (Some(pair), _) => exact(pair),
        (None, Some(rate)) => Ok(rate.figure.fraction()),
        (None, None) => return,
    };
    let due = exactly.and_then(|rate| {
        let points = rate.mul(weight.figure.fraction())?.div(Fraction::whole(100))?;
        Ok(points.min(weight.figure.fraction()))
    });
    let Ok(due) = due else { return };
    let shown = if budget.rate.is_empty() { super::span(due, due, 2) } else { budget.rate.clone() };
    let finding = Finding::new(Check::BudgetScore, sheet.whole(Field::BudgetScore))
        .param("rate", shown)
        .param("weight", weight.figure.trimmed());
    notes.compare(finding, (&score, &budget.score), due, |mode| {
        let [own, told] = either(mode)?;
        let here = Interval::printed(&score, mode)?;
        Ok(if told.meets(here) { told } else { own })
    });
}

/// The sources of funds against the whole, column by column.
fn sources(sheet: &Sheet<'_>, budget: &Budget, notes: &mut Notes) {
    type Column = fn(&Part) -> &String;
    let columns: [(&String, Column, Field); 3] = [
        (&budget.initial, |part| &part.initial, Field::BudgetInitial),
        (&budget.planned, |part| &part.planned, Field::BudgetPlanned),
        (&budget.executed, |part| &part.executed, Field::BudgetExecuted),
    ];
    for (text, column, field) in columns {
        let Some(printed) = Printed::read(text) else { continue };
        let parts = budget.parts.iter().map(column).filter(|text| !text.is_empty());
        let Some(parts) = parts.map(|text| Printed::read(text)).collect::<Option<Vec<_>>>() else {
            continue;
        };
        if parts.is_empty() {
            continue;
        }
        let whole = parts.iter().map(|part| part.figure).sum::<Figure>();
        let finding = Finding::new(Check::BudgetNotSummed, sheet.whole(field));
        notes.compare(finding, (&printed, text), whole.fraction(), |mode| {
            parts.iter().try_fold(Interval::ZERO, |sum, part| sum.add(stands_for(part, mode)?))
        });
    }
}

/// 预算执行率 as a row besides its own line, where the total has both.
fn twice(sheet: &Sheet<'_>, notes: &mut Notes) {
    let Some(score) = sheet.budget_score() else { return };
    notes.made(Check::BudgetCountedTwice);
    let Some(row) = sheet.budget_row().filter(|_| sheet.scores_budget_as_row()) else { return };
    let both = sheet.total.as_ref().is_some_and(|total| {
        let meets = |mode| {
            Ok(super::sums::whole(sheet, mode, true)?.0.meets(Interval::printed(total, mode)?))
        };
        let without = |mode| {
            Ok(super::sums::whole(sheet, mode, false)?.0.meets(Interval::printed(total, mode)?))
        };
        Readings::that(meets).is_ok_and(|with| !with.is_none())
            && Readings::that(without).is_ok_and(Readings::is_none)
    });
    if both {
        let place = sheet.at(row, Field::Score);
        let name = sheet.lines.get(row).map_or("", |line| line.row.name());
        let finding = Finding::new(Check::BudgetCountedTwice, place);
        let finding = finding.said(score.figure.trimmed(), "").param("row", name);
        notes.found(finding.beside([sheet.whole(Field::BudgetScore)]));
    }
}
