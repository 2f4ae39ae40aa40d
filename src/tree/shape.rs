//! Shapes: what a document may look like, as a JSON Schema (draft 2020-12), from the same list of
//! fields that reads and writes it. For editors and for the tests: no module that a browser
//! fetches has it.
//!
//! Each place bears a `$comment` with its name in the source (`rubric::Rubric.full_score`), by which
//! whoever publishes the schema finds what the source says of it.

use super::{Document, Map, Record, Tree, json, parse};

/// The shapes of types that go by a name, while they are collected.
#[derive(Debug, Default)]
pub struct Shapes {
    defs: Map<Tree>,
    /// Full names of the types, by the name that each goes by.
    known: Map<&'static str>,
}

impl Shapes {
    /// The schema of a document of shape `root`, all types that were named under `$defs`.
    pub fn finish(self, root: Tree) -> Tree {
        let dialect = "https://json-schema.org/draft/2020-12/schema".to_owned();
        let root = with(root, "$schema", Tree::Text(dialect));
        with(root, "$defs", Tree::Fields(self.defs))
    }

    /// A reference to the shape of a type; `make` says it where it is not known yet.
    pub fn named<T>(&mut self, name: &str, make: impl FnOnce(&mut Shapes) -> Tree) -> Tree {
        let full = std::any::type_name::<T>();
        // Two types of one name in different files: the second goes by its full name.
        let taken = self.known.get(name).is_some_and(|known| *known != full);
        let name = if taken { full.replace("::", ".") } else { name.to_owned() };
        let to = fields([("$ref", Tree::Text(["#/$defs/", &name].concat()))]);
        if self.known.get(&name).is_none() {
            // Known before it is made: a group has children of its own kind.
            self.known.insert(name.clone(), full);
            let made = make(self);
            self.defs.insert(name, made);
        }
        to
    }
}

/// The shape of a record, while its fields are collected.
#[derive(Debug)]
pub struct Shape {
    owner: String,
    properties: Map<Tree>,
    required: Vec<Tree>,
}

impl Shape {
    /// Without a field yet; `owner` is the type's name in the source, as of [`place`].
    pub fn of(owner: String) -> Shape {
        Shape { owner, properties: Map::default(), required: Vec::new() }
    }

    /// With a field: its name in the source and in documents. `get` only tells its type.
    pub fn field<O, T: Document>(
        &mut self,
        (source, name): (&str, &str),
        _get: fn(&O) -> Option<&T>,
        presence: Presence<T>,
        shapes: &mut Shapes,
    ) {
        let comment = [&self.owner, ".", source].concat();
        let mut shape = with(T::shape(shapes), "$comment", Tree::Text(comment));
        match presence {
            Presence::Due => self.required.push(Tree::Text(name.to_owned())),
            Presence::Optional => {}
            Presence::Default(value) => {
                shape = with(shape, "default", parse(&json(&value)).unwrap_or(Tree::Null));
            }
        }
        self.properties.insert(name.to_owned(), shape);
    }

    /// The object with these fields and, if it is `closed`, no others.
    pub fn finish(self, closed: bool) -> Tree {
        let mut shape = fields([
            ("type", Tree::Text("object".to_owned())),
            ("$comment", Tree::Text(self.owner)),
            ("properties", Tree::Fields(self.properties)),
        ]);
        if closed {
            shape = with(shape, "additionalProperties", Tree::Bool(false));
        }
        if !self.required.is_empty() {
            shape = with(shape, "required", Tree::List(self.required));
        }
        shape
    }

    /// The object of a kind: these fields, and the one that says which kind it is.
    pub fn tagged(mut self, tag: &str, name: &str, source: &str) -> Tree {
        let is = constant(name, source);
        self.properties.insert(tag.to_owned(), is);
        self.required.insert(0, Tree::Text(tag.to_owned()));
        source.clone_into(&mut self.owner);
        self.finish(true)
    }
}

/// A type or a part of it by its name in the source, with the module that it is in: `rule::Rule` and,
/// with `::` and `Levels`, `rule::Rule::Levels`.
pub fn place<T>(joint: &str, part: &str) -> String {
    let full = std::any::type_name::<T>();
    let from = full.rmatch_indices("::").nth(1).map_or(0, |(at, joint)| at + joint.len());
    [&full[from..], joint, part].concat()
}

/// Whether a field has to be there.
#[derive(Debug)]
pub enum Presence<T> {
    /// It has to.
    Due,
    /// It may be absent.
    Optional,
    /// It may be absent and is then this.
    Default(T),
}

/// The fields of a record that one kind holds. `get` only tells its type.
pub fn record_of<O, R: Record>(_get: fn(&O) -> Option<&R>, shapes: &mut Shapes) -> Shape {
    R::fields_shape(shapes)
}

/// One of these.
pub fn any_of(shapes: Vec<Tree>) -> Tree {
    fields([("oneOf", Tree::List(shapes))])
}

/// Exactly this text.
pub fn constant(text: &str, source: &str) -> Tree {
    let of = |text: &str| Tree::Text(text.to_owned());
    fields([("const", of(text)), ("$comment", of(source))])
}

/// A type of JSON.
pub fn plain(name: &str) -> Tree {
    fields([("type", Tree::Text(name.to_owned()))])
}

/// A text that this pattern finds.
pub fn pattern(pattern: &str, comment: &str) -> Tree {
    let shape = with(plain("string"), "pattern", Tree::Text(pattern.to_owned()));
    with(shape, "$comment", Tree::Text(comment.to_owned()))
}

/// Fields by their names.
pub fn fields<const N: usize>(all: [(&str, Tree); N]) -> Tree {
    Tree::Fields(all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The same with one more field.
pub fn with(shape: Tree, name: &str, value: Tree) -> Tree {
    match shape {
        Tree::Fields(mut fields) => {
            fields.insert(name.to_owned(), value);
            Tree::Fields(fields)
        }
        other => other,
    }
}
