//! A grid: cells in rows and columns, some of them spanning several.

mod change;

use crate::audit::Flaw;

/// Slots of all grids together at most; 2,000 rows of 20 columns are 40,000.
pub(super) const MAX_SLOTS: usize = 300_000;
/// Columns at most; what lies beyond is cut off.
pub(super) const MAX_COLUMNS: usize = 256;

/// A cell as it comes in.
#[derive(Clone, Debug, Default)]
pub(super) struct RawCell {
    pub text: String,
    /// Rows that it spans; 0 for all that follow in its group.
    pub rowspan: usize,
    pub colspan: usize,
}

/// A row as it comes in.
#[derive(Clone, Debug, Default)]
pub(super) struct RawRow {
    pub cells: Vec<RawCell>,
    /// Which thead, tbody or tfoot it lies in: no cell reaches beyond.
    pub group: usize,
}

/// A cell in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub text: String,
    /// Where it begins.
    pub row: usize,
    pub col: usize,
    /// How far it goes, at least 1.
    pub rowspan: usize,
    pub colspan: usize,
}

/// Cells in rows and columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Grid {
    cells: Vec<Cell>,
    /// For each row and column the number of the cell that covers it.
    slots: Vec<Vec<Option<usize>>>,
    width: usize,
}

impl Grid {
    /// Puts the cells in their places, as the HTML standard has it ("forming a table"): a cell goes
    /// to the first free column of its row, and grows to the right and down. `budget` is what is left
    /// of [`MAX_SLOTS`].
    pub fn new(rows: Vec<RawRow>, budget: &mut usize) -> Result<Grid, Flaw> {
        let ends = group_ends(&rows);
        let mut grid = Grid { slots: vec![Vec::new(); rows.len()], ..Grid::default() };
        spend(budget, rows.len())?;
        for (at, row) in rows.into_iter().enumerate() {
            let mut col = 0;
            for raw in row.cells {
                while grid.slots[at].get(col).is_some_and(Option::is_some) {
                    col += 1;
                }
                if col >= MAX_COLUMNS {
                    break;
                }
                let reach = ends[at] - at;
                let rowspan = if raw.rowspan == 0 { reach } else { raw.rowspan.min(reach) };
                let colspan = raw.colspan.clamp(1, MAX_COLUMNS - col);
                spend(budget, rowspan.saturating_mul(colspan))?;
                grid.place(Cell { text: raw.text, row: at, col, rowspan, colspan });
                col += colspan;
            }
        }
        grid.width = grid.slots.iter().map(Vec::len).max().unwrap_or_default();
        Ok(grid)
    }

    fn place(&mut self, cell: Cell) {
        let number = self.cells.len();
        for slots in self.slots.iter_mut().skip(cell.row).take(cell.rowspan) {
            let end = cell.col + cell.colspan;
            if slots.len() < end {
                slots.resize(end, None);
            }
            // Where cells overlap, the first keeps the place.
            for slot in slots[cell.col..end].iter_mut().filter(|slot| slot.is_none()) {
                *slot = Some(number);
            }
        }
        self.cells.push(cell);
    }

    /// What stands in its cells, in the order in which they came.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.text.as_str())
    }

    pub fn height(&self) -> usize {
        self.slots.len()
    }

    pub fn width(&self) -> usize {
        self.width
    }

    /// The cell that covers a place.
    pub fn cell(&self, row: usize, col: usize) -> Option<&Cell> {
        self.cells.get((*self.slots.get(row)?.get(col)?)?)
    }

    /// What stands in a place, `""` where nothing does.
    pub fn text(&self, row: usize, col: usize) -> &str {
        self.cell(row, col).map_or("", |cell| &cell.text)
    }

    /// The cells that a row passes through, from left to right, each once.
    pub fn row(&self, row: usize) -> Vec<&Cell> {
        let slots = self.slots.get(row).map_or(&[][..], Vec::as_slice);
        let mut numbers: Vec<usize> = slots.iter().flatten().copied().collect();
        numbers.dedup();
        numbers.iter().filter_map(|number| self.cells.get(*number)).collect()
    }

    /// What stands alone in its row.
    pub fn lone(&self, row: usize) -> Option<&str> {
        let cells = self.row(row);
        let mut texts = cells.iter().map(|cell| &cell.text).filter(|text| !is_blank(text));
        let (only, other) = (texts.next()?, texts.next());
        other.is_none().then_some(only)
    }

    /// Whether nothing stands in a row.
    pub fn is_blank(&self, row: usize) -> bool {
        self.row(row).iter().all(|cell| is_blank(&cell.text))
    }

    /// With lines for columns.
    pub fn transposed(&self) -> Grid {
        let mut turned = Grid { slots: vec![Vec::new(); self.width], ..Grid::default() };
        for cell in &self.cells {
            turned.place(Cell {
                text: cell.text.clone(),
                row: cell.col,
                col: cell.row,
                rowspan: cell.colspan,
                colspan: cell.rowspan,
            });
        }
        turned.width = self.slots.len();
        turned
    }

    /// Some of its rows. Cells that reach beyond are cut.
    pub fn rows(&self, rows: std::ops::Range<usize>) -> Grid {
        let mut part = Grid { slots: vec![Vec::new(); rows.len()], ..Grid::default() };
        for cell in &self.cells {
            let (from, to) = (cell.row.max(rows.start), (cell.row + cell.rowspan).min(rows.end));
            if from < to {
                let row = from - rows.start;
                part.place(Cell { row, rowspan: to - from, ..cell.clone() });
            }
        }
        part.width = self.width;
        part
    }

    /// With its cells so many columns further to the right, or to the left: what has no place there
    /// is left out.
    pub fn moved(&self, by: isize) -> Grid {
        let mut moved = Grid { slots: vec![Vec::new(); self.height()], ..Grid::default() };
        for cell in &self.cells {
            let place = cell.col.checked_add_signed(by);
            if let Some(col) = place.filter(|col| col + cell.colspan <= MAX_COLUMNS) {
                moved.place(Cell { col, ..cell.clone() });
            }
        }
        moved.width = moved.slots.iter().map(Vec::len).max().unwrap_or_default();
        moved
    }

    /// Puts another below.
    pub fn append(&mut self, other: Grid) {
        let (height, cells) = (self.height(), self.cells.len());
        self.cells.extend(other.cells.into_iter().map(|mut cell| {
            cell.row += height;
            cell
        }));
        self.slots.extend(other.slots.into_iter().map(|slots| {
            slots.into_iter().map(|slot| slot.map(|number| number + cells)).collect()
        }));
        self.width = self.width.max(other.width);
    }
}

impl Cell {
    /// Whether this is where it begins.
    pub fn begins(&self, row: usize, col: usize) -> bool {
        (self.row, self.col) == (row, col)
    }
}

fn spend(budget: &mut usize, slots: usize) -> Result<(), Flaw> {
    *budget = budget.checked_sub(slots).ok_or(Flaw::TooManyCells { limit: MAX_SLOTS })?;
    Ok(())
}

/// For each row the end of its group.
fn group_ends(rows: &[RawRow]) -> Vec<usize> {
    let mut ends = vec![rows.len(); rows.len()];
    for at in (1..rows.len()).rev() {
        ends[at - 1] = if rows[at - 1].group == rows[at].group { ends[at] } else { at };
    }
    ends
}

/// Whether a cell says nothing: it is empty, or has a dash in it.
pub(super) fn is_blank(text: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '－' | '—' | '–' | '―' | '─' | '−' | '/' | '／' | '\\');
    text.trim().chars().all(|c| dash(c) || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(rows: &[&[(&str, usize, usize)]]) -> Vec<RawRow> {
        let cell = |(text, rowspan, colspan): &(&str, usize, usize)| RawCell {
            text: (*text).to_owned(),
            rowspan: *rowspan,
            colspan: *colspan,
        };
        rows.iter().map(|row| RawRow { cells: row.iter().map(cell).collect(), group: 0 }).collect()
    }

    fn grid(rows: &[&[(&str, usize, usize)]]) -> Grid {
        Grid::new(raw(rows), &mut MAX_SLOTS.clone()).unwrap()
    }

    fn drawn(grid: &Grid) -> Vec<String> {
        let line = |row| (0..grid.width()).map(|col| grid.text(row, col)).collect::<Vec<_>>();
        (0..grid.height()).map(|row| line(row).join("|")).collect()
    }

    #[test]
    fn a_cell_goes_to_the_first_free_column() {
        let grid = grid(&[
            &[("a", 2, 1), ("b", 1, 2), ("c", 1, 1)],
            &[("d", 1, 1), ("e", 1, 1), ("f", 1, 1)],
        ]);
        assert_eq!(drawn(&grid), ["a|b|b|c", "a|d|e|f"]);
        assert_eq!(drawn(&grid.transposed()), ["a|a", "b|d", "b|e", "c|f"]);
        assert_eq!(drawn(&grid.rows(1..2)), ["a|d|e|f"]);
    }

    #[test]
    fn a_span_ends_with_the_table_and_zero_means_to_its_end() {
        let grid = grid(&[&[("a", 0, 1), ("b", 99, 1)], &[("c", 1, 1)], &[]]);
        assert_eq!(drawn(&grid), ["a|b|", "a|b|c", "a|b|"]);
    }

    #[test]
    fn spans_that_would_fill_the_memory_are_refused() {
        let rows: Vec<RawRow> = (0..20_000)
            .map(|_| RawRow {
                cells: vec![RawCell { text: String::new(), rowspan: 60_000, colspan: 60_000 }],
                group: 0,
            })
            .collect();
        let refused = Grid::new(rows, &mut MAX_SLOTS.clone());
        assert_eq!(refused, Err(Flaw::TooManyCells { limit: MAX_SLOTS }));
    }

    #[test]
    fn a_dash_says_nothing() {
        assert!(["", " ", "-", "——", "/", "－"].into_iter().all(is_blank));
        assert!(!is_blank("0") && !is_blank("无"));
    }
}
