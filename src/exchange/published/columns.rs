//! What a column holds, by the usual names of its head.

use super::names::Brackets;
use crate::audit::{Column, How, plain};

/// What a head says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub column: Column,
    /// [`How::Name`] or [`How::Likeness`].
    pub how: How,
    /// Which of several columns for the same thing is read: the smaller.
    pub rank: usize,
    /// A name without a level (指标名称): which it is depends on the others.
    pub open: bool,
    /// A part of what stands in another column: ≥ and 人 beside the 500 of a target.
    pub part: bool,
    /// Whether it says that its column names indicators: 三级指标, 考核指标.
    pub of_indicators: bool,
    /// What it says of brackets behind its names.
    pub brackets: Option<Brackets>,
}

impl Known {
    fn new(column: Column, how: How, rank: usize) -> Known {
        let (open, part, of_indicators) = (false, false, false);
        Known { column, how, rank, open, part, of_indicators, brackets: None }
    }
}

/// The usual names, without spaces and without what is in brackets. Of several columns for the same
/// thing the one whose name comes first is read: what the evaluator found before what a unit says of
/// itself.
const NAMES: [(Column, &[&str]); 10] = [
    (Column::Level1, &["指标类别", "指标类型", "评价维度", "维度", "类别"]),
    (
        Column::Weight,
        &[
            "分值",
            "权重",
            "标准分",
            "标准分值",
            "满分",
            "满分值",
            "指标分值",
            "指标权重",
            "权重分",
            "权重分值",
            "权重值",
            "基准分",
            "基本分",
            "应得分",
            "标准分数",
            "指标满分",
            "分值权重",
            "分值/权重",
            "权重/分值",
            "分数",
            "weight",
        ],
    ),
    (
        Column::Score,
        &[
            "加权得分",
            "加权后得分",
            "权重得分",
            "折算得分",
            "折算后得分",
            "评价得分",
            "复核得分",
            "复评得分",
            "财政评价得分",
            "最终得分",
            "核定得分",
            "评审得分",
            "抽查得分",
            "考核得分",
            "得分",
            "指标得分",
            "实得分",
            "实际得分",
            "评分",
            "评价评分",
            "评价分",
            "评价分值",
            "评分结果",
            "得分情况",
            "实得分值",
            "得分值",
            "自评得分",
            "自评分",
            "自评分值",
            "自评评分",
            "单位自评得分",
            "打分",
            "平均得分",
            "平均分",
            "score",
        ],
    ),
    (Column::ScoreRate, &["得分率", "指标得分率", "评分率"]),
    (Column::Deduction, &["扣分", "扣分值", "扣减分", "扣减分值", "扣分情况", "失分", "扣减"]),
    (
        Column::Target,
        &[
            "年度指标值",
            "目标值",
            "指标值",
            "计划值",
            "年初目标",
            "年初目标值",
            "年度目标值",
            "年初指标值",
            "预期值",
            "预期指标值",
            "预期目标值",
            "计划指标值",
            "绩效目标值",
            "指标目标值",
            "目标指标值",
            "年初设定目标",
            "年初绩效目标值",
            "全年目标值",
            "计划完成值",
            "计划数",
            "标准值",
            "预期目标",
            "target",
        ],
    ),
    (
        Column::Actual,
        &[
            "实际完成值",
            "业绩值",
            "全年实际完成值",
            "实际完成指标值",
            "实际值",
            "完成值",
            "全年完成值",
            "年度完成值",
            "实际完成情况",
            "实际完成",
            "完成情况",
            "指标完成情况",
            "目标完成情况",
            "实际完成数",
            "实际数",
            "完成数",
            "实现值",
            "实际指标值",
            "指标完成值",
            "全年实际值",
            "actual",
        ],
    ),
    (
        Column::Completion,
        &["完成率", "指标完成率", "完成进度", "完成比例", "完成程度", "目标完成率", "完成百分比"],
    ),
    (
        Column::Reason,
        &[
            "扣分原因",
            "扣分说明",
            "失分原因",
            "扣分理由",
            "扣分依据",
            "偏差原因分析及改进措施",
            "偏差原因分析",
            "偏差原因",
            "未完成原因分析及改进措施",
            "未完成原因",
            "原因分析",
            "得分说明",
            "评分说明",
            "评分理由",
            "评分过程",
            "评价过程",
            "评分依据",
            "评价说明",
            "得分依据",
            "得分理由",
            "自评说明",
            "完成情况说明",
            "情况说明",
            "说明",
            "备注",
        ],
    ),
    (
        Column::Rule,
        &[
            "评分标准",
            "赋分规则",
            "评分细则",
            "评分规则",
            "评分办法",
            "评分方法",
            "计分方法",
            "计分标准",
            "扣分标准",
            "扣分规则",
            "赋分标准",
            "评价标准",
            "打分标准",
            "得分标准",
            "计算方法",
            "评分标准及办法",
        ],
    ),
];

/// Names of indicators without a level.
const OPEN: [&str; 14] = [
    "指标名称",
    "指标",
    "绩效指标",
    "评价指标",
    "考核指标",
    "具体指标",
    "指标内容",
    "自评指标",
    "评分项目",
    "考核项目",
    "评价项目",
    "项目",
    "评分项",
    "indicator",
];
/// Likewise, but often what explains an indicator: names only where there are no others.
const WEAK: [&str; 4] = ["评价内容", "考核内容", "内容", "评分内容"];

/// The relation and the unit of a target, where they have columns of their own.
const RELATIONS: [&str; 6] = ["指标性质", "指标符号", "运算符号", "运算符", "比较符", "计算符号"];
const UNITS: [&str; 7] =
    ["度量单位", "计量单位", "指标单位", "目标值单位", "指标值单位", "计算单位", "单位"];

/// Whether a head says that its column holds the units of targets.
pub(super) fn is_unit(head: &str) -> bool {
    read(head).is_some_and(|(_, base)| UNITS.contains(&base.as_str()))
}

/// What is in known forms and is not audited.
const IGNORED: [&str; 20] = [
    "上年",
    "去年",
    "上一年",
    "往年",
    "设定依据",
    "数据来源",
    "佐证",
    "指标解释",
    "指标说明",
    "指标内涵",
    "评价要点",
    "序号",
    "等级",
    "等次",
    "档次",
    "排名",
    "名次",
    "评分人",
    "评分日期",
    "评分时间",
];

/// Characters that a head has at most.
const HEAD: usize = 30;

/// What a head says; nothing for what is no head.
pub(super) fn known(head: &str) -> Option<Known> {
    let (whole, base) = read(head)?;
    if IGNORED.iter().any(|part| base.contains(part)) {
        return Some(Known::new(Column::Ignored, How::Name, 0));
    }
    let known = of_level(&whole, &base).or_else(|| exact(&base)).or_else(|| alike(&base))?;
    let brackets = known.column.level().and_then(|_| Brackets::of_head(&whole));
    Some(Known { brackets, ..known })
}

/// Whether a head is a usual name of something that is audited. Every cell of a table is asked, so it
/// is less work than [`known`].
pub(super) fn is_name(head: &str) -> bool {
    let known =
        read(head).and_then(|(whole, base)| of_level(&whole, &base).or_else(|| exact(&base)));
    known.is_some_and(|known| known.column != Column::Ignored)
}

/// A head without spaces, and without what is in brackets; nothing for what is too long.
fn read(head: &str) -> Option<(String, String)> {
    // A character of Chinese has three bytes, and heads have spaces in them.
    if head.len() > HEAD * 6 {
        return None;
    }
    let whole = plain(head);
    if whole.is_empty() || whole.chars().count() > HEAD {
        return None;
    }
    let base = without_brackets(&whole);
    Some((whole, base))
}

/// 一级指标, 绩效指标（二级）, 三级指标得分.
fn of_level(whole: &str, base: &str) -> Option<Known> {
    let levels = [("一级", 1), ("二级", 2), ("三级", 3), ("四级", 4)];
    let (_, level) = levels.into_iter().find(|(word, _)| whole.contains(word))?;
    let ends = |words: &[&str]| words.iter().any(|word| base.ends_with(word));
    let by_level = |columns: [Column; 3]| columns[(level - 1).min(2)];
    let named = ["指标及", "指标和", "指标与", "指标、"].iter().any(|word| base.contains(word));
    let column = if named {
        by_level([Column::Level1, Column::Level2, Column::Level3])
    } else if ends(&["得分率", "评分率", "完成率", "解释", "说明"]) {
        Column::Ignored
    } else if ends(&["得分", "评分"]) {
        by_level([Column::Score1, Column::Score2, Column::Score])
    } else if ends(&["分值", "权重", "满分", "标准分"]) {
        by_level([Column::Weight1, Column::Weight2, Column::Weight])
    } else {
        by_level([Column::Level1, Column::Level2, Column::Level3])
    };
    // Of four levels the last one is the indicator.
    let rank = if level == 4 { 0 } else { 1 };
    let of_indicators = column.level().is_some();
    Some(Known { of_indicators, ..Known::new(column, How::Name, rank) })
}

fn exact(base: &str) -> Option<Known> {
    let lower = base.to_ascii_lowercase();
    for (column, names) in NAMES {
        if let Some(rank) = names.iter().position(|name| *name == lower) {
            return Some(Known::new(column, How::Name, rank));
        }
    }
    if RELATIONS.contains(&base) || UNITS.contains(&base) {
        return Some(Known { part: true, ..Known::new(Column::Target, How::Place, usize::MAX) });
    }
    let open = OPEN.iter().chain(&WEAK).position(|name| *name == lower)?;
    let of_indicators = lower.contains("指标") || lower == "indicator";
    let known = Known::new(Column::Level3, How::Name, open / OPEN.len());
    Some(Known { open: true, of_indicators, ..known })
}

/// A head that holds a usual name: 2024年度实际完成值, 评价组打分.
fn alike(base: &str) -> Option<Known> {
    let has = |words: &[&str]| words.iter().any(|word| base.contains(word));
    let scoring = has(&["评分", "得分", "扣分", "赋分", "计分", "打分", "失分"]);
    let column = if has(&["得分率", "评分率"]) {
        Column::ScoreRate
    } else if has(&["完成率", "完成比例", "完成进度", "完成程度"]) {
        Column::Completion
    } else if has(&["原因", "改进措施", "理由"]) || (has(&["说明"]) && base.chars().count() > 2)
    {
        Column::Reason
    } else if scoring && has(&["标准", "规则", "细则", "办法", "方法", "准则", "要点"])
    {
        Column::Rule
    } else if scoring && has(&["依据", "过程"]) {
        Column::Reason
    } else if has(&["扣分", "失分", "扣减"]) {
        Column::Deduction
    } else if has(&["应得分", "满分", "标准分", "基准分", "权重"]) {
        Column::Weight
    } else if has(&["得分", "评分", "打分", "自评分", "评价分"]) {
        Column::Score
    } else if has(&["分值"]) {
        Column::Weight
    } else if has(&["实际", "完成值", "完成情况", "业绩值", "实现值", "完成数"]) {
        Column::Actual
    } else if has(&["目标值", "指标值", "计划值", "预期值", "标准值", "年初目标", "计划数"])
    {
        Column::Target
    } else {
        return None;
    };
    Some(Known::new(column, How::Likeness, 100))
}

/// Without what is in brackets, without a colon or a star.
pub(super) fn without_brackets(plain: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !matches!(c, ':' | '*') => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_by_their_usual_names() {
        use Column::*;
        for (head, column) in [
            ("一级 指标", Level1),
            ("绩效指标（二级）", Level2),
            ("三级指标 (权重)", Level3),
            ("指标名称", Level3),
            ("一级指标分值", Weight1),
            ("分值（100分）", Weight),
            ("权重（%）", Weight),
            ("得 分", Score),
            ("自评\n得分", Score),
            ("得分率（%）", ScoreRate),
            ("扣 分", Deduction),
            ("年度指标值（A）", Target),
            ("全年实际完成值(B)", Actual),
            ("2024年度实际完成值", Actual),
            ("完成进度", Completion),
            ("偏差原因分析及改进措施", Reason),
            ("评分说明", Reason),
            ("扣分标准", Rule),
            ("上年完成情况", Ignored),
            ("指标值设定依据", Ignored),
            ("一级指标得分率", Ignored),
        ] {
            assert_eq!(known(head).map(|known| known.column), Some(column), "{head}");
        }
    }

    #[test]
    fn names_and_figures_are_no_heads() {
        for cell in ["决策", "立项依据充分性", "3.0", "", "项目实施单位", "评价等级"]
        {
            assert_eq!(known(cell), None, "{cell}");
        }
    }
}
