//! The waterfall: published cases by hand, and every step of generated ones accounted for.

use jiheng::engine::{AdjustmentKind, Assessment, Figure, Rubric, Span, score};
use jiheng::presets;
use jiheng::whatif::losses::{Losses, Step, Sum, What, losses};

use crate::{document, each_case};

fn example(id: &str) -> (Rubric, Losses) {
    of(id, &presets::example(id).unwrap())
}

fn of(id: &str, assessment: &Assessment) -> (Rubric, Losses) {
    let rubric = presets::rubric(id).unwrap();
    let found = losses(&rubric, &score(&rubric, assessment));
    (rubric, found)
}

fn id(rubric: &Rubric, node: Option<usize>) -> String {
    node.map_or(String::new(), |at| rubric.nodes()[at].indicator.id.clone())
}

/// Node and points of the steps that change anything.
fn seen(rubric: &Rubric, losses: &Losses) -> Vec<(String, String)> {
    let seen = losses.steps.iter().filter(|step| step.is_seen());
    seen.map(|step| (id(rubric, step.node()), step.points.min.trimmed())).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(id, points)| ((*id).to_owned(), (*points).to_owned())).collect()
}

#[test]
fn fukangs_points_go_where_the_report_deducts_them() {
    let (rubric, losses) = example("fukang");
    // Weight − published points of each row that lost any: 5 − 3.75; 6 − 5.48, 5 − 3.39,
    // 5 − 4.83; 8 − 7.34, 8 − 7.67, 8 − 7.15, 6 − 4.89. Together 6.50 = 100 − 93.50.
    let expected = pairs(&[
        ("system-execution", "-1.25"),
        ("insured-all", "-0.52"),
        ("insured-pooled", "-1.61"),
        ("insured-combined", "-0.17"),
        ("burden-relief", "-0.66"),
        ("system-improvement", "-0.33"),
        ("policy-awareness", "-0.85"),
        ("insured-satisfaction", "-1.11"),
    ]);
    assert_eq!(seen(&rubric, &losses), expected);
    assert_eq!(losses.sum.lost.to_string(), "6.50");
    assert_eq!(losses.total.min.to_string(), "93.50");
    // 1.25 ÷ 6.5 = 19.2307… %, 2.30 ÷ 6.5 = 35.3846… %, 2.95 ÷ 6.5 = 45.3846… %
    let groups = losses.groups.iter().map(|group| {
        (group.sum.lost.trimmed(), group.share.map(Figure::trimmed).unwrap_or_default())
    });
    let expected = [("0", "0"), ("1.25", "19.23"), ("2.3", "35.38"), ("2.95", "45.38")];
    assert_eq!(groups.collect::<Vec<_>>(), pairs(&expected));
    // 1.61 ÷ 6.5 = 24.7692… %
    let largest = losses.largest()[0];
    assert_eq!(id(&rubric, largest.node()), "insured-pooled");
    assert_eq!(largest.share.unwrap().trimmed(), "24.77");
}

#[test]
fn the_waterfall_of_every_example_ends_at_its_total() {
    for preset in presets::LIST {
        let (_, losses) = example(preset.id);
        let points = losses.steps.iter().map(|step| step.points).sum::<Span>();
        assert_eq!(Span::exactly(losses.full) + points, losses.total, "{}", preset.id);
        let last = losses.steps.last().map(|step| step.level);
        assert_eq!(last, Some(losses.total), "{}", preset.id);
    }
}

#[test]
fn a_block_is_one_step_and_its_rows_none() {
    let (rubric, losses) = example("taishan");
    // 25 × 80 % = 20: five points, in one step.
    let benefit = losses.steps.iter().filter(|step| matches!(step.what, What::Block { .. }));
    let benefit: Vec<_> = benefit.map(|step| step.points.min.trimmed()).collect();
    assert_eq!(benefit, ["-5"]);
    let rows = rubric.nodes().len();
    assert!(losses.steps.len() < rows);
    assert_eq!(losses.sum.lost.trimmed(), "16"); // 100 − 84
}

#[test]
fn what_is_not_entered_is_open_and_not_lost() {
    let (rubric, losses) = of("fukang", &Assessment::default());
    assert_eq!((losses.sum.lost, losses.sum.open), (Figure::ZERO, rubric.full_score));
    assert!(losses.groups.iter().all(|group| group.share.is_none()));
    assert!(losses.largest().is_empty());
}

/// A form with a rule without a cap, a penalty on a group, a bonus and a cap.
fn form() -> Rubric {
    document(
        r#"
        id = "t"
        edition = "1"
        title = { zh = "表" }
        region = { zh = "无" }
        kind = "self-evaluation"
        layout = "self-form"
        cap = "95"
        grades = [{ name = { zh = "差" }, min = "0" }]
        sources = []
        [[indicators]]
        id = "output"
        name = { zh = "产出" }
        weight = "60"
        [[indicators.children]]
        id = "number"
        name = { zh = "数量" }
        weight = "40"
        scoring = { measure = { kind = "rate", beyondHundred = true }, rule = { kind = "proportional", uncapped = true } }
        [[indicators.children]]
        id = "safety"
        name = { zh = "安全" }
        weight = "20"
        scoring = { rule = { kind = "judgement" }, modifiers = [{ kind = "penalty", id = "accident", label = { zh = "事故" }, points = "17", scope = "output" }] }
        [[indicators]]
        id = "benefit"
        name = { zh = "效益" }
        weight = "40"
        scoring = { rule = { kind = "judgement" } }
        [bonus]
        max = "5"
        items = [{ id = "extra", name = { zh = "加分" }, weight = "8", scoring = { rule = { kind = "judgement" } } }]
        "#,
    )
}

fn entered(entries: &str) -> Losses {
    let form = form();
    let text = format!("version = 1\nrubric = {{ id = \"t\" }}\n{entries}");
    losses(&form, &score(&form, &document(&text)))
}

#[test]
fn additions_are_steps_upwards_and_every_adjustment_is_named() {
    let losses = entered(
        r#"entries = { number = { rate = "110" }, safety = { points = "18", deductions = [{ item = "accident" }] }, benefit = { points = "40" }, extra = { points = "8" } }"#,
    );
    // 100 + (40 × 1.1 − 40) − 2 − 17 + 0 + min(8, 5) = 90, below the cap.
    let points: Vec<_> = losses.steps.iter().map(|step| step.points.max.trimmed()).collect();
    assert_eq!(points, ["4", "-2", "-17", "0", "5"]);
    let levels: Vec<_> = losses.steps.iter().map(|step| step.level.min.trimmed()).collect();
    assert_eq!(levels, ["104", "102", "85", "85", "90"]);
    let Sum { lost, added, .. } = losses.sum;
    assert_eq!((lost.trimmed(), added.trimmed()), ("19".to_owned(), "9".to_owned()));
    // 17 ÷ 19 = 89.4736… %
    assert_eq!(losses.steps[2].share.unwrap().trimmed(), "89.47");
    assert!(matches!(losses.steps[2].what, What::AtGroup { node: 0, .. }));
    assert!(matches!(&losses.steps[4].what, What::AtTotal { kind: AdjustmentKind::Bonus }));
}

#[test]
fn a_weight_that_does_not_apply_is_dropped_and_rescaling_is_a_step() {
    let losses = entered(
        r#"entries = { number = { rate = "90" }, safety = { notApplicable = true }, benefit = { points = "40" } }"#,
    );
    // 100 − 4 − 20 = 76; 76 × 100/80 = 95: up 19, at the cap, which takes nothing.
    let points: Vec<_> = losses.steps.iter().map(|step| step.points.min.trimmed()).collect();
    assert_eq!(points, ["-4", "-20", "0", "19"]);
    let Sum { dropped, lost, added, open } = losses.sum;
    let shown = [dropped, lost, added, open].map(Figure::trimmed);
    assert_eq!(shown, ["20", "4", "19", "0"]);
    assert_eq!(losses.groups[0].weight.trimmed(), "40");
    assert_eq!(losses.steps[0].share, Some(Figure::HUNDRED));
}

#[test]
fn a_penalty_takes_what_was_open_with_what_was_certain() {
    let losses = entered(
        r#"entries = { safety = { points = "10", deductions = [{ item = "accident" }] } }"#,
    );
    // 数量 is open: 0 to 40. 10 − 17 is no less than 0, 50 − 17 = 33 is still possible; 效益 is
    // open: the total lies between 0 and 73.
    assert_eq!(losses.total, Span { min: Figure::ZERO, max: Figure::whole(73) });
    let Sum { lost, open, .. } = losses.sum;
    // Of the 40 + 40 that are open, the penalty settles 7: it takes 17 of them or 10 and no more.
    assert_eq!((lost.trimmed(), open.trimmed()), ("27".to_owned(), "73".to_owned()));
    assert_eq!(losses.steps[2].open().trimmed(), "-7");
}

/// full − dropped − lost + added − open
fn left(full: Figure, sum: Sum) -> Figure {
    full - sum.dropped - sum.lost + sum.added - sum.open
}

fn check(found: &Losses, name: &str) {
    let mut level = Span::exactly(found.full);
    for step in &found.steps {
        level = level + step.points;
        assert_eq!(step.level, level, "{name}");
        assert_eq!(step.lost().min(step.added()), Figure::ZERO, "{name}");
    }
    assert_eq!(level, found.total, "{name}");
    assert_eq!(left(found.full, found.sum), found.total.min, "{name}");
    for group in &found.groups {
        let own = |step: &&Step| step.group == Some(group.node);
        let points: Span = found.steps.iter().filter(own).map(|step| step.points).sum();
        let before = group.weight + group.sum.dropped;
        assert_eq!(Span::exactly(before) + points, group.score, "{name}");
        assert_eq!(left(before, group.sum), group.score.min, "{name}");
    }
}

#[test]
fn every_waterfall_sums_to_its_score() {
    let mut seen = [0; 4];
    each_case(400, 6, |rubric, assessment, _, name| {
        let found = losses(rubric, &score(rubric, assessment));
        check(&found, name);
        let Sum { dropped, lost, added, open } = found.sum;
        for (count, points) in seen.iter_mut().zip([dropped, lost, added, open]) {
            *count += usize::from(!points.is_zero());
        }
    });
    assert!(seen.iter().all(|count| *count > 50), "{seen:?}");
}
