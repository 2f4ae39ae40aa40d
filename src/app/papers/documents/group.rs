//! How a whole group came to its points: a score as a block, a penalty, a knock-out.

use super::context::Context;
use super::tree::adjustments;
use crate::engine::{AdjustmentKind, Figure, Status, Value};
use crate::exchange::typed;
use crate::words::table::documents as text;
use crate::words::{self, report, say};

/// The reason of a block and how its points arose, then what acts on the group, and the closing.
pub fn argument(ctx: &Context<'_>, at: usize) -> (String, String) {
    let Some((node, outcome)) = ctx.node(at).zip(ctx.outcome(at)) else {
        return Default::default();
    };
    let closing = report::closing(ctx.rubric, node.indicator, outcome, ctx.lang);
    let block = ctx.entry(&node.indicator.id).block.as_ref();
    let block = block.filter(|_| outcome.status == Status::Block);
    let reason = block.map_or(String::new(), |block| ctx.sentence(&block.reason));
    let share = share(ctx, at).map_or(String::new(), |share| ctx.sentence(&share));
    // Where nothing else acts, the share has said it all.
    if !share.is_empty() && adjustments(ctx, at).next().is_none() {
        return (reason + &share, closing);
    }
    (reason + &share + &ctx.unscored(node.indicator, outcome), closing)
}

/// Whether it is scored as a block.
pub fn is_block(ctx: &Context<'_>, at: usize) -> bool {
    ctx.outcome(at).is_some_and(|outcome| outcome.status == Status::Block)
}

/// 整体按80%计分，25×80%=20分; none for a block that is scored by points.
fn share(ctx: &Context<'_>, at: usize) -> Option<String> {
    let (node, outcome) = ctx.node(at).zip(ctx.outcome(at))?;
    let entry = ctx.entry(&node.indicator.id);
    let typed = match entry.block.as_ref()?.share.as_ref()? {
        Value::Text(text) => text.trim(),
        Value::Fact(fact) => ctx.fact(fact),
    };
    let share: Figure = typed::figure(typed, "%")?.parse().ok()?;
    let weight = node.indicator.weight;
    let mut adjustments = outcome.adjustments.iter();
    let points = adjustments.find(|one| one.kind == AdjustmentKind::Block)?.points.min;
    // Rounded points are not equal to the product.
    let exact = weight.fraction().mul(share.percent()).ok()? == points.fraction();
    let key = if exact { text::BLOCK_SHARE } else { text::BLOCK_SHARE_ROUNDED };
    let (share, weight) = (share.trimmed() + "%", weight.trimmed());
    let points = words::points(points, ctx.lang);
    let values = [("share", &*share), ("weight", &*weight), ("points", &*points)];
    Some(say(key, ctx.lang, &values))
}
