//! The documents against the figures that the published reports print.

use super::*;
use crate::engine::{Assessment, Incident, Label, Rubric, Scorecard, score};
use crate::exchange::table::Row;
use crate::exchange::typed::plain;
use crate::presets;
use crate::words::Lang;

struct Case {
    rubric: Rubric,
    assessment: Assessment,
    scorecard: Scorecard,
}

impl Case {
    fn new(rubric: Rubric, assessment: Assessment) -> Case {
        let scorecard = score(&rubric, &plain(&rubric, &assessment));
        Case { rubric, assessment, scorecard }
    }

    fn published(id: &str) -> Case {
        Case::new(presets::rubric(id).unwrap(), presets::example(id).unwrap())
    }

    fn empty(id: &str) -> Case {
        Case::new(presets::rubric(id).unwrap(), Assessment::default())
    }

    fn context(&self, lang: Lang) -> Context<'_> {
        Context::new(&self.rubric, &self.assessment, &self.scorecard, lang)
    }

    fn documents(&self) -> Vec<Document> {
        documents(&self.context(Lang::Zh))
    }

    fn document(&self, id: &str) -> Document {
        let found = self.documents().into_iter().find(|document| document.id == id);
        found.unwrap_or_else(|| panic!("no document {id}"))
    }
}

fn tables(document: &Document) -> Vec<&Table> {
    let tables = document.parts.iter().filter_map(|part| match part {
        Part::Table(table) => Some(table),
        Part::Text(_) => None,
    });
    tables.collect()
}

fn sentences(document: &Document) -> String {
    let sentences = document.parts.iter().filter_map(|part| match part {
        Part::Text(sentence) => Some(sentence.as_str()),
        Part::Table(_) => None,
    });
    sentences.collect()
}

fn texts(row: &Row) -> Vec<&str> {
    row.cells.iter().map(|cell| cell.text.as_str()).collect()
}

/// The row in which some cell says `name`.
fn row<'d>(document: &'d Document, name: &str) -> Vec<&'d str> {
    let rows = tables(document).into_iter().flat_map(|table| table.head.iter().chain(&table.body));
    let found = rows.map(texts).find(|row| row.iter().any(|text| text.trim() == name));
    found.unwrap_or_else(|| panic!("no row {name} in {}", document.id))
}

fn ends<'d>(row: &[&'d str], count: usize) -> Vec<&'d str> {
    row[row.len() - count..].to_vec()
}

#[test]
fn fukang_summary_prints_the_figures_of_table_3_1() {
    let document = Case::published("fukang").document("summary");
    assert_eq!(
        row(&document, "指标")[1..],
        ["项目决策", "项目过程", "项目产出", "项目效益", "合计"]
    );
    assert_eq!(row(&document, "权重")[1..], ["10", "25", "35", "30", "100"]);
    assert_eq!(row(&document, "得分")[1..], ["10", "23.75", "32.7", "27.05", "93.5"]);
    // 23.75/25, 32.7/35 = 0.93428…, 27.05/30 = 0.90166…
    assert_eq!(row(&document, "得分率")[1..], ["100%", "95%", "93.43%", "90.17%", "93.5%"]);
    let said = sentences(&document);
    assert!(said.contains("项目产出类指标权重为35分，得分为32.7分，得分率为93.43%"), "{said}");
}

#[test]
fn fukang_score_table_prints_deduction_score_and_rate_of_each_row() {
    let document = Case::published("fukang").document("score-table");
    // 5.48/6 = 91.33 %, 3.39/5 = 67.8 %, 4.83/5 = 96.6 %, 3.75/5, 7.34/8 = 91.75 %,
    // 7.67/8 = 95.875 %, 7.15/8 = 89.375 %, 4.89/6 = 81.5 %. Annex 1 prints 67.80 % and 93.50 %.
    let due = [
        ("城镇职工大额医疗保险参保人数", ["0.52", "5.48", "91.33%"]),
        ("单建统筹基金参保人数", ["1.61", "3.39", "67.80%"]),
        ("实施统账结合参保人数", ["0.17", "4.83", "96.60%"]),
        ("制度执行有效性", ["1.25", "3.75", "75%"]),
        ("减轻职工医疗经济负担", ["0.66", "7.34", "91.75%"]),
        ("优化社会医疗保障体系", ["0.33", "7.67", "95.88%"]),
        ("政策知晓率", ["0.85", "7.15", "89.38%"]),
        ("城镇职工大额医疗保险参保人员满意度", ["1.11", "4.89", "81.50%"]),
        ("资金到位率", ["0", "3", "100%"]),
        ("合计", ["6.5", "93.5", "93.50%"]),
    ];
    for (name, figures) in due {
        assert_eq!(ends(&row(&document, name), 3), figures, "{name}");
    }
    let target = row(&document, "城镇职工大额医疗保险参保人数").join("|");
    assert!(target.contains("33333人"), "{target}");
    // As the report prints it: the closing alone names the score.
    let line = "完成率=(30437/33333)×100%=91.31%，扣0.52分。综上所述，该指标满分6分，扣0.52分，得分5.48分。";
    assert!(target.contains(line), "{target}");
    // The rule as it scores, not the shorthand of the page.
    let rule = row(&document, "资金到位率").join("|");
    assert!(
        rule.contains("资金到位率达到100%得满分；低于100%的，每低1个百分点扣分值的5%"),
        "{rule}"
    );
    assert!(rule.contains("|100%|资金到位率="), "{rule}");
}

#[test]
fn the_printed_score_sheet_has_the_whole_line_of_each_row() {
    let case = Case::published("fukang");
    let line = "完成率=(30437/33333)×100%=91.31%，扣0.52分，得5.48分";
    let sheet = paper(&case.context(Lang::Zh));
    let insured = row(&sheet, "城镇职工大额医疗保险参保人数").join("|");
    assert!(insured.contains(line) && !insured.contains("综上所述"), "{insured}");
}

#[test]
fn documents_say_of_which_project_they_are() {
    for document in Case::published("fukang").documents() {
        assert!(sentences(&document).starts_with("项目名称：2024年职工大额医疗补助项目"));
    }
    assert!(!sentences(&Case::empty("fukang").document("summary")).contains("项目名称"));
}

#[test]
fn fukang_details_sum_up_and_close_each_indicator() {
    let case = Case::published("fukang");
    let due = [
        ("项目决策", "10", "10"),
        ("项目过程", "25", "23.75"),
        ("项目产出", "35", "32.7"),
        ("项目效益", "30", "27.05"),
    ];
    let details: Vec<Document> = case
        .documents()
        .into_iter()
        .filter(|document| document.id.starts_with("detail-"))
        .collect();
    assert_eq!(details.len(), 4);
    for ((name, weight, score), document) in due.into_iter().zip(&details) {
        assert_eq!(document.title, format!("{name}指标得分情况"));
        let sum = row(document, "合计");
        assert_eq!((sum[1], sum[sum.len() - 1]), (weight, score), "{name}");
    }
    let said = sentences(&details[2]);
    assert!(said.contains("综上所述，该指标满分6分，扣0.52分，得分5.48分。"), "{said}");
    assert!(said.contains("综上所述，该指标满分5分，得分5分。"), "{said}");
}

#[test]
fn fukang_goals_stand_as_they_are_printed() {
    let document = Case::published("fukang").document("goals");
    let row = row(&document, "城镇职工大额医疗保险参保人数");
    assert!(row.contains(&"≥33333人") && row.contains(&"30437人"), "{row:?}");
    assert_eq!(tables(&document)[0].body.len(), 10);
}

#[test]
fn fukang_survey_has_the_shares_of_its_appendix() {
    let document = Case::published("fukang").document("surveys");
    let table = |title: &str| {
        let found = tables(&document).into_iter().find(|table| table.title == title);
        found
            .unwrap_or_else(|| panic!("no question {title}"))
            .body
            .iter()
            .map(texts)
            .collect::<Vec<_>>()
    };
    // 95/122 = 77.868…, 112/122 = 91.803…, 117/122 = 95.901…
    assert_eq!(table("政策知晓率")[..2], [["是", "95", "77.87%"], ["否", "27", "22.13%"]]);
    assert_eq!(table("减轻职工医疗经济负担")[0], ["是", "112", "91.8%"]);
    assert_eq!(table("优化社会医疗保障体系")[0], ["是", "117", "95.9%"]);
    // 92, 11, 15, 4 of 122: 75.409…, 9.016…, 12.295…, 3.278…
    let shares: Vec<&str> =
        table("城镇职工大额医疗保险参保人员满意度").iter().map(|row| row[2]).collect();
    assert_eq!(shares, ["75.41%", "9.02%", "12.3%", "3.28%", "0%", ""]);
    // Asked of the 84 who answered yes before.
    let asked = table("享受补助时住院报销是否达到91%");
    assert_eq!(
        asked,
        [["是", "81", "96.43%"], ["否", "3", "3.57%"], ["本题有效填写人次", "84", ""]]
    );
}

#[test]
fn fukang_self_form_prints_rates_scores_and_the_budget_line() {
    let document = Case::published("fukang-self").document("self-form");
    // The form prints 91.31, 67.81, 96.61, 109.89 and 100 as rates.
    let due = [
        ("城镇职工大额医疗保险参保人数", "91.31%", "7.83"),
        ("单建统筹基金参保人数", "67.81%", "1.95"),
        ("实施统账结合参保人数", "96.61%", "4.58"),
        ("住院报销比例", "109.89%", "9.01"),
    ];
    for (name, rate, score) in due {
        let row = row(&document, name);
        let at = row.iter().position(|text| *text == rate);
        let at = at.unwrap_or_else(|| panic!("{name}: {row:?}"));
        assert_eq!(row[at + 1], score, "{name}");
    }
    let budget = row(&document, "年度资金总额");
    assert_eq!(ends(&budget, 6), ["200", "182.62", "182.62", "10", "100%", "10"]);
    let total = row(&document, "总分");
    assert!(total.contains(&"88.37") && total.contains(&"良"), "{total:?}");
    let deviation = row(&document, "偏差原因分析及改进措施").join("|");
    assert!(deviation.contains("指标值设定依据|上年完成情况|赋分规则|佐证资料"), "{deviation}");
    // The form prints 100 as 完成率 of both, and the names of its rules.
    let standard = row(&document, "职工大额医疗保险财政补助标准").join("|");
    assert!(standard.contains("|100%|10|") && standard.contains("|直接赋分|"), "{standard}");
    let benefits = row(&document, "参保群众及时享受医疗待遇").join("|");
    assert!(benefits.contains("|100%|10|") && benefits.contains("|按评判等级赋分|"), "{benefits}");
    assert_eq!(row(&document, "其中：当年财政拨款")[1..4], ["200", "182.62", "182.62"]);
}

#[test]
fn an_empty_self_form_has_all_its_columns_and_blanks_to_write_in() {
    let document = Case::empty("fukang-self").document("self-form");
    let heads = row(&document, "偏差原因分析及改进措施").join("|");
    assert!(heads.contains("指标值设定依据|上年完成情况|赋分规则|佐证资料"), "{heads}");
    assert_eq!(row(&document, "项目名称"), ["项目名称", ""]);
    let due = row(&document, "资金支付完成时间").join("|");
    assert!(due.contains("2024年12月25日"), "{due}");
}

#[test]
fn shenzhen_budget_table_stands_as_printed() {
    let document = Case::published("shenzhen").document("budget");
    let row = row(&document, "区退休职工管理");
    assert_eq!(row[1..], ["260.00", "-1.10", "258.90", "258.90", "100%"]);
}

#[test]
fn shenzhen_list_prints_the_weights_and_two_decimals_of_table_1_3() {
    let document = Case::published("shenzhen").document("score-list");
    assert_eq!(ends(&row(&document, "实际完成率（12）"), 1), ["11.00"]);
    assert_eq!(ends(&row(&document, "服务对象满意度（15）"), 1), ["13.00"]);
    assert_eq!(ends(&row(&document, "合计"), 1), ["95.00"]);
}

#[test]
fn jinzhong_scores_are_printed_with_two_decimals() {
    let document = Case::published("jinzhong").document("scores");
    // 投入 20, 过程 20, 产出 30, 效果 30, each in full.
    let rows: Vec<Vec<&str>> = tables(&document)[0].body.iter().map(texts).collect();
    for (name, weight, score) in [
        ("投入：", "20", "20.00"),
        ("过程：", "20", "20.00"),
        ("产出：", "30", "30.00"),
        ("效果：", "30", "30.00"),
        ("综合得分", "100", "100.00"),
    ] {
        assert!(rows.contains(&vec![name, weight, score]), "{name}: {rows:?}");
    }
    assert!(rows.contains(&vec!["评价结果等次", "优"]));
    assert_eq!(ends(&row(&document, "生态效益"), 2), ["0", "0.00"]);
}

#[test]
fn jinzhong_progress_table_has_every_goal() {
    let document = Case::published("jinzhong").document("goals");
    assert!(ends(&row(&document, "各县申报互助补偿金"), 3).contains(&"10-11月"));
    let heads = row(&document, "三级指标");
    assert!(heads.ends_with(&["目标值", "实际完成指标值", "完成进度"]), "{heads:?}");
}

#[test]
fn taishan_form_shows_the_block_once_over_its_rows() {
    let document = Case::published("taishan").document("form");
    let table = tables(&document)[0];
    // 项目效益 25 × 80 % = 20 for its rows together.
    let blocks: Vec<_> =
        table.body.iter().flat_map(|row| &row.cells).filter(|cell| cell.text == "20").collect();
    assert_eq!(blocks.len(), 1, "{blocks:?}");
    assert!(blocks[0].rowspan > 1);
    assert_eq!(ends(&row(&document, "绩效指标明确性"), 2)[0], "1");
    let foot = row(&document, "评价得分");
    assert!(foot.contains(&"84.00") && foot.contains(&"良"), "{foot:?}");
    assert!(row(&document, "三级指标").ends_with(&["评分标准", "评分", "评分说明"]));
}

#[test]
fn taishan_block_is_argued_once_for_all_its_rows() {
    let case = Case::published("taishan");
    // 25 × 80 % = 20, so 5 of 25 are lost.
    let said = "整体按80%计分，25×80%=20分。综上所述，该指标满分25分，扣5分，得分20分。";
    let detail = sentences(&case.document("detail-performance"));
    assert_eq!(detail.matches(said).count(), 1, "{detail}");
    assert!(detail.contains("对于“项目效益”：所设效益指标实为产出数量指标"), "{detail}");
    let table = case.document("score-table");
    let table = tables(&table)[0];
    let cells: Vec<_> = table.body.iter().flat_map(|row| &row.cells).collect();
    let argued: Vec<_> = cells.iter().filter(|cell| cell.text.contains(said)).collect();
    assert_eq!((argued.len(), argued[0].rowspan), (1, 5));
    let nothing_else = |text: &str| !text.contains("不单独计分");
    assert!(nothing_else(&detail) && cells.iter().all(|cell| nothing_else(&cell.text)));
}

/// Every cell of a table covers places of the grid that no other covers, and none is left over.
fn holes(table: &Table) -> Option<String> {
    let columns = table.columns();
    for part in [&table.head, &table.body] {
        let mut reach = vec![0_usize; columns];
        for (number, row) in part.iter().enumerate() {
            let mut cells = row.cells.iter();
            let mut at = 0;
            while at < columns {
                if reach[at] > 0 {
                    reach[at] -= 1;
                    at += 1;
                    continue;
                }
                let Some(cell) = cells.next() else {
                    return Some(format!("row {number} ends at column {at} of {columns}: {row:?}"));
                };
                for _ in 0..cell.colspan.max(1) {
                    if at >= columns || reach[at] > 0 {
                        return Some(format!("row {number} overlaps at column {at}: {row:?}"));
                    }
                    reach[at] = usize::from(cell.rowspan.max(1)) - 1;
                    at += 1;
                }
            }
            if let Some(cell) = cells.next() {
                return Some(format!("row {number} has too many cells: {cell:?}"));
            }
        }
        if reach.iter().any(|rows| *rows > 0) {
            return Some("a cell reaches below the last row".to_owned());
        }
    }
    None
}

#[test]
fn every_table_of_every_form_is_a_whole_grid_filled_or_empty_in_both_languages() {
    for preset in presets::LIST {
        for case in [Case::published(preset.id), Case::empty(preset.id)] {
            for lang in Lang::ALL {
                let ctx = case.context(lang);
                let all = documents(&ctx).into_iter().chain([paper(&ctx)]);
                for document in all {
                    for table in tables(&document) {
                        let fault = holes(table);
                        assert_eq!(fault, None, "{} {} {}", preset.id, document.id, table.title);
                    }
                }
            }
        }
    }
}

#[test]
fn a_title_says_indicators_once() {
    let mut case = Case::published("fukang");
    case.rubric.indicators[2].name.zh = "产出指标".into();
    let details = case.documents().into_iter().filter(|one| one.id.starts_with("detail-"));
    let titles: Vec<String> = details.map(|document| document.title).collect();
    assert_eq!(titles[2], "产出指标得分情况");
    assert_eq!(titles[3], "项目效益指标得分情况");
}

#[test]
fn a_printed_standard_stands_in_the_full_table() {
    let mut case = Case::published("fukang");
    let leaf = &mut case.rubric.indicators[0].children[0].children[0];
    (leaf.meaning, leaf.name.zh) = (None, "甲".into());
    leaf.criteria =
        vec![Label { zh: "编制不完整的，每项扣1分".into(), en: String::new() }];
    let table = case.document("score-table");
    assert!(row(&table, "甲").join("|").contains("|编制不完整的，每项扣1分。"));
}

#[test]
fn a_penalty_of_a_group_has_a_row_so_that_the_scores_add_up() {
    let rubric = presets::rubric("taishan").unwrap();
    let mut assessment = presets::example("taishan").unwrap();
    let accident = Incident { item: "safety-accident".into(), ..Incident::default() };
    let entry = assessment.entries.or_default("implementation-compliance");
    entry.deductions.push(accident);
    let case = Case::new(rubric, assessment);
    let document = case.document("score-list");
    // 业务管理 had 4 + 8 + 3 = 15, and 17 are due: all 15 go. 84 − 15 = 69.
    let penalties: Vec<_> = tables(&document)[0].body.iter().map(texts).collect();
    let penalty = penalties.iter().find(|row| row.last() == Some(&"-15.00"));
    assert!(penalty.is_some_and(|row| row[0].contains("业务管理")), "{penalties:?}");
    assert_eq!(ends(&row(&document, "合计"), 1), ["69.00"]);
    // 2 + 8 + 5 + 2 + 4 + 8 + 3 = 32, and 32 − 15 = 17.
    let document = case.document("detail-management");
    let rows: Vec<_> = tables(&document)[0].body.iter().map(texts).collect();
    let last = &rows[rows.len() - 2..];
    assert!(last[0][0].contains("业务管理") && last[0].last() == Some(&"-15"), "{last:?}");
    assert_eq!(last[1].last(), Some(&"17"));
    let said = sentences(&document);
    assert!(said.contains("对于“业务管理”：下级指标合计15分"), "{said}");
    assert!(said.ends_with("综上所述，该指标满分17分，扣17分，得分0分。"), "{said}");
    let ctx = case.context(Lang::Zh);
    for document in documents(&ctx).into_iter().chain([paper(&ctx)]) {
        assert!(
            tables(&document).into_iter().all(|table| holes(table).is_none()),
            "{}",
            document.id
        );
    }
}

#[test]
fn an_empty_form_prints_no_scores() {
    let document = Case::empty("fukang").document("score-table");
    assert_eq!(ends(&row(&document, "政策知晓率"), 3), ["", "", ""]);
    assert!(row(&document, "评价得分").contains(&"0～100"));
}

#[test]
fn documents_of_a_form_have_ids_of_their_own() {
    for preset in presets::LIST {
        let documents = Case::published(preset.id).documents();
        let mut ids: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "{}", preset.id);
    }
}

#[test]
fn scenarios_stand_side_by_side_with_what_differs_and_a_sentence_each() {
    let mut case = Case::published("fukang");
    assert!(case.documents().iter().all(|document| document.id != scenarios::ID));
    let text = r#"[{"name":"甲","note":"多参保","changes":[
            {"indicator":"insured-all","field":"actual","to":"32,012"}]},
        {"name":"乙","changes":[{"fact":"valid-answers","to":"110"}]}]"#;
    let read = crate::tree::parse(text).unwrap().document();
    case.assessment.scenarios = read.unwrap();
    let document = case.document(scenarios::ID);
    assert_eq!(row(&document, "指标"), ["指标", "分值", "基准", "甲", "乙"]);
    // 6 × 32012/33333 = 5.7622… → 5.76, 0.28 more than 5.48.
    let insured = row(&document, "城镇职工大额医疗保险参保人数");
    assert_eq!(insured[1..5], ["6", "5.48", "5.76", "+0.28"]);
    assert_eq!(row(&document, "项目决策")[1..], ["10", "10.00", "10.00", "", "10.00", ""]);
    assert_eq!(row(&document, "总分")[1..5], ["100", "93.50", "93.78", "+0.28"]);
    assert_eq!(row(&document, "评价等级")[2..4], ["优", "优"]);
    assert!(sentences(&document).contains(
        "甲（多参保）：若城镇职工大额医疗保险参保人数的实际完成值由30437人改为32012人，其余不变，\
         总分由93.50分变为93.78分，等级仍为“优”。"
    ));
    // Where a row is the same in all of them, it is left out.
    let all: Vec<&str> = tables(&document)[0].body.iter().map(|row| texts(row)[0]).collect();
    assert!(!all.iter().any(|name| name.contains("立项依据充分性")), "{all:?}");
    // Those that are left stand below the groups that they are part of.
    assert!(
        all.contains(&"项目产出") && all.contains(&"　　城镇职工大额医疗保险参保人数"),
        "{all:?}"
    );
}

#[test]
fn a_form_that_an_audit_made_has_all_documents_and_claims_no_kind() {
    let made = crate::exchange::json::tests::futian();
    let case = Case::new((*made.rubric.unwrap()).clone(), made.assessment);
    let ids: Vec<String> = case.documents().into_iter().map(|document| document.id).collect();
    assert!(
        ["summary", "score-table", "score-list"].iter().all(|id| ids.contains(&(*id).into())),
        "{ids:?}"
    );
    for lang in Lang::ALL {
        let ctx = case.context(lang);
        for document in documents(&ctx).into_iter().chain([paper(&ctx)]) {
            assert!(tables(&document).into_iter().all(|table| holes(table).is_none()));
        }
    }
    let sheet = paper(&case.context(Lang::Zh));
    assert_eq!(row(&sheet, "评价类型").last(), Some(&""));
    // 4 of 6.
    assert_eq!(ends(&row(&sheet, "完成及时性"), 1), ["66.67%"]);
    assert!(row(&sheet, "评价得分").contains(&"94.0"));
}
