//! Documents and the tree of plain values through which every one of them comes in.
//!
//! Files, links, presets and callers from JavaScript are all read by the same rules: no list where
//! fields are due, no field twice, no field that nobody knows, no number but a whole one where a
//! count is due. A figure that arrives as a number has already lost digits; it is refused by its
//! path. A field that is null is one that is not there.
//!
//! A type becomes a [`Document`] by one list of its fields, with `document!`:
//!
//! ```text
//! document! { Band { id, label, points: optional } }
//! ```
//!
//! Derived serde would do, at four times the code to download: it makes a visitor of every type for
//! every format, where one tree and a call per field are enough.

mod from_serde;
mod json;
mod macros;
mod map;
mod names;
mod read;
#[cfg(not(target_arch = "wasm32"))]
pub mod shape;
#[cfg(test)]
pub(crate) mod tests;
mod values;
mod write;

use std::fmt;

pub use json::{NotJson, parse};
pub(crate) use macros::document;
pub use map::Map;
pub(crate) use names::{cased, cased_length, text};
pub use read::{Fields, List, Reader};
pub use write::Writer;

/// Most levels of lists and fields. Documents have ten; a JavaScript object may hold itself.
pub const MAX_DEPTH: usize = 200;

/// Any JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// null, or undefined.
    Null,
    /// true or false.
    Bool(bool),
    /// A number that may be a version or a count.
    Whole(u64),
    /// Any other number; which one does not matter.
    Number,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Fields.
    Fields(Map<Tree>),
}

/// What has a shape outside: in files and links, in the TOML of presets, for callers.
///
/// `document!` makes both ways from one list, and the shape for editors, so that they cannot drift
/// apart.
pub trait Document: Sized {
    /// The document that `tree` is. Where it is none, `reader` keeps the flaws and what is answered
    /// is a blank that nobody gets to see.
    fn read(tree: Tree, reader: &mut Reader) -> Self;

    /// Writes it where `writer` stands.
    fn write(&self, writer: &mut Writer);

    /// Whether it says nothing, so that an optional field that holds it is left out.
    fn is_blank(&self) -> bool {
        false
    }

    /// What it may look like.
    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut shape::Shapes) -> Tree;
}

/// A document of named fields, which may also stand among those of another: a rule beside its kind.
pub trait Record: Sized {
    /// The names of its fields, as documents have them.
    const FIELDS: &'static [&'static str];

    /// Takes what belongs to it.
    fn take(fields: &mut Fields<'_>) -> Self;

    /// Writes its fields, without the braces.
    fn put(&self, writer: &mut Writer);

    /// What its fields may look like.
    #[cfg(not(target_arch = "wasm32"))]
    fn fields_shape(shapes: &mut shape::Shapes) -> shape::Shape;
}

impl Tree {
    /// The document that this is.
    ///
    /// # Errors
    /// The first value that is not what is due in its place.
    pub fn document<T: Document>(self) -> Result<T, WrongShape> {
        self.examined().map_err(|flaws| {
            flaws.into_iter().next().unwrap_or_else(|| WrongShape::new("is not read"))
        })
    }

    /// The same, or all that is wrong with it.
    ///
    /// # Errors
    /// Every value that is not what is due in its place, at least one.
    pub fn examined<T: Document>(self) -> Result<T, Vec<WrongShape>> {
        let mut reader = Reader::default();
        let read = T::read(self, &mut reader);
        let flaws = reader.finish();
        if flaws.is_empty() { Ok(read) } else { Err(flaws) }
    }
}

/// The JSON text of a document.
pub fn json(document: &impl Document) -> String {
    let mut writer = Writer::default();
    document.write(&mut writer);
    writer.finish()
}

/// Where a value is not what is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongShape {
    /// `assessment.entries.insured.actual`; empty for the whole.
    pub path: String,
    /// What is there and what is due, in English.
    pub message: String,
}

impl WrongShape {
    /// A flaw of the whole.
    pub fn new(message: &str) -> WrongShape {
        WrongShape { path: String::new(), message: message.to_owned() }
    }

    /// The same flaw, seen from one step further up: `step` is a field, or `[0]` for an element.
    pub fn under(mut self, step: &str) -> WrongShape {
        let joint = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = [step, joint, &self.path].concat();
        self
    }
}

impl fmt::Display for WrongShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        f.write_str(": ")?;
        f.write_str(&self.message)
    }
}

impl std::error::Error for WrongShape {}
