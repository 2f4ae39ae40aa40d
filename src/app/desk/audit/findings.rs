//! What was found, by what it bears on; each with its place, which leads to the table.

use super::Room;
use super::marks::target;
use crate::app::desk::drawn::{Drawn, button, el};
use crate::audit::{Check, Consequence, Finding, Report, block};
use crate::engine::Severity;
use crate::words::audit as words;
use crate::words::table::audit_page as text;
use crate::words::{say, t};

/// Findings that are shown under one heading before all are asked for.
const SHOWN: usize = 60;

pub fn draw(room: &Room, report: &Report) -> Drawn {
    let lang = room.lang;
    let groups = Consequence::ALL.iter().filter_map(|on| group(room, report, *on));
    let title = el("h2", "audit__title")
        .id("audit-findings")
        .attr("tabindex", "-1")
        .text(t(text::FINDINGS, lang));
    let none = report.findings.is_empty();
    let none = none.then(|| el("p", "audit__said").text(t(text::NOTHING_FOUND, lang)));
    let told = [words::checked(report, lang), words::not_checked(report, lang)];
    let told = told.into_iter().filter(|told| !told.is_empty());
    let checked = el("details", "audit__checked")
        .act("audit-fold:checked")
        .flag("open", room.controls.is_open("checked", none.is_some()))
        .child(el("summary", "").text(t(text::CHECKED, lang)))
        .children(told.map(|told| el("p", "audit__said").text(told)));
    el("section", "sheet audit__findings")
        .attr("aria-labelledby", "audit-findings")
        .child(title)
        .children(none)
        .children(groups)
        .child(checked)
}

fn group(room: &Room, report: &Report, on: Consequence) -> Option<Drawn> {
    let lang = room.lang;
    let own = report.findings.iter().enumerate();
    let own: Vec<_> = own.filter(|(_, finding)| finding.check.consequence() == on).collect();
    let shown = if room.controls.all { own.len() } else { SHOWN.min(own.len()) };
    let n = own.len().to_string();
    let count = el("span", "audit__count").text(say(text::COUNT, lang, &[("n", &n)]));
    let heading = el("h3", "audit__heading").text(words::consequence(on, lang)).child(count);
    let items = own.iter().take(shown).map(|(at, finding)| item(room, *at, finding));
    let more = (shown < own.len())
        .then(|| button("link", say(text::ALL_FINDINGS, lang, &[("n", &n)]), "audit-all", "true"));
    (!own.is_empty()).then(|| {
        el("div", "audit__group")
            .key(on.name())
            .child(heading)
            .child(el("ol", "audit__list").children(items))
            .children(more)
    })
}

fn item(room: &Room, at: usize, finding: &Finding) -> Drawn {
    let (lang, tables) = (room.lang, &room.case.tables);
    let number = (at + 1).to_string();
    let (tone, severity) = match finding.severity {
        Severity::Error => ("audit__tag audit__tag--wrong", text::SEVERITY_ERROR),
        Severity::Warning => ("audit__tag audit__tag--doubtful", text::SEVERITY_WARNING),
        Severity::Note => ("audit__tag audit__tag--note", text::SEVERITY_NOTE),
    };
    let place = words::place(tables, &finding.place, lang);
    let go = el("button", "link audit__go")
        .attr("type", "button")
        .attr("data-go", target(&finding.place))
        .attr("aria-label", say(text::GO, lang, &[("place", &place)]))
        .text(place);
    let tag = el("span", tone).text(t(severity, lang));
    let said = el("p", "audit__said").text(words::finding(tables, finding, lang));
    el("li", "audit__finding")
        .id(format!("finding-{number}"))
        .attr("value", number)
        .attr("tabindex", "-1")
        .child(el("p", "audit__where").child(tag).child(go))
        .child(said)
        .children(together(room, finding))
}

/// Where a score is above its weight, the rows that it may stand for together.
fn together(room: &Room, finding: &Finding) -> Option<Drawn> {
    let above = finding.check == Check::ScoreAboveWeight;
    let row = u32::try_from(finding.place.row.filter(|_| above)?).ok()?;
    let at = finding.place.table;
    let offers = block::offered(room.case.tables.get(at)?);
    let offer = offers.into_iter().find(|offer| offer.rows.first() == Some(&row))?;
    let place = room.case.of(at)?.place();
    let label = say(text::TOGETHER, room.lang, &[("rows", &rows(room, &offer.rows))]);
    Some(button("button", label, &format!("audit-block:{place}"), &listed(&offer.rows)))
}

/// Rows as an event names them: `3,4,5`.
pub fn listed(rows: &[u32]) -> String {
    rows.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}

/// Rows that follow each other, counted from 1.
pub fn rows(room: &Room, rows: &[u32]) -> String {
    let number = |row: Option<&u32>| row.map_or(0, |row| row + 1).to_string();
    let (from, to) = (number(rows.first()), number(rows.last()));
    say(text::ROWS, room.lang, &[("from", &from), ("to", &to)])
}
