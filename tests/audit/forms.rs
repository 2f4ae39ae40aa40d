//! From a table to a form that scores what is printed.

use jiheng::audit::recovery::recover;
use jiheng::audit::{Form, Refusal, Sheet, form};
use jiheng::engine::{Rule, score};

use super::*;

fn made(table: &PublishedTable) -> Result<Form, Refusal> {
    let sheet = Sheet::new(table, 0);
    form(&sheet, &recover(&sheet))
}

/// The total and the grade by the engine.
fn scored(form: &Form) -> (String, String) {
    let card = score(&form.rubric, &form.assessment);
    assert!(
        card.problems.iter().all(|one| one.severity() != jiheng::engine::Severity::Error),
        "{:?}",
        card.problems
    );
    assert!(card.total.score.is_settled());
    let grade = form.rubric.grades.grade(card.total.score.min).unwrap();
    (card.total.score.min.to_string(), grade.name.zh.clone())
}

#[test]
fn the_published_tables_score_as_their_rows_do() {
    let due = [
        (include_str!("tables/futian.json"), 2, "94.0", "优"),
        (include_str!("tables/futian.json"), 0, "95.00", "优"),
        (include_str!("tables/fukang.json"), 0, "93.50", "优"),
        (include_str!("tables/fukang-self.json"), 0, "88.37", "良"),
        (include_str!("tables/jinzhong.json"), 1, "100.00", "优"),
    ];
    for (json, table, total, grade) in due {
        let form = made(&tables(json)[table]).unwrap();
        let (scored, named) = scored(&form);
        assert_eq!((scored.trim_end_matches('0'), &*named), (total.trim_end_matches('0'), grade));
    }
}

#[test]
fn a_row_that_a_rule_explains_is_scored_by_it() {
    let form = made(&tables(include_str!("tables/fukang.json"))[0]).unwrap();
    let leaf = form.rubric.indicator("r14").unwrap();
    // 30437 of 33333, 5.48 of 6.
    assert!(matches!(leaf.scoring.as_ref().unwrap().rule, Rule::Proportional(_)));
    assert!(!form.judged.contains(&13) && form.judged.contains(&10));
    let mut more = form.assessment.clone();
    let entry = more.entries.get_mut("r14").unwrap();
    entry.actual = Some("33333".into());
    let total = score(&form.rubric, &more).total.score.min;
    assert_eq!(total.to_string(), "94.02"); // 93.50 + 0.52
}

#[test]
fn a_block_becomes_a_group_scored_as_one_and_points_above_the_weight_are_refused() {
    let mut table = tables(include_str!("tables/taishan.json")).remove(0);
    let Err(Refusal::Cell(place)) = made(&table) else { panic!() };
    assert_eq!(place.row, Some(13));
    table.rows[13].score = String::new();
    table.blocks =
        vec![Block { rows: (13..18).collect(), weight: String::new(), score: "20".into() }];
    let form = made(&table).unwrap();
    assert_eq!(scored(&form), ("84".to_owned(), "良".to_owned()));
    // Rows that are no group of their own, beside a block that is one.
    table.blocks.push(Block { rows: vec![10, 11], weight: String::new(), score: "18".into() });
    assert_eq!(made(&table), Err(Refusal::Block(1)));
}
