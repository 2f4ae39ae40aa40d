//! Levels 定档: fixed points, or an inclusive point range that the assessor picks from.

use super::{Award, Basis, duplicates};
use crate::engine::error::{Code, Problem};
use crate::engine::number::Figure;
use crate::engine::reading::Reading;
use crate::engine::rounding::Rounding;
use crate::engine::rubric::{Label, PointRange};
use crate::engine::trace::Step;
use crate::tree::document;

/// One level is chosen. Reads `level`, and `points` where the level is a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// From the best down.
    pub levels: Vec<Level>,
}

document! { Levels { levels } }

/// One level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Name for entries.
    pub id: String,
    /// What the form calls it.
    pub label: Label,
    /// What it earns, 分.
    pub points: PointRange,
}

document! { Level { id, label, points } }

impl Levels {
    pub(super) fn award(&self, basis: &Basis<'_>, trace: &mut Vec<Step>) -> Reading<Award> {
        let Some(id) = basis.reader.level() else {
            return Ok(None);
        };
        let Some(level) = self.levels.iter().find(|level| level.id == id) else {
            return Err(Problem::new(Code::UnknownLevel).on("level").with("text", id));
        };
        let range = level.points;
        trace.push(Step::Level { id: id.to_owned(), points: range });
        let (from, to) = (range.from.fraction(), range.to.fraction());
        if range.is_fixed() {
            return Ok(Some(Award::exactly(to)));
        }
        let Some(points) = basis.reader.points(from, to, basis.rounding)? else {
            return Ok(Some(Award { min: from, max: to }));
        };
        trace.push(Step::Picked { points });
        Ok(Some(Award::exactly(points.fraction())))
    }

    pub(super) fn check(&self, weight: Figure, rounding: Rounding) -> Vec<Problem> {
        let Some(best) = self.levels.iter().map(|level| level.points.to).max() else {
            return vec![Problem::new(Code::RuleEmpty).on("rule.levels")];
        };
        let mut problems =
            duplicates(self.levels.iter().map(|level| level.id.as_str()), "rule.levels");
        let reversed = self.levels.iter().filter(|level| level.points.from > level.points.to);
        problems.extend(reversed.map(|level| {
            Problem::new(Code::RangeReversed)
                .on(format!("rule.levels.{}", level.id))
                .with("from", level.points.from)
                .with("to", level.points.to)
        }));
        problems.extend(against_weight(best, weight));
        let ends = self.levels.iter().flat_map(|level| [level.points.from, level.points.to]);
        problems.extend(finer_than(ends, rounding));
        problems
    }
}

/// The best points of a rule must be the weight.
pub(super) fn against_weight(best: Figure, weight: Figure) -> Option<Problem> {
    let code = match best.cmp(&weight) {
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => Code::PointsAboveWeight,
        std::cmp::Ordering::Less => Code::WeightOutOfReach,
    };
    Some(Problem::new(code).on("rule").with("points", best).with("weight", weight))
}

/// Points that are finer than what the rubric rounds to.
pub(super) fn finer_than(
    points: impl Iterator<Item = Figure>,
    rounding: Rounding,
) -> Option<Problem> {
    let finer = points.into_iter().find(|points| points.decimals() > rounding.places)?;
    Some(
        Problem::new(Code::ConstantTooFine)
            .on("rule")
            .with("text", finer)
            .with("places", rounding.places),
    )
}

#[cfg(test)]
mod tests {
    use crate::engine::Code;
    use crate::engine::rule::testing::codes;

    /// Taishan 预算编制准确性: 5, 3, or 0 to 2.
    const RULE: &str = r#"
kind = "levels"
levels = [
  { id = "same", label = { zh = "没有调整" }, points = "5" },
  { id = "explained", label = { zh = "有调整并说明" }, points = "3" },
  { id = "unexplained", label = { zh = "无手续" }, points = { from = "0", to = "2" } },
]"#;

    #[test]
    fn the_best_level_must_be_the_weight() {
        assert_eq!(codes(RULE, "5"), []);
        assert_eq!(codes(RULE, "4"), [Code::PointsAboveWeight]);
        assert_eq!(codes(RULE, "8"), [Code::WeightOutOfReach]);
    }

    #[test]
    fn doubled_ids_reversed_ranges_and_too_fine_points_are_found() {
        assert_eq!(codes(&RULE.replace("explained\", l", "same\", l"), "5"), [Code::DuplicateId]);
        assert_eq!(
            codes(&RULE.replace("from = \"0\"", "from = \"4\""), "5"),
            [Code::RangeReversed]
        );
        assert_eq!(codes(&RULE.replace("\"3\"", "\"3.125\""), "5"), [Code::ConstantTooFine]);
    }
}
