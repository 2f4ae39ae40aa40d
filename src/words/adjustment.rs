//! Adjustments and statuses in words.

use super::Lang;
use super::about::About;
use super::figure::{points, range};
use super::table::{say, shared as text, t};
use crate::engine::{
    Adjustment, AdjustmentKind, Figure, Indicator, Modifier, PointRange, Rubric, Span, Status,
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
    let penalty = matches!(adjustment.kind, AdjustmentKind::Penalty { .. });
    let taken = penalty || min.is_negative() || max.is_negative();
    let size = |change: Figure| if taken { -change } else { change };
    let (from, to) = (size(min).min(size(max)), size(min).max(size(max)));
    let key = match () {
        () if !taken => text::ADDED,
        () if max.is_zero() && !min.is_zero() => text::MAY_TAKE,
        () => text::TAKEN,
    };
    let amount = range(PointRange { from, to }, lang);
    if let Some(due) = due(rubric, &adjustment.kind).filter(|due| from == to && to < *due) {
        let due = points(due, lang);
        let values = [("name", &*name), ("due", &due), ("points", &amount)];
        return say(text::TAKEN_LESS, lang, &values);
    }
    say(key, lang, &[("name", &name), ("points", &amount)])
}

/// The points of a penalty before what was left limits them, where the rubric fixes them.
fn due(rubric: &Rubric, kind: &AdjustmentKind) -> Option<Figure> {
    let AdjustmentKind::Penalty { item, from } = kind else {
        return None;
    };
    let modifiers = &rubric.indicator(from)?.scoring.as_ref()?.modifiers;
    match modifiers.iter().find(|modifier| modifier.id() == item)? {
        Modifier::Penalty { points, .. } if points.is_fixed() => Some(points.to),
        _ => None,
    }
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
