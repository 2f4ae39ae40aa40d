//! A published table with its cells read once, for all checks.

use std::ops::Range;

use super::finding::{Field, Place};
use super::interval::Interval;
use super::printed::Printed;
use super::table::{Group, PublishedTable, Row};
use crate::engine::{Figure, Fraction, Mode, NumberError};

/// A table with its figures.
#[derive(Debug)]
pub struct Sheet<'t> {
    /// What was printed.
    pub table: &'t PublishedTable,
    /// Its number among the tables.
    pub number: usize,
    /// The full score, 分.
    pub full: Figure,
    /// Its rows.
    pub lines: Vec<Line<'t>>,
    /// Its groups in the order of the table: those of the first level, each followed by its own.
    pub branches: Vec<Branch<'t>>,
    /// The total, 分.
    pub total: Option<Printed>,
    /// Decimals of the scores of rows.
    pub places: u32,
}

/// A row with its figures; none for a cell that is empty or says no figure.
#[derive(Debug)]
pub struct Line<'t> {
    /// What was printed.
    pub row: &'t Row,
    /// Its number.
    pub number: usize,
    /// 分值.
    pub weight: Option<Printed>,
    /// 得分.
    pub score: Option<Printed>,
    /// 目标值.
    pub target: Option<Printed>,
    /// 实际完成值.
    pub actual: Option<Printed>,
    /// 完成率.
    pub completion: Option<Printed>,
    /// 得分率.
    pub score_rate: Option<Printed>,
    /// 扣分.
    pub deduction: Option<Printed>,
    /// The number of the block that it is scored in.
    pub block: Option<usize>,
    /// Whether it adds to the others or takes from them, outside of the full score: 加分项、扣分项.
    pub is_extra: bool,
}

/// Rows that follow each other under one name.
#[derive(Debug)]
pub struct Branch<'t> {
    /// Names from the first level down.
    pub path: Vec<&'t str>,
    /// Its rows.
    pub rows: Range<usize>,
    /// The subtotal that is printed for it.
    pub printed: Option<&'t Group>,
}

/// The full score where none is printed, 分.
const FULL: u32 = 100;

impl<'t> Sheet<'t> {
    /// Reads the cells.
    pub fn new(table: &'t PublishedTable, number: usize) -> Sheet<'t> {
        let mut lines: Vec<Line<'t>> =
            table.rows.iter().enumerate().map(|(at, row)| Line::new(row, at)).collect();
        for (number, block) in table.blocks.iter().enumerate() {
            for row in &block.rows {
                if let Some(line) = lines.get_mut(*row as usize) {
                    line.block = Some(number);
                }
            }
        }
        let places = lines.iter().filter_map(|line| Some(line.score.as_ref()?.decimals)).max();
        let full = Printed::read(&table.full_score).map(|full| full.figure);
        Sheet {
            table,
            number,
            full: full.unwrap_or(Figure::whole(FULL)),
            branches: branches(table),
            lines,
            total: Printed::read(&table.total),
            places: places.unwrap_or_default(),
        }
    }

    /// A cell of a row.
    pub fn at(&self, row: usize, field: Field) -> Place {
        Place { table: self.number, row: Some(row), group: Vec::new(), field }
    }

    /// A cell of a group.
    pub fn of(&self, path: &[&str], field: Field) -> Place {
        let group = path.iter().map(|name| (*name).to_owned()).collect();
        Place { table: self.number, row: None, group, field }
    }

    /// A cell of the table as a whole.
    pub fn whole(&self, field: Field) -> Place {
        Place { table: self.number, row: None, group: Vec::new(), field }
    }

    /// What the score of a row stands for, 分. Its digits are read as far as those of the other
    /// rows go: `4` beside `3.75` is 4.00. It is between 0 and the weight where its digits allow
    /// that, so that full marks are exact however they were rounded.
    pub fn score(&self, line: &Line<'_>, mode: Mode) -> Result<Option<Interval>, NumberError> {
        let Some(score) = &line.score else { return Ok(None) };
        let digits = Interval::of(score.figure, self.places.max(score.decimals), mode)?;
        let Some(weight) = line.weight.as_ref().filter(|_| !line.is_extra) else {
            return Ok(Some(digits));
        };
        let bounds = Interval::between(Fraction::ZERO, weight.figure.fraction());
        Ok(Some(if bounds.high < bounds.low {
            digits
        } else {
            digits.meet(bounds).unwrap_or(digits)
        }))
    }

    /// What the score of a block stands for.
    pub fn block(&self, block: usize, mode: Mode) -> Result<Option<Interval>, NumberError> {
        let score = self.table.blocks.get(block).and_then(|block| Printed::read(&block.score));
        let Some(score) = score else { return Ok(None) };
        Interval::of(score.figure, self.places.max(score.decimals), mode).map(Some)
    }

    /// What so many rows stand for together: `(sum, rows without a score)`. A block counts with its
    /// first row.
    pub fn sum(
        &self,
        rows: Range<usize>,
        mode: Mode,
    ) -> Result<(Interval, Vec<usize>), NumberError> {
        let mut sum = Interval::ZERO;
        let mut missing = Vec::new();
        let mut counted: Vec<usize> = Vec::new();
        for line in self.lines.get(rows).unwrap_or_default() {
            let score = match line.block {
                Some(block) if counted.contains(&block) => continue,
                Some(block) => {
                    counted.push(block);
                    self.block(block, mode)?
                }
                None => self.score(line, mode)?,
            };
            match score {
                Some(score) => sum = sum.add(score)?,
                None if line.weight.as_ref().is_some_and(|weight| weight.figure.is_zero()) => {}
                None if line.is_extra && is_blank(&line.row.score) => {}
                None => missing.push(line.number),
            }
        }
        Ok((sum, missing))
    }

    /// 分值 of the line of the budget.
    pub fn budget_weight(&self) -> Option<Printed> {
        Printed::read(&self.table.budget.as_ref()?.weight)
    }

    /// 得分 of the line of the budget, where it has a weight.
    pub fn budget_score(&self) -> Option<Printed> {
        self.budget_weight()?;
        Printed::read(&self.table.budget.as_ref()?.score)
    }

    /// The row that scores 预算执行率; 政策执行率 is something else.
    pub fn budget_row(&self) -> Option<usize> {
        let is_budget = |line: &&Line<'_>| {
            let name = line.row.name();
            let said =
                ["预算执行", "预算支出", "资金执行", "资金支出"].iter().any(|of| name.contains(of));
            line.score.is_some() && (name == "执行率" || (said && name.contains('率')))
        };
        self.lines.iter().find(is_budget).map(|line| line.number)
    }

    /// Whether the budget is scored as a row besides its own line: not where both are needed to make
    /// the full score.
    pub fn scores_budget_as_row(&self) -> bool {
        let Some(weight) = self.budget_weight().filter(|_| self.budget_score().is_some()) else {
            return false;
        };
        let rows = self.lines.iter().filter(|line| !line.is_extra);
        let rows: Figure = rows.filter_map(|line| Some(line.weight.as_ref()?.figure)).sum();
        self.budget_row().is_some() && rows + weight.figure != self.full
    }

    /// A score with the decimals of the rows' scores where it has fewer: `32.7` beside `23.75`.
    pub fn padded(&self, printed: Printed) -> Printed {
        let groups = self.table.groups.iter().filter_map(|group| Printed::read(&group.score));
        let places = groups.map(|group| group.decimals).max().unwrap_or_default();
        Printed { decimals: printed.decimals.max(places), ..printed }
    }

    /// The scores of so many rows as printed, added up.
    pub fn printed_sum(&self, rows: Range<usize>) -> Figure {
        let mut counted: Vec<usize> = Vec::new();
        let score = |line: &Line<'_>| match line.block {
            Some(block) if counted.contains(&block) => None,
            Some(block) => {
                counted.push(block);
                Some(Printed::read(&self.table.blocks.get(block)?.score)?.figure)
            }
            None => Some(line.score.as_ref()?.figure),
        };
        self.lines.get(rows).unwrap_or_default().iter().filter_map(score).sum()
    }
}

/// What is left out, as against what can't be read.
pub(super) fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// Whether a row is one of 加分项 or 扣分项: its names say so, or it takes points off and is worth
/// none. An indicator with a weight of its own may well be called by what it deducts.
fn is_extra(row: &Row, weight: Option<&Printed>, score: Option<&Printed>) -> bool {
    let names = [&row.l1, &row.l2, &row.l3];
    let said =
        |signs: &[&str]| names.iter().any(|name| signs.iter().any(|sign| name.contains(sign)));
    let weighted = weight.is_some_and(|weight| weight.figure > Figure::ZERO);
    let taken = score.is_some_and(|score| score.figure.is_negative());
    said(&["加分项", "扣分项", "减分项", "附加分", "加减分"])
        || (!weighted && (said(&["加分", "扣分", "减分"]) || taken && is_blank(&row.weight)))
}

/// How many weights and scores say something that is no figure: they are not checked.
pub fn unread(table: &PublishedTable) -> usize {
    let cells = table.rows.iter().flat_map(|row| [&row.weight, &row.score]);
    cells.filter(|cell| !is_blank(cell) && Printed::points(cell).is_none()).count()
}

impl<'t> Line<'t> {
    fn new(row: &'t Row, number: usize) -> Line<'t> {
        let read = |text: &str| Printed::read(text);
        let (weight, score) = (Printed::points(&row.weight), Printed::points(&row.score));
        Line {
            row,
            number,
            is_extra: is_extra(row, weight.as_ref(), score.as_ref()),
            weight,
            score,
            target: read(&row.target),
            actual: read(&row.actual),
            completion: read(&row.completion),
            score_rate: read(&row.score_rate),
            deduction: read(&row.deduction),
            block: None,
        }
    }
}

/// The runs of rows with the same names above them.
fn branches(table: &PublishedTable) -> Vec<Branch<'_>> {
    let mut found: Vec<Branch<'_>> = Vec::new();
    let parents: Vec<Vec<&str>> = table.rows.iter().map(Row::parents).collect();
    for (at, path) in parents.iter().enumerate() {
        for depth in 1..=path.len() {
            let own = &path[..depth];
            let before = at.checked_sub(1).and_then(|before| parents.get(before));
            let goes_on = before.is_some_and(|before| before.get(..depth) == Some(own));
            let open = found.iter_mut().rev().find(|branch| branch.path == own);
            match open {
                Some(branch) if goes_on => branch.rows.end = at + 1,
                _ => found.push(Branch {
                    path: own.to_vec(),
                    rows: at..at + 1,
                    printed: table.groups.iter().find(|group| group.path == own),
                }),
            }
        }
    }
    found
}
