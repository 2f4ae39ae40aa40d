//! Texts of `whatif::comparison`.

super::super::texts! {
    TITLE = "《{title}》", "“{title}”";
    EDITION = "《{title}》（{edition}）", "“{title}” ({edition})";
    TOTALS = "同一填报数据，按{old}得{before}，按{new}得{after}，总分{change}。",
        "For the same entries, {old} gives {before} and {new} gives {after}; the total {change}.";
    TOTALS_OPEN = "同一填报数据，按{old}得{before}，按{new}得{after}。",
        "For the same entries, {old} gives {before} and {new} gives {after}.";
    VERDICT = "{points}（“{grade}”）", "{points} (“{grade}”)";
    VERDICT_OPEN = "{points}（等级未定）", "{points} (grade still open)";
    MORE = "增加{points}", "rises by {points}";
    LESS = "减少{points}", "falls by {points}";
    SAME = "不变", "stays the same";
    ROWS = "两个体系共有的指标{both}项（其中移动{moved}项），新体系增设{added}项，取消{removed}项。",
        "Rows in both forms: {both} ({moved} of them moved); only in the new one: {added}; only in the old one: {removed}.";
    HOMELESS = "新体系中没有下列指标，其填报数据不计分：{list}。",
        "The new form has no row for these entries, which do not count: {list}.";
    HOMELESS_SCORED = "“{name}”（原得{points}）", "“{name}” ({points} before)";
    AMONG = "{list}等{count}项", "{list} and others, {count} in all";
    UNASKED = "新体系不要求填报下列项目数据：{list}。", "The new form does not ask for this project data: {list}.";

    // What differs for the whole.
    WAS_NOW = "原规定：{old}现规定：{new}", "Before: {old} Now: {new}";
    FULL_SCORE = "满分由{old}改为{new}。", "The full score changes from {old} to {new}.";
    NO_CAP = "总分不设上限。", "There is no cap on the total.";
    NO_BONUS = "不设加分项。", "There are no bonus items.";
    FACT_ADDED = "新体系增加项目数据“{name}”。", "The new form asks for “{name}” as well.";
    FACT_REMOVED = "新体系取消项目数据“{name}”。", "The new form no longer asks for “{name}”.";

    // A row.
    CHANGED = "“{name}”由{old}变为{new}，{change}。", "“{name}” goes from {old} to {new}: it {change}.";
    CHANGED_OPEN = "“{name}”由{old}变为{new}。", "“{name}” goes from {old} to {new}.";
    UNCHANGED = "“{name}”得{new}，没有变化。", "“{name}” has {new}, as before.";
    REMOVED = "新体系没有“{name}”，原得{old}。", "The new form has no “{name}”, which had {old}.";
    ADDED = "“{name}”为新体系增设，分值{weight}，得{new}。",
        "“{name}” is new, worth {weight}, and has {new}.";

    // Why.
    MOVED = "由{old}移到{new}。", "It moves from {old} to {new}.";
    FIRST_LEVEL = "第一级", "the first level";
    LEVEL_1 = "一级指标{name}", "{name} on the first level";
    LEVEL_2 = "二级指标{name}", "{name} on the second level";
    LEVEL_3 = "三级指标{name}", "{name} on the third level";
    NOW_LEAF = "原为分组，现为评分指标。", "It was a group and is now scored itself.";
    NOW_GROUP = "原为评分指标，现为分组。", "It was scored itself and is now a group.";
    NOW_BONUS = "现为加分项。", "It is now a bonus item.";
    NO_LONGER_BONUS = "不再是加分项。", "It is no longer a bonus item.";
    RENAMED = "名称由{old}改为{new}。", "Its name changes from {old} to {new}.";
    WEIGHT = "分值由{old}改为{new}。", "Its weight changes from {old} to {new}.";
    MEASURE = "比率的计算方式原为：{old}现为：{new}", "The rate was: {old} Now: {new}";
    RULE = "评分标准原为：{old}现为：{new}", "The rule was: {old} Now: {new}";
    NO_MEASURE = "不计算比率。", "No rate is measured.";
    DIFFERS = "{what}有调整：{list}。", "{what} differ: {list}.";
    MEASURE_NAME = "比率的计算方式", "Details of the measure";
    RULE_NAME = "评分标准", "Details of the rule";
    MODIFIER_NAME = "扣分项", "Details of the deductions";
    PREFILL_NAME = "预填内容", "Values filled in beforehand";
    VALUE = "{path}由“{old}”改为“{new}”", "{path} “{old}” → “{new}”";
    VALUE_ADDED = "增加{path}“{new}”", "{path} “{new}” added";
    VALUE_REMOVED = "取消{path}“{old}”", "{path} “{old}” removed";
    ORDER = "顺序不同", "another order";
    MODIFIER_ADDED = "增加{modifier}。", "Added: {modifier}.";
    MODIFIER_REMOVED = "取消{modifier}。", "Removed: {modifier}.";
    MODIFIER_CHANGED = "原有{old}；现为{new}。", "It had {old}; now {new}.";
    UNIT = "计量单位由{old}改为{new}。", "Its unit changes from {old} to {new}.";
    UNREAD = "新体系不采用已填的{list}。", "The new form does not use what is entered as {list}.";
    FACT_MISSING = "新体系需要项目数据“{name}”，尚未填报。", "The new form needs “{name}”, which is not entered.";
    PROBLEM_ADDED = "按新体系：{problem}。", "By the new form: {problem}.";
    PROBLEM_GONE = "原有问题不再存在：{problem}。", "No longer a problem: {problem}.";
    NOT_APPLICABLE = "两个体系对不适用指标的处理不同。", "The forms treat what does not apply differently.";
    ROUNDING = "两个体系的得分修约方式不同。", "The forms round points differently.";
    BELOW = "下级指标得分不同。", "Its rows have other points.";
    ACTED = "其他指标对此的扣分不同，原：{old}；现：{new}。",
        "Other rows act on it differently. Before: {old}; now: {new}.";
    NONE = "无", "nothing";
}
