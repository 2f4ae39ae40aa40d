//! Figures as documents print them: points, ranges while something is open.

use crate::engine::{Rubric, Span};
use crate::words::Lang;
use crate::words::report::padded;
use crate::words::table::{say, shared};

/// Points as most documents print them: `5.48`, `32.7`; `3～5` while something is open.
pub fn points(span: Span, lang: Lang) -> String {
    either(span, span.min.trimmed(), span.max.trimmed(), lang)
}

/// The same with all decimals of the form, for the tables that are published so: `3.00`.
pub fn points_padded(rubric: &Rubric, span: Span, lang: Lang) -> String {
    either(span, padded(rubric, span.min), padded(rubric, span.max), lang)
}

fn either(span: Span, from: String, to: String, lang: Lang) -> String {
    if span.is_settled() {
        return from;
    }
    say(shared::RANGE, lang, &[("from", &from), ("to", &to)])
}
