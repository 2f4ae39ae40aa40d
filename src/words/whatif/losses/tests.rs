//! Snapshots of what is said about losses.

use insta::assert_snapshot;

use super::*;
use crate::engine::{Assessment, Entry, score};
use crate::presets;
use crate::tree::tests::toml;

fn said(id: &str, assessment: &Assessment, lang: Lang) -> String {
    let rubric = presets::rubric(id).unwrap();
    let found = crate::whatif::losses::losses(&rubric, &score(&rubric, assessment));
    losses(&rubric, &found, lang).join("\n")
}

#[test]
fn the_losses_of_the_published_cases() {
    let said = |id, lang| said(id, &presets::example(id).unwrap(), lang);
    assert_snapshot!(said("fukang", Lang::Zh), @"
    满分100分，得93.50分，共失6.50分，其中项目效益失2.95分（占45.38%）、项目产出失2.30分（占35.38%）、项目过程失1.25分（占19.23%）。
    失分由多到少依次为：单建统筹基金参保人数失1.61分（占24.77%）、制度执行有效性失1.25分（占19.23%）、城镇职工大额医疗保险参保人员满意度失1.11分（占17.08%）、政策知晓率失0.85分（占13.08%）、减轻职工医疗经济负担失0.66分（占10.15%）、城镇职工大额医疗保险参保人数失0.52分（占8.00%）、优化社会医疗保障体系失0.33分（占5.08%）、实施统账结合参保人数失0.17分（占2.62%）。
    ");
    assert_snapshot!(said("fukang", Lang::En), @"
    Of 100 points, 93.50 points were awarded and 6.50 points lost: Project benefit 2.95 points (45.38%), Project output 2.30 points (35.38%), Project process 1.25 points (19.23%).
    Losses, the largest first: Insured in the pooled fund only 1.61 points (24.77%), Effectiveness in applying the rules 1.25 points (19.23%), Satisfaction of the insured 1.11 points (17.08%), Awareness of the policy 0.85 points (13.08%), Relief of employees' medical costs 0.66 points (10.15%), Urban employees in the major medical scheme 0.52 points (8.00%), Improvement of the medical security system 0.33 points (5.08%), Insured in pooled fund and personal account 0.17 points (2.62%).
    ");
    assert_snapshot!(said("taishan", Lang::Zh), @"
    满分100分，得84.00分，共失16.00分，其中项目绩效失7.00分（占43.75%）、项目立项失6.00分（占37.50%）、项目管理失3.00分（占18.75%）。
    失分由多到少依次为：项目效益（整体赋分）失5.00分（占31.25%）、绩效指标明确性失4.00分（占25.00%）、预算编制准确性失2.00分（占12.50%）、项目质量可控性失2.00分（占12.50%）、财务监控有效性失1.00分（占6.25%）、实际完成数失1.00分（占6.25%）、质量达标数失1.00分（占6.25%）。
    ");
    assert_snapshot!(said("jinzhong", Lang::Zh), @"满分100分，得100.00分，没有失分。");
}

#[test]
fn a_penalty_on_a_group_and_what_does_not_apply() {
    let mut assessment = presets::example("taishan").unwrap();
    let accident: Entry = toml("level = 'full'\ndeductions = [{ item = 'safety-accident' }]");
    assessment.entries.insert("implementation-compliance".into(), accident);
    assessment.entries.or_default("budget-accuracy").not_applicable = true;
    // 100 − 29 − 5 = 66 of 95; 66 × 100/95 = 69.4736… → 69.47, up 3.47.
    assert_snapshot!(said("taishan", &assessment, Lang::Zh), @"
    满分100分，得69.47分，共失29.00分，其中项目管理失18.00分（占62.07%）、项目绩效失7.00分（占24.14%）、项目立项失4.00分（占13.79%）。
    失分由多到少依次为：业务管理（较大及以上生产安全事故）失15.00分（占51.72%）、项目效益（整体赋分）失5.00分（占17.24%）、绩效指标明确性失4.00分（占13.79%）、项目质量可控性失2.00分（占6.90%）、财务监控有效性失1.00分（占3.45%）、实际完成数失1.00分（占3.45%）、质量达标数失1.00分（占3.45%）。
    另加3.47分：不适用指标的分值折算到其他指标3.47分。
    “预算编制准确性”不适用，不计分值5分。
    ");
    assert_snapshot!(said("taishan", &assessment, Lang::En), @"
    Of 100 points, 69.47 points were awarded and 29.00 points lost: Project management 18.00 points (62.07%), Project performance 7.00 points (24.14%), Project approval 4.00 points (13.79%).
    Losses, the largest first: Operations (Relatively serious or worse work-safety accident) 15.00 points (51.72%), Project benefit (scored as a block) 5.00 points (17.24%), Clarity of the indicators 4.00 points (13.79%), Quality control 2.00 points (6.90%), Effectiveness of financial monitoring 1.00 points (3.45%), Number completed 1.00 points (3.45%), Number up to standard 1.00 points (3.45%).
    Added, 3.47 points in all: Weight that does not apply, spread over the rest 3.47 points.
    Not applicable and left out: 5 points, of “Accuracy of the budget”.
    ");
}

#[test]
fn nothing_entered_is_nothing_lost() {
    assert_snapshot!(said("fukang-self", &Assessment::default(), Lang::Zh), @"
    满分100分，已确定得0分，尚无失分。
    尚有100分未确定，涉及“预算执行率”“城镇职工大额医疗保险参保人数”“单建统筹基金参保人数”“实施统账结合参保人数”“住院报销比例”“资金支付完成时间”“职工大额医疗保险财政补助标准”“大额医疗起付线”“参保群众及时享受医疗待遇”“减轻参保人员就医经济负担，缓解社会矛盾”“城镇职工大额医疗保险参保群众满意度”。
    ");
    assert_snapshot!(said("fukang-self", &Assessment::default(), Lang::En), @"
    Of 100 points, 0 points are certain; nothing is lost yet.
    Still open: 100 points, at “Budget execution rate”, “Urban employees in the major medical scheme”, “Insured in the pooled fund only”, “Insured in pooled fund and personal account”, “Share of inpatient costs reimbursed”, “Date by which the funds are paid”, “Fiscal subsidy per insured employee”, “Deductible of the major medical scheme”, “The insured receive benefits in time”, “Relief of the insured's medical costs, easing social tension”, “Satisfaction of the insured”.
    ");
}
