//! The lines of the budget at the head of a form: 年初预算数, 全年预算数, 全年执行数, 执行率.

use std::ops::Range;

use super::columns::without_brackets;
use super::grid::{Cell, Grid, is_blank};
use super::names::joined;
use crate::audit::{Budget, Part, plain};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Initial,
    Planned,
    Executed,
    Rate,
    Weight,
    Score,
}

fn kind(head: &str) -> Option<Kind> {
    let base = without_brackets(&plain(head));
    let has = |words: &[&str]| words.iter().any(|word| base.contains(word));
    Some(match base.as_str() {
        "分值" | "权重" | "满分" => Kind::Weight,
        "得分" | "评分" | "自评得分" => Kind::Score,
        _ if base.chars().count() > 14 => return None,
        _ if has(&["执行率", "完成率"]) => Kind::Rate,
        _ if has(&["执行", "实际支出", "支出数", "决算"]) => Kind::Executed,
        _ if has(&["年初", "年度预算申请"]) && has(&["预算", "批复"]) => Kind::Initial,
        _ if has(&["全年预算", "调整后", "预算数", "到位"]) => Kind::Planned,
        _ => return None,
    })
}

/// The budget in these rows, and the rows that it takes; none where no row has its heads.
pub(super) fn read(grid: &Grid, rows: Range<usize>) -> Option<(Budget, Range<usize>)> {
    let head = rows.clone().find(|row| is_head(grid, *row))?;
    let heads: Vec<(Kind, &Cell)> = heads(grid, head).collect();
    let first = heads.iter().map(|(_, cell)| cell.col).min()?;
    let mut budget = Budget::default();
    let mut end = head + 1;
    for row in head + 1..rows.end {
        let value = |kind| below(grid, row, &heads, kind);
        let figures = [Kind::Initial, Kind::Planned, Kind::Executed].map(value);
        let Some(label) = label(grid, row, first).filter(|_| figures.iter().any(|f| !f.is_empty()))
        else {
            if grid.is_blank(row) {
                continue;
            }
            break;
        };
        let digits = figures.iter().any(|figure| figure.contains(|c: char| c.is_ascii_digit()));
        if !digits && !figures.iter().all(|figure| is_blank(figure)) {
            break;
        }
        end = row + 1;
        let [initial, planned, executed] = figures.map(kept);
        if is_whole(&label) || (end == head + 2 && !label.contains("其中")) {
            let [rate, weight, score] =
                [Kind::Rate, Kind::Weight, Kind::Score].map(value).map(kept);
            budget =
                Budget { initial, planned, executed, rate, weight, score, parts: budget.parts };
        } else if digits {
            budget.parts.push(Part { name: part_name(&label), initial, planned, executed });
        }
    }
    (end > head + 1).then_some((budget, head..end))
}

/// The budget that a table of its own tells: in one line, or with a line for the whole.
pub(super) fn apart(grid: &Grid) -> Option<Budget> {
    let (budget, rows) = read(grid, 0..grid.height())?;
    let whole = || rows.into_iter().flat_map(|row| grid.row(row)).any(|cell| is_whole(&cell.text));
    (budget.parts.is_empty() || whole()).then_some(budget)
}

fn is_whole(label: &str) -> bool {
    ["总额", "合计", "总计", "资金总", "总预算"].iter().any(|word| label.contains(word))
}

/// Whether a row holds the heads of a budget.
pub(super) fn is_head(grid: &Grid, row: usize) -> bool {
    let amounts = [Kind::Initial, Kind::Planned, Kind::Executed];
    heads(grid, row).filter(|(kind, _)| amounts.contains(kind)).count() > 1
}

fn heads(grid: &Grid, row: usize) -> impl Iterator<Item = (Kind, &Cell)> {
    let own = grid.row(row).into_iter().filter(move |cell| cell.row == row);
    own.filter_map(|cell| Some((kind(&cell.text)?, cell)))
}

/// What stands below a head: the cell that begins under it.
fn below(grid: &Grid, row: usize, heads: &[(Kind, &Cell)], kind: Kind) -> String {
    let Some((_, head)) = heads.iter().find(|(other, _)| *other == kind) else {
        return String::new();
    };
    let under = |cell: &&&Cell| (head.col..head.col + head.colspan).contains(&cell.col);
    grid.row(row).iter().find(under).map_or(String::new(), |cell| cell.text.clone())
}

/// The label of a row: the last text before the figures that begins in this row.
fn label(grid: &Grid, row: usize, first: usize) -> Option<String> {
    let cells = grid.row(row);
    let mut own = cells.iter().filter(|cell| cell.row == row && cell.col < first);
    own.rfind(|cell| !is_blank(&cell.text)).map(|cell| joined(&cell.text))
}

fn kept(text: String) -> String {
    if is_blank(&text) { String::new() } else { joined(&text) }
}

/// 其中：当年财政拨款 without 其中.
fn part_name(label: &str) -> String {
    let name = label.strip_prefix("其中").unwrap_or(label);
    name.trim_start_matches([':', '：', ',', '，']).trim_end_matches([':', '：']).to_owned()
}
