//! Figures: exact decimals, read only from strings.
//!
//! A [`Figure`] is a decimal as a person writes it: at most 15 significant digits and 6
//! decimals. It is kept digit for digit. A [`Fraction`] is what a rule computes with.
//!
//! There is no way from a float to either, on purpose: 5 × 119/200 must be 2.975 exactly,
//! because 四舍五入 turns it into 2.98 and the nearest float into 2.97.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg, Sub};

use rust_decimal::Decimal;

use super::fraction::Fraction;
#[cfg(not(target_arch = "wasm32"))]
use crate::tree::shape::{self, Shapes};
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
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure(Decimal);

impl Figure {
    /// 0.
    pub const ZERO: Figure = Figure(Decimal::ZERO);
    /// 100, the usual full score and the base of percentages.
    pub const HUNDRED: Figure = Figure(Decimal::ONE_HUNDRED);

    /// A whole number.
    pub fn whole(number: u32) -> Figure {
        Figure(Decimal::from(number))
    }

    /// `mantissa` × 10^-`scale`; for those who have already bounded both.
    pub(crate) fn from_parts(mantissa: i128, scale: u32) -> Option<Figure> {
        Decimal::try_from_i128_with_scale(mantissa, scale).ok().map(Figure)
    }

    /// The digits without trailing zeros after the point: `6`, `23.75`, `32.7`.
    pub fn trimmed(self) -> String {
        self.0.normalize().to_string()
    }

    /// The digits with at least `places` decimals, none dropped: `5` → `5.00`.
    pub fn padded(self, places: u32) -> String {
        let mut shown = self.0.normalize();
        if shown.scale() < places {
            shown.rescale(places);
        }
        shown.to_string()
    }

    /// Decimals that carry a value: 2 for `1.250`.
    pub fn decimals(self) -> u32 {
        self.0.normalize().scale()
    }

    /// How often 10^-`places` it is; none if it is finer than that.
    pub(crate) fn quanta(self, places: u32) -> Option<i128> {
        let finer = places.checked_sub(self.decimals())?;
        let digits = self.0.normalize().mantissa();
        digits.checked_mul(10_i128.checked_pow(finer)?)
    }

    /// Whether the figure is below zero.
    pub fn is_negative(self) -> bool {
        self < Figure::ZERO
    }

    /// Whether the figure is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The figure in millionths, exactly: a figure that was read, rounded or added has at most
    /// [`MAX_DECIMALS`]. What searches and adds up by the thousand does so in these.
    pub fn millionths(self) -> i128 {
        let missing = (MAX_DECIMALS as u32).saturating_sub(self.0.scale());
        self.0.mantissa() * 10_i128.pow(missing)
    }

    /// The figure of so many millionths.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`] beyond what a figure holds.
    pub fn from_millionths(millionths: i128) -> Result<Figure, NumberError> {
        let figure = Figure::from_parts(millionths, MAX_DECIMALS as u32);
        figure.map(|figure| Figure(figure.0.normalize())).ok_or(NumberError::TooLarge)
    }

    /// The figure as an exact fraction.
    pub fn fraction(self) -> Fraction {
        Fraction::from_parts(self.0.mantissa(), 10_i128.pow(self.0.scale()))
    }

    /// The figure as an exact fraction, read as a percentage: `80` → 80/100.
    pub fn percent(self) -> Fraction {
        let plain = self.fraction();
        Fraction::from_parts(plain.numerator(), plain.denominator() * 100)
    }
}

impl std::str::FromStr for Figure {
    type Err = NumberError;

    /// Reads `-?digits[.digits]`, nothing else. What people type ("30,437", "91.3%") is made
    /// plain before it gets here, by `exchange`.
    fn from_str(text: &str) -> Result<Figure, NumberError> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
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
        let kept = match unsigned.contains('.') {
            true => &decimals[..decimals.len().min(MAX_DECIMALS)],
            false => "",
        };
        let number = |digits: &str| digits.bytes().fold(0_i64, |n, b| n * 10 + i64::from(b - b'0'));
        let scale = u32::try_from(kept.len()).map_err(|_| NumberError::TooManyDecimals)?;
        let mantissa = i128::from(number(whole)) * 10_i128.pow(scale) + i128::from(number(kept));
        let sign = if text.starts_with('-') { -1 } else { 1 };
        Figure::from_parts(sign * mantissa, scale).ok_or(NumberError::TooManyDigits)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

// A figure has at most 21 digits before it is added, and a Decimal 28: ten million of them can
// be added exactly. Saturating only keeps the promise that nothing panics.
impl Add for Figure {
    type Output = Figure;
    fn add(self, other: Figure) -> Figure {
        Figure(self.0.saturating_add(other.0))
    }
}

impl Sub for Figure {
    type Output = Figure;
    fn sub(self, other: Figure) -> Figure {
        Figure(self.0.saturating_sub(other.0))
    }
}

impl Neg for Figure {
    type Output = Figure;
    fn neg(self) -> Figure {
        Figure(-self.0)
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
        let Some(text) = text else { return Figure::ZERO };
        text.parse().unwrap_or_else(|error: NumberError| {
            reader.flaw(&format!("\"{text}\": {error}"));
            Figure::ZERO
        })
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(&self.to_string());
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(shapes: &mut Shapes) -> Tree {
        shapes.named::<Figure>("Figure", |_| {
            shape::pattern("^-?0*[0-9]{1,15}(\\.[0-9]{1,6}0*)?$", &shape::place::<Figure>("", ""))
        })
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
    fn a_figure_is_a_whole_number_of_millionths() {
        for (text, millionths) in [("0", 0), ("93.50", 93_500_000), ("-0.000001", -1)] {
            assert_eq!(figure(text).millionths(), millionths);
            assert_eq!(Figure::from_millionths(millionths), Ok(figure(text)));
        }
        assert_eq!(Figure::from_millionths(i128::MAX), Err(NumberError::TooLarge));
    }

    #[test]
    fn a_bare_number_is_refused_where_a_string_is_due() {
        assert!(Tree::Number.document::<Figure>().is_err());
        assert_eq!(Tree::Text("12.5".into()).document(), Ok(figure("12.5")));
    }
}
