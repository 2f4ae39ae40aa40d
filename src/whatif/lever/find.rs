//! Which levers an assessment has.

use super::row::{Row, rising, role, text};
use super::scale::{Of, Scale};
use super::{Input, Lever, Role, Slot, Use, turns};
use std::sync::LazyLock;

use crate::engine::{Assessment, Entry, Figure, Label, Node, Rubric, Scoring, Value};

/// Every lever of an assessment with plain figures: the rows in the order of the form, then the
/// facts that rows refer to. A row that does not apply, or lies in a block, has none; one that is
/// overridden has its override.
pub fn levers(rubric: &Rubric, assessment: &Assessment) -> Vec<Lever> {
    let finder = Finder { rubric, nodes: rubric.nodes(), assessment };
    let mut found = Vec::new();
    for index in 0..finder.nodes.len() {
        if finder.counts(index) {
            finder.of_node(index, &mut found);
        }
    }
    found.extend(rubric.facts.iter().filter_map(|fact| finder.of_fact(&fact.id, &fact.unit)));
    found
}

/// The levers of one row, or of a block, alone.
pub(in crate::whatif) fn levers_at(
    rubric: &Rubric,
    assessment: &Assessment,
    node: usize,
) -> Vec<Lever> {
    let finder = Finder { rubric, nodes: rubric.nodes(), assessment };
    let mut found = Vec::new();
    if node < finder.nodes.len() && finder.counts(node) {
        finder.of_node(node, &mut found);
    }
    found
}

/// An entry with nothing in it.
static BLANK: LazyLock<Entry> = LazyLock::new(Entry::default);

struct Finder<'a> {
    rubric: &'a Rubric,
    nodes: Vec<Node<'a>>,
    assessment: &'a Assessment,
}

impl<'a> Finder<'a> {
    fn entry(&self, index: usize) -> &'a Entry {
        self.assessment.entries.get(&self.nodes[index].indicator.id).unwrap_or(&BLANK)
    }

    fn row(&self, index: usize, scoring: &'a Scoring) -> Row<'a> {
        let facts = &self.assessment.facts;
        let (node, entry) = (self.nodes[index], self.entry(index));
        Row { rubric: self.rubric, node, index, scoring, entry, facts }
    }

    /// Whether what is entered there can move anything: it applies, and lies in no block.
    fn counts(&self, index: usize) -> bool {
        let up = |at: &usize| self.nodes[*at].parent;
        let above = std::iter::successors(self.nodes[index].parent, up);
        let mut above = above.map(|at| self.entry(at));
        !self.entry(index).not_applicable
            && above.all(|entry| !entry.not_applicable && entry.block.is_none())
    }

    fn of_node(&self, index: usize, found: &mut Vec<Lever>) {
        let (node, entry) = (self.nodes[index], self.entry(index));
        let Some(scoring) = node.indicator.scoring.as_ref().filter(|_| node.indicator.is_leaf())
        else {
            found.extend(self.block(index, entry));
            return;
        };
        let row = self.row(index, scoring);
        // An override without points replaces nothing.
        let given = entry.overridden.as_ref().map(|given| &given.points);
        match given.filter(|points| !points.is_blank()) {
            Some(points) => found.extend(row.replacement(points)),
            None => row.of_rule(found),
        }
        row.incidents(found);
    }

    /// The points or the share of a group that is scored as a block.
    fn block(&self, index: usize, entry: &Entry) -> Option<Lever> {
        let block = entry.block.as_ref()?;
        let weight = self.nodes[index].indicator.weight;
        let points = self.rubric.rounding.places;
        let (typed, of, places, high) = match (&block.points, &block.share) {
            (None, Some(share)) => (text(share)?, Of::Share, 2, Figure::HUNDRED),
            (Some(value), None) => (text(value)?, Of::Points, points, weight),
            // Still to be judged.
            (None, None) => ("", Of::Points, points, weight),
            (Some(_), Some(_)) => return None,
        };
        let now = typed.parse::<Figure>().ok();
        let places = places.max(now.map_or(0, Figure::decimals));
        let scale = Scale::steps(of, places, Figure::ZERO, Some(high))?;
        let input = Input::Entry { node: index, slot: Slot::Block };
        Some(rising(
            input,
            scale,
            now,
            Use { node: index, holds: Vec::new(), counts: Vec::new(), entry: entry.clone() },
        ))
    }

    /// A fact with every row that refers to it. None where no row does, or one does where a value
    /// has no step of its own: as points of an override, a deduction or a block.
    fn of_fact(&self, id: &str, unit: &Label) -> Option<Lever> {
        let mut rows = Vec::new();
        for index in 0..self.nodes.len() {
            let entry = self.entry(index);
            if is_held_apart(entry, id) {
                return None;
            }
            let scoring = self.nodes[index].indicator.scoring.as_ref();
            let Some(scoring) = scoring.filter(|_| self.counts(index)) else { continue };
            let row = self.row(index, scoring);
            let holds = row.holds(id);
            if !holds.is_empty() {
                rows.push((row, holds));
            }
        }
        let mut scale: Option<Scale> = None;
        for (row, holds) in &rows {
            for hold in holds {
                let own = row.scale(*hold, holds, unit)?;
                scale = Some(match scale {
                    Some(known) => known.common(own)?,
                    None => own,
                });
            }
        }
        let scale = scale?;
        let (mut cuts, mut earned) = (Vec::new(), false);
        for (row, holds) in &rows {
            cuts.extend(row.cuts(&scale, holds)?);
            earned |= holds.iter().any(|hold| role(*hold) == Role::Earned);
        }
        let text = self.assessment.facts.get(id).map_or("", |text| text.trim());
        Some(Lever {
            input: Input::Fact(id.to_owned()),
            role: if earned { Role::Earned } else { Role::Given },
            now: scale.position(text),
            segments: turns::segments(&scale, cuts),
            scale,
            uses: rows.into_iter().map(|(row, holds)| row.use_of(holds)).collect(),
        })
    }
}

/// Whether an entry refers to a fact where a value is not free to move in steps.
fn is_held_apart(entry: &Entry, id: &str) -> bool {
    let is_it = |value: &Value| matches!(value, Value::Fact(own) if own == id);
    let incidents = entry.deductions.iter().flat_map(|one| one.points.iter().chain(&one.count));
    let replaced = entry.overridden.iter().map(|given| &given.points);
    let blocks = entry.block.iter().flat_map(|block| block.points.iter().chain(&block.share));
    let partly = entry.partly.iter().map(|(_, value)| value);
    incidents.chain(replaced).chain(blocks).chain(partly).any(is_it)
}
