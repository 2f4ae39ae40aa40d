//! Texts of `whatif::range`.

super::super::texts! {
    SETTLED = "没有未确定的指标，总分确定为{total}，等级为“{grade}”。",
        "Nothing is open: the total is {total}, the grade “{grade}”.";
    OPEN = "尚有{n}项未确定：{list}。", "Still open ({n}): {list}.";
    CERTAIN = "总分最低{min}，最高{max}，等级已确定为“{grade}”。",
        "The total lies between {min} and {max}; the grade is already certain to be “{grade}”.";
    POSSIBLE = "总分最低{min}，最高{max}，等级可能为{grades}。",
        "The total lies between {min} and {max}; possible grades: {grades}.";
    SETTLES = "{within}时，等级即确定为“{grade}”", "{within} settles the grade as “{grade}”";
    OF_ROW = "“{name}”{list}。", "“{name}”: {list}.";
    NONE_SETTLES = "任何一项单独填报都不能确定等级。", "No single answer settles the grade.";
}
