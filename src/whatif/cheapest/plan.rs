//! From a set of units to a plan: each input back as far as the target allows, then scored.

use super::instance::{Instance, Set, members, only};
use super::notes::{limits, notes};
use super::units::{Put, Unit};
use super::{Change, Limit, Plan, Step};
use crate::engine::{Assessment, Figure, Rubric, Span, Trial};
use crate::whatif::lever::levers;
use crate::whatif::search::{Goal, Search};

/// What plans are made from.
pub(super) struct Planner<'a> {
    pub rubric: &'a Rubric,
    pub assessment: &'a Assessment,
    pub units: &'a [Unit],
    pub efforts: &'a [Figure],
}

/// An input that a plan moves, with the unit that it belongs to.
pub(super) struct Move {
    unit: usize,
    put: Put,
}

impl Planner<'_> {
    /// The plan of a set, saying no more than the target needs.
    pub fn trimmed(&self, set: Set, target: Figure) -> Plan {
        self.plan(self.trimmed_moves(set, target))
    }

    /// From the last on, each goes back as near to what is entered as the others, as they are then,
    /// allow: the first of the form stay at their best.
    fn trimmed_moves(&self, set: Set, target: Figure) -> Vec<Move> {
        let mut moves = self.moves(set);
        for at in (0..moves.len()).rev() {
            self.trim(set, &mut moves, at, Goal::AtLeast(target));
        }
        moves
    }

    /// What keeps the total of a set, with all that it changes at its best, from being more.
    pub fn limits(&self, set: Set) -> Vec<Limit> {
        limits(self.rubric, &self.assessment_with(self.moves(set).iter()))
    }

    /// What changing a set moves, all at its best.
    pub fn moves(&self, set: Set) -> Vec<Move> {
        let of_unit = |unit: usize| {
            let puts = self.units[unit].best.get(&(set & self.units[unit].beside));
            puts.into_iter().flatten().map(move |put| Move { unit, put: put.clone() })
        };
        members(set).flat_map(of_unit).collect()
    }

    fn trim(&self, set: Set, moves: &mut Vec<Move>, at: usize, goal: Goal) {
        let current = moves.remove(at);
        let without = self.assessment_with(moves.iter());
        let mut trial = Trial::new(self.rubric, &without);
        if goal.is_met(trial.total()) {
            return;
        }
        let unit = &self.units[current.unit];
        let alone = unit.node.is_some() && unit.beside & set & !only(current.unit) == 0;
        let lever = match alone {
            true => Some(current.put.lever.clone()),
            // Where its rows turn depends on what else in them is changed.
            false => {
                let all = levers(self.rubric, &without);
                all.into_iter().find(|lever| lever.input == current.put.lever.input)
            }
        };
        let nearest = lever.and_then(|lever| {
            let found = Search::new(&lever, &mut trial).nearest(goal)?;
            Some(Put { lever, to: found.at.position })
        });
        let put = nearest.unwrap_or(current.put);
        moves.insert(at, Move { unit: current.unit, put });
    }

    /// The assessment with inputs moved.
    pub fn assessment_with<'m>(&self, moves: impl Iterator<Item = &'m Move>) -> Assessment {
        let mut assessment = self.assessment.clone();
        for Move { put, .. } in moves {
            put.lever.change(self.rubric, &mut assessment, put.to);
        }
        assessment
    }

    /// A change by itself, in the best of its ways and no farther than is of use: alone, or else with
    /// all others at their best.
    pub fn choice(&self, instance: &Instance, change: usize) -> Change {
        let before = Trial::new(self.rubric, self.assessment).total();
        let unit = members(instance.best_ways(only(change))).next().unwrap_or(change);
        let mut moves = self.moves(only(unit));
        let alone = self.total(&moves);
        self.trim_unit(only(unit), &mut moves, unit, alone.min);
        if moves.is_empty() {
            let all = instance.best_ways(instance.changes(instance.all()));
            let unit = members(all & instance.ways[unit]).next().unwrap_or(unit);
            moves = self.moves(all);
            let most = self.total(&moves);
            self.trim_unit(all, &mut moves, unit, most.min);
            moves.retain(|one| one.unit == unit);
        }
        self.change(unit, &moves, before)
    }

    fn trim_unit(&self, set: Set, moves: &mut Vec<Move>, unit: usize, target: Figure) {
        for at in (0..moves.len()).rev() {
            if moves[at].unit == unit {
                self.trim(set, moves, at, Goal::AtLeast(target));
            }
        }
    }

    fn total(&self, moves: &[Move]) -> Span {
        Trial::new(self.rubric, &self.assessment_with(moves.iter())).total()
    }

    fn plan(&self, moves: Vec<Move>) -> Plan {
        let before = Trial::new(self.rubric, self.assessment).total();
        let changes = runs(&moves).map(|(unit, of_unit)| self.change(unit, of_unit, before));
        let changes: Vec<Change> = changes.collect();
        let after = self.assessment_with(moves.iter());
        Plan {
            effort: changes.iter().map(|change| change.effort).sum(),
            total: self.total(&moves),
            notes: notes(self.rubric, (self.assessment, &after), &changes),
            changes,
        }
    }

    fn change(&self, unit: usize, moves: &[Move], before: Span) -> Change {
        let alone = self.total(moves);
        let step = |one: &Move| Step { lever: one.put.lever.clone(), to: one.put.to };
        Change {
            id: self.units[unit].id.clone(),
            node: self.units[unit].node,
            effort: self.efforts[unit],
            steps: moves.iter().map(step).collect(),
            alone: alone.min - before.min,
        }
    }
}

/// The moves of each unit, which follow one another.
fn runs(moves: &[Move]) -> impl Iterator<Item = (usize, &[Move])> {
    let same = moves.chunk_by(|a, b| a.unit == b.unit);
    same.filter_map(|run| Some((run.first()?.unit, run)))
}
