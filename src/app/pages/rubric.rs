//! The tab 指标体系: the form as it scores, read only.

use leptos::prelude::*;

use crate::app::state::use_session;
use crate::engine::{Accepted, Indicator, Problem, Rubric, validate};
use crate::words::table::{Key, documents as text};
use crate::words::{self, Lang, say, t};

/// Tree, weights, rules in words, 评价要点, sources, and what the check of the form found.
#[component]
pub fn RubricPage() -> AnyView {
    let session = use_session();
    let lang = session.lang.get_untracked();
    (move || session.rubric.with(|rubric| page(rubric, lang))).into_any()
}

fn page(rubric: &Rubric, lang: Lang) -> AnyView {
    view! {
        <div class="rubric">
            <section class="sheet">
                <h2>{lang.of(&rubric.title).to_owned()}</h2>
                <p class="rubric__hint">{t(text::RUBRIC_HINT, lang)}</p>
                {about(rubric, lang)}
            </section>
            <section class="sheet">
                <h2>{t(text::RUBRIC_RULES, lang)}</h2>
                {list(words::rubric_rules(rubric, lang))}
            </section>
            <section>
                <h2>{t(text::RUBRIC_TREE, lang)}</h2>
                {groups(rubric, lang)}
            </section>
            {facts(rubric, lang)}
            <section class="sheet">
                <h2>{t(text::RUBRIC_SOURCES, lang)}</h2>
                {list(rubric.sources.iter().map(|source| words::source(source, lang)).collect())}
            </section>
            {checked(rubric, lang)}
        </div>
    }
    .into_any()
}

fn about(rubric: &Rubric, lang: Lang) -> AnyView {
    let pairs = [
        (text::REGION, lang.of(&rubric.region).to_owned()),
        (text::KIND, words::kind(rubric.kind, lang).to_owned()),
        (text::EDITION, rubric.edition.clone()),
        (text::FULL_SCORE, words::points(rubric.full_score, lang)),
    ];
    let pairs = pairs.map(|(name, value)| {
        view! { <div><dt>{t(name, lang)}</dt><dd>{value}</dd></div> }.into_any()
    });
    view! { <dl class="rubric__facts">{pairs.into_iter().collect::<Vec<_>>()}</dl> }.into_any()
}

fn groups(rubric: &Rubric, lang: Lang) -> AnyView {
    let groups = rubric.indicators.iter();
    let mut sheets: Vec<AnyView> = groups
        .map(|group| {
            let source = group.source.as_deref().unwrap_or_default();
            sheet(branch(rubric, group, source, 3, lang))
        })
        .collect();
    if let Some(bonus) = &rubric.bonus {
        let items = bonus.items.iter();
        let items: Vec<AnyView> = items.map(|item| branch(rubric, item, "", 4, lang)).collect();
        let title = titled(3, t(text::BONUS_GROUP, lang), &words::points(bonus.max, lang));
        sheets.push(sheet(view! { {title} {items} }.into_any()));
    }
    sheets.into_any()
}

fn sheet(content: AnyView) -> AnyView {
    view! { <div class="sheet">{content}</div> }.into_any()
}

/// An indicator and what is below it. `source` is the id that it has from its parent.
fn branch(rubric: &Rubric, indicator: &Indicator, source: &str, level: u8, lang: Lang) -> AnyView {
    let source = indicator.source.as_deref().unwrap_or(source);
    let name = lang.of(&indicator.name);
    let title = titled(level, name, &words::points(indicator.weight, lang));
    if indicator.is_leaf() {
        return view! {
            <div class="rubric__leaf">{title} {leaf(rubric, indicator, source, lang)}</div>
        }
        .into_any();
    }
    let children = indicator.children.iter();
    let children: Vec<AnyView> =
        children.map(|child| branch(rubric, child, source, level + 1, lang)).collect();
    view! { {title} {children} }.into_any()
}

fn leaf(rubric: &Rubric, indicator: &Indicator, source: &str, lang: Lang) -> AnyView {
    let meaning = indicator.meaning.as_ref().map(|meaning| lang.of(meaning).to_owned());
    let criteria: Vec<String> =
        indicator.criteria.iter().map(|label| lang.of(label).to_owned()).collect();
    let known = rubric.sources.iter().find(|known| known.id == source);
    let source = known.map(|source| {
        let name = words::source(source, lang);
        say(text::SOURCE_OF, lang, &[("source", &name)])
    });
    let part = |title: Key, items: Vec<String>| {
        (!items.is_empty()).then(|| {
            view! { <p class="rubric__part">{t(title, lang)}</p> {list(items)} }.into_any()
        })
    };
    view! {
        {meaning.map(|meaning| view! { <p class="rubric__meaning">{meaning}</p> })}
        {part(text::STANDARD, words::rule_full(rubric, indicator, lang))}
        {part(text::CRITERIA, criteria)}
        {source.map(|source| view! { <p class="rubric__source">{source}</p> })}
    }
    .into_any()
}

/// A heading with its points at the right edge.
fn titled(level: u8, name: &str, points: &str) -> AnyView {
    let (name, points) = (name.to_owned(), points.to_owned());
    let content = view! {
        <span>{name}</span>
        <span class="rubric__weight">{points}</span>
    };
    match level {
        3 => view! { <h3 class="rubric__name rubric__name--1">{content}</h3> }.into_any(),
        4 => view! { <h4 class="rubric__name">{content}</h4> }.into_any(),
        5 => view! { <h5 class="rubric__name">{content}</h5> }.into_any(),
        _ => view! { <h6 class="rubric__name">{content}</h6> }.into_any(),
    }
}

fn facts(rubric: &Rubric, lang: Lang) -> AnyView {
    let named = |fact: &crate::engine::FactField| match lang.of(&fact.unit) {
        "" => lang.of(&fact.label).to_owned(),
        unit => say(text::WITH_WEIGHT, lang, &[("name", lang.of(&fact.label)), ("weight", unit)]),
    };
    let facts: Vec<String> = rubric.facts.iter().map(named).collect();
    section(text::RUBRIC_FACTS, facts, lang)
}

/// Warnings that the form is known to carry, each with its reason, and every other problem.
fn checked(rubric: &Rubric, lang: Lang) -> AnyView {
    let (accepted, open): (Vec<Problem>, Vec<Problem>) = validate(rubric)
        .into_iter()
        .partition(|problem| rubric.accepted.iter().any(|accepted| accepted.covers(problem)));
    let reason = |problem: &Problem| -> Option<&Accepted> {
        rubric.accepted.iter().find(|accepted| accepted.covers(problem))
    };
    let explained = accepted.iter().map(|problem| {
        let why = reason(problem).map_or("", |accepted| lang.of(&accepted.reason));
        let why = say(text::REASON, lang, &[("reason", why)]);
        format!("{}{}{why}", found(rubric, problem, lang), t(words::table::shared::SEMICOLON, lang))
    });
    let explained = explained.collect();
    let open: Vec<String> = open.iter().map(|problem| found(rubric, problem, lang)).collect();
    let sound = open.is_empty().then(|| {
        view! { <p class="rubric__sound">{t(text::RUBRIC_SOUND, lang)}</p> }
    });
    view! {
        {section(text::RUBRIC_ACCEPTED, explained, lang)}
        {section(text::RUBRIC_PROBLEMS, open, lang)}
        {sound}
    }
    .into_any()
}

fn found(rubric: &Rubric, problem: &Problem, lang: Lang) -> String {
    let what = words::problem(rubric, problem, lang);
    match words::place(rubric, problem, lang) {
        place if place.is_empty() => what,
        place => format!("{place}{}{what}", t(text::COLON, lang)),
    }
}

fn section(title: Key, items: Vec<String>, lang: Lang) -> AnyView {
    let section = (!items.is_empty()).then(|| {
        view! { <section class="sheet"><h2>{t(title, lang)}</h2>{list(items)}</section> }
    });
    section.into_any()
}

fn list(items: Vec<String>) -> AnyView {
    let items: Vec<_> = items.into_iter().map(|item| view! { <li>{item}</li> }).collect();
    view! { <ul class="rubric__list">{items}</ul> }.into_any()
}
