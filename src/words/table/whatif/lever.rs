//! Texts of `whatif::lever`: inputs, what stands there, and changes of them.

super::super::texts! {
    /// Points that the assessor gave in place of the rule's.
    GIVEN = "{name}的评价人赋分", "points given for “{name}”";
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
    MET = "符合{n}项（共{of}项）", "{n} of {of} met";
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
    MENDED_REST = "{name}补齐其余{n}项", "{name}: the other {n} are met";
    MORE_MET = "{name}多符合{n}项（得{points}）", "{name}: {n} more met ({points})";
    FAILED = "{name}有{items}不再符合", "{name}: {items} is no longer met";
    FEWER_MET = "{name}少符合{n}项（得{points}）", "{name}: {n} fewer met ({points})";
    NO_LONGER_MET = "{name}各项均不再符合（得{points}）", "{name}: none is met any longer ({points})";
    REMOVED = "{name}不再有“{item}”", "{name}: “{item}” does not happen";
    OCCURS = "{name}出现“{item}”（{how}）", "{name}: “{item}” happens ({how})";
    OCCURS_PLAINLY = "{name}出现“{item}”", "{name}: “{item}” happens";
    TAKES = "扣{points}", "{points} off";
    RATE_RISES = "{name}由{from}提高到{to}（{options}）", "{name} is raised from {from} to {to} ({options})";
    RATE_FALLS = "{name}由{from}降低到{to}（{options}）", "{name} falls from {from} to {to} ({options})";
    OPTION = "{option}由{from}改为{to}", "{option} {from} → {to}";
    /// A change, and why it is enough.
    BECAUSE = "{change}（{why}）", "{change} ({why})";
    ROUNDED_FULL = "{rate}{percent}，四舍五入后得满分", "{rate} {percent}, full points after rounding";

    AND = "且", " and ";
    /// The changes, then what comes of them.
    IF = "若{changes}，其余不变，{outcome}。", "If {changes}, and nothing else changes, {outcome}.";
    TOTAL_RISES = "总分由{from}分提高到{to}分", "the total rises from {from} to {to}";
    TOTAL_FALLS = "总分由{from}分降到{to}分", "the total falls from {from} to {to}";
    TOTAL_STAYS = "总分仍为{to}分", "the total stays {to}";
    CERTAIN_RISES = "已确定得分由{from}分提高到{to}分", "the certain points rise from {from} to {to}";
    CERTAIN_FALLS = "已确定得分由{from}分降到{to}分", "the certain points fall from {from} to {to}";
    CERTAIN_STAYS = "已确定得分仍为{to}分", "the certain points stay {to}";
    GRADE_TURNS = "等级由{from}变为{to}", "the grade goes from {from} to {to}";
    GRADE_STAYS = "等级仍为{to}", "the grade stays {to}";
    GRADE_SETTLES = "等级即可确定为{to}", "the grade is then certain to be {to}";
    GRADE_STAYS_OPEN = "等级仍可能为{to}", "the grade may still be {to}";
    GRADE_OPENS = "等级由{from}变为可能是{to}", "the grade goes from {from} to possibly {to}";
    GRADE_MAY_BE = "等级可能为{to}", "the grade may be {to}";

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
