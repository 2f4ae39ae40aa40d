//! Scenarios on the presets: what differs is found and applied, and what is scored is the baseline.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used)]

use jiheng::engine::{Assessment, Change, Value, score};
use jiheng::presets;
use jiheng::tree::{Map, Tree};
use jiheng::whatif::scenario::{apply, begin, between, stored, working};

#[test]
fn nothing_differs_between_one_and_the_same() {
    for preset in presets::LIST {
        let example = presets::example(preset.id).unwrap();
        assert_eq!(between(&example, &example), []);
    }
}

#[test]
fn every_example_is_reached_from_the_empty_form_and_back() {
    for preset in presets::LIST {
        let example = presets::example(preset.id).unwrap();
        let empty =
            Assessment { facts: Map::default(), entries: Map::default(), ..example.clone() };
        assert_eq!(apply(&empty, &between(&empty, &example)), example, "{}", preset.id);
        assert_eq!(apply(&example, &between(&example, &empty)), empty, "{}", preset.id);
    }
}

#[test]
fn a_change_is_of_one_field_and_the_rest_of_the_entry_stays() {
    let example = presets::example("fukang").unwrap();
    let mut working = example.clone();
    let entry = working.entries.get_mut("insured-all").unwrap();
    entry.actual = Some(Value::from("32012"));
    let to = Some(Tree::Text("32012".to_owned()));
    let field = Change::Field { indicator: "insured-all".into(), field: "actual".into(), to };
    assert_eq!(between(&example, &working), [field]);
}

#[test]
fn neither_the_project_nor_the_efforts_are_part_of_a_scenario() {
    let baseline = presets::example("fukang").unwrap();
    let mut document = baseline.clone();
    begin(&mut document, |_| "一".to_owned());
    let mut shown = working(&document).unwrap();
    shown.project.unit = "某局".to_owned();
    shown.efforts.insert("insured-all".to_owned(), "3".to_owned());
    let document = stored(&document, &shown);
    assert_eq!(document.project.unit, "某局");
    assert_eq!(document.efforts["insured-all"], "3");
    assert_eq!(document.scenarios[0].changes, []);
}

#[test]
fn the_score_of_a_document_is_that_of_its_baseline() {
    // 6 × 32012/33333 = 192072/33333 = 5.7622… → 5.76 in place of 5.48: 93.50 + 0.28 = 93.78.
    let rubric = presets::rubric("fukang").unwrap();
    let mut document = presets::example("fukang").unwrap();
    begin(&mut document, |_| "一".to_owned());
    document.scenarios[0].changes.push(Change::Field {
        indicator: "insured-all".to_owned(),
        field: "actual".to_owned(),
        to: Some(Tree::Text("32012".to_owned())),
    });
    let total = |shown: &Assessment| score(&rubric, shown).total.score.min.to_string();
    assert_eq!(total(&document), "93.50");
    assert_eq!(total(&working(&document).unwrap()), "93.78");
}
