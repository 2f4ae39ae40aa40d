//! The documents on the share page: to jump to, read, copy and print. Made from the documents
//! alone; what the page around them does for them stands in [`Desk`].

use std::rc::Rc;

use crate::app::browser::{after, copy, focus, print, select};
use crate::app::documents::{Document, Part};
use crate::app::element::{El, Watched, button, el, live};
use crate::app::parts::tables::document_parts;
use crate::words::table::{Key, documents as text};
use crate::words::{Lang, say, t};

/// What documents are laid out on.
pub struct Desk {
    /// The language of the page.
    pub lang: Lang,
    /// The document that is printed alone; empty for none.
    pub chosen: Rc<Watched<String>>,
    /// Told the title of a document that was copied, and whether that worked; where it did not, the
    /// document is selected.
    pub copied: Rc<dyn Fn(&str, bool)>,
}

/// The list of the documents, then each of them.
pub fn articles(documents: &[Rc<Document>], desk: &Desk) -> Vec<El> {
    let list = el("ul", "share__list");
    let list = documents.iter().fold(list, |list, document| list.child(jump(document)));
    let jumps = el("nav", "share__jumps").attr("aria-label", t(text::JUMP, desk.lang)).child(list);
    let mut all = vec![jumps];
    all.extend(documents.iter().map(|document| article(document, desk)));
    all
}

/// Hash routes leave no room for links within the page, so a button moves there.
fn jump(document: &Document) -> El {
    let id = heading_id(document);
    el("li", "").child(button("share__jump", &document.title, move || focus(&id)))
}

fn heading_id(document: &Document) -> String {
    format!("document-{}", document.id)
}

fn body_id(document: &Document) -> String {
    format!("document-{}-body", document.id)
}

fn article(document: &Rc<Document>, desk: &Desk) -> El {
    let (id, lang) = (heading_id(document), desk.lang);
    let title = el("h3", "document__title").id(&id).attr("tabindex", "-1");
    let (own, copied) = (Rc::clone(document), Rc::clone(&desk.copied));
    let copying = move || copy_document(&own, Rc::clone(&copied));
    let (own, chosen) = (Rc::clone(document), Rc::clone(&desk.chosen));
    let printing = move || print_one(&chosen, &own.id);
    // Their names tell apart the buttons that say the same.
    let named = |key: Key| say(key, lang, &[("name", &document.title)]);
    let actions = el("div", "document__actions")
        .child(
            button("button", t(text::COPY, lang), copying)
                .attr("aria-label", named(text::COPY_NAMED)),
        )
        .child(
            button("button", t(text::PRINT, lang), printing)
                .attr("aria-label", named(text::PRINT_NAMED)),
        );
    let (own, chosen) = (Rc::clone(document), Rc::clone(&desk.chosen));
    el("article", if document.wide { "document document--wide" } else { "document" })
        .class_if("document--chosen", live(move || chosen.with(|chosen| *chosen == own.id)))
        .attr("aria-labelledby", id.as_str())
        .child(
            el("header", "document__head")
                .child(title.text(document.title.as_str()))
                .child(actions),
        )
        .child(el("div", "").id(&body_id(document)).children(document_parts(document, lang, true)))
}

/// Prints one document: the others are hidden on paper until printing is over.
fn print_one(chosen: &Watched<String>, id: &str) {
    chosen.set(id.to_owned());
    // The class reaches the page in the next tick; printing before that would print everything.
    after(50, Box::new(print)).forget();
}

fn copy_document(document: &Rc<Document>, copied: Rc<dyn Fn(&str, bool)>) {
    let own = Rc::clone(document);
    let answer = move |worked: bool| {
        if !worked {
            select(&body_id(&own));
        }
        copied(&own.title, worked);
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
