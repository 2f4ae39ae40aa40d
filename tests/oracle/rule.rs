//! The base rules of design section 5, by the oracle: exact points before rounding.

use jiheng::engine::rule::{Bands, Checklist, Curve, Item};
use jiheng::engine::{Entry, Partial, PointRange, Rounding, Rule};
use num_traits::{One, Zero};

use crate::coverage::Coverage;
use crate::rational::{Q, int, on_grid, percent, q, quantum};
use crate::read::{Bad, Desk, Read};

/// Fewest and most points.
pub type Ends = (Q, Q);

/// The exact points that an entry earns; two where a choice of points is open.
pub fn award(
    rule: &Rule,
    desk: &Desk<'_>,
    rate: Option<&Q>,
    (weight, rounding): (&Q, Rounding),
    seen: &mut Coverage,
) -> Read<Ends> {
    let ends = match rule {
        Rule::Levels(rule) => {
            let Some(id) = chosen(desk) else { return Ok(None) };
            let level = rule.levels.iter().find(|level| level.id == *id).ok_or(Bad)?;
            let ends = (q(level.points.from), q(level.points.to));
            picked(desk, level.points.is_fixed(), ends, rounding)?
        }
        Rule::Bands(rule) => {
            let Some(id) = chosen(desk) else { return Ok(None) };
            let at = rule.bands.iter().position(|band| band.id == *id).ok_or(Bad)?;
            let fixed = rule.bands[at].share.is_fixed();
            picked(desk, fixed, band(rule, at, weight, rounding), rounding)?
        }
        Rule::Checklist(rule) => match checked(rule, desk, weight, seen)? {
            Some(points) => (points.clone(), points),
            None => return Ok(None),
        },
        Rule::Judgement(_) => match desk.number(|e| &e.points)? {
            Some(points) => {
                allowed(&points, &(Q::zero(), weight.clone()), rounding)?;
                (points.clone(), points)
            }
            None => return Ok(None),
        },
        by_rate => match rate {
            Some(rate) => {
                let points = measured(by_rate, rate, weight, seen);
                (points.clone(), points)
            }
            None => return Ok(None),
        },
    };
    seen.seen(name(rule));
    Ok(Some(ends))
}

/// The key of a rule in the coverage.
pub fn name(rule: &Rule) -> &'static str {
    match rule {
        Rule::Levels(_) => "rule levels",
        Rule::Bands(_) => "rule bands",
        Rule::Checklist(_) => "rule checklist",
        Rule::Proportional(_) => "rule proportional",
        Rule::ShareOfPoints(_) => "rule share of points",
        Rule::Shortfall(_) => "rule shortfall",
        Rule::Excess(_) => "rule excess",
        Rule::Steps(_) => "rule steps",
        Rule::Threshold(_) => "rule threshold",
        Rule::Curve(_) => "rule curve",
        Rule::NotOver(_) => "rule not over",
        Rule::Judgement(_) => "rule judgement",
    }
}

fn chosen<'a>(desk: &Desk<'a>) -> Option<&'a String> {
    let filled = |entry: &'a Entry| entry.level.as_ref().filter(|id| !id.is_empty());
    filled(desk.entry).or_else(|| filled(desk.prefill))
}

/// The points picked within a range; the whole range while none are; fixed points as they are.
fn picked(desk: &Desk<'_>, fixed: bool, ends: Ends, rounding: Rounding) -> Result<Ends, Bad> {
    if fixed {
        return Ok(ends);
    }
    match desk.number(|e| &e.points)? {
        Some(points) => {
            allowed(&points, &ends, rounding)?;
            Ok((points.clone(), points))
        }
        None => Ok(ends),
    }
}

/// Points must lie within the ends and on the grid.
pub fn allowed(points: &Q, ends: &Ends, rounding: Rounding) -> Result<(), Bad> {
    let within = *points >= ends.0 && *points <= ends.1;
    if within && on_grid(points, rounding) { Ok(()) } else { Err(Bad) }
}

/// The points of the grid that lie in a band. A band too narrow to hold one stands for the
/// nearest point below its upper end, and never for less than nothing.
fn band(rule: &Bands, at: usize, weight: &Q, rounding: Rounding) -> Ends {
    let share = rule.bands[at].share;
    let (low, high) = (weight * percent(share.from), weight * percent(share.to));
    if share.is_fixed() {
        return (low, high);
    }
    let grid = quantum(rounding);
    let next_starts_there = rule
        .bands
        .iter()
        .enumerate()
        .any(|(other, band)| other != at && q(band.share.from) == q(share.to));
    let mut most = (&high / &grid).floor() * &grid;
    if next_starts_there && most == high {
        most -= &grid;
    }
    let most = most.max(Q::zero());
    let fewest = (&low / &grid).ceil() * &grid;
    (fewest.min(most.clone()), most)
}

fn checked(rule: &Checklist, desk: &Desk<'_>, weight: &Q, seen: &mut Coverage) -> Read<Q> {
    let Some(missed) = desk.entry.missed.as_ref().or(desk.prefill.missed.as_ref()) else {
        return Ok(None);
    };
    let known = |id: &String| rule.items.iter().any(|item| item.id == *id);
    if !missed.iter().all(known) || !desk.entry.partly.keys().all(known) {
        return Err(Bad);
    }
    let worth = |item: &Item| match item.points {
        Some(points) => q(points),
        None => weight / int(rule.items.len() as i64),
    };
    let mut points = weight.clone();
    for item in &rule.items {
        let partly = match desk.entry.partly.get(&item.id) {
            Some(share) => desk.figure(share)?,
            None => None,
        };
        if partly.as_ref().is_some_and(|share| *share > int(100)) {
            return Err(Bad);
        }
        if missed.contains(&item.id) {
            points -= worth(item);
        } else if let Some(share) = partly {
            seen.seen("checklist item partly met");
            points -= worth(item) * (Q::one() - share / int(100));
        }
    }
    Ok(Some(points.max(Q::zero())))
}

/// Exact points by a rate.
fn measured(rule: &Rule, rate: &Q, weight: &Q, seen: &mut Coverage) -> Q {
    let whole = Q::one();
    let kept = |lost: Q| (weight - lost).max(Q::zero());
    match rule {
        Rule::Proportional(rule) if rule.uncapped => weight * rate,
        Rule::Proportional(_) | Rule::ShareOfPoints(_) => weight * rate.min(&whole),
        Rule::Shortfall(rule) => {
            let steps = (percent(rule.target) - rate) / percent(rule.per);
            kept(counted(steps, rule.partial, seen) * percent(rule.lose) * weight)
        }
        Rule::Excess(rule) => {
            let steps = (rate - percent(rule.limit)) / percent(rule.per);
            kept(counted(steps, rule.partial, seen) * q(rule.lose))
        }
        Rule::Steps(rule) => {
            let steps = (percent(rule.full) - rate) / percent(rule.per);
            kept(counted(steps, rule.partial, seen) * q(rule.lose))
        }
        Rule::Threshold(rule) => {
            let reached = rule.bands.iter().filter(|band| percent(band.from) <= *rate);
            let best = reached.max_by_key(|band| band.from);
            seen.seen_if(best.is_some_and(|b| percent(b.from) == *rate), "tie on threshold bound");
            best.map_or(Q::zero(), |band| q(band.points))
        }
        Rule::Curve(rule) => weight * on_curve(rule, rate, seen),
        Rule::NotOver(_) if *rate >= whole => {
            seen.seen_if(*rate == whole, "tie on plan");
            weight.clone()
        }
        Rule::NotOver(rule) => match &rule.otherwise {
            Some(otherwise) => measured(otherwise, rate, weight, seen),
            None => Q::zero(),
        },
        Rule::Levels(_) | Rule::Bands(_) | Rule::Checklist(_) | Rule::Judgement(_) => Q::zero(),
    }
}

/// Steps that cost points; none below zero.
fn counted(steps: Q, partial: Partial, seen: &mut Coverage) -> Q {
    seen.seen_if(steps.is_integer(), "tie on whole step");
    if steps <= Q::zero() {
        return Q::zero();
    }
    seen.seen(match partial {
        Partial::Exact => "steps exact",
        Partial::Down => "steps down",
        Partial::Up => "steps up",
    });
    match partial {
        Partial::Exact => steps,
        Partial::Down => steps.floor(),
        Partial::Up => steps.ceil(),
    }
}

/// The share of the weight on the line through the knots, level beyond the outer ones.
fn on_curve(rule: &Curve, rate: &Q, seen: &mut Coverage) -> Q {
    let knots: Vec<Ends> = rule.knots.iter().map(|k| (percent(k.rate), percent(k.share))).collect();
    if let Some((_, share)) = knots.iter().find(|(at, _)| at == rate) {
        seen.seen("tie on curve knot");
        return share.clone();
    }
    let after = knots.iter().position(|(at, _)| at > rate);
    match after {
        Some(0) => knots[0].1.clone(),
        None => knots[knots.len() - 1].1.clone(),
        Some(after) => {
            let ((x0, y0), (x1, y1)) = (&knots[after - 1], &knots[after]);
            // The share is the mean of both knots, weighted by the distance to the other one.
            (y0 * (x1 - rate) + y1 * (rate - x0)) / (x1 - x0)
        }
    }
}

/// Fewest and most points of a range of the rubric.
pub fn ends(range: PointRange) -> Ends {
    (q(range.from), q(range.to))
}
