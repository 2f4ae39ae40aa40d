//! 推演方案: named changes on top of a baseline, found and applied field by field.
//!
//! The stored document always holds the baseline in its facts and entries, and of each scenario
//! its changes alone. What is on screen while one is open, the *working* assessment, is the
//! baseline with the changes of that one; [`stored`] folds it back. The project description and
//! the efforts belong to no scenario: they are the same in all of them.

mod book;

use crate::engine::{Assessment, Change, Entry};
use crate::tree::{self, Map, Record, Tree};

pub use book::{adopt, begin, describe, discard, duplicate, leave, open, rename, write};

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
    let facts = changes.iter().filter_map(|change| match change {
        Change::Fact { id, to } => Some((id.clone(), to.clone())),
        Change::Field { .. } => None,
    });
    let mut fields: Vec<FieldChange<'_>> = Vec::new();
    fields.extend(changes.iter().filter_map(|change| match change {
        Change::Field { indicator, field, to } => Some((indicator, field, to.as_ref())),
        Change::Fact { .. } => None,
    }));
    // Entry by entry, so that each is read and written once however often it is changed.
    fields.sort_by_key(|(indicator, ..)| *indicator);
    let entries = fields.chunk_by(|one, other| one.0 == other.0).map(|changes| {
        let id = changes[0].0;
        (id.clone(), changed(baseline.entries.get(id), changes))
    });
    Assessment {
        facts: with(&baseline.facts, facts),
        entries: with(&baseline.entries, entries),
        ..baseline.clone()
    }
}

/// Indicator, field, and what it holds then.
type FieldChange<'a> = (&'a String, &'a String, Option<&'a Tree>);

/// The map with these values; none where one is taken out.
fn with<T: Clone>(map: &Map<T>, changed: impl Iterator<Item = (String, Option<T>)>) -> Map<T> {
    let before = map.iter().map(|(name, value)| (name.clone(), Some(value.clone())));
    let all: Map<Option<T>> = before.chain(changed).collect();
    all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
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

/// The entry with these changes; none where it holds nothing then.
fn changed(entry: Option<&Entry>, changes: &[FieldChange<'_>]) -> Option<Entry> {
    let changes = changes.iter().map(|(_, field, to)| ((*field).clone(), to.cloned()));
    let fields = with(&fields(entry), changes);
    match Tree::Fields(fields).document::<Entry>() {
        Ok(entry) => Some(entry).filter(|entry| !entry.is_empty()),
        // A change that was read is one of an entry; one that is not changes nothing.
        Err(_) => entry.cloned(),
    }
}

#[cfg(test)]
mod tests;
