//! `Hunt`: the cheapest sets of units that reach the target, best first.
//!
//! What is still open waits in a queue by the least that it can cost, then by the most total that
//! it can come to for that, then by its place in the form. What comes out of the queue as a whole
//! set is therefore next in order, and a proof: all that is left can only be worse.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::bounds::{Bounds, Case, lowering};
use super::instance::{Instance, Set, members, only};

/// A set that reaches the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub set: Set,
    pub cost: i128,
    pub total: i128,
}

/// Least cost, most total, first in the form: the smaller the better.
type Rank = (i128, Reverse<i128>, Reverse<Set>);

/// A set that is decided up to a place of the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Open {
    rank: Rank,
    changed: Set,
    /// The total if no other unit is changed.
    total: i128,
    place: usize,
    /// Nothing else has to be changed.
    reached: bool,
}

/// A search that can be interrupted.
#[derive(Clone, Debug)]
pub(super) struct Hunt {
    instance: Instance,
    bounds: Bounds,
    cases: BTreeMap<Set, Case>,
    queue: BinaryHeap<Reverse<Open>>,
    most: usize,
    explored: u64,
    found: Vec<Found>,
}

impl Hunt {
    /// A search for the `most` cheapest sets of which no part reaches the target.
    pub fn new(instance: Instance, most: usize) -> Hunt {
        let bounds = Bounds::new(&instance);
        let mut hunt = Hunt {
            bounds,
            cases: BTreeMap::new(),
            queue: BinaryHeap::new(),
            most,
            explored: 0,
            found: Vec::new(),
            instance,
        };
        let total = hunt.instance.total(0, 0);
        hunt.put(0, total, 0);
        hunt
    }

    /// What is searched.
    pub fn instance(&self) -> &Instance {
        &self.instance
    }

    /// The sets found so far, the best first; none that comes later is better.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// How many partly decided sets were looked at.
    pub fn explored(&self) -> u64 {
        self.explored
    }

    /// Looks at up to so many sets; whether the search is at its end.
    pub fn step(&mut self, budget: u64) -> bool {
        for _ in 0..budget {
            if self.found.len() >= self.most {
                return true;
            }
            let Some(Reverse(open)) = self.queue.pop() else {
                return true;
            };
            self.explored += 1;
            self.look_at(open);
        }
        false
    }

    fn look_at(&mut self, open: Open) {
        if self.holds_a_found_one(open.changed) {
            return;
        }
        if open.reached {
            let (set, total) = (open.changed, open.total);
            self.found.push(Found { set, cost: open.rank.0, total });
            return;
        }
        let entangled = self.entangled(open.changed);
        if open.place == self.bounds.entangled && !self.cases.contains_key(&entangled) {
            let case = self.bounds.case(&self.instance, entangled);
            self.cases.insert(entangled, case);
            return self.put(open.changed, open.total, open.place);
        }
        let Some(unit) = self.bounds.order.get(open.place) else {
            return;
        };
        let with = open.changed | only(*unit);
        let idle = self.cases.get(&entangled).map_or(0, |case| case.idle);
        if only(*unit) & idle == 0 {
            self.put(with, self.instance.total(with, 0), open.place + 1);
        }
        self.put(open.changed, open.total, open.place + 1);
    }

    /// Puts a set into the queue, unless nothing can come of it.
    fn put(&mut self, changed: Set, total: i128, place: usize) {
        if self.holds_a_found_one(changed) {
            return;
        }
        let cost = self.instance.cost(changed);
        if total >= self.instance.target {
            let rank = (cost, Reverse(total), Reverse(changed));
            return self.queue.push(Reverse(Open { rank, changed, total, place, reached: true }));
        }
        let open = self.bounds.open(place);
        let highest = self.instance.total(changed, open);
        if highest < self.instance.target {
            return;
        }
        let case = match place >= self.bounds.entangled {
            true => self.cases.get(&self.entangled(changed)),
            false => None,
        };
        let here = (changed, place);
        if let Some(outlook) = self.bounds.outlook(&self.instance, case, here, total) {
            let most = Reverse(outlook.total.min(highest));
            let rank = (cost + outlook.cost, most, Reverse(changed | open));
            self.queue.push(Reverse(Open { rank, changed, total, place, reached: false }));
        }
    }

    /// A set that holds one that reaches the target says more than is needed.
    fn holds_a_found_one(&self, set: Set) -> bool {
        self.found.iter().any(|found| found.set & !set == 0)
    }

    fn entangled(&self, changed: Set) -> Set {
        changed & !self.bounds.open(self.bounds.entangled)
    }
}

/// The set with the highest total; of several, one with the fewest of the units that can do harm.
pub(super) fn highest(instance: &Instance) -> Found {
    let harmful: Vec<usize> = members(lowering(instance)).collect();
    let rest = instance.all() & !harmful.iter().map(|unit| only(*unit)).sum::<Set>();
    let found = |set| Found { set, cost: instance.cost(set), total: instance.total(set, 0) };
    let mut best = found(rest);
    let mut waiting = vec![(rest, 0)];
    while let Some((set, place)) = waiting.pop() {
        let open: Set = harmful[place..].iter().map(|unit| only(*unit)).sum();
        if instance.total(set, open) <= best.total {
            continue;
        }
        let here = found(set);
        if here.total > best.total {
            best = here;
        }
        if let Some(unit) = harmful.get(place) {
            waiting.extend([(set | only(*unit), place + 1), (set, place + 1)]);
        }
    }
    best
}
