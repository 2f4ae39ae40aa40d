//! 完成率, and what target and actual say about the score.

use super::{Derived, Notes, stands_for};
use crate::audit::finding::{Check, Field, Finding};
use crate::audit::interval::Interval;
use crate::audit::printed::{Printed, Relation, plain};
use crate::audit::sheet::{Line, Sheet};
use crate::engine::{Figure, Fraction, Mode, NumberError};

/// From which rate on a target is said to have been passed well, in %: above it departments are
/// asked for the reason.
const WELL_ABOVE: i128 = 130;
/// From which rate on the target itself is doubted, in %.
const FAR_ABOVE: i128 = 300;
/// Rows that must repeat their targets word for word before it is told.
const COPIES: usize = 3;

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    for line in &sheet.lines {
        if let Some(pair) = Pair::of(line) {
            rate(sheet, line, &pair, notes);
            meaning(sheet, line, &pair, notes);
        } else {
            by_rate_alone(sheet, line, notes);
        }
    }
    copies(sheet, notes);
}

/// A target and what was achieved, in one unit.
struct Pair<'l> {
    target: &'l Printed,
    actual: &'l Printed,
    /// Target and actual in the plain unit.
    amounts: (Fraction, Fraction),
}

impl<'l> Pair<'l> {
    fn of(line: &'l Line<'_>) -> Option<Pair<'l>> {
        let (target, actual) = (line.target.as_ref()?, line.actual.as_ref()?);
        let ((due, due_unit), (done, done_unit)) = (target.amount().ok()?, actual.amount().ok()?);
        let one_unit = same_unit(due_unit, done_unit) && is_clear(target, actual);
        let sound = !target.figure.is_negative() && !actual.figure.is_negative();
        (one_unit && sound).then_some(Pair { target, actual, amounts: (due, done) })
    }

    /// Whether the target is met. None for other money than was planned, where nothing says whether
    /// less or more is better: it may be a cost or a subsidy.
    fn is_met(&self) -> Option<bool> {
        let (due, done) = self.amounts;
        Some(match self.target.relation {
            Relation::Equal if due != done && self.target.unit.contains('元') => return None,
            Relation::Equal | Relation::AtLeast => done >= due,
            Relation::Above => done > due,
            Relation::AtMost => done <= due,
            Relation::Below => done < due,
        })
    }

    /// Actual ÷ target in %, or target ÷ actual. The target was agreed and is exact.
    fn rate(&self, reversed: bool, mode: Mode) -> Derived {
        let due = Interval::exactly(self.amounts.0);
        let plain = self.actual.figure.fraction();
        let times = match plain == Fraction::ZERO {
            true => Fraction::ONE,
            false => self.amounts.1.div(plain)?,
        };
        let done = stands_for(self.actual, mode)?.times(times)?;
        let (over, under) = if reversed { (due, done) } else { (done, due) };
        over.div(under)?.times(Fraction::whole(100))
    }

    fn exact(&self) -> Result<Fraction, NumberError> {
        self.amounts.1.div(self.amounts.0)?.mul(Fraction::whole(100))
    }
}

/// `人` and `人次` are not one unit, `万元` and `元` are; one that is left out is the other.
fn same_unit(one: &str, other: &str) -> bool {
    one == other || one.is_empty() || other.is_empty()
}

/// Whether it is clear how many a figure without a unit are: 90 beside 100万元 may be either.
fn is_clear(one: &Printed, other: &Printed) -> bool {
    let bare = one.unit.is_empty() != other.unit.is_empty();
    let times = |of: &Printed| crate::audit::printed::multiple(&of.unit).0;
    !bare || times(one) == times(other)
}

/// 完成率 as actual ÷ target; where less is better also target ÷ actual; what is met may be printed
/// as 100 %.
fn rate(sheet: &Sheet<'_>, line: &Line<'_>, pair: &Pair<'_>, notes: &mut Notes) {
    if pair.target.figure.is_zero() {
        notes.made(Check::TargetZero);
        let place = sheet.at(line.number, Field::Target);
        return notes.found(Finding::new(Check::TargetZero, place).said(&line.row.target, ""));
    }
    notes.made(Check::TargetZero);
    let (Some(printed), Ok(exact)) = (&line.completion, pair.exact()) else { return };
    let mut printed = printed.clone();
    let hundred = Fraction::whole(100);
    // 0.9131 for 91.31 %.
    if !printed.is_percent() && printed.figure <= Figure::whole(1) && exact > Fraction::whole(2) {
        // 0.9 stands for anything from 85 % to 95 %, which is little to hold a rate against.
        if printed.decimals == 1 {
            return;
        }
        let Ok(scaled) = printed.figure.fraction().mul(hundred) else { return };
        let places = printed.decimals.saturating_sub(2);
        let rounding = crate::engine::Rounding { places, mode: Mode::Down };
        let Ok(figure) = rounding.points(scaled) else { return };
        (printed.figure, printed.decimals) = (figure, places);
    }
    let full = printed.figure == Figure::HUNDRED;
    if full && pair.is_met() != Some(false) {
        return notes.made(Check::CompletionMismatch);
    }
    let reversed = pair.target.relation.is_bound_above() && !pair.actual.figure.is_zero();
    let finding = Finding::new(Check::CompletionMismatch, sheet.at(line.number, Field::Completion))
        .param("actual", &line.row.actual)
        .param("target", &line.row.target);
    notes.compare(finding, (&printed, &line.row.completion), exact, |mode| {
        let own = pair.rate(false, mode)?;
        if !reversed {
            return Ok(own);
        }
        // One of two ways, not anything between them.
        let other = pair.rate(true, mode)?;
        let here = Interval::printed(&printed, mode)?;
        Ok(if own.meets(here) { own } else { other })
    });
}

fn meaning(sheet: &Sheet<'_>, line: &Line<'_>, pair: &Pair<'_>, notes: &mut Notes) {
    let told = |finding: Finding| {
        finding.param("target", &line.row.target).param("actual", &line.row.actual)
    };
    let cell = |field| sheet.at(line.number, field);
    let docked = line.score.as_ref().filter(|_| !line.is_extra);
    if let (Some(weight), Some(score), Some(is_met)) = (&line.weight, docked, pair.is_met()) {
        let full = score.figure == weight.figure && !weight.figure.is_zero();
        notes.made(Check::FullScoreTargetMissed);
        notes.made(Check::DockedThoughMet);
        if full && !is_met {
            let finding = Finding::new(Check::FullScoreTargetMissed, cell(Field::Score));
            notes.found(told(finding).said(&line.row.score, ""));
        }
        if score.figure < weight.figure && is_met {
            let finding = Finding::new(Check::DockedThoughMet, cell(Field::Score));
            notes.found(told(finding).said(&line.row.score, weight.figure.trimmed()));
        }
    }
    let (false, Ok(rate)) = (pair.target.relation.is_bound_above(), pair.exact()) else { return };
    notes.made(Check::OverCompletion);
    notes.made(Check::TargetFarTooLow);
    let check = match () {
        () if rate >= Fraction::whole(FAR_ABOVE) => Check::TargetFarTooLow,
        () if rate >= Fraction::whole(WELL_ABOVE) => Check::OverCompletion,
        () => return,
    };
    let rate = super::span(rate, rate, 2);
    notes.found(
        told(Finding::new(check, cell(Field::Target)))
            .said(&line.row.target, "")
            .param("rate", rate),
    );
}

/// Where target and actual are words, the printed rate is all there is to go by.
fn by_rate_alone(sheet: &Sheet<'_>, line: &Line<'_>, notes: &mut Notes) {
    let (Some(rate), Some(weight), Some(score)) = (&line.completion, &line.weight, &line.score)
    else {
        return;
    };
    notes.made(Check::FullScoreTargetMissed);
    let missed =
        rate.figure < Figure::HUNDRED && (rate.is_percent() || rate.figure > Figure::whole(1));
    if missed && score.figure == weight.figure && !weight.figure.is_zero() {
        let place = sheet.at(line.number, Field::Score);
        let finding = Finding::new(Check::FullScoreTargetMissed, place).said(&line.row.score, "");
        notes
            .found(finding.param("target", &line.row.target).param("actual", &line.row.completion));
    }
}

/// Achieved values that repeat the target word for word, told once for the table.
fn copies(sheet: &Sheet<'_>, notes: &mut Notes) {
    let both = |line: &&Line<'_>| !line.row.target.is_empty() && !line.row.actual.is_empty();
    let all: Vec<&Line<'_>> = sheet.lines.iter().filter(both).collect();
    if all.len() < COPIES {
        return;
    }
    notes.made(Check::ActualCopiesTarget);
    let same = all.iter().filter(|line| plain(&line.row.target) == plain(&line.row.actual));
    let same: Vec<usize> = same.map(|line| line.number).collect();
    // Two rows in three: where most repeat it, nobody looked.
    if same.len() < COPIES || same.len() * 3 < all.len() * 2 {
        return;
    }
    let Some((first, others)) = same.split_first() else { return };
    let cell = |row: &usize| sheet.at(*row, Field::Actual);
    let finding = Finding::new(Check::ActualCopiesTarget, cell(first));
    let text = sheet.lines.get(*first).map_or("", |line| line.row.actual.as_str());
    notes.found(
        finding
            .said(text, "")
            .param("rows", same.len())
            .param("of", all.len())
            .beside(others.iter().map(cell)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::{PublishedTable, Row, audit};

    fn found(target: &str, actual: &str, completion: &str, score: &str) -> Vec<Check> {
        let row = Row {
            l1: "产出".into(),
            weight: "10".into(),
            target: target.into(),
            actual: actual.into(),
            completion: completion.into(),
            score: score.into(),
            ..Row::default()
        };
        let table =
            PublishedTable { rows: vec![row], full_score: "10".into(), ..Default::default() };
        audit(&[table]).findings.into_iter().map(|finding| finding.check).collect()
    }

    #[test]
    fn a_rate_is_that_of_actual_and_target_either_way_where_less_is_better() {
        assert_eq!(found("≥200人", "150人", "75%", "7.5"), []);
        assert_eq!(found("≥200人", "150人", "76%", "7.5"), [Check::CompletionMismatch]);
        // 100/80 = 125 %, 80/100 = 80 %, and met.
        for rate in ["80%", "125%", "100%"] {
            assert_eq!(found("≤100万元", "80万元", rate, "10"), [], "{rate}");
        }
        assert_eq!(found("≤100万元", "80万元", "90%", "10"), [Check::CompletionMismatch]);
        assert_eq!(found("2万人", "15000人", "0.75", "7.5"), []);
    }

    #[test]
    fn other_money_than_planned_is_neither_met_nor_missed() {
        assert_eq!(found("140万元", "138万元", "", "10"), []);
        assert_eq!(found("140万元", "138万元", "", "9"), []);
        assert_eq!(found("140人", "138人", "", "10"), [Check::FullScoreTargetMissed]);
        assert_eq!(found("138人", "138人", "", "9"), [Check::DockedThoughMet]);
    }
}
