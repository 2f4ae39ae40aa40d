//! What differs between two documents of one kind, figure by figure.

use std::collections::BTreeMap;

use crate::engine::Figure;
use crate::tree::{self, Document, Tree};

/// A value that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where: `lose`, `levels.full.points`, `knots[1].rate`; `order` where the same things stand in
    /// another order.
    pub path: String,
    /// What is there in the old one; none where nothing is.
    pub old: Option<String>,
    /// What is there in the new one.
    pub new: Option<String>,
}

impl Change {
    /// The same things in another order.
    pub(super) fn of_order() -> Change {
        Change { path: "order".to_owned(), old: None, new: None }
    }
}

/// Every value in which two documents differ, in the order of their paths.
///
/// They are compared as what they are written, so that no field can be forgotten here.
pub(super) fn changes<T: Document + PartialEq>(old: &T, new: &T) -> Vec<Change> {
    if old == new {
        return Vec::new();
    }
    let (old, mut new) = (values(old), values(new));
    let mut changes = Vec::new();
    for (path, value) in old {
        match new.remove(&path) {
            Some(other) if same(&other, &value) => {}
            other => changes.push(Change { path, old: Some(value), new: other }),
        }
    }
    let added = new.into_iter();
    changes.extend(added.map(|(path, value)| Change { path, old: None, new: Some(value) }));
    if changes.is_empty() {
        changes.push(Change::of_order());
    }
    changes.sort_by(|a, b| a.path.cmp(&b.path));
    changes
}

/// Whether two values say the same: 5 is 5.00.
fn same(one: &str, other: &str) -> bool {
    let figure = |text: &str| text.parse::<Figure>().ok();
    one == other || figure(one).is_some_and(|one| Some(one) == figure(other))
}

/// The plain values of a document by their paths.
fn values(document: &impl Document) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    if let Ok(tree) = tree::parse(&tree::json(document)) {
        gather(String::new(), tree, &mut values);
    }
    values
}

fn gather(path: String, tree: Tree, values: &mut BTreeMap<String, String>) {
    let value = match tree {
        Tree::Null | Tree::Number => return,
        Tree::Text(text) => text,
        Tree::Bool(value) => value.to_string(),
        Tree::Whole(number) => number.to_string(),
        Tree::List(list) if list.is_empty() => String::new(),
        Tree::List(list) => {
            for (at, element) in list.into_iter().enumerate() {
                let step = match named(&element) {
                    Some(id) => format!("{path}.{id}"),
                    None => format!("{path}[{at}]"),
                };
                gather(step, element, values);
            }
            return;
        }
        Tree::Fields(fields) => {
            let joint = if path.is_empty() { "" } else { "." };
            for (name, field) in fields {
                gather([&*path, joint, &*name].concat(), field, values);
            }
            return;
        }
    };
    values.insert(path, value);
}

/// The id of an element that has one: a level, an item, a modifier.
fn named(element: &Tree) -> Option<&str> {
    match element {
        Tree::Fields(fields) => match fields.get("id")? {
            Tree::Text(id) => Some(id),
            _ => None,
        },
        _ => None,
    }
}
