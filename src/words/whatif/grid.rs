//! Sentences of `whatif::grid`.

use super::lever::input_name;
use super::scored::Scored;
use super::within::within;
use crate::engine::Span;
use crate::whatif::grid::{Axis, Grid};
use crate::words::table::whatif::grid as text;
use crate::words::table::{quoted_list, say, shared, t};

/// The most clauses that tell where a grade begins: of more, only the corner is told.
const CLAUSES: usize = 3;

/// What is still open, between what the totals lie, which pair has the lowest, and, where few words
/// do, where the grades part.
///
/// `…时，总分在88.92分至94.75分之间，等级有“优”“良”。其中总分最低的是…：88.92分，“良”。`
pub fn grid(of: Scored<'_>, grid: &Grid) -> Vec<String> {
    let told = Told { of, grid };
    let grades = told.grades();
    let mut said: Vec<String> = of.remark().into_iter().collect();
    said.push(told.totals(&grades));
    if grades.len() > 1 {
        said.extend(told.lowest());
    }
    let settled = grid.totals.iter().flatten().all(|total| total.is_settled());
    if settled {
        let parted = grades.iter().take(grades.len().saturating_sub(1));
        said.extend(parted.filter_map(|grade| told.contour(*grade, grades.first() == Some(grade))));
    }
    said
}

/// Columns, or rows, from one to another.
type Run = (usize, usize);

struct Told<'a> {
    of: Scored<'a>,
    grid: &'a Grid,
}

impl Told<'_> {
    fn all(&self) -> impl Iterator<Item = &Span> {
        self.grid.totals.iter().flatten()
    }

    fn grade(&self, total: Span) -> usize {
        self.of.rubric.grades.position(total.min)
    }

    /// Every grade that some pair may have, the best first.
    fn grades(&self) -> Vec<usize> {
        let of = |total: &Span| {
            let grades = &self.of.rubric.grades;
            grades.position(total.max)..=grades.position(total.min)
        };
        let mut grades: Vec<usize> = self.all().flat_map(of).collect();
        grades.sort_unstable();
        grades.dedup();
        grades
    }

    fn named(&self, grade: usize) -> &str {
        let grade = self.of.rubric.grades.0.get(grade);
        grade.map_or("", |grade| self.of.lang.of(&grade.name))
    }

    fn name(&self, axis: &Axis) -> String {
        input_name(self.of.rubric, &axis.lever, self.of.lang)
    }

    fn totals(&self, grades: &[usize]) -> String {
        let Grid { x, y, .. } = self.grid;
        let min = self.all().map(|total| total.min).min().unwrap_or_default();
        let max = self.all().map(|total| total.max).max().unwrap_or_default();
        let settled = self.all().all(|total| total.is_settled());
        let values = [
            ("x", &*self.name(x)),
            ("across", &self.extent(x)),
            ("y", &self.name(y)),
            ("down", &self.extent(y)),
            ("min", &self.of.points(min)),
            ("max", &self.of.points(max)),
        ];
        let totals = say(text::TOTALS, self.of.lang, &values);
        let names = quoted_list(grades.iter().map(|grade| self.named(*grade)), self.of.lang);
        let key = match (grades, settled) {
            ([_], _) => text::ONE_GRADE,
            (_, true) => text::GRADES,
            (_, false) => text::MAY_BE,
        };
        totals + &say(key, self.of.lang, &[("grades", &names)])
    }

    /// The pair with the lowest total; none where more than one has it.
    fn lowest(&self) -> Option<String> {
        let Grid { x, y, totals } = self.grid;
        let min = self.all().map(|total| total.min).min()?;
        let rows = totals.iter().zip(&y.positions);
        let cells = rows.flat_map(|(row, down)| {
            row.iter().zip(&x.positions).map(move |(total, across)| (*total, *across, *down))
        });
        let mut lowest = cells.filter(|(total, ..)| total.min == min);
        let (total, across, down) = lowest.next()?;
        if lowest.next().is_some() || !total.is_settled() {
            return None;
        }
        let at = |axis: &Axis, at: i64| within(self.of, &axis.lever, (at, at), (-1, i64::MAX));
        let values = [
            ("x", &*self.name(x)),
            ("across", &at(x, across)),
            ("y", &self.name(y)),
            ("down", &at(y, down)),
            ("total", &self.of.points(total.min)),
            ("grade", self.named(self.grade(total))),
        ];
        Some(say(text::LOWEST, self.of.lang, &values))
    }

    /// The whole of an axis: never "any value", because only so many are tried.
    fn extent(&self, axis: &Axis) -> String {
        self.run(axis, (0, axis.positions.len().saturating_sub(1)), (-1, i64::MAX))
    }

    fn run(&self, axis: &Axis, (from, to): Run, ends: (i64, i64)) -> String {
        let at = |index: usize| axis.positions.get(index).copied().unwrap_or_default();
        within(self.of, &axis.lever, (at(from), at(to)), ends)
    }

    /// Where a grade, or a better one, begins; none where that takes many words.
    fn contour(&self, grade: usize, best: bool) -> Option<String> {
        let mut rows: Vec<(Run, Vec<Run>)> = Vec::new();
        for (at, totals) in self.grid.totals.iter().enumerate() {
            let runs = runs(totals.iter().map(|total| self.grade(*total) <= grade));
            match rows.last_mut() {
                Some((rows, same)) if *same == runs => rows.1 = at,
                _ => rows.push(((at, at), runs)),
            }
        }
        if rows.len() > CLAUSES {
            return None;
        }
        let rows = rows.iter().map(|(rows, columns)| self.row(*rows, columns));
        let list = rows.collect::<Vec<_>>().join(t(shared::SEMICOLON, self.of.lang));
        let above = if best { "" } else { t(text::OR_BETTER, self.of.lang) };
        let values = [("grade", self.named(grade)), ("above", above), ("list", &list)];
        Some(say(text::REACHED, self.of.lang, &values))
    }

    fn row(&self, rows: Run, columns: &[Run]) -> String {
        let Grid { x, y, .. } = self.grid;
        let ends = |axis: &Axis| {
            let end = |at: Option<&i64>| at.copied().unwrap_or_default();
            (end(axis.positions.first()), end(axis.positions.last()))
        };
        let across = columns.iter().map(|run| self.run(x, *run, ends(x)));
        let across = across.collect::<Vec<_>>().join(t(shared::LISTED, self.of.lang));
        let down = self.run(y, rows, (-1, i64::MAX));
        let values =
            [("x", &*self.name(x)), ("across", &across), ("y", &self.name(y)), ("down", &down)];
        say(if columns.is_empty() { text::NEVER } else { text::ROW }, self.of.lang, &values)
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
    use crate::engine::{Assessment, score};
    use crate::presets;
    use crate::whatif::lever::levers;
    use crate::words::Lang;

    fn said(
        (from, to): (&str, &str),
        down: i64,
        lang: Lang,
        change: impl FnOnce(&mut Assessment),
    ) -> String {
        let (rubric, mut example) =
            (presets::rubric("fukang").unwrap(), presets::example("fukang").unwrap());
        change(&mut example);
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
            Axis::between(y, last - down, last, 5),
        );
        let card = score(&rubric, &example);
        let of = Scored { rubric: &rubric, assessment: &example, card: &card, lang };
        grid(of, &found).join("\n")
    }

    #[test]
    fn where_the_grades_part_is_told_for_each_value_of_the_other_input() {
        // Tried: 5000, 8000, 11000 and the 30437 that are entered. 88.02 + 6x/33333 is 88.92, 89.46,
        // 90.00 (1.98001… → 1.98), 93.50; with the missing tick 1.25 more: 90.17, 90.71, 91.25, 94.75.
        insta::assert_snapshot!(said(("5000", "11000"), 1, Lang::Zh, |_| ()), @"
        “城镇职工大额医疗保险参保人数”在5000人至30437人之间、“制度执行有效性”从符合3项（共4项）到全部符合，其余不变时，总分在88.92分至94.75分之间，等级有“优”“良”。
        其中总分最低的是“城镇职工大额医疗保险参保人数”为5000人、“制度执行有效性”符合3项（共4项）时的88.92分，等级为“良”。
        所列取值中，“优”要求：“制度执行有效性”符合3项（共4项）时，“城镇职工大额医疗保险参保人数”不低于11000人；“制度执行有效性”全部符合时，“城镇职工大额医疗保险参保人数”为任意值。
        ");
        insta::assert_snapshot!(said(("5000", "11000"), 1, Lang::En, |_| ()), @"
        With “Urban employees in the major medical scheme” between 5000 persons and 30437 persons and “Effectiveness in applying the rules” from 3 of 4 met to all met, and nothing else changed, the total lies between 88.92 points and 94.75 points; grades: “Excellent”, “Good”.
        The lowest is 88.92 points, “Good”: with “Urban employees in the major medical scheme” 5000 persons and “Effectiveness in applying the rules” 3 of 4 met.
        Among the values tried, “Excellent” takes: with “Effectiveness in applying the rules” 3 of 4 met, “Urban employees in the major medical scheme” at least 11000 persons; with “Effectiveness in applying the rules” all met, “Urban employees in the major medical scheme” at any value.
        ");
    }

    #[test]
    fn where_that_takes_many_words_only_the_range_and_its_lowest_are_told() {
        // Without any tick 3.75 less: 85.17, 85.71, 86.25, 89.75; each tick 1.25 more.
        let said = said(("5000", "11000"), 4, Lang::Zh, |_| ());
        assert_eq!(said.lines().count(), 2, "{said}");
        assert!(said.ends_with("全部不符合时的85.17分，等级为“良”。"), "{said}");
    }

    #[test]
    fn one_grade_has_no_contour() {
        let said = said(("30000", "33333"), 1, Lang::Zh, |_| ());
        assert!(said.ends_with("等级都为“优”。"), "{said}");
    }

    #[test]
    fn with_open_rows_the_grades_are_those_of_the_whole_spans() {
        // 93.50 − 3.39 − 7.34 = 82.77 and up to 13 more; at 5000 persons 4.58 less, 78.19; with the
        // tick 1.25 more, 84.02 and up to 97.02.
        let said = said(("5000", "30437"), 1, Lang::Zh, |example| {
            example.entries.or_default("insured-pooled").actual = None;
            example.entries.or_default("burden-relief").yes = None;
        });
        assert!(said.starts_with("尚有2项未填或未定："), "{said}");
        let due = "总分在78.19分至97.02分之间，等级可能为“优”“良”“中”。";
        assert!(said.ends_with(due), "{said}");
    }
}
