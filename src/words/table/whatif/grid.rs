//! Texts of `whatif::grid`.

super::super::texts! {
    TOTALS = "“{x}”{across}、“{y}”{down}，其余不变时，总分在{min}至{max}之间，",
        "With “{x}” {across} and “{y}” {down}, and nothing else changed, the total lies between {min} and {max}; ";
    ONE_GRADE = "等级都为“{grade}”。", "the grade is always “{grade}”.";
    GRADES = "等级有{grades}。", "grades: {grades}.";
    REACHED = "所列取值中，“{grade}”{above}要求：{list}。", "Among the values tried, “{grade}”{above} takes: {list}.";
    OR_BETTER = "及以上", " or better";
    ROW = "“{y}”{down}时，“{x}”{across}", "with “{y}” {down}, “{x}” {across}";
    NEVER = "“{y}”{down}时达不到", "not reached with “{y}” {down}";
    NOT_SETTLED = "部分指标尚未确定，等级只按已确定的得分计。", "Some answers are still open; grades go by the points that are certain.";
}
