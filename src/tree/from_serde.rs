//! Trees from whatever serde reads: the TOML of the presets, values of JavaScript. Maps go out to
//! JavaScript the same way.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use serde::ser::{Serialize, Serializer};

use super::{MAX_DEPTH, Map, Tree};

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        Level(0).deserialize(deserializer)
    }
}

impl<T: Serialize> Serialize for Map<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// Reads a tree so many levels down.
struct Level(usize);

impl Level {
    fn below<E: Error>(&self) -> Result<usize, E> {
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
        Ok(Tree::Whole(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(u64::try_from(value).map_or(Tree::Number, Tree::Whole))
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
        let mut read = Map::default();
        while let Some(name) = fields.next_key::<String>()? {
            let value = fields.next_value_seed(Level(below))?;
            if read.contains_key(&name) {
                return Err(A::Error::custom(format_args!("field `{name}` is there twice")));
            }
            read.insert(name, value);
        }
        Ok(Tree::Fields(read))
    }
}
