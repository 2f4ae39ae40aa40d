//! 绩效得分情况表 by first level, and a table with its sentences for each first-level indicator.

use super::context::{Context, Leaf};
use super::figures::points;
use super::score_table::joined;
use super::tree::{
    Figures, Weights, adjustments, block_of, group_rows, levels, name_cells, name_heads,
    score_cells,
};
use super::{Document, Part, group};
use crate::engine::{Figure, Span};
use crate::exchange::table::{Cell, Row, Table};
use crate::words::table::documents as text;
use crate::words::{self, report, say};

/// Weight, score and rate of each first-level indicator and of the whole.
pub fn summary(ctx: &Context<'_>) -> Document {
    let mut parts = vec![report::conclusion(ctx.rubric, ctx.scorecard, ctx.lang)];
    let mut head = vec![Cell::head(ctx.t(text::INDICATOR))];
    let mut weights = vec![Cell::side(ctx.t(text::FORM_WEIGHT))];
    let mut scores = vec![Cell::side(ctx.t(text::SCORE))];
    let mut rates = vec![Cell::side(ctx.t(text::SCORE_RATE))];
    for at in ctx.groups() {
        let Some((node, outcome)) = ctx.node(at).zip(ctx.outcome(at)) else {
            continue;
        };
        let note = &ctx.entry(&node.indicator.id).note;
        parts.push(report::group_opening(node.indicator, outcome, note, ctx.lang));
        head.push(Cell::head(ctx.name(node.indicator)));
        weights.push(Cell::number(outcome.weight.trimmed()));
        scores.push(Cell::number(points(outcome.score, ctx.lang)));
        rates.push(Cell::number(rate(outcome.score, outcome.weight)));
    }
    let total = &ctx.scorecard.total;
    head.push(Cell::head(ctx.t(text::SUM)));
    weights.push(Cell::number(total.weight.trimmed()));
    scores.push(Cell::number(points(total.score, ctx.lang)));
    rates.push(Cell::number(rate(total.score, total.weight)));
    parts.extend(report::total_adjustments(ctx.rubric, ctx.scorecard, ctx.lang));
    let mut parts: Vec<Part> = parts.into_iter().map(Part::Text).collect();
    parts.push(Part::Table(Table {
        title: String::new(),
        head: vec![Row::from(head)],
        body: [weights, scores, rates].map(Row::from).to_vec(),
        notes: Vec::new(),
    }));
    Document::new("summary", ctx.t(text::SUMMARY), parts)
}

fn rate(score: Span, weight: Figure) -> String {
    match score.is_settled() {
        true => words::score_rate(score.min, weight),
        false => String::new(),
    }
}

/// For each first-level indicator: opening sentence, table, and the argument for each leaf.
pub fn details(ctx: &Context<'_>) -> Vec<Document> {
    let leaves = ctx.leaves();
    let groups = ctx.groups().into_iter();
    groups
        .filter_map(|at| {
            let inside = leaves.iter().filter(|leaf| ctx.path(leaf.at).first() == Some(&at));
            let inside: Vec<Leaf<'_>> = inside.copied().collect();
            detail(ctx, at, &inside)
        })
        .collect()
}

fn detail(ctx: &Context<'_>, at: usize, leaves: &[Leaf<'_>]) -> Option<Document> {
    let (node, outcome) = ctx.node(at).zip(ctx.outcome(at))?;
    let names = name_cells(ctx, leaves, Weights::Beside);
    let scores = score_cells(ctx, leaves, Figures::Score);
    let mut head = name_heads(ctx, levels(leaves), Weights::Beside);
    head.push(Cell::head(ctx.t(text::SCORE)));
    let mut body = joined(names, scores);
    let groups = groups_above(ctx, leaves);
    body.extend(group_rows(ctx, &groups, Figures::Score, 2 * levels(leaves), 0));
    let weight = || Cell::centred(outcome.weight.trimmed());
    let mut sum = vec![Cell::side(ctx.t(text::SUM)), weight()];
    for _ in 1..levels(leaves) {
        sum.extend([Cell::text(""), weight()]);
    }
    sum.push(Cell::number(points(outcome.score, ctx.lang)));
    body.push(Row::from(sum));
    let table =
        Table { title: String::new(), head: vec![Row::from(head)], body, notes: Vec::new() };

    let opening = report::detail_opening(node.indicator, outcome, ctx.lang);
    let mut parts = vec![Part::Text(opening), Part::Table(table)];
    parts.extend(arguments(ctx, leaves).into_iter().map(Part::Text));
    // Beneath the indicators, since it takes from what they add up to.
    let adjusted = groups.iter().filter(|at| adjustments(ctx, **at).next().is_some());
    let adjusted = adjusted.filter(|at| !group::is_block(ctx, **at));
    parts.extend(adjusted.map(|at| Part::Text(of_group(ctx, *at))));
    let key = match node.indicator.name.zh.ends_with(report::INDICATOR) {
        true => text::DETAIL_PLAIN,
        false => text::DETAIL,
    };
    let title = say(key, ctx.lang, &[("name", ctx.name(node.indicator))]);
    Some(Document::new(&format!("detail-{}", node.indicator.id), &title, parts))
}

/// Positions of the groups that these leaves lie in.
fn groups_above(ctx: &Context<'_>, leaves: &[Leaf<'_>]) -> Vec<usize> {
    let mut groups: Vec<usize> = leaves.iter().flat_map(|leaf| ctx.path(leaf.at)).collect();
    groups.sort_unstable();
    groups.dedup();
    groups.retain(|at| ctx.node(*at).is_some_and(|node| !node.indicator.is_leaf()));
    groups
}

/// A paragraph for each leaf; for a block one for all of it, and what was noted inside.
fn arguments(ctx: &Context<'_>, leaves: &[Leaf<'_>]) -> Vec<String> {
    let (mut said, mut before) = (Vec::new(), None);
    for leaf in leaves {
        let block = block_of(ctx, leaf.at);
        match block {
            None => said.push(about(ctx, ctx.name(leaf.indicator), ctx.argument(leaf))),
            Some(at) => {
                if before != block {
                    said.push(of_group(ctx, at));
                }
                let noted = ctx.noted(leaf);
                if !noted.is_empty() {
                    said.push(about(ctx, ctx.name(leaf.indicator), (noted, String::new())));
                }
            }
        }
        before = block;
    }
    said
}

fn of_group(ctx: &Context<'_>, at: usize) -> String {
    let name = ctx.node(at).map_or("", |node| ctx.name(node.indicator));
    about(ctx, name, group::argument(ctx, at))
}

/// `对于“…”：…综上所述，该指标满分6分，扣0.52分，得分5.48分。`
fn about(ctx: &Context<'_>, name: &str, (process, closing): (String, String)) -> String {
    let values = [("name", name), ("process", &*process), ("closing", &*closing)];
    say(text::FOR_INDICATOR, ctx.lang, &values)
}
