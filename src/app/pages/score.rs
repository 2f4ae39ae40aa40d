//! 评分: outline, entry, scoreboard.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::parts::form::Form;
use crate::app::parts::scoreboard::{ScoreBar, Scoreboard};
use crate::app::parts::{group, outline, project, row};
use crate::app::state::use_session;
use crate::words::table::page as text;

/// The scoring tab of the open assessment, in the language of the page.
#[component]
pub fn ScorePage() -> AnyView {
    let session = use_session();
    let form = Form::of(session);
    let here = RwSignal::new(String::new());
    let sheets: Vec<AnyView> =
        form.rubric.indicators.iter().map(|node| group::sheet(&form, node)).collect();
    view! {
        <div class="desk">
            <div class="desk__outline">{outline::outline(&form, here)}</div>
            <div class="desk__entry" on:focusin=move |event| mark_group(here, &event) on:keydown=next_on_enter>
                {project::project(&form)}
                {sheets}
                {bonus(&form)}
            </div>
            <div class="desk__board"><Scoreboard/></div>
        </div>
        <ScoreBar/>
    }
    .into_any()
}

/// 加分项, outside the weights.
fn bonus(form: &Form) -> Option<AnyView> {
    let bonus = form.rubric.bonus.as_ref()?;
    let rows: Vec<AnyView> = bonus.items.iter().map(|item| row::row(form, item, 3)).collect();
    let max = form.say(text::BONUS_MAX, "max", &bonus.max.trimmed());
    Some(
        view! {
            <section class="sheet" aria-labelledby="name-bonus">
                <div class="sheet__head">
                    <h2 class="sheet__name" id="name-bonus">{form.t(text::BONUS)}</h2>
                    <p class="subtotal">{max}</p>
                </div>
                {rows}
            </section>
        }
        .into_any(),
    )
}

/// The outline shows the group that has the focus.
fn mark_group(here: RwSignal<String>, event: &web_sys::FocusEvent) {
    let element = event
        .target()
        .and_then(|target| wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(target).ok());
    let group = element.and_then(|element| element.closest(".group, .sheet").ok().flatten());
    let id = group.map(|group| group.id());
    if let Some(id) = id.as_deref().and_then(|id| id.strip_prefix("row-")) {
        crate::app::state::set_changed(here, id.to_owned());
    }
}

/// Enter goes on to the next field, as in a spreadsheet; in an input method it only confirms.
fn next_on_enter(event: web_sys::KeyboardEvent) {
    let Some(element) = browser::active_element().filter(browser::is_line_field) else {
        return;
    };
    if event.key() == "Enter" && !event.is_composing() {
        event.prevent_default();
        browser::focus_next_field(&element);
    }
}
