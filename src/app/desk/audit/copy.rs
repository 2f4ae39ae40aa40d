//! The table as it was published, with the findings marked in it: on the tab, and to be copied.

use std::collections::BTreeSet;

use super::maker::Maker;
use super::marks::{Mark, Marks};
use super::{Clip, Room, View, verdict};
use crate::app::desk::drawn::{Drawn, button, el};
use crate::audit::{Column, Field, PublishedTable, Report, Row};
use crate::exchange::table::{self, Table};
use crate::words::Lang;
use crate::words::audit::reading::column;
use crate::words::table::{Key, audit_page as text};
use crate::words::{say, t};

/// Rows of a table that are shown before all are asked for.
const SHOWN: usize = 300;

/// Characters that stay in one line, such as a figure with its relation and unit.
const SHORT: usize = 12;

/// The classes that there are.
fn classes(all: &[&str]) -> String {
    all.iter().filter(|class| !class.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// A cell with its marks.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub text: String,
    pub marks: Vec<Mark>,
    pub is_name: bool,
    pub is_figure: bool,
    /// Which column of the copy it stands in.
    pub column: usize,
    /// Whether a phone does without it.
    pub is_aside: bool,
    /// Rows that it goes over.
    pub down: u16,
}

/// A row, and the id by which a finding leads to it.
pub struct Line {
    pub id: String,
    pub cells: Vec<Cell>,
}

/// A part of the row that stands in a column.
pub type Read = fn(&Row) -> String;

/// The columns behind the names: what they are headed, what stands in them, whether that is a figure.
pub const COLUMNS: [Shown; 10] = [
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
pub type Shown = (Field, Head, Read, bool);

/// What a column is headed: what it holds, or a text.
#[derive(Clone, Copy)]
pub enum Head {
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
        .children(copy.notes.iter().map(|one| note(one, lang)))
        .child(el("p", "tool-copy").child(copier));
    (drawn, (copied.into(), neutral.html(), neutral.tsv()))
}

fn note((id, cell): &(String, Cell), lang: Lang) -> Drawn {
    el("p", "audit__note")
        .id(id.as_str())
        .attr("tabindex", "-1")
        .text(cell.text.as_str())
        .children(cell.signs(lang))
}

/// A table with its marks, before it is drawn or copied.
struct Copy {
    /// What the columns are headed, and whether a phone does without them.
    heads: Vec<(&'static str, bool)>,
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
        let mut copy = Copy { heads: Vec::new(), lines, whole, notes, hidden };
        // The names above the indicator, and long texts, unless something is marked in them.
        let long = |field| matches!(field, Field::Rule | Field::Reason);
        let above = (0..levels.len().saturating_sub(1)).map(|_| true);
        let aside = [false].into_iter().chain(above).chain((!levels.is_empty()).then_some(false));
        let aside = aside.chain(columns.iter().map(|(field, ..)| long(*field)));
        let aside: Vec<bool> =
            aside.enumerate().map(|(at, aside)| aside && !copy.is_marked(at)).collect();
        copy.set_aside(&aside);
        copy.heads = heads.into_iter().zip(aside).collect();
        copy
    }

    /// Whether something is marked in a column.
    fn is_marked(&self, column: usize) -> bool {
        let mut cells = self.lines.iter().flat_map(|line| &line.cells);
        cells.any(|cell| cell.column == column && !cell.marks.is_empty())
    }

    fn set_aside(&mut self, aside: &[bool]) {
        for cell in self.lines.iter_mut().chain([&mut self.whole]).flat_map(|line| &mut line.cells)
        {
            cell.is_aside = aside.get(cell.column).copied().unwrap_or_default();
        }
    }

    fn drawn(&self, lang: Lang) -> Drawn {
        let head = |(name, aside): &(&'static str, bool)| {
            el("th", if *aside { "audit__aside" } else { "" }).attr("scope", "col").text(*name)
        };
        let heads = el("tr", "").children(self.heads.iter().map(head));
        let line = |line: &Line| {
            el("tr", "")
                .id(line.id.as_str())
                .attr("tabindex", "-1")
                .children(line.cells.iter().map(|cell| cell.drawn(lang)))
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
        let heads = self.heads.iter().map(|(name, _)| table::Cell::head(*name)).collect::<Vec<_>>();
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
    pub fn new(text: impl Into<String>, marks: Vec<Mark>) -> Cell {
        Cell { text: text.into(), marks, down: 1, ..Cell::default() }
    }

    /// The numbers of its findings, each of which leads back to it.
    fn signs(&self, lang: Lang) -> Vec<Drawn> {
        let sign = |mark: &Mark| {
            el("button", "audit__sign")
                .attr("type", "button")
                .attr("data-go", format!("finding-{}", mark.number))
                .attr("aria-label", say(text::MARK, lang, &[("n", &mark.number.to_string())]))
                .text(format!("[{}]", mark.number))
        };
        self.marks.iter().map(sign).collect()
    }

    fn drawn(&self, lang: Lang) -> Drawn {
        let tone = match self.marks.iter().map(|mark| mark.severity).max() {
            Some(crate::engine::Severity::Error) => "audit__cell--wrong",
            Some(crate::engine::Severity::Warning) => "audit__cell--doubtful",
            Some(crate::engine::Severity::Note) => "audit__cell--note",
            None => "",
        };
        let kind = match (self.is_figure, self.is_name) {
            (true, _) => "table__end",
            (false, false) if self.text.chars().count() <= SHORT => "audit__short",
            _ => "",
        };
        let aside = if self.is_aside { "audit__aside" } else { "" };
        let span = |n: u16| if n > 1 { n.to_string() } else { String::new() };
        let scope = if self.is_name { "row" } else { "" };
        el(if self.is_name { "th" } else { "td" }, &classes(&[kind, tone, aside]))
            .attr("scope", scope)
            .attr("rowspan", span(self.down))
            .text(self.text.as_str())
            .children(self.signs(lang))
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
        cell.down(self.down)
    }
}
