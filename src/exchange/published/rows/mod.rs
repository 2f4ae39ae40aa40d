//! The body of a draft, line by line, as rows, groups, blocks and the total of a published table.

mod blocks;
mod heading;
mod numbers;
mod subtotal;
mod total;

use std::collections::HashMap;

use super::columns::is_unit;
use super::draft::Draft;
use super::grid::{Cell, is_blank};
use super::levels::levels;
use super::line::Line;
use super::names::{Label, Name};
use crate::audit::{Assumption, Column, Group, Printed, PublishedTable, Row};

/// Reads the body.
pub(super) fn read(draft: &Draft) -> (PublishedTable, Vec<Assumption>) {
    let lines: Vec<Line<'_>> = draft
        .lines()
        .map(|number| Line::new(draft, number))
        .filter(|line| !line.is_blank())
        .collect();
    let is_row = |line: &Line<'_>| {
        let row = if draft.is_scored() { line.has_points() } else { line.has_figures() };
        row && line.label.is_none()
    };
    let last = lines.iter().rposition(is_row);
    let first_level = draft.columns.iter().any(|heading| heading.column == Column::Level1);
    let has = |column| draft.columns.iter().any(|heading| heading.column == column);
    let mut reader = Reader {
        headless: !first_level,
        levels: [Column::Level1, Column::Level2, Column::Level3].map(has),
        numbered: numbers::levels(&lines),
        last,
        table: PublishedTable::default(),
        groups: HashMap::new(),
        called: HashMap::new(),
        marks: Marks::default(),
        above: Default::default(),
        scored: Vec::new(),
        since: [0; 3],
    };
    for at in 0..lines.len() {
        reader.line(&lines, at);
    }
    reader.finish()
}

/// Where the cells of a row come from.
#[derive(Clone, Copy)]
struct Source<'d> {
    name: Option<&'d Cell>,
    weight: Option<&'d Cell>,
    score: Option<&'d Cell>,
    /// The number of the last line of the row.
    line: usize,
}

/// What is assumed of many rows alike.
#[derive(Default)]
struct Marks {
    filled: [Vec<usize>; 3],
    weighted: Vec<String>,
    empty: Vec<usize>,
    continued: Vec<usize>,
    noted: Vec<Assumption>,
}

struct Reader<'d> {
    /// Whether the table has no column for the first level.
    headless: bool,
    /// Which levels have one.
    levels: [bool; 3],
    /// The level of each line by its number.
    numbered: Vec<Option<usize>>,
    /// The last line with an indicator.
    last: Option<usize>,
    table: PublishedTable,
    /// The number of each group in the table.
    groups: HashMap<Vec<String>, usize>,
    /// The groups of the rows by their names.
    called: HashMap<String, Vec<String>>,
    marks: Marks,
    /// The names of the line above.
    above: [String; 3],
    scored: Vec<Source<'d>>,
    /// For each level the row from which on a sum in its column counts.
    since: [usize; 3],
}

impl<'d> Reader<'d> {
    fn line(&mut self, lines: &[Line<'d>], at: usize) {
        let line = &lines[at];
        let over = self.last.is_none_or(|last| at > last);
        match line.label {
            Some(label @ (Label::Subtotal, _)) => self.subtotal(lines, at, label),
            Some(label @ (Label::Sum, _)) if !over && !self.table.rows.is_empty() => {
                self.subtotal(lines, at, label);
            }
            Some(_) => self.closing(line),
            None if over && !line.has_figures() => self.note(line),
            None if over && !self.table.total.is_empty() => self.note(line),
            None if self.heading(lines, at) || self.goes_on(line) => {}
            None if line.has_figures() => self.row(line),
            None if line.level() > 0 => {
                self.names(line, None);
                self.marks.empty.push(line.number);
            }
            None => self.note(line),
        }
    }

    /// Takes the figures of a line as those of a group.
    fn group(&mut self, line: &Line<'d>, path: Vec<String>) {
        self.marks.noted.push(Assumption::Subtotal { path: path.clone(), line: line.number });
        let figures = [Column::Weight, Column::Score, Column::ScoreRate]
            .map(|column| if line.is_own(column) { line.text(column) } else { String::new() });
        let [weight, score, score_rate] = figures;
        let group = self.group_at(path);
        keep(&mut group.weight, weight);
        keep(&mut group.score, score);
        keep(&mut group.score_rate, score_rate);
    }

    /// The group with these names, a new one if there is none.
    fn group_at(&mut self, path: Vec<String>) -> &mut Group {
        let groups = &mut self.table.groups;
        let at = *self.groups.entry(path).or_insert_with_key(|path| {
            groups.push(Group { path: path.clone(), ..Group::default() });
            groups.len() - 1
        });
        &mut groups[at]
    }

    /// A line that goes on with the row before it: its name, weight and score span from above, or are
    /// not there, and it has words.
    fn goes_on(&mut self, line: &Line<'d>) -> bool {
        let Some(before) = self.scored.last().copied() else { return false };
        let spans = |cell: Option<&Cell>, column: Column| match cell {
            Some(cell) => line.cell(column).is_none_or(|own| std::ptr::eq(own, cell)),
            None => !line.is_own(column),
        };
        let adjacent = line.number == before.line + 1;
        let named = line.level() == 0;
        let figures = spans(before.weight, Column::Weight) && spans(before.score, Column::Score);
        let same_name = match before.name {
            Some(name) => name.row + name.rowspan > line.number || !line.has_figures(),
            None => true,
        };
        if !(adjacent && named && figures && same_name) {
            return false;
        }
        let number = self.table.rows.len() - 1;
        let Some(row) = self.table.rows.last_mut() else { return false };
        let columns = [
            (Column::Target, &mut row.target),
            (Column::Actual, &mut row.actual),
            (Column::Completion, &mut row.completion),
            (Column::Deduction, &mut row.deduction),
            (Column::Reason, &mut row.reason),
            (Column::Rule, &mut row.rule),
        ];
        let mut added = false;
        for (column, field) in columns {
            if line.is_own(column) {
                added = true;
                let text = line.text(column);
                if !field.is_empty() {
                    field.push('\n');
                }
                field.push_str(&text);
            }
        }
        if let Some(source) = self.scored.last_mut() {
            source.line = line.number;
        }
        if added && self.marks.continued.last() != Some(&number) {
            self.marks.continued.push(number);
        }
        true
    }

    fn row(&mut self, line: &Line<'d>) {
        let number = self.table.rows.len();
        let in_name = self.names(line, Some(number));
        let [l1, l2, l3] = self.above.clone();
        let text = |column| line.text(column);
        let mut row = Row {
            l1,
            l2,
            l3,
            weight: text(Column::Weight),
            target: text(Column::Target),
            actual: text(Column::Actual),
            completion: text(Column::Completion),
            score_rate: text(Column::ScoreRate),
            deduction: text(Column::Deduction),
            score: text(Column::Score),
            counts: Vec::new(),
            levels: Vec::new(),
            reason: text(Column::Reason),
            rule: text(Column::Rule),
        };
        row.actual += &self.unit(line, &row);
        let before = (row.weight.clone(), row.score.clone());
        keep(&mut row.weight, in_name.weight);
        keep(&mut row.score, in_name.score);
        if before != (row.weight.clone(), row.score.clone()) {
            self.marks.weighted.push(row.name().to_owned());
        }
        row.levels = levels(&row.rule, &row.weight);
        self.points_of_groups(line, &row);
        self.call(&row);
        let lowest = [Column::Level3, Column::Level2, Column::Level1];
        self.scored.push(Source {
            name: lowest.into_iter().find_map(|column| line.cell(column)),
            weight: line.cell(Column::Weight),
            score: line.cell(Column::Score),
            line: line.number,
        });
        self.table.rows.push(row);
    }

    /// The unit of an actual value that has none: that of the target, where units have a column.
    fn unit(&self, line: &Line<'d>, row: &Row) -> String {
        let bare = Printed::read(&row.actual).is_some_and(|actual| actual.unit.is_empty());
        let apart = line
            .draft
            .columns
            .iter()
            .any(|heading| heading.column == Column::Target && is_unit(&heading.head));
        let target = Printed::read(&row.target).filter(|_| bare && apart);
        target.map_or(String::new(), |target| target.unit)
    }

    /// Takes the names of a line; what is empty is filled from above. Returns the points behind the
    /// name of the indicator, and keeps those behind the names above it.
    fn names(&mut self, line: &Line<'d>, row: Option<usize>) -> Name {
        let names = &line.names;
        let lowest = names.iter().rposition(|name| !name.name.is_empty());
        let own = line.level();
        let mut fresh = false;
        for (at, name) in names.iter().enumerate() {
            if name.name.is_empty() {
                let fill = !fresh && lowest.is_none_or(|lowest| at < lowest);
                let upper_new = own > 0 && own <= at;
                if !fill || (upper_new && lowest.is_some()) {
                    self.above[at].clear();
                } else if !self.above[at].is_empty() && self.levels[at] {
                    self.marks.filled[at].extend(row);
                }
            } else {
                fresh |= self.above[at] != name.name && at < 2;
                self.above[at].clone_from(&name.name);
            }
        }
        let mut points = Name::default();
        let told = |name: &Name| !name.weight.is_empty() || !name.score.is_empty();
        for (at, name) in names.iter().enumerate().filter(|(_, name)| told(name)) {
            if Some(at) == lowest && row.is_some() {
                points.clone_from(name);
                continue;
            }
            let path = self.above[..=at].iter().filter(|name| !name.is_empty()).cloned().collect();
            let group = self.group_at(path);
            let fresh = group.weight.is_empty() && group.score.is_empty();
            keep(&mut group.weight, name.weight.clone());
            keep(&mut group.score, name.score.clone());
            if fresh {
                self.marks.weighted.push(name.name.clone());
            }
        }
        points
    }

    /// Points in columns of the levels above.
    fn points_of_groups(&mut self, line: &Line<'d>, row: &Row) {
        let kinds = [(1, Column::Weight1, Column::Score1), (2, Column::Weight2, Column::Score2)];
        let names = [&row.l1, &row.l2];
        for (depth, weight, score) in kinds {
            let points = [weight, score].map(|column| match line.is_own(column) {
                true => line.text(column),
                false => String::new(),
            });
            if points.iter().all(String::is_empty) || names[depth - 1].is_empty() {
                continue;
            }
            let path = names[..depth].iter().filter(|name| !name.is_empty());
            let group = self.group_at(path.map(|name| (*name).clone()).collect());
            let [weight, score] = points;
            keep(&mut group.weight, weight);
            keep(&mut group.score, score);
        }
    }

    /// A line of words.
    fn note(&mut self, line: &Line<'d>) {
        let own = line.cells.iter().filter(|cell| cell.row == line.number && !is_blank(&cell.text));
        let words: Vec<&str> = own.map(|cell| cell.text.trim()).collect();
        let text = words.join(" ");
        if text.contains(|c: char| c.is_ascii_digit()) {
            self.table.texts.push(text);
        }
    }

    fn finish(mut self) -> (PublishedTable, Vec<Assumption>) {
        self.blocks();
        let Marks { filled, weighted, empty, continued, mut noted } = self.marks;
        let filled = filled.into_iter().enumerate().filter(|(_, rows)| !rows.is_empty());
        noted.extend(filled.map(|(at, rows)| Assumption::FilledDown { level: at + 1, rows }));
        if !weighted.is_empty() {
            noted.push(Assumption::WeightInName { names: weighted });
        }
        if !empty.is_empty() {
            noted.push(Assumption::Empty { lines: empty });
        }
        if !continued.is_empty() {
            noted.push(Assumption::Continued { rows: continued });
        }
        (self.table, noted)
    }
}

/// Puts a text where none is yet.
fn keep(place: &mut String, text: String) {
    if place.is_empty() {
        *place = text;
    }
}
