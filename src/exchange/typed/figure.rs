//! Figures as people write them: separators, units, 万 and 亿, the sign before a target.

use super::{half_width, trimmed};
use crate::engine::{Direction, MAX_DECIMALS};

/// How figures may be written at one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Notation {
    /// Units that may follow, half-width.
    units: Vec<String>,
    /// The direction whose sign may stand before.
    direction: Option<Direction>,
}

impl Notation {
    /// Figures in this unit; `""` for none.
    pub fn of_unit(unit: &str) -> Notation {
        Notation::default().or_unit(unit)
    }

    /// This unit may follow as well.
    pub fn or_unit(mut self, unit: &str) -> Notation {
        let unit = half_width(unit);
        let unit = trimmed(&unit);
        if !unit.is_empty() {
            self.units.push(unit.to_owned());
        }
        self
    }

    /// The sign of this direction may stand before.
    pub fn towards(mut self, direction: Direction) -> Notation {
        self.direction = Some(direction);
        self
    }

    /// The plain decimal that `text` stands for, if it stands for exactly one.
    pub fn read(&self, text: &str) -> Option<String> {
        let text = half_width(text);
        let text = self.without_sign(trimmed(&text))?;
        let end =
            text.find(|c: char| !c.is_ascii_digit() && !"-.,".contains(c)).unwrap_or(text.len());
        let (number, suffix) = text.split_at(end);
        let number = Decimal::parse(number)?;
        match self.shift(trimmed(suffix))? {
            0 => Some(number.to_string()),
            places => number.shifted(places),
        }
    }

    /// Without the sign of the direction; nothing if another sign stands there.
    fn without_sign<'t>(&self, text: &'t str) -> Option<&'t str> {
        let rest = text.trim_start_matches(['≥', '≤', '>', '<', '=']);
        let sign = &text[..text.len() - rest.len()];
        if sign.is_empty() {
            return Some(text);
        }
        let agrees = match self.direction? {
            Direction::AtLeast => matches!(sign, "≥" | ">="),
            Direction::Above => sign == ">",
            Direction::AtMost => matches!(sign, "≤" | "<="),
            Direction::Below => sign == "<",
            Direction::Equal => sign == "=",
        };
        agrees.then(|| trimmed(rest))
    }

    /// How many places the point moves to the right for what follows the digits: 4 for "万" in 人,
    /// −4 for "元" in 万元. Nothing if it does not fit the unit.
    fn shift(&self, suffix: &str) -> Option<i32> {
        let is_unit = |unit: &String| unit.eq_ignore_ascii_case(suffix);
        if suffix.is_empty() || self.units.iter().any(is_unit) {
            return Some(0);
        }
        let (written, base) = myriads(suffix);
        let amounts = || self.units.iter().filter(|unit| !matches!(unit.as_str(), "%" | "分"));
        if let Some(unit) = amounts().find(|unit| myriads(unit).1 == base) {
            return Some(written - myriads(unit).0);
        }
        // "1.2万" in 人 is clear; in 万元 it may be 1.2万元 or 1.2万万元.
        let bare = base.is_empty() && written > 0;
        let unscaled = self.units.is_empty() || amounts().any(|unit| myriads(unit).0 == 0);
        let scaled = amounts().any(|unit| myriads(unit).0 != 0);
        (bare && unscaled && !scaled).then_some(written)
    }
}

/// The places that a leading 万 or 亿 stands for, and the unit after it.
fn myriads(unit: &str) -> (i32, &str) {
    for (word, places) in [("万", 4), ("亿", 8)] {
        if let Some(base) = unit.strip_prefix(word) {
            return (places, base);
        }
    }
    (0, unit)
}

/// A decimal as digits.
struct Decimal {
    negative: bool,
    whole: String,
    /// With the point, as typed: `.50`, or nothing.
    decimals: String,
}

impl Decimal {
    /// Reads `-?digits[.digits]`, where well-formed groups of three may be set off by commas.
    fn parse(text: &str) -> Option<Decimal> {
        let unsigned = text.strip_prefix('-');
        let negative = unsigned.is_some();
        let (whole, decimals) = match unsigned.unwrap_or(text).split_once('.') {
            Some((whole, decimals)) if digits(decimals) => (whole, format!(".{decimals}")),
            Some(_) => return None,
            None => (unsigned.unwrap_or(text), String::new()),
        };
        let whole = ungrouped(whole)?;
        Some(Decimal { negative, whole, decimals })
    }

    /// The point moved to the right, or to the left below 0; nothing if that takes more decimals
    /// than a figure may have.
    fn shifted(&self, places: i32) -> Option<String> {
        let decimals = self.decimals.trim_start_matches('.');
        let mut digits = format!("{}{decimals}", self.whole);
        let mut scale = i32::try_from(decimals.len()).ok()? - places;
        while scale < 0 {
            digits.push('0');
            scale += 1;
        }
        let scale = usize::try_from(scale).ok()?;
        let missing = (scale + 1).saturating_sub(digits.len());
        let digits = format!("{}{digits}", "0".repeat(missing));
        let (whole, decimals) = digits.split_at(digits.len() - scale);
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > MAX_DECIMALS {
            return None;
        }
        let significant = whole.trim_start_matches('0');
        let whole = if significant.is_empty() { "0" } else { significant };
        let point = if decimals.is_empty() { "" } else { "." };
        Some(format!("{}{whole}{point}{decimals}", self.sign()))
    }

    fn sign(&self) -> &'static str {
        if self.negative { "-" } else { "" }
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}{}", self.sign(), self.whole, self.decimals)
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `30,437` → `30437`. A group that is not of three digits may be a comma for a point: nothing.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| digits(first))?;
    if first.len() == whole.len() {
        return Some(whole.to_owned());
    }
    let leads = first.len() <= 3 && !first.starts_with('0');
    let follows = groups.all(|group| group.len() == 3 && digits(group));
    (leads && follows).then(|| whole.replace(',', ""))
}
