//! Texts of `whatif::scenario`.

super::super::texts! {
    NAME = "方案{number}", "Scenario {number}";

    // One field.
    FROM_TO = "{name}由{from}改为{to}", "{name} changed from {from} to {to}";
    FILLED = "{name}填为{to}", "{name} changed to {to}";
    EMPTIED = "{name}由{from}改为不填", "{name} changed from {from} to blank";
    HAPPENED = "计入“{item}”", "“{item}” counted";
    NOT_HAPPENED = "不再计“{item}”", "“{item}” no longer counted";
    MENDED = "补齐{items}", "now meets {items}";
    FAILED = "不再符合{items}", "no longer meets {items}";
    APPLIES = "改为适用", "became applicable";
    APPLIES_NOT = "改为不适用", "became not applicable";
    NONE = "无", "none";
    ITEMS = "{n}项", "{n}";
    ANSWERS = "{n}份", "{n}";
    WITH_UNIT = "{n}{unit}", "{n} {unit}";
    FACT = "项目数据“{fact}”", "the project figure “{fact}”";
    FACT_IS = "项目数据“{fact}”（{figure}）", "the project figure “{fact}” ({figure})";

    // One change by itself, and in a sentence with others.
    ITEM = "{name}：{change}", "{name}: {change}";
    OF = "{name}的{change}", "for “{name}” the {change}";
    ITSELF = "{name}{change}", "“{name}” {change}";

    // The scenario as a whole.
    IF = "若{changes}，其余不变，{outcome}。", "If {changes}, all else being equal, {outcome}.";
    SAME = "没有改动，与基准相同。", "Nothing is changed: it is the baseline.";
    TOTAL = "总分由{from}变为{to}", "the total would go from {from} to {to}";
    TOTAL_SAME = "总分仍为{to}", "the total would stay {to}";
    GRADE = "等级由“{from}”变为“{to}”", "the grade would go from “{from}” to “{to}”";
    GRADE_SAME = "等级仍为“{to}”", "the grade would stay “{to}”";
    GRADE_OPEN = "等级尚未确定", "the grade would not be settled";
    GRADE_SETTLED = "等级定为“{to}”", "the grade would be settled as “{to}”";
}
