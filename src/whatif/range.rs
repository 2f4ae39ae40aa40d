//! 可能范围: what is still open, and which answer settles the grade.

use super::lever::{Lever, levers};
use super::search::Search;
use crate::engine::{
    AdjustmentKind, Assessment, Effect, Figure, GradeOutcome, Node, Rubric, Span, Status, Trial,
    score,
};

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

/// A row that is still open, or a block without points; its own points may be settled where what it
/// takes from others is not.
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
    let blank: Vec<&Lever> = levers.iter().filter(|lever| lever.now.is_none()).collect();
    let mut known: Vec<Option<Vec<Settles>>> = vec![None; blank.len()];
    let unsure = unsure(&nodes, trial.effects());
    for (node, outcome) in card.outcomes.iter().enumerate() {
        let indicator = nodes[node].indicator;
        let is_block =
            || assessment.entries.get(&indicator.id).is_some_and(|entry| entry.block.is_some());
        let counts = outcome.status != Status::InBlock && (indicator.is_leaf() || is_block());
        if !counts || (outcome.score.is_settled() && !unsure.contains(&node)) {
            continue;
        }
        let mut own = Vec::new();
        for (lever, known) in blank.iter().zip(&mut known) {
            if lever.nodes().any(|at| at == node) {
                // A fact is asked once, however many rows wait for it.
                let found = known.get_or_insert_with(|| settles(rubric, &mut trial, lever));
                own.extend(found.iter().cloned());
            }
        }
        open.push(Open { node, score: outcome.score, settles: own });
    }
    Range { total: card.total.score, grade: card.grade, open }
}

/// The rows that take from elsewhere by points that are still to be picked.
fn unsure(nodes: &[Node<'_>], effects: &[Effect]) -> Vec<usize> {
    let open = effects.iter().filter(|effect| effect.points.is_some_and(|it| !it.is_fixed()));
    let from = open.filter_map(|effect| match &effect.kind {
        AdjustmentKind::Penalty { from, .. } => Some(from),
        _ => None,
    });
    from.filter_map(|from| nodes.iter().position(|node| node.indicator.id == *from)).collect()
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
        let mut pieces = Vec::new();
        for segment in lever.segments() {
            match lever.is_shared() {
                true => search.pieces(*segment, settled, &mut pieces),
                false => pieces.extend(search.between(*segment, (least, below), settled)),
            }
        }
        for positions in pieces {
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
        let holds = from <= to && settled(self.total(from)) && settled(self.total(to));
        holds.then_some((from, to))
    }

    /// The same of a fact, whose rows can pull apart: an interval is settled where it is with every
    /// row at its worse end and with every row at its better one, and none of it where either fails
    /// on the wrong side. Else its halves are asked, as long as there is time.
    fn pieces(
        &mut self,
        (start, end): (i64, i64),
        settled: impl Fn(Span) -> bool,
        found: &mut Vec<(i64, i64)>,
    ) {
        let mut waiting = vec![(start, end)];
        for _ in 0..MOST_PIECES {
            let Some((start, end)) = waiting.pop() else { return };
            let (low, high) = self.bounds(start, end);
            if settled(Span { min: low.min, max: high.max }) {
                match found.last_mut() {
                    Some(last) if last.1 + 1 == start => last.1 = end,
                    _ => found.push((start, end)),
                }
            } else if start < end && settled(Span { min: high.min, max: low.max }) {
                let middle = start + (end - start) / 2;
                waiting.extend([(middle + 1, end), (start, middle)]);
            }
        }
    }

    /// What the total is with each row at the worse end of an interval, and at the better one.
    fn bounds(&mut self, one: i64, other: i64) -> (Span, Span) {
        let spans = [false, true].map(|better| {
            let lever = self.lever;
            for (row, node) in lever.nodes().enumerate() {
                lever.set_row(self.trial, row, one);
                let at_one = self.trial.score_of(node);
                lever.set_row(self.trial, row, other);
                let at_other = self.trial.score_of(node);
                if ((at_one.min, at_one.max) > (at_other.min, at_other.max)) == better {
                    lever.set_row(self.trial, row, one);
                }
            }
            self.trial.total()
        });
        (spans[0], spans[1])
    }
}

/// Intervals of one segment that are looked at.
const MOST_PIECES: usize = 2_000;

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
    fn a_blank_fact_that_rows_wait_for_settles_the_grade() {
        // 有效问卷数 cleared: 负担 7.34, 体系 7.67, 知晓 7.15 are open: 93.50 − 22.16 = 71.34, to 95.34. With 122,
        // the fewest that may be, for so many answers were given, it is 93.50 again. 优 needs 18.66 of
        // 24: at 134 8 × 112/134 = 6.69, 8 × 117/134 = 6.99 and 40 × 95/134 − 24 = 4.36 are too little.
        let rubric = presets::rubric("fukang").unwrap();
        let mut example = presets::example("fukang").unwrap();
        example.facts.insert("valid-answers".into(), String::new());
        let found = range(&rubric, &example);
        assert_eq!(found.total.min.to_string(), "71.34");
        assert_eq!(found.open.len(), 3);
        for open in &found.open {
            let best = &open.settles[0];
            assert_eq!((best.grade, best.lever.id(&rubric).as_str()), (0, "facts.valid-answers"));
            let (first, last) = best.positions;
            let at = |value: &str| best.lever.position(value).unwrap();
            assert!(first == at("122") && at("122") <= last && last < at("134"), "{best:?}");
        }
    }

    #[test]
    fn a_block_that_is_still_to_be_judged_is_open() {
        // The first group as a block without points: all of its weight is open.
        let rubric = presets::rubric("fukang").unwrap();
        let mut example = presets::example("fukang").unwrap();
        let group = &rubric.indicators[0];
        let block = crate::engine::Block { reason: "整体".into(), ..Default::default() };
        example.entries.or_default(&group.id).block = Some(block);
        let found = range(&rubric, &example);
        let open: Vec<_> = found.open.iter().map(|one| (one.node, one.score.max)).collect();
        assert_eq!(open, [(0, group.weight)]);
        assert!(found.total.max - found.total.min == group.weight);
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
