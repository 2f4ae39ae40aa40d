//! Texts of `whatif::losses`.

super::super::texts! {
    LOST = "满分{full}，得{points}，共失{lost}，其中{list}。",
        "Of {full}, {points} were awarded and {lost} lost: {list}.";
    LOST_SO_FAR = "满分{full}，已确定得{points}，已确定失{lost}，其中{list}。",
        "Of {full}, {points} are certain and {lost} are certainly lost: {list}.";
    NONE_LOST = "满分{full}，得{points}，没有失分。", "Of {full}, {points} were awarded; nothing was lost.";
    NONE_LOST_SO_FAR = "满分{full}，已确定得{points}，尚无失分。",
        "Of {full}, {points} are certain; nothing is lost yet.";
    /// An item of the lists.
    PART = "{name}失{lost}（占{share}）", "{name} {lost} ({share})";
    LARGEST = "失分由多到少依次为：{list}。", "Losses, the largest first: {list}.";
    ADDED = "另加{points}：{list}。", "Added, {points} in all: {list}.";
    ADDED_PART = "{name}{points}", "{name} {points}";
    DROPPED = "{list}不适用，不计分值{points}。", "Not applicable and left out: {points}, of {list}.";
    OPEN = "尚有{points}未确定，涉及{list}。", "Still open: {points}, at {list}.";

    // What a step of the waterfall is called.
    AS_BLOCK = "{name}（整体赋分）", "{name} (scored as a block)";
    NOT_APPLICABLE = "{name}（不适用）", "{name} (not applicable)";
    AT_GROUP = "{group}（{name}）", "{group} ({name})";
}
