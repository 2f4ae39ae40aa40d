//! Survey: answers per option, and how they are spread, live.

use super::Inputs;
use super::figures::figure;
use crate::app::element::{El, el, svg};
use crate::app::parts::field::{Field as TextField, Shape, row_of_fields};
use crate::app::parts::form::{Form, dom_id};
use crate::app::state::{EntryField, Place};
use crate::engine::measure::Survey;
use crate::engine::{Field, Figure, Indicator, Measure, Outcome, Step};

/// The counts of a survey scale and its bar.
pub fn survey(form: &Form, indicator: &Indicator, measure: &Measure, scale: &Survey) -> Inputs {
    let due = scale.options.len();
    let error = form.error_of(indicator, "counts");
    let error_id = format!("counts-{}-error", dom_id(&indicator.id));
    let count = |(index, option)| {
        let field = EntryField::Count(index, due);
        let stand_in = form.stand_in(indicator, &field);
        let place = Place::Entry(indicator.id.clone(), field);
        TextField::new(place, form.lang.of(option), Shape::Count)
            .stand_in(stand_in)
            .shared_error(&error_id, error.clone())
            .view(form)
    };
    let counts: Vec<El> = scale.options.iter().enumerate().map(count).collect();
    let asked = figure(form, indicator, measure, Field::Asked);
    let fields = (0..due).map(|index| EntryField::Count(index, due).name());
    let fields = fields.chain([Field::Asked.name(), "counts"].map(str::to_owned)).collect();
    let view = vec![
        row_of_fields().children(counts).child(asked),
        el("p", "field__error").id(&error_id).text(error.clone()),
        bar(form, indicator),
    ];
    Inputs { view, fields }
}

/// Length of the bar.
const WHOLE: i128 = 1000;

/// Left edge and width of each option, in thousandths of the bar.
fn stretches(outcome: Option<&Outcome>) -> Vec<(i128, i128)> {
    let trace = outcome.map(|outcome| outcome.trace.as_slice()).unwrap_or_default();
    let survey = trace.iter().find_map(|step| match step {
        Step::Survey { terms, answers, .. } => Some((terms, answers)),
        _ => None,
    });
    let Some((terms, answers)) = survey else {
        return Vec::new();
    };
    let share = |count: Figure| {
        let share = count.fraction().div(answers.fraction());
        share.map_or(0, |share| share.numerator().saturating_mul(WHOLE) / share.denominator())
    };
    // Edges are cut off, not widths, so that the stretches meet.
    let (mut counted, mut left) = (Figure::ZERO, 0);
    let place = |(count, _): &(Figure, _)| {
        counted = counted + *count;
        let right = share(counted);
        (std::mem::replace(&mut left, right), right - left)
    };
    terms.iter().map(place).collect()
}

/// The fields above hold the figures, so the bar is for the eye only.
fn bar(form: &Form, indicator: &Indicator) -> El {
    const CLASSES: [&str; 5] = ["spread__1", "spread__2", "spread__3", "spread__4", "spread__5"];
    let (session, row) = (form.session, form.row(indicator));
    let read = move || row.as_ref().map(|row| row.outcome(session, stretches)).unwrap_or_default();
    let draw = |stretches: &Vec<(i128, i128)>| {
        let classes = CLASSES.into_iter().cycle();
        let rects = stretches.iter().zip(classes).map(|((left, width), class)| {
            svg("rect", class)
                .attr("x", left.to_string())
                .attr("y", "0")
                .attr("width", width.to_string())
                .attr("height", "8")
        });
        rects.collect()
    };
    svg("svg", "spread")
        .attr("viewBox", "0 0 1000 8")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .drawn(read, draw)
}
