//! Fractions: what rules compute with, exact and checked.
//!
//! A [`Fraction`] becomes points once, in [`super::rounding`].

use std::cmp::Ordering;

use super::number::NumberError;

/// An exact fraction of integers, always with a positive denominator.
///
/// Every operation is checked: what does not fit 128 bits even in lowest terms is a
/// [`NumberError::TooLarge`], never a wrapped or rounded number.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    num: i128,
    den: i128,
}

#[allow(clippy::should_implement_trait, reason = "an operator could not fail")]
impl Fraction {
    /// 0.
    pub const ZERO: Fraction = Fraction { num: 0, den: 1 };
    /// 1, which as a rate is 100 %.
    pub const ONE: Fraction = Fraction { num: 1, den: 1 };

    /// `num` ÷ `den`; the caller knows that `den` is positive.
    pub(super) const fn from_parts(num: i128, den: i128) -> Fraction {
        Fraction { num, den }
    }

    /// A whole number.
    pub const fn whole(number: i128) -> Fraction {
        Fraction { num: number, den: 1 }
    }

    /// The numerator, not necessarily in lowest terms.
    pub fn numerator(self) -> i128 {
        self.num
    }

    /// The denominator, always positive, not necessarily in lowest terms.
    pub fn denominator(self) -> i128 {
        self.den
    }

    /// The sum.
    pub fn add(self, other: Fraction) -> Result<Fraction, NumberError> {
        exactly(self, other, |a, b| {
            if a.den == b.den {
                return Some((a.num.checked_add(b.num)?, a.den));
            }
            let left = times(a.num, b.den)?;
            let right = times(b.num, a.den)?;
            Some((left.checked_add(right)?, times(a.den, b.den)?))
        })
    }

    /// The difference.
    pub fn sub(self, other: Fraction) -> Result<Fraction, NumberError> {
        let negated = other.num.checked_neg().ok_or(NumberError::TooLarge)?;
        self.add(Fraction { num: negated, den: other.den })
    }

    /// The product.
    pub fn mul(self, other: Fraction) -> Result<Fraction, NumberError> {
        exactly(self, other, |a, b| Some((times(a.num, b.num)?, times(a.den, b.den)?)))
    }

    /// The quotient.
    ///
    /// # Errors
    /// [`NumberError::DivisionByZero`]; callers name the field before it comes to that.
    pub fn div(self, other: Fraction) -> Result<Fraction, NumberError> {
        if other.num == 0 {
            return Err(NumberError::DivisionByZero);
        }
        let sign = other.num.signum();
        let num = other.den.checked_mul(sign).ok_or(NumberError::TooLarge)?;
        let den = other.num.checked_abs().ok_or(NumberError::TooLarge)?;
        self.mul(Fraction { num, den })
    }

    /// The fraction not below `low` and not above `high`.
    pub fn clamp(self, low: Fraction, high: Fraction) -> Fraction {
        if self < low {
            low
        } else if self > high {
            high
        } else {
            self
        }
    }

    /// The largest whole number not above the fraction.
    pub fn floor(self) -> Fraction {
        Fraction::whole(self.num.div_euclid(self.den))
    }

    /// The smallest whole number not below the fraction.
    pub fn ceil(self) -> Fraction {
        let floor = self.num.div_euclid(self.den);
        Fraction::whole(floor + i128::from(self.num.rem_euclid(self.den) != 0))
    }

    /// Whole part towards zero, and the rest over the denominator, with the sign of the whole.
    pub(super) fn split(self) -> (i128, i128) {
        match (i64::try_from(self.num), i64::try_from(self.den)) {
            (Ok(num), Ok(den)) => (i128::from(num / den), i128::from(num % den)),
            _ => (self.num / self.den, self.num % self.den),
        }
    }

    /// The same number in lowest terms.
    pub fn reduced(self) -> Fraction {
        let divisor = gcd(self.num.unsigned_abs(), self.den.unsigned_abs());
        match i128::try_from(divisor) {
            Ok(divisor) if divisor > 1 => {
                Fraction { num: self.num / divisor, den: self.den / divisor }
            }
            _ => self,
        }
    }
}

/// Tries `operation` as it is, then in lowest terms, then gives up: most results fit at once,
/// and finding lowest terms is the slow part.
fn exactly(
    a: Fraction,
    b: Fraction,
    operation: fn(Fraction, Fraction) -> Option<(i128, i128)>,
) -> Result<Fraction, NumberError> {
    operation(a, b)
        .or_else(|| operation(a.reduced(), b.reduced()))
        .map(|(num, den)| Fraction { num, den })
        .ok_or(NumberError::TooLarge)
}

/// The product, by the short way where both factors are short, as they nearly always are.
fn times(a: i128, b: i128) -> Option<i128> {
    match (i64::try_from(a), i64::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i128::from(a) * i128::from(b)),
        _ => a.checked_mul(b),
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Fraction) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    /// By cross-multiplication; where that does not fit, by the whole parts and then the
    /// reciprocals of the remainders, which only get smaller.
    fn cmp(&self, other: &Fraction) -> Ordering {
        if self.den == other.den {
            return self.num.cmp(&other.num);
        }
        let crossed = times(self.num, other.den).zip(times(other.num, self.den));
        if let Some((left, right)) = crossed {
            return left.cmp(&right);
        }
        let (mut a, mut b) = (*self, *other);
        let mut flipped = false;
        loop {
            let whole = a.num.div_euclid(a.den).cmp(&b.num.div_euclid(b.den));
            let (rest_a, rest_b) = (a.num.rem_euclid(a.den), b.num.rem_euclid(b.den));
            let order = match (whole, rest_a, rest_b) {
                (Ordering::Equal, 0, 0) => Ordering::Equal,
                (Ordering::Equal, 0, _) => Ordering::Less,
                (Ordering::Equal, _, 0) => Ordering::Greater,
                (Ordering::Equal, _, _) => {
                    a = Fraction { num: a.den, den: rest_a };
                    b = Fraction { num: b.den, den: rest_b };
                    flipped = !flipped;
                    continue;
                }
                (decided, _, _) => decided,
            };
            return if flipped { order.reverse() } else { order };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_too_wide_to_cross_multiply_still_compare() {
        let huge = i128::MAX / 2;
        let a = Fraction { num: huge, den: huge - 1 };
        let b = Fraction { num: huge - 1, den: huge - 2 };
        assert!(a < b);
        assert!(a > Fraction::ONE);
        assert_eq!(a.cmp(&a), Ordering::Equal);
    }

    #[test]
    fn an_overflow_is_an_error_and_never_a_number() {
        let huge = Fraction::whole(i128::MAX);
        assert_eq!(huge.mul(huge).map(|_| ()), Err(NumberError::TooLarge));
        assert_eq!(huge.div(Fraction::ZERO).map(|_| ()), Err(NumberError::DivisionByZero));
    }

    #[test]
    fn floor_and_ceil_hold_below_zero() {
        let half = Fraction { num: -1, den: 2 };
        assert_eq!((half.floor(), half.ceil()), (Fraction::whole(-1), Fraction::ZERO));
    }
}
