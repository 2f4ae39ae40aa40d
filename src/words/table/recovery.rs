//! Texts of `audit::recovery`.

super::texts! {
    BY_SEVERAL = "由{n}行（{rows}）可推得：{rule}。", "{n} rows ({rows}) point to this rule: {rule}.";
    BY_FEW = "仅凭{n}行（{rows}）推测：{rule}；{n}行不足为证。",
        "A guess from {n} of the rows ({rows}), which is no proof: {rule}.";
    AGAINST = "与之不符的有{n}行：{rows}。", "It does not give the scores of {n} of the rows: {rows}.";
    SILENT = "另有{n}行无论参数如何都得此分，不能说明问题。",
        "{n} more have the same score whatever the parameter, and say nothing.";
    AND_OTHERS = "{list}等", "{list} and others";
    ROW_NUMBER = "第{n}行", "row {n}";

    FULL_OR_NOTHING = "达标得满分，否则不得分", "full marks where the target is met, else none";
    PROPORTIONAL = "按完成率得分，超过100%的按100%计", "weight × completion rate, which counts up to 100%";
    UNCAPPED = "按完成率得分，超过100%的不封顶", "weight × completion rate, also above 100%";
    SHARE_OF_POINTS = "按实际值的百分比得分，与目标值无关", "weight × the percentage achieved, whatever the target";
    ZERO_BELOW = "低于目标时线性扣分，完成率{value}时为0分",
        "below the target points fall in a straight line, to 0 at a completion rate of {value}";
    ZERO_ABOVE = "超过目标时线性扣分，完成率{value}时为0分",
        "above the target points fall in a straight line, to 0 at a completion rate of {value}";
    SHORTFALL = "{below}，{step}扣{cost}", "{below}, {step} costs {cost}";
    BELOW_HUNDRED = "完成率低于100%时", "where the completion rate is below 100%";
    BELOW_TARGET = "实际值低于目标值时", "where the percentage achieved is below the target";
    STEP_EXACT = "每低{per}个百分点（按比例）", "each {per} percentage point, in proportion,";
    STEP_DOWN = "每满{per}个百分点", "each full step of {per} percentage points";
    STEP_UP = "每低{per}个百分点（不足{per}个的按{per}个计）", "each step of {per} percentage points, or part of one,";
    COST_SHARE = "分值的{value}", "{value} of the weight";
    COST_POINTS = "{value}", "{value}";
    BANDS = "按分值的100%、80%、50%、0定档", "one of 100%, 80%, 50% and 0 of the weight";
    LEVELS = "在评分标准所列的档次中定档", "one of the levels that the rule of the row names";
    WITHIN = "{chosen}（{from}～{to}之间均可）", "{chosen} (anything from {from} to {to} fits)";

    SCALE = "满意度{rows}：系数{chosen}可得所公布的百分比。", "Survey {rows}: coefficients {chosen} give the published percentage.";
    SCALES = "满意度{rows}：共有{n}种系数可得所公布的百分比，如{list}；无法确定用的是哪一种。",
        "Survey {rows}: {n} scales give the published percentage, such as {list}; which one was used cannot be told.";
    UNDETERMINED = "第{options}档无人选择，其系数无从推得。", "Nobody chose option {options}: what it counts cannot be told.";
    UNKNOWN = "？", "?";
    BETWEEN = "/", "/";
}
