//! The documents of the tab 导出: to jump to, read, copy and print.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;

use super::documents::{Context, Document, Part, documents};
use super::tables::document_parts;
use super::{Copied, Filled};
use crate::app::browser::{copy, focus, listener, print, select};
use crate::app::element::{El, button, el};
use crate::words::table::{Key, documents as text};
use crate::words::{Lang, say, t};

/// What documents are laid out on. Nothing here follows anything: what changes is drawn anew.
struct Desk {
    /// The language of the page.
    lang: Lang,
    /// The documents, and among them the one that is printed alone.
    all: Element,
    chosen: Rc<RefCell<Option<Element>>>,
    /// Told the title of a document that was copied, and whether that worked; where it did not, the
    /// document is selected.
    copied: Copied,
}

/// The list of the documents, then each of them.
pub(super) fn articles(filled: &Filled, lang: Lang, copied: Copied) -> El {
    let Filled { rubric, assessment, scorecard, .. } = filled;
    let documents = documents(&Context::new(rubric, assessment, scorecard, lang));
    let documents: Vec<Rc<Document>> = documents.into_iter().map(Rc::new).collect();
    let list = el("ul", "share__list").children(documents.iter().map(jump));
    let all = el("div", "share__all")
        .child(el("nav", "share__jumps").attr("aria-label", t(text::JUMP, lang)).child(list));
    let desk = Rc::new(Desk { lang, all: all.node(), chosen: Rc::default(), copied });
    let over = Rc::clone(&desk);
    let ended = listener("afterprint", Box::new(move |_| over.choose(None)));
    all.keep(ended).children(documents.iter().map(|document| article(document, &desk)))
}

impl Desk {
    /// Hides all but one on paper, or none.
    fn choose(&self, one: Option<Element>) {
        let mark = |element: &Element, class, on| {
            // Refused only for a name that is no class.
            let _ = element.class_list().toggle_with_force(class, on);
        };
        mark(&self.all, "share__all--one", one.is_some());
        one.iter().for_each(|one| mark(one, "document--chosen", true));
        if let Some(before) = self.chosen.replace(one) {
            mark(&before, "document--chosen", false);
        }
    }
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

fn article(document: &Rc<Document>, desk: &Rc<Desk>) -> El {
    let (id, lang) = (heading_id(document), desk.lang);
    let article = el("article", if document.wide { "document document--wide" } else { "document" });
    let title = el("h3", "document__title").id(&id).attr("tabindex", "-1");
    let (own, copied) = (Rc::clone(document), Rc::clone(&desk.copied));
    let copying = move || copy_document(&own, Rc::clone(&copied));
    let (own, desk) = (article.node(), Rc::clone(desk));
    let printing = move || {
        desk.choose(Some(own.clone()));
        print();
    };
    // Their names tell apart the buttons that say the same.
    let named = |key: Key| say(key, lang, &[("name", &document.title)]);
    let copy = button("button", t(text::COPY, lang), copying);
    let print = button("button", t(text::PRINT, lang), printing);
    let actions = el("div", "document__actions")
        .child(copy.attr("aria-label", named(text::COPY_NAMED)))
        .child(print.attr("aria-label", named(text::PRINT_NAMED)));
    let head =
        el("header", "document__head").child(title.text(document.title.as_str())).child(actions);
    let body = el("div", "").id(&body_id(document)).children(document_parts(document, lang, true));
    article.attr("aria-labelledby", id.as_str()).child(head).child(body)
}

fn copy_document(document: &Rc<Document>, copied: Copied) {
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
