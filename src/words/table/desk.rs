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
    TARGET_BEYOND = "最高只有{most}，达不到{points}。", "There are at most {most}, so {points} cannot be reached.";
    SHORT = "距目标还差{points}。", "{points} short of the target.";
    REACHED = "已达到目标，余量{points}。", "The target is reached, with {points} to spare.";
    MAY_REACH = "填完后总分在{min}至{max}之间，目标为{points}。", "Once complete the total lies between {min} and {max}; the target is {points}.";

    // The scenarios.
    SCENARIOS = "方案对比", "Scenarios side by side";
    SCENARIOS_ABOUT = "基准和各个方案并排看：改了什么，总分和等级各是多少。",
        "The baseline and every scenario: what each changes, and the total and grade it comes to.";
    NO_SCENARIOS = "还没有推演方案。在“差距”“最省力”等工具里点“写入新方案”，或者在这里新建一个，再到“评分”里改数：改动只记入方案，基准不变。",
        "There are no scenarios yet. Put an answer of another tool into one, or begin one here and edit the entries under Score: the changes go to the scenario only, the baseline stays.";
    SCENARIOS_HINT = "色条从基准总分（竖线）起，到各方案的总分。",
        "Bars go from the total of the baseline (upright line) to that of each scenario.";
    SCENARIOS_TOTALS = "基准与各方案的总分", "Totals of the baseline and the scenarios";
    SCENARIOS_ROWS = "各方案逐项得分", "Points by indicator";
    SCENARIOS_SAID = "各方案的结论", "What to report of each";
    SCENARIO = "方案", "Scenario";
    TOTAL_AND_GRADE = "总分与等级", "Total and grade";
    NO_CHANGES = "没有改动", "nothing is changed";
    WITH_NOTE = "{name}（{note}）", "{name} ({note})";
    OPEN = "打开", "Open";
    IS_OPEN = "已打开", "Open now";
    WRITE_NEW = "写入新方案", "Put into a new scenario";
    WRITE_INTO = "写入“{name}”", "Put into “{name}”";
    WRITING_GOES = "改动写入", "Write to";
    WRITING_INTO = "“{name}”", "“{name}”";
    WRITING_COPY = "另存新方案", "A new scenario on top of it";
    STANDS = "总分{total}", "total {total}";
    STANDS_WITH_GRADE = "总分{total}，{grade}", "total {total}, {grade}";

    // What several tools have.
    /// After what else is said of a picture.
    GRADE_LINES = "虚线为等级线。", " Dashed lines are grade bounds.";
    /// Shown above a box that is narrower than its table.
    SCROLLS = "左右滑动可看全表 ↔", "Scroll sideways for the rest ↔";
    COPY_SENTENCE = "复制这段话", "Copy the sentence";
    COPY_TABLE = "复制表格", "Copy the table";
    INPUT = "变动的数据", "Input";
    EFFECT = "总分变动", "Change of the total";
    FROM_TO = "变动范围", "From – to";
    GROUP_NAME = "所属指标", "Group";
    VALUE_NOW = "现值", "Now";
    NOW_IS = "现为{value}", "now {value}";
    TOTAL_THERE = "此时总分", "Total there";
    IN_WORDS = "报告用语", "In words";
    OF_ROW = "{what}：{name}", "{what}: {name}";
    TOTAL_AT_LOW = "最低总分", "Lowest total";
    TOTAL_AT_HIGH = "最高总分", "Highest total";

    // 差距.
    DISTANCE_ABOUT = "每项单独变动、其余不变时，要到多少才达到目标，到多少就失去现有等级。",
        "What each input alone would have to be to reach the target, and where it loses the grade.";
    ORDER = "排列顺序", "Order";
    IN_FORM_ORDER = "按指标体系", "As in the form";
    NEAREST_UP = "离目标近的在前", "Nearest to the target";
    NEAREST_DOWN = "离失去等级近的在前", "Nearest to losing the grade";
    DISTANCE_CAPTION = "各项单独变动的差距", "How far each input alone is";
    DISTANCE_RISES = "色条为该项单独变动所能提高到的总分；竖线为当前总分和目标。",
        "Bars go to the best that the input alone makes of the total; upright lines are the total now and the target.";
    DISTANCE_FALLS = "色条为该项单独变动会降到的总分，到失去等级为止；竖线为当前总分。",
        "Bars go to what the input alone lowers the total to, as far as losing the grade; the upright line is the total now.";
    TO_REACH = "达到{target}", "To reach {target}";
    TO_LOSE = "失去“{grade}”", "To lose “{grade}”";
    REACHES = "达到目标", "Target reached";
    LOSES = "失去等级", "Grade lost";
    GOAL = "目标", "Target";

    // 最省力.
    CHEAPEST_ABOUT = "达到目标总分，最少要改动哪几项、各改到多少；还有哪些别的做法。",
        "The fewest changes that reach the target, how far each must go, and what else would do.";
    CHEAPEST_BY = "怎样算省力", "What counts";
    CHEAPEST_BY_COUNT = "改动项数最少", "Fewest changes";
    CHEAPEST_BY_EFFORT = "工作量最小", "Least effort";
    CHEAPEST_BEST = "最省力的做法：{effort}，{what}{total}", "The cheapest way: {effort}, {what}: {total}";
    CHEAPEST_ALTERNATIVES = "其他做法", "Other ways";
    CHEAPEST_OTHER = "做法{n}：{effort}，{what}{total}", "Way {n}: {effort}, {what}: {total}";
    CHEAPEST_MORE = "以上只列出{n}种，还有别的做法。", "Only {n} are listed; there are others.";
    CHEAPEST_NO_OTHERS = "除以上做法外，没有别的做法（多做一项也能达到的不计）。",
        "There are no other ways, not counting those that change more than they need.";
    CHEAPEST_NONE_YET = "正在计算，已比较{n}种组合，还没有找到做法。", "Searching: {n} sets compared, no way found yet.";
    CHEAPEST_BEST_COUNT = "正在计算，已比较{n}种组合，找到{found}种做法，最少改动{effort}项。",
        "Searching: {n} sets compared, {found} ways found, the least with {effort} changes.";
    CHEAPEST_BEST_EFFORT = "正在计算，已比较{n}种组合，找到{found}种做法，最小工作量为{effort}。",
        "Searching: {n} sets compared, {found} ways found, the least effort being {effort}.";
    CHEAPEST_STOPPED = "计算已停止，已比较{n}种组合，找到{found}种做法，可能还有别的做法。",
        "Stopped after {n} sets with {found} ways found; there may be others.";
    CHEAPEST_CANCEL = "取消", "Cancel";
    CHEAPEST_RESUME = "继续计算", "Go on";
    CHEAPEST_WAY = "从当前得分到目标", "From the score now to the target";
    CHEAPEST_WAY_HINT = "每一条是依次改动时该项增加的分，从上一条结束处开始；竖线为目标。",
        "Each bar is what a change adds to those above it; the upright line is the target.";
    CHEAPEST_CHANGE = "改动", "Change";
    CHEAPEST_GAIN = "增分", "Gain";
    CHEAPEST_AFTER = "改动后{what}", "After them: {what}";
    CHEAPEST_MOVES = "{from} → {to}", "{from} → {to}";
    CHEAPEST_CHOICES = "可选的改动", "Changes to choose from";
    CHEAPEST_CHOICES_HINT = "色条为该项单独改到最好时的总分；竖线为当前总分。",
        "Bars go to the total with that change alone at its best; the upright line is the total now.";
    CHEAPEST_CHOICES_EFFORT = "在每项下填写工作量（天数、费用或难度均可，单位一致即可），不填按1计。色条为该项单独改到最好时的总分；竖线为当前总分。",
        "Give each change an effort: days, cost or difficulty, all in the same unit; 1 if left empty. Bars go to the total with that change alone at its best; the upright line is the total now.";
    CHEAPEST_ALONE = "单独改动增分", "Gain alone";
    CHEAPEST_EFFORT = "工作量", "Effort";
    CHEAPEST_EFFORT_UNREAD = "“{text}”不是大于0的数，暂按1计。", "“{text}” is no number above 0; 1 is used for now.";

    // 敏感性.
    SWING_ABOUT = "每项单独变动、其余不变时，总分会动多少；影响大的在前。",
        "How far the total moves when one input alone moves; the largest effect first.";
    SWING_FAR = "变动幅度", "How far";
    SWING_BY = "±{n}%", "±{n}%";
    SWING_ENDS = "规则的两端", "Ends of the rule";
    SWING_OTHER = "其他幅度", "Another";
    SWING_UNREAD = "“{text}”不是大于0的百分数，暂按±10%计。", "“{text}” is no percentage above 0; ±10% is used for now.";
    SWING_BLANK = "没有填写，暂按±10%计。", "Nothing is typed; ±10% is used for now.";
    SWING_CAPTION = "各项单独变动时的总分", "The total as each input alone moves";
    SWING_HINT = "竖线为当前{what}{total}分。评价人赋分、定档等没有幅度，按其全部可选结果计；总分列为变动范围内的最低和最高。",
        "The upright line is what stands now ({what}: {total}). Judgements, levels and the like go over all their choices; totals are the lowest and the highest within the range.";
}
