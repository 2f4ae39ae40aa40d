//! Figures that several tables, or the text, tell alike: groups, totals, indicators.

use jiheng::audit::{Group, Row};

use super::*;

fn row(l1: &str, l3: &str, weight: &str, score: &str) -> Row {
    Row {
        l1: l1.into(),
        l3: l3.into(),
        weight: weight.into(),
        score: score.into(),
        ..Row::default()
    }
}

/// 决策 20.0 of 20, 过程 18.6 of 25, 产出与效益 51.6 of 55: 90.2.
fn annex() -> PublishedTable {
    PublishedTable {
        title: "附表".into(),
        rows: vec![
            row("决策", "立项", "20", "20.0"),
            row("过程", "资金管理", "15", "10.6"),
            row("过程", "组织实施", "10", "8.0"),
            row("产出与效益", "数量", "55", "51.6"),
        ],
        total: "90.2".into(),
        ..PublishedTable::default()
    }
}

fn summary(process: &str, total: &str) -> PublishedTable {
    let one = |name: &str, weight: &str, score: &str| row(name, "", weight, score);
    PublishedTable {
        title: "正文".into(),
        rows: vec![
            one("决策指标", "20", "20.0"),
            one("过程指标", "25", process),
            one("产出与效益指标", "55", "51.6"),
        ],
        total: total.into(),
        ..PublishedTable::default()
    }
}

#[test]
fn a_summary_is_held_against_the_groups_and_the_total_of_the_annex() {
    // 20.0 + 19.6 + 51.6 = 91.2, while the annex has 10.6 + 8.0 = 18.6 and 90.2.
    let due = [
        "warning same-figure-differs @1 total: 91.2 / 90.2",
        "warning same-figure-differs @1 row 1 score: 19.6 / 18.6",
    ];
    let found = told(&audit(&[annex(), summary("19.6", "91.2")]));
    assert!(due.iter().all(|one| found.iter().any(|found| found == one)), "{found:?}");
    assert_eq!(found.len(), 2);
    // The same with the subtotals printed.
    let groups = [("决策", "20.0"), ("过程", "18.6"), ("产出与效益", "51.6")];
    let groups = groups.map(|(name, score)| Group {
        path: vec![name.into()],
        score: score.into(),
        ..Group::default()
    });
    let printed = PublishedTable { groups: groups.into(), ..annex() };
    assert_eq!(told(&audit(&[printed, summary("19.6", "91.2")])).len(), 2);
    assert!(audit(&[annex(), summary("18.6", "90.2")]).findings.is_empty());
    // To whole points 18.6 is 19: digits explain it.
    assert!(audit(&[annex(), summary("19", "90")]).findings.is_empty());
}

#[test]
fn a_table_of_other_weights_is_another_instrument() {
    let mut other = summary("19.6", "91.2");
    (other.rows[1].weight, other.rows[2].weight) = ("24".into(), "56".into());
    assert_eq!(told(&audit(&[annex(), other])), [""; 0]);
    // A self-evaluation beside an evaluation: the targets are the same, the points are not.
    let of = |weight: &str, score: &str, actual: &str| PublishedTable {
        rows: vec![Row {
            target: "33333人".into(),
            actual: actual.into(),
            ..row("产出", "参保人数", weight, score)
        }],
        full_score: weight.into(),
        ..PublishedTable::default()
    };
    let found = |actual| audit(&[of("10", "7.83", "30437人"), of("6", "5.48", actual)]);
    assert!(found("30437人").findings.is_empty());
    assert_eq!(
        told(&found("30750人")),
        ["warning same-figure-differs @1 row 0 actual: 30750人 / 30437人"]
    );
}

#[test]
fn part_of_a_table_has_another_total_than_the_whole() {
    let mut part = annex();
    part.rows.truncate(1);
    (part.total, part.full_score) = ("20.0".into(), "20".into());
    assert!(audit(&[annex(), part]).findings.is_empty());
}

#[test]
fn a_total_and_the_score_of_a_group_that_only_the_text_tells_are_held_against_the_rows() {
    let mut of = annex();
    of.total = String::new();
    // The rows give 90.2 and 18.6.
    of.texts = vec!["综合得分为92.2分。决策类指标分值20分，过程类指标得分22.5分。".into()];
    let due = [
        "warning same-figure-differs @0 row 0 text: 22.5分 / 18.6",
        "warning same-figure-differs @0 row 0 text: 92.2分 / 90.2",
    ];
    let mut found = told(&audit(std::slice::from_ref(&of)));
    found.sort();
    assert_eq!(found, due);
    of.texts = vec!["综合得分为90.2分，其中决策得分20分、过程得分18.6分。".into()];
    assert!(audit(std::slice::from_ref(&of)).findings.is_empty());
    // A word that is also the name of a group, and a sentence that goes on to the whole.
    of.texts = vec!["经现场评价过程，最终得分为90.2分。过程指标完成较好，综合得分90.2分。".into()];
    assert!(audit(&[of]).findings.is_empty());
}

#[test]
fn groups_whose_differences_cancel_out_may_be_a_misreading() {
    let group = |name: &str, weight: &str| Group {
        path: vec![name.into()],
        weight: weight.into(),
        ..Group::default()
    };
    let mut of = annex();
    // The rows of 决策 have 20, those of 过程 25: −5 and +5.
    of.groups = vec![group("决策", "25"), group("过程", "20")];
    let report = audit(std::slice::from_ref(&of));
    assert!(report.is_sound());
    assert_eq!(report.findings.len(), 2);
    assert!(report.findings.iter().all(|one| !one.value("shifted").is_empty()));
    of.groups[1].weight = "25".into();
    assert_eq!(told(&audit(&[of])), ["error group-weights-sum @0 决策 weight: 25 / 20"]);
}
