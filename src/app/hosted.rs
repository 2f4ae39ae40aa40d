//! The page inside a page of somebody else. `frame.js` speaks with the page around; here is what it
//! is told, and what is done for it.

use std::any::Any;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::browser::{self, FRAME, Module, Pause};
use super::element::follow;
use super::state::{NotTaken, Session, Theme};
use crate::words::Lang;

/// How long nothing may be typed before the page around is told, in milliseconds.
const QUIET: u32 = 120;

/// What `frame.js` calls: what is to be done, with which text, and what is told, once a rubric was
/// checked, the problems for which it is not opened. It answers with nothing, or with the code, the place
/// and the sentence of a refusal.
type Hear = Closure<dyn Fn(String, String, Function) -> JsValue>;

/// Speaks with the page around for as long as the answer is kept; outside a frame there is none.
pub fn hosted(session: Session) -> impl Any {
    browser::framed().then(|| {
        let pause = Rc::new(Pause::default());
        follow(move || {
            session.open.track();
            session.assessment.track();
            pause.begin(QUIET, Box::new(move || tell(session)));
        })
    })
}

/// Begins to listen to the page around, once the page itself is there.
pub fn begin(session: Session) {
    if browser::framed() {
        let listens = move |frame: Option<Module>| {
            let hear: Hear = Closure::new(move |what: String, text: String, checked: Function| {
                let done = hear(session, &what, &text, checked);
                done.map_or_else(|refused| refusal(&refused), |()| JsValue::UNDEFINED)
            });
            let given = [hear.as_ref().clone(), env!("CARGO_PKG_VERSION").into()];
            let _ = frame.map(|frame| frame.call("begin", &given));
            tell(session);
            session.tell_refusal();
            // It listens for as long as the page lives.
            hear.forget();
        };
        browser::module(FRAME, Box::new(listens));
    }
}

fn refusal(refused: &NotTaken) -> JsValue {
    let told: Array =
        [refused.code, &refused.path, &refused.message].map(JsValue::from).iter().collect();
    told.into()
}

fn tell(session: Session) {
    if let Some(told) = session.told() {
        browser::tell_host("told", &told);
    }
}

fn hear(session: Session, what: &str, text: &str, checked: Function) -> Result<(), NotTaken> {
    match what {
        "rubric" => session.open_hosted_rubric(
            text,
            Box::new(move |problems| {
                let problems = problems.map_or(JsValue::NULL, JsValue::from);
                // It throws nothing.
                let _ = checked.call1(&JsValue::NULL, &problems);
            }),
        ),
        "assessment" => session.open_hosted(text)?,
        "preset" => {
            session.give_up();
            session.open_offered(text);
        }
        "reset" => session.begin_anew(),
        "tell" => tell(session),
        "lang" => {
            session.lang.set_changed(Lang::parse(text).ok_or_else(|| NotTaken::choice(what))?)
        }
        "theme" => {
            session.theme.set_changed(Theme::parse(text).ok_or_else(|| NotTaken::choice(what))?)
        }
        _ => return Err(NotTaken::choice(what)),
    }
    Ok(())
}
