//! Findings of an audit in words: for the page, for the JS API, and for a letter.

mod check;
mod form;
mod letter;
mod place;
pub mod reading;
pub mod recovery;

use super::Lang;
use super::table::{audit as text, say, shared, t};
use crate::audit::{Check, Consequence, Finding, PublishedTable, Report, Verdict};
use crate::engine::{Mode, Severity};

pub use check::{check_name, check_needs};
pub use form::{opened, refusal};
pub use letter::letter;
pub use place::{place, table as table_name};

/// What was found, without its place and without a full stop:
/// `总分印为95.0，各行得分相加为94.0分`.
pub fn finding(tables: &[PublishedTable], finding: &Finding, lang: Lang) -> String {
    let mode = |name: &str| mode_name(name, lang).to_owned();
    let beside = finding.with.first().map(|beside| place(tables, beside, lang));
    let (usual, here) = (mode(finding.value("usual")), mode(finding.value("here")));
    let mut values = vec![
        ("published", finding.published.as_str()),
        ("expected", finding.expected.as_str()),
        ("where", beside.as_deref().unwrap_or_default()),
        ("usual", &usual),
        ("here", &here),
    ];
    let params = finding.params.iter().map(|(name, value)| (*name, value.as_str()));
    values.extend(params);
    let said = say(check::said(finding), lang, &values);
    let modes: Vec<&str> = [
        (finding.readings.half_up, text::HALF_UP),
        (finding.readings.half_even, text::HALF_EVEN),
        (finding.readings.down, text::DOWN),
    ]
    .into_iter()
    .filter(|(allowed, _)| *allowed)
    .map(|(_, key)| t(key, lang))
    .collect();
    if modes.is_empty() || finding.check == Check::RoundingDirection {
        return said;
    }
    said + &say(text::ALLOWED, lang, &[("modes", &modes.join(t(shared::LISTED, lang)))])
}

fn mode_name(name: &str, lang: Lang) -> &'static str {
    let known =
        [Mode::HalfUp, Mode::HalfEven, Mode::Down].into_iter().find(|mode| mode.name() == name);
    known.map_or("", |mode| match mode {
        Mode::HalfUp => t(text::HALF_UP, lang),
        Mode::HalfEven => t(text::HALF_EVEN, lang),
        Mode::Down => t(text::DOWN, lang),
    })
}

/// What findings bear on, as their heading says it.
pub fn consequence(consequence: Consequence, lang: Lang) -> &'static str {
    let key = match consequence {
        Consequence::Total => text::ON_TOTAL,
        Consequence::Figures => text::ON_FIGURES,
        Consequence::Reasons => text::ON_REASONS,
        Consequence::Targets => text::ON_TARGETS,
    };
    t(key, lang)
}

/// Whether it matters, first; then the total: a sentence each.
pub fn verdict(table: &PublishedTable, verdict: &Verdict, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    let by = [(&verdict.grades.by_rows, text::BY_ROWS), (&verdict.grades.by_rules, text::BY_RULES)];
    let by: Vec<String> = by
        .into_iter()
        .filter_map(|(grade, key)| Some(say(key, lang, &[("grade", grade.as_deref()?)])))
        .collect();
    let by = by.join(t(shared::COMMA, lang));
    if !by.is_empty() {
        let printed = verdict.grades.printed.as_deref();
        let key = match (printed, verdict.grade_changes()) {
            (None, _) => text::GRADE_UNPRINTED,
            (_, true) => text::GRADE_CHANGES,
            (_, false) => text::GRADE_STANDS,
        };
        said.push(say(key, lang, &[("printed", printed.unwrap_or_default()), ("by", &by)]));
    }
    if let Some(total) = verdict.total {
        let value = total.value.to_string();
        let key = if table.total.is_empty() { text::SUM_UNPRINTED } else { text::SUM_OF_ROWS };
        said.push(say(key, lang, &[("value", &value), ("total", &table.total)]));
        if total.min != total.max {
            let (min, max) = (total.min.trimmed(), total.max.trimmed());
            said.push(say(text::SUM_RANGE, lang, &[("min", &min), ("max", &max)]));
        }
    }
    said
}

/// How many contradictions there are, and what was compared.
pub fn summary(report: &Report, lang: Lang) -> String {
    let count = |error: bool| {
        let is_error = |one: &&Finding| (one.severity == Severity::Error) == error;
        report.findings.iter().filter(is_error).count()
    };
    let (errors, more) = (count(true), count(false));
    let made: usize = report.verdicts.iter().flat_map(|verdict| verdict.made.values()).sum();
    let key = match (errors, more) {
        (0, 0) => text::SOUND,
        (0, _) => text::SOUND_EXCEPT,
        _ => text::UNSOUND,
    };
    let values = [errors, more, made].map(|count| count.to_string());
    let [errors, more, made] = &values;
    say(key, lang, &[("errors", errors), ("more", more), ("n", made)])
}

/// The checks that were made, with how often each was; empty where none could be.
pub fn checked(report: &Report, lang: Lang) -> String {
    let times = |check: &Check| -> usize {
        report.verdicts.iter().filter_map(|verdict| verdict.made.get(check)).sum()
    };
    let made = Check::ALL.iter().filter(|check| times(check) > 0).map(|check| {
        let (name, n) = (check_name(*check, lang), times(check).to_string());
        say(text::TIMES, lang, &[("name", name), ("n", &n)])
    });
    let made: Vec<String> = made.collect();
    match made.is_empty() {
        true => String::new(),
        false => say(text::MADE, lang, &[("list", &made.join(t(shared::LISTED, lang)))]),
    }
}

/// The checks that no table had the data for, by what they lack; empty where all were made.
pub fn not_checked(report: &Report, lang: Lang) -> String {
    let made = |check: &Check| report.verdicts.iter().any(|one| one.made.contains_key(check));
    let mut lacking: Vec<(&str, Vec<&str>)> = Vec::new();
    for check in Check::ALL.iter().copied().filter(|check| !made(check)) {
        let (needs, name) = (check_needs(check, lang), check_name(check, lang));
        match lacking.iter_mut().find(|(known, _)| *known == needs) {
            Some((_, names)) => names.push(name),
            None => lacking.push((needs, vec![name])),
        }
    }
    let listed = lacking.iter().map(|(needs, names)| {
        let list = names.join(t(shared::LISTED, lang));
        say(text::FOR_WANT, lang, &[("needs", needs), ("list", &list)])
    });
    let listed: Vec<String> = listed.collect();
    match listed.is_empty() {
        true => String::new(),
        false => say(text::COULD_NOT, lang, &[("list", &listed.join(t(shared::SEMICOLON, lang)))]),
    }
}

#[cfg(test)]
mod tests;
