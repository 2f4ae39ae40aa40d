//! Ratio 完成率: actual against target, with a direction.

use crate::engine::fraction::Fraction;
use crate::engine::number::Figure;
use crate::engine::reading::{Field, Reader, Reading};
use crate::engine::trace::Step;
use crate::engine::{Problem, measure::plan_over_actual};
use crate::tree::document;

/// Actual against target. Reads `actual` and `target`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Which side of the target is good.
    pub direction: Direction,
}

document! { Ratio { direction } }

/// Which side of the target is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// ≥
    AtLeast,
    /// >
    Above,
    /// ≤
    AtMost,
    /// <
    Below,
    /// =
    Equal,
}

document! { enum Direction { AtLeast, Above, AtMost, Below, Equal } }

impl Direction {
    /// The sign that forms print before the target.
    pub fn sign(self) -> &'static str {
        match self {
            Direction::AtLeast => "≥",
            Direction::Above => ">",
            Direction::AtMost => "≤",
            Direction::Below => "<",
            Direction::Equal => "=",
        }
    }

    /// Whether the target itself does not meet the target.
    pub fn is_strict(self) -> bool {
        matches!(self, Direction::Above | Direction::Below)
    }
}

impl Ratio {
    pub(super) fn rate(&self, reader: &Reader<'_>) -> Reading<(Fraction, Step)> {
        let (actual, target) = (reader.figure(Field::Actual)?, reader.divisor(Field::Target)?);
        let Some((actual, target)) = actual.zip(target) else {
            return Ok(None);
        };
        let rate = self.compare(actual, target)?;
        let direction = self.direction;
        Ok(Some((rate, Step::Ratio { direction, actual, target, rate })))
    }

    fn compare(&self, actual: Figure, target: Figure) -> Result<Fraction, Problem> {
        let completed = || Ok(actual.fraction().div(target.fraction())?);
        match self.direction {
            Direction::AtLeast | Direction::Above => completed(),
            Direction::AtMost | Direction::Below => plan_over_actual(target, actual),
            // Both sides of an exact target are off it: the smaller over the larger.
            Direction::Equal if actual > target => plan_over_actual(target, actual),
            Direction::Equal => completed(),
        }
    }
}
