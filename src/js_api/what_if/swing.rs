//! `swing`: each input between a low and a high, the largest effect first.

use serde::Serialize;

use super::About;
use super::shared::{Baseline, Known, Place};
use crate::whatif::swing::{By, Swing, swings};

#[derive(Serialize)]
pub(in crate::js_api) struct Answer {
    kind: &'static str,
    baseline: Baseline,
    by: String,
    inputs: Vec<One>,
}

#[derive(Serialize)]
struct One {
    input: Known,
    low: Place,
    high: Place,
    width: String,
}

pub(super) fn answer(about: &About<'_>, by: By) -> Answer {
    let found = swings(about.rubric, about.assessment, by);
    let one = |one: &Swing| One {
        input: about.input(&one.lever),
        low: about.place(&one.lever, one.low),
        high: about.place(&one.lever, one.high),
        width: about.shown(one.width()),
    };
    Answer {
        kind: "swing",
        baseline: about.baseline(),
        by: match by {
            By::Percent(percent) => percent.trimmed(),
            By::Ends => "ends".to_owned(),
        },
        inputs: found.of.iter().map(one).collect(),
    }
}
