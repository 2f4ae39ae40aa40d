//! Judgement 评价人赋分: the assessor gives the points.

use super::{Award, Basis};
use crate::engine::fraction::Fraction;
use crate::engine::reading::Reading;
use crate::engine::trace::Step;
use crate::tree::document;

/// 0 to weight, with a reason. Reads `points`; the absence of a `reason` is a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {}

document! { Judgement {} }

impl Judgement {
    pub(super) fn award(&self, basis: &Basis<'_>, trace: &mut Vec<Step>) -> Reading<Award> {
        let judged = basis.reader.points(Fraction::ZERO, basis.weight, basis.rounding)?;
        Ok(judged.map(|points| {
            trace.push(Step::Judged { points });
            Award::exactly(points.fraction())
        }))
    }
}
