//! Where the heads of a table are, and what each of them says.

use std::ops::Range;

use super::budget;
use super::columns::{Known, is_name, known};
use super::grid::{Cell, Grid};
use crate::audit::{Column, How, Printed, plain};

/// A column of a draft: the head, and what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The head as printed; `""` where there is none.
    pub head: String,
    /// What it is taken for.
    pub column: Column,
    /// What by.
    pub how: How,
    /// The columns of the grid that it goes over.
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Rows of heads at most.
const MAX_ROWS: usize = 3;

/// Whether these cells are the heads of a scored table.
pub(super) fn is_head_line(cells: &[&str]) -> bool {
    let all: Vec<Known> = cells.iter().filter_map(|cell| known(cell)).collect();
    let figures =
        cells.iter().filter(|cell| known(cell).is_none() && Printed::read(cell).is_some());
    figures.count() == 0 && is_audited(&all)
}

/// Names of indicators, and a weight or a score, or both what was planned and what was achieved. Any
/// account of money has 项目 with 计划数 and 实际数: without points it takes a name that says 指标.
fn is_audited(all: &[Known]) -> bool {
    let has = |column| all.iter().any(|known| known.column == column && !known.part);
    let named = || all.iter().filter(|known| known.column.level().is_some());
    let points = all.iter().any(|known| is_points(known.column) || known.brackets.is_some());
    let results = has(Column::Target) && has(Column::Actual);
    (points && named().any(|known| known.how != How::Likeness))
        || (results && named().any(|known| known.of_indicators))
}

/// Whether points stand in it.
pub(super) fn is_points(column: Column) -> bool {
    matches!(
        column,
        Column::Weight
            | Column::Weight1
            | Column::Weight2
            | Column::Score
            | Column::Score1
            | Column::Score2
    )
}

/// The next rows of heads from a row on.
pub(super) fn find(grid: &Grid, from: usize) -> Option<Range<usize>> {
    (from..grid.height()).find_map(|row| at(grid, row))
}

/// The rows of heads that begin at a row.
pub(super) fn at(grid: &Grid, row: usize) -> Option<Range<usize>> {
    let own: Vec<&Cell> = starting(grid, row).collect();
    let unknown_figure = |cell: &&Cell| known(&cell.text).is_none() && is_figure(&cell.text);
    let no_head = !own.iter().any(|cell| is_name(&cell.text));
    if no_head || own.iter().any(unknown_figure) || budget::is_head(grid, row) {
        return None;
    }
    let mut end = row + 1;
    while end < row + MAX_ROWS && goes_on(grid, row, end) {
        end += 1;
    }
    let columns: Vec<Known> =
        (0..grid.width()).filter_map(|col| of(grid, &(row..end), col)).collect();
    is_audited(&columns).then_some(row..end)
}

fn is_exact(known: Known) -> bool {
    known.how == How::Name && known.column != Column::Ignored
}

pub(super) fn is_figure(text: &str) -> bool {
    Printed::read(text).is_some()
}

/// The cells with a text that begin in a row.
fn starting(grid: &Grid, row: usize) -> impl Iterator<Item = &Cell> {
    grid.row(row).into_iter().filter(move |cell| cell.row == row && !cell.text.trim().is_empty())
}

/// Whether the rows of heads from `first` on go on in `row`: each cell that begins there is a usual
/// name or stands below a head that is wider, and a head of above reaches down or has nothing below.
fn goes_on(grid: &Grid, first: usize, row: usize) -> bool {
    let mut own = starting(grid, row).peekable();
    let is_head = |cell: &Cell| {
        let above = grid.cell(row - 1, cell.col);
        let wider = above.is_some_and(|above| above.colspan > 1 && !above.text.trim().is_empty());
        let short = cell.text.chars().count() <= 12;
        known(&cell.text).is_some_and(is_exact) || (wider && short && !is_figure(&cell.text))
    };
    let kept = (0..grid.width()).any(|col| {
        let above = grid.cell(row - 1, col).filter(|above| above.row >= first);
        let below = grid.cell(row, col);
        above.is_some_and(|above| {
            let reaches = below.is_some_and(|below| below == above);
            let open = below.is_none_or(|below| below.text.trim().is_empty());
            known(&above.text).is_some() && (reaches || open)
        })
    });
    own.peek().is_some() && own.all(is_head) && kept
}

/// What the head of a column of the grid says: its lowest cell, else that with the one above it.
pub(super) fn of(grid: &Grid, rows: &Range<usize>, col: usize) -> Option<Known> {
    let texts = texts(grid, rows, col);
    let (leaf, above) = texts.split_last()?;
    let own = known(leaf);
    if own.is_some_and(|own| own.how == How::Name && own.column.level().is_none()) {
        return own;
    }
    let both = above.last().and_then(|above| {
        let joined = known(&[leaf.as_str(), above].concat());
        joined.filter(|joined| is_points(joined.column) || own.is_none())
    });
    both.or(own).or_else(|| above.last().and_then(|above| known(above)))
}

/// The texts of the heads of a column from above, each once.
pub(super) fn texts(grid: &Grid, rows: &Range<usize>, col: usize) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for cell in rows.clone().filter_map(|row| grid.cell(row, col)) {
        let text = plain(&cell.text);
        if !text.is_empty() && texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    texts
}

/// The texts of rows of heads, by which they are recognised when they are repeated.
pub(super) fn line(grid: &Grid, row: usize) -> Vec<String> {
    grid.row(row).iter().map(|cell| plain(&cell.text)).filter(|text| !text.is_empty()).collect()
}
