//! The score table that follows a progress table: groups as lines of their own, two decimals.

use super::context::Context;
use super::figures::points_padded;
use super::tree::{Figures, adjustment_rows, spanning};
use super::{Document, Part};
use crate::engine::{Span, Status};
use crate::exchange::table::{Cell, Row, Table};
use crate::words::report::{grade_name, padded};
use crate::words::table::documents as text;

/// 评分表: each first-level indicator with its sum, then its indicators, then total and grade.
pub fn scores(ctx: &Context<'_>) -> Document {
    let heads = [text::LEVEL_2, text::LEVEL_3, text::PROGRESS_WEIGHT, text::PROGRESS_SCORE];
    let mut body = Vec::new();
    let leaves = ctx.leaves();
    for at in ctx.groups() {
        let Some((node, outcome)) = ctx.node(at).zip(ctx.outcome(at)) else {
            continue;
        };
        let name = format!("{}{}", ctx.name(node.indicator), ctx.t(text::COLON));
        body.push(Row::from(vec![
            Cell::side(name).across(2),
            Cell::number(outcome.weight.trimmed()),
            Cell::number(shown(ctx, outcome.score, outcome.status)),
        ]));
        let inside: Vec<_> =
            leaves.iter().filter(|leaf| ctx.path(leaf.at).first() == Some(&at)).collect();
        let mut before = None;
        for leaf in inside.iter().filter(|leaf| leaf.at != at) {
            let parent = ctx.node(leaf.at).and_then(|node| node.parent);
            let mut cells = Vec::new();
            let own_group = parent.filter(|parent| *parent != at).and_then(|at| ctx.node(at));
            if let Some(group) = own_group.filter(|_| parent != before) {
                let below = inside
                    .iter()
                    .filter(|other| ctx.node(other.at).and_then(|n| n.parent) == parent);
                cells.push(spanning(Cell::side(ctx.name(group.indicator)), 1, below.count()));
            }
            before = parent;
            let across = if own_group.is_some() { 1 } else { 2 };
            cells.push(spanning(Cell::side(ctx.name(leaf.indicator)), across, 1));
            cells.push(Cell::number(leaf.outcome.weight.trimmed()));
            cells.push(Cell::number(shown(ctx, leaf.outcome.score, leaf.outcome.status)));
            body.push(Row::from(cells));
        }
    }
    body.extend(adjustment_rows(ctx, Figures::Padded, 3, 0));
    let total = &ctx.scorecard.total;
    let grade = grade_name(ctx.rubric, ctx.scorecard, ctx.lang);
    body.push(Row::from(vec![
        Cell::side(ctx.t(text::PROGRESS_TOTAL)).across(2),
        Cell::number(total.weight.trimmed()),
        Cell::number(shown(ctx, total.score, Status::Partial)),
    ]));
    body.push(Row::from(vec![
        Cell::side(ctx.t(text::PROGRESS_GRADE)).across(2),
        Cell::centred(grade.unwrap_or_else(|| ctx.t(text::GRADE_OPEN).to_owned())).across(2),
    ]));
    let table = Table {
        title: String::new(),
        head: vec![Row::from(heads.map(|key| Cell::head(ctx.t(key))).to_vec())],
        body,
        notes: Vec::new(),
    };
    Document::new("scores", ctx.t(text::PROGRESS_SCORES), vec![Part::Table(table)])
}

/// Two decimals, as this form prints them; empty where nothing is entered.
fn shown(ctx: &Context<'_>, score: Span, status: Status) -> String {
    match (score.is_settled(), status) {
        (true, _) => padded(ctx.rubric, score.min),
        (false, Status::Empty) => String::new(),
        (false, _) => points_padded(ctx.rubric, score, ctx.lang),
    }
}
