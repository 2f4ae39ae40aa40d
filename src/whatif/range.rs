//! 可能范围: what is still open, and which answer settles the grade.

use super::lever::{Lever, Role, levers};
use super::search::Search;
use crate::engine::{Assessment, Figure, GradeOutcome, Rubric, Span, Status, Trial, score};

/// The range of the total, with everything that is still open.
#[derive(Clone, Debug)]
pub struct Range {
    /// Lowest and highest total, 分.
    pub total: Span,
    /// The best grade that is possible, and the one that is certain.
    pub grade: GradeOutcome,
    /// Rows that are still open, in the order of the form.
    pub open: Vec<Open>,
}

/// A row that is still open.
#[derive(Clone, Debug)]
pub struct Open {
    /// Position of the indicator.
    pub node: usize,
    /// What it may still earn, 分.
    pub score: Span,
    /// For each of its inputs alone, which answers settle the grade; none that cannot.
    pub settles: Vec<Settles>,
}

/// Answers of one input that settle the grade, whatever becomes of the rest.
#[derive(Clone, Debug)]
pub struct Settles {
    /// The input.
    pub lever: Lever,
    /// Position of the grade, 0 for the best.
    pub grade: usize,
    /// The first and the last position that settle it; every position between them does too.
    pub positions: (i64, i64),
}

/// The range of an assessment with plain figures.
pub fn range(rubric: &Rubric, assessment: &Assessment) -> Range {
    let card = score(rubric, assessment);
    let levers = levers(rubric, assessment);
    let mut trial = Trial::new(rubric, assessment);
    let nodes = rubric.nodes();
    let mut open = Vec::new();
    for (node, outcome) in card.outcomes.iter().enumerate() {
        let in_block = outcome.status == Status::InBlock;
        if in_block || outcome.score.is_settled() || !nodes[node].indicator.is_leaf() {
            continue;
        }
        let own = levers.iter().filter(|lever| {
            lever.role == Role::Earned && lever.now.is_none() && lever.nodes().any(|at| at == node)
        });
        let settles = own.flat_map(|lever| settles(rubric, &mut trial, lever)).collect();
        open.push(Open { node, score: outcome.score, settles });
    }
    Range { total: card.total.score, grade: card.grade, open }
}

fn settles(rubric: &Rubric, trial: &mut Trial<'_>, lever: &Lever) -> Vec<Settles> {
    let grades = &rubric.grades.0;
    let mut found: Vec<Settles> = Vec::new();
    for grade in 0..grades.len() {
        let least = grades.get(grade + 1).and(grades.get(grade)).map(|grade| grade.min);
        let below = grade.checked_sub(1).and_then(|above| grades.get(above)).map(|it| it.min);
        let settled = |total: Span| {
            least.is_none_or(|least| total.min >= least) && below.is_none_or(|end| total.max < end)
        };
        let mut search = Search::new(lever, trial);
        for segment in lever.segments() {
            let Some(positions) = search.between(*segment, (least, below), settled) else {
                continue;
            };
            match found.last_mut() {
                Some(last) if last.grade == grade && last.positions.1 + 1 == positions.0 => {
                    last.positions.1 = positions.1;
                }
                _ => found.push(Settles { lever: lever.clone(), grade, positions }),
            }
        }
    }
    lever.restore(trial);
    found
}

impl Search<'_, '_> {
    /// The positions of a segment at which a total is settled between two bounds. Both ends of the
    /// total rise, or both fall, within it; so these positions lie together.
    fn between(
        &mut self,
        (start, end): (i64, i64),
        (least, below): (Option<Figure>, Option<Figure>),
        settled: impl Fn(Span) -> bool,
    ) -> Option<(i64, i64)> {
        let enough = |total: Span| least.is_none_or(|least| total.min >= least);
        let not_more = |total: Span| below.is_none_or(|end| total.max < end);
        let (first, last) = (self.total(start), self.total(end));
        let rises = (first.min, first.max) <= (last.min, last.max);
        let (from, to) = match rises {
            true => (self.edge(start, end, enough)?, self.edge(end, start, not_more)?),
            false => (self.edge(start, end, not_more)?, self.edge(end, start, enough)?),
        };
        // Where rows pull apart, the ends may say less than what lies between them.
        let holds = from <= to && settled(self.total(from)) && settled(self.total(to));
        (holds && !self.lever.is_shared()).then_some((from, to))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;

    #[test]
    fn a_row_left_open_tells_which_answers_settle_the_grade() {
        let rubric = presets::rubric("fukang").unwrap();
        let mut example = presets::example("fukang").unwrap();
        example.entries.or_default("insured-all").actual = None;
        let found = range(&rubric, &example);
        // 93.50 − 5.48 = 88.02, and up to 6 more.
        assert_eq!(found.total.min.to_string(), "88.02");
        assert_eq!(found.total.max.to_string(), "94.02");
        assert_eq!((found.grade.best, found.grade.certain), (0, 1));
        let [open] = &found.open[..] else { panic!("{:?}", found.open) };
        let told: Vec<_> = open
            .settles
            .iter()
            .map(|one| {
                (
                    one.grade,
                    one.lever.setting(one.positions.0).text(),
                    one.positions.1 == one.lever.last(),
                )
            })
            .collect();
        // 1.98 more make 90.00: from 10973 on (6 × 10973/33333 = 1.97515… → 1.98); below, it is 良.
        assert_eq!(told, [(0, "10973".to_owned(), true), (1, "0".to_owned(), false)]);
        assert_eq!(open.settles[1].positions.1, 10972);
    }

    #[test]
    fn an_entry_that_cannot_be_read_is_open_too() {
        let rubric = presets::rubric("fukang").unwrap();
        let mut example = presets::example("fukang").unwrap();
        example.entries.or_default("insured-all").actual = Some("三万多".into());
        let found = range(&rubric, &example);
        assert_eq!(found.total.min.to_string(), "88.02");
        assert_eq!(found.open.len(), 1);
        assert_eq!(found.open[0].settles.len(), 2);
    }

    #[test]
    fn two_open_rows_settle_nothing_by_themselves_where_the_other_still_decides() {
        let rubric = presets::rubric("fukang").unwrap();
        let mut example = presets::example("fukang").unwrap();
        for id in ["insured-all", "burden-relief"] {
            let entry = example.entries.or_default(id);
            (entry.actual, entry.yes) = (None, None);
        }
        // 88.02 − 7.34 = 80.68 to 94.68: the first row alone leaves 良 and 优 possible, unless it
        // earns so little that 优 is out of reach: 88.68 + x < 90.
        let found = range(&rubric, &example);
        let first = &found.open[0];
        let told: Vec<_> = first.settles.iter().map(|one| (one.grade, one.positions.1)).collect();
        // 6x/33333 < 1.315 (1.31 when rounded): x ≤ 7305 (6 × 7305/33333 = 1.31491…)
        assert_eq!(told, [(1, 7305)]);
    }
}
