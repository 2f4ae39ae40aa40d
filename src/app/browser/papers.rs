//! The second wasm module of the page, fetched when it is first asked for.

use std::cell::RefCell;

use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    static LOADED: RefCell<Option<Papers>> = const { RefCell::new(None) };
}

/// The second module: its functions by name.
#[derive(Clone)]
pub struct Papers(JsValue);

impl Papers {
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

/// Calls back with the second module: at once if it is there, else when it has come; with none if
/// it could not be fetched.
pub fn papers(then: Box<dyn FnOnce(Option<Papers>)>) {
    match LOADED.with_borrow(Clone::clone) {
        Some(papers) => then(Some(papers)),
        None => leptos::task::spawn_local(async move {
            let papers = fetched().await;
            LOADED.set(papers.clone());
            then(papers);
        }),
    }
}

/// start.js knows where the module is, and fetches it once.
async fn fetched() -> Option<Papers> {
    let page = JsValue::from(web_sys::window()?);
    let load = Reflect::get(&page, &"jihengPapers".into()).ok()?;
    let coming = load.dyn_into::<Function>().ok()?.call0(&JsValue::NULL).ok()?;
    let module = JsFuture::from(coming.dyn_into::<Promise>().ok()?).await.ok()?;
    Some(Papers(module))
}
