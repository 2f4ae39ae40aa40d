//! `validate`: every problem of a rubric at once, each with its severity.

use std::collections::BTreeSet;

use super::assessment::Value;
use super::error::{Code, Problem};
use super::measure::Measure;
use super::modifier::Modifier;
use super::number::Figure;
use super::reading::Field;
use super::rounding::MAX_PLACES;
use super::rubric::{Indicator, Node, Rubric, Scoring, is_plain};
use super::trace::Scope;

/// Deepest level of indicators that forms have.
const MAX_DEPTH: usize = 4;

/// Checks a rubric as a whole: weights, bounds, ids, rules, sources.
///
/// Everything found is returned, accepted warnings too; [`super::Accepted::covers`] tells which
/// those are.
pub fn validate(rubric: &Rubric) -> Vec<Problem> {
    let nodes = rubric.nodes();
    let mut problems = whole(rubric);
    problems.extend(ids(rubric, &nodes));
    for (index, node) in nodes.iter().enumerate() {
        let id = &node.indicator.id;
        let own = indicator(rubric, &nodes, index);
        problems.extend(own.into_iter().map(|problem| problem.at(id)));
    }
    problems
}

/// Grades, rounding and the weights of the first level.
fn whole(rubric: &Rubric) -> Vec<Problem> {
    let mut problems = Vec::new();
    if rubric.rounding.places > MAX_PLACES {
        let places = rubric.rounding.places;
        problems.push(Problem::new(Code::TooManyPlaces).on("rounding.places").with("text", places));
    }
    let grades = &rubric.grades.0;
    if grades.last().is_none_or(|lowest| !lowest.min.is_zero()) {
        problems.push(Problem::new(Code::GradeGap).on("grades"));
    }
    if grades.windows(2).any(|pair| pair[1].min >= pair[0].min) {
        problems.push(Problem::new(Code::GradeOverlap).on("grades"));
    }
    let sum: Figure = rubric.indicators.iter().map(|one| one.weight).sum();
    if sum != rubric.full_score {
        problems.push(
            Problem::new(Code::WeightsNotFull)
                .on("indicators")
                .with("sum", sum)
                .with("weight", rubric.full_score),
        );
    }
    problems
}

/// Ids that are doubled, or cannot be used in a link or the name of a file.
fn ids(rubric: &Rubric, nodes: &[Node<'_>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !is_plain(&rubric.id) {
        problems.push(Problem::new(Code::BadId).on("id").with("text", &rubric.id));
    }
    let mut seen = BTreeSet::new();
    for id in nodes.iter().map(|node| &node.indicator.id) {
        if !is_plain(id) || matches!(id.as_str(), "leaf" | "total") {
            problems.push(Problem::new(Code::BadId).at(id).on("id").with("text", id));
        }
        if !seen.insert(id) {
            problems.push(Problem::new(Code::DuplicateId).at(id).on("id").with("text", id));
        }
    }
    let mut facts = BTreeSet::new();
    for fact in &rubric.facts {
        if !is_plain(&fact.id) {
            problems.push(Problem::new(Code::BadId).on("facts").with("text", &fact.id));
        }
        if !facts.insert(&fact.id) {
            problems.push(Problem::new(Code::DuplicateId).on("facts").with("text", &fact.id));
        }
    }
    problems
}

/// Problems of one indicator.
fn indicator(rubric: &Rubric, nodes: &[Node<'_>], index: usize) -> Vec<Problem> {
    let node = nodes[index];
    let indicator = node.indicator;
    let mut problems = Vec::new();
    if indicator.weight.is_negative() {
        let flaw = Problem::new(Code::NegativeWeight).on("weight");
        problems.push(flaw.with("text", indicator.weight));
    }
    if indicator.weight.decimals() > rubric.rounding.places {
        problems.push(
            Problem::new(Code::ConstantTooFine)
                .on("weight")
                .with("text", indicator.weight)
                .with("places", rubric.rounding.places),
        );
    }
    if node.depth > MAX_DEPTH {
        problems.push(Problem::new(Code::TooDeep));
    }
    if node.bonus && !indicator.is_leaf() {
        problems.push(Problem::new(Code::BonusNotLeaf));
    }
    problems.extend(source(rubric, nodes, index));
    match &indicator.scoring {
        Some(scoring) if indicator.is_leaf() => {
            problems.extend(leaf(rubric, nodes, indicator, scoring));
        }
        None if !indicator.is_leaf() => problems.extend(children(indicator)),
        _ => problems.push(Problem::new(Code::NeitherGroupNorLeaf)),
    }
    problems
}

fn children(indicator: &Indicator) -> Option<Problem> {
    let sum: Figure = indicator.children.iter().map(|child| child.weight).sum();
    (sum != indicator.weight).then(|| {
        Problem::new(Code::WeightsNotParent)
            .on("children")
            .with("sum", sum)
            .with("weight", indicator.weight)
    })
}

/// A leaf has a source of its own or one above; whatever is named is listed.
fn source(rubric: &Rubric, nodes: &[Node<'_>], index: usize) -> Option<Problem> {
    let own = nodes[index].indicator.source.as_deref();
    if let Some(unknown) = own.filter(|id| rubric.sources.iter().all(|source| source.id != *id)) {
        return Some(Problem::new(Code::SourceMissing).on("source").with("text", unknown));
    }
    let mut at = Some(index);
    while let Some(here) = at {
        if nodes[here].indicator.source.is_some() {
            return None;
        }
        at = nodes[here].parent;
    }
    nodes[index].indicator.is_leaf().then(|| Problem::new(Code::SourceMissing).on("source"))
}

fn leaf(
    rubric: &Rubric,
    nodes: &[Node<'_>],
    indicator: &Indicator,
    scoring: &Scoring,
) -> Vec<Problem> {
    let mut problems = scoring.rule.check(indicator.weight, rubric.rounding);
    match &scoring.measure {
        None if scoring.rule.needs_rate() => {
            problems.push(Problem::new(Code::MeasureMissing).on("scoring.measure"));
        }
        Some(_) if !scoring.rule.needs_rate() => {
            problems.push(Problem::new(Code::MeasureUnused).on("scoring.measure"));
        }
        Some(Measure::Survey(survey)) => problems.extend(survey.check()),
        _ => {}
    }
    for modifier in &scoring.modifiers {
        problems.extend(effect(rubric, nodes, indicator, modifier));
    }
    let ids: Vec<&str> = scoring.modifiers.iter().map(Modifier::id).collect();
    for (index, id) in ids.iter().enumerate().filter(|(index, id)| ids[..*index].contains(id)) {
        let field = format!("scoring.modifiers[{index}]");
        problems.push(Problem::new(Code::DuplicateId).on(field).with("text", id));
    }
    problems.extend(prefill(rubric, scoring));
    problems
}

/// What a modifier takes must exist, and should not be more than what it is taken from.
fn effect(
    rubric: &Rubric,
    nodes: &[Node<'_>],
    indicator: &Indicator,
    modifier: &Modifier,
) -> Vec<Problem> {
    let field = || format!("scoring.modifiers.{}", modifier.id());
    let (points, scope) = match modifier {
        Modifier::Deduction { points, .. } => (Some(*points), &Scope::Leaf),
        Modifier::PerOccurrence { points, .. } => {
            (Some(super::rubric::PointRange::fixed(*points)), &Scope::Leaf)
        }
        Modifier::Knockout { scope, .. } => (None, scope),
        Modifier::Penalty { points, scope, .. } => (Some(*points), scope),
    };
    let mut problems = Vec::new();
    if let Scope::Group(id) = scope
        && nodes.iter().all(|node| node.indicator.id != *id)
    {
        problems.push(Problem::new(Code::UnknownScope).on(field()).with("text", id));
    }
    let Some(points) = points else {
        return problems;
    };
    if points.from.is_negative() {
        let flaw = Problem::new(Code::ConstantOutOfRange).on(field());
        problems.push(flaw.with("text", points.from));
    }
    if points.from > points.to {
        let flaw = Problem::new(Code::RangeReversed).on(field());
        problems.push(flaw.with("from", points.from).with("to", points.to));
    }
    let places = rubric.rounding.places;
    if let Some(finer) = [points.from, points.to].into_iter().find(|one| one.decimals() > places) {
        let flaw = Problem::new(Code::ConstantTooFine).on(field());
        problems.push(flaw.with("text", finer).with("places", places));
    }
    // Measured against the line it is printed on: a reader of the form must be told that a
    // penalty reaches beyond its own line.
    if points.to > indicator.weight {
        let flaw = Problem::new(Code::DeductionAboveWeight).on(field());
        problems.push(flaw.with("points", points.to).with("weight", indicator.weight));
    }
    problems
}

/// Every fact that a prefill names is one the form asks for.
fn prefill(rubric: &Rubric, scoring: &Scoring) -> Vec<Problem> {
    let counts = scoring.prefill.counts.iter().flatten();
    let single = Field::ALL.iter().filter_map(|field| field.of(&scoring.prefill));
    counts
        .chain(single)
        .filter_map(|value| match value {
            Value::Fact(id) => Some(id),
            Value::Text(_) => None,
        })
        .filter(|id| rubric.facts.iter().all(|fact| fact.id != **id))
        .map(|id| Problem::new(Code::UnknownPrefill).on("scoring.prefill").with("text", id))
        .collect()
}
