//! 双因素 as a table: a total in each cell, coloured by its grade, with lines between the grades.

use crate::app::desk::drawn::{Drawn, el};

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The total, as written.
    pub total: String,
    /// The best and the certain grade, 0 for the best of all: the same where the grade is settled.
    pub grades: (usize, usize),
    /// The name of its grade, or those that are possible.
    pub name: String,
    /// Whether both inputs are what they are now.
    pub now: bool,
}

/// A table of totals by two inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// What it shows: the id of what says so. A caption would be as wide as the table, and scroll.
    pub labelled_by: &'static str,
    /// The inputs: that of the columns, that of the rows.
    pub inputs: [String; 2],
    /// The values of the input of the columns.
    pub columns: Vec<String>,
    /// The values of the input of the rows, each with its cells.
    pub rows: Vec<(String, Vec<Cell>)>,
}

/// From the best grade down; those below have the colour of the last.
const GRADES: [&str; 5] =
    ["heat__cell--1", "heat__cell--2", "heat__cell--3", "heat__cell--4", "heat__cell--5"];

impl Heat {
    /// The table. The arrow keys go from cell to cell, beginning with what is so now.
    pub fn draw(&self) -> Drawn {
        let across = el("th", "heat__input")
            .attr("scope", "colgroup")
            .attr("colspan", self.columns.len().to_string())
            .text(self.inputs[0].as_str());
        let corner = el("th", "heat__input")
            .attr("scope", "col")
            .attr("rowspan", "2")
            .text(self.inputs[1].as_str());
        let columns = self.columns.iter();
        let columns = columns.map(|name| value("col", name));
        let first = self.first();
        let rows = self.rows.iter().enumerate().map(|(at, (value, cells))| {
            let side = self::value("row", value);
            let cells = (0..cells.len()).map(|column| self.cell(at, column, first));
            el("tr", "").child(side).children(cells)
        });
        let head = el("thead", "")
            .child(el("tr", "").child(corner).child(across))
            .child(el("tr", "").children(columns));
        el("table", "heat")
            .attr("role", "grid")
            .attr("data-grid", "true")
            .attr("aria-labelledby", self.labelled_by)
            .child(head)
            .child(el("tbody", "").children(rows))
    }

    /// The cell that the tab key reaches.
    fn first(&self) -> (usize, usize) {
        let mut all = self.rows.iter().enumerate();
        let now = all.find_map(|(at, (_, cells))| Some((at, cells.iter().position(|c| c.now)?)));
        now.unwrap_or_default()
    }

    fn at(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.1.get(column)
    }

    fn cell(&self, row: usize, column: usize, first: (usize, usize)) -> Drawn {
        let blank = Cell::default();
        let cell = self.at(row, column).unwrap_or(&blank);
        let other = |row: Option<usize>, column: Option<usize>| {
            let beside = self.at(row?, column?)?;
            (beside.grades != cell.grades).then_some(())
        };
        // A colour says a grade: what is still open has none.
        let (best, certain) = cell.grades;
        let settled = Some(best).filter(|best| *best == certain);
        let grade = settled.and_then(|grade| GRADES.get(grade).or(GRADES.last()));
        let mut class =
            ["heat__cell"].into_iter().chain(grade.copied()).collect::<Vec<_>>().join(" ");
        let edges = [
            (" heat__cell--above", other(row.checked_sub(1), Some(column))),
            (" heat__cell--before", other(Some(row), column.checked_sub(1))),
            (" heat__cell--now", cell.now.then_some(())),
        ];
        for (edge, _) in edges.iter().filter(|(_, there)| there.is_some()) {
            class.push_str(edge);
        }
        let reached = if (row, column) == first { "0" } else { "-1" };
        el("td", &class)
            .attr("tabindex", reached)
            .attr("aria-current", if cell.now { "true" } else { "" })
            .child(el("span", "whole").text(cell.total.as_str()))
            .text(" ")
            .child(el("span", "heat__grade").text(cell.name.as_str()))
    }
}

/// Characters from which a value is words to read rather than a figure.
const WORDS: usize = 12;

fn value(scope: &str, value: &str) -> Drawn {
    let words = value.chars().count() >= WORDS;
    let class = if words { "heat__value heat__value--words" } else { "heat__value" };
    el("th", class).attr("scope", scope).text(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_where_the_grade_changes_and_one_cell_is_reached_by_tab() {
        let cell = |total: &str, grade: usize, now| {
            let name = ["优", "良"][grade].to_owned();
            Cell { total: total.into(), grades: (grade, grade), name, now }
        };
        let heat = Heat {
            labelled_by: "",
            inputs: ["参保人数".into(), "满意度".into()],
            columns: vec!["27000".into(), "30437".into()],
            rows: vec![
                ("80%".into(), vec![cell("89.2", 1, false), cell("90.1", 0, false)]),
                ("91%".into(), vec![cell("92.9", 0, false), cell("93.5", 0, true)]),
            ],
        };
        let drawn = heat.draw();
        let classes: Vec<&str> =
            drawn.all("heat__cell").into_iter().map(|cell| cell.get("class")).collect();
        let expected = [
            "heat__cell heat__cell--2",
            "heat__cell heat__cell--1 heat__cell--before",
            "heat__cell heat__cell--1 heat__cell--above",
            "heat__cell heat__cell--1 heat__cell--now",
        ];
        assert_eq!(classes, expected);
        let reached = drawn.all("heat__cell").into_iter().map(|cell| cell.get("tabindex"));
        assert_eq!(reached.collect::<Vec<_>>(), ["-1", "-1", "-1", "0"]);
        assert!(drawn.says().contains("93.5 优"));
    }

    #[test]
    fn a_cell_whose_grade_is_open_has_no_colour() {
        let cell = Cell { total: "82.77～95.77".into(), grades: (0, 1), ..Cell::default() };
        let heat = Heat {
            labelled_by: "",
            inputs: Default::default(),
            columns: vec!["30437".into()],
            rows: vec![("全部符合".into(), vec![cell])],
        };
        assert_eq!(heat.draw().all("heat__cell")[0].get("class"), "heat__cell");
    }
}
