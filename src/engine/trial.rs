//! `Trial` 试算: what a changed entry makes of the total, without scoring all the rest anew.

use std::mem;

use super::assessment::{Assessment, Entry};
use super::leaf::{self, Effect};
use super::rubric::{Node, Rubric};
use super::score::{BLANK, Tree};
use super::scorecard::{Outcome, Span, Status};
use super::standing::{Standing, apply_at_node, is_unclaimed, sum_of_children};
use super::total::Parts;
use crate::tree::Map;

/// An assessment to try changes on: after each, the total is that of [`super::score()`].
///
/// Nothing but totals comes of it, neither steps nor problems. A change of a leaf re-scores that
/// leaf and the sums above it. Where more can hang on it, everything is scored anew: a fact, the
/// entry of a group, a leaf that does or did not apply, or one that acts beyond itself.
///
/// ```
/// use jiheng::engine::{Trial, Value};
/// use jiheng::presets;
/// let rubric = presets::rubric("fukang").unwrap();
/// let mut trial = Trial::new(&rubric, &presets::example("fukang").unwrap());
/// assert_eq!(trial.total().min.to_string(), "93.50");
/// // 6 × 30437/33333 = 5.48 of it are those of the insured: 93.50 − 5.48 = 88.02.
/// let insured = trial.node("insured-all").unwrap();
/// let total = trial.change(insured, |entry| entry.actual = Some(Value::from("0")));
/// assert_eq!(total.min.to_string(), "88.02");
/// ```
pub struct Trial<'r> {
    pub(super) rubric: &'r Rubric,
    pub(super) nodes: Vec<Node<'r>>,
    pub(super) entries: Vec<Entry>,
    pub(super) facts: Map<String>,
    pub(super) standings: Vec<Standing>,
    /// What acts beyond its leaf, and which leaves such things come from.
    effects: Vec<Effect>,
    reaches_beyond: Vec<bool>,
    pub(super) parts: Parts,
    total: Span,
    /// An outcome whose lists have room for the next.
    spare: Outcome,
}

impl<'r> Trial<'r> {
    /// A trial that begins with `assessment`. The rubric is one that [`super::validate`] passes.
    pub fn new(rubric: &'r Rubric, assessment: &Assessment) -> Trial<'r> {
        let nodes = rubric.nodes();
        let entry = |node: &Node<'_>| assessment.entries.get(&node.indicator.id).unwrap_or(&BLANK);
        let mut trial = Trial {
            rubric,
            entries: nodes.iter().map(|node| entry(node).clone()).collect(),
            nodes,
            facts: assessment.facts.clone(),
            standings: Vec::new(),
            effects: Vec::new(),
            reaches_beyond: Vec::new(),
            parts: Parts::default(),
            total: Span::default(),
            spare: Outcome::default(),
        };
        trial.score_all();
        trial
    }

    /// The total as it is, 分.
    pub fn total(&self) -> Span {
        self.total
    }

    /// What acts beyond its leaf as it is, in the order of the form.
    pub fn effects(&self) -> &[Effect] {
        &self.effects
    }

    /// The position in [`Rubric::nodes`] of the indicator with this id.
    pub fn node(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.indicator.id == id)
    }

    /// What is entered for the node at this position.
    pub fn entry(&self, node: usize) -> Option<&Entry> {
        self.entries.get(node)
    }

    /// What the node at this position counts for in the sums above it, 分.
    pub fn score_of(&self, node: usize) -> Span {
        self.standings.get(node).map_or(Span::default(), |standing| standing.score)
    }

    /// Changes what is entered for the node at this position; the total that comes of it, 分.
    pub fn change(&mut self, node: usize, change: impl FnOnce(&mut Entry)) -> Span {
        if let Some(entry) = self.entries.get_mut(node) {
            change(entry);
            if !self.score_leaf(node) {
                self.score_all();
            }
        }
        self.total
    }

    /// Changes a fact; the total that comes of it, 分.
    pub fn change_fact(&mut self, id: &str, text: &str) -> Span {
        text.clone_into(self.facts.or_default(id));
        self.score_all();
        self.total
    }

    fn score_all(&mut self) {
        let entries = self.entries.iter().collect();
        let mut tree = Tree::new(self.rubric, self.nodes.clone(), entries, &self.facts);
        self.reaches_beyond.clear();
        for index in 0..self.nodes.len() {
            let before = tree.effects.len();
            tree.visit(index);
            self.reaches_beyond.push(tree.effects.len() > before);
        }
        for index in (0..self.nodes.len()).rev() {
            tree.sum_up(index);
        }
        self.standings = tree.outcomes.iter().map(Standing::of).collect();
        self.effects = mem::take(&mut tree.effects);
        self.parts = Parts::of(&self.nodes, |at| self.standings[at]);
        self.total = self.parts.total(self.rubric, &self.effects).0.score;
    }

    /// Scores a leaf and the sums above it; false, and nothing done, where that is not enough.
    fn score_leaf(&mut self, index: usize) -> bool {
        let (node, entry) = (self.nodes[index], &self.entries[index]);
        let scoring = node.indicator.scoring.as_ref().filter(|_| node.indicator.is_leaf());
        let was_apart =
            matches!(self.standings[index].status, Status::NotApplicable | Status::InBlock);
        let Some(scoring) = scoring else {
            return false;
        };
        if was_apart || entry.not_applicable || self.reaches_beyond[index] {
            return false;
        }
        leaf::reopen(&mut self.spare, node.indicator);
        let (rubric, facts) = (self.rubric, &self.facts);
        let aside = leaf::evaluate(rubric, node.indicator, scoring, entry, facts, &mut self.spare);
        if !aside.effects.is_empty() {
            return false;
        }
        let standing = Standing::of(&self.spare);
        self.stand(index, standing);
        let mut above = node.parent;
        while let Some(group) = above {
            // Nothing here is scored as a block: the leaf would be in it.
            self.stand(group, sum_of_children(&self.nodes, group, |at| self.standings[at]));
            above = self.nodes[group].parent;
        }
        self.parts = self.parts.with(&self.nodes, |at| self.standings[at]);
        self.total = self.parts.total(self.rubric, &self.effects).0.score;
        true
    }

    /// Keeps how a node stands, with what acts on it from elsewhere.
    fn stand(&mut self, index: usize, mut standing: Standing) {
        let (node, status) = (self.nodes[index], standing.status);
        if is_unclaimed(node, status) {
            standing.score = Span::default();
        }
        apply_at_node(node, status, &self.effects, &mut standing.score, &mut Vec::new());
        self.standings[index] = standing;
    }
}
