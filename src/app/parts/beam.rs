//! Draws the beam of the steelyard: the sign of the product, and where the total is read off.

use std::rc::Rc;

use crate::app::charts::beam::{Frame, Mark, Plan, Pointer, Size, frame, pointer};
use crate::app::element::{El, follow, live, svg, watched};
use crate::app::state::Session;
use crate::engine::{Rubric, Scorecard};
use crate::words::{self, Lang, report};

/// The beam as it is drawn: its graduation, and what moves along it.
#[derive(PartialEq)]
pub struct Reading {
    frame: Frame,
    pointer: Pointer,
    /// All of it in words, for those who can't see it.
    name: String,
}

impl Reading {
    /// What the beam shows of a score.
    pub fn of(rubric: &Rubric, card: &Scorecard, size: Size, lang: Lang) -> Reading {
        let (plan, score) = (Plan::new(rubric, lang), card.total.score);
        let total = report::total_sentence(rubric, card, lang);
        Reading {
            frame: frame(&plan, score.max, size),
            pointer: pointer(&plan, score, card.grade, size),
            name: format!("{total}{}", words::grade_scale(rubric, lang)),
        }
    }

    /// The beam with the weight at the total, or a band while entries are missing.
    pub fn drawn(&self, size: Size) -> El {
        let Reading { frame, pointer, name } = self;
        empty(size)
            .attr("aria-label", name.as_str())
            .attr("viewBox", view_box(pointer, size))
            .children(graduated(frame, size))
            .children(named(&pointer.names))
            .children(weighed(pointer, size))
    }
}

/// The beam of the open assessment. What stays as it is is not drawn anew.
pub fn beam(session: Session, size: Size) -> El {
    let lang = session.lang.get_untracked();
    let read = move || {
        let of = |rubric: &Rc<Rubric>| {
            session.scorecard.with(|card| Reading::of(rubric, card, size, lang))
        };
        session.rubric.with(of)
    };
    let now = watched(read());
    let kept = follow({
        let now = Rc::clone(&now);
        move || now.set_changed(read())
    });
    let [name, view, names, graduation, weight] = [(); 5].map(|()| Rc::clone(&now));
    empty(size)
        .keep(kept)
        .attr("aria-label", live(move || name.with(|now| now.name.clone())))
        .attr("viewBox", live(move || view.with(|now| view_box(&now.pointer, size))))
        .drawn(
            move || graduation.with(|now| now.frame.clone()),
            move |frame| graduated(frame, size),
        )
        .drawn(move || names.with(|now| now.pointer.names.clone()), |names| named(names))
        .drawn(
            move || weight.with(|now| Pointer { names: Vec::new(), ..now.pointer.clone() }),
            move |pointer| weighed(pointer, size),
        )
}

fn empty(size: Size) -> El {
    let class = match size {
        Size::Full => "beam",
        Size::Small => "beam beam--small",
    };
    svg("svg", class).attr("role", "img")
}

fn view_box(pointer: &Pointer, size: Size) -> String {
    format!("0 0 {} {}", size.width(), pointer.height)
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

/// The names of the grades.
fn named(names: &[Mark]) -> Vec<El> {
    let class = |current| if current { "beam__name beam__name--current" } else { "beam__name" };
    names.iter().map(|name| label(name, class(name.current))).collect()
}

/// Stretch and weight: drawn anew when the total changes.
fn weighed(pointer: &Pointer, size: Size) -> Vec<El> {
    let line = size.line();
    let (from, to) = pointer.weight;
    let stretch = pointer.stretch.map(|(from, to)| format!("M{from} {line}H{to}"));
    let mut drawn: Vec<El> = stretch.into_iter().map(|d| path("beam__stretch", d)).collect();
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
