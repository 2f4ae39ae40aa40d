//! The audit on published tables, and on generated ones with and without a fault.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail loudly"
)]

mod carried;
mod documents;
mod faults;
mod forms;
#[allow(dead_code, reason = "the oracle uses the rest")]
#[path = "../oracle/generate/mod.rs"]
mod generate;
mod generated;
mod printing;
#[allow(dead_code, reason = "the oracle uses the rest")]
#[path = "../oracle/rational.rs"]
mod rational;
#[allow(dead_code, reason = "the oracle uses the rest")]
#[path = "../oracle/read.rs"]
mod read;
mod sentences;
mod several;
mod verdicts;

use jiheng::audit::{Block, Check, Finding, PublishedTable, Report, audit};
use jiheng::tree;

/// The tables of a document, written as JSON.
fn tables(json: &str) -> Vec<PublishedTable> {
    tree::parse(json).unwrap().document().unwrap_or_else(|flaw| panic!("{}", flaw.path))
}

/// What was found, a line each: `error total-sum @0 total: 95.0 ≠ 94`.
fn told(report: &Report) -> Vec<String> {
    report.findings.iter().map(line).collect()
}

fn line(finding: &Finding) -> String {
    let place = &finding.place;
    let row = place.row.map_or(String::new(), |row| format!(" row {row}"));
    let group = match place.group.is_empty() {
        true => String::new(),
        false => format!(" {}", place.group.join("/")),
    };
    format!(
        "{} {} @{}{row}{group} {}: {} / {}",
        finding.severity.name(),
        finding.check.name(),
        place.table,
        place.field.name(),
        finding.published,
        finding.expected
    )
}
