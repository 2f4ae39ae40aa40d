//! Rates on purpose: those at which points fall on half a step, on a bound, on a knot.

use jiheng::engine::{Direction, Entry, Figure, Measure, Modifier, Pace, Rounding, Rule, Value};
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{Rng, decimal};
use crate::rational::{Q, int, percent, q, quantum};

/// A rate at which something is exactly decided, if the rule has one.
pub fn rate(
    rule: &Rule,
    modifiers: &[Modifier],
    (weight, rounding): (Figure, Rounding),
    rng: &mut Rng,
) -> Option<Q> {
    let bounds = modifiers.iter().filter_map(|modifier| match modifier {
        Modifier::Penalty { rate_below, .. } => *rate_below,
        _ => None,
    });
    let bounds: Vec<Figure> = bounds.collect();
    if !bounds.is_empty() && rng.one_in(2) {
        return Some(percent(rng.pick(&bounds)));
    }
    if rng.one_in(3) {
        return Some(bound(rule, rng));
    }
    // Points that lie half-way between two of the grid.
    let grid = quantum(rounding);
    let steps = (q(weight) / &grid).to_integer().to_u64().filter(|steps| *steps > 0)?;
    let half = &grid * (int(rng.below(steps) as i64) + int(1) / int(2));
    at_points(rule, &q(weight), &half, rng).filter(|rate| !rate.is_negative())
}

/// A rate on a bound of the rule.
fn bound(rule: &Rule, rng: &mut Rng) -> Q {
    let down = |from: Figure, per: Figure, rng: &mut Rng| {
        (percent(from) - percent(per) * int(rng.below(4) as i64)).max(Q::zero())
    };
    match rule {
        Rule::Shortfall(rule) => down(rule.target, rule.per, rng),
        Rule::Steps(rule) => down(rule.full, rule.per, rng),
        Rule::Excess(rule) => percent(rule.limit) + percent(rule.per) * int(rng.below(4) as i64),
        Rule::Threshold(rule) => {
            let bounds: Vec<Figure> = rule.bands.iter().map(|band| band.from).collect();
            percent(rng.pick(&bounds))
        }
        Rule::Curve(rule) => {
            let knots: Vec<Figure> = rule.knots.iter().map(|knot| knot.rate).collect();
            percent(rng.pick(&knots))
        }
        Rule::NotOver(rule) => match &rule.otherwise {
            Some(rule) if rng.one_in(2) => bound(rule, rng),
            _ => int(1),
        },
        _ => int(1),
    }
}

/// The rate at which a rule gives exactly these points.
fn at_points(rule: &Rule, weight: &Q, points: &Q, rng: &mut Rng) -> Option<Q> {
    let lost = weight - points;
    match rule {
        Rule::Proportional(_) | Rule::ShareOfPoints(_) => Some(points / weight),
        Rule::Shortfall(rule) => {
            let steps = lost / weight / percent(rule.lose);
            Some(percent(rule.target) - steps * percent(rule.per))
        }
        Rule::Excess(rule) => Some(percent(rule.limit) + lost / q(rule.lose) * percent(rule.per)),
        Rule::Steps(rule) => Some(percent(rule.full) - lost / q(rule.lose) * percent(rule.per)),
        Rule::Curve(rule) => {
            let share = points / weight;
            let crossing = rule.knots.windows(2).filter_map(|pair| {
                let (low, high) = (percent(pair[0].share), percent(pair[1].share));
                let crossed = (&share - &low) * (&share - &high) < Q::zero();
                let run = percent(pair[1].rate) - percent(pair[0].rate);
                crossed.then(|| percent(pair[0].rate) + (&share - &low) / (high - &low) * run)
            });
            let crossing: Vec<Q> = crossing.collect();
            let at = rng.below(crossing.len() as u64) as usize;
            crossing.get(at).cloned()
        }
        Rule::NotOver(rule) => at_points(rule.otherwise.as_deref()?, weight, points, rng),
        _ => None,
    }
}

/// An entry that gives exactly this rate, if the measure can and the figures stay short.
pub fn entry_for(measure: &Measure, rate: &Q, rng: &mut Rng) -> Option<Entry> {
    let (part, whole) = (rate.numer().to_u64()?, rate.denom().to_u64()?);
    let factor = rng.pick(&[1, 1, 2, 3, 7, 10, 119]);
    let (part, whole) = (part.checked_mul(factor)?, whole.checked_mul(factor)?);
    if part.max(whole) >= 1_000_000_000_000_000 {
        return None;
    }
    let places = rng.below(4) as u32;
    let typed = |units: u64| Some(Value::Text(decimal(units, places)));
    let count = |number: u64| Some(Value::Text(number.to_string()));
    let mut entry = Entry::default();
    match measure {
        Measure::Ratio(ratio) => match ratio.direction {
            Direction::AtLeast | Direction::Above => {
                (entry.actual, entry.target) = (typed(part), typed(whole));
            }
            Direction::AtMost | Direction::Below if part > 0 => {
                (entry.actual, entry.target) = (typed(whole), typed(part));
            }
            Direction::Equal if part <= whole => {
                let (small, large) = (typed(part), typed(whole));
                (entry.actual, entry.target) =
                    if rng.one_in(2) || part == 0 { (small, large) } else { (large, small) };
            }
            _ => return None,
        },
        Measure::Budget(_) => (entry.actual, entry.target) = (typed(part), typed(whole)),
        Measure::Share(_) | Measure::Quality(_) if part <= whole => {
            (entry.yes, entry.asked) = (count(part), count(whole));
        }
        Measure::Survey(survey) if part <= whole => {
            let counts =
                survey.coefficients.iter().enumerate().map(|(at, _)| {
                    Value::Text(if at == 0 { part.to_string() } else { String::new() })
                });
            (entry.counts, entry.asked) = (Some(counts.collect()), count(whole));
        }
        Measure::Rate(_) => entry.rate = Some(Value::Text(as_percent(rate)?)),
        Measure::Cost(_) if part > 0 => (entry.planned, entry.actual) = (typed(part), typed(whole)),
        Measure::Timeliness(timeliness) => match timeliness.by {
            Pace::Duration if part > 0 => {
                (entry.planned, entry.actual) = (typed(part), typed(whole));
            }
            Pace::Dates if whole < 20_000 => {
                entry.start = Some(Value::from("2001-03-01"));
                entry.planned = Some(Value::Text(day_after_2001_03_01(part)?));
                entry.actual = Some(Value::Text(day_after_2001_03_01(whole)?));
            }
            _ => return None,
        },
        _ => return None,
    }
    Some(entry)
}

/// A rate as a percentage, if it has at most 6 decimals.
fn as_percent(rate: &Q) -> Option<String> {
    let units = rate * Q::from_integer(BigInt::from(100_000_000));
    let units = units.is_integer().then(|| units.to_integer().to_u64())??;
    Some(decimal(units, 6))
}

/// A date some days after 2001-03-01, found by trying.
fn day_after_2001_03_01(days: u64) -> Option<String> {
    let first = crate::read::day_number("2001-03-01")?;
    let due = first + i64::try_from(days).ok()?;
    let near = 2001 + days / 366;
    for year in near..near + 3 {
        let before = crate::read::day_number(&format!("{year:04}-01-01"))?;
        if !(before..before + 366).contains(&due) {
            continue;
        }
        for month in 1..=12 {
            for day in 1..=31 {
                let text = format!("{year:04}-{month:02}-{day:02}");
                if crate::read::day_number(&text) == Some(due) {
                    return Some(text);
                }
            }
        }
    }
    None
}
