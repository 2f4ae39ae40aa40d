//! The score sheet on paper.

use super::Filled;
use super::documents::{Context, paper};
use super::tables::document_parts;
use crate::app::charts::beam::Size;
use crate::app::charts::steelyard::Reading;
use crate::app::element::{El, el};
use crate::words::table::documents as text;
use crate::words::{Lang, report, t};

/// Project, scores and grade, the beam, and lines to sign on.
pub(super) fn sheet(filled: &Filled, lang: Lang) -> El {
    let Filled { rubric, assessment, scorecard, .. } = filled;
    let document = paper(&Context::new(rubric, assessment, scorecard, lang));
    let standing = el("div", "paper__standing")
        .child(el("p", "").text(report::total_sentence(rubric, scorecard, lang)))
        .child(Reading::of(rubric, scorecard, Size::Full, lang).drawn::<El>(Size::Full));
    let lines = [text::SIGN_ASSESSOR, text::SIGN_HEAD, text::SIGN_UNIT, text::SIGN_DATE];
    let lines = lines.map(|key| el("p", "paper__line").text(t(key, lang)));
    el("section", if document.wide { "paper paper--wide" } else { "paper" })
        .attr("lang", lang.tag())
        .child(el("h1", "paper__title").text(document.title.as_str()))
        .children(document_parts(&document, lang, false))
        .child(
            el("div", "paper__foot")
                .child(standing)
                .child(el("div", "paper__lines").children(lines)),
        )
}
