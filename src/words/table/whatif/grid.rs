//! Texts of `whatif::grid`.

super::super::texts! {
    TOTALS = "“{x}”{across}、“{y}”{down}，其余不变时，总分在{min}至{max}之间，",
        "With “{x}” {across} and “{y}” {down}, and nothing else changed, the total lies between {min} and {max}; ";
    ONE_GRADE = "等级都为{grades}。", "the grade is always {grades}.";
    GRADES = "等级有{grades}。", "grades: {grades}.";
    MAY_BE = "等级可能为{grades}。", "possible grades: {grades}.";
    LOWEST = "其中总分最低的是“{x}”{across}、“{y}”{down}时的{total}，等级为“{grade}”。",
        "The lowest is {total}, “{grade}”: with “{x}” {across} and “{y}” {down}.";
    REACHED = "所列取值中，“{grade}”{above}要求：{list}。", "Among the values tried, “{grade}”{above} takes: {list}.";
    OR_BETTER = "及以上", " or better";
    ROW = "“{y}”{down}时，“{x}”{across}", "with “{y}” {down}, “{x}” {across}";
    NEVER = "“{y}”{down}时达不到", "not reached with “{y}” {down}";
}
