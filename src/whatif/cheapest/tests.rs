//! Plans worked by hand: on the published examples, and on a form where nothing simply adds up.

use super::*;
use crate::engine::{Entry, Incident, Scope, Value, score};
use crate::presets;
use crate::tree::tests::toml;

fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

fn solved(
    (rubric, assessment): (&Rubric, &Assessment),
    target: &str,
    efforts: &[(&str, &str)],
) -> Way {
    let efforts = efforts.iter().map(|(id, effort)| ((*id).to_owned(), figure(effort)));
    let efforts: Map<Figure> = efforts.collect();
    Search::new(rubric, assessment, figure(target), &efforts).unwrap().solve().way
}

fn plans(way: Way) -> Vec<Plan> {
    let Way::Plans { plans, .. } = way else { panic!("{way:?}") };
    plans
}

fn ids(plan: &Plan) -> Vec<&str> {
    plan.changes.iter().map(|change| change.id.as_str()).collect()
}

/// Where the steps of a plan lead, as text: figures and dates, else nothing.
fn texts(plan: &Plan) -> Vec<String> {
    let steps = plan.changes.iter().flat_map(|change| &change.steps);
    steps.map(|step| step.lever.setting(step.to).text()).collect()
}

fn example(slug: &str) -> (Rubric, Assessment) {
    (presets::rubric(slug).unwrap(), presets::example(slug).unwrap())
}

#[test]
fn one_change_is_the_fewest_that_bring_fukang_to_95() {
    // 1.50 are missing. Of all rows only 单建统筹, 5 − 3.39 = 1.61, has as much to gain.
    // 5 × x/6130 must be 3.39 + 1.50 = 4.89 when rounded: x ≥ 4.885/5 × 6130 = 5989.01.
    let (rubric, mut assessment) = example("fukang");
    let found = plans(solved((&rubric, &assessment), "95", &[]));
    assert_eq!(ids(&found[0]), ["insured-pooled"]);
    assert_eq!(texts(&found[0]), ["5990"]);
    let (total, alone) = (found[0].total.min.to_string(), found[0].changes[0].alone.to_string());
    assert_eq!((total.as_str(), alone.as_str()), ("95.00", "1.50"));
    assert_eq!(found[0].notes, []);
    let step = &found[0].changes[0].steps[0];
    step.lever.change(&rubric, &mut assessment, step.to - 1);
    assert_eq!(score(&rubric, &assessment).total.score.min.to_string(), "94.99");
}

#[test]
fn alternatives_for_fukang_are_the_pairs_that_gain_enough() {
    // To gain: 制度执行 1.25, 满意度 1.11, 知晓率 0.85, 减轻负担 0.66, 参保 0.52, 优化体系 0.33,
    // 统账结合 0.17. Pairs of 1.50 or more, from the most: 1.25 with 1.11, .85, .66, .52 and .33,
    // 1.11 with .85, .66 and .52, .85 with .66.
    let (rubric, assessment) = example("fukang");
    let found = plans(solved((&rubric, &assessment), "95", &[]));
    let pairs: Vec<Vec<&str>> = found[1..10].iter().map(ids).collect();
    assert_eq!(
        pairs,
        [
            ["system-execution", "insured-satisfaction"], // 2.36
            ["system-execution", "policy-awareness"],     // 2.10
            ["policy-awareness", "insured-satisfaction"], // 1.96
            ["system-execution", "burden-relief"],        // 1.91
            ["system-execution", "insured-all"],          // 1.77
            ["burden-relief", "insured-satisfaction"],    // 1.77, later in the form
            ["insured-all", "insured-satisfaction"],      // 1.63
            ["system-execution", "system-improvement"],   // 1.58
            ["burden-relief", "policy-awareness"],        // 1.51
        ]
    );
    assert_eq!(found.len(), 11);
    assert_eq!(found[10].changes.len(), 3);
}

#[test]
fn an_effort_of_its_own_decides_against_the_single_change() {
    // 单建统筹 at 5 is dearer than two others at 1. The best two are 制度执行 and 满意度. With the
    // first at its best 0.25 are missing: 30w/122 − 22.5 ≥ 4.89 + 0.245 from w ≥ 112.39. Each answer
    // of 一般 that becomes 非常满意 adds 0.6 to 111.4: two of them, 5.1885… → 5.19, total 95.05.
    let (rubric, assessment) = example("fukang");
    let found = plans(solved((&rubric, &assessment), "95", &[("insured-pooled", "5")]));
    assert_eq!(ids(&found[0]), ["system-execution", "insured-satisfaction"]);
    let (effort, total) = (found[0].effort.to_string(), found[0].total.min.to_string());
    assert_eq!((effort.as_str(), total.as_str()), ("2", "95.05"));
    let counts = &found[0].changes[1].steps[0];
    let due = crate::whatif::lever::Setting::Counts(vec![94, 11, 15, 2, 0]);
    assert_eq!(counts.lever.setting(counts.to), due);
    // At 1.9 it is the cheapest again, for 1 < 1.9 < 2.
    let found = plans(solved((&rubric, &assessment), "95", &[("insured-pooled", "1.9")]));
    assert_eq!(ids(&found[0]), ["insured-pooled"]);
}

#[test]
fn a_penalty_that_took_a_whole_group_makes_points_depend_on_it() {
    // 扣17分 leaves nothing of 业务管理 with its 15 points: 84 − 15 = 69. To 86 it takes 17: the
    // accident undone, 15, and 2 more. 预算编制准确性 has 2 whether or not there was an accident,
    // 质量控制, itself in the group, only without it. The block and the override are dear here.
    let (rubric, mut assessment) = example("taishan");
    let entry = assessment.entries.or_default("implementation-compliance");
    entry.deductions.push(Incident { item: "safety-accident".into(), ..Incident::default() });
    let dear = [("benefit", "9"), ("indicator-clarity", "9")];
    let found = plans(solved((&rubric, &assessment), "86", &dear));
    assert_eq!(ids(&found[0]), ["budget-accuracy", "implementation-compliance"]);
    assert_eq!(found[0].notes, []);
    assert_eq!(ids(&found[1]), ["implementation-compliance", "quality-control"]);
    let alone: Vec<String> =
        found[1].changes.iter().map(|change| change.alone.to_string()).collect();
    assert_eq!(alone, ["15.00", "0.00"]);
    let [Note::Lifted { kind: AdjustmentKind::Penalty { item, .. }, at: Some(group) }] =
        &found[1].notes[..]
    else {
        panic!("{:?}", found[1].notes);
    };
    assert_eq!(item, "safety-accident");
    assert_eq!(rubric.nodes()[*group].indicator.id, "operations");
}

/// 100 points: a 30 + 30 judged, b 20 + 20 by one fact; a veto on the total; a cap; a bonus limit.
fn knotted() -> (Rubric, Assessment) {
    let rubric: Rubric = toml(
        r#"
        id = "knotted"
        edition = "1"
        title = { zh = "题" }
        region = { zh = "无" }
        kind = "self-evaluation"
        layout = "report"
        cap = "95"
        grades = [{ name = { zh = "优" }, min = "90" }, { name = { zh = "差" }, min = "0" }]
        facts = [{ id = "people", label = { zh = "参保人数" }, unit = { zh = "人" } }]
        sources = []
        [bonus]
        max = "3"
        [[bonus.items]]
        id = "c1"
        name = { zh = "加分一" }
        weight = "5"
        scoring = { rule = { kind = "judgement" } }
        [[bonus.items]]
        id = "c2"
        name = { zh = "加分二" }
        weight = "5"
        scoring = { rule = { kind = "judgement" } }
        [[indicators]]
        id = "a1"
        name = { zh = "甲一" }
        weight = "30"
        scoring = { rule = { kind = "judgement" } }
        [[indicators]]
        id = "a2"
        name = { zh = "甲二" }
        weight = "30"
        [indicators.scoring]
        rule = { kind = "judgement" }
        modifiers = [{ kind = "knockout", id = "fraud", label = { zh = "骗保" }, scope = "total" }]
        [[indicators]]
        id = "b1"
        name = { zh = "乙一" }
        weight = "20"
        [indicators.scoring]
        measure = { kind = "ratio", direction = "at-least" }
        rule = { kind = "proportional" }
        prefill = { actual = { fact = "people" }, target = "100" }
        [[indicators]]
        id = "b2"
        name = { zh = "乙二" }
        weight = "20"
        [indicators.scoring]
        measure = { kind = "ratio", direction = "at-least" }
        rule = { kind = "proportional" }
        prefill = { actual = { fact = "people" }, target = "200" }
        "#,
    );
    let mut assessment = Assessment::default();
    assessment.facts.insert("people".into(), "50".into());
    let judged = |points: &str| Entry { points: Some(Value::from(points)), ..Entry::default() };
    assessment.entries.insert("a1".into(), judged("20"));
    assessment.entries.insert("a2".into(), judged("10"));
    let fraud = Incident { item: "fraud".into(), ..Incident::default() };
    assessment.entries.or_default("a2").deductions.push(fraud);
    (rubric, assessment)
}

#[test]
fn a_veto_is_lifted_first_and_the_row_goes_no_higher_than_it_must() {
    // 0 by the veto. Without it 20 + 10 + 20×50/100 + 20×50/200 = 45, and with 甲二 at 30: 65. For
    // 60 甲二 needs 25.
    let (rubric, assessment) = knotted();
    let found = plans(solved((&rubric, &assessment), "60", &[]));
    assert_eq!(ids(&found[0]), ["a2"]);
    assert_eq!(texts(&found[0]), ["25.00", ""]);
    assert_eq!(found[0].total.min.to_string(), "60.00");
}

#[test]
fn a_shared_fact_and_a_veto_are_named_where_gains_do_not_add_up() {
    // With 甲二 65. 人数 200 gives 20 + 20, 90 in all; 甲一 at 30 gives 75. Both reach 75 with two
    // changes; 90 is more. Then back from the last: 20 + 30 + 20x/100 + 20x/200 ≥ 75 from x = 83.3…,
    // that is 84: 16.80 + 8.40; 甲二 needs 75 − 20 − 25.20 = 29.80.
    let (rubric, assessment) = knotted();
    let found = plans(solved((&rubric, &assessment), "75", &[]));
    let sets: Vec<_> = found.iter().map(ids).collect();
    assert_eq!(sets, [["a2", "facts.people"], ["a1", "a2"]]);
    assert_eq!(texts(&found[0]), ["29.80", "", "84"]);
    assert_eq!(found[0].total.min.to_string(), "75.00");
    let kind =
        AdjustmentKind::Knockout { item: "fraud".into(), from: "a2".into(), scope: Scope::Total };
    let lifted = Note::Lifted { kind, at: None };
    assert_eq!(found[0].notes, [Note::Shared { fact: "people".into(), nodes: vec![2, 3] }, lifted]);
}

#[test]
fn the_cap_and_the_bonus_limit_count_in_what_is_best() {
    // 甲二 and 人数 make 90. One more: 甲一 to 100, capped at 95, or one bonus, 5 of which 3 count:
    // 93. For 93 甲一 comes first.
    let (rubric, assessment) = knotted();
    let found = plans(solved((&rubric, &assessment), "93", &[]));
    let sets: Vec<_> = found.iter().map(ids).collect();
    let due = [["a1", "a2", "facts.people"], ["a2", "c1", "facts.people"]];
    assert_eq!(sets[..2], due);
    assert_eq!(sets[2], ["a2", "c2", "facts.people"]);
    assert!(found.iter().all(|plan| plan.total.min >= figure("93")));
}

#[test]
fn beyond_the_cap_nothing_reaches_and_the_cap_is_named() {
    let (rubric, assessment) = knotted();
    let Way::OutOfReach { best, limits } = solved((&rubric, &assessment), "96", &[]) else {
        panic!("96 is above the cap");
    };
    assert_eq!(best.total.min, figure("95"));
    let acting = |kind| Limit::Acting { kind, at: None };
    assert_eq!(limits, [acting(AdjustmentKind::Bonus), acting(AdjustmentKind::Cap)]);
}

#[test]
fn an_effort_must_be_above_0_and_a_target_that_is_reached_takes_nothing() {
    let (rubric, assessment) = example("fukang");
    let free: Map<Figure> = [("insured-all".to_owned(), Figure::ZERO)].into_iter().collect();
    let refused = Search::new(&rubric, &assessment, figure("95"), &free).err();
    let due = Refusal::Effort { id: "insured-all".into(), effort: Figure::ZERO };
    assert_eq!(refused, Some(due));
    assert!(matches!(solved((&rubric, &assessment), "93.50", &[]), Way::Already));
}

#[test]
fn a_choice_is_no_farther_than_it_is_of_use() {
    // 6.00 from x ≥ 5.995/6 × 33333 = 33305.2…
    let (rubric, assessment) = example("fukang");
    let search = Search::new(&rubric, &assessment, figure("95"), &Map::default()).unwrap();
    let choices = search.choices();
    let one = choices.iter().find(|choice| choice.id == "insured-all").unwrap();
    assert_eq!(one.steps[0].lever.setting(one.steps[0].to).text(), "33306");
    assert_eq!(one.alone.to_string(), "0.52");
}

/// A group of 60, in which one row rises with a fact and another casts a veto or a penalty on the
/// group, and a row of 40 that falls with the same fact.
fn torn(modifier: &str) -> (Rubric, Assessment) {
    let head = r#"
        id = "torn"
        edition = "1"
        title = { zh = "题" }
        region = { zh = "无" }
        kind = "self-evaluation"
        layout = "report"
        grades = [{ name = { zh = "优" }, min = "90" }, { name = { zh = "差" }, min = "0" }]
        facts = [{ id = "f", label = { zh = "数" }, unit = { zh = "人" } }]
        sources = []
        [[indicators]]
        id = "g"
        name = { zh = "组" }
        weight = "60"
        [[indicators.children]]
        id = "a"
        name = { zh = "甲" }
        weight = "50"
        [indicators.children.scoring]
        measure = { kind = "ratio", direction = "at-least" }
        rule = { kind = "proportional" }
        prefill = { actual = { fact = "f" }, target = "100" }
        [[indicators.children]]
        id = "c"
        name = { zh = "丙" }
        weight = "10"
        [indicators.children.scoring]
        rule = { kind = "judgement" }
    "#;
    let tail = r#"
        [[indicators]]
        id = "b"
        name = { zh = "乙" }
        weight = "40"
        [indicators.scoring]
        measure = { kind = "ratio", direction = "at-most" }
        rule = { kind = "proportional" }
        prefill = { actual = { fact = "f" }, target = "40" }
    "#;
    let rubric: Rubric = toml(&[head, "modifiers = [", modifier, "]\n", tail].concat());
    let mut assessment = Assessment::default();
    assessment.facts.insert("f".into(), "40".into());
    let entry = assessment.entries.or_default("c");
    entry.points = Some("10".into());
    entry.deductions.push(Incident { item: "m".into(), ..Incident::default() });
    (rubric, assessment)
}

#[test]
fn a_fact_has_another_best_place_once_a_veto_is_lifted() {
    // Now 0 + 40. The veto lifted: 20 + 10 + 40 = 70; and f = 100: 50 + 10 + 40 × 40/100 = 76. Alone
    // f only costs in 乙. For 75: 0.5f + 10 + 1600/f ≥ 75 at 98 (49 + 10 + 16.33 = 75.33) and 97 (48.50 +
    // 10 + 16.49 = 74.99) not.
    let veto = r#"{ kind = "knockout", id = "m", label = { zh = "事" }, scope = "g" }"#;
    let case = torn(veto);
    let found = plans(solved((&case.0, &case.1), "75", &[]));
    assert_eq!(ids(&found[0]), ["c", "facts.f"]);
    assert_eq!(texts(&found[0]), ["", "98"]);
    assert_eq!(found[0].total.min.to_string(), "75.33");
    let Way::OutOfReach { best, .. } = solved((&case.0, &case.1), "77", &[]) else { panic!() };
    assert_eq!(best.total.min.to_string(), "76.00");
    assert!(Search::new(&case.0, &case.1, figure("77"), &Map::default()).unwrap().solve().sure);
}

#[test]
fn a_fact_has_another_best_place_once_a_penalty_is_lifted() {
    // 20 + 10 − 40 leave nothing of the group: 40. With f = 100 alone 50 + 10 − 40 + 16 = 36.
    let off = r#"{ kind = "penalty", id = "m", label = { zh = "事" }, points = { from = "40", to = "40" }, scope = "g" }"#;
    let case = torn(off);
    let found = plans(solved((&case.0, &case.1), "76", &[]));
    assert_eq!(ids(&found[0]), ["c", "facts.f"]);
    assert_eq!(texts(&found[0]), ["", "100"]);
}

#[test]
fn a_penalty_that_finds_little_does_not_decide_where_a_row_is_best() {
    // A rate of 40 loses 4 of 5 × 10 points, but at 50 % the penalty of 20 is not due: on a group worth
    // 3. 0 % gives 10 and loses the 3; 50 % gives 0 and keeps them. 10.00 from 10 − x/5 ≥ 9.995.
    let rubric: Rubric = toml(
        r#"
        id = "little"
        edition = "1"
        title = { zh = "题" }
        region = { zh = "无" }
        kind = "self-evaluation"
        layout = "report"
        grades = [{ name = { zh = "优" }, min = "90" }, { name = { zh = "差" }, min = "0" }]
        facts = []
        sources = []
        [[indicators]]
        id = "g"
        name = { zh = "组" }
        weight = "90"
        [[indicators.children]]
        id = "b"
        name = { zh = "乙" }
        weight = "90"
        [indicators.children.scoring]
        rule = { kind = "judgement" }
        [[indicators]]
        id = "a"
        name = { zh = "甲" }
        weight = "10"
        [indicators.scoring]
        measure = { kind = "rate" }
        rule = { kind = "excess", limit = "0", per = "5", lose = "1", partial = "exact" }
        modifiers = [{ kind = "penalty", id = "m", label = { zh = "事" }, points = { from = "20", to = "20" }, scope = "g", rateBelow = "50" }]
        "#,
    );
    let mut assessment = Assessment::default();
    assessment.entries.or_default("a").rate = Some("40".into());
    assessment.entries.or_default("b").points = Some("3".into());
    let dear = [("b", "99")];
    let found = plans(solved((&rubric, &assessment), "10", &dear));
    assert_eq!(ids(&found[0]), ["a"]);
    assert_eq!(texts(&found[0]), ["0.02"]);
}

#[test]
fn a_given_figure_that_is_blank_is_something_to_be_filled_in() {
    // 有效问卷数 cleared: 93.50 − 7.34 − 7.67 − 7.15 = 71.34. Back at 122, the fewest that may be, it is
    // 93.50; for 93 one share of 0.50 may be lost: at 123 8 × 112/123 = 7.28, 8 × 117/123 = 7.61 and
    // 40 × 95/123 − 24 = 6.89, and 30 × 111.4/123 − 22.5 = 4.67: 93.50 − .06 − .06 − .26 − .22 = 92.90.
    let (rubric, mut assessment) = example("fukang");
    assessment.facts.insert("valid-answers".into(), String::new());
    let found = plans(solved((&rubric, &assessment), "93", &[]));
    assert_eq!(ids(&found[0]), ["facts.valid-answers"]);
    assert_eq!(texts(&found[0]), ["122"]);
    assert_eq!(found[0].total.min.to_string(), "93.50");
    let found = crate::whatif::distance::distances(&rubric, &assessment, figure("93"));
    let one = found.of.iter().find(|one| one.lever.id(&rubric) == "facts.valid-answers").unwrap();
    let crate::whatif::distance::Way::From(way) = one.up else { panic!("{:?}", one.up) };
    assert_eq!(one.lever.setting(way.at.position).text(), "122");
}
