//! The JS API for portals: `version presets preset example validateRubric score whatIf audit`.
//!
//! Values come in as plain objects and are read like files, so a wrong type or an unknown field is
//! refused by its path. Results have types of their own in [`crate::contract`], every figure a decimal
//! string; `types.d.ts` describes both. Nothing is computed here: it is the page's own way to a
//! score.

mod audit;
mod incoming;
mod refusal;
mod what_if;

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::audit::PublishedTable;
use crate::contract;
use crate::engine::{
    Assessment, Code, Problem, Rubric, Scorecard, VERSION, score as score_by, validate,
};
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
    let case = Case::take(&mut fields)?;
    nothing_else(&fields, "`rubric` or `assessment`")?;
    object(&contract::Card::of(&case.rubric, &case.scorecard()))
}

/// What would change the score of `{ rubric, assessment, ask }`.
///
/// # Errors
/// As of [`score`]; `unknown-input` for an input that the assessment does not have,
/// `invalid-rubric` for a rubric with errors, `too-many` where there is too much to search.
#[wasm_bindgen(js_name = whatIf, skip_typescript)]
pub fn what_if(input: JsValue) -> Result<JsValue, JsValue> {
    let mut fields = fields(tree(input, "")?)?;
    let case = Case::take(&mut fields)?;
    let ask: what_if::Ask = document(take(&mut fields, "ask")?, "ask")?;
    nothing_else(&fields, "`rubric`, `assessment` or `ask`")?;
    object(&what_if::answer(&case, ask)?)
}

/// What contradicts what in published tables: `{ tables }`.
///
/// # Errors
/// `wrong-shape` with its path; `too-many` where there are more rows than are audited.
#[wasm_bindgen(js_name = audit, skip_typescript)]
pub fn audit_tables(input: JsValue) -> Result<JsValue, JsValue> {
    let mut fields = fields(tree(input, "")?)?;
    let tables: Vec<PublishedTable> = document(take(&mut fields, "tables")?, "tables")?;
    nothing_else(&fields, "`tables`")?;
    object(&audit::answer(&tables)?)
}

/// A form filled in.
struct Case {
    rubric: Rubric,
    /// The hash of the preset that the form is.
    hash: Option<&'static str>,
    typed: Assessment,
    /// The same with plain figures: what the engine takes.
    plain: Assessment,
}

impl Case {
    fn take(from: &mut Map<Tree>) -> Result<Case, Refusal> {
        let (rubric, hash) = rubric(take(from, "rubric")?)?;
        let typed: Assessment = document(take(from, "assessment")?, "assessment")?;
        if typed.version != VERSION {
            return Err(Refusal::version(typed.version));
        }
        let plain = plain(&rubric, &typed);
        Ok(Case { rubric, hash, typed, plain })
    }

    fn scorecard(&self) -> Scorecard {
        let mut scorecard = score_by(&self.rubric, &self.plain);
        if let Some(problem) = other_content(&self.typed, self.hash) {
            scorecard.problems.insert(0, problem);
        }
        scorecard
    }
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
        _ => Err(Refusal::shape("", "an object is due")),
    }
}

fn nothing_else(fields: &Map<Tree>, known: &str) -> Result<(), Refusal> {
    fields.keys().next().map_or(Ok(()), |name| Err(Refusal::unknown_field(name, known)))
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

fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    contract::object(value).map_err(|error| Refusal::shape("", &error.to_string()).into())
}
