//! Dates that do not exist.

use super::Notes;
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::printed::plain;
use crate::audit::sheet::Sheet;
use crate::engine::Date;

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    for line in &sheet.lines {
        let row = line.row;
        let cells = [
            (&row.target, Field::Target),
            (&row.actual, Field::Actual),
            (&row.reason, Field::Reason),
        ];
        for (text, field) in cells {
            look(text, &sheet.at(line.number, field), notes);
        }
    }
    for (at, text) in sheet.table.texts.iter().enumerate() {
        look(text, &Place { row: Some(at), ..sheet.whole(Field::Text) }, notes);
    }
}

fn look(text: &str, place: &Place, notes: &mut Notes) {
    for date in dates(&plain(text)) {
        notes.made(Check::ImpossibleDate);
        let [year, month, day] = &date.parts;
        if Date::parse(&format!("{year:0>4}-{month:0>2}-{day:0>2}")).is_none() {
            let finding = Finding::new(Check::ImpossibleDate, place.clone());
            notes.found(finding.said(&date.text, ""));
        }
    }
}

/// A date as written.
struct Written {
    text: String,
    /// Year, month and day, digits only.
    parts: [String; 3],
}

/// Years that a date is looked for in: other eight digits are a number.
const YEARS: std::ops::RangeInclusive<u32> = 1950..=2099;

/// `2024年12月25日`, `2024-12-25`, `2024/12/25`, `2024.12.25`, `20241225`; `12月25日` in a leap year.
fn dates(text: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(begin) = rest.find(|c: char| c.is_ascii_digit()) {
        let at = rest.get(begin..).unwrap_or_default();
        let length = match date(at) {
            Some(date) => {
                let length = date.text.len();
                found.push(date);
                length
            }
            None => digits(at).len(),
        };
        rest = at.get(length.max(1)..).unwrap_or_default();
    }
    found
}

fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The date that a text begins with.
fn date(text: &str) -> Option<Written> {
    let first = digits(text);
    let year = |text: &str| text.parse().is_ok_and(|year: u32| YEARS.contains(&year));
    let written = |length: usize, parts: [&str; 3]| {
        let text = text.get(..length)?.to_owned();
        Some(Written { text, parts: parts.map(str::to_owned) })
    };
    if first.len() == 8 && year(first.get(..4)?) {
        return written(8, [first.get(..4)?, first.get(4..6)?, first.get(6..)?]);
    }
    let mut rest = text.get(first.len()..)?;
    let mut next = |signs: &[char]| {
        rest = rest.strip_prefix(signs)?;
        let part = digits(rest);
        rest = rest.get(part.len()..)?;
        (1..=2).contains(&part.len()).then_some(part)
    };
    if first.len() == 4 && year(first) {
        let sign = text.get(4..)?.chars().next()?;
        let signs: (&[char], &[char]) = match sign {
            '年' => (&['年'], &['月']),
            '-' => (&['-'], &['-']),
            '/' => (&['/'], &['/']),
            '.' => (&['.'], &['.']),
            _ => return None,
        };
        let (month, day) = (next(signs.0)?, next(signs.1)?);
        return written(text.len() - rest.len(), [first, month, day]);
    }
    let month = first.len() <= 2 && !first.is_empty();
    let day = next(&['月'])?;
    let is_day = rest.starts_with(['日', '号']);
    // In a leap year every day exists that exists at all.
    (month && is_day).then(|| written(text.len() - rest.len(), ["2000", first, day]))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<[String; 3]> {
        dates(text).into_iter().map(|date| date.parts).collect()
    }

    #[test]
    fn dates_are_found_however_they_are_written() {
        let due = |y: &str, m: &str, d: &str| [y.to_owned(), m.to_owned(), d.to_owned()];
        assert_eq!(read("20201001至20210931"), [due("2020", "10", "01"), due("2021", "09", "31")]);
        assert_eq!(read("于2024年2月30日完成"), [due("2024", "2", "30")]);
        assert_eq!(read("2024-02-29,2023/2/29"), [due("2024", "02", "29"), due("2023", "2", "29")]);
        assert_eq!(read("12月25日前"), [due("2000", "12", "25")]);
        assert_eq!(read("33333人,5元/人/月,10-11月,12345678元,比例1.5"), Vec::<[String; 3]>::new());
    }
}
