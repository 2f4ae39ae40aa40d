//! The third module of the page: the tabs 推演 and 核验, by name for the worker (`desk-worker.js`).

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// The tab with everything that it knows; see `jiheng::app::desk`.
#[wasm_bindgen]
#[derive(Default)]
pub struct Desk(jiheng::app::desk::Desk);

#[wasm_bindgen]
impl Desk {
    /// The tab before it is opened.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Desk {
        Desk::default()
    }

    /// The tab was opened on an assessment that is known by `key`; the page counts the openings.
    pub fn open(
        &mut self,
        rubric: &str,
        project: &str,
        lang: &str,
        tool: &str,
        key: &str,
        opening: u32,
    ) {
        self.0.open([rubric, project, lang, tool, key], opening);
    }

    /// 核验 was opened; `kept` is what the tab of the browser kept of it.
    pub fn audit(&mut self, kept: &str, lang: &str, opening: u32) {
        self.0.audit(kept, lang, opening);
    }

    /// A table was pasted on 核验: its HTML, if it has any, and its text.
    pub fn paste(&mut self, html: &str, text: &str) {
        self.0.paste(html, text);
    }

    /// A file was chosen on 核验.
    pub fn file(&mut self, name: &str, text: &str) {
        self.0.file(name, text);
    }

    /// What was to come to 核验 is so large that it was not handed over.
    #[wasm_bindgen(js_name = tooLarge)]
    pub fn too_large(&mut self, bytes: u32) {
        self.0.too_large(bytes);
    }

    /// The stored assessment is another one.
    pub fn update(&mut self, project: &str) {
        self.0.update(project);
    }

    /// Another tool is shown.
    pub fn show(&mut self, tool: &str) {
        self.0.show(tool);
    }

    /// The tab is no longer seen.
    pub fn close(&mut self) {
        self.0.close();
    }

    /// A control was typed into, chosen or pressed.
    pub fn event(&mut self, act: &str, value: &str) {
        self.0.event(act, value);
    }

    /// Does a slice of what there is to do at this time, in milliseconds of any clock; says whether
    /// there is more.
    pub fn work(&mut self, now: u32) -> bool {
        self.0.work(now)
    }

    /// What the page is to be told since it was asked last, as JSON; empty if nothing.
    pub fn told(&mut self) -> String {
        self.0.told()
    }
}
