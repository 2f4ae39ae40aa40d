//! `range`: the rows that are still open, and which answers settle the grade.

use serde::Serialize;

use super::About;
use super::shared::{Baseline, Known, Points, Stand};
use crate::contract::Text;
use crate::whatif::range::{self, range};

#[derive(Serialize)]
pub(in crate::js_api) struct Answer {
    kind: &'static str,
    baseline: Baseline,
    open: Vec<Open>,
}

#[derive(Serialize)]
struct Open {
    indicator: String,
    name: Text,
    score: Points,
    settles: Vec<Settles>,
}

#[derive(Serialize)]
struct Settles {
    input: Known,
    grade: Option<String>,
    from: Stand,
    to: Stand,
}

pub(super) fn answer(about: &About<'_>) -> Answer {
    let found = range(about.rubric, about.assessment);
    let settles = |one: &range::Settles| Settles {
        input: about.input(&one.lever),
        grade: about.grade(one.grade),
        from: about.stand(&one.lever, one.positions.0),
        to: about.stand(&one.lever, one.positions.1),
    };
    let open = |open: &range::Open| Open {
        indicator: about.id(open.node),
        name: about.name(open.node),
        score: about.points(open.score),
        settles: open.settles.iter().map(settles).collect(),
    };
    Answer {
        kind: "range",
        baseline: about.baseline(),
        open: found.open.iter().map(open).collect(),
    }
}
