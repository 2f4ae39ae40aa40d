//! Where the points went: a bar with its figure for each group. The bars stand in a table, so that
//! names and figures are there for everybody.

use crate::app::charts::losses::{Loss, Losses, losses};
use crate::app::element::{El, el, svg};
use crate::app::state::Session;
use crate::words::table::documents as text;
use crate::words::{Lang, t};

/// 失分 by first-level indicator.
pub fn loss_table(session: Session) -> El {
    let lang = session.lang.get_untracked();
    let read = move || {
        session.rubric.with(|rubric| session.scorecard.with(|card| losses(rubric, card, lang)))
    };
    el("table", "losses").drawn(read, move |all| table(all, lang))
}

fn table(all: &Losses, lang: Lang) -> Vec<El> {
    let head = |name| el("th", "").attr("scope", "col").text(name);
    let names = el("tr", "")
        .child(head(t(text::INDICATOR, lang)))
        .child(el("td", ""))
        .child(head(t(text::LOST_POINTS, lang)));
    let caption = el("caption", "losses__caption")
        .text(t(text::LOST, lang))
        .text(" ")
        .child(el("span", "").text(all.total.as_str()));
    vec![
        caption,
        el("thead", "unseen").child(names),
        el("tbody", "").children(all.rows.iter().map(row)),
    ]
}

fn row(loss: &Loss) -> El {
    let length = format!("{}.{}%", loss.length / 10, loss.length % 10);
    let bar = |class, width: &str| {
        svg("rect", class).attr("width", width).attr("height", "8").attr("rx", "4")
    };
    let track = svg("svg", "losses__track")
        .attr("width", "100%")
        .attr("height", "8")
        .attr("aria-hidden", "true")
        .child(bar("losses__ground", "100%"))
        .child(bar("losses__length", &length));
    el("tr", "")
        .child(el("th", "losses__name").attr("scope", "row").text(loss.name.as_str()))
        .child(el("td", "losses__bar").child(track))
        .child(el("td", "losses__figure").text(loss.lost.as_str()))
}
