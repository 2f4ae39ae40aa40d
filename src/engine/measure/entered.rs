//! A rate that is entered as it is, in %.

use crate::engine::error::{Code, Problem};
use crate::engine::fraction::Fraction;
use crate::engine::number::Figure;
use crate::engine::reading::{Field, Reader, Reading};
use crate::engine::trace::Step;
use crate::tree::document;

/// A rate in %. Reads `rate`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// Whether it may be above 100 %.
    pub beyond_hundred: bool,
}

document! { Entered { beyond_hundred: optional } }

impl Entered {
    pub(super) fn rate(&self, reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
        let Some(percent) = reader.figure(Field::Rate)? else {
            return Ok(None);
        };
        if percent > Figure::HUNDRED && !self.beyond_hundred {
            return Err(Problem::new(Code::RateAboveHundred)
                .on(Field::Rate.name())
                .with("text", percent));
        }
        let rate = percent.percent();
        Ok(Some((rate, Step::Entered { percent, rate })))
    }
}
