//! Tests of whole tables, from what comes in to the published table.

use super::*;
use crate::audit::{Assumption, Block, Column, How, PublishedTable, Row};

fn table(input: Input<'_>) -> PublishedTable {
    read(input).drafts[0].table()
}

/// Rows as `names: weight, score`.
fn rows(table: &PublishedTable) -> Vec<String> {
    let row =
        |row: &Row| format!("{}>{}>{}: {}, {}", row.l1, row.l2, row.l3, row.weight, row.score);
    table.rows.iter().map(row).collect()
}

/// Groups as `names: weight, score`.
fn groups(table: &PublishedTable) -> Vec<String> {
    let groups = table.groups.iter();
    groups
        .map(|group| format!("{}: {}, {}", group.path.join(">"), group.weight, group.score))
        .collect()
}

/// Taishan's form (2019), its last part.
const TAISHAN: &str = "<p>财政支出项目绩效评价表</p><p>项目名称：某项目</p><table>
    <tr><td>一级指标<td>二级指标<td>三级指标<td>分值<td>评分说明<td>评分标准<td>评分<td>评分说明
    <tr><td rowspan=8>项目绩效 (50分)<td rowspan=3>项目产出 (25分)<td>实际完成数<td>10<td>要点<td>按完成率<td>9<td>按90%计算。
    <tr><td>质量达标数<td>10<td>要点<td>按达标率<td>9<td>按90%计算。
    <tr><td>完成及时性<td>5<td>要点<td>按及时率<td>5<td>
    <tr><td rowspan=5>项目效益 (25分)<td>经济效益<td>5<td>要点<td>按完成率<td rowspan=5>20<td rowspan=5>按80%计算。
    <tr><td>社会效益<td>5<td>要点<td>
    <tr><td>生态效益<td>5<td>要点<td>
    <tr><td>可持续影响<td>5<td>要点<td>
    <tr><td>社会公众满意度<td>5<td>要点<td>≥90%的（5分），≥80%（3分），低于80%（0分）。
    <tr><td colspan=3>评价等级<td>良<td colspan=2>评价得分<td colspan=2>84.00
    <tr><td colspan=8>注：等级分为优（100-90分），良（89-80分），中（79-70分），低（69-60），差（60（不含）及以下）</table>";

#[test]
fn a_score_that_spans_rows_is_a_block() {
    let (table, noted) = read(Input::Html(TAISHAN)).drafts[0].read();
    assert_eq!(table.title, "财政支出项目绩效评价表");
    let due = [
        "项目绩效>项目产出>实际完成数: 10, 9",
        "项目绩效>项目产出>质量达标数: 10, 9",
        "项目绩效>项目产出>完成及时性: 5, 5",
        "项目绩效>项目效益>经济效益: 5, ",
        "项目绩效>项目效益>社会效益: 5, ",
        "项目绩效>项目效益>生态效益: 5, ",
        "项目绩效>项目效益>可持续影响: 5, ",
        "项目绩效>项目效益>社会公众满意度: 5, ",
    ];
    assert_eq!(rows(&table), due);
    let block = Block { rows: vec![3, 4, 5, 6, 7], weight: String::new(), score: "20".into() };
    assert_eq!(table.blocks, [block]);
    assert!(noted.contains(&Assumption::Block { rows: vec![3, 4, 5, 6, 7], score: "20".into() }));
    let due = ["项目绩效: 50, ", "项目绩效>项目产出: 25, ", "项目绩效>项目效益: 25, "];
    assert_eq!(groups(&table), due);
    assert_eq!((table.total.as_str(), table.grade.as_str()), ("84.00", "良"));
    assert_eq!(table.rows[0].reason, "按90%计算。");
    assert_eq!(table.rows[7].levels, ["5", "3", "0"]);
    assert_eq!(table.grade_scale.len(), 5);
}

#[test]
fn of_two_columns_of_one_name_the_one_behind_the_score_is_the_reason() {
    let draft = &read(Input::Html(TAISHAN)).drafts[0];
    let column = |at: usize| (draft.columns[at].column, draft.columns[at].how);
    assert_eq!(column(4), (Column::Ignored, How::Place));
    assert_eq!(column(5), (Column::Rule, How::Name));
    assert_eq!(column(7), (Column::Reason, How::Place));
}

/// Jinzhong's table of scores (2020).
const JINZHONG: &str = "二级指标\t三级指标\t指标分值\t评价得分
\t投入:\t20\t20.00
项目目标\t项目立项规范性\t10\t10.00
\t绩效目标合理性\t10\t10.00
过程:\t\t20\t20.00
业务管理\t管理制度健全性\t20\t20.00
产出:\t\t30\t30.00
项目产出\t实际完成率\t30\t30.00
效果:\t\t30\t30.00
项目效果\t社会效益\t20\t20.00
\t生态效益\t0\t0.00
\t服务对象满意度\t10\t10.00
\t综合得分:\t100\t100.00
\t评价结果等次:\t优\t";

#[test]
fn a_line_that_ends_in_a_colon_is_the_subtotal_of_those_below() {
    let table = table(Input::Text(JINZHONG));
    let due = [
        "投入>项目目标>项目立项规范性: 10, 10.00",
        "投入>项目目标>绩效目标合理性: 10, 10.00",
        "过程>业务管理>管理制度健全性: 20, 20.00",
        "产出>项目产出>实际完成率: 30, 30.00",
        "效果>项目效果>社会效益: 20, 20.00",
        "效果>项目效果>生态效益: 0, 0.00",
        "效果>项目效果>服务对象满意度: 10, 10.00",
    ];
    assert_eq!(rows(&table), due);
    let due = ["投入: 20, 20.00", "过程: 20, 20.00", "产出: 30, 30.00", "效果: 30, 30.00"];
    assert_eq!(groups(&table), due);
    assert_eq!([table.full_score, table.total, table.grade], ["100", "100.00", "优"]);
}

/// Fukang's self-evaluation (2024), in the layout of the national form.
const FUKANG_SELF: &str = "<p>项目支出绩效自评表</p><p>（2024年度）</p><table>
    <tr><td colspan=2>项目名称<td colspan=8>职工大额医疗补助
    <tr><td rowspan=4>项目资金（万元）<td><td>年初预算数<td>全年预算数<td colspan=2>全年执行数<td>分值<td>执行率<td colspan=2>得分
    <tr><td>年度资金总额<td>200<td>182.62<td colspan=2>182.62<td>10<td>100%<td colspan=2>10
    <tr><td>其中：当年财政拨款<td>200<td>182.62<td colspan=2>182.62<td>—<td>—<td colspan=2>—
    <tr><td>其他资金<td>0<td>0<td colspan=2>0<td>—<td>—<td colspan=2>—
    <tr><td rowspan=5>绩效指标完成情况<td>一级指标<td>二级指标<td>三级指标<td>权重<td>目标值<td>业绩值<td>完成率<td>指标得分<td>偏差原因分析及改进措施
    <tr><td rowspan=2>产出指标<td>数量指标<td>参保人数<td>10<td>&gt;=33333 人<td>=30437 人<td>91.31<td>7.83<td>参保人数减少
    <tr><td>质量指标<td>住院报销比例<td>10<td>&gt;=91%<td>=100%<td>109.89<td>9.01<td>-
    <tr><td>成本指标<td>社会成本指标<td>-<td>-<td>-<td>-<td>-<td>-<td>-
    <tr><td>满意度指标<td>满意度指标<td>参保群众满意度<td>10<td>&gt;=95%<td>=95%<td>100<td>10<td>-
    <tr><td colspan=4>总分<td>100<td colspan=3><td>88.37分<td></table>";

#[test]
fn a_form_gives_its_budget_its_rows_and_its_total() {
    let (table, noted) = read(Input::Html(FUKANG_SELF)).drafts[0].read();
    assert_eq!(table.title, "项目支出绩效自评表");
    let budget = table.budget.as_ref().unwrap();
    let figures =
        [&budget.initial, &budget.planned, &budget.executed, &budget.rate, &budget.weight];
    assert_eq!(figures, ["200", "182.62", "182.62", "100%", "10"]);
    assert_eq!(budget.score, "10");
    let parts: Vec<&str> = budget.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(parts, ["当年财政拨款", "其他资金"]);
    let due = [
        "产出指标>数量指标>参保人数: 10, 7.83",
        "产出指标>质量指标>住院报销比例: 10, 9.01",
        "满意度指标>满意度指标>参保群众满意度: 10, 10",
    ];
    assert_eq!(rows(&table), due);
    let row = &table.rows[0];
    let figures = [&row.target, &row.actual, &row.completion, &row.reason];
    assert_eq!(figures, [">=33333 人", "=30437 人", "91.31", "参保人数减少"]);
    assert_eq!([table.full_score, table.total], ["100", "88.37分"]);
    assert!(noted.contains(&Assumption::Empty { lines: vec![8] }));
}

#[test]
fn heads_of_several_rows_and_heads_that_are_repeated_are_read() {
    let html = "<table><tr><td colspan=3>绩效指标<td rowspan=2>分值<td colspan=2>评分情况
        <tr><td>一级<td>二级<td>三级<td>自评得分<td>评价得分
        <tr><td rowspan=5>产出<td rowspan=5>数量<td>甲<td>5<td>5<td>4
        <tr><td>乙<td>5<td>5<td>5
        <tr><td>丙<td>10<td>9<td>8</table>
        <table><tr><td colspan=3>绩效指标<td rowspan=2>分值<td colspan=2>评分情况
        <tr><td>一级<td>二级<td>三级<td>自评得分<td>评价得分
        <tr><td><td><td>丁<td>80<td>70<td>60<tr><td colspan=3>合计<td>100<td>89<td>77</table>";
    let drafts = read(Input::Html(html)).drafts;
    assert_eq!(drafts.len(), 1);
    let (table, noted) = drafts[0].read();
    let due =
        ["产出>数量>甲: 5, 4", "产出>数量>乙: 5, 5", "产出>数量>丙: 10, 8", "产出>数量>丁: 80, 60"];
    assert_eq!(rows(&table), due);
    assert_eq!([table.full_score, table.total], ["100", "77"]);
    assert!(noted.contains(&Assumption::Joined { pieces: 2 }));
    assert!(noted.contains(&Assumption::FilledDown { level: 1, rows: vec![3] }));
    let left = noted.iter().any(
        |one| matches!(one, Assumption::LeftOut { head, column: Column::Score, .. } if head.contains("自评")),
    );
    assert!(left, "{noted:?}");
}

#[test]
fn weights_behind_each_level_are_those_of_the_groups() {
    let text = "一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t得分
项目过程\t25\t资金管理\t9\t资金到位率\t4\t4
\t\t\t\t预算执行率\t5\t5
\t\t组织实施\t16\t制度执行有效性\t16\t14.75
合计\t25\t\t25\t\t25\t23.75";
    let table = table(Input::Text(text));
    let due = ["项目过程: 25, ", "项目过程>资金管理: 9, ", "项目过程>组织实施: 16, "];
    assert_eq!(groups(&table), due);
    assert_eq!(table.rows[2].weight, "16");
    assert_eq!([table.full_score, table.total], ["25", "23.75"]);
}

#[test]
fn a_table_on_its_side_is_turned() {
    let text = "指标\t项目决策\t项目过程\t合计\n权重\t10\t25\t35\n分值\t10\t23.75\t33.75\n得分率\t100%\t95%\t96.43%";
    let (table, noted) = read(Input::Text(text)).drafts[0].read();
    assert_eq!(rows(&table), [">>项目决策: 10, 10", ">>项目过程: 25, 23.75"]);
    assert_eq!((table.total.as_str(), table.rows[1].score_rate.as_str()), ("33.75", "95%"));
    assert!(noted.contains(&Assumption::Transposed));
    assert!(noted.contains(&Assumption::Recognised {
        head: "分值".into(),
        column: Column::Score,
        how: How::Place
    }));
}

#[test]
fn lines_of_a_level_above_are_groups_and_subtotals_too() {
    let text = "指标\t\t分值\t得分
决策\t\t20\t18
\t立项\t10\t9
\t目标\t10\t9
过程\t组织\t30\t28
\t制度\t10\t10
过程小计\t\t40\t38
合计\t\t60\t56";
    let table = table(Input::Text(text));
    assert_eq!(rows(&table)[..2], [">决策>立项: 10, 9", ">决策>目标: 10, 9"]);
    assert_eq!(groups(&table), ["决策: 20, 18", "过程: 40, 38"]);
    assert_eq!([table.full_score, table.total], ["60", "56"]);
}

#[test]
fn a_column_can_be_said_to_hold_something_else() {
    let mut draft = read(Input::Text("指标名称\t分值\t复核\n甲\t5\t4\n乙\t5\t5")).drafts.remove(0);
    assert_eq!(draft.table().rows[0].score, "");
    assert_eq!(draft.sample(2, 1), ["4"]);
    draft.assign(2, Column::Score);
    assert_eq!(draft.table().rows[0].score, "4");
    assert_eq!(draft.columns[2].how, How::Hand);
}

#[test]
fn several_tables_stay_in_order_with_the_text_around_them() {
    let text = "前言，得分95分。\n表1 正文\n指标名称\t分值\t得分\n甲\t100\t95\n\n预算95万元\n项目\t金额\n乙\t3\n\n表2 附表\n指标名称\t权重\t得分\n甲\t100\t94\n综合得分：94　评价等级：优";
    let found = read(Input::Text(text));
    // The one between them is kept, so that its columns can be assigned, and stays text of the first.
    let audited: Vec<bool> = found.drafts.iter().map(Draft::is_audited).collect();
    assert_eq!((audited, found.flaw), (vec![true, false, true], None));
    let drafts = found.drafts.iter().filter(|draft| draft.is_audited());
    let tables: Vec<PublishedTable> = drafts.map(Draft::table).collect();
    let titles: Vec<&str> = tables.iter().map(|table| table.title.as_str()).collect();
    assert_eq!(titles, ["表1 正文", "表2 附表"]);
    assert_eq!(tables[0].texts, ["前言，得分95分。", "预算95万元", "乙 3"]);
    assert_eq!([tables[1].total.as_str(), tables[1].grade.as_str()], ["94", "优"]);
}

#[test]
fn what_is_no_scored_table_says_so() {
    let flaw = |input| read(input).flaw.unwrap();
    assert_eq!(flaw(Input::Text(" \n")), Flaw::Empty);
    assert_eq!(flaw(Input::Text("一句话。")), Flaw::NoTable);
    let heads = ["姓名", "电话"].map(str::to_owned).to_vec();
    assert_eq!(flaw(Input::Text("姓名\t电话\n某某\t1")), Flaw::NoScoreColumn { heads });
    assert_eq!(flaw(Input::Text("PK\u{3}\u{4}\u{14}\0\u{6}\0\u{8}")), Flaw::Binary);
    let large = " ".repeat(MAX_BYTES + 1);
    let bytes = large.len();
    assert_eq!(flaw(Input::Html(&large)), Flaw::TooLarge { bytes, limit: MAX_BYTES });
}

#[test]
fn the_clipboard_is_read_by_its_html_and_else_by_its_text() {
    let text = "指标名称\t分值\t得分\n甲\t5\t4";
    assert_eq!(read_clipboard("<p>x</p>", text).drafts.len(), 1);
    assert_eq!(read_clipboard("", text).drafts.len(), 1);
    assert_eq!(read_clipboard("<p>x</p>", "").flaw.unwrap(), Flaw::NoTable);
}

#[test]
fn thousands_of_rows_are_read_in_no_time() {
    let mut text = "一级指标\t二级指标\t三级指标\t分值\t得分\t扣分原因\n".to_owned();
    for row in 0..2_000 {
        text += &format!("一{}\t二{}(2分)\t三{row}\t5\t4.5\t原因\n", row / 100, row / 10);
    }
    // Sums of groups that are not there, one after the other.
    text += &"无此组小计\t\t\t5\t5\t\n小计\t\t\t5\t5\t\n".repeat(10_000);
    let begin = std::time::Instant::now();
    let table = table(Input::Text(&text));
    eprintln!("2,000 rows: {} ms", begin.elapsed().as_millis());
    assert_eq!(table.rows.len(), 2_000);
    assert!(begin.elapsed().as_secs() < 5);
}

/// Jinzhong's table of targets and results (2020), beside a scored one.
const PROGRESS: &str = "<p>绩效目标实现情况</p><table>
    <tr><td>一级指标<td>二级指标<td>三级指标<td>目标值<td>完成值<td>完成率
    <tr><td rowspan=2>产出指标（50分）<td>数量指标<td>进行大病医疗补偿<td>对2400人进行补偿<td>对2400人进行补偿<td>100%
    <tr><td>时效指标<td>各县申报<td>10-11月<td>10-11月<td>100%
    <tr><td>满意度指标<td>服务对象满意度<td>受补偿对象<td>90%<td>90%<td>100%</table>
    <p>评分表</p><table><tr><td>三级指标<td>分值<td>得分<tr><td>立项<td>60<td>60<tr><td>目标<td>40<td>40</table>
    <p>项目期20201001至20210931</p><p>综合得分：100　评价等级：优</p>";

#[test]
fn a_table_of_targets_and_results_is_audited_on_its_own() {
    use crate::audit::{Check, audit};
    let found = read(Input::Html(PROGRESS));
    let tables: Vec<PublishedTable> = found.drafts.iter().map(Draft::table).collect();
    let titles: Vec<&str> = tables.iter().map(|table| table.title.as_str()).collect();
    assert_eq!(titles, ["绩效目标实现情况", "评分表"]);
    assert_eq!(tables[0].rows[1].actual, "10-11月");
    let checks: Vec<Check> = audit(&tables).findings.iter().map(|one| one.check).collect();
    assert_eq!(checks, [Check::ImpossibleDate, Check::ActualCopiesTarget]);
}

#[test]
fn a_total_below_a_table_of_results_is_that_of_the_scored_one_above() {
    let text = "指标名称\t分值\t得分\n甲\t100\t95\n\n完成情况表\n指标名称\t目标值\t完成值\n乙\t3\t3\n丙\t4\t5\n综合得分：95　评价等级：优";
    let found = read(Input::Text(text));
    let tables: Vec<PublishedTable> = found.drafts.iter().map(Draft::table).collect();
    let totals: Vec<&str> = tables.iter().map(|table| table.total.as_str()).collect();
    assert_eq!(totals, ["95", ""]);
    assert_eq!(tables[1].rows.len(), 2);
    assert_eq!([tables[0].grade.as_str(), tables[1].grade.as_str()], ["优", ""]);
}
