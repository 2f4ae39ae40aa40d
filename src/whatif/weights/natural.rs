//! Natural numbers of any length, for [`super::Exact`] alone.
//!
//! The points of a form have a common denominator as long as all its targets together: a dozen
//! targets of five digits do not fit 128 bits. A library of big numbers would be most of what the
//! page has to fetch for 推演; add, subtract, multiply and divide are all that is wanted here.

use std::cmp::Ordering;

/// Bits of a limb.
const BITS: usize = 32;

/// A natural number: limbs of 32 bits, the lowest first, the last one not 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Natural(Vec<u32>);

/// The lower half of a double limb.
fn low(double: u64) -> u32 {
    (double & u64::from(u32::MAX)) as u32
}

impl Natural {
    pub fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    pub fn is_one(&self) -> bool {
        self.0 == [1]
    }

    fn trimmed(mut limbs: Vec<u32>) -> Natural {
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        Natural(limbs)
    }

    pub fn plus(&self, other: &Natural) -> Natural {
        let (long, short) =
            if self.0.len() < other.0.len() { (other, self) } else { (self, other) };
        let mut sum = Vec::with_capacity(long.0.len() + 1);
        let mut carry = 0;
        for (at, limb) in long.0.iter().enumerate() {
            let other = short.0.get(at).copied().unwrap_or_default();
            let double = u64::from(*limb) + u64::from(other) + carry;
            sum.push(low(double));
            carry = double >> BITS;
        }
        sum.push(low(carry));
        Natural::trimmed(sum)
    }

    /// Takes away what is not larger.
    pub fn take(&mut self, other: &Natural) {
        let mut borrow = false;
        for (at, limb) in self.0.iter_mut().enumerate() {
            let (once, under) = limb.overflowing_sub(other.0.get(at).copied().unwrap_or_default());
            let (twice, under_again) = once.overflowing_sub(u32::from(borrow));
            *limb = twice;
            borrow = under || under_again;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    pub fn times(&self, other: &Natural) -> Natural {
        let mut product = vec![0; self.0.len() + other.0.len()];
        for (at, limb) in self.0.iter().enumerate() {
            let mut carry = 0;
            for (beyond, factor) in other.0.iter().enumerate() {
                let place = &mut product[at + beyond];
                let double = u64::from(*limb) * u64::from(*factor) + u64::from(*place) + carry;
                *place = low(double);
                carry = double >> BITS;
            }
            product[at + other.0.len()] = low(carry);
        }
        Natural::trimmed(product)
    }

    /// Quotient and rest, bit by bit from the top; by 0, nothing and all of it.
    pub fn divided(&self, by: &Natural) -> (Natural, Natural) {
        if by.is_zero() || *self < *by {
            return (Natural::default(), self.clone());
        }
        let mut quotient = vec![0_u32; self.0.len()];
        let mut rest = Natural::default();
        for at in (0..self.0.len() * BITS).rev() {
            rest.double_and_add(self.0[at / BITS] >> (at % BITS) & 1);
            if rest >= *by {
                rest.take(by);
                quotient[at / BITS] |= 1 << (at % BITS);
            }
        }
        (Natural::trimmed(quotient), rest)
    }

    fn double_and_add(&mut self, bit: u32) {
        let mut carry = bit;
        for limb in &mut self.0 {
            let out = *limb >> (BITS - 1);
            *limb = *limb << 1 | carry;
            carry = out;
        }
        if carry > 0 {
            self.0.push(carry);
        }
    }

    /// Greatest common divisor, by halving and subtracting.
    pub fn gcd(mut self, mut other: Natural) -> Natural {
        if self.is_zero() {
            return other;
        }
        if other.is_zero() {
            return self;
        }
        let (zeros, other_zeros) = (self.halve_out(), other.halve_out());
        loop {
            if self > other {
                std::mem::swap(&mut self, &mut other);
            }
            other.take(&self);
            if other.is_zero() {
                break;
            }
            other.halve_out();
        }
        for _ in 0..zeros.min(other_zeros) {
            self.double_and_add(0);
        }
        self
    }

    /// Halves until it is odd; how often that was.
    fn halve_out(&mut self) -> usize {
        let whole = self.0.iter().take_while(|limb| **limb == 0).count();
        self.0.drain(..whole);
        let bits = self.0.first().map_or(0, |limb| limb.trailing_zeros() as usize);
        if bits > 0 {
            let mut above = 0;
            for limb in self.0.iter_mut().rev() {
                let shifted = *limb >> bits | above;
                above = *limb << (BITS - bits);
                *limb = shifted;
            }
            if self.0.last() == Some(&0) {
                self.0.pop();
            }
        }
        whole * BITS + bits
    }

    /// The decimal digits.
    pub fn digits(&self) -> String {
        const CHUNK: u64 = 1_000_000_000;
        let mut limbs = self.clone();
        let mut chunks = Vec::new();
        while !limbs.is_zero() {
            let mut rest = 0;
            for limb in limbs.0.iter_mut().rev() {
                let double = rest << BITS | u64::from(*limb);
                *limb = low(double / CHUNK);
                rest = double % CHUNK;
            }
            limbs = Natural::trimmed(limbs.0);
            chunks.push(rest);
        }
        let first = chunks.pop().unwrap_or_default().to_string();
        chunks.iter().rev().fold(first, |digits, chunk| digits + &format!("{chunk:09}"))
    }
}

impl From<u128> for Natural {
    fn from(mut number: u128) -> Natural {
        let mut limbs = Vec::new();
        while number > 0 {
            limbs.push((number & u128::from(u32::MAX)) as u32);
            number >>= BITS;
        }
        Natural(limbs)
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Natural) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Natural) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    fn big(number: &Natural) -> BigUint {
        BigUint::new(number.0.clone())
    }

    fn number() -> impl Strategy<Value = Natural> {
        // Limbs at their ends are where carries go wrong.
        let limb = prop_oneof![Just(0), Just(1), Just(u32::MAX), any::<u32>()];
        prop::collection::vec(limb, 0..9).prop_map(Natural::trimmed)
    }

    proptest! {
        #[test]
        fn it_computes_what_a_library_computes(a in number(), b in number()) {
            prop_assert_eq!(big(&a.plus(&b)), big(&a) + big(&b));
            prop_assert_eq!(big(&a.times(&b)), big(&a) * big(&b));
            prop_assert_eq!(a.cmp(&b), big(&a).cmp(&big(&b)));
            prop_assert_eq!(a.digits(), big(&a).to_string());
            if a >= b {
                let mut left = a.clone();
                left.take(&b);
                prop_assert_eq!(big(&left), big(&a) - big(&b));
            }
            if !b.is_zero() {
                let (quotient, rest) = a.divided(&b);
                prop_assert_eq!(big(&quotient), big(&a) / big(&b));
                prop_assert_eq!(big(&rest), big(&a) % big(&b));
            }
        }

        #[test]
        fn a_common_divisor_is_found(a in number(), b in number(), c in number()) {
            let (a, b) = (a.times(&c), b.times(&c));
            let divisor = a.clone().gcd(b.clone());
            let mut left = (big(&a), big(&b));
            while left.1 != BigUint::ZERO {
                left = (left.1.clone(), left.0 % left.1);
            }
            prop_assert_eq!(big(&divisor), left.0);
        }
    }

    #[test]
    fn digits_beyond_a_chunk_keep_their_zeros() {
        assert_eq!(Natural::from(1_000_000_007_000_000_000_u128).digits(), "1000000007000000000");
        assert_eq!(Natural::default().digits(), "0");
    }
}
