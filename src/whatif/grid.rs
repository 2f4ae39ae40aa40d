//! 双因素: the totals for two inputs at once.

use super::lever::Lever;
use super::swing::{By, ends};
use crate::engine::{Assessment, Rubric, Span, Trial};

/// The most positions of an axis.
pub const MOST: usize = 25;

/// An input with the positions that are tried of it.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The input.
    pub lever: Lever,
    /// Positions from the lowest on; what is entered is among them.
    pub positions: Vec<i64>,
}

/// The totals of two inputs.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Across.
    pub x: Axis,
    /// Down.
    pub y: Axis,
    /// A row for each position of `y`, a total for each of `x`, 分.
    pub totals: Vec<Vec<Span>>,
}

impl Axis {
    /// Up to `count` positions between two ends, as evenly as the steps of the input allow, and the
    /// one that is entered.
    pub fn between(lever: Lever, from: i64, to: i64, count: usize) -> Axis {
        let last = lever.last();
        let (from, to) = (from.min(to).clamp(0, last), from.max(to).clamp(0, last));
        let parts = i64::try_from(count.clamp(2, MOST) - 1).unwrap_or(1);
        let at = |part: i64| {
            // As 128 bits: an input may have 10¹⁵ steps.
            let along = i128::from(to - from) * i128::from(part) / i128::from(parts);
            from + i64::try_from(along).unwrap_or(0)
        };
        let mut positions: Vec<i64> = (0..=parts).map(at).chain(lever.now).collect();
        positions.sort_unstable();
        positions.dedup();
        Axis { lever, positions }
    }

    /// So many positions over the swing of an input; over all its choices where it has no parts.
    pub fn around(
        rubric: &Rubric,
        assessment: &Assessment,
        lever: Lever,
        by: By,
        count: usize,
    ) -> Axis {
        let mut trial = Trial::new(rubric, assessment);
        let (low, high) = ends(&lever, &mut trial, by);
        Axis::between(lever, low.position, high.position, count)
    }
}

/// The totals of an assessment with plain figures, for every pair of positions.
pub fn grid(rubric: &Rubric, assessment: &Assessment, x: Axis, y: Axis) -> Grid {
    let mut trial = Trial::new(rubric, assessment);
    let mut row = |down: &i64| -> Vec<Span> {
        y.lever.set(&mut trial, *down);
        x.positions.iter().map(|across| x.lever.set(&mut trial, *across)).collect()
    };
    let totals = y.positions.iter().map(&mut row).collect();
    Grid { x, y, totals }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;
    use crate::whatif::lever::levers;

    #[test]
    fn two_inputs_of_fukang_move_the_total_together() {
        let rubric = presets::rubric("fukang").unwrap();
        let example = presets::example("fukang").unwrap();
        let find = |id: &str| {
            levers(&rubric, &example).into_iter().find(|lever| lever.id(&rubric) == id).unwrap()
        };
        let x = find("insured-all.actual");
        let (low, high) = (x.position("30000").unwrap(), x.position("33333").unwrap());
        let x = Axis::between(x, low, high, 2);
        let y = find("system-execution.missed");
        let last = y.last();
        let y = Axis::between(y, last - 1, last, 2);
        let found = grid(&rubric, &example, x, y);
        let totals: Vec<Vec<String>> = found
            .totals
            .iter()
            .map(|row| row.iter().map(|total| total.min.to_string()).collect())
            .collect();
        // 6 × 30000/33333 = 5.40005…: 93.50 − 5.48 + 5.40 = 93.42; 30437 → 93.50; 33333 → 94.02;
        // with the tick that is missing, 1.25 more.
        assert_eq!(totals, [["93.42", "93.50", "94.02"], ["94.67", "94.75", "95.27"]]);
    }
}
