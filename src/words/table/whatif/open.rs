//! Texts about answers that are still open.

super::super::texts! {
    TOTAL = "总分", "the total";
    CERTAIN = "已确定得分", "the certain points";
    OR = "或", " or ";
    ROWS_OPEN = "尚有{n}项未填或未定：{list}，以下按已确定得分{min}计（可能{span}，{grades}）。",
        "Not entered or not settled yet ({n}): {list}. What follows goes by the {min} that are certain (possible: {span}, {grades}).";
    TOTAL_OPEN = "总分尚未确定，以下按已确定得分{min}计（可能{span}，{grades}）。",
        "The total is still open. What follows goes by the {min} that are certain (possible: {span}, {grades}).";
}
