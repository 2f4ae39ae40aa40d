//! `audit`: what contradicts what in published tables, in shapes of their own, each with its words.

use std::collections::BTreeMap;

use serde::Serialize;

use super::refusal::Refusal;
use crate::audit::recovery::{Evidence, Recovered};
use crate::audit::{Change, Finding, Place, PublishedTable, Report, Verdict, audit};
use crate::contract::Text;
use crate::words::audit as words;
use crate::words::expansion;

/// Rows that are taken at once: what is more is no table of one project.
const ROWS: usize = 20_000;

/// The report. What stands for the whole is that of the table with a total, the first if none has.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Answer {
    findings: Vec<Found>,
    grades: Grades,
    grade_changes: bool,
    grade_may_change: bool,
    recomputed: Option<Recomputed>,
    recovered: Vec<Rule>,
    tables: Vec<OfTable>,
    text: Text,
    letter: Text,
}

#[derive(Serialize)]
struct Found {
    code: &'static str,
    severity: &'static str,
    consequence: &'static str,
    #[serde(rename = "where")]
    place: At,
    published: String,
    expected: String,
    readings: Vec<&'static str>,
    with: Vec<At>,
    params: BTreeMap<&'static str, String>,
    text: Text,
}

#[derive(Serialize)]
struct At {
    table: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    group: Vec<String>,
    field: &'static str,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Grades {
    printed: Option<String>,
    by_total: Option<String>,
    by_rows: Option<String>,
    by_rules: Option<String>,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Recomputed {
    total: String,
    min: String,
    max: String,
    max_excluded: bool,
}

/// A rule that the scores point to. `rule` is the kind of the engine's.
#[derive(Clone, Serialize)]
struct Rule {
    rule: &'static str,
    params: BTreeMap<&'static str, Range>,
    supports: Vec<usize>,
    contradicts: Vec<usize>,
    evidence: &'static str,
    texts: Vec<Text>,
}

/// What a parameter may be, cut after six decimals, and the plainest figure of it.
#[derive(Clone, Serialize)]
struct Range {
    chosen: String,
    from: String,
    to: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OfTable {
    grades: Grades,
    grade_changes: bool,
    grade_may_change: bool,
    recomputed: Option<Recomputed>,
    recovered: Vec<Rule>,
    /// How often each check could be made.
    checked: BTreeMap<&'static str, usize>,
    texts: Vec<Text>,
}

pub(super) fn answer(tables: &[PublishedTable]) -> Result<Answer, Refusal> {
    let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
    if rows > ROWS {
        return Err(Refusal::too_many(
            "tables",
            format!("{rows} rows, at most {ROWS} are audited"),
        ));
    }
    let report = audit(tables);
    let of =
        tables.iter().zip(&report.verdicts).map(|(table, verdict)| OfTable::of(table, verdict));
    let of: Vec<OfTable> = of.collect();
    let whole = tables.iter().position(|table| !table.total.is_empty()).unwrap_or_default();
    let whole = of.get(whole);
    Ok(Answer {
        findings: report.findings.iter().map(|finding| Found::of(tables, finding)).collect(),
        grades: whole.map_or(Grades::NONE, |whole| whole.grades.clone()),
        grade_changes: whole.is_some_and(|whole| whole.grade_changes),
        grade_may_change: whole.is_some_and(|whole| whole.grade_may_change),
        recomputed: whole.and_then(|whole| whole.recomputed.clone()),
        recovered: whole.map_or(Vec::new(), |whole| whole.recovered.clone()),
        tables: of,
        text: summary(&report),
        letter: Text::of(|lang| words::letter(tables, &report, lang)),
    })
}

fn summary(report: &Report) -> Text {
    Text::of(|lang| {
        let said = [words::summary(report, lang), words::not_checked(report, lang)];
        lang.paragraph(&said).trim_end().to_owned()
    })
}

impl Found {
    fn of(tables: &[PublishedTable], finding: &Finding) -> Found {
        let modes = crate::audit::Readings::MODES.into_iter();
        Found {
            code: finding.check.name(),
            severity: finding.severity.name(),
            consequence: finding.check.consequence().name(),
            place: At::of(&finding.place),
            published: finding.published.clone(),
            expected: finding.expected.clone(),
            readings: modes
                .filter(|mode| finding.readings.allow(*mode))
                .map(crate::engine::Mode::name)
                .collect(),
            with: finding.with.iter().map(At::of).collect(),
            params: finding.params.iter().cloned().collect(),
            text: Text::of(|lang| words::finding(tables, finding, lang)),
        }
    }
}

impl At {
    fn of(place: &Place) -> At {
        At {
            table: place.table,
            row: place.row,
            group: place.group.clone(),
            field: place.field.name(),
        }
    }
}

impl Rule {
    fn of(table: &PublishedTable, found: &Recovered) -> Rule {
        let params = found.params.iter().map(|param| {
            let range = Range {
                chosen: param.chosen.trimmed(),
                from: expansion(param.range.low),
                to: expansion(param.range.high),
            };
            (param.name.name(), range)
        });
        Rule {
            rule: found.family.name(),
            params: params.collect(),
            supports: found.supports.clone(),
            contradicts: found.contradicts.clone(),
            evidence: match found.evidence() {
                Evidence::None => "none",
                Evidence::One => "one",
                Evidence::Two => "two",
                Evidence::Several => "several",
            },
            texts: Text::list(|lang| words::recovery::recovered(table, found, lang)),
        }
    }
}

impl Grades {
    const NONE: Grades = Grades { printed: None, by_total: None, by_rows: None, by_rules: None };
}

impl OfTable {
    fn of(table: &PublishedTable, verdict: &Verdict) -> OfTable {
        let grades = &verdict.grades;
        OfTable {
            grades: Grades {
                printed: grades.printed.clone(),
                by_total: grades.by_total.clone(),
                by_rows: grades.by_rows.clone(),
                by_rules: grades.by_rules.clone(),
            },
            grade_changes: verdict.grade_changes(),
            grade_may_change: verdict.grade_change() == Change::May,
            recomputed: verdict.total.map(|total| Recomputed {
                total: total.value.to_string(),
                min: total.min.trimmed(),
                max: total.max.trimmed(),
                max_excluded: total.max_excluded,
            }),
            recovered: verdict.recovered.iter().map(|rule| Rule::of(table, rule)).collect(),
            checked: verdict.made.iter().map(|(check, times)| (check.name(), *times)).collect(),
            texts: Text::list(|lang| words::verdict(table, verdict, lang)),
        }
    }
}
