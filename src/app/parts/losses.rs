//! Where the points went: a bar with its figure for each group. The bars stand in a table, so that
//! names and figures are there for everybody.

use leptos::prelude::*;

use crate::app::charts::losses::{Loss, losses};
use crate::app::state::use_session;
use crate::words::t;
use crate::words::table::documents as text;

/// 失分 by first-level indicator.
#[component]
pub fn LossTable() -> AnyView {
    let session = use_session();
    let lang = session.lang.get_untracked();
    let all = Memo::new(move |_| {
        session.rubric.with(|rubric| session.scorecard.with(|card| losses(rubric, card, lang)))
    });
    let total = Signal::derive(move || all.with(|all| all.total.clone()));
    let rows = move || all.with(|all| all.rows.iter().map(row).collect::<Vec<_>>());
    view! {
        <table class="losses">
            <caption class="losses__caption">
                {t(text::LOST, lang)} " " <span>{total}</span>
            </caption>
            <thead class="unseen">
                <tr>
                    <th scope="col">{t(text::INDICATOR, lang)}</th>
                    <td></td>
                    <th scope="col">{t(text::LOST_POINTS, lang)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(loss: &Loss) -> AnyView {
    let length = format!("{}.{}%", loss.length / 10, loss.length % 10);
    view! {
        <tr>
            <th class="losses__name" scope="row">{loss.name.clone()}</th>
            <td class="losses__bar">
                <svg class="losses__track" width="100%" height="8" aria-hidden="true">
                    <rect class="losses__ground" width="100%" height="8" rx="4"></rect>
                    <rect class="losses__length" width=length height="8" rx="4"></rect>
                </svg>
            </td>
            <td class="losses__figure">{loss.lost.clone()}</td>
        </tr>
    }
    .into_any()
}
