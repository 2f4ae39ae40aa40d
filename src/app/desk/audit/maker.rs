//! Makes the lines of the copy of a table, and takes the marks as it goes.

use super::copy::{COLUMNS, Cell, Line, Read, Shown};
use super::marks::{Marks, target};
use crate::audit::{Band, Budget, Field, Place, PublishedTable, Row};
use crate::words::Lang;
use crate::words::table::{Key, audit as names, audit_page as text, shared};
use crate::words::{say, t};

/// What the lines are made of.
pub struct Maker<'t> {
    pub table: &'t PublishedTable,
    /// Its number.
    pub at: usize,
    pub lang: Lang,
    pub marks: Marks,
}

impl<'t> Maker<'t> {
    /// The levels that have names.
    pub fn levels(&self) -> Vec<usize> {
        let named =
            |level: &usize| self.table.rows.iter().any(|row| !names_of(row)[*level].is_empty());
        (0..3).filter(named).collect()
    }

    /// The columns in which something stands.
    pub fn columns(&self) -> Vec<Shown> {
        let used = |read: Read| self.table.rows.iter().any(|row| !read(row).is_empty());
        let scored = self.table.blocks.iter().any(|block| !block.score.is_empty());
        let of = COLUMNS.into_iter();
        of.filter(|(field, _, read, _)| used(*read) || (scored && *field == Field::Score)).collect()
    }

    pub fn lines(&mut self, rows: &[usize], levels: &[usize], columns: &[Shown]) -> Vec<Line> {
        let mut lines = Vec::new();
        for (place, number) in rows.iter().enumerate() {
            let Some(row) = self.table.rows.get(*number) else { continue };
            let before = place.checked_sub(1).and_then(|at| self.table.rows.get(rows[at]));
            let mut cells =
                vec![Cell { is_figure: true, ..Cell::new((number + 1).to_string(), Vec::new()) }];
            // What has a column is marked there, the rest at the name.
            let figures = columns.iter().enumerate().filter_map(|(at, column)| {
                let own = self.figure(*number, row, column, rows)?;
                Some(Cell { column: 1 + levels.len() + at, ..own })
            });
            let figures: Vec<Cell> = figures.collect();
            for (at, level) in levels.iter().enumerate() {
                let own = self.name(row, *level, before, &rows[place..]);
                cells.extend(own.map(|own| Cell { column: 1 + at, ..own }));
            }
            let own = self.marks.of_row(*number);
            if let Some(name) = cells.iter_mut().rev().find(|cell| cell.is_name) {
                name.marks.extend(own);
            }
            cells.extend(figures);
            lines.push(Line { id: format!("audit-{}-{number}", self.at), cells });
        }
        lines
    }

    /// The name of a level; none where the one above goes on.
    fn name(
        &mut self,
        row: &Row,
        level: usize,
        before: Option<&Row>,
        rows: &[usize],
    ) -> Option<Cell> {
        let own = names_of(row);
        let path = &own[..=level];
        let is_group =
            own[level + 1..].iter().any(|name| !name.is_empty()) && !own[level].is_empty();
        let goes_on = |other: &Row| {
            let names = names_of(other);
            is_group
                && names[..=level] == *path
                && names[level + 1..].iter().any(|name| !name.is_empty())
        };
        if before.is_some_and(goes_on) {
            return None;
        }
        let below = rows.iter().map_while(|at| self.table.rows.get(*at));
        let down = below.take_while(|row| goes_on(row)).count().max(1);
        let mut cell = Cell {
            is_name: true,
            down: u16::try_from(down).unwrap_or(1),
            ..Cell::new(own[level], Vec::new())
        };
        if is_group {
            let path: Vec<&str> = path.iter().copied().filter(|name| !name.is_empty()).collect();
            cell.text += &self.group(&path);
            cell.marks = self.marks.of_group(&path);
        }
        cell.is_name = !cell.text.is_empty();
        Some(cell)
    }

    /// What is printed for a group: （分值20，得分18）.
    fn group(&self, path: &[&str]) -> String {
        let group = self.table.groups.iter().find(|group| group.path == path);
        let Some(group) = group else { return String::new() };
        let told = [
            (text::GROUP_POINTS, "weight", &group.weight),
            (text::GROUP_SCORE, "score", &group.score),
        ];
        let told = told.iter().filter(|(_, _, value)| !value.is_empty());
        let told: Vec<String> =
            told.map(|(key, name, value)| say(key, self.lang, &[(name, value)])).collect();
        match told.is_empty() {
            true => String::new(),
            false => {
                let list = told.join(t(shared::COMMA, self.lang));
                say(text::IN_BRACKETS, self.lang, &[("text", &list)])
            }
        }
    }

    /// What stands in a column; none where the score of a block reaches over it.
    fn figure(
        &mut self,
        number: usize,
        row: &Row,
        (field, _, read, is_figure): &Shown,
        shown: &[usize],
    ) -> Option<Cell> {
        let marks = self.marks.of_cell(number, *field);
        let own = Cell { is_figure: *is_figure, ..Cell::new(read(row), marks) };
        let of = |rows: &[u32]| rows.iter().position(|at| *at as usize == number);
        let blocks = self.table.blocks.iter();
        let block =
            blocks.filter(|_| *field == Field::Score).find(|block| of(&block.rows).is_some());
        let Some(block) = block else { return Some(own) };
        let whole = block.rows.windows(2).all(|pair| pair[0] + 1 == pair[1])
            && block.rows.iter().all(|row| shown.binary_search(&(*row as usize)).is_ok());
        match of(&block.rows) {
            Some(0) => {
                let down = if whole { block.rows.len() } else { 1 };
                Some(Cell {
                    text: block.score.clone(),
                    down: u16::try_from(down).unwrap_or(1),
                    ..own
                })
            }
            _ if whole => None,
            _ => Some(own),
        }
    }

    /// The line of the total and the grade.
    pub fn whole(&mut self, levels: usize, columns: &[Shown]) -> Line {
        let lang = self.lang;
        let mut name = t(text::WHOLE, lang).to_owned();
        if !self.table.full_score.is_empty() {
            let told = say(text::FULL, lang, &[("points", &self.table.full_score)]);
            name += &say(text::IN_BRACKETS, lang, &[("text", &told)]);
        }
        let mut marks = self.marks.of_whole(Field::Weight);
        marks.extend(self.marks.of_whole(Field::Name));
        let name = Cell { is_name: true, ..Cell::new(name, marks) };
        let grade = self.marks.of_whole(Field::Grade);
        let mut total = Cell::new(self.table.total.clone(), self.marks.of_whole(Field::Total));
        total.is_figure = true;
        // Below the last level, so that a phone may do without the others.
        let mut cells = vec![Cell::default(); levels.max(1)];
        cells.push(name);
        if levels == 0 {
            cells.remove(0);
        }
        let score = columns.iter().position(|(field, ..)| *field == Field::Score);
        for at in 0..columns.len() {
            let last = at + 1 == columns.len();
            let here = Some(at) == score || (score.is_none() && last);
            cells.push(if here { std::mem::take(&mut total) } else { Cell::default() });
        }
        if !self.table.grade.is_empty() || !grade.is_empty() {
            let told = say(text::GRADE, lang, &[("grade", &self.table.grade)]);
            let free = |cell: &Cell| cell.text.is_empty() && cell.marks.is_empty();
            let room = cells.iter().rposition(free).filter(|at| *at > levels);
            let own = Cell::new(told, grade);
            match room.and_then(|at| cells.get_mut(at)) {
                Some(cell) => *cell = own,
                None => cells.push(own),
            }
        }
        for (at, cell) in cells.iter_mut().enumerate() {
            cell.column = at;
        }
        Line { id: format!("audit-{}-whole", self.at), cells }
    }

    /// What stands around the table: the budget, the scale of grades, and paragraphs that are marked.
    pub fn notes(mut self) -> Vec<(String, Cell)> {
        let lang = self.lang;
        let mut notes = Vec::new();
        if let Some(budget) = &self.table.budget {
            let fields = [
                Field::BudgetInitial,
                Field::BudgetPlanned,
                Field::BudgetExecuted,
                Field::BudgetRate,
                Field::BudgetScore,
            ];
            let marks = fields.into_iter().flat_map(|field| self.marks.of_whole(field)).collect();
            notes.push((
                format!("audit-{}-budget", self.at),
                Cell::new(budget_line(budget, lang), marks),
            ));
        }
        if self.marks.has(Field::GradeScale) {
            let bands: Vec<String> =
                self.table.grade_scale.iter().map(|band| band_said(band, lang)).collect();
            let list = bands.join(t(shared::SEMICOLON, lang));
            let said = say(text::ITEM, lang, &[("name", t(text::SCALE, lang)), ("value", &list)]);
            let marks = self.marks.of_whole(Field::GradeScale);
            notes.push((format!("audit-{}-scale", self.at), Cell::new(said, marks)));
        }
        for number in self.marks.paragraphs() {
            let told = say(text::PARAGRAPH, lang, &[("n", &(number + 1).to_string())]);
            let paragraph = self.table.texts.get(number).map_or("", String::as_str);
            let said = say(text::ITEM, lang, &[("name", &told), ("value", paragraph)]);
            let marks = self.marks.of_cell(number, Field::Text);
            let place =
                Place { table: self.at, row: Some(number), field: Field::Text, group: Vec::new() };
            notes.push((target(&place), Cell::new(said, marks)));
        }
        let rest = self.marks.rest();
        if !rest.is_empty() {
            notes.push((format!("audit-{}-rest", self.at), Cell::new("", rest)));
        }
        notes
    }
}

fn names_of(row: &Row) -> [&str; 3] {
    [&row.l1, &row.l2, &row.l3].map(String::as_str)
}

fn budget_line(budget: &Budget, lang: Lang) -> String {
    let items = [
        (names::FIELD_BUDGET_INITIAL, &budget.initial),
        (names::FIELD_BUDGET_PLANNED, &budget.planned),
        (names::FIELD_BUDGET_EXECUTED, &budget.executed),
        (names::FIELD_BUDGET_RATE, &budget.rate),
        (names::FIELD_WEIGHT, &budget.weight),
        (names::FIELD_BUDGET_SCORE, &budget.score),
    ];
    let items = items.iter().filter(|(_, value)| !value.is_empty());
    let item = |(name, value): &(Key, &String)| {
        say(text::ITEM, lang, &[("name", t(name, lang)), ("value", value)])
    };
    items.map(item).collect::<Vec<_>>().join(t(shared::COMMA, lang))
}

fn band_said(band: &Band, lang: Lang) -> String {
    let values = [("name", band.name.as_str()), ("min", &band.min), ("max", &band.max)];
    say(if band.max.is_empty() { text::BAND_FROM } else { text::BAND }, lang, &values)
}
