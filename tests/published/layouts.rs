//! Tables of web pages and text processors as public bodies print them, each in a layout of its own.

use jiheng::exchange::published::Input;

use crate::told::told;

#[test]
fn of_several_units_side_by_side_the_first_is_read_and_the_others_are_told() {
    let text = "<p>2023年度各单位绩效评价得分汇总表</p><table>
<tr><td rowspan=2>序号<td rowspan=2>一级指标<td rowspan=2>二级指标<td rowspan=2>满分<td colspan=3>得分
<tr><td>教育局<td>卫健局<td>民政局
<tr><td>1<td rowspan=2>决策<td>项目立项<td>10<td>10<td>9<td>8
<tr><td>2<td>资金投入<td>10<td>9.5<td>9<td>10
<tr><td>3<td rowspan=2>产出<td>产出数量<td>50<td>48<td>45<td>50
<tr><td>4<td>产出质量<td>30<td>30<td>28<td>29
<tr><td colspan=3>合计<td>100<td>97.5<td>91<td>97</table>";
    // 10 + 9.5 + 48 + 30 = 97.5
    let due = [
        "# 2023年度各单位绩效评价得分汇总表 97.5/100",
        "决策>项目立项>: 10/10",
        "决策>资金投入>: 9.5/10",
        "产出>产出数量>: 48/50",
        "产出>产出质量>: 30/30",
        "~ “得分”有多列：取“得分 教育局”，未取“得分 卫健局”。",
        "~ “得分”有多列：取“得分 教育局”，未取“得分 民政局”。",
        "~ “2023年度各单位绩效评价得分汇总表”作为表题。",
        "~ “得分 教育局”列作为“得分”（表头含常用名称）。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn weights_and_scores_in_brackets_behind_names_are_read_where_the_head_says_so() {
    let text = "<table><tr><th>一级指标（分值/得分）<th>二级指标（分值/得分）<th>三级指标（分值/得分）<th>扣分原因
<tr><td rowspan=2>决策（20/18.5）<td>项目立项（10/10）<td>立项依据充分性（10/10）<td>
<tr><td>资金投入（10/8.5）<td>预算编制科学性（10/8.5）<td>测算依据不足
<tr><td>效益（80/76）<td>项目效益（80/76）<td>社会效益（80/76）<td>宣传不足
<tr><td colspan=3>总分（100/94.5）<td></table>";
    // 10 + 8.5 + 76 = 94.5
    let due = [
        "#  94.5/100",
        "决策>项目立项>立项依据充分性: 10/10",
        "决策>资金投入>预算编制科学性: 8.5/10 | 测算依据不足",
        "效益>项目效益>社会效益: 76/80 | 宣传不足",
        "= 决策: 18.5/20",
        "= 决策>项目立项: 10/10",
        "= 决策>资金投入: 8.5/10",
        "= 效益: 76/80",
        "= 效益>项目效益: 76/80",
        "~ 名称后的数字作为分值：“决策”“项目立项”“立项依据充分性”“资金投入”“预算编制科学性”“效益”“项目效益”“社会效益”“总分”。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn of_four_levels_the_second_and_third_are_one_name() {
    let text = "<table><tr><td>序号<td>一级指标<td>二级指标<td>三级指标<td>四级指标<td>标准分<td>评价得分<td>备注
<tr><td>1<td rowspan=3>产出指标<td rowspan=3>数量指标<td rowspan=2>培训场次<td>线上场次<td>20分<td>20分<td>
<tr><td>2<td>线下场次<td>20分<td>18分<td>少2场
<tr><td>3<td>发放手册<td>印发册数<td>10分<td>10分<td>
<tr><td>4<td>效益指标<td>社会效益<td>知晓率<td>知晓率提升<td>50分<td>46.5分<td>抽样偏小
<tr><td colspan=5>总分<td>100分<td>94.5分<td></table>";
    // 20 + 18 + 10 + 46.5 = 94.5
    let due = [
        "#  94.5分/100分",
        "产出指标>数量指标 / 培训场次>线上场次: 20分/20分",
        "产出指标>数量指标 / 培训场次>线下场次: 18分/20分 | 少2场",
        "产出指标>数量指标 / 发放手册>印发册数: 10分/10分",
        "效益指标>社会效益 / 知晓率>知晓率提升: 46.5分/50分 | 抽样偏小",
        "~ “三级指标”列作为“二级指标”（按表头及所在位置）。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn the_score_of_the_evaluator_goes_before_that_of_the_unit_and_a_sum_of_two_groups_is_left_out() {
    let text = "<p>项目绩效评价指标评分表</p><table><tr><td>一级指标<td>二级指标<td>分值<td>自评得分<td>评价得分<td>差异说明
<tr><td>决策<td>项目立项<td>20<td>20<td>19<td>资料缺页
<tr><td>过程<td>资金管理<td>30<td>30<td>28<td>支付滞后
<tr><td>小计<td><td>50<td>50<td>47<td>
<tr><td>产出<td>产出数量<td>50<td>50<td>46<td>
<tr><td>合计<td><td>100<td>100<td>93<td></table><p>93分，评价等级：优</p>";
    // 19 + 28 + 46 = 93
    let due = [
        "# 项目绩效评价指标评分表 93/100 优",
        "决策>项目立项>: 19/20 | 资料缺页",
        "过程>资金管理>: 28/30 | 支付滞后",
        "产出>产出数量>: 46/50",
        "~ “得分”有多列：取“评价得分”，未取“自评得分”。",
        "~ “项目绩效评价指标评分表”作为表题。",
        "~ “差异说明”列作为“扣分原因、评分说明”（表头含常用名称）。",
        "~ 原表第4行的小计（合计）不是某一个上级指标的合计，未采用。",
        "~ “评价等级：优”取自表外文字。",
        "! docked-without-reason",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn pages_that_repeat_their_heads_and_pages_that_do_not_are_one_table() {
    let text = "<p>附件2</p><p>项目绩效评价评分表</p><table><thead><tr><td>一级指标<td>二级指标<td>三级指标<td>分值<td>得分</thead>
<tr><td>决策<td>立项<td>充分性<td>10<td>10<tr><td><td><td>规范性<td>10<td>9</table><p>— 12 —</p>
<table><tr><td>一级指标<td>二级指标<td>三级指标<td>分值<td>得分<tr><td>过程<td>管理<td>制度健全<td>30<td>28</table><p>- 13 -</p>
<table><tr><td>产出<td>数量<td>完成率<td>50<td>48<tr><td colspan=3>合计<td>100<td>95</table>";
    // 10 + 9 + 28 + 48 = 95
    let due = [
        "# 项目绩效评价评分表 95/100",
        "决策>立项>充分性: 10/10",
        "决策>立项>规范性: 9/10",
        "过程>管理>制度健全: 28/30",
        "产出>数量>完成率: 48/50",
        "~ “项目绩效评价评分表”作为表题。",
        "~ 原表第4行重复表头，已略去。",
        "~ 前后相接的3段作为一张表。",
        "~ 第2行的“一级指标”为空，沿用上一行的名称。",
        "~ 第2行的“二级指标”为空，沿用上一行的名称。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn the_html_of_wps_is_read() {
    let text = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style>td{mso-style:x}</style></head><body><!--StartFragment--><table border=1 style='border-collapse:collapse;mso-border-alt:solid'><colgroup><col width=80 style='mso-width-source:userset'></colgroup>
<tr height=18><td class=et2 height=18 x:str>一级<span style='mso-spacerun:yes'>&nbsp;&nbsp;</span>指标</td><td class=et2 x:str>三级指标</td><td x:str>分&nbsp;值</td><td>得<br/>分</td><td>得分率</td></tr>
<tr><td rowspan=2 x:str>产出<br>指标</td><td x:str>完成<font>数量</font></td><td x:num=\"40\">40</td><td x:num>36<span></span></td><td>90%</td></tr>
<tr><td>完成时效</td><td x:num>20</td><td>20</td><td>100%</td></tr>
<tr><td>效益指标</td><td>社会效益</td><td>40</td><td>38</td><td>95%</td></tr>
<tr><td colspan=2>总计</td><td>100</td><td>94</td><td>94%</td></tr></table><!--EndFragment--></body></html>";
    // 36 + 20 + 38 = 94
    let due = [
        "#  94/100",
        "产出指标>>完成数量: 36/40 | 90%",
        "产出指标>>完成时效: 20/20 | 100%",
        "效益指标>>社会效益: 38/40 | 95%",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn a_scored_table_within_a_cell_is_read_once_and_graded_by_what_stands_around_it() {
    let text = "<table><tr><td>评价结果<td><table><tr><td>指标名称<td>分值<td>得分<tr><td>立项<td>40<td>38<tr><td>产出<td>60<td>57<tr><td>合计<td>100<td>95</table><tr><td>评价等级<td>优</table>";
    // 38 + 57 = 95
    let due = ["#  95/100 优", ">>立项: 38/40", ">>产出: 57/60", "~ “评价等级：优”取自表外文字。"];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn a_table_on_its_side_is_turned() {
    let text = "<table><tr><td>指标名称<td>决策<td>过程<td>产出<td>效益<td>合计<tr><td>满分<td>20<td>20<td>30<td>30<td>100<tr><td>得分<td>19<td>17.5<td>28<td>27<td>91.5<tr><td>得分率<td>95%<td>87.5%<td>93.33%<td>90%<td>91.5%</table>";
    // 19 + 17.5 + 28 + 27 = 91.5
    let due = [
        "#  91.5/100",
        ">>决策: 19/20 | 95%",
        ">>过程: 17.5/20 | 87.5%",
        ">>产出: 28/30 | 93.33%",
        ">>效益: 27/30 | 90%",
        "~ 指标横向排列，已行列互换。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn the_national_form_of_self_evaluation_is_read() {
    let text = "<table><tr><td colspan=9>项目支出绩效自评表<tr><td colspan=9>（2023年度）
<tr><td>项目名称<td colspan=8>某项目<tr><td>主管部门<td colspan=3>某局<td>实施单位<td colspan=4>某所
<tr><td rowspan=3>项目资金（万元）<td><td>年初预算数<td>全年预算数<td>全年执行数<td>分值<td>执行率<td colspan=2>得分
<tr><td>年度资金总额<td>100<td>120<td>108<td>10<td>90.00%<td colspan=2>9
<tr><td>其中：财政拨款<td>100<td>120<td>108<td>-<td>90.00%<td colspan=2>-
<tr><td rowspan=2>年度总体目标<td colspan=4>预期目标<td colspan=4>实际完成情况<tr><td colspan=4>培训500人。<td colspan=4>培训480人。
<tr><td rowspan=4>绩效指标<td>一级指标<td>二级指标<td>三级指标<td>年度指标值<td>实际完成值<td>分值<td>得分<td>偏差原因分析及改进措施
<tr><td>产出指标（50分）<td>数量指标<td>培训人数<td>≥500人<td>480人<td>50<td>48<td>报名不足
<tr><td>效益指标（30分）<td>社会效益指标<td>就业率<td>≥80%<td>85%<td>30<td>30<td>
<tr><td>满意度指标（10分）<td>服务对象满意度<td>学员满意度<td>≥90%<td>92%<td>10<td>10<td>
<tr><td colspan=6>总分<td>100<td>97<td></table>";
    // 9 (90 % of 10 for the budget) + 48 + 30 + 10 = 97
    let due = [
        "# 项目支出绩效自评表 97/100",
        "产出指标>数量指标>培训人数: 48/50 | ≥500人 | 480人 | 报名不足",
        "效益指标>社会效益指标>就业率: 30/30 | ≥80% | 85%",
        "满意度指标>服务对象满意度>学员满意度: 10/10 | ≥90% | 92%",
        "= 产出指标: /50",
        "= 效益指标: /30",
        "= 满意度指标: /10",
        "~ 名称后的数字作为分值：“产出指标”“效益指标”“满意度指标”。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn relation_and_unit_in_columns_of_their_own_belong_to_the_target() {
    let text = "<table><tr><td>一级指标<td>二级指标<td>三级指标<td>指标性质<td>指标值<td>度量单位<td>实际完成值<td>分值<td>得分<td>备注
<tr><td>成本指标<td>经济成本指标<td>项目总成本<td>≤<td>100<td>万元<td>90<td>20<td>20<td>
<tr><td>产出指标<td>数量指标<td>培训人次<td>≥<td>500<td>人次<td>450<td>40<td>36<td>报名不足
<tr><td>效益指标<td>社会效益指标<td>知晓情况<td>定性<td>有所提升<td><td>有所提升<td>40<td>38<td>未做回访
<tr><td colspan=7>合计<td>100<td>94<td></table>";
    // 40 × 450 / 500 = 36; 20 + 36 + 38 = 94
    let due = [
        "#  94/100",
        "成本指标>经济成本指标>项目总成本: 20/20 | ≤ 100 万元 | 90万元",
        "产出指标>数量指标>培训人次: 36/40 | ≥ 500 人次 | 450人次 | 报名不足",
        "效益指标>社会效益指标>知晓情况: 38/40 | 定性 有所提升 | 有所提升 | 未做回访",
        "~ “指标性质”列作为“目标值”（按表头及所在位置）。",
        "~ “度量单位”列作为“目标值”（按表头及所在位置）。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn a_table_without_heads_asks_for_them() {
    let text = "<table><tr><td rowspan=2>决策<td>立项<td>20<td>18<tr><td>目标<td>20<td>20<tr><td>产出<td>数量<td>60<td>57<tr><td colspan=2>合计<td>100<td>95</table>";
    let due = [
        "找到了表格，但没有表头，无法判断各列的内容。请连同表头一起复制，或在下面指定各列的内容。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn sections_that_begin_before_the_names_are_their_groups() {
    let text = "<table><tr><td>序号<td>指标名称<td>评分细则<td>标准分<td>自评分<td>考核得分<td>扣分说明
<tr><td colspan=7>一、决策（20分）<tr><td>1<td>立项规范<td>符合得满分<td>10<td>10<td>9<td>缺论证<tr><td>2<td>目标明确<td>明确（10分）；不明确（0分）<td>10<td>10<td>10<td>
<tr><td colspan=3>小计<td>20<td>20<td>19<td>
<tr><td colspan=7>二、产出（80分）<tr><td>3<td>完成数量<td>按完成率<td>80<td>80<td>76<td>完成95%
<tr><td colspan=3>小计<td>80<td>80<td>76<td><tr><td colspan=3>总计<td>100<td>100<td>95<td></table>";
    // 9 + 10 = 19, 19 + 76 = 95
    let due = [
        "#  95/100",
        "一、决策>>立项规范: 9/10 | 缺论证",
        "一、决策>>目标明确: 10/10",
        "二、产出>>完成数量: 76/80 | 完成95%",
        "= 一、决策: 19/20",
        "= 二、产出: 76/80",
        "~ “得分”有多列：取“考核得分”，未取“自评分”。",
        "~ 原表第2行“一、决策”作为以下各行的上级名称。",
        "~ 原表第5行作为“一、决策”的小计。",
        "~ 原表第6行“二、产出”作为以下各行的上级名称。",
        "~ 原表第8行作为“二、产出”的小计。",
        "~ 名称后的数字作为分值：“一、决策”“二、产出”。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn a_budget_and_a_scale_beside_the_scored_table_are_no_tables_of_theirs() {
    let text = "<p>表1</p><table><tr><td>资金来源<td>预算数<td>执行数<tr><td>财政拨款<td>100<td>98<tr><td>自筹<td>20<td>20</table><p>表2 评分表</p><table><tr><td>指标<td>分值<td>得分<tr><td>甲<td>50<td>49<tr><td>乙<td>50<td>45<tr><td>合计<td>100<td>94</table><table><tr><td>等级<td>优<td>良<td>中<td>差<tr><td>分数<td>90-100<td>80-90<td>60-80<td>0-60</table>";
    // 49 + 45 = 94
    let due = ["# 表2 评分表 94/100", ">>甲: 49/50", ">>乙: 45/50", "~ “表2 评分表”作为表题。"];
    assert_eq!(told(Input::Html(text)), due);
}

#[test]
fn what_was_checked_again_goes_before_what_a_unit_says_of_itself() {
    let text = "<table><tr><td rowspan=2>指标名称<td rowspan=2>目标值<td rowspan=2>分值<td colspan=2>自评情况<td colspan=2>复核情况\
        <tr><td>完成值<td>得分<td>完成值<td>得分\
        <tr><td>培训人数<td>500人<td>60<td>500人<td>60<td>450人<td>54\
        <tr><td>知晓率<td>90%<td>40<td>95%<td>40<td>95%<td>40\
        <tr><td>合计<td><td>100<td><td>100<td><td>94</table>";
    // 60 × 450 / 500 = 54; 54 + 40 = 94
    let due = [
        "#  94/100",
        ">>培训人数: 54/60 | 500人 | 450人",
        ">>知晓率: 40/40 | 90% | 95%",
        "~ “实际完成值”有多列：取“复核情况 完成值”，未取“自评情况 完成值”。",
        "~ “得分”有多列：取“复核情况 得分”，未取“自评情况 得分”。",
    ];
    assert_eq!(told(Input::Html(text)), due);
}
