//! The abstract question: units that are changed or not, rows that they touch, the total of it.

use crate::engine::{Contribution, Sums, Take};

/// Units, by their position; the first is the highest bit, so that the larger of two sets of equal
/// worth is the one that comes first in the order of the form.
pub(super) type Set = u128;

/// Units that a set has room for.
pub const MOST_UNITS: usize = 128;

/// Ways of changing one set that are compared.
const MOST_WAYS: usize = 1_000;

/// The first unit of a set, by itself.
pub(super) fn first(set: Set) -> Set {
    if set == 0 { 0 } else { 1 << (MOST_UNITS - 1 - set.leading_zeros() as usize) }
}

/// The set of one unit.
pub(super) fn only(unit: usize) -> Set {
    1 << (MOST_UNITS - 1 - unit)
}

/// The units of a set, in order.
pub(super) fn members(set: Set) -> impl Iterator<Item = usize> {
    (0..MOST_UNITS).filter(move |unit| set & only(*unit) != 0)
}

/// A leaf, or a group's block, with what it gives for each state of the units that touch it.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its position in [`crate::engine::Rubric::nodes`].
    pub node: usize,
    /// The units that touch it.
    pub units: Vec<usize>,
    /// By base 3, the first unit the lowest digit: 0 left, 1 changed, 2 open. Where some are open,
    /// the most points and the least takes of all that may come of it.
    table: Vec<Contribution>,
}

impl Row {
    /// A row that gives `given[m]` when of its units those are changed whose bits are in `m`.
    pub fn new(node: usize, units: Vec<usize>, given: &[Contribution]) -> Row {
        let mut table = given.to_vec();
        let mut below = 1;
        // One unit after the other gets its third state. `below` is how many states there are of
        // those before it, and two states of it follow each other at that distance.
        for _ in &units {
            let pairs = table.chunks(2 * below).flat_map(|pair| {
                let (left, changed) = pair.split_at(below);
                let open = left.iter().zip(changed).map(|(a, b)| kinder(a, b));
                pair.iter().cloned().chain(open).collect::<Vec<_>>()
            });
            table = pairs.collect();
            below *= 3;
        }
        Row { node, table, units }
    }

    /// What it gives when the units of `changed` are changed and those of `open` may be.
    pub fn gives(&self, changed: Set, open: Set) -> &Contribution {
        let digit = |unit: &usize| match only(*unit) {
            bit if changed & bit != 0 => 1,
            bit if open & bit != 0 => 2,
            _ => 0,
        };
        let state = self.units.iter().rev().fold(0, |state, unit| 3 * state + digit(unit));
        &self.table[state]
    }

    /// What it gives before and after `unit` is changed, whatever is with the others.
    pub fn steps(&self, unit: usize) -> impl Iterator<Item = (&Contribution, &Contribution)> {
        let at = self.units.iter().position(|one| *one == unit);
        let subsets = 0..1_usize << self.units.len();
        let set = |mask: usize| {
            let here = self.units.iter().enumerate().filter(move |(at, _)| mask >> at & 1 == 1);
            here.map(|(_, unit)| only(*unit)).sum::<Set>()
        };
        subsets
            .filter(move |mask| at.is_some_and(|at| mask >> at & 1 == 0))
            .map(move |mask| (self.gives(set(mask), 0), self.gives(set(mask) | only(unit), 0)))
    }
}

impl Row {
    /// Whether changing `unit` may cost points or make it take more, somewhere.
    pub fn lowers(&self, unit: usize) -> bool {
        self.steps(unit).any(|(before, after)| lowered(before, after))
    }
}

/// Whether there are fewer points, or more is taken from somewhere.
pub(super) fn lowered(before: &Contribution, after: &Contribution) -> bool {
    let takes_more = |from| match (taken(before, from), taken(after, from)) {
        (_, None) | (Some(None), _) => false,
        (None, Some(_)) | (_, Some(None)) => true,
        (Some(Some(before)), Some(Some(after))) => after > before,
    };
    after.points < before.points || after.takes.iter().any(|take| takes_more(take.from))
}

/// The most points and the least takes of two.
fn kinder(a: &Contribution, b: &Contribution) -> Contribution {
    let both = a.takes.iter().filter_map(|take| {
        let other = taken(b, take.from)?;
        let points = match (taken(a, take.from).flatten(), other) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        Some(Take { from: take.from, points })
    });
    let mut takes: Vec<Take> = Vec::new();
    for take in both {
        if takes.iter().all(|known| known.from != take.from) {
            takes.push(take);
        }
    }
    Contribution { points: a.points.max(b.points), takes }
}

/// All that a contribution takes from a node or from the total: nothing, points or everything.
pub(super) fn taken(one: &Contribution, from: Option<usize>) -> Option<Option<i128>> {
    let here = one.takes.iter().filter(|take| take.from == from).map(|take| take.points);
    here.reduce(|a, b| Some(a? + b?))
}

/// The question.
#[derive(Clone, Debug)]
pub(super) struct Instance {
    /// The sums above the rows.
    pub sums: Sums,
    /// What each node gives that no unit touches.
    fixed: Vec<Contribution>,
    /// What units touch.
    pub rows: Vec<Row>,
    /// The row of each node that is one.
    row_of: Vec<Option<usize>>,
    /// Effort of each unit, above 0.
    pub costs: Vec<i128>,
    /// For each unit the ways of the same change, of which a set has one at most; itself included.
    pub ways: Vec<Set>,
    /// Total to reach, millionths of a 分.
    pub target: i128,
}

impl Instance {
    /// The question with these rows; `fixed` has what every node gives as things are.
    pub fn new(
        sums: Sums,
        fixed: Vec<Contribution>,
        rows: Vec<Row>,
        (costs, ways): (Vec<i128>, Vec<Set>),
        target: i128,
    ) -> Instance {
        let mut row_of = vec![None; fixed.len()];
        for (at, row) in rows.iter().enumerate() {
            row_of[row.node] = Some(at);
        }
        Instance { sums, fixed, rows, row_of, costs, ways, target }
    }

    /// What a node gives when the units of `changed` are changed and those of `open` may be.
    pub fn gives(&self, node: usize, changed: Set, open: Set) -> &Contribution {
        match self.row_of[node] {
            Some(row) => self.rows[row].gives(changed, open),
            None => &self.fixed[node],
        }
    }

    /// The total with the units of `changed` changed; with those of `open`, no total can be more.
    pub fn total(&self, changed: Set, open: Set) -> i128 {
        self.sums.total(|node| self.gives(node, changed, open))
    }

    /// All units.
    pub fn all(&self) -> Set {
        (0..self.costs.len()).map(only).sum()
    }

    /// Whether there are other ways of the same change.
    pub fn has_ways(&self, unit: usize) -> bool {
        self.ways[unit] != only(unit)
    }

    /// The other ways of the changes of a set, which are barred with it.
    pub fn other_ways(&self, set: Set) -> Set {
        members(set).fold(0, |others, unit| others | self.ways[unit]) & !set
    }

    /// The changes of a set, whatever the way of each: the first stands for all.
    pub fn changes(&self, set: Set) -> Set {
        members(set).fold(0, |changes, unit| changes | first(self.ways[unit]))
    }

    /// The best way of changing the changes of a set, each given by its first way. Where there is too
    /// much to try, the first ways are left as they are.
    pub fn best_ways(&self, changes: Set) -> Set {
        let mut sets = vec![changes];
        for unit in members(changes).filter(|unit| self.has_ways(*unit)) {
            if sets.len() > MOST_WAYS {
                break;
            }
            let with = |set: &Set| {
                let rest = *set & !only(unit);
                members(self.ways[unit]).map(move |way| rest | only(way)).collect::<Vec<_>>()
            };
            sets = sets.iter().flat_map(with).collect();
        }
        // Of several equally good ones the first.
        let best = sets.into_iter().rev().max_by_key(|set| self.total(*set, 0));
        best.unwrap_or(changes)
    }

    /// Effort of a set.
    pub fn cost(&self, set: Set) -> i128 {
        members(set).map(|unit| self.costs[unit]).sum()
    }

    /// The rows that a unit touches.
    pub fn touched(&self, unit: usize) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.units.contains(&unit))
    }
}
