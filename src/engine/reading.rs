//! Reads the figures of one entry: prefill applied, facts resolved, every flaw named by field.

use std::fmt::Display;

use super::assessment::{Entry, Value};
use super::date::Date;
use super::error::{Code, Problem};
use super::fraction::Fraction;
use super::number::Figure;
use super::rounding::Rounding;
use crate::tree::Map;

/// A single figure or date of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// 实际完成值.
    Actual,
    /// 目标值.
    Target,
    /// 计划值.
    Planned,
    /// Start date.
    Start,
    /// Answers of "yes", or items that passed.
    Yes,
    /// 有效问卷数, or items inspected.
    Asked,
    /// A rate in %.
    Rate,
    /// 分.
    Points,
}

impl Field {
    /// Every field.
    pub const ALL: &[Field] = &[
        Field::Actual,
        Field::Target,
        Field::Planned,
        Field::Start,
        Field::Yes,
        Field::Asked,
        Field::Rate,
        Field::Points,
    ];

    /// The name of the field in an [`Entry`].
    pub fn name(self) -> &'static str {
        match self {
            Field::Actual => "actual",
            Field::Target => "target",
            Field::Planned => "planned",
            Field::Start => "start",
            Field::Yes => "yes",
            Field::Asked => "asked",
            Field::Rate => "rate",
            Field::Points => "points",
        }
    }

    /// The field of an entry.
    pub fn of(self, entry: &Entry) -> Option<&Value> {
        match self {
            Field::Actual => entry.actual.as_ref(),
            Field::Target => entry.target.as_ref(),
            Field::Planned => entry.planned.as_ref(),
            Field::Start => entry.start.as_ref(),
            Field::Yes => entry.yes.as_ref(),
            Field::Asked => entry.asked.as_ref(),
            Field::Rate => entry.rate.as_ref(),
            Field::Points => entry.points.as_ref(),
        }
    }

    /// The field of an entry, to be set.
    pub fn of_mut(self, entry: &mut Entry) -> &mut Option<Value> {
        match self {
            Field::Actual => &mut entry.actual,
            Field::Target => &mut entry.target,
            Field::Planned => &mut entry.planned,
            Field::Start => &mut entry.start,
            Field::Yes => &mut entry.yes,
            Field::Asked => &mut entry.asked,
            Field::Rate => &mut entry.rate,
            Field::Points => &mut entry.points,
        }
    }
}

/// The entry of one leaf, with what it refers to.
pub(crate) struct Reader<'a> {
    /// What was entered.
    pub entry: &'a Entry,
    /// What stands in where nothing was.
    pub prefill: &'a Entry,
    /// The facts that were entered.
    pub facts: &'a Map<String>,
    /// Whether the rubric asks for a fact of this id.
    pub known_fact: &'a dyn Fn(&str) -> bool,
}

/// What reading or computing yields: a result, nothing yet, or a flaw.
pub(crate) type Reading<T> = Result<Option<T>, Problem>;

impl<'a> Reader<'a> {
    /// A figure that may not be below 0.
    pub fn figure(&self, field: Field) -> Reading<Figure> {
        match self.value(|entry| field.of(entry)) {
            Some(value) => self.read(value, &field.name()),
            None => Ok(None),
        }
    }

    /// A figure that something is divided by.
    pub fn divisor(&self, field: Field) -> Reading<Figure> {
        match self.figure(field)? {
            Some(zero) if zero.is_zero() => Err(Problem::new(Code::ZeroDivisor).on(field.name())),
            other => Ok(other),
        }
    }

    /// A whole number, not below 0.
    pub fn count(&self, field: Field) -> Reading<Figure> {
        match self.figure(field)? {
            Some(count) => whole(count, &field.name()).map(Some),
            None => Ok(None),
        }
    }

    /// A date.
    pub fn date(&self, field: Field) -> Reading<Date> {
        let Some(value) = self.value(|entry| field.of(entry)) else {
            return Ok(None);
        };
        let Some(text) = self.text(value, &field.name())? else {
            return Ok(None);
        };
        match Date::parse(text) {
            Some(date) => Ok(Some(date)),
            None => Err(Problem::new(Code::BadDate).on(field.name()).with("text", text)),
        }
    }

    /// Counts per option; nothing until at least one is entered, blanks then counting as 0.
    pub fn counts(&self, due: usize) -> Reading<Vec<Figure>> {
        let filled = |entry: &'a Entry| {
            let counts = entry.counts.as_ref()?;
            counts.iter().any(|count| !count.is_blank()).then_some(counts)
        };
        let Some(values) = filled(self.entry).or_else(|| filled(self.prefill)) else {
            return Ok(None);
        };
        if values.len() != due {
            return Err(Problem::new(Code::WrongCountNumber)
                .on("counts")
                .with("given", values.len())
                .with("due", due));
        }
        let mut counts = Vec::with_capacity(due);
        for (index, value) in values.iter().enumerate() {
            let field = format_args!("counts[{index}]");
            let count = self.read(value, &field)?.unwrap_or_default();
            counts.push(whole(count, &field)?);
        }
        Ok(Some(counts))
    }

    /// Points that the assessor picked or judged, within `from` and `to` and no finer than the
    /// rubric rounds.
    pub fn points(&self, from: Fraction, to: Fraction, rounding: Rounding) -> Reading<Figure> {
        match self.figure(Field::Points)? {
            Some(points) => within(points, (from, to), rounding, &Field::Points.name()).map(Some),
            None => Ok(None),
        }
    }

    /// A figure written at `field`, not below 0.
    pub fn read(&self, value: &Value, field: &dyn Display) -> Reading<Figure> {
        let Some(text) = self.text(value, field)? else {
            return Ok(None);
        };
        match value {
            Value::Text(_) => figure(text, field).map(Some),
            Value::Fact(id) => figure(text, &format_args!("facts.{id}")).map(Some),
        }
    }

    /// The chosen level.
    pub fn level(&self) -> Option<&'a str> {
        let chosen = self.entry.level.as_deref().filter(|id| !id.is_empty());
        chosen.or(self.prefill.level.as_deref())
    }

    /// The checklist items that are missed, once the list has been gone through.
    pub fn missed(&self) -> Option<&'a [String]> {
        self.entry.missed.as_deref().or(self.prefill.missed.as_deref())
    }

    fn value(&self, pick: impl Fn(&'a Entry) -> Option<&'a Value>) -> Option<&'a Value> {
        let filled = |entry| pick(entry).filter(|value| !value.is_blank());
        filled(self.entry).or_else(|| filled(self.prefill))
    }

    fn text(&self, value: &'a Value, field: &dyn Display) -> Reading<&'a str> {
        let text = match value {
            Value::Text(text) => text,
            Value::Fact(id) => match self.facts.get(id) {
                Some(text) => text,
                None if (self.known_fact)(id) => return Ok(None),
                None => {
                    return Err(Problem::new(Code::UnknownFact)
                        .on(field.to_string())
                        .with("text", id));
                }
            },
        };
        Ok(Some(text.trim()).filter(|text| !text.is_empty()))
    }
}

/// Reads a figure that may not be below 0; the flaw names `field`.
fn figure(text: &str, field: &dyn Display) -> Result<Figure, Problem> {
    let read: Result<Figure, _> = text.parse();
    let figure =
        read.map_err(|error| Problem::from(error).on(field.to_string()).with("text", text))?;
    if figure.is_negative() {
        return Err(Problem::new(Code::Negative).on(field.to_string()).with("text", text));
    }
    Ok(figure)
}

/// Points within `from` and `to` and no finer than the rubric rounds; the flaw names `field`.
pub(crate) fn within(
    points: Figure,
    (from, to): (Fraction, Fraction),
    rounding: Rounding,
    field: &dyn Display,
) -> Result<Figure, Problem> {
    if points.decimals() > rounding.places {
        return Err(Problem::new(Code::PointsTooFine)
            .on(field.to_string())
            .with("text", points)
            .with("places", rounding.places));
    }
    if points.fraction() < from || points.fraction() > to {
        let shown = |end: Fraction| rounding.points(end).map_or(String::new(), Figure::trimmed);
        return Err(Problem::new(Code::PointsOutOfRange)
            .on(field.to_string())
            .with("text", points)
            .with("from", shown(from))
            .with("to", shown(to)));
    }
    Ok(points)
}

/// A count that must be whole; the flaw names `field`.
pub(crate) fn whole(count: Figure, field: &dyn Display) -> Result<Figure, Problem> {
    if count.decimals() > 0 {
        return Err(Problem::new(Code::NotWhole).on(field.to_string()).with("text", count));
    }
    Ok(count)
}
