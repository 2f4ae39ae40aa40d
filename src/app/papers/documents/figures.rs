//! Figures as documents print them: points, ranges while something is open.

use crate::engine::Span;

/// Points as a document prints them: `5.48`, `32.7`; `3–5` while something is open.
pub fn points(span: Span) -> String {
    if span.is_settled() {
        return span.min.trimmed();
    }
    format!("{}–{}", span.min.trimmed(), span.max.trimmed())
}
