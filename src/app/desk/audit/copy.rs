//! The table as it was published, with the findings marked in it: on the tab, and to be copied.

use std::collections::BTreeSet;

use super::marks::{Mark, Marks, target};
use super::{Clip, Room, View, verdict};
use crate::app::desk::drawn::{Drawn, button, el};
use crate::audit::{Band, Budget, Column, Field, Place, PublishedTable, Report, Row};
use crate::exchange::table::{self, Table};
use crate::words::Lang;
use crate::words::audit::reading::column;
use crate::words::table::{Key, audit as names, audit_page as text, shared};
use crate::words::{say, t};

/// Rows of a table that are shown before all are asked for.
const SHOWN: usize = 300;

/// A cell with its marks.
#[derive(Clone, Debug, Default)]
struct Cell {
    text: String,
    marks: Vec<Mark>,
    is_name: bool,
    is_figure: bool,
    across: u16,
    down: u16,
}

/// A row, and the id by which a finding leads to it.
struct Line {
    id: String,
    cells: Vec<Cell>,
}

/// A part of the row that stands in a column.
type Read = fn(&Row) -> String;

/// The columns behind the names: what they are headed, what stands in them, whether that is a figure.
const COLUMNS: [Shown; 10] = [
    (Field::Weight, Head::Of(Column::Weight), |row| row.weight.clone(), true),
    (Field::Target, Head::Of(Column::Target), |row| row.target.clone(), false),
    (Field::Actual, Head::Of(Column::Actual), |row| row.actual.clone(), false),
    (Field::Counts, Head::Says(text::COUNTS), |row| row.counts.join(" / "), false),
    (Field::Completion, Head::Of(Column::Completion), |row| row.completion.clone(), true),
    (Field::ScoreRate, Head::Of(Column::ScoreRate), |row| row.score_rate.clone(), true),
    (Field::Deduction, Head::Of(Column::Deduction), |row| row.deduction.clone(), true),
    (Field::Score, Head::Of(Column::Score), |row| row.score.clone(), true),
    (Field::Rule, Head::Of(Column::Rule), |row| row.rule.clone(), false),
    (Field::Reason, Head::Of(Column::Reason), |row| row.reason.clone(), false),
];

/// A column as the copy has it.
type Shown = (Field, Head, Read, bool);

/// What a column is headed: what it holds, or a text.
#[derive(Clone, Copy)]
enum Head {
    Of(Column),
    Says(Key),
}

impl Head {
    fn said(self, lang: Lang) -> &'static str {
        match self {
            Head::Of(holds) => column(holds, lang),
            Head::Says(key) => t(key, lang),
        }
    }
}

/// Each table with its marks, and what copies it.
pub fn draw(room: &Room, report: &Report, mut view: View) -> View {
    for at in 0..room.case.tables.len() {
        let (drawn, clip) = one(room, report, at);
        view = view.child(drawn);
        view.clips.push(clip);
    }
    view
}

fn one(room: &Room, report: &Report, at: usize) -> (Drawn, Clip) {
    let lang = room.lang;
    let name = verdict::name(room, at);
    let copy = Copy::of(room, report, at);
    let copied = format!("audit-copy-{at}");
    let neutral = copy.table(&name);
    let label = say(text::COPY_TABLE_NAMED, lang, &[("name", &name)]);
    let copier = el("button", "link")
        .attr("type", "button")
        .attr("data-copy", copied.as_str())
        .attr("aria-label", label)
        .text(t(text::COPY_TABLE, lang));
    let all = room.case.tables.get(at).map_or(0, |table| table.rows.len()).to_string();
    let hidden = copy.hidden.then(|| {
        let more = say(text::ALL_ROWS, lang, &[("n", &all)]);
        el("p", "share__hint").text(say(text::SOME_ROWS, lang, &[("n", &all)])).child(button(
            "link",
            more,
            "audit-all",
            "true",
        ))
    });
    let id = format!("audit-{at}");
    let title = el("h2", "audit__title").id(id.as_str()).attr("tabindex", "-1");
    let drawn = el("section", "sheet audit__copy")
        .key(id.as_str())
        .attr("aria-labelledby", id)
        .child(title.text(say(text::COPY_OF, lang, &[("name", &name)])))
        .child(el("p", "share__hint").text(t(text::COPY_HINT, lang)))
        .children(hidden)
        .child(copy.drawn(lang))
        .children(copy.notes.iter().map(note))
        .child(el("p", "tool-copy").child(copier));
    (drawn, (copied.into(), neutral.html(), neutral.tsv()))
}

fn note((id, cell): &(String, Cell)) -> Drawn {
    el("p", "audit__note")
        .id(id.as_str())
        .attr("tabindex", "-1")
        .text(cell.text.as_str())
        .children(cell.signs())
}

/// A table with its marks, before it is drawn or copied.
struct Copy {
    heads: Vec<&'static str>,
    lines: Vec<Line>,
    whole: Line,
    /// What stands around the table and is marked.
    notes: Vec<(String, Cell)>,
    hidden: bool,
}

impl Copy {
    fn of(room: &Room, report: &Report, at: usize) -> Copy {
        let empty = PublishedTable::default();
        let table = room.case.tables.get(at).unwrap_or(&empty);
        let mut maker = Maker { table, at, lang: room.lang, marks: Marks::of(report, at) };
        let hidden = table.rows.len() > SHOWN && !room.controls.all;
        let marked: BTreeSet<usize> = maker.marks.rows().collect();
        let rows: Vec<usize> =
            (0..table.rows.len()).filter(|row| !hidden || marked.contains(row)).collect();
        let levels = maker.levels();
        let columns = maker.columns();
        let mut heads = vec![t(text::NUMBER, room.lang)];
        heads.extend(levels.iter().map(|level| column(LEVELS[*level], room.lang)));
        heads.extend(columns.iter().map(|(_, head, ..)| head.said(room.lang)));
        let lines = maker.lines(&rows, &levels, &columns);
        let whole = maker.whole(levels.len(), &columns);
        let notes = maker.notes();
        Copy { heads, lines, whole, notes, hidden }
    }

    fn drawn(&self, lang: Lang) -> Drawn {
        let head = |name: &&str| el("th", "").attr("scope", "col").text(*name);
        let heads = el("tr", "").children(self.heads.iter().map(head));
        let line = |line: &Line| {
            el("tr", "")
                .id(line.id.as_str())
                .attr("tabindex", "-1")
                .children(line.cells.iter().map(Cell::drawn))
        };
        let body = el("tbody", "").children(self.lines.iter().map(line));
        let foot = el("tfoot", "").child(line(&self.whole));
        let table = el("table", "table table--data audit__table")
            .child(el("thead", "").child(heads))
            .child(body)
            .child(foot);
        el("div", "table-box")
            .attr("tabindex", "0")
            .attr("role", "group")
            .attr("aria-label", t(text::COPY, lang))
            .attr("data-scrolls", t(text::SCROLLS, lang))
            .child(table)
    }

    fn table(&self, title: &str) -> Table {
        let line = |line: &Line| {
            table::Row::from(line.cells.iter().map(Cell::neutral).collect::<Vec<_>>())
        };
        let heads = self.heads.iter().map(|name| table::Cell::head(*name)).collect::<Vec<_>>();
        let notes = self.notes.iter().map(|(_, cell)| cell.neutral().text);
        Table {
            title: title.to_owned(),
            head: vec![heads.into()],
            body: self.lines.iter().chain([&self.whole]).map(line).collect(),
            notes: notes.collect(),
        }
    }
}

const LEVELS: [Column; 3] = [Column::Level1, Column::Level2, Column::Level3];

impl Cell {
    fn new(text: impl Into<String>, marks: Vec<Mark>) -> Cell {
        Cell { text: text.into(), marks, across: 1, down: 1, ..Cell::default() }
    }

    /// The numbers of its findings, each of which leads back to it.
    fn signs(&self) -> Vec<Drawn> {
        let sign = |mark: &Mark| {
            el("button", "audit__sign")
                .attr("type", "button")
                .attr("data-go", format!("finding-{}", mark.number))
                .text(format!("[{}]", mark.number))
        };
        self.marks.iter().map(sign).collect()
    }

    fn drawn(&self) -> Drawn {
        let tone = match self.marks.iter().map(|mark| mark.severity).max() {
            Some(crate::engine::Severity::Error) => "audit__cell--wrong",
            Some(crate::engine::Severity::Warning) => "audit__cell--doubtful",
            Some(crate::engine::Severity::Note) => "audit__cell--note",
            None => "",
        };
        let kind = if self.is_figure { "table__end" } else { "" };
        let span = |n: u16| if n > 1 { n.to_string() } else { String::new() };
        let scope = match (self.is_name, self.down > 1) {
            (false, _) => "",
            (true, true) => "rowgroup",
            (true, false) => "row",
        };
        el(if self.is_name { "th" } else { "td" }, [kind, " ", tone].concat().trim())
            .attr("scope", scope)
            .attr("colspan", span(self.across))
            .attr("rowspan", span(self.down))
            .text(self.text.as_str())
            .children(self.signs())
    }

    fn neutral(&self) -> table::Cell {
        let signs: String = self.marks.iter().map(|mark| format!("[{}]", mark.number)).collect();
        let text =
            if signs.is_empty() { self.text.clone() } else { [&self.text, " ", &signs].concat() };
        let cell = match (self.is_name, self.is_figure) {
            (true, _) => table::Cell::side(text),
            (_, true) => table::Cell::number(text),
            _ => table::Cell::text(text),
        };
        cell.across(self.across).down(self.down)
    }
}

/// Makes the lines, and takes the marks as it goes.
struct Maker<'t> {
    table: &'t PublishedTable,
    at: usize,
    lang: Lang,
    marks: Marks,
}

impl<'t> Maker<'t> {
    /// The levels that have names.
    fn levels(&self) -> Vec<usize> {
        let named =
            |level: &usize| self.table.rows.iter().any(|row| !names_of(row)[*level].is_empty());
        (0..3).filter(named).collect()
    }

    /// The columns in which something stands.
    fn columns(&self) -> Vec<Shown> {
        let used = |read: Read| self.table.rows.iter().any(|row| !read(row).is_empty());
        let scored = self.table.blocks.iter().any(|block| !block.score.is_empty());
        let of = COLUMNS.into_iter();
        of.filter(|(field, _, read, _)| used(*read) || (scored && *field == Field::Score)).collect()
    }

    fn lines(&mut self, rows: &[usize], levels: &[usize], columns: &[Shown]) -> Vec<Line> {
        let mut lines = Vec::new();
        for (place, number) in rows.iter().enumerate() {
            let Some(row) = self.table.rows.get(*number) else { continue };
            let before = place.checked_sub(1).and_then(|at| self.table.rows.get(rows[at]));
            let mut cells =
                vec![Cell { is_figure: true, ..Cell::new((number + 1).to_string(), Vec::new()) }];
            // What has a column is marked there, the rest at the name.
            let figures: Vec<Option<Cell>> =
                columns.iter().map(|column| self.figure(*number, row, column, rows)).collect();
            for level in levels {
                cells.extend(self.name(row, *level, before, &rows[place..]));
            }
            let own = self.marks.of_row(*number);
            if let Some(name) = cells.iter_mut().rev().find(|cell| cell.is_name) {
                name.marks.extend(own);
            }
            cells.extend(figures.into_iter().flatten());
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
            && block.rows.iter().all(|row| shown.contains(&(*row as usize)));
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
    fn whole(&mut self, levels: usize, columns: &[Shown]) -> Line {
        let lang = self.lang;
        let mut name = t(text::WHOLE, lang).to_owned();
        if !self.table.full_score.is_empty() {
            let told = say(text::FULL, lang, &[("points", &self.table.full_score)]);
            name += &say(text::IN_BRACKETS, lang, &[("text", &told)]);
        }
        let across = u16::try_from(levels + 1).unwrap_or(1);
        let mut marks = self.marks.of_whole(Field::Weight);
        marks.extend(self.marks.of_whole(Field::Name));
        let name = Cell { is_name: true, across, ..Cell::new(name, marks) };
        let grade = self.marks.of_whole(Field::Grade);
        let mut total = Cell::new(self.table.total.clone(), self.marks.of_whole(Field::Total));
        total.is_figure = true;
        let mut cells = vec![name];
        let score = columns.iter().position(|(field, ..)| *field == Field::Score);
        for at in 0..columns.len() {
            let last = at + 1 == columns.len();
            let here = Some(at) == score || (score.is_none() && last);
            cells.push(if here { std::mem::take(&mut total) } else { Cell::new("", Vec::new()) });
        }
        if !self.table.grade.is_empty() || !grade.is_empty() {
            let told = say(text::GRADE, lang, &[("grade", &self.table.grade)]);
            let room = cells.iter().rposition(|cell| cell.text.is_empty() && cell.marks.is_empty());
            let own = Cell::new(told, grade);
            match room.and_then(|at| cells.get_mut(at)) {
                Some(cell) => *cell = own,
                None => cells.push(own),
            }
        }
        Line { id: format!("audit-{}-whole", self.at), cells }
    }

    /// What stands around the table: the budget, the scale of grades, and paragraphs that are marked.
    fn notes(mut self) -> Vec<(String, Cell)> {
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
