//! A text field: label above, direction sign and unit inside, what is wrong beneath.
//!
//! What was typed stays as typed. The field is never `type=number`, so the wheel changes nothing
//! and no figure is rewritten by the browser.

use super::form::{Form, dom_id};
use crate::app::browser;
use crate::app::element::{El, Live, el, live};
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

/// What fields that belong together stand in: a form of their own. With each keystroke Chromium's
/// autofill reads all fields of the form that is typed in, and where there is none, those of the
/// whole page.
pub fn row_of_fields() -> El {
    el("form", "fields")
}

/// A field before it is drawn.
pub struct Field {
    place: Place,
    label: String,
    shape: Shape,
    sign: &'static str,
    unit: String,
    stand_in: Option<Live<String>>,
    hint: Option<Live<String>>,
    shared: Option<(String, Live<String>)>,
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
            stand_in: None,
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
    pub fn stand_in(self, stand_in: Live<String>) -> Field {
        Field { stand_in: Some(stand_in), ..self }
    }

    /// With a remark beneath.
    pub fn hint(self, hint: Option<Live<String>>) -> Field {
        Field { hint, ..self }
    }

    /// With a message that it shares with other fields, by the id of its element.
    pub fn shared_error(self, id: &str, error: Live<String>) -> Field {
        Field { shared: Some((id.to_owned(), error)), ..self }
    }

    /// The field.
    pub fn view(self, form: &Form) -> El {
        let id = dom_id(&self.place.key());
        let (error_id, about_id) = (format!("{id}-error"), format!("{id}-about"));
        let error = form.error(&self.place);
        let described = [
            (!self.sign.is_empty()).then(|| format!("{id}-sign")),
            (!self.unit.is_empty()).then(|| format!("{id}-unit")),
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
        let invalid = self.invalid(&error);
        let is_invalid = invalid.clone();
        let input = self
            .input(form)
            .id(&id)
            .attr("aria-describedby", described.join(" "))
            .attr("aria-invalid", live(move || invalid().to_string()));
        let field = el("div", class)
            .child(el("label", "field__label").attr("for", id.as_str()).text(self.label))
            .child(
                el("div", "field__box")
                    .class_if("field__box--invalid", is_invalid)
                    .children(affix("field__sign", &id, self.sign, "sign"))
                    .child(input)
                    .children(affix("field__unit", &id, &self.unit, "unit")),
            );
        let hint = self.hint.map(|hint| el("p", "field__hint").id(&about_id).text(hint));
        field.children(hint).child(el("p", "field__error").id(&error_id).text(error))
    }

    fn invalid(&self, error: &Live<String>) -> Live<bool> {
        let error = error.clone();
        let shared = self.shared.as_ref().map(|(_, shared)| shared.clone());
        live(move || {
            !error().is_empty() || shared.as_ref().is_some_and(|shared| !shared().is_empty())
        })
    }

    fn input(&self, form: &Form) -> El {
        let field = match self.shape {
            Shape::Area => el("textarea", "field__input").attr("rows", "2"),
            _ => {
                let mode = if self.shape == Shape::Line { "text" } else { "decimal" };
                let input = el("input", "field__input").attr("type", "text");
                input.attr("inputmode", mode).attr("spellcheck", "false")
            }
        };
        let field = match &self.stand_in {
            Some(stand_in) => field.attr("placeholder", stand_in.clone()),
            None => field,
        };
        let (inner, place) = (form.clone(), self.place.clone());
        field
            .attr("autocomplete", "off")
            .value(form.text(&self.place))
            .on("input", move |event| inner.put(&place, browser::typed(event)))
    }
}

fn affix(class: &'static str, id: &str, text: &str, part: &str) -> Option<El> {
    (!text.is_empty()).then(|| el("span", class).id(&format!("{id}-{part}")).text(text))
}
