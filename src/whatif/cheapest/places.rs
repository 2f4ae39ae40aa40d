//! Where a fact could best stand, whatever else is changed.
//!
//! Vetoes and penalties make a total the greatest of several sums: a group counts with what was taken
//! from it, or it counts nothing. For each such sum one place of a fact is best, and no total asks for
//! another place. So a fact has as many *places* as these sums have best ones: mostly a single one.
//! Three things can ask for more than these: the limit of the bonus, rows in which the fact meets
//! another change, and more to try than there is time for. Then the places are not *sure*.

use super::instance::lowered;
use super::units::Put;
use crate::engine::{Contribution, Modifier, Node, Rubric, Scope, Trial};
use crate::whatif::lever::Lever;

/// The most groups that may be taken from, or rows met by others, of which each combination is tried.
const COMBINED: usize = 5;
/// Positions that are looked at within the segments of a fact.
const LOOKS: usize = 4_000;
/// The most places of one fact.
const MOST: usize = 4;

/// The places of a fact.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pub puts: Vec<Put>,
    /// Whether no other place can ever be better.
    pub sure: bool,
}

impl Places {
    /// With the places of the same fact in another state of the rest.
    pub fn add(&mut self, others: Places) {
        self.sure &= others.sure;
        for put in others.puts {
            if self.puts.iter().any(|known| known.to == put.to) {
                continue;
            }
            self.puts.push(put);
        }
        self.keep(MOST);
    }

    /// Only the first so many.
    pub fn keep(&mut self, most: usize) {
        self.sure &= self.puts.len() <= most;
        self.puts.truncate(most);
    }
}

/// What decides whether points of a row count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flag {
    /// A group that something may take from, by position.
    Group(usize),
    /// The limit of the bonus.
    Bonus,
    /// Another change that acts on the same row, by position.
    Met(usize),
}

/// A position with what each row gives there.
type Look = (i64, Vec<Contribution>);

/// The best places of a fact; in the rows `met`, other changes may act as well.
pub(super) fn places(
    rubric: &Rubric,
    lever: &Lever,
    trial: &mut Trial<'_>,
    met: &[usize],
) -> Places {
    let nodes: Vec<usize> = lever.nodes().collect();
    let as_it_is: Vec<_> = nodes.iter().map(|node| trial.contribution(*node)).collect();
    let mut looker = Looker::new(rubric, lever, trial, met);
    let ends = lever.segments().iter().flat_map(|(start, end)| [*start, *end]);
    let mut ends: Vec<i64> = ends.collect();
    ends.dedup();
    let ends: Vec<Look> = ends.into_iter().map(|at| looker.look(at)).collect();
    let combined = looker.flags.len() <= COMBINED;
    let all = (1_u32 << looker.flags.len().min(20)) - 1;
    let single = (0..looker.flags.len().min(20)).map(|flag| 1 << flag);
    let assignments: Vec<u32> = match combined {
        true => (0..=all).rev().collect(),
        false => {
            std::iter::once(all).chain(single.clone()).chain(single.map(|one| all ^ one)).collect()
        }
    };
    let mut found: Vec<Look> = Vec::new();
    for alive in assignments {
        let best = looker.best(&ends, alive);
        if found.iter().all(|(at, _)| *at != best.0) {
            found.push(best);
        }
    }
    let no_better = |(_, here): &Look, there: &[Contribution]| {
        here.iter().zip(there).all(|(here, there)| !lowered(here, there))
    };
    found.retain(|look| !no_better(look, &as_it_is));
    let mut kept: Vec<Look> = Vec::new();
    for look in found {
        if !kept.iter().any(|(_, known)| no_better(&look, known)) {
            kept.retain(|known| !no_better(known, &look.1));
            kept.push(look);
        }
    }
    let by_bonus = looker.flags.contains(&Flag::Bonus) && kept.len() > 1;
    let sure = combined && !by_bonus && looker.left > 0 && kept.len() <= MOST;
    lever.restore(trial);
    kept.truncate(MOST);
    let puts = kept.into_iter().map(|(to, _)| Put { lever: lever.clone(), to });
    Places { puts: puts.collect(), sure }
}

struct Looker<'l, 't, 'r> {
    lever: &'l Lever,
    trial: &'t mut Trial<'r>,
    nodes: Vec<Node<'l>>,
    flags: Vec<Flag>,
    /// The rows of the fact, with the flags that must be up for their points to count.
    rows: Vec<(usize, u32)>,
    /// Looks that are left.
    left: usize,
}

impl<'l, 't, 'r> Looker<'l, 't, 'r> {
    fn new(rubric: &'l Rubric, lever: &'l Lever, trial: &'t mut Trial<'r>, met: &[usize]) -> Self {
        let nodes = rubric.nodes();
        let mut looker =
            Looker { lever, trial, flags: Vec::new(), rows: Vec::new(), nodes, left: LOOKS };
        let groups = groups(&looker.nodes);
        for node in lever.nodes() {
            let mut own: Vec<Flag> = looker.above(node).map(Flag::Group).collect();
            own.retain(|flag| groups.iter().any(|group| Flag::Group(*group) == *flag));
            own.extend(looker.nodes[node].bonus.then_some(Flag::Bonus));
            own.extend(met.contains(&node).then_some(Flag::Met(node)));
            for flag in own.iter().chain(&looker.taken_from(node, &groups)) {
                if !looker.flags.contains(flag) {
                    looker.flags.push(*flag);
                }
            }
            let mask = looker.mask(&own);
            looker.rows.push((node, mask));
        }
        looker
    }

    /// A node with those above it.
    fn above(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |at| self.nodes[*at].parent)
    }

    /// The groups that a row may take from when its rate is low, with those above them.
    fn taken_from(&self, node: usize, groups: &[usize]) -> Vec<Flag> {
        let scoring = self.nodes[node].indicator.scoring.iter();
        let by_rate = scoring.flat_map(|scoring| &scoring.modifiers).filter_map(|one| match one {
            Modifier::Penalty { scope: Scope::Group(id), rate_below: Some(_), .. } => Some(id),
            _ => None,
        });
        let at = |id: &String| self.nodes.iter().position(|node| node.indicator.id == *id);
        let above = by_rate.filter_map(at).flat_map(|at| self.above(at));
        above.filter(|at| groups.contains(at)).map(Flag::Group).collect()
    }

    fn mask(&self, flags: &[Flag]) -> u32 {
        let known = self.flags.iter().take(20).enumerate();
        known.filter(|(_, flag)| flags.contains(flag)).map(|(at, _)| 1 << at).sum()
    }

    fn look(&mut self, position: i64) -> Look {
        self.left = self.left.saturating_sub(1);
        let mut given = Vec::with_capacity(self.rows.len());
        for (row, (node, _)) in self.rows.iter().enumerate() {
            self.lever.set_row(self.trial, row, position);
            given.push(self.trial.contribution(*node));
        }
        (position, given)
    }

    /// What a row is worth where these flags are up, then what it is worth where all are.
    fn worth(&self, row: usize, given: &Contribution, alive: u32) -> (i128, i128) {
        let points = if self.rows[row].1 & !alive == 0 { given.points } else { 0 };
        let (mut counted, mut all) = (points, given.points);
        for take in &given.takes {
            let from = take.from.map(|node| self.above(node).map(Flag::Group).collect::<Vec<_>>());
            let off = take.points.unwrap_or_default();
            all -= off;
            if self.mask(&from.unwrap_or_default()) & !alive == 0 {
                counted -= off;
            }
        }
        (counted, all)
    }

    fn sum(&self, looks: [&Look; 2], alive: u32) -> (i128, i128) {
        let rows = 0..self.rows.len();
        rows.fold((0, 0), |sum, row| {
            let [one, other] = looks.map(|look| self.worth(row, &look.1[row], alive));
            (sum.0 + one.0.max(other.0), sum.1 + one.1.max(other.1))
        })
    }

    /// The position where the rows are worth most; of several at the ends of segments, the one
    /// nearest to what is entered.
    fn best(&mut self, ends: &[Look], alive: u32) -> Look {
        let now = self.lever.now.unwrap_or(0);
        let mut best: Option<((i128, i128), Look)> = None;
        for look in ends {
            let here = self.sum([look, look], alive);
            let nearer = |known: &Look| look.0.abs_diff(now) < known.0.abs_diff(now);
            let better = best
                .as_ref()
                .is_none_or(|(most, known)| here > *most || (here == *most && nearer(known)));
            if better {
                best = Some((here, look.clone()));
            }
        }
        let Some((mut most, mut best)) = best else { return (now, Vec::new()) };
        // Rows that pull apart may do better within a segment than at its ends.
        let mut waiting: Vec<(Look, Look)> = Vec::new();
        for (start, end) in self.lever.segments() {
            let find = |at: i64| ends.iter().find(|look| look.0 == at).cloned();
            waiting.extend(find(*start).zip(find(*end)));
        }
        while let Some((start, end)) = waiting.pop() {
            let middle = start.0 + (end.0 - start.0) / 2;
            if self.sum([&start, &end], alive) <= most || middle == start.0 || self.left == 0 {
                continue;
            }
            let middle = self.look(middle);
            let here = self.sum([&middle, &middle], alive);
            if here > most {
                (most, best) = (here, middle.clone());
            }
            waiting.extend([(start, middle.clone()), (middle, end)]);
        }
        best
    }
}

/// The groups that something may take from.
fn groups(nodes: &[Node<'_>]) -> Vec<usize> {
    let scoring = nodes.iter().filter_map(|node| node.indicator.scoring.as_ref());
    let scopes = scoring.flat_map(|scoring| &scoring.modifiers).filter_map(|one| match one {
        Modifier::Knockout { scope: Scope::Group(id), .. }
        | Modifier::Penalty { scope: Scope::Group(id), .. } => Some(id),
        _ => None,
    });
    let at = |id: &String| nodes.iter().position(|node| node.indicator.id == *id);
    scopes.filter_map(at).collect()
}
