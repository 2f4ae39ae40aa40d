//! 敏感性 as bars: from the total now to the lowest and the highest that each input makes of it.

use super::bars::{Mark, Row, Tone};
use super::scale::Scale;
use crate::engine::Figure;

/// One input.
#[derive(Clone, Debug, PartialEq)]
pub struct Gust {
    /// Indicator or fact.
    pub name: String,
    /// Its low and its high, as written.
    pub ends: String,
    /// The lowest and the highest total between them, 分.
    pub totals: (Figure, Figure),
}

impl Gust {
    /// How far the total moves between its low, its high and now, 分.
    pub fn effect(&self, now: Figure) -> Figure {
        let (one, other) = self.totals;
        one.max(other).max(now) - one.min(other).min(now)
    }
}

/// The scale on which all totals lie.
pub fn scale(now: Figure, gusts: &[Gust]) -> Scale {
    let totals = gusts.iter().flat_map(|gust| [gust.totals.0, gust.totals.1]);
    Scale::covering(totals.chain([now]).map(Figure::fraction))
}

/// A row for each input, in the order given; `shown` writes how much the total moves, `span` between
/// what it lies.
pub fn rows(
    scale: &Scale,
    now: Figure,
    gusts: &[Gust],
    shown: impl Fn(Figure) -> String,
    span: impl Fn(Figure, Figure) -> String,
) -> Vec<Row> {
    let place = |points: Figure| scale.place(points.fraction());
    let row = |gust: &Gust| {
        let (one, other) = gust.totals;
        let (least, most) = (one.min(other), one.max(other));
        let ends = [one, other].into_iter().filter(|total| *total != now);
        let bar = |total: Figure| {
            let tone = if total < now { Tone::Lost } else { Tone::Won };
            Mark::Bar(place(now), place(total), tone)
        };
        // Where both ends are on one side, the longer bar lies below the shorter one.
        let mut marks: Vec<Mark> = ends.map(bar).collect();
        marks.sort_by_key(|mark| match mark {
            Mark::Bar(from, to, _) => -(from.0 - to.0).abs(),
            Mark::Dot(..) => 0,
        });
        Row {
            name: gust.name.clone(),
            about: gust.ends.clone(),
            depth: 1,
            marks,
            figure: shown(gust.effect(now)),
            figures: span(least, most),
            ..Row::default()
        }
    };
    gusts.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::super::scale::Place;
    use super::*;

    #[test]
    fn bars_go_from_the_total_to_either_side() {
        let figure = |text: &str| text.parse::<Figure>().unwrap();
        let gust = |low, high| Gust {
            name: "参保人数".into(),
            ends: "27393～33333人".into(),
            totals: (figure(low), figure(high)),
        };
        let gusts = [gust("92.95", "94.02"), gust("93.50", "93.50")];
        let now = figure("93.50");
        let scale = scale(now, &gusts);
        // 92.95 to 94.02 in steps of 0.2: 92.8 to 94.2, of which 93.5 is the middle.
        assert_eq!(scale.from, figure("92.8").fraction());
        let span = |from: Figure, to: Figure| format!("{from}～{to}");
        let rows = rows(&scale, now, &gusts, |points| points.to_string(), span);
        // (92.95 − 92.8) ÷ 1.4 = 0.10714…, (94.02 − 92.8) ÷ 1.4 = 0.87142…
        let expected = [
            Mark::Bar(Place(5_000), Place(1_071), Tone::Lost),
            Mark::Bar(Place(5_000), Place(8_714), Tone::Won),
        ];
        assert_eq!(rows[0].marks, expected);
        assert_eq!((rows[0].figure.as_str(), rows[0].figures.as_str()), ("1.07", "92.95～94.02"));
        assert_eq!((rows[1].marks.len(), rows[1].figure.as_str()), (0, "0.00"));
    }
}
