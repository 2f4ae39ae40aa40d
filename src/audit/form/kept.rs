//! What a table prints beside its points, kept in the form and its entries as it is printed.

use crate::audit::printed::Printed;
use crate::audit::sheet::Line;
use crate::audit::table::{PublishedTable, Row};
use crate::engine::rule::Rule;
use crate::engine::{
    Entry, Figure, Fraction, Fund, Label, Measure, Mode, NumberError, Project, Rounding, Scoring,
    Survey, SurveyOption, Value,
};

/// Whether a cell says anything; a dash or a slash does not.
pub(super) fn says(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// 评分标准 as printed.
pub(super) fn criteria(rule: &str) -> Vec<Label> {
    says(rule).then(|| super::label(rule.trim())).into_iter().collect()
}

/// A judged score needs a reason; what is printed, or that it is the printed one.
pub(super) fn reason(text: &str) -> String {
    if says(text) { text.to_owned() } else { "公布得分".to_owned() }
}

/// What a row prints, in the fields that its scoring leaves free.
pub(super) fn keep(line: &Line<'_>, scoring: &Scoring, entry: &mut Entry) {
    let row = line.row;
    let picked = matches!(scoring.rule, Rule::Judgement(_)) || entry.points.is_some();
    if picked {
        beside(row, entry);
        let facts = [("目标值", &row.target), ("实际", &row.actual), ("完成率", &row.completion)];
        entry.reason = reason(&sentence(&facts, &row.reason));
        return;
    }
    if !matches!(scoring.measure, Some(Measure::Ratio(_))) {
        beside(row, entry);
    }
    let told = match (&line.completion, &scoring.measure) {
        (Some(printed), Some(_)) => is_told(printed, entry),
        _ => false,
    };
    let facts = [("完成率", &row.completion)];
    entry.note = sentence(if told { &[] } else { &facts }, &row.reason);
}

/// Target and actual as people write them.
pub(super) fn beside(row: &Row, entry: &mut Entry) {
    let kept = |text: &String| if says(text) { text.clone() } else { String::new() };
    (entry.target_text, entry.actual_text) = (kept(&row.target), kept(&row.actual));
}

/// `目标值≤3.5万元，实际3.2万元；疫情影响，1期延后`, with what the cells say.
fn sentence(facts: &[(&str, &String)], reason: &str) -> String {
    let told = facts.iter().filter(|(_, text)| says(text));
    let told: Vec<String> = told.map(|(name, text)| format!("{name}{}", text.trim())).collect();
    let parts = [told.join("，"), if says(reason) { reason.to_owned() } else { String::new() }];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("；")
}

/// Whether what is entered gives the printed rate, so that it need not be told beside it.
fn is_told(printed: &Printed, entry: &Entry) -> bool {
    let read = |value: &Option<Value>| match value {
        Some(Value::Text(text)) => text.parse::<Figure>().ok(),
        _ => None,
    };
    if let Some(rate) = read(&entry.rate) {
        return rate == printed.figure;
    }
    let (Some(target), Some(actual)) = (read(&entry.target), read(&entry.actual)) else {
        return false;
    };
    [(actual, target), (target, actual)]
        .into_iter()
        .any(|(over, under)| is_rate(printed, over, under).unwrap_or(false))
}

fn is_rate(printed: &Printed, over: Figure, under: Figure) -> Result<bool, NumberError> {
    let rate = over.fraction().div(under.fraction())?.mul(Fraction::whole(100))?;
    let rounding = Rounding { places: printed.decimals, mode: Mode::HalfUp };
    Ok(rounding.points(rate)? == printed.figure)
}

/// The answers of a survey that the form does not score.
pub(super) fn survey(row: &Row) -> Option<Survey> {
    let options =
        row.counts.iter().enumerate().map(|(at, count)| SurveyOption {
            label: format!("选项{}", at + 1),
            count: count.clone(),
        });
    let options: Vec<SurveyOption> = options.collect();
    (!options.is_empty()).then(|| Survey { question: row.name().to_owned(), options })
}

/// What is evaluated, with the funds that the table prints.
pub(super) fn project(table: &PublishedTable) -> Project {
    let parts = table.budget.iter().flat_map(|budget| &budget.parts);
    let funds = parts.map(|part| Fund {
        source: part.name.clone(),
        initial: part.initial.clone(),
        budget: part.planned.clone(),
        executed: part.executed.clone(),
        ..Fund::default()
    });
    Project { name: table.title.clone(), funds: funds.collect(), ..Project::default() }
}

/// What the line of the budget prints, as the reason of its score.
pub(super) fn budget(table: &PublishedTable) -> String {
    let Some(budget) = &table.budget else { return reason("") };
    let facts = [
        ("年初预算数", &budget.initial),
        ("全年预算数", &budget.planned),
        ("全年执行数", &budget.executed),
        ("执行率", &budget.rate),
    ];
    reason(&sentence(&facts, ""))
}
