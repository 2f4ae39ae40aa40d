//! The frame above every screen: brand, what is open, whether it is saved, tools, tabs.

use web_sys::Event;

use crate::app::browser;
use crate::app::element::{El, Live, button, el, live, svg};
use crate::app::pages::papers;
use crate::app::state::{Failure, Route, Saved, Session, Theme};
use crate::words::table::page as text;
use crate::words::table::{Key, say, t};
use crate::words::{self, Lang};

/// The header; with an assessment open it names it and has its tools and tabs.
pub fn header(session: Session, lang: Lang) -> El {
    // 核验 is about a table of its own, whatever is open.
    let about_open = |route: &Route| !matches!(route, Route::Start | Route::Audit);
    let inside = live(move || session.route.with(about_open) && session.open.with(Option::is_some));
    let beside = live(move || session.route.with(|route| *route == Route::Audit));
    let tabbed = live({
        let (inside, beside) = (inside.clone(), beside.clone());
        move || inside() || beside()
    });
    let tools = el("div", "tools")
        .when(inside.clone(), move || work_tools(session, lang))
        .child(language(session, lang))
        .child(display(session, lang, inside.clone()))
        .when(inside.clone(), move || out_tools(session, lang));
    let skip_link = el("a", "skip").attr("href", "#main").text(t(text::SKIP, lang));
    let bar = el("div", "header__bar")
        .child(skip_link.on("click", skip))
        .children(home(session, lang))
        .child(brand(session, lang))
        .when(inside.clone(), move || vec![identity(session, lang)])
        .child(tools);
    el("header", "header").child(bar).when(tabbed, move || vec![tabs(session, lang)])
}

/// The hash belongs to the routes, so the skip link moves the focus itself.
fn skip(event: &Event) {
    event.prevent_default();
    browser::focus("main");
}

/// The way back to the portal, where it is set.
fn home(session: Session, lang: Lang) -> Option<El> {
    let home = session.portal.home.as_ref()?;
    Some(el("a", "home").attr("href", home.href.as_str()).text(lang.of(&home.text)))
}

/// The portal's own mark and name where they are set. The name stands beside the picture, so that
/// the picture needs none.
fn brand(session: Session, lang: Lang) -> El {
    let mark = match session.portal.logo.as_str() {
        "" => steelyard(),
        logo => el("img", "brand__logo").attr("src", logo).flag("alt", live(|| true)),
    };
    el("a", "brand")
        .attr("href", "#/")
        .attr("aria-label", say(text::TO_START, lang, &[("name", session.portal.title(lang))]))
        .child(mark)
        .child(el("span", "brand__name").text(session.portal.title(lang)))
}

fn steelyard() -> El {
    let path = |class, d| svg("path", class).attr("d", d);
    svg("svg", "brand__mark")
        .attr("viewBox", "0 0 32 20")
        .attr("width", "32")
        .attr("height", "20")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(path("", "M2 6 30 4M7 5.6v2"))
        .child(path("", "M2.5 14 7 7l4.500 7z"))
        .child(path("brand__weight", "M19.500 9h4l1.500 6h-7z"))
        .child(path("", "M21.500 4.600V9"))
}

/// Title of the project, and which form it is scored by.
fn identity(session: Session, lang: Lang) -> El {
    let about = live(move || {
        session.rubric.track();
        session.rubric.with(|rubric| {
            if lang.of(&rubric.region).is_empty() {
                // Whose form it is, of what kind and in which edition, an audited table does not say.
                return t(text::OWN_FORM, lang).to_owned();
            }
            let edition = say(text::EDITION, lang, &[("edition", &rubric.edition)]);
            [lang.of(&rubric.region), words::kind(rubric.kind, lang), &edition].join(" · ")
        })
    });
    el("div", "identity")
        .child(el("h1", "identity__title").text(live(move || session.title())))
        .child(el("p", "identity__about").text(about))
}

/// State of saving, undo and redo.
fn work_tools(session: Session, lang: Lang) -> Vec<El> {
    let saved = live(move || session.saved.with(|saved| saved_in_words(saved, lang)));
    let failed = live(move || session.saved.with(|saved| matches!(saved, Saved::Failed(_))));
    vec![
        el("p", "saved").class_if("saved--failed", failed).text(saved),
        button("tool", t(text::UNDO, lang), move || session.undo())
            .attr("aria-disabled", off(live(move || session.can_undo.get()))),
        button("tool", t(text::REDO, lang), move || session.redo())
            .attr("aria-disabled", off(live(move || session.can_redo.get()))),
    ]
}

/// `aria-disabled` keeps the focus where it is when the last step is undone.
fn off(can: Live<bool>) -> Live<String> {
    live(move || if can() { "" } else { "true" }.to_owned())
}

fn saved_in_words(saved: &Saved, lang: Lang) -> String {
    match saved {
        Saved::Nothing => t(text::SAVED_NOTHING, lang).to_owned(),
        Saved::Saving => t(text::SAVED_SAVING, lang).to_owned(),
        Saved::Handed => t(text::SAVED_HANDED, lang).to_owned(),
        Saved::At(time) => say(text::SAVED_AT, lang, &[("time", time)]),
        Saved::Failed(failure) => {
            let why = match failure {
                Failure::Blocked => text::WHY_BLOCKED,
                Failure::Full => text::WHY_FULL,
                Failure::Conflict => text::WHY_CONFLICT,
            };
            say(text::SAVED_FAILED, lang, &[("why", t(why, lang))])
        }
    }
}

fn language(session: Session, lang: Lang) -> El {
    button("tool", "中 / EN", move || session.switch_language())
        .id("tool-language")
        .attr("aria-label", format!("中 / EN {}", t(text::LANGUAGE, lang)))
}

/// Theme and large print; on a phone also what the bar has no room for.
fn display(session: Session, lang: Lang, inside: Live<bool>) -> El {
    let themes = [
        (Theme::Auto, text::THEME_AUTO),
        (Theme::Light, text::THEME_LIGHT),
        (Theme::Dark, text::THEME_DARK),
    ];
    let theme = |(theme, label)| {
        let input = el("input", "choice__box").attr("type", "radio").attr("name", "theme");
        let input = input
            .checked(live(move || session.theme.get() == theme))
            .on("change", move |_| session.theme.set(theme));
        choice(input, label, lang)
    };
    let themes = el("div", "")
        .attr("role", "radiogroup")
        .attr("aria-label", t(text::THEME, lang))
        .children(themes.map(theme));
    let large = el("input", "choice__box")
        .attr("type", "checkbox")
        .checked(live(move || session.large_print.get()))
        .on("change", move |event| session.large_print.set(browser::ticked(event)));
    let body = el("div", "menu__body")
        .child(themes)
        .child(choice(large, text::LARGE_PRINT, lang))
        .when(inside, move || vec![el("div", "menu__narrow").children(out_tools(session, lang))]);
    let summary = el("summary", "tool").text(t(text::DISPLAY, lang));
    el("details", "menu").child(summary).child(body)
}

fn choice(input: El, label: Key, lang: Lang) -> El {
    el("label", "menu__item").child(input).child(el("span", "").text(t(label, lang)))
}

/// Print and share.
fn out_tools(session: Session, lang: Lang) -> Vec<El> {
    vec![
        button("button tool-out", t(text::PRINT, lang), move || papers::print(session)),
        el("a", "button button--strong tool-out")
            .attr("href", "#/share")
            .text(t(text::SHARE, lang)),
    ]
}

fn tabs(session: Session, lang: Lang) -> El {
    let all = [
        (Route::Score, text::TAB_SCORE),
        (Route::WhatIf(String::new()), text::TAB_WHATIF),
        (Route::Audit, text::TAB_AUDIT),
        (Route::Rubric, text::TAB_RUBRIC),
        (Route::Share, text::TAB_SHARE),
    ];
    let tab = |(route, label): (Route, Key)| {
        let link = el("a", "tab").attr("href", route.hash()).text(t(label, lang));
        let current = live(move || {
            let here = session.route.get().screen() == route;
            if here { "page" } else { "" }.to_owned()
        });
        el("li", "").child(link.attr("aria-current", current))
    };
    el("nav", "tabs")
        .attr("aria-label", t(text::TABS, lang))
        .child(el("ul", "tabs__list").children(all.map(tab)))
}
