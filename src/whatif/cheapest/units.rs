//! The units of an assessment: what is changed as a whole, each at the best that it can be.

use std::collections::BTreeMap;

use super::instance::{MOST_UNITS, Row, Set, only};
use crate::engine::{Assessment, Contribution, Rubric, Trial};
use crate::whatif::lever::{Input, Lever, Role, Slot, levers};
use crate::whatif::search::Search;

/// An input at a position.
#[derive(Clone, Debug)]
pub(super) struct Put {
    pub lever: Lever,
    pub to: i64,
}

/// What is changed as a whole.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The indicator, by its position; none for a fact.
    pub node: Option<usize>,
    /// Id of the indicator, or `facts.` and that of the fact.
    pub id: String,
    /// The facts among the units that move the same row.
    pub beside: Set,
    /// Where its inputs stand at best, by the facts beside it that are changed too.
    pub best: BTreeMap<Set, Vec<Put>>,
}

/// The units of an assessment with the rows that they touch.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    pub all: Vec<Unit>,
    pub rows: Vec<Row>,
}

/// Units that could be of use; none is left out but those that raise nothing. So many are there, if
/// there is no room for them.
pub(super) fn units(rubric: &Rubric, assessment: &Assessment) -> Result<Units, usize> {
    let mut finder = Finder { rubric, assessment, levers: BTreeMap::new(), facts: Vec::new() };
    let earned = finder.levers(0);
    let facts = finder.best_facts(&earned);
    let mut nodes: Vec<usize> = earned.iter().filter_map(own_node).collect();
    nodes.dedup();
    let touched_by_facts = facts.iter().flat_map(|put| put.lever.nodes());
    let mut touched: Vec<usize> = touched_by_facts.chain(nodes).collect();
    touched.sort_unstable();
    touched.dedup();
    if facts.len() > MOST_UNITS {
        return Err(facts.len());
    }
    finder.facts = facts.into_iter().map(|put| finder.fact_unit(put)).collect();
    let found: Vec<Found> = touched.into_iter().filter_map(|node| finder.row(node)).collect();
    match finder.facts.len() + found.iter().filter(|row| row.own.is_some()).count() {
        units if units > MOST_UNITS => Err(units),
        _ => Ok(finder.numbered(found)),
    }
}

/// A row before its units have their numbers.
struct Found {
    node: usize,
    /// Which of the facts move it.
    facts: Vec<usize>,
    /// Its own unit, if that is of use.
    own: Option<Unit>,
    /// By the bits of the facts that are changed, then that of its own unit.
    given: Vec<Contribution>,
}

struct Finder<'a> {
    rubric: &'a Rubric,
    assessment: &'a Assessment,
    /// What was earned and could be otherwise, by the facts that are changed.
    levers: BTreeMap<Set, Vec<Lever>>,
    /// The facts of use. Until it is known which rows are, and what comes before them, sets are of
    /// these alone.
    facts: Vec<Unit>,
}

impl Finder<'_> {
    /// The inputs that were earned, once the facts of `changed` are at their best.
    fn levers(&mut self, changed: Set) -> Vec<Lever> {
        if let Some(known) = self.levers.get(&changed) {
            return known.clone();
        }
        let mut found = levers(self.rubric, &self.with_facts(changed));
        found.retain(|lever| lever.role == Role::Earned);
        self.levers.insert(changed, found.clone());
        found
    }

    fn with_facts(&self, changed: Set) -> Assessment {
        let mut assessment = self.assessment.clone();
        for (at, fact) in self.facts.iter().enumerate() {
            for put in fact.best.values().flatten().filter(|_| changed & only(at) != 0) {
                put.lever.change(self.rubric, &mut assessment, put.to);
            }
        }
        assessment
    }

    /// The facts that are better elsewhere: where the total is highest, and among such places where
    /// their rows have the most points, for a veto may keep all from showing in the total.
    fn best_facts(&self, earned: &[Lever]) -> Vec<Put> {
        let mut trial = Trial::new(self.rubric, self.assessment);
        let facts = earned.iter().filter(|lever| matches!(lever.input, Input::Fact(_)));
        facts.filter_map(|lever| best_fact(lever, &mut trial)).collect()
    }

    fn fact_unit(&self, put: Put) -> Unit {
        let id = put.lever.id(self.rubric);
        Unit { node: None, id, beside: 0, best: BTreeMap::from([(0, vec![put])]) }
    }

    /// A row with what it gives for each state of the units that move it; none if none is of use.
    fn row(&mut self, node: usize) -> Option<Found> {
        let moves = |unit: &Unit| {
            unit.best.values().flatten().any(|put| put.lever.nodes().any(|moved| moved == node))
        };
        let facts: Vec<usize> = self
            .facts
            .iter()
            .enumerate()
            .filter(|(_, unit)| moves(unit))
            .map(|(at, _)| at)
            .collect();
        let mut best = BTreeMap::new();
        let (mut plain, mut changed) = (Vec::new(), Vec::new());
        for mask in 0..1_usize << facts.len() {
            let bit = |(at, fact): (usize, &usize)| (mask >> at & 1 == 1).then(|| only(*fact));
            let set: Set = facts.iter().enumerate().filter_map(bit).sum();
            let own = self.levers(set).into_iter().filter(|lever| own_node(lever) == Some(node));
            let mut trial = Trial::new(self.rubric, &self.with_facts(set));
            let before = trial.contribution(node);
            let puts = best_setting(own.collect(), &mut trial, node);
            let after = trial.contribution(node);
            let better = worth(&after) > worth(&before);
            changed.push(if better { after } else { before.clone() });
            plain.push(before);
            best.insert(set, if better { puts } else { Vec::new() });
        }
        let id = self.rubric.nodes()[node].indicator.id.clone();
        let own = (plain != changed).then_some(Unit { node: Some(node), id, beside: 0, best });
        if own.is_some() {
            plain.extend(changed);
        }
        let moved = plain.iter().any(|given| *given != plain[0]);
        moved.then_some(Found { node, facts, own, given: plain })
    }

    /// The units in the order of the form, then the facts, with the rows that they touch.
    fn numbered(self, found: Vec<Found>) -> Units {
        let first = found.iter().filter(|row| row.own.is_some()).count();
        let placed = |facts: &[usize]| facts.iter().map(|fact| first + fact).collect::<Vec<_>>();
        let shifted = |set: Set| set >> first;
        let (mut all, mut rows) = (Vec::new(), Vec::new());
        for Found { node, facts, own, given } in found {
            let mut units = placed(&facts);
            if let Some(unit) = own {
                let best = unit.best.into_iter().map(|(set, puts)| (shifted(set), puts));
                let beside = units.iter().map(|unit| only(*unit)).sum();
                units.push(all.len());
                all.push(Unit { best: best.collect(), beside, ..unit });
            }
            rows.push(Row::new(node, units, &given));
        }
        all.extend(self.facts);
        Units { all, rows }
    }
}

/// The indicator whose own input it is; none for a fact.
fn own_node(lever: &Lever) -> Option<usize> {
    match &lever.input {
        Input::Entry { node, .. } => Some(*node),
        Input::Fact(_) => None,
    }
}

fn best_fact(lever: &Lever, trial: &mut Trial<'_>) -> Option<Put> {
    let value = |position: Option<i64>, trial: &mut Trial<'_>| {
        let total = position.map_or(trial.total(), |position| lever.set(trial, position)).min;
        let rows: Vec<_> = lever.nodes().map(|node| worth(&trial.contribution(node))).collect();
        let (vetoes, points) = rows.iter().fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
        (total, vetoes, points)
    };
    let before = value(None, trial);
    let origin = Search::new(lever, trial).origin();
    let alone = Search::new(lever, trial).best().position;
    let ends = lever.segments().iter().flat_map(|(start, end)| [*start, *end]);
    let mut best = (before, None);
    for position in ends.chain([alone]) {
        let here = value(Some(position), trial);
        let far = |known: i64| known.abs_diff(origin);
        let nearer = best.1.is_some_and(|known| far(position) < far(known));
        if here > best.0 || (here == best.0 && nearer) {
            best = (here, Some(position));
        }
    }
    lever.restore(trial);
    Some(Put { lever: lever.clone(), to: best.1? })
}

/// Puts the own inputs of a row, or of a block, where they earn most, and says which were moved.
fn best_setting(own: Vec<Lever>, trial: &mut Trial<'_>, node: usize) -> Vec<Put> {
    let is_incident =
        |lever: &Lever| matches!(lever.input, Input::Entry { slot: Slot::Incident(_), .. });
    let (incidents, others): (Vec<_>, Vec<_>) = own.into_iter().partition(is_incident);
    let mut puts = Vec::new();
    // What the rule earns shows only once no incident takes it all.
    for lever in &incidents {
        lever.set(trial, lever.last());
    }
    for lever in others {
        let (now, start) = (lever.now, trial.entry(node).cloned().unwrap_or_default());
        let ends = lever.segments().iter().flat_map(|(start, end)| [*start, *end]);
        let to = most(&lever, now, ends, trial, node);
        trial.change(node, |entry| *entry = start);
        if let Some(to) = to.filter(|to| Some(*to) != now) {
            lever.set(trial, to);
            puts.push(Put { lever, to });
        }
    }
    // Undone is mostly best; where nothing is named the rate may take more.
    for lever in incidents {
        let ends = lever.segments().iter().flat_map(|(start, end)| [*start, *end]);
        let to = most(&lever, Some(lever.last()), ends.chain(lever.now), trial, node);
        let to = to.unwrap_or(lever.last());
        lever.set(trial, to);
        if lever.now != Some(to) {
            puts.push(Put { lever, to });
        }
    }
    puts
}

/// Of some positions and the one from which to begin, the one where a row is worth most; of several
/// the one nearest to what is entered.
fn most(
    lever: &Lever,
    begin: Option<i64>,
    positions: impl Iterator<Item = i64>,
    trial: &mut Trial<'_>,
    node: usize,
) -> Option<i64> {
    let far = |at: i64| lever.now.map_or(0, |now| now.abs_diff(at));
    let mut best = (worth(&trial.contribution(node)), begin);
    for position in positions {
        lever.set(trial, position);
        let here = worth(&trial.contribution(node));
        let nearer = best.1.is_some_and(|known| far(position) < far(known));
        if here > best.0 || (here == best.0 && nearer) {
            best = (here, Some(position));
        }
    }
    best.1
}

/// What a row is worth by itself: how few vetoes it casts, then its points less its penalties.
fn worth(given: &Contribution) -> (i128, i128) {
    let vetoes = given.takes.iter().filter(|take| take.points.is_none()).count();
    let penalties: i128 = given.takes.iter().filter_map(|take| take.points).sum();
    (-(vetoes as i128), given.points - penalties)
}
