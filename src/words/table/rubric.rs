//! What holds for a rubric as a whole.

super::texts! {
    SELF_EVALUATION = "单位自评", "Self-evaluation";
    DEPARTMENT_EVALUATION = "部门评价", "Department evaluation";
    THIRD_PARTY_EVALUATION = "第三方评价", "Third-party evaluation";

    GRADES = "满分{full}，评价等级：{list}。", "Full score {full}; grades: {list}.";
    GRADE = "“{grade}”{min}及以上", "“{grade}” from {min}";
    LAST_GRADE = "“{grade}”{above}以下", "“{grade}” below {above}";
    HALF_UP = "各指标得分四舍五入，保留{places}位小数。", "Points of an indicator are rounded half up to {places} decimals.";
    HALF_EVEN = "各指标得分按四舍六入五成双修约，保留{places}位小数。",
        "Points of an indicator are rounded half to even to {places} decimals.";
    CUT_OFF = "各指标得分截尾，保留{places}位小数。", "Points of an indicator are cut off after {places} decimals.";
    RESCALE = "不适用的指标不计分，其分值按比例折算到其他指标。",
        "What does not apply is left out and the rest is scaled up to the full score.";
    FULL_MARKS = "不适用的指标按满分计。", "What does not apply counts in full.";
    ZERO_WEIGHT = "不适用的指标不计分值，总分值相应减少。",
        "What does not apply is left out and the full score is lowered by its weight.";
    CAP = "总分最高{cap}。", "The total is at most {cap}.";
    BONUS = "加分项合计最多加{max}：{list}。", "Bonus items add at most {max}: {list}.";
    BONUS_ITEM = "{item}（最多{points}）", "{item} (at most {points})";
}
