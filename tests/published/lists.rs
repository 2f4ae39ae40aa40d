//! Lists that number their levels in one column of names, with points on every level.

use jiheng::exchange::published::Input;

use crate::told::told;

#[test]
fn a_heading_with_points_of_its_own_is_a_group_and_no_row() {
    let text = "指标\t分值\t得分\n一、决策\t20\t18.5\n1.立项依据\t10\t9.5\n2.绩效目标\t10\t9.0\n二、产出\t80\t72.0\n1.数量\t50\t45.0\n2.质量\t30\t27.0\n合计\t100\t90.5";
    // 9.5 + 9.0 = 18.5, 45.0 + 27.0 = 72.0, 18.5 + 72.0 = 90.5
    let due = [
        "#  90.5/100",
        "一、决策>>1.立项依据: 9.5/10",
        "一、决策>>2.绩效目标: 9.0/10",
        "二、产出>>1.数量: 45.0/50",
        "二、产出>>2.质量: 27.0/30",
        "= 一、决策: 18.5/20",
        "= 二、产出: 72.0/80",
        "~ 原表第2行作为“一、决策”的小计。",
        "~ 原表第5行作为“二、产出”的小计。",
    ];
    assert_eq!(told(Input::Text(text)), due);
}

#[test]
fn numbers_in_a_column_of_their_own_and_three_levels_are_read() {
    let text = "序号\t评价内容\t分值\t得分\n一\t项目决策\t20\t18.5\n（一）\t立项\t12\t11\n1\t依据\t6\t6\n2\t程序\t6\t5\n（二）\t目标\t8\t7.5\n二\t项目产出\t80\t72\n（一）\t数量\t80\t72\n合计\t\t100\t90.5";
    // 6 + 5 = 11, 11 + 7.5 = 18.5, 18.5 + 72 = 90.5
    let due = [
        "#  90.5/100",
        "项目决策>立项>依据: 6/6",
        "项目决策>立项>程序: 5/6",
        "项目决策>>目标: 7.5/8",
        "项目产出>>数量: 72/80",
        "= 项目决策: 18.5/20",
        "= 项目决策>立项: 11/12",
        "= 项目产出: 72/80",
        "~ 原表第2行作为“项目决策”的小计。",
        "~ 原表第3行作为“项目决策 / 立项”的小计。",
        "~ 原表第7行作为“项目产出”的小计。",
    ];
    assert_eq!(told(Input::Text(text)), due);
}
