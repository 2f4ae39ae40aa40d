//! The tab 导出: project file, share link, and the documents to read, copy and print.

mod articles;

use std::rc::Rc;

use crate::app::browser::{copy, focus, listener};
use crate::app::documents::{Context, Document, documents};
use crate::app::element::{El, button, el, live, watched};
use crate::app::state::{Notice, Session, Tone};
use crate::words::table::documents as text;
use crate::words::{Lang, say, t};

use articles::{Desk, articles};

/// Everything that leaves the page, by the user's own hand.
pub fn share_page(session: Session) -> El {
    let lang = session.lang.get_untracked();
    let chosen = watched(String::new());
    let (over, one) = (Rc::clone(&chosen), Rc::clone(&chosen));
    let ended = listener("afterprint", Box::new(move |_| over.set_changed(String::new())));
    let copied = move |name: &str, worked| match worked {
        true => session.notify(Notice::new(Tone::Good, text::COPIED).with("name", name)),
        false => select_by_hand(session, name),
    };
    let desk = Desk { lang, chosen, copied: Rc::new(copied) };
    let file = el("section", "sheet share__tool")
        .child(el("h2", "").text(t(text::FILE, lang)))
        .child(el("p", "share__hint").text(t(text::FILE_HINT, lang)))
        .child(button("button", t(text::DOWNLOAD, lang), move || session.download_project()));
    let about = el("div", "share__tool")
        .child(el("h2", "").text(t(text::DOCUMENTS, lang)))
        .child(el("p", "share__hint").text(t(text::DOCUMENTS_HINT, lang)));
    let shown = el("section", "share__documents").child(about);
    el("div", "share")
        .class_if("share--one", live(move || one.with(|id| !id.is_empty())))
        .keep(ended)
        .child(file)
        .child(link(session, lang))
        .child(shown.drawn(move || made(session, lang), move |made| articles(made, &desk)))
}

const LONG: usize = 2000;

/// The link, how long it is, and what it gives away.
fn link(session: Session, lang: Lang) -> El {
    el("section", "sheet share__tool")
        .child(el("h2", "").text(t(text::LINK, lang)))
        .child(el("p", "share__notice").text(t(text::LINK_REVEALS, lang)))
        .drawn(
            move || session.link().ok(),
            move |link| match link {
                Some(link) => address(session, link, lang),
                None => vec![el("p", "share__hint").text(t(text::LINK_FAILED, lang))],
            },
        )
}

fn address(session: Session, link: &str, lang: Lang) -> Vec<El> {
    let length = link.chars().count();
    let note = say(text::LINK_LENGTH, lang, &[("length", &length.to_string())]);
    let field = el("input", "share__link")
        .id("share-link")
        .attr("type", "text")
        .attr("readonly", "true")
        .attr("value", link);
    let link = link.to_owned();
    let copying = move || copy_link(session, &link, lang);
    let button = button("button", t(text::COPY_LINK, lang), copying);
    let mut address = vec![
        el("label", "share__label").attr("for", "share-link").text(note),
        el("div", "share__row").child(field).child(button),
    ];
    if length > LONG {
        address.push(el("p", "share__hint").text(t(text::LINK_LONG, lang)));
    }
    address
}

fn copy_link(session: Session, link: &str, lang: Lang) {
    let answer = move |worked: bool| {
        if worked {
            session.notify(Notice::new(Tone::Good, text::COPIED_LINK));
            return;
        }
        focus("share-link");
        select_by_hand(session, t(text::LINK, lang));
    };
    copy("", link, Box::new(answer));
}

fn select_by_hand(session: Session, name: &str) {
    session.notify(Notice::new(Tone::Warning, text::SELECTED).with("name", name));
}

/// The documents of what is open, followed.
fn made(session: Session, lang: Lang) -> Vec<Rc<Document>> {
    let (rubric, card) = (session.rubric.get(), session.scorecard.get());
    let made = session
        .assessment
        .with(|assessment| documents(&Context::new(&rubric, assessment, &card, lang)));
    made.into_iter().map(Rc::new).collect()
}
