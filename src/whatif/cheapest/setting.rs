//! Where the inputs of a row, or of a block, are best put.

use super::units::Put;
use crate::engine::{Assessment, Contribution, Modifier, Rubric, Scope, Trial};
use crate::whatif::lever::{Input, Lever, Role, Slot, levers_at};

/// What a row is worth by itself: how few vetoes it casts, then its points less its penalties.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worth {
    /// Whether its own points count, for a group above it may have none.
    points: bool,
    /// Whether its penalties count, for they find no more than there is.
    takes: bool,
}

impl Worth {
    pub fn of(&self, given: &Contribution) -> (i128, i128, i128) {
        let vetoes = given.takes.iter().filter(|take| take.points.is_none()).count();
        let penalties: i128 = given.takes.iter().filter_map(|take| take.points).sum();
        let counted = |counts: bool, points: i128| if counts { points } else { 0 };
        let worth = counted(self.points, given.points) - counted(self.takes, penalties);
        (-(vetoes as i128), worth, given.points - penalties)
    }
}

/// The ways in which a row may be at its best. Only where a low rate takes from elsewhere can points and
/// penalties want different settings.
pub(super) fn worths(rubric: &Rubric, node: usize) -> Vec<Worth> {
    let nodes = rubric.nodes();
    let scoring = nodes.get(node).and_then(|node| node.indicator.scoring.as_ref());
    let mut modifiers = scoring.iter().flat_map(|scoring| &scoring.modifiers);
    let by_rate = modifiers.any(|one| {
        matches!(one, Modifier::Penalty { rate_below: Some(_), scope, .. } if *scope != Scope::Leaf)
    });
    let both = Worth { points: true, takes: true };
    match by_rate {
        true => vec![both, Worth { takes: false, ..both }, Worth { points: false, ..both }],
        false => vec![both],
    }
}

/// Puts the own inputs of a row where they are worth most; which were moved, and what it then gives.
/// What is given stays as it is, unless it is still to be filled in.
pub(super) fn best_setting(
    rubric: &Rubric,
    assessment: &Assessment,
    node: usize,
    worth: &Worth,
) -> (Vec<Put>, Contribution) {
    let (filled, blanks) = filled(rubric, assessment, node);
    let mut trial = Trial::new(rubric, &filled);
    let mut own = levers_at(rubric, &filled, node);
    let is_blank = |lever: &Lever| blanks.contains(&lever.input);
    own.retain(|lever| lever.role == Role::Earned || lever.now.is_none() || is_blank(lever));
    let is_incident =
        |lever: &Lever| matches!(lever.input, Input::Entry { slot: Slot::Incident(_), .. });
    let (incidents, others): (Vec<_>, Vec<_>) = own.into_iter().partition(is_incident);
    let mut puts = Vec::new();
    // What the rule earns shows only once no incident takes it all.
    for lever in &incidents {
        lever.set(&mut trial, lever.last());
    }
    for lever in others {
        let (now, start) = (lever.now, trial.entry(node).cloned().unwrap_or_default());
        let ends = lever.segments().iter().flat_map(|(start, end)| [*start, *end]);
        let to = most(&lever, now, ends, &mut trial, (node, worth));
        trial.change(node, |entry| *entry = start);
        let blank = blanks.contains(&lever.input);
        if let Some(to) = to.filter(|to| blank || Some(*to) != now) {
            lever.set(&mut trial, to);
            let mut lever = lever;
            lever.now = now.filter(|_| !blank);
            puts.push(Put { lever, to });
        }
    }
    // Undone is mostly best; where nothing is named the rate may take more. Where it makes no
    // difference it may yet make one once a fact is changed: no plan says more than is needed.
    for lever in incidents {
        let ends = lever.segments().iter().flat_map(|(start, end)| [*start, *end]);
        let undone = (worth.of(&trial.contribution(node)), lever.last());
        let to = most(&lever, Some(undone.1), ends.chain(lever.now), &mut trial, (node, worth));
        lever.set(&mut trial, to.unwrap_or(undone.1));
        let better = worth.of(&trial.contribution(node)) > undone.0;
        let to = to.filter(|_| better).unwrap_or(undone.1);
        lever.set(&mut trial, to);
        if lever.now != Some(to) {
            puts.push(Put { lever, to });
        }
    }
    (puts, trial.contribution(node))
}

/// Where something that is given is blank, no single input may earn anything before the others are
/// there: the assessment with the blank figures of a row begun, and which these are.
fn filled(rubric: &Rubric, assessment: &Assessment, node: usize) -> (Assessment, Vec<Input>) {
    let is_blank = |lever: &Lever| {
        let figure = matches!(lever.input, Input::Entry { slot: Slot::Figure(_), .. });
        figure && lever.now.is_none()
    };
    let blanks: Vec<Lever> =
        levers_at(rubric, assessment, node).into_iter().filter(is_blank).collect();
    let mut filled = assessment.clone();
    if blanks.iter().all(|lever| lever.role == Role::Earned) {
        return (filled, Vec::new());
    }
    for blank in &blanks {
        // What one may be depends on what the one before it is.
        let lever = levers_at(rubric, &filled, node);
        let lever = lever.iter().find(|lever| lever.input == blank.input).unwrap_or(blank);
        lever.change(rubric, &mut filled, 0);
    }
    (filled, blanks.into_iter().map(|lever| lever.input).collect())
}

/// Of some positions and the one from which to begin, the one where a row is worth most; of several
/// the one nearest to what is entered.
fn most(
    lever: &Lever,
    begin: Option<i64>,
    positions: impl Iterator<Item = i64>,
    trial: &mut Trial<'_>,
    (node, worth): (usize, &Worth),
) -> Option<i64> {
    let far = |at: i64| lever.now.map_or(0, |now| now.abs_diff(at));
    let mut best = (worth.of(&trial.contribution(node)), begin);
    for position in positions {
        lever.set(trial, position);
        let here = worth.of(&trial.contribution(node));
        let nearer = best.1.is_some_and(|known| far(position) < far(known));
        if here > best.0 || (here == best.0 && nearer) {
            best = (here, Some(position));
        }
    }
    best.1
}
