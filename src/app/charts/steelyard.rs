//! The beam as elements of a drawing: the sign of the product, and where the total is read off.

use super::beam::{Frame, Mark, Plan, Pointer, Size, frame, highest, pointer};
use super::shape::Shape;
use crate::engine::{Rubric, Scorecard};
use crate::words::table::page as text;
use crate::words::{self, Lang, report, t};

/// The beam as it is drawn: its graduation, and what moves along it.
#[derive(PartialEq)]
pub struct Reading {
    /// Its graduation.
    pub frame: Frame,
    /// What moves along it.
    pub pointer: Pointer,
    /// All of it in words, for those who can't see it.
    pub name: String,
}

impl Reading {
    /// What the beam shows of a score.
    pub fn of(rubric: &Rubric, card: &Scorecard, size: Size, lang: Lang) -> Reading {
        Reading::against(rubric, card, None, size, lang)
    }

    /// The same, with the weight of the baseline as an outline.
    pub fn against(
        rubric: &Rubric,
        card: &Scorecard,
        baseline: Option<&Scorecard>,
        size: Size,
        lang: Lang,
    ) -> Reading {
        let plan = Plan::new(rubric, lang);
        let spans = (card.total.score, baseline.map(|baseline| baseline.total.score));
        let mut name = report::total_sentence(rubric, card, lang);
        if let Some(baseline) = baseline {
            name.push_str(t(text::BEFORE, lang));
            name.push_str(&report::total_sentence(rubric, baseline, lang));
        }
        name.push_str(&words::grade_scale(rubric, lang));
        Reading {
            frame: frame(&plan, highest(spans.0, spans.1), size),
            pointer: pointer(&plan, spans, card.grade, size),
            name,
        }
    }

    /// The beam with the weight at the total, or a band while entries are missing.
    pub fn drawn<S: Shape>(&self, size: Size) -> S {
        let Reading { frame, pointer, name } = self;
        empty::<S>(size)
            .with("aria-label", name.clone())
            .with("viewBox", view_box(pointer, size))
            .holding(graduated(frame, size))
            .holding(named(&pointer.names))
            .holding(weighed(pointer, size))
    }
}

/// A drawing of this size with nothing in it.
pub fn empty<S: Shape>(size: Size) -> S {
    let class = match size {
        Size::Full => "beam",
        Size::Small => "beam beam--small",
    };
    S::shape("svg", class).with("role", "img".to_owned())
}

/// The part of the drawing that is seen.
pub fn view_box(pointer: &Pointer, size: Size) -> String {
    format!("0 0 {} {}", size.width(), pointer.height)
}

fn path<S: Shape>(class: &str, d: String) -> S {
    S::shape("path", class).with("d", d)
}

/// The beam with its graduation: drawn once per form.
pub fn graduated<S: Shape>(frame: &Frame, size: Size) -> Vec<S> {
    let (line, (from, to)) = (size.line(), frame.ends);
    let short = match size {
        Size::Full => 55,
        Size::Small => 0,
    };
    let fine = frame.ticks.iter().filter(|tick| !tick.deep);
    let fine: String = fine.map(|tick| format!("M{} {line}v-{short}", tick.x)).collect();
    let deep = frame.ticks.iter().filter(|tick| tick.deep);
    let deep: String =
        deep.map(|tick| format!("M{} {}v{}", tick.x, line - 2 * HALF, 2 * HALF)).collect();
    let mut drawn = vec![
        path("beam__line", format!("M{from} {line}H{to}")),
        path("beam__fine", fine),
        path("beam__deep", deep),
    ];
    drawn.extend(frame.bounds.iter().map(|bound| label(bound, "beam__bound")));
    drawn
}

const HALF: i64 = 60;

/// The names of the grades.
pub fn named<S: Shape>(names: &[Mark]) -> Vec<S> {
    let class = |current| if current { "beam__name beam__name--current" } else { "beam__name" };
    names.iter().map(|name| label(name, class(name.current))).collect()
}

/// Stretch and weight: drawn anew when the total changes.
pub fn weighed<S: Shape>(pointer: &Pointer, size: Size) -> Vec<S> {
    let line = size.line();
    let (from, to) = pointer.weight;
    let stretch = pointer.stretch.map(|(from, to)| format!("M{from} {line}H{to}"));
    let mut drawn: Vec<S> = stretch.into_iter().map(|d| path("beam__stretch", d)).collect();
    drawn.extend(pointer.baseline.map(|ends| outline(ends, line, size)));
    drawn.extend(match (from == to, size) {
        (true, Size::Full) => hanging(from, line),
        (true, Size::Small) => vec![circle("beam__weight", from, line, 65)],
        (false, _) => band(from, to, line),
    });
    drawn
}

/// The weight: a ring on the beam and a body that hangs from it.
fn hanging<S: Shape>(x: i64, line: i64) -> Vec<S> {
    vec![path("beam__weight", body(x, line)), circle("beam__ring", x, line, 42)]
}

fn body(x: i64, line: i64) -> String {
    format!("M{} {}h100l40 150h-180z", x - 50, line + 60)
}

/// Where the baseline's weight or band was: its outline only.
fn outline<S: Shape>((from, to): (i64, i64), line: i64, size: Size) -> S {
    match (from == to, size) {
        (true, Size::Full) => path("beam__baseline", body(from, line)),
        (true, Size::Small) => circle("beam__baseline", from, line, 65),
        (false, _) => path("beam__baseline", format!("M{from} {}v70H{to}v-70z", line - 35)),
    }
}

/// While the total is open: from the lowest to the highest that is possible.
fn band<S: Shape>(from: i64, to: i64, line: i64) -> Vec<S> {
    let ends = format!("M{from} {}v120M{to} {}v120", line - 60, line - 60);
    vec![path("beam__band", format!("M{from} {line}H{to}")), path("beam__band-ends", ends)]
}

fn circle<S: Shape>(class: &str, x: i64, y: i64, r: i64) -> S {
    S::shape("circle", class)
        .with("cx", x.to_string())
        .with("cy", y.to_string())
        .with("r", r.to_string())
}

fn label<S: Shape>(mark: &Mark, class: &str) -> S {
    S::shape("text", class)
        .with("x", mark.x.to_string())
        .with("y", mark.y.to_string())
        .with("text-anchor", "middle".to_owned())
        .saying(&mark.text)
}
