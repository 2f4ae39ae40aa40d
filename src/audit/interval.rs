//! What printed digits stand for: 91.31 is one number of [91.305, 91.315) if it was rounded half up,
//! of [91.31, 91.32) if it was cut off.

use crate::engine::{Figure, Fraction, Mode, NumberError};

use super::printed::Printed;

/// Numbers between two ends, each of which belongs to it or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Fraction,
    /// Whether the lower end belongs to it.
    pub low_in: bool,
    /// The upper end.
    pub high: Fraction,
    /// Whether the upper end belongs to it.
    pub high_in: bool,
}

#[allow(clippy::should_implement_trait, reason = "an operator could not fail")]
impl Interval {
    /// 0 alone.
    pub const ZERO: Interval = Interval::exactly(Fraction::ZERO);

    /// A number alone.
    pub const fn exactly(number: Fraction) -> Interval {
        Interval { low: number, low_in: true, high: number, high_in: true }
    }

    /// Between two numbers, both included.
    pub const fn between(low: Fraction, high: Fraction) -> Interval {
        Interval { low, low_in: true, high, high_in: true }
    }

    /// What a figure with so many decimals stands for if it was rounded so.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`].
    pub fn of(figure: Figure, decimals: u32, mode: Mode) -> Result<Interval, NumberError> {
        let value = figure.fraction();
        let digit = 10_i128.checked_pow(decimals).ok_or(NumberError::TooLarge)?;
        let unit = Fraction::ONE.div(Fraction::whole(digit))?;
        let half = unit.div(Fraction::whole(2))?;
        let up = |by| value.add(by);
        let down = |by| value.sub(by);
        let negative = figure.is_negative();
        let zero = figure.is_zero();
        Ok(match mode {
            Mode::HalfUp => Interval {
                low: down(half)?,
                low_in: !negative && !zero,
                high: up(half)?,
                high_in: negative,
            },
            Mode::HalfEven => {
                let even = figure.quanta(decimals).is_none_or(|digits| digits % 2 == 0);
                Interval { low: down(half)?, low_in: even, high: up(half)?, high_in: even }
            }
            Mode::Down if zero => {
                Interval { low: down(unit)?, low_in: false, high: up(unit)?, high_in: false }
            }
            Mode::Down if negative => {
                Interval { low: down(unit)?, low_in: false, high: value, high_in: true }
            }
            Mode::Down => Interval { low: value, low_in: true, high: up(unit)?, high_in: false },
        })
    }

    /// What a printed figure stands for if it was rounded so.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`].
    pub fn printed(printed: &Printed, mode: Mode) -> Result<Interval, NumberError> {
        Interval::of(printed.figure, printed.decimals, mode)
    }

    /// The sums of a number of each.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`].
    pub fn add(self, other: Interval) -> Result<Interval, NumberError> {
        Ok(Interval {
            low: self.low.add(other.low)?,
            low_in: self.low_in && other.low_in,
            high: self.high.add(other.high)?,
            high_in: self.high_in && other.high_in,
        })
    }

    /// The differences of a number of each.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`].
    pub fn sub(self, other: Interval) -> Result<Interval, NumberError> {
        let negated = Interval {
            low: Fraction::ZERO.sub(other.high)?,
            low_in: other.high_in,
            high: Fraction::ZERO.sub(other.low)?,
            high_in: other.low_in,
        };
        self.add(negated)
    }

    /// Each times a number that is not below 0.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`].
    pub fn times(self, by: Fraction) -> Result<Interval, NumberError> {
        Ok(Interval { low: self.low.mul(by)?, high: self.high.mul(by)?, ..self })
    }

    /// The products of a number of each, none of which is below 0.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`].
    pub fn mul(self, other: Interval) -> Result<Interval, NumberError> {
        Ok(Interval {
            low: self.low.mul(other.low)?,
            low_in: self.low_in && other.low_in,
            high: self.high.mul(other.high)?,
            high_in: self.high_in && other.high_in,
        })
    }

    /// The quotients of a number of each, none of which is below 0, by what is above 0.
    ///
    /// # Errors
    /// [`NumberError::DivisionByZero`] where the divisor may be 0; [`NumberError::TooLarge`].
    pub fn div(self, other: Interval) -> Result<Interval, NumberError> {
        if other.low <= Fraction::ZERO {
            return Err(NumberError::DivisionByZero);
        }
        Ok(Interval {
            low: self.low.div(other.high)?,
            low_in: self.low_in && other.high_in,
            high: self.high.div(other.low)?,
            high_in: self.high_in && other.low_in,
        })
    }

    /// The numbers that belong to both; none if there is no such number.
    pub fn meet(self, other: Interval) -> Option<Interval> {
        let (low, low_in) = match self.low.cmp(&other.low) {
            std::cmp::Ordering::Equal => (self.low, self.low_in && other.low_in),
            std::cmp::Ordering::Greater => (self.low, self.low_in),
            std::cmp::Ordering::Less => (other.low, other.low_in),
        };
        let (high, high_in) = match self.high.cmp(&other.high) {
            std::cmp::Ordering::Equal => (self.high, self.high_in && other.high_in),
            std::cmp::Ordering::Less => (self.high, self.high_in),
            std::cmp::Ordering::Greater => (other.high, other.high_in),
        };
        let any = low < high || (low == high && low_in && high_in);
        any.then_some(Interval { low, low_in, high, high_in })
    }

    /// Whether they have a number in common.
    pub fn meets(self, other: Interval) -> bool {
        self.meet(other).is_some()
    }

    /// Whether the number belongs to it.
    pub fn holds(self, number: Fraction) -> bool {
        self.meets(Interval::exactly(number))
    }

    /// The smallest interval with both.
    pub fn cover(self, other: Interval) -> Interval {
        let low = self.low.min(other.low);
        let high = self.high.max(other.high);
        let at = |one: Fraction, is_in: bool, end: Fraction| one == end && is_in;
        Interval {
            low,
            low_in: at(self.low, self.low_in, low) || at(other.low, other.low_in, low),
            high,
            high_in: at(self.high, self.high_in, high) || at(other.high, other.high_in, high),
        }
    }
}

/// In which ways the digits may have been rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// 四舍五入.
    pub half_up: bool,
    /// 四舍六入五成双.
    pub half_even: bool,
    /// 截尾.
    pub down: bool,
}

impl Readings {
    /// Every way of rounding that is known.
    pub const MODES: [Mode; 3] = [Mode::HalfUp, Mode::HalfEven, Mode::Down];

    /// Those for which it holds.
    ///
    /// # Errors
    /// The first error of `holds`.
    pub fn that(
        mut holds: impl FnMut(Mode) -> Result<bool, NumberError>,
    ) -> Result<Readings, NumberError> {
        Ok(Readings {
            half_up: holds(Mode::HalfUp)?,
            half_even: holds(Mode::HalfEven)?,
            down: holds(Mode::Down)?,
        })
    }

    /// Whether it is one of them.
    pub fn allow(self, mode: Mode) -> bool {
        match mode {
            Mode::HalfUp => self.half_up,
            Mode::HalfEven => self.half_even,
            Mode::Down => self.down,
        }
    }

    /// Whether none is left.
    pub fn is_none(self) -> bool {
        self == Readings::default()
    }

    /// Those of both.
    pub fn and(self, other: Readings) -> Readings {
        Readings {
            half_up: self.half_up && other.half_up,
            half_even: self.half_even && other.half_even,
            down: self.down && other.down,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, mode: Mode) -> Interval {
        Interval::printed(&Printed::read(text).unwrap(), mode).unwrap()
    }

    fn number(text: &str) -> Fraction {
        text.parse::<Figure>().unwrap().fraction()
    }

    #[test]
    fn digits_stand_for_what_rounds_to_them() {
        // 91.305 rounds half up to 91.31, to even 91.30; 91.315 to 91.32 both ways.
        let up = of("91.31%", Mode::HalfUp);
        assert!(up.holds(number("91.305")) && !up.holds(number("91.315")));
        let even = of("91.31%", Mode::HalfEven);
        assert!(!even.holds(number("91.305")) && !even.holds(number("91.315")));
        let even = of("91.32%", Mode::HalfEven);
        assert!(even.holds(number("91.315")) && even.holds(number("91.325")));
        let cut = of("91.31%", Mode::Down);
        assert!(cut.holds(number("91.319")) && !cut.holds(number("91.309")));
        assert!(!cut.holds(number("91.32")));
    }

    #[test]
    fn below_zero_it_is_the_mirror_image() {
        let up = of("-1.5", Mode::HalfUp);
        assert!(!up.holds(number("-1.55")) && up.holds(number("-1.45")));
        let cut = of("-1.5", Mode::Down);
        assert!(cut.holds(number("-1.59")) && !cut.holds(number("-1.6")));
    }

    #[test]
    fn open_ends_do_not_meet() {
        // [1.5, 2.5) and [2.5, 3.5).
        assert!(!of("2", Mode::HalfUp).meets(of("3", Mode::HalfUp)));
        // [1.5, 2.5] and (2.5, 3.5).
        assert!(!of("2", Mode::HalfEven).meets(of("3", Mode::HalfEven)));
        assert!(of("2", Mode::HalfUp).meets(of("2.4", Mode::HalfUp)));
    }
}
