//! The steps of a trace as plain objects: `kind` and its figures as decimal strings.

use serde_json::{Value, json};

use crate::engine::{Figure, Fraction, PointRange, Step, percentage};

/// A rate: shown in %, and exactly, as a fraction in lowest terms.
fn rate(rate: Fraction) -> Value {
    let percent = percentage(rate).map(|percent| percent.to_string()).unwrap_or_default();
    json!({ "percent": percent, "exact": exact(rate) })
}

fn exact(fraction: Fraction) -> String {
    let reduced = fraction.reduced();
    format!("{}/{}", reduced.numerator(), reduced.denominator())
}

fn text(figure: &Figure) -> String {
    figure.to_string()
}

fn range(range: &PointRange) -> Value {
    json!({ "from": text(&range.from), "to": text(&range.to) })
}

fn knot((rate, share): &(Figure, Figure)) -> Value {
    json!({ "rate": text(rate), "share": text(share) })
}

/// One step.
pub(super) fn object(step: &Step) -> Value {
    match step {
        Step::Ratio { .. }
        | Step::Share { .. }
        | Step::Survey { .. }
        | Step::Entered { .. }
        | Step::Budget { .. }
        | Step::Cost { .. }
        | Step::Dates { .. }
        | Step::Duration { .. }
        | Step::Quality { .. } => measured(step),
        Step::Rounded { .. }
        | Step::Deducted { .. }
        | Step::Occurred { .. }
        | Step::KnockedOut { .. }
        | Step::Penalty { .. }
        | Step::Overridden { .. }
        | Step::NotApplicable
        | Step::InBlock => on_top(step),
        _ => ruled(step),
    }
}

fn measured(step: &Step) -> Value {
    match step {
        Step::Ratio { direction, actual, target, rate: r } => {
            json!({ "kind": "ratio", "direction": direction.name(), "actual": text(actual), "target": text(target), "rate": rate(*r) })
        }
        Step::Share { yes, asked, rate: r } => {
            json!({ "kind": "share", "yes": text(yes), "asked": text(asked), "rate": rate(*r) })
        }
        Step::Survey { terms, answers, rate: r } => {
            let terms: Vec<Value> = terms
                .iter()
                .map(|(count, coefficient)| json!({ "count": text(count), "coefficient": text(coefficient) }))
                .collect();
            json!({ "kind": "survey", "terms": terms, "answers": text(answers), "rate": rate(*r) })
        }
        Step::Entered { percent, rate: r } => {
            json!({ "kind": "entered", "percent": text(percent), "rate": rate(*r) })
        }
        Step::Budget { divisor, executed, budget, rate: r } => {
            json!({ "kind": "budget", "divisor": divisor.name(), "executed": text(executed), "budget": text(budget), "rate": rate(*r) })
        }
        Step::Cost { planned, actual, saving, rate: r } => {
            json!({ "kind": "cost", "planned": text(planned), "actual": text(actual), "saving": rate(*saving), "rate": rate(*r) })
        }
        Step::Dates { planned, actual, late, rate: r } => {
            json!({ "kind": "dates", "planned": planned.to_string(), "actual": actual.to_string(), "late": late.to_string(), "rate": rate(*r) })
        }
        Step::Duration { planned, actual, rate: r } => {
            json!({ "kind": "duration", "planned": text(planned), "actual": text(actual), "rate": rate(*r) })
        }
        Step::Quality { passed, inspected, rate: r } => {
            json!({ "kind": "quality", "passed": text(passed), "inspected": text(inspected), "rate": rate(*r) })
        }
        _ => Value::Null,
    }
}

fn ruled(step: &Step) -> Value {
    match step {
        Step::Level { id, points } => json!({ "kind": "level", "id": id, "points": range(points) }),
        Step::Picked { points } => json!({ "kind": "picked", "points": text(points) }),
        Step::Checklist { items, missed, partly, lost } => {
            let partly: serde_json::Map<String, Value> =
                partly.iter().map(|(id, share)| (id.clone(), text(share).into())).collect();
            json!({ "kind": "checklist", "items": items.to_string(), "missed": missed, "partly": partly, "lost": exact(*lost) })
        }
        Step::Proportional { rate: r, capped } => {
            json!({ "kind": "proportional", "rate": rate(*r), "capped": capped })
        }
        Step::Shortfall { target, gap, lost, partial } => {
            json!({ "kind": "shortfall", "target": rate(*target), "gap": rate(*gap), "lost": exact(*lost), "partial": partial.name() })
        }
        Step::Excess { limit, over, lost, partial } => {
            json!({ "kind": "excess", "limit": rate(*limit), "over": rate(*over), "lost": exact(*lost), "partial": partial.name() })
        }
        Step::Steps { full, count, lost, partial } => {
            json!({ "kind": "steps", "full": rate(*full), "count": exact(*count), "lost": exact(*lost), "partial": partial.name() })
        }
        Step::Threshold { from, points } => {
            json!({ "kind": "threshold", "from": from.as_ref().map(text), "points": text(points) })
        }
        Step::Curve { low, high, share } => {
            json!({ "kind": "curve", "low": knot(low), "high": knot(high), "share": rate(*share) })
        }
        Step::NotOver { over } => json!({ "kind": "not-over", "over": over }),
        Step::Judged { points } => json!({ "kind": "judged", "points": text(points) }),
        _ => Value::Null,
    }
}

fn on_top(step: &Step) -> Value {
    match step {
        Step::Rounded { exact: value, points } => {
            json!({ "kind": "rounded", "exact": exact(*value), "points": text(points) })
        }
        Step::Deducted { item, points, effective } => {
            json!({ "kind": "deducted", "item": item, "points": range(points), "effective": text(effective) })
        }
        Step::Occurred { item, count, each, effective } => {
            json!({ "kind": "occurred", "item": item, "count": text(count), "each": text(each), "effective": text(effective) })
        }
        Step::KnockedOut { item, scope: on } => {
            json!({ "kind": "knocked-out", "item": item, "scope": on.name() })
        }
        Step::Penalty { item, points, scope: on } => {
            json!({ "kind": "penalty", "item": item, "points": range(points), "scope": on.name() })
        }
        Step::Overridden { formula, points } => {
            json!({ "kind": "overridden", "formula": formula.as_ref().map(text), "points": text(points) })
        }
        Step::NotApplicable => json!({ "kind": "not-applicable" }),
        Step::InBlock => json!({ "kind": "in-block" }),
        _ => Value::Null,
    }
}
