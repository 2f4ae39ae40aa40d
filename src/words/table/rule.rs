//! Rules, measures and modifiers in words.

super::texts! {
    // In short, under the name of an indicator.
    LEVELS = "定档：{list}分", "levels: {list} points";
    BANDS = "定性分档", "quality bands";
    CHECKLIST = "要素法，每缺一项扣{points}", "checklist, {points} off per item missed";
    CHECKLIST_SHARE = "要素法，每缺一项扣分值的1/{items}", "checklist, 1/{items} of the weight off per item missed";
    CHECKLIST_POINTED = "要素法，按各项分值扣分", "checklist, items with points of their own";
    PROPORTIONAL = "按完成比例", "in proportion to completion";
    BY_RATE = "按{name}折算", "in proportion to the {name}";
    UNCAPPED = "（超额加分）", " (more than 100% earns more)";
    SHORTFALL = "低于{target}时每低{per}%扣{lose}权重{partial}", "below {target}, {lose} of the weight off per {per}%{partial}";
    EXCESS = "超过{limit}时每超{per}%扣{points}{partial}", "above {limit}, {points} off per {per}%{partial}";
    STEPS = "{full}及以上满分，每降{per}%扣{points}{partial}", "full from {full}, {points} off per {per}% below{partial}";
    PART_IGNORED = "（不足{per}%不计）", " (parts of {per}% do not count)";
    PART_WHOLE = "（不足{per}%按{per}%计）", " (parts of {per}% count as whole)";
    THRESHOLD = "分段得分，{bound}及以上得{points}", "by bands, {points} from {bound}";
    CURVE = "线性插值，{rate}得满分", "linear interpolation, full at {rate}";
    CURVE_PLAIN = "线性插值", "linear interpolation";
    NOT_OVER = "不超计划得满分，超出不得分", "full if within plan, else 0";
    NOT_OVER_ELSE = "不超计划得满分，超出时{rule}", "full if within plan, else {rule}";
    JUDGEMENT = "评价人赋分", "judged by the assessor";

    // Measures in full.
    RATIO_AT_MOST = "目标值为上限，{name}=目标值/实际完成值×100%；实际为0按100%计。",
        "The target is an upper limit: {name} = target ÷ actual × 100%; an actual value of 0 counts as 100%.";
    RATIO_EQUAL = "目标为定值，{name}=实际完成值与目标值中较小者/较大者×100%。",
        "The target is exact: {name} = the smaller of actual and target ÷ the larger × 100%.";
    QUOTIENT = "{name}={upper}/{lower}×100%。", "{name} = {upper} ÷ {lower} × 100%.";
    SURVEY = "满意度=各选项人数与系数乘积之和/有效问卷数×100%，系数：{list}。",
        "Satisfaction = sum of answers × coefficient ÷ valid answers × 100%; coefficients: {list}.";
    SURVEY_OPTION = "{option}{coefficient}", "{option} {coefficient}";
    ENTERED = "{name}由评价人直接填报。", "The {name} is entered as it is.";
    COST = "成本节约率=(计划成本-实际成本)/计划成本×100%；计分用计划成本与实际成本之比。",
        "Cost saving rate = (planned − actual) ÷ planned × 100%; points go by planned ÷ actual cost.";
    DATES = "按期完成，完成及时率为100%；逾期，完成及时率=计划天数/实际天数×100%，未填开始日期的按0%计。",
        "On time, the timeliness rate is 100%; late, it is planned days ÷ actual days × 100%, or 0% without a start date.";
    DURATION = "完成及时率=计划用时/实际用时×100%。", "Timeliness rate = planned ÷ actual duration × 100%.";

    // Rules in full.
    LEVELS_FULL = "按评定的档次得分：{list}。", "Points by level: {list}.";
    LEVEL = "“{level}”{points}", "“{level}” {points}";
    BANDS_FULL = "按评定的档次得分，各档占分值的比例：{list}。", "Points by band, as shares of the weight: {list}.";
    BAND_OPEN = "“{level}”{from}（含）至{to}（不含）", "“{level}” from {from} to below {to}";
    BAND_CLOSED = "“{level}”{from}至{to}（均含）", "“{level}” from {from} to {to}";
    CHECKLIST_FULL = "共{items}项要素，各占分值的1/{items}（{points}），每有一项不符合扣除该项分值，扣完为止：{list}。",
        "{items} items, each worth 1/{items} of the weight ({points}); an item not met loses its points: {list}.";
    /// Where the share is no figure that ends.
    CHECKLIST_SHARE_FULL = "共{items}项要素，各占分值的1/{items}，每有一项不符合扣除该项分值，扣完为止：{list}。",
        "{items} items, each worth 1/{items} of the weight; an item not met loses its points: {list}.";
    CHECKLIST_POINTED_FULL = "共{items}项要素，不符合的扣除该项分值，扣完为止：{list}。",
        "{items} items; an item not met loses its points: {list}.";
    ITEM_POINTED = "{item}（{points}）", "{item} ({points})";
    PROPORTIONAL_FULL = "得分=分值×{name}，{name}超过100%的按100%计。",
        "Points = weight × {name}; above 100% it counts as 100%.";
    PROPORTIONAL_PLAIN = "得分=分值×{name}。", "Points = weight × {name}.";
    PROPORTIONAL_UNCAPPED = "得分=分值×{name}，{name}超过100%的，得分可超过分值。",
        "Points = weight × {name}; above 100% points exceed the weight.";
    SHORTFALL_FULL = "{name}达到{target}得满分；低于{target}的，每低{per}扣分值的{lose}{partial}，扣完为止。",
        "Full marks once the {name} reaches {target}; every {per} below costs {lose} of the weight{partial}, down to 0.";
    EXCESS_FULL = "{name}不超过{limit}得满分；超过的，每超{per}扣{points}{partial}，扣完为止。",
        "Full marks while the {name} is at most {limit}; every {per} above costs {points}{partial}, down to 0.";
    STEPS_FULL = "{name}达到{full}得满分；低于{full}的，每低{per}扣{points}{partial}，扣完为止。",
        "Full marks once the {name} reaches {full}; every {per} below costs {points}{partial}, down to 0.";
    PART_EXACT = "，不足{per}的按比例计", ", less than {per} in proportion";
    PART_DOWN = "，不足{per}的不计", ", less than {per} not counting";
    PART_UP = "，不足{per}的按{per}计", ", less than {per} counting as {per}";
    THRESHOLD_FULL = "按{name}分段得分：{list}，低于{last}不得分。",
        "Points by bands of the {name}: {list}, below {last} none.";
    THRESHOLD_FULL_ALL = "按{name}分段得分：{list}。", "Points by bands of the {name}: {list}.";
    FLOOR = "{bound}及以上{points}", "from {bound} {points}";
    CURVE_FULL = "得分比例按{name}线性插值：{list}；两端以外取端点的比例。",
        "The share of the weight is interpolated over the {name}: {list}; beyond the ends it stays constant.";
    KNOT = "{rate}时为{share}", "{share} at {rate}";
    NOT_OVER_FULL = "实际不超过计划得满分，超过计划不得分。", "Full marks within plan, none above it.";
    NOT_OVER_ELSE_FULL = "实际不超过计划得满分；超过计划的，按以下规则计分。",
        "Full marks within plan; above it, the following rule applies.";
    JUDGEMENT_FULL = "由评价人在0至{weight}之间评定，并说明理由。",
        "The assessor gives between 0 and {weight} and says why.";

    NO_WEIGHT = "本表分值为0，不计分", "worth 0 points, not scored";
    NO_WEIGHT_FULL = "本表分值为0，不计分。", "It is worth 0 points in this form and not scored.";

    // Modifiers.
    DEDUCTION = "扣分项：{item}，扣{points}", "Deduction: {item}, {points} off";
    PER_OCCURRENCE = "扣分项：{item}，每有一项扣{points}", "Deduction: {item}, {points} off each";
    KNOCKOUT = "一票否决：{item}，{scope}计0分", "Knock-out: {item}; it sets {scope} to 0";
    PENALTY = "另行扣分：{item}，从{scope}中扣{points}", "Penalty: {item}, {points} off {scope}";
    PENALTY_BELOW = "另行扣分：{name}低于{bound}（{item}），从{scope}中扣{points}",
        "Penalty: {name} below {bound} ({item}), {points} off {scope}";
}
