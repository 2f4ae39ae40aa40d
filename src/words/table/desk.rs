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
    UNREAD = "这份评价没能读出来，请刷新页面后再试。", "This assessment could not be read; reload the page and try again.";

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
}
