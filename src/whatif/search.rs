//! Finds positions of a lever by the totals that they give: the nearest that meets a goal, the best.
//!
//! Within a segment every row that a lever moves only rises or only falls. A lever of one row is
//! therefore searched by halving. A shared fact moves several rows, which can pull apart: there an
//! interval is given up only if it fails with each of its rows at the better end of it.

use std::cmp::Ordering;

use super::lever::Lever;
use crate::engine::{Figure, Span, Trial};

/// What a total is to be. It goes by the points that are certain, 分.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// So much or more.
    AtLeast(Figure),
    /// More than that.
    Above(Figure),
    /// So much or less.
    AtMost(Figure),
    /// Less than that.
    Below(Figure),
}

impl Goal {
    /// Whether a total is what it is to be.
    pub fn is_met(self, total: Span) -> bool {
        match self {
            Goal::AtLeast(bound) => total.min >= bound,
            Goal::Above(bound) => total.min > bound,
            Goal::AtMost(bound) => total.min <= bound,
            Goal::Below(bound) => total.min < bound,
        }
    }

    /// Whether it takes more points rather than fewer.
    fn is_upwards(self) -> bool {
        matches!(self, Goal::AtLeast(_) | Goal::Above(_))
    }
}

/// A position with the total that it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// Position of the lever.
    pub position: i64,
    /// The total there, 分.
    pub total: Span,
}

/// A position that meets a goal, and the one before it that does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The nearest that meets it.
    pub at: At,
    /// One step short of it; none where the first position of all meets it.
    pub short: Option<At>,
}

/// How many totals are worth looking through before one is found anew.
const REMEMBERED: usize = 32;

/// A lever in the trial that it moves.
pub(super) struct Search<'s, 'r> {
    pub lever: &'s Lever,
    pub trial: &'s mut Trial<'r>,
    /// Totals found so far: one question after the other asks for the same ends.
    known: Vec<At>,
}

impl<'s, 'r> Search<'s, 'r> {
    /// A search for one lever, in a trial of the assessment that it was made of.
    pub fn new(lever: &'s Lever, trial: &'s mut Trial<'r>) -> Search<'s, 'r> {
        Search { lever, trial, known: Vec::new() }
    }

    pub fn total(&mut self, position: i64) -> Span {
        if let Some(known) = self.known.iter().rev().find(|at| at.position == position) {
            return known.total;
        }
        let total = self.lever.set(self.trial, position);
        if self.known.len() < REMEMBERED {
            self.known.push(At { position, total });
        }
        total
    }

    pub fn at(&mut self, position: i64) -> At {
        At { position, total: self.total(position) }
    }

    /// Where the search begins: at what is entered, else at the end that earns less.
    pub fn origin(&mut self) -> i64 {
        if let Some(now) = self.lever.now {
            return now;
        }
        let last = self.lever.last();
        if self.total(last).min < self.total(0).min { last } else { 0 }
    }

    /// The position nearest to what is entered that meets a goal; the trial is left as it was.
    pub fn nearest(&mut self, goal: Goal) -> Option<Found> {
        let origin = self.origin();
        let above = self.first_above(origin, goal);
        let least = above.map_or(0, |above| (origin - (above - origin) + 1).max(0));
        let below = self.first_below(origin, least, goal);
        let found = below.or(above).map(|position| {
            let short = match position.cmp(&origin) {
                Ordering::Less => Some(position + 1),
                Ordering::Equal => None,
                Ordering::Greater => Some(position - 1),
            };
            Found { at: self.at(position), short: short.map(|short| self.at(short)) }
        });
        self.lever.restore(self.trial);
        found
    }

    fn first_above(&mut self, origin: i64, goal: Goal) -> Option<i64> {
        let lever = self.lever;
        let segments = lever.segments().iter().filter(|(_, end)| *end >= origin);
        let mut segments = segments.map(|(start, end)| ((*start).max(origin), *end));
        segments.find_map(|(near, far)| self.first(near, far, goal))
    }

    fn first_below(&mut self, origin: i64, least: i64, goal: Goal) -> Option<i64> {
        let lever = self.lever;
        let within = |(start, end): &(i64, i64)| ((*start).max(least), (*end).min(origin));
        let segments = lever.segments().iter().rev().map(within);
        let mut segments = segments.filter(|(start, end)| start <= end);
        segments.find_map(|(far, near)| self.first(near, far, goal))
    }

    /// The position nearest to `near` in a part of a segment that meets a goal.
    pub fn first(&mut self, near: i64, far: i64, goal: Goal) -> Option<i64> {
        match self.lever.is_shared() {
            true => self.first_of_rows(near, far, goal),
            false => self.edge(near, far, |total| goal.is_met(total)),
        }
    }

    /// The position nearest to `near` at which something holds that holds at `far` if anywhere.
    pub fn edge(&mut self, near: i64, far: i64, holds: impl Fn(Span) -> bool) -> Option<i64> {
        if holds(self.total(near)) {
            return Some(near);
        }
        if !holds(self.total(far)) {
            return None;
        }
        let (mut fails, mut meets) = (near, far);
        while fails.abs_diff(meets) > 1 {
            let middle = fails + (meets - fails) / 2;
            match holds(self.total(middle)) {
                true => meets = middle,
                false => fails = middle,
            }
        }
        Some(meets)
    }

    fn first_of_rows(&mut self, near: i64, far: i64, goal: Goal) -> Option<i64> {
        if goal.is_met(self.total(near)) {
            return Some(near);
        }
        if near == far {
            return None;
        }
        let (bound, together) = self.bound(near, far, goal);
        if !goal.is_met(bound) {
            return None;
        }
        if together {
            return self.edge(near, far, |total| goal.is_met(total));
        }
        let (step, middle) = ((far - near).signum(), near + (far - near) / 2);
        let nearer =
            if middle == near { None } else { self.first_of_rows(near + step, middle, goal) };
        nearer.or_else(|| self.first_of_rows(middle + step, far, goal))
    }

    /// A total that no position between the two ends can be better than, each row at the better end
    /// of it; and whether that is the same end for all, so that they rise and fall together.
    fn bound(&mut self, one: i64, other: i64, goal: Goal) -> (Span, bool) {
        let (mut rises, mut falls) = (false, false);
        for (row, node) in self.lever.nodes().enumerate() {
            self.lever.set_row(self.trial, row, one);
            let at_one = self.trial.score_of(node).min;
            self.lever.set_row(self.trial, row, other);
            let at_other = self.trial.score_of(node).min;
            rises |= at_other > at_one;
            falls |= at_other < at_one;
            if (at_one > at_other) == goal.is_upwards() {
                self.lever.set_row(self.trial, row, one);
            }
        }
        (self.trial.total(), !(rises && falls))
    }

    /// The highest total that the lever alone can bring about, at the position of it that is nearest
    /// to what is entered; the trial is left as it was.
    pub fn best(&mut self) -> At {
        self.extreme(Goal::AtLeast, Goal::Above)
    }

    /// The lowest total that the lever alone can bring about, likewise.
    pub fn worst(&mut self) -> At {
        self.extreme(Goal::AtMost, Goal::Below)
    }

    fn extreme(&mut self, as_good: fn(Figure) -> Goal, better: fn(Figure) -> Goal) -> At {
        let origin = self.origin();
        let mut found = self.at(origin);
        let lever = self.lever;
        for position in lever.segments().iter().flat_map(|(start, end)| [*start, *end]) {
            let at = self.at(position);
            if better(found.total.min).is_met(at.total) {
                found = at;
            }
        }
        // Rows that pull apart may do better within a segment than at its ends.
        if lever.is_shared() {
            found = self.within(found, better);
        }
        // It may have been reached long before the end of the segment.
        self.nearest(as_good(found.total.min)).map_or(found, |nearest| nearest.at)
    }

    /// The best total between the ends of segments, or the best that is known: halves of an interval
    /// are asked as long as its rows, each at the better end, make more than that.
    fn within(&mut self, mut found: At, better: fn(Figure) -> Goal) -> At {
        let lever = self.lever;
        let mut waiting: Vec<(i64, i64)> = lever.segments().to_vec();
        while let Some((start, end)) = waiting.pop() {
            let goal = better(found.total.min);
            let (bound, together) = self.bound(start, end, goal);
            if together || end - start < 2 || !goal.is_met(bound) {
                continue;
            }
            let middle = self.at(start + (end - start) / 2);
            if goal.is_met(middle.total) {
                found = middle;
            }
            waiting.extend([(start, middle.position), (middle.position, end)]);
        }
        found
    }
}
