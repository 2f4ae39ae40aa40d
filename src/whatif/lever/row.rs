//! The levers of one leaf: its figures and dates, each with every value that is not refused.

use super::scale::{Of, Scale};
use super::{Hold, Input, Lever, Role, Slot, Use, turns};
use crate::engine::measure::{Measure, Survey};
use crate::engine::rule::Rule;
use crate::engine::{
    Date, Entry, Field, Figure, Fraction, Label, MAX_DECIMALS, Node, Reader, Rubric, Scoring, Value,
};
use crate::tree::Map;

/// Days before the earliest and after the latest date of a row that are tried.
const DAYS_AROUND: i64 = 3660;

/// A leaf with what is entered for it.
pub(super) struct Row<'a> {
    pub rubric: &'a Rubric,
    pub node: Node<'a>,
    /// Position of the node.
    pub index: usize,
    pub scoring: &'a Scoring,
    pub entry: &'a Entry,
    pub facts: &'a Map<String>,
}

impl Row<'_> {
    pub fn of_rule(&self, found: &mut Vec<Lever>) {
        match &self.scoring.rule {
            Rule::Levels(_) | Rule::Bands(_) => found.extend(self.level()),
            Rule::Checklist(checklist) => found.extend(self.ticks(checklist)),
            Rule::Judgement(_) => found.extend(self.figure(Field::Points)),
            Rule::Proportional(_)
            | Rule::ShareOfPoints(_)
            | Rule::Shortfall(_)
            | Rule::Excess(_)
            | Rule::Steps(_)
            | Rule::Threshold(_)
            | Rule::Curve(_)
            | Rule::NotOver(_) => {}
        }
        if !self.scoring.rule.needs_rate() {
            return;
        }
        let Some(measure) = &self.scoring.measure else {
            return;
        };
        if let Measure::Survey(survey) = measure {
            found.extend(self.answers(survey));
        }
        // What was achieved comes first.
        let mut fields = measure.fields().to_vec();
        fields.sort_by_key(|field| role(Hold::Field(*field)) != Role::Earned);
        found.extend(fields.into_iter().filter_map(|field| self.figure(field)));
    }

    pub fn with_reader<T>(&self, read: impl FnOnce(&Reader<'_>) -> T) -> T {
        let known_fact = |id: &str| self.rubric.facts.iter().any(|fact| fact.id == id);
        read(&Reader {
            entry: self.entry,
            prefill: &self.scoring.prefill,
            facts: self.facts,
            known_fact: &known_fact,
        })
    }

    pub fn use_of(&self, holds: Vec<Hold>) -> Use {
        let by_count = holds.iter().any(|hold| matches!(hold, Hold::Count(_)));
        let counts = if by_count { self.counts().to_vec() } else { Vec::new() };
        Use { node: self.index, holds, counts, entry: self.entry.clone() }
    }

    /// The answers that count, as they are written: what is entered, else what is prefilled.
    pub fn counts(&self) -> &[Value] {
        let both = [self.entry, &self.scoring.prefill];
        let mut written = both.into_iter().filter_map(|entry| entry.counts.as_deref());
        let filled = |counts: &&[Value]| counts.iter().any(|count| !count.is_blank());
        written.find(filled).unwrap_or_default()
    }

    /// Where it refers to a fact among what a lever of that can move.
    pub fn holds(&self, id: &str) -> Vec<Hold> {
        let is_it = |value: &Value| matches!(value, Value::Fact(own) if own == id);
        let fields = self.scoring.measure.iter().flat_map(|measure| measure.fields());
        let points = self.picked().map(|_| &Field::Points);
        let mut holds: Vec<Hold> = Vec::new();
        for field in fields.chain(points) {
            let own = field.of(self.entry).filter(|value| !value.is_blank());
            if own.or(field.of(&self.scoring.prefill)).is_some_and(is_it) {
                holds.push(Hold::Field(*field));
            }
        }
        let is_survey = self.is_survey();
        let counts =
            self.counts().iter().enumerate().filter(|(_, value)| is_survey && is_it(value));
        holds.extend(counts.map(|(index, _)| Hold::Count(index)));
        holds
    }

    /// The points that may be picked or judged, 分: of the level that is entered, if it has a range.
    fn picked(&self) -> Option<(Figure, Figure)> {
        let weight = self.node.indicator.weight;
        match &self.scoring.rule {
            Rule::Judgement(_) => Some((Figure::ZERO, weight)),
            rule => {
                let level = self.with_reader(|reader| reader.level().map(str::to_owned))?;
                let choices = rule.choices(weight, self.rubric.rounding);
                let chosen = choices.into_iter().find(|(id, _, picked)| *picked && *id == level);
                chosen.map(|(_, range, _)| (range.from, range.to))
            }
        }
    }

    pub fn input(&self, slot: Slot) -> Input {
        Input::Entry { node: self.index, slot }
    }

    /// A figure or date that is typed here; none for one of the facts.
    fn figure(&self, field: Field) -> Option<Lever> {
        let hold = Hold::Field(field);
        let filled = |entry| field.of(entry).filter(|value: &&Value| !value.is_blank());
        let value = filled(self.entry).or_else(|| filled(&self.scoring.prefill));
        let typed = match value {
            Some(Value::Fact(_)) => return None,
            Some(Value::Text(text)) => text.trim(),
            None => "",
        };
        // Nobody is asked for what no row needs: how many were asked is the sum of the answers.
        if typed.is_empty() && field == Field::Asked && self.is_survey() {
            return None;
        }
        let scale = self.scale(hold, &[hold], &self.scoring.unit)?;
        let cuts = self.cuts(&scale, &[hold])?;
        Some(Lever {
            input: self.input(Slot::Figure(field)),
            role: role(hold),
            now: scale.position(typed),
            segments: turns::segments(&scale, cuts),
            scale,
            uses: vec![self.use_of(Vec::new())],
        })
    }

    /// Where its points may turn while these places go through a scale together; none where that
    /// cannot be computed.
    pub fn cuts(&self, scale: &Scale, holds: &[Hold]) -> Option<Vec<Fraction>> {
        self.with_reader(|reader| turns::cuts(scale, self.scoring, holds, reader))
    }

    fn is_survey(&self) -> bool {
        matches!(self.scoring.measure, Some(Measure::Survey(_)))
    }

    /// Every value that the place can take without being refused, `together` being the places that
    /// take it at once.
    pub fn scale(&self, hold: Hold, together: &[Hold], unit: &Label) -> Option<Scale> {
        let stays = |field: &Field| !together.contains(&Hold::Field(*field));
        let of = |field| {
            let read = |reader: &Reader<'_>| reader.figure(field).ok().flatten();
            Some(field).filter(stays).and_then(|_| self.with_reader(read))
        };
        let (field, survey) = match (hold, &self.scoring.measure) {
            (Hold::Field(field), Some(Measure::Survey(survey))) => (field, Some(survey)),
            (Hold::Field(field), _) => (field, None),
            (Hold::Count(_), Some(Measure::Survey(survey))) => (Field::Yes, Some(survey)),
            (Hold::Count(_), _) => return None,
        };
        if let Some(survey) = survey {
            return self.answers_scale(survey, together);
        }
        let by_dates = self.scoring.measure.as_ref().is_some_and(Measure::reads_dates);
        if by_dates {
            return self.days(field, together);
        }
        let one = || Some(Figure::whole(1));
        let (low, high) = match (&self.scoring.measure, field) {
            (None, Field::Points) => self.picked().map(|(low, high)| (Some(low), Some(high)))?,
            (Some(Measure::Rate(rate)), Field::Rate) => {
                (None, (!rate.beyond_hundred).then_some(Figure::HUNDRED))
            }
            (Some(Measure::Share(_) | Measure::Quality(_)), Field::Yes) => (None, of(Field::Asked)),
            (Some(Measure::Share(_) | Measure::Quality(_)), _) => (of(Field::Yes).max(one()), None),
            _ => (None, None),
        };
        let (places, finest) = self.places(field, unit);
        let divides = matches!(field, Field::Target)
            || (field == Field::Planned && self.scoring.measure.is_some());
        let least = if divides { Figure::from_parts(1, places) } else { None };
        let low = low.or(least).unwrap_or_default();
        Some(Scale::steps(Of::Figure, places, low, high)?.no_finer_than(finest))
    }

    /// Decimals of one step, and the most that are not refused: whole people and questionnaires,
    /// 0.01 of an amount or a rate, and no coarser than what is entered.
    fn places(&self, field: Field, unit: &Label) -> (u32, u32) {
        let usual = match field {
            Field::Yes | Field::Asked => return (0, 0),
            Field::Points => return (self.rubric.rounding.places, self.rubric.rounding.places),
            Field::Rate => 2,
            _ if unit.zh.contains('元') || unit.zh.contains('%') => 2,
            _ => 0,
        };
        let pair = [Field::Actual, Field::Target, Field::Planned, Field::Rate];
        let entered = pair.into_iter().filter_map(|field| {
            self.with_reader(|reader| reader.figure(field).ok().flatten()).map(Figure::decimals)
        });
        (entered.max().unwrap_or(0).max(usual), MAX_DECIMALS as u32)
    }

    /// The answers for some options, or how many were asked, or both, which are the same number:
    /// no more answers than were asked, and one at least.
    fn answers_scale(&self, survey: &Survey, together: &[Hold]) -> Option<Scale> {
        let due = survey.coefficients.len();
        let counts = self.with_reader(|reader| reader.counts(due)).ok()?.unwrap_or_default();
        let moves = |at: usize| together.contains(&Hold::Count(at));
        let moved = (0..due).filter(|at| moves(*at)).count() as i128;
        let others = counts.iter().enumerate().filter(|(at, _)| !moves(*at));
        let others: Figure = others.map(|(_, count)| *count).sum();
        let one = Figure::whole(1);
        let whole = |low, high| Some(Scale::steps(Of::Figure, 0, low, high)?.no_finer_than(0));
        match (moved, together.contains(&Hold::Field(Field::Asked))) {
            (0, _) => whole(others.max(one), None),
            (1, true) if others.is_zero() => whole(one, None),
            (_, true) => None,
            (_, false) => {
                let asked = self.with_reader(|reader| reader.figure(Field::Asked).ok().flatten());
                let room = asked.map(|asked| (asked - others).millionths() / 1_000_000 / moved);
                let high = room.map(|room| Figure::from_parts(room, 0).unwrap_or_default());
                whole(if others.is_zero() { one } else { Figure::ZERO }, high)
            }
        }
    }

    /// Dates that are not refused, some years around those that are entered.
    fn days(&self, field: Field, together: &[Hold]) -> Option<Scale> {
        let of = |field| self.with_reader(|reader| reader.date(field).ok().flatten());
        let fields = [Field::Start, Field::Planned, Field::Actual];
        let known: Vec<Date> = fields.into_iter().filter_map(of).collect();
        let (earliest, latest) = (known.iter().min()?, known.iter().max()?);
        let before = earliest.after(-DAYS_AROUND).unwrap_or(*earliest);
        let after = latest.after(DAYS_AROUND).unwrap_or(*latest);
        let stays = |field: Field| of(field).filter(|_| !together.contains(&Hold::Field(field)));
        let [start, planned, actual] = fields.map(stays);
        let (first, last) = match field {
            Field::Start => (before, planned.into_iter().chain(actual).min().unwrap_or(after)),
            _ => (start.unwrap_or(before), after),
        };
        let days = last.days_since(first);
        (days >= 0).then_some(Scale::Days { first, last: days })
    }

    /// Points in place of the rule's.
    pub fn replacement(&self, points: &Value) -> Option<Lever> {
        let places = self.rubric.rounding.places;
        let scale =
            Scale::steps(Of::Points, places, Figure::ZERO, Some(self.node.indicator.weight))?;
        let now = text(points)?.parse().ok();
        Some(rising(self.input(Slot::Override), scale, now, self.use_of(Vec::new())))
    }
}

/// A lever of one row whose points only rise.
pub(super) fn rising(input: Input, scale: Scale, now: Option<Figure>, own: Use) -> Lever {
    let now = now.and_then(|now| scale.position(&now.to_string()));
    let segments = turns::segments(&scale, Vec::new());
    Lever { input, role: Role::Earned, now, segments, scale, uses: vec![own] }
}

/// A text that is typed; none for a fact.
pub(super) fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text.trim()),
        Value::Fact(_) => None,
    }
}

/// What was achieved and what it is held against.
pub(super) fn role(hold: Hold) -> Role {
    match hold {
        Hold::Field(Field::Actual | Field::Yes | Field::Rate | Field::Points) | Hold::Count(_) => {
            Role::Earned
        }
        Hold::Field(Field::Target | Field::Planned | Field::Start | Field::Asked) => Role::Given,
    }
}
