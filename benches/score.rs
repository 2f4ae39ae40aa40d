//! How long one score with its full trace takes, and a new total, on the published examples.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiheng::engine::{Trial, Value, score};
use jiheng::presets;
use jiheng::whatif::distance::distances;
use jiheng::whatif::swing::{By, swings};

fn full_score(criterion: &mut Criterion) {
    for preset in presets::LIST {
        let (Some(rubric), Some(example)) =
            (presets::rubric(preset.id), presets::example(preset.id))
        else {
            continue;
        };
        criterion.bench_function(&format!("score with full trace, {}", preset.id), |bencher| {
            bencher.iter(|| score(black_box(&rubric), black_box(&example)));
        });
    }
}

/// One figure typed, everything scored anew: what the page does on a keystroke.
fn one_input(criterion: &mut Criterion) {
    let (Some(rubric), Some(mut example)) = (presets::rubric("fukang"), presets::example("fukang"))
    else {
        return;
    };
    let mut insured: u32 = 30_000;
    criterion.bench_function("one figure changed, scored anew with trace, fukang", |bencher| {
        bencher.iter(|| {
            insured = 30_000 + (insured + 1) % 3_000;
            if let Some(entry) = example.entries.get_mut("insured-all") {
                entry.actual = Some(Value::Text(insured.to_string()));
            }
            score(black_box(&rubric), black_box(&example)).total.score
        });
    });
}

/// One figure changed, the total that comes of it: what trying out figures takes.
fn new_total(criterion: &mut Criterion) {
    let (Some(rubric), Some(example)) = (presets::rubric("fukang"), presets::example("fukang"))
    else {
        return;
    };
    let mut trial = Trial::new(&rubric, &example);
    let Some(insured) = trial.node("insured-all") else {
        return;
    };
    // Texts at hand: a bench of the engine, not of writing numbers.
    let figures: Vec<String> = (30_000..33_000).map(|figure: u32| figure.to_string()).collect();
    let mut next = figures.iter().cycle();
    criterion.bench_function(
        "one input changed, new total, inside the module, fukang",
        |bencher| {
            bencher.iter(|| {
                let figure = next.next().map_or("", String::as_str);
                trial.change(black_box(insured), |entry| match &mut entry.actual {
                    Some(Value::Text(text)) => figure.clone_into(text),
                    other => *other = Some(Value::from(figure)),
                })
            });
        },
    );
}

/// Every input of Fukang by itself: how far to 95 and down to 90, and a tenth up and down.
fn all_inputs(criterion: &mut Criterion) {
    let (Some(rubric), Some(example)) = (presets::rubric("fukang"), presets::example("fukang"))
    else {
        return;
    };
    let (Ok(target), Ok(tenth)) = ("95".parse(), "10".parse()) else {
        return;
    };
    criterion.bench_function("distances and swings of all inputs, fukang", |bencher| {
        bencher.iter(|| {
            let distances = distances(black_box(&rubric), black_box(&example), target);
            (distances, swings(&rubric, &example, By::Percent(tenth)))
        });
    });
}

criterion_group!(benches, full_score, one_input, new_total, all_inputs);
criterion_main!(benches);
