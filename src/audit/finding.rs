//! `Finding`: one contradiction in a published table, as fields rather than prose.

use super::interval::Readings;
use crate::engine::Severity;
use crate::tree::document;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $severity:ident on $consequence:ident,)*) => {
        /// What contradicts what. The parameters that a code carries besides `published` and
        /// `expected` are listed with it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Check { $($(#[$doc])* $name,)* }

        document! { enum Check { $($name),* } }

        impl Check {
            /// Every check, in the order in which they are told.
            pub const ALL: &[Check] = &[$(Check::$name),*];

            /// How much a finding of this check weighs.
            pub fn severity(self) -> Severity {
                match self { $(Check::$name => Severity::$severity,)* }
            }

            /// What a finding of this check bears on.
            pub fn consequence(self) -> Consequence {
                match self { $(Check::$name => Consequence::$consequence,)* }
            }
        }
    };
}

codes! {
    // Arithmetic: no reading of the digits allows it.
    /// The rows' weights are not the full score together. `full`.
    WeightsSum = Error on Total,
    /// The rows' weights are not the weight of their group together.
    GroupWeightsSum = Error on Total,
    /// A row with a score has no weight.
    WeightMissing = Warning on Total,
    /// More points than the weight. `weight`.
    ScoreAboveWeight = Error on Total,
    /// Points below 0.
    ScoreNegative = Error on Total,
    /// The rows' scores are not the score of their group together.
    GroupScoreSum = Error on Total,
    /// The rows' scores are not the total together.
    TotalSum = Error on Total,
    /// A total that the rows cannot come to, whatever the missing ones have. `missing`.
    TotalImpossible = Error on Total,
    /// 得分率 is not score ÷ weight. `score`, `weight`.
    ScoreRateMismatch = Error on Figures,
    /// 扣分 is not weight − score. `score`, `weight`.
    DeductionMismatch = Error on Figures,
    /// 完成率 is not actual ÷ target. `actual`, `target`.
    CompletionMismatch = Error on Figures,
    /// The digits are rounded another way than those of the other rows. `usual`, `here`.
    RoundingDirection = Note on Figures,
    /// A rate that so many answers cannot give; an error where each is known to be one answer in whole
    /// percents. `answers`, `below`, `above`; `questions` and `sheets` where each sheet has several.
    RateImpossibleForCount = Warning on Figures,
    /// A printed product is not that of its factors. `formula`.
    UnitPriceMismatch = Error on Figures,

    // The budget.
    /// 执行率 is not executed ÷ budget. `executed`, `planned`.
    BudgetRate = Error on Figures,
    /// The points of the budget are not weight × 执行率. `rate`, `weight`.
    BudgetScore = Error on Total,
    /// 预算执行率 is scored in the line of the budget and again as a row. `row`.
    BudgetCountedTwice = Warning on Total,
    /// The sources of funds are not the whole together.
    BudgetNotSummed = Error on Figures,
    /// More was spent than there was. `executed`, `planned`.
    OverExecution = Warning on Targets,

    // The grade.
    /// The printed total has another grade. `total`.
    GradeMismatch = Error on Total,
    /// Totals between two grades have none. `better`, `worse`.
    GradeScaleGap = Warning on Total,

    // What the figures mean.
    /// Full marks, and the target is missed. `target`, `actual`.
    FullScoreTargetMissed = Warning on Reasons,
    /// Points were taken off, and the target is met. `target`, `actual`.
    DockedThoughMet = Warning on Reasons,
    /// Points were taken off, and nothing says why.
    DockedWithoutReason = Note on Reasons,
    /// The achieved value repeats the target word for word. `rows`.
    ActualCopiesTarget = Note on Targets,
    /// The target was passed many times over. `target`, `actual`.
    TargetFarTooLow = Warning on Targets,
    /// A target of 0.
    TargetZero = Warning on Targets,
    /// Well above the target. `target`, `actual`.
    OverCompletion = Note on Targets,
    /// Points that the rule of the row does not give. `levels`.
    NotALevel = Warning on Reasons,
    /// The same indicator twice under one parent. `other`.
    DuplicateRow = Warning on Targets,
    /// One figure, printed in two ways. `name`, `other`, `where`.
    SameFigureDiffers = Warning on Figures,
    /// A row is the sum of others: one shortfall is counted in each. `parts`.
    PartsOfWhole = Warning on Reasons,
    /// A date that does not exist.
    ImpossibleDate = Note on Figures,
}

/// What a finding bears on, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consequence {
    /// The total or the grade may be another one.
    Total,
    /// A printed figure is not the one that others make.
    Figures,
    /// A score does not follow from what was achieved, from its rule or from a reason.
    Reasons,
    /// The targets and achieved values themselves are in doubt.
    Targets,
}

document! { enum Consequence { Total, Figures, Reasons, Targets } }

impl Consequence {
    /// All of them, in the order in which findings are told.
    pub const ALL: [Consequence; 4] =
        [Consequence::Total, Consequence::Figures, Consequence::Reasons, Consequence::Targets];
}

/// Which cell, or which part of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The name of an indicator, or a row as a whole.
    #[default]
    Name,
    /// 分值.
    Weight,
    /// 目标值.
    Target,
    /// 实际完成值.
    Actual,
    /// 完成率.
    Completion,
    /// 得分率.
    ScoreRate,
    /// 扣分.
    Deduction,
    /// 得分.
    Score,
    /// The answers of a survey.
    Counts,
    /// Why points were taken off.
    Reason,
    /// 评分标准.
    Rule,
    /// The total.
    Total,
    /// The grade.
    Grade,
    /// The grades with their bounds.
    GradeScale,
    /// 年初预算数.
    BudgetInitial,
    /// 全年预算数.
    BudgetPlanned,
    /// 全年执行数.
    BudgetExecuted,
    /// 执行率.
    BudgetRate,
    /// The points of the budget.
    BudgetScore,
    /// A paragraph around the table.
    Text,
}

document! { enum Field {
    Name, Weight, Target, Actual, Completion, ScoreRate, Deduction, Score, Counts, Reason, Rule,
    Total, Grade, GradeScale, BudgetInitial, BudgetPlanned, BudgetExecuted, BudgetRate, BudgetScore,
    Text,
} }

/// Where in the tables.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the table, from 0.
    pub table: usize,
    /// Number of the row, from 0; of the paragraph for [`Field::Text`].
    pub row: Option<usize>,
    /// Names from the first level down to a group; empty for what is no group.
    pub group: Vec<String>,
    /// The cell.
    pub field: Field,
}

/// One contradiction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What contradicts what.
    pub check: Check,
    /// How much it weighs; see [`Check::severity`].
    pub severity: Severity,
    /// Where it is printed.
    pub place: Place,
    /// What is printed there.
    pub published: String,
    /// What it would have to be, as a figure or from one to another (`13.7–13.71`); empty where no
    /// one value is due.
    pub expected: String,
    /// The ways of rounding under which it would hold; none for an error.
    pub readings: Readings,
    /// Other cells that are part of it.
    pub with: Vec<Place>,
    /// The figures and texts that the check lists.
    pub params: Vec<(&'static str, String)>,
}

impl Finding {
    /// A finding at a place.
    pub fn new(check: Check, place: Place) -> Finding {
        Finding {
            check,
            severity: check.severity(),
            place,
            published: String::new(),
            expected: String::new(),
            readings: Readings::default(),
            with: Vec::new(),
            params: Vec::new(),
        }
    }

    /// The same, with what is printed and what it would have to be.
    pub fn said(mut self, published: impl ToString, expected: impl ToString) -> Finding {
        (self.published, self.expected) = (published.to_string(), expected.to_string());
        self
    }

    /// The same, with one more parameter.
    pub fn param(mut self, name: &'static str, value: impl ToString) -> Finding {
        self.params.push((name, value.to_string()));
        self
    }

    /// The same, with other cells that are part of it.
    pub fn beside(mut self, places: impl IntoIterator<Item = Place>) -> Finding {
        self.with.extend(places);
        self
    }

    /// The parameter with this name; empty if there is none.
    pub fn value(&self, name: &str) -> &str {
        let found = self.params.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value)
    }
}
