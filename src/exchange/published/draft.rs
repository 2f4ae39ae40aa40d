//! A table as it was found: its columns, which a person may change, and what they make of its body.

use std::collections::BTreeSet;
use std::ops::Range;

use super::grid::{Cell, Grid, is_blank};
use super::heads::{self, Heading, is_points};
use super::names::Brackets;
use super::told::{self, Told};
use super::{around, assignment, budget, rows, scale};
use crate::audit::{Assumption, Band, Budget, Column, How, Printed, PublishedTable, plain};

/// A table that was found, before it is audited.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Its columns from left to right.
    pub columns: Vec<Heading>,
    /// What stands above it.
    pub title: String,
    pub(super) grid: Grid,
    /// The rows above the heads.
    pub(super) form: Range<usize>,
    pub(super) head: Range<usize>,
    pub(super) body: Range<usize>,
    /// Rows of the body that repeat the heads.
    pub(super) repeated: BTreeSet<usize>,
    /// Rows of the body that a person took out.
    pub(super) removed: BTreeSet<usize>,
    /// Paragraphs around it.
    pub(super) texts: Vec<String>,
    /// The scale of grades that the document prints elsewhere.
    pub(super) scale: Vec<Band>,
    /// What sentences tell of its total and its grade.
    pub(super) told: Vec<Told>,
    /// The budget that stands apart.
    pub(super) budget: Option<Budget>,
    /// Whether the audited table before it has no total.
    pub(super) behind_open: bool,
    /// What was assumed before the body was read.
    pub(super) noted: Vec<Assumption>,
    /// Pieces that it was joined from.
    pub(super) pieces: usize,
}

impl Draft {
    /// Reads the heads of a grid; `form` are the rows above them.
    pub(super) fn new(grid: Grid, form: Range<usize>, head: Range<usize>) -> Draft {
        let body = head.end..grid.height();
        let mut noted = Vec::new();
        let columns = assignment::columns(&grid, &head, &body, &mut noted);
        let mut draft =
            Draft { columns, grid, form, head, body, noted, pieces: 1, ..Draft::default() };
        draft.repeated = draft.repeats(draft.body.clone());
        draft
    }

    /// Rows that repeat the heads, as at the top of a page.
    fn repeats(&self, rows: Range<usize>) -> BTreeSet<usize> {
        let heads: Vec<Vec<String>> =
            self.head.clone().map(|row| heads::line(&self.grid, row)).collect();
        let repeats = |row: &usize| {
            let line = heads::line(&self.grid, *row);
            line.len() > 1 && heads.contains(&line)
        };
        rows.filter(repeats).collect()
    }

    /// Whether another table is the next piece of this one: the same columns, and no total yet.
    pub(super) fn goes_on_in(&self, next: &Draft) -> bool {
        let same = |one: &Heading, other: &Heading| {
            plain(&one.head) == plain(&other.head)
                && (one.first, one.last) == (other.first, other.last)
        };
        // Plain text may end in a tab more.
        let headed = |draft: &Draft| draft.columns.iter().rposition(|one| !one.head.is_empty());
        let columns = headed(self) == headed(next)
            && self.columns.iter().zip(&next.columns).all(|(one, other)| same(one, other));
        columns && next.form.is_empty() && !self.is_closed()
    }

    /// Whether its last rows say a total.
    pub(super) fn is_closed(&self) -> bool {
        let last = self.body.end.saturating_sub(6).max(self.body.start)..self.body.end;
        let mut cells = last.flat_map(|row| self.grid.row(row));
        cells.any(|cell| super::names::label(&cell.text).is_some())
    }

    /// Whether it is rows without heads, most with a figure beside words, behind an audited table that
    /// has no total yet: perhaps a piece of it, unless a person says what its columns hold.
    pub fn is_fragment(&self) -> bool {
        let of_names = |row: &usize| {
            let own = self.grid.row(*row).into_iter().filter(|cell| !is_blank(&cell.text));
            own.clone().any(is_figure) && own.count() > 2
        };
        let rows = self.lines().filter(of_names).count();
        let most = rows > 0 && rows * 2 >= self.lines().count();
        self.behind_open && self.head.is_empty() && !self.is_audited() && most
    }

    /// Whether a figure stands in its body.
    pub(super) fn has_figures(&self) -> bool {
        let has = |row| self.grid.row(row).into_iter().any(is_figure);
        self.lines().any(has)
    }

    /// Whether its scores are missing: no column holds any, though figures stand in one that nothing
    /// tells, or a total is printed. What its weights alone allow to be checked is no verdict on it.
    pub fn lacks_scores(&self) -> bool {
        let has = |column: &Heading| {
            matches!(column.column, Column::Score | Column::Score1 | Column::Score2)
                || self.brackets(column.column).is_some()
        };
        let weighed = self.columns.iter().any(|one| is_points(one.column));
        if !weighed || self.columns.iter().any(has) {
            return false;
        }
        self.columns.iter().any(|one| self.may_be_scores(one)) || !self.table().total.is_empty()
    }

    /// Whether a column that nothing tells, behind the names, holds figures beside most weights.
    fn may_be_scores(&self, heading: &Heading) -> bool {
        let names = self.columns.iter().filter(|one| one.column.level().is_some());
        let behind = names.map(|one| one.last).max().is_none_or(|last| heading.first > last);
        let weight = self.columns.iter().find(|one| is_points(one.column));
        let Some(weight) = weight.filter(|_| behind && heading.how == How::Unknown) else {
            return false;
        };
        let figure = |row: usize, col: usize| Printed::read(self.grid.text(row, col)).is_some();
        let weighed: Vec<usize> = self.lines().filter(|row| figure(*row, weight.first)).collect();
        let both = weighed.iter().filter(|row| figure(**row, heading.first)).count();
        both > 0 && both * 2 >= weighed.len()
    }

    /// Adds the next piece.
    pub(super) fn join(&mut self, rows: Grid) {
        let from = self.grid.height();
        self.grid.append(rows);
        self.body.end = self.grid.height();
        let repeated = self.repeats(from..self.body.end);
        self.repeated.extend(repeated);
        self.pieces += 1;
    }

    /// Whether it can be audited: it has names, and points or both what was planned and what was
    /// achieved.
    pub fn is_audited(&self) -> bool {
        let named = self.columns.iter().any(|heading| heading.column.level().is_some());
        let has = |column| self.columns.iter().any(|heading| heading.column == column);
        named && (self.is_scored() || (has(Column::Target) && has(Column::Actual)))
    }

    /// Whether points stand in one of its columns, or behind its names.
    pub(super) fn is_scored(&self) -> bool {
        let points = |one: &Heading| is_points(one.column) || self.brackets(one.column).is_some();
        self.columns.iter().any(points)
    }

    /// What the head of a column of names says of the brackets behind them.
    pub(super) fn brackets(&self, column: Column) -> Option<Brackets> {
        column.level()?;
        let mut heads = self.columns.iter().filter(|heading| heading.column == column);
        heads.find_map(|heading| Brackets::of_head(&heading.head))
    }

    /// Takes a line of text for its title.
    pub(super) fn entitle(&mut self, text: &str) {
        let bare = text.trim_start_matches('#').trim().trim_matches('*').trim();
        self.title = bare.to_owned();
        self.noted.push(Assumption::Title { text: self.title.clone() });
    }

    /// The first cells of a column that say something, so that a person can tell what it holds.
    pub fn sample(&self, column: usize, cells: usize) -> Vec<&str> {
        let Some(heading) = self.columns.get(column) else { return Vec::new() };
        let own = self.lines().filter_map(|row| {
            let cell = self.grid.cell(row, heading.first)?;
            (cell.row == row).then_some(cell.text.as_str())
        });
        own.filter(|text| !is_blank(text)).take(cells).collect()
    }

    /// The table that its columns make.
    pub fn table(&self) -> PublishedTable {
        self.read().0
    }

    /// The table that its columns make, and everything that was assumed for it.
    pub fn read(&self) -> (PublishedTable, Vec<Assumption>) {
        let (mut table, of_rows) = rows::read(self);
        let mut noted = self.of_columns();
        noted.extend(of_rows);
        table.title.clone_from(&self.title);
        let taken = match budget::read(&self.grid, self.form.clone()) {
            Some((budget, rows)) => {
                table.budget = Some(budget);
                rows
            }
            None => {
                table.budget.clone_from(&self.budget);
                0..0
            }
        };
        let form = self.form.clone().filter(|row| !taken.contains(row));
        let mut texts: Vec<String> = form.filter_map(|row| row_text(&self.grid, row)).collect();
        texts.retain(|text| *text != self.title);
        let own: Vec<String> = texts.iter().chain(&table.texts).cloned().collect();
        texts.extend(self.texts.iter().cloned());
        texts.append(&mut table.texts);
        // Without scores there is nothing that a total or a grade could be held against.
        if self.is_scored() {
            table.grade_scale = grade_scale(&texts);
            if table.grade_scale.is_empty() {
                table.grade_scale.clone_from(&self.scale);
            }
            around::total(&mut table, &texts, &mut noted);
            let of_own = own.iter().flat_map(|text| told::told(text));
            around::conclusion(&mut table, of_own.chain(self.told.iter().cloned()), &mut noted);
        }
        let texts = texts.iter().map(|text| scale::without(text));
        table.texts = texts.filter(|text| around::is_worth(text)).collect();
        (table, noted)
    }

    fn of_columns(&self) -> Vec<Assumption> {
        let mut noted = self.noted.clone();
        let unsure = |how| matches!(how, How::Likeness | How::Place | How::Content);
        let left_out = |one: &Heading| {
            let told = |noted: &Assumption| matches!(noted, Assumption::LeftOut { head, .. } if *head == one.head);
            one.column == Column::Ignored && self.noted.iter().any(told)
        };
        let columns = self.columns.iter().filter(|one| unsure(one.how) && !left_out(one));
        noted.extend(columns.map(|heading| Assumption::Recognised {
            head: heading.head.clone(),
            column: heading.column,
            how: heading.how,
        }));
        if !self.repeated.is_empty() {
            let lines = self.repeated.iter().copied().collect();
            noted.push(Assumption::HeadRepeated { lines });
        }
        if self.pieces > 1 {
            noted.push(Assumption::Joined { pieces: self.pieces });
        }
        noted
    }
}

/// The scale of grades that one of the paragraphs prints, or several of them together: a table of
/// grades is a paragraph a row.
pub(super) fn grade_scale(texts: &[String]) -> Vec<Band> {
    let told: Vec<&str> =
        texts.iter().map(String::as_str).filter(|text| scale::may_tell(text)).take(500).collect();
    let own = told.iter().map(|text| scale::read(text)).find(|bands| !bands.is_empty());
    own.unwrap_or_else(|| {
        let short: Vec<&str> =
            told.iter().copied().filter(|text| text.chars().count() <= 30).collect();
        let mut together = short.windows(6.min(short.len()).max(1));
        let bands = together.find_map(|lines| {
            Some(scale::read(&lines.join("\n"))).filter(|bands| !bands.is_empty())
        });
        bands.unwrap_or_default()
    })
}

fn is_figure(cell: &Cell) -> bool {
    Printed::read(&cell.text).is_some()
}

/// The texts of a row, one after the other.
pub(super) fn row_text(grid: &Grid, row: usize) -> Option<String> {
    let own = grid.row(row).into_iter().filter(|cell| cell.row == row && !is_blank(&cell.text));
    let texts: Vec<&str> = own.map(|cell| cell.text.as_str()).collect();
    // 评价等级 beside 优 tells it as 评价等级：优 does.
    let labelled = texts.len() == 2 && super::names::label(texts[0]).is_some();
    let colon = texts.first().is_some_and(|text| text.ends_with([':', '：']));
    let joint = match (labelled, colon) {
        (true, false) => "：",
        (true, true) => "",
        (false, _) => " ",
    };
    (!texts.is_empty()).then(|| texts.join(joint))
}
