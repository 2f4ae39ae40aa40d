//! The scenarios of an assessment: begun, opened, renamed, copied, adopted, discarded.
//!
//! Everything here turns one stored document into the next, so that each is one step to undo.

use crate::engine::{Assessment, Scenario};

use super::working;

/// Begins a scenario without changes and opens it. `name` answers with the name of the first, the
/// second …; the first that is free is taken.
pub fn begin(stored: &mut Assessment, name: impl Fn(usize) -> String) {
    let free = (1..).map(name).find(|name| stored.scenario(name).is_none());
    let scenario = Scenario { name: free.unwrap_or_default(), ..Scenario::default() };
    scenario.name.clone_into(&mut stored.trying);
    stored.scenarios.push(scenario);
}

/// Opens a scenario; without one of this name nothing changes.
pub fn open(stored: &mut Assessment, name: &str) {
    if stored.scenario(name).is_some() {
        name.clone_into(&mut stored.trying);
    }
}

/// Goes back to the baseline; the scenario is kept.
pub fn leave(stored: &mut Assessment) {
    stored.trying.clear();
}

/// Gives the open scenario another name, without spaces around it. Says whether it has it now: an
/// empty name, and that of another scenario, is not taken.
pub fn rename(stored: &mut Assessment, to: &str) -> bool {
    let (to, open) = (to.trim(), stored.trying.clone());
    if to == open {
        return true;
    }
    if to.is_empty() || stored.scenario(to).is_some() {
        return false;
    }
    if let Some(scenario) = named(stored, &open) {
        to.clone_into(&mut scenario.name);
        to.clone_into(&mut stored.trying);
    }
    true
}

/// Says what the open scenario is about.
pub fn describe(stored: &mut Assessment, note: &str) {
    let open = stored.trying.clone();
    if let Some(scenario) = named(stored, &open) {
        note.trim().clone_into(&mut scenario.note);
    }
}

/// Copies the open scenario behind it and opens the copy, named as in [`begin`].
pub fn duplicate(stored: &mut Assessment, name: impl Fn(usize) -> String) {
    let open = stored.scenarios.iter().position(|scenario| scenario.name == stored.trying);
    let Some(at) = open else { return };
    begin(stored, name);
    if let Some(copy) = stored.scenarios.pop() {
        let changes = stored.scenarios[at].changes.clone();
        stored.scenarios.insert(at + 1, Scenario { changes, ..copy });
    }
}

/// Makes the open scenario the assessment: its changes become facts and entries, and it is gone.
/// The others lie on top of the new baseline.
pub fn adopt(stored: &mut Assessment) {
    if let Some(working) = working(stored) {
        *stored = working;
        discard(stored);
    }
}

/// Deletes the open scenario; the baseline is open then.
pub fn discard(stored: &mut Assessment) {
    let open = std::mem::take(&mut stored.trying);
    stored.scenarios.retain(|scenario| scenario.name != open);
}

fn named<'a>(stored: &'a mut Assessment, name: &str) -> Option<&'a mut Scenario> {
    stored.scenarios.iter_mut().find(|scenario| scenario.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Change;

    fn numbered(number: usize) -> String {
        format!("S{number}")
    }

    fn names(stored: &Assessment) -> Vec<&str> {
        stored.scenarios.iter().map(|scenario| scenario.name.as_str()).collect()
    }

    /// Two scenarios, the second open with one changed fact.
    fn two() -> Assessment {
        let mut stored = Assessment::default();
        stored.facts.insert("answers".to_owned(), "120".to_owned());
        begin(&mut stored, numbered);
        begin(&mut stored, numbered);
        let change = Change::Fact { id: "answers".to_owned(), to: Some("122".to_owned()) };
        stored.scenarios[1].changes.push(change);
        stored
    }

    #[test]
    fn a_new_scenario_takes_the_first_free_name_and_is_open() {
        let mut stored = two();
        assert_eq!((names(&stored), stored.trying.as_str()), (vec!["S1", "S2"], "S2"));
        open(&mut stored, "S1");
        discard(&mut stored);
        begin(&mut stored, numbered);
        assert_eq!((names(&stored), stored.trying.as_str()), (vec!["S2", "S1"], "S1"));
    }

    #[test]
    fn a_name_that_is_taken_or_empty_is_not_given() {
        let mut stored = two();
        assert!(!rename(&mut stored, " S1 "));
        assert!(!rename(&mut stored, "  "));
        assert!(rename(&mut stored, " 保守 "));
        assert!(rename(&mut stored, "保守"));
        assert_eq!((names(&stored), stored.trying.as_str()), (vec!["S1", "保守"], "保守"));
    }

    #[test]
    fn a_copy_stands_behind_what_it_was_made_of_and_is_open() {
        let mut stored = two();
        duplicate(&mut stored, numbered);
        assert_eq!((names(&stored), stored.trying.as_str()), (vec!["S1", "S2", "S3"], "S3"));
        assert_eq!(stored.scenarios[1].changes, stored.scenarios[2].changes);
        open(&mut stored, "S1");
        duplicate(&mut stored, numbered);
        assert_eq!(names(&stored), ["S1", "S4", "S2", "S3"]);
    }

    #[test]
    fn an_adopted_scenario_becomes_the_assessment_and_the_others_stay() {
        let mut stored = two();
        adopt(&mut stored);
        assert_eq!((names(&stored), stored.trying.as_str()), (vec!["S1"], ""));
        assert_eq!(stored.facts["answers"], "122");
    }

    #[test]
    fn without_an_open_scenario_nothing_is_adopted_copied_or_opened() {
        let mut stored = two();
        leave(&mut stored);
        let before = stored.clone();
        adopt(&mut stored);
        duplicate(&mut stored, numbered);
        open(&mut stored, "nowhere");
        discard(&mut stored);
        assert_eq!(stored, before);
    }
}
