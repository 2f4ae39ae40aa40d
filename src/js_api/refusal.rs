//! What is thrown: `{ code, path, message }`.

use serde::Serialize;
use wasm_bindgen::prelude::JsValue;

/// Why an input is not taken. `message` is English and for developers.
#[derive(Debug, Serialize)]
pub(super) struct Refusal {
    code: &'static str,
    path: String,
    message: String,
}

impl Refusal {
    /// A value that is not what is due at `path`.
    pub fn shape(path: &str, message: &str) -> Refusal {
        Refusal { code: "wrong-shape", path: path.to_owned(), message: message.to_owned() }
    }

    /// A field that the input does not have; `known` are those that it has.
    pub fn unknown_field(name: &str, known: &str) -> Refusal {
        Refusal::shape(name, &["unknown field, expected ", known].concat())
    }

    /// An input, or something to change, that this assessment does not have.
    pub fn unknown_input(path: &str, message: String) -> Refusal {
        Refusal { code: "unknown-input", path: path.to_owned(), message }
    }

    /// A rubric of which nothing can be said but that it is wrong.
    pub fn invalid_rubric(message: String) -> Refusal {
        Refusal { code: "invalid-rubric", path: "rubric".to_owned(), message }
    }

    /// More than is looked through at `path`.
    pub fn too_many(path: &str, message: String) -> Refusal {
        Refusal { code: "too-many", path: path.to_owned(), message }
    }

    /// A preset that does not exist.
    pub fn unknown_preset(path: &str, id: &str) -> Refusal {
        let known: Vec<&str> = crate::presets::LIST.iter().map(|preset| preset.id).collect();
        let message = format!("no preset \"{id}\"; there are {}", known.join(", "));
        Refusal { code: "unknown-preset", path: path.to_owned(), message }
    }

    /// An assessment of another version of the shape.
    pub fn version(found: u32) -> Refusal {
        let message = format!("version {found}, expected {}", crate::engine::VERSION);
        Refusal { code: "other-version", path: "assessment.version".to_owned(), message }
    }
}

impl From<Refusal> for JsValue {
    fn from(refusal: Refusal) -> JsValue {
        let plain = serde_wasm_bindgen::Serializer::json_compatible();
        refusal.serialize(&plain).unwrap_or_else(|_| JsValue::from_str(&refusal.message))
    }
}
