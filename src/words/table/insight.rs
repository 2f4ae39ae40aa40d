//! Texts of the tools of 推演 that look into a score: 失分去向, 可能范围, 双因素, 权重, 换体系.

super::texts! {
    // What several of them have.
    INDICATOR = "指标", "Indicator";
    SCROLL_TABLE = "{name}（可左右滚动）", "{name} (scrolls sideways)";
    FULL = "满分", "Full score";
    TOTAL = "总分", "Total";
    GRADE = "等级", "Grade";

    // 失分去向.
    LOSSES_ABOUT = "从满分到总分，分是在哪一级、哪一项失去的。", "From the full score to the total: where the points were lost.";
    LOSSES_WAY = "从满分到总分", "From the full score to the total";
    LOSSES_HINT = "每一条从上一条结束处开始，虚线为等级线。", "Each bar begins where the one above ends; dashed lines are grade bounds.";
    CHANGE = "增减", "Change";
    AWARDED = "得{points}，满分{weight}", "{points} of {weight}";
    OPEN_PART = "{name}（未确定）", "{name} (still open)";
    LOSSES_TABLE = "失分一览", "All losses";
    WEIGHT = "分值", "Weight";
    SCORE = "得分", "Score";
    LOST = "失分", "Lost";
    SHARE_OF_LOSS = "占总失分", "Share of the loss";
    LOSS_RATE = "失分率", "Share of its weight";
}
