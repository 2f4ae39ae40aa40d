//! What is said of changes and of scenarios, in both languages.

use super::*;
use crate::engine::score;
use crate::whatif::scenario::{apply, between};
use crate::words::testing::{CHECKLIST, RATIO, SURVEY, assessment, rubric};

/// The sentences of all changes from one entry of the leaf to another.
fn told(scoring: &str, (was, now): (&str, &str), lang: Lang) -> Vec<String> {
    let (rubric, was, now) = (rubric("6", scoring), assessment(was), assessment(now));
    between(&was, &now).iter().map(|one| change(&rubric, &was, one, lang)).collect()
}

fn both(scoring: &str, was: &str, now: &str) -> [String; 2] {
    Lang::ALL.map(|lang| told(scoring, (was, now), lang).join(" | "))
}

#[test]
fn scenarios_are_counted_as_each_language_does() {
    let zh = [1, 10, 11, 20, 99, 100].map(|number| scenario_name(number, Lang::Zh));
    assert_eq!(zh, ["方案一", "方案十", "方案十一", "方案二十", "方案九十九", "方案100"]);
    assert_eq!(scenario_name(12, Lang::En), "Scenario 12");
}

#[test]
fn a_figure_is_told_with_its_unit() {
    let scoring = format!(
        r#"{RATIO}, rule = {{ kind = "proportional" }}, unit = {{ zh = "人", en = "persons" }}"#
    );
    let (was, now) = (r#"actual = "30437""#, r#"actual = "32012""#);
    assert_eq!(
        both(&scoring, was, now),
        [
            "参保人数：实际完成值由30437人改为32012人",
            "Insured persons: actual value changed from 30437 persons to 32012 persons"
        ]
    );
    assert_eq!(
        both(&scoring, was, ""),
        [
            "参保人数：实际完成值由30437人改为不填",
            "Insured persons: actual value changed from 30437 persons to blank"
        ]
    );
    assert_eq!(both(&scoring, "", now)[0], "参保人数：实际完成值填为32012人");
    assert_eq!(
        both(&scoring, was, r#"actual = "三万""#)[0],
        "参保人数：实际完成值由30437人改为“三万”"
    );
    assert_eq!(
        both(&scoring, was, r#"actual = { fact = "answers" }"#)[0],
        "参保人数：实际完成值由30437人改为项目数据“有效问卷数”"
    );
}

#[test]
fn levels_and_ticks_are_told_by_their_labels() {
    let levels = r#"rule = { kind = "levels", levels = [
        { id = "a", label = { zh = "完善", en = "sound" }, points = "6" },
        { id = "b", label = { zh = "欠缺", en = "lacking" }, points = "0" }] }"#;
    assert_eq!(
        both(levels, r#"level = "b""#, r#"level = "a""#),
        [
            "参保人数：档次由“欠缺”改为“完善”",
            "Insured persons: level changed from “lacking” to “sound”"
        ]
    );
    assert_eq!(
        both(CHECKLIST, r#"missed = ["files", "law"]"#, "missed = []"),
        [
            "参保人数：补齐“资料及时归档”“遵守法规”",
            "Insured persons: now meets “files archived in time”, “laws kept”"
        ]
    );
    assert_eq!(
        both(
            CHECKLIST,
            "missed = []",
            r#"missed = []
            partly = { files = "50" }"#
        )[0],
        "参保人数：“资料及时归档”的符合程度填为50%"
    );
}

#[test]
fn counts_deductions_and_what_stands_in_place_of_the_rule_are_told_one_by_one() {
    let survey = format!(r#"{SURVEY}, rule = {{ kind = "proportional" }}"#);
    assert_eq!(
        both(
            &survey,
            r#"counts = ["92", "11", "15", "4", "0"]"#,
            r#"counts = ["95", "11", "12", "4", "0"]"#
        )[0],
        "参保人数：“非常满意”人数由92改为95，“满意”人数由15改为12"
    );
    let deduction = r#"rule = { kind = "judgement" }, modifiers = [{ kind = "deduction", id = "x",
        label = { zh = "虚列支出", en = "false costs" }, points = { from = "5", to = "8" } }]"#;
    let happened = r#"deductions = [{ item = "x", points = "6" }]"#;
    assert_eq!(
        both(deduction, "", happened),
        [
            "参保人数：计入“虚列支出”，“虚列支出”的扣分填为6分",
            "Insured persons: “false costs” counted, points off for “false costs” changed to 6 points"
        ]
    );
    assert_eq!(
        both(
            deduction,
            r#"override = { points = "4", reason = "甲" }"#,
            r#"override = { points = "5", reason = "乙" }"#
        )[0],
        "参保人数：调整得分由4分改为5分，调整理由由“甲”改为“乙”"
    );
    assert_eq!(
        both(deduction, r#"note = "甲""#, "notApplicable = true")[0],
        "参保人数：改为不适用 | 参保人数：说明由“甲”改为不填"
    );
}

#[test]
fn a_scenario_is_told_in_the_order_of_the_form_with_what_comes_of_it() {
    let scoring = format!(
        r#"{RATIO}, rule = {{ kind = "proportional" }}, unit = {{ zh = "人", en = "persons" }}"#
    );
    // 100 × 70/100 = 70, 100 × 85/100 = 85: from 中 to 良.
    let rubric = rubric("100", &scoring);
    let was = assessment("target = \"100\"\nactual = \"70\"");
    let mut now = was.clone();
    now.entries.or_default("leaf").actual = Some("85".into());
    now.entries.or_default("output").note = "乙".to_owned();
    now.facts.insert("answers".to_owned(), "122".to_owned());
    let changes = between(&was, &now);
    assert_eq!(apply(&was, &changes), now);
    let said = |lang| {
        let cards = (&score(&rubric, &was), &score(&rubric, &now));
        statement(&rubric, &was, &changes, cards, lang)
    };
    assert_eq!(
        said(Lang::Zh),
        "若有效问卷数填为122，项目产出的说明填为“乙”，参保人数的实际完成值由70人改为85人，其余不变，\
         总分由70.00分变为85.00分，等级由“中”变为“良”。"
    );
    assert_eq!(
        said(Lang::En),
        "If valid answers changed to 122, for “Output” the note changed to “乙”, for “Insured \
         persons” the actual value changed from 70 persons to 85 persons, all else being equal, the \
         total would go from 70.00 points to 85.00 points, the grade would go from “fair” to “good”."
    );
}

#[test]
fn an_open_total_is_told_as_a_range_and_no_change_as_none() {
    let scoring = format!(r#"{RATIO}, rule = {{ kind = "proportional" }}"#);
    let rubric = rubric("100", &scoring);
    let (was, now) = (assessment(""), assessment("target = \"100\"\nactual = \"90\""));
    let cards = [&was, &now].map(|one| score(&rubric, one));
    let said = |(was, now): (&Assessment, &Assessment), [a, b]: [&Scorecard; 2]| {
        statement(&rubric, was, &between(was, now), (a, b), Lang::Zh)
    };
    assert_eq!(
        said((&was, &now), [&cards[0], &cards[1]]),
        "若参保人数的实际完成值填为90，参保人数的目标值填为100，其余不变，\
         总分由0.00～100.00分变为90.00分，等级定为“优”。"
    );
    assert!(said((&now, &was), [&cards[1], &cards[0]]).ends_with("等级尚未确定。"));
    assert_eq!(said((&now, &now), [&cards[1], &cards[1]]), "没有改动，与基准相同。");
}
