//! Mounts the page. A placeholder until the app lands: one input and its exact double.

use std::str::FromStr;

use leptos::prelude::*;
use rust_decimal::Decimal;

fn main() {
    leptos::mount::mount_to_body(Placeholder);
}

/// One labelled input and what the wasm module makes of it.
#[component]
fn Placeholder() -> impl IntoView {
    let figure = RwSignal::new(String::new());
    let double = move || {
        Decimal::from_str(&figure.read())
            .ok()
            .and_then(|value| value.checked_add(value))
            .map_or_else(|| "—".to_owned(), |value| value.to_string())
    };
    view! {
        <main class="page">
            <h1>"绩衡"</h1>
            <label for="actual">"实际完成值"</label>
            <input
                id="actual"
                type="text"
                inputmode="decimal"
                on:input:target=move |event| figure.set(event.target().value())
            />
            <output for="actual">{double}</output>
        </main>
    }
}
