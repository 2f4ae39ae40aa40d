//! Snapshots of report sentences, on the published case of Fukang and on hand-made totals.

use insta::assert_snapshot;

use super::*;
use crate::engine::{Scorecard, score};
use crate::presets;
use crate::words::testing::{assessment, indicator, outcome, rubric};
use crate::words::{line, steps};

fn fukang() -> (Rubric, Scorecard) {
    let rubric = presets::rubric("fukang").unwrap();
    let scorecard = score(&rubric, &presets::example("fukang").unwrap());
    (rubric, scorecard)
}

/// The leaf or group with this name, and its outcome.
fn named<'a>(
    rubric: &'a Rubric,
    scorecard: &'a Scorecard,
    name: &str,
) -> (&'a Indicator, &'a Outcome) {
    let nodes = rubric.nodes();
    let at = nodes.iter().position(|node| node.indicator.name.zh == name).unwrap();
    (nodes[at].indicator, &scorecard.outcomes[at])
}

#[test]
fn closings_as_the_report_prints_them() {
    let (rubric, scorecard) = fukang();
    let closing = |name, lang| {
        let (indicator, outcome) = named(&rubric, &scorecard, name);
        closing(&rubric, indicator, outcome, lang)
    };
    // The report: 满分6分, 扣0.52分, 得分5.48分; 满分3分, 得分3分.
    assert_snapshot!(closing("城镇职工大额医疗保险参保人数", Lang::Zh), @"综上所述，该指标满分6分，扣0.52分，得分5.48分。");
    assert_snapshot!(closing("城镇职工大额医疗保险参保人数", Lang::En), @"In sum, the indicator is worth 6 points; 0.52 points were deducted and 5.48 points awarded.");
    assert_snapshot!(closing("资金到位率", Lang::Zh), @"综上所述，该指标满分3分，得分3分。");
    assert_snapshot!(closing("资金到位率", Lang::En), @"In sum, the indicator is worth 3 points and 3 points were awarded.");
}

#[test]
fn openings_as_the_report_prints_them() {
    let (rubric, scorecard) = fukang();
    let (output, scored) = named(&rubric, &scorecard, "项目产出");
    let opening = |note, lang| group_opening(output, scored, note, lang);
    // The report: 35, 32.7, 93.43%.
    assert_snapshot!(opening("参保人数未达到目标。", Lang::Zh), @"项目产出类指标权重为35分，得分为32.7分，得分率为93.43%，主要原因为参保人数未达到目标。");
    assert_snapshot!(opening("fewer insured than planned", Lang::En), @"Project output: weight 35 points, score 32.7 points, scoring rate 93.43%; main reason: fewer insured than planned.");
    assert_snapshot!(opening("", Lang::Zh), @"项目产出类指标权重为35分，得分为32.7分，得分率为93.43%。");
    assert_snapshot!(detail_opening(output, scored, Lang::Zh), @"项目产出类指标从产出数量、产出质量、产出时效、产出成本四个方面进行考察，分值35分，实际得分32.7分。");
    assert_snapshot!(detail_opening(output, scored, Lang::En), @"Project output is examined in four respects (Quantity, Quality, Timeliness, Cost): weight 35 points, score 32.7 points.");
    let (decision, full) = named(&rubric, &scorecard, "项目决策");
    assert_snapshot!(group_opening(decision, full, "无", Lang::Zh), @"项目决策类指标权重为10分，得分为10分，得分率为100%。");
}

#[test]
fn no_sentence_says_indicators_twice() {
    let (rubric, scorecard) = fukang();
    let (output, scored) = named(&rubric, &scorecard, "项目产出");
    let mut output = output.clone();
    output.name.zh = "产出指标".into();
    for (child, name) in output.children.iter_mut().zip(["数量指标", "质量指标", "时效", "指标"])
    {
        child.name.zh = name.into();
    }
    assert_snapshot!(detail_opening(&output, scored, Lang::Zh), @"产出指标从数量、质量、时效、指标四个方面进行考察，分值35分，实际得分32.7分。");
    output.children.truncate(1);
    assert_snapshot!(detail_opening(&output, scored, Lang::Zh), @"产出指标从数量方面进行考察，分值35分，实际得分32.7分。");
    // A first level that is an indicator itself is no kind of them.
    let (leaf, full) = named(&rubric, &scorecard, "资金到位率");
    assert_snapshot!(group_opening(leaf, full, "", Lang::Zh), @"资金到位率权重为3分，得分为3分，得分率为100%。");
}

#[test]
fn the_conclusion_and_how_far_the_grades_are() {
    let (rubric, scorecard) = fukang();
    // 93.50 − 90 = 3.50; 3.50 + 0.01 = 3.51
    assert_snapshot!(conclusion(&rubric, &scorecard, Lang::Zh), @"最终评价得分：93.5分，评价等级：“优”。");
    assert_snapshot!(conclusion(&rubric, &scorecard, Lang::En), @"Final score: 93.5 points, grade: “Excellent”.");
    assert_snapshot!(standing(&rubric, &scorecard, Lang::Zh), @"距“优”下限还有3.50分余量；再失3.51分降为“良”。");
    assert_snapshot!(standing(&rubric, &scorecard, Lang::En), @"3.50 points above the lower bound of “Excellent”; losing 3.51 points makes it “Good”.");
}

/// A judged total of 100 with a knock-out and what else `more` says of the leaf.
fn judged(entry: &str) -> (Rubric, Scorecard) {
    let scoring = r#"rule = { kind = "levels", levels = [
        { id = "good", label = { zh = "好", en = "good" }, points = { from = "85", to = "100" } },
        { id = "fair", label = { zh = "中", en = "fair" }, points = { from = "50", to = "100" } },
        { id = "wide", label = { zh = "宽", en = "wide" }, points = { from = "61", to = "70" } }] }, modifiers = [
        { kind = "knockout", id = "fraud", label = { zh = "骗取资金", en = "fraud" }, scope = "total" },
        { kind = "penalty", id = "accident", label = { zh = "安全事故", en = "accident" }, points = "17", scope = "output" }]"#;
    let rubric = rubric("100", scoring);
    let scorecard = score(&rubric, &assessment(entry));
    (rubric, scorecard)
}

#[test]
fn grades_that_are_certain_and_possible() {
    let standing = |entry| {
        let (rubric, scorecard) = judged(entry);
        Lang::ALL.map(|lang| standing(&rubric, &scorecard, lang)).join("\n")
    };
    assert_snapshot!(standing("level = 'good'"), @"
    已确定不低于“良”；还可能为“优”。
    Certain to be at least “good”; may still be “excellent”.
    ");
    assert_snapshot!(standing("level = 'fair'"), @"
    评价等级尚未确定，可能为“优”“良”“中”“差”。
    The grade is still open: “excellent”, “good”, “fair”, “poor”.
    ");
    assert_snapshot!(standing("level = 'wide'"), @"
    已确定为“中”。
    Certain to be “fair”.
    ");
    assert_snapshot!(standing("level = 'good'\npoints = '88.37'"), @"
    距“优”还差1.63分；距“良”下限还有8.37分余量；再失8.38分降为“中”。
    1.63 points short of “excellent”; 8.37 points above the lower bound of “good”; losing 8.38 points makes it “fair”.
    ");
    assert_snapshot!(standing("level = 'fair'\npoints = '57.5'"), @"
    距“中”还差2.50分。
    2.50 points short of “fair”.
    ");
    let (rubric, scorecard) = judged("level = 'good'");
    assert_snapshot!(conclusion(&rubric, &scorecard, Lang::Zh), @"已评得分：85分，最高可得100分。");
    assert_snapshot!(conclusion(&rubric, &scorecard, Lang::En), @"Score so far: 85 points, at most 100 points.");
}

#[test]
fn what_acts_on_groups_and_totals_is_named() {
    let entry =
        "level = 'good'\npoints = '90'\ndeductions = [{ item = 'fraud' }, { item = 'accident' }]";
    let (rubric, scorecard) = judged(entry);
    let total = |lang| total_adjustments(&rubric, &scorecard, lang).join("\n");
    assert_snapshot!(Lang::ALL.map(total).join("\n"), @"
    “骗取资金”一票否决扣73分
    Knock-out “fraud”: 73 points deducted
    ");
    let (group, scored) = (indicator(&rubric, "output"), outcome(&scorecard, "output"));
    assert_snapshot!(Lang::ALL.map(|lang| line(&rubric, group, scored, lang)).join("\n"), @"
    下级指标合计90分，安全事故扣17分，共扣27分，得73分
    90 points from the indicators below, accident: 17 points deducted, 27 points deducted in all, 73 points awarded
    ");
    assert_snapshot!(Lang::ALL.map(|lang| steps(&rubric, group, scored, lang).join("\n")).join("\n"), @"
    下级指标合计90分，扣17分（安全事故），得73分。
    100-27=73分。
    From the indicators below 90 points, less 17 points (accident): 73 points.
    100 − 27 = 73 points.
    ");
}

#[test]
fn a_block_and_what_is_inside_it() {
    let rubric = rubric("25", r#"rule = { kind = "judgement" }"#);
    let mut assessment = assessment("");
    let block = crate::tree::tests::toml("block = { share = '80', reason = 'x' }");
    assessment.entries.insert("output".to_owned(), block);
    let scorecard = score(&rubric, &assessment);
    let said = |id, lang| line(&rubric, indicator(&rubric, id), outcome(&scorecard, id), lang);
    assert_snapshot!(said("output", Lang::Zh), @"整体赋分，扣5分，得20分");
    assert_snapshot!(said("output", Lang::En), @"Scored as a block, 5 points deducted, 20 points awarded");
    assert_snapshot!(said("leaf", Lang::Zh), @"上级指标整体赋分，本项不单独计分");
    assert_snapshot!(said("leaf", Lang::En), @"Scored with the block above, no points of its own");
    let leaf = (indicator(&rubric, "leaf"), outcome(&scorecard, "leaf"));
    assert_eq!(closing(&rubric, leaf.0, leaf.1, Lang::Zh), "");
}
