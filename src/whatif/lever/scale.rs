//! The positions of a lever: how a number from 0 on stands for a figure, a date, a choice.

use super::Setting;
use crate::engine::{Date, Figure, Fraction, MAX_DECIMALS};

/// Days that a date goes by percent of.
const YEAR: i64 = 365;
/// The most steps of a figure: 15 digits.
const LARGEST: i128 = 999_999_999_999_999;

/// Positions 0 to [`Scale::last`].
#[derive(Clone, Debug)]
pub(super) enum Scale {
    /// Figures in steps of 10^-`places`; more decimals than `finest` are refused somewhere.
    Steps { places: u32, finest: u32, low: i64, high: i64, of: Of },
    /// Days from a first one.
    Days { first: Date, last: i64 },
    /// Settings one by one.
    Choices(Vec<Setting>),
    /// Runs of settings that are points or numbers of times, one after the other.
    Runs(Vec<Run>),
    /// Answers of a survey, moved one at a time between the worst option and the best.
    Answers { counts: Vec<i64>, order: Vec<usize>, down: i64, up: i64 },
}

/// Neighbouring settings that differ in one figure.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub of: Picked,
    /// Decimals of the figure.
    pub places: u32,
    /// The first and the last in steps of 10^-`places`; the last may be the lower.
    pub first: i64,
    pub last: i64,
}

/// What a run picks from.
#[derive(Clone, Debug)]
pub(super) enum Picked {
    /// Nothing: one setting.
    One(Setting),
    /// Points within a level.
    Level(String),
    /// Points of a deduction.
    Off,
    /// How often.
    Times,
}

impl Run {
    pub fn one(setting: Setting) -> Run {
        Run { of: Picked::One(setting), places: 0, first: 0, last: 0 }
    }

    pub fn length(&self) -> i64 {
        (self.last - self.first).abs().saturating_add(1)
    }

    fn setting(&self, at: i64) -> Setting {
        let quanta = self.first + at * (self.last - self.first).signum();
        let figure = Figure::from_parts(quanta.into(), self.places);
        match &self.of {
            Picked::One(setting) => setting.clone(),
            Picked::Level(id) => Setting::Level { id: id.clone(), points: figure },
            Picked::Off => Setting::Happened { points: figure, count: None },
            Picked::Times => Setting::Happened { points: None, count: figure },
        }
    }

    /// Where in it a setting stands.
    fn find(&self, setting: &Setting) -> Option<i64> {
        let figure = match (&self.of, setting) {
            (Picked::One(own), _) => return (own == setting).then_some(0),
            (Picked::Level(own), Setting::Level { id, points }) if own == id => *points,
            (Picked::Off, Setting::Happened { points, count: None }) => *points,
            (Picked::Times, Setting::Happened { points: None, count }) => *count,
            _ => None,
        };
        let at = i64::try_from(figure?.quanta(self.places)?).ok()? - self.first;
        let along = if self.last < self.first { -at } else { at };
        (0..self.length()).contains(&along).then_some(along)
    }
}

/// What the steps are steps of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Figure,
    Points,
    Share,
}

impl Scale {
    /// Figures from `low` to `high`, both possible; none if no step lies between.
    pub fn steps(of: Of, places: u32, low: Figure, high: Option<Figure>) -> Option<Scale> {
        let within = |figure: Figure, up: bool| {
            let scaled = figure.fraction().mul(Fraction::whole(10_i128.pow(places))).ok()?;
            let whole = if up { scaled.ceil() } else { scaled.floor() };
            i64::try_from(whole.numerator().clamp(0, LARGEST)).ok()
        };
        let largest = i64::try_from(LARGEST).ok()?;
        let low = within(low, true)?;
        let high = high.map_or(Some(largest), |high| within(high, false))?;
        let finest = MAX_DECIMALS as u32;
        (low <= high).then_some(Scale::Steps { places, finest, low, high, of })
    }

    /// Steps that no row may make finer which it shares them with.
    pub fn no_finer_than(mut self, most: u32) -> Scale {
        if let Scale::Steps { finest, .. } = &mut self {
            *finest = most;
        }
        self
    }

    /// The position of a figure or date among the steps or days, whole or not: below 0 and beyond
    /// the last as well.
    pub fn offset(&self, value: Fraction) -> Option<Fraction> {
        match self {
            Scale::Steps { places, low, .. } => {
                let scaled = value.mul(Fraction::whole(10_i128.pow(*places))).ok()?;
                scaled.sub(Fraction::whole((*low).into())).ok()
            }
            Scale::Days { .. } => Some(value),
            Scale::Choices(_) | Scale::Runs(_) => Some(value),
            Scale::Answers { .. } => None,
        }
    }

    pub fn last(&self) -> i64 {
        match self {
            Scale::Steps { low, high, .. } => high - low,
            Scale::Days { last, .. } => *last,
            Scale::Choices(all) => i64::try_from(all.len()).unwrap_or(i64::MAX) - 1,
            Scale::Runs(runs) => runs.iter().map(Run::length).fold(0, i64::saturating_add) - 1,
            Scale::Answers { down, up, .. } => down + up,
        }
    }

    pub fn setting(&self, position: i64) -> Setting {
        match self {
            Scale::Steps { places, low, of, .. } => {
                let quanta = i128::from(low + position);
                let figure = Figure::from_parts(quanta, *places).unwrap_or_default();
                match of {
                    Of::Figure => Setting::Figure(figure),
                    Of::Points => Setting::Points(figure),
                    Of::Share => Setting::Share(figure),
                }
            }
            Scale::Days { first, .. } => Setting::Date(first.after(position).unwrap_or(*first)),
            Scale::Choices(all) => {
                let at = usize::try_from(position).unwrap_or(0);
                all.get(at).or(all.last()).cloned().unwrap_or(Setting::Absent)
            }
            Scale::Runs(runs) => {
                let mut at = position;
                for run in runs {
                    if at < run.length() {
                        return run.setting(at);
                    }
                    at -= run.length();
                }
                Setting::Absent
            }
            Scale::Answers { counts, order, down, .. } => {
                Setting::Counts(moved(counts, order, position - down))
            }
        }
    }

    pub fn position(&self, value: &str) -> Option<i64> {
        let found = match self {
            Scale::Steps { places, low, .. } => {
                let quanta: Figure = value.parse().ok()?;
                i64::try_from(quanta.quanta(*places)?).ok()? - low
            }
            Scale::Days { first, .. } => Date::parse(value)?.days_since(*first),
            Scale::Choices(_) | Scale::Runs(_) => {
                return self.find(&Setting::Level { id: value.to_owned(), points: None });
            }
            Scale::Answers { .. } => return None,
        };
        (0..=self.last()).contains(&found).then_some(found)
    }

    /// Where a setting stands.
    pub fn find(&self, setting: &Setting) -> Option<i64> {
        match self {
            Scale::Choices(all) => i64::try_from(all.iter().position(|one| one == setting)?).ok(),
            Scale::Runs(runs) => {
                let mut before = 0;
                for run in runs {
                    if let Some(at) = run.find(setting) {
                        return Some(before + at);
                    }
                    before += run.length();
                }
                None
            }
            Scale::Steps { .. } | Scale::Days { .. } => self.position(&setting.text()),
            Scale::Answers { .. } => None,
        }
    }

    /// What both allow, in the finer of their steps that neither refuses; none where they have
    /// nothing in common.
    pub fn common(self, other: Scale) -> Option<Scale> {
        match (self, other) {
            (
                Scale::Steps { places, finest, low, high, of },
                Scale::Steps { places: others, finest: allowed, low: least, high: most, .. },
            ) => {
                let finest = finest.min(allowed);
                let common = places.max(others).min(finest);
                let low = in_steps(low, places, common, true);
                let low = low.max(in_steps(least, others, common, true));
                let high = in_steps(high, places, common, false);
                let high = high.min(in_steps(most, others, common, false));
                let places = common;
                (low <= high).then_some(Scale::Steps { places, finest, low, high, of })
            }
            (Scale::Days { first, last }, Scale::Days { first: second, last: length }) => {
                let begin = first.max(second);
                let end = first.after(last)?.min(second.after(length)?);
                let last = end.days_since(begin);
                (last >= 0).then_some(Scale::Days { first: begin, last })
            }
            _ => None,
        }
    }

    pub fn moved_by(&self, now: i64, percent: Figure) -> Option<i64> {
        let all: i64 = match self {
            Scale::Steps { low, .. } => now + low,
            Scale::Days { .. } => YEAR,
            // So many of all the answers that there are.
            Scale::Answers { counts, .. } => counts.iter().sum(),
            Scale::Choices(_) | Scale::Runs(_) => return None,
        };
        let share = Fraction::whole(all.into()).mul(percent.percent()).ok()?;
        let away = if share < Fraction::ZERO { share.floor() } else { share.ceil() };
        let away = match away.numerator() {
            0 if percent.is_negative() => -1,
            0 => 1,
            away => away,
        };
        let to = i128::from(now).saturating_add(away).clamp(0, self.last().into());
        i64::try_from(to).ok()
    }
}

/// So many steps of `from` decimals in steps of `to` decimals; what lies between two goes up or down.
fn in_steps(value: i64, from: u32, to: u32, up: bool) -> i64 {
    let value = i128::from(value);
    let steps = match to.checked_sub(from) {
        Some(finer) => value * 10_i128.pow(finer),
        None if up => -(-value).div_euclid(10_i128.pow(from - to)),
        None => value.div_euclid(10_i128.pow(from - to)),
    };
    i64::try_from(steps.min(LARGEST)).unwrap_or(i64::MAX)
}

/// Counts with so many answers moved: up, from the worst options to the best; down, the other way.
/// `order` has the options from the worst to the best.
fn moved(counts: &[i64], order: &[usize], by: i64) -> Vec<i64> {
    let mut counts = counts.to_vec();
    let (Some(worst), Some(best)) = (order.first(), order.last()) else {
        return counts;
    };
    let target = if by > 0 { *best } else { *worst };
    let mut left = by.abs();
    let from: Vec<usize> =
        if by > 0 { order.to_vec() } else { order.iter().rev().copied().collect() };
    for option in from.into_iter().filter(|option| *option != target) {
        let taken = left.min(counts[option]);
        counts[option] -= taken;
        counts[target] += taken;
        left -= taken;
    }
    counts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn answers_move_from_the_worst_option_to_the_best_and_back() {
        // 非常满意 92, 比较满意 11, 满意 15, 一般 4, 不满意 0: order from the worst.
        let (counts, order) = ([92, 11, 15, 4, 0], [4, 3, 2, 1, 0]);
        assert_eq!(moved(&counts, &order, 5), [97, 11, 14, 0, 0]);
        assert_eq!(moved(&counts, &order, 30), [122, 0, 0, 0, 0]);
        assert_eq!(moved(&counts, &order, -3), [89, 11, 15, 4, 3]);
        assert_eq!(moved(&counts, &order, -122), [0, 0, 0, 0, 122]);
    }

    #[test]
    fn a_tenth_more_or_less_is_rounded_away_and_one_step_at_least() {
        let scale = Scale::steps(Of::Figure, 0, Figure::ZERO, None).unwrap();
        let percent = |text: &str| text.parse::<Figure>().unwrap();
        // 30437 × 10 % = 3043.7
        assert_eq!(scale.moved_by(30437, percent("10")), Some(33481));
        assert_eq!(scale.moved_by(30437, percent("-10")), Some(27393));
        assert_eq!(scale.moved_by(0, percent("10")), Some(1));
        assert_eq!(scale.moved_by(0, percent("-10")), Some(0));
    }
}
