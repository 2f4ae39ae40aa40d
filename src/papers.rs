//! The second module of the page: what `jiheng::app::papers` does, by name for JavaScript.

use std::rc::Rc;

use jiheng::app::papers;
use js_sys::{Array, Function};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

fn main() {}

/// Draws the tab 指标体系, the documents of 导出, or the score sheet; says whether it could.
#[wasm_bindgen]
pub fn show(
    what: &str,
    host: &Element,
    rubric: &str,
    project: &str,
    lang: &str,
    copied: Option<Function>,
) -> bool {
    let copied = move |name: &str, worked: bool| {
        // The page's own function; it throws nothing.
        let told = copied.as_ref();
        let _ = told.map(|told| told.call2(&JsValue::NULL, &name.into(), &worked.into()));
    };
    papers::show(what, host, (rubric, project), lang, Rc::new(copied))
}

/// Takes the score sheet away.
#[wasm_bindgen(js_name = putAway)]
pub fn put_away() {
    papers::put_away();
}

/// What is wrong with the text of a rubric: the list of problems as JSON, and how many of
/// them are errors.
#[wasm_bindgen(js_name = checkRubric)]
pub fn check_rubric(rubric: &str) -> Array {
    let (problems, errors) = papers::check_rubric(rubric);
    [JsValue::from(problems), errors.into()].iter().collect()
}

/// How an indicator came to its points: lists of a title and its sentences.
#[wasm_bindgen]
pub fn derivation(rubric: &str, project: &str, lang: &str, indicator: &str) -> Array {
    let parts = papers::derivation((rubric, project), lang, indicator).unwrap_or_default();
    let part = |part: &Vec<String>| part.iter().map(JsValue::from).collect::<Array>();
    parts.iter().map(part).collect()
}

/// The scorecard in the shape of the JS contract; nothing if the texts are not what the page writes.
#[wasm_bindgen]
pub fn scorecard(rubric: &str, project: &str) -> Option<JsValue> {
    papers::scorecard(rubric, project)
}

/// What a share link carries of an assessment; nothing if it does not fit into one.
#[wasm_bindgen]
pub fn link(project: &str) -> Option<String> {
    papers::link(project)
}

/// The assessment that a share link carries, as a project file.
///
/// # Errors
/// Why it can't be read, in words.
#[wasm_bindgen]
pub fn unlink(payload: &str, lang: &str) -> Result<String, JsValue> {
    papers::unlink(payload, lang).map_err(JsValue::from)
}
