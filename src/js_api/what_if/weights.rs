//! `weights`: how the total and its grade go with the weight of each indicator.

use serde::Serialize;

use super::About;
use super::shared::Baseline;
use crate::contract::Text;
use crate::engine::MAX_DECIMALS;
use crate::whatif::weights::{Exact, Interval, Knot, Silence, Sweep, Weights, weights};
use crate::words::whatif::weights as words;

#[derive(Serialize)]
pub(in crate::js_api) struct Answer {
    kind: &'static str,
    baseline: Baseline,
    full: String,
    total: Number,
    grade: Option<String>,
    settled: bool,
    texts: Vec<Text>,
    indicators: Vec<One>,
}

/// A number with all its digits.
#[derive(Serialize)]
struct Number {
    decimal: String,
    exact: String,
}

#[derive(Serialize)]
struct One {
    indicator: String,
    name: Text,
    text: Text,
    silence: Option<&'static str>,
    sweep: Option<Line>,
}

#[derive(Serialize)]
struct Line {
    weight: String,
    knots: Vec<Point>,
    intervals: Vec<Graded>,
    holds: u32,
}

#[derive(Serialize)]
struct Point {
    weight: Number,
    total: Number,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Graded {
    grade: Option<String>,
    from: Number,
    from_included: bool,
    to: Number,
    to_included: bool,
    shown: Option<Ends>,
}

#[derive(Serialize)]
struct Ends {
    from: String,
    to: String,
}

pub(super) fn answer(about: &About<'_>) -> Answer {
    let found = weights(about.rubric, about.assessment);
    Answer {
        kind: "weights",
        baseline: about.baseline(),
        full: about.shown(found.full),
        total: number(&found.total),
        grade: about.grade(found.grade),
        settled: found.settled,
        texts: Text::list(|lang| words::weights(about.rubric, &found, lang)),
        indicators: (0..found.nodes.len()).map(|node| one(about, &found, node)).collect(),
    }
}

fn one(about: &About<'_>, found: &Weights, node: usize) -> One {
    let answer = found.nodes.get(node);
    let sweep = answer.and_then(|answer| answer.as_ref().ok());
    let silence = answer.and_then(|answer| answer.as_ref().err());
    One {
        indicator: about.id(node),
        name: about.name(node),
        text: Text::of(|lang| words::weight(about.rubric, found, node, lang)),
        silence: silence.map(|silence| reason(*silence)),
        sweep: sweep.map(|sweep| line(about, sweep)),
    }
}

fn line(about: &About<'_>, sweep: &Sweep) -> Line {
    let point = |knot: &Knot| Point { weight: number(&knot.weight), total: number(&knot.total) };
    let graded = |interval: &Interval| Graded {
        grade: about.grade(interval.grade),
        from: number(&interval.from),
        from_included: interval.from_included,
        to: number(&interval.to),
        to_included: interval.to_included,
        shown: interval
            .shown(about.rubric.rounding.places)
            .map(|(from, to)| Ends { from: about.shown(from), to: about.shown(to) }),
    };
    Line {
        weight: about.shown(sweep.weight),
        knots: sweep.knots.iter().map(point).collect(),
        intervals: sweep.intervals.iter().map(graded).collect(),
        holds: u32::try_from(sweep.holds).unwrap_or_default(),
    }
}

fn number(exact: &Exact) -> Number {
    let (decimal, _) = exact.cut(MAX_DECIMALS as u32);
    Number { decimal: decimal.trimmed(), exact: exact.to_string() }
}

fn reason(silence: Silence) -> &'static str {
    match silence {
        Silence::NoWeight => "no-weight",
        Silence::NotApplicable => "not-applicable",
        Silence::InBlock => "in-block",
        Silence::Bonus => "bonus",
        Silence::Whole => "whole",
    }
}
