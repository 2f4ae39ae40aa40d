//! Why the points of a plan are not those of its changes added up, and what caps a total.

use super::{Change, Limit, Note};
use crate::engine::{
    Adjustment, AdjustmentKind, Assessment, Figure, Modifier, Outcome, Rubric, Scorecard, Status,
    score,
};
use crate::whatif::lever::Input;

/// What makes points of these changes depend on each other.
pub(super) fn notes(
    rubric: &Rubric,
    (before, after): (&Assessment, &Assessment),
    changes: &[Change],
) -> Vec<Note> {
    let mut notes = shared(changes);
    let (before, after) = (score(rubric, before), score(rubric, after));
    let alone: Figure = changes.iter().map(|change| change.alone).sum();
    if alone == after.total.score.min - before.total.score.min {
        return notes;
    }
    notes.extend(overlaps(changes));
    let (was, is) = (acting(rubric, &before), acting(rubric, &after));
    let lifted = was.iter().filter(|one| !is.iter().any(|other| other.same(one)));
    notes.extend(lifted.map(|one| Note::Lifted { kind: one.kind.clone(), at: one.at }));
    let all = was.iter().chain(&is);
    let mut bound: Vec<&Acting> = Vec::new();
    for one in all.filter(|one| one.binds) {
        let lifted = !is.iter().any(|other| other.same(one));
        if !lifted && !bound.iter().any(|known| known.same(one)) {
            bound.push(one);
        }
    }
    notes.extend(bound.into_iter().map(|one| Note::Bound { kind: one.kind.clone(), at: one.at }));
    notes
}

/// What keeps a total from being more.
pub(super) fn limits(rubric: &Rubric, assessment: &Assessment) -> Vec<Limit> {
    let scorecard = score(rubric, assessment);
    let acting = acting(rubric, &scorecard).into_iter();
    let acting = acting.filter(|one| one.binds || one.takes());
    let mut limits: Vec<Limit> =
        acting.map(|one| Limit::Acting { kind: one.kind, at: one.at }).collect();
    let nodes = rubric.nodes();
    let rows = nodes.iter().zip(&scorecard.outcomes).enumerate();
    let short = rows.filter(|(_, (node, outcome))| {
        let counts = node.indicator.is_leaf() && outcome.status != Status::InBlock;
        let block = outcome.status == Status::Block;
        (counts || block) && !node.bonus && !outcome.deduction().is_zero()
    });
    let short: Vec<usize> = short.map(|(at, _)| at).collect();
    if !short.is_empty() {
        limits.push(Limit::Rows(short));
    }
    limits
}

/// The facts that move several rows.
fn shared(changes: &[Change]) -> Vec<Note> {
    let steps = changes.iter().flat_map(|change| &change.steps);
    let facts = steps.filter_map(|step| match &step.lever.input {
        Input::Fact(id) if step.lever.is_shared() => {
            Some(Note::Shared { fact: id.clone(), nodes: step.lever.nodes().collect() })
        }
        _ => None,
    });
    facts.collect()
}

/// The rows in which several changes meet.
fn overlaps(changes: &[Change]) -> impl Iterator<Item = Note> {
    let mut rows: Vec<(usize, &str)> = Vec::new();
    for change in changes {
        let nodes = change.steps.iter().flat_map(|step| step.lever.nodes());
        rows.extend(nodes.map(|node| (node, change.id.as_str())));
    }
    rows.sort_unstable();
    rows.dedup();
    let mut met: Vec<usize> =
        rows.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0).collect();
    met.dedup();
    met.into_iter().map(|node| Note::Meet { node })
}

/// Something that acts on a group or on the total.
struct Acting {
    kind: AdjustmentKind,
    /// The group, by its position; none for the total.
    at: Option<usize>,
    /// Whether less, or other, comes of it than would of points that are simply added.
    binds: bool,
}

impl Acting {
    fn same(&self, other: &Acting) -> bool {
        self.at == other.at && self.kind == other.kind
    }

    /// Whether it takes points that a row has earned.
    fn takes(&self) -> bool {
        matches!(self.kind, AdjustmentKind::Knockout { .. } | AdjustmentKind::Penalty { .. })
    }
}

fn acting(rubric: &Rubric, scorecard: &Scorecard) -> Vec<Acting> {
    let nodes = rubric.nodes();
    let at_nodes = scorecard.outcomes.iter().enumerate().flat_map(|(at, outcome)| {
        outcome.adjustments.iter().map(move |adjustment| (Some(at), adjustment))
    });
    let at_total = scorecard.total.adjustments.iter().map(|adjustment| (None, adjustment));
    let mut found = Vec::new();
    for (at, Adjustment { kind, points }) in at_nodes.chain(at_total) {
        let own = |from: &String| at.is_some_and(|at| nodes[at].indicator.id == *from);
        let binds = match kind {
            AdjustmentKind::Knockout { from, .. } if !own(from) => true,
            AdjustmentKind::Penalty { from, item } if !own(from) => {
                due(rubric, from, item).is_none_or(|due| -points.min < due)
            }
            AdjustmentKind::Rescale | AdjustmentKind::Cap => true,
            AdjustmentKind::Bonus => {
                let of_bonus = nodes.iter().zip(&scorecard.outcomes).filter(|(node, _)| node.bonus);
                let earned = |(_, outcome): (_, &Outcome)| outcome.score.min;
                of_bonus.map(earned).sum::<Figure>() > points.min
            }
            _ => continue,
        };
        found.push(Acting { kind: kind.clone(), at, binds });
    }
    found
}

/// The points that a penalty takes where there are enough; none where they are picked from a range.
fn due(rubric: &Rubric, from: &str, item: &str) -> Option<Figure> {
    let modifiers = &rubric.indicator(from)?.scoring.as_ref()?.modifiers;
    match modifiers.iter().find(|modifier| modifier.id() == item)? {
        Modifier::Penalty { points, .. } if points.is_fixed() => Some(points.to),
        _ => None,
    }
}
