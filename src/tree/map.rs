//! `Map`: values by name, in the order of their names.
//!
//! A sorted list: maps hold a form's worth of entries, and three kinds of `BTreeMap` are more code
//! to download than the rest of this room.

use std::{ops, vec};

/// Values by name, in the order of their names, each name once.
///
/// ```
/// use jiheng::tree::Map;
/// let mut map = Map::default();
/// map.insert("b".to_owned(), 1);
/// *map.or_default("a") += 2;
/// assert_eq!(map.keys().collect::<Vec<_>>(), ["a", "b"]);
/// assert_eq!((map["a"], map.get("c")), (2, None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<T>(Vec<(String, T)>);

impl<T> Map<T> {
    /// A map of a list that is in the order of its names already, none there twice.
    pub(super) fn from_sorted(list: Vec<(String, T)>) -> Map<T> {
        debug_assert!(list.is_sorted_by(|a, b| a.0 < b.0));
        Map(list)
    }

    /// Where a name is, or where it belongs.
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(name))
    }

    /// The value of this name.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.place(name).ok().map(|at| &self.0[at].1)
    }

    /// The value of this name, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        self.place(name).ok().map(|at| &mut self.0[at].1)
    }

    /// Whether the name is there.
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// Puts a value there, in place of one of the same name.
    pub fn insert(&mut self, name: String, value: T) {
        match self.place(&name) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (name, value)),
        }
    }

    /// The value of this name, made if it is not there.
    pub fn or_default(&mut self, name: &str) -> &mut T
    where
        T: Default,
    {
        let at = self.place(name).unwrap_or_else(|at| {
            self.0.insert(at, (name.to_owned(), T::default()));
            at
        });
        &mut self.0[at].1
    }

    /// Takes the value of this name out.
    pub fn remove(&mut self, name: &str) -> Option<T> {
        self.place(name).ok().map(|at| self.0.remove(at).1)
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names, in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }

    /// Names and values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &T)> {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// Names and values, in order, the values to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&String, &mut T)> {
        self.0.iter_mut().map(|(name, value)| (&*name, value))
    }
}

impl<T> Default for Map<T> {
    fn default() -> Map<T> {
        Map(Vec::new())
    }
}

impl<T> ops::Index<&str> for Map<T> {
    type Output = T;

    /// The value of this name; without one it panics, as a list does beyond its end.
    fn index(&self, name: &str) -> &T {
        let at = self.place(name).unwrap_or(usize::MAX);
        &self.0[at].1
    }
}

/// Of values with one name the last stays.
impl<T> FromIterator<(String, T)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(values: I) -> Map<T> {
        let mut list: Vec<(String, T)> = values.into_iter().collect();
        list.reverse();
        list.sort_by(|(a, _), (b, _)| a.cmp(b));
        list.dedup_by(|(later, _), (kept, _)| later == kept);
        Map(list)
    }
}

impl<T> IntoIterator for Map<T> {
    type Item = (String, T);
    type IntoIter = vec::IntoIter<(String, T)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
