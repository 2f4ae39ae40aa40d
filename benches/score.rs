//! How long one score with its full trace takes, on the published examples.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiheng::engine::{Value, score};
use jiheng::presets;

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
            if let Some(entry) = example.entries.get_mut("output-insured") {
                entry.actual = Some(Value::Text(insured.to_string()));
            }
            score(black_box(&rubric), black_box(&example)).total.score
        });
    });
}

criterion_group!(benches, full_score, one_input);
criterion_main!(benches);
