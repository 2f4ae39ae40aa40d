//! 方案对比 as bars: from the total now to that of each scenario.

use super::bars::{Mark, Row, Tone};
use super::scale::Scale;
use crate::app::desk::drawn::Drawn;
use crate::engine::{Figure, Span};

/// One scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Entrant {
    /// Its name.
    pub name: String,
    /// Its changes in words.
    pub changes: String,
    /// Its total, 分.
    pub total: Span,
    /// Total and grade, as written.
    pub figure: String,
    /// The difference from now, as written.
    pub difference: String,
    /// What can be done with it.
    pub deeds: Vec<Drawn>,
}

/// The scale on which all totals lie.
pub fn scale(now: Span, entrants: &[Entrant]) -> Scale {
    let totals = entrants.iter().map(|one| one.total).chain([now]);
    Scale::covering(totals.flat_map(|total| [total.min, total.max]).map(Figure::fraction))
}

/// A row for each scenario, in the order given. What is still open is drawn as wide as it is.
pub fn rows(scale: &Scale, now: Span, entrants: Vec<Entrant>) -> Vec<Row> {
    let place = |points: Figure| scale.place(points.fraction());
    let row = |one: Entrant| {
        let tone = if one.total.min < now.min { Tone::Lost } else { Tone::Won };
        let mut marks = Vec::new();
        if one.total.min != now.min {
            marks.push(Mark::Bar(place(now.min), place(one.total.min), tone));
        }
        match one.total.is_settled() {
            true => marks.push(Mark::Dot(place(one.total.min), Tone::Total)),
            false => {
                let open = (place(one.total.min), place(one.total.max));
                marks.push(Mark::Bar(open.0, open.1, Tone::Total));
            }
        }
        Row {
            name: one.name,
            about: one.changes,
            depth: 1,
            marks,
            figure: one.figure,
            figures: one.difference,
            deeds: one.deeds,
            ..Row::default()
        }
    };
    entrants.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::super::scale::Place;
    use super::*;

    #[test]
    fn a_bar_leads_from_the_total_now_to_that_of_the_scenario() {
        let span =
            |from: &str, to: &str| Span { min: from.parse().unwrap(), max: to.parse().unwrap() };
        let entrant = |total| Entrant {
            name: "补齐资料".into(),
            changes: String::new(),
            total,
            figure: String::new(),
            difference: String::new(),
            deeds: Vec::new(),
        };
        let now = span("93.50", "93.50");
        let all = vec![entrant(span("94.75", "94.75")), entrant(span("93.50", "95.50"))];
        // 93.5 to 95.5 in steps of 0.5.
        let scale = scale(now, &all);
        let rows = rows(&scale, now, all);
        // (94.75 − 93.5) ÷ 2 = 0.625
        let expected =
            [Mark::Bar(Place(0), Place(6_250), Tone::Won), Mark::Dot(Place(6_250), Tone::Total)];
        assert_eq!(rows[0].marks, expected);
        assert_eq!(rows[1].marks, [Mark::Bar(Place(0), Place(10_000), Tone::Total)]);
    }
}
