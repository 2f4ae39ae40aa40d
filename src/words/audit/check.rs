//! The texts of each check: its name, what it says, what a table must have for it.

use super::super::Lang;
use super::super::table::{Key, audit as text, t};
use crate::audit::{Check, Field, Finding};
use crate::engine::Severity;

/// What a check is called.
pub fn check_name(check: Check, lang: Lang) -> &'static str {
    t(texts(check).0, lang)
}

/// What a table must have to be checked for it.
pub fn check_needs(check: Check, lang: Lang) -> &'static str {
    t(texts(check).2, lang)
}

/// What a finding says.
pub(super) fn said(finding: &Finding) -> Key {
    let has = |param| !finding.value(param).is_empty();
    match finding.check {
        // A printed calculation has no cells for target and actual.
        Check::CompletionMismatch if has("formula") => text::UNIT_PRICE_MISMATCH,
        Check::DeductionMismatch if finding.place.row.is_none() => text::DEDUCTION_SUM,
        Check::RateImpossibleForCount if has("questions") => text::RATE_IMPOSSIBLE_FOR_QUESTIONS,
        Check::RateImpossibleForCount if finding.severity != Severity::Error => {
            text::RATE_IMPOSSIBLE_IF_ONE
        }
        Check::SameFigureDiffers => match (finding.place.field, has("here"), has("summed")) {
            // A paragraph has no name of its own for the figure.
            (Field::Text, _, false) => text::SAME_FIGURE_DIFFERS,
            (Field::Text, _, true) => text::TOLD_BUT_ROWS_DIFFER,
            (_, false, false) => text::SAME_CELL_DIFFERS,
            (_, false, true) => text::PRINTED_BUT_ROWS_DIFFER,
            (_, true, false) => text::ROWS_BUT_PRINTED_DIFFERS,
            (_, true, true) => text::ROWS_DIFFER,
        },
        check => texts(check).1,
    }
}

/// What to look for before anyone is blamed; none where the finding says it all.
pub(super) fn caution(finding: &Finding) -> Option<Key> {
    (!finding.value("shifted").is_empty()).then_some(text::SHIFTED)
}

fn texts(check: Check) -> (Key, Key, Key) {
    match check {
        Check::WeightsSum => (text::WEIGHTS_SUM_NAME, text::WEIGHTS_SUM, text::NEEDS_WEIGHTS),
        Check::GroupWeightsSum => {
            (text::GROUP_WEIGHTS_SUM_NAME, text::GROUP_WEIGHTS_SUM, text::NEEDS_GROUPS)
        }
        Check::WeightMissing => {
            (text::WEIGHT_MISSING_NAME, text::WEIGHT_MISSING, text::NEEDS_WEIGHTS)
        }
        Check::ScoreAboveWeight => {
            (text::SCORE_ABOVE_WEIGHT_NAME, text::SCORE_ABOVE_WEIGHT, text::NEEDS_SCORES)
        }
        Check::ScoreNegative => {
            (text::SCORE_NEGATIVE_NAME, text::SCORE_NEGATIVE, text::NEEDS_SCORES)
        }
        Check::GroupScoreSum => {
            (text::GROUP_SCORE_SUM_NAME, text::GROUP_SCORE_SUM, text::NEEDS_GROUPS)
        }
        Check::TotalSum => (text::TOTAL_SUM_NAME, text::TOTAL_SUM, text::NEEDS_TOTAL),
        Check::TotalImpossible => {
            (text::TOTAL_IMPOSSIBLE_NAME, text::TOTAL_IMPOSSIBLE, text::NEEDS_TOTAL)
        }
        Check::ScoreRateMismatch => {
            (text::SCORE_RATE_MISMATCH_NAME, text::SCORE_RATE_MISMATCH, text::NEEDS_SCORE_RATE)
        }
        Check::DeductionMismatch => {
            (text::DEDUCTION_MISMATCH_NAME, text::DEDUCTION_MISMATCH, text::NEEDS_DEDUCTION)
        }
        Check::CompletionMismatch => {
            (text::COMPLETION_MISMATCH_NAME, text::COMPLETION_MISMATCH, text::NEEDS_COMPLETION)
        }
        Check::RoundingDirection => {
            (text::ROUNDING_DIRECTION_NAME, text::ROUNDING_DIRECTION, text::NEEDS_RATES)
        }
        Check::RateImpossibleForCount => (
            text::RATE_IMPOSSIBLE_FOR_COUNT_NAME,
            text::RATE_IMPOSSIBLE_FOR_COUNT,
            text::NEEDS_ANSWERS,
        ),
        Check::UnitPriceMismatch => {
            (text::UNIT_PRICE_MISMATCH_NAME, text::UNIT_PRICE_MISMATCH, text::NEEDS_FORMULA)
        }
        Check::BudgetRate => (text::BUDGET_RATE_NAME, text::BUDGET_RATE, text::NEEDS_BUDGET),
        Check::BudgetScore => {
            (text::BUDGET_SCORE_NAME, text::BUDGET_SCORE, text::NEEDS_BUDGET_SCORE)
        }
        Check::BudgetCountedTwice => {
            (text::BUDGET_COUNTED_TWICE_NAME, text::BUDGET_COUNTED_TWICE, text::NEEDS_BUDGET_SCORE)
        }
        Check::BudgetNotSummed => {
            (text::BUDGET_NOT_SUMMED_NAME, text::BUDGET_NOT_SUMMED, text::NEEDS_SOURCES)
        }
        Check::OverExecution => {
            (text::OVER_EXECUTION_NAME, text::OVER_EXECUTION, text::NEEDS_BUDGET)
        }
        Check::GradeMismatch => {
            (text::GRADE_MISMATCH_NAME, text::GRADE_MISMATCH, text::NEEDS_GRADE)
        }
        Check::GradeScaleGap => {
            (text::GRADE_SCALE_GAP_NAME, text::GRADE_SCALE_GAP, text::NEEDS_SCALE)
        }
        Check::FullScoreTargetMissed => (
            text::FULL_SCORE_TARGET_MISSED_NAME,
            text::FULL_SCORE_TARGET_MISSED,
            text::NEEDS_TARGETS,
        ),
        Check::DockedThoughMet => {
            (text::DOCKED_THOUGH_MET_NAME, text::DOCKED_THOUGH_MET, text::NEEDS_TARGETS)
        }
        Check::DockedWithoutReason => {
            (text::DOCKED_WITHOUT_REASON_NAME, text::DOCKED_WITHOUT_REASON, text::NEEDS_REASON)
        }
        Check::ActualCopiesTarget => {
            (text::ACTUAL_COPIES_TARGET_NAME, text::ACTUAL_COPIES_TARGET, text::NEEDS_TARGETS)
        }
        Check::TargetFarTooLow => {
            (text::TARGET_FAR_TOO_LOW_NAME, text::TARGET_FAR_TOO_LOW, text::NEEDS_TARGETS)
        }
        Check::TargetZero => (text::TARGET_ZERO_NAME, text::TARGET_ZERO, text::NEEDS_TARGETS),
        Check::OverCompletion => {
            (text::OVER_COMPLETION_NAME, text::OVER_COMPLETION, text::NEEDS_TARGETS)
        }
        Check::NotALevel => (text::NOT_A_LEVEL_NAME, text::NOT_A_LEVEL, text::NEEDS_LEVELS),
        Check::DuplicateRow => (text::DUPLICATE_ROW_NAME, text::DUPLICATE_ROW, text::NEEDS_ROWS),
        Check::SameFigureDiffers => {
            (text::SAME_FIGURE_DIFFERS_NAME, text::SAME_FIGURE_DIFFERS, text::NEEDS_TWICE)
        }
        Check::PartsOfWhole => {
            (text::PARTS_OF_WHOLE_NAME, text::PARTS_OF_WHOLE, text::NEEDS_TARGETS)
        }
        Check::ImpossibleDate => {
            (text::IMPOSSIBLE_DATE_NAME, text::IMPOSSIBLE_DATE, text::NEEDS_DATE)
        }
    }
}
