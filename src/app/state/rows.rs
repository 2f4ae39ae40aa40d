//! What the entry page draws from, split by indicator, so that an edit touches its own row only.

use std::cell::Ref;
use std::rc::Rc;

use leptos::prelude::{ArcTrigger, Notify, Track};

use super::Session;
use crate::engine::{Assessment, Entry, Outcome, Problem, Project, Rubric, Scorecard};

/// One indicator of the open assessment: what was entered, and what came of it.
pub struct Row {
    /// Id of the indicator.
    pub id: String,
    /// Position in [`crate::engine::Rubric::nodes`] and in the scorecard.
    index: usize,
    entered: ArcTrigger,
    scored: ArcTrigger,
    /// What is read where nothing was entered.
    blank: Entry,
}

impl Row {
    /// Reads what was entered, and follows it.
    pub fn entry<R>(&self, session: Session, read: impl FnOnce(&Entry) -> R) -> R {
        read(self.entered(session).as_deref().unwrap_or(&self.blank))
    }

    // Apart from `read`, so that it is not there once for each thing that is read.
    fn entered(&self, session: Session) -> Option<Ref<'static, Entry>> {
        self.entered.track();
        let shown = session.state.assessment.borrow();
        Ref::filter_map(shown, |shown| shown.entries.get(&self.id)).ok()
    }

    /// Reads what came of it, and follows that.
    pub fn outcome<R>(&self, session: Session, read: impl FnOnce(Option<&Outcome>) -> R) -> R {
        self.scored.track();
        session.scorecard.with_untracked(|card| read(outcome(card, self)))
    }

    /// Reads what comes of it in the baseline, and follows that; none while no scenario is open.
    pub fn was<R>(&self, session: Session, read: impl FnOnce(Option<&Outcome>) -> R) -> Option<R> {
        session.baseline.with(|baseline| {
            baseline.as_ref().map(|baseline| read(outcome(&baseline.scorecard, self)))
        })
    }

    /// Reads what is wrong with it, and follows that.
    pub fn problems<R>(
        &self,
        session: Session,
        read: impl FnOnce(&mut dyn Iterator<Item = &Problem>) -> R,
    ) -> R {
        self.scored.track();
        session.scorecard.with_untracked(|card| read(&mut problems(card, Some(&self.id))))
    }
}

/// All rows of the open assessment, and what belongs to none.
#[derive(Default)]
pub struct Rows {
    rows: Vec<Rc<Row>>,
    project: ArcTrigger,
    facts: ArcTrigger,
    of_none: ArcTrigger,
}

impl Rows {
    /// The rows of a form.
    pub fn of(rubric: &Rubric) -> Rows {
        let row = |(index, id): (usize, &String)| Row {
            id: id.clone(),
            index,
            entered: ArcTrigger::new(),
            scored: ArcTrigger::new(),
            blank: Entry::default(),
        };
        let nodes = rubric.nodes();
        let ids = nodes.iter().map(|node| &node.indicator.id);
        Rows { rows: ids.enumerate().map(|at| Rc::new(row(at))).collect(), ..Rows::default() }
    }

    /// The row of an indicator.
    pub fn row(&self, id: &str) -> Option<Rc<Row>> {
        self.rows.iter().find(|row| row.id == id).cloned()
    }

    /// Reads the project description, and follows it.
    pub fn project<R>(&self, session: Session, read: impl FnOnce(&Project) -> R) -> R {
        self.project.track();
        session.assessment.with_untracked(|assessment| read(&assessment.project))
    }

    /// Reads one of the 项目数据, and follows them.
    pub fn fact(&self, session: Session, id: &str) -> String {
        self.facts.track();
        session
            .assessment
            .with_untracked(|assessment| assessment.facts.get(id).cloned().unwrap_or_default())
    }

    /// Reads the problems of the facts and of the whole, and follows them.
    pub fn problems<R>(
        &self,
        session: Session,
        read: impl FnOnce(&mut dyn Iterator<Item = &Problem>) -> R,
    ) -> R {
        self.of_none.track();
        session.scorecard.with_untracked(|card| read(&mut problems(card, None)))
    }

    /// Tells the views of everything that differs.
    pub(super) fn tell(&self, before: (&Assessment, &Scorecard), now: (&Assessment, &Scorecard)) {
        let ((old, old_card), (new, card)) = (before, now);
        let told = [
            (&self.project, old.project != new.project),
            (&self.facts, old.facts != new.facts),
            (&self.of_none, !problems(old_card, None).eq(problems(card, None))),
        ];
        told.into_iter().filter(|(_, differs)| *differs).for_each(|(trigger, _)| trigger.notify());
        for row in &self.rows {
            if old.entries.get(&row.id) != new.entries.get(&row.id) {
                row.entered.notify();
            }
            let own = Some(row.id.as_str());
            if outcome(old_card, row) != outcome(card, row)
                || !problems(old_card, own).eq(problems(card, own))
            {
                row.scored.notify();
            }
        }
    }
}

fn outcome<'a>(card: &'a Scorecard, row: &Row) -> Option<&'a Outcome> {
    card.outcomes.get(row.index).filter(|outcome| outcome.id == row.id)
}

fn problems<'a>(card: &'a Scorecard, of: Option<&'a str>) -> impl Iterator<Item = &'a Problem> {
    card.problems.iter().filter(move |problem| problem.indicator.as_deref() == of)
}
