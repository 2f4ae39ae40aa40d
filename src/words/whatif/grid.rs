//! Sentences of `whatif::grid`.

use crate::engine::{Rubric, Span};
use crate::whatif::grid::{Axis, Grid};
use crate::words::Lang;
use crate::words::figure::padded_points;
use crate::words::table::whatif::grid as text;
use crate::words::table::{quoted_list, say, shared, t};
use crate::words::whatif::lever::input_name;
use crate::words::whatif::within::within;

/// Between what the totals lie, and where the grades part: for every grade that some pairs reach
/// and others do not, what it takes of the one input at each value of the other.
///
/// `所列取值中，“优”要求：“制度执行有效性”…时，“参保人数”不低于10973人。`
pub fn grid(rubric: &Rubric, grid: &Grid, lang: Lang) -> Vec<String> {
    let told = Told { rubric, grid, lang };
    let mut grades: Vec<usize> =
        grid.totals.iter().flatten().map(|total| told.grade(*total)).collect();
    grades.sort_unstable();
    grades.dedup();
    let mut said = vec![told.totals(&grades)];
    let parted = grades.iter().take(grades.len().saturating_sub(1));
    said.extend(parted.map(|grade| told.contour(*grade, grades.first() == Some(grade))));
    if grid.totals.iter().flatten().any(|total| !total.is_settled()) {
        said.push(t(text::NOT_SETTLED, lang).to_owned());
    }
    said
}

/// Columns, or rows, from one to another.
type Run = (usize, usize);

struct Told<'a> {
    rubric: &'a Rubric,
    grid: &'a Grid,
    lang: Lang,
}

impl Told<'_> {
    fn grade(&self, total: Span) -> usize {
        self.rubric.grades.position(total.min)
    }

    fn named(&self, grade: usize) -> &str {
        self.rubric.grades.0.get(grade).map_or("", |grade| self.lang.of(&grade.name))
    }

    fn totals(&self, grades: &[usize]) -> String {
        let Grid { x, y, totals } = self.grid;
        let all = || totals.iter().flatten();
        let shown = |points| padded_points(points, self.rubric.rounding.places, self.lang);
        let min = all().map(|total| total.min).min().unwrap_or_default();
        let max = all().map(|total| total.max).max().unwrap_or_default();
        let name = |axis: &Axis| input_name(self.rubric, &axis.lever, self.lang);
        let values = [
            ("x", &*name(x)),
            ("across", &self.extent(x)),
            ("y", &name(y)),
            ("down", &self.extent(y)),
            ("min", &shown(min)),
            ("max", &shown(max)),
        ];
        let totals = say(text::TOTALS, self.lang, &values);
        let rest = match grades {
            [one] => say(text::ONE_GRADE, self.lang, &[("grade", self.named(*one))]),
            _ => {
                let names = quoted_list(grades.iter().map(|grade| self.named(*grade)), self.lang);
                say(text::GRADES, self.lang, &[("grades", &names)])
            }
        };
        totals + &rest
    }

    /// The whole of an axis: never "any value", because only so many are tried.
    fn extent(&self, axis: &Axis) -> String {
        self.run(axis, (0, axis.positions.len().saturating_sub(1)), (-1, i64::MAX))
    }

    fn run(&self, axis: &Axis, (from, to): Run, ends: (i64, i64)) -> String {
        let at = |index: usize| axis.positions.get(index).copied().unwrap_or_default();
        within(self.rubric, &axis.lever, (at(from), at(to)), ends, self.lang)
    }

    /// Where a grade, or a better one, begins.
    fn contour(&self, grade: usize, best: bool) -> String {
        let mut rows: Vec<(Run, Vec<Run>)> = Vec::new();
        for (at, totals) in self.grid.totals.iter().enumerate() {
            let runs = runs(totals.iter().map(|total| self.grade(*total) <= grade));
            match rows.last_mut() {
                Some((rows, same)) if *same == runs => rows.1 = at,
                _ => rows.push(((at, at), runs)),
            }
        }
        let rows = rows.iter().map(|(rows, columns)| self.row(*rows, columns));
        let list = rows.collect::<Vec<_>>().join(t(shared::SEMICOLON, self.lang));
        let above = if best { "" } else { t(text::OR_BETTER, self.lang) };
        let values = [("grade", self.named(grade)), ("above", above), ("list", &list)];
        say(text::REACHED, self.lang, &values)
    }

    fn row(&self, rows: Run, columns: &[Run]) -> String {
        let Grid { x, y, .. } = self.grid;
        let ends = |axis: &Axis| {
            let end = |at: Option<&i64>| at.copied().unwrap_or_default();
            (end(axis.positions.first()), end(axis.positions.last()))
        };
        let across = columns.iter().map(|run| self.run(x, *run, ends(x)));
        let across = across.collect::<Vec<_>>().join(t(shared::LISTED, self.lang));
        let name = |axis: &Axis| input_name(self.rubric, &axis.lever, self.lang);
        let down = self.run(y, rows, (-1, i64::MAX));
        let values = [("x", &*name(x)), ("across", &across), ("y", &name(y)), ("down", &down)];
        say(if columns.is_empty() { text::NEVER } else { text::ROW }, self.lang, &values)
    }
}

/// Where what is asked for holds, one after the other.
fn runs(holds: impl Iterator<Item = bool>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, _) in holds.enumerate().filter(|(_, holds)| *holds) {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == at => run.1 = at,
            _ => runs.push((at, at)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;
    use crate::whatif::lever::levers;

    fn said(from: &str, to: &str, lang: Lang) -> String {
        let (rubric, example) =
            (presets::rubric("fukang").unwrap(), presets::example("fukang").unwrap());
        let find = |id: &str| {
            levers(&rubric, &example).into_iter().find(|lever| lever.id(&rubric) == id).unwrap()
        };
        let x = find("insured-all.actual");
        let (from, to) = (x.position(from).unwrap(), x.position(to).unwrap());
        let y = find("system-execution.missed");
        let last = y.last();
        let found = crate::whatif::grid::grid(
            &rubric,
            &example,
            Axis::between(x, from, to, 3),
            Axis::between(y, last - 1, last, 2),
        );
        grid(&rubric, &found, lang).join("\n")
    }

    #[test]
    fn where_the_grades_part_is_told_for_each_value_of_the_other_input() {
        // Tried: 5000, 8000, 11000 and the 30437 that are entered. 88.02 + 6x/33333 is 88.92, 89.46,
        // 90.00 (1.98001… → 1.98), 93.50; with the missing tick 1.25 more: 90.17, 90.71, 91.25, 94.75.
        insta::assert_snapshot!(said("5000", "11000", Lang::Zh), @"
        “城镇职工大额医疗保险参保人数”在5000人至30437人之间、“制度执行有效性”从不符合“资料齐全并及时归档”到全部符合，其余不变时，总分在88.92分至94.75分之间，等级有“优”“良”。
        所列取值中，“优”要求：“制度执行有效性”不符合“资料齐全并及时归档”时，“城镇职工大额医疗保险参保人数”不低于11000人；“制度执行有效性”全部符合时，“城镇职工大额医疗保险参保人数”为任意值。
        ");
        insta::assert_snapshot!(said("5000", "11000", Lang::En), @"
        With “Urban employees in the major medical scheme” between 5000 persons and 30437 persons and “Effectiveness in applying the rules” from not met: “Files complete and archived in time” to all met, and nothing else changed, the total lies between 88.92 points and 94.75 points; grades: “Excellent”, “Good”.
        Among the values tried, “Excellent” takes: with “Effectiveness in applying the rules” not met: “Files complete and archived in time”, “Urban employees in the major medical scheme” at least 11000 persons; with “Effectiveness in applying the rules” all met, “Urban employees in the major medical scheme” at any value.
        ");
    }

    #[test]
    fn one_grade_has_no_contour() {
        let said = said("30000", "33333", Lang::Zh);
        assert!(said.ends_with("等级都为“优”。"), "{said}");
    }
}
