//! What an audit found: for each check its name, what it says, and what a table must have for it.

super::texts! {
    // Names.
    WEIGHTS_SUM_NAME = "分值合计", "Sum of the weights";
    GROUP_WEIGHTS_SUM_NAME = "上级指标分值", "Weight of a group";
    WEIGHT_MISSING_NAME = "缺分值", "Missing weight";
    SCORE_ABOVE_WEIGHT_NAME = "得分超过分值", "Score above its weight";
    SCORE_NEGATIVE_NAME = "得分为负", "Negative score";
    GROUP_SCORE_SUM_NAME = "上级指标得分", "Score of a group";
    TOTAL_SUM_NAME = "总分合计", "Sum of the total";
    TOTAL_IMPOSSIBLE_NAME = "总分不可能", "Impossible total";
    SCORE_RATE_MISMATCH_NAME = "得分率", "Score rate";
    DEDUCTION_MISMATCH_NAME = "扣分", "Deduction";
    COMPLETION_MISMATCH_NAME = "完成率", "Completion rate";
    ROUNDING_DIRECTION_NAME = "舍入方式", "Way of rounding";
    RATE_IMPOSSIBLE_FOR_COUNT_NAME = "份数与比率", "Rate against answers";
    UNIT_PRICE_MISMATCH_NAME = "算式", "Printed calculation";
    BUDGET_RATE_NAME = "预算执行率", "Budget execution rate";
    BUDGET_SCORE_NAME = "预算执行率得分", "Score of the budget";
    BUDGET_COUNTED_TWICE_NAME = "预算执行率重复计分", "Budget counted twice";
    BUDGET_NOT_SUMMED_NAME = "资金来源合计", "Sources of funds";
    OVER_EXECUTION_NAME = "超预算", "Over budget";
    GRADE_MISMATCH_NAME = "等级", "Grade";
    GRADE_SCALE_GAP_NAME = "等级分数线断档", "Gap in the grade scale";
    FULL_SCORE_TARGET_MISSED_NAME = "未达标得满分", "Full marks, target missed";
    DOCKED_THOUGH_MET_NAME = "达标仍扣分", "Points off, target met";
    DOCKED_WITHOUT_REASON_NAME = "扣分无说明", "Points off without a reason";
    ACTUAL_COPIES_TARGET_NAME = "完成值照抄目标值", "Actual copies the target";
    TARGET_FAR_TOO_LOW_NAME = "目标值过低", "Target far too low";
    TARGET_ZERO_NAME = "目标值为0", "Target of zero";
    OVER_COMPLETION_NAME = "超额完成", "Well above the target";
    NOT_A_LEVEL_NAME = "不在档次内", "No level of the rule";
    DUPLICATE_ROW_NAME = "重复指标", "Duplicate row";
    SAME_FIGURE_DIFFERS_NAME = "同一数字前后不一", "One figure, two values";
    PARTS_OF_WHOLE_NAME = "总数与分项同时计分", "Whole and parts both scored";
    IMPOSSIBLE_DATE_NAME = "日期不存在", "Date that does not exist";

    // What they bear on.
    ON_TOTAL = "改变总分或等级", "Changes the total or the grade";
    ON_FIGURES = "数字对不上", "Figures that do not agree";
    ON_REASONS = "得分与完成情况不符", "Scores that do not follow from the results";
    ON_TARGETS = "目标与完成值本身", "The targets and results themselves";

    // What they say.
    WEIGHTS_SUM = "各指标合计{published}分，满分为{full}分", "they add up to {published}, the full score is {full}";
    GROUP_WEIGHTS_SUM = "表列{published}分，所含各行合计{expected}分",
        "{published} is printed, while its rows add up to {expected}";
    WEIGHT_MISSING = "未填列，而该行有得分", "it is blank, though the row has a score";
    SCORE_ABOVE_WEIGHT = "{published}分，超过分值{weight}分；如为几行合并计分，请声明合并后再核",
        "{published} points on a weight of {weight}; if several rows share one score, declare the block and check again";
    SCORE_NEGATIVE = "{published}分，小于0", "{published} points are below 0";
    GROUP_SCORE_SUM = "表列{published}分，所含各行相加为{expected}分",
        "{published} is printed, while its rows add up to {expected}";
    TOTAL_SUM = "表列{published}分，各行得分相加为{expected}分",
        "{published} is printed, while the rows add up to {expected}";
    TOTAL_IMPOSSIBLE = "表列{published}分；另有{missing}行没有得分，无论这些行得几分，总分都在{expected}分之间",
        "{published} is printed; {missing} rows have no score, and whatever they have the total is within {expected}";
    SCORE_RATE_MISMATCH = "表列{published}，{score}÷{weight}应为{expected}%",
        "{published} is printed, while {score} ÷ {weight} is {expected}%";
    DEDUCTION_MISMATCH = "表列{published}分，{weight}−{score}应为{expected}分",
        "{published} is printed, while {weight} − {score} is {expected}";
    DEDUCTION_SUM = "表列{published}分，各行扣分相加为{expected}分",
        "{published} is printed, while those of the rows add up to {expected}";
    COMPLETION_MISMATCH = "表列{published}，{actual}÷{target}应为{expected}%",
        "{published} is printed, while {actual} ÷ {target} is {expected}%";
    ROUNDING_DIRECTION = "{published}是{here}得出的，其他各行是{usual}",
        "{published} comes by {here}, the other rows by {usual}";
    RATE_IMPOSSIBLE_FOR_COUNT = "{answers}份答卷得不出{published}，最接近的是{below}%和{above}%",
        "{answers} answers cannot give {published}; the nearest are {below}% and {above}%";
    RATE_IMPOSSIBLE_IF_ONE = "若每份答卷只作一次选择（按整数百分数计），{answers}份答卷得不出{published}，最接近的是{below}%和{above}%；若每份有几个问题，请说明算法",
        "if each sheet has one answer, counted in whole percents, {answers} answers cannot give {published}; the nearest are {below}% and {above}%; if each has several questions, say how it was computed";
    RATE_IMPOSSIBLE_FOR_QUESTIONS = "{answers}份答卷、每份{questions}题，若每题按整数百分数计，得不出{published}，最接近的是{below}%和{above}%",
        "{answers} sheets of {questions} answers each, counted in whole percents, cannot give {published}; the nearest are {below}% and {above}%";
    UNIT_PRICE_MISMATCH = "算式“{formula}”不成立，结果应为{expected}",
        "the calculation “{formula}” does not hold; the result is {expected}";
    BUDGET_RATE = "表列{published}，{executed}÷{planned}应为{expected}%",
        "{published} is printed, while {executed} ÷ {planned} is {expected}%";
    BUDGET_SCORE = "表列{published}分，{weight}分×执行率{rate}应为{expected}分",
        "{published} is printed, while {weight} × the rate of {rate} is {expected}";
    BUDGET_COUNTED_TWICE = "预算执行率已在资金一栏计分，“{row}”一行又计一次，总分含两次",
        "the execution of the budget is scored in its own line and again in the row “{row}”; the total has both";
    BUDGET_NOT_SUMMED = "表列{published}，各资金来源合计{expected}",
        "{published} is printed, while the sources of funds add up to {expected}";
    OVER_EXECUTION = "{executed}，超过预算数{planned}，执行率{rate}%",
        "{executed} were spent of {planned}, a rate of {rate}%";
    GRADE_MISMATCH = "表列“{published}”，总分{total}分按分数线应为“{expected}”",
        "“{published}” is printed, while a total of {total} is “{expected}” by the scale";
    GRADE_SCALE_GAP = "{published}之间没有等级，例如介于“{better}”与“{worse}”之间的分数",
        "totals within {published} have no grade, such as those between “{better}” and “{worse}”";
    FULL_SCORE_TARGET_MISSED = "目标值{target}，实际{actual}，未达标而得满分{published}分",
        "the target of {target} is missed with {actual}, and full marks of {published} are given";
    DOCKED_THOUGH_MET = "目标值{target}，实际{actual}，已达标而得{published}分，未得满分{expected}分",
        "the target of {target} is met with {actual}, and {published} of {expected} points are given";
    DOCKED_WITHOUT_REASON = "满分{weight}分，得{published}分，没有写明原因",
        "{published} of {weight} points, and nothing says why";
    ACTUAL_COPIES_TARGET = "{of}行中有{rows}行与目标值一字不差，宜写出实际完成情况",
        "in {rows} of {of} rows it repeats the target word for word; say what was achieved";
    TARGET_FAR_TOO_LOW = "{target}，实际{actual}，完成率{rate}%，目标可能定得过低或写错单位",
        "{actual} against a target of {target} is {rate}%; the target may be far too low or in another unit";
    TARGET_ZERO = "填为{published}，无法计算完成率", "a target of {published} gives no rate";
    OVER_COMPLETION = "{target}，实际{actual}，完成率{rate}%，应说明超额原因",
        "{actual} against a target of {target} is {rate}%; say why";
    NOT_A_LEVEL = "{published}分，评分标准只有{levels}分几档", "{published} points, while the rule gives {levels}";
    DUPLICATE_ROW = "与第{other}行重复", "it repeats row {other}";
    SAME_FIGURE_DIFFERS = "“{name}”此处为{published}，{where}为{other}；请对照原件（扫描件也可能识读有误）",
        "“{name}” is {published} here and {other} at {where}; check the original, a scan may have been misread";
    TOLD_BUT_ROWS_DIFFER = "“{name}”此处为{published}，而{where}由各行相加为{other}；请对照原件（扫描件也可能识读有误）",
        "“{name}” is {published} here, while the rows add up to {other} at {where}; check the original, a scan may have been misread";
    SAME_CELL_DIFFERS = "此处为{published}，{where}为{other}；请对照原件（扫描件也可能识读有误）",
        "{published} here and {other} at {where}; check the original, a scan may have been misread";
    PRINTED_BUT_ROWS_DIFFER = "此处为{published}，而{where}由各行相加为{other}；请对照原件（扫描件也可能识读有误）",
        "{published} here, while the rows add up to {other} at {where}; check the original, a scan may have been misread";
    ROWS_BUT_PRINTED_DIFFERS = "此处各行相加为{published}，而{where}为{other}；请对照原件（扫描件也可能识读有误）",
        "the rows add up to {published} here, while it is {other} at {where}; check the original, a scan may have been misread";
    ROWS_DIFFER = "此处各行相加为{published}，而{where}由各行相加为{other}；请对照原件（扫描件也可能识读有误）",
        "the rows add up to {published} here and to {other} at {where}; check the original, a scan may have been misread";
    PARTS_OF_WHOLE = "{published}等于“{parts}”之和（{expected}）；总数与分项各自计分，同一缺口重复扣分",
        "{published} is the sum of “{parts}” ({expected}); whole and parts are scored alike, so one shortfall is docked again";
    IMPOSSIBLE_DATE = "“{published}”这一天不存在", "there is no such day as “{published}”";
    SHIFTED = "；各组的差数正好相抵，可能是读表时把几行归错了组（名称在原件中可能与别的行并列），请对照原件",
        "; the differences of the groups cancel out, so rows may have been read into the wrong group (the name may stand beside others in the source); check the original";
    ALLOWED = "；如果表列数字是{modes}得出的，可以相容", "; figures that came by {modes} would allow it";

    // What a table must have.
    NEEDS_WEIGHTS = "分值", "weights";
    NEEDS_GROUPS = "上级指标的分值或得分", "weights or scores of groups";
    NEEDS_SCORES = "得分", "scores";
    NEEDS_TOTAL = "总分和各行得分", "a total and the scores of the rows";
    NEEDS_SCORE_RATE = "得分率", "score rates";
    NEEDS_DEDUCTION = "扣分", "deductions";
    NEEDS_COMPLETION = "同一单位的目标值、完成值和完成率", "targets, actual values and completion rates in one unit";
    NEEDS_RATES = "三个以上由其他数字算出的比率", "three or more rates that follow from other figures";
    NEEDS_ANSWERS = "问卷份数和满意度等比率", "numbers of answers with a rate";
    NEEDS_FORMULA = "写明算式的文字", "calculations in words";
    NEEDS_BUDGET = "预算数、执行数和执行率", "planned and executed amounts with the rate";
    NEEDS_BUDGET_SCORE = "资金一栏的分值和得分", "weight and score of the budget";
    NEEDS_SOURCES = "各资金来源的金额", "amounts by source of funds";
    NEEDS_GRADE = "总分和等级", "a total and a grade";
    NEEDS_SCALE = "印有上下限的等级分数线", "a grade scale with both bounds";
    NEEDS_TARGETS = "同一单位的目标值和完成值", "targets and actual values in one unit";
    NEEDS_REASON = "扣分原因", "reasons for deductions";
    NEEDS_LEVELS = "评分标准中的分档", "levels in the rules";
    NEEDS_ROWS = "指标名称", "names of indicators";
    NEEDS_TWICE = "另一张表，或提到表中数字的文字", "another table, or text that tells its figures";
    NEEDS_DATE = "写有日期的内容", "dates";

    // Places.
    TABLE_TITLED = "《{title}》", "“{title}”";
    TABLE_NUMBERED = "第{n}张表", "table {n}";
    AT_ROW = "第{n}行“{name}”", "row {n} “{name}”";
    AT_TEXT = "表外文字第{n}段", "paragraph {n} of the text";
    AT_GROUP = "“{name}”", "“{name}”";
    JOINED = "{one}{other}", "{one}, {other}";
    FIELD_WEIGHT = "分值", "weight";
    FIELD_TARGET = "目标值", "target";
    FIELD_ACTUAL = "实际完成值", "actual value";
    FIELD_COMPLETION = "完成率", "completion rate";
    FIELD_SCORE_RATE = "得分率", "score rate";
    FIELD_DEDUCTION = "扣分", "deduction";
    FIELD_DEDUCTIONS = "扣分合计", "sum of the deductions";
    FIELD_SCORE = "得分", "score";
    FIELD_COUNTS = "答卷份数", "answers";
    FIELD_REASON = "扣分原因", "reason";
    FIELD_RULE = "评分标准", "rule";
    FIELD_TOTAL = "总分", "total";
    FIELD_GRADE = "等级", "grade";
    FIELD_GRADE_SCALE = "等级分数线", "grade scale";
    FIELD_BUDGET_INITIAL = "年初预算数", "initial budget";
    FIELD_BUDGET_PLANNED = "全年预算数", "budget of the year";
    FIELD_BUDGET_EXECUTED = "全年执行数", "executed amount";
    FIELD_BUDGET_RATE = "执行率", "execution rate";
    FIELD_BUDGET_SCORE = "预算执行率得分", "score of the budget";
    HALF_UP = "四舍五入", "rounding half up";
    HALF_EVEN = "四舍六入五成双", "rounding half to even";
    DOWN = "截尾", "cutting off";

    // The whole.
    GRADE_CHANGES = "等级会改变：{claim}，{by}。", "The grade changes: {claim}, {by}.";
    GRADE_MAY_CHANGE = "等级可能改变：{claim}，{by}（各行得分如经四舍五入，也可能是“{claimed}”）。",
        "The grade may change: {claim}, {by} (if the scores of the rows were rounded, “{claimed}” is possible).";
    GRADE_STANDS = "等级不变：{claim}，{by}。", "The grade stands: {claim}, {by}.";
    GRADE_UNPRINTED = "{claim}；{by}。", "{claim}; {by}.";
    CLAIM_GRADE = "表列“{grade}”", "“{grade}” is printed";
    CLAIM_TOTAL = "表列总分{total}分相当于“{grade}”", "the printed total of {total} is “{grade}”";
    CLAIM_NONE = "表中未列明评价等级", "No grade is printed";
    BY_ROWS = "各行得分相加{value}分为“{grade}”", "the rows add up to {value}, which is “{grade}”";
    BY_ROWS_TOO = "按各行得分为“{grade}”", "the rows give “{grade}”";
    BY_RANGE = "按各行得分，总分在{min}至{max}分之间", "by the rows the total lies between {min} and {max}";
    BY_RULES = "如各行都按推测的评分规则计分，则为“{grade}”；仅为推测，不作结论。",
        "If all rows were scored by the rule that most of them point to, it would be “{grade}”; that is a guess and decides nothing.";
    SUM_OF_ROWS = "各行得分相加为{value}分，表列总分{total}分。", "The rows add up to {value}; {total} is printed.";
    SUM_UNPRINTED = "各行得分相加为{value}分，表中未列总分。", "The rows add up to {value}; no total is printed.";
    SUM_OF_SOME = "有{missing}行没有得分或读不出得分，其余各行相加为{value}分，表列总分{total}分。",
        "Of {missing} rows no score can be read; the others add up to {value}; {total} is printed.";
    SUM_OF_SOME_UNPRINTED = "有{missing}行没有得分或读不出得分，其余各行相加为{value}分，表中未列总分。",
        "Of {missing} rows no score can be read; the others add up to {value}; no total is printed.";
    SUM_RANGE = "按各行表列的位数，总分在{min}至{max}分之间。", "By the digits printed, the total lies between {min} and {max}.";
    SUM_BELOW = "按各行表列的位数，总分不低于{min}分、不足{max}分。",
        "By the digits printed, the total is at least {min} and less than {max}.";
    SOUND = "没有发现算术矛盾，共核对{n}处。", "Nothing in it contradicts the arithmetic; {n} comparisons were made.";
    SOUND_EXCEPT = "没有发现算术矛盾，共核对{n}处；另有{more}处需要说明或核对。",
        "Nothing in it contradicts the arithmetic; {n} comparisons were made. There are {more} other points to explain or check.";
    UNSOUND = "发现{errors}处算术矛盾，另有{more}处需要说明或核对；共核对{n}处。",
        "{errors} contradictions in the arithmetic and {more} other points to explain or check; {n} comparisons were made.";
    MADE = "已核对：{list}。", "Checked: {list}.";
    TIMES = "{name}（{n}处）", "{name} ({n})";
    COULD_NOT = "表中没有所需的内容，以下各项没有核对：{list}。", "Not checked, because the tables do not have what it takes: {list}.";
    FOR_WANT = "{list}（需要{needs}）", "{list} (needs {needs})";
    OF_TABLE = "{table}：{said}", "{table}: {said}";
    LETTER_MEND = "请核实更正（{n}项）：", "To be corrected ({n}):";
    LETTER_EXPLAIN = "请作出说明（{n}项）：", "To be explained ({n}):";
    LETTER_END = "以上各项请核实更正或作出说明，并书面反馈。",
        "Please correct or explain these points and reply in writing.";
    LETTER_SOUND = "未发现矛盾。", "Nothing contradicts.";
    LETTER_HEAD = "经核对{tables}，意见如下：", "On checking {tables}:";
    LETTER_ITEM = "{n}.{place}：{said}。", "{n}. {place}: {said}.";
}
