//! Figures: exact decimals, read only from strings.
//!
//! A [`Figure`] is a decimal as a person writes it: at most 15 significant digits and 6
//! decimals. It is kept digit for digit. A [`Fraction`] is what a rule computes with.
//!
//! There is no way from a float to either, on purpose: 5 × 119/200 must be 2.975 exactly,
//! because 四舍五入 turns it into 2.98 and the nearest float into 2.97.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use super::fraction::Fraction;
use crate::tree::{Document, Reader, Tree, Writer};

/// Significant digits that a figure may have.
pub const MAX_DIGITS: usize = 15;
/// Decimals that a figure may have.
pub const MAX_DECIMALS: usize = 6;

/// Why a text is not a figure, or a calculation cannot stay exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// The text is not a plain decimal such as `-12.50`.
    NotANumber,
    /// More than [`MAX_DIGITS`] significant digits.
    TooManyDigits,
    /// More than [`MAX_DECIMALS`] decimals.
    TooManyDecimals,
    /// The exact result needs more digits than the engine carries.
    TooLarge,
    /// A division by zero.
    DivisionByZero,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NumberError::NotANumber => "a plain decimal string such as \"12.50\" is due",
            NumberError::TooManyDigits => "more than 15 significant digits",
            NumberError::TooManyDecimals => "more than 6 decimals",
            NumberError::TooLarge => "the exact result needs too many digits",
            NumberError::DivisionByZero => "division by zero",
        })
    }
}

impl std::error::Error for NumberError {}

/// An exact decimal: a weight, points, a percentage or an amount, in whatever unit its place says.
///
/// ```
/// use jiheng::engine::Figure;
/// let weight: Figure = "1.50".parse()?;
/// assert_eq!(weight.to_string(), "1.50");
/// assert_eq!(weight.trimmed(), "1.5");
/// assert!("1e3".parse::<Figure>().is_err());
/// # Ok::<(), jiheng::engine::NumberError>(())
/// ```
#[derive(Clone, Copy, Default)]
pub struct Figure {
    /// The digits as a whole number.
    mantissa: i128,
    /// How many of them are decimals; at most [`MAX_DECIMALS`].
    scale: u32,
}

/// The largest whole number that a figure's digits may be when it is made. A rest of the range
/// remains for sums.
const MOST: u128 = 1 << 96;

/// 10 to the power of each possible number of decimals.
const POWERS: [i128; MAX_DECIMALS + 1] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/// 10 to the power of `decimals`, which are at most [`MAX_DECIMALS`].
pub(super) const fn power(decimals: u32) -> i128 {
    POWERS[decimals as usize]
}

impl Figure {
    /// 0.
    pub const ZERO: Figure = Figure { mantissa: 0, scale: 0 };
    /// 100, the usual full score and the base of percentages.
    pub const HUNDRED: Figure = Figure { mantissa: 100, scale: 0 };

    /// A whole number.
    pub fn whole(number: u32) -> Figure {
        Figure { mantissa: i128::from(number), scale: 0 }
    }

    /// `mantissa` × 10^-`scale`, which is at most [`MAX_DECIMALS`]; nothing if it is too large.
    pub(super) fn from_parts(mantissa: i128, scale: u32) -> Option<Figure> {
        (mantissa.unsigned_abs() < MOST).then_some(Figure { mantissa, scale })
    }

    /// The digits without trailing zeros after the point: `6`, `23.75`, `32.7`.
    pub fn trimmed(self) -> String {
        self.normalized().to_string()
    }

    /// The digits with at least `places` decimals, none dropped: `5` → `5.00`.
    pub fn padded(self, places: u32) -> String {
        let shown = self.normalized();
        shown.at_scale(places.max(shown.scale)).to_string()
    }

    /// Decimals that carry a value: 2 for `1.250`.
    pub fn decimals(self) -> u32 {
        self.normalized().scale
    }

    /// Whether the figure is below zero.
    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether the figure is zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The figure as an exact fraction.
    pub fn fraction(self) -> Fraction {
        Fraction::from_parts(self.mantissa, power(self.scale))
    }

    /// The figure as an exact fraction, read as a percentage: `80` → 80/100.
    pub fn percent(self) -> Fraction {
        Fraction::from_parts(self.mantissa, power(self.scale) * 100)
    }

    /// The same number without trailing zeros.
    fn normalized(mut self) -> Figure {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }

    /// The same number with so many decimals, which are no fewer than it has.
    fn at_scale(self, scale: u32) -> Figure {
        let scale = scale.min(MAX_DECIMALS as u32);
        let more = power(scale.saturating_sub(self.scale));
        Figure { mantissa: self.mantissa.saturating_mul(more), scale }
    }

    /// Both with as many decimals as either has.
    fn aligned(self, other: Figure) -> (Figure, Figure) {
        match self.scale.cmp(&other.scale) {
            Ordering::Equal => (self, other),
            Ordering::Less => (self.at_scale(other.scale), other),
            Ordering::Greater => (self, other.at_scale(self.scale)),
        }
    }
}

impl PartialEq for Figure {
    fn eq(&self, other: &Figure) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Figure {}

impl PartialOrd for Figure {
    fn partial_cmp(&self, other: &Figure) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Figure {
    /// By value: 1.50 is 1.5.
    fn cmp(&self, other: &Figure) -> Ordering {
        let (a, b) = self.aligned(*other);
        a.mantissa.cmp(&b.mantissa)
    }
}

impl std::str::FromStr for Figure {
    type Err = NumberError;

    /// Reads `-?digits[.digits]`, nothing else. What people type ("30,437", "91.3%") is made
    /// plain before it gets here, by `exchange`.
    fn from_str(text: &str) -> Result<Figure, NumberError> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let point = unsigned.bytes().position(|byte| byte == b'.');
        let (whole, decimals) =
            point.map_or((unsigned, "0"), |at| (&unsigned[..at], &unsigned[at + 1..]));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(decimals) {
            return Err(NumberError::NotANumber);
        }
        let significant = decimals.trim_end_matches('0');
        if significant.len() > MAX_DECIMALS {
            return Err(NumberError::TooManyDecimals);
        }
        let whole = whole.trim_start_matches('0');
        let leading =
            if whole.is_empty() { significant.trim_start_matches('0') } else { significant };
        if whole.len() + leading.len() > MAX_DIGITS {
            return Err(NumberError::TooManyDigits);
        }
        let kept = match point {
            Some(_) => &decimals[..decimals.len().min(MAX_DECIMALS)],
            None => "",
        };
        let number = |digits: &str| digits.bytes().fold(0_i64, |n, b| n * 10 + i64::from(b - b'0'));
        let scale = u32::try_from(kept.len()).map_err(|_| NumberError::TooManyDecimals)?;
        let mantissa = i128::from(number(whole)) * power(scale) + i128::from(number(kept));
        let sign = if text.starts_with('-') { -1 } else { 1 };
        Figure::from_parts(sign * mantissa, scale).ok_or(NumberError::TooManyDigits)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // From the end: at most 39 digits, a point and a sign.
        let mut text = [0_u8; 41];
        let mut start = text.len();
        let mut put = |byte| {
            start -= 1;
            text[start] = byte;
        };
        let (mut rest, mut decimals) = (self.mantissa.unsigned_abs(), self.scale);
        loop {
            put(b'0' + u8::try_from(rest % 10).unwrap_or(0));
            rest /= 10;
            match decimals {
                0 if rest == 0 => break,
                0 => {}
                1 => put(b'.'),
                _ => {}
            }
            decimals = decimals.saturating_sub(1);
        }
        if self.mantissa < 0 {
            put(b'-');
        }
        f.write_str(std::str::from_utf8(&text[start..]).unwrap_or_default())
    }
}

impl fmt::Debug for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

// A figure is below 2^96 before it is added: a hundred of the largest, and any number of those that
// people write, can be added exactly. Saturating only keeps the promise that nothing panics.
impl Add for Figure {
    type Output = Figure;
    fn add(self, other: Figure) -> Figure {
        let (a, b) = self.aligned(other);
        Figure { mantissa: a.mantissa.saturating_add(b.mantissa), scale: a.scale }
    }
}

impl Sub for Figure {
    type Output = Figure;
    fn sub(self, other: Figure) -> Figure {
        let (a, b) = self.aligned(other);
        Figure { mantissa: a.mantissa.saturating_sub(b.mantissa), scale: a.scale }
    }
}

impl Neg for Figure {
    type Output = Figure;
    fn neg(self) -> Figure {
        Figure { mantissa: self.mantissa.saturating_neg(), scale: self.scale }
    }
}

impl Sum for Figure {
    fn sum<I: Iterator<Item = Figure>>(figures: I) -> Figure {
        figures.fold(Figure::ZERO, Add::add)
    }
}

impl Document for Figure {
    /// Only from a string: a bare JSON or TOML number has already lost digits when it arrives.
    fn read(tree: Tree, reader: &mut Reader) -> Figure {
        let text = reader.text(tree, "a decimal string such as \"12.50\"");
        text.parse().unwrap_or_else(|error: NumberError| {
            reader.flaw(&format!("\"{text}\": {error}"));
            Figure::ZERO
        })
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(&self.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    #[test]
    fn a_figure_keeps_the_digits_that_were_written() {
        for text in ["0", "5.00", "182.62", "-3", "0.000001", "999999999999999"] {
            assert_eq!(figure(text).to_string(), text);
        }
        assert_eq!(figure("007.50").to_string(), "7.50");
    }

    #[test]
    fn figures_are_equal_by_value_and_keep_their_decimals_in_sums() {
        assert_eq!(figure("1.50"), figure("1.5"));
        assert!(figure("-0.5") < figure("0.25") && figure("10") > figure("9.999999"));
        assert_eq!((figure("1.5") + figure("0.50")).to_string(), "2.00");
        assert_eq!((figure("1") - figure("1.05")).to_string(), "-0.05");
        assert_eq!((-figure("0")).to_string(), "0");
        let shown = |text: &str| (figure(text).trimmed(), figure(text).padded(2));
        assert_eq!(shown("7.500"), ("7.5".to_owned(), "7.50".to_owned()));
        assert_eq!(shown("-10.125"), ("-10.125".to_owned(), "-10.125".to_owned()));
        let widest = Figure { mantissa: i128::MIN, scale: 6 };
        assert_eq!(widest.to_string(), "-170141183460469231731687303715884.105728");
    }

    #[test]
    fn what_is_not_a_plain_decimal_is_refused() {
        for text in ["", "-", ".5", "5.", "1e9", "12..5", "abc", "１２", "1,000", "+1", " 1"] {
            assert_eq!(text.parse::<Figure>(), Err(NumberError::NotANumber), "{text}");
        }
        assert_eq!("1.0000001".parse::<Figure>(), Err(NumberError::TooManyDecimals));
        assert_eq!("1234567890.123456".parse::<Figure>(), Err(NumberError::TooManyDigits));
        let forty = "9".repeat(40);
        assert_eq!(forty.parse::<Figure>(), Err(NumberError::TooManyDigits));
        let zeros = format!("{}7.{}", "0".repeat(60), "0".repeat(60));
        assert_eq!(zeros.parse::<Figure>().map(Figure::trimmed), Ok("7".into()));
    }

    #[test]
    fn a_bare_number_is_refused_where_a_string_is_due() {
        assert!(Tree::Number.document::<Figure>().is_err());
        assert_eq!(Tree::Text("12.5".into()).document(), Ok(figure("12.5")));
    }
}
