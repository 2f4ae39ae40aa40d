//! The measures of design section 5, by the oracle.

use jiheng::engine::{Direction, Measure, Pace, Value};
use num_traits::{One, Zero};

use crate::coverage::Coverage;
use crate::rational::{Q, int, q};
use crate::read::{Bad, Desk, Read};

/// The rate that is entered, 1 for 100 %.
pub fn rate(measure: &Measure, desk: &Desk<'_>, seen: &mut Coverage) -> Read<Q> {
    let read = match measure {
        Measure::Ratio(ratio) => {
            let (actual, target) = (desk.number(|e| &e.actual)?, desk.divisor(|e| &e.target)?);
            both(actual, target).map(|(actual, target)| compared(ratio.direction, actual, target))
        }
        Measure::Share(_) | Measure::Quality(_) => part(desk)?,
        Measure::Survey(survey) => answered(&survey.coefficients, desk)?,
        Measure::Rate(entered) => match desk.number(|e| &e.rate)? {
            Some(percent) if percent > int(100) && !entered.beyond_hundred => return Err(Bad),
            other => other.map(|percent| percent / int(100)),
        },
        Measure::Budget(_) => {
            let (spent, budget) = (desk.number(|e| &e.actual)?, desk.divisor(|e| &e.target)?);
            both(spent, budget).map(|(spent, budget)| spent / budget)
        }
        Measure::Cost(_) => kept(desk)?,
        Measure::Timeliness(timeliness) => match timeliness.by {
            Pace::Duration => kept(desk)?,
            Pace::Dates => dated(desk)?,
        },
    };
    seen.seen_if(read.is_some(), name(measure));
    Ok(read)
}

/// The key of a measure in the coverage.
fn name(measure: &Measure) -> &'static str {
    match measure {
        Measure::Ratio(ratio) => match ratio.direction {
            Direction::AtLeast => "measure ratio ≥",
            Direction::Above => "measure ratio >",
            Direction::AtMost => "measure ratio ≤",
            Direction::Below => "measure ratio <",
            Direction::Equal => "measure ratio =",
        },
        Measure::Share(_) => "measure share",
        Measure::Survey(_) => "measure survey",
        Measure::Rate(_) => "measure rate",
        Measure::Budget(_) => "measure budget",
        Measure::Cost(_) => "measure cost",
        Measure::Timeliness(timeliness) => match timeliness.by {
            Pace::Dates => "measure dates",
            Pace::Duration => "measure duration",
        },
        Measure::Quality(_) => "measure quality",
    }
}

fn both(a: Option<Q>, b: Option<Q>) -> Option<(Q, Q)> {
    a.zip(b)
}

fn compared(direction: Direction, actual: Q, target: Q) -> Q {
    match direction {
        Direction::AtLeast | Direction::Above => actual / target,
        Direction::AtMost | Direction::Below => plan(target, actual),
        Direction::Equal => {
            let (small, large) = if actual < target { (actual, target) } else { (target, actual) };
            small / large
        }
    }
}

/// Plan ÷ actual; what took nothing kept any plan.
fn plan(planned: Q, actual: Q) -> Q {
    if actual.is_zero() { Q::one() } else { planned / actual }
}

fn kept(desk: &Desk<'_>) -> Read<Q> {
    let (planned, actual) = (desk.divisor(|e| &e.planned)?, desk.number(|e| &e.actual)?);
    Ok(both(planned, actual).map(|(planned, actual)| plan(planned, actual)))
}

fn part(desk: &Desk<'_>) -> Read<Q> {
    let (yes, asked) = (desk.count(|e| &e.yes)?, desk.count(|e| &e.asked)?);
    if asked.as_ref().is_some_and(Q::is_zero) {
        return Err(Bad);
    }
    match both(yes, asked) {
        Some((yes, asked)) if yes > asked => Err(Bad),
        pair => Ok(pair.map(|(yes, asked)| yes / asked)),
    }
}

fn answered(coefficients: &[jiheng::engine::Figure], desk: &Desk<'_>) -> Read<Q> {
    let asked = desk.count(|e| &e.asked)?;
    if asked.as_ref().is_some_and(Q::is_zero) {
        return Err(Bad);
    }
    let typed = |counts: &&Vec<Value>| counts.iter().any(|count| !count.is_blank());
    let own = desk.entry.counts.as_ref().filter(typed);
    let Some(counts) = own.or(desk.prefill.counts.as_ref().filter(typed)) else {
        return Ok(None);
    };
    if counts.len() != coefficients.len() {
        return Err(Bad);
    }
    let (mut answers, mut weighted) = (Q::zero(), Q::zero());
    for (count, coefficient) in counts.iter().zip(coefficients) {
        let count = desk.figure(count)?.unwrap_or_else(Q::zero);
        if !count.is_integer() {
            return Err(Bad);
        }
        weighted += &count * q(*coefficient);
        answers += count;
    }
    let answers = match asked {
        Some(asked) if answers > asked => return Err(Bad),
        Some(asked) => asked,
        None if answers.is_zero() => return Err(Bad),
        None => answers,
    };
    Ok(Some(weighted / answers))
}

fn dated(desk: &Desk<'_>) -> Read<Q> {
    let start = desk.day(|e| &e.start)?;
    let (planned, actual) = (desk.day(|e| &e.planned)?, desk.day(|e| &e.actual)?);
    let Some((planned, actual)) = planned.zip(actual) else {
        return Ok(None);
    };
    match start {
        Some(start) if start > planned || start > actual => Err(Bad),
        _ if actual <= planned => Ok(Some(Q::one())),
        Some(start) => Ok(Some(int(planned - start) / int(actual - start))),
        None => Ok(Some(Q::zero())),
    }
}
