//! From values to places along a picture, in whole hundredths of a percent of its width.

use std::fmt;

use crate::app::desk::base::Base;
use crate::engine::{Figure, Fraction};
use crate::words::t;
use crate::words::table::desk;

/// A share of the width or height: hundredths of a percent, 0 to 10000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub i64);

impl fmt::Display for Place {
    /// As an attribute of a drawing takes it: `93.5%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole}%"),
            _ => write!(f, "{whole}.{rest:02}%"),
        }
    }
}

impl Place {
    /// The same place within a part of the picture.
    pub fn within(self, from: Place, to: Place) -> Place {
        Place(from.0 + (to.0 - from.0) * self.0 / END)
    }

    /// The same distance from the other end.
    pub fn mirrored(self) -> Place {
        Place(END - self.0)
    }
}

const END: i64 = 10_000;

/// Most steps between the ends of a scale.
const STEPS: i128 = 8;

/// A scale from one value to another; what lies outside is at its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The value at the left, or at the bottom.
    pub from: Fraction,
    /// The value at the right, or at the top.
    pub to: Fraction,
    /// A round number of which both ends are multiples.
    pub step: Fraction,
}

impl Scale {
    /// A scale with round ends on which all these values lie.
    pub fn covering(values: impl IntoIterator<Item = Fraction>) -> Scale {
        let mut ends: Option<(Fraction, Fraction)> = None;
        for value in values {
            ends =
                Some(ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
        }
        let (low, high) = ends.unwrap_or((Fraction::ZERO, Fraction::ONE));
        round_ends(low, high).unwrap_or(Scale { from: low, to: high, step: Fraction::ONE })
    }

    /// Where a value is.
    pub fn place(&self, value: Fraction) -> Place {
        let share = || {
            let room = self.to.sub(self.from)?;
            let share = value.clamp(self.from, self.to).sub(self.from)?.div(room)?;
            // Half of the smallest place more, so that cutting off rounds.
            share.mul(Fraction::whole(i128::from(2 * END)))?.add(Fraction::ONE)
        };
        let doubled = share().map_or(0, |share: Fraction| share.floor().numerator());
        Place(i64::try_from(doubled / 2).unwrap_or(0))
    }

    /// Whether a value lies on it.
    pub fn holds(&self, value: Fraction) -> bool {
        self.from <= value && value <= self.to
    }
}

/// Both ends on multiples of the smallest round number that leads from one to the other in few steps.
fn round_ends(low: Fraction, high: Fraction) -> Option<Scale> {
    let tenth = Fraction::ONE.div(Fraction::whole(10)).ok()?;
    // Around a single value a whole is seen, not a hundredth.
    let mut decade = if low == high { Fraction::ONE } else { tenth.mul(tenth).ok()? };
    for _ in 0..16 {
        for round in [1, 2, 5] {
            let step = decade.mul(Fraction::whole(round)).ok()?;
            let below = low.div(step).ok()?.floor();
            let above = high.div(step).ok()?.ceil();
            let above = if below == above { above.add(Fraction::ONE).ok()? } else { above };
            if above.sub(below).ok()? <= Fraction::whole(STEPS) {
                return Some(Scale {
                    from: below.mul(step).ok()?.reduced(),
                    to: above.mul(step).ok()?.reduced(),
                    step,
                });
            }
        }
        decade = decade.mul(Fraction::whole(10)).ok()?;
    }
    None
}

/// A line across a picture, with a name where there is room for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Where it stands.
    pub at: Place,
    /// What begins there; empty where another name is too near.
    pub name: String,
    /// Whether it is what is to be reached, rather than a grade.
    pub goal: bool,
    /// What is said below a title of lines of this kind; empty for what is to be reached.
    pub told: &'static str,
}

/// The narrowest that a picture gets, in halves of a Chinese character.
const NARROWEST: i64 = 14;

/// The lower bounds of the grades that lie on a scale, from the best down, names where they fit.
pub fn grade_lines(base: &Base, scale: &Scale) -> Vec<Line> {
    lines(base, scale, None, room)
}

/// The height of a name in a picture of which the scale goes up.
const LINE: i64 = 1_000;

/// The same on a scale that goes up: names stand above each other, however long they are.
pub fn grade_lines_up(base: &Base, scale: &Scale) -> Vec<Line> {
    lines(base, scale, None, |_| LINE)
}

/// The same with the total that is to be reached, whose name comes first.
pub fn lines_to(base: &Base, scale: &Scale, (target, name): (Figure, &str)) -> Vec<Line> {
    let at = scale.place(target.fraction());
    let goal = Line { at, name: name.to_owned(), goal: true, told: "" };
    lines(base, scale, scale.holds(target.fraction()).then_some(goal), room)
}

/// The room that a name takes beside others.
fn room(name: &str) -> i64 {
    let halves = name.chars().map(|one| if one.is_ascii() { 1 } else { 2 });
    END / NARROWEST * halves.sum::<i64>()
}

fn lines(base: &Base, scale: &Scale, goal: Option<Line>, room: fn(&str) -> i64) -> Vec<Line> {
    let mut lines: Vec<Line> = goal.into_iter().collect();
    for grade in &base.rubric.grades.0 {
        let bound = grade.min.fraction();
        let at = scale.place(bound);
        if bound <= scale.from || bound > scale.to || lines.iter().any(|line| line.at == at) {
            continue;
        }
        let name = base.lang.of(&grade.name);
        let mut named = lines.iter().filter(|line| !line.name.is_empty());
        let fits = named.all(|line| (line.at.0 - at.0).abs() > room(name));
        let name = if fits { name.to_owned() } else { String::new() };
        lines.push(Line { at, name, goal: false, told: t(desk::GRADE_LINES, base.lang) });
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Fraction {
        text.parse::<crate::engine::Figure>().unwrap().fraction()
    }

    #[test]
    fn ends_are_round_and_hold_every_value() {
        let ends = |values: &[&str]| {
            let scale = Scale::covering(values.iter().map(|text| value(text)));
            [scale.from, scale.to, scale.step].map(crate::words::expansion)
        };
        assert_eq!(ends(&["88.02", "94.61"]), ["88", "95", "1"]);
        assert_eq!(ends(&["93.5", "93.62"]), ["93.5", "93.62", "0.02"]);
        assert_eq!(ends(&["0", "100"]), ["0", "100", "20"]);
        assert_eq!(ends(&["90"]), ["90", "91", "1"]);
        assert_eq!(ends(&["93.5"]), ["93", "94", "1"]);
        assert_eq!(ends(&[]), ["0", "1", "0.2"]);
    }

    #[test]
    fn a_value_stands_at_its_share_of_the_width() {
        let scale = Scale::covering([value("88.02"), value("94.61")]);
        // (93.5 − 88) ÷ 7 = 0.785714…
        assert_eq!(scale.place(value("93.5")).to_string(), "78.57%");
        assert_eq!(scale.place(value("88")), Place(0));
        assert_eq!(scale.place(value("120")), Place(10_000));
        assert_eq!(scale.place(value("91.5")).to_string(), "50%");
    }
}
