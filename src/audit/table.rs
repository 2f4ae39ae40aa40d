//! `PublishedTable`: a scored table as it was printed. Nothing is a figure yet: what a cell says is
//! kept as it says it, and `""` stands for a cell that is not there.

use crate::tree::document;

/// A table as printed, with the text around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishedTable {
    /// What stands above it.
    pub title: String,
    /// The full score as printed, 分; 100 where none is.
    pub full_score: String,
    /// The grades as printed, the best first.
    pub grade_scale: Vec<Band>,
    /// The line of the budget, where the form has one.
    pub budget: Option<Budget>,
    /// The indicators, in the order of the table.
    pub rows: Vec<Row>,
    /// The subtotals.
    pub groups: Vec<Group>,
    /// Rows that have one score together.
    pub blocks: Vec<Block>,
    /// The total as printed, 分.
    pub total: String,
    /// What was taken off in all, as printed, 分.
    pub deduction: String,
    /// The grade as printed.
    pub grade: String,
    /// Paragraphs of the document in which figures of the table are told again.
    pub texts: Vec<String>,
}

document! { PublishedTable {
    title: default, full_score: optional, grade_scale: optional, budget: optional, rows: default,
    groups: optional, blocks: optional, total: optional, deduction: optional, grade: optional, texts: optional,
} }

/// A grade with its bounds as printed: 优（100–90分）.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Band {
    /// Name of the grade.
    pub name: String,
    /// The lower bound, 分.
    pub min: String,
    /// The upper bound, 分, where one is printed; without it the grade reaches to the next better.
    pub max: String,
    /// Whether the upper bound is outside: 良（80≤S<90）.
    pub max_excluded: bool,
}

document! { Band { name, min, max: optional, max_excluded: optional } }

/// An indicator as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// 一级指标, repeated where its cell spans rows.
    pub l1: String,
    /// 二级指标, likewise.
    pub l2: String,
    /// 三级指标.
    pub l3: String,
    /// 分值, 分.
    pub weight: String,
    /// 目标值: `≥33333人`.
    pub target: String,
    /// 实际完成值.
    pub actual: String,
    /// 完成率, %.
    pub completion: String,
    /// 得分率, %.
    pub score_rate: String,
    /// 扣分, 分.
    pub deduction: String,
    /// 得分, 分; `""` where the row is part of a block.
    pub score: String,
    /// Answers of a survey, an option each, the best first.
    pub counts: Vec<String>,
    /// The points that the rule of the row names: `5`, `3`, `0`, `0–2`.
    pub levels: Vec<String>,
    /// Why points were taken off.
    pub reason: String,
    /// 评分标准 as printed.
    pub rule: String,
}

document! { Row: optional {
    l1, l2, l3, weight, target, actual, completion, score_rate, deduction, score, counts, levels,
    reason, rule,
} }

impl Row {
    /// The name of the indicator: that of the lowest level that has one.
    pub fn name(&self) -> &str {
        let names = [&self.l3, &self.l2, &self.l1];
        names.into_iter().find(|name| !name.is_empty()).map_or("", String::as_str)
    }

    /// The names above the indicator, from the first level on.
    pub fn parents(&self) -> Vec<&str> {
        let own = self.name();
        let names = [self.l1.as_str(), self.l2.as_str(), self.l3.as_str()];
        let last = names.iter().rposition(|name| *name == own && !name.is_empty()).unwrap_or(0);
        names[..last].iter().filter(|name| !name.is_empty()).copied().collect()
    }
}

/// A subtotal as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Names from the first level down to the group.
    pub path: Vec<String>,
    /// 分值, 分.
    pub weight: String,
    /// 得分, 分.
    pub score: String,
    /// 得分率, %.
    pub score_rate: String,
}

document! { Group { path, weight: optional, score: optional, score_rate: optional } }

/// Rows that have one score together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// Their numbers in `rows`, from 0.
    pub rows: Vec<u32>,
    /// Their 分值 together, 分; `""` where it is the sum of theirs.
    pub weight: String,
    /// Their 得分 together, 分.
    pub score: String,
}

document! { Block { rows, weight: optional, score } }

/// The line of the budget as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Budget {
    /// 年初预算数, 万元 or as printed.
    pub initial: String,
    /// 全年预算数.
    pub planned: String,
    /// 全年执行数.
    pub executed: String,
    /// 执行率, %.
    pub rate: String,
    /// 分值, 分; `""` where the table has a row for it instead.
    pub weight: String,
    /// 得分, 分.
    pub score: String,
    /// By source of funds.
    pub parts: Vec<Part>,
}

document! { Budget: optional { initial, planned, executed, rate, weight, score, parts } }

/// A source of funds as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// 年初预算数.
    pub initial: String,
    /// 全年预算数.
    pub planned: String,
    /// 全年执行数.
    pub executed: String,
}

document! { Part { name, initial: optional, planned: optional, executed: optional } }
