//! From a table to a form that scores what is printed.

use jiheng::audit::recovery::recover;
use jiheng::audit::{Budget, Form, Printed, Refusal, Row, Sheet, form};
use jiheng::engine::{Figure, Kind, Rule, Severity, score};

use super::*;

fn made(table: &PublishedTable) -> Result<Form, Refusal> {
    let sheet = Sheet::new(table, 0);
    form(&sheet, &recover(&sheet))
}

/// The total and the grade by the engine.
fn scored(form: &Form) -> (String, String) {
    let card = score(&form.rubric, &form.assessment);
    assert!(
        card.problems.iter().all(|one| one.severity() != jiheng::engine::Severity::Error),
        "{:?}",
        card.problems
    );
    assert!(card.total.score.is_settled());
    let grade = form.rubric.grades.grade(card.total.score.min).unwrap();
    (card.total.score.min.to_string(), grade.name.zh.clone())
}

#[test]
fn the_published_tables_score_as_their_rows_do() {
    let due = [
        (include_str!("tables/futian.json"), 2, "94.0", "优"),
        (include_str!("tables/futian.json"), 0, "95.00", "优"),
        (include_str!("tables/fukang.json"), 0, "93.50", "优"),
        (include_str!("tables/fukang-self.json"), 0, "88.37", "良"),
        (include_str!("tables/jinzhong.json"), 1, "100.00", "优"),
    ];
    for (json, table, total, grade) in due {
        let form = made(&tables(json)[table]).unwrap();
        let (scored, named) = scored(&form);
        assert_eq!((scored.trim_end_matches('0'), &*named), (total.trim_end_matches('0'), grade));
    }
}

#[test]
fn a_row_that_a_rule_explains_is_scored_by_it() {
    let form = made(&tables(include_str!("tables/fukang.json"))[0]).unwrap();
    let leaf = form.rubric.indicator("r14").unwrap();
    // 30437 of 33333, 5.48 of 6.
    assert!(matches!(leaf.scoring.as_ref().unwrap().rule, Rule::Proportional(_)));
    assert!(!form.judged.contains(&13) && form.judged.contains(&10));
    let mut more = form.assessment.clone();
    let entry = more.entries.get_mut("r14").unwrap();
    entry.actual = Some("33333".into());
    let total = score(&form.rubric, &more).total.score.min;
    assert_eq!(total.to_string(), "94.02"); // 93.50 + 0.52
}

#[test]
fn a_block_becomes_a_group_scored_as_one_and_points_above_the_weight_are_refused() {
    let mut table = tables(include_str!("tables/taishan.json")).remove(0);
    let Err(Refusal::Cell(place)) = made(&table) else { panic!() };
    assert_eq!(place.row, Some(13));
    table.rows[13].score = String::new();
    table.blocks =
        vec![Block { rows: (13..18).collect(), weight: String::new(), score: "20".into() }];
    let form = made(&table).unwrap();
    assert_eq!(scored(&form), ("84".to_owned(), "良".to_owned()));
    // Rows that are no group of their own, beside a block that is one.
    table.blocks.push(Block { rows: vec![10, 11], weight: String::new(), score: "18".into() });
    assert_eq!(made(&table), Err(Refusal::Block(1)));
}

fn row(name: &str, cells: [&str; 4], reason: &str) -> Row {
    let [weight, target, actual, score] = cells.map(str::to_owned);
    let (l3, reason) = (name.to_owned(), reason.to_owned());
    Row { l3, weight, target, actual, score, reason, ..Row::default() }
}

/// The points of every row and of the budget are the printed ones, the total is their sum.
fn scores_what_is_printed(table: &PublishedTable) -> bool {
    let Ok(form) = made(table) else { return false };
    let card = score(&form.rubric, &form.assessment);
    let errors = card.problems.iter().filter(|one| one.severity() == Severity::Error);
    assert_eq!(errors.count(), 0, "{:?}\n{table:#?}", card.problems);
    let points = |id: &str| {
        let outcome = card.outcomes.iter().find(|outcome| outcome.id == id);
        outcome.map(|outcome| (outcome.score.min, outcome.score.max))
    };
    let read = |text: &str| Printed::read(text).unwrap().figure;
    let mut sum = Figure::ZERO;
    for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.score.is_empty()) {
        let printed = read(&row.score);
        assert_eq!(points(&format!("r{}", at + 1)), Some((printed, printed)), "{table:#?}");
        sum = sum + printed;
    }
    sum = sum + table.blocks.iter().map(|block| read(&block.score)).sum::<Figure>();
    if let Some(budget) = &table.budget {
        let printed = read(&budget.score);
        assert_eq!(points("budget"), Some((printed, printed)));
        sum = sum + printed;
    }
    let total = card.total.score;
    assert_eq!((total.min, total.max), (sum, sum), "{table:#?}");
    true
}

#[test]
fn a_budget_with_decimals_beside_whole_rows_is_scored_as_printed() {
    // 9.53 + 50 + 28 + 10 = 97.53.
    let rows = vec![
        row("产出", ["50", "", "", "50"], ""),
        row("效益", ["30", "", "", "28"], ""),
        row("满意度", ["10", "", "", "10"], ""),
    ];
    let budget = Budget { weight: "10".into(), score: "9.53".into(), ..Budget::default() };
    let table = PublishedTable { rows, budget: Some(budget), ..PublishedTable::default() };
    assert!(scores_what_is_printed(&table));
    assert_eq!(scored(&made(&table).unwrap()).0, "97.53");
}

#[test]
fn every_form_that_is_made_scores_what_is_printed() {
    let scores = ["9.53", "9.5", "10", "0", "9.533"];
    let mut forms = 0;
    for (seed, mut table, _, mut rng) in generated::correct(400) {
        let score = rng.pick(&scores).to_owned();
        if seed % 3 > 0 {
            table.budget = Some(Budget { weight: "10".into(), score, ..Budget::default() });
        }
        forms += usize::from(scores_what_is_printed(&table));
    }
    assert!(forms > 300, "{forms}");
}

#[test]
fn what_is_printed_is_kept_in_the_form() {
    let mut rows = vec![
        row("户均成本", ["10", "≤3.5万元", "约3.2万元", "9"], "疫情影响，1期延后"),
        row("时效", ["10", "12月25日前", "12月28日", "10"], ""),
        row("满意", ["10", "", "", "7"], ""),
        row("甲", ["10", "100人", "91人", "9.1"], "人数减少"),
        row("乙", ["10", "100人", "83人", "8.3"], ""),
        row("丙", ["10", "100人", "77人", "7.7"], ""),
    ];
    rows[1].completion = "100%".into();
    rows[1].rule = "迟1天扣1分".into();
    // 91 % follows from the figures; 80 % does not.
    (rows[3].completion, rows[4].completion) = ("91%".into(), "80%".into());
    rows[2].counts = vec!["5".into(), "3".into()];
    let title = "项目支出绩效自评表".to_owned();
    let form = made(&PublishedTable { title, rows, ..PublishedTable::default() }).unwrap();
    let entry = |id: &str| form.assessment.entries.get(id).unwrap();
    assert_eq!(entry("r1").reason, "目标值≤3.5万元，实际约3.2万元；疫情影响，1期延后");
    let texts = (&*entry("r1").target_text, &*entry("r1").actual_text);
    assert_eq!(texts, ("≤3.5万元", "约3.2万元"));
    assert_eq!(entry("r2").reason, "目标值12月25日前，实际12月28日，完成率100%");
    assert_eq!(entry("r3").reason, "公布得分");
    assert_eq!((&*entry("r4").note, &*entry("r5").note), ("人数减少", "完成率80%"));
    assert_eq!(form.rubric.indicator("r2").unwrap().criteria[0].zh, "迟1天扣1分");
    assert_eq!(form.rubric.kind, Kind::SelfEvaluation);
    assert_eq!(form.assessment.project.surveys[0].options[1].count, "3");
}

#[test]
fn a_score_that_is_no_number_is_refused_where_it_stands() {
    let rows = vec![row("甲", ["60", "", "", "60"], ""), row("乙", ["40", "", "", "优"], "")];
    let table = PublishedTable { rows, ..PublishedTable::default() };
    let Err(Refusal::Unread(place)) = made(&table) else { panic!() };
    assert_eq!(place.row, Some(1));
}

#[test]
fn a_block_is_taken_once_where_a_group_is_its_parents_only_one() {
    let mut rows = vec![row("甲", ["10", "", "", ""], ""), row("乙", ["10", "", "", ""], "")];
    for row in &mut rows {
        (row.l1, row.l2) = ("效益".into(), "项目效益".into());
    }
    let block = Block { rows: vec![0, 1], weight: String::new(), score: "16".into() };
    let table = PublishedTable { rows, blocks: vec![block], ..PublishedTable::default() };
    let form = made(&table).unwrap();
    let blocks = form.assessment.entries.keys().filter(|id| id.starts_with('g'));
    assert_eq!(blocks.collect::<Vec<_>>(), ["g1-1"]);
    assert_eq!(scored(&form).0, "16");
}

#[test]
fn a_table_larger_than_any_form_is_refused() {
    let rows = vec![row("甲", ["1", "", "", "1"], ""); 5001];
    let table = PublishedTable { rows, ..PublishedTable::default() };
    assert_eq!(made(&table), Err(Refusal::TooMany(5001)));
}
