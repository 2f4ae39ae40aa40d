//! Budget execution 预算执行率: executed ÷ budget.

use crate::engine::fraction::Fraction;
use crate::engine::reading::{Field, Reader, Reading};
use crate::engine::trace::Step;
use crate::tree::document;

/// Executed ÷ budget, 万元. Reads `actual` and `target`, which presets take from the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// What is divided by.
    pub divisor: Divisor,
}

document! { Budget { divisor } }

/// What the executed budget, or the money received, is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Divisor {
    /// 全年预算数.
    Annual,
    /// 年初预算数±年中调整数.
    Adjusted,
    /// 实际到位资金.
    Received,
    /// 预算资金, with the money received as dividend: 资金到位率.
    Arrival,
}

document! { enum Divisor { Annual, Adjusted, Received, Arrival } }

impl Budget {
    pub(super) fn rate(&self, reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
        let (executed, budget) = (reader.figure(Field::Actual)?, reader.divisor(Field::Target)?);
        let Some((executed, budget)) = executed.zip(budget) else {
            return Ok(None);
        };
        let rate = executed.fraction().div(budget.fraction())?;
        let divisor = self.divisor;
        Ok(Some((rate, Step::Budget { divisor, executed, budget, rate })))
    }
}
