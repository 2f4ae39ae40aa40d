//! Reads an entry for the oracle: prefill, facts, figures, dates and counts.

use jiheng::engine::{Assessment, Entry, FactField, Value};
use num_traits::Zero;

use crate::rational::{Q, entered};

/// An entry that cannot be scored.
#[derive(Debug)]
pub struct Bad;

/// Something, nothing yet, or something that cannot be scored.
pub type Read<T> = Result<Option<T>, Bad>;

/// What the entry of one leaf is read from.
pub struct Desk<'a> {
    pub assessment: &'a Assessment,
    pub facts: &'a [FactField],
    pub entry: &'a Entry,
    pub prefill: &'a Entry,
}

impl<'a> Desk<'a> {
    /// The text behind a value; a fact that is asked for but not entered is nothing yet.
    pub fn text(&self, value: &'a Value) -> Read<&'a str> {
        let text = match value {
            Value::Text(text) => text.as_str(),
            Value::Fact(id) => match self.assessment.facts.get(id) {
                Some(text) => text.as_str(),
                None if self.facts.iter().any(|fact| fact.id == *id) => "",
                None => return Err(Bad),
            },
        };
        Ok(Some(text.trim()).filter(|text| !text.is_empty()))
    }

    /// A figure behind a value.
    pub fn figure(&self, value: &'a Value) -> Read<Q> {
        match self.text(value)? {
            Some(text) => entered(text).map(Some).ok_or(Bad),
            None => Ok(None),
        }
    }

    fn pick(&self, get: fn(&Entry) -> &Option<Value>) -> Option<&'a Value> {
        let own = get(self.entry).as_ref();
        let typed = |value: &&Value| match value {
            Value::Text(text) => !text.trim().is_empty(),
            Value::Fact(_) => true,
        };
        own.filter(typed).or(get(self.prefill).as_ref())
    }

    /// A figure of the entry, or of its prefill.
    pub fn number(&self, get: fn(&Entry) -> &Option<Value>) -> Read<Q> {
        self.pick(get).map_or(Ok(None), |value| self.figure(value))
    }

    /// A figure that is divided by, which cannot be zero.
    pub fn divisor(&self, get: fn(&Entry) -> &Option<Value>) -> Read<Q> {
        let read = self.number(get)?;
        if read.as_ref().is_some_and(Q::is_zero) { Err(Bad) } else { Ok(read) }
    }

    /// A whole figure.
    pub fn count(&self, get: fn(&Entry) -> &Option<Value>) -> Read<Q> {
        let read = self.number(get)?;
        if read.as_ref().is_some_and(|count| !count.is_integer()) { Err(Bad) } else { Ok(read) }
    }

    /// A date, as the number of days since the year 0.
    pub fn day(&self, get: fn(&Entry) -> &Option<Value>) -> Read<i64> {
        let Some(value) = self.pick(get) else {
            return Ok(None);
        };
        match self.text(value)? {
            Some(text) => day_number(text).map(Some).ok_or(Bad),
            None => Ok(None),
        }
    }
}

/// Days from 0000-01-01, counted year by year and month by month.
pub fn day_number(text: &str) -> Option<i64> {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    if shape != "9999-99-99" {
        return None;
    }
    let part = |range: std::ops::Range<usize>| text[range].parse::<i64>().ok();
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    let leap = |year: i64| year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
    let february = if leap(year) { 29 } else { 28 };
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = *months.get(usize::try_from(month - 1).ok()?)?;
    if year == 0 || day < 1 || day > length {
        return None;
    }
    let leaps = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 1;
    let before: i64 = months.iter().take(usize::try_from(month - 1).ok()?).sum();
    Some(year * 365 + leaps + before + day)
}
