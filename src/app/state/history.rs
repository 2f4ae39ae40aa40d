//! Undo and redo: what was on screen before and after, edits of one field in a row as one.

use super::Moment;

/// How many edits can be taken back.
const DEPTH: usize = 200;

/// What was, and what was taken back.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<Moment>,
    future: Vec<Moment>,
    /// The field of the edits that are still one.
    place: String,
}

impl History {
    /// Notes what was before an edit at `place`; `""` never merges with the edit before.
    pub fn record(&mut self, place: &str, before: Moment) {
        let merges = !place.is_empty() && self.place == place;
        if !merges {
            self.past.push(before);
            let surplus = self.past.len().saturating_sub(DEPTH);
            self.past.drain(..surplus);
        }
        self.future.clear();
        place.clone_into(&mut self.place);
    }

    /// The next edit begins a new one, even at the same place.
    pub fn settle(&mut self) {
        self.place.clear();
    }

    /// What was before the last edit that changed anything; `now` can be brought back.
    pub fn undo(&mut self, now: Moment) -> Option<Moment> {
        self.settle();
        turn(&mut self.past, &mut self.future, now)
    }

    /// What was before the last undo.
    pub fn redo(&mut self, now: Moment) -> Option<Moment> {
        self.settle();
        turn(&mut self.future, &mut self.past, now)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

/// Typing that ended where it began leaves an entry equal to `now`; it is passed over.
fn turn(from: &mut Vec<Moment>, to: &mut Vec<Moment>, now: Moment) -> Option<Moment> {
    let then = std::iter::from_fn(|| from.pop()).find(|then| *then != now)?;
    to.push(now);
    Some(then)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn named(name: &str) -> Moment {
        let mut moment = Moment::default();
        moment.shown.project.name = name.to_owned();
        moment
    }

    #[test]
    fn typing_in_one_field_is_undone_as_one() {
        let mut history = History::default();
        history.record("name", named(""));
        history.record("name", named("a"));
        assert_eq!(history.undo(named("ab")), Some(named("")));
        assert!(!history.can_undo());
        assert_eq!(history.redo(named("")), Some(named("ab")));
    }

    #[test]
    fn leaving_the_field_begins_a_new_step() {
        let mut history = History::default();
        history.record("name", named(""));
        history.settle();
        history.record("name", named("a"));
        assert_eq!(history.undo(named("ab")), Some(named("a")));
        assert_eq!(history.undo(named("a")), Some(named("")));
    }

    #[test]
    fn an_edit_after_undo_drops_what_was_taken_back() {
        let mut history = History::default();
        history.record("name", named(""));
        history.undo(named("a")).unwrap();
        history.record("name", named(""));
        assert!(!history.can_redo());
    }

    #[test]
    fn typing_that_ended_where_it_began_is_passed_over() {
        let mut history = History::default();
        history.record("", named(""));
        history.record("name", named("a"));
        assert_eq!(history.undo(named("a")), Some(named("")));
    }

    #[test]
    fn the_oldest_edits_are_forgotten_first() {
        let mut history = History::default();
        for step in 0..DEPTH + 5 {
            history.record("", named(&step.to_string()));
        }
        assert_eq!(history.past.len(), DEPTH);
        assert_eq!(history.past[0], named("5"));
    }
}
