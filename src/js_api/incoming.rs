//! Values from JavaScript, as trees. What no document holds is refused by its path.

use js_sys::{Array, Reflect, Symbol};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::refusal::Refusal;
use crate::tree::{MAX_DEPTH, Map, Tree, WrongShape};

/// Whatever `value` holds; `place` is what its path begins with.
pub(super) fn tree(value: JsValue, place: &str) -> Result<Tree, Refusal> {
    read(value, &mut Vec::new()).map_err(|flaw| {
        let flaw = if place.is_empty() { flaw } else { flaw.under(place) };
        Refusal::shape(&flaw.path, &flaw.message)
    })
}

/// The id of a preset.
pub(super) fn id(value: &JsValue) -> Result<String, Refusal> {
    value.as_string().ok_or_else(|| Refusal::shape("id", "the id of a preset is due, as a string"))
}

// Any step into a value may throw, where it is a proxy: what is thrown must not pass through.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys(value: &JsValue) -> Result<Array, JsValue>;
}

fn thrown(_: JsValue) -> WrongShape {
    WrongShape::new("looking into it throws")
}

/// Lists and objects are walked here, because serde-wasm-bindgen does not say where in them an
/// error is. `above` is what the value lies in.
fn read(value: JsValue, above: &mut Vec<JsValue>) -> Result<Tree, WrongShape> {
    let is_list = is_array(&value).map_err(thrown)?;
    if !is_list && !is_plain(&value) {
        return serde_wasm_bindgen::from_value(value).map_err(|error| {
            let message = error.to_string();
            WrongShape::new(message.strip_prefix("Error: ").unwrap_or(&message))
        });
    }
    if above.len() >= MAX_DEPTH || above.contains(&value) {
        return Err(WrongShape::new("nested too deeply, or in a circle"));
    }
    above.push(value.clone());
    let tree = match is_list {
        true => elements(&value, above).map(Tree::List),
        false => fields(&value, above).map(Tree::Fields),
    };
    above.pop();
    tree
}

fn elements(list: &JsValue, above: &mut Vec<JsValue>) -> Result<Vec<Tree>, WrongShape> {
    let length = Reflect::get(list, &"length".into()).map_err(thrown)?;
    let length = length.as_f64().map_or(0, |length| length as u32);
    let each = (0..length).map(|at| {
        let element = Reflect::get_u32(list.unchecked_ref(), at).map_err(thrown);
        element.and_then(|one| read(one, above)).map_err(|flaw| flaw.under(&format!("[{at}]")))
    });
    each.collect()
}

fn fields(object: &JsValue, above: &mut Vec<JsValue>) -> Result<Map<Tree>, WrongShape> {
    let keys = keys(object).map_err(thrown)?;
    let each = keys.iter().map(|key| {
        let name = key.as_string().unwrap_or_default();
        let value = Reflect::get(object, &key)
            .map_err(|_| WrongShape::new("its getter throws").under(&name))?;
        let value = read(value, above).map_err(|flaw| flaw.under(&name))?;
        Ok((name, value))
    });
    each.collect()
}

/// An object with fields: neither a list of some kind, nor bytes, nor a moment, nor a function.
fn is_plain(value: &JsValue) -> bool {
    value.is_object()
        && !value.is_instance_of::<js_sys::ArrayBuffer>()
        && !value.is_instance_of::<js_sys::Date>()
        && !Reflect::has(value, &Symbol::iterator()).unwrap_or(true)
}
