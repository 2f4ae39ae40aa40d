//! The tabs that are read rather than typed on, and the sheet that is printed. The second module
//! draws them; here are the elements that it draws into, and what the page itself does on them.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::app::browser::{self, on_document, on_window};
use crate::app::element::{El, button, el, follow, live, watched};
use crate::app::state::{Notice, Route, Session, Tone};
use crate::words::table::{documents as text, page};
use crate::words::{Lang, say, t};

/// Told the title of a document that was copied, and whether that worked.
type Copied = Closure<dyn Fn(String, bool)>;

/// 指标体系: the form as it scores, read only.
pub fn rubric_page(session: Session) -> El {
    drawn(session, "rubric", None)
}

/// 导出: everything that leaves the page, by the user's own hand.
pub fn share_page(session: Session) -> El {
    let lang = session.lang.get_untracked();
    let copied: Copied = Closure::new(move |name: String, worked| match worked {
        true => session.notify(Notice::new(Tone::Good, text::COPIED).with("name", name)),
        false => select_by_hand(session, &name),
    });
    let file = el("section", "sheet share__tool")
        .child(el("h2", "").text(t(text::FILE, lang)))
        .child(el("p", "share__hint").text(t(text::FILE_HINT, lang)))
        .child(button("button", t(text::DOWNLOAD, lang), move || session.download_project()));
    let about = el("div", "share__tool")
        .child(el("h2", "").text(t(text::DOCUMENTS, lang)))
        .child(el("p", "share__hint").text(t(text::DOCUMENTS_HINT, lang)));
    let documents = drawn(session, "documents", Some(copied));
    let trying = live(move || session.tried.with(|tried| tried.open.clone()));
    let notice = move |name: &String| {
        let told = say(page::FROM_BASELINE, lang, &[("name", name)]);
        let shown = (!name.is_empty()).then(|| el("p", "share__notice").text(told));
        shown.into_iter().collect()
    };
    el("div", "share")
        .drawn(move || trying(), notice)
        .child(file)
        .child(link(session, lang))
        .child(el("section", "share__documents").child(about).child(documents))
}

/// An element that the second module draws into, anew when the assessment changes.
fn drawn(session: Session, what: &'static str, copied: Option<Copied>) -> El {
    let there = watched(false);
    let shown = Rc::clone(&there);
    let waiting = t(page::COMING, session.lang.get_untracked());
    let waiting = el("p", "share__hint").flag("hidden", live(move || shown.get())).text(waiting);
    let host = el("div", "papers").child(waiting);
    let (node, copied) = (host.node(), copied.map(Rc::new));
    let told = copied.as_ref().map_or(JsValue::UNDEFINED, |told| told.as_ref().as_ref().clone());
    let draw = move || {
        let (given, there) =
            (given(session, what, node.clone().into(), told.clone()), Rc::clone(&there));
        session.with_papers(Box::new(move |papers| {
            let drawn = papers.call("show", &given).is_ok_and(|drawn| drawn.is_truthy());
            there.set_changed(drawn);
            if !drawn {
                session.notify(Notice::new(Tone::Error, page::NOT_FETCHED));
            }
        }));
    };
    host.keep(copied).keep(follow(draw))
}

/// What the second module needs to draw something: what, where, from which texts, in which language.
fn given(session: Session, what: &str, host: JsValue, copied: JsValue) -> [JsValue; 6] {
    let lang = session.lang.get_untracked().tag();
    [what.into(), host, session.rubric_text(), session.project_text().into(), lang.into(), copied]
}

const LONG: usize = 2000;

/// The link, how long it is, and what it gives away.
fn link(session: Session, lang: Lang) -> El {
    let made = watched(None);
    let shown = Rc::clone(&made);
    let make = move || {
        let (project, made) = (session.project_text(), Rc::clone(&made));
        session.with_papers(Box::new(move |papers| {
            let payload = papers.call("link", &[project.into()]).ok().and_then(|it| it.as_string());
            made.set_changed(Some(payload.map(|it| session.address_of(it))));
        }));
    };
    el("section", "sheet share__tool")
        .child(el("h2", "").text(t(text::LINK, lang)))
        .child(el("p", "share__notice").text(t(text::LINK_REVEALS, lang)))
        .drawn(
            move || shown.get(),
            move |link| match link {
                Some(Some(link)) => address(session, link, lang),
                Some(None) => vec![el("p", "share__hint").text(t(text::LINK_FAILED, lang))],
                None => Vec::new(),
            },
        )
        .keep(follow(make))
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
        browser::focus("share-link");
        select_by_hand(session, t(text::LINK, lang));
    };
    browser::copy("", link, Box::new(answer));
}

fn select_by_hand(session: Session, name: &str) {
    session.notify(Notice::new(Tone::Warning, text::SELECTED).with("name", name));
}

/// Prints the page: the score sheet from the scoring tab, the documents from theirs.
pub fn print(session: Session) {
    let route = session.route.get_untracked();
    session.with_papers(Box::new(move |_| {
        // Not what is on screen by the time the module has come, but what was to be printed.
        if session.route.with_untracked(|now| *now == route) {
            browser::print();
        }
    }));
}

/// Fetches the second module at the first press of a key or pointer, and prepares for printing, by
/// the button or by the browser's own command alike.
pub fn listen(session: Session) {
    for press in ["keydown", "pointerdown"] {
        let asked = Cell::new(false);
        on_document(
            press,
            Box::new(move |_| {
                if !asked.replace(true) {
                    browser::module(browser::PAPERS, Box::new(|_| ()));
                }
            }),
        );
    }
    let printing = Rc::new(Cell::new(false));
    let over = Rc::clone(&printing);
    on_window(
        "beforeprint",
        Box::new(move |_| {
            let body = web_sys::window().and_then(|window| window.document()?.body());
            let scoring = session.route.with_untracked(|route| *route == Route::Score);
            let Some(body) = body.filter(|_| scoring) else { return };
            printing.set(true);
            let printing = Rc::clone(&printing);
            let given = given(session, "sheet", body.into(), JsValue::UNDEFINED);
            // At once where the module is there: the browser lays out as soon as this returns.
            session.with_papers(Box::new(move |papers| {
                if printing.get() {
                    let _ = papers.call("show", &given);
                    browser::set_root("data-paper", "on");
                }
            }));
        }),
    );
    on_window(
        "afterprint",
        Box::new(move |_| {
            if over.replace(false) {
                if session.baseline.with_untracked(Option::is_some) {
                    session.notify(Notice::new(Tone::Note, page::PRINTED_BASELINE));
                }
                browser::module(
                    browser::PAPERS,
                    Box::new(|papers| {
                        let _ = papers.map(|papers| papers.call("putAway", &[]));
                    }),
                );
                browser::set_root("data-paper", "");
            }
        }),
    );
}
