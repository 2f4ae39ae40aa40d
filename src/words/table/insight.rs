//! Texts of the tools of 推演 that look into a score: 失分去向, 可能范围, 双因素, 权重, 换体系.

super::texts! {
    // What several of them have.
    INDICATOR = "指标", "Indicator";
    FULL = "满分", "Full score";
    TOTAL = "总分", "Total";
    CERTAIN = "已确定得分", "Certain points";
    GRADE = "等级", "Grade";

    // 失分去向.
    LOSSES_ABOUT = "从满分到总分，分是在哪一级、哪一项失去的。", "From the full score to the total: where the points were lost.";
    LOSSES_WAY = "从满分到总分", "From the full score to the total";
    LOSSES_HINT = "每一条从上一条结束处开始。", "Each bar begins where the one above ends.";
    CHANGE = "增减", "Change";
    AWARDED = "得{points}，满分{weight}", "{points} of {weight}";
    OPEN_POINTS = "{points}未定", "{points} open";
    LOST_AND_OPEN = "{lost}，{open}未定", "{lost}, {open} open";
    OPEN_PART = "{name}（未确定）", "{name} (still open)";
    LOSSES_TABLE = "失分一览", "All losses";
    WEIGHT = "分值", "Weight";
    SCORE = "得分", "Score";
    LOST = "失分", "Lost";
    SHARE_OF_LOSS = "占总失分", "Share of the loss";
    LOSS_RATE = "失分率", "Share of its weight";

    // 可能范围.
    RANGE_ABOUT = "还没填完、没定下的，最少和最多能得多少；哪一项就能定下等级。",
        "What is not settled yet: the least and the most it may earn, and which answer settles the grade.";
    RANGE_WAY = "从最低总分到最高总分", "From the lowest to the highest total";
    RANGE_HINT = "每一条是该项尚可得的分，从上一条结束处开始。",
        "Each bar is what a row may still earn and begins where the one above ends.";
    LOWEST = "最低总分", "Lowest total";
    HIGHEST = "最高总分", "Highest total";
    STILL_OPEN = "尚可得", "Still to be earned";
    SETTLING = "单独可定等级的答案", "Answers that settle the grade";
    FROM = "最低", "Least";
    TO = "最高", "Most";

    // 双因素.
    GRID_ABOUT = "两项同时变动、其余不变时的总分和等级。", "The total and the grade as two inputs move together.";
    GRID_TOO_FEW = "这份评价中可以变动的数据不到两项。", "This assessment has fewer than two inputs that could move.";
    GRID_X = "横向", "Across";
    GRID_Y = "纵向", "Down";
    GRID_STEPS = "取值个数", "Values";
    GRID_FROM = "{axis}从", "{axis} from";
    GRID_TO = "{axis}到", "{axis} to";
    GRID_CAPTION = "“{x}”与“{y}”的各种组合下的总分", "The total for each pair of “{x}” and “{y}”";
    GRID_HINT = "粗线为等级分界，加框为现在。可用方向键逐格查看。",
        "Thick lines part the grades; the framed cell is how it is now. The arrow keys go from cell to cell.";
    GRID_UNREAD = "“{text}”不能用作“{name}”的取值，暂用{used}。请改成{least}至{most}之间的值。",
        "“{text}” is no value for “{name}”, so {used} is used for now. Enter one from {least} to {most}.";
    GRID_TURNED = "止值小于起值，列表仍由小到大排列。",
        "The end lies below the beginning; the table runs from the lesser to the greater.";

    // 权重.
    WEIGHTS_ABOUT = "一项的权重变动、其余按比例调整时，等级在哪些权重内不变。",
        "Which weights keep the grade when one changes and the others make room in proportion.";
    WEIGHTS_SHOWN = "列出", "Listed";
    WEIGHTS_CHANGING = "会改变等级的", "Those that can change the grade";
    WEIGHTS_ALL = "全部指标", "All indicators";
    WEIGHTS_OF = "查看指标", "Indicator";
    WEIGHTS_PLOT = "总分随“{name}”的权重变化", "The total as the weight of “{name}” changes";
    WEIGHTS_PLOT_HINT = "横轴为权重，纵轴为未修约的总分；虚线为等级线，圆点为现在，下方为各等级的权重区间。",
        "Weights across, unrounded totals up; dashed lines are grade bounds, the dot is now, the strip below tells the grade of each weight.";
    WEIGHTS_TABLE = "等级不变的权重", "Weights that keep the grade";
    WEIGHTS_TABLE_HINT = "绿条为等级不变的权重，圆点为现在的权重，满幅为{full}。",
        "Green bars are weights that keep the grade, the dot is the weight now; the full width is {full}.";
    WEIGHTS_KEEP = "等级不变的权重", "Weights that keep the grade";
    WEIGHT_NOW = "现为{weight}", "now {weight}";
    KNOTS = "“{name}”的权重与总分", "Weight of “{name}” and total";
    INTERVAL = "权重区间", "Weights";
    TOTALS_WITHIN = "未修约总分", "Unrounded total";

    // 换体系.
    OTHER_ABOUT = "同一填报数据放到另一个体系里，逐项看得分和等级有什么变化、为什么。",
        "The same entries under another rubric: what becomes of each row, of the total and of the grade, and why.";
    OTHER_FORM = "对照的体系", "Rubric to compare with";
    OTHER_EDITION = "{title}（{edition}）", "{title} ({edition})";
    OTHER_FROM_FILE = "文件：{title}（{edition}）", "File: {title} ({edition})";
    OTHER_FILE = "或载入指标体系文件（JSON）", "Or load a rubric file (JSON)";
    OTHER_NOT_JSON = "这个文件不是完整的 JSON（第{line}行第{column}列）。", "This file is no complete JSON (line {line}, column {column}).";
    OTHER_SHAPE = "这个文件不是指标体系：“{path}”处的内容不合格式。", "This file is no rubric: what stands at “{path}” has the wrong shape.";
    OTHER_FAULTY = "这个体系有错误，不能用来评分：{problem}。", "This rubric has errors and cannot score: {problem}.";
    OTHER_WAY = "从原体系的总分到新体系的总分", "From the total by the old rubric to that by the new one";
    OTHER_HINT = "每一条是该一级指标得分的增减；尚未确定的，色条按已确定的得分，右列为可能的增减。",
        "Each bar is what a first-level group gains or loses; where answers are open, the bar goes by the points that are certain and the figures say between what the change lies.";
    OLD_TOTAL = "原体系总分", "Total, old rubric";
    NEW_TOTAL = "新体系总分", "Total, new rubric";
    OLD_CERTAIN = "原体系已确定得分", "Certain points, old rubric";
    NEW_CERTAIN = "新体系已确定得分", "Certain points, new rubric";
    AT_TOTAL = "总分上的加减", "What acts on the total";
    OTHER_ROWS = "逐项对照", "Row by row";
    OTHER_SHOWN = "列出", "Listed";
    OTHER_CHANGED = "有变化的", "Rows that differ";
    OTHER_ALL = "全部指标", "All rows";
    OLD_FORM = "原体系", "Old rubric";
    NEW_FORM = "新体系", "New rubric";
    WHY = "变化与原因", "What differs, and why";
    ADDED = "新体系增设。", "Only in the new rubric.";
    REMOVED = "新体系取消。", "Only in the old rubric.";
}
