//! How a whole group came to its points: a score as a block, a penalty, a knock-out.

use super::context::Context;
use crate::engine::Status;
use crate::exchange::typed;
use crate::words::{self, report};

/// What happened to the group itself, with the reason of a block, and the closing.
pub fn argument(ctx: &Context<'_>, at: usize) -> (String, String) {
    let Some((node, outcome)) = ctx.node(at).zip(ctx.outcome(at)) else {
        return Default::default();
    };
    let (indicator, lang) = (node.indicator, ctx.lang);
    let entry = typed::plain_group(ctx.entry(&indicator.id));
    let line = words::group_line(ctx.rubric, indicator, outcome, Some(&entry), lang);
    (ctx.sentence(&line), report::closing(ctx.rubric, indicator, outcome, lang))
}

/// Whether it is scored as a block.
pub fn is_block(ctx: &Context<'_>, at: usize) -> bool {
    ctx.outcome(at).is_some_and(|outcome| outcome.status == Status::Block)
}
