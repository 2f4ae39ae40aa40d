//! Differences of random entries come back as they were, also folded into the stored document. The
//! examples have their turn in `tests/scenarios.rs`.

use proptest::prelude::*;

use super::*;
use crate::engine::{Block, Incident, Override, Scenario, Value};

fn text() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "0", "12.50", "30,437人", "\"\\\n", "说明"])
        .prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = Option<Value>> {
    let fact = prop::sample::select(vec!["a", "b"]).prop_map(|id| Value::Fact(id.to_owned()));
    prop::option::of(prop_oneof![text().prop_map(Value::Text), fact])
}

fn entry() -> impl Strategy<Value = Entry> {
    let figures = prop::collection::vec(value(), 8);
    let lists = (
        prop::option::of(prop::collection::vec(text().prop_map(Value::Text), 0..3)),
        prop::option::of(prop::collection::vec(text(), 0..3)),
        prop::collection::btree_map(text(), text().prop_map(Value::Text), 0..2),
        prop::collection::vec((text(), value()), 0..2),
    );
    let wholes = (value(), text(), any::<bool>(), prop::option::of((value(), text())));
    let texts = (prop::option::of(text()), prop::collection::vec(text(), 9));
    (figures, lists, wholes, texts).prop_map(|(figures, lists, wholes, (level, texts))| {
        let (counts, missed, partly, deductions) = lists;
        let (points, why, not_applicable, block) = wholes;
        let mut entry = Entry { counts, missed, level, not_applicable, ..Entry::default() };
        for (field, figure) in crate::engine::Field::ALL.iter().zip(figures) {
            *field.of_mut(&mut entry) = figure;
        }
        entry.partly = partly.into_iter().collect();
        let happened = |(item, points)| Incident { item, points, count: None };
        entry.deductions = deductions.into_iter().map(happened).collect();
        entry.overridden = points.map(|points| Override { points, reason: why });
        entry.block = block.map(|(share, reason)| Block { points: None, share, reason });
        [entry.reason, entry.name, entry.target_text, entry.actual_text, entry.note] =
            [0, 1, 2, 3, 4].map(|at: usize| texts[at].clone());
        [entry.evidence, entry.basis, entry.last_year, entry.deviation] =
            [5, 6, 7, 8].map(|at: usize| texts[at].clone());
        entry
    })
}

/// Facts and entries; entries with nothing in them are none.
fn assessment() -> impl Strategy<Value = Assessment> {
    let id = || prop::sample::select(vec!["a", "b", "c"]).prop_map(str::to_owned);
    let entries = prop::collection::btree_map(id(), entry(), 0..3);
    (prop::collection::btree_map(id(), text(), 0..3), entries).prop_map(|(facts, entries)| {
        let filled = entries.into_iter().filter(|(_, entry)| !entry.is_empty());
        Assessment {
            facts: facts.into_iter().collect(),
            entries: filled.collect(),
            ..Assessment::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_differs_makes_the_one_into_the_other(one in assessment(), other in assessment()) {
        let changes = between(&one, &other);
        prop_assert_eq!(apply(&one, &changes), other);
        let scenario = Scenario { name: "甲".to_owned(), changes, ..Scenario::default() };
        let written = tree::json(&scenario);
        prop_assert_eq!(tree::parse(&written).unwrap().document(), Ok(scenario), "{}", written);
    }

    #[test]
    fn what_is_stored_opens_as_it_was(baseline in assessment(), shown in assessment()) {
        let mut document = baseline.clone();
        begin(&mut document, |number| number.to_string());
        let shown = Assessment { facts: shown.facts, entries: shown.entries, ..document };
        let document = stored(&baseline, &shown);
        prop_assert_eq!(&document.entries, &baseline.entries);
        let opened = working(&document).unwrap();
        prop_assert_eq!((&opened.facts, &opened.entries), (&shown.facts, &shown.entries));
    }
}

/// What a stranger's link could hold: every change used to write and read the whole entry anew.
#[test]
fn many_changes_of_one_long_entry_are_applied_at_once_and_the_last_counts() {
    let mut baseline = Assessment::default();
    baseline.entries.or_default("a").note = "长".repeat(100_000);
    let to = |text: String| Change::Field {
        indicator: "a".to_owned(),
        field: "actual".to_owned(),
        to: Some(Tree::Text(text)),
    };
    let changes: Vec<Change> = (0..20_000).map(|at| to(at.to_string())).collect();
    let working = apply(&baseline, &changes);
    assert_eq!(working.entries["a"].actual, Some(Value::from("19999")));
    assert_eq!(working.entries["a"].note, baseline.entries["a"].note);
}
