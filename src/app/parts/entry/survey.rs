//! Survey: answers per option, and how they are spread, live.

use leptos::prelude::*;

use super::Inputs;
use super::figures::figure;
use crate::app::parts::field::{Field as TextField, Shape};
use crate::app::parts::form::{Form, dom_id};
use crate::app::state::{EntryField, Place};
use crate::engine::measure::Survey;
use crate::engine::{Field, Indicator, Measure, Outcome, Step};

/// The counts of a survey scale and its bar.
pub fn survey(form: &Form, indicator: &Indicator, measure: &Survey) -> Inputs {
    let due = measure.options.len();
    let error = form.error_of(indicator, "counts");
    let error_id = format!("counts-{}-error", dom_id(&indicator.id));
    let count = |(index, option)| {
        let field = EntryField::Count(index, due);
        let stand_in = form.stand_in(indicator, &field);
        let place = Place::Entry(indicator.id.clone(), field);
        TextField::new(place, form.lang.of(option), Shape::Count)
            .stand_in(stand_in)
            .shared_error(&error_id, error)
            .view(form)
    };
    let counts: Vec<AnyView> = measure.options.iter().enumerate().map(count).collect();
    let asked = figure(form, indicator, &Measure::Survey(measure.clone()), Field::Asked);
    let fields = (0..due).map(|index| EntryField::Count(index, due).name());
    let fields = fields.chain([Field::Asked.name(), "counts"].map(str::to_owned)).collect();
    let view = view! {
        <div class="fields">{counts} {asked}</div>
        <p class="field__error" id=error_id.clone()>{error}</p>
        {bar(form, indicator)}
    };
    Inputs { view: view.into_any(), fields }
}

/// Left edge and width of each option, in 1/1000 of the bar.
fn stretches(outcome: Option<&Outcome>) -> Vec<(f64, f64)> {
    let trace = outcome.map(|outcome| outcome.trace.as_slice()).unwrap_or_default();
    let survey = trace.iter().find_map(|step| match step {
        Step::Survey { terms, answers, .. } => Some((terms, answers)),
        _ => None,
    });
    let Some((terms, answers)) = survey else {
        return Vec::new();
    };
    let drawn =
        |figure: &crate::engine::Figure| figure.to_string().parse::<f64>().unwrap_or_default();
    let whole = drawn(answers).max(1.0);
    let mut left = 0.0;
    let place = |(count, _): &(_, _)| {
        let width = drawn(count) / whole * 1000.0;
        let own = (left, width);
        left += width;
        own
    };
    terms.iter().map(place).collect()
}

/// The fields above hold the figures, so the bar is for the eye only.
fn bar(form: &Form, indicator: &Indicator) -> AnyView {
    const CLASSES: [&str; 5] = ["spread__1", "spread__2", "spread__3", "spread__4", "spread__5"];
    let Some(row) = form.row(indicator) else {
        return ().into_any();
    };
    let rects = move || {
        let stretches = row.outcome.with(|outcome| stretches(outcome.as_ref()));
        let classes = CLASSES.into_iter().cycle();
        let rects = stretches.into_iter().zip(classes).map(|((left, width), class)| {
            view! { <rect class=class x=left.to_string() y="0" width=width.to_string() height="8"></rect> }.into_any()
        });
        rects.collect::<Vec<AnyView>>()
    };
    view! {
        <svg class="spread" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">{rects}</svg>
    }
    .into_any()
}
