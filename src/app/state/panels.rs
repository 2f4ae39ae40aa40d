//! What is opened on the entry page, kept while the assessment is open: the view is built anew when
//! the language is switched or another tab was looked at, and what was opened is open again.

use super::Session;

impl Session {
    /// Whether something was opened or closed; none where it was left alone.
    pub fn opened(&self, id: &str) -> Option<bool> {
        self.panels.borrow().iter().find(|(known, _)| known == id).map(|(_, open)| *open)
    }

    /// Notes that something was opened or closed.
    pub fn note_opened(&self, id: &str, open: bool) {
        let mut panels = self.panels.borrow_mut();
        match panels.iter_mut().find(|(known, _)| known == id) {
            Some(panel) => panel.1 = open,
            None => panels.push((id.to_owned(), open)),
        }
    }
}
