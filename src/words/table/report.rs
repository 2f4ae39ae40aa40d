//! Sentences of the evaluation report.

super::texts! {
    CLOSING_LOST = "综上所述，该指标满分{weight}，扣{lost}，得分{points}。",
        "In sum, the indicator is worth {weight}; {lost} were deducted and {points} awarded.";
    CLOSING = "综上所述，该指标满分{weight}，得分{points}。",
        "In sum, the indicator is worth {weight} and {points} were awarded.";
    CLOSING_NO_WEIGHT = "综上所述，该指标分值为0，不计分。", "In sum, the indicator is worth 0 points and not scored.";
    CLOSING_BONUS = "综上所述，该加分项加{points}。", "In sum, the bonus item adds {points}.";
    CLOSING_NOT_APPLICABLE = "综上所述，该指标不适用，不参与评分。",
        "In sum, the indicator does not apply and is not scored.";

    GROUP = "{name}类指标权重为{weight}，得分为{points}，得分率为{rate}。",
        "{name}: weight {weight}, score {points}, scoring rate {rate}.";
    GROUP_REASON = "{name}类指标权重为{weight}，得分为{points}，得分率为{rate}，主要原因为{reason}。",
        "{name}: weight {weight}, score {points}, scoring rate {rate}; main reason: {reason}.";
    /// For names that already end in 指标.
    GROUP_PLAIN = "{name}权重为{weight}，得分为{points}，得分率为{rate}。",
        "{name}: weight {weight}, score {points}, scoring rate {rate}.";
    GROUP_PLAIN_REASON = "{name}权重为{weight}，得分为{points}，得分率为{rate}，主要原因为{reason}。",
        "{name}: weight {weight}, score {points}, scoring rate {rate}; main reason: {reason}.";
    KIND_OF = "{name}类指标", "{name}";
    /// From 0 on, as running text writes small numbers.
    NUMBERS = "零 一 两 三 四 五 六 七 八 九 十", "no one two three four five six seven eight nine ten";
    DETAIL = "{name}从{list}{number}个方面进行考察，分值{weight}，实际得分{points}。",
        "{name} is examined in {number} respects ({list}): weight {weight}, score {points}.";
    DETAIL_ONE = "{name}从{list}方面进行考察，分值{weight}，实际得分{points}。",
        "{name} is examined by {list}: weight {weight}, score {points}.";

    CONCLUSION = "最终评价得分：{points}，评价等级：“{grade}”。", "Final score: {points}, grade: “{grade}”.";
    CONCLUSION_OPEN = "已评得分：{from}，最高可得{to}。", "Score so far: {from}, at most {to}.";
    CERTAIN = "已确定不低于“{grade}”", "Certain to be at least “{grade}”";
    POSSIBLE = "还可能为{list}", "may still be {list}";
    OPEN = "评价等级尚未确定，可能为{list}", "The grade is still open: {list}";
    SETTLED = "已确定为“{grade}”", "Certain to be “{grade}”";
    UP = "距“{grade}”还差{points}", "{points} short of “{grade}”";
    MARGIN = "距“{grade}”下限还有{points}余量", "{points} above the lower bound of “{grade}”";
    DOWN = "再失{points}降为“{grade}”", "losing {points} makes it “{grade}”";

    // The total in one sentence.
    TOTAL_SETTLED = "总分{total}，满分{full}，等级“{grade}”。", "Total {total} of {full}, grade “{grade}”. ";
    TOTAL_OPEN = "总分在{min}至{max}之间，满分{full}。", "Total between {min} and {max} of {full}. ";
}
