//! The levels of a list that has one column of names: 一、 above （一） above 1.

use super::super::line::Line;
use crate::audit::{Column, plain};

/// The level of each line by the number before its name, or in the column before it, from 1 on; none
/// where there is no number, or where all have the same kind.
pub(super) fn levels(lines: &[Line<'_>]) -> Vec<Option<usize>> {
    let Some(first) = lines.first() else { return Vec::new() };
    let named = first.draft.columns.iter().filter(|one| one.column.level().is_some());
    let kinds: Vec<Option<Kind>> = match named.count() {
        1 => lines.iter().map(of_line).collect(),
        _ => return vec![None; lines.len()],
    };
    let mut present: Vec<Kind> = kinds.iter().flatten().copied().collect();
    present.sort_unstable();
    present.dedup();
    let level = |kind: Kind| present.iter().position(|one| *one == kind).map(|at| at + 1);
    match present.len() {
        0 | 1 => vec![None; lines.len()],
        _ => kinds.into_iter().map(|kind| kind.and_then(level)).collect(),
    }
}

/// The kinds of numbers, the higher level first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// 一、
    Chinese,
    /// （一）
    InBrackets,
    /// 1.
    Digits,
    /// 1.1
    Dotted,
    /// （1）
    DigitsInBrackets,
}

/// By its name, else by what stands before the column of names.
fn of_line(line: &Line<'_>) -> Option<Kind> {
    let names = line.draft.columns.iter().find(|one| one.column.level().is_some())?;
    let own = || line.cells.iter().filter(|cell| cell.row == line.number);
    let name = line.cell(names.column).map(|cell| plain(&cell.text));
    let number = own().find(|cell| cell.col < names.first).map(|cell| plain(&cell.text));
    let by_name = name.and_then(|name| kind(&name, false));
    by_name.or_else(|| kind(&number?, true))
}

/// The number that a plain text begins with, or is.
fn kind(text: &str, alone: bool) -> Option<Kind> {
    let chinese =
        |text: &str| text.trim_start_matches(|c| "一二三四五六七八九十".contains(c)).len();
    let digits = |text: &str| text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let behind = |from: &str, left: usize| {
        Some(from[from.len() - left..].to_owned()).filter(|_| left < from.len())
    };
    if let Some(inner) = text.strip_prefix('(') {
        let closed = |left| behind(inner, left).is_some_and(|rest| rest.starts_with(')'));
        return match (closed(chinese(inner)), closed(digits(inner))) {
            (true, _) => Some(Kind::InBrackets),
            (_, true) => Some(Kind::DigitsInBrackets),
            _ => None,
        };
    }
    let ends = |rest: &str| (alone && rest.is_empty()) || rest.starts_with(['、', '.', ',']);
    if let Some(rest) = behind(text, chinese(text)) {
        return ends(&rest).then_some(Kind::Chinese);
    }
    let rest = behind(text, digits(text))?;
    let dotted = rest.strip_prefix('.').is_some_and(|rest| digits(rest) < rest.len());
    match dotted {
        true => Some(Kind::Dotted),
        false => ends(&rest).then_some(Kind::Digits),
    }
}

impl Line<'_> {
    /// The column of its only names.
    pub(super) fn only_names(&self) -> Option<Column> {
        self.draft.columns.iter().map(|one| one.column).find(|column| column.level().is_some())
    }
}
