//! The modules that are fetched when they are first asked for.

use std::cell::RefCell;

use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static LOADED: RefCell<Vec<(&'static str, Module)>> = const { RefCell::new(Vec::new()) };
}

/// What is read and printed: `src/papers.rs`.
pub const PAPERS: &str = "papers";
/// The tab 推演: `desk.js`.
pub const DESK: &str = "desk";

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
    match loaded(name) {
        Some(module) => then(Some(module)),
        None => leptos::task::spawn_local(async move {
            let module = fetched(name).await;
            if let Some(module) = &module {
                LOADED.with_borrow_mut(|all| all.push((name, module.clone())));
            }
            then(module);
        }),
    }
}

/// A module if it is there already.
pub fn loaded(name: &str) -> Option<Module> {
    let of = |all: &Vec<(&str, Module)>| {
        all.iter().find(|(known, _)| *known == name).map(|(_, module)| module.clone())
    };
    LOADED.with_borrow(of)
}

/// start.js knows where the modules are, and fetches each once.
async fn fetched(name: &str) -> Option<Module> {
    let page = JsValue::from(web_sys::window()?);
    let load = Reflect::get(&page, &"jihengModule".into()).ok()?;
    let coming = load.dyn_into::<Function>().ok()?.call1(&JsValue::NULL, &name.into()).ok()?;
    let module = JsFuture::from(coming.dyn_into::<Promise>().ok()?).await.ok()?;
    Some(Module(module))
}
