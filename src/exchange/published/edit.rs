//! What a person changes in a draft: what its columns hold, its cells, its lines.

use super::Draft;
use super::grid::{Grid, MAX_COLUMNS, MAX_SLOTS, is_blank};
use super::heads::Heading;
use super::names::label;
use crate::audit::{Column, How};

/// Bytes that are kept of the text of a cell; the longest that is printed has a tenth of it.
const MAX_TEXT: usize = 20_000;

impl Draft {
    /// An empty table with these heads, to be filled in by hand. At most 256 columns, and as many
    /// lines as the reader takes cells.
    ///
    /// ```
    /// use jiheng::audit::Column;
    /// use jiheng::exchange::published::Draft;
    /// let mut draft = Draft::blank(&[("指标", Column::Level3), ("得分", Column::Score)], 1);
    /// let line = draft.lines().next().unwrap();
    /// draft.set(line, 0, "甲");
    /// draft.set(line, 1, "5");
    /// assert_eq!(draft.table().rows[0].score, "5");
    /// ```
    pub fn blank(heads: &[(&str, Column)], lines: usize) -> Draft {
        let heads = &heads[..heads.len().min(MAX_COLUMNS)];
        let width = heads.len();
        let lines = lines.min(MAX_SLOTS / width.max(1) - 1);
        let mut grid = Grid::blank(lines + 1, width);
        let heading = |(at, (head, column)): (usize, &(&str, Column))| Heading {
            head: (*head).to_owned(),
            column: *column,
            how: How::Hand,
            first: at,
            last: at,
        };
        let columns = heads.iter().enumerate().map(heading).collect();
        for (at, (head, _)) in heads.iter().enumerate() {
            grid.set(0, at, head);
        }
        Draft { columns, grid, head: 0..1, body: 1..lines + 1, pieces: 1, ..Draft::default() }
    }

    /// Says what a column holds. Nothing happens where there is no such column.
    pub fn assign(&mut self, column: usize, holds: Column) {
        if let Some(heading) = self.columns.get_mut(column) {
            heading.column = holds;
            heading.how = How::Hand;
        }
    }

    /// The numbers of the lines of its body in their order, without those that repeat the heads. A
    /// number stays that of its line until [`Draft::add_line`] puts one above it.
    pub fn lines(&self) -> impl Iterator<Item = usize> + '_ {
        let out = |line: &usize| self.repeated.contains(line) || self.removed.contains(line);
        self.body.clone().filter(move |line| !out(line))
    }

    /// What stands in a line below a heading, `""` for nothing; none where the cell is part of one that
    /// begins above or to the left.
    pub fn text(&self, line: usize, column: usize) -> Option<&str> {
        let at = self.place(line, column)?;
        Some(self.grid.text(line, at))
    }

    /// Writes below a heading; what is longer than 20,000 bytes is cut. Nothing happens where
    /// [`Draft::text`] has none.
    pub fn set(&mut self, line: usize, column: usize, text: &str) {
        if let Some(at) = self.place(line, column) {
            self.grid.set(line, at, &text[..text.floor_char_boundary(MAX_TEXT)]);
        }
    }

    /// Adds an empty line below the others, above the lines of the total and the grade. Nothing
    /// happens where the table has as many cells as the reader takes.
    pub fn add_line(&mut self) {
        let closing = |line: &usize| self.removed.contains(line) || self.closes(*line);
        let at = self.body.clone().rev().find(|line| !closing(line));
        let at = at.map_or(self.body.start, |line| line + 1);
        if !self.grid.insert(at) {
            return;
        }
        self.body.end += 1;
        for lines in [&mut self.repeated, &mut self.removed] {
            *lines = lines.iter().map(|line| line + usize::from(*line >= at)).collect();
        }
    }

    /// Takes a line out. A cell that reaches below it begins in the next one instead.
    pub fn remove_line(&mut self, line: usize) {
        if self.body.contains(&line) && self.removed.insert(line) {
            self.grid.clear(line);
        }
    }

    /// Whether a line of the body holds the total or the grade.
    fn closes(&self, line: usize) -> bool {
        let own = self.grid.row(line).into_iter().filter(|cell| cell.row == line);
        let mut own = own.filter(|cell| !is_blank(&cell.text));
        own.next().is_some_and(|cell| label(&cell.text).is_some())
    }

    /// The column of the grid in which the cell below a heading begins: the first with a text.
    fn place(&self, line: usize, column: usize) -> Option<usize> {
        let heading = self.columns.get(column)?;
        if !self.body.contains(&line) || self.removed.contains(&line) {
            return None;
        }
        let begins =
            |at: &usize| self.grid.cell(line, *at).is_none_or(|cell| cell.begins(line, *at));
        let mut places = (heading.first..=heading.last).filter(begins);
        let first = places.clone().next();
        places.find(|at| !is_blank(self.grid.text(line, *at))).or(first)
    }
}
