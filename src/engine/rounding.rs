//! The only place that rounds. Everything before it is exact, everything after it is added.

use super::fraction::Fraction;
use super::number::{Figure, NumberError};
use crate::tree::document;

/// Most decimals that a rubric may round to.
pub const MAX_PLACES: u32 = 4;
/// Decimals at which rates are shown; shown rates are never computed with.
pub const RATE_PLACES: u32 = 2;

/// How the first digit that is dropped decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// 四舍五入: a half goes away from zero.
    #[default]
    HalfUp,
    /// 四舍六入五成双: a half goes to the even neighbour.
    HalfEven,
    /// 截尾: what is beyond is dropped.
    Down,
}

document! { enum Mode { HalfUp, HalfEven, Down } }

/// How a rubric rounds the points of an indicator.
///
/// ```
/// use jiheng::engine::{Figure, Mode, Rounding};
/// let weight: Figure = "5".parse()?;
/// let rate = weight.fraction().mul("119".parse::<Figure>()?.fraction())?;
/// let exact = rate.div(Figure::whole(200).fraction())?; // 2.975
/// let points = Rounding { places: 2, mode: Mode::HalfUp }.points(exact)?;
/// assert_eq!(points.to_string(), "2.98");
/// # Ok::<(), jiheng::engine::NumberError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounding {
    /// Decimals of points, at most [`MAX_PLACES`].
    pub places: u32,
    /// What happens to a half.
    pub mode: Mode,
}

document! { Rounding { places: default(2), mode: default } }

impl Default for Rounding {
    fn default() -> Rounding {
        Rounding { places: 2, mode: Mode::HalfUp }
    }
}

impl Rounding {
    /// Exact points, rounded as the rubric says, in 分.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`] when the result has more digits than a [`Figure`] holds.
    pub fn points(self, exact: Fraction) -> Result<Figure, NumberError> {
        round(exact, self.places.min(MAX_PLACES), self.mode)
    }

    /// The fewest points on the rubric's grid that are not below `bound`.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`], as for points.
    pub fn lowest_from(self, bound: Fraction) -> Result<Fraction, NumberError> {
        let grid = self.quantum().fraction();
        bound.div(grid)?.ceil().mul(grid)
    }

    /// The most points on the rubric's grid up to `bound`, or below it where it is excluded.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`], as for points.
    pub fn highest_to(self, bound: Fraction, included: bool) -> Result<Fraction, NumberError> {
        let grid = self.quantum().fraction();
        let floor = bound.div(grid)?.floor().mul(grid)?;
        if floor == bound && !included {
            return floor.sub(grid);
        }
        Ok(floor)
    }

    /// The smallest difference between two scores: 0.01 at two places.
    pub fn quantum(self) -> Figure {
        Figure::from_parts(1, self.places.min(MAX_PLACES)).unwrap_or_default()
    }
}

/// A rate as a percentage to show, half up at [`RATE_PLACES`]: 30437/33333 → `91.31`.
///
/// # Errors
/// [`NumberError::TooLarge`], as for points.
pub fn percentage(rate: Fraction) -> Result<Figure, NumberError> {
    let hundredfold = rate.mul(Fraction::whole(100))?;
    round(hundredfold, RATE_PLACES, Mode::HalfUp)
}

fn round(exact: Fraction, places: u32, mode: Mode) -> Result<Figure, NumberError> {
    let scaled = exact.mul(Fraction::whole(10_i128.pow(places)))?;
    let (num, den) = (scaled.numerator(), scaled.denominator());
    let (quotient, rest) = scaled.split();
    let rest = rest.unsigned_abs();
    let beyond = match mode {
        Mode::Down => false,
        // rest < den, so den - rest is what is missing to the next whole number.
        Mode::HalfUp => rest >= den.unsigned_abs() - rest,
        Mode::HalfEven => {
            let missing = den.unsigned_abs() - rest;
            rest > missing || (rest == missing && quotient % 2 != 0)
        }
    };
    let away = if beyond { num.signum() } else { 0 };
    Figure::from_parts(quotient + away, places).ok_or(NumberError::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(text: &str, places: u32, mode: Mode) -> String {
        let exact = text.parse::<Figure>().unwrap().fraction();
        Rounding { places, mode }.points(exact).unwrap().to_string()
    }

    #[test]
    fn a_half_goes_away_from_zero() {
        assert_eq!(rounded("2.975", 2, Mode::HalfUp), "2.98");
        assert_eq!(rounded("-2.975", 2, Mode::HalfUp), "-2.98");
        assert_eq!(rounded("2.974999", 2, Mode::HalfUp), "2.97");
        assert_eq!(rounded("0.5", 0, Mode::HalfUp), "1");
    }

    #[test]
    fn a_half_goes_to_the_even_neighbour() {
        assert_eq!(rounded("0.125", 2, Mode::HalfEven), "0.12");
        assert_eq!(rounded("0.135", 2, Mode::HalfEven), "0.14");
        assert_eq!(rounded("0.125001", 2, Mode::HalfEven), "0.13");
    }

    #[test]
    fn dropping_keeps_the_digits_before() {
        assert_eq!(rounded("9.999", 2, Mode::Down), "9.99");
        assert_eq!(rounded("-9.999", 2, Mode::Down), "-9.99");
    }

    #[test]
    fn a_rate_is_shown_with_two_decimals() {
        let rate = Fraction::whole(30437).div(Fraction::whole(33333)).unwrap();
        assert_eq!(percentage(rate).unwrap().to_string(), "91.31");
    }
}
