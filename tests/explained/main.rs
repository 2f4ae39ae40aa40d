//! What explains a score, on generated rubrics and assessments: accounted for to the last digit.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod comparison;
#[allow(dead_code, reason = "the oracle uses the rest")]
#[path = "../oracle/generate/mod.rs"]
mod generate;
mod losses;
#[allow(dead_code, reason = "the oracle uses the rest")]
#[path = "../oracle/rational.rs"]
mod rational;
#[allow(dead_code, reason = "the oracle uses the rest")]
#[path = "../oracle/read.rs"]
mod read;
mod weights;
mod weights_anew;

use jiheng::engine::{Assessment, Rubric};
use jiheng::tree::{Document, Tree};

use generate::{Rng, assessments, rubrics};

/// A document written in TOML.
fn document<T: Document>(text: &str) -> T {
    let tree: Tree = toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    tree.document().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Calls `check` with generated cases, the same ones at every run, and a name for each.
fn each_case(
    rubrics: u64,
    assessments: u64,
    mut check: impl FnMut(&Rubric, &Assessment, &mut Rng, &str),
) {
    for seed in 0..rubrics {
        let rubric = rubrics::rubric(&mut Rng::new(seed));
        for number in 0..assessments {
            let mut rng = Rng::new(seed * 1_000_003 + number);
            let assessment = assessments::assessment(&rubric, &mut rng);
            let name = format!("rubric {seed}, assessment {number}");
            check(&rubric, &assessment, &mut rng, &name);
        }
    }
}
