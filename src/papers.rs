//! The second module of the page: what `jiheng::app::papers` does, by name for JavaScript.

use jiheng::app::papers;
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

fn main() {}

/// Draws the tab 指标体系, the documents of 导出, or the score sheet.
#[wasm_bindgen]
pub fn show(
    what: &str,
    host: &Element,
    rubric: &str,
    project: &str,
    lang: &str,
    copied: Option<Function>,
) {
    let copied = move |name: &str, worked: bool| {
        // The page's own function; it throws nothing.
        let told = copied.as_ref();
        let _ = told.map(|told| told.call2(&JsValue::NULL, &name.into(), &worked.into()));
    };
    papers::show(what, host, (rubric, project), lang, Box::new(copied));
}

/// Takes the score sheet away.
#[wasm_bindgen(js_name = putAway)]
pub fn put_away() {
    papers::put_away();
}

/// What a share link carries of an assessment; nothing if it does not fit into one.
#[wasm_bindgen]
pub fn link(project: &str) -> Option<String> {
    papers::link(project)
}
