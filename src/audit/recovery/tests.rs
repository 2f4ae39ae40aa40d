//! Rule recovery on the published tables, with the intervals worked out by hand.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::audit::{PublishedTable, Row};
use crate::engine::{Entry, Fraction, Partial};

/// Rows of weight, target, actual, completion and score.
fn table(rows: &[[&str; 5]]) -> PublishedTable {
    let row = |[weight, target, actual, completion, score]: &[&str; 5]| Row {
        weight: (*weight).into(),
        target: (*target).into(),
        actual: (*actual).into(),
        completion: (*completion).into(),
        score: (*score).into(),
        ..Row::default()
    };
    PublishedTable { rows: rows.iter().map(row).collect(), ..PublishedTable::default() }
}

fn found(table: &PublishedTable) -> Recovery {
    recover(&Sheet::new(table, 0))
}

fn number(text: &str) -> Fraction {
    text.parse::<Figure>().unwrap().fraction()
}

/// What is worked out by hand to so many digits lies between these two.
fn between(number: Fraction, low: &str, high: &str) -> bool {
    self::number(low) < number && number < self::number(high)
}

/// 阜康市自评表 2024 as printed.
fn fukang_self() -> PublishedTable {
    table(&[
        ["10", "≥33333人", "=30437人", "91.31%", "7.83"],
        ["10", "≥6130人", "=4157人", "67.81%", "1.95"],
        ["5", "≥27203人", "=26280人", "96.61%", "4.58"],
        ["10", "≥91%", "=100%", "109.89%", "9.01"],
        ["5", "=12月25日", "=12月25日", "100%", "5"],
        ["10", "=5元/人/月", "=5元/人/月", "100%", "10"],
        ["10", "<=12万元", "=12万元", "100%", "10"],
        ["10", "及时", "达到预期指标", "100%", "10"],
        ["10", "减轻", "达到预期指标", "100%", "10"],
        ["10", ">=95%", "=95%", "100%", "10"],
    ])
}

#[test]
fn fukangs_self_evaluation_falls_to_nothing_at_60_and_at_200_percent() {
    let found = found(&fukang_self());
    let best = &found.rules[0];
    assert_eq!(best.family, Family::Curve);
    assert_eq!((&*best.supports, &*best.contradicts), (&[0, 1, 2, 3][..], &[][..]));
    assert_eq!(best.silent, [4, 5, 6, 7, 8, 9]);

    // lost = weight × (1 − rate) ÷ (1 − zero), so zero = 1 − weight × (1 − rate) ÷ lost.
    // Row 0: 1 − rate = 2896/33333, lost in (2.165, 2.175]: zero in (59.8702…, 60.0548…].
    // Row 1: 1 − rate = 1973/6130, lost in (8.045, 8.055].
    //        10 × 1973/6130 = 3.21859706…; ÷ 8.045 = 0.40007421…, ÷ 8.055 = 0.39957753…
    //        zero in (59.992578…, 60.042246…].
    // Row 2: 1 − rate = 923/27203, lost in (0.415, 0.425]: zero in (59.1202…, 60.0821…].
    // In common: that of row 1.
    let below = best.param(Name::ZeroBelow).unwrap();
    assert_eq!(below.chosen.trimmed(), "60");
    assert_eq!(below.rows, [0, 1, 2]);
    assert!(between(below.range.low, "59.992578", "59.992579") && !below.range.low_in);
    assert!(between(below.range.high, "60.042246", "60.042247") && below.range.high_in);

    // Row 3: rate − 1 = 9/91, lost in (0.985, 0.995]; zero = 1 + 10 × 9/91 ÷ lost.
    //        90/91 = 0.98901098…; ÷ 0.995 = 0.99398089…; ÷ 0.985 = 1.00407207…
    let above = best.param(Name::ZeroAbove).unwrap();
    assert_eq!((above.chosen.trimmed().as_str(), &*above.rows), ("200", &[3][..]));
    assert!(between(above.range.low, "199.398089", "199.398090") && above.range.low_in);
    assert!(between(above.range.high, "200.407207", "200.407208") && !above.range.high_in);
    assert_eq!(Evidence::of(below.rows.len()), Evidence::Several);
    assert_eq!(Evidence::of(above.rows.len()), Evidence::One);
}

#[test]
fn fukangs_self_evaluation_is_scored_anew_with_what_was_recovered() {
    let table = fukang_self();
    let found = found(&table);
    let printed = ["7.83", "1.95", "4.58", "9.01", "5", "10", "10", "10", "10", "10"];
    for (row, printed) in printed.into_iter().enumerate() {
        let points = found.points(&found.rules[0], row).unwrap();
        assert_eq!(points.trimmed(), printed, "row {row}");
        // Only one row says where nothing is left above 100 %, and only one other of percentages
        // says anything: these two are judged, not guessed.
        let (scoring, _) = found.scoring(row, found.rounding).unwrap();
        let guess = row == 3 || row == 9;
        assert_eq!(matches!(scoring.rule, Rule::Curve(_)), !guess, "row {row}");
    }
}

#[test]
fn one_row_alone_is_given_by_several_rules() {
    let found = found(&fukang_self());
    let families: Vec<Family> = found.for_row(0).iter().map(|one| one.family).collect();
    assert!(families.contains(&Family::Curve));
    // 2.17 points for 8.688 %: 0.25 points or 2.5 % of the weight for each 1 %.
    assert!(families.contains(&Family::Shortfall(Shortfall::PLAIN)));
    assert!(!families.contains(&Family::Proportional { uncapped: false }));
    assert!(found.for_row(0).iter().all(|one| one.evidence() == Evidence::One));
    // 100 of 100: nothing to learn.
    assert_eq!(found.for_row(5), []);
}

#[test]
fn fukangs_evaluation_is_proportional_by_three_rows() {
    // 6 × 30437/33333 = 5.4787…, 5 × 4157/6130 = 3.3907…, 5 × 26280/27203 = 4.8303…
    let table = table(&[
        ["6", "33333人", "30437人", "", "5.48"],
        ["5", "6130人", "4157人", "", "3.39"],
        ["5", "27203人", "26280人", "", "4.83"],
        ["6", "60元", "60元", "", "6.00"],
    ]);
    let found = found(&table);
    let best = &found.rules[0];
    assert_eq!(best.family, Family::Proportional { uncapped: false });
    assert_eq!((&*best.supports, &*best.silent), (&[0, 1, 2][..], &[3][..]));
    assert_eq!((&*best.contradicts, best.evidence()), (&[][..], Evidence::Several));
}

#[test]
fn a_row_that_does_not_follow_is_named() {
    // 90 % of 10 is 9; the last row has 8.
    let table = table(&[
        ["10", "100", "91", "", "9.1"],
        ["10", "100", "83", "", "8.3"],
        ["10", "100", "77", "", "7.7"],
        ["10", "100", "90", "", "8.0"],
    ]);
    let found = found(&table);
    let best = &found.rules[0];
    assert_eq!(best.family, Family::Proportional { uncapped: false });
    assert_eq!((&*best.supports, &*best.contradicts), (&[0, 1, 2][..], &[3][..]));
    assert_eq!(found.points(best, 3).unwrap().trimmed(), "9");
    // It is kept as it was printed when the table is scored anew.
    let (scoring, entry) = found.scoring(3, found.rounding).unwrap();
    assert!(!matches!(scoring.rule, Rule::Proportional(_)));
    assert_ne!(entry, Entry::default());
}

#[test]
fn a_shortfall_against_a_target_in_percent_costs_a_share_of_the_weight() {
    // 80 − 77.87 = 2.13; 7.15 of 8: 0.85 lost. 95 − 91.31 = 3.69; 4.89 of 6: 1.11 lost.
    // 0.85 ÷ 2.13 ÷ 8 % = 4.99; 1.11 ÷ 3.69 ÷ 6 % = 5.01.
    let table = table(&[["8", "80%", "77.87%", "", "7.15"], ["6", "95%", "91.31%", "", "4.89"]]);
    let found = found(&table);
    let best = &found.rules[0];
    let due = Shortfall { reads: Reads::Achieved, ..Shortfall::PLAIN };
    assert_eq!(best.family, Family::Shortfall(due));
    assert_eq!(best.param(Name::Share).unwrap().chosen.trimmed(), "5");
    assert_eq!(best.evidence(), Evidence::Two);
}

#[test]
fn whole_steps_are_told_from_parts_of_them() {
    // 0.5 points for each full 1 %: 2.9 % → 2 steps, 1; 4.2 % → 4 steps, 2; 7.7 % → 7 steps, 3.5.
    let table = table(&[
        ["10", "1000", "971", "", "9.0"],
        ["5", "1000", "958", "", "3.0"],
        ["8", "1000", "923", "", "4.5"],
    ]);
    let found = found(&table);
    let best = &found.rules[0];
    let due = Shortfall { lost: Lost::Points, partial: Partial::Down, ..Shortfall::PLAIN };
    assert_eq!(best.family, Family::Shortfall(due));
    assert_eq!(best.param(Name::Points).unwrap().chosen.trimmed(), "0.5");
    assert_eq!(best.evidence(), Evidence::Several);
}

#[test]
fn less_is_better_where_the_target_says_so() {
    // 12 ÷ 15 = 80 %: 8 of 10. 30 ÷ 40 = 75 %: 6 of 8. 50 ÷ 80 = 62.5 %: 3.13 of 5.
    let table = table(&[
        ["10", "≤12万元", "15万元", "", "8"],
        ["8", "≤30天", "40天", "", "6"],
        ["5", "≤50次", "80次", "", "3.13"],
    ]);
    let found = found(&table);
    assert_eq!(found.rules[0].family, Family::Proportional { uncapped: false });
    assert_eq!(found.rules[0].supports, [0, 1, 2]);
}

#[test]
fn met_or_nothing_is_seen_from_the_rows_that_have_nothing() {
    let table = table(&[
        ["10", "≥100人", "99人", "", "0"],
        ["5", "≥100人", "120人", "", "5"],
        ["6", "≤258.90万元", "259万元", "", "0"],
    ]);
    let found = found(&table);
    let best = &found.rules[0];
    assert_eq!(best.family, Family::FullOrNothing);
    assert_eq!((&*best.supports, &*best.silent), (&[0, 2][..], &[1][..]));
}

#[test]
fn judged_rows_are_held_against_bands_and_against_the_levels_that_they_name() {
    let mut table = table(&[
        ["10", "提高", "基本达成", "", "8"],
        ["6", "改善", "部分达成", "", "3"],
        ["5", "", "", "", "3"],
        ["5", "", "", "", "1"],
    ]);
    table.rows[2].levels = vec!["5".into(), "3".into(), "0".into()];
    table.rows[3].levels = vec!["5".into(), "3".into(), "0".into()];
    let found = found(&table);
    let bands = found.candidates.iter().find(|one| one.family == Family::Bands).unwrap();
    assert_eq!((&*bands.supports, &*bands.contradicts), (&[0, 1][..], &[][..]));
    let levels = found.candidates.iter().find(|one| one.family == Family::Levels).unwrap();
    assert_eq!((&*levels.supports, &*levels.contradicts), (&[2][..], &[3][..]));
}

#[test]
fn digits_that_were_cut_off_are_recognised() {
    // 10 × 2/3 = 6.666…, 10 × 1/6 = 1.666…, 5 × 17/29 = 2.931…: half up 6.67, 1.67, 2.93.
    let table = table(&[
        ["10", "3", "2", "", "6.66"],
        ["10", "6", "1", "", "1.66"],
        ["5", "29", "17", "", "2.93"],
    ]);
    let found = found(&table);
    assert_eq!(found.rounding.mode, Mode::Down);
    assert_eq!(found.rules[0].family, Family::Proportional { uncapped: false });
}

#[test]
fn a_survey_fits_several_scales_and_a_level_nobody_chose_is_undetermined() {
    // 122 answers; 92 + 11a + 15b + 4c must be 91.31 % of them: in [111.3921, 111.4043).
    // In twentieths 11a + 15b + 4c = 388, each below the one before and below 20:
    // 16 12 8 (176 + 180 + 32), 17 11 9 (187 + 165 + 36), 15 13 7 (165 + 195 + 28); no other.
    let mut table = table(&[["6", "95%", "91.31%", "", "4.89"]]);
    table.rows[0].counts = ["92", "11", "15", "4", "0"].map(str::to_owned).into();
    let found = found(&table);
    let scales = &found.scales[0];
    let shown = |scale: &Vec<Option<Figure>>| {
        scale
            .iter()
            .map(|one| one.map_or("?".into(), Figure::trimmed))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let fits: Vec<String> = scales.fits.iter().map(shown).collect();
    assert_eq!(fits, ["1 0.8 0.6 0.4 ?", "1 0.75 0.65 0.35 ?", "1 0.85 0.55 0.45 ?"]);
    assert_eq!(scales.undetermined(), [4]);
    assert_eq!(scales.supports, [0]);
    // The rate is then exact: 1114/1220 short of 95 % is 3.6885…; 1.11 ÷ 3.6885 ÷ 6 % = 5.02.
    let share = found.candidates.iter().find(|one| {
        one.family == Family::Shortfall(Shortfall { reads: Reads::Achieved, ..Shortfall::PLAIN })
    });
    assert_eq!(share.unwrap().param(Name::Share).unwrap().chosen.trimmed(), "5");
    assert_eq!(found.points(share.unwrap(), 0).unwrap().trimmed(), "4.89");
}

/// The rule, the direction where there is one, target, actual and unit that a row is scored with.
fn entered(found: &Recovery, row: usize) -> (String, String, String) {
    let (scoring, entry) = found.scoring(row, found.rounding).unwrap();
    let sign = match &scoring.measure {
        Some(crate::engine::Measure::Ratio(ratio)) => ratio.direction.sign(),
        _ => "",
    };
    let text = |value: Option<crate::engine::Value>| match value {
        Some(crate::engine::Value::Text(text)) => text,
        _ => String::new(),
    };
    (sign.to_owned() + &text(entry.target), text(entry.actual), scoring.unit.zh)
}

#[test]
fn an_amount_and_its_unit_agree() {
    // 0.81 ÷ 0.9 = 90 %, 15000 ÷ 20000 = 75 %, 29700 ÷ 33000 = 90 %, 3 ÷ 4, 4 ÷ 5, 9 ÷ 10,
    // 0.9 ÷ 1.2 = 75 %, 1 ÷ 3 = 33.33 %, which no figure in 万元 is.
    let table = table(&[
        ["10", "≥0.9万元", "0.81万元", "", "9"],
        ["10", "2亿元", "15000万元", "", "7.5"],
        ["10", "3.3万人", "29700人", "", "9"],
        ["5", "4‰", "3‰", "", "3.75"],
        ["8", "5元/人/月", "4元/人/月", "", "6.4"],
        ["10", "=10期", "9期", "", "9"],
        ["10", "≤0.9万元", "1.2万元", "", "7.5"],
        ["10", "<900人", "1000", "", "9"],
        ["10", "0.000003万元", "0.01元", "", "3.33"],
    ]);
    let found = found(&table);
    let due = [
        ("≥0.9", "0.81", "万元"),
        ("≥2", "1.5", "亿元"),
        ("≥3.3", "2.97", "万人"),
        ("≥4", "3", "‰"),
        ("≥5", "4", "元/人/月"),
        ("=10", "9", "期"),
        ("≤0.9", "1.2", "万元"),
        ("<900", "1000", "人"),
        ("≥0.000003", "0.000001", "万元"),
    ];
    for (row, (target, actual, unit)) in due.into_iter().enumerate() {
        assert_eq!(entered(&found, row), (target.into(), actual.into(), unit.into()), "row {row}");
    }
}

#[test]
fn beyond_an_exact_target_is_off_it() {
    let table = table(&[["10", "=5元", "4元", "", "8"], ["10", "=4元", "5元", "", "8"]]);
    let rates: Vec<_> = found(&table).cases.into_iter().map(|case| case.completion).collect();
    // 4/5 and, beyond it, 4/5 again.
    assert!(rates.iter().all(|rate| rate.as_ref().unwrap().printed == number("0.8")));
}

#[test]
fn full_marks_above_100_percent_are_a_cap_and_no_evidence() {
    let capped = table(&[
        ["10", "500", "520", "", "10"],
        ["10", "100", "104", "", "10"],
        ["20", "40", "41", "", "20"],
        ["10", "30", "32", "", "10"],
        ["5", "12", "12", "", "5"],
    ]);
    let found_in = found(&capped);
    assert_eq!((&*found_in.rules, found_in.rounding.mode), (&[][..], Mode::HalfUp));
    // 104 % of 10 is 10.4, 106 % of 5 is 5.3; 90 % of 20 is 18.
    let beyond = table(&[
        ["10", "100", "104", "", "10.4"],
        ["5", "50", "53", "", "5.3"],
        ["20", "40", "36", "", "18"],
    ]);
    assert_eq!(found(&beyond).rules[0].family, Family::Proportional { uncapped: true });
}

#[test]
fn little_is_told_and_nothing_that_more_rows_contradict() {
    // 91 % of 10 is 9.1; 6.2 and 7.7 of 10 are of no rule.
    let table = table(&[
        ["10", "100", "91", "", "9.1"],
        ["10", "100", "90", "", "6.2"],
        ["10", "100", "83", "", "7.7"],
    ]);
    for rule in &found(&table).rules {
        assert!(rule.contradicts.len() <= rule.supports.len() && rule.supports.len() > 1);
    }
    assert!(found(&fukang_self()).rules.len() <= 2);
    // The only evidence of the document: one row.
    let only = self::table(&[["10", "100", "91", "", "9.1"], ["10", "100", "120", "", "10"]]);
    assert_eq!(found(&only).rules.len(), 1);
}

#[test]
fn a_printed_rule_is_not_pushed_aside_by_a_guess() {
    let mut table = table(&[
        ["10", "", "", "", "8"],
        ["10", "100", "97", "", "8.5"],
        ["10", "100", "90", "", "9"],
    ]);
    table.rows[0].rule = "编制不完整的，每项扣1分".into();
    // 3 % short at 0.5 each.
    table.rows[1].rule = "每低1个百分点扣0.5分，扣完为止".into();
    let found = found(&table);
    let rule = |row| found.scoring(row, found.rounding).unwrap().0.rule;
    assert!(matches!(rule(0), Rule::Judgement(_)));
    assert!(matches!(rule(1), Rule::Steps(_)), "{:?}", rule(1));
    // One row of proportion is no rule; if the row says so itself, it is.
    assert!(matches!(rule(2), Rule::Judgement(_)));
    table.rows[2].rule = "按完成率计分".into();
    let said = self::found(&table).scoring(2, found.rounding).unwrap().0.rule;
    assert!(matches!(said, Rule::Proportional(_)));
}

#[test]
fn a_rate_that_is_printed_as_a_share_is_that_rate() {
    // 0.9131 × 6 = 5.4786, 0.6781 × 5 = 3.3905, 0.9661 × 5 = 4.8305.
    let table = table(&[
        ["6", "", "", "0.9131", "5.48"],
        ["5", "", "", "0.6781", "3.39"],
        ["5", "", "", "0.9661", "4.83"],
        ["5", "", "", "1", "5"],
    ]);
    let found = found(&table);
    assert_eq!(found.rules[0].family, Family::Proportional { uncapped: false });
    assert_eq!((&*found.rules[0].supports, &*found.rules[0].silent), (&[0, 1, 2][..], &[3][..]));
    let (_, entry) = found.scoring(0, found.rounding).unwrap();
    assert_eq!(entry.rate, Some("91.31".into()));
}
