//! What is wrong with a rubric that was not opened: its place. The second module, which has checked it,
//! draws the list.

use wasm_bindgen::JsValue;

use crate::app::browser;
use crate::app::element::{El, button, el};
use crate::app::state::{Refused, Session};
use crate::words::Lang;
use crate::words::table::page as text;
use crate::words::table::t;

/// The list, while there is one.
pub fn refused(session: Session, lang: Lang) -> El {
    el("div", "refused").drawn(
        move || session.refused.get(),
        move |refused| refused.iter().map(|refused| list(session, lang, refused)).collect(),
    )
}

fn list(session: Session, lang: Lang, refused: &Refused) -> El {
    let host = el("div", "");
    let given: [JsValue; 6] = [
        "flaws".into(),
        host.node().into(),
        (&*refused.text).into(),
        refused.name.as_str().into(),
        lang.tag().into(),
        JsValue::UNDEFINED,
    ];
    // It is there: it has found the errors.
    let drawn = browser::loaded(browser::PAPERS).map(|papers| papers.call("show", &given));
    if matches!(drawn, Some(Ok(_))) {
        // Only once the list is in the document.
        leptos::task::spawn_local(async { browser::focus("flaws-title") });
    }
    el("section", "sheet refused__sheet")
        .attr("aria-labelledby", "flaws-title")
        .child(host)
        .child(button("button", t(text::DISMISS, lang), move || session.dismiss_refused()))
}
