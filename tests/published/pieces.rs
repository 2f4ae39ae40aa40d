//! Pieces of tables: behind page breaks, empty lines, empty rows, with a column less.

use jiheng::exchange::published::{Input, read};

use crate::told::told;

#[test]
fn pieces_without_heads_that_lost_a_column_are_joined() {
    let text = "一级指标\t二级指标\t三级指标\t分值\t得分\t原因\n\
    产出\t数量\t参保人数\t20\t18.5\t减少\n\
    \n\
    质量\t报销比例\t30\t29\t\n\
    时效\t支付时间\t10\t10\t\n\
    \n\
    - 2 -\n\
    \n\
    \t效益\t社会效益\t群众负担\t30\t27\t\n\
    \t满意度\t满意度\t群众满意度\t10\t9.5\t\n\
    \t总分\t\t\t100\t94\n";
    // 18.5 + 29 + 10 + 27 + 9.5 = 94
    let due = [
        "#  94/100",
        "产出>数量>参保人数: 18.5/20 | 减少",
        "产出>质量>报销比例: 29/30",
        "产出>时效>支付时间: 10/10",
        "效益>社会效益>群众负担: 27/30",
    ];
    let told = told(Input::Text(text));
    assert_eq!(told[..4], due[..4], "{told:#?}");
    assert!(told.iter().any(|line| line == "~ 前后相接的3段作为一张表。"), "{told:#?}");
    assert!(!told.iter().any(|line| line.ends_with("-sum")), "{told:#?}");
    assert_eq!(read(Input::Text(text)).unread(), 0);
}

#[test]
fn a_piece_with_an_empty_column_more_is_joined_and_what_stands_below_its_total_is_text() {
    let text = "二级指标\t三级指标\t指标分值\t评价得分\n\t投入:\t20\t20.00\n项目目标\t立项规范性\t20\t20.00\n\n评分表\n\n\
    产出:\t\t80\t80.00\n项目产出\t完成率\t70\t70.00\n\n\n\n\
    \t\t满意度\t10\t10.00\n\t\t综合得分:\t100\t100.00\n\t\t评价结果等次:\t优\t\n评价人员\t姓名\t职务\t科室\t联系电话\n\t某某\t副主席\t\t1";
    // 20.00 + 70.00 + 10.00 = 100.00
    let due = [
        "#  100.00/100 优",
        "投入>项目目标>立项规范性: 20.00/20",
        "产出>项目产出>完成率: 70.00/70",
        "产出>项目产出>满意度: 10.00/10",
    ];
    let told = told(Input::Text(text));
    assert_eq!(told[..4], due, "{told:#?}");
}

#[test]
fn rows_without_heads_that_fit_nowhere_are_told() {
    let text = "指标名称\t分值\t得分\n甲\t50\t45\n\n乙\t某某\t丙\t3\t丁\t4\n戊\t某某\t己\t5\t庚\t6";
    let found = read(Input::Text(text));
    let fragments: Vec<bool> = found.drafts.iter().map(|draft| draft.is_fragment()).collect();
    assert_eq!((fragments, found.unread()), (vec![false, true], 1));
}

#[test]
fn tables_that_only_hold_a_layout_are_no_drafts_beside_an_audited_one() {
    let text = "<table><tr><td>填报单位<td>某局<tr><td>负责人<td>某某</table><p>评分表</p><table><tr><td>指标<td>分值<td>得分<tr><td>甲<td>100<td>94</table>";
    assert_eq!(read(Input::Html(text)).drafts.len(), 1);
}

#[test]
fn a_table_whose_scores_are_not_recognised_says_so() {
    let lacks = |text: &str| read(Input::Text(text)).drafts[0].lacks_scores();
    assert!(lacks(
        "一级指标\t三级指标\t分值\t核查\n投入\t编制\t20\t25\n产出\t完成\t80\t70\n合计\t\t100\t95"
    ));
    assert!(lacks("三级指标\t分值\n编制\t20\n合计\t100\t95"));
    assert!(!lacks("三级指标\t分值\n编制\t20\n合计\t20"));
    assert!(!lacks("一级指标\t三级指标\t分值\t最终评定\n投入\t编制\t20\t25\n合计\t\t100\t99"));
    assert!(!lacks("序号\t指标\t分值\t实得\n1\t编制\t20\t19"));
    assert!(!lacks("指标\t目标值\t完成值\n编制\t20\t19"));
}

#[test]
fn the_rate_of_a_total_that_stands_a_column_further_is_no_total() {
    let text = "一级指标\t二级指标\t三级指标\t分值\t扣分\t得分\t得分率\n决策\t目标\t明确\t40\t1.5\t38.5\t96.25%\n\n满意度\t群众\t60\t5\t55\t91.67%\n合计\t\t\t100\t6.5\t93.5\t93.50%";
    // 38.5 + 55 = 93.5
    assert_eq!(read(Input::Text(text)).drafts[0].table().total, "93.5");
}

#[test]
fn rows_of_targets_and_results_go_on_behind_an_empty_line() {
    let text = "一级指标\t二级指标\t三级指标\t目标值\t完成值\n产出\t数量\t补偿人数\t2400人\t2400人\n\n产出\t质量\t补偿比例\t10%\t10%\n\t\t指标2:\t\t\n\t\t指标3:\t\t\n效益\t社会\t满意\t有效\t有效";
    let found = read(Input::Text(text));
    assert_eq!((found.drafts[0].table().rows.len(), found.unread()), (3, 0));
}
