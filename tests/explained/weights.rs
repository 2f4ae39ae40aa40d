//! Weights worked by hand, on small forms and on Fukang.

use jiheng::engine::{Assessment, Figure, Rubric};
use jiheng::presets;
use jiheng::whatif::weights::{Exact, Interval, Silence, Sweep, Weights, weights};

use crate::document;

/// A form of these first-level indicators, grades at 90, 80, 60.
fn form(options: &str, indicators: &str) -> Rubric {
    document(&format!(
        r#"
        id = "t"
        edition = "1"
        title = {{ zh = "表" }}
        region = {{ zh = "无" }}
        kind = "self-evaluation"
        layout = "self-form"
        {options}
        grades = [
            {{ name = {{ zh = "优" }}, min = "90" }}, {{ name = {{ zh = "良" }}, min = "80" }},
            {{ name = {{ zh = "中" }}, min = "60" }}, {{ name = {{ zh = "差" }}, min = "0" }},
        ]
        sources = []
        indicators = [{indicators}]
        "#
    ))
}

/// A leaf of points that a person gives, with modifiers.
fn leaf(id: &str, weight: &str, modifiers: &str) -> String {
    format!(
        r#"{{ id = "{id}", name = {{ zh = "{id}" }}, weight = "{weight}", scoring = {{ rule = {{ kind = "judgement" }}, modifiers = [{modifiers}] }} }}"#
    )
}

fn group(id: &str, weight: &str, children: &[String]) -> String {
    let children = children.join(", ");
    format!(
        r#"{{ id = "{id}", name = {{ zh = "{id}" }}, weight = "{weight}", children = [{children}] }}"#
    )
}

fn entered(entries: &str) -> Assessment {
    document(&format!("version = 1\nrubric = {{ id = \"t\" }}\nentries = {{ {entries} }}"))
}

fn node(rubric: &Rubric, id: &str) -> usize {
    rubric.nodes().iter().position(|node| node.indicator.id == id).unwrap()
}

fn sweep<'w>(rubric: &Rubric, answer: &'w Weights, id: &str) -> &'w Sweep {
    answer.nodes[node(rubric, id)].as_ref().unwrap()
}

fn knots(sweep: &Sweep) -> Vec<String> {
    sweep.knots.iter().map(|knot| format!("{}: {}", knot.weight, knot.total)).collect()
}

/// `[20, 60) 1` for each interval.
fn intervals(sweep: &Sweep) -> Vec<String> {
    let shown = |one: &Interval| {
        let open = if one.from_included { '[' } else { '(' };
        let close = if one.to_included { ']' } else { ')' };
        format!("{open}{}, {}{close} {}", one.from, one.to, one.grade)
    };
    sweep.intervals.iter().map(shown).collect()
}

fn exact(text: &str) -> Exact {
    Exact::from(text.parse::<Figure>().unwrap())
}

#[test]
fn two_leaves_that_make_room_for_each_other() {
    let rubric = form("", &[leaf("a", "60", ""), leaf("b", "40", "")].join(", "));
    let answer = weights(&rubric, &entered(r#"a = { points = "60" }, b = { points = "30" }"#));
    // a has 100 %, b 30/40 = 75 %: the total is w + 0.75 × (100 − w) = 75 + w/4, which is 80 at
    // w = 20 and 90 at w = 60, the weight that a has.
    let a = sweep(&rubric, &answer, "a");
    assert_eq!(knots(a), ["0: 75", "100: 100"]);
    assert_eq!(intervals(a), ["[0, 20) 2", "[20, 60) 1", "[60, 100] 0"]);
    assert_eq!((a.holds, a.weight.trimmed()), (2, "60".to_owned()));
    // The weight of b is what a leaves.
    let b = sweep(&rubric, &answer, "b");
    assert_eq!(intervals(b), ["[0, 40] 0", "(40, 80] 1", "(80, 100] 2"]);
    assert_eq!(b.total_at(&exact("40")), exact("90"));
    assert_eq!(
        b.intervals[1].shown(2).map(|(a, b)| (a.trimmed(), b.trimmed())).unwrap(),
        ("40.01".into(), "80".into())
    );
    assert_eq!((answer.grade, answer.printed, answer.settled), (0, 0, true));
}

#[test]
fn a_penalty_that_takes_all_there_is_bends_the_line_and_splits_a_grade() {
    let accident =
        r#"{ kind = "penalty", id = "x", label = { zh = "事故" }, points = "17", scope = "g" }"#;
    let g = group("g", "20", &[leaf("a", "20", accident)]);
    let rubric = form("", &[g, leaf("b", "80", "")].join(", "));
    let entries = r#"a = { points = "20", deductions = [{ item = "x" }] }, b = { points = "64" }"#;
    let answer = weights(&rubric, &entered(entries));
    // b has 64/80 = 80 %, a 100 % less 17: up to w = 17 nothing of a is left, 80 − 0.8 w, then
    // 80 − 0.8 w + w − 17 = 63 + 0.2 w. At 17 that is 66.4, at 100 it is 83; 良 at w = 0 and again
    // from 63 + 0.2 w = 80, w = 85.
    let g = sweep(&rubric, &answer, "g");
    assert_eq!(knots(g), ["0: 80", "17: 332/5", "100: 83"]);
    assert_eq!(intervals(g), ["[0, 0] 1", "(0, 85) 2", "[85, 100] 1"]);
    assert_eq!(g.holds, 1);
    // The leaf alone is the group.
    assert_eq!(knots(sweep(&rubric, &answer, "a")), knots(g));
    // For b the same from the other end: 17 of a are left at w = 83.
    assert_eq!(knots(sweep(&rubric, &answer, "b")), ["0: 83", "83: 332/5", "100: 80"]);
}

#[test]
fn a_cap_a_bonus_and_a_penalty_on_the_total_stay_what_they_are() {
    let late =
        r#"{ kind = "penalty", id = "x", label = { zh = "迟" }, points = "8", scope = "total" }"#;
    let options = r#"
        cap = "85"
        [bonus]
        max = "3"
        items = [{ id = "extra", name = { zh = "加" }, weight = "5", scoring = { rule = { kind = "judgement" } } }]
        "#;
    let (head, tail) = options.split_once("[bonus]").unwrap();
    let mut rubric = form(head, &[leaf("a", "50", late), leaf("b", "50", "")].join(", "));
    rubric.bonus = Some(document(tail));
    let entries = r#"a = { points = "50", deductions = [{ item = "x" }] }, b = { points = "30" }, extra = { points = "5" }"#;
    let answer = weights(&rubric, &entered(entries));
    // a 100 %, b 60 %: 60 + 0.4 w, + 3 − 8 = 55 + 0.4 w, capped at 85 from w = 75.
    let a = sweep(&rubric, &answer, "a");
    assert_eq!(knots(a), ["0: 55", "75: 85", "100: 85"]);
    // 60 at 12.5, 80 at 62.5; 50 gives 75.
    assert_eq!(intervals(a), ["[0, 25/2) 3", "[25/2, 125/2) 2", "[125/2, 100] 1"]);
    assert_eq!(answer.total, exact("75"));
    assert_eq!(answer.nodes[node(&rubric, "extra")], Err(Silence::Bonus));
}

#[test]
fn what_does_not_apply_keeps_its_weight_and_the_rest_is_scaled_up() {
    let three = [leaf("a", "30", ""), leaf("b", "50", ""), leaf("c", "20", "")].join(", ");
    let rubric = form("", &three);
    let entries = r#"a = { points = "30" }, b = { points = "30" }, c = { notApplicable = true }"#;
    let answer = weights(&rubric, &entered(entries));
    // 80 points count: a 100 %, b 60 %: (w + 0.6 × (80 − w)) × 100/80 = 60 + w/2.
    let a = sweep(&rubric, &answer, "a");
    assert_eq!(answer.full.trimmed(), "80");
    assert_eq!(knots(a), ["0: 60", "80: 100"]);
    assert_eq!(intervals(a), ["[0, 40) 2", "[40, 60) 1", "[60, 80] 0"]);
    assert_eq!(answer.nodes[node(&rubric, "c")], Err(Silence::NotApplicable));
}

#[test]
fn where_there_is_nothing_to_say_the_reason_is() {
    let block = group("g", "60", &[leaf("a", "60", "")]);
    let rubric = form("", &[block, leaf("b", "40", ""), leaf("zero", "0", "")].join(", "));
    let entries = r#"g = { block = { share = "85", reason = "整体" } }, b = { points = "40" }"#;
    let answer = weights(&rubric, &entered(entries));
    // The block has 85 %: 100 − 0.15 w.
    assert_eq!(knots(sweep(&rubric, &answer, "g")), ["0: 100", "100: 85"]);
    let silence = |id| answer.nodes[node(&rubric, id)].clone().unwrap_err();
    assert_eq!([silence("a"), silence("zero")], [Silence::InBlock, Silence::NoWeight]);
    let alone = form("", &group("all", "100", &[leaf("a", "100", "")]));
    let answer = weights(&alone, &entered(r#"a = { points = "91" }"#));
    assert_eq!(answer.nodes, [Err(Silence::Whole), Err(Silence::Whole)]);
    assert_eq!(answer.total, exact("91"));
}

#[test]
fn a_leaf_without_points_left_has_none_at_any_weight() {
    let veto = r#"{ kind = "knockout", id = "x", label = { zh = "否决" }, scope = "leaf" }"#;
    let rated = format!(
        r#"{{ id = "a", name = {{ zh = "a" }}, weight = "10", scoring = {{ measure = {{ kind = "rate" }}, rule = {{ kind = "proportional" }}, modifiers = [{veto}] }} }}"#
    );
    let rubric = form("", &[rated, leaf("b", "90", "")].join(", "));
    // 10 × 33.3333 % = 3.33333, rounded 3.33: the knock-out takes 3.33 of the form, and the
    // rest of the exact points too.
    let entries =
        r#"a = { rate = "33.3333", deductions = [{ item = "x" }] }, b = { points = "90" }"#;
    let answer = weights(&rubric, &entered(entries));
    assert_eq!(knots(sweep(&rubric, &answer, "a")), ["0: 100", "100: 0"]);
    // Without it the exact points count: 90 + 3.33333 = 93.33333, of 93.33 printed.
    let answer = weights(&rubric, &entered(r#"a = { rate = "33.3333" }, b = { points = "90" }"#));
    assert_eq!(answer.total, exact("93.33333"));
}

#[test]
fn rounding_can_make_the_printed_grade() {
    let rated = |id: &str| {
        format!(
            r#"{{ id = "{id}", name = {{ zh = "{id}" }}, weight = "50", scoring = {{ measure = {{ kind = "rate" }}, rule = {{ kind = "proportional" }} }} }}"#
        )
    };
    let rubric = form("", &[rated("a"), rated("b")].join(", "));
    // Twice 50 × 89.99 % = 44.995 → 45.00: 90.00 is printed, 89.99 is exact.
    let answer = weights(&rubric, &entered(r#"a = { rate = "89.99" }, b = { rate = "89.99" }"#));
    assert_eq!((answer.grade, answer.printed), (1, 0));
    assert_eq!(answer.total, exact("89.99"));
}

#[test]
fn fukang_keeps_its_grade_whatever_a_group_weighs_but_not_whatever_a_leaf_does() {
    let rubric = presets::rubric("fukang").unwrap();
    let answer = weights(&rubric, &presets::example("fukang").unwrap());
    // Unrounded: 10 + 23.75 + 19 (产出 without the insured) + 6 × 30437/33333 + 5 × 4157/6130
    // + 5 × 26280/27203 + 8 × 112/122 + 8 × 117/122 + 8 − 0.4 × (80 − 9500/122)
    // + 6 − 0.3 × (95 − 11140/122) = 93.507142898…
    assert_eq!(answer.total.cut(6).0.to_string(), "93.507142");
    assert_eq!((answer.grade, answer.printed), (0, 0));
    // 决策 has 100 %, the rest 83.507142898/90 = 92.7857…%: never below 92.78. 过程 95 %, the rest
    // 69.757142898/75 = 93.0095…%. 产出 32.699754…/35 = 93.4278…%, the rest 60.807388…/65 =
    // 93.5498…%. 效益 27.057377…/30 = 90.1912…%, the rest 66.449765…/70 = 94.9282…%: 优 at any
    // weight, for all four.
    for id in ["decision", "process", "output", "benefit"] {
        let sweep = sweep(&rubric, &answer, id);
        assert_eq!(sweep.intervals.len(), 1, "{id}");
        assert_eq!(intervals(sweep), ["[0, 100] 0"]);
    }
    let decision = sweep(&rubric, &answer, "decision");
    // 83.507142898… × 100/90 = 92.785714331…
    assert_eq!(decision.knots[0].total.cut(6).0.to_string(), "92.785714");
    assert_eq!(decision.knots[1].total, exact("100"));
    // Satisfaction, 6 points: 4.893442622…/6 = 81.557377…%; the rest
    // 88.613700275…/94 = 94.269893…%. 90 is crossed at
    // (94.269893… − 90) ÷ (94.269893… − 81.557377…) × 100 = 4.269893… ÷ 12.712516… × 100 = 33.588….
    let satisfied = sweep(&rubric, &answer, "insured-satisfaction");
    assert_eq!(satisfied.intervals.len(), 2);
    assert_eq!(satisfied.interval().unwrap().to.cut(3).0.to_string(), "33.588");
    assert!(satisfied.interval().unwrap().to_included && !satisfied.intervals[1].from_included);
    // At weight 100 it is all there is: 81.557377…, 良.
    assert_eq!(satisfied.knots[1].total.cut(6).0.to_string(), "81.557377");
    assert_eq!(satisfied.intervals[1].grade, 1);
}
