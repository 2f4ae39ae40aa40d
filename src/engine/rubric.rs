//! `Rubric` 指标体系: the tree of indicators with weights, rules, grade scale and sources.
//!
//! A rubric is a document: its shape is at once that of the TOML of `presets/`, the JSON of the JS
//! API and the content that an assessment is pinned to by hash. Field names are camelCase,
//! unknown fields are refused, every figure is a decimal string.

use super::assessment::Entry;
use super::error::{Code, Problem};
use super::grade::GradeScale;
use super::measure::Measure;
use super::modifier::Modifier;
use super::number::Figure;
use super::rounding::Rounding;
use super::rule::Rule;
#[cfg(not(target_arch = "wasm32"))]
use crate::tree::shape::{self, Shapes};
use crate::tree::{Document, Reader, Tree, Writer, document};

/// Most indicators, groups among them, of a rubric that comes from outside: a table of 2,000 rows has
/// fewer.
pub const MOST_INDICATORS: usize = 5_000;

/// A text in Chinese, with English where it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Chinese, as the form prints it.
    pub zh: String,
    /// English; empty where there is none.
    pub en: String,
}

document! { Label { zh, en: optional } }

/// 指标体系: everything that decides how an assessment is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rubric {
    /// Preset slug, or a name of the user's own.
    pub id: String,
    /// Edition of the form, such as `2024.1`.
    pub edition: String,
    /// Title of the form.
    pub title: Label,
    /// Region that issued the form.
    pub region: Label,
    /// What sort of evaluation it is for.
    pub kind: Kind,
    /// The layout of the form, for the tables that are printed from it.
    pub layout: Layout,
    /// Points of the whole, 分; 100 unless the form says otherwise.
    pub full_score: Figure,
    /// How points are rounded.
    pub rounding: Rounding,
    /// 评价等级.
    pub grades: GradeScale,
    /// What happens to the weight of an indicator that does not apply.
    pub not_applicable: NotApplicable,
    /// Highest total, 分; none where points above full are kept.
    pub cap: Option<Figure>,
    /// 加分项, outside the weights.
    pub bonus: Option<Bonus>,
    /// 项目数据 that entries may refer to.
    pub facts: Vec<FactField>,
    /// The first level of the tree.
    pub indicators: Vec<Indicator>,
    /// Where the constants come from.
    pub sources: Vec<Source>,
    /// Warnings of the rubric check that the form is known to carry.
    pub accepted: Vec<Accepted>,
}

document! {
    Rubric {
        id, edition, title, region, kind, layout, full_score: default(Figure::HUNDRED),
        rounding: default, grades, not_applicable: default, cap: optional, bonus: optional,
        facts: optional, indicators, sources, accepted: optional,
    }
}

/// Whether an id is made of letters, digits and hyphens: it goes into links, addresses and names of files.
pub fn is_plain(id: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    !id.is_empty() && id.bytes().all(plain)
}

/// What sort of evaluation a form is for.
#[allow(clippy::enum_variant_names, reason = "the field's terms")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 单位自评.
    SelfEvaluation,
    /// 部门评价.
    DepartmentEvaluation,
    /// 财政评价 by a third party.
    ThirdPartyEvaluation,
}

document! { enum Kind { SelfEvaluation, DepartmentEvaluation, ThirdPartyEvaluation } }

/// Which set of documents belongs to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// 综合评分表 with summary, detail tables and closing sentences.
    Report,
    /// 项目支出绩效自评表 with budget execution on top.
    SelfForm,
    /// Progress table, then a score table.
    Progress,
}

document! { enum Layout { Report, SelfForm, Progress } }

/// What happens to the weight of an indicator marked 不适用.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotApplicable {
    /// The others are scaled up to the full score.
    #[default]
    Rescale,
    /// The indicator counts in full.
    FullMarks,
    /// The weight is dropped and the full score with it.
    ZeroWeight,
}

document! { enum NotApplicable { Rescale, FullMarks, ZeroWeight } }

/// 加分项: leaves outside the weights, together at most `max` points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bonus {
    /// Most points that all items add together, 分.
    pub max: Figure,
    /// The items; each is a leaf.
    pub items: Vec<Indicator>,
}

document! { Bonus { max, items } }

/// A project figure that the form asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactField {
    /// Name that entries refer to.
    pub id: String,
    /// What it is.
    pub label: Label,
    /// Its unit: 万元, 人, 份.
    pub unit: Label,
}

document! { FactField { id, label, unit: default } }

/// A node of the tree: a group with children, or a leaf with a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Name for entries and links; letters, digits and hyphens.
    pub id: String,
    /// 指标名称, as published.
    pub name: Label,
    /// 分值, 分.
    pub weight: Figure,
    /// 指标解释.
    pub meaning: Option<Label>,
    /// 评价要点, in our own words.
    pub criteria: Vec<Label>,
    /// Where the weight and the rule come from: an id in [`Rubric::sources`]; a node without one
    /// has its parent's.
    pub source: Option<String>,
    /// Children, if it is a group.
    pub children: Vec<Indicator>,
    /// How it is scored, if it is a leaf.
    pub scoring: Option<Scoring>,
}

document! {
    Indicator {
        id, name, weight, meaning: optional, criteria: optional, source: optional,
        children: optional, scoring: optional,
    }
}

/// How a leaf is scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scoring {
    /// How a rate arises; rules that judge without a rate have none.
    pub measure: Option<Measure>,
    /// How points arise.
    pub rule: Rule,
    /// What acts on top of the rule, in order.
    pub modifiers: Vec<Modifier>,
    /// What an entry holds where the assessor has entered nothing, such as a shared fact.
    pub prefill: Entry,
    /// Unit of what is entered: 人, 万元, %.
    pub unit: Label,
    /// What the rate is called, where neither the name of the indicator nor the measure says it:
    /// 质量达标率 of 质量达标数.
    pub rate_name: Label,
}

document! {
    Scoring {
        measure: optional, rule, modifiers: optional, prefill: optional, unit: optional,
        rate_name: optional,
    }
}

/// Where constants come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Name that indicators refer to.
    pub id: String,
    /// Title and number of the document.
    pub title: Label,
    /// Year of the document; empty where it bears none.
    pub year: String,
}

document! { Source { id, title, year } }

/// A warning of the rubric check that is known and explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Which warning.
    pub code: Code,
    /// At which indicator; none for the rubric as a whole.
    pub indicator: Option<String>,
    /// Why it is right as it is.
    pub reason: Label,
}

document! { Accepted { code, indicator: optional, reason } }

impl Accepted {
    /// Whether this acceptance is for `problem`.
    pub fn covers(&self, problem: &Problem) -> bool {
        self.code == problem.code && self.indicator == problem.indicator
    }
}

impl Indicator {
    /// Whether it is scored by a rule of its own.
    pub fn is_leaf(&self) -> bool {
        self.children.is_empty()
    }
}

/// An indicator with its place in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Node<'r> {
    /// The indicator.
    pub indicator: &'r Indicator,
    /// 1 for 一级指标.
    pub depth: usize,
    /// Position of the parent in the same list; none on the first level.
    pub parent: Option<usize>,
    /// Position after the last node below it.
    pub end: usize,
    /// Whether it is a 加分项.
    pub bonus: bool,
}

impl Rubric {
    /// All indicators in the order of the form, parents before children, 加分项 last.
    pub fn nodes(&self) -> Vec<Node<'_>> {
        fn visit<'r>(
            indicators: &'r [Indicator],
            (depth, parent, bonus): (usize, Option<usize>, bool),
            nodes: &mut Vec<Node<'r>>,
        ) {
            for indicator in indicators {
                let own = nodes.len();
                nodes.push(Node { indicator, depth, parent, end: own + 1, bonus });
                visit(&indicator.children, (depth + 1, Some(own), bonus), nodes);
                nodes[own].end = nodes.len();
            }
        }
        fn count(indicators: &[Indicator]) -> usize {
            indicators.iter().map(|indicator| 1 + count(&indicator.children)).sum()
        }
        let bonus = self.bonus.as_ref().map_or(0, |bonus| count(&bonus.items));
        let mut nodes = Vec::with_capacity(count(&self.indicators) + bonus);
        visit(&self.indicators, (1, None, false), &mut nodes);
        if let Some(bonus) = &self.bonus {
            visit(&bonus.items, (1, None, true), &mut nodes);
        }
        nodes
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.nodes().into_iter().map(|node| node.indicator).find(|indicator| indicator.id == id)
    }

    /// Names from the first level down to the indicator with this id.
    pub fn path(&self, id: &str) -> Vec<&Indicator> {
        let nodes = self.nodes();
        let mut at = nodes.iter().position(|node| node.indicator.id == id);
        let mut path = Vec::new();
        while let Some(index) = at {
            path.insert(0, nodes[index].indicator);
            at = nodes[index].parent;
        }
        path
    }
}

/// Fixed points, or an inclusive range that the assessor picks from, 分.
///
/// Written `"3"` or `{ from = "0", to = "2" }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointRange {
    /// Fewest points.
    pub from: Figure,
    /// Most points; equal to `from` when fixed.
    pub to: Figure,
}

impl PointRange {
    /// Exactly these points.
    pub fn fixed(points: Figure) -> PointRange {
        PointRange { from: points, to: points }
    }

    /// Whether there is nothing to pick.
    pub fn is_fixed(&self) -> bool {
        self.from == self.to
    }
}

impl Document for PointRange {
    fn read(tree: Tree, reader: &mut Reader) -> PointRange {
        match tree {
            Tree::Text(_) => PointRange::fixed(Figure::read(tree, reader)),
            Tree::Fields(_) => {
                let mut fields = reader.fields(tree);
                let (from, to) = (fields.due("from"), fields.due("to"));
                fields.done();
                PointRange { from, to }
            }
            other => {
                reader.refuse(&other, "a decimal string such as \"12.50\", or { from, to }");
                PointRange::fixed(Figure::ZERO)
            }
        }
    }

    fn write(&self, writer: &mut Writer) {
        if self.is_fixed() {
            return self.from.write(writer);
        }
        writer.open('{');
        writer.name("from");
        self.from.write(writer);
        writer.name("to");
        self.to.write(writer);
        writer.close('}');
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        shapes.named::<PointRange>("PointRange", |shapes| {
            let mut range = shape::Shape::of(shape::place::<PointRange>("", ""));
            let bound = |_: &PointRange| None::<&Figure>;
            range.field(("from", "from"), bound, shape::Presence::Due, shapes);
            range.field(("to", "to"), bound, shape::Presence::Due, shapes);
            shape::any_of(vec![Figure::shape(shapes), range.finish(true)])
        })
    }
}
