//! `Assessment` 一次评价: project description, facts and entries, pinned to a rubric.
//!
//! An assessment is a document: its shape is that of the project file, the autosave, the share
//! link and the JS API. Figures stay the text that was typed; `score` reads them.

use super::scenario::Scenario;
#[cfg(not(target_arch = "wasm32"))]
use crate::tree::shape::{self, Shapes};
use crate::tree::{Document, Map, Reader, Tree, Writer, document};

/// The version of the document shape that this code writes.
pub const VERSION: u32 = 1;

/// 一次评价. What is scored are its facts and entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// [`VERSION`] of the shape.
    pub version: u32,
    /// Which rubric, and which content of it.
    pub rubric: Pin,
    /// What is evaluated.
    pub project: Project,
    /// 项目数据 by the id of their [`super::rubric::FactField`], as typed.
    pub facts: Map<String>,
    /// 填报数据 by indicator id; groups have entries too (block, not applicable, reason).
    pub entries: Map<Entry>,
    /// 推演方案: changes on top of the facts and entries above, which stay the baseline.
    pub scenarios: Vec<Scenario>,
    /// Name of the scenario that is open on screen; empty while that is the baseline.
    pub trying: String,
    /// What it takes to change an input, by the id of its indicator or fact, as typed; for the
    /// question which way is the cheapest.
    pub efforts: Map<String>,
}

document! {
    Assessment {
        version, rubric, project: default, facts: default, entries: default, scenarios: optional,
        trying: optional, efforts: optional,
    } then Assessment::check_scenarios
}

/// The rubric that an assessment was made with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pin {
    /// Rubric id.
    pub id: String,
    /// Content hash; empty when nothing is pinned.
    pub hash: String,
}

document! { Pin { id, hash: default } }

/// What is evaluated, in the words of the form. All free text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    /// 项目名称.
    pub name: String,
    /// 实施单位.
    pub unit: String,
    /// 主管部门.
    pub department: String,
    /// 评价年度.
    pub year: String,
    /// 评价机构.
    pub evaluator: String,
    /// 项目概况.
    pub summary: String,
    /// 预期目标.
    pub expected: String,
    /// 实际完成情况.
    pub achieved: String,
    /// 绩效目标完成情况 (goal completion or progress table).
    pub goals: Vec<Goal>,
    /// 资金来源 and use by source; the figures are as printed.
    pub funds: Vec<Fund>,
    /// Survey questions beyond those that are scored.
    pub surveys: Vec<Survey>,
}

document! {
    Project: default {
        name, unit, department, year, evaluator, summary, expected, achieved, goals, funds,
        surveys,
    }
}

/// A row of the goal completion table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goal {
    /// 一级指标 of the goal.
    pub l1: String,
    /// 二级指标 of the goal.
    pub l2: String,
    /// 三级指标, the goal itself.
    pub name: String,
    /// 指标值.
    pub target: String,
    /// 完成情况.
    pub actual: String,
    /// 完成进度, as printed (`100%`).
    pub progress: String,
    /// 完成情况说明.
    pub note: String,
}

document! { Goal: default { l1, l2, name, target, actual, progress, note } }

/// A row of the table of funds, 万元.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fund {
    /// 资金来源.
    pub source: String,
    /// 年初预算数.
    pub initial: String,
    /// 全年预算数.
    pub budget: String,
    /// 到位数 or 下达数.
    pub received: String,
    /// 执行数.
    pub executed: String,
}

document! { Fund: default { source, initial, budget, received, executed } }

/// A survey question that no indicator scores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// The question.
    pub question: String,
    /// Its options with the number of answers each got.
    pub options: Vec<SurveyOption>,
}

document! { Survey: default { question, options } }

/// An option of a survey question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SurveyOption {
    /// The answer.
    pub label: String,
    /// 小计, as typed.
    pub count: String,
}

document! { SurveyOption: default { label, count } }

/// A figure of an entry: typed in, or one of the facts.
///
/// Written `"30437"` or `{ "fact": "valid-answers" }`. A bare number is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The text that was typed.
    Text(String),
    /// The id of a fact.
    Fact(String),
}

impl Value {
    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        matches!(self, Value::Text(text) if text.trim_start().is_empty())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl Document for Value {
    fn read(tree: Tree, reader: &mut Reader) -> Value {
        match tree {
            Tree::Text(text) => Value::Text(text),
            Tree::Fields(_) => {
                let mut fields = reader.fields(tree);
                let fact = fields.due("fact");
                fields.done();
                Value::Fact(fact)
            }
            other => {
                reader.refuse(&other, "a decimal string such as \"12.50\", or { fact }");
                Value::Text(String::new())
            }
        }
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Value::Text(text) => writer.string(text),
            Value::Fact(fact) => {
                writer.open('{');
                writer.name("fact");
                writer.string(fact);
                writer.close('}');
            }
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        shapes.named::<Value>("Value", |_| {
            let mut fact = shape::Shape::of(shape::place::<Value>("::", "Fact"));
            let id = |_: &Value| None::<&String>;
            fact.field(("fact", "fact"), id, shape::Presence::Due, &mut Shapes::default());
            let typed = shape::with(
                shape::plain("string"),
                "$comment",
                Tree::Text(shape::place::<Value>("::", "Text")),
            );
            shape::any_of(vec![typed, fact.finish(true)])
        })
    }
}

/// 填报数据 for one indicator. Which fields count is decided by its measure and rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// 实际完成值: a figure, or a date for timeliness.
    pub actual: Option<Value>,
    /// 目标值.
    pub target: Option<Value>,
    /// 计划: cost, duration or date.
    pub planned: Option<Value>,
    /// Start date of a duration between dates.
    pub start: Option<Value>,
    /// Answers of "yes", or items that passed.
    pub yes: Option<Value>,
    /// 有效问卷数, or items inspected.
    pub asked: Option<Value>,
    /// Answers per option of a survey scale.
    pub counts: Option<Vec<Value>>,
    /// A rate in %.
    pub rate: Option<Value>,
    /// Id of the chosen level or band.
    pub level: Option<String>,
    /// Points within a range, or judged, 分.
    pub points: Option<Value>,
    /// Ids of checklist items that are not met; an empty list says that all are.
    pub missed: Option<Vec<String>>,
    /// Checklist items met in part: item id → share met, in %.
    pub partly: Map<Value>,
    /// Deductions, occurrences, knock-outs and penalties that happened.
    pub deductions: Vec<Incident>,
    /// Points in place of the rule's.
    pub overridden: Option<Override>,
    /// 不适用.
    pub not_applicable: bool,
    /// Points for a whole group, its rows not scored one by one.
    pub block: Option<Block>,
    /// Why these points were judged or picked.
    pub reason: String,
    /// What the project calls this row, where the form leaves that open (数量指标1).
    pub name: String,
    /// The target as people write it: "<2208人", "12月25日".
    pub target_text: String,
    /// The actual value as people write it: "及时", "三次".
    pub actual_text: String,
    /// 说明; on a group, the main reason for lost points.
    pub note: String,
    /// 佐证资料.
    pub evidence: String,
    /// 指标值设定依据.
    pub basis: String,
    /// 上年完成情况.
    pub last_year: String,
    /// 偏差原因分析及改进措施.
    pub deviation: String,
}

document! {
    Entry: optional {
        actual, target, planned, start, yes, asked, counts, rate, level, points, missed, partly,
        deductions, overridden as "override", not_applicable, block, reason, name, target_text,
        actual_text, note, evidence, basis, last_year, deviation,
    }
}

/// A modifier that happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incident {
    /// Id of the modifier.
    pub item: String,
    /// Points picked from its range, 分.
    pub points: Option<Value>,
    /// How often, where it counts per occurrence.
    pub count: Option<Value>,
}

document! { Incident { item, points: optional, count: optional } }

/// Points given in place of the rule's, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// 分.
    pub points: Value,
    /// Why.
    pub reason: String,
}

document! { Override { points, reason: default } }

/// A group scored as a block: by points, or by share of its weight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// 分.
    pub points: Option<Value>,
    /// Share of the weight, in %.
    pub share: Option<Value>,
    /// Why.
    pub reason: String,
}

document! { Block { points: optional, share: optional, reason: default } }

impl Entry {
    /// Whether anything is entered that could earn or cost points; texts alone do not.
    pub fn has_input(&self) -> bool {
        use super::reading::Field;
        let filled = |value: &Value| !value.is_blank();
        Field::ALL.iter().any(|field| field.of(self).is_some_and(filled))
            || self.counts.as_ref().is_some_and(|counts| counts.iter().any(filled))
            || self.level.is_some()
            || self.missed.is_some()
            || !self.deductions.is_empty()
            || self.overridden.is_some()
    }

    /// Whether nothing at all is entered.
    pub fn is_empty(&self) -> bool {
        *self == Entry::default()
    }
}
