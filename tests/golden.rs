//! Golden cases: the published documents, row by row, points and trace, for equality.
//!
//! Every figure expected here stands in `src/presets/<slug>/cases.toml` with its arithmetic,
//! worked by hand from the source; nothing is copied from our own output.

#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;

use jiheng::engine::{
    Assessment, Figure, Fraction, Outcome, Rounding, Rubric, Step, percentage, score,
};
use jiheng::presets;
use jiheng::tree::Tree;
use jiheng::words::{self, Lang};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[allow(dead_code, reason = "said for readers of the file")]
    title: String,
    source: String,
    assessment: Tree,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    total: String,
    grade: String,
    /// Highest total still possible, where it is not settled.
    max: Option<String>,
    points: BTreeMap<String, String>,
    #[serde(default)]
    lines: BTreeMap<String, String>,
    trace: BTreeMap<String, Vec<String>>,
}

#[test]
fn every_preset_reproduces_its_cases_row_by_row() {
    let mut failures = Vec::new();
    let mut seen = 0;
    for preset in presets::LIST {
        let rubric = presets::rubric(preset.id).unwrap();
        let path = format!("src/presets/{}/cases.toml", preset.id);
        let cases: Cases = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for case in cases.case {
            seen += 1;
            let found = differences(&rubric, &case);
            failures.extend(found.into_iter().map(|one| format!("{path} {}: {one}", case.name)));
        }
    }
    assert!(seen >= presets::LIST.len());
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn the_six_forms_are_there_and_pinned() {
    let ids: Vec<&str> = presets::LIST.iter().map(|preset| preset.id).collect();
    let due = ["fukang", "fukang-self", "shenzhen", "jinzhong", "taishan", "national-self"];
    assert_eq!(ids, due);
    for preset in presets::LIST {
        assert_eq!(presets::example(preset.id).unwrap().rubric.hash, preset.hash);
    }
}

/// The figures of design section 6, said once more in one place, against the whole chain.
#[test]
fn the_published_totals_and_grades_are_reproduced() {
    let published = [
        ("fukang", "93.50", "优"),
        ("fukang-self", "88.37", "良"),
        ("shenzhen", "95.00", "优"),
        ("jinzhong", "100.00", "优"),
        ("taishan", "84.00", "良"),
    ];
    for (slug, total, grade) in published {
        let (rubric, example) = (presets::rubric(slug).unwrap(), presets::example(slug).unwrap());
        let card = score(&rubric, &example);
        assert!(card.total.score.is_settled(), "{slug}");
        assert_eq!(card.total.score.min.padded(2), total, "{slug}");
        assert_eq!(rubric.grades.0[card.grade.settled().unwrap()].name.zh, grade, "{slug}");
    }
}

fn differences(rubric: &Rubric, case: &Case) -> Vec<String> {
    let assessment: Assessment = case.assessment.clone().document().unwrap();
    let card = score(rubric, &assessment);
    let mut found = Vec::new();
    let mut expect = |what: &str, due: &str, got: String| {
        if due != got {
            found.push(format!("{what}: expected {due}, got {got}"));
        }
    };
    let listed = rubric.sources.iter().any(|source| source.id == case.source);
    expect("source is listed", "true", listed.to_string());
    expect("total", &case.expect.total, card.total.score.min.padded(2));
    if let Some(max) = &case.expect.max {
        expect("max", max, card.total.score.max.padded(2));
    }
    let certain = &rubric.grades.0[card.grade.certain].name.zh;
    expect("grade", &case.expect.grade, certain.clone());
    for outcome in &card.outcomes {
        let id = outcome.id.as_str();
        let indicator = rubric.indicator(id).unwrap();
        match case.expect.points.get(id) {
            Some(due) => expect(id, due, outcome.score.min.padded(2)),
            None => expect(id, "points in the case", "none".to_owned()),
        }
        if indicator.is_leaf() {
            let due = case.expect.trace.get(id).cloned().unwrap_or_default();
            expect(&format!("trace of {id}"), &due.join(", "), trace(outcome).join(", "));
        }
        if let Some(due) = case.expect.lines.get(id) {
            expect(
                &format!("line of {id}"),
                due,
                words::line(rubric, indicator, outcome, Lang::Zh),
            );
        }
    }
    found
}

/// The steps as the cases write them: `kind` or `kind=figure`.
fn trace(outcome: &Outcome) -> Vec<String> {
    outcome.trace.iter().map(step).collect()
}

fn step(step: &Step) -> String {
    let rate = |kind: &str, rate: Fraction| format!("{kind}={}", percentage(rate).unwrap());
    let lost = |kind: &str, lost: Fraction| {
        format!("{kind}={}", Rounding::default().points(lost).unwrap())
    };
    let points = |kind: &str, points: Figure| format!("{kind}={}", points.padded(2));
    match step {
        Step::Ratio { rate: measured, .. } => rate("ratio", *measured),
        Step::Share { rate: measured, .. } => rate("share", *measured),
        Step::Survey { rate: measured, .. } => rate("survey", *measured),
        Step::Entered { rate: measured, .. } => rate("entered", *measured),
        Step::Budget { rate: measured, .. } => rate("budget", *measured),
        Step::Cost { rate: measured, .. } => rate("cost", *measured),
        Step::Dates { rate: measured, .. } => rate("dates", *measured),
        Step::Duration { rate: measured, .. } => rate("duration", *measured),
        Step::Quality { rate: measured, .. } => rate("quality", *measured),
        Step::Level { points: range, .. } if range.is_fixed() => points("level", range.to),
        Step::Level { points: range, .. } => {
            format!("level={}-{}", range.from.padded(2), range.to.padded(2))
        }
        Step::Picked { points: picked } => points("picked", *picked),
        Step::Checklist { lost: all, .. } => lost("checklist", *all),
        Step::Proportional { rate: counted, capped } => {
            rate("proportional", if *capped { Fraction::ONE } else { *counted })
        }
        Step::Shortfall { lost: all, .. } => lost("shortfall", *all),
        Step::Excess { lost: all, .. } => lost("excess", *all),
        Step::Steps { lost: all, .. } => lost("steps", *all),
        Step::Threshold { points: reached, .. } => points("threshold", *reached),
        Step::Curve { share, .. } => rate("curve", *share),
        Step::NotOver { .. } => "not-over".to_owned(),
        Step::Judged { points: judged } => points("judged", *judged),
        Step::Rounded { points: rounded, .. } => points("rounded", *rounded),
        Step::Deducted { effective, .. } => points("deducted", *effective),
        Step::Occurred { effective, .. } => points("occurred", *effective),
        Step::KnockedOut { .. } => "knocked-out".to_owned(),
        Step::Penalty { .. } => "penalty".to_owned(),
        Step::Overridden { points: given, .. } => points("overridden", *given),
        Step::NotApplicable => "not-applicable".to_owned(),
        Step::InBlock => "in-block".to_owned(),
    }
}
