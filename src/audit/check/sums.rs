//! Weights and scores against their sums.

use std::ops::Range;

use super::{Notes, span};
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::Printed;
use crate::audit::sheet::{Branch, Sheet, is_blank};
use crate::engine::{Figure, Fraction, Mode, NumberError, Severity};

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    missing_weights(sheet, notes);
    whole_weights(sheet, notes);
    for branch in &sheet.branches {
        group_weights(sheet, branch, notes);
        group_scores(sheet, branch, notes);
    }
    shifted(sheet, notes);
    total(sheet, notes);
}

fn missing_weights(sheet: &Sheet<'_>, notes: &mut Notes) {
    if sheet.lines.iter().all(|line| line.weight.is_none()) {
        return;
    }
    for line in &sheet.lines {
        if line.score.is_none() || line.is_extra {
            continue;
        }
        notes.made(Check::WeightMissing);
        if line.weight.is_none() {
            let place = sheet.at(line.number, Field::Weight);
            notes.found(Finding::new(Check::WeightMissing, place).said(&line.row.weight, ""));
        }
    }
}

/// The weights of rows together: digit for digit, and what they stand for. None where one has none.
/// Whole points and tenths are agreed weights; finer ones may be thirds and sevenths.
fn weights(sheet: &Sheet<'_>, rows: Range<usize>) -> Option<(Figure, Interval)> {
    let mut counted: Vec<usize> = Vec::new();
    let (mut sum, mut stands) = (Figure::ZERO, Interval::ZERO);
    let lines = sheet.lines.get(rows)?;
    // What comes on top of the full score is none of it; a group of such rows has its own.
    let all_extra = lines.iter().all(|line| line.is_extra);
    for line in lines.iter().filter(|line| all_extra || !line.is_extra) {
        let own = line.block.filter(|block| {
            sheet.table.blocks.get(*block).is_some_and(|block| !block.weight.is_empty())
        });
        let weight = match own {
            Some(block) if counted.contains(&block) => continue,
            Some(block) => {
                counted.push(block);
                Printed::read(&sheet.table.blocks.get(block)?.weight)?
            }
            None => match &line.weight {
                Some(weight) => weight.clone(),
                // A row that is only a name: neither a weight nor a score. What can't be read may be
                // any figure.
                None if line.block.is_none()
                    && is_blank(&line.row.score)
                    && is_blank(&line.row.weight) =>
                {
                    continue;
                }
                None => return None,
            },
        };
        sum = sum + weight.figure;
        stands = stands.add(weight_stands_for(&weight)?).ok()?;
    }
    Some((sum, stands))
}

fn weight_stands_for(weight: &Printed) -> Option<Interval> {
    match weight.decimals {
        0 | 1 => Some(Interval::exactly(weight.figure.fraction())),
        _ => {
            let modes = [Mode::HalfUp, Mode::Down];
            let [up, down] = modes.map(|mode| Interval::printed(weight, mode).ok());
            Some(up?.cover(down?))
        }
    }
}

/// The weights of rows together as printed; none where one has none.
pub(super) fn weight_of(sheet: &Sheet<'_>, rows: Range<usize>) -> Option<Figure> {
    weights(sheet, rows).map(|(sum, _)| sum)
}

/// What the full score may be, 分: as printed, or else the weights together, with and without that of
/// the budget. A table with a grade of its own is a whole one, whatever its weights add up to.
pub(super) fn full_scores(sheet: &Sheet<'_>) -> Vec<Figure> {
    let known = !sheet.table.full_score.is_empty() || !sheet.table.grade.trim().is_empty();
    let weighted = sheet.lines.iter().any(|line| line.weight.is_some());
    match weights(sheet, 0..sheet.lines.len()) {
        Some((sum, _)) if weighted && !known => {
            let budget = sheet.budget_weight().map(|weight| sum + weight.figure);
            [Some(sum), budget].into_iter().flatten().collect()
        }
        _ => vec![sheet.full],
    }
}

fn whole_weights(sheet: &Sheet<'_>, notes: &mut Notes) {
    if sheet.lines.iter().all(|line| line.weight.is_none()) {
        return;
    }
    let Some((sum, stands)) = weights(sheet, 0..sheet.lines.len()) else { return };
    notes.made(Check::WeightsSum);
    let full = sheet.full.fraction();
    let with_budget = sheet.budget_weight().and_then(|weight| {
        Some((sum + weight.figure, stands.add(weight_stands_for(&weight)?).ok()?))
    });
    let holds = |(_, stands): &(Figure, Interval)| stands.holds(full);
    if holds(&(sum, stands)) || with_budget.as_ref().is_some_and(holds) {
        return;
    }
    let printed = with_budget.filter(|_| !sheet.scores_budget_as_row()).map_or(sum, |(sum, _)| sum);
    let place = sheet.whole(Field::Weight);
    let mut finding =
        Finding::new(Check::WeightsSum, place).said(printed.trimmed(), sheet.full.trimmed());
    // It may be a part of a table, or one of another full score.
    if Printed::read(&sheet.table.full_score).is_none() {
        finding.severity = Severity::Warning;
    }
    notes.found(finding.param("full", sheet.full.trimmed()));
}

fn group_weights(sheet: &Sheet<'_>, branch: &Branch<'_>, notes: &mut Notes) {
    let Some(group) = branch.printed else { return };
    let Some(printed) = Printed::read(&group.weight) else { return };
    let lines = sheet.lines.get(branch.rows.clone()).unwrap_or_default();
    // A table of targets has 分值 behind the names of groups, and none for its rows.
    if lines.iter().all(|line| line.weight.is_none() && line.block.is_none()) {
        return;
    }
    let Some((sum, stands)) = weights(sheet, branch.rows.clone()) else { return };
    notes.made(Check::GroupWeightsSum);
    let own = weight_stands_for(&printed);
    if own.is_none_or(|own| own.meets(stands)) {
        return;
    }
    let place = sheet.of(&branch.path, Field::Weight);
    notes.found(
        Finding::new(Check::GroupWeightsSum, place)
            .said(&group.weight, sum.trimmed())
            .beside(cells(sheet, branch.rows.clone(), Field::Weight)),
    );
}

/// Groups of one parent whose differences cancel each other out: where a name stands in the middle of
/// its rows, some of them are easily read into the group beside it.
fn shifted(sheet: &Sheet<'_>, notes: &mut Notes) {
    for check in [Check::GroupWeightsSum, Check::GroupScoreSum] {
        let mut parents: Vec<Vec<String>> = Vec::new();
        for finding in notes.findings.iter().filter(|one| is_of(one, check, sheet)) {
            let parent = above(&finding.place);
            if !parents.iter().any(|known| known == parent) {
                parents.push(parent.to_vec());
            }
        }
        for parent in parents {
            let findings = notes.findings.iter_mut();
            let mut own: Vec<&mut Finding> = findings
                .filter(|one| is_of(one, check, sheet) && above(&one.place) == parent)
                .collect();
            let over = own.iter().map(|one| {
                let [printed, due] =
                    [&one.published, &one.expected].map(|text| Printed::read(text));
                Some(printed?.figure - due?.figure)
            });
            let cancels = over.sum::<Option<Figure>>().is_some_and(Figure::is_zero);
            if cancels && own.len() > 1 {
                for finding in &mut own {
                    finding.severity = Severity::Warning;
                    finding.params.push(("shifted", own_names(&finding.place)));
                }
            }
        }
    }
}

fn is_of(finding: &Finding, check: Check, sheet: &Sheet<'_>) -> bool {
    finding.check == check && finding.place.table == sheet.number
}

fn above(place: &Place) -> &[String] {
    place.group.split_last().map_or(&[], |(_, above)| above)
}

fn own_names(place: &Place) -> String {
    place.group.last().cloned().unwrap_or_default()
}

fn cells(sheet: &Sheet<'_>, rows: Range<usize>, field: Field) -> Vec<Place> {
    rows.map(|row| sheet.at(row, field)).collect()
}

fn group_scores(sheet: &Sheet<'_>, branch: &Branch<'_>, notes: &mut Notes) {
    let Some(group) = branch.printed else { return };
    let Some(printed) = Printed::read(&group.score) else { return };
    // A block that reaches beyond the group has no share of its own in it.
    let outside = |row: usize| !branch.rows.contains(&row);
    let torn = sheet.table.blocks.iter().any(|block| {
        let mut rows = block.rows.iter().map(|row| *row as usize);
        rows.clone().any(outside) && rows.any(|row| !outside(row))
    });
    if torn {
        return;
    }
    let summed = |mode| sheet.sum(branch.rows.clone(), mode);
    if !summed(Mode::HalfUp).is_ok_and(|(_, missing)| missing.is_empty()) {
        return;
    }
    let place = sheet.of(&branch.path, Field::Score);
    let finding = Finding::new(Check::GroupScoreSum, place);
    let finding = finding.beside(cells(sheet, branch.rows.clone(), Field::Score));
    let exact = sheet.printed_sum(branch.rows.clone()).fraction();
    let printed = sheet.padded(printed);
    notes.compare(finding, (&printed, &group.score), exact, |mode| Ok(summed(mode)?.0));
}

/// What everything that is scored comes to, with the rows that have no score.
pub(in crate::audit) fn whole(
    sheet: &Sheet<'_>,
    mode: Mode,
    with_budget: bool,
) -> Result<(Interval, Vec<usize>), NumberError> {
    let (sum, missing) = sheet.sum(0..sheet.lines.len(), mode)?;
    let budget = sheet.budget_score().filter(|_| with_budget);
    match budget {
        Some(score) => Ok((sum.add(Interval::printed(&score, mode)?)?, missing)),
        None => Ok((sum, missing)),
    }
}

fn total(sheet: &Sheet<'_>, notes: &mut Notes) {
    let Some(total) = &sheet.total else { return };
    let Ok((_, missing)) = whole(sheet, Mode::HalfUp, false) else { return };
    let scored = sheet.lines.len() > missing.len();
    if missing.is_empty() && scored {
        return whole_total(sheet, total, notes);
    }
    groups_total(sheet, total, notes);
    possible(sheet, total, &missing, notes);
}

/// Whether the line of the budget is part of the total. Where it is scored in a line of its own and
/// as a row, both may have been added, and the printed total says so.
pub(in crate::audit) fn with_budget(sheet: &Sheet<'_>) -> bool {
    let both = || {
        let total = sheet.total.as_ref()?;
        let meets = |mode| Ok(whole(sheet, mode, true)?.0.meets(Interval::printed(total, mode)?));
        Some(Readings::that(meets).is_ok_and(|with| !with.is_none()))
    };
    !sheet.scores_budget_as_row() || both().unwrap_or(false)
}

/// All rows have scores: the total is their sum.
fn whole_total(sheet: &Sheet<'_>, total: &Printed, notes: &mut Notes) {
    let finding = Finding::new(Check::TotalSum, sheet.whole(Field::Total));
    let rows = sheet.printed_sum(0..sheet.lines.len());
    let budget = sheet.budget_score().map_or(Figure::ZERO, |score| score.figure);
    let with_budget = with_budget(sheet);
    let sum = if with_budget { rows + budget } else { rows };
    let text = &sheet.table.total;
    notes.compare(finding, (total, text), sum.fraction(), |mode| {
        Ok(whole(sheet, mode, with_budget)?.0)
    });
}

/// The subtotals of the first level, where rows are not all there.
fn groups_total(sheet: &Sheet<'_>, total: &Printed, notes: &mut Notes) {
    let first = sheet.table.groups.iter().filter(|group| group.path.len() == 1);
    let scores: Option<Vec<Printed>> = first.map(|group| Printed::read(&group.score)).collect();
    let Some(scores) = scores.filter(|scores| scores.len() > 1) else { return };
    let exact: Figure = scores.iter().map(|score| score.figure).sum();
    let finding = Finding::new(Check::TotalSum, sheet.whole(Field::Total));
    notes.compare(finding, (total, &sheet.table.total), exact.fraction(), |mode| {
        scores
            .iter()
            .try_fold(Interval::ZERO, |sum, score| sum.add(Interval::printed(score, mode)?))
    });
}

/// Whether the total is between what the rows have for certain and what they may have at most.
fn possible(sheet: &Sheet<'_>, total: &Printed, missing: &[usize], notes: &mut Notes) {
    let weights = missing.iter().map(|row| {
        let weight = sheet.lines.get(*row)?.weight.as_ref()?;
        (!weight.figure.is_negative()).then_some(weight.figure)
    });
    let Some(open) = weights.sum::<Option<Figure>>() else { return };
    let open = Interval::between(Fraction::ZERO, open.fraction());
    let range = |mode| whole(sheet, mode, true)?.0.add(open);
    let holds = |mode| Ok(range(mode)?.meets(Interval::printed(total, mode)?));
    let (Ok(readings), Ok(due)) = (Readings::that(holds), range(Mode::HalfUp)) else { return };
    notes.made(Check::TotalImpossible);
    if readings.is_none() {
        let place = sheet.whole(Field::Total);
        let due = span(due.low, due.high, total.decimals);
        let finding = Finding::new(Check::TotalImpossible, place).said(&sheet.table.total, due);
        notes.found(finding.param("missing", missing.len()));
    }
}
