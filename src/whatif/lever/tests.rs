//! Facts that several rows use, worked by hand.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::engine::{Figure, Rubric, score};
use crate::tree::tests::toml;
use crate::whatif::distance::{Way, distances};
use crate::whatif::search::Found;

/// A form of 100 points with the fact `n` and these rows.
fn form(rows: &str) -> Rubric {
    let head = r#"
        id = "shared"
        edition = "1"
        title = { zh = "题" }
        region = { zh = "无" }
        kind = "self-evaluation"
        layout = "report"
        grades = [{ name = { zh = "优" }, min = "40" }, { name = { zh = "差" }, min = "0" }]
        facts = [{ id = "n", label = { zh = "数" }, unit = { zh = "份" } }]
        sources = []
    "#;
    toml(&[head, rows].concat())
}

fn with_fact(value: &str) -> Assessment {
    let mut assessment = Assessment::default();
    assessment.facts.insert("n".into(), value.into());
    assessment
}

fn up_and_down(rubric: &Rubric, assessment: &Assessment, target: &str) -> (Lever, Way, Way) {
    let found = distances(rubric, assessment, target.parse().unwrap());
    let fact = |one: &&crate::whatif::distance::Distance| matches!(one.lever.input, Input::Fact(_));
    let one = found.of.iter().find(fact).unwrap();
    (one.lever.clone(), one.up, one.down.unwrap_or(Way::Already))
}

fn from(lever: &Lever, way: Way) -> [(String, Figure); 2] {
    let Way::From(Found { at, short: Some(short) }) = way else { panic!("{way:?}") };
    [at, short].map(|at| (lever.setting(at.position).text(), at.total.min))
}

fn due(value: &str, total: &str) -> (String, Figure) {
    (value.to_owned(), total.parse().unwrap())
}

#[test]
fn a_fact_goes_in_steps_that_no_row_refuses() {
    // 50n/200 + 50n/250.5: whole answers though the target has a decimal. At 100 it is 25.00 + 19.96
    // = 44.96. For 60: 134 gives 33.50 + 26.75 (26.747) = 60.25, 133 gives 33.25 + 26.55 (26.547) =
    // 59.80. Below 40: 88 gives 22.00 + 17.56 (17.565 is 17.5648…) = 39.56, 89 gives 22.25 + 17.76.
    let rubric = form(
        r#"
        [[indicators]]
        id = "a"
        name = { zh = "甲" }
        weight = "50"
        [indicators.scoring]
        measure = { kind = "quality" }
        rule = { kind = "share-of-points" }
        prefill = { yes = { fact = "n" }, asked = "200" }
        [[indicators]]
        id = "b"
        name = { zh = "乙" }
        weight = "50"
        [indicators.scoring]
        measure = { kind = "ratio", direction = "at-least" }
        rule = { kind = "proportional" }
        prefill = { actual = { fact = "n" }, target = "250.5" }
        "#,
    );
    let (lever, up, down) = up_and_down(&rubric, &with_fact("100"), "60");
    assert_eq!(from(&lever, up), [due("134", "60.25"), due("133", "59.80")]);
    assert_eq!(from(&lever, down), [due("88", "39.56"), due("89", "40.01")]);
}

#[test]
fn points_within_a_level_that_are_a_fact_go_as_far_as_the_level_does() {
    // 3 of 8 in a level of 3 to 5, and 92 judged at 40: 43. For 44.50 it takes 4.50.
    let rubric = form(
        r#"
        [[indicators]]
        id = "a"
        name = { zh = "甲" }
        weight = "8"
        [indicators.scoring.rule]
        kind = "levels"
        levels = [
            { id = "high", label = { zh = "高" }, points = { from = "6", to = "8" } },
            { id = "mid", label = { zh = "中" }, points = { from = "3", to = "5" } },
        ]
        [[indicators]]
        id = "b"
        name = { zh = "乙" }
        weight = "92"
        scoring = { rule = { kind = "judgement" } }
        "#,
    );
    let mut assessment = with_fact("3");
    let entry = assessment.entries.or_default("a");
    (entry.level, entry.points) = (Some("mid".into()), Some(Value::Fact("n".into())));
    assessment.entries.or_default("b").points = Some("40".into());
    let (lever, up, _) = up_and_down(&rubric, &assessment, "44.50");
    assert_eq!(from(&lever, up), [due("4.50", "44.50"), due("4.49", "44.49")]);
    assert_eq!(lever.setting(lever.last()).text(), "5.00");
}

#[test]
fn answers_that_are_prefilled_from_a_fact_move_with_it() {
    let rubric = form(
        r#"
        [[indicators]]
        id = "a"
        name = { zh = "甲" }
        weight = "50"
        [indicators.scoring]
        measure = { kind = "survey", options = [{ zh = "好" }, { zh = "差" }], coefficients = ["1", "0"] }
        rule = { kind = "share-of-points" }
        prefill = { counts = [{ fact = "n" }, "10"] }
        [[indicators]]
        id = "b"
        name = { zh = "乙" }
        weight = "50"
        [indicators.scoring]
        measure = { kind = "ratio", direction = "at-least" }
        rule = { kind = "proportional" }
        prefill = { actual = { fact = "n" }, target = "100" }
        "#,
    );
    // n = 10: 50 × 10/20 = 25 and 5: 30. For 52.50: n = 30 gives 37.50 + 15 = 52.50, n = 29 gives
    // 50 × 29/39 = 37.179… + 14.50 = 51.68.
    let assessment = with_fact("10");
    let (lever, up, _) = up_and_down(&rubric, &assessment, "52.50");
    assert_eq!(from(&lever, up), [due("30", "52.50"), due("29", "51.68")]);
    for position in [0, 7, 90] {
        let mut changed = assessment.clone();
        lever.change(&rubric, &mut changed, position);
        let mut trial = Trial::new(&rubric, &assessment);
        assert_eq!(lever.set(&mut trial, position), score(&rubric, &changed).total.score);
        assert_eq!(lever.restore(&mut trial).min.to_string(), "30.00");
    }
}

#[test]
fn two_answers_that_are_one_fact_turn_where_both_together_do() {
    // n + n of n + n + 60 answers, worth 1 and 0.5: 1.5n ÷ (2n + 60). The curve peaks at 50 %:
    // 1.5n = n + 30 from n = 60. Then it falls to 0 at 100 %, which is never reached.
    let rubric = form(
        r#"
        [[indicators]]
        id = "a"
        name = { zh = "甲" }
        weight = "100"
        [indicators.scoring]
        measure = { kind = "survey", options = [{ zh = "好" }, { zh = "中" }, { zh = "差" }], coefficients = ["1", "0.5", "0"] }
        rule = { kind = "curve", knots = [{ rate = "0", share = "0" }, { rate = "50", share = "100" }, { rate = "100", share = "0" }] }
        prefill = { counts = [{ fact = "n" }, { fact = "n" }, "60"] }
        "#,
    );
    // n = 10: 15/80 = 18.75 %: 37.50. Full points at 60 only: 59 gives 88.5/178 = 49.719… %: 99.44.
    let (lever, up, _) = up_and_down(&rubric, &with_fact("10"), "100");
    assert_eq!(from(&lever, up), [due("60", "100.00"), due("59", "99.44")]);
    assert!(lever.segments().iter().any(|(start, end)| *start <= 60 && *end == 60));
}
