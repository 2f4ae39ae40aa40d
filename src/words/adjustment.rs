//! Adjustments and statuses in words.

use super::Lang;
use super::about::About;
use super::figure::range;
use super::table::{say, shared as text, t};
use crate::engine::{
    Adjustment, AdjustmentKind, Figure, Indicator, PointRange, Rubric, Span, Status,
};

/// How an indicator came to its points: 已评分, 评价人调整, 不适用.
pub fn status(status: Status, lang: Lang) -> &'static str {
    let key = match status {
        Status::Empty => text::EMPTY,
        Status::Partial => text::PARTIAL,
        Status::Scored => text::SCORED,
        Status::Overridden => text::OVERRIDDEN,
        Status::NotApplicable => text::NOT_APPLICABLE,
        Status::Block => text::BLOCK,
        Status::InBlock => text::IN_BLOCK,
        Status::Invalid => text::INVALID,
    };
    t(key, lang)
}

/// An adjustment of an indicator, or of the total, with its points: `虚列支出扣6分`; with the
/// range while it is open.
pub fn adjustment(
    rubric: &Rubric,
    indicator: Option<&Indicator>,
    adjustment: &Adjustment,
    lang: Lang,
) -> String {
    let name = adjustment_name(rubric, indicator, &adjustment.kind, lang);
    let Span { min, max } = adjustment.points;
    let taken = min.is_negative() || max.is_negative();
    let size = |change: Figure| if taken { -change } else { change };
    let (from, to) = (size(min).min(size(max)), size(min).max(size(max)));
    let key = match () {
        () if !taken => text::ADDED,
        () if max.is_zero() => text::MAY_TAKE,
        () => text::TAKEN,
    };
    let amount = range(PointRange { from, to }, lang);
    say(key, lang, &[("name", &name), ("points", &amount)])
}

/// What was added or taken at an indicator, or at the total: the label of the modifier,
/// 评价人调整, 加分项.
pub fn adjustment_name(
    rubric: &Rubric,
    indicator: Option<&Indicator>,
    kind: &AdjustmentKind,
    lang: Lang,
) -> String {
    let label = |leaf: Option<&Indicator>, item: &str| match leaf {
        Some(indicator) => About { rubric, indicator, lang }.modifier(item).to_owned(),
        None => item.to_owned(),
    };
    let key = match kind {
        AdjustmentKind::Deduction { item } | AdjustmentKind::Occurrences { item } => {
            return label(indicator, item);
        }
        AdjustmentKind::Penalty { item, from } => return label(rubric.indicator(from), item),
        AdjustmentKind::Knockout { item, from, .. } => {
            let label = label(rubric.indicator(from), item);
            return say(text::VETO, lang, &[("item", &label)]);
        }
        AdjustmentKind::Block => text::BLOCK,
        AdjustmentKind::Override => text::OVERRIDDEN,
        AdjustmentKind::Rescale => text::RESCALED,
        AdjustmentKind::Bonus => text::BONUS,
        AdjustmentKind::Cap => text::CAPPED,
    };
    t(key, lang).to_owned()
}
