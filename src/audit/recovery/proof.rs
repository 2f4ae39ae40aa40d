//! What the engine's own rule gives for a row: nothing is taken for recovered that it does not give.

use crate::audit::interval::Interval;
use crate::engine::{
    Assessment, Entry, Figure, Fraction, GradeScale, Indicator, Kind, Label, Layout, NotApplicable,
    NumberError, Partial, Pin, Rounding, Rubric, Rule, Scoring, VERSION, score,
};
use crate::tree::Map;

use super::case::Case;
use super::family::Family;

/// Whether the rule gives the printed score of a row, for some rate that its digits allow.
pub(super) fn holds(family: Family, rule: &Rule, case: &Case) -> bool {
    let Some(rate) = case.rate(family.reads()) else { return is_choice(rule, case) };
    given(rule, case.weight.fraction(), rate.range)
        .is_ok_and(|points| points.into_iter().any(|one| one.meets(case.digits)))
}

/// Whether the score is one of the levels or bands.
fn is_choice(rule: &Rule, case: &Case) -> bool {
    let choices = rule.choices(case.weight, Rounding { places: 4, ..Rounding::default() });
    choices.iter().any(|(_, points, _)| {
        Interval::between(points.from.fraction(), points.to.fraction()).meets(case.digits)
    })
}

/// The points that a rule gives to the rates of an interval.
fn given(rule: &Rule, weight: Fraction, rates: Interval) -> Result<Vec<Interval>, NumberError> {
    let at = |rate| rule.points(rate, weight, &mut Vec::new());
    let (low, high) = (at(rates.low)?, at(rates.high)?);
    if rates.low == rates.high || jumps(rule) {
        // Between two jumps the points stay as they are.
        return Ok(vec![Interval::exactly(low), Interval::exactly(high)]);
    }
    let mut ends = vec![(low, rates.low_in), (high, rates.high_in)];
    for turn in rule.turns() {
        if rates.low < turn && turn < rates.high {
            ends.push((at(turn)?, true));
        }
    }
    if ends.iter().all(|(points, _)| *points == low) {
        return Ok(vec![Interval::exactly(low)]);
    }
    let end =
        |(points, is_in)| Interval { low_in: is_in, high_in: is_in, ..Interval::exactly(points) };
    let all = ends.into_iter().map(end).reduce(Interval::cover);
    Ok(all.into_iter().collect())
}

/// Whether its points jump as the rate rises.
fn jumps(rule: &Rule) -> bool {
    match rule {
        Rule::Shortfall(rule) => rule.partial != Partial::Exact,
        Rule::Steps(rule) => rule.partial != Partial::Exact,
        Rule::Excess(rule) => rule.partial != Partial::Exact,
        Rule::Threshold(_) | Rule::NotOver(_) => true,
        _ => false,
    }
}

/// The points that the engine awards to an entry, scored as the only row of a rubric.
pub(super) fn awarded(
    scoring: &Scoring,
    entry: &Entry,
    weight: Figure,
    rounding: Rounding,
) -> Option<Figure> {
    let leaf = Indicator {
        id: ROW.to_owned(),
        name: Label::default(),
        weight,
        meaning: None,
        criteria: Vec::new(),
        source: None,
        children: Vec::new(),
        scoring: Some(scoring.clone()),
    };
    let mut entries = Map::default();
    entries.insert(ROW.to_owned(), entry.clone());
    let assessment = Assessment {
        version: VERSION,
        rubric: Pin { id: ROW.to_owned(), hash: String::new() },
        entries,
        ..Assessment::default()
    };
    let total = score(&one_row(leaf, rounding), &assessment).total.score;
    (total.min == total.max).then_some(total.min)
}

/// Name of the only row.
const ROW: &str = "row";

fn one_row(leaf: Indicator, rounding: Rounding) -> Rubric {
    Rubric {
        id: ROW.to_owned(),
        edition: String::new(),
        title: Label::default(),
        region: Label::default(),
        kind: Kind::SelfEvaluation,
        layout: Layout::SelfForm,
        full_score: leaf.weight,
        rounding,
        grades: GradeScale(Vec::new()),
        not_applicable: NotApplicable::default(),
        cap: None,
        bonus: None,
        facts: Vec::new(),
        indicators: vec![leaf],
        sources: Vec::new(),
        accepted: Vec::new(),
    }
}
