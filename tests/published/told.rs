//! What is read of a table, everything that is assumed on the way, and what is found, line by line.

use jiheng::audit::{Group, PublishedTable, Row, audit};
use jiheng::exchange::published::{Draft, Input, read};
use jiheng::words::Lang;
use jiheng::words::audit::reading;

/// What is read: `#` the table, a line a row, `=` a group, `~` an assumption, `!` a finding.
pub fn told(input: Input<'_>) -> Vec<String> {
    let found = read(input);
    let mut told: Vec<String> = Vec::new();
    let mut line = |text: String| told.push(text.trim_end().to_owned());
    if let Some(flaw) = &found.flaw {
        line(reading::flaw(flaw, Lang::Zh));
    }
    let audited: Vec<&Draft> = found.drafts.iter().filter(|draft| draft.is_audited()).collect();
    let tables: Vec<PublishedTable> = audited.iter().map(|draft| draft.table()).collect();
    for (draft, table) in audited.iter().zip(&tables) {
        line(format!("# {} {}/{} {}", table.title, table.total, table.full_score, table.grade));
        table.rows.iter().for_each(|one| line(row(one)));
        table.groups.iter().for_each(|one| line(group(one)));
        let noted = draft.read().1;
        noted.iter().for_each(|one| line(format!("~ {}", reading::assumption(one, Lang::Zh))));
    }
    audit(&tables).findings.iter().for_each(|one| line(format!("! {}", one.check.name())));
    told
}

fn row(row: &Row) -> String {
    let names = [&row.l1, &row.l2, &row.l3].map(String::as_str).join(">");
    let mut told = format!("{names}: {}/{}", row.score, row.weight);
    for more in [&row.target, &row.actual, &row.score_rate, &row.reason] {
        if !more.is_empty() {
            told += " | ";
            told += more;
        }
    }
    told
}

fn group(group: &Group) -> String {
    format!("= {}: {}/{}", group.path.join(">"), group.score, group.weight)
}
