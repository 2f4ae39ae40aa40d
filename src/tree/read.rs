//! Reading: a tree becomes a document, and what is not what is due is kept with its path.
//!
//! No `Result` for every field: after a flaw reading goes on with a blank in its place, to the end.
//! That keeps what is compiled for each type to a call per field, and finds every other flaw.

use std::{mem, vec};

use super::{Document, Map, Tree, WrongShape};

/// Most flaws that are kept: whoever has so many mends those first.
const MOST_FLAWS: usize = 200;

/// Where reading has come to, and the flaws so far.
#[derive(Debug, Default)]
pub struct Reader {
    path: String,
    flaws: Vec<WrongShape>,
}

impl Reader {
    /// The flaws, in the order of reading; none if all was what was due.
    pub(super) fn finish(self) -> Vec<WrongShape> {
        self.flaws
    }

    /// Keeps a flaw of the value that is being read.
    pub fn flaw(&mut self, message: &str) {
        self.keep(WrongShape { path: self.path.clone(), message: message.to_owned() });
    }

    /// Keeps a flaw of something in the value that is being read, or that was read last.
    pub fn flaw_within(&mut self, flaw: WrongShape) {
        let whole = self.path.is_empty();
        self.keep(if whole { flaw } else { flaw.under(&self.path) });
    }

    /// Forgets all flaws but the first so many. Not in every reader of a field: those are many.
    #[inline(never)]
    fn forget(&mut self, all_but: usize) {
        self.flaws.truncate(all_but);
    }

    fn keep(&mut self, flaw: WrongShape) {
        if self.flaws.len() < MOST_FLAWS {
            self.flaws.push(flaw);
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
    pub fn text(&mut self, tree: Tree, due: &str) -> Option<String> {
        match tree {
            Tree::Text(text) => Some(text),
            other => {
                self.refuse(&other, due);
                None
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
        let Some(text) = self.text(tree, "a string") else { return 0 };
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
        let before = self.flaws.len();
        let rest = self.object(tree);
        // Of what is no object nothing else is to be said, such as that all its fields are missing.
        let told = (self.flaws.len() > before).then_some(self.flaws.len());
        let (base, known) = (self.path.len(), Vec::new());
        Fields { base, reader: self, rest, known, missing: None, told }
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
    /// Which flaw it is that a field of these is missing, the first of them.
    missing: Option<usize>,
    /// How many flaws there were when all was said of these fields; none while it is not.
    told: Option<usize>,
    base: usize,
}

impl Fields<'_> {
    /// What a field holds, if it is there; the reader goes there.
    pub fn take(&mut self, name: &'static str) -> Option<Tree> {
        self.known.push(name);
        self.reader.enter(self.base, name);
        let value = mem::replace(self.rest.get_mut(name)?, Tree::Null);
        (!matches!(value, Tree::Null)).then_some(value)
    }

    /// What a field holds that has to be there; the reader goes there. Where it is not, how many flaws
    /// there are with that: that it is missing says it all.
    #[inline(never)]
    fn required(&mut self, name: &'static str) -> (Tree, usize) {
        if let Some(value) = self.take(name) {
            return (value, usize::MAX);
        }
        self.reader.path.truncate(self.base);
        self.missing = self.missing.or(Some(self.reader.flaws.len()));
        self.reader.flaw(&["missing field `", name, "`"].concat());
        (Tree::Null, self.reader.flaws.len())
    }

    /// A field that has to be there.
    #[inline(never)]
    pub fn due<T: Document>(&mut self, name: &'static str) -> T {
        let (value, told) = self.required(name);
        let read = T::read(value, self.reader);
        self.reader.forget(told);
        read
    }

    /// A field that may be absent.
    #[inline(never)]
    pub fn may<T: Document + Default>(&mut self, name: &'static str) -> T {
        self.take(name).map_or_else(T::default, |value| T::read(value, self.reader))
    }

    /// The position among `names` of what the field says that tells kinds apart.
    pub fn kind(&mut self, name: &'static str, names: &[&str]) -> usize {
        let before = self.reader.flaws.len();
        let (value, told) = self.required(name);
        let kind = self.reader.choice(value, names);
        self.reader.forget(told);
        // Of what kind the other fields should be, nobody knows.
        if self.reader.flaws.len() > before {
            self.told = self.told.or(Some(self.reader.flaws.len()));
        }
        kind
    }

    /// Refuses what nobody asked for. A misspelt name is told before the field that it was to be.
    pub fn done(self) {
        let Fields { reader, rest, known, missing, told, base } = self;
        reader.path.truncate(base);
        if let Some(told) = told {
            return reader.flaws.truncate(told);
        }
        let at = missing.unwrap_or(reader.flaws.len()).min(reader.flaws.len());
        let after = reader.flaws.split_off(at);
        // What was asked for was taken: there is nothing left of it.
        for (name, _) in rest.iter().filter(|(_, value)| !matches!(value, Tree::Null)) {
            reader.enter(base, name);
            reader.flaw(&["unknown field `", name, "`, expected ", &one_of(&known)].concat());
        }
        reader.path.truncate(base);
        reader.flaws.extend(after);
    }

    /// Leaves what nobody asked for.
    pub fn leave(self) {
        self.reader.path.truncate(self.base);
    }
}
