//! The rubric that travels beside its assessment, where it is none of the presets: how it is read.
//!
//! The engine is total, so whatever it says can be scored. What is asked of it here keeps a page
//! alive that draws it: that it has a name, that it is not larger than any form, and that no two of
//! its indicators are called the same. What else may be wrong with a rubric is for
//! [`crate::engine::validate`], which who only wants to score need not download.

use std::ops::Deref;
use std::sync::Arc;

use super::json::Named;
use crate::engine::{Assessment, Indicator, MAX_PLACES, MOST_INDICATORS, Rubric, is_plain};
#[cfg(not(target_arch = "wasm32"))]
use crate::tree::shape::{self, Presence, Shape, Shapes};
use crate::tree::{self, Document, Fields, Reader, Tree, Writer, WrongShape};

/// Deepest level of indicators.
const MOST_LEVELS: usize = 4;
/// Longest list in a rubric that is none of indicators, such as the items of a checklist.
const MOST_IN_LIST: usize = 200;
/// Most values in a rubric: forty for each indicator.
const MOST_VALUES: usize = 40 * MOST_INDICATORS;

/// A rubric that travels beside its assessment, with the document that it was read from. What was read
/// is written again as it was: who only opens rubrics need not download how they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    rubric: Arc<Rubric>,
    document: Arc<Tree>,
}

impl From<Rubric> for Own {
    fn from(rubric: Rubric) -> Own {
        let document = tree::parse(&tree::json(&rubric)).unwrap_or(Tree::Null);
        Own { rubric: Arc::new(rubric), document: Arc::new(document) }
    }
}

impl Deref for Own {
    type Target = Rubric;

    fn deref(&self) -> &Rubric {
        &self.rubric
    }
}

impl Own {
    /// The rubric, shared.
    pub fn rubric(&self) -> Arc<Rubric> {
        Arc::clone(&self.rubric)
    }

    /// Its document as JSON.
    pub fn json(&self) -> String {
        tree::json(&*self.document)
    }
}

/// An assessment with its rubric as a link carries them, without a name of its own.
#[derive(Debug)]
pub(super) struct Unnamed(pub Named);

impl Document for Unnamed {
    fn read(tree: Tree, reader: &mut Reader) -> Unnamed {
        let mut fields = reader.fields(tree);
        let (assessment, rubric) = take(&mut fields);
        fields.done();
        Unnamed(Named { rubric, ..Named::of(assessment) })
    }

    fn write(&self, writer: &mut Writer) {
        writer.open('{');
        put(&self.0, writer);
        writer.close('}');
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        let mut shape = Shape::of(shape::place::<Unnamed>("", ""));
        fields_shape(&mut shape, shapes);
        shape.finish(true)
    }
}

/// Takes an assessment, and the rubric if there is one, which has to be the one it is pinned to.
pub(super) fn take(fields: &mut Fields<'_>) -> (Assessment, Option<Own>) {
    let assessment: Assessment = fields.due("assessment");
    let Some(tree) = fields.take("rubric") else { return (assessment, None) };
    let reader = &mut *fields.reader;
    if let Err(flaw) = size(&tree) {
        reader.flaw_within(flaw);
        return (assessment, None);
    }
    let document = Arc::new(tree.clone());
    let rubric = Arc::new(Rubric::read(tree, reader));
    let is_pinned = rubric.id == assessment.rubric.id;
    let other = || Err(WrongShape::new("another one than the assessment is pinned to").under("id"));
    if let Err(flaw) = check(&rubric).and_then(|()| if is_pinned { Ok(()) } else { other() }) {
        reader.flaw_within(flaw);
    }
    (assessment, Some(Own { rubric, document }))
}

/// A rubric that stands alone, as a file from outside holds it. What tells an editor its shape, a
/// field `$schema`, is passed over.
///
/// # Errors
/// Everything for which it can't be read, or not be drawn; of what may be wrong with it besides, see
/// [`crate::engine::validate`].
pub fn rubric(mut tree: Tree) -> Result<Own, Vec<WrongShape>> {
    if let Tree::Fields(fields) = &mut tree {
        fields.remove("$schema");
    }
    size(&tree).map_err(|flaw| vec![flaw])?;
    let document = Arc::new(tree.clone());
    let rubric: Rubric = tree.examined()?;
    check(&rubric).map_err(|flaw| vec![flaw])?;
    Ok(Own { rubric: Arc::new(rubric), document })
}

/// Writes the fields that [`take`] takes.
pub(super) fn put(named: &Named, writer: &mut Writer) {
    writer.name("assessment");
    named.assessment.write(writer);
    if let Some(rubric) = &named.rubric {
        writer.name("rubric");
        rubric.document.write(writer);
    }
}

/// The shape of the fields that [`take`] takes.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn fields_shape(shape: &mut Shape, shapes: &mut Shapes) {
    let assessment = |_: &Named| None::<&Assessment>;
    shape.field(("assessment", "assessment"), assessment, Presence::Due, shapes);
    let rubric = |_: &Named| None::<&Rubric>;
    shape.field(("rubric", "rubric"), rubric, Presence::Optional, shapes);
}

/// Whether it is small enough to be read and drawn.
fn size(tree: &Tree) -> Result<(), WrongShape> {
    match values(tree, MOST_IN_LIST)? {
        0..=MOST_VALUES => Ok(()),
        _ => Err(WrongShape::new("more than a form holds")),
    }
}

/// How many values there are, each list of them no longer than `most`.
fn values(tree: &Tree, most: usize) -> Result<usize, WrongShape> {
    let mut count = 1;
    match tree {
        Tree::List(list) if list.len() > most => {
            return Err(WrongShape::new("more than a form holds"));
        }
        Tree::List(list) => {
            for one in list {
                count += values(one, MOST_IN_LIST)?;
            }
        }
        Tree::Fields(fields) => {
            for (name, one) in fields.iter() {
                let most = match name.as_str() {
                    "indicators" | "children" => MOST_INDICATORS,
                    _ => MOST_IN_LIST,
                };
                count += values(one, most).map_err(|flaw| flaw.under(name))?;
            }
        }
        _ => {}
    }
    Ok(count)
}

/// Whether it has a name, and can be drawn.
fn check(rubric: &Rubric) -> Result<(), WrongShape> {
    let flaw = |path: &str, message: &str| Err(WrongShape::new(message).under(path));
    if !is_plain(&rubric.id) {
        return flaw("id", "is to be of letters, digits and hyphens");
    }
    if rubric.rounding.places > MAX_PLACES {
        return flaw("rounding.places", "too many decimals to round to");
    }
    let nodes = rubric.nodes();
    if nodes.len() > MOST_INDICATORS {
        return flaw("indicators", "more than a form holds");
    }
    let is_whole = |one: &Indicator| one.is_leaf() == one.scoring.is_some();
    if let Some(node) = nodes.iter().find(|node| !is_whole(node.indicator)) {
        let id = &node.indicator.id;
        return flaw("indicators", &["`", id, "` has not just children or just scoring"].concat());
    }
    if nodes.iter().any(|node| node.depth > MOST_LEVELS) {
        return flaw("indicators", "deeper than four levels");
    }
    names("indicators", nodes.iter().map(|node| node.indicator.id.as_str()))?;
    names("facts", rubric.facts.iter().map(|fact| fact.id.as_str()))
}

/// Whether all have a plain name, and no two the same.
fn names<'r>(path: &str, ids: impl Iterator<Item = &'r str>) -> Result<(), WrongShape> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    let twice = ids.windows(2).find(|pair| pair.first() == pair.last());
    let wrong = twice.and_then(|pair| pair.first()).or(ids.iter().find(|id| !is_plain(id)));
    match wrong {
        Some(id) => {
            Err(WrongShape::new(&["`", id, "` is no name of its own"].concat()).under(path))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
pub(super) mod tests;
