//! The tables of all indicators: 综合评分表, the form with remarks, and the plain list of scores.

use super::context::{Context, Leaf};
use super::figures::{points, points_padded};
use super::tree::{
    Block, Figures, Weights, adjustment_rows, blocks, full_rate, levels, name_cells, name_heads,
    score_cells, spanning,
};
use super::{Document, Part, group};
use crate::engine::Layout;
use crate::exchange::table::{Cell, Row, Table};
use crate::words::report::{grade_name, padded};
use crate::words::table::{Key, documents as text};
use crate::words::{self, report};

/// 综合评分表, with everything known of each indicator.
pub fn full(ctx: &Context<'_>) -> Document {
    let columns = [
        (text::WEIGHT, Column::Weight),
        (text::MEANING, Column::Meaning),
        (text::TARGET, Column::Target),
        (text::SHORT_RULE, Column::Standard),
        (text::EVIDENCE, Column::Evidence),
        (text::PROCESS, Column::Process),
    ];
    let heads = [text::DEDUCTION, text::SCORE, text::SCORE_RATE];
    let table = sheet(ctx, &columns, Figures::All, &heads, None);
    let title = ctx.t(text::SCORE_TABLE);
    Document::new("score-table", title, vec![Part::Table(table)]).wide()
}

/// The form as it is filled in: standard, score, remarks, grade and total below.
pub fn form(ctx: &Context<'_>) -> Document {
    let columns = [
        (text::WEIGHT, Column::Weight),
        (text::CRITERIA, Column::Criteria),
        (text::STANDARD, Column::FullRule),
    ];
    let remarks = Some((text::REMARKS, Column::Remarks));
    let mut table = sheet(ctx, &columns, Figures::Score, &[text::SCORE_GIVEN], remarks);
    table.notes.push(words::grade_scale(ctx.rubric, ctx.lang));
    let title = ctx.t(text::FORM_TABLE);
    Document::new("form", title, vec![Part::Table(table)]).wide()
}

/// The score sheet that is printed from the scoring page.
pub fn paper_table(ctx: &Context<'_>) -> Table {
    let columns = [
        (text::WEIGHT, Column::Weight),
        (text::STANDARD, Column::FullRule),
        (text::PROCESS, Column::Derivation),
    ];
    sheet(ctx, &columns, Figures::All, &[text::DEDUCTION, text::SCORE, text::SCORE_RATE], None)
}

/// Names with their weights, and the score of each, with two decimals as it is published.
pub fn list(ctx: &Context<'_>) -> Document {
    let leaves = ctx.leaves();
    let names = name_cells(ctx, &leaves, Weights::Inside);
    let scores = score_cells(ctx, &leaves, Figures::Padded);
    let mut head = name_heads(ctx, levels(&leaves), Weights::Inside);
    head.push(Cell::head(ctx.t(text::SCORE)));
    let mut body: Vec<Row> = joined(names, scores);
    body.extend(adjustment_rows(ctx, Figures::Padded, levels(&leaves), 0));
    body.push(Row::from(vec![
        spanning(Cell::side(ctx.t(text::SUM)), levels(&leaves), 1),
        Cell::number(points_padded(ctx.rubric, ctx.scorecard.total.score, ctx.lang)),
    ]));
    let table =
        Table { title: String::new(), head: vec![Row::from(head)], body, notes: Vec::new() };
    let opening = report::conclusion(ctx.rubric, ctx.scorecard, ctx.lang);
    let title = ctx.t(text::SCORE_LIST);
    Document::new("score-list", title, vec![Part::Text(opening), Part::Table(table)])
}

#[derive(Clone, Copy)]
enum Column {
    Weight,
    Meaning,
    Target,
    FullRule,
    Standard,
    Criteria,
    Evidence,
    Process,
    Derivation,
    Remarks,
}

fn sheet(
    ctx: &Context<'_>,
    columns: &[(Key, Column)],
    figures: Figures,
    figure_heads: &[Key],
    behind: Option<(Key, Column)>,
) -> Table {
    let leaves = ctx.leaves();
    let mut head = name_heads(ctx, levels(&leaves), Weights::Absent);
    let behind_head = behind.iter().map(|(key, _)| key);
    let keys = columns.iter().map(|(key, _)| key).chain(figure_heads).chain(behind_head);
    head.extend(keys.map(|key| Cell::head(ctx.t(key))));
    let names = name_cells(ctx, &leaves, Weights::Absent);
    let scores = score_cells(ctx, &leaves, figures);
    let mut body = Vec::new();
    let blocks = blocks(ctx, &leaves);
    for (((leaf, block), mut cells), score) in leaves.iter().zip(blocks).zip(names).zip(scores) {
        cells.extend(columns.iter().filter_map(|(_, column)| cell(ctx, leaf, block, *column)));
        cells.extend(score);
        cells.extend(behind.and_then(|(_, column)| cell(ctx, leaf, block, column)));
        body.push(Row::from(cells));
    }
    let before = levels(&leaves) + columns.len() + figure_heads.len() / 2;
    let after = figure_heads.len() / 2 + usize::from(behind.is_some());
    body.extend(adjustment_rows(ctx, figures, before, after));
    body.push(total_row(ctx, levels(&leaves), columns.len(), figures, behind.is_some()));
    let figures = figure_heads.len() + usize::from(behind.is_some());
    body.push(grade_row(ctx, levels(&leaves), columns.len(), figures));
    Table { title: String::new(), head: vec![Row::from(head)], body, notes: Vec::new() }
}

/// 合计: full score, lost, total, rate.
fn total_row(
    ctx: &Context<'_>,
    levels: usize,
    columns: usize,
    figures: Figures,
    behind: bool,
) -> Row {
    let total = &ctx.scorecard.total;
    let mut cells = vec![
        spanning(Cell::side(ctx.t(text::SUM)), levels, 1),
        Cell::centred(total.weight.trimmed()),
        spanning(Cell::text(""), columns - 1, 1),
    ];
    let score = Cell::number(points(total.score, ctx.lang));
    if figures == Figures::All {
        let settled = total.score.is_settled();
        let lost = if settled { (total.weight - total.score.min).trimmed() } else { String::new() };
        let rate = full_rate(total.score, total.weight);
        cells.extend([Cell::number(lost), score, Cell::number(rate)]);
    } else {
        cells.push(score);
    }
    cells.extend(behind.then(|| Cell::text("")));
    Row::from(cells)
}

/// 评价等级 and 评价得分 in one line at the foot.
fn grade_row(ctx: &Context<'_>, levels: usize, columns: usize, figures: usize) -> Row {
    let grade = grade_name(ctx.rubric, ctx.scorecard, ctx.lang);
    let grade = grade.unwrap_or_else(|| ctx.t(text::GRADE_OPEN).to_owned());
    let score = ctx.scorecard.total.score;
    let total = match score.is_settled() {
        true => padded(ctx.rubric, score.min),
        false => points(score, ctx.lang),
    };
    Row::from(vec![
        spanning(Cell::side(ctx.t(text::GRADE)), levels, 1),
        spanning(Cell::centred(grade), columns - 1, 1),
        Cell::side(ctx.t(text::FINAL_SCORE)),
        spanning(Cell::centred(total), figures, 1),
    ])
}

/// A cell of a row. In a block, what is said of the group reaches over its rows.
fn cell(ctx: &Context<'_>, leaf: &Leaf<'_>, block: Option<Block>, column: Column) -> Option<Cell> {
    match (column, block) {
        (Column::Process | Column::Derivation, Some(Block { at, begins, rows })) => {
            let (process, closing) = group::argument(ctx, at);
            begins.then(|| spanning(Cell::text(process + &closing), 1, rows))
        }
        (Column::Remarks, Some(block)) if block.begins => {
            Some(Cell::text(block_reason(ctx, block.at) + &ctx.noted(leaf)))
        }
        _ => Some(shown(ctx, leaf, column)),
    }
}

fn block_reason(ctx: &Context<'_>, at: usize) -> String {
    let entry = ctx.node(at).map(|node| ctx.entry(&node.indicator.id));
    let block = entry.and_then(|entry| entry.block.as_ref());
    block.map_or(String::new(), |block| ctx.sentence(&block.reason))
}

fn shown(ctx: &Context<'_>, leaf: &Leaf<'_>, column: Column) -> Cell {
    let lang = ctx.lang;
    let indicator = leaf.indicator;
    match column {
        Column::Weight => Cell::centred(indicator.weight.trimmed()),
        Column::Meaning => {
            let meaning = indicator.meaning.as_ref().map_or("", |meaning| lang.of(meaning));
            Cell::text(meaning)
        }
        Column::Target => Cell::centred(ctx.target(leaf)),
        Column::FullRule => Cell::text(words::rule_full(ctx.rubric, indicator, lang).concat()),
        Column::Standard => Cell::text(standard(ctx, leaf)),
        Column::Criteria => Cell::text(ctx.criteria(indicator)),
        Column::Evidence => Cell::text(leaf.entry.evidence.as_str()),
        Column::Process => {
            let (process, closing) = ctx.argument(leaf);
            Cell::text(process + &closing)
        }
        Column::Derivation => Cell::text(ctx.process(leaf)),
        Column::Remarks => Cell::text(ctx.noted(leaf)),
    }
}

/// How an indicator is scored. A form that was read from a published table holds the 评分标准 that is
/// printed there as its 评价要点, for which this table has no column.
fn standard(ctx: &Context<'_>, leaf: &Leaf<'_>) -> String {
    let rule = words::rule_full(ctx.rubric, leaf.indicator, ctx.lang).concat();
    let bare = ctx.rubric.layout == Layout::Report && leaf.indicator.meaning.is_none();
    if bare { ctx.sentence(&ctx.criteria(leaf.indicator)) + &rule } else { rule }
}

/// Rows of two blocks of columns side by side.
pub fn joined(left: Vec<Vec<Cell>>, right: Vec<Vec<Cell>>) -> Vec<Row> {
    let rows = left.into_iter().zip(right);
    rows.map(|(mut cells, more)| {
        cells.extend(more);
        Row::from(cells)
    })
    .collect()
}
