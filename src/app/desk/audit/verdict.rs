//! What it comes to, first of all: whether the grade changes, then the totals.

use super::case::Opened;
use super::{Room, VERDICT};
use crate::app::desk::drawn::{Drawn, button, el};
use crate::audit::{Change, Check, PublishedTable, Report, Verdict, unread};
use crate::engine::Severity;
use crate::words::audit as words;
use crate::words::table::audit_page as text;
use crate::words::{say, t};

pub fn draw(room: &Room, report: &Report) -> Drawn {
    let lang = room.lang;
    let (tone, told) = headline(room, report);
    let headline = el("h2", "audit__headline").id(VERDICT).attr("tabindex", "-1").text(told);
    let summary = el("p", "audit__summary").text(words::summary(report, lang));
    let tables = room.case.tables.iter().zip(&report.verdicts).enumerate();
    let cards = tables.filter(|(_, (table, verdict))| is_scored(table, verdict));
    let cards = cards.map(|(at, (table, verdict))| card(room, report, at, table, verdict));
    let cards = el("div", "audit__cards").children(cards);
    el("section", tone).attr("aria-labelledby", VERDICT).child(headline).child(summary).child(cards)
}

const WRONG: &str = "sheet audit__verdict audit__verdict--wrong";
const DOUBTFUL: &str = "sheet audit__verdict";
const SOUND: &str = "sheet audit__verdict audit__verdict--sound";

/// The first words, and how grave they are.
pub fn headline(room: &Room, report: &Report) -> (&'static str, String) {
    let lang = room.lang;
    let errors = |checks: Option<&[Check]>| {
        report.findings.iter().any(|finding| {
            let asked = checks.is_none_or(|checks| checks.contains(&finding.check));
            finding.severity == Severity::Error && asked
        })
    };
    let change = report.verdicts.iter().map(Verdict::grade_change);
    let changes = |to: Change| change.clone().any(|change| change == to);
    if room.case.lacks_scores() {
        (DOUBTFUL, t(text::NO_SCORES, lang).to_owned())
    } else if changes(Change::Certain) {
        (WRONG, t(text::CHANGES, lang).to_owned())
    } else if changes(Change::May) {
        (WRONG, t(text::MAY_CHANGE, lang).to_owned())
    } else if errors(Some(&[Check::TotalSum, Check::TotalImpossible])) {
        (WRONG, t(text::TOTAL_DIFFERS, lang).to_owned())
    } else if errors(None) {
        (WRONG, t(text::CONTRADICTS, lang).to_owned())
    } else if let cells @ 1.. = room.case.tables.iter().map(unread).sum::<usize>() {
        // What was not read is no clean bill.
        (DOUBTFUL, say(text::UNREAD_CELLS, lang, &[("n", &cells.to_string())]))
    } else if report.findings.is_empty() {
        (SOUND, t(text::IS_SOUND, lang).to_owned())
    } else {
        let n = report.findings.len().to_string();
        (DOUBTFUL, say(text::TO_EXPLAIN, lang, &[("n", &n)]))
    }
}

fn is_scored(table: &PublishedTable, verdict: &Verdict) -> bool {
    verdict.total.is_some() || !table.total.is_empty()
}

/// A table with its total and grade, as printed and as they come to.
fn card(
    room: &Room,
    report: &Report,
    at: usize,
    table: &PublishedTable,
    verdict: &Verdict,
) -> Drawn {
    let lang = room.lang;
    let grades = &verdict.grades;
    let name = name(room, at);
    let said = words::verdict(table, verdict, lang);
    let printed = match table.total.as_str() {
        "" => t(text::NO_TOTAL, lang),
        total => total,
    };
    let mut figures = el("dl", "audit__figures").child(figure(
        t(text::PRINTED, lang),
        printed,
        grades.printed.as_deref().unwrap_or(t(text::NO_GRADE, lang)),
        "",
    ));
    if let Some(total) = verdict.total {
        let (value, grade) = (total.value.to_string(), grades.by_rows.as_deref());
        let label = t(text::BY_ROWS, lang);
        let class = if is_wrong(report, at) { "audit__figure--wrong" } else { "" };
        figures = figures.child(figure(label, &value, grade.unwrap_or_default(), class));
    }
    if let Some(grade) = grades.by_rules.as_deref().filter(|_| grades.by_rules != grades.by_rows) {
        figures = figures.child(figure(t(text::BY_RULES, lang), "", grade, ""));
    }
    let label = say(text::OPEN_FORM_NAMED, lang, &[("name", &name)]);
    let open =
        button("button button--strong", t(text::OPEN_FORM, lang), "audit-open", &at.to_string())
            .attr("aria-label", label);
    let refused = match &room.controls.opened {
        Some((of, Opened::Refused(refusal))) if *of == at => {
            let told = words::refusal(&room.case.tables, at, refusal, lang);
            Some(el("p", "audit__flaw").attr("role", "alert").text(told))
        }
        _ => None,
    };
    let id = format!("audit-card-{at}");
    el("section", "audit__card")
        .attr("aria-labelledby", id.as_str())
        .child(el("h3", "audit__name").id(id).text(name))
        .child(figures)
        .children(said.iter().map(|said| el("p", "audit__said").text(said.as_str())))
        .child(el("p", "audit__open").child(open))
        .children(refused)
        .child(el("p", "share__hint").text(t(text::OPEN_FORM_HINT, lang)))
}

/// Whether the printed total is not what the rows make.
fn is_wrong(report: &Report, at: usize) -> bool {
    let on_total = [Check::TotalSum, Check::TotalImpossible];
    report.findings.iter().any(|one| one.place.table == at && on_total.contains(&one.check))
}

fn figure(label: &str, value: &str, grade: &str, class: &str) -> Drawn {
    let value = (!value.is_empty()).then(|| el("strong", "audit__value").text(value));
    let grade = (!grade.is_empty()).then(|| el("span", "audit__grade").text(grade));
    let told = el("dd", "").children(value).children(grade);
    el("div", ["audit__figure ", class].concat().trim_end())
        .child(el("dt", "").text(label))
        .child(told)
}

/// What a table is called: its title, or its number.
pub fn name(room: &Room, at: usize) -> String {
    words::table_name(&room.case.tables, at, room.lang)
}
