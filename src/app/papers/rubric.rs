//! The tab 指标体系: the form as it scores, read only.

use crate::app::element::{El, el};
use crate::engine::{FactField, Indicator, Problem, Rubric, validate};
use crate::presets;
use crate::words::table::page::OWN_FORM;
use crate::words::table::{Key, documents as text, shared};
use crate::words::{self, Lang, say, t};

/// Tree, weights, rules in words, 评价要点, sources, and what the check of the form found.
pub fn page(rubric: &Rubric, lang: Lang) -> El {
    let sources = rubric.sources.iter().map(|source| words::source(source, lang)).collect();
    let tree = el("section", "").child(el("h2", "").text(t(text::RUBRIC_TREE, lang)));
    el("div", "rubric")
        .child(
            el("section", "sheet")
                .child(el("h2", "").text(lang.of(&rubric.title)))
                .children(is_audited(rubric).then(|| hint(OWN_FORM, lang)))
                .child(hint(text::RUBRIC_HINT, lang))
                .child(about(rubric, lang)),
        )
        .child(section(text::RUBRIC_RULES, words::rubric_rules(rubric, lang), lang))
        .child(groups(tree, rubric, lang))
        .children(section_of_any(text::RUBRIC_FACTS, facts(rubric, lang), lang))
        .child(section(text::RUBRIC_SOURCES, sources, lang))
        .children(checked(rubric, lang))
}

fn hint(key: Key, lang: Lang) -> El {
    el("p", "rubric__hint").text(t(key, lang))
}

fn about(rubric: &Rubric, lang: Lang) -> El {
    let mut pairs = vec![(text::FULL_SCORE, words::points(rubric.full_score, lang))];
    // Whose form it is and of what kind, a published table does not say.
    if !is_audited(rubric) {
        let of_preset = [
            (text::REGION, lang.of(&rubric.region).to_owned()),
            (text::KIND, words::kind(rubric.kind, lang).to_owned()),
            (text::EDITION, rubric.edition.clone()),
        ];
        pairs.splice(0..0, of_preset);
    }
    pairs.into_iter().fold(el("dl", "rubric__facts"), |all, (name, value)| {
        let name = el("dt", "").text(t(name, lang));
        all.child(el("div", "").child(name).child(el("dd", "").text(value)))
    })
}

/// Whether it was made of a published table, which says no more than its rows.
fn is_audited(rubric: &Rubric) -> bool {
    rubric.region.zh.is_empty() && presets::find(&rubric.id).is_none()
}

/// A sheet for each group, and one for 加分项.
fn groups(tree: El, rubric: &Rubric, lang: Lang) -> El {
    let tree = rubric.indicators.iter().fold(tree, |tree, group| {
        let source = group.source.as_deref().unwrap_or_default();
        tree.child(branch(el("div", "sheet"), rubric, group, source, 3, lang))
    });
    let bonus = rubric.bonus.as_ref().map(|bonus| {
        let points = words::points(bonus.max, lang);
        let sheet = el("div", "sheet").child(titled(3, t(text::BONUS_GROUP, lang), &points));
        let items = bonus.items.iter();
        items.fold(sheet, |sheet, item| branch(sheet, rubric, item, "", 4, lang))
    });
    tree.children(bonus)
}

/// Puts an indicator and what is below it into the sheet. `source` is the id that it has from its
/// parent.
fn branch(
    sheet: El,
    rubric: &Rubric,
    indicator: &Indicator,
    source: &str,
    level: u8,
    lang: Lang,
) -> El {
    let source = indicator.source.as_deref().unwrap_or(source);
    let points = words::points(indicator.weight, lang);
    let title = titled(level, lang.of(&indicator.name), &points);
    if indicator.is_leaf() {
        let leaf = el("div", "rubric__leaf").child(title);
        return sheet.child(about_leaf(leaf, rubric, indicator, source, lang));
    }
    let children = indicator.children.iter();
    children.fold(sheet.child(title), |sheet, child| {
        branch(sheet, rubric, child, source, level + 1, lang)
    })
}

fn about_leaf(leaf: El, rubric: &Rubric, indicator: &Indicator, source: &str, lang: Lang) -> El {
    let meaning = indicator.meaning.as_ref();
    let meaning = meaning.map(|meaning| el("p", "rubric__meaning").text(lang.of(meaning)));
    let criteria = indicator.criteria.iter().map(|label| lang.of(label).to_owned()).collect();
    let known = rubric.sources.iter().find(|known| known.id == source);
    let source = known.map(|source| {
        let name = words::source(source, lang);
        el("p", "rubric__source").text(say(text::SOURCE_OF, lang, &[("source", &name)]))
    });
    leaf.children(meaning)
        .children(part(text::STANDARD, words::rule_full(rubric, indicator, lang), lang))
        .children(part(text::CRITERIA, criteria, lang))
        .children(source)
}

fn part(title: Key, items: Vec<String>, lang: Lang) -> Vec<El> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![el("p", "rubric__part").text(t(title, lang)), list(items)]
}

/// A heading with its points at the right edge.
fn titled(level: u8, name: &str, points: &str) -> El {
    let heading = match level {
        3 => el("h3", "rubric__name rubric__name--1"),
        4 => el("h4", "rubric__name"),
        5 => el("h5", "rubric__name"),
        _ => el("h6", "rubric__name"),
    };
    heading.child(el("span", "").text(name)).child(el("span", "rubric__weight").text(points))
}

fn facts(rubric: &Rubric, lang: Lang) -> Vec<String> {
    let named = |fact: &FactField| match lang.of(&fact.unit) {
        "" => lang.of(&fact.label).to_owned(),
        unit => say(text::WITH_WEIGHT, lang, &[("name", lang.of(&fact.label)), ("weight", unit)]),
    };
    rubric.facts.iter().map(named).collect()
}

/// Warnings that the form is known to carry, each with its reason, and every other problem.
fn checked(rubric: &Rubric, lang: Lang) -> Vec<El> {
    let (mut explained, mut open) = (Vec::new(), Vec::new());
    for problem in validate(rubric) {
        let found = found(rubric, &problem, lang);
        match rubric.accepted.iter().find(|accepted| accepted.covers(&problem)) {
            Some(accepted) => {
                let why = lang.of(&accepted.reason);
                let why = say(text::REASON, lang, &[("reason", why)]);
                explained.push(format!("{found}{}{why}", t(shared::SEMICOLON, lang)));
            }
            None => open.push(found),
        }
    }
    let nothing =
        if explained.is_empty() { text::RUBRIC_SOUND } else { text::RUBRIC_SOUND_BESIDES };
    let sound = open.is_empty().then(|| el("p", "rubric__sound").text(t(nothing, lang)));
    let known = section_of_any(text::RUBRIC_ACCEPTED, explained, lang);
    let others = section_of_any(text::RUBRIC_PROBLEMS, open, lang);
    [known, others, sound].into_iter().flatten().collect()
}

fn found(rubric: &Rubric, problem: &Problem, lang: Lang) -> String {
    let what = words::problem(rubric, problem, lang);
    match words::place(rubric, problem, lang) {
        place if place.is_empty() => what,
        place => format!("{place}{}{what}", t(text::COLON, lang)),
    }
}

fn section_of_any(title: Key, items: Vec<String>, lang: Lang) -> Option<El> {
    (!items.is_empty()).then(|| section(title, items, lang))
}

fn section(title: Key, items: Vec<String>, lang: Lang) -> El {
    el("section", "sheet").child(el("h2", "").text(t(title, lang))).child(list(items))
}

fn list(items: Vec<String>) -> El {
    let list = el("ul", "rubric__list");
    items.into_iter().fold(list, |list, item| list.child(el("li", "").text(item)))
}
