//! The levers of one leaf that are chosen rather than measured: levels, ticks, answers, incidents.

use super::row::Row;
use super::scale::Scale;
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
        let entered = self.entered_level();
        let mut all: Vec<(Figure, Setting)> = Vec::new();
        for (id, range) in choices.iter().rev() {
            let of_entered = entered.as_ref().is_some_and(|(own, _)| own == id);
            for (points, picked) in picks(*range, rounding.quantum()) {
                let setting = Setting::Level { id: (*id).to_owned(), points: picked };
                match all.iter_mut().find(|(known, _)| *known == points) {
                    // Two levels may earn the same: the one that is entered stands for both.
                    Some(known) if of_entered => known.1 = setting,
                    Some(_) => {}
                    None => all.push((points, setting)),
                }
            }
        }
        all.sort_by_key(|(points, _)| *points);
        let settings: Vec<Setting> = all.into_iter().map(|(_, setting)| setting).collect();
        let now = entered.map(|(id, points)| Setting::Level { id, points });
        let now = now.and_then(|now| settings.iter().position(|one| *one == now));
        self.choices(Slot::Level, settings, now)
    }

    fn entered_level(&self) -> Option<(String, Option<Figure>)> {
        self.with_reader(|reader| {
            let id = reader.level()?.to_owned();
            Some((id, reader.figure(Field::Points).ok().flatten()))
        })
    }

    fn choices(&self, slot: Slot, settings: Vec<Setting>, now: Option<usize>) -> Option<Lever> {
        if settings.is_empty() {
            return None;
        }
        let scale = Scale::Choices(settings);
        Some(Lever {
            input: self.input(slot),
            role: Role::Earned,
            now: now.and_then(|now| i64::try_from(now).ok()),
            segments: turns::segments(&scale, Vec::new()),
            scale,
            uses: vec![self.use_of(Vec::new())],
        })
    }

    /// The ticks of a checklist: what is entered, with ever more items met after it and ever more
    /// missed before it.
    pub fn ticks(&self, checklist: &Checklist) -> Option<Lever> {
        let weight = self.node.indicator.weight.fraction();
        let missed = self.with_reader(|reader| reader.missed().map(<[String]>::to_vec));
        let now = missed.is_some();
        let missed =
            missed.unwrap_or_else(|| checklist.items.iter().map(|item| item.id.clone()).collect());
        let share = |id: &str| -> Option<Fraction> {
            let value = self.entry.partly.get(id)?;
            let share = self.with_reader(|reader| reader.read(value, &"partly").ok().flatten());
            share.map(Figure::percent)
        };
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
        let partly: Vec<String> = self.entry.partly.keys().cloned().collect();
        let changed = |met: &[&str], lost: &[&str]| {
            let is_missed = |id: &str| {
                lost.contains(&id) || (missed.iter().any(|one| one == id) && !met.contains(&id))
            };
            let ids = checklist.items.iter().map(|item| &item.id);
            let left = |id: &&String| !met.contains(&id.as_str()) && !lost.contains(&id.as_str());
            Setting::Missed {
                missed: ids.filter(|id| is_missed(id)).cloned().collect(),
                partly: partly.iter().filter(left).cloned().collect(),
            }
        };
        let worse = combinations(&to_lose);
        let below = worse.len();
        let worse = worse.into_iter().rev().map(|lost| changed(&[], &lost));
        let better = combinations(&to_gain).into_iter().map(|met| changed(&met, &[]));
        let settings = worse.chain([changed(&[], &[])]).chain(better).collect();
        self.choices(Slot::Missed, settings, now.then_some(below))
    }

    /// The answers of a survey, between all at the worst option and all at the best.
    pub fn answers(&self, survey: &Survey) -> Option<Lever> {
        let due = survey.coefficients.len();
        let facts = self.entry.counts.iter().flatten().any(|one| matches!(one, Value::Fact(_)));
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
        let all: i64 = counts.iter().sum();
        let (down, up) = (all - counts[worst], all - counts[best]);
        let scale = Scale::Answers { counts, order, down, up };
        Some(Lever {
            input: self.input(Slot::Counts),
            role: Role::Earned,
            now: entered.then_some(down),
            segments: turns::segments(&scale, Vec::new()),
            scale,
            uses: vec![self.use_of(Vec::new())],
        })
    }

    /// Each modifier: from the worst that it can do to not having happened.
    pub fn incidents(&self, found: &mut Vec<Lever>) {
        for modifier in &self.scoring.modifiers {
            let incident = self.entry.deductions.iter().find(|one| one.item == modifier.id());
            let (settings, now) = self.incident(modifier, incident);
            found.extend(self.choices(Slot::Incident(modifier.id().to_owned()), settings, now));
        }
    }

    fn incident(
        &self,
        modifier: &Modifier,
        incident: Option<&Incident>,
    ) -> (Vec<Setting>, Option<usize>) {
        let read = |value: &Value| {
            self.with_reader(|reader| reader.read(value, &"deductions").ok().flatten())
        };
        let picked = incident.and_then(|one| one.points.as_ref()).and_then(read);
        let counted = incident
            .and_then(|one| one.count.as_ref())
            .map_or(Some(1), |value| whole_number(read(value)?));
        let mut settings: Vec<Setting> = match modifier {
            Modifier::Knockout { .. } => vec![Setting::Happened { points: None, count: None }],
            Modifier::Deduction { points, .. } | Modifier::Penalty { points, .. } => {
                let all = picks(*points, self.rubric.rounding.quantum());
                let all = all.into_iter().rev();
                all.map(|(_, points)| Setting::Happened { points, count: None }).collect()
            }
            Modifier::PerOccurrence { points, .. } => {
                let enough = self.node.indicator.weight.fraction().div(points.fraction());
                let enough = enough.map_or(1, |times| times.ceil().numerator());
                let most =
                    i64::try_from(enough).unwrap_or(1).clamp(1, 999).max(counted.unwrap_or(1));
                let times = |times: i64| Figure::from_parts(times.into(), 0);
                (1..=most)
                    .rev()
                    .map(|count| Setting::Happened { points: None, count: times(count) })
                    .collect()
            }
        };
        settings.push(Setting::Absent);
        let now = match (incident, modifier) {
            (None, _) => Some(settings.len() - 1),
            (Some(_), Modifier::PerOccurrence { .. }) => {
                let count = counted.and_then(|count| Figure::from_parts(count.into(), 0));
                settings.iter().position(
                    |one| matches!(one, Setting::Happened { count: known, .. } if *known == count),
                )
            }
            (Some(_), _) => settings.iter().position(
                |one| matches!(one, Setting::Happened { points, .. } if *points == picked),
            ),
        };
        (settings, now)
    }
}

fn whole_number(figure: Figure) -> Option<i64> {
    i64::try_from(figure.quanta(0)?).ok()
}

/// Points that may be picked, from the fewest on, with what is entered for each.
fn picks(range: PointRange, quantum: Figure) -> Vec<(Figure, Option<Figure>)> {
    if range.is_fixed() {
        return vec![(range.to, None)];
    }
    let mut all = Vec::new();
    let mut points = range.from;
    while points <= range.to {
        all.push((points, Some(points)));
        points = points + quantum;
    }
    all
}

/// Sets of items from the least to the most that they are worth together, one for each worth; none
/// is empty.
fn combinations(items: &[(String, Fraction)]) -> Vec<Vec<&str>> {
    let even = items.windows(2).all(|pair| pair[0].1 == pair[1].1);
    if even || items.len() > COMBINED {
        let mut ordered: Vec<&(String, Fraction)> = items.iter().collect();
        ordered.sort_by(|a, b| b.1.cmp(&a.1));
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
    sets.sort_by(|a, b| a.0.cmp(&b.0));
    sets.into_iter().map(|(_, ids)| ids).collect()
}
