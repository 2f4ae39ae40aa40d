//! The score sheet on paper: made when printing from the scoring tab begins, gone when it ends, so
//! that it costs nothing while entering.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::tachys::view::Mountable;

use super::beam::beam;
use super::tables::document_parts;
use crate::app::browser::{on_window, set_root};
use crate::app::charts::beam::Size;
use crate::app::documents::{Context, figures, paper};
use crate::app::element::{El, el};
use crate::app::state::{Route, Session};
use crate::words::t;
use crate::words::table::documents as text;

/// Prepares for printing, by the button or by the browser's own command alike.
pub fn listen(session: Session) {
    let shown: Rc<RefCell<Option<El>>> = Rc::default();
    let begun = Rc::clone(&shown);
    on_window(
        "beforeprint",
        Box::new(move |_| {
            if session.route.with_untracked(|route| *route == Route::Score) {
                put(&begun, Some(sheet(session)));
                set_root("data-paper", "on");
            }
        }),
    );
    on_window(
        "afterprint",
        Box::new(move |_| {
            put(&shown, None);
            set_root("data-paper", "");
        }),
    );
}

/// Puts a sheet on the page in place of the one that is there.
///
/// At once, not in the next tick: the browser lays out as soon as the listener returns.
fn put(shown: &RefCell<Option<El>>, sheet: Option<El>) {
    if let Some(mut before) = shown.take() {
        before.unmount();
    }
    let body = web_sys::window().and_then(|window| window.document()?.body());
    if let Some((mut sheet, body)) = sheet.zip(body) {
        sheet.mount(&body, None);
        shown.replace(Some(sheet));
    }
}

fn sheet(session: Session) -> El {
    let lang = session.lang.get_untracked();
    let rubric = session.rubric.get_untracked();
    let scorecard = session.scorecard.get_untracked();
    let (document, standing) = session.assessment.with_untracked(|assessment| {
        let ctx = Context::new(&rubric, assessment, &scorecard, lang);
        (paper(&ctx), figures::total_sentence(&rubric, &scorecard, lang))
    });
    let standing = el("div", "paper__standing")
        .child(el("p", "").text(standing))
        .child(beam(session, Size::Full));
    let lines = [text::SIGN_ASSESSOR, text::SIGN_HEAD, text::SIGN_UNIT, text::SIGN_DATE];
    let lines = lines.iter().fold(el("div", "paper__lines"), |lines, key| {
        lines.child(el("p", "paper__line").text(t(key, lang)))
    });
    el("section", if document.wide { "paper paper--wide" } else { "paper" })
        .attr("lang", lang.tag())
        .child(el("h1", "paper__title").text(document.title.as_str()))
        .children(document_parts(&document, lang, false))
        .child(el("div", "paper__foot").child(standing).child(lines))
}
