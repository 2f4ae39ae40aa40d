//! The most rows that one parameter can agree with, and the plainest figure that it may be.

use crate::audit::interval::Interval;
use crate::engine::{Figure, Fraction, NumberError};

/// What the most rows have in common, with their numbers; none without rows.
///
/// The ends of all intervals are gone through from the lowest up, so that two thousand rows cost a
/// sort and not a comparison of each with each. Of two equally good answers it is the lower one.
pub(super) fn most(rows: &[(usize, Interval)]) -> Option<(Interval, Vec<usize>)> {
    let mut ends: Vec<(Slot, bool)> = Vec::with_capacity(2 * rows.len());
    for (_, range) in rows {
        ends.push((begin(range), true));
        ends.push((end(range), false));
    }
    // Where one ends and another begins they have nothing in common: the end comes first.
    ends.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    let (mut open, mut best, mut at) = (0_usize, 0, None);
    for (slot, begins) in ends {
        open = if begins { open + 1 } else { open.saturating_sub(1) };
        if open > best {
            (best, at) = (open, Some(slot));
        }
    }
    let at = at?;
    let agree = rows.iter().filter(|(_, range)| begin(range) <= at && at < end(range));
    let mut common: Option<Interval> = None;
    let mut numbers = Vec::with_capacity(best);
    for (number, range) in agree {
        common = common.map_or(Some(*range), |so_far| so_far.meet(*range));
        numbers.push(*number);
    }
    Some((common?, numbers))
}

/// A place between numbers: before a number, or between it and whatever is above.
type Slot = (Fraction, bool);

fn begin(range: &Interval) -> Slot {
    (range.low, !range.low_in)
}

fn end(range: &Interval) -> Slot {
    (range.high, range.high_in)
}

/// The figure with the fewest digits that belongs to the interval, nearest to its middle: a rule
/// says 60 % and not 60.0173 %. None where it is narrower than a figure can be fine.
pub(super) fn plainest(range: Interval) -> Option<Figure> {
    let middle = half(range.low, range.high).ok()?;
    GRIDS.iter().find_map(|grid| on_grid(range, middle, *grid).ok().flatten())
}

/// How far apart figures of the same plainness are, in millionths.
const GRIDS: [i128; 17] = [
    100_000_000,
    50_000_000,
    10_000_000,
    5_000_000,
    1_000_000,
    500_000,
    100_000,
    50_000,
    10_000,
    5_000,
    1_000,
    500,
    100,
    50,
    10,
    5,
    1,
];

fn half(low: Fraction, high: Fraction) -> Result<Fraction, NumberError> {
    low.add(high)?.div(Fraction::whole(2))
}

/// The multiple of a grid nearest to the middle, if one belongs to the interval.
fn on_grid(range: Interval, middle: Fraction, grid: i128) -> Result<Option<Figure>, NumberError> {
    let step = Fraction::whole(grid).div(Fraction::whole(1_000_000))?;
    let steps = middle.div(step)?;
    let nearest = half(steps.floor(), steps.ceil())?;
    let first = if steps < nearest { steps.floor() } else { steps.ceil() };
    for count in [first, steps.floor(), steps.ceil()] {
        if range.holds(count.mul(step)?) {
            return Figure::from_millionths(count.numerator() * grid).map(Some);
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Fraction {
        text.parse::<Figure>().unwrap().fraction()
    }

    fn closed(low: &str, high: &str) -> Interval {
        Interval::between(number(low), number(high))
    }

    #[test]
    fn the_most_rows_that_have_a_number_in_common_win() {
        // 2.5 to 3 belongs to three of the five.
        let rows = [
            (0, closed("1", "3")),
            (1, closed("2", "4")),
            (2, closed("2.5", "9")),
            (3, closed("6", "8")),
            (4, closed("7", "7")),
        ];
        assert_eq!(most(&rows), Some((closed("2.5", "3"), vec![0, 1, 2])));
        assert_eq!(most(&[]), None);
    }

    #[test]
    fn an_end_that_does_not_belong_is_nothing_in_common() {
        let open = Interval { high_in: false, ..closed("1", "2") };
        assert_eq!(most(&[(0, open), (1, closed("2", "3"))]).unwrap().1, [0]);
        assert_eq!(most(&[(0, closed("1", "2")), (1, closed("2", "3"))]).unwrap().1, [0, 1]);
    }

    #[test]
    fn the_plainest_figure_has_the_fewest_digits() {
        let plain = |low, high| plainest(closed(low, high)).map(|figure| figure.trimmed());
        assert_eq!(plain("59.993", "60.042"), Some("60".into()));
        assert_eq!(plain("199.4", "200.4"), Some("200".into()));
        assert_eq!(plain("2.4", "2.62"), Some("2.5".into()));
        assert_eq!(plain("0.041", "0.049"), Some("0.045".into()));
        assert_eq!(plain("-0.01", "0.02"), Some("0".into()));
        let open = Interval { low_in: false, high_in: false, ..closed("60", "61") };
        assert_eq!(plainest(open).map(Figure::trimmed), Some("60.5".into()));
    }
}
