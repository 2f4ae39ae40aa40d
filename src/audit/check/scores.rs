//! The cells of a row that follow from its weight and its score.

use super::{Notes, stands_for};
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::Printed;
use crate::audit::sheet::{Line, Sheet, is_blank};
use crate::engine::{Figure, Fraction, Mode};

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    for line in &sheet.lines {
        bounds(sheet, line, notes);
        if let (Some(weight), Some(score), false) = (&line.weight, &line.score, line.is_extra) {
            let cell = |field| sheet.at(line.number, field);
            let own = |mode| sheet.score(line, mode).map(|score| score.unwrap_or(Interval::ZERO));
            if let Some(rate) = &line.score_rate {
                let rate = (rate, line.row.score_rate.as_str());
                score_rate(cell(Field::ScoreRate), rate, (weight, score), own, notes);
            }
            deduction(sheet, line, (weight, score), own, notes);
        }
    }
    for branch in &sheet.branches {
        let Some(group) = branch.printed else { continue };
        let read = [&group.weight, &group.score, &group.score_rate].map(|text| Printed::read(text));
        if let [Some(weight), Some(score), Some(rate)] = &read {
            let place = sheet.of(&branch.path, Field::ScoreRate);
            let own = |mode| Interval::printed(score, mode);
            score_rate(place, (rate, &group.score_rate), (weight, score), own, notes);
        }
    }
    deductions(sheet, notes);
    levels(sheet, notes);
}

fn bounds(sheet: &Sheet<'_>, line: &Line<'_>, notes: &mut Notes) {
    let Some(score) = line.score.as_ref().filter(|_| !line.is_extra) else { return };
    let place = sheet.at(line.number, Field::Score);
    notes.made(Check::ScoreNegative);
    if score.figure.is_negative() {
        notes.found(Finding::new(Check::ScoreNegative, place.clone()).said(&line.row.score, "0"));
    }
    let Some(weight) = &line.weight else { return };
    notes.made(Check::ScoreAboveWeight);
    let holds = |mode| {
        let bound = stands_for(weight, mode)?;
        Ok(Interval::of(score.figure, score.decimals, mode)?.low < bound.high
            || score.figure <= weight.figure)
    };
    if Readings::that(holds).is_ok_and(Readings::is_none) {
        let finding = Finding::new(Check::ScoreAboveWeight, place);
        let finding = finding.said(&line.row.score, weight.figure.trimmed());
        notes.found(finding.param("weight", weight.figure.trimmed()));
    }
}

/// Score ÷ weight in %, whether the sign is printed or not; `0.9343` is 93.43 % as well.
fn score_rate(
    place: Place,
    (rate, text): (&Printed, &str),
    (weight, score): (&Printed, &Printed),
    own: impl Fn(Mode) -> super::Derived,
    notes: &mut Notes,
) {
    if weight.figure <= Figure::ZERO {
        return;
    }
    let finding = Finding::new(Check::ScoreRateMismatch, place)
        .param("score", score.figure.trimmed())
        .param("weight", weight.figure.trimmed());
    let hundred = Fraction::whole(100);
    let share = score.figure.fraction().div(weight.figure.fraction());
    let times = if is_share(rate, share.ok()) { Fraction::ONE } else { hundred };
    let Ok(exact) = share.and_then(|share| share.mul(times)) else { return };
    notes.compare(finding, (rate, text), exact, |mode| {
        own(mode)?.div(Interval::exactly(weight.figure.fraction()))?.times(times)
    });
}

/// Whether a rate without a sign is a share of 1 rather than a percentage: within a tenth of it.
fn is_share(rate: &Printed, share: Option<Fraction>) -> bool {
    let one = rate.figure.fraction();
    let near = |share: Fraction| {
        let tenth = Fraction::ONE.div(Fraction::whole(10)).ok()?;
        Some(share.sub(tenth).ok()? <= one && one <= share.add(tenth).ok()?)
    };
    !rate.is_percent() && one <= Fraction::ONE && share.and_then(near).unwrap_or(false)
}

fn deduction(
    sheet: &Sheet<'_>,
    line: &Line<'_>,
    (weight, score): (&Printed, &Printed),
    own: impl Fn(Mode) -> super::Derived,
    notes: &mut Notes,
) {
    let Some(deduction) = &line.deduction else { return };
    let finding = Finding::new(Check::DeductionMismatch, sheet.at(line.number, Field::Deduction))
        .param("score", score.figure.trimmed())
        .param("weight", weight.figure.trimmed());
    // Points off are printed with a minus as often as without.
    let mut taken = deduction.clone();
    if taken.figure.is_negative() {
        taken.figure = -taken.figure;
    }
    let weight = weight.figure.fraction();
    let Ok(exact) = weight.sub(score.figure.fraction()) else { return };
    notes.compare(finding, (&taken, &line.row.deduction), exact, |mode| {
        Interval::exactly(weight).sub(own(mode)?)
    });
}

/// What was taken off in all, against the rows. A blank cell takes off nothing.
fn deductions(sheet: &Sheet<'_>, notes: &mut Notes) {
    let Some(printed) = Printed::read(&sheet.table.deduction) else { return };
    let cells = sheet.lines.iter().filter(|line| !is_blank(&line.row.deduction));
    let Some(rows) = cells.map(|line| line.deduction.as_ref()).collect::<Option<Vec<_>>>() else {
        return;
    };
    if rows.is_empty() {
        return;
    }
    let sum: Figure = rows.iter().map(|row| row.figure).sum();
    // Printed with a minus or without, above or below.
    let opposite = sum.is_negative() != printed.figure.is_negative();
    let sum = if opposite { -sum } else { sum };
    let finding = Finding::new(Check::DeductionMismatch, sheet.whole(Field::Deduction));
    notes.compare(finding, (&printed, &sheet.table.deduction), sum.fraction(), |mode| {
        rows.iter().try_fold(Interval::ZERO, |sum, row| {
            let figure = if opposite { -row.figure } else { row.figure };
            sum.add(Interval::of(figure, row.decimals, mode)?)
        })
    });
}

/// Points that the row's own rule names.
fn levels(sheet: &Sheet<'_>, notes: &mut Notes) {
    for line in &sheet.lines {
        let Some(score) = line.score.as_ref().filter(|_| line.block.is_none()) else { continue };
        let known: Option<Vec<Interval>> = line.row.levels.iter().map(|text| level(text)).collect();
        let Some(known) = known.filter(|known| !known.is_empty()) else { continue };
        notes.made(Check::NotALevel);
        if known.iter().any(|level| level.holds(score.figure.fraction())) {
            continue;
        }
        let finding = Finding::new(Check::NotALevel, sheet.at(line.number, Field::Score));
        let levels = line.row.levels.join("/");
        notes.found(finding.said(&line.row.score, &levels).param("levels", &levels));
    }
}

/// `3` or `0–2`.
fn level(text: &str) -> Option<Interval> {
    let plain = crate::audit::printed::plain(text);
    if let Some(one) = Printed::read(&plain) {
        return Some(Interval::exactly(one.figure.fraction()));
    }
    let (from, to) = plain.split_once(['-', '~', '～'])?;
    let end = |text: &str| Some(Printed::read(text)?.figure.fraction());
    let (from, to) = (end(from)?, end(to)?);
    Some(Interval::between(from.min(to), from.max(to)))
}
