//! Judgement 评价人赋分: the assessor gives the points.

use serde::{Deserialize, Serialize};

use super::{Award, Basis};
use crate::engine::fraction::Fraction;
use crate::engine::reading::Reading;
use crate::engine::trace::Step;

/// 0 to weight, with a reason. Reads `points`; the absence of a `reason` is a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Judgement {}

impl Judgement {
    pub(super) fn award(&self, basis: &Basis<'_>, trace: &mut Vec<Step>) -> Reading<Award> {
        let judged = basis.reader.points(Fraction::ZERO, basis.weight, basis.rounding)?;
        Ok(judged.map(|points| {
            trace.push(Step::Judged { points });
            Award::exactly(points.fraction())
        }))
    }
}
