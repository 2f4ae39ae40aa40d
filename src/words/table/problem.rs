//! What is wrong, and how to mend it; one text per code.

super::texts! {
    // What people enter.
    NOT_A_NUMBER = "{field}“{text}”不是数字；请只写数字，如 12.5",
        "{field}: “{text}” is not a number; write figures only, such as 12.5";
    TOO_MANY_DIGITS = "{field}“{text}”超过15位有效数字；请减少位数，或换用更大的计量单位",
        "{field}: “{text}” has more than 15 significant digits; shorten it or use a larger unit";
    TOO_MANY_DECIMALS = "{field}“{text}”超过6位小数；请保留6位以内",
        "{field}: “{text}” has more than 6 decimals; keep 6 or fewer";
    NEGATIVE = "{field}“{text}”小于0；请填0或大于0的数",
        "{field}: “{text}” is below 0; enter 0 or more";
    NOT_WHOLE = "{field}“{text}”不是整数；人数、份数、项数请填整数",
        "{field}: “{text}” is not whole; counts are whole numbers";
    TOO_LARGE = "数字位数过多，无法精确计算；请减少位数或小数",
        "The figures are too long to compute exactly; use fewer digits or decimals";
    ZERO_DIVISOR = "{field}为0，不能作除数；请填大于0的数",
        "{field} is 0 and cannot be divided by; enter a figure above 0";
    RATE_ABOVE_HUNDRED = "{field}“{text}”超过100%；请填0至100之间的数",
        "{field}: “{text}” is above 100%; enter a figure from 0 to 100";
    PART_EXCEEDS_WHOLE = "{field}（{part}）大于{other}（{whole}）；请核对这两项",
        "{field} ({part}) is more than {other} ({whole}); check both";
    COUNTS_EXCEED_ANSWERS = "各选项人数合计{sum}，大于有效问卷数{answers}；请核对",
        "The options add up to {sum}, more than the {answers} valid answers; check both";
    WRONG_COUNT_NUMBER = "填了{given}个选项人数，应为{due}个；请每个选项填一个数",
        "{given} counts are given where {due} are due; enter one per option";
    BAD_DATE = "{field}“{text}”不是有效日期；请写成 2024-12-25",
        "{field}: “{text}” is not a date; write it as 2024-12-25";
    DATES_REVERSED = "{field}（{end}）早于开始日期（{start}）；请核对日期",
        "{field} ({end}) lies before the start ({start}); check the dates";
    UNKNOWN_LEVEL = "没有“{text}”这一档；请重新选择",
        "There is no level “{text}”; choose again";
    UNKNOWN_ITEM = "没有“{text}”这一要点；请重新勾选",
        "There is no item “{text}”; tick the list again";
    UNKNOWN_DEDUCTION = "没有“{text}”这一扣分项；请重新选择",
        "There is no deduction “{text}”; choose again";
    UNKNOWN_FACT = "{field}引用的项目数据“{text}”不存在；请直接填数",
        "{field} refers to project data “{text}”, which is not there; enter a figure";
    POINTS_OUT_OF_RANGE = "{field}“{text}”不在{from}至{to}分之间；请填此范围内的分数",
        "{field}: “{text}” is not within {from} to {to} points; enter points in that range";
    POINTS_TOO_FINE = "{field}“{text}”的小数过多；最多保留{places}位小数",
        "{field}: “{text}” has too many decimals; keep at most {places}";
    BLOCK_ON_LEAF = "没有下级指标的不能整体赋分；请改用“调整得分”",
        "An indicator without children cannot be scored as a block; adjust its points instead";
    BLOCK_UNCLEAR = "整体得分与整体得分比例只能填一项；请删去一项",
        "Points and share of the block are both given; delete one";
    OVERRIDE_ON_GROUP = "有下级指标的不能调整得分；请调整下级指标，或改用“整体赋分”",
        "Points of a group cannot be adjusted; adjust its indicators or score it as a block";
    UNKNOWN_INDICATOR = "指标体系中没有“{indicator}”，其填报数据不计分；请核对所用的指标体系",
        "The rubric has no indicator “{indicator}”, so its entry does not count; check which rubric is used";
    ENTRY_UNDER_BLOCK = "上级指标已整体赋分，本项填报不计分；如需逐项评分，请取消整体赋分",
        "The group above is scored as a block, so this entry does not count; undo the block to score one by one";
    REASON_MISSING = "尚未填写{field}；请说明评分依据",
        "{field} is missing; say what the points are based on";
    TARGET_JUST_MISSED = "实际值等于目标值，而目标为“{sign}”，不含等于；请核对目标的写法",
        "The actual value equals the target, which is written “{sign}” and leaves that out; check how the target is meant";
    START_MISSING = "逾期而未填开始日期，完成及时率按0%计；填写后按天数计算",
        "It is late and no start date is given, so the rate counts as 0%; enter it to count by days";
    PENALTY_AGAINST_RATE = "已勾选“{item}”，但按填报数据比率为{rate}，未低于{bound}；请核对，不属实的请取消勾选",
        "“{item}” is ticked, but by the figures the rate is {rate} and not below {bound}; check, and undo the tick if it does not hold";
    OCCURRED_THOUGH_MET = "各项要点全部符合，又填了扣分项“{item}”；请核对两处是否一致",
        "All items are ticked as met, yet “{item}” is claimed; check whether both hold";
    RUBRIC_MISMATCH = "本评价依据的指标体系为“{pinned}”，当前使用“{used}”，得分可能不同；请换回原指标体系或确认更新",
        "The assessment was made with rubric “{pinned}” and is scored with “{used}”; points may differ. Go back to the first or confirm the change";

    // What a rubric holds.
    DUPLICATE_ID = "标识“{text}”重复；请改成不同的标识", "The id “{text}” is used twice; make it unique";
    BAD_ID = "标识“{text}”不能使用；请只用字母、数字和连字符，且不用 leaf、total",
        "The id “{text}” cannot be used; use letters, digits and hyphens, and not leaf or total";
    NEITHER_GROUP_NOR_LEAF = "指标的下级指标与评分标准须有且只有其一；请改正",
        "An indicator has either children or scoring; give it exactly one of them";
    WEIGHTS_NOT_PARENT = "下级指标分值合计{sum}，与本级分值{weight}不等；请调整分值",
        "The weights below add up to {sum}, not {weight}; adjust them";
    WEIGHTS_NOT_FULL = "一级指标分值合计{sum}，与满分{weight}不等；请调整分值",
        "The weights of the first level add up to {sum}, not {weight}; adjust them";
    NEGATIVE_WEIGHT = "分值“{text}”小于0；请填0或大于0的数", "The weight “{text}” is below 0; make it 0 or more";
    GRADE_GAP = "评价等级未覆盖到0分；最低一级的下限请设为0",
        "The grades do not reach down to 0; let the lowest start at 0";
    GRADE_OVERLAP = "评价等级的下限须从高到低且互不相同；请调整",
        "Lower bounds of grades go from high to low, each different; reorder them";
    BAND_GAP = "{field}在{at}%处与相邻档不衔接；请补齐", "{field} leaves a gap at {at}%; close it";
    BAND_OVERLAP = "{field}在{at}%处重叠或次序不对；请按次序排列", "{field} overlaps or is out of order at {at}%; reorder it";
    ITEMS_NOT_WEIGHT = "各要素分值合计{sum}，与指标分值{weight}不等；请调整",
        "The items add up to {sum}, not to the weight {weight}; adjust them";
    ITEMS_HALF_POINTED = "部分要素有分值、部分没有；请全部写明，或全部不写",
        "Some items have points and others none; give points to all or to none";
    RULE_EMPTY = "{field}没有内容；请至少写一项", "{field} is empty; give at least one";
    MEASURE_MISSING = "该评分标准须按比率计分，但未写明比率如何计算；请补充计算方式",
        "The rule turns a rate into points, and no measure says how the rate arises; add one";
    MEASURE_UNUSED = "该评分标准不按比率计分，但写了比率的计算方式；请删去",
        "The rule takes no rate, yet a measure is given; remove it";
    SCALE_MISMATCH = "满意度量表有{given}个选项系数，应为{due}个；请逐一对应",
        "The survey scale has {given} coefficients where {due} are due; give one per option";
    CONSTANT_OUT_OF_RANGE = "{field}的数值{text}超出允许范围；请改正",
        "{field} has the value {text}, which is out of range; correct it";
    ZERO_STEP = "{field}为0；请填大于0的数", "{field} is 0; make it larger than 0";
    RANGE_REVERSED = "{field}的起点{from}大于终点{to}；请对调", "{field} starts at {from} and ends at {to}; swap them";
    POINTS_ABOVE_WEIGHT = "最高可得{points}分，超过分值{weight}；请调整",
        "At most {points} points can be earned, above the weight of {weight}; adjust one";
    WEIGHT_OUT_OF_REACH = "{field}最高得不到满分；请核对", "{field} never earns full marks; check it";
    DEDUCTION_ABOVE_WEIGHT = "{field}最多扣{points}分，超过分值{weight}；请核对",
        "{field} takes up to {points} points, more than the weight of {weight}; check it";
    UNKNOWN_SCOPE = "{field}作用于“{text}”，但没有这个指标；请改正", "{field} acts on “{text}”, which is not there; correct it";
    UNKNOWN_PREFILL = "{field}引用了“{text}”，但没有这项项目数据；请改正",
        "{field} refers to “{text}”, which is no fact of the rubric; correct it";
    SOURCE_MISSING = "没有写明出处；请注明分值和评分标准的来源文件",
        "No source is given; name the document that sets the weight and the rule";
    SOURCE_UNKNOWN = "出处“{text}”不在来源清单中；请补充到清单",
        "The source “{text}” is not listed; add it to the sources";
    CONSTANT_TOO_FINE = "{field}的数值{text}小数过多，得分只保留{places}位小数；请减少小数",
        "{field} has {text}, finer than the {places} decimals that points are rounded to; use fewer decimals";
    TOO_MANY_PLACES = "得分小数位数“{text}”过多；最多4位", "Rounding to “{text}” decimals is too fine; use at most 4";
    BONUS_NOT_LEAF = "加分项不能有下级指标；请拆成单项", "A bonus item cannot have children; split it into single items";
    TOO_DEEP = "指标超过四级；请合并层级", "Indicators go deeper than four levels; merge levels";
}
