//! Sentences of the full derivation.

super::texts! {
    // How the rate arose.
    QUOTIENT = "{name}={upper}/{lower}×100%=({part}/{whole})×100%={rate}。",
        "{name} = {upper} ÷ {lower} × 100% = ({part}/{whole}) × 100% = {rate}.";
    LESS_IS_BETTER = "目标值为上限，按目标值与实际值之比计算。",
        "The target is an upper limit, so it is divided by the actual value.";
    OFF_TARGET = "实际值高于目标值，与低于目标值同样计算，按目标值与实际值之比计算。",
        "The actual value is above an exact target, so the target is divided by it.";
    ZERO_ACTUAL = "实际为0，未超过目标，{name}按100%计。", "The actual value is 0, so the {name} counts as 100%.";
    SURVEYED = "{name}=各选项人数与系数乘积之和/有效问卷数×100%=({terms})/{answers}×100%={rate}。",
        "{name} = sum of answers × coefficient ÷ valid answers × 100% = ({terms})/{answers} × 100% = {rate}.";
    ENTERED = "{name}按填报的{rate}计。", "The {name} is {rate} as entered.";
    SAVED = "{name}=(计划成本-实际成本)/计划成本×100%=({planned}-{actual})/{planned}×100%={rate}。",
        "{name} = (planned − actual) ÷ planned × 100% = ({planned} - {actual})/{planned} × 100% = {rate}.";
    IN_TIME = "计划{planned}完成，实际{actual}完成，未逾期，{name}为100%。",
        "Due {planned}, completed {actual}: on time, so the {name} is 100%.";
    LATE = "计划{planned}完成，实际{actual}完成，逾期{days}，{name}=计划天数/实际天数×100%={rate}。",
        "Due {planned}, completed {actual}: {days} late, {name} = planned days ÷ actual days × 100% = {rate}.";
    LATE_ZERO = "计划{planned}完成，实际{actual}完成，逾期{days}，未填开始日期，{name}按0%计。",
        "Due {planned}, completed {actual}: {days} late and no start date given, so the {name} counts as 0%.";

    // How points arose from it.
    BY_RATE = "得分=分值×{name}={weight}×{rate}={points}。", "Points = weight × {name} = {weight} × {rate} = {points}.";
    BY_RATE_CAPPED = "{name}超过100%，按100%计，得{points}。",
        "The {name} is above 100% and counts as 100%: {points}.";
    REACHED = "{name}达到{bound}，不扣分。", "The {name} reaches {bound}: nothing is deducted.";
    NOT_ABOVE = "{name}未超过{bound}，不扣分。", "The {name} is not above {bound}: nothing is deducted.";
    BELOW = "{name}比{bound}低{gap}，每低{per}扣{lose}{partial}，应扣{product}={lost}。",
        "The {name} is {gap} below {bound}; every {per} below costs {lose}{partial}: {product} = {lost} off.";
    ABOVE = "{name}比{bound}高{gap}，每高{per}扣{lose}{partial}，应扣{product}={lost}。",
        "The {name} is {gap} above {bound}; every {per} above costs {lose}{partial}: {product} = {lost} off.";
    PART_IGNORED = "（不足{per}的不计，计{count}次）", " (less than {per} does not count; {count} counted)";
    PART_WHOLE = "（不足{per}的按{per}计，计{count}次）", " (less than {per} counts as {per}; {count} counted)";
    LOSE_SHARE = "分值的{share}", "{share} of the weight";
    DOWN_TO_ZERO = "应扣分超过分值，扣完为止。", "More than the weight would be lost; points end at 0.";
    IN_BAND = "{name}达到{bound}，按该档得{points}。", "The {name} is in the band from {bound}, which earns {points}.";
    BELOW_BANDS = "{name}低于{bound}，得{points}。", "The {name} is below {bound}, which earns {points}.";
    BETWEEN_KNOTS = "{name}在{low}（得分比例{low_share}）与{high}（得分比例{high_share}）之间，线性插值得{share}，得分={weight}×{share}={points}。",
        "The {name} lies between {low} (earning {low_share}) and {high} (earning {high_share}); interpolation gives {share}, points = {weight} × {share} = {points}.";
    FULL_KNOT = "{name}为{rate}，得满分。", "The {name} is {rate}: full marks.";
    AT_KNOT = "{name}为{at}，得分比例{share}，得分={weight}×{share}={points}。",
        "The {name} is {at}, which earns {share}: {weight} × {share} = {points}.";
    BEYOND_KNOTS = "{name}在插值区间以外，得分比例{share}，得分={weight}×{share}={points}。",
        "The {name} is beyond the ends of the curve, which earns {share}: {weight} × {share} = {points}.";
    WITHIN_PLAN = "实际未超过计划，得满分。", "The plan is kept: full marks.";
    OVER_PLAN_ZERO = "实际超过计划，不得分。", "The plan is exceeded: no points.";
    OVER_PLAN = "实际超过计划，按超计划的规则计分。", "The plan is exceeded, so the rule for that case applies.";
    CHOSEN = "评定为“{level}”，该档为{points}。", "Rated “{level}”, which earns {points}.";
    PICKED = "评价人在该范围内评定{points}。", "The assessor picked {points} within that range.";
    JUDGED = "评价人在0至{weight}之间评定{points}。", "The assessor gave {points} between 0 and {weight}.";
    ALL_MET = "共{items}项要素，全部符合，不扣分。", "All {items} items are met: nothing is deducted.";
    ALL_MET_TWO = "共{items}项要素，全部符合，不扣分。", "Both of {items} items are met: nothing is deducted.";
    NO_WEIGHT = "本表分值为0，不计分。", "It is worth 0 points in this form and not scored.";
    SUBTRACTED = "{weight}-{lost}={exact}。", "{weight} − {lost} = {exact}.";
    MISSED = "共{items}项要素，{list}，合计扣{lost}。", "Of {items} items {list}; {lost} off in all.";
    MISSED_ITEM = "“{item}”不符合（扣{points}）", "“{item}” is not met ({points} off)";
    PARTLY_ITEM = "“{item}”符合{share}（扣{points}）", "“{item}” is met to {share} ({points} off)";

    // What acted on top.
    HALF_UP = "{exact}四舍五入为{points}。", "{exact}, rounded half up, is {points}.";
    HALF_EVEN = "{exact}按四舍六入五成双修约为{points}。", "{exact}, rounded half to even, is {points}.";
    CUT_OFF = "{exact}截去尾数为{points}。", "{exact}, cut off, is {points}.";
    DEDUCTED = "扣分项“{item}”，扣{points}。", "Deduction “{item}”: {points} off.";
    DEDUCTED_LESS = "扣分项“{item}”，应扣{points}，扣完为止，实扣{effective}。",
        "Deduction “{item}”: {points} due, {effective} left to take.";
    OCCURRED = "“{item}”{count}项，每项扣{each}，扣{effective}。",
        "“{item}”: {count} at {each} each, {effective} off.";
    OCCURRED_LESS = "“{item}”{count}项，每项扣{each}，应扣{due}，扣完为止，实扣{effective}。",
        "“{item}”: {count} at {each} each, {due} due, {effective} left to take.";
    KNOCKED_OUT = "因“{item}”一票否决，{scope}计0分。", "Knock-out “{item}” sets {scope} to 0.";
    PENALTY = "因“{item}”，从{scope}中扣{points}。", "Penalty “{item}” takes {points} off {scope}.";
    PENALTY_LESS = "因“{item}”，应从{scope}中扣{points}，扣完为止，实扣{effective}。",
        "Penalty “{item}” takes {points} off {scope}; {effective} were left to take.";
    REPLACED = "按评分标准得{formula}，调整为{points}。", "The rule gives {formula}, adjusted to {points}.";
    SET = "未按评分标准计分，直接评定为{points}。", "Set to {points} in place of the rule.";
    NOT_APPLICABLE = "该指标不适用。", "The indicator does not apply.";
    IN_BLOCK = "上级指标整体赋分，本项不单独计分。", "The group above is scored as a block; this indicator has no points of its own.";

    // The accounts.
    BY_RULE = "按评分标准得", "By the rule";
    BY_CHILDREN = "下级指标合计", "From the indicators below";
    SUM = "{name}{base}{parts}，得{points}。", "{name} {base}{parts}: {points}.";
    LESS = "，扣{n}（{name}）", ", less {n} ({name})";
    MORE = "，加{n}（{name}）", ", plus {n} ({name})";
    ACCOUNT_FULL = "分值{weight}，不扣分，得{points}。", "Weight {weight}, nothing deducted: {points}.";
    ACCOUNT_LOST = "{weight}-{lost}={points}。", "{weight} − {lost} = {points}.";
    ACCOUNT_GAINED = "{weight}+{gained}={points}。", "{weight} + {gained} = {points}.";
    ACCOUNT_BONUS = "加{points}。", "{points} added.";
    ACCOUNT_OPEN = "目前可确定{from}，最高可得{to}（分值{weight}）。",
        "{from} are certain so far, at most {to} possible (weight {weight}).";
}
