//! Lines that are no indicator: the total, the grade, subtotals.

use super::super::grid::{Cell, is_blank};
use super::super::line::Line;
use super::super::names::{Label, Name, grade, label};
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
        self.in_brackets(line, cell);
        let figures: Vec<&String> =
            values.iter().filter(|value| Printed::read(value).is_some()).collect();
        let below = |column| {
            let over = line.figure_over(column, cell.col + cell.colspan)?;
            let text = over.text.trim().to_owned();
            figures.contains(&&text).then_some((over, text))
        };
        // A cell that reaches over both columns stands below neither.
        let (weight, score) = match (below(Column::Weight), below(Column::Score)) {
            (Some((one, _)), Some((other, _))) if std::ptr::eq(one, other) => (None, None),
            (weight, score) => (weight.map(|(_, text)| text), score.map(|(_, text)| text)),
        };
        // 93.5 93.50% beside 100, moved by a column: the rate is no total.
        let rate = |text: &String| Printed::read(text).is_some_and(|figure| figure.is_percent());
        let (weight, score) = match score.as_ref().is_some_and(rate) && figures.len() > 2 {
            true if !weight.as_ref().is_some_and(rate) => (None, None),
            _ => (weight, score),
        };
        let (full, total) = match (weight, score, figures.as_slice()) {
            (weight, Some(score), _) => (weight.unwrap_or_default(), score),
            (None, None, [total]) => (String::new(), (*total).clone()),
            (Some(weight), None, [_]) => (weight, String::new()),
            (_, None, [full, others @ ..]) => {
                self.marks.noted.push(Assumption::TotalByOrder { line: line.number });
                // The rate stands behind the score.
                let before = others.iter().position(|text| rate(text)).filter(|at| *at > 0);
                let total = before.map_or(others.first(), |rate| others.get(rate - 1));
                ((*full).clone(), total.map_or(String::new(), |total| (*total).clone()))
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

    /// What stands in brackets behind the label: 合计（100分）, 总分（100/94.5）.
    fn in_brackets(&mut self, line: &Line<'d>, cell: &Cell) {
        let levels = [Column::Level1, Column::Level2, Column::Level3];
        let brackets = levels.into_iter().find_map(|level| line.draft.brackets(level));
        let Name { name, weight, score } = Name::with_points(&cell.text, brackets);
        if weight.is_empty() && score.is_empty() {
            return;
        }
        self.marks.weighted.push(name);
        for (place, text) in [(&mut self.table.full_score, weight), (&mut self.table.total, score)]
        {
            if !text.is_empty() {
                *place = text;
            }
        }
    }
}
