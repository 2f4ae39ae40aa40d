//! The page: Leptos, client side only. State in `state`, what the browser does in `browser`, screens
//! in `pages`, what they are made of in `parts`, drawings in `charts`, documents in `documents`.
//!
//! The view is built in one language; switching it builds the view anew, in place. So texts are
//! plain strings, and only what an edit changes hangs on signals.

mod browser;
mod charts;
mod documents;
mod pages;
mod parts;
mod state;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use pages::rubric::RubricPage;
use pages::score::ScorePage;
use pages::share::SharePage;
use pages::start::StartPage;
use parts::{header, notices, paper};
use state::{Route, Session};

use crate::words::table::page as text;
use crate::words::table::t;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let session = Session::start();
    provide_context(session);
    Effect::new(move || session.apply_settings());
    Effect::new(move || browser::set_title(&document_title(session)));
    listen(session);
    session.arrive();
    move || frame(session)
}

/// Header, notices, the screen and the footer, in the language of the page.
fn frame(session: Session) -> AnyView {
    let lang = session.lang.get();
    view! {
        {header::header(session, lang)}
        {notices::notices(session, lang)}
        <main class="main" id="main" tabindex="-1">{move || screen(session)}</main>
        <footer class="footer"><p>{t(text::STAYS_HERE, lang)}</p></footer>
    }
    .into_any()
}

/// The screen of the route; the start while nothing is open.
fn screen(session: Session) -> AnyView {
    let open = session.open.get().is_some();
    match session.route.get() {
        Route::Score if open => view! { <ScorePage/> }.into_any(),
        Route::Rubric if open => view! { <RubricPage/> }.into_any(),
        Route::Share if open => view! { <SharePage/> }.into_any(),
        _ => view! { <StartPage/> }.into_any(),
    }
}

fn document_title(session: Session) -> String {
    let brand = t(text::BRAND, session.lang.get());
    let open = session.open.get().is_some() && session.route.get() != Route::Start;
    if open { format!("{} · {brand}", session.title()) } else { brand.to_owned() }
}

/// What the page listens to for as long as it lives.
fn listen(session: Session) {
    paper::listen(session);
    browser::on_window("hashchange", Box::new(move |_| session.arrive()));
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
    let at_focus = StoredValue::new(String::new());
    browser::on_document(
        "focusin",
        Box::new(move |_| {
            session.settle();
            at_focus.set_value(
                browser::active_element()
                    .and_then(|field| browser::text_of(&field))
                    .unwrap_or_default(),
            );
        }),
    );
    browser::on_document(
        "keydown",
        Box::new(move |event| {
            if let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() {
                undo_by_keyboard(session, at_focus, event);
            }
        }),
    );
}

/// Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z. While a field holds other text than when it was entered, they
/// are the browser's, which undoes within the field.
fn undo_by_keyboard(
    session: Session,
    at_focus: StoredValue<String>,
    event: &web_sys::KeyboardEvent,
) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
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
    if text.is_some_and(|text| at_focus.with_value(|before| *before != text)) {
        return;
    }
    event.prevent_default();
    step(&session);
    // The field may hold other text now, and is still as it was entered.
    let field = field.as_ref().and_then(browser::text_of);
    at_focus.set_value(field.unwrap_or_default());
}
