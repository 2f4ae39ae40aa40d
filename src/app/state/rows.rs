//! What the entry page draws from, split by indicator, so that an edit touches its own row only.
//!
//! One effect compares and sets; a memo per row would have every row asked at every keystroke.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{Session, set_changed};
use crate::engine::{Assessment, Entry, Outcome, Problem, Project, Scorecard};

/// One indicator: what was entered, what came of it, what is wrong with it.
#[derive(Clone, Copy)]
pub struct Row {
    /// Position in [`crate::engine::Rubric::nodes`] and in the scorecard.
    pub index: usize,
    /// What was entered.
    pub entry: RwSignal<Entry>,
    /// What came of it.
    pub outcome: RwSignal<Option<Outcome>>,
    /// What is wrong with it.
    pub problems: RwSignal<Vec<Problem>>,
}

/// All rows of the open assessment, and what belongs to none.
#[derive(Clone, Copy)]
pub struct Rows {
    rows: StoredValue<Vec<(String, Row)>>,
    /// Project description.
    pub project: RwSignal<Project>,
    /// 项目数据 as typed.
    pub facts: RwSignal<BTreeMap<String, String>>,
    /// Problems of the facts and of the whole.
    pub problems: RwSignal<Vec<Problem>>,
}

impl Rows {
    /// The rows of what is open, kept up to date until the owner is gone.
    pub fn of(session: Session) -> Rows {
        let ids: Vec<String> = session.rubric.with_untracked(|rubric| {
            rubric.nodes().iter().map(|node| node.indicator.id.clone()).collect()
        });
        let row = |(index, id)| {
            let (entry, outcome) = (RwSignal::new(Entry::default()), RwSignal::new(None));
            (id, Row { index, entry, outcome, problems: RwSignal::new(Vec::new()) })
        };
        let rows = Rows {
            rows: StoredValue::new(ids.into_iter().enumerate().map(row).collect()),
            project: RwSignal::new(Project::default()),
            facts: RwSignal::new(BTreeMap::new()),
            problems: RwSignal::new(Vec::new()),
        };
        session.assessment.with_untracked(|assessment| {
            session.scorecard.with_untracked(|scorecard| rows.update(assessment, scorecard));
        });
        Effect::new(move || {
            session.assessment.with(|assessment| {
                session.scorecard.with(|scorecard| rows.update(assessment, scorecard));
            });
        });
        rows
    }

    /// The row of an indicator.
    pub fn row(&self, id: &str) -> Option<Row> {
        self.rows.with_value(|rows| rows.iter().find(|(known, _)| known == id).map(|(_, row)| *row))
    }

    fn update(&self, assessment: &Assessment, scorecard: &Scorecard) {
        set_if_other(self.project, &assessment.project);
        set_if_other(self.facts, &assessment.facts);
        let of_none: Vec<Problem> = scorecard
            .problems
            .iter()
            .filter(|problem| problem.indicator.is_none())
            .cloned()
            .collect();
        set_changed(self.problems, of_none);
        let nothing = Entry::default();
        self.rows.with_value(|rows| {
            for (id, row) in rows {
                set_if_other(row.entry, assessment.entries.get(id).unwrap_or(&nothing));
                let outcome = scorecard.outcomes.get(row.index).filter(|outcome| outcome.id == *id);
                if row.outcome.with_untracked(|now| now.as_ref() != outcome) {
                    row.outcome.set(outcome.cloned());
                }
                let own = || {
                    scorecard
                        .problems
                        .iter()
                        .filter(|problem| problem.indicator.as_ref() == Some(id))
                };
                if row.problems.with_untracked(|now| !now.iter().eq(own())) {
                    row.problems.set(own().cloned().collect());
                }
            }
        });
    }
}

/// As [`set_changed`], cloning only what is set.
fn set_if_other<T: PartialEq + Clone + Send + Sync + 'static>(signal: RwSignal<T>, value: &T) {
    if signal.with_untracked(|now| now != value) {
        signal.set(value.clone());
    }
}
