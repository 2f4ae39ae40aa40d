//! The tab 导出: project file, share link, and the documents to read, copy and print.

use leptos::prelude::*;

use crate::app::browser::{after, copy, focus, print, select};
use crate::app::documents::{Context, Document, Part, documents};
use crate::app::parts::tables::document_parts;
use crate::app::state::{Notice, Session, Tone, use_session};
use crate::words::table::{Key, documents as text};
use crate::words::{Lang, say, t};

/// Everything that leaves the page, by the user's own hand.
#[component]
pub fn SharePage() -> AnyView {
    let session = use_session();
    let lang = session.lang.get_untracked();
    let chosen = RwSignal::new(String::new());
    let ended = window_event_listener_untyped("afterprint", move |_| chosen.set(String::new()));
    on_cleanup(move || ended.remove());
    view! {
        <div class="share" class:share--one=move || chosen.with(|id| !id.is_empty())>
            <section class="sheet share__tool">
                <h2>{t(text::FILE, lang)}</h2>
                <p class="share__hint">{t(text::FILE_HINT, lang)}</p>
                {button(text::DOWNLOAD, None, lang, move || session.download_project())}
            </section>
            {link(session, lang)}
            <section class="share__documents">
                <div class="share__tool">
                    <h2>{t(text::DOCUMENTS, lang)}</h2>
                    <p class="share__hint">{t(text::DOCUMENTS_HINT, lang)}</p>
                </div>
                {move || shown(session, chosen, lang)}
            </section>
        </div>
    }
    .into_any()
}

/// A button; `name` tells apart those that say the same.
fn button(label: Key, name: Option<String>, lang: Lang, act: impl Fn() + 'static) -> AnyView {
    let act: Box<dyn Fn()> = Box::new(act);
    view! {
        <button class="button" type="button" aria-label=name on:click=move |_| act()>
            {t(label, lang)}
        </button>
    }
    .into_any()
}

const LONG: usize = 2000;

/// The link, how long it is, and what it gives away.
fn link(session: Session, lang: Lang) -> AnyView {
    let content = move || match session.assessment.with(|_| session.link()) {
        Ok(link) => {
            let length = link.chars().count();
            let note = say(text::LINK_LENGTH, lang, &[("length", &length.to_string())]);
            let long = (length > LONG).then(|| {
                view! { <p class="share__hint">{t(text::LINK_LONG, lang)}</p> }
            });
            let address = link.clone();
            view! {
                <label class="share__label" for="share-link">{note}</label>
                <div class="share__row">
                    <input class="share__link" id="share-link" type="text" readonly=true value=link.clone() />
                    {button(text::COPY_LINK, None, lang, move || copy_link(session, address.clone(), lang))}
                </div>
                {long}
            }
            .into_any()
        }
        Err(_) => view! { <p class="share__hint">{t(text::LINK_FAILED, lang)}</p> }.into_any(),
    };
    view! {
        <section class="sheet share__tool">
            <h2>{t(text::LINK, lang)}</h2>
            <p class="share__notice">{t(text::LINK_REVEALS, lang)}</p>
            {content}
        </section>
    }
    .into_any()
}

fn copy_link(session: Session, link: String, lang: Lang) {
    let answer = move |worked: bool| {
        if worked {
            session.notify(Notice::new(Tone::Good, text::COPIED_LINK));
            return;
        }
        focus("share-link");
        select_by_hand(session, t(text::LINK, lang));
    };
    copy("", &link, Box::new(answer));
}

fn select_by_hand(session: Session, name: &str) {
    session.notify(Notice::new(Tone::Warning, text::SELECTED).with("name", name));
}

fn shown(session: Session, chosen: RwSignal<String>, lang: Lang) -> AnyView {
    let documents = session.rubric.with(|rubric| {
        session.assessment.with(|assessment| {
            session.scorecard.with(|card| documents(&Context::new(rubric, assessment, card, lang)))
        })
    });
    let jumps: Vec<AnyView> = documents.iter().map(jump).collect();
    let articles = documents.into_iter().map(|document| article(session, document, chosen, lang));
    let articles: Vec<AnyView> = articles.collect();
    view! {
        <nav class="share__jumps" aria-label=t(text::JUMP, lang)>
            <ul class="share__list">{jumps}</ul>
        </nav>
        {articles}
    }
    .into_any()
}

/// Hash routes leave no room for links within the page, so a button moves there.
fn jump(document: &Document) -> AnyView {
    let (id, title) = (heading_id(document), document.title.clone());
    view! {
        <li>
            <button class="share__jump" type="button" on:click=move |_| focus(&id)>{title}</button>
        </li>
    }
    .into_any()
}

fn heading_id(document: &Document) -> String {
    format!("document-{}", document.id)
}

fn article(session: Session, document: Document, chosen: RwSignal<String>, lang: Lang) -> AnyView {
    let (id, title) = (heading_id(&document), document.title.clone());
    let body = format!("{id}-body");
    let named = |key: Key| Some(say(key, lang, &[("name", &title)]));
    let parts = document_parts(&document, lang, true);
    let (own, wide, labelled) = (document.id.clone(), document.wide, id.clone());
    let is_chosen = {
        let own = own.clone();
        move || chosen.with(|chosen| *chosen == own)
    };
    let copied = move || copy_document(session, &document);
    let printed = move || print_one(chosen, own.clone());
    view! {
        <article
            class="document"
            class:document--chosen=is_chosen
            class:document--wide=wide
            aria-labelledby=labelled
        >
            <header class="document__head">
                <h3 class="document__title" id=id tabindex="-1">{title.clone()}</h3>
                <div class="document__actions">
                    {button(text::COPY, named(text::COPY_NAMED), lang, copied)}
                    {button(text::PRINT, named(text::PRINT_NAMED), lang, printed)}
                </div>
            </header>
            <div id=body>{parts}</div>
        </article>
    }
    .into_any()
}

/// Prints one document: the others are hidden on paper until printing is over.
fn print_one(chosen: RwSignal<String>, id: String) {
    chosen.set(id);
    // The class reaches the page in the next tick; printing before that would print everything.
    after(50, Box::new(print)).forget();
}

fn copy_document(session: Session, document: &Document) {
    let title = document.title.clone();
    let body = format!("{}-body", heading_id(document));
    let answer = move |worked: bool| {
        if worked {
            session.notify(Notice::new(Tone::Good, text::COPIED).with("name", title.as_str()));
            return;
        }
        select(&body);
        select_by_hand(session, &title);
    };
    copy(&as_html(document), &as_text(document), Box::new(answer));
}

/// For Word: paragraphs and tables.
fn as_html(document: &Document) -> String {
    let mut html = format!("<p><b>{}</b></p>", escaped(&document.title));
    for part in &document.parts {
        match part {
            Part::Text(sentence) => html.push_str(&format!("<p>{}</p>", escaped(sentence))),
            Part::Table(table) => html.push_str(&table.html()),
        }
    }
    html
}

/// For Excel and plain text: sentences as lines, tables tab-separated.
fn as_text(document: &Document) -> String {
    let parts = document.parts.iter().map(|part| match part {
        Part::Text(sentence) => sentence.clone(),
        Part::Table(table) => table.tsv(),
    });
    std::iter::once(document.title.clone()).chain(parts).collect::<Vec<_>>().join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
