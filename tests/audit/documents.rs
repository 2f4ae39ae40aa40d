//! The four published documents, with the figures that they print.

use jiheng::audit::block::{self, Offer};

use super::*;

/// What changes the total comes first, doubts about the targets last; within that errors first.
fn found(json: &str) -> Vec<String> {
    told(&audit(&tables(json)))
}

#[test]
fn futian_its_appendix_comes_to_94_and_the_document_tells_figures_in_two_ways() {
    let found = found(include_str!("tables/futian.json"));
    let due = [
        // 决策 20 + 过程 20 + (11 + 6 + 4 + 6) + (14 + 13) = 94. However the tenths were rounded, the
        // rows with full marks are exact: at most 94.4.
        "error total-sum @2 total: 95.0 / 94.0",
        "warning same-figure-differs @0 row 0 text: 285.90万元 / 258.90",
        // 19 answers in whole percents: 1812/19 = 95.37, 1813/19 = 95.42. How many questions each sheet
        // had is not told.
        "warning rate-impossible-for-count @0 row 2 text: 95.39% / 95.37/95.42",
        "warning same-figure-differs @2 row 13 score: 4.0 / 5.00",
    ];
    assert_eq!(found, due);
}

#[test]
fn taishan_twenty_points_on_five_unless_they_are_those_of_a_block() {
    let json = include_str!("tables/taishan.json");
    let due = [
        "error score-above-weight @0 row 13 score: 20 / 5",
        "warning grade-scale-gap @0 grade-scale: 89–90, 79–80, 69–70 / ",
        "warning not-a-level @0 row 1 score: 1 / 5/3/0",
        // 69822.15 / 59448 = 1.17450…
        "warning over-execution @0 budget-executed: 69,822.15万元 / 59,448万元",
    ];
    assert_eq!(found(json), due);
    let mut declared = tables(json);
    // 20 of 5 + 5 + 5 + 5 + 5: the only row with rows without a score below it.
    let offers = block::offered(&declared[0]);
    assert_eq!(offers, [Offer { rows: (13..18).collect(), score: "20".into() }]);
    assert!(block::declare(&mut declared[0], &offers[0].rows));
    let report = audit(&declared);
    assert_eq!(told(&report), due[1..]);
    // 9 + 17 + 15 + 23 + 20
    assert_eq!(report.verdicts[0].total.unwrap().value.to_string(), "84");
    assert_eq!(report.verdicts[0].grades.by_rows.as_deref(), Some("良"));
}

#[test]
fn over_execution_is_told_with_its_rate() {
    let report = audit(&tables(include_str!("tables/taishan.json")));
    let over = report.findings.iter().find(|one| one.check == Check::OverExecution).unwrap();
    assert_eq!(over.value("rate"), "117.45");
}

#[test]
fn fukang_the_table_is_sound_and_the_summary_sheet_is_shown_as_it_is_found() {
    let report = audit(&tables(include_str!("tables/fukang.json")));
    assert!(report.is_sound());
    let due = [
        // The sheet in front, as it was scanned; the table has 32.7 of 35, which is 93.43 %.
        "warning same-figure-differs @0 row 0 text: 95.43% / 93.43%",
        "warning same-figure-differs @0 row 0 text: 32.1分 / 32.7",
        // 33333 = 6130 + 27203, 30437 = 4157 + 26280: one shortfall, docked three times.
        "warning parts-of-whole @0 row 13 actual: 30437人 / 4157 + 26280",
    ];
    assert_eq!(told(&report), due);
    assert_eq!(report.verdicts[0].total.unwrap().value.to_string(), "93.50");
}

#[test]
fn fukangs_self_evaluation_its_text_tells_other_figures_than_its_rows() {
    let report = audit(&tables(include_str!("tables/fukang-self.json")));
    assert!(report.is_sound());
    let due = [
        "warning same-figure-differs @0 row 0 text: 30750人 / =30437人",
        "warning same-figure-differs @0 row 0 text: 100% / =95%",
        "warning parts-of-whole @0 row 0 actual: =30437人 / 4157 + 26280",
        // 109.89 % of the target, and 0.99 off.
        "warning docked-though-met @0 row 3 score: 9.01 / 10",
    ];
    assert_eq!(told(&report), due);
    let total = report.verdicts[0].total.unwrap();
    assert_eq!(total.value.to_string(), "88.37");
}

#[test]
fn jinzhong_has_no_error_and_two_notes() {
    let due = [
        // September has 30 days.
        "note impossible-date @0 row 0 text: 20210931 / ",
        "note actual-copies-target @0 row 0 actual: 对2400人进行大病医疗补偿 / ",
    ];
    assert_eq!(found(include_str!("tables/jinzhong.json")), due);
}
