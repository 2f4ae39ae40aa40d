//! Why a row differs between two forms, from what the forms say and what scoring found.

use super::Cell;
use super::changes::{Change, changes};
use crate::engine::{
    Adjustment, AdjustmentKind, Entry, Field, Figure, Indicator, Label, Measure, Modifier, Node,
    Outcome, Problem, Rubric, Rule, Scorecard, Scoring, Severity, Status, Value,
};
use crate::tree::Map;

/// Why a row differs.
#[allow(missing_docs, reason = "the variant says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It stands under other groups: ids from the first level down.
    Moved { old: Vec<String>, new: Vec<String> },
    /// It is a leaf in the new form and was a group, or the other way round.
    Shape { leaf: bool },
    /// It is a 加分项 in the new form and was none, or the other way round.
    Bonus { bonus: bool },
    /// It is called otherwise.
    Renamed { old: Label, new: Label },
    /// The form gives it another weight, 分.
    Weight { old: Figure, new: Figure },
    /// Its rate arises in another way.
    Measure(Vec<Change>),
    /// Its points arise in another way; `kind` is among the changes where the rule is another one.
    Rule(Vec<Change>),
    /// A modifier that only the new form has.
    ModifierAdded { id: String },
    /// A modifier that only the old form has.
    ModifierRemoved { id: String },
    /// A modifier that both have.
    ModifierChanged { id: String, changes: Vec<Change> },
    /// Other values stand in where nothing is entered.
    Prefill(Vec<Change>),
    /// What is entered has another unit.
    Unit { old: Label, new: Label },
    /// Fields that are entered, that the old form reads and the new one does not.
    Unread { fields: Vec<&'static str> },
    /// A fact that the new form takes for this row and that nobody has given.
    FactMissing { id: String },
    /// What is wrong with the entry by the new form alone.
    ProblemAdded(Problem),
    /// What was wrong with the entry by the old form alone.
    ProblemGone(Problem),
    /// It does not apply, and the forms treat that differently.
    NotApplicable,
    /// The forms round differently, and here it shows.
    Rounding,
    /// A group whose rows have other points together.
    Below,
    /// Penalties and knock-outs of other rows take other points here.
    Acted { old: Vec<Adjustment>, new: Vec<Adjustment> },
}

/// A form with what it makes of the entries.
pub(super) struct Scored<'a> {
    pub rubric: &'a Rubric,
    pub nodes: &'a [Node<'a>],
    pub card: &'a Scorecard,
}

impl<'a> Scored<'a> {
    pub fn find(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.indicator.id == id)
    }

    pub fn cell(&self, node: usize) -> Cell {
        let weight = self.nodes[node].indicator.weight;
        let Outcome { score, status, .. } = self.card.outcomes[node];
        Cell { node, weight, score, status }
    }

    /// Ids of the groups above a node, from the first level down.
    pub fn path(&self, node: usize) -> Vec<&'a str> {
        let above = std::iter::successors(self.nodes[node].parent, |at| self.nodes[*at].parent);
        let mut path: Vec<_> = above.map(|at| self.nodes[at].indicator.id.as_str()).collect();
        path.reverse();
        path
    }

    /// What is wrong at a node, but for mere notes.
    fn problems(&self, id: &str) -> Vec<&'a Problem> {
        let here = self.card.problems.iter().filter(|one| one.indicator.as_deref() == Some(id));
        here.filter(|one| one.severity() != Severity::Note).collect()
    }
}

/// A node of a form, if it is there.
type At<'a, 'b> = (&'b Scored<'a>, Option<usize>);

/// Why a row differs: first where it stands and what it is called, then how it is scored, then what
/// became of what was entered.
pub(super) fn reasons(
    (old, old_at): At<'_, '_>,
    (new, new_at): At<'_, '_>,
    entry: &Entry,
    facts: &Map<String>,
) -> Vec<Reason> {
    let (Some(old_at), Some(new_at)) = (old_at, new_at) else {
        // That it is not there is reason enough; a new row may want what nobody has given.
        let leaf = new_at.and_then(|at| new.nodes[at].indicator.scoring.as_ref());
        let missing = leaf.map(|scoring| missing_facts(scoring, entry, facts));
        let missing = missing.unwrap_or_default().into_iter();
        return missing.map(|id| Reason::FactMissing { id }).collect();
    };
    let pair = Pair { old, new, old_at, new_at, entry, facts };
    let mut found = pair.of_place();
    found.extend(pair.of_scoring());
    found.extend(pair.of_entry());
    found.extend(pair.of_results());
    found
}

/// A row that both forms have.
struct Pair<'a, 'b> {
    old: &'b Scored<'a>,
    new: &'b Scored<'a>,
    old_at: usize,
    new_at: usize,
    entry: &'b Entry,
    facts: &'b Map<String>,
}

impl<'a> Pair<'a, '_> {
    fn indicators(&self) -> (&'a Indicator, &'a Indicator) {
        (self.old.nodes[self.old_at].indicator, self.new.nodes[self.new_at].indicator)
    }

    fn outcomes(&self) -> (&'a Outcome, &'a Outcome) {
        (&self.old.card.outcomes[self.old_at], &self.new.card.outcomes[self.new_at])
    }

    fn of_place(&self) -> Vec<Reason> {
        let mut found = Vec::new();
        let owned = |path: Vec<&str>| path.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let paths = (self.old.path(self.old_at), self.new.path(self.new_at));
        if paths.0 != paths.1 {
            found.push(Reason::Moved { old: owned(paths.0), new: owned(paths.1) });
        }
        let (old, new) = self.indicators();
        if old.is_leaf() != new.is_leaf() {
            found.push(Reason::Shape { leaf: new.is_leaf() });
        }
        let bonus = self.new.nodes[self.new_at].bonus;
        if self.old.nodes[self.old_at].bonus != bonus {
            found.push(Reason::Bonus { bonus });
        }
        if old.name != new.name {
            found.push(Reason::Renamed { old: old.name.clone(), new: new.name.clone() });
        }
        if old.weight != new.weight {
            found.push(Reason::Weight { old: old.weight, new: new.weight });
        }
        found
    }

    fn of_scoring(&self) -> Vec<Reason> {
        let (old, new) = self.indicators();
        let (Some(old), Some(new)) = (&old.scoring, &new.scoring) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        if old.measure != new.measure {
            found.push(Reason::Measure(changes(&old.measure, &new.measure)));
        }
        if old.rule != new.rule {
            found.push(Reason::Rule(changes(&old.rule, &new.rule)));
        }
        found.extend(of_modifiers(&old.modifiers, &new.modifiers));
        if old.prefill != new.prefill {
            found.push(Reason::Prefill(changes(&old.prefill, &new.prefill)));
        }
        if old.unit != new.unit {
            found.push(Reason::Unit { old: old.unit.clone(), new: new.unit.clone() });
        }
        found
    }

    fn of_entry(&self) -> Vec<Reason> {
        let (old, new) = self.indicators();
        let mut found = Vec::new();
        if let Some(before) = &old.scoring {
            let read = new.scoring.as_ref().map(read_fields).unwrap_or_default();
            let mut fields = read_fields(before);
            fields.retain(|field| !read.contains(field) && is_entered(self.entry, field));
            if !fields.is_empty() {
                found.push(Reason::Unread { fields });
            }
        }
        if let Some(scoring) = &new.scoring {
            let before = old.scoring.as_ref();
            let known = before.map(|before| missing_facts(before, self.entry, self.facts));
            let known = known.unwrap_or_default();
            let missing = missing_facts(scoring, self.entry, self.facts).into_iter();
            let missing = missing.filter(|id| !known.contains(id));
            found.extend(missing.map(|id| Reason::FactMissing { id }));
        }
        let problems = (self.old.problems(&old.id), self.new.problems(&new.id));
        let only = |one: &[&Problem], other: &[&Problem]| {
            one.iter()
                .filter(|problem| !other.contains(problem))
                .map(|one| (*one).clone())
                .collect()
        };
        let added: Vec<Problem> = only(&problems.1, &problems.0);
        let gone: Vec<Problem> = only(&problems.0, &problems.1);
        found.extend(added.into_iter().map(Reason::ProblemAdded));
        found.extend(gone.into_iter().map(Reason::ProblemGone));
        found
    }

    fn of_results(&self) -> Vec<Reason> {
        let (old, new) = self.outcomes();
        let mut found = Vec::new();
        let applies = [old, new].iter().all(|outcome| outcome.status != Status::NotApplicable);
        if !applies && self.old.rubric.not_applicable != self.new.rubric.not_applicable {
            found.push(Reason::NotApplicable);
        }
        let (old_leaf, new_leaf) = self.indicators();
        let both_groups = !old_leaf.is_leaf() && !new_leaf.is_leaf();
        let own = !both_groups || old.status == Status::Block || new.status == Status::Block;
        if own && old.score != new.score && self.old.rubric.rounding != self.new.rubric.rounding {
            found.push(Reason::Rounding);
        }
        if both_groups && old.base != new.base {
            found.push(Reason::Below);
        }
        let (old, new) = (acting(old), acting(new));
        if old != new {
            found.push(Reason::Acted { old, new });
        }
        found
    }
}

fn of_modifiers(old: &[Modifier], new: &[Modifier]) -> Vec<Reason> {
    let mut found = Vec::new();
    for before in old {
        let id = before.id().to_owned();
        match new.iter().find(|after| after.id() == id) {
            None => found.push(Reason::ModifierRemoved { id }),
            Some(after) if after != before => {
                let changes = changes(before, after);
                found.push(Reason::ModifierChanged { id, changes });
            }
            Some(_) => {}
        }
    }
    let added = new.iter().filter(|after| old.iter().all(|before| before.id() != after.id()));
    found.extend(added.map(|after| Reason::ModifierAdded { id: after.id().to_owned() }));
    let ids = |all: &[Modifier]| all.iter().map(|one| one.id().to_owned()).collect::<Vec<_>>();
    if let (Some(first), true) = (new.first(), found.is_empty() && ids(old) != ids(new)) {
        // What is left to take depends on who takes first.
        let (id, changes) = (first.id().to_owned(), vec![Change::of_order()]);
        found.push(Reason::ModifierChanged { id, changes });
    }
    found
}

/// The fields of an entry that decide the points of a leaf.
fn read_fields(scoring: &Scoring) -> Vec<&'static str> {
    let measured = scoring.measure.iter().flat_map(|measure| measure.fields());
    let mut fields: Vec<&'static str> = measured.map(|field| field.name()).collect();
    if matches!(scoring.measure, Some(Measure::Survey(_))) {
        fields.push("counts");
    }
    fields.extend_from_slice(match &scoring.rule {
        Rule::Levels(_) | Rule::Bands(_) => &["level", "points"],
        Rule::Checklist(_) => &["missed", "partly"],
        Rule::Judgement(_) => &["points"],
        _ => &[],
    });
    fields
}

fn is_entered(entry: &Entry, name: &str) -> bool {
    let single = Field::ALL.iter().find(|field| field.name() == name);
    match name {
        "counts" => entry.counts.is_some(),
        "level" => entry.level.is_some(),
        "missed" => entry.missed.is_some(),
        "partly" => !entry.partly.is_empty(),
        _ => single.and_then(|field| field.of(entry)).is_some_and(|value| !value.is_blank()),
    }
}

/// Facts that a leaf takes, by its entry or else by its prefill, and that nobody has given.
fn missing_facts(scoring: &Scoring, entry: &Entry, facts: &Map<String>) -> Vec<String> {
    let mut missing = Vec::new();
    let mut want = |value: Option<&Value>| {
        if let Some(Value::Fact(id)) = value
            && facts.get(id).is_none_or(|text| text.trim().is_empty())
            && !missing.contains(id)
        {
            missing.push(id.clone());
        }
    };
    let fields = read_fields(scoring);
    for field in Field::ALL.iter().filter(|field| fields.contains(&field.name())) {
        let entered = field.of(entry).filter(|value| !value.is_blank());
        want(entered.or_else(|| field.of(&scoring.prefill)));
    }
    if fields.contains(&"counts") {
        let counts = entry.counts.as_ref().or(scoring.prefill.counts.as_ref());
        counts.into_iter().flatten().for_each(|count| want(Some(count)));
    }
    missing
}

/// What modifiers of other rows take at a node.
fn acting(outcome: &Outcome) -> Vec<Adjustment> {
    let foreign = outcome.adjustments.iter().filter(|one| match &one.kind {
        AdjustmentKind::Penalty { from, .. } | AdjustmentKind::Knockout { from, .. } => {
            *from != outcome.id
        }
        _ => false,
    });
    foreign.cloned().collect()
}
