//! The page: Leptos, client side only. State in `state`, what the browser does in `browser`, screens
//! in `pages`, what they are made of in `parts` and `element`, drawings in `charts`; what is read and
//! printed in `papers`, a module of its own.
//!
//! The view is built in one language; switching it builds the view anew, in place. So texts are
//! plain strings, and only what an edit changes is followed.

mod browser;
mod charts;
pub mod desk;
mod element;
mod hosted;
mod pages;
pub mod papers;
mod parts;
mod state;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;

use element::{El, el, follow};
use pages::desk::{audit_page, whatif_page};
use pages::papers::{rubric_page, share_page};
use pages::score::score_page;
use pages::start::start_page;
use parts::{header, notices, refused};
use state::{Route, Session};

use crate::words::Lang;
use crate::words::table::page as text;
use crate::words::table::t;

/// The page.
pub fn app() -> El {
    let session = Session::start();
    listen(session);
    session.tell_of_faults();
    session.begin_here();
    hosted::begin(session);
    el("div", "page")
        .drawn(move || session.lang.get(), move |_| frame(session))
        .keep(follow(move || session.apply_settings()))
        .keep(follow(title(session)))
        .keep(hosted::hosted(session))
}

/// Header, notices, the screen and the footer, in the language of the page.
fn frame(session: Session) -> Vec<El> {
    let lang = session.lang.get();
    // Whatever is opened has rows of its own, also where it is opened anew.
    let shown =
        move || (session.route.get().screen(), session.open.get(), Rc::as_ptr(&session.rows()));
    let main = el("main", "main").id("main").attr("tabindex", "-1");
    vec![
        header::header(session, lang),
        notices::notices(session, lang),
        refused::refused(session, lang),
        main.drawn(shown, move |(route, open, _)| screen(session, route, open.is_some())),
        footer(lang),
    ]
}

fn footer(lang: Lang) -> El {
    // Made by scripts/accessibility.mjs.
    let statement = el("a", "footer__link")
        .attr("href", "accessibility.html")
        .text(t(text::ACCESSIBILITY, lang));
    el("footer", "footer").child(el("p", "").text(t(text::STAYS_HERE, lang))).child(statement)
}

/// The screen of the route; what needs something open waits for it.
fn screen(session: Session, route: &Route, open: bool) -> Vec<El> {
    match route {
        Route::Score if open => score_page(session),
        Route::WhatIf(_) if open => vec![whatif_page(session)],
        Route::Rubric if open => vec![rubric_page(session)],
        Route::Share if open => vec![share_page(session)],
        Route::Audit => vec![audit_page(session)],
        Route::Start => vec![start_page(session)],
        _ => vec![el("p", "share__hint").text(t(text::COMING, session.lang.get()))],
    }
}

/// Keeps the title of the tab; to set it costs more than to compare it.
fn title(session: Session) -> impl FnMut() {
    let mut shown = String::new();
    move || {
        let title = document_title(session);
        if title != shown {
            browser::set_title(&title);
            shown = title;
        }
    }
}

fn document_title(session: Session) -> String {
    let brand = session.portal.title(session.lang.get());
    let here = match session.route.get() {
        Route::Audit => t(text::TAB_AUDIT, session.lang.get()).to_owned(),
        Route::Start => return brand.to_owned(),
        _ if session.open.get().is_none() => return brand.to_owned(),
        _ => session.title(),
    };
    format!("{here} · {brand}")
}

/// What the page listens to for as long as it lives.
fn listen(session: Session) {
    pages::papers::listen(session);
    browser::on_window("hashchange", Box::new(move |_| session.arrive()));
    browser::on_window("jiheng-update", Box::new(move |_| session.offer_update()));
    // The last chance to save: a closed tab sees no timer any more.
    browser::on_window("pagehide", Box::new(move |_| session.save_now()));
    browser::on_document("visibilitychange", Box::new(move |_| session.save_now()));
    browser::on_window(
        "storage",
        Box::new(move |event| {
            if let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() {
                session.storage_changed(event.key(), event.new_value());
            }
        }),
    );
    // The return key in a form of one field would send it.
    browser::on_document("submit", Box::new(|event| event.prevent_default()));
    let at_focus: Rc<RefCell<String>> = Rc::default();
    let entered = Rc::clone(&at_focus);
    browser::on_document(
        "focusin",
        Box::new(move |_| {
            session.settle();
            let field = browser::active_element();
            let text = field.as_ref().and_then(browser::text_of);
            entered.replace(text.unwrap_or_default());
        }),
    );
    browser::on_document(
        "keydown",
        Box::new(move |event| {
            if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
                undo_by_keyboard(session, &at_focus, event);
            }
        }),
    );
}

/// Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z. While a field holds other text than when it was entered, they
/// are the browser's, which undoes within the field.
fn undo_by_keyboard(
    session: Session,
    at_focus: &Rc<RefCell<String>>,
    event: &web_sys::KeyboardEvent,
) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
        return;
    }
    // What is not seen is not changed.
    let seen = session
        .route
        .with_untracked(|route| matches!(route, Route::Score | Route::WhatIf(_) | Route::Share));
    if !seen || session.open.with_untracked(Option::is_none) {
        return;
    }
    let step = match event.key().as_str() {
        "z" | "Z" if event.shift_key() => Session::redo,
        "z" => Session::undo,
        "y" => Session::redo,
        _ => return,
    };
    let field = browser::active_element().filter(browser::is_text_field);
    let text = field.as_ref().and_then(browser::text_of);
    if text.is_some_and(|text| *at_focus.borrow() != text) {
        return;
    }
    event.prevent_default();
    step(&session);
    // The field may hold other text once it is drawn, and is still as it was entered.
    let at_focus = Rc::clone(at_focus);
    leptos::task::spawn_local(async move {
        let field = field.as_ref().and_then(browser::text_of);
        at_focus.replace(field.unwrap_or_default());
    });
}
