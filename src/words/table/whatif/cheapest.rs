//! Texts of `whatif::cheapest`.

super::super::texts! {
    /// The changes, then what comes of them.
    LEAST = "最省力的做法是：{changes}，{outcome}。", "The least effort is: {changes}; {outcome}.";
    ALSO = "另一做法是：{changes}，{outcome}。", "Another way is: {changes}; {outcome}.";
    ALREADY = "{what}{total}分，已达到{target}分。", "{target} is reached already, with {what} at {total}.";
    OUT_OF_REACH = "达不到{target}分：可改动的项目全部改到最好，{what}也只有{total}分。",
        "{target} is out of reach: with all that can be changed at its best, {what} would be {total}.";
    NOT_REACHED = "在试过的改动中没有能达到{target}分的，{what}最高{total}分；项目数据相互牵连，未能逐一试遍。",
        "Of what was tried nothing reaches {target}: {what} is {total} at most. Shared facts pull rows apart in more ways than could be tried.";
    LEAST_TRIED = "项目数据相互牵连，未能逐一试遍，可能还有更省力的做法。",
        "Shared facts pull rows apart in more ways than could be tried: there may be a way with less effort.";
    GIVEN_UP = "计算已停止，还没有找到做法。", "Stopped before a way was found.";
    /// A change, with why it is enough and what it gains alone.
    CHANGE = "{change}（{why}）", "{change} ({why})";
    GAINS = "+{points}分", "+{points}";
    LOSES = "单独改动减{points}分", "alone −{points}";
    GAINS_NOTHING = "单独改动不加分", "alone no gain";
    AS_IT_SHOULD_BE = "{name}按要求重新填写", "{name} is entered anew as it should be";
    COUNT = "改动{n}项", "{n} changes";
    COUNT_ONE = "改动{n}项", "{n} change";
    EFFORT = "改动{n}项，工作量{effort}", "{n} changes, effort {effort}";
    EFFORT_ONE = "改动{n}项，工作量{effort}", "{n} change, effort {effort}";

    SHARED = "“{fact}”同时用于{rows}，几项得分一起变动。",
        "“{fact}” is used by {rows}, whose points move together.";
    MEET = "有几项改动都作用于“{name}”，增分不是各项之和。",
        "Several of the changes act on “{name}”; what they gain is not the sum.";
    VETO_LIFTED = "“{item}”一票否决消除后，{where}的得分才能计入。",
        "Only once the knock-out “{item}” is lifted do the points of {where} count.";
    PENALTY_LIFTED = "“{item}”的扣分消除后，{where}的得分才能全部计入。",
        "Only once the penalty “{item}” is lifted do the points of {where} count in full.";
    VETO_STAYS = "“{item}”一票否决仍然有效，{where}按0分计。",
        "The knock-out “{item}” stays: {where} counts 0.";
    PENALTY_STAYS = "“{item}”的扣分仍然有效，从{where}中扣，扣完为止。",
        "The penalty “{item}” stays: it is taken from {where}, not below 0.";
    RESCALED = "不适用指标的分值折算到其他指标，合计后四舍五入一次，增分不是各项之和。",
        "Weight that does not apply is spread over the rest and rounded once: gains do not simply add up.";
    BONUS = "加分项合计最多{points}。", "Bonus items count for {points} at most.";
    CAP = "总分最多{points}。", "The total is {points} at most.";
    SHORT = "仍未得满分的指标：{rows}。", "Still short of their weight: {rows}.";

    EFFORT_REFUSED = "“{name}”的工作量“{effort}”应大于0。",
        "The effort “{effort}” of “{name}” must be above 0.";
    TOO_MANY_FACTS = "“{name}”随{n}种项目数据的变动而变，组合太多，不能比较。",
        "“{name}” moves with {n} settings of shared facts: too many to combine.";
    TOO_MANY = "可改动的项目有{n}项，最多只能比较{most}项。",
        "There are {n} changes to choose from; at most {most} can be compared.";
}
