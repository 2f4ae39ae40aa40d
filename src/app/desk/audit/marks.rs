//! Which cells the findings are about, and where on the tab those are.

use std::collections::BTreeMap;

use crate::audit::{Field, Finding, Place, Report};
use crate::engine::Severity;

/// The findings of a table by the cell that they are about. What is taken is told no more: what is
/// left has no cell of its own.
pub struct Marks {
    at: BTreeMap<(Option<usize>, Vec<String>, Field), Vec<Mark>>,
}

/// The number of a finding, from 1, and how grave it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub number: usize,
    pub severity: Severity,
}

impl Marks {
    pub fn of(report: &Report, table: usize) -> Marks {
        let mut marks = Marks { at: BTreeMap::new() };
        for (at, finding) in report.findings.iter().enumerate() {
            let mark = Mark { number: at + 1, severity: finding.severity };
            for place in places(finding).filter(|place| place.table == table) {
                let key = (place.row, place.group.clone(), place.field);
                let own = marks.at.entry(key).or_default();
                if !own.contains(&mark) {
                    own.push(mark);
                }
            }
        }
        marks
    }

    /// The rows that something is marked in.
    pub fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        let rows = self.at.keys().filter(|(_, _, field)| *field != Field::Text);
        rows.filter_map(|(row, _, _)| *row)
    }

    /// The paragraphs that something is marked in.
    pub fn paragraphs(&self) -> Vec<usize> {
        let own = self.at.keys().filter(|(_, _, field)| *field == Field::Text);
        own.filter_map(|(row, _, _)| *row).collect()
    }

    /// Whether anything is marked in this cell of the whole.
    pub fn has(&self, field: Field) -> bool {
        self.at.contains_key(&(None, Vec::new(), field))
    }

    /// Takes the marks of a cell of a row.
    pub fn of_cell(&mut self, row: usize, field: Field) -> Vec<Mark> {
        self.at.remove(&(Some(row), Vec::new(), field)).unwrap_or_default()
    }

    /// Takes all marks of a row that have no cell.
    pub fn of_row(&mut self, row: usize) -> Vec<Mark> {
        let own =
            |key: &&(Option<usize>, Vec<String>, Field)| key.0 == Some(row) && key.2 != Field::Text;
        let keys: Vec<_> = self.at.keys().filter(own).cloned().collect();
        self.take(keys)
    }

    /// Takes the marks of a group.
    pub fn of_group(&mut self, path: &[&str]) -> Vec<Mark> {
        let keys: Vec<_> =
            self.at.keys().filter(|key| key.0.is_none() && key.1 == path).cloned().collect();
        self.take(keys)
    }

    /// Takes the marks of a cell of the whole.
    pub fn of_whole(&mut self, field: Field) -> Vec<Mark> {
        self.at.remove(&(None, Vec::new(), field)).unwrap_or_default()
    }

    /// Takes what is left.
    pub fn rest(mut self) -> Vec<Mark> {
        let keys = self.at.keys().cloned().collect();
        self.take(keys)
    }

    fn take(&mut self, keys: Vec<(Option<usize>, Vec<String>, Field)>) -> Vec<Mark> {
        let mut taken: Vec<Mark> =
            keys.iter().filter_map(|key| self.at.remove(key)).flatten().collect();
        taken.sort_unstable();
        taken.dedup();
        taken
    }
}

fn places(finding: &Finding) -> impl Iterator<Item = &Place> {
    std::iter::once(&finding.place).chain(&finding.with)
}

/// Id of what is nearest to a place on the tab.
pub fn target(place: &Place) -> String {
    let table = place.table;
    match (place.row, place.field) {
        (Some(at), Field::Text) => format!("audit-{table}-text-{at}"),
        (Some(at), _) => format!("audit-{table}-{at}"),
        (None, Field::Total | Field::Grade) => format!("audit-{table}-whole"),
        (None, Field::GradeScale) => format!("audit-{table}-scale"),
        (
            None,
            Field::BudgetInitial
            | Field::BudgetPlanned
            | Field::BudgetExecuted
            | Field::BudgetRate
            | Field::BudgetScore,
        ) => format!("audit-{table}-budget"),
        _ => format!("audit-{table}"),
    }
}
