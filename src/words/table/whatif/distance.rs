//! Texts of `whatif::distance`.

super::super::texts! {
    // Beside a row.
    AT_TOTAL = "{what}{total}", "{what}: {total}";
    CANNOT = "单项不能达到", "not alone";
    AT_BEST = "最高{total}（{setting}）", "at best {total} ({setting})";
    NO_MORE = "不能再提高总分", "cannot raise the total";
    REACHED = "已达到", "reached";
    NOT_LOST = "仅此一项不会失去", "not lost alone";
    AT_WORST = "最低{total}（{setting}）", "at worst {total} ({setting})";
    NO_LESS = "不会降低总分", "cannot lower the total";
    NOTHING = "—", "—";

    // One input in a sentence.
    A_STEP_SHORT = "差一步（{setting}）时{what}为{total}。", " One step short of that ({setting}), {what} would be {total}.";
    CANNOT_REACH = "仅凭{name}一项不能使{what}达到{target}，最高为{total}（{setting}）。",
        "{name} alone cannot bring {what} to {target}: {total} at best ({setting}).";
    CANNOT_RAISE = "仅凭{name}一项不能再提高{what}，{what}{total}。",
        "{name} alone cannot raise {what} beyond {total}.";
    IS_REACHED = "{what}{total}，已达到{target}。", "{target} is reached, with {what} at {total}.";
    CANNOT_LOSE = "仅因{name}一项不会失去“{grade}”，{what}最低为{total}（{setting}）。",
        "{name} alone cannot lose the grade “{grade}”, with {what} at {total} at worst ({setting}).";
    CANNOT_LOWER = "{name}单独变动不会降低{what}{total}。", "{name} alone cannot lower {what} from {total}.";

    // All of them.
    REACH = "仅变动一项，可使{what}由{from}达到{target}的有{n}项{list}。",
        "Inputs that alone bring {what} from {from} to {target}: {n}{list}.";
    NONE_REACHES = "任何一项单独变动都不能使{what}由{from}达到{target}，最高为{best}（{change}）。",
        "No single input brings {what} from {from} to {target}: {best} at best ({change}).";
    NONE_RAISES = "任何一项单独变动都不能使{what}高于{from}。", "No single input raises {what} beyond {from}.";
    LOSE = "仅变动一项，会失去“{grade}”（{bound}以上）的有{n}项{list}。",
        "Inputs that alone lose the grade “{grade}” (from {bound}): {n}{list}.";
    MAY_LOSE = "仅变动一项，可能失去“{grade}”（{bound}以上）的有{n}项{list}。",
        "Inputs that alone may lose the grade “{grade}” (from {bound}): {n}{list}.";
    NONE_LOSES = "任何一项单独变动都不会失去“{grade}”（{bound}以上）。",
        "No single input loses the grade “{grade}” (from {bound}).";
    LOWEST = "当前等级已是最低一档。", "The grade is the lowest there is.";
    NOT_SETTLED = "等级尚未确定（{grades}），不作失去等级的推演。",
        "The grade is still open ({grades}); there is none to lose yet.";

    // Which of them, behind their number.
    ALL_OF = "：{list}", ": {list}";
    OF_RATES = "，按比率变动由小到大，前{most}项为：{list}", "; the {most} whose rate moves least, in order: {list}";
    AMONG_RATES = "，其中{of}项有比率，比率变动最小的{most}项依次为：{list}",
        ", of which {of} have a rate; the {most} whose rate moves least, in order: {list}";
    AMONG = "，其中有：{list}", ", among them: {list}";
}
