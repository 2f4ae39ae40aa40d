//! Texts of `whatif::distance`.

super::super::texts! {
    // Beside a row.
    AT_TOTAL = "总分{total}", "total {total}";
    CANNOT = "单项不能达到", "not alone";
    AT_BEST = "最高{total}（{setting}）", "at best {total} ({setting})";
    NO_MORE = "不能再提高总分", "cannot raise the total";
    REACHED = "已达到", "reached";
    NOT_LOST = "单项不会失去", "not lost alone";
    AT_WORST = "最低{total}（{setting}）", "at worst {total} ({setting})";
    NO_LESS = "不会降低总分", "cannot lower the total";
    NOTHING = "—", "—";

    // One input in a sentence.
    A_STEP_SHORT = "差一步（{setting}）时总分为{total}。", " One step short of that ({setting}), the total is {total}.";
    CANNOT_REACH = "仅凭{name}一项不能使总分达到{target}，最高为{total}（{setting}）。",
        "{name} alone cannot bring the total to {target}: {total} at best ({setting}).";
    CANNOT_RAISE = "仅凭{name}一项不能再提高总分，总分{total}。",
        "{name} alone cannot raise the total beyond {total}.";
    IS_REACHED = "总分{total}，已达到{target}。", "The total is {total}: {target} is reached.";
    CANNOT_LOSE = "仅因{name}一项不会失去“{grade}”，总分最低为{total}（{setting}）。",
        "{name} alone cannot lose the grade “{grade}”: {total} at worst ({setting}).";
    CANNOT_LOWER = "{name}单独变动不会降低总分{total}。", "{name} alone cannot lower the total of {total}.";

    // All of them.
    ONE_REACHES = "仅变动一项，可使总分由{from}达到{target}的有{n}项：{list}。",
        "Inputs that alone bring the total from {from} to {target}: {n}. {list}.";
    NONE_REACHES = "任何一项单独变动都不能使总分由{from}达到{target}，最高为{best}（{change}）。",
        "No single input brings the total from {from} to {target}: {best} at best ({change}).";
    NONE_RAISES = "任何一项单独变动都不能使总分高于{from}。", "No single input raises the total beyond {from}.";
    ONE_LOSES = "仅变动一项，会失去“{grade}”（{bound}以上）的有{n}项：{list}。",
        "Inputs that alone lose the grade “{grade}” (from {bound}): {n}. {list}.";
    NEAREST_LOSES = "仅变动一项，会失去“{grade}”（{bound}以上）的有{n}项，变动幅度最小的依次为：{list}。",
        "Inputs that alone lose the grade “{grade}” (from {bound}): {n}; by the smallest moves: {list}.";
    NEAREST_REACHES = "仅变动一项，可使总分由{from}达到{target}的有{n}项，变动幅度最小的依次为：{list}。",
        "Inputs that alone bring the total from {from} to {target}: {n}; by the smallest moves: {list}.";
    NONE_LOSES = "任何一项单独变动都不会失去“{grade}”（{bound}以上）。",
        "No single input loses the grade “{grade}” (from {bound}).";
    LOWEST = "当前等级已是最低一档。", "The grade is the lowest there is.";
}
