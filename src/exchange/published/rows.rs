//! The body of a draft, line by line, as rows, groups, blocks and the total of a published table.

use std::collections::HashMap;

use super::draft::Draft;
use super::grid::{Cell, is_blank};
use super::levels::levels;
use super::line::Line;
use super::names::{Label, Name, grade, label, of_subtotal};
use crate::audit::{Assumption, Block, Column, Group, Printed, PublishedTable, Row};

/// Reads the body.
pub(super) fn read(draft: &Draft) -> (PublishedTable, Vec<Assumption>) {
    let lines: Vec<Line<'_>> = draft
        .body
        .clone()
        .filter(|number| !draft.repeated.contains(number))
        .map(|number| Line::new(draft, number))
        .filter(|line| !line.is_blank())
        .collect();
    let is_row = |line: &Line<'_>| line.has_points() && line.label().is_none();
    let last = lines.iter().rposition(is_row);
    let first_level = draft.columns.iter().any(|heading| heading.column == Column::Level1);
    let mut reader = Reader {
        headless: !first_level,
        last,
        table: PublishedTable::default(),
        groups: HashMap::new(),
        marks: Marks::default(),
        above: Default::default(),
        scored: Vec::new(),
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
    /// The last line with an indicator.
    last: Option<usize>,
    table: PublishedTable,
    /// The number of each group in the table.
    groups: HashMap<Vec<String>, usize>,
    marks: Marks,
    /// The names of the line above.
    above: [String; 3],
    scored: Vec<Source<'d>>,
}

impl<'d> Reader<'d> {
    fn line(&mut self, lines: &[Line<'d>], at: usize) {
        let line = &lines[at];
        let over = self.last.is_none_or(|last| at > last);
        let label = line.label();
        match label {
            Some((Label::Subtotal, cell)) => self.subtotal(line, cell),
            Some((Label::Sum, cell)) if !over && !self.table.rows.is_empty() => {
                self.subtotal(line, cell);
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

    /// The line of the total, the grade, or both: what stands behind each label is its value.
    fn closing(&mut self, line: &Line<'d>) {
        let mut open: Option<(Label, &Cell)> = None;
        let mut loose: Vec<String> = Vec::new();
        let own = line.cells.iter().filter(|cell| cell.row == line.number && !is_blank(&cell.text));
        for cell in own {
            if let Some((kind, value)) = label(&cell.text) {
                self.total(line, open.take(), std::mem::take(&mut loose));
                open = Some((kind, cell));
                loose.extend((!value.is_empty()).then_some(value));
            } else {
                loose.push(cell.text.trim().to_owned());
            }
        }
        self.total(line, open, loose);
    }

    fn total(&mut self, line: &Line<'d>, label: Option<(Label, &Cell)>, values: Vec<String>) {
        let Some((label, cell)) = label else { return };
        if label == Label::Grade {
            if let Some(grade) = values.iter().find_map(|value| grade(value)) {
                self.table.grade = grade;
            }
            return;
        }
        let figures: Vec<&String> =
            values.iter().filter(|value| Printed::read(value).is_some()).collect();
        let below = |column| {
            let figure = line.figure_over(column, cell.col + cell.colspan);
            figure.filter(|figure| figures.contains(&figure))
        };
        let (weight, score) = (below(Column::Weight), below(Column::Score));
        let (full, total) = match (weight, score, figures.as_slice()) {
            (weight, Some(score), _) => (weight.unwrap_or_default(), score),
            (None, None, [total]) => (String::new(), (*total).clone()),
            (Some(weight), None, [_]) => (weight, String::new()),
            (_, None, [full, total, ..]) => {
                self.marks.noted.push(Assumption::TotalByOrder { line: line.number });
                ((*full).clone(), (*total).clone())
            }
            _ => return,
        };
        if !full.is_empty() {
            self.table.full_score = full;
        }
        if !total.is_empty() {
            self.table.total = total;
        }
    }

    /// A line 小计, 决策合计, or 合计 above other indicators.
    fn subtotal(&mut self, line: &Line<'d>, cell: &Cell) {
        let named = of_subtotal(&cell.text);
        let [first, second, _] = &self.above;
        let path = if !named.is_empty() && second.contains(&named) && !first.contains(&named) {
            vec![first.clone(), second.clone()]
        } else {
            let under = line.draft.columns.iter().find(|heading| heading.last >= cell.col);
            let third = under.is_some_and(|heading| heading.column == Column::Level3);
            let of_second = named.is_empty() && third && !second.is_empty();
            if of_second { vec![first.clone(), second.clone()] } else { vec![first.clone()] }
        };
        let path: Vec<String> = path.into_iter().filter(|name| !name.is_empty()).collect();
        if path.is_empty() {
            return self.closing(line);
        }
        self.group(line, path);
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

    /// A line that is the heading of those below it: a name with figures and nothing but lower names
    /// below it, one that ends in a colon, or one that stands alone.
    fn heading(&mut self, lines: &[Line<'d>], at: usize) -> bool {
        let line = &lines[at];
        let Some(next) = lines.get(at + 1).filter(|next| next.label().is_none()) else {
            return false;
        };
        let own: Vec<&Cell> = line
            .cells
            .iter()
            .copied()
            .filter(|cell| cell.row == line.number && !is_blank(&cell.text))
            .collect();
        let level = line.level();
        let lone = own.len() == 1 && own[0].text.chars().count() <= 40 && !line.has_points();
        let names = (1..=3).filter(|level| !line.name(*level).name.is_empty()).count();
        let has = |level: &usize| {
            line.draft.columns.iter().any(|heading| heading.column.level() == Some(*level))
        };
        let Some(cell) = own.first().filter(|cell| Printed::read(&cell.text).is_none()) else {
            return false;
        };
        let colon = cell.text.trim_end().ends_with([':', '：']) && names <= 1 && level > 0;
        let name = Name::read(&cell.text);
        let to_its_own = || (1..=level).filter(has).count();
        let depth =
            if lone && level > 0 && cell.colspan > 1 && line.below(Column::Rule).next().is_none() {
                1
            } else if colon && (self.headless || level == 1) {
                1
            } else if level > 0 && level < 3 && line.has_points() && names == to_its_own() {
                // The same name again, or none, with a lower one: the line was its sum.
                let follows = (1..=level).all(|upper| {
                    let below = next.name(upper).name;
                    below.is_empty() || below == line.name(upper).name
                });
                let lower = next.level() > level;
                if !(follows && lower) {
                    return false;
                }
                level
            } else {
                return false;
            };
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
        for (column, field) in columns {
            if line.is_own(column) {
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
        if self.marks.continued.last() != Some(&number) {
            self.marks.continued.push(number);
        }
        true
    }

    fn row(&mut self, line: &Line<'d>) {
        let number = self.table.rows.len();
        let weight_in_name = self.names(line, Some(number));
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
        if row.weight.is_empty() && !weight_in_name.is_empty() {
            row.weight = weight_in_name;
            self.marks.weighted.push(row.name().to_owned());
        }
        row.levels = levels(&row.rule, &row.weight);
        self.points_of_groups(line, &row);
        let lowest = [Column::Level3, Column::Level2, Column::Level1];
        self.scored.push(Source {
            name: lowest.into_iter().find_map(|column| line.cell(column)),
            weight: line.cell(Column::Weight),
            score: line.cell(Column::Score),
            line: line.number,
        });
        self.table.rows.push(row);
    }

    /// Takes the names of a line; what is empty is filled from above. Returns the weight behind the
    /// name of the indicator, and keeps those behind the names above it.
    fn names(&mut self, line: &Line<'d>, row: Option<usize>) -> String {
        let names = [1, 2, 3].map(|level| line.name(level));
        let lowest = names.iter().rposition(|name| !name.name.is_empty());
        let own = line.level();
        let mut fresh = false;
        for (at, name) in names.iter().enumerate() {
            if name.name.is_empty() {
                let fill = !fresh && lowest.is_none_or(|lowest| at < lowest);
                let upper_new = own > 0 && own <= at;
                if !fill || (upper_new && lowest.is_some()) {
                    self.above[at].clear();
                } else if !self.above[at].is_empty() && !(at == 0 && self.headless) {
                    self.marks.filled[at].extend(row);
                }
            } else {
                fresh |= self.above[at] != name.name && at < 2;
                self.above[at].clone_from(&name.name);
            }
        }
        let mut weight = String::new();
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.weight.is_empty()) {
            if Some(at) == lowest && row.is_some() {
                weight.clone_from(&name.weight);
                continue;
            }
            let path = self.above[..=at].iter().filter(|name| !name.is_empty()).cloned().collect();
            let group = self.group_at(path);
            if group.weight.is_empty() {
                group.weight.clone_from(&name.weight);
                self.marks.weighted.push(name.name.clone());
            }
        }
        weight
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

    /// Scores that span rows.
    fn blocks(&mut self) {
        for rows in runs(&self.scored, |source| source.score) {
            let weight = shared(&self.scored[rows.clone()], |source| source.weight);
            let numbers: Vec<usize> = rows.clone().collect();
            let score = self.table.rows[rows.start].score.clone();
            let together = &mut self.table.rows[rows.clone()];
            let weight = match weight {
                true => together[0].weight.clone(),
                false => String::new(),
            };
            for row in together {
                row.score.clear();
                if !weight.is_empty() {
                    row.weight.clear();
                }
            }
            let block = rows.filter_map(|row| u32::try_from(row).ok()).collect();
            self.table.blocks.push(Block { rows: block, weight, score: score.clone() });
            self.marks.noted.push(Assumption::Block { rows: numbers, score });
        }
        for rows in runs(&self.scored, |source| source.weight) {
            let taken = self.table.rows[rows.clone()].iter().all(|row| row.weight.is_empty());
            if !taken {
                self.weight_of_rows(rows);
            }
        }
    }

    /// A weight that spans rows with scores of their own: that of their group, where they are one.
    fn weight_of_rows(&mut self, rows: std::ops::Range<usize>) {
        let weight = self.table.rows[rows.start].weight.clone();
        let path = |row: &Row, depth: usize| -> Vec<String> {
            [&row.l1, &row.l2][..depth].iter().map(|name| (*name).clone()).collect()
        };
        let all = &self.table.rows;
        let group = [2, 1].into_iter().find_map(|depth| {
            let own = path(&all[rows.start], depth);
            let inside = all[rows.clone()].iter().all(|row| path(row, depth) == own);
            let beside = [rows.start.checked_sub(1), Some(rows.end)];
            let mut beside = beside.into_iter().flatten().filter_map(|at| all.get(at));
            (inside && beside.all(|row| path(row, depth) != own)).then_some(own)
        });
        for row in &mut self.table.rows[rows.clone()] {
            row.weight.clear();
            row.levels.clear();
        }
        match group {
            Some(path) => {
                let path = path.into_iter().filter(|name| !name.is_empty()).collect();
                keep(&mut self.group_at(path).weight, weight);
            }
            None => {
                let rows = rows.collect();
                self.marks.noted.push(Assumption::SharedWeight { rows, weight });
            }
        }
    }
}

/// Rows that follow each other and share a cell, from two on.
fn runs<'d>(
    sources: &[Source<'d>],
    cell: impl Fn(&Source<'d>) -> Option<&'d Cell>,
) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut begin = 0;
    for at in 1..=sources.len() {
        let same = at < sources.len() && shared(&sources[at - 1..=at], &cell);
        if !same {
            if at - begin > 1 {
                runs.push(begin..at);
            }
            begin = at;
        }
    }
    runs
}

fn shared<'d>(sources: &[Source<'d>], cell: impl Fn(&Source<'d>) -> Option<&'d Cell>) -> bool {
    sources.windows(2).all(|pair| match (cell(&pair[0]), cell(&pair[1])) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        _ => false,
    })
}

/// Puts a text where none is yet.
fn keep(place: &mut String, text: String) {
    if place.is_empty() {
        *place = text;
    }
}
