//! What is said of a group: worked by hand from the points.

use super::group_line;
use crate::engine::score;
use crate::tree::tests::toml;
use crate::words::testing::{assessment, indicator, outcome, rubric};
use crate::words::{Lang, line};

const ACCIDENT: &str = r#"rule = { kind = "judgement" }, modifiers = [
    { kind = "penalty", id = "accident", label = { zh = "安全事故", en = "Accident" }, points = "17", scope = "output" }]"#;

/// The line of the group, and of its leaf, after this was entered for the leaf and the group.
fn told(scoring: &str, leaf: &str, group: &str, lang: Lang) -> (String, String) {
    let rubric = rubric("25", scoring);
    let mut assessment = assessment(leaf);
    assessment.entries.insert("output".to_owned(), toml(group));
    let card = score(&rubric, &assessment);
    let entry = assessment.entries.get("output");
    let group =
        group_line(&rubric, indicator(&rubric, "output"), outcome(&card, "output"), entry, lang);
    (group, line(&rubric, indicator(&rubric, "leaf"), outcome(&card, "leaf"), lang))
}

#[test]
fn a_penalty_larger_than_what_is_left_names_both() {
    let entry = "points = '15'\ndeductions = [{ item = 'accident' }]";
    let (group, leaf) = told(ACCIDENT, entry, "", Lang::Zh);
    assert_eq!(group, "下级指标合计15分；安全事故应扣17分，扣完为止，实扣15分，得0分");
    assert_eq!(
        leaf,
        "评价人赋分，扣10分，得15分；因“安全事故”，“项目产出”应扣17分，扣完为止，实扣15分"
    );
    let (group, _) = told(ACCIDENT, entry, "", Lang::En);
    assert_eq!(
        group,
        "15 points from the indicators below; Accident: 17 points due, 15 points left to take, 0 points awarded"
    );
}

#[test]
fn a_penalty_that_is_covered_names_one() {
    let entry = "points = '20'\ndeductions = [{ item = 'accident' }]";
    let (group, leaf) = told(ACCIDENT, entry, "", Lang::Zh);
    assert_eq!(group, "下级指标合计20分；安全事故扣17分，得3分");
    assert_eq!(leaf, "评价人赋分，扣5分，得20分；因“安全事故”，“项目产出”扣17分");
}

#[test]
fn a_block_says_how_its_points_arose_and_why() {
    let judged = r#"rule = { kind = "judgement" }"#;
    let told = |group| told(judged, "", group, Lang::Zh).0;
    // 25 × 80 % = 20; 25 × 33.33 % = 8.3325 → 8.33
    assert_eq!(
        told("block = { share = '80', reason = '所设指标实为产出指标。' }"),
        "所设指标实为产出指标，整体按80%计分，25×80%=20分"
    );
    assert_eq!(
        told("block = { share = '33.33', reason = '' }"),
        "整体按33.33%计分，25×33.33%=8.3325分，修约为8.33分"
    );
    assert_eq!(told("block = { points = '18', reason = '甲' }"), "甲，整体评定18分");
}

#[test]
fn nothing_is_said_where_nothing_happened_to_the_group_itself() {
    assert_eq!(told(ACCIDENT, "points = '15'", "", Lang::Zh).0, "");
    assert_eq!(told(ACCIDENT, "", "", Lang::Zh).0, "");
}
