//! What is said of the seed documents.

use super::*;
use crate::audit::audit;
use crate::tree;

fn tables(json: &str) -> Vec<PublishedTable> {
    tree::parse(json).unwrap().document().unwrap()
}

fn said(json: &str, lang: Lang) -> String {
    let tables = tables(json);
    letter(&tables, &audit(&tables), lang)
}

#[test]
fn futian() {
    let json = include_str!("../../../tests/audit/tables/futian.json");
    insta::assert_snapshot!(said(json, Lang::Zh), @"
    经核对《项目绩效评价指标体系》《项目绩效目标及完成情况表》《附表 项目支出部门评价指标评分》，意见如下：
    《项目绩效评价指标体系》：表中未列明评价等级；按各行得分为“优”。各行得分相加为95.00分，表列总分95.00分。
    《附表 项目支出部门评价指标评分》：表中未列明评价等级；按各行得分为“优”。各行得分相加为94.0分，表列总分95.0分。
    请核实更正（1项）：
    1.《附表 项目支出部门评价指标评分》总分：表列95.0分，各行得分相加为94.0分。
    请作出说明（3项）：
    2.《项目绩效评价指标体系》表外文字第1段：“项目执行数”此处为285.90万元，《项目绩效评价指标体系》全年执行数为258.90；请对照原件（扫描件也可能识读有误）。
    3.《项目绩效评价指标体系》表外文字第3段：若每份答卷只作一次选择（按整数百分数计），19份答卷得不出95.39%，最接近的是95.37%和95.42%；若每份有几个问题，请说明算法。
    4.《附表 项目支出部门评价指标评分》第14行“完成及时性”得分：此处为4.0，《项目绩效评价指标体系》第14行“完成及时性”得分为5.00；请对照原件（扫描件也可能识读有误）。
    以上各项请核实更正或作出说明，并书面反馈。
    ");
    insta::assert_snapshot!(said(json, Lang::En), @"
    On checking “项目绩效评价指标体系”, “项目绩效目标及完成情况表”, “附表 项目支出部门评价指标评分”:
    “项目绩效评价指标体系”: No grade is printed; the rows give “优”. The rows add up to 95.00; 95.00 is printed.
    “附表 项目支出部门评价指标评分”: No grade is printed; the rows give “优”. The rows add up to 94.0; 95.0 is printed.
    To be corrected (1):
    1. “附表 项目支出部门评价指标评分”, total: 95.0 is printed, while the rows add up to 94.0.
    To be explained (3):
    2. “项目绩效评价指标体系”, paragraph 1 of the text: “项目执行数” is 285.90万元 here and 258.90 at “项目绩效评价指标体系”, executed amount; check the original, a scan may have been misread.
    3. “项目绩效评价指标体系”, paragraph 3 of the text: if each sheet has one answer, counted in whole percents, 19 answers cannot give 95.39%; the nearest are 95.37% and 95.42%; if each has several questions, say how it was computed.
    4. “附表 项目支出部门评价指标评分”, row 14 “完成及时性”, score: 4.0 here and 5.00 at “项目绩效评价指标体系”, row 14 “完成及时性”, score; check the original, a scan may have been misread.
    Please correct or explain these points and reply in writing.
    ");
}

#[test]
fn fukangs_self_evaluation() {
    let json = include_str!("../../../tests/audit/tables/fukang-self.json");
    insta::assert_snapshot!(said(json, Lang::Zh), @"
    经核对《项目支出绩效自评表》，意见如下：
    等级不变：表列“良”，按各行得分为“良”。各行得分相加为88.37分，表列总分88.37分。
    请作出说明（4项）：
    1.表外文字第1段：“城镇职工大额医疗保险参保人数”此处为30750人，第1行“城镇职工大额医疗保险参保人数”实际完成值为30437人；请对照原件（扫描件也可能识读有误）。
    2.表外文字第1段：“城镇职工大额医疗保险参保群众满意度”此处为100%，第10行“城镇职工大额医疗保险参保群众满意度”实际完成值为95%；请对照原件（扫描件也可能识读有误）。
    3.第1行“城镇职工大额医疗保险参保人数”实际完成值：30437人等于“单建统筹基金参保人数、实施统账结合参保人数”之和（4157 + 26280）；总数与分项各自计分，同一缺口重复扣分。
    4.第4行“住院报销比例”得分：目标值>=91%，实际100%，已达标而得9.01分，未得满分10分。
    以上各项请核实更正或作出说明，并书面反馈。
    ");
}

#[test]
fn taishan() {
    let json = include_str!("../../../tests/audit/tables/taishan.json");
    insta::assert_snapshot!(said(json, Lang::Zh), @"
    经核对《财政支出项目绩效评价表》，意见如下：
    等级不变：表列“良”，按各行得分为“良”。有4行没有得分或读不出得分，其余各行相加为84分，表列总分84.00分。
    请核实更正（1项）：
    1.第14行“经济效益”得分：20分，超过分值5分；如为几行合并计分，请声明合并后再核。
    请作出说明（3项）：
    2.等级分数线：89–90、79–80、69–70之间没有等级，例如介于“优”与“良”之间的分数。
    3.第2行“绩效指标明确性”得分：1分，评分标准只有5/3/0分几档。
    4.全年执行数：69,822.15万元，超过预算数59,448万元，执行率117.45%。
    以上各项请核实更正或作出说明，并书面反馈。
    ");
}

#[test]
fn every_check_fills_its_sentence() {
    let tables = [PublishedTable::default()];
    for check in Check::ALL {
        let found = Finding::new(*check, crate::audit::Place::default());
        for lang in [Lang::Zh, Lang::En] {
            let template = finding(&tables, &found, lang);
            let names = template.split('{').skip(1).filter_map(|rest| rest.split('}').next());
            let listed = [
                "full", "weight", "score", "actual", "target", "missing", "answers", "below",
                "above", "formula", "executed", "planned", "rate", "row", "rows", "of", "total",
                "better", "worse", "levels", "other", "name", "parts",
            ];
            assert!(names.clone().all(|name| listed.contains(&name)), "{template}");
        }
    }
}
