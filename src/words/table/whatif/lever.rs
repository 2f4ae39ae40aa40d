//! Texts of `whatif::lever`: inputs, what stands there, and changes of them.

super::super::texts! {
    PART_OF = "{name}的{field}", "{field} of “{name}”";
    YES_OF = "{name}（答“是”）", "“yes” to “{name}”";
    WITH_UNIT = "{n}{unit}", "{n} {unit}";
    WITH_PERCENT = "{n}%", "{n}%";
    POINTS_UNIT = "分", "points";
    TIMES = "{n}次", "{n} times";
    PICKED = "“{name}”（{points}）", "“{name}” ({points})";
    ALL_MET = "全部符合", "all met";
    NONE_MET = "全部不符合", "none met";
    NOT_MET = "不符合{items}", "not met: {items}";
    ANSWERS = "{counts}份", "{counts} answers";
    HAPPENED = "发生", "happened";
    ABSENT = "未发生", "did not happen";
    NOT_ENTERED = "未填", "not entered";

    RAISED = "{name}由{from}提高到{to}", "{name} is raised from {from} to {to}";
    LOWERED = "{name}由{from}降低到{to}", "{name} falls from {from} to {to}";
    EARLIER = "{name}由{from}提前到{to}", "{name} is moved from {from} forward to {to}";
    LATER = "{name}由{from}推迟到{to}", "{name} is delayed from {from} to {to}";
    CHANGED = "{name}由{from}改为{to}", "{name} changes from {from} to {to}";
    ENTERED = "{name}填为{to}", "{name} is entered as {to}";
    MENDED = "{name}补齐{items}", "{name}: {items} is met";
    FAILED = "{name}有{items}不再符合", "{name}: {items} is no longer met";
    REMOVED = "{name}不再有“{item}”", "{name}: “{item}” does not happen";
    OCCURS = "{name}出现“{item}”（{how}）", "{name}: “{item}” happens ({how})";
    OCCURS_PLAINLY = "{name}出现“{item}”", "{name}: “{item}” happens";

    AND = "且", " and ";
    /// The changes, then what comes of them.
    IF = "若{changes}，其余不变，{outcome}。", "If {changes}, and nothing else changes, {outcome}.";
    TOTAL_RISES = "总分由{from}分提高到{to}分", "the total rises from {from} to {to}";
    TOTAL_FALLS = "总分由{from}分降到{to}分", "the total falls from {from} to {to}";
    TOTAL_STAYS = "总分仍为{to}分", "the total stays {to}";
    GRADE_TURNS = "等级由“{from}”变为“{to}”", "the grade goes from “{from}” to “{to}”";
    GRADE_STAYS = "等级仍为“{to}”", "the grade stays “{to}”";

    // Positions as a condition.
    AT_LEAST = "不低于{from}", "at least {from}";
    AT_MOST = "不超过{to}", "at most {to}";
    NOT_BEFORE = "不早于{from}", "not before {from}";
    NOT_AFTER = "不晚于{to}", "not after {to}";
    WITHIN = "在{from}至{to}之间", "between {from} and {to}";
    FROM_TO = "从{from}到{to}", "from {from} to {to}";
    EXACTLY = "为{from}", "{from}";
    PLAINLY = "{from}", "{from}";
    ANY = "为任意值", "at any value";
}
