//! What-if answers against scoring itself, on generated rubrics and assessments.
//!
//! Nothing is taken from an answer but the positions that it names: each is written into the
//! assessment and scored anew.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]

#[path = "../oracle/generate/mod.rs"]
#[allow(dead_code, reason = "the oracle uses the rest")]
mod generate;

#[path = "../oracle/rational.rs"]
#[allow(dead_code, reason = "the oracle uses the rest")]
mod rational;
#[path = "../oracle/read.rs"]
#[allow(dead_code, reason = "the oracle uses the rest")]
mod read;

mod cheapest;
mod ranges;
mod searches;

use generate::{Rng, assessments, rubrics};
use jiheng::engine::{Assessment, Entry, Measure, Rubric, Span, Value, score};
use jiheng::whatif::lever::Lever;

/// A generated rubric with an assessment of it, by seed.
fn case(seed: u64) -> (Rubric, Assessment, Rng) {
    let mut rng = Rng::new(seed);
    let rubric = rubrics::rubric(&mut rng);
    let mut assessment = assessments::assessment(&rubric, &mut rng);
    if rng.one_in(2) {
        share(&rubric, &mut assessment, &mut rng);
    }
    (rubric, assessment, rng)
}

/// Makes rows refer to one fact, here as what was achieved, there as what it is held against.
fn share(rubric: &Rubric, assessment: &mut Assessment, rng: &mut Rng) {
    let Some(fact) = rubric.facts.first() else { return };
    let places = rng.pick(&[0, 0, 1, 2]);
    let text = generate::decimal(rng.between(1, 2_000), places);
    assessment.facts.insert(fact.id.clone(), text);
    for node in rubric.nodes() {
        let measure = node.indicator.scoring.as_ref().and_then(|it| it.measure.as_ref());
        let Some(measure) = measure.filter(|measure| !measure.reads_dates()) else { continue };
        let entry = assessment.entries.or_default(&node.indicator.id);
        for field in measure.fields() {
            let value = match rng.below(4) {
                0 => Value::Fact(fact.id.clone()),
                1 => Value::Text(generate::decimal(rng.between(1, 2_000), 0)),
                _ => continue,
            };
            *field.of_mut(entry) = Some(value);
        }
        if matches!(measure, Measure::Survey(_)) && rng.one_in(2) {
            share_answers(entry, &fact.id, rng);
        }
    }
}

/// Makes some answers of a survey the fact, one or several.
fn share_answers(entry: &mut Entry, fact: &str, rng: &mut Rng) {
    for count in entry.counts.iter_mut().flatten() {
        if rng.one_in(3) {
            *count = Value::Fact(fact.to_owned());
        }
    }
}

/// The total with a lever at a position, by scoring everything.
fn scored(rubric: &Rubric, assessment: &Assessment, lever: &Lever, position: i64) -> Span {
    let mut changed = assessment.clone();
    lever.change(rubric, &mut changed, position);
    score(rubric, &changed).total.score
}

/// A position among those of a lever: near its ends and what is entered more often than elsewhere.
fn somewhere(lever: &Lever, rng: &mut Rng, (from, to): (i64, i64)) -> i64 {
    let around = rng.pick(&[from, to, lever.now.unwrap_or(from)]);
    let near = around + rng.between(0, 40) as i64 - 20;
    let reach = u64::try_from(to - from).unwrap();
    let far = from + rng.between(0, reach) as i64;
    // Where all that matters happens may be a small part of what is possible.
    let small = from + (rng.between(0, reach) >> rng.between(0, 50)) as i64;
    rng.pick(&[near, far, small]).clamp(from, to)
}
