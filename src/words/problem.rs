//! Problems in words: what is wrong, at which field, and how to mend it.

use super::Lang;
use super::about::{About, capitalized, uncapitalized};
use super::field::{common_name, field_name};
use super::table::{Key, problem as text, say};
use crate::engine::measure::Measure;
use crate::engine::{Code, Problem, Rubric};

/// What is wrong and how to mend it, without a full stop:
/// `实际完成值“12..5”不是数字；请只写数字，如 12.5`.
pub fn problem(rubric: &Rubric, problem: &Problem, lang: Lang) -> String {
    let indicator = problem.indicator.as_deref().and_then(|id| rubric.indicator(id));
    let named = |field: &str| field_name(rubric, indicator, field, lang);
    let field = problem.field.as_deref().map_or(String::new(), named);
    let other = match problem.code {
        Code::PartExceedsWhole => uncapitalized(&named("asked")),
        _ => String::new(),
    };
    let measure = indicator.and_then(|leaf| leaf.scoring.as_ref()?.measure.as_ref());
    let sign = match measure {
        Some(Measure::Ratio(ratio)) => ratio.direction.sign(),
        _ => "",
    };
    let mut values = vec![
        ("field", &*field),
        ("other", &other),
        ("sign", sign),
        ("indicator", problem.indicator.as_deref().unwrap_or_default()),
    ];
    // The label of what was named in the entry, ahead of its id.
    let item = indicator
        .map(|indicator| About { rubric, indicator, lang }.modifier(problem.param("item")));
    values.extend(item.map(|item| ("item", item)));
    values.extend(problem.params.iter().map(|(name, value)| (*name, &**value)));
    capitalized(say(key(problem), lang, &values))
}

/// The same of a form that nobody holds: its parts are named without looking them up.
pub(super) fn problem_of_form(problem: &Problem, lang: Lang) -> String {
    let field = problem.field.as_deref().map_or("", |field| common_name(field, lang));
    let mut values = vec![("field", field)];
    values.extend(problem.params.iter().map(|(name, value)| (*name, &**value)));
    capitalized(say(key(problem), lang, &values))
}

/// The name of the indicator that a problem is at, or of the project data; empty for the whole.
pub fn place(rubric: &Rubric, problem: &Problem, lang: Lang) -> String {
    match (problem.indicator.as_deref(), problem.field.as_deref()) {
        (Some(id), _) => match rubric.indicator(id) {
            Some(indicator) => lang.of(&indicator.name).to_owned(),
            None => id.to_owned(),
        },
        (None, Some(field)) if field.starts_with("facts.") => field_name(rubric, None, field, lang),
        (None, _) => String::new(),
    }
}

fn key(problem: &Problem) -> Key {
    match problem.code {
        Code::NotANumber => text::NOT_A_NUMBER,
        Code::TooManyDigits => text::TOO_MANY_DIGITS,
        Code::TooManyDecimals => text::TOO_MANY_DECIMALS,
        Code::Negative => text::NEGATIVE,
        Code::NotWhole => text::NOT_WHOLE,
        Code::TooLarge => text::TOO_LARGE,
        Code::ZeroDivisor => text::ZERO_DIVISOR,
        Code::RateAboveHundred => text::RATE_ABOVE_HUNDRED,
        Code::PartExceedsWhole => text::PART_EXCEEDS_WHOLE,
        Code::CountsExceedAnswers => text::COUNTS_EXCEED_ANSWERS,
        Code::WrongCountNumber => text::WRONG_COUNT_NUMBER,
        Code::BadDate => text::BAD_DATE,
        Code::DatesReversed => text::DATES_REVERSED,
        Code::UnknownLevel => text::UNKNOWN_LEVEL,
        Code::UnknownItem => text::UNKNOWN_ITEM,
        Code::UnknownDeduction => text::UNKNOWN_DEDUCTION,
        Code::UnknownFact => text::UNKNOWN_FACT,
        Code::PointsOutOfRange => text::POINTS_OUT_OF_RANGE,
        Code::PointsTooFine => text::POINTS_TOO_FINE,
        Code::BlockOnLeaf => text::BLOCK_ON_LEAF,
        Code::BlockUnclear => text::BLOCK_UNCLEAR,
        Code::OverrideOnGroup => text::OVERRIDE_ON_GROUP,
        Code::UnknownIndicator => text::UNKNOWN_INDICATOR,
        Code::EntryUnderBlock => text::ENTRY_UNDER_BLOCK,
        Code::ReasonMissing => text::REASON_MISSING,
        Code::TargetJustMissed => text::TARGET_JUST_MISSED,
        Code::StartMissing => text::START_MISSING,
        Code::PenaltyAgainstRate => text::PENALTY_AGAINST_RATE,
        Code::OccurredThoughMet => text::OCCURRED_THOUGH_MET,
        Code::RubricMismatch => text::RUBRIC_MISMATCH,
        Code::DuplicateId => text::DUPLICATE_ID,
        Code::BadId => text::BAD_ID,
        Code::NeitherGroupNorLeaf => text::NEITHER_GROUP_NOR_LEAF,
        Code::WeightsNotParent => text::WEIGHTS_NOT_PARENT,
        Code::WeightsNotFull => text::WEIGHTS_NOT_FULL,
        Code::NegativeWeight => text::NEGATIVE_WEIGHT,
        Code::GradeGap => text::GRADE_GAP,
        Code::GradeOverlap => text::GRADE_OVERLAP,
        Code::BandGap => text::BAND_GAP,
        Code::BandOverlap => text::BAND_OVERLAP,
        Code::ItemsNotWeight => text::ITEMS_NOT_WEIGHT,
        Code::ItemsHalfPointed => text::ITEMS_HALF_POINTED,
        Code::RuleEmpty => text::RULE_EMPTY,
        Code::MeasureMissing => text::MEASURE_MISSING,
        Code::MeasureUnused => text::MEASURE_UNUSED,
        Code::ScaleMismatch => text::SCALE_MISMATCH,
        Code::ConstantOutOfRange => text::CONSTANT_OUT_OF_RANGE,
        Code::ZeroStep => text::ZERO_STEP,
        Code::RangeReversed => text::RANGE_REVERSED,
        Code::PointsAboveWeight => text::POINTS_ABOVE_WEIGHT,
        Code::WeightOutOfReach => text::WEIGHT_OUT_OF_REACH,
        Code::DeductionAboveWeight => text::DEDUCTION_ABOVE_WEIGHT,
        Code::UnknownScope => text::UNKNOWN_SCOPE,
        Code::UnknownPrefill => text::UNKNOWN_PREFILL,
        Code::SourceMissing if problem.param("text").is_empty() => text::SOURCE_MISSING,
        Code::SourceMissing => text::SOURCE_UNKNOWN,
        Code::ConstantTooFine => text::CONSTANT_TOO_FINE,
        Code::TooManyPlaces => text::TOO_MANY_PLACES,
        Code::BonusNotLeaf => text::BONUS_NOT_LEAF,
        Code::TooDeep => text::TOO_DEEP,
    }
}

#[cfg(test)]
mod tests;
