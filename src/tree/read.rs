//! Reading: a tree becomes a document, and the first flaw is kept with its path.
//!
//! No `Result` for every field: after a flaw reading goes on with blanks, to the end and for
//! nothing. That keeps what is compiled for each type to a call per field.

use std::{mem, vec};

use super::{Document, Map, Tree, WrongShape};

/// Where reading has come to, and the first flaw.
#[derive(Debug, Default)]
pub struct Reader {
    path: String,
    flaw: Option<WrongShape>,
}

impl Reader {
    /// Nothing, if all was what was due.
    pub(super) fn finish(self) -> Result<(), WrongShape> {
        self.flaw.map_or(Ok(()), Err)
    }

    /// Keeps a flaw of the value that is being read; only the first counts.
    pub fn flaw(&mut self, message: &str) {
        if self.flaw.is_none() {
            self.flaw = Some(WrongShape { path: self.path.clone(), message: message.to_owned() });
        }
    }

    /// Keeps a flaw of something in the value that is being read, or that was read last.
    pub fn flaw_within(&mut self, flaw: WrongShape) {
        if self.flaw.is_none() {
            let whole = self.path.is_empty();
            self.flaw = Some(if whole { flaw } else { flaw.under(&self.path) });
        }
    }

    /// Keeps that `found` is not what is due.
    pub fn refuse(&mut self, found: &Tree, due: &str) {
        let (before, text, after) = match found {
            Tree::Null => ("nothing", "", ""),
            Tree::Bool(true) => ("true", "", ""),
            Tree::Bool(false) => ("false", "", ""),
            Tree::Whole(_) | Tree::Number => ("a number", "", ""),
            Tree::Text(text) => ("string \"", text.as_str(), "\""),
            Tree::List(_) => ("a list", "", ""),
            Tree::Fields(_) => ("an object", "", ""),
        };
        self.flaw(&[before, text, after, ", expected ", due].concat());
    }

    /// A text; `due` says which.
    pub fn text(&mut self, tree: Tree, due: &str) -> String {
        match tree {
            Tree::Text(text) => text,
            other => {
                self.refuse(&other, due);
                String::new()
            }
        }
    }

    /// A whole number.
    pub fn whole(&mut self, tree: &Tree) -> u64 {
        match tree {
            Tree::Whole(number) => *number,
            other => {
                self.refuse(other, "a whole number");
                0
            }
        }
    }

    /// The position of a text among `names`.
    pub fn choice(&mut self, tree: Tree, names: &[&str]) -> usize {
        let text = self.text(tree, "a string");
        names.iter().position(|name| *name == text).unwrap_or_else(|| {
            self.flaw(&["unknown variant `", &text, "`, expected ", &one_of(names)].concat());
            0
        })
    }

    /// The elements of a list.
    pub fn list(&mut self, tree: Tree) -> List<'_> {
        let list = match tree {
            Tree::List(list) => list,
            other => {
                self.refuse(&other, "a list");
                Vec::new()
            }
        };
        List { base: self.path.len(), reader: self, rest: list.into_iter(), next: 0 }
    }

    /// Fields with the names that a document gives them.
    pub fn fields(&mut self, tree: Tree) -> Fields<'_> {
        let rest = self.object(tree);
        Fields { base: self.path.len(), reader: self, rest, known: Vec::new(), missing: false }
    }

    /// Fields with names that are data.
    pub(super) fn entries(&mut self, tree: Tree) -> Entries<'_> {
        let rest = self.object(tree).into_iter();
        Entries { base: self.path.len(), reader: self, rest }
    }

    fn object(&mut self, tree: Tree) -> Map<Tree> {
        match tree {
            Tree::Fields(fields) => fields,
            other => {
                self.refuse(&other, "an object");
                Map::default()
            }
        }
    }

    /// Goes to a field of what lies at the first `base` bytes of the path.
    fn enter(&mut self, base: usize, name: &str) {
        self.path.truncate(base);
        if base > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
    }
}

/// `one of` these, as serde says it.
fn one_of(names: &[&str]) -> String {
    match names {
        [] => "none".to_owned(),
        [name] => ["`", name, "`"].concat(),
        _ => ["one of `", &names.join("`, `"), "`"].concat(),
    }
}

/// A list that is being read.
#[derive(Debug)]
pub struct List<'r> {
    /// Keeps the flaws.
    pub reader: &'r mut Reader,
    rest: vec::IntoIter<Tree>,
    next: usize,
    base: usize,
}

impl List<'_> {
    /// The next element, if there is one; the reader goes there.
    pub fn step(&mut self) -> Option<Tree> {
        self.reader.path.truncate(self.base);
        let next = self.rest.next()?;
        self.reader.path.push_str(&["[", &self.next.to_string(), "]"].concat());
        self.next += 1;
        Some(next)
    }
}

/// Fields with names that are data, being read.
#[derive(Debug)]
pub(super) struct Entries<'r> {
    /// Keeps the flaws.
    pub reader: &'r mut Reader,
    rest: vec::IntoIter<(String, Tree)>,
    base: usize,
}

impl Entries<'_> {
    /// The next field, if there is one; the reader goes there.
    pub fn step(&mut self) -> Option<(String, Tree)> {
        self.reader.path.truncate(self.base);
        let (name, value) = self.rest.next()?;
        self.reader.enter(self.base, &name);
        Some((name, value))
    }
}

/// The fields of a document that is being read.
#[derive(Debug)]
pub struct Fields<'r> {
    /// Keeps the flaws.
    pub reader: &'r mut Reader,
    rest: Map<Tree>,
    /// The names that were asked for.
    known: Vec<&'static str>,
    /// Whether the flaw is that a field of these is missing.
    missing: bool,
    base: usize,
}

impl Fields<'_> {
    /// What a field holds, if it is there; the reader goes there.
    pub fn take(&mut self, name: &'static str) -> Option<Tree> {
        self.known.push(name);
        self.reader.enter(self.base, name);
        let value = mem::replace(self.rest.get_mut(name)?, Tree::Null);
        (self.reader.flaw.is_none() && !matches!(value, Tree::Null)).then_some(value)
    }

    /// What a field holds that has to be there; the reader goes there.
    pub fn required(&mut self, name: &'static str) -> Tree {
        self.take(name).unwrap_or_else(|| {
            if self.reader.flaw.is_none() {
                self.reader.path.truncate(self.base);
                self.reader.flaw(&["missing field `", name, "`"].concat());
                self.missing = true;
            }
            Tree::Null
        })
    }

    /// A field that has to be there.
    #[inline(never)]
    pub fn due<T: Document>(&mut self, name: &'static str) -> T {
        let value = self.required(name);
        T::read(value, self.reader)
    }

    /// A field that may be absent.
    #[inline(never)]
    pub fn may<T: Document + Default>(&mut self, name: &'static str) -> T {
        self.take(name).map_or_else(T::default, |value| T::read(value, self.reader))
    }

    /// The position among `names` of what the field says that tells kinds apart.
    pub fn kind(&mut self, name: &'static str, names: &[&str]) -> usize {
        let value = self.required(name);
        self.reader.choice(value, names)
    }

    /// Refuses what nobody asked for. A misspelt name is told before the field that it was to be.
    pub fn done(self) {
        let Fields { reader, rest, known, missing, base } = self;
        reader.path.truncate(base);
        if reader.flaw.is_some() && !missing {
            return;
        }
        // What was asked for was taken: there is nothing left of it.
        if let Some((name, _)) = rest.iter().find(|(_, value)| !matches!(value, Tree::Null)) {
            reader.flaw = None;
            reader.enter(base, name);
            reader.flaw(&["unknown field `", name, "`, expected ", &one_of(&known)].concat());
        }
    }

    /// Leaves what nobody asked for.
    pub fn leave(self) {
        self.reader.path.truncate(self.base);
    }
}
