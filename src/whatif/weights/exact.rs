//! `Exact`: fractions without a bound on their digits.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

use super::natural::Natural;
use crate::engine::{Figure, Fraction, MAX_DECIMALS};

/// Most decimals that are shown.
const PLACES: u32 = MAX_DECIMALS as u32;

/// An exact number, in lowest terms.
///
/// Totals as a function of a weight have more digits than an [`Fraction`] holds. What is shown of
/// one is cut ([`Exact::floor`], [`Exact::ceil`]); it is written `20785/6130`, or `35` where it is
/// whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exact {
    negative: bool,
    num: Natural,
    den: Natural,
}

impl Exact {
    fn new(negative: bool, num: Natural, den: Natural) -> Exact {
        let negative = negative && !num.is_zero();
        let divisor = num.clone().gcd(den.clone());
        if divisor.is_one() {
            return Exact { negative, num, den };
        }
        Exact { negative, num: num.divided(&divisor).0, den: den.divided(&divisor).0 }
    }

    /// 0.
    pub fn zero() -> Exact {
        Exact::from(Figure::ZERO)
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        self.num.is_zero()
    }

    /// The quotient; 0 by 0, which nobody asks for.
    pub(super) fn over(&self, other: &Exact) -> Exact {
        if other.is_zero() {
            return Exact::zero();
        }
        let negative = self.negative != other.negative;
        Exact::new(negative, self.num.times(&other.den), self.den.times(&other.num))
    }

    /// The largest figure with this many decimals that is not above it.
    pub fn floor(&self, places: u32) -> Figure {
        let (cut, is_cut, places) = self.cut_to(places);
        if is_cut && self.negative { cut - Exact::grid(places) } else { cut }
    }

    /// The smallest figure with this many decimals that is not below it.
    pub fn ceil(&self, places: u32) -> Figure {
        let (cut, is_cut, places) = self.cut_to(places);
        if is_cut && !self.negative { cut + Exact::grid(places) } else { cut }
    }

    /// The step between figures with this many decimals.
    pub(super) fn grid(places: u32) -> Figure {
        Exact::new(false, 1.into(), 10_u128.pow(places).into()).cut(places).0
    }

    /// Its digits up to this many decimals, as many as a figure may have, and whether any are
    /// left out.
    pub fn cut(&self, places: u32) -> (Figure, bool) {
        let (cut, is_cut, _) = self.cut_to(places);
        (cut, is_cut)
    }

    /// The same with the decimals that it has: fewer where there are so many digits before them that a
    /// figure has no room for more.
    fn cut_to(&self, places: u32) -> (Figure, bool, u32) {
        let all = (0..=places.min(PLACES)).rev();
        let mut fitting = all.filter_map(|places| {
            let (text, is_cut) = self.digits(places);
            Some((text.parse().ok()?, is_cut, places))
        });
        // Weights and totals have far fewer than 15 digits before the decimals.
        fitting.next().unwrap_or((Figure::ZERO, true, 0))
    }

    fn digits(&self, places: u32) -> (String, bool) {
        let tens = Natural::from(10_u128.pow(places));
        let (whole, rest) = self.num.times(&tens).divided(&self.den);
        let sign = if self.negative { "-" } else { "" };
        let digits = format!("{:0>width$}", whole.digits(), width = places as usize + 1);
        let (before, after) = digits.split_at(digits.len() - places as usize);
        let text = if places == 0 { before.to_owned() } else { format!("{before}.{after}") };
        (sign.to_owned() + &text, !rest.is_zero())
    }
}

impl From<Fraction> for Exact {
    fn from(fraction: Fraction) -> Exact {
        let (num, den) = (fraction.numerator(), fraction.denominator());
        Exact::new(num < 0, num.unsigned_abs().into(), den.unsigned_abs().into())
    }
}

impl From<Figure> for Exact {
    fn from(figure: Figure) -> Exact {
        Exact::from(figure.fraction())
    }
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        let left = self.num.times(&other.den);
        let right = other.num.times(&self.den);
        let den = self.den.times(&other.den);
        let (mut more, less, negative) = match left.cmp(&right) {
            Ordering::Less => (right.clone(), &left, other.negative),
            _ => (left.clone(), &right, self.negative),
        };
        if self.negative == other.negative {
            return Exact::new(negative, more.plus(less), den);
        }
        more.take(less);
        Exact::new(negative, more, den)
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact { negative: !self.negative && !self.is_zero(), ..self.clone() }
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        self + &-other
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        let negative = self.negative != other.negative;
        Exact::new(negative, self.num.times(&other.num), self.den.times(&other.den))
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        let sizes = || self.num.times(&other.den).cmp(&other.num.times(&self.den));
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => sizes(),
            (true, true) => sizes().reverse(),
        }
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negative {
            f.write_str("-")?;
        }
        f.write_str(&self.num.digits())?;
        if !self.den.is_one() {
            f.write_str("/")?;
            f.write_str(&self.den.digits())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(num: i128, den: i128) -> Exact {
        Exact::from(Fraction::whole(num).div(Fraction::whole(den)).unwrap())
    }

    #[test]
    fn sums_and_quotients_have_the_sign_that_is_due() {
        assert_eq!((&exact(1, 2) + &exact(-1, 3)).to_string(), "1/6");
        assert_eq!((&exact(1, 3) - &exact(1, 2)).to_string(), "-1/6");
        assert_eq!(&exact(1, 2) - &exact(1, 2), Exact::zero());
        assert_eq!(exact(-1, 2).over(&exact(-1, 4)).to_string(), "2");
        assert_eq!((&exact(-2, 3) * &exact(3, 4)).to_string(), "-1/2");
        assert!(exact(-1, 2) < exact(-1, 3) && exact(-1, 3) < exact(1, 9));
    }

    #[test]
    fn what_is_too_long_for_six_decimals_keeps_as_many_as_there_is_room_for() {
        // 10,000,000,000 + 1/3: eleven digits leave room for four decimals.
        let third = Exact::new(false, 1.into(), 3.into());
        let long = &Exact::new(false, 10_000_000_000_u128.into(), 1.into()) + &third;
        assert_eq!(long.cut(6), ("10000000000.3333".parse().unwrap(), true));
        assert_eq!(long.ceil(6), "10000000000.3334".parse().unwrap());
    }

    #[test]
    fn what_is_shown_is_cut_to_the_side_that_was_asked_for() {
        // 20785 ÷ 6130 = 3.39070…
        let shown = |number: &Exact, places| {
            (number.floor(places).to_string(), number.ceil(places).to_string())
        };
        assert_eq!(shown(&exact(20785, 6130), 2), ("3.39".into(), "3.40".into()));
        assert_eq!(shown(&exact(-20785, 6130), 2), ("-3.40".into(), "-3.39".into()));
        assert_eq!(shown(&exact(7, 2), 1), ("3.5".into(), "3.5".into()));
        assert_eq!(shown(&exact(1, 3), 0), ("0".into(), "1".into()));
    }
}
