//! Which column below its heads holds what.

use std::collections::BTreeSet;
use std::ops::Range;

use super::columns::Known;
use super::grid::{Grid, is_blank};
use super::heads::{Heading, is_figure, of, texts};
use crate::audit::{Assumption, Column, How, Printed};

/// The columns below these heads.
pub(super) fn columns(
    grid: &Grid,
    head: &Range<usize>,
    body: &Range<usize>,
    noted: &mut Vec<Assumption>,
) -> Vec<Heading> {
    let mut all: Vec<(Heading, Option<Known>)> = Vec::new();
    let last_row = head.end.saturating_sub(1);
    for col in 0..grid.width() {
        let same = col > 0
            && !head.is_empty()
            && grid.cell(last_row, col).is_some()
            && grid.cell(last_row, col) == grid.cell(last_row, col - 1);
        if let Some((before, _)) = all.last_mut().filter(|_| same && !begins(grid, body, col)) {
            before.last = col;
            continue;
        }
        let known = of(grid, head, col);
        let column = known.map_or(Column::Ignored, |known| known.column);
        let how = known.map_or(How::Unknown, |known| known.how);
        let head = texts(grid, head, col).join(" ");
        all.push((Heading { head, column, how, first: col, last: col }, known));
    }
    leading_names(grid, body, &mut all);
    names(grid, body, &mut all);
    by_place(&mut all);
    let mut columns = only_one_each(all, noted);
    reasons(&mut columns);
    rates(grid, body, &mut columns);
    columns
}

/// Percentages below 得分, beside weights that are none, are rates of the scores: 90% of 60.
fn rates(grid: &Grid, body: &Range<usize>, columns: &mut [Heading]) {
    let most = |col: usize| {
        let figures = || body.clone().filter_map(move |row| Printed::read(grid.text(row, col)));
        let percent = figures().filter(Printed::is_percent).count();
        percent > 0 && percent * 2 > figures().count()
    };
    let at = |columns: &[Heading], column| columns.iter().position(|one| one.column == column);
    let Some(score) = at(columns, Column::Score).filter(|at| most(columns[*at].first)) else {
        return;
    };
    if at(columns, Column::Weight).is_none_or(|weight| most(columns[weight].first)) {
        return;
    }
    let taken = at(columns, Column::ScoreRate).is_some();
    columns[score].column = if taken { Column::Ignored } else { Column::ScoreRate };
    columns[score].how = How::Content;
}

/// Whether cells of the body begin in a column that is not the first of its head.
fn begins(grid: &Grid, body: &Range<usize>, col: usize) -> bool {
    let begins = |row: &usize| {
        grid.cell(*row, col)
            .is_some_and(|cell| cell.col == col && cell.row == *row && !is_blank(&cell.text))
    };
    body.clone().filter(begins).count() >= 2.min(body.len())
}

/// Names without a level get one, from the right: the last is the indicator.
fn names(grid: &Grid, body: &Range<usize>, all: &mut [(Heading, Option<Known>)]) {
    // Heads that span columns leave the others empty in plain text.
    for at in 1..all.len() {
        let open = all[at - 1].1.filter(|known| known.open);
        let (heading, known) = &mut all[at];
        let empty = known.is_none() && heading.head.is_empty();
        if open.is_some() && empty && holds_names(grid, body, heading.first) {
            *known = open;
            heading.how = How::Content;
            heading.column = Column::Level3;
        }
    }
    let strong = all.iter().any(|(heading, known)| {
        heading.column.level().is_some()
            && known.is_some_and(|known| known.rank == 0 || !known.open)
    });
    let mut below = 4;
    for (heading, known) in all.iter_mut().rev() {
        let Some(level) = heading.column.level() else { continue };
        let taken = known.is_none_or(|known| !known.open);
        if taken {
            below = below.min(level);
            continue;
        }
        let weak = known.is_some_and(|known| known.rank > 0);
        let column = [Column::Level1, Column::Level2, Column::Level3].get(below.wrapping_sub(2));
        match column.filter(|_| !(weak && strong)) {
            Some(column) => {
                heading.column = *column;
                below -= 1;
            }
            None => heading.column = Column::Ignored,
        }
    }
}

/// Where no head says names, the columns of words on the left are those, three at most.
fn leading_names(grid: &Grid, body: &Range<usize>, all: &mut [(Heading, Option<Known>)]) {
    if all.iter().any(|(heading, _)| heading.column.level().is_some()) {
        return;
    }
    let words = |(heading, known): &&mut (Heading, Option<Known>)| {
        known.is_none() && holds_names(grid, body, heading.first)
    };
    let columns: Vec<&mut Heading> =
        all.iter_mut().take_while(words).map(|(heading, _)| heading).collect();
    let levels = [Column::Level1, Column::Level2, Column::Level3];
    let own = levels.into_iter().skip(levels.len().saturating_sub(columns.len()));
    for (heading, level) in columns.into_iter().zip(own) {
        (heading.column, heading.how) = (level, How::Content);
    }
}

fn holds_names(grid: &Grid, body: &Range<usize>, col: usize) -> bool {
    let texts = || body.clone().map(|row| grid.text(row, col)).filter(|text| !is_blank(text));
    let named = texts().filter(|text| !is_figure(text) && text.chars().count() <= 40).count();
    named > 0 && named == texts().count()
}

/// Points behind the names of a level that is not the last are those of that level; where 权重 and 分值
/// stand side by side, the latter is the score.
fn by_place(all: &mut [(Heading, Option<Known>)]) {
    let mut level = 0;
    for at in 0..all.len() {
        let column = all[at].0.column;
        level = column.level().unwrap_or(level);
        let names_follow = all[at + 1..].iter().filter_map(|(next, _)| next.column.level());
        let above = names_follow.max().is_some_and(|lowest| lowest > level);
        let moved = match (column, level) {
            (Column::Weight, 1) if above => Column::Weight1,
            (Column::Weight, 2) if above => Column::Weight2,
            (Column::Score, 1) if above => Column::Score1,
            (Column::Score, 2) if above => Column::Score2,
            _ => continue,
        };
        all[at].0.column = moved;
        all[at].0.how = How::Place;
    }
    let scored = all.iter().any(|(heading, _)| heading.column == Column::Score);
    let weighed = all.iter().any(|(heading, _)| heading.head.contains("权重"));
    if scored || !weighed {
        return;
    }
    let value = |heading: &Heading| heading.column == Column::Weight && heading.head == "分值";
    if let Some((heading, _)) = all.iter_mut().find(|(heading, _)| value(heading)) {
        heading.column = Column::Score;
        heading.how = How::Place;
    }
}

/// Of several columns for the same thing the one with the better name is read; of reasons the one
/// behind the score: what stands before it explains the indicator.
fn only_one_each(all: Vec<(Heading, Option<Known>)>, noted: &mut Vec<Assumption>) -> Vec<Heading> {
    let score = all.iter().position(|(heading, _)| heading.column == Column::Score);
    let rank = |at: usize| {
        let (heading, known) = &all[at];
        let behind = heading.column == Column::Reason && score.is_some_and(|score| at < score);
        (behind, side(&heading.head), known.map_or(usize::MAX, |known| known.rank), at)
    };
    let mut columns: Vec<Heading> = all.iter().map(|(heading, _)| heading.clone()).collect();
    let kinds: BTreeSet<usize> = all
        .iter()
        .filter_map(|(heading, _)| Column::ALL.iter().position(|one| *one == heading.column))
        .collect();
    for column in kinds.into_iter().map(|kind| Column::ALL[kind]) {
        let mut same: Vec<usize> =
            (0..all.len()).filter(|at| all[*at].0.column == column).collect();
        // A relation and a unit are read together with the figure between them.
        let is_part = |at: &usize| all[*at].1.is_some_and(|known| known.part);
        if same.iter().all(is_part) {
            for at in same {
                (columns[at].column, columns[at].how) = (Column::Ignored, How::Unknown);
            }
            continue;
        }
        same.retain(|at| !is_part(at));
        same.sort_by_key(|at| rank(*at));
        let Some((kept, others)) = same.split_first().filter(|_| column != Column::Ignored) else {
            continue;
        };
        for other in others {
            // Of four levels the third is read together with the second.
            let fourth = column == Column::Level3 && all[*kept].0.head.contains("四级");
            columns[*other].column = if fourth { Column::Level2 } else { Column::Ignored };
            columns[*other].how = How::Place;
            if !fourth {
                let (head, kept) = (&all[*other].0.head, &all[*kept].0.head);
                let (head, kept) = (head.clone(), kept.clone());
                noted.push(Assumption::LeftOut { head, column, kept });
            }
        }
        if same.len() > 1 && all[*kept].0.head == all[others[0]].0.head {
            columns[*kept].how = How::Place;
        }
    }
    columns
}

/// Whose column it is by the head above its own: of 自评情况 得分 and 复核情况 得分 the latter is read.
fn side(head: &str) -> u8 {
    let Some((above, _)) = head.rsplit_once(' ') else { return 1 };
    let is_by = |words: &[&str]| words.iter().any(|word| above.contains(word));
    match () {
        () if is_by(&["复核", "复评", "核定", "抽查", "专家", "第三方", "评价组", "财政"]) => {
            0
        }
        () if is_by(&["自评"]) => 2,
        () => 1,
    }
}

/// A reason that stands before the score and is the only one is an explanation of the indicator,
/// unless its name says that it is about points lost.
fn reasons(columns: &mut [Heading]) {
    let Some(score) = columns.iter().position(|heading| heading.column == Column::Score) else {
        return;
    };
    for heading in &mut columns[..score] {
        let sure =
            ["扣", "偏差", "失分", "未完成", "过程"].iter().any(|word| heading.head.contains(word));
        if heading.column == Column::Reason && !sure {
            heading.column = Column::Ignored;
            heading.how = How::Place;
        }
    }
}
