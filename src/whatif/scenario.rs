//! 推演方案: named changes on top of a baseline, found and applied field by field.
//!
//! The stored document always holds the baseline in its facts and entries, and of each scenario
//! its changes alone. What is on screen while one is open, the *working* assessment, is the
//! baseline with the changes of that one; [`stored`] folds it back. The project description and
//! the efforts belong to no scenario: they are the same in all of them.

mod book;

use crate::engine::{Assessment, Change, Entry};
use crate::tree::{self, Map, Record, Tree};

pub use book::{adopt, begin, describe, discard, duplicate, leave, open, rename};

/// What differs in facts and entries, facts first. An entry with nothing in it is none.
///
/// ```
/// use jiheng::engine::{Assessment, Entry, Value};
/// use jiheng::whatif::scenario::{apply, between};
/// let baseline = Assessment::default();
/// let mut working = baseline.clone();
/// working.entries.or_default("insured").actual = Some(Value::from("32012"));
/// let changes = between(&baseline, &working);
/// assert_eq!(changes.len(), 1);
/// assert_eq!(apply(&baseline, &changes), working);
/// ```
pub fn between(baseline: &Assessment, working: &Assessment) -> Vec<Change> {
    let mut changes = Vec::new();
    for id in names(&baseline.facts, &working.facts) {
        let to = working.facts.get(id);
        if baseline.facts.get(id) != to {
            changes.push(Change::Fact { id: id.clone(), to: to.cloned() });
        }
    }
    for id in names(&baseline.entries, &working.entries) {
        changes.extend(of_entry(id, baseline.entries.get(id), working.entries.get(id)));
    }
    changes
}

/// What differs in the entry of one indicator.
pub fn of_entry(indicator: &str, before: Option<&Entry>, now: Option<&Entry>) -> Vec<Change> {
    if before == now {
        return Vec::new();
    }
    let (before, mut now) = (fields(before), fields(now));
    let differing = Entry::FIELDS.iter().filter_map(|field| {
        let to = now.remove(field);
        let change = || Change::Field {
            indicator: indicator.to_owned(),
            field: (*field).to_owned(),
            to: to.clone(),
        };
        (before.get(field) != to.as_ref()).then(change)
    });
    differing.collect()
}

/// The assessment with these changes; of changes of one field the last counts.
pub fn apply(baseline: &Assessment, changes: &[Change]) -> Assessment {
    let mut working = baseline.clone();
    for change in changes {
        match change {
            Change::Fact { id, to: Some(text) } => working.facts.insert(id.clone(), text.clone()),
            Change::Fact { id, to: None } => {
                working.facts.remove(id);
            }
            Change::Field { indicator, field, to } => {
                set(&mut working.entries, indicator, field, to.clone());
            }
        }
    }
    working
}

/// What is on screen while a scenario is open: the baseline with its changes. None while that is
/// the baseline itself.
pub fn working(stored: &Assessment) -> Option<Assessment> {
    let open = stored.scenario(&stored.trying)?;
    Some(apply(stored, &open.changes))
}

/// The document to store while a scenario is open: facts and entries of the baseline, the rest as
/// it is now, and in the open scenario what differs now.
pub fn stored(baseline: &Assessment, working: &Assessment) -> Assessment {
    let mut stored = Assessment {
        facts: baseline.facts.clone(),
        entries: baseline.entries.clone(),
        ..working.clone()
    };
    let open = stored.scenarios.iter_mut().find(|scenario| scenario.name == working.trying);
    if let Some(open) = open {
        open.changes = between(baseline, working);
    }
    stored
}

/// Every name of one map or the other.
fn names<'a, T>(one: &'a Map<T>, other: &'a Map<T>) -> impl Iterator<Item = &'a String> {
    one.keys().chain(other.keys().filter(|name| !one.contains_key(name)))
}

/// The fields of an entry that hold something, by the names of [`Record::FIELDS`].
pub fn fields(entry: Option<&Entry>) -> Map<Tree> {
    match entry.map(|entry| tree::parse(&tree::json(entry))) {
        Some(Ok(Tree::Fields(fields))) => fields,
        _ => Map::default(),
    }
}

fn set(entries: &mut Map<Entry>, indicator: &str, field: &str, to: Option<Tree>) {
    let mut fields = fields(entries.get(indicator));
    match to {
        Some(to) => fields.insert(field.to_owned(), to),
        None => {
            fields.remove(field);
        }
    }
    // A change that was read is one of an entry; one that is not changes nothing.
    let Ok(entry) = Tree::Fields(fields).document::<Entry>() else {
        return;
    };
    match entry.is_empty() {
        true => {
            entries.remove(indicator);
        }
        false => entries.insert(indicator.to_owned(), entry),
    }
}

#[cfg(test)]
mod tests;
