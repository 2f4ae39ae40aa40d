//! Cost 成本节约率: planned and actual cost.

use super::plan_over_actual;
use crate::engine::fraction::Fraction;
use crate::engine::reading::{Field, Reader, Reading};
use crate::engine::trace::Step;
use crate::tree::document;

/// Planned and actual cost. Reads `planned` and `actual`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {}

document! { Cost {} }

impl Cost {
    pub(super) fn rate(&self, reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
        let (planned, actual) = (reader.divisor(Field::Planned)?, reader.figure(Field::Actual)?);
        let Some((planned, actual)) = planned.zip(actual) else {
            return Ok(None);
        };
        let spared = planned.fraction().sub(actual.fraction())?;
        let saving = spared.div(planned.fraction())?;
        let rate = plan_over_actual(planned, actual)?;
        Ok(Some((rate, Step::Cost { planned, actual, saving, rate })))
    }
}
