//! Points that span rows: a score is that of a block, a weight that of a group.

use std::ops::Range;

use super::super::grid::Cell;
use super::{Reader, Source, keep};
use crate::audit::{Assumption, Block, Row};

impl Reader<'_> {
    /// Scores that span rows.
    pub(super) fn blocks(&mut self) {
        for rows in runs(&self.scored, |source| source.score) {
            let weight = shared(&self.scored[rows.clone()], |source| source.weight);
            let numbers: Vec<usize> = rows.clone().collect();
            let score = self.table.rows[rows.start].score.clone();
            let together = &mut self.table.rows[rows.clone()];
            let weight = match weight {
                true => together[0].weight.clone(),
                false => String::new(),
            };
            for row in together {
                row.score.clear();
                if !weight.is_empty() {
                    row.weight.clear();
                }
            }
            let block = rows.filter_map(|row| u32::try_from(row).ok()).collect();
            self.table.blocks.push(Block { rows: block, weight, score: score.clone() });
            self.marks.noted.push(Assumption::Block { rows: numbers, score });
        }
        for rows in runs(&self.scored, |source| source.weight) {
            let taken = self.table.rows[rows.clone()].iter().all(|row| row.weight.is_empty());
            if !taken {
                self.weight_of_rows(rows);
            }
        }
    }

    /// A weight that spans rows with scores of their own: that of their group, where they are one.
    fn weight_of_rows(&mut self, rows: Range<usize>) {
        let weight = self.table.rows[rows.start].weight.clone();
        let path = |row: &Row, depth: usize| -> Vec<String> {
            [&row.l1, &row.l2][..depth].iter().map(|name| (*name).clone()).collect()
        };
        let all = &self.table.rows;
        let group = [2, 1].into_iter().find_map(|depth| {
            let own = path(&all[rows.start], depth);
            let inside = all[rows.clone()].iter().all(|row| path(row, depth) == own);
            let beside = [rows.start.checked_sub(1), Some(rows.end)];
            let mut beside = beside.into_iter().flatten().filter_map(|at| all.get(at));
            (inside && beside.all(|row| path(row, depth) != own)).then_some(own)
        });
        for row in &mut self.table.rows[rows.clone()] {
            row.weight.clear();
            row.levels.clear();
        }
        match group {
            Some(path) => {
                let path = path.into_iter().filter(|name| !name.is_empty()).collect();
                keep(&mut self.group_at(path).weight, weight);
            }
            None => {
                let rows = rows.collect();
                self.marks.noted.push(Assumption::SharedWeight { rows, weight });
            }
        }
    }
}

/// Rows that follow each other and share a cell, from two on.
fn runs<'d>(
    sources: &[Source<'d>],
    cell: impl Fn(&Source<'d>) -> Option<&'d Cell>,
) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut begin = 0;
    for at in 1..=sources.len() {
        let same = at < sources.len() && shared(&sources[at - 1..=at], &cell);
        if !same {
            if at - begin > 1 {
                runs.push(begin..at);
            }
            begin = at;
        }
    }
    runs
}

fn shared<'d>(sources: &[Source<'d>], cell: impl Fn(&Source<'d>) -> Option<&'d Cell>) -> bool {
    sources.windows(2).all(|pair| match (cell(&pair[0]), cell(&pair[1])) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        _ => false,
    })
}
