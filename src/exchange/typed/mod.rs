//! What people type, made plain for the engine: "30,437", "９１．３％", "1.2万", "12月25日".
//!
//! The engine reads only plain decimals and dates. [`plain`] makes a copy of an assessment in
//! which every text that has one exact reading is written that way. A text without one, or with
//! two, stays as it was typed, so that the engine names it as a problem with the user's own words.
//! All of it is done on digits: nothing is parsed to a number, nothing can be rounded.

mod date;
mod figure;
mod place;

use crate::engine::{Assessment, Entry, Field, Node, Rubric, Scoring, Value};

use date::Year;
use place::{Place, is_by_dates};

/// The same assessment with plain figures and dates. Making it plain twice changes nothing more.
///
/// ```
/// # use jiheng::exchange::typed;
/// // One text at a time, as for the tables of the documents:
/// assert_eq!(typed::figure("30,437人", "人").as_deref(), Some("30437"));
/// assert_eq!(typed::figure("3,04人", "人"), None);
/// ```
pub fn plain(rubric: &Rubric, assessment: &Assessment) -> Assessment {
    let mut plain = assessment.clone();
    let year = Year::parse(&assessment.project.year);
    let nodes = rubric.nodes();
    let dates = facts_that_are_dates(&nodes, assessment);
    for (id, text) in plain.facts.iter_mut() {
        let known = rubric.facts.iter().find(|fact| fact.id == *id);
        let place = match dates.contains(&id.as_str()) {
            true => Place::Date,
            false => Place::fact(known.map(|fact| &fact.unit)),
        };
        rewrite(text, &place, year);
    }
    for node in nodes {
        if let Some(entry) = plain.entries.get_mut(&node.indicator.id) {
            plain_entry(entry, node.indicator.scoring.as_ref(), year);
        }
    }
    plain
}

/// The entry of a group with plain figures.
pub fn plain_group(entry: &Entry) -> Entry {
    let mut plain = entry.clone();
    plain_entry(&mut plain, None, None);
    plain
}

/// One text that stands for a figure in `unit` (`""` for none), as a plain decimal.
pub fn figure(text: &str, unit: &str) -> Option<String> {
    figure::Notation::of_unit(unit).read(text)
}

/// One text that stands for a date, as `2024-12-25`. `year` (`2024`, `2024年`) completes
/// "12月25日"; anything that is no year of four digits completes nothing.
pub fn date(text: &str, year: &str) -> Option<String> {
    date::read(text, Year::parse(year))
}

/// Facts that an entry or a prefill refers to where a date is due.
fn facts_that_are_dates<'a>(nodes: &[Node<'a>], assessment: &'a Assessment) -> Vec<&'a str> {
    let mut found = Vec::new();
    for node in nodes {
        let Some(scoring) = &node.indicator.scoring else { continue };
        if !scoring.measure.as_ref().is_some_and(is_by_dates) {
            continue;
        }
        let entered = assessment.entries.get(&node.indicator.id);
        for entry in entered.into_iter().chain([&scoring.prefill]) {
            for field in [Field::Start, Field::Planned, Field::Actual] {
                if let Some(Value::Fact(id)) = field.of(entry) {
                    found.push(id.as_str());
                }
            }
        }
    }
    found
}

fn plain_entry(entry: &mut Entry, scoring: Option<&Scoring>, year: Option<Year>) {
    plain_planned(entry, scoring, year);
    let year = one_year(entry, scoring, year);
    for field in Field::ALL.iter().copied() {
        // What most fields hold is plain already; a field of dates may read "20241225".
        if let Some(Value::Text(text)) = field.of_mut(entry)
            && (place::takes_dates(field, scoring) || !is_plain(text))
        {
            rewrite(text, &Place::field(field, scoring), year);
        }
    }
    let counts = Place::field(Field::Asked, scoring);
    for count in entry.counts.iter_mut().flatten() {
        plain_value(Some(count), &counts, year);
    }
    for (_, share) in entry.partly.iter_mut() {
        plain_value(Some(share), &Place::percent(), year);
    }
    for incident in &mut entry.deductions {
        plain_value(incident.points.as_mut(), &Place::points(), year);
        plain_value(incident.count.as_mut(), &Place::occurrences(), year);
    }
    if let Some(overridden) = &mut entry.overridden {
        plain_value(Some(&mut overridden.points), &Place::points(), year);
    }
    if let Some(block) = &mut entry.block {
        plain_value(block.points.as_mut(), &Place::points(), year);
        plain_value(block.share.as_mut(), &Place::percent(), year);
    }
}

/// The planned date first: it may name the year of the others.
fn plain_planned(entry: &mut Entry, scoring: Option<&Scoring>, year: Option<Year>) {
    if place::takes_dates(Field::Planned, scoring) {
        plain_value(entry.planned.as_mut(), &Place::Date, year);
    }
}

/// The year that a date without one belongs to: the project's or the planned date's, and neither
/// where the two differ, since then there are two readings.
fn one_year(entry: &Entry, scoring: Option<&Scoring>, project: Option<Year>) -> Option<Year> {
    let filled = |value: &&Value| !value.is_blank();
    let prefill = scoring.and_then(|scoring| scoring.prefill.planned.as_ref());
    let planned = match entry.planned.as_ref().filter(filled).or(prefill) {
        Some(Value::Text(text)) if place::takes_dates(Field::Planned, scoring) => {
            Year::of_date(text)
        }
        _ => None,
    };
    match (project, planned) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (one, other) => one.or(other),
    }
}

fn plain_value(value: Option<&mut Value>, place: &Place, year: Option<Year>) {
    if let Some(Value::Text(text)) = value {
        rewrite(text, place, year);
    }
}

fn rewrite(text: &mut String, place: &Place, year: Option<Year>) {
    if let Some(plain) = place.read(text, year) {
        *text = plain;
    }
}

/// Whether a text is a plain decimal as the engine reads it: reading it would give the same.
fn is_plain(text: &str) -> bool {
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(places) && (whole == "0" || !whole.starts_with('0'))
}

/// Full-width forms as the plain characters they stand for: `１２．５％` → `12.5%`.
fn half_width(text: &str) -> String {
    text.chars()
        .map(|typed| match typed {
            '\u{FF01}'..='\u{FF5E}' => {
                let plain = u32::from(typed) - 0xFEE0;
                char::from_u32(plain).unwrap_or(typed)
            }
            '\u{3000}' => ' ',
            '−' => '-',
            // What a Chinese keyboard gives for the point.
            '。' | '｡' => '.',
            '≧' | '⩾' => '≥',
            '≦' | '⩽' => '≤',
            other => other,
        })
        .collect()
}

/// Without spaces around it, nor the invisible marks that copied text brings along.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'))
}

#[cfg(test)]
mod tests;
