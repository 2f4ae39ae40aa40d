//! Names of rates and of the fields of an entry.

super::texts! {
    // Rates.
    COMPLETION = "完成率", "completion rate";
    SATISFACTION = "满意度", "satisfaction rate";
    YES_SHARE = "选择“是”的比例", "share of “yes”";
    RATE = "比率", "rate";
    EXECUTION = "预算执行率", "budget execution rate";
    ARRIVAL = "资金到位率", "funding arrival rate";
    SAVING = "成本节约率", "cost saving rate";
    TIMELINESS = "完成及时率", "timeliness rate";
    PASS_RATE = "质量达标率", "quality pass rate";
    PLAN_TO_COST = "计划成本与实际成本之比", "ratio of planned to actual cost";

    // Fields.
    ACTUAL = "实际完成值", "Actual value";
    TARGET = "目标值", "Target";
    EXECUTED = "执行数", "Executed amount";
    RECEIVED = "实际到位资金", "Funds received";
    ANNUAL_BUDGET = "全年预算数", "Annual budget";
    ADJUSTED_BUDGET = "调整后预算数", "Adjusted budget";
    BUDGET = "预算资金", "Budgeted funds";
    PLANNED_COST = "计划成本", "Planned cost";
    ACTUAL_COST = "实际成本", "Actual cost";
    START_DATE = "开始日期", "Start date";
    PLANNED_DATE = "计划完成日期", "Planned completion date";
    ACTUAL_DATE = "实际完成日期", "Actual completion date";
    PLANNED_TIME = "计划用时", "Planned duration";
    ACTUAL_TIME = "实际用时", "Actual duration";
    PLANNED = "计划值", "Planned value";
    YES = "选择“是”的份数", "Answers of “yes”";
    ASKED = "有效问卷数", "Valid answers";
    PASSED = "合格数", "Items passed";
    INSPECTED = "检查数", "Items inspected";
    COUNTS = "各选项人数", "Answers per option";
    COUNT = "“{option}”人数", "Number of “{option}”";
    LEVEL = "档次", "Level";
    POINTS = "得分", "Points";
    MISSED = "不符合的要点", "Items not met";
    PARTLY = "“{item}”的符合程度", "Share met of “{item}”";
    DEDUCTIONS = "扣分项", "Deductions";
    DEDUCTION_POINTS = "“{item}”的扣分", "Points off for “{item}”";
    DEDUCTION_COUNT = "“{item}”的项数", "Number of “{item}”";
    OVERRIDE = "调整得分", "Adjusted points";
    OVERRIDE_REASON = "调整理由", "Reason for the adjustment";
    BLOCK = "整体赋分", "Block score";
    BLOCK_POINTS = "整体得分", "Points of the block";
    BLOCK_SHARE = "整体得分比例", "Share for the block";
    BLOCK_REASON = "整体赋分理由", "Reason for the block score";

    // Beyond what is scored.
    NAME = "指标内容", "What the indicator is here";
    NOTE = "说明", "Note";
    EVIDENCE = "佐证资料", "Evidence";
    TARGET_TEXT = "目标值（文字）", "Target in words";
    ACTUAL_TEXT = "完成情况（文字）", "Result in words";
    BASIS = "指标值设定依据", "Basis of the target";
    LAST_YEAR = "上年完成情况", "Last year";
    DEVIATION = "偏差原因及改进措施", "Deviation and remedy";
    PARTLY_MET = "部分符合的要点", "Items met in part";

    // Parts of a rubric.
    DEDUCTION = "扣分项“{item}”", "Deduction “{item}”";
    RULE = "评分标准", "The rule";
    MEASURE = "比率的计算方式", "The measure";
    PREFILL = "预填内容", "The prefill";
    WEIGHT = "分值", "Weight";
    GRADES = "评价等级", "The grades";
    FACTS = "项目数据", "Project data";
    INDICATORS = "指标", "The indicators";
    ROUNDING = "得分小数位数", "Rounding";
    SOURCE = "出处", "The source";

    REASON = "评分理由", "Reason";
}
