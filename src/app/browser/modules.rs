//! What is fetched when it is first asked for: modules, and the files of the forms.

use std::cell::RefCell;

use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static LOADED: RefCell<Vec<(String, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// What is read and printed: `src/papers.rs`.
pub const PAPERS: &str = "papers";
/// The tab 推演: `desk.js`.
pub const DESK: &str = "desk";

/// What speaks to the page around a frame: `frame.js`.
pub const FRAME: &str = "frame";

/// A module: its functions by name.
#[derive(Clone)]
pub struct Module(JsValue);

impl Module {
    /// What one of its functions answers.
    ///
    /// # Errors
    /// What it throws.
    pub fn call(&self, name: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
        let given: Array = given.iter().collect();
        let function = Reflect::get(&self.0, &name.into())?;
        function.unchecked_into::<Function>().apply(&JsValue::NULL, &given)
    }
}

/// Calls back with a module: at once if it is there, else when it has come; with none if it could
/// not be fetched.
pub fn module(name: &'static str, then: Box<dyn FnOnce(Option<Module>)>) {
    fetch(vec![name.to_owned()], Box::new(move |_| then(loaded(name))));
}

/// A module if it is there already.
pub fn loaded(name: &str) -> Option<Module> {
    part(name).map(Module)
}

/// A module, or the text of a file, if it is there already.
pub fn part(name: &str) -> Option<JsValue> {
    let of = |all: &Vec<(String, JsValue)>| {
        all.iter().find(|(known, _)| known == name).map(|(_, part)| part.clone())
    };
    LOADED.with_borrow(of)
}

/// Calls back, at once if they are there, when modules and files have come, or could not be fetched;
/// says whether they are there.
pub fn fetch(names: Vec<String>, then: Box<dyn FnOnce(bool)>) {
    if names.iter().all(|name| part(name).is_some()) {
        return then(true);
    }
    leptos::task::spawn_local(async move {
        // All at once, before the first is waited for.
        let coming: Vec<Option<Promise>> = names.iter().map(|name| asked(name)).collect();
        let mut all = true;
        for (name, coming) in names.into_iter().zip(coming) {
            let come = match coming {
                Some(coming) => JsFuture::from(coming).await.ok(),
                None => None,
            };
            all &= come.is_some();
            if let Some(come) = come.filter(|_| part(&name).is_none()) {
                LOADED.with_borrow_mut(|all| all.push((name, come)));
            }
        }
        then(all);
    });
}

/// What the portal set, as JSON: start.js has it before the page starts. None where nothing is set.
pub fn settings() -> Option<String> {
    let page = JsValue::from(web_sys::window()?);
    Reflect::get(&page, &"jihengSettings".into()).ok()?.as_string()
}

/// start.js knows where everything is, and fetches each once.
fn asked(name: &str) -> Option<Promise> {
    let page = JsValue::from(web_sys::window()?);
    let load = Reflect::get(&page, &"jihengPart".into()).ok()?;
    load.dyn_into::<Function>().ok()?.call1(&JsValue::NULL, &name.into()).ok()?.dyn_into().ok()
}
