//! Tables that nothing tells the columns of: a person may say what they hold.

use super::draft::Draft;
use super::grid::{Cell, Grid, is_blank};
use super::heads;
use crate::audit::{Column, Flaw, How, Printed};

/// A draft of a grid without known heads; none for what is hardly a table. Its first row is its heads
/// unless figures stand in it.
pub(super) fn draft(grid: Grid, spaced: bool) -> Option<Draft> {
    if !is_table(&grid) || (spaced && !is_regular(&grid)) {
        return None;
    }
    let first = (0..grid.height()).find(|row| own(&grid, *row).count() > 1)?;
    let head = if has_figures(&grid, first) { first..first } else { first..first + 1 };
    let mut draft = Draft::new(grid, 0..first, head);
    if draft.is_audited() {
        // 项目, 计划数 and 实际数 are heads of any account.
        for heading in draft.columns.iter_mut().filter(|one| one.column.level().is_some()) {
            (heading.column, heading.how) = (Column::Ignored, How::Unknown);
        }
    }
    Some(draft)
}

/// Why such a grid is not audited; none where nothing stands in it.
pub(super) fn flaw(grid: &Grid) -> Option<Flaw> {
    let first = (0..grid.height()).find(|row| heads::line(grid, *row).len() > 1)?;
    Some(match has_figures(grid, first) {
        true => Flaw::NoHeads,
        false => Flaw::NoScoreColumn { heads: heads::line(grid, first) },
    })
}

fn own(grid: &Grid, row: usize) -> impl Iterator<Item = &Cell> {
    grid.row(row).into_iter().filter(move |cell| cell.row == row && !is_blank(&cell.text))
}

fn has_figures(grid: &Grid, row: usize) -> bool {
    own(grid, row).any(|cell| Printed::read(&cell.text).is_some())
}

/// Two columns, with something in two rows of each.
fn is_table(grid: &Grid) -> bool {
    let mut filled = vec![0_usize; grid.width()];
    for cell in (0..grid.height()).flat_map(|row| own(grid, row)) {
        filled[cell.col] += 1;
    }
    filled.into_iter().filter(|rows| *rows > 1).count() > 1
}

/// As text that spaces part can be a table: three rows, all of as many cells, and a column of figures.
fn is_regular(grid: &Grid) -> bool {
    let rows = || 0..grid.height();
    let figure = |row: usize, col: usize| Printed::read(grid.text(row, col)).is_some();
    let even = rows().all(|row| own(grid, row).count() == grid.width());
    let column = (1..grid.width()).any(|col| rows().skip(1).all(|row| figure(row, col)));
    grid.height() > 2 && even && column
}
