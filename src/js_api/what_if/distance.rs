//! `distance`: each input with what it alone would have to be.

use serde::Serialize;

use super::About;
use super::shared::{Baseline, Known, Place};
use crate::engine::Figure;
use crate::whatif::distance::{self, Distance, distances};
use crate::whatif::lever::Lever;

#[derive(Serialize)]
pub(in crate::js_api) struct Answer {
    kind: &'static str,
    baseline: Baseline,
    target: String,
    held: Option<String>,
    inputs: Vec<One>,
}

#[derive(Serialize)]
struct One {
    input: Known,
    up: Way,
    down: Option<Way>,
}

#[derive(Serialize)]
struct Way {
    way: &'static str,
    at: Option<Place>,
    short: Option<Place>,
}

pub(super) fn answer(about: &About<'_>, target: Figure) -> Answer {
    let found = distances(about.rubric, about.assessment, target);
    let one = |one: &Distance| One {
        input: about.input(&one.lever),
        up: way(about, &one.lever, one.up),
        down: one.down.map(|down| way(about, &one.lever, down)),
    };
    Answer {
        kind: "distance",
        baseline: about.baseline(),
        target: about.shown(target),
        held: found.held.map(|held| about.shown(held)),
        inputs: found.of.iter().map(one).collect(),
    }
}

fn way(about: &About<'_>, lever: &Lever, way: distance::Way) -> Way {
    let (way, at, short) = match way {
        distance::Way::Already => ("already", None, None),
        distance::Way::From(found) => ("from", Some(found.at), found.short),
        distance::Way::Never(at) => ("never", Some(at), None),
    };
    let place = |at| about.place(lever, at);
    Way { way, at: at.map(place), short: short.map(place) }
}
