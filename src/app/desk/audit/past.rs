//! What was there before each change, and after those that were taken back.

use super::kept::{Act, Kept};

/// Changes that can be taken back at most.
const MOST: usize = 200;

/// What can be undone and done again.
#[derive(Default)]
pub struct Past {
    before: Vec<Kept>,
    after: Vec<Kept>,
    /// What the last change was, so that what is typed in one go is one change.
    last: Option<Change>,
}

/// A change, as far as another may go on with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Text was typed into the field.
    Typed,
    /// Something was done to a table.
    Done(Act),
    /// Nothing goes on with it.
    Whole,
}

impl Past {
    /// Remembers what is there, before it is changed.
    pub fn step(&mut self, now: &Kept, change: Change) {
        let goes_on = match (&self.last, &change) {
            (Some(Change::Typed), Change::Typed) => true,
            (Some(Change::Done(last)), Change::Done(act)) => act.is_typed() && last.is_at(act),
            _ => false,
        };
        self.after.clear();
        self.last = Some(change);
        if goes_on {
            return;
        }
        if self.before.len() == MOST {
            self.before.remove(0);
        }
        self.before.push(now.clone());
    }

    /// What was there before the last change.
    pub fn undo(&mut self, now: &Kept) -> Option<Kept> {
        let before = self.before.pop()?;
        self.after.push(now.clone());
        self.last = None;
        Some(before)
    }

    /// What was there before it was taken back.
    pub fn redo(&mut self, now: &Kept) -> Option<Kept> {
        let after = self.after.pop()?;
        self.before.push(now.clone());
        self.last = None;
        Some(after)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }
}
