//! Rubrics and assessments that nobody would write: scoring them must not panic.
//!
//! A case starts as a generated, valid one; its JSON is then mutated at random places, so that
//! whatever the documents' types can hold may turn up anywhere.

use jiheng::engine::{Assessment, Figure, score, validate};
use jiheng::tree::{self, Document, Tree};
use proptest::prelude::*;
use serde_json::Value;

use crate::generate::{Rng, assessments, rubrics};

const TEXTS: [&str; 24] = [
    "",
    " ",
    "0",
    "-1",
    "-0.000001",
    "0.000001",
    "999999999999999",
    "-999999999999999",
    "999999999.999999",
    "100",
    "1e9",
    "abc",
    "leaf",
    "total",
    "group-1",
    "leaf-2",
    "item-0",
    "level-0",
    "mod-0",
    "2024-02-30",
    "9999-12-31",
    "0001-01-01",
    "half-even",
    "９９",
];

/// Changes some values of a document, anywhere in it.
fn mutate(value: &mut Value, rng: &mut Rng, rate: u64) {
    match value {
        Value::String(text) if rng.one_in(rate) => *text = rng.pick(&TEXTS).to_owned(),
        Value::Bool(flag) if rng.one_in(rate) => *flag = !*flag,
        Value::Number(_) if rng.one_in(rate) => *value = Value::from(rng.next() as u32),
        Value::Array(items) => {
            if rng.one_in(rate) && !items.is_empty() {
                let at = rng.below(items.len() as u64) as usize;
                match rng.below(4) {
                    0 => items.clear(),
                    1 => items.push(items[at].clone()),
                    2 => items.reverse(),
                    _ => drop(items.remove(at)),
                }
            }
            items.iter_mut().for_each(|item| mutate(item, rng, rate));
        }
        Value::Object(fields) => {
            let names: Vec<String> = fields.keys().cloned().collect();
            if rng.one_in(rate * 2) && !names.is_empty() {
                fields.remove(&names[rng.below(names.len() as u64) as usize]);
            }
            fields.values_mut().for_each(|field| mutate(field, rng, rate));
        }
        _ => {}
    }
}

fn mutated<T>(document: &T, rng: &mut Rng, rate: u64) -> Option<T>
where
    T: Document,
{
    let mut json = serde_json::from_str(&tree::json(document)).ok()?;
    mutate(&mut json, rng, rate);
    serde_json::from_value::<Tree>(json).ok()?.document().ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_assessment_never_panics_and_stays_accounted_for(seed: u64, rate in 2_u64..40) {
        let mut rng = Rng::new(seed);
        let rubric = rubrics::rubric(&mut rng);
        let assessment = assessments::assessment(&rubric, &mut rng);
        if let Some(assessment) = mutated(&assessment, &mut rng, rate) {
            let scorecard = score(&rubric, &assessment);
            prop_assert_eq!(crate::identities::broken(&scorecard), None);
            prop_assert_eq!(crate::identities::sums_broken(&rubric, &scorecard), None);
        }
    }

    #[test]
    fn a_mutated_rubric_never_panics(seed: u64, rate in 5_u64..200) {
        let mut rng = Rng::new(seed);
        let rubric = rubrics::rubric(&mut rng);
        let assessment = assessments::assessment(&rubric, &mut rng);
        if let Some(rubric) = mutated(&rubric, &mut rng, rate) {
            validate(&rubric);
            score(&rubric, &assessment);
            if let Some(assessment) = mutated(&assessment, &mut rng, 10) {
                score(&rubric, &assessment);
            }
        }
    }

    #[test]
    fn a_rubric_without_any_bounds_never_panics(seed: u64, places: u32) {
        let mut rng = Rng::new(seed);
        let mut rubric = rubrics::rubric(&mut rng);
        let assessment = assessments::assessment(&rubric, &mut rng);
        rubric.rounding.places = places;
        let wild = ["-999999999999999", "999999999999999", "0.000001", "0", "-5"];
        let pick = |rng: &mut Rng| -> Figure { rubrics::figure(rng.pick(&wild)) };
        for indicator in &mut rubric.indicators {
            indicator.weight = pick(&mut rng);
            indicator.children.iter_mut().for_each(|child| child.weight = pick(&mut rng));
        }
        rubric.full_score = pick(&mut rng);
        rubric.cap = Some(pick(&mut rng));
        if rng.one_in(3) {
            rubric.grades.0.clear();
        }
        validate(&rubric);
        score(&rubric, &assessment);
    }

    #[test]
    fn any_text_in_any_field_never_panics(seed: u64, texts in prop::collection::vec(".*", 1..9)) {
        let mut rng = Rng::new(seed);
        let rubric = rubrics::rubric(&mut rng);
        let mut assessment: Assessment = assessments::assessment(&rubric, &mut rng);
        for (_, entry) in assessment.entries.iter_mut() {
            let text = &texts[rng.below(texts.len() as u64) as usize];
            let value = Some(jiheng::engine::Value::from(text.as_str()));
            let field = jiheng::engine::Field::ALL[rng.below(8) as usize];
            *field.of_mut(entry) = value;
            entry.level.clone_from(&Some(text.clone()));
        }
        let scorecard = score(&rubric, &assessment);
        prop_assert_eq!(crate::identities::broken(&scorecard), None);
    }
}
