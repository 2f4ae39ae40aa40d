//! What the snapshot tests share: a rubric of one group with one leaf, scored for real.

use super::{Lang, line, steps};
use crate::engine::{Assessment, Entry, Indicator, Outcome, Rubric, Scorecard, score};
use crate::tree::tests::toml;

/// A rubric whose one leaf `leaf`, 参保人数, in the group `output` has this weight and scoring.
pub fn rubric(weight: &str, scoring: &str) -> Rubric {
    named("参保人数", "Insured persons", weight, scoring)
}

/// The same with a leaf of this name.
pub fn named(zh: &str, en: &str, weight: &str, scoring: &str) -> Rubric {
    let text = format!(
        r#"
        id = "test"
        edition = "1"
        title = {{ zh = "测试" }}
        region = {{ zh = "测试" }}
        kind = "self-evaluation"
        layout = "report"
        fullScore = "{weight}"
        grades = [
            {{ name = {{ zh = "优", en = "excellent" }}, min = "90" }},
            {{ name = {{ zh = "良", en = "good" }}, min = "80" }},
            {{ name = {{ zh = "中", en = "fair" }}, min = "60" }},
            {{ name = {{ zh = "差", en = "poor" }}, min = "0" }},
        ]
        facts = [{{ id = "answers", label = {{ zh = "有效问卷数", en = "Valid answers" }} }}]
        sources = []
        [[indicators]]
        id = "output"
        name = {{ zh = "项目产出", en = "Output" }}
        weight = "{weight}"
        [[indicators.children]]
        id = "leaf"
        name = {{ zh = "{zh}", en = "{en}" }}
        weight = "{weight}"
        scoring = {{ {scoring} }}
        "#
    );
    toml(&text)
}

/// An assessment with this entry for the leaf.
pub fn assessment(entry: &str) -> Assessment {
    let entry: Entry = toml(entry);
    let mut assessment = Assessment::default();
    assessment.rubric.id = "test".to_owned();
    assessment.entries.insert("leaf".to_owned(), entry);
    assessment
}

/// The outcome of an indicator.
pub fn outcome<'a>(scorecard: &'a Scorecard, id: &str) -> &'a Outcome {
    scorecard.outcomes.iter().find(|outcome| outcome.id == id).unwrap()
}

/// An indicator of a rubric.
pub fn indicator<'a>(rubric: &'a Rubric, id: &str) -> &'a Indicator {
    rubric.indicator(id).unwrap()
}

/// The line of the leaf in both languages.
pub fn lines(rubric: &Rubric, entry: &str) -> String {
    let scorecard = score(rubric, &assessment(entry));
    let said = |lang| line(rubric, indicator(rubric, "leaf"), outcome(&scorecard, "leaf"), lang);
    Lang::ALL.map(said).join("\n")
}

/// The derivation of the leaf in both languages.
pub fn derivation(rubric: &Rubric, entry: &str) -> String {
    let scorecard = score(rubric, &assessment(entry));
    let said = |lang| {
        steps(rubric, indicator(rubric, "leaf"), outcome(&scorecard, "leaf"), lang).join("\n")
    };
    Lang::ALL.map(said).join("\n")
}

/// A measure of actual against target.
pub const RATIO: &str = r#"measure = { kind = "ratio", direction = "at-least" }"#;
/// Fukang's survey scale.
pub const SURVEY: &str = r#"measure = { kind = "survey", options = [
    { zh = "非常满意", en = "very satisfied" }, { zh = "比较满意", en = "rather satisfied" },
    { zh = "满意", en = "satisfied" }, { zh = "一般", en = "neutral" },
    { zh = "不满意", en = "dissatisfied" }],
    coefficients = ["1", "0.8", "0.6", "0.4", "0"] }"#;
/// Fukang's checklist of four, shortened.
pub const CHECKLIST: &str = r#"rule = { kind = "checklist", items = [
    { id = "law", label = { zh = "遵守法规", en = "laws kept" } },
    { id = "changes", label = { zh = "调整手续完备", en = "changes approved" } },
    { id = "files", label = { zh = "资料及时归档", en = "files archived in time" } },
    { id = "means", label = { zh = "人员和场地落实", en = "staff and premises in place" } }] }"#;
