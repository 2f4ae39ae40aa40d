//! Dates as people write them: "2024年12月25日", "2024/12/25", "12月25日".

use super::{half_width, trimmed};
use crate::engine::Date;

/// The year that a date without one belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Year(u16);

impl Year {
    /// Reads `2024`, `2024年`, `2024年度`; nothing from anything else.
    pub fn parse(text: &str) -> Option<Year> {
        let text = half_width(text);
        let text = trimmed(&text);
        let digits = text.strip_suffix("年度").or_else(|| text.strip_suffix('年'));
        number(trimmed(digits.unwrap_or(text)), 4).map(Year)
    }
}

impl Year {
    /// The year of a plain date, `2024-12-25`.
    pub fn of_date(plain: &str) -> Option<Year> {
        Date::parse(plain).map(|date| Year(date.year))
    }
}

/// `2024-12-25` for a text that names exactly one day that exists.
pub(super) fn read(text: &str, year: Option<Year>) -> Option<String> {
    let text = half_width(text);
    let text = trimmed(&text);
    let (year, month, day) = in_words(text, year).or_else(|| with_signs(text))?;
    let plain = format!("{year:04}-{month:02}-{day:02}");
    Date::parse(&plain).map(|_| plain)
}

/// `[2024年]12月25日`, also `25号`.
fn in_words(text: &str, year: Option<Year>) -> Option<(u16, u16, u16)> {
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) => (number(trimmed(year), 4)?, rest),
        None => (year?.0, text),
    };
    let (month, day) = rest.split_once('月')?;
    let day = day.strip_suffix('日').or_else(|| day.strip_suffix('号'))?;
    Some((year, one_or_two(month)?, one_or_two(day)?))
}

/// `2024/12/25`, `2024.12.25`, `2024-2-9`: one sign, the year first.
fn with_signs(text: &str) -> Option<(u16, u16, u16)> {
    let sign = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = text.split(sign);
    let date = (number(parts.next()?, 4)?, one_or_two(parts.next()?)?, one_or_two(parts.next()?)?);
    parts.next().is_none().then_some(date)
}

fn one_or_two(text: &str) -> Option<u16> {
    let text = trimmed(text);
    number(text, 2).or_else(|| number(text, 1))
}

fn number(text: &str, digits: usize) -> Option<u16> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}
