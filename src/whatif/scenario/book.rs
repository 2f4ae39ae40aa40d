//! The scenarios of an assessment: begun, opened, renamed, copied, adopted, discarded.
//!
//! Everything here turns one stored document into the next, so that each is one step to undo.

use crate::engine::{Assessment, Change, MOST_SCENARIOS, Scenario};

use super::{apply, working};

/// Begins a scenario without changes and opens it. `name` answers with the name of the first, the
/// second …; the first that is free is taken. Says whether there was room for one more.
pub fn begin(stored: &mut Assessment, name: impl Fn(usize) -> String) -> bool {
    if stored.scenarios.len() >= MOST_SCENARIOS {
        return false;
    }
    let free = (1..).map(name).find(|name| stored.scenario(name).is_none());
    let scenario = Scenario { name: free.unwrap_or_default(), ..Scenario::default() };
    scenario.name.clone_into(&mut stored.trying);
    stored.scenarios.push(scenario);
    true
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

/// Gives the open scenario another name, without spaces around it and without characters that are
/// not seen, some of which turn round what stands beside them. Says whether it has it now: an empty
/// name, and that of another scenario, is not taken.
pub fn rename(stored: &mut Assessment, to: &str) -> bool {
    let to: String = to.chars().filter(|one| !is_unseen(*one)).collect();
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

/// Widthless characters, and those that set the direction of what follows.
fn is_unseen(one: char) -> bool {
    one.is_control()
        || matches!(one, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Says what the open scenario is about.
pub fn describe(stored: &mut Assessment, note: &str) {
    let open = stored.trying.clone();
    if let Some(scenario) = named(stored, &open) {
        note.trim().clone_into(&mut scenario.note);
    }
}

/// Copies the open scenario behind it and opens the copy, named as in [`begin`]. Says whether there
/// was one, and room for one more.
pub fn duplicate(stored: &mut Assessment, name: impl Fn(usize) -> String) -> bool {
    let open = stored.scenarios.iter().position(|scenario| scenario.name == stored.trying);
    let Some(at) = open.filter(|_| begin(stored, name)) else { return false };
    if let Some(copy) = stored.scenarios.pop() {
        let changes = stored.scenarios[at].changes.clone();
        stored.scenarios.insert(at + 1, Scenario { changes, ..copy });
    }
    true
}

/// Writes changes into the scenario `into`, on top of what it changes already, and opens it; with
/// `anew` into a copy of it. Where `into` is empty, into a new one on top of the baseline; named as
/// in [`begin`]. Says whether it could: the scenario is there, and room for one more where one is due.
pub fn write(
    stored: &mut Assessment,
    (into, anew): (&str, bool),
    changes: &[Change],
    name: impl Fn(usize) -> String,
) -> bool {
    into.clone_into(&mut stored.trying);
    let opened = match (into.is_empty(), anew) {
        (true, _) => begin(stored, name),
        (false, true) => duplicate(stored, name),
        (false, false) => stored.scenario(into).is_some(),
    };
    let Some(shown) = working(stored).filter(|_| opened) else { return false };
    *stored = super::stored(stored, &apply(&shown, changes));
    true
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
        assert!(!rename(&mut stored, "\u{200b}") && !rename(&mut stored, "\u{202e}S1"));
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
        assert!(!duplicate(&mut stored, numbered));
        open(&mut stored, "nowhere");
        discard(&mut stored);
        assert_eq!(stored, before);
    }

    fn answers(to: &str) -> [Change; 1] {
        [Change::Fact { id: "answers".to_owned(), to: Some(to.to_owned()) }]
    }

    #[test]
    fn changes_are_written_on_top_of_what_a_scenario_has_or_into_a_copy_of_it() {
        let mut stored = two();
        let other = Change::Fact { id: "budget".to_owned(), to: Some("9".to_owned()) };
        assert!(write(&mut stored, ("S2", false), std::slice::from_ref(&other), numbered));
        assert_eq!(stored.scenarios[1].changes, [answers("122"), [other.clone()]].concat());
        assert!(write(&mut stored, ("S2", true), &answers("121"), numbered));
        assert_eq!((names(&stored), stored.trying.as_str()), (vec!["S1", "S2", "S3"], "S3"));
        assert_eq!(stored.scenarios[1].changes, [answers("122"), [other.clone()]].concat());
        assert_eq!(stored.scenarios[2].changes, [answers("121"), [other]].concat());
        assert_eq!(stored.facts["answers"], "120");
    }

    #[test]
    fn changes_from_the_baseline_begin_a_scenario_and_one_that_is_gone_takes_none() {
        let mut stored = two();
        assert!(write(&mut stored, ("", false), &answers("119"), numbered));
        assert_eq!((names(&stored), stored.trying.as_str()), (vec!["S1", "S2", "S3"], "S3"));
        assert_eq!(stored.scenarios[2].changes, answers("119"));
        assert!(!write(&mut stored, ("nowhere", false), &answers("119"), numbered));
        assert!(!write(&mut stored, ("nowhere", true), &answers("119"), numbered));
    }

    #[test]
    fn there_are_as_many_as_can_be_opened_again_and_no_more() {
        let mut stored = Assessment::default();
        assert!((0..MOST_SCENARIOS).all(|_| begin(&mut stored, numbered)));
        assert!(!begin(&mut stored, numbered) && !duplicate(&mut stored, numbered));
        assert_eq!(stored.scenarios.len(), MOST_SCENARIOS);
        let read = |stored: &Assessment| {
            crate::tree::parse(&crate::tree::json(stored)).unwrap().document::<Assessment>()
        };
        assert_eq!(read(&stored).unwrap(), stored);
        stored.scenarios.push(Scenario { name: "one more".into(), ..Scenario::default() });
        assert_eq!(read(&stored).unwrap_err().path, "scenarios");
    }
}
