//! Snapshots of what is said about weights.

use insta::assert_snapshot;

use super::*;
use crate::engine::{Assessment, Entry};
use crate::presets;
use crate::tree::tests::toml;

/// What holds for all, then for the named.
fn said(id: &str, assessment: &Assessment, ids: &[&str], lang: Lang) -> String {
    let rubric = presets::rubric(id).unwrap();
    let answer = crate::whatif::weights::weights(&rubric, assessment);
    let nodes = rubric.nodes();
    let mut sentences = weights(&rubric, &answer, lang);
    sentences.extend(ids.iter().map(|id| {
        let node = nodes.iter().position(|node| node.indicator.id == *id).unwrap();
        weight(&rubric, &answer, node, lang)
    }));
    sentences.join("\n")
}

#[test]
fn fukang_hangs_on_few_weights() {
    let assessment = presets::example("fukang").unwrap();
    let ids = ["output", "insured-satisfaction", "insured-pooled"];
    assert_snapshot!(said("fukang", &assessment, &ids, Lang::Zh), @"
    按未修约的得分计算，总分93.507142…分，等级为“优”。
    单独调整权重（其余按比例调整）可能改变等级的有6项，都须调到现有权重的一半以下或两倍以上，最接近的是“产出数量”（现为16分，到53.37分时为“良”）。
    “项目产出”的权重在0～100分内任意调整（现为35分），等级都为“优”。
    “城镇职工大额医疗保险参保人员满意度”的权重不超过33.58分（现为6分）时，等级仍为“优”；在33.59分至100分之间为“良”。
    “单建统筹基金参保人数”的权重不超过17.96分（现为5分）时，等级仍为“优”；在17.97分至54.94分之间为“良”，在54.95分至100分之间为“中”。
    ");
    assert_snapshot!(said("fukang", &assessment, &ids, Lang::En), @"
    Without rounding, the total is 93.507142… points, grade “Excellent”.
    Changed by itself, the others in proportion, 6 weights can change the grade, all at less than half or more than double; the nearest is “Quantity” (now 16 points; “Good” at 53.37 points).
    “Project output” may have any weight from 0 to 100 points (now 35 points): the grade is “Excellent”.
    With a weight of at most 33.58 points (now 6 points) for “Satisfaction of the insured”, the grade stays “Excellent”; from 33.59 points to 100 points it is “Good”.
    With a weight of at most 17.96 points (now 5 points) for “Insured in the pooled fund only”, the grade stays “Excellent”; from 17.97 points to 54.94 points it is “Good”, from 54.95 points to 100 points it is “Fair”.
    ");
}

#[test]
fn a_block_and_what_is_in_it() {
    let assessment = presets::example("taishan").unwrap();
    let ids = ["approval", "benefit", "economic-benefit"];
    assert_snapshot!(said("taishan", &assessment, &ids, Lang::Zh), @"
    按未修约的得分计算，总分84分，等级为“良”。
    单独调整权重（其余按比例调整），在现有权重的一半至两倍之内等级就会改变的有1项：“项目立项”（现为15分，到29.17分时为“中”）；另有19项须调到一半以下或两倍以上。
    “项目立项”的权重不超过29.16分（现为15分）时，等级仍为“良”；在29.17分至64.58分之间为“中”，在64.59分至100分之间为“低”。
    “项目效益”的权重在0～100分内任意调整（现为25分），等级都为“良”。
    “经济效益”随上级整体赋分，没有单独的得分。
    ");
    assert_snapshot!(said("taishan", &assessment, &ids, Lang::En), @"
    Without rounding, the total is 84 points, grade “Good”.
    Changed by itself, the others in proportion, a weight within half to double changes the grade for 1: “Project approval” (now 15 points; “Fair” at 29.17 points); for 19 others it takes more than that.
    With a weight of at most 29.16 points (now 15 points) for “Project approval”, the grade stays “Good”; from 29.17 points to 64.58 points it is “Fair”, from 64.59 points to 100 points it is “Low”.
    “Project benefit” may have any weight from 0 to 100 points (now 25 points): the grade is “Good”.
    “Economic benefit” is part of a block and has no score of its own.
    ");
}

#[test]
fn a_grade_that_rounding_made_and_answers_that_are_open() {
    let mut assessment = presets::example("fukang").unwrap();
    let given = [
        ("basis-adequacy", "0"),
        ("procedure-compliance", "0"),
        ("fund-allocation", "1"),
        ("burden-relief", "7.34"),
        ("system-improvement", "7.67"),
        ("insured-satisfaction", "4.89"),
    ];
    for (id, points) in given {
        let entry: Entry = toml(&format!("override = {{ points = '{points}', reason = '例' }}"));
        assessment.entries.insert(id.into(), entry);
    }
    // Printed: 93.50 − 1.5 − 1.5 − 0.5 = 90.00. Unrounded: 93.507142… − 3.5, less what the three
    // rows had beyond their printed points, 0.004262… + 0.002131… + 0.003442…: 89.997306….
    assert_snapshot!(said("fukang", &assessment, &["benefit"], Lang::Zh), @"
    按未修约的得分计算，总分89.997306…分，等级为“良”，与评分表修约后的“优”不同；以下按未修约的得分分析。
    单独调整权重（其余按比例调整），在现有权重的一半至两倍之内等级就会改变的有39项，最接近的是“项目立项”（现为3分，到2.99分时为“优”）、“项目决策”（现为10分，到9.99分时为“优”）、“项目产出”（现为35分，到35.06分时为“优”）、“项目过程”（现为25分，到25.05分时为“优”）、“立项依据充分性”（现为1.5分，到1.49分时为“优”）。
    “项目效益”的权重不超过31.16分（现为30分）时，等级仍为“良”；在31.17分至100分之间为“优”。
    ");
    assert_snapshot!(said("fukang", &assessment, &["benefit"], Lang::En), @"
    Without rounding, the total is 89.997306… points, grade “Good”; the scorecard, rounded, has “Excellent”. What follows is about the unrounded points.
    Changed by itself, the others in proportion, a weight within half to double changes the grade for 39; the nearest are “Project approval” (now 3 points; “Excellent” at 2.99 points), “Project decision” (now 10 points; “Excellent” at 9.99 points), “Project output” (now 35 points; “Excellent” at 35.06 points), “Project process” (now 25 points; “Excellent” at 25.05 points), “Adequacy of the basis” (now 1.5 points; “Excellent” at 1.49 points).
    With a weight of at most 31.16 points (now 30 points) for “Project benefit”, the grade stays “Good”; from 31.17 points to 100 points it is “Excellent”.
    ");
    let none = Assessment::default();
    assert_snapshot!(said("jinzhong", &none, &[], Lang::Zh), @"
    按未修约的得分计算，总分0分，等级为“差”。
    部分指标尚未确定，以下只计已确定的得分。
    任一指标的权重单独调整（其余按比例调整），等级都不变。
    ");
}

#[test]
fn a_grade_between_two_weights_and_at_a_single_one() {
    let rubric: Rubric = toml(
        r#"
        id = "t"
        edition = "1"
        title = { zh = "表" }
        region = { zh = "无" }
        kind = "self-evaluation"
        layout = "self-form"
        grades = [
            { name = { zh = "优" }, min = "90" }, { name = { zh = "良" }, min = "80" },
            { name = { zh = "中" }, min = "60" }, { name = { zh = "差" }, min = "0" },
        ]
        sources = []
        [[indicators]]
        id = "g"
        name = { zh = "安全" }
        weight = "20"
        [[indicators.children]]
        id = "a"
        name = { zh = "事故" }
        weight = "20"
        [indicators.children.scoring]
        rule = { kind = "judgement" }
        modifiers = [{ kind = "penalty", id = "x", label = { zh = "事故" }, points = "17", scope = "g" }]
        [[indicators]]
        id = "b"
        name = { zh = "其余" }
        weight = "80"
        scoring = { rule = { kind = "judgement" } }
        "#,
    );
    let said = |entries: &str| {
        let text = format!("version = 1\nrubric = {{ id = 't' }}\nentries = {{ {entries} }}");
        let answer = crate::whatif::weights::weights(&rubric, &toml(&text));
        [0, 2].map(|node| weight(&rubric, &answer, node, Lang::Zh)).join("\n")
    };
    // 80 − 0.8 w up to 17, then 63 + 0.2 w.
    let hit = r#"a = { points = "20", deductions = [{ item = "x" }] }, b = { points = "64" }"#;
    assert_snapshot!(said(hit), @"
    “安全”的权重在0.01分至84.99分之间（现为20分）时，等级仍为“中”；为0分时为“良”，在85分至100分之间为“良”。
    “其余”的权重在15.01分至99.99分之间（现为80分）时，等级仍为“中”；在0分至15分之间为“良”，为100分时为“良”。
    ");
    // 75 + w/4 for the first, 100 − w/4 for the second.
    assert_snapshot!(said(r#"a = { points = "20" }, b = { points = "60" }"#), @"
    “安全”的权重在20分至59.99分之间（现为20分）时，等级仍为“良”；在0分至19.99分之间为“中”，在60分至100分之间为“优”。
    “其余”的权重在40.01分至80分之间（现为80分）时，等级仍为“良”；在0分至40分之间为“优”，在80.01分至100分之间为“中”。
    ");
}
