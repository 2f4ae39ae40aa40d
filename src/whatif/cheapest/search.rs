//! `Hunt`: the cheapest sets of units that reach the target, best first.
//!
//! What is still open waits in a queue by the least that it can cost, then by the most total that
//! it can come to for that, then by its place in the form. What comes out of the queue as a whole
//! set is therefore next in order, and a proof: all that is left can only be worse.
//!
//! Looking for alternatives means to prove that there are no others. Two things keep that short: a
//! unit without which the rest cannot reach the target is changed at once, and a unit that alone
//! is all that is missing makes a whole set and is no longer open, for any other set with it would
//! hold more than is needed.

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
    /// Units that stay as they are, though their place is still to come.
    barred: Set,
    /// The total if no other unit is changed.
    total: i128,
    place: usize,
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
    peak: Option<Peak>,
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
            peak: None,
            instance,
        };
        let rank = (0, Reverse(0), Reverse(0));
        let total = hunt.instance.total(0, 0);
        hunt.put(Open { rank, changed: 0, barred: 0, total, place: 0 });
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
            self.explored += 1;
            match self.queue.pop() {
                Some(Reverse(open)) => self.look_at(open),
                None if !self.found.is_empty() => return true,
                // Nothing reaches it: what is next is how far one gets.
                None => {
                    if self
                        .peak
                        .get_or_insert_with(|| Peak::new(&self.instance))
                        .climb(&self.instance)
                    {
                        return true;
                    }
                }
            }
        }
        false
    }

    /// The set with the highest total, once the search is at its end and has found nothing.
    pub fn highest(&self) -> Option<Found> {
        self.peak.as_ref().map(|peak| peak.best)
    }

    fn look_at(&mut self, mut open: Open) {
        if self.holds_a_found_one(open.changed) {
            return;
        }
        if open.total >= self.instance.target {
            let (set, total) = (open.changed, open.total);
            self.found.push(Found { set, cost: open.rank.0, total });
            return;
        }
        let entangled = self.entangled(open.changed);
        if open.place == self.bounds.entangled && !self.cases.contains_key(&entangled) {
            let case = self.bounds.case(&self.instance, entangled);
            open.barred |= case.idle;
            self.cases.insert(entangled, case);
            return self.put(open);
        }
        if !self.take_what_is_due(&mut open) {
            return;
        }
        self.close(&mut open);
        self.branch(open);
    }

    /// Decides the next unit, both ways. The entangled units come to an end before the others begin:
    /// there the case is known.
    fn branch(&mut self, open: Open) {
        let Bounds { order, entangled, .. } = &self.bounds;
        let end = if open.place < *entangled { *entangled } else { order.len() };
        let decided = open.barred | open.changed;
        let mut places = open.place..end;
        match places.find(|place| only(order[*place]) & decided == 0) {
            Some(place) => {
                let changed = open.changed | only(order[place]);
                let total = self.instance.total(changed, 0);
                let barred = open.barred | self.instance.other_ways(only(order[place]));
                self.put(Open { changed, barred, total, place: place + 1, ..open });
                self.put(Open { place: place + 1, ..open });
            }
            None if end == *entangled && open.place < end => self.put(Open { place: end, ..open }),
            None => {}
        }
    }

    /// Units without which the others do not reach the target: they are changed. False where that
    /// is all, or too much.
    fn take_what_is_due(&mut self, set: &mut Open) -> bool {
        let open = self.open(set);
        let is_due = |unit: &usize| {
            self.instance.total(set.changed, open & !only(*unit)) < self.instance.target
        };
        let due = members(open).filter(is_due).fold(0, |due, unit| due | only(unit));
        if due == 0 {
            return true;
        }
        let others = self.instance.other_ways(due);
        if self.instance.changes(due).count_ones() < due.count_ones() {
            return false;
        }
        set.changed |= due;
        set.barred |= others;
        set.total = self.instance.total(set.changed, 0);
        if self.holds_a_found_one(set.changed) {
            return false;
        }
        if set.total >= self.instance.target {
            self.put_whole(*set);
            return false;
        }
        true
    }

    /// Units that alone are all that is missing: with each there is a whole set, and any other set
    /// that has it holds more than is needed.
    fn close(&mut self, open: &mut Open) {
        let case = self.cases.get(&self.entangled(open.changed));
        let case = case.filter(|_| open.place >= self.bounds.entangled);
        let (mut whole, mut closing) = (Vec::new(), 0);
        for unit in members(self.open(open)) {
            if !self.bounds.may_close(&self.instance, case, unit, open.total) {
                continue;
            }
            let changed = open.changed | only(unit);
            let total = self.instance.total(changed, 0);
            if total >= self.instance.target {
                closing |= only(unit);
                whole.push(Open { changed, total, ..*open });
            }
        }
        // Whatever the way of such a unit, more is not needed.
        open.barred |= closing | self.instance.other_ways(closing);
        whole.into_iter().for_each(|set| self.put_whole(set));
    }

    /// Puts a set that reaches the target into the queue.
    fn put_whole(&mut self, mut set: Open) {
        let cost = self.instance.cost(set.changed);
        let changes = self.instance.changes(set.changed);
        set.rank = (cost, Reverse(set.total), Reverse(changes));
        self.queue.push(Reverse(set));
    }

    /// The units of a set that are not decided.
    fn open(&self, set: &Open) -> Set {
        self.bounds.open(set.place) & !set.barred & !set.changed
    }

    /// Puts a set into the queue with its rank, unless nothing can come of it.
    fn put(&mut self, mut set: Open) {
        let Open { changed, total, place, .. } = set;
        if self.holds_a_found_one(changed) {
            return;
        }
        let open = self.open(&set);
        let highest = self.instance.total(changed, open);
        if highest < self.instance.target {
            return;
        }
        let case = match place >= self.bounds.entangled {
            true => self.cases.get(&self.entangled(changed)),
            false => None,
        };
        let mut best: Option<(i128, i128)> = None;
        // Units that were due before their place came are also among those to come: without them
        // what is to come is cheap in the order of places, with them it is what is left.
        let before = changed & !self.bounds.open(place);
        for taken in [changed, before] {
            let total = if taken == changed { total } else { self.instance.total(taken, 0) };
            let outlook = self.bounds.outlook(&self.instance, case, (taken, place), total);
            let Some(outlook) = outlook else { return };
            let cost = self.instance.cost(taken) + outlook.cost;
            let most = outlook.total.min(highest);
            best = match best {
                Some((dearer, _)) if dearer > cost => best,
                Some((same, less)) if same == cost => Some((cost, less.min(most))),
                _ => Some((cost, most)),
            };
            if before == changed {
                break;
            }
        }
        if let Some((cost, most)) = best {
            let changes = self.instance.changes(changed | open);
            set.rank = (cost, Reverse(most), Reverse(changes));
            self.queue.push(Reverse(set));
        }
    }

    /// A set that holds one that reaches the target says more than is needed.
    fn holds_a_found_one(&self, set: Set) -> bool {
        let changes = self.instance.changes(set);
        self.found.iter().any(|found| self.instance.changes(found.set) & !changes == 0)
    }

    fn entangled(&self, changed: Set) -> Set {
        changed & !self.bounds.open(self.bounds.entangled)
    }
}

/// The set with the highest total; of several, one with the fewest of the units that can do harm.
#[derive(Clone, Debug)]
struct Peak {
    best: Found,
    /// Units of which more need not be better: those that can do harm, and ways of the same change.
    choosy: Vec<usize>,
    /// Sets that are decided up to a place among these.
    waiting: Vec<(Set, usize)>,
}

impl Peak {
    fn new(instance: &Instance) -> Peak {
        let ways = (0..instance.costs.len()).filter(|unit| instance.has_ways(*unit)).map(only);
        let choosy = lowering(instance) | ways.sum::<Set>();
        let rest = instance.all() & !choosy;
        let best = Peak::found(instance, rest);
        Peak { best, choosy: members(choosy).collect(), waiting: vec![(rest, 0)] }
    }

    fn found(instance: &Instance, set: Set) -> Found {
        Found { set, cost: instance.cost(set), total: instance.total(set, 0) }
    }

    /// Looks at one set; whether there is none left.
    fn climb(&mut self, instance: &Instance) -> bool {
        let Some((set, place)) = self.waiting.pop() else { return true };
        let open: Set = self.choosy[place..].iter().map(|unit| only(*unit)).sum();
        let open = open & !instance.other_ways(set);
        if instance.total(set, open) <= self.best.total {
            return false;
        }
        let here = Peak::found(instance, set);
        if here.total > self.best.total {
            self.best = here;
        }
        if let Some(unit) = self.choosy.get(place) {
            let with = set | only(*unit);
            let barred = instance.other_ways(set) & only(*unit) != 0;
            self.waiting.extend((!barred).then_some((with, place + 1)));
            self.waiting.push((set, place + 1));
        }
        false
    }
}
