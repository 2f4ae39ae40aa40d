//! The columns that name the indicators, merged as the forms merge them, and the columns of scores.

use super::context::{Context, Leaf};
use super::figures::{points, points_padded};
use crate::engine::{Adjustment, AdjustmentKind, Figure, Outcome, Span, Status};
use crate::exchange::table::{Cell, Row};
use crate::words::table::{Key, documents as text};
use crate::words::{self, say};

/// How weights stand beside the names of indicators.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weights {
    /// Not at all; the form has a column for the leaf's.
    Absent,
    /// In a column of their own after each level.
    Beside,
    /// Behind the name, in brackets.
    Inside,
}

/// Levels of names that these leaves need.
pub fn levels(leaves: &[Leaf<'_>]) -> usize {
    leaves.iter().map(|leaf| leaf.depth).max().unwrap_or(1)
}

/// Heads of the columns of names.
pub fn name_heads(ctx: &Context<'_>, levels: usize, weights: Weights) -> Vec<Cell> {
    const HEADS: [Key; 4] = [text::LEVEL_1, text::LEVEL_2, text::LEVEL_3, text::LEVEL_4];
    let mut heads = Vec::new();
    for key in HEADS.iter().take(levels) {
        heads.push(Cell::head(ctx.t(key)));
        if weights == Weights::Beside {
            heads.push(Cell::head(ctx.t(text::WEIGHT)));
        }
    }
    heads
}

/// For each leaf, the cells of the groups that begin with it and its own: groups reach down over
/// their leaves, a leaf of a higher level reaches across to the last.
pub fn name_cells(ctx: &Context<'_>, leaves: &[Leaf<'_>], weights: Weights) -> Vec<Vec<Cell>> {
    let levels = levels(leaves);
    let paths: Vec<Vec<usize>> = leaves.iter().map(|leaf| ctx.path(leaf.at)).collect();
    let mut before: &[usize] = &[];
    let mut rows = Vec::new();
    for (leaf, path) in leaves.iter().zip(&paths) {
        let mut cells = Vec::new();
        for group in path.iter().filter(|at| **at != leaf.at && !before.contains(at)) {
            let below = paths.iter().filter(|path| path.contains(group)).count();
            named(ctx, *group, weights, (1, below), &mut cells);
        }
        let columns = levels.saturating_sub(leaf.depth) + 1;
        named(ctx, leaf.at, weights, (columns, 1), &mut cells);
        before = path;
        rows.push(cells);
    }
    rows
}

fn named(
    ctx: &Context<'_>,
    at: usize,
    weights: Weights,
    (columns, rows): (usize, usize),
    cells: &mut Vec<Cell>,
) {
    let Some(node) = ctx.node(at) else {
        return;
    };
    let name = match weights {
        Weights::Inside => ctx.with_weight(node.indicator),
        _ => ctx.name(node.indicator).to_owned(),
    };
    let name = match node.bonus {
        true => say(text::BONUS_ITEM, ctx.lang, &[("name", &name)]),
        false => name,
    };
    let across = match weights {
        Weights::Beside => 2 * columns - 1,
        _ => columns,
    };
    cells.push(spanning(Cell::side(name), across, rows));
    if weights == Weights::Beside {
        cells.push(spanning(Cell::centred(node.indicator.weight.trimmed()), 1, rows));
    }
}

/// The cell, reaching over so many columns and rows.
pub fn spanning(cell: Cell, columns: usize, rows: usize) -> Cell {
    let short = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let cell = if columns > 1 { cell.across(short(columns)) } else { cell };
    if rows > 1 { cell.down(short(rows)) } else { cell }
}

/// Which figures stand at the right of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Figures {
    /// 得分.
    Score,
    /// 得分 with all decimals of the form.
    Padded,
    /// 扣分 得分 得分率.
    All,
}

/// For each leaf the cells of its score. A group scored as a block has one score for all its
/// leaves, which reaches down over them.
pub fn score_cells(ctx: &Context<'_>, leaves: &[Leaf<'_>], figures: Figures) -> Vec<Vec<Cell>> {
    let scored = |(leaf, block): (&Leaf<'_>, &Option<Block>)| match block {
        None => scored(ctx, leaf.outcome, figures, 1),
        Some(block) if !block.begins => Vec::new(),
        Some(Block { at, rows, .. }) => {
            ctx.outcome(*at).map_or_else(Vec::new, |group| scored(ctx, group, figures, *rows))
        }
    };
    leaves.iter().zip(&blocks(ctx, leaves)).map(scored).collect()
}

/// A row of a group that is scored as a block.
#[derive(Clone, Copy)]
pub struct Block {
    /// The position of the group.
    pub at: usize,
    /// Whether the row is the first of the group.
    pub begins: bool,
    /// How many rows the group has.
    pub rows: usize,
}

/// For each leaf, the block that it lies in.
pub fn blocks(ctx: &Context<'_>, leaves: &[Leaf<'_>]) -> Vec<Option<Block>> {
    let groups: Vec<Option<usize>> = leaves.iter().map(|leaf| block_of(ctx, leaf.at)).collect();
    let block = |(row, group): (usize, &Option<usize>)| {
        let at = (*group)?;
        let first = groups.iter().position(|other| *other == Some(at));
        let rows = groups.iter().filter(|other| **other == Some(at)).count();
        Some(Block { at, begins: first == Some(row), rows })
    };
    groups.iter().enumerate().map(block).collect()
}

/// The group above that is scored as a block.
pub fn block_of(ctx: &Context<'_>, at: usize) -> Option<usize> {
    let is_block = |at: &usize| ctx.outcome(*at).is_some_and(|found| found.status == Status::Block);
    ctx.path(at).into_iter().find(is_block)
}

/// The figures of one outcome, in cells that reach over `rows` rows.
fn scored(ctx: &Context<'_>, outcome: &Outcome, figures: Figures, rows: usize) -> Vec<Cell> {
    let number = |text: String| spanning(Cell::number(text), 1, rows);
    if matches!(outcome.status, Status::Empty) && !outcome.score.is_settled() {
        let columns = if figures == Figures::All { 3 } else { 1 };
        return (0..columns).map(|_| number(String::new())).collect();
    }
    let score = number(shown(ctx, outcome.score, figures));
    if figures != Figures::All {
        return vec![score];
    }
    let settled = outcome.score.is_settled();
    let lost = if settled { outcome.deduction().trimmed() } else { String::new() };
    vec![number(lost), score, number(full_rate(outcome.score, outcome.weight))]
}

/// 得分率 as 综合评分表 prints it, `67.80%` and `75%`; empty while open.
pub fn full_rate(score: Span, weight: Figure) -> String {
    if !score.is_settled() {
        return String::new();
    }
    let rate = words::score_rate(score.min, weight);
    match rate.strip_suffix('%').and_then(|rate| rate.split_once('.')) {
        Some((_, decimals)) if decimals.len() == 1 => rate.replace('%', "0%"),
        _ => rate,
    }
}

/// What acts beyond single indicators, a row each, so that the column of scores adds up: penalties
/// and knock-outs of groups, and the adjustments of the total. `before` columns stand before it.
pub fn adjustment_rows(
    ctx: &Context<'_>,
    figures: Figures,
    before: usize,
    after: usize,
) -> Vec<Row> {
    let all: Vec<usize> = (0..ctx.scorecard.outcomes.len()).collect();
    let mut rows = group_rows(ctx, &all, figures, before, after);
    // Bonus items have rows of their own; the rest is what their maximum took off.
    let bonus: Span =
        ctx.leaves().iter().filter(|leaf| leaf.bonus).map(|leaf| leaf.outcome.score).sum();
    for adjustment in &ctx.scorecard.total.adjustments {
        let span = adjustment.points;
        let rest = match adjustment.kind {
            AdjustmentKind::Bonus => Span { min: span.min - bonus.min, max: span.max - bonus.max },
            _ => span,
        };
        if rest != Span::default() {
            let name = words::adjustment_name(ctx.rubric, None, &adjustment.kind, ctx.lang);
            rows.push(adjustment_row(name, shown(ctx, rest, figures), before, after));
        }
    }
    rows
}

/// The rows of what acts on these groups.
pub fn group_rows(
    ctx: &Context<'_>,
    groups: &[usize],
    figures: Figures,
    before: usize,
    after: usize,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for (at, adjustment) in groups.iter().flat_map(|at| adjustments(ctx, *at)) {
        let Some(node) = ctx.node(at) else {
            continue;
        };
        let group = Some(node.indicator);
        let what = words::adjustment_name(ctx.rubric, group, &adjustment.kind, ctx.lang);
        let name = format!("{} {what}", ctx.name(node.indicator));
        let points = shown(ctx, adjustment.points, figures);
        rows.push(adjustment_row(name, points, before, after));
    }
    rows
}

/// What acts on a group beyond what lies in it; its score as a block is no such thing.
pub fn adjustments<'c>(
    ctx: &'c Context<'_>,
    at: usize,
) -> impl Iterator<Item = (usize, &'c Adjustment)> {
    let is_group = ctx.node(at).is_some_and(|node| !node.indicator.is_leaf());
    let all = ctx.outcome(at).filter(|_| is_group).into_iter();
    let all = all.flat_map(|outcome| &outcome.adjustments);
    all.filter(|one| one.kind != AdjustmentKind::Block).map(move |one| (at, one))
}

/// Points as the table prints them.
fn shown(ctx: &Context<'_>, span: Span, figures: Figures) -> String {
    match figures {
        Figures::Padded => points_padded(ctx.rubric, span, ctx.lang),
        Figures::Score | Figures::All => points(span, ctx.lang),
    }
}

fn adjustment_row(name: String, points: String, before: usize, after: usize) -> Row {
    let mut cells = vec![spanning(Cell::side(name), before, 1), Cell::number(points)];
    cells.extend((0..after).map(|_| Cell::text("")));
    Row::from(cells)
}
