//! Draws the beam of the steelyard: the sign of the product, and where the total is read off.

use crate::app::charts::beam::{Frame, Mark, Plan, Pointer, Size, frame, pointer};
use crate::app::element::{El, svg};
use crate::app::state::Session;
use crate::engine::{GradeOutcome, Rubric, Scorecard, Span};
use crate::words::{self, Lang, report};

/// What is read off the beam.
#[derive(PartialEq)]
pub struct Reading {
    plan: Plan,
    score: Span,
    grade: GradeOutcome,
    /// All of it in words, for those who can't see it.
    name: String,
}

impl Reading {
    /// What the beam shows of a score.
    pub fn of(rubric: &Rubric, card: &Scorecard, lang: Lang) -> Reading {
        let total = report::total_sentence(rubric, card, lang);
        Reading {
            plan: Plan::new(rubric, lang),
            score: card.total.score,
            grade: card.grade,
            name: format!("{total}{}", words::grade_scale(rubric, lang)),
        }
    }

    /// The beam with the weight at the total, or a band while entries are missing.
    pub fn drawn(&self, size: Size) -> El {
        let frame = frame(&self.plan, self.score.max, size);
        let pointer = pointer(&self.plan, self.score, self.grade, size);
        let class = match size {
            Size::Full => "beam",
            Size::Small => "beam beam--small",
        };
        svg("svg", class)
            .attr("role", "img")
            .attr("aria-label", self.name.as_str())
            .attr("viewBox", format!("0 0 {} {}", size.width(), pointer.height))
            .children(graduated(&frame, size))
            .children(weighed(&pointer, size))
    }
}

/// The beam of the open assessment, after what `holder` holds so far.
pub fn beam(holder: El, session: Session, size: Size) -> El {
    let lang = session.lang.get_untracked();
    let read = move || {
        session.rubric.with(|rubric| session.scorecard.with(|card| Reading::of(rubric, card, lang)))
    };
    holder.drawn(read, move |reading: &Reading| vec![reading.drawn(size)])
}

fn path(class: &str, d: String) -> El {
    svg("path", class).attr("d", d)
}

/// The beam with its graduation: drawn once per form.
fn graduated(frame: &Frame, size: Size) -> Vec<El> {
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

/// Stretch, weight and names: drawn anew when the total changes.
fn weighed(pointer: &Pointer, size: Size) -> Vec<El> {
    let line = size.line();
    let (from, to) = pointer.weight;
    let stretch = pointer.stretch.map(|(from, to)| format!("M{from} {line}H{to}"));
    let mut drawn: Vec<El> = stretch.into_iter().map(|d| path("beam__stretch", d)).collect();
    drawn.extend(pointer.names.iter().map(|name| {
        label(name, if name.current { "beam__name beam__name--current" } else { "beam__name" })
    }));
    drawn.extend(match (from == to, size) {
        (true, Size::Full) => hanging(from, line),
        (true, Size::Small) => vec![circle("beam__weight", from, line, "65")],
        (false, _) => band(from, to, line),
    });
    drawn
}

/// The weight: a ring on the beam and a body that hangs from it.
fn hanging(x: i64, line: i64) -> Vec<El> {
    let body = format!("M{} {}h100l40 150h-180z", x - 50, line + 60);
    vec![path("beam__weight", body), circle("beam__ring", x, line, "42")]
}

/// While the total is open: from the lowest to the highest that is possible.
fn band(from: i64, to: i64, line: i64) -> Vec<El> {
    let ends = format!("M{from} {}v120M{to} {}v120", line - 60, line - 60);
    vec![path("beam__band", format!("M{from} {line}H{to}")), path("beam__band-ends", ends)]
}

fn circle(class: &str, x: i64, y: i64, r: &str) -> El {
    svg("circle", class).attr("cx", x.to_string()).attr("cy", y.to_string()).attr("r", r)
}

fn label(mark: &Mark, class: &str) -> El {
    svg("text", class)
        .attr("x", mark.x.to_string())
        .attr("y", mark.y.to_string())
        .attr("text-anchor", "middle")
        .text(mark.text.as_str())
}
