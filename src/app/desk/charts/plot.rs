//! 权重 as a line: the total against the weight of an indicator, with the grades and their stretches.

use super::scale::{Line, Place, Scale, grade_lines_up};
use crate::app::desk::base::Base;
use crate::app::desk::drawn::{Drawn, el};
use crate::engine::Fraction;
use crate::words::expansion;

/// A stretch of weights that keep a grade.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// From this weight.
    pub from: Fraction,
    /// To this weight.
    pub to: Fraction,
    /// The name of the grade.
    pub name: String,
    /// Whether it is the grade that is earned now.
    pub now: bool,
}

/// A plot of totals against weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// What it shows: the id of what says so.
    pub labelled_by: &'static str,
    /// Weights.
    pub across: Scale,
    /// Totals.
    pub up: Scale,
    /// Corners of the line: weight and total.
    pub corners: Vec<(Fraction, Fraction)>,
    /// The weight and the total as they are.
    pub now: (Fraction, Fraction),
    /// Which weights keep which grade.
    pub stretches: Vec<Stretch>,
    /// Bounds of grades on the scale of totals.
    pub lines: Vec<Line>,
}

/// Where the totals begin and end in the drawing, from its top.
const ROOM: (Place, Place) = (Place(800), Place(7_600));
/// Where the stretches lie.
const STRIP: Place = Place(8_300);
/// Where the weights are written.
const WEIGHTS: Place = Place(9_800);

impl Plot {
    /// A plot on round scales, the lines of the grades on it.
    pub fn new(
        base: &Base,
        labelled_by: &'static str,
        corners: Vec<(Fraction, Fraction)>,
        now: (Fraction, Fraction),
        stretches: Vec<Stretch>,
    ) -> Plot {
        let all = || corners.iter().chain([&now]);
        let across = Scale::covering(all().map(|(weight, _)| *weight));
        let up = Scale::covering(all().map(|(_, total)| *total));
        let lines = grade_lines_up(base, &up);
        Plot { labelled_by, across, up, corners, now, stretches, lines }
    }

    /// The drawing.
    pub fn draw(&self) -> Drawn {
        let lines = self.lines.iter().flat_map(|line| self.bound(line));
        let corners = self.corners.iter().zip(self.corners.iter().skip(1));
        let line = corners.map(|(from, to)| self.segment("plot__line", *from, *to));
        el("svg", "plot")
            .attr("role", "img")
            .attr("aria-labelledby", self.labelled_by)
            .children(lines)
            .children(self.stretches.iter().flat_map(|stretch| self.strip(stretch)))
            .child(self.segment("plot__now", self.now, (self.now.0, self.up.from)))
            .children(line)
            .child(self.dot())
            // Last, so that no line runs through a figure.
            .children(self.axes())
    }

    fn x(&self, weight: Fraction) -> Place {
        self.across.place(weight)
    }

    fn y(&self, total: Fraction) -> Place {
        self.up.place(total).mirrored().within(ROOM.0, ROOM.1)
    }

    fn segment(&self, class: &str, from: (Fraction, Fraction), to: (Fraction, Fraction)) -> Drawn {
        stroke(class, (self.x(from.0), self.y(from.1)), (self.x(to.0), self.y(to.1)))
    }

    fn dot(&self) -> Drawn {
        el("circle", "plot__dot")
            .attr("cx", self.x(self.now.0).to_string())
            .attr("cy", self.y(self.now.1).to_string())
            .attr("r", "5")
    }

    /// Ends of both scales, and the weight as it is.
    fn axes(&self) -> Vec<Drawn> {
        let bottom = ROOM.1;
        let ends = [(Place(0), self.across.from), (Place(10_000), self.across.to)];
        let now = self.x(self.now.0);
        // The weight that counts stands clear of the ends, or in place of the one that it meets.
        let clear = |at: &(Place, Fraction)| (at.0.0 - now.0).abs() > 1_500;
        let weights = ends.into_iter().filter(clear).chain([(now, self.now.0)]);
        let mut drawn = vec![stroke("plot__axis", (Place(0), bottom), (Place(10_000), bottom))];
        drawn.extend(weights.map(|(at, value)| label(at, WEIGHTS, &expansion(value))));
        drawn.push(label(Place(0), Place(ROOM.0.0 - 200), &expansion(self.up.to)));
        drawn.push(label(Place(0), Place(bottom.0 - 200), &expansion(self.up.from)));
        drawn
    }

    fn bound(&self, line: &Line) -> Vec<Drawn> {
        let at = line.at.mirrored().within(ROOM.0, ROOM.1);
        let across = stroke("plot__bound", (Place(0), at), (Place(10_000), at));
        let name = label(Place(10_000), Place(at.0 - 200), &line.name);
        vec![across, name]
    }

    fn strip(&self, stretch: &Stretch) -> Vec<Drawn> {
        let (from, to) = (self.x(stretch.from), self.x(stretch.to));
        let class = if stretch.now { "plot__strip plot__strip--now" } else { "plot__strip" };
        let mut drawn = vec![stroke(class, (from, STRIP), (to, STRIP))];
        // A name of one character takes at most a twelfth of the narrowest picture.
        if to.0 - from.0 > 900 {
            let middle = Place(from.0 + (to.0 - from.0) / 2);
            drawn.push(label(middle, Place(STRIP.0 + 150), &stretch.name));
        }
        drawn
    }
}

fn stroke(class: &str, from: (Place, Place), to: (Place, Place)) -> Drawn {
    el("line", class)
        .attr("x1", from.0.to_string())
        .attr("y1", from.1.to_string())
        .attr("x2", to.0.to_string())
        .attr("y2", to.1.to_string())
}

fn label(x: Place, y: Place, text: &str) -> Drawn {
    let anchor = match x.0 {
        ..=400 => "start",
        9_600.. => "end",
        _ => "middle",
    };
    el("text", "plot__label")
        .attr("x", x.to_string())
        .attr("y", y.to_string())
        .attr("text-anchor", anchor)
        .text(text)
}
