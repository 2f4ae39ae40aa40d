//! Findings of an audit in words: for the page, for the JS API, and for a letter.

mod check;
mod form;
mod letter;
mod place;
pub mod reading;
pub mod recovery;

use super::Lang;
use super::table::{audit as text, say, shared, t};
use crate::audit::{
    Change, Check, Consequence, Field, Finding, Grades, Printed, PublishedTable, Report, Verdict,
};
use crate::engine::{Mode, Severity};

pub use check::{check_name, check_needs};
pub use form::{opened, refusal};
pub use letter::letter;
pub use place::{place, table as table_name};

/// What was found, without its place and without a full stop:
/// `表列95.0分，各行得分相加为94.0分`.
pub fn finding(tables: &[PublishedTable], finding: &Finding, lang: Lang) -> String {
    let mode = |name: &str| mode_name(name, lang).to_owned();
    let beside = finding.with.first().map(|beside| place(tables, beside, lang));
    let shown = [("published", &finding.published), ("expected", &finding.expected)];
    let params = finding.params.iter().map(|(name, value)| (*name, value));
    let values = shown.into_iter().chain(params).map(|(name, value)| {
        let value = match name {
            "usual" | "here" if finding.check == Check::RoundingDirection => mode(value),
            name => bare(finding, name, value, lang),
        };
        (name, value)
    });
    let mut values: Vec<(&str, String)> =
        ["usual", "here"].map(|name| (name, String::new())).into_iter().chain(values).collect();
    values.push(("where", beside.unwrap_or_default()));
    let values: Vec<(&str, &str)> =
        values.iter().rev().map(|(name, value)| (*name, value.as_str())).collect();
    let mut said = say(check::said(finding), lang, &values);
    if let Some(caution) = check::caution(finding) {
        said += t(caution, lang);
    }
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

/// A figure as the sentences want it: points without their unit, which the sentence adds; a target
/// without the sign of what it only equals, and without any sign where it is divided by.
fn bare(finding: &Finding, name: &str, value: &str, lang: Lang) -> String {
    let points = matches!(
        finding.place.field,
        Field::Weight | Field::Score | Field::Total | Field::BudgetScore | Field::Deduction
    );
    let divided = finding.check == Check::CompletionMismatch;
    match name {
        "published" | "expected" | "other" if points => value.trim().trim_end_matches('分').into(),
        "total" => value.trim().trim_end_matches('分').into(),
        "published" if finding.check == Check::GradeMismatch => {
            value.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
        }
        "published" if finding.check == Check::GradeScaleGap => {
            value.replace(", ", t(shared::LISTED, lang))
        }
        "target" | "actual" if divided => Printed::read(value)
            .map_or_else(|| value.to_owned(), |read| read.figure.to_string() + &read.unit),
        "target" | "actual" | "published" | "other" => {
            value.trim_start_matches(['=', '＝', ' ']).to_owned()
        }
        _ => value.to_owned(),
    }
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
    let Grades { by_rows, by_rules, .. } = &verdict.grades;
    let guess = by_rules.as_deref().filter(|_| by_rules != by_rows);
    let guess = guess.map(|guess| say(text::BY_RULES, lang, &[("grade", guess)]));
    let grade = grade(verdict, &total_said(table), lang);
    let said = [grade, guess, sum(table, verdict, lang), range(verdict, lang)];
    said.into_iter().flatten().collect()
}

/// The same without what is a guess, and how far the digits reach: that is for those who check.
pub(super) fn conclusion(table: &PublishedTable, verdict: &Verdict, lang: Lang) -> Vec<String> {
    let grade = grade(verdict, &total_said(table), lang);
    [grade, sum(table, verdict, lang)].into_iter().flatten().collect()
}

/// The printed total without what stands around its figure.
fn total_said(table: &PublishedTable) -> String {
    Printed::read(&table.total).map_or(table.total.clone(), |total| total.figure.to_string())
}

fn sum(table: &PublishedTable, verdict: &Verdict, lang: Lang) -> Option<String> {
    let total = verdict.total?;
    let (value, missing) = (total.value.to_string(), total.missing.to_string());
    let key = match (table.total.is_empty(), total.missing) {
        (true, 0) => text::SUM_UNPRINTED,
        (false, 0) => text::SUM_OF_ROWS,
        (true, _) => text::SUM_OF_SOME_UNPRINTED,
        (false, _) => text::SUM_OF_SOME,
    };
    let values = [("value", &*value), ("total", &*total_said(table)), ("missing", &missing)];
    Some(say(key, lang, &values))
}

fn range(verdict: &Verdict, lang: Lang) -> Option<String> {
    let total = verdict.total.filter(|total| total.min != total.max)?;
    let (min, max) = (total.min.trimmed(), total.max.trimmed());
    let key = if total.max_excluded { text::SUM_BELOW } else { text::SUM_RANGE };
    Some(say(key, lang, &[("min", &min), ("max", &max)]))
}

/// The grade that is claimed against that of the rows; none where neither can be said.
fn grade(verdict: &Verdict, total: &str, lang: Lang) -> Option<String> {
    let (grades, change) = (&verdict.grades, verdict.grade_change());
    let sum = verdict.total?;
    let by = match (&grades.by_rows, change) {
        (Some(grade), Change::Stands) => say(text::BY_ROWS_TOO, lang, &[("grade", grade)]),
        (Some(grade), _) => {
            let value = sum.value.to_string();
            say(text::BY_ROWS, lang, &[("grade", grade), ("value", &value)])
        }
        (None, Change::Certain) => {
            let (min, max) = (sum.min.trimmed(), sum.max.trimmed());
            say(text::BY_RANGE, lang, &[("min", &min), ("max", &max)])
        }
        (None, _) => return None,
    };
    let claimed = grades.claimed().unwrap_or_default();
    let claim = match (&grades.printed, change) {
        (Some(_), _) => text::CLAIM_GRADE,
        (None, Change::Stands) => text::CLAIM_NONE,
        (None, _) => text::CLAIM_TOTAL,
    };
    let claim = say(claim, lang, &[("grade", claimed), ("total", total)]);
    let key = match (&grades.printed, change) {
        (_, Change::Certain) => text::GRADE_CHANGES,
        (_, Change::May) => text::GRADE_MAY_CHANGE,
        (Some(_), Change::Stands) => text::GRADE_STANDS,
        (None, Change::Stands) => text::GRADE_UNPRINTED,
    };
    Some(say(key, lang, &[("claim", &claim), ("by", &by), ("claimed", claimed)]))
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
