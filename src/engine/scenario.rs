//! `Scenario` 推演方案: named changes on top of the assessment that holds them.
//!
//! ```json
//! { "name": "方案一", "changes": [
//!     { "fact": "answers", "to": "122" },
//!     { "indicator": "insured-all", "field": "actual", "to": "32012" },
//!     { "indicator": "archive", "field": "missed", "to": ["files"] },
//!     { "indicator": "quality", "field": "level" }
//! ] }
//! ```
//!
//! What a change says of an entry is kept as the tree of that one field, so that a field which
//! entries get one day is one of scenarios as well. Every change is read as an entry of that field
//! alone: a field that no entry has, or another shape, is refused by its path.

use super::assessment::{Assessment, Entry};
#[cfg(not(target_arch = "wasm32"))]
use crate::tree::shape::{self, Shapes};
use crate::tree::{Document, Map, Reader, Record, Tree, Writer, WrongShape, document};

/// Most scenarios of an assessment. Each is scored and drawn beside the others: a link of thousands
/// would hold the page of whoever opens it.
pub const MOST_SCENARIOS: usize = 100;

/// 推演方案. [`super::score()`] knows nothing of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// What it is called; no other of the assessment has this name.
    pub name: String,
    /// What it is about.
    pub note: String,
    /// What differs from the baseline; of changes of one field the last counts.
    pub changes: Vec<Change>,
}

document! { Scenario { name, note: optional, changes: default } }

/// One field that differs from the baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// One of the 项目数据.
    Fact {
        /// Which.
        id: String,
        /// What it is, as typed; none where it is taken away.
        to: Option<String>,
    },
    /// A field of an entry.
    Field {
        /// Id of the indicator; groups have entries too.
        indicator: String,
        /// The field as documents name it: one of [`Entry`]'s [`Record::FIELDS`].
        field: String,
        /// What it holds; none where it is emptied.
        to: Option<Tree>,
    },
}

impl Document for Change {
    fn read(tree: Tree, reader: &mut Reader) -> Change {
        let mut fields = reader.fields(tree);
        let change = match fields.take("fact") {
            Some(id) => {
                let id = String::read(id, fields.reader);
                Change::Fact { id, to: fields.may("to") }
            }
            None => {
                let indicator = fields.due("indicator");
                let field: String = fields.due("field");
                if !Entry::FIELDS.contains(&field.as_str()) {
                    fields.reader.flaw(&["entries have no field `", &field, "`"].concat());
                }
                let to: Option<Tree> = fields.may("to");
                if let Some(flaw) = to.as_ref().and_then(|to| flaw(&field, to)) {
                    fields.reader.flaw_within(flaw);
                }
                Change::Field { indicator, field, to }
            }
        };
        fields.done();
        change
    }

    fn write(&self, writer: &mut Writer) {
        writer.open('{');
        match self {
            Change::Fact { id, to } => {
                put(writer, "fact", Some(id));
                put(writer, "to", to.as_ref());
            }
            Change::Field { indicator, field, to } => {
                put(writer, "indicator", Some(indicator));
                put(writer, "field", Some(field));
                put(writer, "to", to.as_ref());
            }
        }
        writer.close('}');
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        shapes.named::<Change>("Change", |shapes| {
            let (due, may) = (|| shape::Presence::Due, || shape::Presence::Optional);
            let text = |_: &Change| None::<&String>;
            let mut fact = shape::Shape::of(shape::place::<Change>("::", "Fact"));
            fact.field(("id", "fact"), text, due(), shapes);
            fact.field(("to", "to"), text, may(), shapes);
            let mut field = shape::Shape::of(shape::place::<Change>("::", "Field"));
            field.field(("indicator", "indicator"), text, due(), shapes);
            field.field(("field", "field"), text, due(), shapes);
            let to = |_: &Change| None::<&Tree>;
            field.field(("to", "to"), to, shape::Presence::Optional, shapes);
            shape::any_of(vec![fact.finish(true), field.finish(true)])
        })
    }
}

fn put<T: Document>(writer: &mut Writer, name: &str, value: Option<&T>) {
    if let Some(value) = value {
        writer.name(name);
        value.write(writer);
    }
}

/// What is wrong with the value of a field, seen from the value.
fn flaw(field: &str, to: &Tree) -> Option<WrongShape> {
    let mut entry = Map::default();
    entry.insert(field.to_owned(), to.clone());
    let WrongShape { path, message } = Tree::Fields(entry).document::<Entry>().err()?;
    let within = path.strip_prefix(field).unwrap_or_default();
    Some(WrongShape { path: within.trim_start_matches('.').to_owned(), message })
}

impl Assessment {
    /// The scenario of this name.
    pub fn scenario(&self, name: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.name == name)
    }

    /// Names of scenarios tell them apart, there are not too many, and the one that is open is there.
    pub(super) fn check_scenarios(&self, reader: &mut Reader) {
        if self.scenarios.len() > MOST_SCENARIOS {
            let message = format!("more than {MOST_SCENARIOS} scenarios");
            return reader.flaw_within(WrongShape { path: "scenarios".to_owned(), message });
        }
        for (at, scenario) in self.scenarios.iter().enumerate() {
            let message = match scenario.name.trim().is_empty() {
                true => "a scenario has a name",
                false if self.scenarios[..at].iter().all(|other| other.name != scenario.name) => {
                    continue;
                }
                false => "another scenario has this name",
            };
            let path = ["scenarios[", &at.to_string(), "].name"].concat();
            reader.flaw_within(WrongShape { path, message: message.to_owned() });
        }
        if !self.trying.is_empty() && self.scenario(&self.trying).is_none() {
            let message = "no scenario has this name".to_owned();
            reader.flaw_within(WrongShape { path: "trying".to_owned(), message });
        }
    }
}
