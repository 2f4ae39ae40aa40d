//! Where the points went, as plain values: a row per first-level indicator and per adjustment of
//! the total, the largest loss first.

use crate::engine::{Figure, Rubric, Scorecard};
use crate::words::{self, Lang};

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// Indicator or adjustment.
    pub name: String,
    /// Points that are certainly lost, 分, as the scoreboard prints them.
    pub lost: String,
    /// Length of the bar in tenths of a percent of the longest.
    pub length: i128,
}

/// All bars with their sum.
#[derive(Clone, Debug, PartialEq)]
pub struct Losses {
    /// Points that are certainly lost, 分, as the scoreboard prints them.
    pub total: String,
    /// The bars, the longest first.
    pub rows: Vec<Loss>,
}

/// Losses by group. What is not entered yet is not lost: the highest total still possible counts.
pub fn losses(rubric: &Rubric, scorecard: &Scorecard, lang: Lang) -> Losses {
    let groups = rubric
        .nodes()
        .into_iter()
        .zip(&scorecard.outcomes)
        .filter(|(node, _)| node.depth == 1 && !node.bonus)
        .map(|(node, outcome)| {
            let lost = outcome.weight - outcome.score.max;
            (lang.of(&node.indicator.name).to_owned(), lost)
        });
    let adjustments = scorecard.total.adjustments.iter().map(|adjustment| {
        let name = words::adjustment_name(rubric, None, &adjustment.kind, lang);
        (name, -adjustment.points.max)
    });
    let taken = adjustments.filter(|(_, lost)| *lost > Figure::ZERO);
    let mut rows: Vec<(String, Figure)> = groups.chain(taken).collect();
    rows.sort_by_key(|(_, lost)| -*lost);
    let longest = rows.first().map_or(Figure::ZERO, |(_, lost)| *lost);
    let total = (scorecard.total.weight - scorecard.total.score.max).max(Figure::ZERO);
    let row = |(name, lost): (String, Figure)| {
        let lost = lost.max(Figure::ZERO);
        Loss { name, lost: shown(rubric, lost), length: length(lost, longest) }
    };
    Losses { total: shown(rubric, total), rows: rows.into_iter().map(row).collect() }
}

/// All decimals of the form, so that the points stand below each other; a plain 0 for no loss.
fn shown(rubric: &Rubric, lost: Figure) -> String {
    if lost.is_zero() {
        return "0".to_owned();
    }
    lost.padded(rubric.rounding.places)
}

fn length(lost: Figure, longest: Figure) -> i128 {
    let share = lost.fraction().div(longest.fraction());
    share.map_or(0, |share| share.numerator().saturating_mul(1000) / share.denominator())
}
