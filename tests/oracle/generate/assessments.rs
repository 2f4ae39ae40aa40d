//! Random assessments of a rubric: complete, partial, tied on purpose, huge, or with bad entries.

use jiheng::engine::{
    Assessment, Block, Entry, Incident, Indicator, Measure, Modifier, Override, Pace, PointRange,
    Rounding, Rubric, Rule, Value,
};
use num_traits::ToPrimitive;

use super::rubrics::FACTS;
use super::{Rng, decimal, ties};
use crate::rational::{q, quantum};

/// What an assessment is made to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Temper {
    /// Everything entered, nothing special.
    Complete,
    /// Some entered, some not, some by half.
    Partial,
    /// Rates chosen to fall on halves and bounds.
    Tied,
    /// Figures up to 15 digits.
    Huge,
    /// Some entries cannot be scored.
    Broken,
    /// Overrides, blocks, not applicable.
    Special,
}

const TEMPERS: [Temper; 8] = [
    Temper::Complete,
    Temper::Partial,
    Temper::Tied,
    Temper::Tied,
    Temper::Tied,
    Temper::Huge,
    Temper::Broken,
    Temper::Special,
];

/// Texts that are no figure, or none that may stand there.
const BAD: [&str; 12] = [
    "abc",
    "12..5",
    "-3",
    "1e999",
    "9999999999999999999999999999999999999999",
    "1,000",
    "５",
    "0.0000001",
    "1234567890123456",
    "--1",
    ".",
    "１２",
];

struct Filler<'a> {
    rng: &'a mut Rng,
    rounding: Rounding,
    temper: Temper,
}

/// An assessment of `rubric`.
pub fn assessment(rubric: &Rubric, rng: &mut Rng) -> Assessment {
    let temper = rng.pick(&TEMPERS);
    let mut filler = Filler { rng, rounding: rubric.rounding, temper };
    let mut assessment = Assessment { version: 1, ..Assessment::default() };
    for fact in FACTS {
        if filler.rng.below(8) > 0 {
            let text = filler.amount();
            assessment.facts.insert(fact.to_owned(), text);
        }
    }
    for node in rubric.nodes() {
        if let Some(entry) = filler.entry(node.indicator) {
            assessment.entries.insert(node.indicator.id.clone(), entry);
        }
    }
    assessment
}

/// An entry with which a leaf has all it needs, and no more.
pub fn plain_entry(indicator: &Indicator, rounding: Rounding, rng: &mut Rng) -> Entry {
    let mut filler = Filler { rng, rounding, temper: Temper::Complete };
    filler.input(indicator)
}

impl Filler<'_> {
    fn entry(&mut self, indicator: &Indicator) -> Option<Entry> {
        if !indicator.is_leaf() {
            return self.group_entry(indicator);
        }
        if self.temper == Temper::Partial && self.rng.one_in(3) {
            return None;
        }
        let mut entry = self.input(indicator);
        self.incidents(indicator, &mut entry);
        if self.temper == Temper::Partial && self.rng.one_in(4) {
            self.leave_open(&mut entry);
        }
        if self.temper == Temper::Broken && self.rng.one_in(3) {
            self.spoil(&mut entry);
        }
        if self.temper == Temper::Special {
            entry.not_applicable = self.rng.one_in(6);
            if self.rng.one_in(5) {
                entry.overridden = Some(self.replacement(indicator));
            }
        }
        Some(entry)
    }

    fn group_entry(&mut self, indicator: &Indicator) -> Option<Entry> {
        if self.temper != Temper::Special || self.rng.below(4) > 0 {
            return None;
        }
        let mut entry = Entry::default();
        if self.rng.one_in(4) {
            entry.not_applicable = true;
            return Some(entry);
        }
        let mut block = Block { reason: "整体".into(), ..Block::default() };
        if self.rng.one_in(2) {
            block.points = Some(self.up_to(indicator));
        } else {
            block.share = Some(Value::Text(decimal(self.rng.between(0, 10_200), 2)));
        }
        entry.block = Some(block);
        Some(entry)
    }

    fn up_to(&mut self, indicator: &Indicator) -> Value {
        let most = units(indicator, self.rounding);
        let points = if self.rng.one_in(12) { most + 1 } else { self.rng.below(most + 1) };
        Value::Text(decimal(points, self.rounding.places))
    }

    fn replacement(&mut self, indicator: &Indicator) -> Override {
        let points = match self.rng.below(12) {
            0 => Value::from(self.rng.pick(&BAD)),
            1 => Value::from(" "),
            _ => self.up_to(indicator),
        };
        Override { points, reason: "专家意见".into() }
    }

    /// What the measure and the rule read.
    fn input(&mut self, indicator: &Indicator) -> Entry {
        let Some(scoring) = &indicator.scoring else {
            return Entry::default();
        };
        if let Some(measure) = &scoring.measure {
            let constants = (indicator.weight, self.rounding);
            if self.temper == Temper::Tied && self.rng.below(5) > 0 {
                let rate = ties::rate(&scoring.rule, &scoring.modifiers, constants, self.rng);
                let tied = rate.and_then(|rate| ties::entry_for(measure, &rate, self.rng));
                if let Some(entry) = tied {
                    return entry;
                }
            }
            return self.measured(measure);
        }
        let mut entry = Entry { reason: "说明".into(), ..Entry::default() };
        match &scoring.rule {
            Rule::Levels(rule) => {
                let level = &rule.levels[self.rng.below(rule.levels.len() as u64) as usize];
                entry.level = Some(level.id.clone());
                entry.points = self.pick_within(level.points);
            }
            Rule::Bands(rule) => {
                let band = &rule.bands[self.rng.below(rule.bands.len() as u64) as usize];
                entry.level = Some(band.id.clone());
                if !band.share.is_fixed() && self.rng.below(4) > 0 {
                    let share = |share| {
                        (q(indicator.weight) * crate::rational::percent(share)
                            / quantum(self.rounding))
                        .round()
                        .to_integer()
                        .to_u64()
                        .unwrap_or_default()
                    };
                    let (from, to) = (share(band.share.from), share(band.share.to));
                    let points = self.rng.between(from, to.max(from));
                    entry.points = Some(Value::Text(decimal(points, self.rounding.places)));
                }
            }
            Rule::Checklist(rule) => {
                let mut missed = Vec::new();
                for item in &rule.items {
                    if self.rng.one_in(4) {
                        missed.push(item.id.clone());
                    }
                    if self.rng.one_in(5) {
                        let most = self.rng.pick(&[100, 100, 100, 102]);
                        let share = self.rng.below(most + 1);
                        entry.partly.insert(item.id.clone(), Value::Text(share.to_string()));
                    }
                }
                if self.rng.one_in(9) {
                    missed.extend(missed.first().cloned());
                }
                entry.missed = Some(missed);
            }
            _ => entry.points = Some(self.up_to(indicator)),
        }
        entry
    }

    fn pick_within(&mut self, range: PointRange) -> Option<Value> {
        if range.is_fixed() || self.rng.one_in(4) {
            return None;
        }
        let count =
            |figure| (q(figure) / quantum(self.rounding)).to_integer().to_u64().unwrap_or_default();
        let points = self.rng.between(count(range.from), count(range.to));
        Some(Value::Text(decimal(points, self.rounding.places)))
    }

    fn measured(&mut self, measure: &Measure) -> Entry {
        let mut entry = Entry::default();
        match measure {
            Measure::Ratio(_) | Measure::Budget(_) => {
                let target = self.amount();
                entry.actual = Some(self.near(&target));
                if self.rng.below(5) > 0 {
                    entry.target = Some(self.or_fact(target));
                }
            }
            Measure::Share(_) | Measure::Quality(_) => {
                let asked = self.rng.between(1, 400);
                entry.yes = Some(Value::Text(self.rng.between(asked / 3, asked).to_string()));
                if self.rng.below(5) > 0 {
                    entry.asked = Some(self.or_fact(asked.to_string()));
                }
            }
            Measure::Survey(survey) => {
                let most = self.rng.pick(&[9, 100, 2000]);
                let counts: Vec<u64> =
                    survey.coefficients.iter().map(|_| self.rng.below(most)).collect();
                let sum: u64 = counts.iter().sum();
                let text = |count: &u64| Value::Text(count.to_string());
                entry.counts = Some(counts.iter().map(text).collect());
                if self.rng.one_in(3) {
                    entry.asked = Some(Value::Text((sum + self.rng.below(10)).to_string()));
                }
            }
            Measure::Rate(_) => {
                let places = self.rng.between(0, 6) as u32;
                let most = 10_u64.pow(places) * self.rng.pick(&[100, 100, 100, 110]);
                let units = self.rng.between(most / 2, most);
                entry.rate = Some(Value::Text(decimal(units, places)));
            }
            Measure::Cost(_) => self.planned(&mut entry),
            Measure::Timeliness(timeliness) => match timeliness.by {
                Pace::Duration => self.planned(&mut entry),
                Pace::Dates => {
                    entry.planned = Some(self.date(2024, 2025));
                    entry.actual = Some(self.date(2024, 2025));
                    entry.start = self.rng.one_in(2).then(|| self.date(2022, 2024));
                }
            },
        }
        entry
    }

    fn planned(&mut self, entry: &mut Entry) {
        let planned = self.amount();
        entry.actual = Some(self.near(&planned));
        entry.planned = Some(self.or_fact(planned));
    }

    fn date(&mut self, first: u64, last: u64) -> Value {
        let (year, month) = (self.rng.between(first, last), self.rng.between(1, 12));
        let last = self.rng.pick(&[28, 28, 28, 28, 28, 28, 31]);
        let day = self.rng.between(1, last);
        Value::Text(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// A figure as people enter amounts; zero once in a while.
    fn amount(&mut self) -> String {
        if self.temper == Temper::Huge {
            let digits = self.rng.between(9, 15) as u32;
            let units = self.rng.between(10_u64.pow(digits - 1), 10_u64.pow(digits) - 1);
            return decimal(units, self.rng.between(0, 6) as u32);
        }
        let places = self.rng.pick(&[0, 0, 1, 2, 2, 4]);
        match self.rng.below(40) {
            0 => "0".to_owned(),
            1 => " 7 ".to_owned(),
            _ => decimal(self.rng.between(1, self.rng_scale()), places),
        }
    }

    fn rng_scale(&self) -> u64 {
        if self.temper == Temper::Tied { 400 } else { 400_000 }
    }

    /// A figure near another, most of the time below.
    fn near(&mut self, target: &str) -> Value {
        let (whole, decimals) = target.trim().split_once('.').unwrap_or((target.trim(), ""));
        let units: u64 = format!("{whole}{decimals}").parse().unwrap_or(1);
        let share = self.rng.pick(&[0, 100, 100, 120]).max(self.rng.between(40, 105));
        let near = u128::from(units) * u128::from(share) / 100;
        let near = u64::try_from(near).unwrap_or(units).min(999_999_999_999_999);
        let near = if self.rng.one_in(30) { 0 } else { near };
        Value::Text(decimal(near, decimals.len() as u32))
    }

    /// The text, or now and then a fact in its place.
    fn or_fact(&mut self, text: String) -> Value {
        match self.rng.below(5) {
            0 => Value::Fact(self.rng.pick(&FACTS).to_owned()),
            _ => Value::Text(text),
        }
    }

    fn incidents(&mut self, indicator: &Indicator, entry: &mut Entry) {
        let modifiers = indicator.scoring.iter().flat_map(|scoring| &scoring.modifiers);
        for modifier in modifiers {
            let rare = matches!(modifier, Modifier::Knockout { .. });
            if !self.rng.one_in(if rare { 12 } else { 3 }) {
                continue;
            }
            let mut incident = Incident { item: modifier.id().to_owned(), ..Incident::default() };
            match modifier {
                Modifier::Deduction { points, .. } | Modifier::Penalty { points, .. } => {
                    incident.points = self.pick_within(*points);
                }
                Modifier::PerOccurrence { .. } if self.rng.below(4) > 0 => {
                    incident.count = Some(Value::Text(self.rng.below(4).to_string()));
                }
                _ => {}
            }
            entry.deductions.push(incident);
        }
    }

    /// Takes back one field.
    fn leave_open(&mut self, entry: &mut Entry) {
        match self.rng.below(8) {
            0 => entry.actual = None,
            1 => entry.target = Some(Value::from("")),
            2 => entry.yes = None,
            3 => entry.points = None,
            4 => entry.rate = Some(Value::from("  ")),
            5 => entry.counts = None,
            6 => entry.missed = None,
            _ => entry.planned = None,
        }
        if entry.missed.is_none() {
            entry.partly.clear();
        }
        if entry.counts.is_none() {
            entry.asked = None;
        }
    }

    /// Makes one field of those that are filled unreadable.
    fn spoil(&mut self, entry: &mut Entry) {
        let bad = Value::from(self.rng.pick(&BAD));
        let unknown = Value::Fact("nobody-asked".into());
        let bad = if self.rng.one_in(8) { unknown } else { bad };
        let fields = [
            &mut entry.actual,
            &mut entry.target,
            &mut entry.planned,
            &mut entry.yes,
            &mut entry.asked,
            &mut entry.rate,
        ];
        let filled: Vec<_> = fields.into_iter().flatten().collect();
        if !filled.is_empty() {
            let at = self.rng.below(filled.len() as u64) as usize;
            for (index, field) in filled.into_iter().enumerate() {
                if index == at {
                    *field = bad.clone();
                }
            }
        } else if let Some(counts) = &mut entry.counts {
            match self.rng.below(3) {
                0 => counts[0] = bad,
                1 => counts.push(Value::from("1")),
                _ => counts[0] = Value::from("1.5"),
            }
        } else if entry.level.is_some() {
            entry.level = Some("unheard-of".into());
        } else if let Some(missed) = &mut entry.missed {
            missed.push("unheard-of".into());
        } else {
            entry.deductions.push(Incident { item: "unheard-of".into(), ..Incident::default() });
        }
    }
}

fn units(indicator: &Indicator, rounding: Rounding) -> u64 {
    (q(indicator.weight) / quantum(rounding)).to_integer().to_u64().unwrap_or_default()
}
