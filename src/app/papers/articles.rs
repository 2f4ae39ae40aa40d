//! The documents of the tab 导出: to jump to, read, copy and print.

use std::rc::Rc;

use super::Filled;
use super::documents::{Context, Document, Part, documents};
use super::tables::document_parts;
use crate::app::browser::{after, copy, focus, listener, print, select};
use crate::app::element::{El, Watched, button, el, live, watched};
use crate::words::table::{Key, documents as text};
use crate::words::{Lang, say, t};

/// What documents are laid out on.
struct Desk {
    /// The language of the page.
    lang: Lang,
    /// The document that is printed alone; empty for none.
    chosen: Rc<Watched<String>>,
    /// Told the title of a document that was copied, and whether that worked; where it did not, the
    /// document is selected.
    copied: Rc<dyn Fn(&str, bool)>,
}

/// The list of the documents, then each of them.
pub(super) fn articles(filled: &Filled, lang: Lang, copied: Rc<dyn Fn(&str, bool)>) -> El {
    let Filled { rubric, assessment, scorecard, .. } = filled;
    let documents = documents(&Context::new(rubric, assessment, scorecard, lang));
    let documents: Vec<Rc<Document>> = documents.into_iter().map(Rc::new).collect();
    let desk = Desk { lang, chosen: watched(String::new()), copied };
    let (over, one) = (Rc::clone(&desk.chosen), Rc::clone(&desk.chosen));
    let ended = listener("afterprint", Box::new(move |_| over.set_changed(String::new())));
    let list = el("ul", "share__list").children(documents.iter().map(jump));
    el("div", "share__all")
        .class_if("share__all--one", live(move || one.with(|id| !id.is_empty())))
        .keep(ended)
        .child(el("nav", "share__jumps").attr("aria-label", t(text::JUMP, desk.lang)).child(list))
        .children(documents.iter().map(|document| article(document, &desk)))
}

/// Hash routes leave no room for links within the page, so a button moves there.
fn jump(document: &Rc<Document>) -> El {
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
