//! The outline of the form: groups with their subtotals, and how much is filled in.

use leptos::prelude::*;

use super::form::Form;
use crate::app::browser;
use crate::engine::{Indicator, Outcome, Status};
use crate::words::table::page as text;
use crate::words::table::say;

/// The outline; `here` is the group that is worked in.
pub fn outline(form: &Form, here: RwSignal<String>) -> AnyView {
    let (session, lang) = (form.session, form.lang);
    let filled = Signal::derive(move || {
        let (filled, all) = session.scorecard.with(|scorecard| scorecard.total.filled);
        say(text::FILLED, lang, &[("all", &all.to_string()), ("filled", &filled.to_string())])
    });
    let groups: Vec<AnyView> = form.rubric.indicators.iter().map(|group| {
        let inner: Vec<AnyView> = group.children.iter().filter(|child| !child.is_leaf())
            .map(|child| item(form, child, "outline__item", here)).collect();
        view! { <li class="outline__group">{item(form, group, "outline__item outline__item--first", here)} {inner}</li> }.into_any()
    }).collect();
    view! {
        <nav class="outline" aria-label=form.t(text::OUTLINE)>
            <p class="outline__filled">{filled}</p>
            <ul>{groups}</ul>
        </nav>
    }
    .into_any()
}

fn item(
    form: &Form,
    indicator: &Indicator,
    class: &'static str,
    here: RwSignal<String>,
) -> AnyView {
    let Some(row) = form.row(indicator) else {
        return ().into_any();
    };
    let id = indicator.id.clone();
    let current = Signal::derive(move || here.with(|here| *here == id).then_some("true"));
    let target = format!("row-{}", indicator.id);
    let inner = form.clone();
    let points = Signal::derive(move || {
        row.outcome.with(|outcome| {
            outcome.as_ref().map(|outcome| points(&inner, outcome)).unwrap_or_default()
        })
    });
    view! {
        <button type="button" class=class aria-current=current on:click=move |_| browser::focus(&target)>
            <span>{form.lang.of(&indicator.name).to_owned()}</span>
            <span class="outline__points">{points}</span>
        </button>
    }
    .into_any()
}

/// `3.5 / 3.5`, decimals only where there are some.
fn points(form: &Form, outcome: &Outcome) -> String {
    let weight = outcome.weight.trimmed();
    match outcome.status {
        Status::Empty | Status::NotApplicable | Status::InBlock => format!("— / {weight}"),
        _ => {
            let trimmed = outcome.score.min.trimmed();
            let shown =
                if trimmed.contains('.') { form.points(outcome.score.min) } else { trimmed };
            format!("{shown} / {weight}")
        }
    }
}
