//! What the documents refuse, by its path: rubrics and assessments as callers send them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used)]

use jiheng::engine::{Assessment, Rubric, Rule};
use jiheng::presets;
use jiheng::tree::{Document, WrongShape, json, parse};

fn read<T: Document>(text: &str) -> Result<T, WrongShape> {
    parse(text).unwrap().document()
}

fn wrong<T: Document + std::fmt::Debug>(text: &str) -> WrongShape {
    read::<T>(text).unwrap_err()
}

fn assessment(entries: &str) -> String {
    format!(r#"{{"version":1,"rubric":{{"id":"x"}},"entries":{entries}}}"#)
}

#[test]
fn a_number_where_a_figure_is_due_is_refused_by_path() {
    for figure in ["30437", "12.5", "-1", "1e999", "12345678901234567890123"] {
        let text = assessment(&format!(r#"{{"insured":{{"actual":{figure}}}}}"#));
        let wrong = wrong::<Assessment>(&text);
        assert_eq!(wrong.path, "entries.insured.actual");
        assert!(wrong.message.contains("a number, expected a decimal string"), "{wrong:?}");
    }
    let level = |points: &str| {
        format!(
            r#"{{"kind":"levels","levels":[{{"id":"a","label":{{"zh":"好"}},"points":{points}}}]}}"#
        )
    };
    let number = wrong::<Rule>(&level("5"));
    assert_eq!(number.path, "levels[0].points");
    assert!(number.message.contains("a number, expected a decimal string"), "{number:?}");
    let end = wrong::<Rule>(&level(r#"{"from":"0","to":5}"#));
    assert_eq!(end.path, "levels[0].points.to");
    let text = wrong::<Rule>(&level(r#""five""#));
    assert!(text.message.starts_with("\"five\": "), "{text:?}");
}

#[test]
fn lists_are_no_fields_and_fields_are_known() {
    let path = |entries: &str| wrong::<Assessment>(&assessment(entries)).path;
    assert_eq!(path("[]"), "entries");
    assert_eq!(path(r#"{"insured":[]}"#), "entries.insured");
    assert_eq!(path(r#"{"insured":["30437"]}"#), "entries.insured");
    assert_eq!(path(r#"{"insured":{"colour":"red"}}"#), "entries.insured.colour");
    assert_eq!(path(r#"{"insured":{"actual":{"fact":"a","b":"c"}}}"#), "entries.insured.actual.b");
    assert_eq!(path(r#"{"insured":{"actual":{}}}"#), "entries.insured.actual");
    assert_eq!(path(r#"{"insured":{"missed":"a"}}"#), "entries.insured.missed");
    assert_eq!(wrong::<Rubric>("{}").message, "missing field `id`");
    assert_eq!(wrong::<Rule>(r#"{"kind":"luck"}"#).path, "kind");
}

#[test]
fn a_field_that_is_null_is_not_there_but_a_fact_must_be_a_text() {
    let read: Assessment = read(&assessment(r#"{"a":{"actual":null,"note":null}}"#)).unwrap();
    assert!(read.entries["a"].is_empty());
    assert_eq!(wrong::<Assessment>(&assessment(r#"{"a":null}"#)).path, "entries.a");
}

#[test]
fn every_preset_and_example_is_written_as_it_was_read() {
    for preset in presets::LIST {
        let (rubric, example) =
            (presets::rubric(preset.id).unwrap(), presets::example(preset.id).unwrap());
        assert_eq!(read(&json(&rubric)), Ok(rubric));
        assert_eq!(read(&json(&example)), Ok(example));
    }
}

#[test]
fn a_change_of_a_scenario_is_refused_where_no_entry_could_hold_it() {
    let path = |change: &str| {
        let scenarios = format!(r#"[{{"name":"a"}},{{"name":"b","changes":[{change}]}}]"#);
        let text = assessment("{}").replacen('{', &format!(r#"{{"scenarios":{scenarios},"#), 1);
        let wrong = wrong::<Assessment>(&text);
        wrong.path.strip_prefix("scenarios[1].changes[0]").unwrap_or("elsewhere").to_owned()
    };
    let of = |field: &str, to: &str| {
        path(&format!(r#"{{"indicator":"x","field":"{field}","to":{to}}}"#))
    };
    assert_eq!(of("colour", r#""red""#), ".field");
    assert_eq!(of("colour", "null"), ".field");
    assert_eq!(of("actual", "30437"), ".to");
    assert_eq!(of("actual", "1.5"), ".to");
    assert_eq!(of("actual", r#"{"fact":1}"#), ".to.fact");
    assert_eq!(of("counts", r#"["1",2]"#), ".to[1]");
    assert_eq!(of("deductions", r#"[{"item":"a","points":5}]"#), ".to[0].points");
    assert_eq!(of("notApplicable", r#""yes""#), ".to");
    assert_eq!(path(r#"{"fact":"a","to":["1"]}"#), ".to");
    assert_eq!(path(r#"{"fact":"a","field":"actual"}"#), ".field");
    assert_eq!(path(r#"{"indicator":"a"}"#), "");
}

#[test]
fn scenarios_have_names_of_their_own_and_the_open_one_is_there() {
    let path = |fields: &str| {
        wrong::<Assessment>(&assessment("{}").replacen('{', &format!("{{{fields},"), 1)).path
    };
    assert_eq!(path(r#""scenarios":[{"name":"a"},{"name":"a"}]"#), "scenarios[1].name");
    assert_eq!(path(r#""scenarios":[{"name":" "}]"#), "scenarios[0].name");
    assert_eq!(path(r#""trying":"a""#), "trying");
    assert_eq!(path(r#""scenarios":[{"name":"a"}],"trying":"b""#), "trying");
}

#[test]
fn an_assessment_without_scenarios_is_written_as_before() {
    let example = json(&presets::example("fukang").unwrap());
    assert!(["scenarios", "trying", "efforts"].iter().all(|field| !example.contains(field)));
}

#[test]
fn a_scenario_with_every_shape_of_field_comes_back() {
    let text = concat!(
        r#"{"version":1,"rubric":{"id":"x","hash":""},"project":{"#,
        r#""name":"","unit":"","department":"","year":"","evaluator":"","summary":"","#,
        r#""expected":"","achieved":"","goals":[],"funds":[],"surveys":[]},"facts":{},"#,
        r#""entries":{},"scenarios":[{"name":"甲","note":"说","changes":["#,
        r#"{"fact":"insured","to":"32000"},{"fact":"gone"},"#,
        r#"{"indicator":"a","field":"actual","to":{"fact":"insured"}},"#,
        r#"{"indicator":"a","field":"missed","to":[]},"#,
        r#"{"indicator":"a","field":"partly","to":{"files":"50"}},"#,
        r#"{"indicator":"a","field":"notApplicable","to":true},"#,
        r#"{"indicator":"a","field":"level"}]}],"trying":"甲","efforts":{"a":"2"}}"#,
    );
    assert_eq!(json(&read::<Assessment>(text).unwrap()), text);
}
