//! Clauses of the one-line 评分过程.

super::texts! {
    // How the rate arose.
    DIVIDED = "{name}=({part}/{whole})×100%={rate}", "{name} = ({part}/{whole}) × 100% = {rate}";
    TARGET_OVER_ACTUAL = "{name}=(目标值{part}/实际值{whole})×100%={rate}",
        "{name} = (target {part}/actual {whole}) × 100% = {rate}";
    PLAN_OVER_ACTUAL = "{name}=(计划{part}/实际{whole})×100%={rate}",
        "{name} = (planned {part}/actual {whole}) × 100% = {rate}";
    ZERO_ACTUAL = "实际为0，{name}按100%计", "actual is 0, {name} counts as 100%";
    SURVEYED = "{name}=({terms})/{answers}×100%={rate}", "{name} = ({terms})/{answers} × 100% = {rate}";
    EQUALS = "{name}={rate}", "{name} = {rate}";
    SAVED = "{name}=({planned}-{actual})/{planned}×100%={rate}",
        "{name} = ({planned} - {actual})/{planned} × 100% = {rate}";
    IN_TIME = "计划{planned}完成，实际{actual}完成，未逾期", "due {planned}, completed {actual}, on time";
    LATE = "计划{planned}完成，实际{actual}完成，逾期{days}", "due {planned}, completed {actual}, {days} late";
    NO_START = "未填开始日期，{name}按0%计", "no start date given, so the {name} counts as 0%";

    // How points arose from it.
    COUNTED_FULL = "按100%计", "counted as 100%";
    BELOW = "比{bound}低{gap}", "{gap} below {bound}";
    ABOVE = "比{bound}高{gap}", "{gap} above {bound}";
    COUNTED_AS = "按{gap}计", "counted as {gap}";
    REACHED = "达到{bound}", "{bound} reached";
    NOT_ABOVE = "未超过{bound}", "not above {bound}";
    /// More would be lost than there is.
    DOWN_TO_ZERO = "应扣{due}，扣完为止", "{due} due, more than there are";
    DOWN_TO_ZERO_PLAIN = "扣完为止", "more is due than there are points";
    IN_BAND = "达到{bound}档", "in the band from {bound}";
    BELOW_BANDS = "低于{bound}", "below {bound}";
    INTERPOLATED = "按线性插值折算为{share}", "{share} of the weight by interpolation";
    WITHIN_PLAN = "未超计划", "within plan";
    OVER_PLAN = "超出计划", "over plan";
    CHOSEN = "评定为“{level}”", "rated “{level}”";
    CHOSEN_RANGE = "评定为“{level}”（{range}）", "rated “{level}” ({range})";
    JUDGED = "评价人赋分", "judged by the assessor";
    ALL_MET = "{items}项全部符合", "all {items} items met";
    ALL_MET_TWO = "{items}项全部符合", "both of {items} items met";
    SOME_MISSED = "{items}项中{missed}项不符合", "{missed} of {items} items not met";
    SOME_PARTLY = "{items}项中{partly}项部分符合", "{partly} of {items} items met in part";
    MISSED_AND_PARTLY = "{items}项中{missed}项不符合、{partly}项部分符合",
        "of {items} items {missed} not met and {partly} met in part";

    // What acted on top.
    DEDUCTED = "“{item}”扣{points}", "{points} off for “{item}”";
    DEDUCTED_LESS = "“{item}”应扣{points}，扣完为止，实扣{effective}",
        "{points} due for “{item}”, {effective} left to take";
    OCCURRED = "“{item}”{count}项，每项扣{each}", "“{item}”: {count} at {each} each";
    OCCURRED_LESS = "应扣{due}，扣完为止，实扣{effective}", "{due} due, {effective} left to take";
    KNOCKED_OUT = "因“{item}”一票否决", "knocked out by “{item}”";
    KNOCKED_OUT_SCOPE = "因“{item}”一票否决，{scope}计0分", "“{item}” knocks out {scope}";
    PENALTY = "因“{item}”，{scope}扣{points}", "{points} off {scope} for “{item}”";
    PENALTY_LESS = "因“{item}”，{scope}应扣{points}，扣完为止，实扣{effective}",
        "{points} due from {scope} for “{item}”, {effective} left to take";
    REPLACED = "按评分标准得{formula}，调整为{points}", "{formula} by the rule, adjusted to {points}";
    SET = "未按评分标准计分，直接评定为{points}", "set to {points} instead of by the rule";

    // The outcome.
    LOST = "扣{points}", "{points} deducted";
    LOST_TOGETHER = "共扣{points}", "{points} deducted in all";
    GAINED = "超出分值{points}", "{points} above the weight";
    SCORED = "得{points}", "{points} awarded";
    ADDED = "加{points}", "{points} added";
    BETWEEN = "得分在{from}至{to}之间", "between {from} and {to}";
    INCOMPLETE = "尚未填完", "entry not complete";
    INVALID = "填报有误，暂未计分", "entry has errors, not scored yet";
    IN_BLOCK = "上级指标整体赋分，本项不单独计分", "scored with the block above, no points of its own";
    NOT_APPLICABLE_RESCALED = "不适用，分值折算到其他指标", "not applicable, its weight is spread over the rest";
    NOT_APPLICABLE_FULL = "不适用，按满分计，得{points}", "not applicable, counts in full, {points} awarded";
    NOT_APPLICABLE_DROPPED = "不适用，不计分值", "not applicable, its weight is dropped";
    CHILDREN = "下级指标合计{points}", "{points} from the indicators below";
    CHILDREN_OPEN = "下级指标已得{from}，最高可得{to}", "{from} so far, at most {to} from the indicators below";
    AS_BLOCK = "整体赋分", "scored as a block";
    BLOCK_SHARE = "整体按{share}计分，{weight}×{share}={points}",
        "scored as a block at {share}, {weight} × {share} = {points}";
    BLOCK_SHARE_ROUNDED = "整体按{share}计分，{weight}×{share}={exact}，修约为{points}",
        "scored as a block at {share}, {weight} × {share} = {exact}, rounded to {points}";
    BLOCK_POINTS = "整体评定{points}", "scored as a block with {points}";
    NO_WEIGHT = "本表分值为0，不计分", "worth 0 points in this form, not scored";
}
