//! What several tables of one report tell alike: their indicators, their groups, their totals.

use std::collections::HashMap;

use super::Notes;
use super::firsts::{self, First};
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::{Printed, plain};
use crate::audit::sheet::{Line, Sheet};
use crate::engine::{Mode, NumberError};

pub(super) fn check(sheets: &[Sheet<'_>], notes: &mut Notes) {
    let sheets = sheets.get(..sheets.len().min(TABLES)).unwrap_or_default();
    let known: Vec<_> =
        sheets.iter().map(|sheet| (sheet, names(sheet), firsts::of(sheet))).collect();
    for (at, (one, names, of_one)) in known.iter().enumerate() {
        for (other, others, of_other) in known.iter().skip(at + 1) {
            let shared: Vec<Shared<'_, '_>> = others
                .iter()
                .filter_map(|(name, line)| Some(((*names.get(name)?)?, (*line)?)))
                .collect();
            let is_one = is_one_instrument(&shared);
            let before = notes.findings.len();
            let mut rows = shared.clone();
            rows.sort_by_key(|(_, line)| line.number);
            rows.iter().for_each(|pair| row((one, other), pair, is_one, notes));
            let found = notes.findings.get(before..).unwrap_or_default();
            let rows: Vec<Place> = found.iter().map(|finding| finding.place.clone()).collect();
            // Tables of the same indicators have the same total.
            let alike = shared.len() * 2 > one.lines.len().min(other.lines.len());
            if is_one {
                firsts((one, of_one), (other, of_other), alike, &rows, notes);
            }
        }
    }
}

/// Tables that are held against each other at most, each against each.
const TABLES: usize = 200;

type Shared<'s, 't> = (&'s Line<'t>, &'s Line<'t>);

/// The rows by name; none for a name that several have.
fn names<'s, 't>(sheet: &'s Sheet<'t>) -> HashMap<String, Option<&'s Line<'t>>> {
    let mut names = HashMap::new();
    for line in &sheet.lines {
        let name = plain(line.row.name());
        if name.chars().any(char::is_alphanumeric) {
            names.entry(name).and_modify(|line| *line = None).or_insert(Some(line));
        }
    }
    names
}

/// Rows whose weights differ among so many are a slip; more are another instrument, such as a
/// self-evaluation beside the evaluation of a third party.
const SLIPS: usize = 4;

/// Whether the rows that both tables have are worth the same in both.
fn is_one_instrument(shared: &[Shared<'_, '_>]) -> bool {
    let weights = shared.iter().filter_map(|(one, other)| {
        Some(one.weight.as_ref()?.figure == other.weight.as_ref()?.figure)
    });
    let weights: Vec<bool> = weights.collect();
    let differ = weights.iter().filter(|same| !**same).count();
    differ * SLIPS <= weights.len()
}

/// A figure of a row, and the text that it was read from.
type Cell = fn(&Line<'_>) -> Option<(Printed, String)>;

fn row(
    sheets: (&Sheet<'_>, &Sheet<'_>),
    (first, second): &Shared<'_, '_>,
    is_one: bool,
    notes: &mut Notes,
) {
    let one_form = is_one && first.weight.is_some() && second.weight.is_some();
    let cells: [(Field, Cell); 4] = [
        (Field::Weight, |line| Some((line.weight.clone()?, line.row.weight.clone()))),
        (Field::Score, |line| Some((line.score.clone()?, line.row.score.clone()))),
        (Field::Target, |line| Some((line.target.clone()?, line.row.target.clone()))),
        (Field::Actual, |line| Some((line.actual.clone()?, line.row.actual.clone()))),
    ];
    for (field, cell) in cells {
        // Two forms may ask for one indicator; only within one do its points agree.
        if matches!(field, Field::Weight | Field::Score) && !one_form {
            continue;
        }
        let (Some(one), Some(other)) = (cell(first), cell(second)) else { continue };
        let both = (sheets.0.at(first.number, field), sheets.1.at(second.number, field));
        held(both, (&one, &other), first.row.name(), notes);
    }
}

fn held(
    (first, second): (Place, Place),
    (one, other): (&(Printed, String), &(Printed, String)),
    name: &str,
    notes: &mut Notes,
) {
    if one.0.unit != other.0.unit && !(one.0.unit.is_empty() || other.0.unit.is_empty()) {
        return;
    }
    let holds = |mode: Mode| -> Result<bool, NumberError> {
        Ok(Interval::printed(&one.0, mode)?.meets(Interval::printed(&other.0, mode)?))
    };
    let Ok(readings) = Readings::that(holds) else { return };
    notes.made(Check::SameFigureDiffers);
    if readings.is_none() {
        let finding = Finding::new(Check::SameFigureDiffers, second)
            .said(&other.1, &one.1)
            .param("name", name)
            .param("other", &one.1)
            .param("where", first.field.name());
        notes.found(finding.beside([first]));
    }
}

/// The groups of the first level, and the totals. Only those that are worth the same are the same;
/// and what rows that differ explain is not told again.
fn firsts(
    (one, of_one): (&Sheet<'_>, &[First]),
    (other, of_other): (&Sheet<'_>, &[First]),
    alike: bool,
    rows: &[Place],
    notes: &mut Notes,
) {
    let pairs: Vec<(&First, &First)> = of_one
        .iter()
        .filter_map(|first| {
            let mut same = of_other.iter().filter(|second| second.name == first.name);
            // A row on both sides was looked at with the rows.
            let second = same.next().filter(|second| !(first.is_row && second.is_row))?;
            same.next().is_none().then_some((first, second))
        })
        .collect();
    let agree = |pair: &&(&First, &First)| pair.0.weight == pair.1.weight;
    // One with the same weight may be chance; where all have it one table sums up the other.
    let is_summary = pairs.len() > 1 && pairs.iter().filter(agree).count() == pairs.len();
    if !is_summary && !alike {
        return;
    }
    let before = notes.findings.len();
    for (first, second) in pairs.iter().filter(agree) {
        let told = |place: &Place| second.rows.contains(&place.row.unwrap_or(usize::MAX));
        let summed = first.summed || second.summed;
        if !(summed && rows.iter().any(told)) {
            first.hold(second, notes);
        }
    }
    let explained = notes.findings.len() > before || !rows.is_empty();
    let (Some(first), Some(second)) = (firsts::total(one), firsts::total(other)) else { return };
    // Part of a table has another total than the whole.
    if first.weight == second.weight && !((first.summed || second.summed) && explained) {
        first.hold(&second, notes);
    }
}
