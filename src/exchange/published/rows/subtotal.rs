//! Lines that are the sum of a group: 小计, 决策合计, 合计 above other indicators.

use super::super::grid::Cell;
use super::super::line::Line;
use super::super::names::{Label, Name, of_subtotal};
use super::Reader;
use crate::audit::{Assumption, Column, Printed, Row};
use crate::engine::Figure;

impl<'d> Reader<'d> {
    /// Takes such a line for the group whose sum it is by its name or its place; left out where it is
    /// that of no one group.
    pub(super) fn subtotal(
        &mut self,
        lines: &[Line<'d>],
        at: usize,
        (label, cell): (Label, &Cell),
    ) {
        let line = &lines[at];
        let named = of_subtotal(&cell.text);
        let level = level(line, cell);
        let path = match named.is_empty() {
            true => self.by_place(lines, at, level),
            false => self.by_name(&named),
        };
        // Of several groups together it is the total: what stands below it is added or taken off.
        let first = self.since[level - 1] == 0;
        let whole = Printed::read(&line.text(Column::Weight))
            .is_some_and(|weight| weight.figure == Figure::HUNDRED);
        let several = named.is_empty() && level == 1 && (first || whole);
        match path {
            Some(path) => self.group(line, path),
            None if label == Label::Sum && (several || (first && self.called.is_empty())) => {
                self.closing(line);
            }
            None => self.marks.noted.push(Assumption::SumLeftOut { line: line.number }),
        }
        self.since[level - 1..].fill(self.table.rows.len());
    }

    /// The group of the last row that a name means: 产出小计 below 产出指标; else the one that is
    /// called so.
    fn by_name(&self, named: &str) -> Option<Vec<String>> {
        let last = self.table.rows.last()?.parents();
        let means = |group: &&str| group.contains(named) || named.contains(*group);
        let own = last.iter().position(|group| *group == named);
        if let Some(depth) = own.or_else(|| last.iter().position(means)) {
            return Some(owned(&last[..=depth]));
        }
        self.called.get(named).cloned()
    }

    /// Keeps the groups of a row by their names.
    pub(super) fn call(&mut self, row: &Row) {
        let parents = row.parents();
        for (depth, name) in parents.iter().enumerate() {
            if !self.called.contains_key(*name) {
                self.called.insert((*name).to_owned(), owned(&parents[..=depth]));
            }
        }
    }

    /// The group that the rows since the last such line are, all of it: in the column of the
    /// indicators the lowest, else the highest.
    fn by_place(&self, lines: &[Line<'d>], at: usize, level: usize) -> Option<Vec<String>> {
        let rows = &self.table.rows;
        let last = rows.last()?.parents();
        let mut begin = self.since[level - 1];
        if level > 1 {
            // It stands below the name of a group, and that of another does not count.
            let since = rows.get(begin..).unwrap_or_default();
            let run = since.iter().rev().take_while(|row| row.parents().first() == last.first());
            begin = rows.len() - run.count();
        }
        let summed = rows.get(begin..).filter(|rows| !rows.is_empty())?;
        let next = self.next_names(lines, at);
        let is_group = |depth: &usize| {
            let path = &last[..*depth];
            let inside = |row: &Row| row.parents().starts_with(path);
            let before = begin.checked_sub(1).and_then(|before| rows.get(before));
            let goes_on = next.as_ref().is_some_and(|next| {
                next.len() >= path.len() && next.iter().zip(path).all(|(one, other)| one == other)
            });
            summed.iter().all(inside) && !before.is_some_and(inside) && !goes_on
        };
        let mut depths = 1..=last.len();
        let depth = match level {
            3 => depths.rev().find(is_group),
            _ => depths.find(is_group),
        };
        depth.map(|depth| owned(&last[..depth]))
    }

    /// The names of the next line that is no sum; an empty one goes on with that of above.
    fn next_names(&self, lines: &[Line<'d>], at: usize) -> Option<Vec<String>> {
        let below = lines.get(at + 1..)?.iter().take(NEAR);
        let mut below = below.skip_while(|line| line.label.is_some());
        let next = below.next()?;
        if let Some((cell, 1)) = below.next().and_then(|after| self.heads(next, after)) {
            return Some(vec![Name::read(&cell.text).name]);
        }
        let [first, second, _] = &next.names;
        let [upper, lower, _] = &self.above;
        let new = !first.name.is_empty() && first.name != *upper;
        let kept = |own: &str, above: &str, new: bool| {
            if own.is_empty() && !new { above.to_owned() } else { own.to_owned() }
        };
        let names = [kept(&first.name, upper, false), kept(&second.name, lower, new)];
        Some(names.into_iter().filter(|name| !name.is_empty()).collect())
    }
}

/// Lines below a sum that are looked at: each of many sums looks at its own.
const NEAR: usize = 8;

/// The level in whose column the label stands; 1 for one before them.
fn level(line: &Line<'_>, cell: &Cell) -> usize {
    let under = line.draft.columns.iter().find(|heading| heading.last >= cell.col);
    under.and_then(|heading| heading.column.level()).unwrap_or(1)
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|name| (*name).to_owned()).collect()
}
