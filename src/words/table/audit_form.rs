//! Texts of the step from an audited table to an assessment: what came of it, or what stands in the way.

super::texts! {
    OPENED = "已转为评分：{rows}行中{ruled}行按推得的规则计分，{judged}行按表列的得分评定。",
        "Turned into an assessment: of {rows} rows, {ruled} are scored by a recovered rule and {judged} are given the printed points.";
    OPENED_JUDGED = "已转为评分：没有推得规则，{rows}行都按表列的得分评定。",
        "Turned into an assessment: no rule was recovered, so all {rows} rows are given the printed points.";
    OPENED_RULED = "已转为评分：{rows}行都按推得的规则计分。",
        "Turned into an assessment: all {rows} rows are scored by a recovered rule.";

    NOTHING = "表中没有一行有分值，无法转为评分：请先确认哪一列是“分值”、哪一列是“得分”。",
        "No row has a weight, so there is nothing to score: check which column holds the points possible and which the score.";
    NO_WEIGHT = "{place}不是数字，而该行有得分，无法转为评分：请先补上分值，或清空该行得分。",
        "{place}: no figure, while the row has a score; give the row its weight first, or clear its score.";
    NEGATIVE = "{place}小于0，无法转为评分：请先改正该单元格。",
        "{place}: below 0; correct the cell first.";
    ABOVE_WEIGHT = "{place}大于分值，无法转为评分：请先改正该单元格，或把共用一个得分的几行声明为合并计分。",
        "{place}: more than its weight; correct the cell first, or declare the rows that share one score as a block.";
    BUDGET_ABOVE = "{place}大于分值，无法转为评分：请先改正该单元格。",
        "{place}: more than its weight; correct the cell first.";
    UNREAD = "{place}“{text}”不是一个数字，无法转为评分：请先改正该单元格。",
        "{place}: “{text}” is no number; correct the cell first.";
    TOO_FINE = "{place}的小数超过{places}位，无法转为评分：请先改正该单元格。",
        "{place}: more than {places} decimals; correct the cell first.";
    TOO_MANY = "此表连同上级共{found}项指标，超过{most}项，无法转为评分：请分几张表分别转换。",
        "The table has {found} indicators, groups among them, more than the {most} a form can have: turn it into several.";
    BLOCK_SCORE = "{place}合并计分，而得分“{score}”不是数字，无法转为评分：请先改正得分。",
        "{place}: scored together, and the score “{score}” is no figure; correct it first.";
    BLOCK_ROWS = "{place}合并计分，但不恰好是同一上级指标的全部行，无法转为评分：请按上级指标声明合并，或分别写出各行得分。",
        "{place}: scored together, but not all the rows of one group; declare the block by groups, or give each row its own score.";
    FAULTY = "照此表得出的指标体系无法计分：{problem}。", "The rubric that this table makes cannot score: {problem}.";
    FAULTY_AT = "{place}无法照此计分：{problem}。", "{place} cannot be scored as it is: {problem}.";
}
