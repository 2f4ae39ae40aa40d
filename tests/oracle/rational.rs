//! Big rationals: figures read from text and rounded, by nothing that the engine uses.

use jiheng::engine::{Figure, Fraction, Mode, Rounding};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// An exact number of any length.
pub type Q = BigRational;

/// A whole number.
pub fn int(number: i64) -> Q {
    Q::from_integer(BigInt::from(number))
}

/// A plain decimal of any length; nothing if the text is anything else.
pub fn decimal(text: &str) -> Option<Q> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, decimals) = match unsigned.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (unsigned, ""),
    };
    let digits = format!("{whole}{decimals}");
    if whole.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = Q::new(digits.parse().ok()?, BigInt::from(10).pow(decimals.len() as u32));
    Some(if negative { -number } else { number })
}

/// A decimal within what may be entered: 15 significant digits, 6 decimals, not below zero.
pub fn entered(text: &str) -> Option<Q> {
    let number = decimal(text).filter(|number| !number.is_negative())?;
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let decimals = decimals.trim_end_matches('0');
    let digits = significant(&format!("{whole}.{decimals}"));
    (decimals.len() <= 6 && digits <= 15).then_some(number)
}

/// Digits from the first that is not zero to the last one written.
pub fn significant(text: &str) -> usize {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').len()
}

/// A figure of a rubric or scorecard, by the digits that it prints.
pub fn q(figure: Figure) -> Q {
    decimal(&figure.to_string()).expect("a figure prints as a plain decimal")
}

/// A figure in units of 10^-10, for sums: more decimals than any figure has.
pub fn units(figure: Figure) -> i128 {
    let text = figure.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{decimals:0<10}").parse().expect("a figure prints as a plain decimal")
}

/// Whether a figure is exactly this number.
pub fn is(expected: &Q, figure: Figure) -> bool {
    let scale = BigInt::from(10_000_000_000_i64);
    expected.numer() * scale == expected.denom() * BigInt::from(units(figure))
}

/// Whether a rate of a scorecard is exactly this number, or both are none.
pub fn is_rate(expected: Option<&Q>, fraction: Option<Fraction>) -> bool {
    match (expected, fraction) {
        (Some(expected), Some(fraction)) => {
            let (num, den) = (fraction.numerator(), fraction.denominator());
            expected.numer() * BigInt::from(den) == expected.denom() * BigInt::from(num)
        }
        (expected, fraction) => expected.is_none() && fraction.is_none(),
    }
}

/// 80 → 80/100.
pub fn percent(figure: Figure) -> Q {
    q(figure) / int(100)
}

/// The smallest step between points.
pub fn quantum(rounding: Rounding) -> Q {
    Q::new(BigInt::from(1), BigInt::from(10).pow(rounding.places))
}

/// Whether points lie on the grid of the rubric.
pub fn on_grid(points: &Q, rounding: Rounding) -> bool {
    (points / quantum(rounding)).is_integer()
}

/// Whether an exact number lies half-way between two neighbours of the grid.
pub fn is_tie(exact: &Q, rounding: Rounding) -> bool {
    let doubled = exact / quantum(rounding) * int(2);
    doubled.is_integer() && !on_grid(exact, rounding)
}

/// The nearest point of the grid, as the mode says: done by looking at both neighbours.
pub fn round(exact: &Q, rounding: Rounding) -> Q {
    let grid = quantum(rounding);
    let size = exact.abs() / &grid;
    let below = size.floor();
    let above = &below + int(1);
    let (to_below, to_above) = (&size - &below, &above - &size);
    let chosen = match rounding.mode {
        Mode::Down => below,
        _ if to_below < to_above => below,
        _ if to_above < to_below => above,
        Mode::HalfUp => above,
        Mode::HalfEven if (&below / int(2)).is_integer() => below,
        Mode::HalfEven => above,
    };
    let sign = if exact.is_negative() { int(-1) } else { int(1) };
    if chosen.is_zero() { chosen } else { chosen * grid * sign }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oracle_itself_rounds_by_hand_worked_figures() {
        let round =
            |text: &str, places, mode| round(&decimal(text).unwrap(), Rounding { places, mode });
        assert_eq!(round("2.975", 2, Mode::HalfUp), decimal("2.98").unwrap());
        assert_eq!(round("2.965", 2, Mode::HalfEven), decimal("2.96").unwrap());
        assert_eq!(round("2.975", 2, Mode::HalfEven), decimal("2.98").unwrap());
        assert_eq!(round("2.979", 2, Mode::Down), decimal("2.97").unwrap());
        assert_eq!(round("-2.5", 0, Mode::HalfUp), int(-3));
        assert_eq!(round("0.5", 0, Mode::HalfEven), int(0));
    }

    #[test]
    fn the_oracle_itself_reads_only_plain_decimals_within_the_limits() {
        for text in ["", ".5", "5.", "1e3", "-3", "+3", "1234567890123456", "0.0000001"] {
            assert_eq!(entered(text), None, "{text}");
        }
        assert_eq!(entered("007.50"), decimal("7.5"));
        assert_eq!(entered("999999999.123456"), decimal("999999999.123456"));
    }
}
