//! What happened to a group itself: a block, penalties and knock-outs, in one line.

use super::Lang;
use super::about::capitalized;
use super::adjustment::adjustment;
use super::figure::{constant, exact_points, points};
use super::table::{line as text, say, shared, t};
use crate::engine::{
    Adjustment, AdjustmentKind, Entry, Figure, Indicator, Outcome, Rubric, Span, Status, Value,
};

/// What happened to a group beyond the sum of its children, without a full stop; `entry` is what
/// was entered for the group itself, with plain figures. Empty for a leaf, and where nothing did.
///
/// - After a penalty: `下级指标合计15分；安全事故应扣17分，扣完为止，实扣15分，得0分`.
/// - As a block: `所设指标偏差，整体按80%计分，25×80%=20分`.
pub fn group_line(
    rubric: &Rubric,
    indicator: &Indicator,
    outcome: &Outcome,
    entry: Option<&Entry>,
    lang: Lang,
) -> String {
    let happened: Vec<&Adjustment> =
        outcome.adjustments.iter().filter(|one| is_sure(one)).collect();
    if indicator.is_leaf() || happened.is_empty() {
        return String::new();
    }
    let as_block = outcome.status == Status::Block;
    let mut clauses = vec![if as_block {
        block(indicator, outcome, entry, lang)
    } else {
        children(outcome, lang)
    }];
    let acted = happened.into_iter().filter(|one| one.kind != AdjustmentKind::Block);
    let acted: Vec<String> =
        acted.map(|one| adjustment(rubric, Some(indicator), one, lang)).collect();
    if !acted.is_empty() {
        clauses.push(
            acted.join(t(shared::COMMA, lang)) + t(shared::COMMA, lang) + &result(outcome, lang),
        );
    }
    capitalized(clauses.join(t(shared::SEMICOLON, lang)))
}

/// Whether points were taken or added, or would have been had any been left; a penalty that may
/// still come has not happened.
fn is_sure(one: &Adjustment) -> bool {
    one.points.is_settled() || !one.points.max.is_zero()
}

fn children(outcome: &Outcome, lang: Lang) -> String {
    let Span { min, max } = outcome.base;
    let (from, to) = (points(min, lang), points(max, lang));
    match outcome.base.is_settled() {
        true => say(text::CHILDREN, lang, &[("points", &from)]),
        false => say(text::CHILDREN_OPEN, lang, &[("from", &from), ("to", &to)]),
    }
}

fn result(outcome: &Outcome, lang: Lang) -> String {
    let Span { min, max } = outcome.score;
    let to = points(max, lang);
    match outcome.score.is_settled() {
        true => say(text::SCORED, lang, &[("points", &to)]),
        false => say(text::BETWEEN, lang, &[("from", &min.trimmed()), ("to", &to)]),
    }
}

/// The reason, and how the points of the block came about.
fn block(indicator: &Indicator, outcome: &Outcome, entry: Option<&Entry>, lang: Lang) -> String {
    let block = entry.and_then(|entry| entry.block.as_ref());
    let given = outcome.adjustments.iter().find(|one| one.kind == AdjustmentKind::Block);
    let awarded = given.map_or(Figure::ZERO, |one| one.points.min);
    let share = block.and_then(|block| match &block.share {
        Some(Value::Text(text)) => text.trim().parse::<Figure>().ok(),
        _ => None,
    });
    let said = match share {
        Some(share) => by_share(indicator.weight, share, awarded, lang),
        None => say(text::BLOCK_POINTS, lang, &[("points", &points(awarded, lang))]),
    };
    let reason = block.map_or("", |block| block.reason.trim());
    let reason = reason.trim_end_matches(['。', '.', '；', ';', '，', ',']);
    if reason.is_empty() {
        return said;
    }
    let joint = if reason.contains('。') { t(shared::STOP, lang) } else { t(shared::COMMA, lang) };
    reason.to_owned() + joint + &said
}

/// `整体按80%计分，25×80%=20分`; rounded where the product is no figure of the form.
fn by_share(weight: Figure, share: Figure, awarded: Figure, lang: Lang) -> String {
    let exact = weight.fraction().mul(share.percent());
    let exact = exact.unwrap_or(awarded.fraction());
    let rounded = exact != awarded.fraction();
    let (weight, share) = (weight.trimmed(), constant(share));
    let (exact, awarded) = (exact_points(exact, lang), points(awarded, lang));
    let values = [("weight", &*weight), ("share", &share), ("exact", &exact), ("points", &awarded)];
    say(if rounded { text::BLOCK_SHARE_ROUNDED } else { text::BLOCK_SHARE }, lang, &values)
}

#[cfg(test)]
mod tests;
