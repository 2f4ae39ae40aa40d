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

#[cfg(test)]
mod tests {
    use super::super::{Input, read};
    use super::*;

    const TABLE: &str = "<table><tr><td>一级指标<td>二级指标<td>分值<td>得分
        <tr><td rowspan=2>决策<td>立项<td>10<td>9<tr><td>目标<td>10<td>8
        <tr><td>过程<td>组织<td>10<td>7<tr><td colspan=2>合计<td>30<td>24</table>";

    fn draft(html: &str) -> Draft {
        read(Input::Html(html)).drafts.remove(0)
    }

    /// The lines, their cells as they can be written into; `^` where one reaches over from elsewhere.
    fn drawn(draft: &Draft) -> Vec<String> {
        let cell = |line, column| draft.text(line, column).unwrap_or("^");
        let line = |line| {
            let cells = (0..draft.columns.len()).map(|column| cell(line, column));
            cells.collect::<Vec<_>>().join("|")
        };
        draft.lines().map(line).collect()
    }

    fn rows(draft: &Draft) -> Vec<String> {
        let rows = draft.table().rows;
        rows.iter().map(|row| [&*row.l1, &row.l2, &row.weight, &row.score].join("|")).collect()
    }

    #[test]
    fn a_cell_is_written_where_it_begins_and_nowhere_else() {
        let mut draft = draft(TABLE);
        let due = ["决策|立项|10|9", "^|目标|10|8", "过程|组织|10|7", "合计|^|30|24"];
        assert_eq!(drawn(&draft), due);
        let lines: Vec<usize> = draft.lines().collect();
        draft.set(lines[1], 0, "x");
        draft.set(lines[3], 1, "x");
        draft.set(lines[1], 9, "x");
        draft.set(99, 0, "x");
        assert_eq!(drawn(&draft), due);
        draft.set(lines[1], 3, "8.5");
        draft.set(lines[0], 0, "投入");
        assert_eq!(rows(&draft), ["投入|立项|10|9", "投入|目标|10|8.5", "过程|组织|10|7"]);
    }

    #[test]
    fn a_line_is_added_above_the_total_and_is_none_while_it_is_empty() {
        let mut draft = draft(TABLE);
        draft.add_line();
        assert_eq!(drawn(&draft)[3..], ["|||", "合计|^|30|24"]);
        assert_eq!(rows(&draft).len(), 3);
        let line = draft.lines().nth(3).unwrap();
        for (column, text) in ["产出", "数量", "70", "60"].into_iter().enumerate() {
            draft.set(line, column, text);
        }
        assert_eq!(rows(&draft)[3], "产出|数量|70|60");
        assert_eq!(draft.table().total, "24");
    }

    #[test]
    fn a_name_that_spans_lines_outlives_the_first_of_them() {
        let mut draft = draft(TABLE);
        let line = draft.lines().next().unwrap();
        draft.remove_line(line);
        assert_eq!(drawn(&draft), ["决策|目标|10|8", "过程|组织|10|7", "合计|^|30|24"]);
        draft.set(line, 1, "x");
        assert_eq!(rows(&draft), ["决策|目标|10|8", "过程|组织|10|7"]);
        draft.lines().collect::<Vec<_>>().into_iter().for_each(|line| draft.remove_line(line));
        draft.add_line();
        assert_eq!(drawn(&draft), ["|||"]);
        assert_eq!(rows(&draft), [""; 0]);
    }

    #[test]
    fn a_table_is_typed_into_an_empty_one() {
        let heads = [("指标", Column::Level3), ("分值", Column::Weight), ("得分", Column::Score)];
        let mut draft = Draft::blank(&heads, 2);
        assert!(draft.is_audited());
        assert_eq!(drawn(&draft), ["||", "||"]);
        for (column, text) in ["甲", "10", "9"].into_iter().enumerate() {
            draft.set(1, column, text);
        }
        assert_eq!(rows(&draft), ["||10|9"]);
        draft.set(1, 0, &"好".repeat(MAX_TEXT));
        assert_eq!(draft.text(1, 0).unwrap().len(), 19_998);
    }

    #[test]
    fn a_table_has_no_more_cells_than_the_reader_takes() {
        let draft = Draft::blank(&[("指标", Column::Level3); 300], usize::MAX);
        assert_eq!(draft.columns.len(), MAX_COLUMNS);
        let mut full = Draft::blank(&[("指标", Column::Level3)], usize::MAX);
        let before = full.lines().count();
        full.add_line();
        assert_eq!(full.lines().count(), before);
        assert_eq!(before, MAX_SLOTS - 1);
        assert_eq!(Draft::blank(&[], 3).lines().count(), 3);
    }
}
