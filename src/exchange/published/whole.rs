//! What belongs to a document and not to one of its tables: the budget, and what sentences tell of the
//! conclusion.

use super::draft::Draft;
use super::told::Told;
use crate::audit::{Budget, Printed, PublishedTable};
use crate::engine::Figure;

/// What was found beside the tables.
#[derive(Default)]
pub(super) struct Beside {
    /// Each with the number of drafts before it.
    pub told: Vec<(usize, Told)>,
    pub budgets: Vec<Budget>,
    /// Paragraphs that tell of the budget.
    pub of_budget: Vec<String>,
}

/// Whether a paragraph tells of the budget.
pub(super) fn is_of_budget(text: &str) -> bool {
    ["预算", "执行数", "执行率", "支出"].iter().any(|word| text.contains(word))
}

impl Beside {
    /// Gives each to the tables that it is about.
    pub fn give(self, drafts: &mut [Draft]) {
        if self.told.is_empty() && self.budgets.is_empty() {
            return;
        }
        let tables: Vec<(usize, PublishedTable)> = drafts
            .iter()
            .enumerate()
            .filter(|(_, draft)| draft.is_audited() && draft.is_scored())
            .map(|(at, draft)| (at, draft.table()))
            .filter(|(_, table)| is_whole(table))
            .collect();
        if let [budget] = self.budgets.as_slice() {
            let bare = tables.iter().find(|(_, table)| table.budget.is_none());
            if let Some(draft) = bare.and_then(|(at, _)| drafts.get_mut(*at)) {
                draft.budget = Some(budget.clone());
                for text in &self.of_budget {
                    if !draft.texts.contains(text) {
                        draft.texts.push(text.clone());
                    }
                }
            }
        }
        for (before, told) in self.told {
            for at in about(&tables, before, &told) {
                if let Some(draft) = drafts.get_mut(at) {
                    draft.told.push(told.clone());
                }
            }
        }
    }
}

/// The tables that a sentence is about: those with a total that it tells; else, of what a unit says of
/// itself, those that say so; else the nearest.
fn about(tables: &[(usize, PublishedTable)], before: usize, told: &Told) -> Vec<usize> {
    let of = |is: &dyn Fn(&PublishedTable) -> bool| -> Vec<usize> {
        tables.iter().filter(|(_, table)| is(table)).map(|(at, _)| *at).collect()
    };
    let same = of(&|table| figure(&table.total).is_some_and(|total| told.figures.contains(&total)));
    if !same.is_empty() {
        return same;
    }
    let of_self = of(&|table| told.of_self && table.title.contains("自评"));
    if !of_self.is_empty() {
        return of_self;
    }
    // A draft behind a sentence is as near as the one that it follows.
    let away = |at: usize| (2 * at + 1).abs_diff(2 * before);
    tables.iter().map(|(at, _)| *at).min_by_key(|at| away(*at)).into_iter().collect()
}

/// Whether a table is that of a whole project, and not a part of it: of 100 points.
fn is_whole(table: &PublishedTable) -> bool {
    if let Some(full) = figure(&table.full_score) {
        return full == Figure::HUNDRED;
    }
    let own = table.budget.as_ref().and_then(|budget| figure(&budget.weight));
    let blocks = table.blocks.iter().map(|block| &block.weight);
    let weights =
        table.rows.iter().map(|row| &row.weight).chain(blocks).filter_map(|text| figure(text));
    let all: Vec<Figure> = weights.chain(own).collect();
    all.is_empty() || all.into_iter().sum::<Figure>() == Figure::HUNDRED
}

fn figure(text: &str) -> Option<Figure> {
    Printed::read(text).map(|printed| printed.figure)
}
