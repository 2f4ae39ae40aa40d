//! The total, the grade and the scale, wherever a document prints them.

use jiheng::audit::PublishedTable;
use jiheng::exchange::published::{Draft, Input, read};

/// 17.5 + 21.5 + 27.2 + 21.8 = 88.0 of 100.
const ROWS: &str = "<table><tr><td>一级指标<td>三级指标<td>分值<td>得分<tr><td>投入<td>预算编制<td>20<td>17.5<tr><td>过程<td>资金使用<td>25<td>21.5<tr><td>产出<td>完成数量<td>30<td>27.2<tr><td>效果<td>满意度<td>25<td>21.8";
const TOTAL: &str = "<tr><td>合计<td><td>100<td>88.0";

fn tables(html: &str) -> Vec<PublishedTable> {
    let drafts = read(Input::Html(html)).drafts;
    drafts.iter().filter(|draft| draft.is_audited()).map(Draft::table).collect()
}

fn grade(html: &str) -> String {
    tables(html).remove(0).grade
}

#[test]
fn the_grade_of_a_sentence_is_read_before_and_behind_the_table() {
    for text in [
        "综合得分88.0分，评价等级为“优”。",
        "该项目综合评价得分为88.0分，绩效评级为“优”。",
        "综合评价结论：得分88.0分，等级为优。",
        "评价得分：88.0分，评价等级：\"优\"",
        "绩效评价得分88.0分，属于“优”等级。",
        "自评得分88.0分，自评结果为“优”。",
    ] {
        let before = format!("<p>{text}</p><p>评分表</p>{ROWS}{TOTAL}</table>");
        let behind = format!("<p>评分表</p>{ROWS}{TOTAL}</table><p>{text}</p>");
        assert_eq!([grade(&before), grade(&behind)], ["优", "优"], "{text}");
    }
}

#[test]
fn a_ticked_grade_is_read_in_the_table() {
    let html = format!("{ROWS}{TOTAL}<tr><td colspan=4>评价等级：□优 ☑良 □中 □差</table>");
    assert_eq!(grade(&html), "良");
    let html = format!("{ROWS}{TOTAL}<tr><td>评价等级<td colspan=3>优□ 良√ 中□ 差□</table>");
    assert_eq!(grade(&html), "良");
}

#[test]
fn a_total_that_only_a_sentence_tells_is_that_of_the_whole_table_and_not_of_a_part() {
    let part = "<p>表4-1</p><table><tr><td>三级指标<td>分值<td>得分<tr><td>立项<td>10<td>10<tr><td>合计<td>10<td>10</table>";
    let html = format!("{part}<p>综合得分为90.3分，评价等级为“优”。</p><p>表2</p>{ROWS}</table>");
    let tables = tables(&html);
    let told: Vec<[&str; 2]> = tables.iter().map(|table| [&*table.total, &*table.grade]).collect();
    assert_eq!(told, [["10", ""], ["90.3", "优"]]);
}

#[test]
fn a_sentence_goes_to_the_table_with_its_total() {
    let other = ROWS.replace("17.5", "18.5");
    let html = format!(
        "<p>附件</p>{ROWS}{TOTAL}</table><p>表1</p>{other}<tr><td>合计<td><td>100<td>89.0</table><p>综合得分88分，等级为良。</p>"
    );
    let grades: Vec<String> = tables(&html).into_iter().map(|table| table.grade).collect();
    assert_eq!(grades, ["良", ""]);
}

#[test]
fn the_sentence_of_a_scale_is_no_text_that_tells_figures() {
    let note =
        "注：综合得分在90-100分为A，80-90分（不含90分）为B，60-80分（不含80分）为C，60分以下为D。";
    let html =
        format!("{ROWS}{TOTAL}<tr><td>评价等级<td>B<td><td><tr><td colspan=4>{note}</table>");
    let table = tables(&html).remove(0);
    let scale: Vec<&str> = table.grade_scale.iter().map(|band| band.name.as_str()).collect();
    assert_eq!((scale, table.grade.as_str()), (vec!["A", "B", "C", "D"], "B"));
    assert_eq!(table.texts, [""; 0]);
}

#[test]
fn a_scale_on_its_side_is_one() {
    let scale = "<table><tr><td>等级<td>优<td>良<td>中<td>差<tr><td>分数<td>95-100<td>85-95<td>70-85<td>0-70</table>";
    let table = tables(&format!("{ROWS}{TOTAL}</table>{scale}")).remove(0);
    let lows: Vec<&str> = table.grade_scale.iter().map(|band| band.min.as_str()).collect();
    assert_eq!(lows, ["95", "85", "70", "0"]);
}

#[test]
fn a_total_in_a_cell_that_spans_the_columns_to_its_right_is_no_full_score() {
    let html = "<table><tr><td>一级指标<td>分值<td>得分<td>二级指标<td>分值<td>得分<td>三级指标<td>分值<td>得分\
        <tr><td rowspan=2>决策<td rowspan=2>20<td rowspan=2>17<td rowspan=2>立项<td rowspan=2>20<td rowspan=2>17<td>依据<td>10<td>9<tr><td>程序<td>10<td>8\
        <tr><td>产出<td>80<td>73<td>数量<td>80<td>73<td>里程<td>80<td>73<tr><td>合计<td>100<td colspan=7>90</table>";
    let table = tables(html).remove(0);
    // 9 + 8 + 73 = 90 of 10 + 10 + 80
    assert_eq!([&*table.full_score, &*table.total], ["100", "90"]);
}
