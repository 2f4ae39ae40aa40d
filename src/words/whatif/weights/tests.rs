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
    单独调整下列指标的权重（其余按比例调整），等级可能改变：“制度执行有效性”“产出数量”“单建统筹基金参保人数”“政策知晓率”“满意度指标”“城镇职工大额医疗保险参保人员满意度”。
    “项目产出”的权重在0～100分内任意调整（现为35分），等级都为“优”。
    “城镇职工大额医疗保险参保人员满意度”的权重不超过33.58分（现为6分）时，等级仍为“优”；在33.59分至100分之间为“良”。
    “单建统筹基金参保人数”的权重不超过17.96分（现为5分）时，等级仍为“优”；在17.97分至54.94分之间为“良”，在54.95分至100分之间为“中”。
    ");
    assert_snapshot!(said("fukang", &assessment, &ids, Lang::En), @"
    Without rounding, the total is 93.507142… points, grade “Excellent”.
    Changed by itself, the others in proportion, the weight of any of these can change the grade: “Effectiveness in applying the rules”, “Quantity”, “Insured in the pooled fund only”, “Awareness of the policy”, “Satisfaction”, “Satisfaction of the insured”.
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
    单独调整下列指标的权重（其余按比例调整），等级可能改变：“项目立项”“绩效目标”“绩效目标合理性”“绩效指标”“绩效指标明确性”“资金预算”“预算编制准确性”“项目管理”“财务管理”“财务制度健全性”“资金使用合规性”“预算支出完成率”“财务监控有效性”“管理制度健全性”“组织实施合规性”“项目质量可控性”“项目产出”“实际完成数”“质量达标数”“完成及时性”。
    “项目立项”的权重不超过29.16分（现为15分）时，等级仍为“良”；在29.17分至64.58分之间为“中”，在64.59分至100分之间为“低”。
    “项目效益”的权重在0～100分内任意调整（现为25分），等级都为“良”。
    “经济效益”随上级整体赋分，没有单独的得分。
    ");
    assert_snapshot!(said("taishan", &assessment, &ids, Lang::En), @"
    Without rounding, the total is 84 points, grade “Good”.
    Changed by itself, the others in proportion, the weight of any of these can change the grade: “Project approval”, “Performance targets”, “Soundness of the targets”, “Performance indicators”, “Clarity of the indicators”, “Budget”, “Accuracy of the budget”, “Project management”, “Finance”, “Soundness of the financial rules”, “Compliance in using funds”, “Budget completion rate”, “Effectiveness of financial monitoring”, “Soundness of the operating rules”, “Compliance of implementation”, “Quality control”, “Project output”, “Number completed”, “Number up to standard”, “Timeliness of completion”.
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
    单独调整下列指标的权重（其余按比例调整），等级可能改变：“项目决策”“项目立项”“立项依据充分性”“立项程序规范性”“绩效目标”“绩效目标合理性”“绩效指标明确性”“资金投入”“预算编制科学性”“资金分配合理性”“项目过程”“资金管理”“资金到位率”“预算执行率”“资金使用合规性”“组织实施”“管理制度健全性”“制度执行有效性”“项目质量可控性”“自评及整改”“项目产出”“产出数量”“城镇职工大额医疗保险参保人数”“单建统筹基金参保人数”“实施统账结合参保人数”“产出质量”“职工大额医疗补助发放准确率”“产出时效”“职工大额医疗补助及时率”“产出成本”“统筹基金最高支付限额”“大额医疗起付线”“项目效益”“社会效益指标”“减轻职工医疗经济负担”“优化社会医疗保障体系”“政策知晓率”“满意度指标”“城镇职工大额医疗保险参保人员满意度”。
    “项目效益”的权重不超过31.16分（现为30分）时，等级仍为“良”；在31.17分至100分之间为“优”。
    ");
    assert_snapshot!(said("fukang", &assessment, &["benefit"], Lang::En), @"
    Without rounding, the total is 89.997306… points, grade “Good”; the scorecard, rounded, has “Excellent”. What follows is about the unrounded points.
    Changed by itself, the others in proportion, the weight of any of these can change the grade: “Project decision”, “Project approval”, “Adequacy of the basis”, “Regularity of the procedure”, “Performance targets”, “Soundness of the targets”, “Clarity of the indicators”, “Funding”, “Rigour of the budget”, “Soundness of the allocation”, “Project process”, “Fund management”, “Funding arrival rate”, “Budget execution rate”, “Compliance in using funds”, “Implementation”, “Soundness of the rules in place”, “Effectiveness in applying the rules”, “Quality control”, “Self-evaluation and correction”, “Project output”, “Quantity”, “Urban employees in the major medical scheme”, “Insured in the pooled fund only”, “Insured in pooled fund and personal account”, “Quality”, “Accuracy of subsidy payments”, “Timeliness”, “Timeliness of subsidy payments”, “Cost”, “Ceiling of payments from the pooled fund”, “Deductible of the major medical scheme”, “Project benefit”, “Social benefit”, “Relief of employees' medical costs”, “Improvement of the medical security system”, “Awareness of the policy”, “Satisfaction”, “Satisfaction of the insured”.
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
