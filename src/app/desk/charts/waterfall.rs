//! 失分去向 as bars: from the full score down to the total, each loss from where the one before it ended.

use super::bars::{Mark, Row, Tone};
use super::scale::Scale;
use crate::engine::Figure;

/// A part of the way down, or up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fall {
    /// Indicator or adjustment.
    pub name: String,
    /// More about it; may be empty.
    pub about: String,
    /// Points, 分: below zero for what is lost.
    pub points: Figure,
    /// Whether these points are still open rather than lost or won.
    pub open: bool,
    /// What stands beside the bar; empty for the points with their sign.
    pub figure: String,
    /// What it is made of; then its own points are those of its parts together.
    pub parts: Vec<Fall>,
}

/// The scale on which the way from the full score to the total lies.
pub fn scale(full: Figure, falls: &[Fall]) -> Scale {
    let mut at = full;
    let mut passed = vec![full.fraction()];
    for fall in falls {
        at = at + fall.points;
        passed.push(at.fraction());
        // Within a group it may go deeper than where it ends.
        let mut inside = at - fall.points;
        passed.extend(fall.parts.iter().map(|part| {
            inside = inside + part.points;
            inside.fraction()
        }));
    }
    Scale::covering(passed)
}

/// The rows from the full score to the total; `shown` writes points.
pub fn rows(
    scale: &Scale,
    (full, total): (&str, &str),
    (start, falls): (Figure, &[Fall]),
    shown: impl Fn(Figure) -> String,
) -> Vec<Row> {
    let whole = |name: &str, points: Figure, tone| Row {
        name: name.to_owned(),
        marks: vec![Mark::Bar(scale.place(scale.from), scale.place(points.fraction()), tone)],
        figure: shown(points),
        ..Row::default()
    };
    let mut rows = vec![whole(full, start, Tone::Whole)];
    let mut at = start;
    for fall in falls {
        let after = at + fall.points;
        rows.push(row(scale, fall, at, 1, &shown));
        let mut inside = at;
        for part in &fall.parts {
            rows.push(row(scale, part, inside, 2, &shown));
            inside = inside + part.points;
        }
        at = after;
    }
    rows.push(whole(total, at, Tone::Total));
    rows
}

fn row(
    scale: &Scale,
    fall: &Fall,
    from: Figure,
    depth: usize,
    shown: &impl Fn(Figure) -> String,
) -> Row {
    let tone = match (fall.parts.is_empty(), fall.points.is_negative()) {
        (false, _) => Tone::Whole,
        (true, _) if fall.open => Tone::Open,
        (true, true) => Tone::Lost,
        (true, false) => Tone::Won,
    };
    let place = |points: Figure| scale.place(points.fraction());
    let bar = Mark::Bar(place(from), place(from + fall.points), tone);
    let (sign, size) = match fall.points {
        none if none.is_zero() => ("", none),
        less if less.is_negative() => ("−", -less),
        more => ("+", more),
    };
    Row {
        name: fall.name.clone(),
        about: fall.about.clone(),
        depth,
        marks: if fall.points.is_zero() { Vec::new() } else { vec![bar] },
        figure: match fall.figure.is_empty() {
            true => format!("{sign}{}", shown(size)),
            false => fall.figure.clone(),
        },
        ..Row::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::scale::Place;
    use super::*;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    fn fall(name: &str, points: &str, parts: Vec<Fall>) -> Fall {
        Fall { name: name.into(), points: figure(points), parts, ..Fall::default() }
    }

    #[test]
    fn each_loss_begins_where_the_one_before_it_ended() {
        // Fukang: 100 − 1.25 − 2.30 (0.52 + 1.61 + 0.17) − 2.95 = 93.50.
        let output = vec![
            fall("参保人数", "-0.52", vec![]),
            fall("单建统筹", "-1.61", vec![]),
            fall("及时率", "-0.17", vec![]),
        ];
        let falls = [
            fall("项目过程", "-1.25", vec![]),
            fall("项目产出", "-2.30", output),
            fall("项目效益", "-2.95", vec![]),
        ];
        let scale = scale(Figure::HUNDRED, &falls);
        // 93.50 to 100 in steps of 1: 93 to 100.
        assert_eq!((scale.from, scale.to), (figure("93").fraction(), figure("100").fraction()));
        let given = (Figure::HUNDRED, &falls[..]);
        let rows = rows(&scale, ("满分", "总分"), given, |points| points.to_string());
        let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        let expected =
            ["满分", "项目过程", "项目产出", "参保人数", "单建统筹", "及时率", "项目效益", "总分"];
        assert_eq!(names, expected);
        assert_eq!(rows[7].figure, "93.50");
        let ends = |row: &Row| match row.marks[0] {
            Mark::Bar(from, to, _) => (from, to),
            Mark::Dot(..) => panic!(),
        };
        for pair in [(1, 2), (1, 3), (3, 4), (4, 5), (5, 6), (2, 6)] {
            assert_eq!(ends(&rows[pair.0]).1, ends(&rows[pair.1]).0, "{pair:?}");
        }
        // (98.75 − 93) ÷ 7 = 0.821428…
        assert_eq!(ends(&rows[1]), (Place(10_000), Place(8_214)));
    }

    #[test]
    fn a_bonus_goes_up_and_what_is_not_lost_has_no_bar() {
        let falls = [fall("决策", "0", vec![]), fall("加分项", "2", vec![])];
        let scale = scale(Figure::HUNDRED, &falls);
        let given = (Figure::HUNDRED, &falls[..]);
        let rows = rows(&scale, ("满分", "总分"), given, |points| points.to_string());
        assert_eq!(rows[1].marks, []);
        assert_eq!(rows[2].marks, [Mark::Bar(Place(0), Place(10_000), Tone::Won)]);
    }
}
