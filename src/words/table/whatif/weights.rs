//! Texts of `whatif::weights`.

super::super::texts! {
    TOTAL = "按未修约的得分计算，总分{total}，等级为“{grade}”。",
        "Without rounding, the total is {total}, grade “{grade}”.";
    TOTAL_DIFFERS = "按未修约的得分计算，总分{total}，等级为“{grade}”，与评分表修约后的“{printed}”不同；以下按未修约的得分分析。",
        "Without rounding, the total is {total}, grade “{grade}”; the scorecard, rounded, has “{printed}”. What follows is about the unrounded points.";
    NOT_SETTLED = "部分指标尚未确定，以下只计已确定的得分。", "Some answers are still open; only points that are certain count here.";
    NEVER = "任一指标的权重单独调整（其余按比例调整），等级都不变。",
        "Whichever weight is changed by itself, the others in proportion, the grade stays.";
    ONE_FAR = "单独调整权重（其余按比例调整）可能改变等级的只有{n}项，且须调到现有权重的一半以下或两倍以上：{list}{rest}。",
        "Changed by itself, the others in proportion, only {n} weight can change the grade, at less than half or more than double: {list}{rest}.";
    ALL_FAR = "单独调整权重（其余按比例调整）可能改变等级的有{n}项，都须调到现有权重的一半以下或两倍以上，最接近的是{list}{rest}。",
        "Changed by itself, the others in proportion, {n} weights can change the grade, all at less than half or more than double; the nearest is {list}{rest}.";
    FEW_NEAR = "单独调整权重（其余按比例调整），在现有权重的一半至两倍之内等级就会改变的有{n}项：{list}{rest}。",
        "Changed by itself, the others in proportion, a weight within half to double changes the grade for {n}: {list}{rest}.";
    MANY_NEAR = "单独调整权重（其余按比例调整），在现有权重的一半至两倍之内等级就会改变的有{n}项，最接近的是{list}{rest}。",
        "Changed by itself, the others in proportion, a weight within half to double changes the grade for {n}; the nearest are {list}{rest}.";
    REST = "；另有{n}项须调到一半以下或两倍以上", "; for {n} others it takes more than that";
    NEAR = "“{name}”（现为{weight}，到{to}时为“{grade}”）", "“{name}” (now {weight}; “{grade}” at {to})";

    ALWAYS = "“{name}”的权重在0～{full}内任意调整（现为{weight}），等级都为“{grade}”",
        "“{name}” may have any weight from 0 to {full} (now {weight}): the grade is “{grade}”";
    BETWEEN = "“{name}”的权重在{from}至{to}之间（现为{weight}）时，等级仍为“{grade}”",
        "With a weight of {from} to {to} (now {weight}) for “{name}”, the grade stays “{grade}”";
    UP_TO = "“{name}”的权重不超过{to}（现为{weight}）时，等级仍为“{grade}”",
        "With a weight of at most {to} (now {weight}) for “{name}”, the grade stays “{grade}”";
    AT_LEAST = "“{name}”的权重不低于{from}（现为{weight}）时，等级仍为“{grade}”",
        "With a weight of at least {from} (now {weight}) for “{name}”, the grade stays “{grade}”";
    ONLY = "“{name}”的权重只有为{weight}（现值）时，等级才为“{grade}”",
        "Only with the weight of {weight} that “{name}” has is the grade “{grade}”";
    ELSE_BETWEEN = "在{from}至{to}之间为“{grade}”", "from {from} to {to} it is “{grade}”";
    ELSE_AT = "为{from}时为“{grade}”", "at {from} it is “{grade}”";

    NO_WEIGHT = "“{name}”的分值为0，没有评分结果，无法推算其权重的影响。",
        "“{name}” has a weight of 0 and no score to tell what more weight would do.";
    NOT_APPLICABLE = "“{name}”不适用，不参与权重推算。", "“{name}” does not apply; its weight is left out.";
    IN_BLOCK = "“{name}”随上级整体赋分，没有单独的得分。", "“{name}” is part of a block and has no score of its own.";
    A_BONUS = "“{name}”是加分项，不占权重。", "“{name}” is a bonus item, outside the weights.";
    WHOLE = "“{name}”占全部权重，没有其他指标可以调整。", "“{name}” has all the weight; nothing else could make room.";
}
