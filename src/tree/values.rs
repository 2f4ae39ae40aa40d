//! The plain values that documents are made of.

use std::rc::Rc;

#[cfg(not(target_arch = "wasm32"))]
use super::shape::{self, Shapes};
use super::{Document, Map, Reader, Tree, Writer};

impl Document for String {
    fn read(tree: Tree, reader: &mut Reader) -> String {
        reader.text(tree, "a string").unwrap_or_default()
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(self);
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(_: &mut Shapes) -> Tree {
        shape::plain("string")
    }
}

impl Document for bool {
    fn read(tree: Tree, reader: &mut Reader) -> bool {
        match tree {
            Tree::Bool(value) => value,
            other => {
                reader.refuse(&other, "true or false");
                false
            }
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.bare(if *self { "true" } else { "false" });
    }

    fn is_blank(&self) -> bool {
        !self
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(_: &mut Shapes) -> Tree {
        shape::plain("boolean")
    }
}

impl Document for u64 {
    fn read(tree: Tree, reader: &mut Reader) -> u64 {
        reader.whole(&tree)
    }

    fn write(&self, writer: &mut Writer) {
        writer.bare(&self.to_string());
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(_: &mut Shapes) -> Tree {
        shape::with(shape::plain("integer"), "minimum", Tree::Whole(0))
    }
}

impl Document for u32 {
    fn read(tree: Tree, reader: &mut Reader) -> u32 {
        u32::try_from(reader.whole(&tree)).unwrap_or_else(|_| {
            reader.refuse(&tree, "a smaller one");
            0
        })
    }

    fn write(&self, writer: &mut Writer) {
        u64::from(*self).write(writer);
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        shape::with(u64::shape(shapes), "maximum", Tree::Whole(u32::MAX.into()))
    }
}

impl<T: Document> Document for Box<T> {
    fn read(tree: Tree, reader: &mut Reader) -> Box<T> {
        Box::new(T::read(tree, reader))
    }

    fn write(&self, writer: &mut Writer) {
        T::write(self, writer);
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        T::shape(shapes)
    }
}

impl<T: Document> Document for Rc<T> {
    fn read(tree: Tree, reader: &mut Reader) -> Rc<T> {
        Rc::new(T::read(tree, reader))
    }

    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        T::shape(shapes)
    }
}

impl<T: Document> Document for Option<T> {
    fn read(tree: Tree, reader: &mut Reader) -> Option<T> {
        match tree {
            Tree::Null => None,
            value => Some(T::read(value, reader)),
        }
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.bare("null"),
        }
    }

    fn is_blank(&self) -> bool {
        self.is_none()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        T::shape(shapes)
    }
}

impl<T: Document> Document for Vec<T> {
    fn read(tree: Tree, reader: &mut Reader) -> Vec<T> {
        let mut list = reader.list(tree);
        let mut read = Vec::new();
        while let Some(value) = list.step() {
            read.push(T::read(value, list.reader));
        }
        read
    }

    fn write(&self, writer: &mut Writer) {
        writer.open('[');
        for value in self {
            value.write(writer);
        }
        writer.close(']');
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        shape::with(shape::plain("array"), "items", T::shape(shapes))
    }
}

impl<T: Document> Document for Map<T> {
    fn read(tree: Tree, reader: &mut Reader) -> Map<T> {
        let mut entries = reader.entries(tree);
        let mut read = Map::default();
        while let Some((name, value)) = entries.step() {
            let value = T::read(value, entries.reader);
            read.insert(name, value);
        }
        read
    }

    fn write(&self, writer: &mut Writer) {
        writer.open('{');
        for (name, value) in self.iter() {
            writer.name(name);
            value.write(writer);
        }
        writer.close('}');
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        shape::with(shape::plain("object"), "additionalProperties", T::shape(shapes))
    }
}

/// Whatever it holds but numbers other than counts: which one it was is not kept.
impl Document for Tree {
    fn read(tree: Tree, reader: &mut Reader) -> Tree {
        if has_number(&tree) {
            reader.refuse(&Tree::Number, "texts, counts, lists and objects");
        }
        tree
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Tree::Null | Tree::Number => writer.bare("null"),
            Tree::Bool(value) => value.write(writer),
            Tree::Whole(number) => number.write(writer),
            Tree::Text(text) => writer.string(text),
            Tree::List(list) => list.write(writer),
            Tree::Fields(fields) => fields.write(writer),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(_: &mut Shapes) -> Tree {
        shape::fields([])
    }
}

fn has_number(tree: &Tree) -> bool {
    match tree {
        Tree::Number => true,
        Tree::List(list) => list.iter().any(has_number),
        Tree::Fields(fields) => fields.iter().any(|(_, value)| has_number(value)),
        Tree::Null | Tree::Bool(_) | Tree::Whole(_) | Tree::Text(_) => false,
    }
}
