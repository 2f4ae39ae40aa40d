//! The score sheet on paper: made when printing from the scoring tab begins, gone when it ends, so
//! that it costs nothing while entering.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::beam::Beam;
use super::tables::document_parts;
use crate::app::browser::{on_window, set_root};
use crate::app::charts::beam::Size;
use crate::app::documents::{Context, figures, paper};
use crate::app::state::{Route, Session};
use crate::words::t;
use crate::words::table::documents as text;

/// Prepares for printing, by the button or by the browser's own command alike.
pub fn listen(session: Session) {
    let shown: Rc<RefCell<Option<Box<dyn Any>>>> = Rc::default();
    let begun = Rc::clone(&shown);
    on_window(
        "beforeprint",
        Box::new(move |_| {
            if session.route.get_untracked() != Route::Score {
                return;
            }
            let body = web_sys::window().and_then(|window| window.document()?.body());
            if let Some(body) = body {
                // Mounted at once, not in the next tick: the browser lays out as soon as this returns.
                let handle = mount_to(body, move || {
                    provide_context(session);
                    sheet(session)
                });
                *begun.borrow_mut() = Some(Box::new(handle));
                set_root("data-paper", "on");
            }
        }),
    );
    on_window(
        "afterprint",
        Box::new(move |_| {
            shown.borrow_mut().take();
            set_root("data-paper", "");
        }),
    );
}

fn sheet(session: Session) -> AnyView {
    let lang = session.lang.get_untracked();
    let rubric = session.rubric.get_untracked();
    let scorecard = session.scorecard.get_untracked();
    let (document, standing) = session.assessment.with_untracked(|assessment| {
        let ctx = Context::new(&rubric, assessment, &scorecard, lang);
        (paper(&ctx), figures::total_sentence(&rubric, &scorecard, lang))
    });
    let lines = [text::SIGN_ASSESSOR, text::SIGN_HEAD, text::SIGN_UNIT, text::SIGN_DATE];
    let lines = lines.map(|key| view! { <p class="paper__line">{t(key, lang)}</p> }.into_any());
    view! {
        <section class="paper" class:paper--wide=document.wide lang=lang.tag()>
            <h1 class="paper__title">{document.title.clone()}</h1>
            {document_parts(&document, lang, false)}
            <div class="paper__foot">
                <div class="paper__standing">
                    <p>{standing}</p>
                    <Beam size=Size::Full />
                </div>
                <div class="paper__lines">{lines.into_iter().collect::<Vec<_>>()}</div>
            </div>
        </section>
    }
    .into_any()
}
