//! `grid`: the totals for two inputs at once.

use serde::Serialize;

use super::About;
use super::shared::{Baseline, Known, Stand, Total};
use crate::engine::Span;
use crate::whatif::grid::{self, grid};

#[derive(Serialize)]
pub(in crate::js_api) struct Answer {
    kind: &'static str,
    baseline: Baseline,
    x: Axis,
    y: Axis,
    totals: Vec<Vec<Total>>,
}

#[derive(Serialize)]
struct Axis {
    input: Known,
    positions: Vec<Stand>,
    /// Which position is what is entered.
    now: Option<u32>,
}

pub(super) fn answer(about: &About<'_>, x: grid::Axis, y: grid::Axis) -> Answer {
    let found = grid(about.rubric, about.assessment, x, y);
    let row = |row: &Vec<Span>| row.iter().map(|total| about.total(*total)).collect();
    Answer {
        kind: "grid",
        baseline: about.baseline(),
        x: axis(about, &found.x),
        y: axis(about, &found.y),
        totals: found.totals.iter().map(row).collect(),
    }
}

fn axis(about: &About<'_>, axis: &grid::Axis) -> Axis {
    let positions = axis.positions.iter();
    let now = positions.clone().position(|position| Some(*position) == axis.lever.now);
    Axis {
        input: about.input(&axis.lever),
        positions: positions.map(|position| about.stand(&axis.lever, *position)).collect(),
        now: now.and_then(|now| u32::try_from(now).ok()),
    }
}
