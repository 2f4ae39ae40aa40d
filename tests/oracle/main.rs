//! The engine against an independent scorer over big rationals, digit for digit.
//!
//! The oracle reads the same documents and shares no arithmetic with the engine: it is written
//! from the design and the definitions of the types, over `num_rational`. Cases are generated
//! from fixed seeds; a failure prints the seed, the rubric and the assessment.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod chaos;
mod coverage;
mod generate;
mod identities;
mod measure;
mod rational;
mod read;
mod rule;
mod score;
mod trial;

use std::collections::BTreeSet;

use jiheng::engine::{
    Assessment, Code, Figure, GradeScale, Outcome, Rubric, Scorecard, Severity, Span, Status,
    validate,
};

use jiheng::tree;

use coverage::Coverage;
use generate::{Rng, assessments, rubrics};
use rational::{is, is_rate, units};
use score::{Card, Expected};

/// Rubrics that are generated, and assessments of each.
const RUBRICS: u64 = 4_000;
const ASSESSMENTS: u64 = 26;
/// Figures shorter than this can always be computed with.
const LONG: usize = 12;

/// A rubric that is valid, by its seed.
fn valid_rubric(seed: u64) -> Rubric {
    let rubric = rubrics::rubric(&mut Rng::new(seed));
    let errors = validate(&rubric);
    let errors: Vec<_> = errors.iter().filter(|one| one.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "rubric of seed {seed} is not valid: {errors:#?}");
    rubric
}

fn assessment_seed(seed: u64, number: u64) -> u64 {
    seed.wrapping_mul(1_000_003).wrapping_add(number).wrapping_mul(0x2545_f491_4f6c_dd1d)
}

/// Compares everything that both say; answers with the first difference.
fn difference(card: &Card, scorecard: &Scorecard) -> Option<String> {
    let total = &scorecard.total;
    let lengths = (card.nodes.len(), scorecard.outcomes.len());
    if lengths.0 != lengths.1 {
        return Some(format!("nodes: {lengths:?}"));
    }
    for (expected, outcome) in card.nodes.iter().zip(&scorecard.outcomes) {
        let Expected { span, weight, rate, status, .. } = expected;
        // The design says nothing of a rate that earns nothing.
        let silent = matches!(status, Some(Status::Invalid | Status::Overridden));
        let same = expected.id == outcome.id
            && spans(span, outcome.score)
            && weight.as_ref().is_none_or(|weight| is(weight, outcome.weight))
            && (silent || is_rate(rate.as_ref(), outcome.rate))
            && status.is_none_or(|status| status == outcome.status);
        if !same {
            return Some(format!("expected {expected:?}\nfound {outcome:#?}"));
        }
    }
    if !spans(&card.total, total.score) || !is(&card.weight, total.weight) {
        return Some(format!(
            "expected total {:?} of {}, found {total:#?}",
            card.total, card.weight
        ));
    }
    let grades = (scorecard.grade.best, scorecard.grade.certain);
    if grades != (card.best, card.certain) {
        return Some(format!("expected grades {:?}, found {grades:?}", (card.best, card.certain)));
    }
    None
}

fn spans(expected: &(rational::Q, rational::Q), span: Span) -> bool {
    is(&expected.0, span.min) && is(&expected.1, span.max)
}

/// Leaves whose figures the engine could not carry; they must really be long.
fn too_large(scorecard: &Scorecard, assessment: &Assessment) -> BTreeSet<String> {
    let of_code = |code| scorecard.problems.iter().filter(move |one| one.code == code);
    let ids: BTreeSet<String> =
        of_code(Code::TooLarge).filter_map(|one| one.indicator.clone()).collect();
    for id in &ids {
        let entry = &assessment.entries[id];
        let text = tree::json(entry) + &tree::json(&assessment.facts);
        let figures = text.split(|c: char| !c.is_ascii_digit() && c != '.');
        let longest = figures.map(rational::significant).max().unwrap_or_default();
        assert!(longest > LONG, "{id}: TooLarge with at most {longest} digits: {text}");
    }
    ids
}

/// Scores one case by both; panics with all that is needed to see it again.
fn agree(rubric: &Rubric, assessment: &Assessment, name: &str, seen: &mut Coverage) -> Card {
    let scorecard = jiheng::engine::score(rubric, assessment);
    let long = too_large(&scorecard, assessment);
    seen.seen_if(!long.is_empty(), "too large");
    let card = score::card(rubric, assessment, &long, seen);
    let unequal = difference(&card, &scorecard).or_else(|| identities::broken(&scorecard));
    let unequal = unequal.or_else(|| identities::sums_broken(rubric, &scorecard));
    let unequal = unequal.or_else(|| unexplained(&scorecard.outcomes, &scorecard));
    if let Some(difference) = unequal {
        let rubric = tree::json(rubric);
        let assessment = tree::json(assessment);
        let problems = &scorecard.problems;
        panic!(
            "{name}\n{difference}\nproblems {problems:?}\nrubric {rubric}\nassessment {assessment}"
        );
    }
    card
}

/// What cannot be scored has an error that says so.
fn unexplained(outcomes: &[Outcome], scorecard: &Scorecard) -> Option<String> {
    let flawed = |id: &str| {
        let of_it = scorecard.problems.iter().filter(|one| one.indicator.as_deref() == Some(id));
        of_it.into_iter().any(|one| one.severity() == Severity::Error)
    };
    let invalid = outcomes.iter().filter(|outcome| outcome.status == Status::Invalid);
    let mut silent = invalid.filter(|outcome| !flawed(&outcome.id));
    silent.next().map(|outcome| format!("{} is invalid without an error", outcome.id))
}

/// The same rubric with a grade that starts exactly at a total.
fn with_grade_at(rubric: &Rubric, total: Figure) -> Rubric {
    let mut grades: Vec<_> = rubric.grades.0.clone();
    let at = grades.iter().position(|grade| grade.min <= total).unwrap_or_default();
    if grades[at].min < total {
        let mut grade = grades[at].clone();
        grade.min = total;
        grades.insert(at, grade);
    }
    Rubric { grades: GradeScale(grades), ..rubric.clone() }
}

#[test]
fn a_hundred_thousand_generated_assessments_agree_digit_for_digit() {
    let mut seen = Coverage::default();
    for seed in 0..RUBRICS {
        let rubric = valid_rubric(seed);
        for number in 0..ASSESSMENTS {
            let mut rng = Rng::new(assessment_seed(seed, number));
            let assessment = assessments::assessment(&rubric, &mut rng);
            let name = format!("rubric seed {seed}, assessment {number}");
            let card = agree(&rubric, &assessment, &name, &mut seen);
            seen.seen("assessment");
            if rng.one_in(10) {
                let rounded = rational::round(
                    &card.total.0,
                    jiheng::engine::Rounding { places: 6, ..rubric.rounding },
                );
                if let Ok(total) = text(&rounded).parse() {
                    let tied = with_grade_at(&rubric, total);
                    agree(&tied, &assessment, &format!("{name}, tied grade"), &mut seen);
                }
            }
        }
    }
    println!("{}", seen.listing());
    for (kind, least) in LEAST {
        let count = seen.count(kind);
        assert!(count >= *least, "only {count} of {kind}, {least} are due\n{}", seen.listing());
    }
}

/// A total, whose decimals are few, as text.
fn text(total: &rational::Q) -> String {
    let units = total * rational::int(10_000);
    generate::decimal(u64::try_from(units.to_integer()).unwrap_or_default(), 4)
}

/// How often each kind must be seen at least.
const LEAST: &[(&str, u64)] = &[
    ("assessment", 100_000),
    ("block", 5_000),
    ("block invalid", 200),
    ("bonus", 10_000),
    ("bonus above its maximum", 3_000),
    ("cap", 1_500),
    ("checklist item partly met", 20_000),
    ("deduction open", 5_000),
    ("leaf empty", 15_000),
    ("leaf invalid", 30_000),
    ("leaf overridden", 5_000),
    ("leaf partial", 25_000),
    ("measure budget", 20_000),
    ("measure cost", 20_000),
    ("measure dates", 10_000),
    ("measure duration", 10_000),
    ("measure quality", 20_000),
    ("measure rate", 20_000),
    ("measure ratio <", 10_000),
    ("measure ratio =", 10_000),
    ("measure ratio >", 10_000),
    ("measure ratio ≤", 10_000),
    ("measure ratio ≥", 10_000),
    ("measure share", 20_000),
    ("measure survey", 50_000),
    ("modifier deduction", 50_000),
    ("modifier knock-out of group", 4_000),
    ("modifier knock-out of leaf", 2_000),
    ("modifier knock-out of total", 2_000),
    ("modifier penalty by rate", 10_000),
    ("modifier penalty of group", 30_000),
    ("modifier penalty of leaf", 10_000),
    ("modifier penalty of total", 20_000),
    ("modifier per occurrence", 30_000),
    ("rescaled", 1_000),
    ("rule bands", 30_000),
    ("rule checklist", 30_000),
    ("rule curve", 30_000),
    ("rule excess", 30_000),
    ("rule judgement", 30_000),
    ("rule levels", 30_000),
    ("rule not over", 30_000),
    ("rule proportional", 30_000),
    ("rule share of points", 30_000),
    ("rule shortfall", 30_000),
    ("rule steps", 30_000),
    ("rule threshold", 30_000),
    ("steps down", 20_000),
    ("steps exact", 20_000),
    ("steps up", 20_000),
    ("tie at half, down", 9_000),
    ("tie at half, half even", 9_000),
    ("tie at half, half up", 9_000),
    ("tie on curve knot", 5_000),
    ("tie on grade bound", 5_000),
    ("tie on penalty bound", 10_000),
    ("tie on plan", 5_000),
    ("tie on threshold bound", 4_000),
    ("tie on whole step", 20_000),
];

#[test]
fn a_trial_has_the_total_of_scoring_everything_after_each_change() {
    let mut seen = Coverage::default();
    for seed in 0..RUBRICS {
        let rubric = valid_rubric(seed);
        let mut rng = Rng::new(assessment_seed(seed, 2_000));
        trial::agrees(&rubric, &mut rng, &format!("rubric seed {seed}"), 100, &mut seen);
    }
    for (kind, least) in [("leaf changed", 40_000), ("group changed", 5_000), ("fact changed", 500)]
    {
        let count = seen.count(kind);
        assert!(count >= least, "only {count} of {kind}\n{}", seen.listing());
    }
}

fn lies_within(inner: Span, outer: Span) -> bool {
    units(outer.min) <= units(inner.min) && units(inner.max) <= units(outer.max)
}

#[test]
fn filling_an_empty_entry_never_makes_a_range_wider() {
    let mut filled = 0;
    for seed in 0..RUBRICS {
        let rubric = valid_rubric(seed);
        let mut rng = Rng::new(assessment_seed(seed, 1_000));
        let mut assessment = assessments::assessment(&rubric, &mut rng);
        let mut before = jiheng::engine::score(&rubric, &assessment);
        for (at, node) in rubric.nodes().into_iter().enumerate() {
            // A bonus that is not claimed is no range.
            if node.bonus || before.outcomes[at].status != Status::Empty {
                continue;
            }
            if !node.indicator.is_leaf() {
                continue;
            }
            let entry = assessments::plain_entry(node.indicator, rubric.rounding, &mut rng);
            assessment.entries.insert(node.indicator.id.clone(), entry);
            let after = jiheng::engine::score(&rubric, &assessment);
            // Only a rule without a cap earns more than the weight that was open.
            if lies_within(after.outcomes[at].score, before.outcomes[at].score) {
                filled += 1;
                let total = (after.total.score, before.total.score);
                assert!(
                    lies_within(total.0, total.1),
                    "seed {seed}, {}: {total:?}",
                    node.indicator.id
                );
                let possible = (after.grade.best, after.grade.certain);
                assert!(before.grade.best <= possible.0 && possible.1 <= before.grade.certain);
            }
            before = after;
        }
    }
    assert!(filled > 500, "only {filled} entries were filled");
}
