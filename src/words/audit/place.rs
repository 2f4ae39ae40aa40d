//! Where a finding is: 《附表》第14行“完成及时性”得分.

use super::super::Lang;
use super::super::table::{Key, audit as text, say, t};
use crate::audit::{Field, Place, PublishedTable};

/// Table, row or group, and cell; the table only where there are several.
pub fn place(tables: &[PublishedTable], place: &Place, lang: Lang) -> String {
    let mut parts = Vec::new();
    if tables.len() > 1 {
        parts.push(table(tables, place.table, lang));
    }
    let of = tables.get(place.table);
    match (place.row, place.field) {
        (Some(at), Field::Text) => {
            parts.push(say(text::AT_TEXT, lang, &[("n", &(at + 1).to_string())]));
        }
        (Some(at), _) => {
            let name = of.and_then(|table| table.rows.get(at)).map_or("", |row| row.name());
            parts.push(say(text::AT_ROW, lang, &[("n", &(at + 1).to_string()), ("name", name)]));
        }
        (None, _) => {
            let name = place.group.last().map(|name| say(text::AT_GROUP, lang, &[("name", name)]));
            parts.extend(name);
        }
    }
    let is_whole = place.row.is_none() && place.group.is_empty();
    let key = match place.field {
        Field::Deduction if is_whole => Some(text::FIELD_DEDUCTIONS),
        own => field(own),
    };
    parts.extend(key.map(|key| t(key, lang).to_owned()));
    let mut parts = parts.into_iter();
    let first = parts.next().unwrap_or_default();
    parts.fold(first, |one, other| say(text::JOINED, lang, &[("one", &one), ("other", &other)]))
}

/// Something of a table, with the table only where there are several.
pub(super) fn in_table(tables: &[PublishedTable], at: usize, what: &str, lang: Lang) -> String {
    if tables.len() < 2 {
        return what.to_owned();
    }
    say(text::JOINED, lang, &[("one", &table(tables, at, lang)), ("other", what)])
}

/// A table by its title, or by its number.
pub fn table(tables: &[PublishedTable], at: usize, lang: Lang) -> String {
    let title = tables.get(at).map_or("", |table| table.title.as_str());
    match title {
        "" => say(text::TABLE_NUMBERED, lang, &[("n", &(at + 1).to_string())]),
        title => say(text::TABLE_TITLED, lang, &[("title", title)]),
    }
}

fn field(field: Field) -> Option<Key> {
    Some(match field {
        Field::Name | Field::Text => return None,
        Field::Weight => text::FIELD_WEIGHT,
        Field::Target => text::FIELD_TARGET,
        Field::Actual => text::FIELD_ACTUAL,
        Field::Completion => text::FIELD_COMPLETION,
        Field::ScoreRate => text::FIELD_SCORE_RATE,
        Field::Deduction => text::FIELD_DEDUCTION,
        Field::Score => text::FIELD_SCORE,
        Field::Counts => text::FIELD_COUNTS,
        Field::Reason => text::FIELD_REASON,
        Field::Rule => text::FIELD_RULE,
        Field::Total => text::FIELD_TOTAL,
        Field::Grade => text::FIELD_GRADE,
        Field::GradeScale => text::FIELD_GRADE_SCALE,
        Field::BudgetInitial => text::FIELD_BUDGET_INITIAL,
        Field::BudgetPlanned => text::FIELD_BUDGET_PLANNED,
        Field::BudgetExecuted => text::FIELD_BUDGET_EXECUTED,
        Field::BudgetRate => text::FIELD_BUDGET_RATE,
        Field::BudgetScore => text::FIELD_BUDGET_SCORE,
    })
}
