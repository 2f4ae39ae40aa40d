//! What a person changes in a grid.

use super::{Cell, Grid, MAX_SLOTS};

impl Grid {
    /// As many empty rows.
    pub fn blank(height: usize, width: usize) -> Grid {
        Grid { cells: Vec::new(), slots: vec![Vec::new(); height], width }
    }

    /// Writes into the cell that begins in a place, or into a new one where nothing is. Nothing
    /// happens below a cell that reaches over the place.
    pub fn set(&mut self, row: usize, col: usize, text: &str) {
        match self.slots.get(row).map(|slots| slots.get(col).copied().flatten()) {
            Some(Some(number)) => {
                if let Some(cell) = self.cells.get_mut(number).filter(|cell| cell.begins(row, col))
                {
                    text.clone_into(&mut cell.text);
                }
            }
            Some(None) if col < self.width => {
                self.place(Cell { text: text.to_owned(), row, col, rowspan: 1, colspan: 1 });
            }
            _ => {}
        }
    }

    /// Puts an empty row above another; cells that reach over both reach over it too. Nothing happens
    /// where there are [`MAX_SLOTS`]; whether it did.
    pub fn insert(&mut self, at: usize) -> bool {
        if at > self.height() || (self.height() + 1).saturating_mul(self.width) > MAX_SLOTS {
            return false;
        }
        let (above, below) =
            (at.checked_sub(1).and_then(|at| self.slots.get(at)), self.slots.get(at));
        let through = match (above, below) {
            (Some(above), Some(below)) => {
                let both = above.iter().zip(below);
                both.map(|(one, other)| one.filter(|_| one == other)).collect()
            }
            _ => Vec::new(),
        };
        for cell in &mut self.cells {
            if cell.row >= at {
                cell.row += 1;
            } else if cell.row + cell.rowspan > at {
                cell.rowspan += 1;
            }
        }
        self.slots.insert(at, through);
        true
    }

    /// Takes everything out of a row. A cell that reaches below it begins there instead.
    pub fn clear(&mut self, row: usize) {
        let Some(slots) = self.slots.get_mut(row).map(std::mem::take) else { return };
        for number in slots.into_iter().flatten() {
            if let Some(cell) = self.cells.get_mut(number).filter(|cell| cell.row == row)
                && cell.rowspan > 1
            {
                (cell.row, cell.rowspan) = (row + 1, cell.rowspan - 1);
            }
        }
    }
}
