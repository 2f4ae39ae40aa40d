//! A line of the body: what stands in it below each head.

use super::draft::Draft;
use super::grid::{Cell, is_blank};
use super::names::{Label, Name, label};
use crate::audit::{Column, Printed};

/// A line of the body.
pub(super) struct Line<'d> {
    pub draft: &'d Draft,
    /// Its number in the grid.
    pub number: usize,
    /// Its cells, those that span from above included.
    pub cells: Vec<&'d Cell>,
    /// The names of the levels as the cells have them.
    pub names: [Name; 3],
    /// The label in a cell of the line that is no indicator's, with its cell.
    pub label: Option<(Label, &'d Cell)>,
}

impl<'d> Line<'d> {
    pub fn new(draft: &'d Draft, number: usize) -> Line<'d> {
        let (cells, names) = (draft.grid.row(number), Default::default());
        let mut line = Line { draft, number, cells, names, label: None };
        line.names = [Column::Level1, Column::Level2, Column::Level3].map(|level| line.name(level));
        line.label = line.find_label();
        line
    }

    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| is_blank(&cell.text))
    }

    /// The cells that begin below the heads of a column.
    pub fn below(&self, column: Column) -> impl Iterator<Item = &'d Cell> + use<'_, 'd> {
        let heads = self.draft.columns.iter().filter(move |heading| heading.column == column);
        heads.flat_map(|heading| {
            let reach = heading.first..=heading.last;
            self.cells.iter().copied().filter(move |cell| reach.contains(&cell.col))
        })
    }

    /// What stands below the heads of a column; `""` for nothing and for a dash.
    pub fn text(&self, column: Column) -> String {
        let texts = self.below(column).map(|cell| cell.text.trim());
        texts.filter(|text| !is_blank(text)).collect::<Vec<_>>().join(" ")
    }

    /// The cell with a text below the heads of a column.
    pub fn cell(&self, column: Column) -> Option<&'d Cell> {
        self.below(column).find(|cell| !is_blank(&cell.text))
    }

    /// Whether what stands below the heads of a column begins in this line.
    pub fn is_own(&self, column: Column) -> bool {
        self.cell(column).is_some_and(|cell| cell.row == self.number)
    }

    fn name(&self, column: Column) -> Name {
        let brackets = self.draft.brackets(column);
        let names = self.below(column).filter(|cell| !is_blank(&cell.text));
        let mut names: Vec<Name> =
            names.map(|cell| Name::with_points(&cell.text, brackets)).collect();
        match names.len() {
            0 | 1 => names.pop().unwrap_or_default(),
            // Of four levels the second and third are one name.
            _ => Name {
                name: names.iter().map(|name| name.name.as_str()).collect::<Vec<_>>().join(" / "),
                ..Name::default()
            },
        }
    }

    /// The first label from the left. It is the first text of the line or stands among the names.
    fn find_label(&self) -> Option<(Label, &'d Cell)> {
        let own = self.cells.iter().filter(|cell| cell.row == self.number && !is_blank(&cell.text));
        let first = own.clone().next().copied();
        let among_names = own.filter(|cell| {
            self.draft.columns.iter().any(|heading| {
                heading.column.level().is_some()
                    && cell.col <= heading.last
                    && heading.first < cell.col + cell.colspan
            })
        });
        let found = first.into_iter().chain(among_names.copied());
        found.into_iter().find_map(|cell| Some((label(&cell.text)?.0, cell)))
    }

    /// Whether points stand in it: a weight or a score that is a figure, its own or one that spans
    /// from above.
    pub fn has_points(&self) -> bool {
        let figure = |column| Printed::read(&self.text(column)).is_some();
        let in_name = self.names.iter().rev().find(|name| !name.name.is_empty());
        figure(Column::Weight)
            || figure(Column::Score)
            || in_name.is_some_and(|name| !name.score.is_empty())
    }

    /// Whether anything stands in it beside names and words.
    pub fn has_figures(&self) -> bool {
        let columns = [
            Column::Weight,
            Column::Score,
            Column::Target,
            Column::Actual,
            Column::Completion,
            Column::ScoreRate,
            Column::Deduction,
        ];
        columns.into_iter().any(|column| !self.text(column).is_empty())
            || (1..=3)
                .any(|level| !self.names[level - 1].weight.is_empty() && self.level() == level)
    }

    /// The lowest level that has a name of its own here; 0 for none.
    pub fn level(&self) -> usize {
        let columns = [Column::Level1, Column::Level2, Column::Level3];
        columns.iter().rposition(|column| self.is_own(*column)).map_or(0, |at| at + 1)
    }

    /// The cell with a figure below the heads of a column, or reaching over them.
    pub fn figure_over(&self, column: Column, from: usize) -> Option<&'d Cell> {
        let over = |cell: &&&Cell| {
            self.draft.columns.iter().any(|heading| {
                heading.column == column
                    && cell.col <= heading.last
                    && heading.first < cell.col + cell.colspan
            })
        };
        let own = self.cells.iter().filter(|cell| cell.row == self.number && cell.col >= from);
        own.filter(over).copied().find(|cell| Printed::read(&cell.text).is_some())
    }
}
