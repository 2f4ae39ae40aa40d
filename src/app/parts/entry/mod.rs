//! The inputs of one indicator: one kind for each measure and each rule that judges without one.

mod checklist;
mod choices;
mod figures;
mod modifiers;
mod survey;

use super::form::Form;
use crate::app::element::El;
use crate::engine::rule::Rule;
use crate::engine::{Indicator, Measure};

/// The inputs of a leaf, and the names of the fields that are among them.
#[derive(Default)]
pub struct Inputs {
    /// What is drawn.
    pub view: Vec<El>,
    /// Fields whose problems show at the input itself.
    pub fields: Vec<String>,
}

/// The inputs that the rule and the measure of a leaf ask for, then its deductions.
pub fn inputs(form: &Form, indicator: &Indicator) -> Inputs {
    let Some(scoring) = &indicator.scoring else {
        return Inputs::default();
    };
    let mut all = match (&scoring.rule, &scoring.measure) {
        (Rule::Levels(rule), _) => choices::levels(form, indicator, rule),
        (Rule::Bands(rule), _) => choices::bands(form, indicator, rule),
        (Rule::Checklist(rule), _) => checklist::checklist(form, indicator, rule),
        (Rule::Judgement(_), _) => figures::judgement(form, indicator),
        (_, Some(measure @ Measure::Survey(scale))) => {
            survey::survey(form, indicator, measure, scale)
        }
        (_, Some(measure)) => figures::figures(form, indicator, measure),
        (_, None) => Inputs::default(),
    };
    let extra = modifiers::modifiers(form, indicator, &scoring.modifiers);
    all.view.extend(extra.view);
    all.fields.extend(extra.fields);
    all
}
