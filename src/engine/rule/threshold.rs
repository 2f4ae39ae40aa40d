//! Threshold bands 分段: points by the highest lower bound that the rate reaches.

use crate::engine::error::{Code, Problem};
use crate::engine::fraction::Fraction;
use crate::engine::number::{Figure, NumberError};
use crate::engine::rounding::Rounding;
use crate::engine::trace::Step;
use crate::tree::document;

/// Points by band; below the last band 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// From the highest bound down.
    pub bands: Vec<Floor>,
}

document! { Threshold { bands } }

/// A band, from its lower bound up to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Floor {
    /// Lower bound of the rate, included, in %.
    pub from: Figure,
    /// Points of the band, 分.
    pub points: Figure,
}

document! { Floor { from, points } }

impl Threshold {
    pub(super) fn points(
        &self,
        rate: Fraction,
        trace: &mut Vec<Step>,
    ) -> Result<Fraction, NumberError> {
        let reached = self.bands.iter().find(|band| rate >= band.from.percent());
        let points = reached.map_or(Figure::ZERO, |band| band.points);
        trace.push(Step::Threshold { from: reached.map(|band| band.from), points });
        Ok(points.fraction())
    }

    pub(super) fn check(&self, weight: Figure, rounding: Rounding) -> Vec<Problem> {
        let mut problems = Vec::new();
        let Some(best) = self.bands.iter().map(|band| band.points).max() else {
            return vec![Problem::new(Code::RuleEmpty).on("rule.bands")];
        };
        for (index, pair) in self.bands.windows(2).enumerate() {
            if pair[1].from >= pair[0].from || pair[1].points > pair[0].points {
                let field = format!("rule.bands[{}]", index + 1);
                problems.push(Problem::new(Code::BandOverlap).on(field).with("at", pair[1].from));
            }
        }
        problems.extend(super::levels::against_weight(best, weight));
        let points = self.bands.iter().map(|band| band.points);
        problems.extend(super::levels::finer_than(points, rounding));
        problems
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::Code;
    use crate::engine::rule::testing::{codes, points, ratio};

    /// Taishan 满意度: 90/80/70/60/50 → 5/4/3/2/1, below 0.
    const RULE: &str = r#"
kind = "threshold"
bands = [
  { from = "90", points = "5" }, { from = "80", points = "4" }, { from = "70", points = "3" },
  { from = "60", points = "2" }, { from = "50", points = "1" },
]"#;

    #[test]
    fn a_lower_bound_belongs_to_its_band() {
        assert_eq!(points(RULE, ratio(90, 100), "5"), "5.00");
        assert_eq!(points(RULE, ratio(8999, 10000), "5"), "4.00");
        assert_eq!(points(RULE, ratio(50, 100), "5"), "1.00");
        assert_eq!(points(RULE, ratio(4999, 10000), "5"), "0.00");
    }

    #[test]
    fn bands_out_of_order_and_points_off_the_weight_are_found() {
        assert_eq!(codes(RULE, "5"), []);
        assert_eq!(codes(RULE, "4"), [Code::PointsAboveWeight]);
        assert_eq!(codes(RULE, "6"), [Code::WeightOutOfReach]);
        assert_eq!(codes(&RULE.replace("80", "95"), "5"), [Code::BandOverlap]);
        assert_eq!(codes("kind = \"threshold\"\nbands = []", "5"), [Code::RuleEmpty]);
    }
}
