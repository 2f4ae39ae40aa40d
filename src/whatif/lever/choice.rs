//! The levers of one leaf that are chosen rather than measured: levels, ticks, answers, incidents.

use super::row::Row;
use super::scale::{Picked, Run, Scale};
use super::{Lever, Role, Setting, Slot, turns};
use crate::engine::measure::Survey;
use crate::engine::rule::Checklist;
use crate::engine::{Field, Figure, Fraction, Incident, Modifier, PointRange, Value};

/// The most items of a checklist of which every combination is tried; of more, the one worth most
/// comes first.
const COMBINED: usize = 8;
/// Answers that a survey without any is thought to have.
const THOUGHT_OF: i64 = 100;

impl Row<'_> {
    /// The levels or bands, with every step of points that may be picked, from the fewest on.
    pub fn level(&self) -> Option<Lever> {
        let (weight, rounding) = (self.node.indicator.weight, self.rubric.rounding);
        let choices = self.scoring.rule.choices(weight, rounding);
        let mut runs: Vec<(PointRange, Run)> = Vec::new();
        for (id, range, picked) in choices {
            let run = match picked {
                true => picks(Picked::Level(id.to_owned()), range, rounding.places)?,
                false => Run::one(Setting::Level { id: id.to_owned(), points: None }),
            };
            runs.push((range, run));
        }
        runs.sort_by_key(|(range, _)| (range.from, range.to));
        // Where two ranges overlap, the points fall back from the end of one to the other.
        let mut cuts = Vec::new();
        let mut begin = 0;
        for pair in runs.windows(2) {
            begin = pair[0].1.length().saturating_add(begin);
            if pair[1].0.from < pair[0].0.to {
                cuts.push(begin);
            }
        }
        let scale = Scale::Runs(runs.into_iter().map(|(_, run)| run).collect());
        let now = self.entered_level().and_then(|(id, points)| {
            let own = |points| Setting::Level { id: id.clone(), points };
            scale.find(&own(points)).or_else(|| scale.find(&own(None)))
        });
        self.chosen(Slot::Level, scale, &cuts, now)
    }

    fn entered_level(&self) -> Option<(String, Option<Figure>)> {
        self.with_reader(|reader| {
            let id = reader.level()?.to_owned();
            Some((id, reader.figure(Field::Points).ok().flatten()))
        })
    }

    /// A lever of a scale whose points rise but for some positions, each of which begins anew.
    fn chosen(&self, slot: Slot, scale: Scale, cuts: &[i64], now: Option<i64>) -> Option<Lever> {
        if scale.last() < 0 {
            return None;
        }
        let cuts = cuts.iter().map(|cut| Fraction::whole((*cut).into()));
        Some(Lever {
            input: self.input(slot),
            role: Role::Earned,
            now,
            segments: turns::segments(&scale, cuts.collect()),
            scale,
            uses: vec![self.use_of(Vec::new())],
        })
    }

    /// The ticks of a checklist: what is entered, with ever more items met after it and ever more
    /// missed before it.
    pub fn ticks(&self, checklist: &Checklist) -> Option<Lever> {
        let weight = self.node.indicator.weight.fraction();
        let known = |id: &String| checklist.items.iter().any(|item| item.id == *id);
        let ticked = self.with_reader(|reader| reader.missed().map(<[String]>::to_vec));
        // What cannot be read stands nowhere; what can is where the list begins.
        let mut now = ticked.as_ref().is_some_and(|missed| missed.iter().all(known));
        let all = || checklist.items.iter().map(|item| item.id.clone()).collect();
        let missed: Vec<String> = ticked.unwrap_or_else(all);
        let mut shares = Vec::new();
        for (id, value) in self.entry.partly.iter() {
            let share = self.with_reader(|reader| reader.read(value, &"partly"));
            match share {
                Ok(Some(share)) if share <= Figure::HUNDRED && known(id) => {
                    shares.push((id, value, share.percent()));
                }
                Ok(None) if known(id) => {}
                _ => now = false,
            }
        }
        let share = |id: &str| shares.iter().find(|one| one.0 == id).map(|one| one.2);
        let (mut to_gain, mut to_lose) = (Vec::new(), Vec::new());
        for item in &checklist.items {
            let worth = checklist.worth(item, weight).ok()?;
            let lacking = match share(&item.id) {
                _ if missed.contains(&item.id) => Fraction::ONE,
                Some(met) => Fraction::ONE.sub(met).ok()?,
                None => Fraction::ZERO,
            };
            let gain = worth.mul(lacking).ok()?;
            let rest = worth.sub(gain).ok()?;
            if gain > Fraction::ZERO {
                to_gain.push((item.id.clone(), gain));
            }
            if rest > Fraction::ZERO {
                to_lose.push((item.id.clone(), rest));
            }
        }
        let changed = |met: &[&str], lost: &[&str]| {
            let is_missed = |id: &str| {
                lost.contains(&id) || (missed.iter().any(|one| one == id) && !met.contains(&id))
            };
            let ids = checklist.items.iter().map(|item| &item.id);
            let kept = |id: &str| !met.contains(&id) && !lost.contains(&id);
            let partly = shares.iter().filter(|(id, ..)| kept(id));
            Setting::Missed {
                missed: ids.filter(|id| is_missed(id)).cloned().collect(),
                partly: partly.map(|(id, value, _)| ((*id).clone(), (*value).clone())).collect(),
            }
        };
        let worse = combinations(&to_lose);
        let below = i64::try_from(worse.len()).ok()?;
        let worse = worse.into_iter().rev().map(|lost| changed(&[], &lost));
        let better = combinations(&to_gain).into_iter().map(|met| changed(&met, &[]));
        let scale = Scale::Choices(worse.chain([changed(&[], &[])]).chain(better).collect());
        self.chosen(Slot::Missed, scale, &[], now.then_some(below))
    }

    /// The answers of a survey, between all at the worst option and all at the best.
    pub fn answers(&self, survey: &Survey) -> Option<Lever> {
        let due = survey.coefficients.len();
        let facts = self.counts().iter().any(|one| matches!(one, Value::Fact(_)));
        let counts = self.with_reader(|reader| reader.counts(due));
        let counts = counts.ok().filter(|_| !facts)?;
        let entered = counts.is_some();
        let mut order: Vec<usize> = (0..due).collect();
        // Options of equal worth: the later is the worse.
        order.sort_by(|a, b| survey.coefficients[*a].cmp(&survey.coefficients[*b]).then(b.cmp(a)));
        let (worst, best) = (*order.first()?, *order.last()?);
        let counts = match counts {
            Some(counts) => {
                counts.iter().map(|count| whole_number(*count)).collect::<Option<_>>()?
            }
            None => {
                let asked = self.with_reader(|reader| reader.figure(Field::Asked).ok().flatten());
                let mut counts = vec![0; due];
                counts[worst] = asked.and_then(whole_number).unwrap_or(THOUGHT_OF);
                counts
            }
        };
        let all = counts.iter().try_fold(0_i64, |all, count| all.checked_add(*count))?;
        let (down, up) = (all - counts[worst], all - counts[best]);
        let scale = Scale::Answers { counts, order, down, up };
        let cuts = self.turns_of_answers(survey, &scale, all);
        self.chosen(Slot::Counts, scale, &cuts, entered.then_some(down))
    }

    /// The first positions at which the rate of a survey reaches what its points turn at. With every
    /// answer moved up the rate rises.
    fn turns_of_answers(&self, survey: &Survey, scale: &Scale, all: i64) -> Vec<i64> {
        let asked = self.with_reader(|reader| reader.figure(Field::Asked).ok().flatten());
        let answers = asked.map_or(Fraction::whole(all.into()), Figure::fraction);
        let reaches = |position: i64, rate: Fraction| {
            let Setting::Counts(counts) = scale.setting(position) else { return Some(true) };
            let mut weighted = Fraction::ZERO;
            for (count, worth) in counts.iter().zip(&survey.coefficients) {
                let part = Fraction::whole((*count).into()).mul(worth.fraction()).ok()?;
                weighted = weighted.add(part).ok()?;
            }
            Some(weighted >= rate.mul(answers).ok()?)
        };
        let first = |rate: Fraction| {
            let (mut low, mut high) = (0, scale.last() + 1);
            while low < high {
                let middle = low + (high - low) / 2;
                match reaches(middle, rate)? {
                    true => high = middle,
                    false => low = middle + 1,
                }
            }
            Some(low)
        };
        turns::rates(self.scoring).into_iter().filter_map(first).collect()
    }

    /// Each modifier: from the worst that it can do to not having happened.
    pub fn incidents(&self, found: &mut Vec<Lever>) {
        for modifier in &self.scoring.modifiers {
            let id = modifier.id();
            let incident = self.entry.deductions.iter().find(|one| one.item == id);
            let entered = incident.map(|incident| self.happened(modifier, incident));
            let Some(run) = self.run_of(modifier, entered.as_ref()) else { continue };
            let absent = run.length();
            let scale = Scale::Runs(vec![run, Run::one(Setting::Absent)]);
            let now = scale.find(&entered.unwrap_or(Setting::Absent));
            // Not named, the rate decides; it may take more than what could be named. A 加分项 of
            // which nothing is said any more is not claimed.
            let by_rate = matches!(modifier, Modifier::Penalty { rate_below: Some(_), .. });
            let cuts = if by_rate || self.node.bonus { vec![absent] } else { Vec::new() };
            found.extend(self.chosen(Slot::Incident(id.to_owned()), scale, &cuts, now));
        }
    }

    /// What is entered for a modifier. Points that are fixed are not entered; what happened happened
    /// once unless it is counted.
    fn happened(&self, modifier: &Modifier, incident: &Incident) -> Setting {
        let read = |value: &Option<Value>| {
            let value = value.as_ref()?;
            self.with_reader(|reader| reader.read(value, &"deductions").ok().flatten())
        };
        let (points, count) = (read(&incident.points), read(&incident.count));
        match modifier {
            Modifier::PerOccurrence { .. } => {
                let count = if incident.count.is_none() { Some(Figure::whole(1)) } else { count };
                Setting::Happened { points: None, count }
            }
            Modifier::Deduction { points: range, .. } | Modifier::Penalty { points: range, .. }
                if !range.is_fixed() =>
            {
                Setting::Happened { points, count: None }
            }
            _ => Setting::Happened { points: None, count: None },
        }
    }

    /// Everything that a modifier can do, from the worst on.
    fn run_of(&self, modifier: &Modifier, entered: Option<&Setting>) -> Option<Run> {
        match modifier {
            Modifier::Deduction { points, .. } | Modifier::Penalty { points, .. }
                if !points.is_fixed() =>
            {
                let run = picks(Picked::Off, *points, self.rubric.rounding.places)?;
                Some(Run { first: run.last, last: run.first, ..run })
            }
            Modifier::PerOccurrence { points, .. } => {
                let enough = self.node.indicator.weight.fraction().div(points.fraction());
                let enough = enough.map_or(1, |times| times.ceil().numerator());
                let entered = match entered {
                    Some(Setting::Happened { count: Some(count), .. }) => whole_number(*count)?,
                    _ => 1,
                };
                let most = i64::try_from(enough).unwrap_or(1).max(entered).max(1);
                Some(Run { of: Picked::Times, places: 0, first: most, last: 1 })
            }
            _ => Some(Run::one(Setting::Happened { points: None, count: None })),
        }
    }
}

fn whole_number(figure: Figure) -> Option<i64> {
    i64::try_from(figure.quanta(0)?).ok()
}

/// Points that may be picked, from the fewest on; none where no step lies in the range.
fn picks(of: Picked, range: PointRange, places: u32) -> Option<Run> {
    let steps = Fraction::whole(10_i128.pow(places));
    let within = |end: Figure| end.fraction().mul(steps).ok();
    let first = i64::try_from(within(range.from)?.ceil().numerator()).ok()?;
    let last = i64::try_from(within(range.to)?.floor().numerator()).ok()?;
    (first <= last).then_some(Run { of, places, first, last })
}

/// Sets of items from the least to the most that they are worth together, one for each worth; none
/// is empty.
fn combinations(items: &[(String, Fraction)]) -> Vec<Vec<&str>> {
    let even = items.windows(2).all(|pair| pair[0].1 == pair[1].1);
    if even || items.len() > COMBINED {
        let mut ordered: Vec<&(String, Fraction)> = items.iter().collect();
        ordered.sort_by_key(|item| std::cmp::Reverse(item.1));
        let ids: Vec<&str> = ordered.into_iter().map(|(id, _)| id.as_str()).collect();
        return (1..=ids.len()).map(|count| ids[..count].to_vec()).collect();
    }
    let mut sets: Vec<(Fraction, Vec<&str>)> = Vec::new();
    for bits in 1_u32..1 << items.len() {
        let chosen = || items.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
        let worth = chosen().try_fold(Fraction::ZERO, |sum, (_, item)| sum.add(item.1).ok());
        let ids: Vec<&str> = chosen().map(|(_, item)| item.0.as_str()).collect();
        match worth.and_then(|worth| sets.iter_mut().find(|(known, _)| *known == worth)) {
            Some(known) if ids.len() < known.1.len() => known.1 = ids,
            Some(_) => {}
            None => sets.extend(worth.map(|worth| (worth, ids))),
        }
    }
    sets.sort_by_key(|set| set.0);
    sets.into_iter().map(|(_, ids)| ids).collect()
}
