//! Draws the beam of the steelyard: the sign of the product, and where the total is read off.

use leptos::prelude::*;

use crate::app::charts::beam::{Frame, Mark, Plan, Pointer, Size, frame, pointer};
use crate::app::documents::figures::total_sentence;
use crate::app::state::use_session;
use crate::words;

/// The beam with the weight at the total, or a band while entries are missing.
#[component]
pub fn Beam(size: Size) -> AnyView {
    let session = use_session();
    let lang = session.lang.get_untracked();
    let plan = Memo::new(move |_| session.rubric.with(|rubric| Plan::new(rubric, lang)));
    let frame = Memo::new(move |_| {
        let highest = session.scorecard.with(|card| card.total.score.max);
        plan.with(|plan| frame(plan, highest, size))
    });
    let pointer = Memo::new(move |_| {
        let (score, grade) = session.scorecard.with(|card| (card.total.score, card.grade));
        plan.with(|plan| pointer(plan, score, grade, size))
    });
    let name = Signal::derive(move || {
        session.rubric.with(|rubric| {
            let total = session.scorecard.with(|card| total_sentence(rubric, card, lang));
            format!("{total}{}", words::grade_scale(rubric, lang))
        })
    });
    let view_box =
        Signal::derive(move || format!("0 0 {} {}", size.width(), pointer.with(|now| now.height)));
    let class = match size {
        Size::Full => "beam",
        Size::Small => "beam beam--small",
    };
    view! {
        <svg class=class role="img" aria-label=name viewBox=view_box>
            {move || frame.with(|frame| graduated(frame, size))}
            {move || pointer.with(|pointer| weighed(pointer, size))}
        </svg>
    }
    .into_any()
}

/// The beam with its graduation: drawn once per form.
fn graduated(frame: &Frame, size: Size) -> AnyView {
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
    let bounds: Vec<AnyView> =
        frame.bounds.iter().map(|bound| label(bound, "beam__bound")).collect();
    view! {
        <path class="beam__line" d=format!("M{from} {line}H{to}")></path>
        <path class="beam__fine" d=fine></path>
        <path class="beam__deep" d=deep></path>
        {bounds}
    }
    .into_any()
}

const HALF: i64 = 60;

/// Stretch, weight and names: drawn anew when the total changes.
fn weighed(pointer: &Pointer, size: Size) -> AnyView {
    let line = size.line();
    let stretch = pointer.stretch.map(|(from, to)| format!("M{from} {line}H{to}"));
    let (from, to) = pointer.weight;
    let names: Vec<AnyView> = pointer
        .names
        .iter()
        .map(|name| {
            label(name, if name.current { "beam__name beam__name--current" } else { "beam__name" })
        })
        .collect();
    let weight = match (from == to, size) {
        (true, Size::Full) => hanging(from, line),
        (true, Size::Small) => {
            view! { <circle class="beam__weight" cx=from cy=line r="65"></circle> }.into_any()
        }
        (false, _) => band(from, to, line),
    };
    view! {
        {stretch.map(|d| view! { <path class="beam__stretch" d=d></path> })}
        {names}
        {weight}
    }
    .into_any()
}

/// The weight: a ring on the beam and a body that hangs from it.
fn hanging(x: i64, line: i64) -> AnyView {
    let body = format!("M{} {}h100l40 150h-180z", x - 50, line + 60);
    view! {
        <path class="beam__weight" d=body></path>
        <circle class="beam__ring" cx=x cy=line r="42"></circle>
    }
    .into_any()
}

/// While the total is open: from the lowest to the highest that is possible.
fn band(from: i64, to: i64, line: i64) -> AnyView {
    let ends = format!("M{from} {}v120M{to} {}v120", line - 60, line - 60);
    view! {
        <path class="beam__band" d=format!("M{from} {line}H{to}")></path>
        <path class="beam__band-ends" d=ends></path>
    }
    .into_any()
}

fn label(mark: &Mark, class: &'static str) -> AnyView {
    view! { <text class=class x=mark.x y=mark.y text-anchor="middle">{mark.text.clone()}</text> }
        .into_any()
}
