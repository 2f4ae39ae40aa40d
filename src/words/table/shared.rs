//! Texts that several sentences share: units, joints, names of scopes, statuses and adjustments.

super::texts! {
    POINTS = "{n}分", "{n} points";
    POINT = "{n}分", "{n} point";
    GAPS = "{n}个百分点", "{n} percentage points";
    GAP = "{n}个百分点", "{n} percentage point";
    DAYS = "{n}天", "{n} days";
    DAY = "{n}天", "{n} day";
    RANGE = "{from}～{to}", "{from}–{to}";
    DATE = "{year}年{month}月{day}日", "{year}-{month}-{day}";
    /// Between clauses of one sentence.
    COMMA = "，", ", ";
    /// Between the items of a list.
    LISTED = "、", ", ";
    SEMICOLON = "；", "; ";
    STOP = "。", ".";
    QUOTED = "“{name}”", "“{name}”";

    /// Of budgets and costs, where an indicator names no unit.
    TEN_THOUSAND_YUAN = "万元", "CNY 10,000";
    THIS_INDICATOR = "本指标", "this indicator";
    THE_TOTAL = "总分", "the total";

    EMPTY = "未填", "Not entered";
    PARTIAL = "未填完", "Incomplete";
    SCORED = "已评分", "Scored";
    OVERRIDDEN = "评价人调整", "Adjusted by the assessor";
    NOT_APPLICABLE = "不适用", "Not applicable";
    BLOCK = "整体赋分", "Scored as a block";
    IN_BLOCK = "随上级整体赋分", "Part of a block";
    INVALID = "填报有误", "Entry has errors";

    RESCALED = "不适用指标的分值折算到其他指标", "Weight that does not apply, spread over the rest";
    BONUS = "加分项", "Bonus items";
    CAPPED = "超过总分上限的部分", "Points above the cap on the total";
    VETO = "“{item}”一票否决", "Knock-out “{item}”";
    ADDED = "{name}加{points}", "{name}: {points} added";
    TAKEN = "{name}扣{points}", "{name}: {points} deducted";
    TAKEN_LESS = "{name}应扣{due}，扣完为止，实扣{points}", "{name}: {due} due, {points} left to take";
    SOURCE_YEAR = "{title}（{year}）", "{title} ({year})";
    MAY_TAKE = "{name}可能扣{points}", "{name}: {points} may be deducted";
}
