//! Every code has a message, in both languages, that names what it is about.

use insta::assert_snapshot;

use super::{place, problem};
use crate::engine::{Code, Problem, score};
use crate::words::testing::{CHECKLIST, RATIO, SURVEY, assessment, rubric};
use crate::words::{Lang, field_name};

/// A problem that carries every parameter that any code lists.
fn complete(code: Code) -> Problem {
    let names = [
        "text", "part", "whole", "sum", "answers", "given", "due", "start", "end", "from", "to",
        "places", "pinned", "used", "weight", "at", "points", "item", "rate", "bound",
    ];
    let blank = Problem::new(code).at("leaf").on("actual");
    names.into_iter().fold(blank, |problem, name| problem.with(name, "7"))
}

#[test]
fn every_code_has_a_message_with_a_mend_in_both_languages() {
    let rubric = rubric("6", &format!(r#"{RATIO}, rule = {{ kind = "proportional" }}"#));
    for code in Code::ALL {
        let zh = problem(&rubric, &complete(*code), Lang::Zh);
        let en = problem(&rubric, &complete(*code), Lang::En);
        assert!(!zh.contains('{') && !en.contains('{'), "{code:?}: {zh} / {en}");
        assert!(zh.contains('；') && en.contains("; "), "{code:?}: {zh} / {en}");
    }
}

/// Place and message of each problem of an entry, in both languages.
fn told(scoring: &str, entry: &str) -> String {
    let rubric = rubric("6", scoring);
    let problems = score(&rubric, &assessment(entry)).problems;
    let said = |lang| {
        let each = problems.iter();
        let each = each.map(|one| place(&rubric, one, lang) + ": " + &problem(&rubric, one, lang));
        each.collect::<Vec<_>>().join("\n")
    };
    Lang::ALL.map(said).join("\n")
}

#[test]
fn figures_are_named_by_their_field() {
    let ratio = format!(r#"{RATIO}, rule = {{ kind = "proportional" }}"#);
    assert_snapshot!(told(&ratio, "actual = '12..5'\ntarget = '1'"), @"
    参保人数: 实际完成值“12..5”不是数字；请只写数字，如 12.5
    Insured persons: Actual value: “12..5” is not a number; write figures only, such as 12.5
    ");
    assert_snapshot!(told(&ratio, "actual = '-3'\ntarget = '0'"), @"
    参保人数: 实际完成值“-3”小于0；请填0或大于0的数
    Insured persons: Actual value: “-3” is below 0; enter 0 or more
    ");
    assert_snapshot!(told(&ratio, "actual = '12345678901234567890'\ntarget = '0.1234567'"), @"
    参保人数: 实际完成值“12345678901234567890”超过15位有效数字；请减少位数，或换用更大的计量单位
    参保人数: 目标值“0.1234567”超过6位小数；请保留6位以内
    Insured persons: Actual value: “12345678901234567890” has more than 15 significant digits; shorten it or use a larger unit
    Insured persons: Target: “0.1234567” has more than 6 decimals; keep 6 or fewer
    ");
    assert_snapshot!(told(&ratio, "override = { points = '7', reason = 'x' }"), @"
    参保人数: 调整得分“7”不在0至6分之间；请填此范围内的分数
    Insured persons: Adjusted points: “7” is not within 0 to 6 points; enter points in that range
    ");
    assert_snapshot!(told(&ratio, "override = { points = '5.555', reason = '' }"), @"
    参保人数: 调整得分“5.555”的小数过多；最多保留2位小数
    Insured persons: Adjusted points: “5.555” has too many decimals; keep at most 2
    ");
    let strict =
        r#"measure = { kind = "ratio", direction = "below" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(told(strict, "actual = '5'\ntarget = '5'"), @"
    参保人数: 实际值等于目标值，而目标为“<”，不含等于；请核对目标的写法
    Insured persons: The actual value equals the target, which is written “<” and leaves that out; check how the target is meant
    ");
    let cost = r#"measure = { kind = "cost" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(told(cost, "actual = '5'\nplanned = '0'"), @"
    参保人数: 计划成本为0，不能作除数；请填大于0的数
    Insured persons: Planned cost is 0 and cannot be divided by; enter a figure above 0
    ");
}

#[test]
fn counts_are_named_by_their_option() {
    let survey = format!(r#"{SURVEY}, rule = {{ kind = "share-of-points" }}"#);
    assert_snapshot!(told(&survey, "counts = ['1', '2', 'x', '', '']"), @"
    参保人数: “满意”人数“x”不是数字；请只写数字，如 12.5
    Insured persons: Number of “satisfied”: “x” is not a number; write figures only, such as 12.5
    ");
    assert_snapshot!(told(&survey, "counts = ['1', '2.5', '', '', '']"), @"
    参保人数: “比较满意”人数“2.5”不是整数；人数、份数、项数请填整数
    Insured persons: Number of “rather satisfied”: “2.5” is not whole; counts are whole numbers
    ");
    assert_snapshot!(told(&survey, "counts = ['9', '9', '', '', '']\nasked = '10'"), @"
    参保人数: 各选项人数合计18，大于有效问卷数10；请核对
    Insured persons: The options add up to 18, more than the 10 valid answers; check both
    ");
    assert_snapshot!(told(&survey, "counts = ['9']"), @"
    参保人数: 填了1个选项人数，应为5个；请每个选项填一个数
    Insured persons: 1 counts are given where 5 are due; enter one per option
    ");
    let share = r#"measure = { kind = "share" }, rule = { kind = "share-of-points" }"#;
    assert_snapshot!(told(share, "yes = '123'\nasked = '122'"), @"
    参保人数: 选择“是”的份数（123）大于有效问卷数（122）；请核对这两项
    Insured persons: Answers of “yes” (123) is more than valid answers (122); check both
    ");
    let quality = r#"measure = { kind = "quality" }, rule = { kind = "share-of-points" }"#;
    assert_snapshot!(told(quality, "yes = '123'\nasked = '122'"), @"
    参保人数: 合格数（123）大于检查数（122）；请核对这两项
    Insured persons: Items passed (123) is more than items inspected (122); check both
    ");
    assert_snapshot!(told(share, "yes = { fact = 'nothing' }"), @"
    参保人数: 选择“是”的份数引用的项目数据“nothing”不存在；请直接填数
    Insured persons: Answers of “yes” refers to project data “nothing”, which is not there; enter a figure
    ");
}

#[test]
fn dates_levels_and_items() {
    let dates =
        r#"measure = { kind = "timeliness", by = "dates" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(told(dates, "planned = '2024-02-30'\nactual = '2024-03-01'"), @"
    参保人数: 计划完成日期“2024-02-30”不是有效日期；请写成 2024-12-25
    Insured persons: Planned completion date: “2024-02-30” is not a date; write it as 2024-12-25
    ");
    assert_snapshot!(told(dates, "start = '2024-05-01'\nplanned = '2024-04-01'\nactual = '2024-06-01'"), @"
    参保人数: 计划完成日期（2024-04-01）早于开始日期（2024-05-01）；请核对日期
    Insured persons: Planned completion date (2024-04-01) lies before the start (2024-05-01); check the dates
    ");
    assert_snapshot!(told(CHECKLIST, "missed = ['moon']"), @"
    参保人数: 没有“moon”这一要点；请重新勾选
    Insured persons: There is no item “moon”; tick the list again
    ");
    assert_snapshot!(told(CHECKLIST, "missed = []\npartly = { files = '120' }"), @"
    参保人数: “资料及时归档”的符合程度“120”超过100%；请填0至100之间的数
    Insured persons: Share met of “files archived in time”: “120” is above 100%; enter a figure from 0 to 100
    ");
    let judged = r#"rule = { kind = "judgement" }, modifiers = [
        { kind = "per-occurrence", id = "open", label = { zh = "问题未整改", en = "problems not mended" }, points = "1" }]"#;
    assert_snapshot!(told(judged, "points = '6'\nreason = 'x'\ndeductions = [{ item = 'open', count = '1.5' }]"), @"
    参保人数: “问题未整改”的项数“1.5”不是整数；人数、份数、项数请填整数
    Insured persons: Number of “problems not mended”: “1.5” is not whole; counts are whole numbers
    ");
    assert_snapshot!(told(judged, "points = '6'"), @"
    参保人数: 尚未填写评分理由；请说明评分依据
    Insured persons: Reason is missing; say what the points are based on
    ");
    assert_snapshot!(told(judged, "block = { share = '80', reason = 'x' }"), @"
    参保人数: 没有下级指标的不能整体赋分；请改用“调整得分”
    Insured persons: An indicator without children cannot be scored as a block; adjust its points instead
    ");
}

#[test]
fn what_contradicts_itself_is_asked_about() {
    let low = r#"measure = { kind = "budget", divisor = "adjusted" }, rule = { kind = "proportional" }, modifiers = [
        { kind = "penalty", id = "low", label = { zh = "完成率低于20%", en = "Rate below 20%" }, points = "1", scope = "output", rateBelow = "20" }]"#;
    let ticked = "deductions = [{ item = 'low' }]";
    assert_snapshot!(told(low, &format!("actual = '117.45'\ntarget = '100'\n{ticked}")), @"
    参保人数: 已勾选“完成率低于20%”，但按填报数据比率为117.45%，未低于20%；请核对，不属实的请取消勾选
    Insured persons: “Rate below 20%” is ticked, but by the figures the rate is 117.45% and not below 20%; check, and undo the tick if it does not hold
    ");
    assert_eq!(told(low, &format!("actual = '19'\ntarget = '100'\n{ticked}")), "\n");
    let counted = format!(
        r#"{CHECKLIST}, modifiers = [
        {{ kind = "per-occurrence", id = "open", label = {{ zh = "未整改的问题", en = "Problems not mended" }}, points = "1" }}]"#
    );
    assert_snapshot!(told(&counted, "missed = []\ndeductions = [{ item = 'open', count = '2' }]"), @"
    参保人数: 各项要点全部符合，又填了扣分项“未整改的问题”；请核对两处是否一致
    Insured persons: All items are ticked as met, yet “Problems not mended” is claimed; check whether both hold
    ");
    assert_eq!(
        told(&counted, "missed = ['law']\ndeductions = [{ item = 'open', count = '2' }]"),
        "\n"
    );
    let dates =
        r#"measure = { kind = "timeliness", by = "dates" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(told(dates, "planned = '2024-12-25'\nactual = '2025-01-10'"), @"
    参保人数: 逾期而未填开始日期，完成及时率按0%计；填写后按天数计算
    Insured persons: It is late and no start date is given, so the rate counts as 0%; enter it to count by days
    ");
    assert_eq!(told(dates, "planned = '2024-12-25'\nactual = '2024-12-25'"), "\n");
}

#[test]
fn facts_are_named_by_their_label() {
    let rubric = rubric("6", r#"rule = { kind = "judgement" }"#);
    let mut assessment = assessment("");
    assessment.facts.insert("answers".to_owned(), "12x".to_owned());
    let problems = score(&rubric, &assessment).problems;
    assert_eq!(place(&rubric, &problems[0], Lang::Zh), "有效问卷数");
    assert_snapshot!(problem(&rubric, &problems[0], Lang::Zh), @"有效问卷数“12x”不是数字；请只写数字，如 12.5");
    assert_snapshot!(problem(&rubric, &problems[0], Lang::En), @"Valid answers: “12x” is not a number; write figures only, such as 12.5");
}

#[test]
fn a_part_of_a_rubric_is_named_by_what_it_is_and_not_by_its_path() {
    let scoring = r#"rule = { kind = "judgement" }, modifiers = [
        { kind = "deduction", id = "open", label = { zh = "虚列支出", en = "false expenditure" }, points = "8" }]"#;
    let rubric = rubric("6", scoring);
    let excess = crate::engine::validate(&rubric);
    let excess = excess.iter().find(|one| one.code == Code::DeductionAboveWeight).unwrap();
    assert_snapshot!(problem(&rubric, excess, Lang::Zh), @"扣分项“虚列支出”最多扣8分，超过分值6；请核对");
    assert_snapshot!(problem(&rubric, excess, Lang::En), @"Deduction “false expenditure” takes up to 8 points, more than the weight of 6; check it");
    assert_eq!(field_name(&rubric, None, "rule.bands[1]", Lang::Zh), "评分标准");
    assert_eq!(field_name(&rubric, None, "moon", Lang::Zh), "moon");
    assert_eq!(field_name(&rubric, None, "target", Lang::En), "Target");
}
