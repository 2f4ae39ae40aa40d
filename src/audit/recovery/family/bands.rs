//! Fixed shares of the weight, as a judgement gives them.

use crate::engine::rule::{Band, Bands};
use crate::engine::{Figure, Label, PointRange, Rule};

use super::Verdict;
use crate::audit::recovery::case::Case;

/// The bands with their share of the weight, in %.
const BANDS: [(&str, &str, &str, u32); 4] = [
    ("met", "达成", "Met", 100),
    ("mostly", "基本达成", "Mostly met", 80),
    ("partly", "部分达成", "Partly met", 50),
    ("missed", "未达成", "Not met", 0),
];

/// Only rows without a rate are judged.
pub(super) fn verdict(case: &Case) -> Verdict {
    if case.completion.is_some() || case.achieved.is_some() || !case.levels.is_empty() {
        return Verdict::Outside;
    }
    // Whether it is the share of a band, the engine says.
    if case.is_full() { Verdict::Silent } else { Verdict::Supports }
}

pub(super) fn rule() -> Rule {
    let band = |(id, zh, en, share): (&str, &str, &str, u32)| Band {
        id: id.to_owned(),
        label: Label { zh: zh.to_owned(), en: en.to_owned() },
        share: PointRange::fixed(Figure::whole(share)),
    };
    Rule::Bands(Bands { bands: BANDS.map(band).into() })
}
