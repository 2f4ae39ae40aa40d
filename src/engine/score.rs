//! `score`: a rubric and an assessment in, a scorecard out, accounted for at every node.

use super::assessment::{Assessment, Block, Entry};
use super::error::{Code, Problem};
use super::fraction::Fraction;
use super::grade::GradeOutcome;
use super::leaf::{self, Effect};
use super::number::Figure;
use super::reading::{Reader, within};
use super::rubric::{Node, NotApplicable, PointRange, Rubric};
use super::scorecard::{Adjustment, AdjustmentKind, Outcome, Scorecard, Span, Status};
use super::trace::{Scope, Step};

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
    let mut tree = Tree::new(rubric, assessment);
    tree.check_assessment();
    for index in 0..tree.nodes.len() {
        tree.visit(index);
    }
    for index in (0..tree.nodes.len()).rev() {
        tree.sum_up(index);
    }
    let total = tree.total();
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
    assessment: &'a Assessment,
    pub(super) nodes: Vec<Node<'a>>,
    /// What was entered for each node.
    entries: Vec<&'a Entry>,
    inherited: Vec<Inherited>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) effects: Vec<Effect>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Tree<'a> {
    fn new(rubric: &'a Rubric, assessment: &'a Assessment) -> Tree<'a> {
        let nodes = rubric.nodes();
        let entry = |node: &Node<'_>| assessment.entries.get(&node.indicator.id).unwrap_or(&BLANK);
        let entries = nodes.iter().map(entry).collect();
        let outcomes = Vec::with_capacity(nodes.len());
        let inherited = Vec::with_capacity(nodes.len());
        let (effects, problems) = (Vec::new(), Vec::new());
        Tree { rubric, assessment, nodes, entries, inherited, outcomes, effects, problems }
    }

    /// Problems of the assessment as a whole, before any indicator is looked at.
    fn check_assessment(&mut self) {
        let pinned = &self.assessment.rubric.id;
        if *pinned != self.rubric.id {
            self.problems.push(
                Problem::new(Code::RubricMismatch)
                    .with("pinned", pinned)
                    .with("used", &self.rubric.id),
            );
        }
        for (id, text) in self.assessment.facts.iter() {
            let text = text.trim();
            let read: Result<Figure, _> = text.parse();
            if let (false, Err(error)) = (text.is_empty(), read) {
                let flaw = Problem::from(error).on(format!("facts.{id}"));
                self.problems.push(flaw.with("text", text));
            }
        }
        let entries = &self.assessment.entries;
        let known = self.entries.iter().filter(|entry| !std::ptr::eq(**entry, &*BLANK)).count();
        if known < entries.len() {
            let unknown = |id: &&String| self.nodes.iter().all(|node| node.indicator.id != **id);
            let unknown = entries.keys().filter(unknown);
            self.problems.extend(unknown.map(|id| Problem::new(Code::UnknownIndicator).at(id)));
        }
    }

    /// Scores a leaf, or notes what is said of a group. Parents come before their children.
    fn visit(&mut self, index: usize) {
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
                let facts = &self.assessment.facts;
                let result = leaf::evaluate(self.rubric, indicator, scoring, entry, facts);
                self.problems.extend(result.problems);
                self.effects.extend(result.effects);
                result.outcome
            }
            _ => leaf::open(indicator, Status::Empty),
        };
        self.outcomes.push(outcome);
        self.check_placement(node, entry);
    }

    /// A bonus that is not entered is no open question: it is simply not claimed.
    fn close_unclaimed_bonus(&mut self, index: usize) {
        let outcome = &mut self.outcomes[index];
        if self.nodes[index].bonus && outcome.status == Status::Empty {
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
    fn sum_up(&mut self, index: usize) {
        let node = self.nodes[index];
        self.close_unclaimed_bonus(index);
        if !node.indicator.is_leaf() && self.outcomes[index].status != Status::InBlock {
            self.sum_children(index);
            self.score_as_block(index);
        }
        let id = &node.indicator.id;
        let here = |effect: &Effect| matches!(&effect.scope, Scope::Group(at) if at == id);
        let applies = !self.effects.is_empty()
            && !matches!(self.outcomes[index].status, Status::NotApplicable | Status::InBlock);
        if applies {
            let outcome = &mut self.outcomes[index];
            let effects = self.effects.iter().filter(|effect| here(effect));
            apply_effects(&mut outcome.score, &mut outcome.adjustments, effects);
        }
    }

    /// The node at `first` and those that follow it under the same parent, before `end`.
    pub(super) fn siblings(&self, first: usize, end: usize) -> impl Iterator<Item = usize> {
        let within = move |at: &usize| *at < end;
        let next = move |at: &usize| Some(self.nodes[*at].end).filter(within);
        std::iter::successors(Some(first).filter(within), next)
    }

    fn sum_children(&mut self, index: usize) {
        let node = self.nodes[index];
        let children = || self.siblings(index + 1, node.end);
        let dropped = |at: usize| self.nodes[at].indicator.weight - self.outcomes[at].weight;
        let base: Span = children().map(|at| self.outcomes[at].score).sum();
        let weight = node.indicator.weight - children().map(dropped).sum();
        let status = group_status(children().map(|at| self.outcomes[at].status));
        let outcome = &mut self.outcomes[index];
        outcome.weight = weight;
        outcome.base = base;
        outcome.score = base;
        outcome.status = status;
    }

    fn score_as_block(&mut self, index: usize) {
        let indicator = self.nodes[index].indicator;
        let Some(block) = &self.entries[index].block else {
            return;
        };
        if self.outcomes[index].status == Status::NotApplicable {
            return;
        }
        let read = self.block_points(block, indicator.weight);
        let outcome = &mut self.outcomes[index];
        outcome.weight = indicator.weight;
        let points = match read {
            Ok(Some(points)) => {
                outcome.status = Status::Block;
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

    /// The points of a block: as given, or its share of the weight.
    fn block_points(&self, block: &Block, weight: Figure) -> Result<Option<Figure>, Problem> {
        let known_fact = |id: &str| self.rubric.facts.iter().any(|fact| fact.id == id);
        let facts = &self.assessment.facts;
        let reader = Reader { entry: &BLANK, prefill: &BLANK, facts, known_fact: &known_fact };
        let read = |value, field: &str| match value {
            Some(value) => reader.read(value, &field),
            None => Ok(None),
        };
        let points = read(block.points.as_ref(), "block.points")?;
        let share = read(block.share.as_ref(), "block.share")?;
        let rounding = self.rubric.rounding;
        match (points, share) {
            (Some(_), Some(_)) => Err(Problem::new(Code::BlockUnclear).on("block")),
            (Some(points), None) => {
                let ends = (Fraction::ZERO, weight.fraction());
                within(points, ends, rounding, &"block.points").map(Some)
            }
            (None, Some(share)) if share > Figure::HUNDRED => {
                Err(Problem::new(Code::RateAboveHundred).on("block.share").with("text", share))
            }
            (None, Some(share)) => {
                Ok(Some(rounding.points(weight.fraction().mul(share.percent())?)?))
            }
            (None, None) => Ok(None),
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

/// An entry with nothing in it.
static BLANK: std::sync::LazyLock<Entry> = std::sync::LazyLock::new(Entry::default);

/// The status of a group from those of its children.
fn group_status(children: impl Iterator<Item = Status>) -> Status {
    let (mut all, mut empty, mut open, mut absent) = (0, 0, 0, 0);
    for status in children {
        all += 1;
        match status {
            Status::Empty => empty += 1,
            Status::Partial | Status::Invalid => open += 1,
            Status::NotApplicable => absent += 1,
            Status::Scored | Status::Overridden | Status::Block | Status::InBlock => {}
        }
    }
    match () {
        () if absent == all => Status::NotApplicable,
        () if empty + absent == all => Status::Empty,
        () if empty + open > 0 => Status::Partial,
        () => Status::Scored,
    }
}

/// Applies penalties, then knock-outs: what is lost altogether is lost last.
pub(super) fn apply_effects<'e>(
    score: &mut Span,
    adjustments: &mut Vec<Adjustment>,
    effects: impl Iterator<Item = &'e Effect>,
) {
    let (penalties, knockouts): (Vec<_>, Vec<_>) =
        effects.partition(|effect| effect.points.is_some());
    for effect in penalties.into_iter().chain(knockouts) {
        let points = effect.points.unwrap_or(PointRange::fixed(score.max));
        let (left, taken) = leaf::take(*score, points);
        *score = left;
        adjustments.push(Adjustment { kind: effect.kind.clone(), points: taken });
    }
}
