//! What a column holds, by the usual names of its head.

use super::names::Brackets;
use super::usual::{IGNORED, NAMES, OPEN, RELATIONS, UNITS, WEAK};
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

/// Whether a head says that its column holds the units of targets.
pub(super) fn is_unit(head: &str) -> bool {
    read(head).is_some_and(|(_, base)| UNITS.contains(&base.as_str()))
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
