//! What an audit comes to: the grade of the rows against the one that is claimed.

use jiheng::audit::{Band, Budget, Change, Row, Verdict};

use super::*;

/// Rows by weight and score, with a total and a grade.
fn table(rows: &[(&str, &str)], total: &str, grade: &str) -> PublishedTable {
    let row = |(at, (weight, score)): (usize, &(&str, &str))| Row {
        l1: "产出".into(),
        l3: format!("指标{at}"),
        weight: (*weight).into(),
        score: (*score).into(),
        ..Row::default()
    };
    PublishedTable {
        rows: rows.iter().enumerate().map(row).collect(),
        total: total.into(),
        grade: grade.into(),
        ..PublishedTable::default()
    }
}

fn verdict(table: &PublishedTable) -> Verdict {
    audit(std::slice::from_ref(table)).verdicts.remove(0)
}

/// What is claimed, what the rows give, and whether it changes.
fn grades(table: &PublishedTable) -> (Option<String>, Option<String>, Change) {
    let found = verdict(table);
    let claimed = found.grades.claimed().map(str::to_owned);
    (claimed, found.grades.by_rows.clone(), found.grade_change())
}

fn due(claimed: &str, rows: &str, change: Change) -> (Option<String>, Option<String>, Change) {
    (Some(claimed.into()), Some(rows.into()), change)
}

#[test]
fn the_grade_of_the_rows_is_that_of_their_sum_even_where_their_digits_allow_the_printed_one() {
    // 18 + 17 + 31 + 22 = 88 is 良. Rounded to whole points they may have been 90 together.
    let rows = [("20", "18"), ("20", "17"), ("35", "31"), ("25", "22")];
    assert_eq!(grades(&table(&rows, "90", "优")), due("优", "良", Change::May));
    assert_eq!(grades(&table(&rows, "88", "良")), due("良", "良", Change::Stands));
    // 18.0 + 17.0 + 31.0 + 22.0: at most 88.4 with what cut-off tenths hide.
    let fine = [("20", "18.0"), ("20", "17.0"), ("35", "31.0"), ("25", "22.0")];
    assert_eq!(grades(&table(&fine, "90.0", "优")), due("优", "良", Change::Certain));
}

#[test]
fn where_no_grade_is_printed_that_of_the_printed_total_is_held_against_the_rows() {
    // 50.0 + 38.0 = 88.0, printed as 90.5.
    let rows = [("60", "50.0"), ("40", "38.0")];
    assert_eq!(grades(&table(&rows, "90.5", "")), due("优", "良", Change::Certain));
    assert_eq!(grades(&table(&rows, "88.0", "")), due("良", "良", Change::Stands));
}

#[test]
fn a_part_of_a_table_and_a_name_that_the_scale_does_not_know_have_no_grade() {
    let part = table(&[("6", "6.0"), ("4", "4.0")], "10.0", "");
    assert_eq!(grades(&part), (None, None, Change::Stands));
    let band =
        |name: &str, min: &str| Band { name: name.into(), min: min.into(), ..Band::default() };
    let scale = vec![band("优", "90"), band("良", "80"), band("差", "0")];
    let part = PublishedTable { grade_scale: scale.clone(), ..part };
    assert_eq!(grades(&part), (None, None, Change::Stands));
    // 50.0 + 44.0 = 94.0, a B by a scale of its own that was not read.
    let letters = table(&[("60", "50.0"), ("40", "44.0")], "94.0", "B");
    assert_eq!(verdict(&letters).grades.by_rows, None);
    assert_eq!(verdict(&letters).grade_change(), Change::Stands);
    // The whole of a hundred has one, printed or not.
    let whole = table(&[("60", "50.0"), ("40", "38.0")], "88.0", "");
    let whole = PublishedTable { grade_scale: scale, full_score: "100".into(), ..whole };
    assert_eq!(grades(&whole), due("良", "良", Change::Stands));
}

#[test]
fn a_guessed_rule_changes_no_grade() {
    // Weight × completion in three rows of five; the others were scored otherwise.
    let row = |weight: &str, actual: &str, score: &str| Row {
        l1: "产出".into(),
        l3: format!("指标{weight}{actual}"),
        weight: weight.into(),
        target: "100人".into(),
        actual: format!("{actual}人"),
        score: score.into(),
        ..Row::default()
    };
    let rows = vec![
        row("20", "90", "18.00"), // 20 × 0.9
        row("20", "95", "19.00"), // 20 × 0.95
        row("20", "85", "17.00"), // 20 × 0.85
        row("20", "40", "18.50"), // by that rule 8
        row("20", "30", "18.50"), // by that rule 6
    ];
    // 18 + 19 + 17 + 18.5 + 18.5 = 91
    let table = PublishedTable {
        rows,
        total: "91.00".into(),
        grade: "优".into(),
        ..PublishedTable::default()
    };
    let found = verdict(&table);
    assert_eq!(found.grade_change(), Change::Stands);
    assert_eq!(found.grades.by_rules, None);
    assert_eq!(found.grades.by_rows.as_deref(), Some("优"));
}

#[test]
fn the_sum_is_said_with_all_its_digits_and_lies_in_its_range() {
    // 18 + 17 + 31.5 + 22 = 88.5
    let rows = [("20", "18"), ("20", "17"), ("35", "31.5"), ("25", "22")];
    let report = audit(&[table(&rows, "90", "")]);
    let sum = report.findings.iter().find(|one| one.check == Check::TotalSum).unwrap();
    assert_eq!((sum.published.as_str(), sum.expected.as_str()), ("90", "88.5"));
    // 30 + 10 + 10 + 30 + 10 at full marks, and 9.53 of 10 for the budget: 99.53, and below 99.54.
    let full = [("30", "30"), ("10", "10"), ("10", "10"), ("30", "30"), ("10", "10")];
    let budget = Budget { weight: "10".into(), score: "9.53".into(), ..Budget::default() };
    let table = PublishedTable { budget: Some(budget), ..table(&full, "99.53", "") };
    let total = verdict(&table).total.unwrap();
    let shown = [total.value, total.min, total.max].map(|one| one.trimmed());
    // Half up from 30 − 0.5 for each row at most: 29.5 + 9.5 + 9.5 + 29.5 + 9.5 + 9.525 = 97.025.
    assert_eq!(shown, ["99.53", "97.025", "99.54"]);
    assert!(total.max_excluded);
}

#[test]
fn rows_that_add_or_take_points_enter_the_sum_with_their_sign() {
    // 18 + 27 + 28 + 18 + 2 − 3 = 90
    let mut of = table(&[("20", "18"), ("30", "27"), ("30", "28"), ("20", "18")], "90", "优");
    let extra = |l1: &str, score: &str| Row {
        l1: l1.into(),
        l3: "其他".into(),
        score: score.into(),
        ..Row::default()
    };
    of.rows.extend([extra("加分项", "2"), extra("扣分项", "-3")]);
    of.full_score = "100".into();
    let report = audit(&[of.clone()]);
    assert!(report.findings.is_empty(), "{:?}", told(&report));
    assert_eq!(report.verdicts[0].total.unwrap().value.to_string(), "90");
    // A row that takes points off in a group of its own name is still one of a penalty.
    of.rows[5].l1 = "其他事项".into();
    assert!(audit(&[of.clone()]).findings.is_empty());
    // A weight above 0 makes an indicator of it.
    (of.rows[5].weight, of.full_score) = ("5".into(), "105".into());
    let codes: Vec<Check> = audit(&[of]).findings.iter().map(|one| one.check).collect();
    assert!(codes.contains(&Check::ScoreNegative));
}

#[test]
fn what_cannot_be_read_is_not_held_against_the_others() {
    let of = table(&[("60（10）", "50（8）"), ("40", "40")], "90", "");
    let report = audit(&[of]);
    assert!(report.is_sound(), "{:?}", told(&report));
    let total = report.verdicts[0].total.unwrap();
    assert_eq!((total.value.to_string().as_str(), total.missing), ("40", 1));
    assert_eq!(report.verdicts[0].grades.by_rows, None);
}

#[test]
fn weights_without_a_printed_full_score_are_no_error() {
    let part = audit(&[table(&[("10", "9"), ("20", "18")], "", "")]);
    assert_eq!(told(&part), ["warning weights-sum @0 weight: 30 / 100"]);
    let whole = PublishedTable { full_score: "100".into(), ..table(&[("10", "9")], "", "") };
    assert!(!audit(&[whole]).is_sound());
}

#[test]
fn a_row_named_after_an_execution_rate_leaves_the_budget_in_the_total() {
    // 90 points of rows, 10 of the budget: 85.0 + 10 = 95, also where a row is called 预算执行率.
    for name in ["政策执行率", "预算执行率"] {
        let mut of = table(&[("50", "46.0"), ("40", "39.0")], "95.0", "优");
        of.rows[1].l3 = name.into();
        of.full_score = "100".into();
        let budget = Budget { weight: "10".into(), score: "10".into(), ..Budget::default() };
        of.budget = Some(budget);
        let report = audit(&[of]);
        assert!(report.findings.is_empty(), "{:?}", told(&report));
        assert_eq!(report.verdicts[0].total.unwrap().value.to_string(), "95.0");
        assert_eq!(report.verdicts[0].grades.by_rows.as_deref(), Some("优"));
    }
}

#[test]
fn grades_that_begin_alike_are_told_apart() {
    let band =
        |name: &str, min: &str| Band { name: name.into(), min: min.into(), ..Band::default() };
    let mut of = table(&[("60", "25.0"), ("40", "30.0")], "55.0", "较差");
    of.grade_scale = vec![band("优", "90"), band("较好", "60"), band("较差", "0")];
    assert_eq!(grades(&of), due("较差", "较差", Change::Stands));
    assert!(audit(&[of]).is_sound());
}
