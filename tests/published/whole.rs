//! Documents as a whole: what stands apart from the scored table belongs to it.

use jiheng::audit::{Check, PublishedTable, audit};
use jiheng::exchange::published::{Draft, Input, paragraphs, read};

/// Shenzhen Futian's evaluation (2022), the part about money and the score, in few words; the rows
/// make 91 + 4 = 95.
const BODY: [&str; 3] = [
    "项目资金预算情况如下表：",
    "全年预算数为258.90万元，项目执行数为285.90万元，预算执行率达100%。",
    "开展满意度调查，项目总得分95.0分。",
];
const BUDGET: [[&str; 6]; 2] = [
    ["预算项目", "年初预算", "年中增减", "全年预算", "预算执行", "执行率"],
    ["退休职工管理", "260.00", "-1.10", "258.90", "258.90", "100%"],
];
const GOALS: [[&str; 4]; 2] = [
    ["一级指标", "三级指标", "年度指标值", "实际完成值"],
    ["产出", "慰问人数", "2185人", "2185人"],
];
const SCORES: [[&str; 4]; 4] = [
    ["一级指标", "三级指标", "分值", "得分"],
    ["产出", "实际完成率", "95", "91"],
    ["效益", "满意度", "5", "4"],
    ["合计", "", "100", "95.0"],
];

fn html() -> String {
    let table = |rows: Vec<Vec<&str>>| {
        let row = |row: Vec<&str>| format!("<tr><td>{}</tr>", row.join("<td>"));
        format!("<table>{}</table>", rows.into_iter().map(row).collect::<String>())
    };
    let [budget, goals, scores] = parts().map(table);
    format!(
        "<p>{}</p>{budget}<p>{}</p><p>表1-2</p>{goals}<p>{}</p><p>表1-3</p>{scores}",
        BODY[0], BODY[1], BODY[2]
    )
}

fn text() -> String {
    let table = |rows: Vec<Vec<&str>>| {
        rows.into_iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n")
    };
    let [budget, goals, scores] = parts().map(table);
    let [first, second, third] = BODY;
    [first, &budget, second, "表1-2", &goals, third, "表1-3", &scores].join("\n\n")
}

fn parts() -> [Vec<Vec<&'static str>>; 3] {
    [
        BUDGET.iter().map(|row| row.to_vec()).collect(),
        GOALS.iter().map(|row| row.to_vec()).collect(),
        SCORES.iter().map(|row| row.to_vec()).collect(),
    ]
}

fn tables(input: Input<'_>) -> Vec<PublishedTable> {
    let drafts = read(input).drafts;
    drafts.iter().filter(|draft| draft.is_audited()).map(Draft::table).collect()
}

#[test]
fn a_budget_that_stands_apart_is_that_of_the_scored_table_with_the_sentences_about_it() {
    let (html, text) = (html(), text());
    for input in [Input::Html(&html), Input::Text(&text)] {
        let tables = tables(input);
        let budgets: Vec<Option<&str>> =
            tables.iter().map(|table| Some(table.budget.as_ref()?.executed.as_str())).collect();
        assert_eq!(budgets, [None, Some("258.90")]);
        let findings = audit(&tables).findings;
        let told = |check| findings.iter().find(|one| one.check == check);
        let differs = told(Check::SameFigureDiffers).unwrap();
        let figures = [&*differs.published, &*differs.expected];
        assert_eq!((figures, differs.place.table), (["285.90万元", "258.90"], 1));
        assert!(told(Check::TotalSum).is_none(), "{findings:?}");
    }
}

#[test]
fn sources_without_their_sum_and_lists_of_projects_are_no_budget() {
    let scores = "\n\n指标\t分值\t得分\n甲\t100\t95";
    for rows in [
        "资金来源\t预算数\t执行数\n财政拨款\t100\t98\n自筹\t20\t20",
        "项目名称\t全年预算数\t全年执行数\t自评得分\n甲项目\t100\t95\t96",
    ] {
        let tables = tables(Input::Text(&[rows, scores].concat()));
        assert_eq!((tables.len(), tables[0].budget.is_none()), (1, true), "{rows}");
    }
}

#[test]
fn spending_above_the_budget_that_the_reason_of_a_row_tells_is_found_there() {
    let text = "三级指标\t分值\t得分\t扣分原因\n准确性\t100\t60\t预算总支出为59,448万元，实际总支出69,822.15万元，差异较大。";
    let findings = audit(&tables(Input::Text(text))).findings;
    let over = findings.iter().find(|one| one.check == Check::OverExecution).unwrap();
    // 69,822.15 / 59,448 = 117.45 %
    let rate = over.params.iter().find(|(name, _)| *name == "rate").unwrap();
    assert_eq!((over.place.row, rate.1.as_str()), (Some(0), "117.45"));
}

#[test]
fn a_rate_of_so_many_sheets_is_held_and_a_change_of_the_budget_is_no_other_budget() {
    let text = "表\n预算项目\t年初预算\t全年预算\t预算执行\n管理\t260\t258.9\t258.9\n\n三级指标\t分值\t得分\n满意度\t100\t95\n\n\
        开展“工作满意度”调查，收到有效问卷 19 分，满意度结果为 95.39%。\n年初预算数相比上年度增加 16.0 万元。";
    // 18 of 19 are 94.74 %, 19 of 19 are 100 %
    let checks: Vec<Check> =
        audit(&tables(Input::Text(text))).findings.iter().map(|one| one.check).collect();
    assert_eq!(checks, [Check::RateImpossibleForCount]);
}

#[test]
fn prose_alone_is_given_paragraph_by_paragraph() {
    let text = "收到有效问卷19份，满意度为95.39%。\n\n无数字的一段。\n满分5分。";
    assert_eq!(paragraphs(Input::Text(text)), ["收到有效问卷19份，满意度为95.39%。", "满分5分。"]);
    assert_eq!(paragraphs(Input::Html("<p>共3项。</p><table><tr><td>1</table>")), ["共3项。"]);
    assert!(paragraphs(Input::Text("PK\u{3}\u{4}\0\0")).is_empty());
}
