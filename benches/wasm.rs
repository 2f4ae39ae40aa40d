//! How long scoring takes inside a wasm module, optimised as the one for portals; run in Node by `make bench`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use std::hint::black_box;

use jiheng::engine::{Trial, Value, score};
use jiheng::presets;
use js_sys::Date;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// Runs `step` often enough for the clock of milliseconds, and prints how long one took.
fn time(what: &str, bar: &str, rounds: u32, mut step: impl FnMut(u32)) {
    (0..rounds / 10).for_each(&mut step);
    let begun = Date::now();
    (0..rounds).for_each(&mut step);
    let each = (Date::now() - begun) * 1000.0 / f64::from(rounds);
    console_log!("{what:<58} {each:>7.2} µs   bar {bar}");
}

#[wasm_bindgen_test]
fn fukang() {
    let rubric = presets::rubric("fukang").unwrap();
    let example = presets::example("fukang").unwrap();
    time("one score with full trace, Fukang, wasm", "< 25 µs", 20_000, |_| {
        black_box(score(black_box(&rubric), black_box(&example)));
    });
    let nodes = rubric.nodes();
    let insured = nodes.iter().position(|node| node.indicator.id == "insured-all").unwrap();
    let mut trial = Trial::new(&rubric, &example);
    // Texts at hand: a bench of the engine, not of writing numbers.
    let figures: Vec<String> = (30_000..33_000).map(|figure: u32| figure.to_string()).collect();
    let mut next = figures.iter().cycle();
    time("one input changed, new total, inside the module, wasm", "< 1 µs", 500_000, |_| {
        let figure = next.next().unwrap();
        black_box(trial.change(insured, |entry| match &mut entry.actual {
            Some(Value::Text(text)) => figure.clone_into(text),
            other => *other = Some(Value::from(figure.as_str())),
        }));
    });
}
