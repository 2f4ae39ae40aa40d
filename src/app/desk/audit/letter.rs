//! What goes out: the rules that the scores point to, and a text for a letter.

use super::{Room, View, verdict};
use crate::app::desk::drawn::{Drawn, button, el};
use crate::audit::recovery::Evidence;
use crate::audit::{PublishedTable, Report, Verdict};
use crate::words::audit as words;
use crate::words::table::audit_page as text;
use crate::words::{Lang, t};

/// Rules of a table that are told; the best come first.
const RULES: usize = 8;

/// The rules that the scores of each table point to.
pub fn recovered(room: &Room, report: &Report) -> Option<Drawn> {
    let lang = room.lang;
    let of = room.case.tables.iter().zip(&report.verdicts).enumerate();
    let of: Vec<Drawn> =
        of.filter_map(|(at, (table, verdict))| rules(room, at, table, verdict)).collect();
    (!of.is_empty()).then(|| {
        el("section", "sheet audit__rules")
            .key("rules")
            .attr("aria-labelledby", "audit-rules")
            .child(el("h2", "audit__title").id("audit-rules").text(t(text::RULES, lang)))
            .child(el("p", "share__hint").text(t(text::RULES_HINT, lang)))
            .children(of)
    })
}

fn rules(room: &Room, at: usize, table: &PublishedTable, verdict: &Verdict) -> Option<Drawn> {
    let lang = room.lang;
    let known = verdict.recovered.iter().filter(|rule| rule.evidence() != Evidence::None);
    let rules = known.take(RULES).map(|rule| words::recovery::recovered(table, rule, lang));
    let scales = verdict.scales.iter().map(|scale| words::recovery::scales(table, scale, lang));
    let told: Vec<Drawn> =
        rules.chain(scales).map(|said| el("li", "").text(lang.paragraph(&said))).collect();
    (!told.is_empty()).then(|| {
        el("div", "")
            .key(at.to_string())
            .child(el("h3", "audit__heading").text(verdict::name(room, at)))
            .child(el("ul", "audit__notes").children(told))
    })
}

/// The text of a letter, in either language.
pub fn draw(room: &Room, report: &Report, view: View) -> View {
    let lang = room.lang;
    let of = match (lang, room.controls.other) {
        (Lang::Zh, false) | (Lang::En, true) => Lang::Zh,
        _ => Lang::En,
    };
    let letter = words::letter(&room.case.tables, report, of);
    let choice = |label, own: Lang| {
        let other = if own == lang { "" } else { "true" };
        let pressed = if own == of { "true" } else { "false" };
        button("chip", t(label, lang), "audit-letter", other).attr("aria-pressed", pressed)
    };
    let choices = el("div", "chips")
        .attr("role", "group")
        .attr("aria-label", t(text::LANGUAGE, lang))
        .child(choice(text::IN_ZH, Lang::Zh))
        .child(choice(text::IN_EN, Lang::En));
    let copier = el("button", "button button--strong")
        .attr("type", "button")
        .attr("data-copy", "audit-letter")
        .text(t(text::LETTER_COPY, lang));
    let print = button("button", t(text::PRINT, lang), "page:print", "");
    let told = letter.lines().map(|line| el("p", "").text(line));
    let section = el("section", "sheet audit__letter")
        .key("letter")
        .attr("aria-labelledby", "audit-letter-title")
        .child(el("h2", "audit__title").id("audit-letter-title").text(t(text::LETTER, lang)))
        .child(el("div", "audit__deeds").child(choices).child(copier).child(print))
        .child(el("div", "audit__text-of").attr("lang", of.tag()).children(told));
    view.child(section).sentence("audit-letter", &letter)
}
