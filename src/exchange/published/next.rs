//! Rows without heads that go on with the table before them: behind a page break, an empty line, an
//! empty row. Cells that are merged into the page before, or an empty column less, move them sideways.

use super::draft::Draft;
use super::grid::{Grid, is_blank};
use super::names::label;
use crate::audit::{Column, Printed};

/// A next piece: by how many columns it has to be moved, and how many of its rows belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Next {
    pub by: isize,
    pub rows: usize,
}

/// The ways to move a piece, the likelier first.
const WAYS: [isize; 6] = [0, 1, -1, 2, 3, -2];

impl Draft {
    /// How rows without heads are the next piece of this one: in most of those with a figure, figures
    /// stand below its columns of points, or something below what was planned and what was achieved.
    pub(super) fn next(&self, rows: &Grid) -> Option<Next> {
        if self.is_closed() {
            return None;
        }
        WAYS.into_iter().find_map(|by| self.next_moved(rows, by)).or_else(|| closing(rows))
    }

    fn next_moved(&self, rows: &Grid, by: isize) -> Option<Next> {
        let columns = |kind| self.columns.iter().filter(move |one| one.column == kind);
        let below = |kinds: [Column; 2]| -> Vec<usize> {
            kinds.into_iter().flat_map(columns).map(|heading| heading.first).collect()
        };
        let points = below([Column::Weight, Column::Score]);
        let results = below([Column::Target, Column::Actual]);
        // One column of figures is found anywhere.
        let sure = by == 0 || points.len() > 1;
        let width = rows.width().saturating_add_signed(by);
        if !sure || width > self.grid.width() + 1 {
            return None;
        }
        let text = |row: usize, col: usize| {
            col.checked_add_signed(-by).map_or("", |col| rows.text(row, col))
        };
        let figure = |row: usize, col: usize| Printed::read(text(row, col));
        let fits = |row: usize| match points.as_slice() {
            [] => results.iter().all(|col| !is_blank(text(row, *col))),
            [one] => figure(row, *one).is_some(),
            [weight, score, ..] => match (figure(row, *weight), figure(row, *score)) {
                // Where it is moved, a score above its weight is more likely another column.
                (Some(weight), Some(score)) => by == 0 || score.figure <= weight.figure,
                _ => false,
            },
        };
        // What stands below a total is no row.
        let end = (0..rows.height()).rfind(|row| closes(rows, *row)).unwrap_or(rows.height());
        let filled = |row: &usize| results.iter().any(|col| !is_blank(text(*row, *col)));
        let told =
            (0..end).filter(|row| has_figure(rows, *row) || (points.is_empty() && filled(row)));
        let told: Vec<usize> =
            told.filter(|row| !closes(rows, *row) && !rows.is_blank(*row)).collect();
        let fitting = told.iter().filter(|row| fits(**row)).count();
        let last = (0..rows.height().min(end + 1)).rfind(|row| closes(rows, *row) || fits(*row))?;
        // A cell that would be moved out at the left would be lost.
        let lost =
            |row: usize| (0..by.min(0).unsigned_abs()).any(|col| !is_blank(rows.text(row, col)));
        let kept = by >= 0 || !(0..=last).any(lost);
        (fitting * 2 > told.len() && kept).then_some(Next { by, rows: last + 1 })
    }
}

/// The line of the total alone.
fn closing(rows: &Grid) -> Option<Next> {
    let first = (0..rows.height()).find(|row| !rows.is_blank(*row))?;
    let last = (first..rows.height()).take(4).rfind(|row| closes(rows, *row))?;
    let own = closes(rows, first) && has_figure(rows, first);
    own.then_some(Next { by: 0, rows: last + 1 })
}

/// Whether the first text of a row is the label of a total or a grade.
fn closes(rows: &Grid, row: usize) -> bool {
    let cells = rows.row(row);
    let first = cells.iter().find(|cell| cell.row == row && !is_blank(&cell.text));
    first.is_some_and(|cell| label(&cell.text).is_some())
}

fn has_figure(rows: &Grid, row: usize) -> bool {
    rows.row(row).iter().any(|cell| Printed::read(&cell.text).is_some())
}
