//! The frame that the page may stand in, and what its address asks for.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

use super::modules::{FRAME, loaded};

/// Whether the page stands in a frame of another page.
pub fn framed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    // A parent of another origin can be told apart, and nothing else.
    window.parent().ok().flatten().is_some_and(|parent| parent != window)
}

/// What the address asks for by a name: `?preset=fukang`. None where that is empty.
pub fn asked(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    let asked = UrlSearchParams::new_with_str(&search).ok()?.get(name)?;
    Some(asked).filter(|asked| !asked.is_empty())
}

/// Calls a function of `frame.js`, where the page stands in a frame.
pub fn tell_host(what: &str, given: &[JsValue]) {
    if let Some(frame) = loaded(FRAME) {
        // It throws nothing.
        let _ = frame.call(what, given);
    }
}

/// Whether the address asks for something to be opened, or leaves that to the page around.
pub fn asks() -> bool {
    asked("preset").is_some() || asked("rubric").is_some() || awaits_host()
}

/// Whether the page around is to say what is opened: an embedded page whose address names no form.
pub fn awaits_host() -> bool {
    let mode = asked("embed").filter(|_| framed());
    mode.is_some_and(|mode| mode != "full")
        && asked("preset").is_none()
        && asked("rubric").is_none()
}

/// What the keys of the tab's storage end with: frames of one tab share it. start.js reads by it too.
pub(super) fn own_keys() -> String {
    let window = web_sys::window();
    let named = window.and_then(|window| Reflect::get(&window, &"jihengFrame".into()).ok());
    named.and_then(|name| name.as_string()).unwrap_or_default()
}
