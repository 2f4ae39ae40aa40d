//! Lines that are no indicator: the total, the grade, subtotals.

use super::super::grid::{Cell, is_blank};
use super::super::line::Line;
use super::super::names::{Label, grade, label, of_subtotal};
use super::Reader;
use crate::audit::{Assumption, Column, Printed};

impl<'d> Reader<'d> {
    /// The line of the total, the grade, or both: what stands behind each label is its value.
    pub(super) fn closing(&mut self, line: &Line<'d>) {
        let mut open: Option<(Label, &Cell)> = None;
        let mut loose: Vec<String> = Vec::new();
        let own = line.cells.iter().filter(|cell| cell.row == line.number && !is_blank(&cell.text));
        for cell in own {
            if let Some((kind, value)) = label(&cell.text) {
                self.total(line, open.take(), std::mem::take(&mut loose));
                open = Some((kind, cell));
                loose.extend((!value.is_empty()).then_some(value));
            } else {
                loose.push(cell.text.trim().to_owned());
            }
        }
        self.total(line, open, loose);
    }

    fn total(&mut self, line: &Line<'d>, label: Option<(Label, &Cell)>, values: Vec<String>) {
        let Some((label, cell)) = label else { return };
        if label == Label::Grade {
            if let Some(grade) = values.iter().find_map(|value| grade(value)) {
                self.table.grade = grade;
            }
            return;
        }
        let figures: Vec<&String> =
            values.iter().filter(|value| Printed::read(value).is_some()).collect();
        let below = |column| {
            let figure = line.figure_over(column, cell.col + cell.colspan);
            figure.filter(|figure| figures.contains(&figure))
        };
        let (weight, score) = (below(Column::Weight), below(Column::Score));
        let (full, total) = match (weight, score, figures.as_slice()) {
            (weight, Some(score), _) => (weight.unwrap_or_default(), score),
            (None, None, [total]) => (String::new(), (*total).clone()),
            (Some(weight), None, [_]) => (weight, String::new()),
            (_, None, [full, total, ..]) => {
                self.marks.noted.push(Assumption::TotalByOrder { line: line.number });
                ((*full).clone(), (*total).clone())
            }
            _ => return,
        };
        if !full.is_empty() {
            self.table.full_score = full;
        }
        if !total.is_empty() {
            self.table.total = total;
        }
    }

    /// A line 小计, 决策合计, or 合计 above other indicators.
    pub(super) fn subtotal(&mut self, line: &Line<'d>, cell: &Cell) {
        let named = of_subtotal(&cell.text);
        let [first, second, _] = &self.above;
        let path = if !named.is_empty() && second.contains(&named) && !first.contains(&named) {
            vec![first.clone(), second.clone()]
        } else {
            let under = line.draft.columns.iter().find(|heading| heading.last >= cell.col);
            let third = under.is_some_and(|heading| heading.column == Column::Level3);
            let of_second = named.is_empty() && third && !second.is_empty();
            if of_second { vec![first.clone(), second.clone()] } else { vec![first.clone()] }
        };
        let path: Vec<String> = path.into_iter().filter(|name| !name.is_empty()).collect();
        if path.is_empty() {
            return self.closing(line);
        }
        self.group(line, path);
    }
}
