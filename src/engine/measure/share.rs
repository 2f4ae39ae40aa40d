//! Share: answers of "yes" ÷ valid answers.

use super::part_of;
use crate::engine::fraction::Fraction;
use crate::engine::reading::{Reader, Reading};
use crate::engine::trace::Step;
use crate::tree::document;

/// Yes ÷ valid answers. Reads `yes` and `asked`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {}

document! { Share {} }

impl Share {
    pub(super) fn rate(&self, reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
        Ok(part_of(reader)?.map(|(yes, asked, rate)| (rate, Step::Share { yes, asked, rate })))
    }
}
