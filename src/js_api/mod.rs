//! The JS API for portals: `version presets preset example validateRubric score`.
//!
//! Values come in as plain objects and are read like files, so a wrong type or an unknown field is
//! refused by its path. Results have types of their own in [`contract`], every figure a decimal
//! string; `types.d.ts` describes both. Nothing is computed here: it is the page's own way to a
//! score.

mod contract;
mod incoming;
mod refusal;
mod step;

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::engine::{Assessment, Code, Problem, Rubric, VERSION, score as score_by, validate};
use crate::exchange::typed::plain;
use crate::presets as forms;
use crate::tree::{self, Document, Map, Tree};
use incoming::tree;
use refusal::Refusal;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = include_str!("types.d.ts");

/// The version of the module.
#[wasm_bindgen(skip_typescript)]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The forms that come with the module.
///
/// # Errors
/// None in practice: the list is plain data.
#[wasm_bindgen(skip_typescript)]
pub fn presets() -> Result<JsValue, JsValue> {
    let listed: Vec<_> = forms::LIST.iter().map(contract::Listed::of).collect();
    object(&listed)
}

/// The rubric of a preset.
///
/// # Errors
/// `unknown-preset`, or `wrong-shape` if the id is no string.
#[wasm_bindgen(skip_typescript)]
pub fn preset(id: &JsValue) -> Result<JsValue, JsValue> {
    let id = incoming::id(id)?;
    outgoing(&forms::rubric(&id).ok_or_else(|| Refusal::unknown_preset("id", &id))?)
}

/// The published case of a preset.
///
/// # Errors
/// `unknown-preset`, or `wrong-shape` if the id is no string.
#[wasm_bindgen(skip_typescript)]
pub fn example(id: &JsValue) -> Result<JsValue, JsValue> {
    let id = incoming::id(id)?;
    outgoing(&forms::example(&id).ok_or_else(|| Refusal::unknown_preset("id", &id))?)
}

/// Every problem of a rubric.
///
/// # Errors
/// `wrong-shape` with the path of the first value that is not what is due.
#[wasm_bindgen(js_name = validateRubric, skip_typescript)]
pub fn validate_rubric(rubric: JsValue) -> Result<JsValue, JsValue> {
    let rubric: Rubric = document(tree(rubric, "rubric")?, "rubric")?;
    let problems = validate(&rubric);
    let told: Vec<_> =
        problems.iter().map(|problem| contract::Told::of(&rubric, problem)).collect();
    object(&told)
}

/// The scorecard of `{ rubric, assessment }`.
///
/// # Errors
/// `wrong-shape` with its path, `unknown-preset`, or `other-version`.
#[wasm_bindgen(skip_typescript)]
pub fn score(input: JsValue) -> Result<JsValue, JsValue> {
    let mut fields = fields(tree(input, "")?)?;
    let (rubric, hash) = rubric(take(&mut fields, "rubric")?)?;
    let assessment: Assessment = document(take(&mut fields, "assessment")?, "assessment")?;
    if let Some(name) = fields.keys().next() {
        return Err(Refusal::unknown_field(name).into());
    }
    if assessment.version != VERSION {
        return Err(Refusal::version(assessment.version).into());
    }
    let mut scorecard = score_by(&rubric, &plain(&rubric, &assessment));
    if let Some(problem) = other_content(&assessment, hash) {
        scorecard.problems.insert(0, problem);
    }
    object(&contract::Card::of(&rubric, &scorecard))
}

/// A note that the assessment is pinned to another content of the preset than the one at hand.
fn other_content(assessment: &Assessment, hash: Option<&str>) -> Option<Problem> {
    let pinned = &assessment.rubric.hash;
    let used = hash.filter(|used| !pinned.is_empty() && pinned != used)?;
    Some(Problem::new(Code::RubricMismatch).with("pinned", pinned).with("used", used))
}

/// A preset by its id, with its hash, or a rubric as it is.
fn rubric(given: Tree) -> Result<(Rubric, Option<&'static str>), Refusal> {
    match given {
        Tree::Text(id) => match forms::rubric(&id) {
            Some(rubric) => Ok((rubric, forms::hash(&id))),
            None => Err(Refusal::unknown_preset("rubric", &id)),
        },
        other => Ok((document(other, "rubric")?, None)),
    }
}

fn fields(input: Tree) -> Result<Map<Tree>, Refusal> {
    match input {
        Tree::Fields(fields) => Ok(fields),
        _ => Err(Refusal::shape("", "an object with rubric and assessment is due")),
    }
}

fn take(fields: &mut Map<Tree>, name: &str) -> Result<Tree, Refusal> {
    fields.remove(name).ok_or_else(|| Refusal::shape(name, "is missing"))
}

fn document<T: Document>(tree: Tree, place: &str) -> Result<T, Refusal> {
    tree.document().map_err(|flaw| {
        let flaw = flaw.under(place);
        Refusal::shape(&flaw.path, &flaw.message)
    })
}

/// A document as a plain object. The browser reads the JSON: that needs no code of ours.
fn outgoing(document: &impl Document) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(&tree::json(document))
}

/// A plain object, never a `Map`.
fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&plain).map_err(|error| Refusal::shape("", &error.to_string()).into())
}
