//! Every step that the engine knows has words in both languages, on its own and in the presets.

use super::testing::{indicator, rubric};
use super::{Lang, line, problem, rule_full, rule_short, steps};
use crate::engine::measure::{Direction, Divisor};
use crate::engine::{
    Date, Figure, Fraction, Outcome, Partial, PointRange, Rubric, Scope, Span, Status, Step, score,
};
use crate::presets;

const ALL_RULES: [(&str, &str); 5] = [
    ("shortfall", r#"{ kind = "shortfall", target = "95", lose = "5" }"#),
    ("excess", r#"{ kind = "excess", limit = "10", per = "1", lose = "0.5" }"#),
    ("steps", r#"{ kind = "steps", full = "95", per = "10", lose = "1", partial = "up" }"#),
    ("threshold", r#"{ kind = "threshold", bands = [{ from = "90", points = "6" }] }"#),
    ("judgement", r#"{ kind = "judgement" }"#),
];

/// The name of a step and the rule that it belongs to. A new step stops this from compiling, so
/// that it gets a sample below.
fn about(step: &Step) -> (&'static str, &'static str) {
    match step {
        Step::Ratio { .. } => ("ratio", "judgement"),
        Step::Share { .. } => ("share", "judgement"),
        Step::Survey { .. } => ("survey", "judgement"),
        Step::Entered { .. } => ("entered", "judgement"),
        Step::Budget { .. } => ("budget", "judgement"),
        Step::Cost { .. } => ("cost", "judgement"),
        Step::Dates { .. } => ("dates", "judgement"),
        Step::Duration { .. } => ("duration", "judgement"),
        Step::Quality { .. } => ("quality", "judgement"),
        Step::Level { .. } => ("level", "judgement"),
        Step::Picked { .. } => ("picked", "judgement"),
        Step::Checklist { .. } => ("checklist", "judgement"),
        Step::Proportional { .. } => ("proportional", "judgement"),
        Step::Shortfall { .. } => ("shortfall", "shortfall"),
        Step::Excess { .. } => ("excess", "excess"),
        Step::Steps { .. } => ("steps", "steps"),
        Step::Threshold { .. } => ("threshold", "threshold"),
        Step::Curve { .. } => ("curve", "judgement"),
        Step::NotOver { .. } => ("not over", "judgement"),
        Step::Judged { .. } => ("judged", "judgement"),
        Step::Rounded { .. } => ("rounded", "judgement"),
        Step::Deducted { .. } => ("deducted", "judgement"),
        Step::Occurred { .. } => ("occurred", "judgement"),
        Step::KnockedOut { .. } => ("knocked out", "judgement"),
        Step::Penalty { .. } => ("penalty", "judgement"),
        Step::Overridden { .. } => ("overridden", "judgement"),
        Step::NotApplicable => ("not applicable", "judgement"),
        Step::InBlock => ("in block", "judgement"),
    }
}

/// How many kinds of steps there are.
const KINDS: usize = 28;

fn samples() -> Vec<Step> {
    let two = Figure::whole(2);
    let (rate, lost) = (Fraction::ONE.div(Fraction::whole(2)).unwrap(), Fraction::whole(3));
    let date = |text| Date::parse(text).unwrap();
    let (item, points) = ("item".to_owned(), PointRange { from: Figure::ZERO, to: two });
    let fixed = PointRange::fixed(two);
    let group = || Scope::Group("output".to_owned());
    vec![
        Step::Ratio { direction: Direction::AtLeast, actual: two, target: two, rate },
        Step::Ratio { direction: Direction::AtMost, actual: two, target: two, rate },
        Step::Ratio { direction: Direction::Below, actual: Figure::ZERO, target: two, rate },
        Step::Share { yes: two, asked: two, rate },
        Step::Survey { terms: vec![(two, Figure::ZERO)], answers: two, rate },
        Step::Survey { terms: vec![(Figure::ZERO, two)], answers: two, rate },
        Step::Entered { percent: two, rate },
        Step::Budget { divisor: Divisor::Annual, executed: two, budget: two, rate },
        Step::Cost { planned: two, actual: two, saving: rate, rate },
        Step::Dates { planned: date("2024-12-25"), actual: date("2024-12-26"), late: 1, rate },
        Step::Dates { planned: date("2024-12-25"), actual: date("2024-12-25"), late: 0, rate },
        Step::Duration { planned: two, actual: two, rate },
        Step::Quality { passed: two, inspected: two, rate },
        Step::Level { id: item.clone(), points },
        Step::Level { id: item.clone(), points: fixed },
        Step::Picked { points: two },
        Step::Checklist { items: 2, missed: vec![item.clone()], partly: vec![], lost },
        Step::Proportional { rate, capped: false },
        Step::Proportional { rate, capped: true },
        Step::Shortfall { target: Fraction::ONE, gap: rate, lost, partial: Partial::Exact },
        Step::Excess { limit: rate, over: rate, lost, partial: Partial::Exact },
        Step::Steps { full: Fraction::ONE, count: lost, lost, partial: Partial::Up },
        Step::Threshold { from: None, points: two },
        Step::Threshold { from: Some(two), points: two },
        Step::Curve { low: (two, two), high: (two, two), share: rate },
        Step::Curve { low: (two, two), high: (Figure::HUNDRED, two), share: rate },
        Step::NotOver { over: true },
        Step::NotOver { over: false },
        Step::Judged { points: two },
        Step::Rounded { exact: rate, points: two },
        Step::Deducted { item: item.clone(), points, effective: two },
        Step::Deducted { item: item.clone(), points: fixed, effective: Figure::ZERO },
        Step::Occurred { item: item.clone(), count: two, each: two, effective: two },
        Step::KnockedOut { item: item.clone(), scope: Scope::Leaf },
        Step::KnockedOut { item: item.clone(), scope: group() },
        Step::Penalty { item, points, scope: Scope::Total },
        Step::Overridden { formula: Some(two), points: two },
        Step::Overridden { formula: None, points: two },
        Step::NotApplicable,
        Step::InBlock,
    ]
}

#[test]
fn every_step_has_a_sample() {
    let names: std::collections::BTreeSet<_> = samples().iter().map(|step| about(step).0).collect();
    assert_eq!(names.len(), KINDS);
}

#[test]
fn every_step_has_a_sentence_in_both_languages() {
    for step in samples() {
        let (name, rule) = about(&step);
        let (_, rule) = ALL_RULES.iter().find(|(known, _)| *known == rule).unwrap();
        let rubric = rubric("6", &format!(r#"measure = {{ kind = "share" }}, rule = {rule}"#));
        let outcome = Outcome {
            id: "leaf".to_owned(),
            weight: Figure::whole(6),
            base: Span::exactly(Figure::whole(3)),
            score: Span::exactly(Figure::whole(3)),
            status: Status::Scored,
            exact: None,
            rate: Some(Fraction::ZERO),
            adjustments: Vec::new(),
            beyond: Vec::new(),
            trace: vec![step],
        };
        for lang in Lang::ALL {
            let leaf = indicator(&rubric, "leaf");
            let sentences = steps(&rubric, leaf, &outcome, lang);
            assert!(sentences.len() > 1, "{name}: only {sentences:?}");
            check(&sentences.join(""), lang);
            check(&line(&rubric, leaf, &outcome, lang), lang);
        }
    }
}

/// Nothing left to fill in, no punctuation doubled, no Chinese in English.
fn check(text: &str, lang: Lang) {
    assert!(!text.contains(['{', '}']), "{text}");
    for doubled in ["，，", "。。", "，。", "；。", ", ,", "  ", "..", "= =", "“”", "（）"]
    {
        assert!(!text.contains(doubled), "{doubled:?} in {text}");
    }
    if lang == Lang::En {
        let chinese = text.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c));
        assert_eq!(chinese, None, "{text}");
    }
}

#[test]
fn every_preset_is_put_into_words() {
    for preset in presets::LIST {
        let rubric = presets::rubric(preset.id).unwrap();
        let scorecard = score(&rubric, &presets::example(preset.id).unwrap());
        for lang in Lang::ALL {
            for (node, outcome) in rubric.nodes().iter().zip(&scorecard.outcomes) {
                let indicator = node.indicator;
                let said = line(&rubric, indicator, outcome, lang);
                let open = outcome.status == Status::Empty;
                assert_eq!(said.is_empty(), open, "{} {}: {said}", preset.id, indicator.id);
                check(&said, lang);
                check(&rule_short(indicator, lang), lang);
                check(&rule_full(&rubric, indicator, lang).join(""), lang);
                check(&steps(&rubric, indicator, outcome, lang).join(""), lang);
            }
            for one in &scorecard.problems {
                check(&problem(&rubric, one, lang), lang);
            }
        }
    }
}

/// The line of an indicator of a preset's published case, by its Chinese name.
fn published(rubric: &Rubric, name: &str) -> String {
    let scorecard = score(rubric, &presets::example(&rubric.id).unwrap());
    let nodes = rubric.nodes();
    let at = nodes.iter().position(|node| node.indicator.name.zh == name).unwrap();
    line(rubric, nodes[at].indicator, &scorecard.outcomes[at], Lang::Zh)
}

#[test]
fn the_published_lines_of_fukang() {
    let rubric = presets::rubric("fukang").unwrap();
    let told = |name| published(&rubric, name);
    // 完成率 (30437/33333) 91.31 %, 0.52 off, 5.48: figures of the report.
    insta::assert_snapshot!(told("城镇职工大额医疗保险参保人数"), @"完成率=(30437/33333)×100%=91.31%，扣0.52分，得5.48分");
    // 91.31 % against 95 %, 1.11 off, 4.89.
    insta::assert_snapshot!(told("城镇职工大额医疗保险参保人员满意度"), @"满意度=(92×100%+11×80%+15×60%+4×40%)/122×100%=91.31%，比95%低3.69个百分点，扣1.11分，得4.89分");
    // 1.25 off, 3.75.
    insta::assert_snapshot!(told("制度执行有效性"), @"4项中1项不符合，扣1.25分，得3.75分");
    // 77.87 % against 80 %, 0.85 off, 7.15.
    insta::assert_snapshot!(told("政策知晓率"), @"政策知晓率=(95/122)×100%=77.87%，比80%低2.13个百分点，扣0.85分，得7.15分");
    // 182.62/182.62, 100 %, 3.
    insta::assert_snapshot!(told("资金到位率"), @"资金到位率=(182.62/182.62)×100%=100%，得3分");
}
