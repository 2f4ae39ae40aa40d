//! Snapshots of rules in full, and of what holds for a rubric as a whole.

use insta::assert_snapshot;

use super::rule_full;
use crate::words::testing::{CHECKLIST, RATIO, SURVEY, indicator, rubric};
use crate::words::{Lang, rubric_rules};

fn full(weight: &str, scoring: &str) -> String {
    let rubric = rubric(weight, scoring);
    Lang::ALL.map(|lang| rule_full(&rubric, indicator(&rubric, "leaf"), lang).join("\n")).join("\n")
}

#[test]
fn measures_in_full() {
    let with = |measure: &str| {
        full("5", &format!(r#"measure = {measure}, rule = {{ kind = "proportional" }}"#))
    };
    assert_snapshot!(with(r#"{ kind = "ratio", direction = "at-least" }"#), @"
    完成率=实际完成值/目标值×100%。
    得分=分值×完成率，完成率超过100%的按100%计。
    Completion rate = actual value ÷ target × 100%.
    Points = weight × completion rate; above 100% it counts as 100%.
    ");
    assert_snapshot!(with(r#"{ kind = "ratio", direction = "at-most" }"#), @"
    目标值为上限，完成率=目标值/实际完成值×100%；实际为0按100%计。
    得分=分值×完成率，完成率超过100%的按100%计。
    The target is an upper limit: completion rate = target ÷ actual × 100%; an actual value of 0 counts as 100%.
    Points = weight × completion rate; above 100% it counts as 100%.
    ");
    assert_snapshot!(with(r#"{ kind = "ratio", direction = "equal" }"#), @"
    目标为定值，完成率=实际完成值与目标值中较小者/较大者×100%。
    得分=分值×完成率。
    The target is exact: completion rate = the smaller of actual and target ÷ the larger × 100%.
    Points = weight × completion rate.
    ");
    assert_snapshot!(with(r#"{ kind = "share" }"#), @"
    选择“是”的比例=选择“是”的份数/有效问卷数×100%。
    得分=分值×选择“是”的比例。
    Share of “yes” = answers of “yes” ÷ valid answers × 100%.
    Points = weight × share of “yes”.
    ");
    assert_snapshot!(with(r#"{ kind = "rate" }"#), @"
    比率由评价人直接填报。
    得分=分值×比率。
    The rate is entered as it is.
    Points = weight × rate.
    ");
    assert_snapshot!(with(r#"{ kind = "budget", divisor = "annual" }"#), @"
    预算执行率=执行数/全年预算数×100%。
    得分=分值×预算执行率，预算执行率超过100%的按100%计。
    Budget execution rate = executed amount ÷ annual budget × 100%.
    Points = weight × budget execution rate; above 100% it counts as 100%.
    ");
    assert_snapshot!(with(r#"{ kind = "budget", divisor = "arrival" }"#), @"
    资金到位率=实际到位资金/预算资金×100%。
    得分=分值×资金到位率，资金到位率超过100%的按100%计。
    Funding arrival rate = funds received ÷ budgeted funds × 100%.
    Points = weight × funding arrival rate; above 100% it counts as 100%.
    ");
    assert_snapshot!(with(r#"{ kind = "cost" }"#), @"
    成本节约率=(计划成本-实际成本)/计划成本×100%；计分用计划成本与实际成本之比。
    得分=分值×计划成本与实际成本之比，计划成本与实际成本之比超过100%的按100%计。
    Cost saving rate = (planned − actual) ÷ planned × 100%; points go by planned ÷ actual cost.
    Points = weight × ratio of planned to actual cost; above 100% it counts as 100%.
    ");
    assert_snapshot!(with(r#"{ kind = "timeliness", by = "dates" }"#), @"
    按期完成，完成及时率为100%；逾期，完成及时率=计划天数/实际天数×100%，未填开始日期的按0%计。
    得分=分值×完成及时率。
    On time, the timeliness rate is 100%; late, it is planned days ÷ actual days × 100%, or 0% without a start date.
    Points = weight × timeliness rate.
    ");
    assert_snapshot!(with(r#"{ kind = "timeliness", by = "duration" }"#), @"
    完成及时率=计划用时/实际用时×100%。
    得分=分值×完成及时率，完成及时率超过100%的按100%计。
    Timeliness rate = planned ÷ actual duration × 100%.
    Points = weight × timeliness rate; above 100% it counts as 100%.
    ");
    assert_snapshot!(with(r#"{ kind = "quality" }"#), @"
    质量达标率=合格数/检查数×100%。
    得分=分值×质量达标率。
    Quality pass rate = items passed ÷ items inspected × 100%.
    Points = weight × quality pass rate.
    ");
}

#[test]
fn rules_by_rate_in_full() {
    let with = |rule: &str| {
        full("5", &format!("{RATIO}, rule = {rule}"))
            .replace("完成率=实际完成值/目标值×100%。\n", "")
    };
    assert_snapshot!(with(r#"{ kind = "proportional", uncapped = true }"#), @"
    得分=分值×完成率，完成率超过100%的，得分可超过分值。
    Completion rate = actual value ÷ target × 100%.
    Points = weight × completion rate; above 100% points exceed the weight.
    ");
    assert_snapshot!(with(r#"{ kind = "excess", limit = "10", per = "1", lose = "0.5" }"#), @"
    完成率不超过10%得满分；超过的，每超1个百分点扣0.5分，不足1个百分点的按比例计，扣完为止。
    Completion rate = actual value ÷ target × 100%.
    Full marks while the completion rate is at most 10%; every 1 percentage point above costs 0.5 points, less than 1 percentage point in proportion, down to 0.
    ");
    assert_snapshot!(with(r#"{ kind = "steps", full = "95", per = "10", lose = "1", partial = "down" }"#), @"
    完成率达到95%得满分；低于95%的，每低10个百分点扣1分，不足10个百分点的不计，扣完为止。
    Completion rate = actual value ÷ target × 100%.
    Full marks once the completion rate reaches 95%; every 10 percentage points below costs 1 point, less than 10 percentage points not counting, down to 0.
    ");
    assert_snapshot!(with(r#"{ kind = "threshold", bands = [{ from = "90", points = "5" }, { from = "80", points = "4" }] }"#), @"
    按完成率分段得分：90%及以上5分，80%及以上4分，低于80%不得分。
    Completion rate = actual value ÷ target × 100%.
    Points by bands of the completion rate: from 90% 5 points, from 80% 4 points, below 80% none.
    ");
    assert_snapshot!(with(r#"{ kind = "threshold", bands = [{ from = "90", points = "5" }, { from = "0", points = "1" }] }"#), @"
    按完成率分段得分：90%及以上5分，0%及以上1分。
    Completion rate = actual value ÷ target × 100%.
    Points by bands of the completion rate: from 90% 5 points, from 0% 1 point.
    ");
    assert_snapshot!(with(r#"{ kind = "curve", knots = [{ rate = "60", share = "0" }, { rate = "100", share = "100" }, { rate = "200", share = "0" }] }"#), @"
    得分比例按完成率线性插值：60%时为0%，100%时为100%，200%时为0%；两端以外取端点的比例。
    Completion rate = actual value ÷ target × 100%.
    The share of the weight is interpolated over the completion rate: 0% at 60%, 100% at 100%, 0% at 200%; beyond the ends it stays constant.
    ");
    assert_snapshot!(with(r#"{ kind = "not-over" }"#), @"
    实际不超过计划得满分，超过计划不得分。
    Completion rate = actual value ÷ target × 100%.
    Full marks within plan, none above it.
    ");
    assert_snapshot!(with(r#"{ kind = "not-over", otherwise = { kind = "proportional" } }"#), @"
    实际不超过计划得满分；超过计划的，按以下规则计分。
    得分=分值×完成率，完成率超过100%的按100%计。
    Completion rate = actual value ÷ target × 100%.
    Full marks within plan; above it, the following rule applies.
    Points = weight × completion rate; above 100% it counts as 100%.
    ");
}

#[test]
fn a_survey_with_its_scale_and_what_it_costs_to_fall_short() {
    let rule = r#"rule = { kind = "shortfall", target = "95", lose = "5" }"#;
    assert_snapshot!(full("6", &format!("{SURVEY}, {rule}")), @"
    满意度=各选项人数与系数乘积之和/有效问卷数×100%，系数：非常满意100%、比较满意80%、满意60%、一般40%、不满意0%。
    满意度达到95%得满分；低于95%的，每低1个百分点扣分值的5%，不足1个百分点的按比例计，扣完为止。
    Satisfaction = sum of answers × coefficient ÷ valid answers × 100%; coefficients: very satisfied 100%, rather satisfied 80%, satisfied 60%, neutral 40%, dissatisfied 0%.
    Full marks once the satisfaction rate reaches 95%; every 1 percentage point below costs 5% of the weight, less than 1 percentage point in proportion, down to 0.
    ");
}

#[test]
fn rules_that_judge_in_full() {
    assert_snapshot!(full("5", CHECKLIST), @"
    共4项要素，各占分值的1/4（1.25分），每有一项不符合扣除该项分值，扣完为止：遵守法规；调整手续完备；资料及时归档；人员和场地落实。
    4 items, each worth 1/4 of the weight (1.25 points); an item not met loses its points: laws kept; changes approved; files archived in time; staff and premises in place.
    ");
    let pointed = r#"rule = { kind = "checklist", items = [
        { id = "a", label = { zh = "甲", en = "A" }, points = "1" }, { id = "b", label = { zh = "乙", en = "B" }, points = "2" }] }"#;
    assert_snapshot!(full("3", pointed), @"
    共2项要素，不符合的扣除该项分值，扣完为止：甲（1分）；乙（2分）。
    2 items; an item not met loses its points: A (1 point); B (2 points).
    ");
    let levels = r#"rule = { kind = "levels", levels = [
        { id = "a", label = { zh = "明确", en = "clear" }, points = "5" },
        { id = "c", label = { zh = "不明确", en = "unclear" }, points = { from = "0", to = "2" } }] }"#;
    assert_snapshot!(full("5", levels), @"
    按评定的档次得分：“明确”5分，“不明确”0～2分。
    Points by level: “clear” 5 points, “unclear” 0–2 points.
    ");
    let bands = r#"rule = { kind = "bands", bands = [
        { id = "met", label = { zh = "达成", en = "met" }, share = { from = "80", to = "100" } },
        { id = "part", label = { zh = "部分达成", en = "met in part" }, share = { from = "60", to = "80" } },
        { id = "not", label = { zh = "未达成", en = "not met" }, share = "0" }] }"#;
    assert_snapshot!(full("5", bands), @"
    按评定的档次得分，各档占分值的比例：“达成”80%至100%（均含），“部分达成”60%（含）至80%（不含），“未达成”0%。
    Points by band, as shares of the weight: “met” from 80% to 100%, “met in part” from 60% to below 80%, “not met” 0%.
    ");
}

#[test]
fn modifiers_stand_behind_the_rule() {
    let scoring = r#"measure = { kind = "budget", divisor = "adjusted" }, rule = { kind = "judgement" }, modifiers = [
        { kind = "deduction", id = "false", label = { zh = "虚列支出", en = "false expenditure" }, points = { from = "5", to = "8" } },
        { kind = "per-occurrence", id = "open", label = { zh = "问题未整改", en = "problems not mended" }, points = "1" },
        { kind = "knockout", id = "suit", label = { zh = "上访、涉诉", en = "petitions or lawsuits" }, scope = "leaf" },
        { kind = "penalty", id = "accident", label = { zh = "安全事故", en = "accident" }, points = "17", scope = "output" },
        { kind = "penalty", id = "low", label = { zh = "支出过低", en = "hardly any outlay" }, points = "20", scope = "total", rateBelow = "20" }]"#;
    assert_snapshot!(full("8", scoring), @"
    预算执行率=执行数/调整后预算数×100%。
    由评价人在0至8分之间评定，并说明理由。
    扣分项：虚列支出，扣5～8分。
    扣分项：问题未整改，每有一项扣1分。
    一票否决：上访、涉诉，本指标计0分。
    另行扣分：安全事故，从“项目产出”中扣17分。
    另行扣分：预算执行率低于20%（支出过低），从总分中扣20分。
    Budget execution rate = executed amount ÷ adjusted budget × 100%.
    The assessor gives between 0 and 8 points and says why.
    Deduction: false expenditure, 5–8 points off.
    Deduction: problems not mended, 1 point off each.
    Knock-out: petitions or lawsuits; it sets this indicator to 0.
    Penalty: accident, 17 points off “Output”.
    Penalty: budget execution rate below 20% (hardly any outlay), 20 points off the total.
    ");
}

#[test]
fn what_holds_for_the_whole() {
    let mut rubric = rubric("100", r#"rule = { kind = "judgement" }"#);
    assert_snapshot!(Lang::ALL.map(|lang| rubric_rules(&rubric, lang).join("\n")).join("\n"), @"
    满分100分，评价等级：“优”90分及以上，“良”80分及以上，“中”60分及以上，“差”60分以下。
    各指标得分四舍五入，保留2位小数。
    不适用的指标不计分，其分值按比例折算到其他指标。
    Full score 100 points; grades: “excellent” from 90 points, “good” from 80 points, “fair” from 60 points, “poor” below 60 points.
    Points of an indicator are rounded half up to 2 decimals.
    What does not apply is left out and the rest is scaled up to the full score.
    ");
    rubric.cap = Some(crate::engine::Figure::HUNDRED);
    rubric.bonus = crate::tree::tests::toml(
        r#"max = "3"
        items = [{ id = "prize", name = { zh = "获得表彰", en = "Awards" }, weight = "2" }]"#,
    );
    rubric.not_applicable = crate::engine::NotApplicable::FullMarks;
    rubric.rounding.mode = crate::engine::Mode::Down;
    assert_snapshot!(Lang::ALL.map(|lang| rubric_rules(&rubric, lang).join("\n")).join("\n"), @"
    满分100分，评价等级：“优”90分及以上，“良”80分及以上，“中”60分及以上，“差”60分以下。
    各指标得分截尾，保留2位小数。
    不适用的指标按满分计。
    总分最高100分。
    加分项合计最多加3分：获得表彰（最多2分）。
    Full score 100 points; grades: “excellent” from 90 points, “good” from 80 points, “fair” from 60 points, “poor” below 60 points.
    Points of an indicator are cut off after 2 decimals.
    What does not apply counts in full.
    The total is at most 100 points.
    Bonus items add at most 3 points: Awards (at most 2 points).
    ");
}
