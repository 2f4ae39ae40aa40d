//! Curve 线性插值: piecewise linear from the rate to a share of the weight.

use crate::engine::error::{Code, Problem};
use crate::engine::fraction::Fraction;
use crate::engine::number::{Figure, NumberError};
use crate::engine::trace::Step;
use crate::tree::document;

/// Linear between knots, constant beyond the outer ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// From the lowest rate up.
    pub knots: Vec<Knot>,
}

document! { Curve { knots } }

/// A point of the curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Knot {
    /// Rate, in %.
    pub rate: Figure,
    /// Share of the weight that it earns, in %.
    pub share: Figure,
}

document! { Knot { rate, share } }

impl Curve {
    pub(super) fn points(
        &self,
        rate: Fraction,
        weight: Fraction,
        trace: &mut Vec<Step>,
    ) -> Result<Fraction, NumberError> {
        let (Some(first), Some(last)) = (self.knots.first(), self.knots.last()) else {
            return Ok(Fraction::ZERO);
        };
        let above = self.knots.iter().position(|knot| rate < knot.rate.percent());
        let (low, high) = match above {
            Some(0) => (first, first),
            Some(index) => (&self.knots[index - 1], &self.knots[index]),
            None => (last, last),
        };
        let share = between(low, high, rate)?;
        let ends = |knot: &Knot| (knot.rate, knot.share);
        trace.push(Step::Curve { low: ends(low), high: ends(high), share });
        weight.mul(share)
    }

    pub(super) fn check(&self) -> Vec<Problem> {
        if self.knots.is_empty() {
            return vec![Problem::new(Code::RuleEmpty).on("rule.knots")];
        }
        let rising =
            self.knots.windows(2).enumerate().filter(|(_, pair)| pair[1].rate <= pair[0].rate);
        let mut problems: Vec<Problem> = rising
            .map(|(index, pair)| {
                let field = format!("rule.knots[{}]", index + 1);
                Problem::new(Code::BandOverlap).on(field).with("at", pair[1].rate)
            })
            .collect();
        if !self.knots.iter().any(|knot| knot.share == Figure::HUNDRED) {
            problems.push(Problem::new(Code::WeightOutOfReach).on("rule.knots"));
        }
        problems
    }
}

/// The share at `rate` on the line from `low` to `high`.
fn between(low: &Knot, high: &Knot, rate: Fraction) -> Result<Fraction, NumberError> {
    if low.rate == high.rate {
        return Ok(low.share.percent());
    }
    let rise = high.share.percent().sub(low.share.percent())?;
    let run = high.rate.percent().sub(low.rate.percent())?;
    let along = rate.sub(low.rate.percent())?;
    low.share.percent().add(rise.mul(along)?.div(run)?)
}

#[cfg(test)]
mod tests {
    use crate::engine::Code;
    use crate::engine::rule::testing::{codes, points, ratio};

    /// Fukang 自评: nothing at 60 %, all at 100 %, nothing again at 200 %.
    const RULE: &str = r#"
kind = "curve"
knots = [
  { rate = "60", share = "0" }, { rate = "100", share = "100" }, { rate = "200", share = "0" },
]"#;

    #[test]
    fn fukang_self_rows_come_out_as_published() {
        // (30437/33333 − 0.6)/0.4 × 10 = 7.8279…
        assert_eq!(points(RULE, ratio(30437, 33333), "10"), "7.83");
        // (4157/6130 − 0.6)/0.4 × 10 = 1.9534…
        assert_eq!(points(RULE, ratio(4157, 6130), "10"), "1.95");
        // (26280/27203 − 0.6)/0.4 × 5 = 4.5758…
        assert_eq!(points(RULE, ratio(26280, 27203), "5"), "4.58");
        // (2 − 100/91)/1 × 10 = 9.0109…
        assert_eq!(points(RULE, ratio(100, 91), "10"), "9.01");
    }

    #[test]
    fn an_exact_tie_on_the_slope_is_kept() {
        // (73/120 − 0.6)/0.4 × 6 = 0.125
        assert_eq!(points(RULE, ratio(73, 120), "6"), "0.13");
    }

    #[test]
    fn beyond_the_outer_knots_the_curve_is_level() {
        assert_eq!(points(RULE, ratio(10, 100), "10"), "0.00");
        assert_eq!(points(RULE, ratio(5, 1), "10"), "0.00");
        assert_eq!(points(RULE, ratio(1, 1), "10"), "10.00");
    }

    #[test]
    fn knots_out_of_order_are_found() {
        assert_eq!(codes(RULE, "10"), []);
        assert_eq!(codes(&RULE.replace("200", "90"), "10"), [Code::BandOverlap]);
        assert_eq!(codes("kind = \"curve\"\nknots = []", "10"), [Code::RuleEmpty]);
    }
}
