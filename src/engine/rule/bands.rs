//! Quality bands 定性三档: bands of the weight, in %, that the assessor picks from.

use super::{Award, Basis, duplicates};
use crate::engine::error::{Code, Problem};
use crate::engine::fraction::Fraction;
use crate::engine::number::{Figure, NumberError};
use crate::engine::reading::Reading;
use crate::engine::rounding::Rounding;
use crate::engine::rubric::{Label, PointRange};
use crate::engine::trace::Step;
use crate::tree::document;

/// One band is chosen. Reads `level`, and `points` where the band is a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands {
    /// From the best down.
    pub bands: Vec<Band>,
}

document! { Bands { bands } }

/// One band: 达成 [80, 100], 部分达成 [60, 80), 未达成 [0, 60).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Name for entries.
    pub id: String,
    /// What the form calls it.
    pub label: Label,
    /// Share of the weight, in %; the upper end is excluded where the next band starts.
    pub share: PointRange,
}

document! { Band { id, label, share } }

impl Bands {
    pub(super) fn award(&self, basis: &Basis<'_>, trace: &mut Vec<Step>) -> Reading<Award> {
        let Some(id) = basis.reader.level() else {
            return Ok(None);
        };
        let Some(index) = self.bands.iter().position(|band| band.id == id) else {
            return Err(Problem::new(Code::UnknownLevel).on("level").with("text", id));
        };
        let (from, to) = self.ends(index, basis.weight, basis.rounding)?;
        let show = |end: Fraction| basis.rounding.points(end);
        let points = PointRange { from: show(from)?, to: show(to)? };
        trace.push(Step::Level { id: id.to_owned(), points });
        if self.bands[index].share.is_fixed() {
            return Ok(Some(Award::exactly(to)));
        }
        let Some(points) = basis.reader.points(from, to, basis.rounding)? else {
            return Ok(Some(Award { min: from, max: to }));
        };
        trace.push(Step::Picked { points });
        Ok(Some(Award::exactly(points.fraction())))
    }

    /// Fewest and most points of a band, on the grid of the rubric where it is a range.
    fn ends(
        &self,
        index: usize,
        weight: Fraction,
        rounding: Rounding,
    ) -> Result<(Fraction, Fraction), NumberError> {
        let share = self.bands[index].share;
        let low = weight.mul(share.from.percent())?;
        let high = weight.mul(share.to.percent())?;
        if share.is_fixed() {
            return Ok((low, high));
        }
        let lowest = rounding.lowest_from(low)?;
        // A band narrower than the grid has no point below its end but 0.
        let highest = rounding.highest_to(high, self.includes_end(index))?.max(Fraction::ZERO);
        Ok((lowest.min(highest), highest))
    }

    /// The bands with the points of each and whether they are picked from a range, however small.
    pub(super) fn choices(
        &self,
        weight: Figure,
        rounding: Rounding,
    ) -> Vec<(&str, PointRange, bool)> {
        let range = |index: usize| {
            let (from, to) = self.ends(index, weight.fraction(), rounding).ok()?;
            Some(PointRange { from: rounding.points(from).ok()?, to: rounding.points(to).ok()? })
        };
        let bands = self.bands.iter().enumerate();
        bands
            .filter_map(|(at, band)| Some((band.id.as_str(), range(at)?, !band.share.is_fixed())))
            .collect()
    }

    /// The upper end of a range belongs to the band unless the next better band starts there.
    pub fn includes_end(&self, index: usize) -> bool {
        let end = self.bands[index].share.to;
        !self.bands.iter().enumerate().any(|(other, band)| other != index && band.share.from == end)
    }

    pub(super) fn check(&self) -> Vec<Problem> {
        if self.bands.is_empty() {
            return vec![Problem::new(Code::RuleEmpty).on("rule.bands")];
        }
        let mut problems = duplicates(self.bands.iter().map(|band| band.id.as_str()), "rule.bands");
        for (index, band) in self.bands.iter().enumerate() {
            let field = format!("rule.bands.{}", band.id);
            if band.share.from > band.share.to {
                problems.push(
                    Problem::new(Code::RangeReversed)
                        .on(field.clone())
                        .with("from", band.share.from)
                        .with("to", band.share.to),
                );
            }
            if band.share.to > Figure::HUNDRED {
                let flaw = Problem::new(Code::ConstantOutOfRange);
                problems.push(flaw.on(field.clone()).with("text", band.share.to));
            }
            let better = index.checked_sub(1).map(|before| self.bands[before].share);
            let ranged = better.filter(|share| !share.is_fixed() && !band.share.is_fixed());
            if let Some(share) = ranged.filter(|share| share.from != band.share.to) {
                let gap = share.from > band.share.to;
                let code = if gap { Code::BandGap } else { Code::BandOverlap };
                problems.push(Problem::new(code).on(field).with("at", band.share.to));
            }
        }
        if self.bands.iter().all(|band| band.share.to < Figure::HUNDRED) {
            problems.push(Problem::new(Code::WeightOutOfReach).on("rule.bands"));
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::Code;
    use crate::engine::rule::testing::codes;

    const RULE: &str = r#"
kind = "bands"
bands = [
  { id = "met", label = { zh = "达成" }, share = { from = "80", to = "100" } },
  { id = "partly", label = { zh = "部分达成" }, share = { from = "60", to = "80" } },
  { id = "missed", label = { zh = "未达成" }, share = { from = "0", to = "60" } },
]"#;

    #[test]
    fn gaps_and_overlaps_between_ranges_are_found() {
        assert_eq!(codes(RULE, "10"), []);
        assert_eq!(codes(&RULE.replace("to = \"60\"", "to = \"50\""), "10"), [Code::BandGap]);
        assert_eq!(codes(&RULE.replace("to = \"60\"", "to = \"70\""), "10"), [Code::BandOverlap]);
    }

    #[test]
    fn fixed_shares_leave_no_gap() {
        let fixed = r#"
kind = "bands"
bands = [
  { id = "a", label = { zh = "全部" }, share = "100" },
  { id = "b", label = { zh = "基本" }, share = "80" },
  { id = "c", label = { zh = "部分" }, share = "50" },
  { id = "d", label = { zh = "未" }, share = "0" },
]"#;
        assert_eq!(codes(fixed, "10"), []);
    }
}
