//! Rows that have one score together, where a table has lost it: plain text has no cells that span
//! rows, so the score stands in the first and the rows below it are blank.

use super::printed::Printed;
use super::sheet::is_blank;
use super::table::{Block, PublishedTable};
use crate::engine::Figure;

/// Rows that may have one score together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Their numbers in [`PublishedTable::rows`], from 0.
    pub rows: Vec<u32>,
    /// The score of the first, 分, as printed.
    pub score: String,
}

/// The blocks that a table may have lost: each row with a score, together with the rows without one
/// right below it under the same names, where their weights together are at least the score.
///
/// ```
/// use jiheng::audit::block::{declare, offered};
/// use jiheng::audit::{PublishedTable, Row};
/// let row = |score: &str| Row { weight: "5".into(), score: score.into(), ..Row::default() };
/// let rows = vec![row("20"), row(""), row(""), row(""), row("")];
/// let mut table = PublishedTable { rows, ..PublishedTable::default() };
/// let offers = offered(&table);
/// assert_eq!(offers[0].rows, [0, 1, 2, 3, 4]);
/// assert!(declare(&mut table, &offers[0].rows));
/// assert_eq!((table.blocks[0].score.as_str(), table.rows[0].score.as_str()), ("20", ""));
/// assert!(offered(&table).is_empty());
/// ```
pub fn offered(table: &PublishedTable) -> Vec<Offer> {
    let taken = taken(table);
    let free = |at: usize| !taken.get(at).copied().unwrap_or_default();
    let mut offers = Vec::new();
    for (at, first) in table.rows.iter().enumerate().filter(|(at, _)| free(*at)) {
        let Some(score) = Printed::read(&first.score) else { continue };
        let parents = first.parents();
        let below = table.rows.iter().enumerate().skip(at + 1);
        let below = below.take_while(|(next, row)| {
            free(*next) && is_blank(&row.score) && row.parents() == parents
        });
        let below: Vec<usize> = below.map(|(next, _)| next).collect();
        let rows = || std::iter::once(at).chain(below.iter().copied());
        if !below.is_empty() && weights(table, rows()).is_some_and(|sum| score.figure <= sum) {
            let rows = rows().filter_map(|row| u32::try_from(row).ok()).collect();
            offers.push(Offer { rows, score: first.score.clone() });
        }
    }
    offers
}

/// Makes rows a block, with the one score that stands among them; whether that could be. Rows that are
/// not there or are named twice, that lie in another block, or that have no score or several are
/// refused, and nothing changes.
pub fn declare(table: &mut PublishedTable, rows: &[u32]) -> bool {
    let mut own = rows.to_vec();
    own.sort_unstable();
    let once = own.windows(2).all(|pair| pair[0] != pair[1]);
    let taken = taken(table);
    let free = own.iter().all(|row| taken.get(*row as usize) == Some(&false));
    if own.len() < 2 || !once || !free {
        return false;
    }
    let score_of = |row: &u32| table.rows.get(*row as usize).map(|row| row.score.trim());
    let mut scores = own.iter().filter_map(score_of).filter(|score| !is_blank(score));
    let (Some(score), None) = (scores.next().map(str::to_owned), scores.next()) else {
        return false;
    };
    for row in &own {
        if let Some(row) = table.rows.get_mut(*row as usize) {
            row.score.clear();
        }
    }
    table.blocks.push(Block { rows: own, weight: String::new(), score });
    true
}

/// For each row whether it lies in a block.
fn taken(table: &PublishedTable) -> Vec<bool> {
    let mut taken = vec![false; table.rows.len()];
    for row in table.blocks.iter().flat_map(|block| &block.rows) {
        if let Some(taken) = taken.get_mut(*row as usize) {
            *taken = true;
        }
    }
    taken
}

/// The weights of rows together; none where one has none.
fn weights(table: &PublishedTable, rows: impl Iterator<Item = usize>) -> Option<Figure> {
    let weight = |row: usize| Some(Printed::read(&table.rows.get(row)?.weight)?.figure);
    rows.map(weight).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Row;

    fn table(rows: &[(&str, &str, &str)]) -> PublishedTable {
        let row = |(at, (group, weight, score)): (usize, &(&str, &str, &str))| Row {
            l1: (*group).into(),
            l2: format!("{at}"),
            weight: (*weight).into(),
            score: (*score).into(),
            ..Row::default()
        };
        let rows = rows.iter().enumerate().map(row).collect();
        PublishedTable { rows, ..PublishedTable::default() }
    }

    #[test]
    fn a_block_ends_with_its_group_and_has_no_more_points_than_its_weights() {
        let found = |rows: &[(&str, &str, &str)]| -> Vec<Vec<u32>> {
            offered(&table(rows)).into_iter().map(|offer| offer.rows).collect()
        };
        let group = [("甲", "5", "5"), ("乙", "5", "9"), ("乙", "5", ""), ("丙", "5", "—")];
        assert_eq!(found(&group), [[1, 2]]);
        // 11 of 5 + 5.
        assert!(found(&[("甲", "5", "11"), ("甲", "5", "")]).is_empty());
        assert!(found(&[("甲", "5", "9"), ("甲", "", "")]).is_empty());
    }

    #[test]
    fn rows_of_another_block_or_with_two_scores_are_refused() {
        let mut table = table(&[("甲", "5", "9"), ("甲", "5", ""), ("甲", "5", "4")]);
        let before = table.clone();
        for rows in [&[0_u32, 2][..], &[0, 3], &[0, 0], &[0], &[], &[1, 1]] {
            assert!(!declare(&mut table, rows), "{rows:?}");
        }
        assert_eq!(table, before);
        assert!(declare(&mut table, &[1, 0]));
        assert_eq!(table.blocks[0].rows, [0, 1]);
        assert!(!declare(&mut table, &[1, 2]));
    }
}
