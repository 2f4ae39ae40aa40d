//! Snapshots of rules in short.

use insta::assert_snapshot;

use super::rule_short;
use crate::words::Lang;
use crate::words::testing::{CHECKLIST, RATIO, SURVEY, indicator, rubric};

fn short(weight: &str, scoring: &str) -> String {
    let rubric = rubric(weight, scoring);
    Lang::ALL.map(|lang| rule_short(indicator(&rubric, "leaf"), lang)).join("\n")
}

fn by_ratio(rule: &str) -> String {
    short("6", &format!("{RATIO}, rule = {rule}"))
}

#[test]
fn rules_by_rate() {
    assert_snapshot!(by_ratio(r#"{ kind = "proportional" }"#), @"
    按完成比例
    In proportion to completion
    ");
    assert_snapshot!(by_ratio(r#"{ kind = "proportional", uncapped = true }"#), @"
    按完成比例（超额加分）
    In proportion to completion (more than 100% earns more)
    ");
    assert_snapshot!(by_ratio(r#"{ kind = "shortfall", target = "95", lose = "5" }"#), @"
    低于95%时每低1%扣5%权重
    Below 95%, 5% of the weight off per 1%
    ");
    assert_snapshot!(by_ratio(r#"{ kind = "shortfall", target = "95", per = "2", lose = "5", partial = "up" }"#), @"
    低于95%时每低2%扣5%权重（不足2%按2%计）
    Below 95%, 5% of the weight off per 2% (parts of 2% count as whole)
    ");
    assert_snapshot!(by_ratio(r#"{ kind = "excess", limit = "10", per = "1", lose = "0.5" }"#), @"
    超过10%时每超1%扣0.5分
    Above 10%, 0.5 points off per 1%
    ");
    assert_snapshot!(by_ratio(r#"{ kind = "steps", full = "95", per = "10", lose = "1", partial = "down" }"#), @"
    95%及以上满分，每降10%扣1分（不足10%不计）
    Full from 95%, 1 point off per 10% below (parts of 10% do not count)
    ");
    assert_snapshot!(by_ratio(r#"{ kind = "threshold", bands = [{ from = "90", points = "5" }, { from = "80", points = "4" }] }"#), @"
    分段得分，90%及以上得5分
    By bands, 5 points from 90%
    ");
    assert_snapshot!(by_ratio(r#"{ kind = "curve", knots = [{ rate = "60", share = "0" }, { rate = "100", share = "100" }] }"#), @"
    线性插值，100%得满分
    Linear interpolation, full at 100%
    ");
    assert_snapshot!(by_ratio(r#"{ kind = "not-over" }"#), @"
    不超计划得满分，超出不得分
    Full if within plan, else 0
    ");
    assert_snapshot!(by_ratio(r#"{ kind = "not-over", otherwise = { kind = "proportional" } }"#), @"
    不超计划得满分，超出时按完成比例
    Full if within plan, else in proportion to completion
    ");
}

#[test]
fn rules_that_go_by_a_share() {
    let points = r#"rule = { kind = "share-of-points" }"#;
    assert_snapshot!(short("8", &format!(r#"measure = {{ kind = "share" }}, {points}"#)), @"
    按选择“是”的比例折算
    In proportion to the share of “yes”
    ");
    assert_snapshot!(short("8", &format!("{SURVEY}, {points}")), @"
    按满意度折算
    In proportion to the satisfaction rate
    ");
    let budget =
        r#"measure = { kind = "budget", divisor = "annual" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(short("10", budget), @"
    按预算执行率折算
    In proportion to the budget execution rate
    ");
}

#[test]
fn rules_that_judge() {
    assert_snapshot!(short("5", CHECKLIST), @"
    要素法，每缺一项扣1.25分
    Checklist, 1.25 points off per item missed
    ");
    // 1/3 of 2 goes on for ever.
    let thirds = r#"rule = { kind = "checklist", items = [
        { id = "a", label = { zh = "甲" } }, { id = "b", label = { zh = "乙" } }, { id = "c", label = { zh = "丙" } }] }"#;
    assert_snapshot!(short("2", thirds), @"
    要素法，每缺一项扣分值的1/3
    Checklist, 1/3 of the weight off per item missed
    ");
    let pointed = r#"rule = { kind = "checklist", items = [
        { id = "a", label = { zh = "甲" }, points = "1" }, { id = "b", label = { zh = "乙" }, points = "2" }] }"#;
    assert_snapshot!(short("3", pointed), @"
    要素法，按各项分值扣分
    Checklist, items with points of their own
    ");
    let levels = r#"rule = { kind = "levels", levels = [
        { id = "a", label = { zh = "甲" }, points = "5" }, { id = "b", label = { zh = "乙" }, points = "3" },
        { id = "c", label = { zh = "丙" }, points = { from = "0", to = "2" } }] }"#;
    assert_snapshot!(short("5", levels), @"
    定档：5/3/0～2分
    Levels: 5/3/0–2 points
    ");
    assert_snapshot!(short("4", r#"rule = { kind = "judgement" }"#), @"
    评价人赋分
    Judged by the assessor
    ");
}

#[test]
fn a_group_has_no_rule() {
    let rubric = rubric("4", r#"rule = { kind = "judgement" }"#);
    assert_eq!(rule_short(indicator(&rubric, "output"), Lang::Zh), "");
}
