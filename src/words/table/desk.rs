//! Texts of the tab 推演: its frame and its controls. What the answers say is in `whatif`.

super::texts! {
    // The frame.
    TOOLS = "推演工具", "What-if tools";
    DISTANCE = "差距", "Distance";
    CHEAPEST = "最省力", "Cheapest way";
    LOSSES = "失分去向", "Lost points";
    SWING = "敏感性", "Swing";
    RANGE = "可能范围", "Range";
    GRID = "双因素", "Grid";
    WEIGHTS = "权重", "Weights";
    COMPARISON = "换体系", "Other rubric";

    // The baseline and the target.
    BASELINE = "当前得分", "Score now";
    TARGET = "目标总分", "Target total";
    TARGETS = "常用目标", "Common targets";
    TO_GRADE = "“{grade}”{points}", "“{grade}” {points}";
    TO_FULL = "满分{points}", "Full score {points}";
    TARGET_UNREAD = "“{text}”不是分数，暂按{points}分推演。", "“{text}” is no number of points; {points} is used for now.";
    SHORT = "距目标还差{points}。", "{points} short of the target.";
    REACHED = "已达到目标，余量{points}。", "The target is reached, with {points} to spare.";
    MAY_REACH = "填完后总分在{min}至{max}之间，目标为{points}。", "Once complete the total lies between {min} and {max}; the target is {points}.";

    // The scenarios.
    SCENARIOS = "方案对比", "Scenarios side by side";
    SCENARIOS_HINT = "色条从基准总分（竖线）起，到各方案的总分；虚线为等级线。",
        "Bars go from the total of the baseline (upright line) to that of each scenario; dashed lines are grade bounds.";
    SCENARIO = "方案", "Scenario";
    TOTAL_AND_GRADE = "总分与等级", "Total and grade";
    NO_CHANGES = "没有改动", "nothing is changed";
    WITH_NOTE = "{name}（{note}）", "{name} ({note})";
    OPEN = "打开", "Open";
    IS_OPEN = "已打开", "Open now";
    WRITE = "写入方案", "Put into a scenario";

    // What several tools have.
    COPY_SENTENCE = "复制这段话", "Copy the sentence";
    COPY_TABLE = "复制表格", "Copy the table";
    INPUT = "可变项", "Input";
    EFFECT = "总分变动", "Change of the total";
    FROM_TO = "变动范围", "From – to";
    GROUP_NAME = "所属指标", "Group";
    VALUE_NOW = "现值", "Now";
    NOW_IS = "现为{value}", "now {value}";
    TOTAL_THERE = "此时总分", "Total there";
    IN_WORDS = "报告用语", "In words";
    OF_ROW = "{what}：{name}", "{what}: {name}";
    TOTAL_AT_LOW = "低端总分", "Total at the low";
    TOTAL_AT_HIGH = "高端总分", "Total at the high";

    // 差距.
    DISTANCE_ABOUT = "每项单独变动、其余不变时，要到多少才达到目标，到多少就失去现有等级。",
        "What each input alone would have to be to reach the target, and where it loses the grade.";
    ORDER = "排列顺序", "Order";
    IN_FORM_ORDER = "按指标体系", "As in the form";
    NEAREST_UP = "离目标近的在前", "Nearest to the target";
    NEAREST_DOWN = "离失去等级近的在前", "Nearest to losing the grade";
    DISTANCE_CAPTION = "各项单独变动的差距", "How far each input alone is";
    DISTANCE_RISES = "色条为该项单独变动所能提高到的总分；竖线为当前总分和目标，虚线为等级线。",
        "Bars go to the best that the input alone makes of the total; upright lines are the total now and the target, dashed lines are grade bounds.";
    DISTANCE_FALLS = "色条为该项单独变动会降到的总分，到失去等级为止；竖线为当前总分，虚线为等级线。",
        "Bars go to what the input alone lowers the total to, as far as losing the grade; the upright line is the total now, dashed lines are grade bounds.";
    TO_REACH = "达到{target}", "To reach {target}";
    TO_LOSE = "失去“{grade}”", "To lose “{grade}”";
    GOAL = "目标", "Target";

    // 敏感性.
    SWING_ABOUT = "每项单独变动、其余不变时，总分会动多少；影响大的在前。",
        "How far the total moves when one input alone moves; the largest effect first.";
    SWING_FAR = "变动幅度", "How far";
    SWING_BY = "±{n}%", "±{n}%";
    SWING_ENDS = "规则的两端", "Ends of the rule";
    SWING_OTHER = "其他幅度", "Another";
    SWING_CAPTION = "各项单独变动时的总分", "The total as each input alone moves";
    SWING_HINT = "竖线为当前{total}分，虚线为等级线。定性、勾选等没有幅度的项，按全部选择计。",
        "The upright line is the total now, {total}; dashed lines are grade bounds. Levels and ticks go over all their choices.";
}
