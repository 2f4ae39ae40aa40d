//! Quality 质量达标率: passed ÷ inspected.

use super::part_of;
use crate::engine::fraction::Fraction;
use crate::engine::reading::{Reader, Reading};
use crate::engine::trace::Step;
use crate::tree::document;

/// Passed ÷ inspected. Reads `yes` (passed) and `asked` (inspected).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quality {}

document! { Quality {} }

impl Quality {
    pub(super) fn rate(&self, reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
        Ok(part_of(reader)?
            .map(|(passed, inspected, rate)| (rate, Step::Quality { passed, inspected, rate })))
    }
}
