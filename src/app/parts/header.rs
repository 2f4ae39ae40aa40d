//! The frame above every screen: brand, what is open, whether it is saved, tools, tabs.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::state::{Failure, Route, Saved, Session, Theme};
use crate::words::table::page as text;
use crate::words::table::{Key, say, t};
use crate::words::{self, Lang};

/// The header; with an assessment open it names it and has its tools and tabs.
pub fn header(session: Session, lang: Lang) -> AnyView {
    let inside =
        Memo::new(move |_| session.route.get() != Route::Start && session.open.get().is_some());
    view! {
        <header class="header">
            <div class="header__bar">
                <a class="skip" href="#main" on:click=skip>{t(text::SKIP, lang)}</a>
                <a class="brand" href="#/" aria-label=t(text::TO_START, lang)>
                    <svg class="brand__mark" viewBox="0 0 32 20" width="32" height="20" aria-hidden="true" focusable="false">
                        <path d="M2 6 30 4M7 5.6v2"></path>
                        <path d="M2.5 14 7 7l4.500 7z"></path>
                        <path class="brand__weight" d="M19.500 9h4l1.500 6h-7z"></path>
                        <path d="M21.500 4.600V9"></path>
                    </svg>
                    <span class="brand__name">{t(text::BRAND, lang)}</span>
                </a>
                {move || inside.get().then(|| identity(session, lang))}
                <div class="tools">
                    {move || inside.get().then(|| work_tools(session, lang))}
                    <button type="button" class="tool" id="tool-language" aria-label=format!("中 / EN {}", t(text::LANGUAGE, lang))
                        on:click=move |_| session.switch_language()>"中 / EN"</button>
                    {display(session, lang, inside)}
                    {move || inside.get().then(|| out_tools(lang))}
                </div>
            </div>
            {move || inside.get().then(|| tabs(session, lang))}
        </header>
    }
    .into_any()
}

/// The hash belongs to the routes, so the skip link moves the focus itself.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    browser::focus("main");
}

/// Title of the project, and which form it is scored by.
fn identity(session: Session, lang: Lang) -> AnyView {
    let title = Signal::derive(move || session.title());
    let about = Signal::derive(move || {
        session.rubric.with(|rubric| {
            let edition = say(text::EDITION, lang, &[("edition", &rubric.edition)]);
            [lang.of(&rubric.region), words::kind(rubric.kind, lang), &edition].join(" · ")
        })
    });
    view! {
        <div class="identity">
            <h1 class="identity__title">{title}</h1>
            <p class="identity__about">{about}</p>
        </div>
    }
    .into_any()
}

/// State of saving, undo and redo.
fn work_tools(session: Session, lang: Lang) -> AnyView {
    let saved = Signal::derive(move || session.saved.with(|saved| saved_in_words(saved, lang)));
    let class = Signal::derive(move || match session.saved.get() {
        Saved::Failed(_) => "saved saved--failed",
        _ => "saved",
    });
    view! {
        <p class=class>{saved}</p>
        <button type="button" class="tool" aria-disabled=off(session.can_undo) on:click=move |_| session.undo()>{t(text::UNDO, lang)}</button>
        <button type="button" class="tool" aria-disabled=off(session.can_redo) on:click=move |_| session.redo()>{t(text::REDO, lang)}</button>
    }
    .into_any()
}

/// `aria-disabled` keeps the focus where it is when the last step is undone.
fn off(can: RwSignal<bool>) -> Signal<Option<&'static str>> {
    Signal::derive(move || (!can.get()).then_some("true"))
}

fn saved_in_words(saved: &Saved, lang: Lang) -> String {
    match saved {
        Saved::Nothing => t(text::SAVED_NOTHING, lang).to_owned(),
        Saved::Saving => t(text::SAVED_SAVING, lang).to_owned(),
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

/// Theme and large print; on a phone also what the bar has no room for.
fn display(session: Session, lang: Lang, inside: Memo<bool>) -> AnyView {
    let themes = [
        (Theme::Auto, text::THEME_AUTO),
        (Theme::Light, text::THEME_LIGHT),
        (Theme::Dark, text::THEME_DARK),
    ];
    let themes: Vec<AnyView> = themes
        .into_iter()
        .map(|(theme, label)| theme_choice(session, lang, theme, label))
        .collect();
    let large = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
        session.large_print.set(event.target().checked());
    };
    view! {
        <details class="menu">
            <summary class="tool">{t(text::DISPLAY, lang)}</summary>
            <div class="menu__body">
                <div role="radiogroup" aria-label=t(text::THEME, lang)>{themes}</div>
                <label class="menu__item">
                    <input class="choice__box" type="checkbox" prop:checked=session.large_print on:change:target=large />
                    <span>{t(text::LARGE_PRINT, lang)}</span>
                </label>
                {move || inside.get().then(|| view! { <div class="menu__narrow">{out_tools(lang)}</div> }.into_any())}
            </div>
        </details>
    }
    .into_any()
}

fn theme_choice(session: Session, lang: Lang, theme: Theme, label: Key) -> AnyView {
    let checked = Signal::derive(move || session.theme.get() == theme);
    view! {
        <label class="menu__item">
            <input class="choice__box" type="radio" name="theme" prop:checked=checked on:change=move |_| session.theme.set(theme) />
            <span>{t(label, lang)}</span>
        </label>
    }
    .into_any()
}

/// Print and share.
fn out_tools(lang: Lang) -> AnyView {
    view! {
        <button type="button" class="button tool-out" on:click=move |_| browser::print()>{t(text::PRINT, lang)}</button>
        <a class="button button--strong tool-out" href="#/share">{t(text::SHARE, lang)}</a>
    }
    .into_any()
}

fn tabs(session: Session, lang: Lang) -> AnyView {
    let all = [
        (Route::Score, text::TAB_SCORE),
        (Route::Rubric, text::TAB_RUBRIC),
        (Route::Share, text::TAB_SHARE),
    ];
    let tabs: Vec<AnyView> = all
        .into_iter()
        .map(|(route, label)| {
            let (href, own) = (route.hash(), route);
            let current =
                Signal::derive(move || session.route.with(|route| *route == own).then_some("page"));
            view! { <li><a class="tab" href=href aria-current=current>{t(label, lang)}</a></li> }
                .into_any()
        })
        .collect();
    view! { <nav class="tabs" aria-label=t(text::TABS, lang)><ul class="tabs__list">{tabs}</ul></nav> }.into_any()
}
