//! One indicator in several tables.

use std::collections::HashMap;

use super::Notes;
use crate::audit::finding::{Check, Field, Finding};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::{Printed, plain};
use crate::audit::sheet::{Line, Sheet};
use crate::engine::{Mode, NumberError};

pub(super) fn check(sheets: &[Sheet<'_>], notes: &mut Notes) {
    for (at, one) in sheets.iter().enumerate() {
        let names = names(one);
        for other in sheets.iter().skip(at + 1) {
            let mut shared = 0;
            for (name, line) in &self::names(other) {
                if let (Some(line), Some(Some(first))) = (line, names.get(name)) {
                    shared += 1;
                    row((one, first), (other, line), notes);
                }
            }
            // Tables of the same indicators have the same total.
            if shared * 2 > one.lines.len().min(other.lines.len()) {
                totals(one, other, notes);
            }
        }
    }
}

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

type In<'a, 't> = (&'a Sheet<'t>, &'a Line<'t>);

/// A figure of a row, and the text that it was read from.
type Cell = fn(&Line<'_>) -> Option<(Printed, String)>;

fn row(first: In<'_, '_>, second: In<'_, '_>, notes: &mut Notes) {
    let one_form = first.1.weight.is_some() && second.1.weight.is_some();
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
        let (Some(one), Some(other)) = (cell(first.1), cell(second.1)) else { continue };
        let both = (first.0.at(first.1.number, field), second.0.at(second.1.number, field));
        held(both, (&one, &other), first.1.row.name(), notes);
    }
}

fn held(
    (first, second): (crate::audit::Place, crate::audit::Place),
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

fn totals(one: &Sheet<'_>, other: &Sheet<'_>, notes: &mut Notes) {
    if let (Some(first), Some(second)) = (&one.total, &other.total) {
        let both = (one.whole(Field::Total), other.whole(Field::Total));
        let first = (first.clone(), one.table.total.clone());
        let second = (second.clone(), other.table.total.clone());
        held(both, (&first, &second), "", notes);
    }
}
