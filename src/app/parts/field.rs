//! A text field: label above, direction sign and unit inside, what is wrong beneath.
//!
//! What was typed stays as typed. The field is never `type=number`, so the wheel changes nothing
//! and no figure is rewritten by the browser.

use leptos::prelude::*;

use super::form::{Form, dom_id};
use crate::app::state::Place;

/// What a field is for; decides its width and keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A figure or date.
    Figure,
    /// A small count.
    Count,
    /// One line of text.
    Line,
    /// Several lines.
    Area,
}

/// A field before it is drawn.
pub struct Field {
    place: Place,
    label: String,
    shape: Shape,
    sign: &'static str,
    unit: String,
    stand_in: Signal<String>,
    hint: Option<Signal<String>>,
    shared: Option<(String, Signal<String>)>,
}

impl Field {
    /// A field for the text at a place.
    pub fn new(place: Place, label: impl Into<String>, shape: Shape) -> Field {
        Field {
            place,
            label: label.into(),
            shape,
            sign: "",
            unit: String::new(),
            stand_in: Signal::stored(String::new()),
            hint: None,
            shared: None,
        }
    }

    /// With a unit at its end, or the range it allows.
    pub fn unit(self, unit: impl Into<String>) -> Field {
        Field { unit: unit.into(), ..self }
    }

    /// With the direction sign of a target.
    pub fn sign(self, sign: &'static str) -> Field {
        Field { sign, ..self }
    }

    /// With what counts while nothing is typed.
    pub fn stand_in(self, stand_in: Signal<String>) -> Field {
        Field { stand_in, ..self }
    }

    /// With a remark beneath.
    pub fn hint(self, hint: Signal<String>) -> Field {
        Field { hint: Some(hint), ..self }
    }

    /// With a message that it shares with other fields, by the id of its element.
    pub fn shared_error(self, id: &str, error: Signal<String>) -> Field {
        Field { shared: Some((id.to_owned(), error)), ..self }
    }

    /// The field.
    pub fn view(self, form: &Form) -> AnyView {
        let id = dom_id(&self.place.key());
        let error_id = format!("{id}-error");
        let about_id = format!("{id}-about");
        let error = form.error(&self.place);
        let shared = self.shared.as_ref().map(|(_, shared)| *shared);
        let invalid = Signal::derive(move || {
            let fine = error.with(String::is_empty)
                && shared.is_none_or(|shared| shared.with(String::is_empty));
            if fine { "false" } else { "true" }
        });
        let described = [
            (!self.sign.is_empty() || !self.unit.is_empty())
                .then(|| format!("{id}-sign {id}-unit")),
            self.hint.is_some().then(|| about_id.clone()),
            Some(error_id.clone()),
            self.shared.as_ref().map(|(id, _)| id.clone()),
        ];
        let described: Vec<String> = described.into_iter().flatten().collect();
        let class = match self.shape {
            Shape::Figure => "field field--figure",
            Shape::Count => "field field--count",
            Shape::Line => "field field--line",
            Shape::Area => "field field--area",
        };
        let input = self.input(form, &id, described.join(" "), invalid);
        view! {
            <div class=class>
                <label class="field__label" for=id.clone()>{self.label}</label>
                <div class="field__box">
                    {affix("field__sign", &id, self.sign.to_owned(), "sign")}
                    {input}
                    {affix("field__unit", &id, self.unit, "unit")}
                </div>
                {self.hint.map(|hint| view! { <p class="field__hint" id=about_id>{hint}</p> }.into_any())}
                <p class="field__error" id=error_id>{error}</p>
            </div>
        }
        .into_any()
    }

    fn input(
        &self,
        form: &Form,
        id: &str,
        described: String,
        invalid: Signal<&'static str>,
    ) -> AnyView {
        let value = form.text(&self.place);
        let (form, place) = (form.clone(), self.place.clone());
        let put = move |text: String| form.put(&place, text);
        let id = id.to_owned();
        if self.shape == Shape::Area {
            return view! {
                <textarea class="field__input" id=id rows="2" autocomplete="off" aria-describedby=described
                    aria-invalid=invalid prop:value=value on:input:target=move |event| put(event.target().value())></textarea>
            }
            .into_any();
        }
        let mode = if self.shape == Shape::Line { "text" } else { "decimal" };
        let stand_in = self.stand_in;
        view! {
            <input class="field__input" id=id type="text" inputmode=mode autocomplete="off" spellcheck="false"
                aria-describedby=described aria-invalid=invalid placeholder=stand_in prop:value=value
                on:input:target=move |event| put(event.target().value()) />
        }
        .into_any()
    }
}

fn affix(class: &'static str, id: &str, text: String, part: &str) -> Option<AnyView> {
    let id = format!("{id}-{part}");
    (!text.is_empty()).then(|| view! { <span class=class id=id>{text}</span> }.into_any())
}
