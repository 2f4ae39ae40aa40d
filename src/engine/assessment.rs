//! `Assessment` 一次评价: project description, facts and entries, pinned to a rubric.
//!
//! An assessment is a document: its serde shape is the project file, the autosave, the share link
//! and the JS API. Figures stay the text that was typed; `score` reads them.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The version of the document shape that this code writes.
pub const VERSION: u32 = 1;

/// 一次评价.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Assessment {
    /// [`VERSION`] of the shape.
    pub version: u32,
    /// Which rubric, and which content of it.
    pub rubric: Pin,
    /// What is evaluated.
    #[serde(default)]
    pub project: Project,
    /// 项目数据 by the id of their [`super::rubric::FactField`], as typed.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// 填报数据 by indicator id; groups have entries too (block, not applicable, reason).
    #[serde(default)]
    pub entries: BTreeMap<String, Entry>,
}

/// The rubric that an assessment was made with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pin {
    /// Rubric id.
    pub id: String,
    /// Content hash; empty when nothing is pinned.
    #[serde(default)]
    pub hash: String,
}

/// What is evaluated, in the words of the form. All free text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
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

/// A row of the goal completion table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
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

/// A row of the table of funds, 万元.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
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

/// A survey question that no indicator scores.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Survey {
    /// The question.
    pub question: String,
    /// Its options with the number of answers each got.
    pub options: Vec<SurveyOption>,
}

/// An option of a survey question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SurveyOption {
    /// The answer.
    pub label: String,
    /// 小计, as typed.
    pub count: String,
}

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
        matches!(self, Value::Text(text) if text.trim().is_empty())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactRef {
    fact: String,
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => text.serialize(serializer),
            Value::Fact(fact) => FactRef { fact: fact.clone() }.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a decimal string such as \"12.50\", or { fact }")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
                Ok(Value::from(text))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
                let FactRef { fact } = FactRef::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Value::Fact(fact))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// 填报数据 for one indicator. Which fields count is decided by its measure and rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Entry {
    /// 实际完成值: a figure, or a date for timeliness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<Value>,
    /// 目标值.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Value>,
    /// 计划: cost, duration or date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Value>,
    /// Start date of a duration between dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Value>,
    /// Answers of "yes", or items that passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yes: Option<Value>,
    /// 有效问卷数, or items inspected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Value>,
    /// Answers per option of a survey scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Vec<Value>>,
    /// A rate in %.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Value>,
    /// Id of the chosen level or band.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Points within a range, or judged, 分.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Value>,
    /// Ids of checklist items that are not met; an empty list says that all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missed: Option<Vec<String>>,
    /// Checklist items met in part: item id → share met, in %.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub partly: BTreeMap<String, Value>,
    /// Deductions, occurrences, knock-outs and penalties that happened.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deductions: Vec<Incident>,
    /// Points in place of the rule's.
    #[serde(rename = "override", skip_serializing_if = "Option::is_none")]
    pub overridden: Option<Override>,
    /// 不适用.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_applicable: bool,
    /// Points for a whole group, its rows not scored one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub block: Option<Block>,
    /// Why these points were judged or picked.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What the project calls this row, where the form leaves that open (数量指标1).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The target as people write it: "<2208人", "12月25日".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target_text: String,
    /// The actual value as people write it: "及时", "三次".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub actual_text: String,
    /// 说明; on a group, the main reason for lost points.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// 佐证资料.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// 指标值设定依据.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// 上年完成情况.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub last_year: String,
    /// 偏差原因分析及改进措施.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub deviation: String,
}

/// A modifier that happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Incident {
    /// Id of the modifier.
    pub item: String,
    /// Points picked from its range, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Value>,
    /// How often, where it counts per occurrence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Value>,
}

/// Points given in place of the rule's, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Override {
    /// 分.
    pub points: Value,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// A group scored as a block: by points, or by share of its weight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Block {
    /// 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Value>,
    /// Share of the weight, in %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Value>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

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
