//! Names of the fields of an entry, as labels of inputs and in messages.

use super::Lang;
use super::about::{About, field_key};
use super::table::{Key, field as text, say, t};
use crate::engine::measure::Measure;
use crate::engine::{Indicator, Rubric};

/// The name of a field of an entry (`actual`, `counts[2]`, `override.points`) or of a fact
/// (`facts.<id>`): 实际完成值, or what the measure of the indicator makes of it, such as 执行数.
///
/// A field that entries don't have, such as one of a rubric, is named as it is.
pub fn field_name(
    rubric: &Rubric,
    indicator: Option<&Indicator>,
    field: &str,
    lang: Lang,
) -> String {
    if let Some(id) = field.strip_prefix("facts.") {
        let fact = rubric.facts.iter().find(|fact| fact.id == id);
        return fact.map_or(id, |fact| lang.of(&fact.label)).to_owned();
    }
    let Some(indicator) = indicator else {
        return plain(field).map_or(field, |key| t(key, lang)).to_owned();
    };
    let about = About { rubric, indicator, lang };
    if let Some(key) = field_key(about.measure(), field).or_else(|| plain(field)) {
        return t(key, lang).to_owned();
    }
    of_part(about, field).unwrap_or_else(|| field.to_owned())
}

/// The name of a field that is called the same for all indicators.
fn plain(field: &str) -> Option<Key> {
    Some(match field {
        "actual" => text::ACTUAL,
        "target" => text::TARGET,
        "planned" => text::PLANNED,
        "start" => text::START_DATE,
        "yes" => text::YES,
        "asked" => text::ASKED,
        "counts" => text::COUNTS,
        "rate" => text::ENTERED_RATE,
        "level" => text::LEVEL,
        "points" => text::POINTS,
        "missed" => text::MISSED,
        "deductions" => text::DEDUCTIONS,
        "reason" => text::REASON,
        "override" => text::OVERRIDE,
        "override.points" => text::OVERRIDE,
        "override.reason" => text::OVERRIDE_REASON,
        "block" => text::BLOCK,
        "block.points" => text::BLOCK_POINTS,
        "block.share" => text::BLOCK_SHARE,
        "block.reason" => text::BLOCK_REASON,
        _ => return None,
    })
}

/// The name of a field that belongs to an option, an item or a modifier.
fn of_part(about: About<'_>, field: &str) -> Option<String> {
    let lang = about.lang;
    if let Some(index) = field.strip_prefix("counts[").and_then(|rest| rest.strip_suffix(']')) {
        let Some(Measure::Survey(survey)) = about.measure() else {
            return None;
        };
        let option = survey.options.get(index.parse::<usize>().ok()?)?;
        return Some(say(text::COUNT, lang, &[("option", lang.of(option))]));
    }
    if let Some(id) = field.strip_prefix("partly.") {
        return Some(say(text::PARTLY, lang, &[("item", about.item(id))]));
    }
    let (id, part) = field.strip_prefix("deductions.")?.rsplit_once('.')?;
    let key = match part {
        "points" => text::DEDUCTION_POINTS,
        "count" => text::DEDUCTION_COUNT,
        _ => return None,
    };
    Some(say(key, lang, &[("item", about.modifier(id))]))
}
