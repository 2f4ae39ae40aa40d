//! What the second module is handed and asked. It knows nothing of the page but these texts.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::{Notice, Route, Session, Tone, editions};
use crate::app::browser::{self, Module};
use crate::words::table::page as text;

impl Session {
    /// The rubric of the open assessment, as the second module reads it.
    pub fn rubric_text(&self) -> JsValue {
        self.rubric.track();
        let text = match self.own_rubric() {
            Some(own) => Some(own.json()),
            None => self.assessment.with_untracked(|open| editions::text(&open.rubric)),
        };
        text.unwrap_or_default().into()
    }

    /// What is stored of the open assessment as a project file, followed. Documents are made of it:
    /// its facts and entries are the baseline's, whatever scenario is open.
    pub fn project_text(&self) -> String {
        self.assessment.track();
        self.with_stored(|stored| self.project_file(stored))
    }

    /// The share link that carries a payload.
    pub fn address_of(&self, payload: String) -> String {
        format!("{}{}", browser::page_address(), Route::Open(payload).hash())
    }

    /// Asks how an indicator came to its points: titles, each with its sentences.
    pub fn ask_for_derivation(&self, indicator: &str, then: Box<dyn Fn(Vec<Vec<String>>)>) {
        // As it is shown, with the changes of the open scenario.
        let project = self.assessment.with_untracked(|shown| self.project_file(shown));
        let lang = self.lang.get_untracked().tag();
        let given = [self.rubric_text(), project.into(), lang.into(), indicator.into()];
        self.with_papers(Box::new(move |papers| {
            if let Ok(told) = papers.call("derivation", &given) {
                then(Array::from(&told).iter().map(|part| texts(&part)).collect());
            }
        }));
    }

    /// Does something with the second module; a notice says so where it can't be fetched.
    pub fn with_papers(&self, act: Box<dyn FnOnce(&Module)>) {
        let session = *self;
        browser::module(
            browser::PAPERS,
            Box::new(move |papers| match papers {
                Some(papers) => {
                    session.dismiss_text(text::NOT_FETCHED);
                    act(&papers);
                }
                None => session.notify(Notice::new(Tone::Error, text::NOT_FETCHED)),
            }),
        );
    }
}

fn texts(list: &JsValue) -> Vec<String> {
    Array::from(list).iter().filter_map(|text| text.as_string()).collect()
}
