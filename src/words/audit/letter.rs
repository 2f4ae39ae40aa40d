//! What was found as the text of a letter: what it comes to, what to put right, what to explain.

use super::super::Lang;
use super::super::table::{audit as text, say, shared, t};
use super::{checked, conclusion, finding, place, table_name};
use crate::audit::{Finding, PublishedTable, Report};
use crate::engine::Severity;

/// A letter, a paragraph a line. Findings have the numbers of the marked copy.
pub fn letter(tables: &[PublishedTable], report: &Report, lang: Lang) -> String {
    let titles: Vec<String> = (0..tables.len()).map(|at| table_name(tables, at, lang)).collect();
    // No comma stands between titles in their own quotes.
    let joint = if lang == Lang::Zh { "" } else { t(shared::LISTED, lang) };
    let mut lines = vec![say(text::LETTER_HEAD, lang, &[("tables", &titles.join(joint))])];
    lines.extend(conclusions(tables, report, lang));
    let of = |error: bool| -> Vec<(usize, &Finding)> {
        let all = report.findings.iter().enumerate();
        all.filter(|(_, one)| (one.severity == Severity::Error) == error).collect()
    };
    let parts = [(text::LETTER_MEND, of(true)), (text::LETTER_EXPLAIN, of(false))];
    for (heading, findings) in parts.iter().filter(|(_, findings)| !findings.is_empty()) {
        let n = findings.len().to_string();
        lines.push(say(heading, lang, &[("n", &n)]));
        lines.extend(items(tables, findings, lang));
    }
    lines.push(match report.findings.is_empty() {
        true => lang.paragraph(&[t(text::LETTER_SOUND, lang), &*checked(report, lang)]),
        false => t(text::LETTER_END, lang).to_owned(),
    });
    lines.join("\n")
}

/// What each table comes to.
fn conclusions(tables: &[PublishedTable], report: &Report, lang: Lang) -> Vec<String> {
    let of = tables.iter().zip(&report.verdicts).enumerate();
    let said = of.filter_map(|(at, (table, own))| {
        let said = lang.paragraph(&conclusion(table, own, lang));
        let title = table_name(tables, at, lang);
        match (said.is_empty(), tables.len()) {
            (true, _) => None,
            (false, 1) => Some(said),
            (false, _) => Some(say(text::OF_TABLE, lang, &[("table", &title), ("said", &said)])),
        }
    });
    said.collect()
}

/// The findings, table by table.
fn items(tables: &[PublishedTable], findings: &[(usize, &Finding)], lang: Lang) -> Vec<String> {
    let mut sorted = findings.to_vec();
    sorted.sort_by_key(|(number, one)| (one.place.table, *number));
    let item = |(number, one): &(usize, &Finding)| {
        let n = (number + 1).to_string();
        let (place, said) = (place(tables, &one.place, lang), finding(tables, one, lang));
        say(text::LETTER_ITEM, lang, &[("n", &n), ("place", &place), ("said", &said)])
    };
    sorted.iter().map(item).collect()
}
