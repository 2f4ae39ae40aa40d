//! Names of the fields of an entry, as labels of inputs and in messages.

use super::Lang;
use super::about::{About, capitalized, field_key};
use super::table::{Key, field as text, say, shared, t};
use crate::engine::measure::Measure;
use crate::engine::{Indicator, Rubric};

/// The name of a field of an entry (`actual`, `counts[2]`, `override.points`) or of a fact
/// (`facts.<id>`): 实际完成值, or what the measure of the indicator makes of it, such as 执行数.
///
/// A part of a rubric is named by what it is, not by its path: 评分标准, 扣分项“虚列支出”. A field
/// that nothing has is named as it is.
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
        return common_name(field, lang).to_owned();
    };
    let about = About { rubric, indicator, lang };
    if field == "rate" {
        return capitalized(about.rate_name());
    }
    if let Some(key) = field_key(about.measure(), field).or_else(|| plain(field)) {
        return t(key, lang).to_owned();
    }
    let named =
        of_part(about, field).or_else(|| of_rubric(field).map(|key| t(key, lang).to_owned()));
    named.unwrap_or_else(|| field.to_owned())
}

/// The name of a field whatever the indicator; a field that nothing has is named as it is.
pub(super) fn common_name(field: &str, lang: Lang) -> &str {
    plain(field).or_else(|| of_rubric(field)).map_or(field, |key| t(key, lang))
}

/// The name of a part of a rubric, by the first names of its path.
fn of_rubric(path: &str) -> Option<Key> {
    let path = path.strip_prefix("scoring.").unwrap_or(path);
    Some(match path.split(['.', '[']).next()? {
        "rule" => text::RULE,
        "measure" => text::MEASURE,
        "modifiers" => text::DEDUCTIONS,
        "prefill" => text::PREFILL,
        "weight" => text::WEIGHT,
        "grades" => text::GRADES,
        "facts" => text::FACTS,
        "indicators" | "children" => text::INDICATORS,
        "rounding" => text::ROUNDING,
        "source" => text::SOURCE,
        _ => return None,
    })
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
        "partly" => text::PARTLY_MET,
        "notApplicable" => shared::NOT_APPLICABLE,
        "name" => text::NAME,
        "note" => text::NOTE,
        "evidence" => text::EVIDENCE,
        "targetText" => text::TARGET_TEXT,
        "actualText" => text::ACTUAL_TEXT,
        "basis" => text::BASIS,
        "lastYear" => text::LAST_YEAR,
        "deviation" => text::DEVIATION,
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
    if let Some(id) = field.strip_prefix("scoring.modifiers.") {
        return Some(say(text::DEDUCTION, lang, &[("item", about.modifier(id))]));
    }
    let (id, part) = field.strip_prefix("deductions.")?.rsplit_once('.')?;
    let key = match part {
        "points" => text::DEDUCTION_POINTS,
        "count" => text::DEDUCTION_COUNT,
        _ => return None,
    };
    Some(say(key, lang, &[("item", about.modifier(id))]))
}
