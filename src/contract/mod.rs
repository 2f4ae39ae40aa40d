//! The shapes in which results leave for JavaScript, by the JS API and by the messages of an embedded page alike:
//! scorecards and problems, every figure a decimal string. `js_api/types.d.ts` describes them.

mod step;

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::engine::{
    Adjustment, AdjustmentKind, Figure, Fraction, Indicator, MAX_PLACES, Outcome, Rubric,
    Scorecard, Span, Status, percentage,
};
use crate::presets::Preset;
pub use crate::words::told::{Text, Told};
use crate::words::{self, Lang};

/// A plain object, never a `Map`.
///
/// # Errors
/// What cannot be an object, in English; none of the shapes here.
pub fn object(value: &impl Serialize) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}

impl Text {
    /// The same sentences in both languages.
    pub fn list(say: impl Fn(Lang) -> Vec<String>) -> Vec<Text> {
        say(Lang::Zh).into_iter().zip(say(Lang::En)).map(|(zh, en)| Text { zh, en }).collect()
    }

    fn pair((zh, en): (&str, &str)) -> Text {
        Text { zh: zh.to_owned(), en: en.to_owned() }
    }
}

/// A preset, before it is opened.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Listed {
    id: &'static str,
    title: Text,
    region: Text,
    kind: &'static str,
    full_score: &'static str,
    edition: &'static str,
    hash: &'static str,
}

impl Listed {
    /// As the page comes with it.
    pub fn of(preset: &Preset) -> Listed {
        Listed {
            id: preset.id,
            title: Text::pair(preset.title),
            region: Text::pair(preset.region),
            kind: preset.kind.name(),
            full_score: preset.full_score,
            edition: preset.edition,
            hash: preset.hash,
        }
    }
}

/// A scorecard: its total, grade, problems and indicators.
#[derive(Serialize)]
pub struct Card {
    total: Sum,
    grade: Graded,
    problems: Vec<Told>,
    indicators: Vec<Line>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sum {
    score: String,
    weight: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    score_rate: Option<String>,
    min: String,
    max: String,
    adjustments: Vec<Adjusted>,
}

/// The grade of a scorecard.
#[derive(Serialize)]
pub struct Graded {
    name: Option<String>,
    certain: Option<String>,
    possible: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    id: String,
    path: Vec<String>,
    name: String,
    weight: String,
    score: String,
    min: String,
    max: String,
    deduction: String,
    addition: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure_rate: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score_rate: Option<String>,
    status: &'static str,
    adjustments: Vec<Adjusted>,
    trace: Vec<serde_json::Value>,
    text: Text,
}

#[derive(Serialize)]
struct Adjusted {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    min: String,
    max: String,
    text: Text,
}

impl Card {
    /// A scorecard under the rubric that it was made by.
    pub fn of(rubric: &Rubric, scorecard: &Scorecard) -> Card {
        let told = scorecard.problems.iter().map(|problem| Told::of(rubric, problem));
        let nodes = rubric.nodes();
        let lines = nodes.iter().zip(&scorecard.outcomes);
        Card {
            total: sum(rubric, scorecard),
            grade: graded(rubric, scorecard),
            problems: told.collect(),
            indicators: lines
                .map(|(node, outcome)| line(rubric, node.indicator, outcome))
                .collect(),
        }
    }
}

fn sum(rubric: &Rubric, scorecard: &Scorecard) -> Sum {
    let total = &scorecard.total;
    let adjustments = total.adjustments.iter();
    Sum {
        score: shown(rubric, total.score.min),
        weight: shown(rubric, total.weight),
        score_rate: rate(total.score, total.weight),
        min: shown(rubric, total.score.min),
        max: shown(rubric, total.score.max),
        adjustments: adjustments.map(|one| adjusted(rubric, None, one)).collect(),
    }
}

/// The grade of a scorecard, by names.
pub fn graded(rubric: &Rubric, scorecard: &Scorecard) -> Graded {
    let name = |position| grade_name(rubric, position);
    let grade = scorecard.grade;
    Graded {
        name: grade.settled().and_then(name),
        certain: name(grade.certain),
        possible: (grade.best..=grade.certain).filter_map(name).collect(),
    }
}

/// The name of a grade by its position.
pub fn grade_name(rubric: &Rubric, position: usize) -> Option<String> {
    rubric.grades.0.get(position).map(|grade| grade.name.zh.clone())
}

fn line(rubric: &Rubric, indicator: &Indicator, outcome: &Outcome) -> Line {
    let adjustments = outcome.adjustments.iter();
    Line {
        id: outcome.id.clone(),
        path: rubric.path(&outcome.id).iter().map(|node| node.name.zh.clone()).collect(),
        name: indicator.name.zh.clone(),
        weight: shown(rubric, outcome.weight),
        score: shown(rubric, outcome.score.min),
        min: shown(rubric, outcome.score.min),
        max: shown(rubric, outcome.score.max),
        deduction: shown(rubric, outcome.deduction()),
        addition: shown(rubric, outcome.addition()),
        measure_rate: outcome.rate.and_then(percent),
        score_rate: rate(outcome.score, outcome.weight),
        status: status(outcome.status),
        adjustments: adjustments.map(|one| adjusted(rubric, Some(indicator), one)).collect(),
        trace: outcome.trace.iter().map(step::object).collect(),
        text: Text::of(|lang| words::line(rubric, indicator, outcome, lang)),
    }
}

fn adjusted(rubric: &Rubric, indicator: Option<&Indicator>, adjustment: &Adjustment) -> Adjusted {
    let (kind, item, from) = acting(&adjustment.kind);
    Adjusted {
        kind,
        item,
        from,
        min: shown(rubric, adjustment.points.min),
        max: shown(rubric, adjustment.points.max),
        text: Text::of(|lang| words::adjustment(rubric, indicator, adjustment, lang)),
    }
}

/// What acts on points: its kind, its modifier, and the indicator that this belongs to.
pub fn acting(kind: &AdjustmentKind) -> (&'static str, Option<String>, Option<String>) {
    let (kind, item, from) = match kind {
        AdjustmentKind::Deduction { item } => ("deduction", Some(item), None),
        AdjustmentKind::Occurrences { item } => ("occurrences", Some(item), None),
        AdjustmentKind::Knockout { item, from, .. } => ("knockout", Some(item), Some(from)),
        AdjustmentKind::Penalty { item, from } => ("penalty", Some(item), Some(from)),
        AdjustmentKind::Block => ("block", None, None),
        AdjustmentKind::Override => ("override", None, None),
        AdjustmentKind::Rescale => ("rescale", None, None),
        AdjustmentKind::Bonus => ("bonus", None, None),
        AdjustmentKind::Cap => ("cap", None, None),
    };
    (kind, item.cloned(), from.cloned())
}

/// Points with the decimals of the rubric.
pub fn shown(rubric: &Rubric, points: Figure) -> String {
    points.padded(rubric.rounding.places.min(MAX_PLACES))
}

/// A rate in %, two decimals.
fn percent(rate: Fraction) -> Option<String> {
    percentage(rate).ok().map(|percent| percent.to_string())
}

/// 得分率 of the points so far, in %; none where nothing can be earned.
fn rate(score: Span, weight: Figure) -> Option<String> {
    let rate = (!weight.is_zero()).then(|| score.min.fraction().div(weight.fraction()));
    rate.and_then(Result::ok).and_then(percent)
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Empty => "empty",
        Status::Partial => "partial",
        Status::Scored => "scored",
        Status::Overridden => "overridden",
        Status::NotApplicable => "not-applicable",
        Status::Block => "block",
        Status::InBlock => "in-block",
        Status::Invalid => "invalid",
    }
}
