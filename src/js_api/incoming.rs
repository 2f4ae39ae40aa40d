//! Values from JavaScript, as trees. What no document holds is refused by its path.

use js_sys::{Array, Object, Reflect, Symbol};
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

/// Lists and objects are walked here, because serde-wasm-bindgen does not say where in them an
/// error is. `above` is what the value lies in.
fn read(value: JsValue, above: &mut Vec<JsValue>) -> Result<Tree, WrongShape> {
    let is_list = Array::is_array(&value);
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
        true => elements(value.unchecked_ref(), above).map(Tree::List),
        false => fields(value.unchecked_ref(), above).map(Tree::Fields),
    };
    above.pop();
    tree
}

fn elements(list: &Array, above: &mut Vec<JsValue>) -> Result<Vec<Tree>, WrongShape> {
    let elements = list.iter().enumerate();
    let each = elements
        .map(|(at, element)| read(element, above).map_err(|flaw| flaw.under(&format!("[{at}]"))));
    each.collect()
}

fn fields(object: &Object, above: &mut Vec<JsValue>) -> Result<Map<Tree>, WrongShape> {
    let keys = Object::keys(object);
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
