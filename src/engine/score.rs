//! `score`: a rubric and an assessment in, a scorecard out, accounted for at every node.

use super::assessment::{Assessment, Block, Entry};
use super::error::{Code, Problem};
use super::fraction::Fraction;
use super::grade::GradeOutcome;
use super::leaf::{self, Effect};
use super::number::Figure;
use super::reading::{Reader, within};
use super::rubric::{Node, NotApplicable, Rubric};
use super::scorecard::{Adjustment, AdjustmentKind, Outcome, Scorecard, Span, Status, Total};
use super::standing::{Standing, apply_at_node, is_unclaimed, sum_of_children};
use super::trace::Step;
use crate::tree::Map;

/// Scores an assessment by a rubric.
///
/// Total: whatever it is given, it answers. An entry that cannot be scored becomes a
/// [`Problem`], its indicator keeps the range from 0 to its weight, and the rest is scored.
///
/// ```
/// use jiheng::engine::score;
/// use jiheng::presets;
/// let rubric = presets::rubric("fukang").unwrap();
/// let assessment = presets::example("fukang").unwrap();
/// let scorecard = score(&rubric, &assessment);
/// assert_eq!(scorecard.total.score.min.to_string(), "93.50");
/// ```
pub fn score(rubric: &Rubric, assessment: &Assessment) -> Scorecard {
    let nodes = rubric.nodes();
    let entry = |node: &Node<'_>| assessment.entries.get(&node.indicator.id).unwrap_or(&BLANK);
    let entries = nodes.iter().map(entry).collect();
    let mut tree = Tree::new(rubric, nodes, entries, &assessment.facts);
    tree.check(assessment);
    for index in 0..tree.nodes.len() {
        tree.visit(index);
    }
    for index in (0..tree.nodes.len()).rev() {
        tree.sum_up(index);
    }
    let total = tree.total();
    tree.tell_leaves(&total);
    let grade = GradeOutcome {
        best: rubric.grades.position(total.score.max),
        certain: rubric.grades.position(total.score.min),
    };
    tree.order_problems();
    Scorecard { total, grade, outcomes: tree.outcomes, problems: tree.problems }
}

/// What holds for a node because of the nodes above it.
#[derive(Clone, Copy, Default)]
struct Inherited {
    not_applicable: bool,
    in_block: bool,
}

pub(super) struct Tree<'a> {
    pub(super) rubric: &'a Rubric,
    facts: &'a Map<String>,
    pub(super) nodes: Vec<Node<'a>>,
    /// What was entered for each node.
    entries: Vec<&'a Entry>,
    inherited: Vec<Inherited>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) effects: Vec<Effect>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Tree<'a> {
    /// A tree of the rubric's nodes with an entry for each.
    pub(super) fn new(
        rubric: &'a Rubric,
        nodes: Vec<Node<'a>>,
        entries: Vec<&'a Entry>,
        facts: &'a Map<String>,
    ) -> Tree<'a> {
        let outcomes = Vec::with_capacity(nodes.len());
        let inherited = Vec::with_capacity(nodes.len());
        let (effects, problems) = (Vec::new(), Vec::new());
        Tree { rubric, facts, nodes, entries, inherited, outcomes, effects, problems }
    }

    /// Problems of the assessment as a whole, before any indicator is looked at.
    fn check(&mut self, assessment: &Assessment) {
        let pinned = &assessment.rubric.id;
        if *pinned != self.rubric.id {
            self.problems.push(
                Problem::new(Code::RubricMismatch)
                    .with("pinned", pinned)
                    .with("used", &self.rubric.id),
            );
        }
        for (id, text) in self.facts.iter() {
            let text = text.trim();
            let read: Result<Figure, _> = text.parse();
            if let (false, Err(error)) = (text.is_empty(), read) {
                let flaw = Problem::from(error).on(format!("facts.{id}"));
                self.problems.push(flaw.with("text", text));
            }
        }
        let entries = &assessment.entries;
        let known = self.entries.iter().filter(|entry| !std::ptr::eq(**entry, &*BLANK)).count();
        if known < entries.len() {
            let unknown = |id: &&String| self.nodes.iter().all(|node| node.indicator.id != **id);
            let unknown = entries.keys().filter(unknown);
            self.problems.extend(unknown.map(|id| Problem::new(Code::UnknownIndicator).at(id)));
        }
    }

    /// Scores a leaf, or notes what is said of a group. Parents come before their children.
    pub(super) fn visit(&mut self, index: usize) {
        let node = self.nodes[index];
        let indicator = node.indicator;
        let entry = self.entries[index];
        let above = node.parent.map_or(Inherited::default(), |parent| self.inherited[parent]);
        let not_applicable = above.not_applicable || entry.not_applicable;
        let blocks = !indicator.is_leaf() && entry.block.is_some() && !not_applicable;
        self.inherited.push(Inherited { not_applicable, in_block: above.in_block || blocks });
        let outcome = match &indicator.scoring {
            _ if above.in_block => self.in_block(node, entry),
            _ if not_applicable => self.not_applicable(node),
            Some(scoring) if indicator.is_leaf() => {
                let mut outcome = leaf::open(indicator, Status::Empty);
                let (rubric, facts) = (self.rubric, self.facts);
                let aside = leaf::evaluate(rubric, indicator, scoring, entry, facts, &mut outcome);
                self.problems.extend(aside.problems);
                self.effects.extend(aside.effects);
                outcome
            }
            _ => leaf::open(indicator, Status::Empty),
        };
        self.outcomes.push(outcome);
        self.check_placement(node, entry);
    }

    fn close_unclaimed_bonus(&mut self, index: usize) {
        let outcome = &mut self.outcomes[index];
        if is_unclaimed(self.nodes[index], outcome.status) {
            outcome.base = Span::default();
            outcome.score = Span::default();
        }
    }

    fn not_applicable(&self, node: Node<'_>) -> Outcome {
        let mut outcome = leaf::open(node.indicator, Status::NotApplicable);
        if node.indicator.is_leaf() {
            outcome.trace.push(Step::NotApplicable);
        }
        let counts = match self.rubric.not_applicable {
            NotApplicable::FullMarks if !node.bonus => node.indicator.weight,
            _ => Figure::ZERO,
        };
        outcome.weight = counts;
        outcome.base = Span::exactly(counts);
        outcome.score = outcome.base;
        outcome
    }

    fn in_block(&mut self, node: Node<'_>, entry: &Entry) -> Outcome {
        let mut outcome = leaf::open(node.indicator, Status::InBlock);
        outcome.base = Span::default();
        outcome.score = Span::default();
        if node.indicator.is_leaf() {
            outcome.trace.push(Step::InBlock);
        }
        if entry.has_input() {
            self.problems.push(Problem::new(Code::EntryUnderBlock).at(&node.indicator.id));
        }
        outcome
    }

    /// A block on a leaf and an override on a group are out of place.
    fn check_placement(&mut self, node: Node<'_>, entry: &Entry) {
        let misplaced = match node.indicator.is_leaf() {
            true if entry.block.is_some() => Code::BlockOnLeaf,
            false if entry.overridden.is_some() => Code::OverrideOnGroup,
            _ => return,
        };
        let field = if misplaced == Code::BlockOnLeaf { "block" } else { "override" };
        self.problems.push(Problem::new(misplaced).at(&node.indicator.id).on(field));
    }

    /// Sums a group from its children, then applies what acts on the node. Children come first.
    pub(super) fn sum_up(&mut self, index: usize) {
        let node = self.nodes[index];
        self.close_unclaimed_bonus(index);
        if !node.indicator.is_leaf() && self.outcomes[index].status != Status::InBlock {
            self.sum_children(index);
            self.score_as_block(index);
        }
        let outcome = &mut self.outcomes[index];
        let (score, adjustments) = (&mut outcome.score, &mut outcome.adjustments);
        apply_at_node(node, outcome.status, &self.effects, score, adjustments);
    }

    fn sum_children(&mut self, index: usize) {
        let standing = |at: usize| Standing::of(&self.outcomes[at]);
        let sum = sum_of_children(&self.nodes, index, standing);
        let outcome = &mut self.outcomes[index];
        outcome.weight = sum.weight;
        outcome.base = sum.score;
        outcome.score = sum.score;
        outcome.status = sum.status;
    }

    fn score_as_block(&mut self, index: usize) {
        let indicator = self.nodes[index].indicator;
        let Some(block) = &self.entries[index].block else {
            return;
        };
        if self.outcomes[index].status == Status::NotApplicable {
            return;
        }
        let read = block_points(self.rubric, self.facts, block, indicator.weight);
        let outcome = &mut self.outcomes[index];
        outcome.weight = indicator.weight;
        let points = match read {
            Ok(Some((points, exact))) => {
                outcome.status = Status::Block;
                outcome.exact = Some(exact);
                Span::exactly(points)
            }
            Ok(None) => {
                outcome.status = Status::Partial;
                Span { min: Figure::ZERO, max: indicator.weight }
            }
            Err(flaw) => {
                self.problems.push(flaw.at(&indicator.id));
                outcome.status = Status::Invalid;
                Span { min: Figure::ZERO, max: indicator.weight }
            }
        };
        outcome.adjustments.push(Adjustment { kind: AdjustmentKind::Block, points });
        outcome.score = outcome.base + points;
        if block.reason.is_empty() {
            let note = Problem::new(Code::ReasonMissing).on("block.reason");
            self.problems.push(note.at(&indicator.id));
        }
    }

    /// Tells each leaf what its penalties took above it.
    fn tell_leaves(&mut self, total: &Total) {
        if self.effects.is_empty() {
            return;
        }
        let groups = self.nodes.iter().zip(&self.outcomes);
        let groups = groups.filter(|(node, _)| !node.indicator.is_leaf());
        let above = groups.flat_map(|(_, outcome)| &outcome.adjustments).chain(&total.adjustments);
        let taken: Vec<Adjustment> = above.cloned().collect();
        for one in taken {
            let AdjustmentKind::Penalty { from, .. } = &one.kind else { continue };
            let leaf = self.nodes.iter().position(|node| node.indicator.id == *from);
            if let Some(outcome) = leaf.and_then(|leaf| self.outcomes.get_mut(leaf)) {
                outcome.beyond.push(one);
            }
        }
    }

    /// Leaves that count and are settled, and leaves that count.
    pub(super) fn filled(&self) -> (usize, usize) {
        let mut filled = (0, 0);
        for (index, node) in self.nodes.iter().enumerate() {
            let status = self.outcomes[index].status;
            if node.indicator.is_leaf() && !node.bonus && status != Status::NotApplicable {
                filled.1 += 1;
                filled.0 += usize::from(self.is_settled(index));
            }
        }
        filled
    }

    /// Whether a leaf has its points; inside a block, whether the block has.
    fn is_settled(&self, index: usize) -> bool {
        match (self.outcomes[index].status, self.nodes[index].parent) {
            (Status::Scored | Status::Overridden | Status::Block, _) => true,
            (Status::InBlock, Some(parent)) => self.is_settled(parent),
            _ => false,
        }
    }

    /// Puts problems in the order of the form, those of the whole first.
    fn order_problems(&mut self) {
        let place = |id: &String| self.nodes.iter().position(|node| node.indicator.id == *id);
        self.problems.sort_by_cached_key(|problem| problem.indicator.as_ref().map(place));
    }
}

/// The points of a block, as given or its share of the weight; rounded and exact.
pub(super) fn block_points(
    rubric: &Rubric,
    facts: &Map<String>,
    block: &Block,
    weight: Figure,
) -> Result<Option<(Figure, Fraction)>, Problem> {
    let known_fact = |id: &str| rubric.facts.iter().any(|fact| fact.id == id);
    let reader = Reader { entry: &BLANK, prefill: &BLANK, facts, known_fact: &known_fact };
    let read = |value, field: &str| match value {
        Some(value) => reader.read(value, &field),
        None => Ok(None),
    };
    let points = read(block.points.as_ref(), "block.points")?;
    let share = read(block.share.as_ref(), "block.share")?;
    let rounding = rubric.rounding;
    match (points, share) {
        (Some(_), Some(_)) => Err(Problem::new(Code::BlockUnclear).on("block")),
        (Some(points), None) => {
            let ends = (Fraction::ZERO, weight.fraction());
            let points = within(points, ends, rounding, &"block.points")?;
            Ok(Some((points, points.fraction())))
        }
        (None, Some(share)) if share > Figure::HUNDRED => {
            Err(Problem::new(Code::RateAboveHundred).on("block.share").with("text", share))
        }
        (None, Some(share)) => {
            let exact = weight.fraction().mul(share.percent())?;
            Ok(Some((rounding.points(exact)?, exact)))
        }
        (None, None) => Ok(None),
    }
}

/// An entry with nothing in it.
pub(super) static BLANK: std::sync::LazyLock<Entry> = std::sync::LazyLock::new(Entry::default);
