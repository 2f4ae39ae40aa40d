//! Figures, dates and judged points: a field for each that the measure reads.

use super::Inputs;
use crate::app::element::El;
use crate::app::parts::field::{Field as TextField, Shape, row_of_fields};
use crate::app::parts::form::Form;
use crate::app::state::{EntryField, EntryText, Place};
use crate::engine::{Field, Figure, Indicator, Measure, Pace, PointRange};
use crate::words;
use crate::words::table::shared::TEN_THOUSAND_YUAN;

/// The fields of a measure, in the order of input.
pub fn figures(form: &Form, indicator: &Indicator, measure: &Measure) -> Inputs {
    let fields = measure.fields();
    let views = fields.iter().map(|field| figure(form, indicator, measure, *field));
    Inputs {
        view: vec![row_of_fields().children(views)],
        fields: fields.iter().map(|field| field.name().to_owned()).collect(),
    }
}

/// One figure of a measure; where a fact stands in, the field says so.
pub fn figure(form: &Form, indicator: &Indicator, measure: &Measure, field: Field) -> El {
    let place = EntryField::Figure(field);
    let sign = match measure {
        Measure::Ratio(ratio) if field == Field::Target => ratio.direction.sign(),
        _ => "",
    };
    let hint = form.whence(indicator, &place);
    let stand_in = form.stand_in(indicator, &place);
    TextField::new(
        Place::Entry(indicator.id.clone(), place),
        form.name(Some(indicator), field.name()),
        Shape::Figure,
    )
    .sign(sign)
    .unit(unit(form, indicator, measure, field))
    .stand_in(stand_in)
    .hint(hint)
    .view(form)
}

/// What a figure counts, inside its field.
fn unit(form: &Form, indicator: &Indicator, measure: &Measure, field: Field) -> String {
    let own =
        indicator.scoring.as_ref().map(|scoring| form.lang.of(&scoring.unit)).unwrap_or_default();
    let fixed = match (measure, field) {
        (Measure::Rate(_), _) => "%",
        (Measure::Timeliness(timeliness), _) if timeliness.by == Pace::Dates => "",
        (Measure::Budget(_) | Measure::Cost(_), _) if own.is_empty() => form.t(TEN_THOUSAND_YUAN),
        _ => own,
    };
    fixed.to_owned()
}

/// Points that the assessor judges, with the reason beside them.
pub fn judgement(form: &Form, indicator: &Indicator) -> Inputs {
    let range = PointRange { from: Figure::ZERO, to: indicator.weight };
    let points = points(form, indicator, words::range(range, form.lang));
    let reason = TextField::new(
        Place::Entry(indicator.id.clone(), EntryField::Text(EntryText::Reason)),
        form.name(Some(indicator), "reason"),
        Shape::Line,
    );
    Inputs {
        view: vec![row_of_fields().child(points).child(reason.view(form))],
        fields: vec!["points".to_owned(), "reason".to_owned()],
    }
}

/// A field for points within a range that it shows.
pub fn points(form: &Form, indicator: &Indicator, range: String) -> El {
    let place = EntryField::Figure(Field::Points);
    let stand_in = form.stand_in(indicator, &place);
    TextField::new(
        Place::Entry(indicator.id.clone(), place),
        form.name(Some(indicator), Field::Points.name()),
        Shape::Figure,
    )
    .unit(range)
    .stand_in(stand_in)
    .view(form)
}
