//! Rows against each other.

use std::collections::HashMap;

use super::Notes;
use crate::audit::finding::{Check, Field, Finding};
use crate::audit::printed::plain;
use crate::audit::sheet::{Line, Sheet};
use crate::engine::Fraction;

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    duplicates(sheet, notes);
    unexplained(sheet, notes);
    for group in first_level(sheet) {
        parts(sheet, &group, notes);
    }
}

fn duplicates(sheet: &Sheet<'_>, notes: &mut Notes) {
    let mut known: HashMap<(Vec<&str>, String, String), usize> = HashMap::new();
    for line in &sheet.lines {
        let name = plain(line.row.name());
        if !name.chars().any(char::is_alphanumeric) {
            continue;
        }
        notes.made(Check::DuplicateRow);
        let key = (line.row.parents(), name, plain(&line.row.target));
        match known.get(&key) {
            Some(first) => {
                let finding = Finding::new(Check::DuplicateRow, sheet.at(line.number, Field::Name));
                let finding = finding.said(line.row.name(), "").param("other", first + 1);
                notes.found(finding.beside([sheet.at(*first, Field::Name)]));
            }
            None => drop(known.insert(key, line.number)),
        }
    }
}

/// Points taken off without a word, where the table has a column for the reason.
fn unexplained(sheet: &Sheet<'_>, notes: &mut Notes) {
    if sheet.lines.iter().all(|line| is_silent(&line.row.reason)) {
        return;
    }
    for line in sheet.lines.iter().filter(|line| !line.is_extra) {
        let (Some(weight), Some(score)) = (&line.weight, &line.score) else { continue };
        notes.made(Check::DockedWithoutReason);
        if score.figure < weight.figure && is_silent(&line.row.reason) {
            let place = sheet.at(line.number, Field::Reason);
            let finding = Finding::new(Check::DockedWithoutReason, place);
            notes.found(finding.said(&line.row.score, "").param("weight", weight.figure.trimmed()));
        }
    }
}

fn is_silent(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric) || plain(text) == "无"
}

/// The rows of each first-level group; a sum is looked for within one.
fn first_level<'s, 't>(sheet: &'s Sheet<'t>) -> Vec<Vec<&'s Line<'t>>> {
    let mut groups: Vec<(&str, Vec<&Line<'t>>)> = Vec::new();
    for line in &sheet.lines {
        let name = line.row.l1.as_str();
        match groups.last_mut().filter(|(known, _)| *known == name) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((name, vec![line])),
        }
    }
    groups.into_iter().map(|(_, lines)| lines).collect()
}

/// Rows that are looked at together at most: pairs of them are tried.
const TRIED: usize = 200;

/// A row whose target and actual are the sums of two or three others': one shortfall is told, and
/// paid for, in each.
fn parts(sheet: &Sheet<'_>, lines: &[&Line<'_>], notes: &mut Notes) {
    let counted: Vec<Counted<'_>> = lines.iter().filter_map(|line| Counted::of(line)).collect();
    if counted.len() < 3 || counted.len() > TRIED {
        return;
    }
    notes.made(Check::PartsOfWhole);
    for (at, whole) in counted.iter().enumerate() {
        let others: Vec<&Counted<'_>> = counted
            .iter()
            .enumerate()
            .filter(|(other, part)| *other != at && part.unit == whole.unit && part.due < whole.due)
            .map(|(_, part)| part)
            .collect();
        if let Some(found) = summed(whole, &others) {
            let line = whole.line;
            let names: Vec<&str> = found.iter().map(|part| part.line.row.name()).collect();
            let cells = found.iter().map(|part| sheet.at(part.line.number, Field::Actual));
            let sum = |text: fn(&Line<'_>) -> String| {
                let parts: Vec<String> = found.iter().map(|part| text(part.line)).collect();
                parts.join(" + ")
            };
            let actual = |line: &Line<'_>| {
                line.actual.as_ref().map_or(String::new(), |a| a.figure.trimmed())
            };
            let finding = Finding::new(Check::PartsOfWhole, sheet.at(line.number, Field::Actual))
                .said(&line.row.actual, sum(actual))
                .param("parts", names.join("、"));
            notes.found(finding.beside(cells));
        }
    }
}

/// A row with target and actual in one unit, which lost points.
struct Counted<'l> {
    line: &'l Line<'l>,
    unit: &'l str,
    due: Fraction,
    done: Fraction,
}

impl<'l> Counted<'l> {
    fn of(line: &'l Line<'l>) -> Option<Counted<'l>> {
        let (target, actual) = (line.target.as_ref()?, line.actual.as_ref()?);
        let ((due, unit), (done, same)) = (target.amount().ok()?, actual.amount().ok()?);
        let docked = line.score.as_ref()?.figure < line.weight.as_ref()?.figure;
        let counts = !target.is_percent() && unit == same && due > Fraction::ZERO && due != done;
        (docked && counts).then_some(Counted { line, unit, due, done })
    }
}

fn summed<'c, 'l>(whole: &Counted<'l>, others: &[&'c Counted<'l>]) -> Option<Vec<&'c Counted<'l>>> {
    let fits = |parts: &[&Counted<'_>]| {
        let sum = |of: fn(&Counted<'_>) -> Fraction| {
            parts.iter().try_fold(Fraction::ZERO, |sum, part| sum.add(of(part)))
        };
        sum(|part| part.due).is_ok_and(|sum| sum == whole.due)
            && sum(|part| part.done).is_ok_and(|sum| sum == whole.done)
    };
    for (at, one) in others.iter().enumerate() {
        for (next, two) in others.iter().enumerate().skip(at + 1) {
            if fits(&[one, two]) {
                return Some(vec![one, two]);
            }
            // Three of many rows are looked for in small tables only.
            if others.len() <= 30 {
                let third = others.iter().skip(next + 1).find(|three| fits(&[one, two, three]));
                if let Some(three) = third {
                    return Some(vec![one, two, three]);
                }
            }
        }
    }
    None
}
