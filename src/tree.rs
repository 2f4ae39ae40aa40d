//! Any JSON value, before it is known to be one of our documents.
//!
//! Files, links and callers from JavaScript all come through here, so that all are read by the
//! same rules, stricter than those that serde derives: no list where fields are due, no field
//! twice, no number but a whole one where a count is due. A figure that arrives as a number has
//! already lost digits; it is refused by its path. A field that is null is one that is not there.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, Error as _, Expected,
    IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

/// Most levels of lists and fields. Documents have ten; a JavaScript object may hold itself.
pub const MAX_DEPTH: usize = 200;

/// Any JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// null, or undefined.
    Null,
    /// true or false.
    Bool(bool),
    /// A number that may be a version or a count.
    Whole(u32),
    /// Any other number; which one does not matter.
    Number,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Fields.
    Fields(BTreeMap<String, Tree>),
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
    /// The same flaw, seen from one step further up: `step` is a field, or `[0]` for an element.
    pub fn under(mut self, step: &str) -> WrongShape {
        let joint = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = [step, joint, &self.path].concat();
        self
    }
}

impl fmt::Display for WrongShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for WrongShape {}

impl serde::de::Error for WrongShape {
    fn custom<T: fmt::Display>(message: T) -> WrongShape {
        WrongShape { path: String::new(), message: message.to_string() }
    }
}

impl Tree {
    /// The document that this is.
    ///
    /// # Errors
    /// The first value that is not what is due in its place.
    pub fn document<T: DeserializeOwned>(self) -> Result<T, WrongShape> {
        T::deserialize(self)
    }

    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Tree::Null => Unexpected::Other("nothing"),
            Tree::Bool(value) => Unexpected::Bool(*value),
            Tree::Whole(_) | Tree::Number => Unexpected::Other("a number"),
            Tree::Text(text) => Unexpected::Str(text),
            Tree::List(_) => Unexpected::Other("a list"),
            Tree::Fields(_) => Unexpected::Other("an object"),
        }
    }

    fn refuse<T>(&self, expected: &dyn Expected) -> Result<T, WrongShape> {
        Err(WrongShape::invalid_type(self.unexpected(), expected))
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        Level(0).deserialize(deserializer)
    }
}

/// Reads a tree so many levels down.
struct Level(usize);

impl Level {
    fn below<E: serde::de::Error>(&self) -> Result<usize, E> {
        match self.0 < MAX_DEPTH {
            true => Ok(self.0 + 1),
            false => Err(E::custom("nested too deeply, or in a circle")),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Tree;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(u32::try_from(value).map_or(Tree::Number, Tree::Whole))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(u32::try_from(value).map_or(Tree::Number, Tree::Whole))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let below = self.below()?;
        let mut read = Vec::new();
        while let Some(value) = list.next_element_seed(Level(below))? {
            read.push(value);
        }
        Ok(Tree::List(read))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Tree, A::Error> {
        let below = self.below()?;
        let mut read = BTreeMap::new();
        while let Some(name) = fields.next_key::<String>()? {
            let value = fields.next_value_seed(Level(below))?;
            if let Some((name, _)) = read.get_key_value(&name) {
                return Err(A::Error::custom(format_args!("field `{name}` is there twice")));
            }
            read.insert(name, value);
        }
        Ok(Tree::Fields(read))
    }
}

/// The elements of a list, each known by its number.
struct Elements {
    rest: std::iter::Enumerate<std::vec::IntoIter<Tree>>,
}

impl<'de> SeqAccess<'de> for Elements {
    type Error = WrongShape;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, WrongShape> {
        let Some((index, value)) = self.rest.next() else {
            return Ok(None);
        };
        seed.deserialize(value).map(Some).map_err(|flaw| flaw.under(&format!("[{index}]")))
    }
}

/// The fields of an object, each known by its name.
struct Named {
    rest: std::collections::btree_map::IntoIter<String, Tree>,
    /// Whether a field that is null counts as absent.
    skip_null: bool,
    current: Option<(String, Tree)>,
}

impl Named {
    fn visit<'de, V: Visitor<'de>>(
        fields: BTreeMap<String, Tree>,
        skip_null: bool,
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        visitor.visit_map(Named { rest: fields.into_iter(), skip_null, current: None })
    }
}

impl<'de> MapAccess<'de> for Named {
    type Error = WrongShape;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, WrongShape> {
        let skip_null = self.skip_null;
        self.current = self.rest.find(|(_, value)| !skip_null || *value != Tree::Null);
        let Some((name, _)) = &self.current else {
            return Ok(None);
        };
        let key = Tree::Text(name.clone());
        seed.deserialize(key).map(Some).map_err(|flaw| flaw.under(name))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, WrongShape> {
        let Some((name, value)) = self.current.take() else {
            return Err(WrongShape::custom("a value without a field"));
        };
        seed.deserialize(value).map_err(|flaw| flaw.under(&name))
    }
}

fn visit_list<'de, V: Visitor<'de>>(list: Vec<Tree>, visitor: V) -> Result<V::Value, WrongShape> {
    visitor.visit_seq(Elements { rest: list.into_iter().enumerate() })
}

impl<'de> Deserializer<'de> for Tree {
    type Error = WrongShape;

    /// What is read without knowing what is due is a value of an entry or a rule of a rubric, and
    /// neither holds a number: they are refused here, where the path is still known.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Bool(value) => visitor.visit_bool(value),
            Tree::Whole(_) | Tree::Number => {
                self.refuse(&"a decimal string such as \"12.50\", as every figure")
            }
            Tree::Text(text) => visitor.visit_string(text),
            Tree::List(list) => visit_list(list, visitor),
            Tree::Fields(fields) => Named::visit(fields, true, visitor),
        }
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        match self {
            Tree::Whole(value) => visitor.visit_u32(value),
            other => other.refuse(&visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        match self {
            Tree::Text(text) => visitor.visit_string(text),
            other => other.refuse(&visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        match self {
            Tree::Null => visitor.visit_none(),
            other => visitor.visit_some(other),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        match self {
            Tree::List(list) => visit_list(list, visitor),
            other => other.refuse(&visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongShape> {
        match self {
            Tree::Fields(fields) => Named::visit(fields, false, visitor),
            other => other.refuse(&visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        match self {
            Tree::Fields(fields) => Named::visit(fields, true, visitor),
            other => other.refuse(&visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongShape> {
        match self {
            Tree::Text(text) => {
                visitor.visit_enum(IntoDeserializer::<WrongShape>::into_deserializer(text))
            }
            other => other.refuse(&visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        tuple tuple_struct ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Assessment, Rubric, Rule};

    fn wrong<T: DeserializeOwned + fmt::Debug>(json: &str) -> WrongShape {
        let tree: Tree = serde_json::from_str(json).unwrap();
        tree.document::<T>().unwrap_err()
    }

    fn assessment(entries: &str) -> String {
        format!(r#"{{"version":1,"rubric":{{"id":"x"}},"entries":{entries}}}"#)
    }

    #[test]
    fn a_number_where_a_figure_is_due_is_refused_by_path() {
        for figure in ["30437", "12.5", "-1", "1e999", "12345678901234567890123"] {
            let Ok(tree) = serde_json::from_str::<Tree>(&assessment(&format!(
                r#"{{"insured":{{"actual":{figure}}}}}"#
            ))) else {
                continue; // beyond what JSON readers take for a number
            };
            let wrong = tree.document::<Assessment>().unwrap_err();
            assert_eq!(wrong.path, "entries.insured.actual");
            assert!(wrong.message.contains("a number, expected a decimal string"), "{wrong:?}");
        }
        let wrong = wrong::<Rule>(
            r#"{"kind":"levels","levels":[{"id":"a","label":{"zh":"好"},"points":5}]}"#,
        );
        assert_eq!(wrong.path, "levels[0].points");
    }

    #[test]
    fn lists_are_no_fields_and_fields_are_known() {
        let path = |entries: &str| wrong::<Assessment>(&assessment(entries)).path;
        assert_eq!(path("[]"), "entries");
        assert_eq!(path(r#"{"insured":[]}"#), "entries.insured");
        assert_eq!(path(r#"{"insured":["30437"]}"#), "entries.insured");
        assert_eq!(path(r#"{"insured":{"colour":"red"}}"#), "entries.insured.colour");
        assert_eq!(
            path(r#"{"insured":{"actual":{"fact":"a","b":"c"}}}"#),
            "entries.insured.actual.b"
        );
        assert_eq!(path(r#"{"insured":{"missed":"a"}}"#), "entries.insured.missed");
        assert_eq!(wrong::<Rubric>("{}").message, "missing field `id`");
    }

    #[test]
    fn a_field_that_is_null_is_not_there_but_a_fact_must_be_a_text() {
        let tree: Tree =
            serde_json::from_str(&assessment(r#"{"a":{"actual":null,"note":null}}"#)).unwrap();
        let read: Assessment = tree.document().unwrap();
        assert!(read.entries["a"].is_empty());
        assert_eq!(wrong::<Assessment>(&assessment(r#"{"a":null}"#)).path, "entries.a");
    }

    #[test]
    fn a_field_that_is_there_twice_is_refused() {
        let twice = serde_json::from_str::<Tree>(r#"{"a":"1","a":"2"}"#).unwrap_err();
        assert!(twice.to_string().starts_with("field `a` is there twice"));
    }
}
