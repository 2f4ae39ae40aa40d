//! Where the points went: a bar with its figure for each group. The bars stand in a table, so that
//! names and figures are there for everybody.

use std::rc::Rc;

use crate::app::charts::losses::{Loss, Losses, losses};
use crate::app::element::{El, Live, Watched, el, follow, live, svg, watched};
use crate::app::state::Session;
use crate::words::t;
use crate::words::table::documents as text;

/// 失分 by first-level indicator. The rows stay while they stand in the same order; only their
/// lengths and figures change.
pub fn loss_table(session: Session) -> El {
    let lang = session.lang.get_untracked();
    let read = move || {
        session.rubric.with(|rubric| session.scorecard.with(|card| losses(rubric, card, lang)))
    };
    let now = watched(read());
    let (kept, total, rows) = (Rc::clone(&now), Rc::clone(&now), Rc::clone(&now));
    let head = |name| el("th", "").attr("scope", "col").text(name);
    let names = el("tr", "")
        .child(head(t(text::INDICATOR, lang)))
        .child(el("td", ""))
        .child(head(t(text::LOST_POINTS, lang)));
    let total = live(move || total.with(|all| all.total.clone()));
    let caption = el("caption", "losses__caption")
        .text(t(text::LOST, lang))
        .text(" ")
        .child(el("span", "").text(total));
    let order = move || -> Vec<String> {
        rows.with(|all| all.rows.iter().map(|loss| loss.name.clone()).collect())
    };
    let draw = move |names: &Vec<String>| {
        names.iter().enumerate().map(|(at, name)| row(name, at, &now)).collect()
    };
    el("table", "losses")
        .keep(follow(move || kept.set_changed(read())))
        .child(caption)
        .child(el("thead", "unseen").child(names))
        .child(el("tbody", "").drawn(order, draw))
}

fn row(name: &str, at: usize, all: &Rc<Watched<Losses>>) -> El {
    let of = |tell: fn(&Loss) -> String| -> Live<String> {
        let all = Rc::clone(all);
        live(move || all.with(|all| all.rows.get(at).map(tell).unwrap_or_default()))
    };
    let length = of(|loss| format!("{}.{}%", loss.length / 10, loss.length % 10));
    let bar = |class| svg("rect", class).attr("height", "8").attr("rx", "4");
    let track = svg("svg", "losses__track")
        .attr("width", "100%")
        .attr("height", "8")
        .attr("aria-hidden", "true")
        .child(bar("losses__ground").attr("width", "100%"))
        .child(bar("losses__length").attr("width", length));
    el("tr", "")
        .child(el("th", "losses__name").attr("scope", "row").text(name))
        .child(el("td", "losses__bar").child(track))
        .child(el("td", "losses__figure").text(of(|loss| loss.lost.clone())))
}
