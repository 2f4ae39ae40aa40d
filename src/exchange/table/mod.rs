//! A neutral table: what the documents' tables are built as, before they are drawn or copied.
//!
//! A table holds texts that are ready to show; it knows nothing of points or indicators. Its two
//! writers put it on the clipboard, for Excel ([`Table::tsv`]) and for Word ([`Table::html`]).

mod guard;
mod html;
mod tsv;

/// A table with a title above and notes below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Title; empty for none.
    pub title: String,
    /// Rows of column headers.
    pub head: Vec<Row>,
    /// The other rows.
    pub body: Vec<Row>,
    /// Sentences below the table.
    pub notes: Vec<String>,
}

/// A row. Cells that a cell above spans are left out, as in HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// From left to right.
    pub cells: Vec<Cell>,
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Row {
        Row { cells }
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it says, ready to show.
    pub text: String,
    /// Where the text stands in it.
    pub align: Align,
    /// What it is the header of; none for data.
    pub scope: Option<Scope>,
    /// Columns that it spans; 0 counts as 1.
    pub colspan: u16,
    /// Rows that it spans; 0 counts as 1.
    pub rowspan: u16,
}

/// Where the text stands in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Left: texts.
    #[default]
    Start,
    /// Middle: headers.
    Centre,
    /// Right: figures.
    End,
}

/// What a header cell is the header of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A column.
    Column,
    /// Several columns.
    ColumnGroup,
    /// A row.
    Row,
    /// Several rows.
    RowGroup,
}

impl Scope {
    /// The value of the HTML attribute.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Column => "col",
            Scope::ColumnGroup => "colgroup",
            Scope::Row => "row",
            Scope::RowGroup => "rowgroup",
        }
    }
}

impl Align {
    /// The value of the HTML attribute.
    pub fn name(self) -> &'static str {
        match self {
            Align::Start => "left",
            Align::Centre => "center",
            Align::End => "right",
        }
    }
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), align: Align::Start, scope: None, colspan: 1, rowspan: 1 }
    }

    /// A figure.
    pub fn number(text: impl Into<String>) -> Cell {
        Cell { align: Align::End, ..Cell::text(text) }
    }

    /// A short text, such as a grade.
    pub fn centred(text: impl Into<String>) -> Cell {
        Cell { align: Align::Centre, ..Cell::text(text) }
    }

    /// The header of a column.
    pub fn head(text: impl Into<String>) -> Cell {
        Cell { scope: Some(Scope::Column), ..Cell::centred(text) }
    }

    /// The header of a row.
    pub fn side(text: impl Into<String>) -> Cell {
        Cell { scope: Some(Scope::Row), ..Cell::text(text) }
    }

    /// The same cell over `columns` columns; the header of one becomes that of all.
    pub fn across(mut self, columns: u16) -> Cell {
        self.colspan = columns;
        if self.scope == Some(Scope::Column) && columns > 1 {
            self.scope = Some(Scope::ColumnGroup);
        }
        self
    }

    /// The same cell over `rows` rows; the header of one becomes that of all.
    pub fn down(mut self, rows: u16) -> Cell {
        self.rowspan = rows;
        if self.scope == Some(Scope::Row) && rows > 1 {
            self.scope = Some(Scope::RowGroup);
        }
        self
    }

    fn columns(&self) -> usize {
        usize::from(self.colspan.max(1))
    }

    fn rows(&self) -> usize {
        usize::from(self.rowspan.max(1))
    }
}

impl Table {
    /// Columns of the widest row, spanned ones included.
    pub fn columns(&self) -> usize {
        let width = |rows| grid(rows).iter().map(Vec::len).max().unwrap_or(0);
        width(&self.head).max(width(&self.body))
    }
}

/// What stands in each column of each row: a cell where it begins, nothing where one spans.
///
/// A cell that spans more rows than there are is cut off at the last, as browsers do.
fn grid(rows: &[Row]) -> Vec<Vec<Option<&Cell>>> {
    let mut grid = Vec::with_capacity(rows.len());
    // Rows below that are taken, for each column.
    let mut taken: Vec<usize> = Vec::new();
    for row in rows {
        let mut line = Vec::new();
        let mut free = row.cells.iter();
        loop {
            if let Some(below) = taken.get_mut(line.len()).filter(|below| **below > 0) {
                *below -= 1;
                line.push(None);
                continue;
            }
            let Some(cell) = free.next() else { break };
            for column in 0..cell.columns() {
                let at = line.len();
                line.push((column == 0).then_some(cell));
                if taken.len() <= at {
                    taken.resize(at + 1, 0);
                }
                if let Some(below) = taken.get_mut(at) {
                    *below = cell.rows() - 1;
                }
            }
        }
        grid.push(line);
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(rows: Vec<Vec<Cell>>) -> Vec<String> {
        let rows: Vec<Row> = rows.into_iter().map(Row::from).collect();
        let shown = |cell: &Option<&Cell>| cell.map_or("·", |cell| cell.text.as_str()).to_owned();
        grid(&rows).iter().map(|line| line.iter().map(shown).collect()).collect()
    }

    #[test]
    fn spanned_cells_keep_the_columns_in_line() {
        let a = || Cell::text("a");
        assert_eq!(
            shape(vec![
                vec![a().down(2), Cell::text("b").across(2), Cell::text("c")],
                vec![Cell::text("d"), Cell::text("e"), Cell::text("f")],
            ]),
            ["ab·c", "·def"]
        );
        assert_eq!(
            shape(vec![
                vec![Cell::text("b").across(2).down(2), a()],
                vec![Cell::text("c").down(9)],
                vec![Cell::text("d"), Cell::text("e")],
            ]),
            ["b·a", "··c", "de·"]
        );
        assert_eq!(shape(vec![vec![a().across(0).down(0)], vec![]]), ["a", ""]);
    }

    #[test]
    fn headers_over_several_columns_or_rows_say_so() {
        assert_eq!(Cell::head("x").across(2).scope, Some(Scope::ColumnGroup));
        assert_eq!(Cell::head("x").down(2).scope, Some(Scope::Column));
        assert_eq!(Cell::side("x").down(2).scope, Some(Scope::RowGroup));
        let table = Table {
            head: vec![vec![Cell::head("x").across(3)].into()],
            body: vec![vec![Cell::side("y"), Cell::number("1")].into()],
            ..Table::default()
        };
        assert_eq!(table.columns(), 3);
    }
}
