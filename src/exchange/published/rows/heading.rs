//! Lines that are the heading of those below them.

use super::super::grid::{Cell, is_blank};
use super::super::line::Line;
use super::super::names::Name;
use super::{Reader, keep};
use crate::audit::{Assumption, Column, Printed};

impl<'d> Reader<'d> {
    /// Takes a line that is the heading of those below it; whether it is one.
    pub(super) fn heading(&mut self, lines: &[Line<'d>], at: usize) -> bool {
        let line = &lines[at];
        let next = lines.get(at + 1).filter(|next| next.label.is_none());
        let level = self.numbered.get(at).copied().flatten();
        if level.is_some_and(|level| self.numbered(line, at, level, next)) {
            return true;
        }
        let Some((cell, depth)) = next.and_then(|next| self.heads(line, next)) else {
            return false;
        };
        let name = Name::read(&cell.text);
        if depth == 1 {
            self.above = [name.name.clone(), String::new(), String::new()];
        } else {
            self.names(line, None);
        }
        let path: Vec<String> =
            self.above[..depth].iter().filter(|name| !name.is_empty()).cloned().collect();
        if path.is_empty() {
            return false;
        }
        if line.has_points() {
            self.group(line, path.clone());
        } else {
            let name = name.name.clone();
            self.marks.noted.push(Assumption::Heading { name, line: line.number });
        }
        if !name.weight.is_empty() {
            keep(&mut self.group_at(path).weight, name.weight);
            self.marks.weighted.push(name.name);
        }
        true
    }

    /// Takes a line of a numbered list that has points of its own above those of a lower level; whether
    /// it is one. Another ends the groups of its level.
    fn numbered(
        &mut self,
        line: &Line<'d>,
        at: usize,
        level: usize,
        next: Option<&Line<'d>>,
    ) -> bool {
        let depth = level.min(3);
        let lower = self.numbered.get(at + 1).copied().flatten().is_some_and(|next| next > level);
        let parted = lower && next.is_some_and(Line::has_points);
        if parted || line.has_points() {
            self.above[depth - 1..].iter_mut().for_each(String::clear);
        }
        let first = || line.cells.iter().copied().find(|cell| !is_blank(&cell.text));
        let cell = line.only_names().and_then(|column| line.cell(column)).or_else(first);
        let Some(cell) = cell.filter(|_| parted && depth < 3) else { return false };
        let Name { name, weight, .. } = Name::read(&cell.text);
        self.above[depth - 1].clone_from(&name);
        let path: Vec<String> =
            self.above[..depth].iter().filter(|name| !name.is_empty()).cloned().collect();
        if line.has_points() {
            self.group(line, path.clone());
        } else {
            self.marks.noted.push(Assumption::Heading { name: name.clone(), line: line.number });
        }
        if !weight.is_empty() {
            keep(&mut self.group_at(path).weight, weight);
            self.marks.weighted.push(name);
        }
        true
    }

    /// The name of a heading and its level: one that stands alone over several columns, one that ends
    /// in a colon, or a name with points and nothing but lower names below it.
    pub(super) fn heads(&self, line: &Line<'d>, next: &Line<'d>) -> Option<(&'d Cell, usize)> {
        let mut own =
            line.cells.iter().filter(|cell| cell.row == line.number && !is_blank(&cell.text));
        let cell = *own.next().filter(|cell| Printed::read(&cell.text).is_none())?;
        if own.clone().next().is_none() && before_names(line, cell) {
            return Some((cell, 1));
        }
        let level = Some(line.level()).filter(|level| *level > 0)?;
        let names = line.names.iter().filter(|name| !name.name.is_empty()).count();
        let wide = cell.colspan > 1 && line.below(Column::Rule).next().is_none();
        let short = cell.text.chars().count() <= 40;
        let lone = wide && short && own.next().is_none() && !line.has_points();
        let colon = cell.text.trim_end().ends_with([':', '：']) && names <= 1;
        if lone || (colon && (self.headless || level == 1)) {
            return Some((cell, 1));
        }
        let has = |level: &usize| {
            line.draft.columns.iter().any(|heading| heading.column.level() == Some(*level))
        };
        let complete = names == (1..=level).filter(has).count();
        // The same name again, or none, with a lower one: the line was the sum of what follows.
        let follows = (1..=level).all(|upper| {
            let below = &next.names[upper - 1].name;
            below.is_empty() || *below == line.names[upper - 1].name
        });
        let sum = level < 3 && line.has_points() && complete && follows && next.level() > level;
        sum.then_some((cell, level))
    }
}

/// Whether a text begins before the columns of names, as 一、决策 does below 序号.
fn before_names(line: &Line<'_>, cell: &Cell) -> bool {
    let mut names = line.draft.columns.iter().filter(|heading| heading.column.level().is_some());
    let short = cell.text.chars().count() <= 40;
    short && !line.has_points() && names.next().is_some_and(|first| cell.col < first.first)
}
