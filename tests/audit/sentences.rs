//! Surveys, deductions, and what findings say beside the name of their cell.

use jiheng::audit::Row;
use jiheng::engine::Severity;
use jiheng::words::Lang;
use jiheng::words::audit::{finding, place, verdict};

use super::*;

fn told_of(text: &str) -> Option<(Severity, String)> {
    let table = PublishedTable { texts: vec![text.into()], ..PublishedTable::default() };
    let tables = [table];
    let report = audit(&tables);
    let found = report.findings.iter().find(|one| one.check == Check::RateImpossibleForCount)?;
    Some((found.severity, finding(&tables, found, Lang::Zh)))
}

#[test]
fn a_rate_of_answers_is_doubted_as_far_as_the_number_of_questions_is_known() {
    let (severity, said) = told_of("收到有效问卷19份，满意度结果为95.39%。").unwrap();
    assert_eq!(severity, Severity::Warning);
    assert!(said.starts_with("若每份答卷只作一次选择"), "{said}");
    // 19 × 8 = 152 answers: 145/152 = 95.394…
    assert_eq!(told_of("每份问卷8个问题，收到有效问卷19份，满意度为95.39%。"), None);
    assert_eq!(told_of("每份问卷8个问题，收到问卷19份，满意度为95.39%。"), None);
    // 50 went out and 48 came back: 4625/48 = 96.354…, while 50 × 96.35 is not whole.
    assert_eq!(told_of("共发放问卷50份，收回48份，满意度为96.35%。"), None);
    // Two surveys in one paragraph are not told apart.
    assert_eq!(told_of("有效问卷19份，满意度为95.39%；有效问卷20份，满意度为90%。"), None);
    // One question: 1812/19 = 95.37, 1813/19 = 95.42.
    let (severity, said) = told_of("每份问卷1个问题，有效问卷19份，满意度为95.39%。").unwrap();
    assert_eq!(severity, Severity::Error);
    assert!(said.starts_with("19份答卷得不出95.39%"), "{said}");
}

#[test]
fn what_was_taken_off_in_all_is_the_sum_of_the_rows() {
    let row = |score: &str, deduction: &str| Row {
        l3: format!("指标{score}"),
        weight: "50".into(),
        score: score.into(),
        deduction: deduction.into(),
        ..Row::default()
    };
    // 2.5 + 3.5 = 6.0, and 100 − 94.0.
    let mut table = PublishedTable {
        rows: vec![row("47.5", "2.5"), row("46.5", "-3.5")],
        total: "94.0".into(),
        deduction: "7.0".into(),
        ..PublishedTable::default()
    };
    table.rows[1].deduction = "3.5".into();
    let tables = [table.clone()];
    let report = audit(&tables);
    assert_eq!(told(&report), ["error deduction-mismatch @0 deduction: 7.0 / 6.0"]);
    let found = &report.findings[0];
    assert_eq!(place(&tables, &found.place, Lang::Zh), "扣分合计");
    assert_eq!(finding(&tables, found, Lang::Zh), "表列7.0分，各行扣分相加为6.0分");
    table.deduction = "-6.0".into();
    assert!(audit(&[table]).findings.is_empty());
}

#[test]
fn a_sentence_divides_by_figures_and_not_by_signs() {
    let row = Row {
        l3: "户数".into(),
        weight: "100".into(),
        target: "≥1200户".into(),
        actual: "1150户".into(),
        completion: "102.22%".into(),
        score: "95".into(),
        ..Row::default()
    };
    let tables = [PublishedTable { rows: vec![row], ..PublishedTable::default() }];
    let report = audit(&tables);
    // 1150/1200 = 95.833…
    assert_eq!(
        finding(&tables, &report.findings[0], Lang::Zh),
        "表列102.22%，1150户÷1200户应为95.83%"
    );
}

#[test]
fn a_grade_that_the_digits_leave_open_is_said_to_be_open() {
    let row = |at: usize, weight: &str, score: &str| Row {
        l3: format!("指标{at}"),
        weight: weight.into(),
        score: score.into(),
        ..Row::default()
    };
    let rows = vec![row(0, "20", "18"), row(1, "20", "17"), row(2, "35", "31"), row(3, "25", "22")];
    let table = PublishedTable {
        rows,
        total: "90".into(),
        grade: "优".into(),
        ..PublishedTable::default()
    };
    let report = audit(std::slice::from_ref(&table));
    let said = verdict(&table, &report.verdicts[0], Lang::Zh);
    assert_eq!(
        said[0],
        "等级可能改变：表列“优”，各行得分相加88分为“良”（各行得分如经四舍五入，也可能是“优”）。"
    );
    let unprinted = PublishedTable {
        total: "90.5".into(),
        grade: String::new(),
        rows: vec![row(0, "60", "50.0"), row(1, "40", "38.0")],
        ..table
    };
    let report = audit(std::slice::from_ref(&unprinted));
    let said = verdict(&unprinted, &report.verdicts[0], Lang::Zh);
    assert_eq!(said[0], "等级会改变：表列总分90.5分相当于“优”，各行得分相加88.0分为“良”。");
}
