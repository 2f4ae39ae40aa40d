//! `Problem`: what is wrong with an entry or a rubric, as fields rather than prose.
//!
//! One public type for both. `words` makes the sentence that names the field and the mend.

use super::number::NumberError;
use crate::tree::document;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; the score stands.
    Note,
    /// Probably a mistake; the score stands.
    Warning,
    /// The entry, or the rubric, cannot be scored as it is.
    Error,
}

document! { enum Severity { Note, Warning, Error } }

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $severity:ident,)*) => {
        /// What is wrong. The parameters that each code carries are listed with it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[$doc])* $name,)* }

        document! { enum Code { $($name),* } }

        impl Code {
            /// Every code, for tables and tests.
            pub const ALL: &[Code] = &[$(Code::$name),*];

            /// How much a problem of this code weighs.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // What people enter.
    /// The text is no figure. `text`.
    NotANumber = Error,
    /// More than 15 significant digits. `text`.
    TooManyDigits = Error,
    /// More than 6 decimals. `text`.
    TooManyDecimals = Error,
    /// Below zero where that has no meaning. `text`.
    Negative = Error,
    /// A count that is not whole. `text`.
    NotWhole = Error,
    /// The figures are too long to compute with exactly.
    TooLarge = Error,
    /// A target, plan or number of answers of zero.
    ZeroDivisor = Error,
    /// A rate above 100 % where that has no meaning. `text`.
    RateAboveHundred = Error,
    /// A part larger than its whole. `part`, `whole`.
    PartExceedsWhole = Error,
    /// Survey counts that add up to more than the answers. `sum`, `answers`.
    CountsExceedAnswers = Error,
    /// Not one count per option. `given`, `due`.
    WrongCountNumber = Error,
    /// A date that does not exist or is not written as 2024-12-25. `text`.
    BadDate = Error,
    /// An end before its start. `start`, `end`.
    DatesReversed = Error,
    /// A level that the rubric does not have. `text`.
    UnknownLevel = Error,
    /// A checklist item that the rubric does not have. `text`.
    UnknownItem = Error,
    /// A deduction that the rubric does not have. `text`.
    UnknownDeduction = Error,
    /// A fact that the rubric does not have. `text`.
    UnknownFact = Error,
    /// Points outside what may be given. `text`, `from`, `to`.
    PointsOutOfRange = Error,
    /// Points with more decimals than the rubric rounds to. `text`, `places`.
    PointsTooFine = Error,
    /// A block on something that is no group.
    BlockOnLeaf = Error,
    /// Both points and share given for a block.
    BlockUnclear = Error,
    /// Points replaced on a group; only indicators can be overridden.
    OverrideOnGroup = Error,
    /// An entry for an indicator that the rubric does not have.
    UnknownIndicator = Warning,
    /// An entry below a group that is scored as a block; it does not count.
    EntryUnderBlock = Note,
    /// Points given without a reason.
    ReasonMissing = Note,
    /// The target is strict (< or >) and the actual value equals it.
    TargetJustMissed = Note,
    /// Late, and no start date is given to count the days from; the rate is 0 %.
    StartMissing = Note,
    /// A penalty that follows from the rate is named, and the rate does not call for it. `item`,
    /// `rate`, `bound`.
    PenaltyAgainstRate = Warning,
    /// Occurrences are counted, and the checklist says that nothing was missed. `item`.
    OccurredThoughMet = Note,
    /// Pinned to another rubric or another content of it. `pinned`, `used`.
    RubricMismatch = Warning,

    // What a rubric holds.
    /// Two indicators, items or facts with one id. `text`.
    DuplicateId = Error,
    /// An id that is empty or has characters other than letters, digits, hyphens. `text`.
    BadId = Error,
    /// Neither children nor scoring, or both.
    NeitherGroupNorLeaf = Error,
    /// Weights of the children do not add up to the parent's. `sum`, `weight`.
    WeightsNotParent = Error,
    /// Weights of the first level do not add up to the full score. `sum`, `weight`.
    WeightsNotFull = Error,
    /// A weight below zero. `text`.
    NegativeWeight = Error,
    /// No grade, or none that reaches down to 0.
    GradeGap = Error,
    /// Two grades with one bound, or not from the best down.
    GradeOverlap = Error,
    /// Bands that leave a gap. `at`.
    BandGap = Error,
    /// Bands that overlap or are not in order. `at`.
    BandOverlap = Error,
    /// Points of checklist items do not add up to the weight. `sum`, `weight`.
    ItemsNotWeight = Error,
    /// Some checklist items have points and others have none.
    ItemsHalfPointed = Error,
    /// A rule without levels, items, bands or knots.
    RuleEmpty = Error,
    /// A rule that needs a measure and has none.
    MeasureMissing = Error,
    /// A rule that takes no measure and has one.
    MeasureUnused = Error,
    /// Coefficients and options of a survey scale that do not match. `given`, `due`.
    ScaleMismatch = Error,
    /// A coefficient, rate or share below 0, or above what it may be. `text`.
    ConstantOutOfRange = Error,
    /// A step, width or divisor of zero.
    ZeroStep = Error,
    /// A range whose end is below its start. `from`, `to`.
    RangeReversed = Error,
    /// Points above the weight. `points`, `weight`.
    PointsAboveWeight = Error,
    /// No level earns the whole weight. `points`, `weight`.
    WeightOutOfReach = Warning,
    /// A deduction larger than the weight that it is taken from. `points`, `weight`.
    DeductionAboveWeight = Warning,
    /// A penalty or knock-out that names an indicator which is not there. `text`.
    UnknownScope = Error,
    /// A prefill that names a fact which is not there. `text`.
    UnknownPrefill = Error,
    /// An indicator without a source, or with one that is not listed. `text`.
    SourceMissing = Warning,
    /// Points of the rubric with more decimals than it rounds to. `text`, `places`.
    ConstantTooFine = Error,
    /// More than 4 decimals to round to. `text`.
    TooManyPlaces = Error,
    /// A bonus item that is a group.
    BonusNotLeaf = Error,
    /// A tree deeper than four levels.
    TooDeep = Error,
}

/// What is wrong, where, and with which figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Indicator id; none for the rubric, the facts or the assessment as a whole.
    pub indicator: Option<String>,
    /// Field of the entry (`actual`, `counts[2]`, `override.points`) or `facts.<id>`.
    pub field: Option<String>,
    /// What is wrong.
    pub code: Code,
    /// The figures and texts that the code lists.
    pub params: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem of the whole.
    pub fn new(code: Code) -> Problem {
        Problem { indicator: None, field: None, code, params: Vec::new() }
    }

    /// The same problem, at an indicator.
    pub fn at(mut self, indicator: &str) -> Problem {
        self.indicator = Some(indicator.to_owned());
        self
    }

    /// The same problem, at a field.
    pub fn on(mut self, field: impl Into<String>) -> Problem {
        self.field = Some(field.into());
        self
    }

    /// The same problem, with one more parameter.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Problem {
        self.params.push((name, value.to_string()));
        self
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The parameter with this name; empty if there is none.
    pub fn param(&self, name: &str) -> &str {
        let found = self.params.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value)
    }
}

impl From<NumberError> for Problem {
    fn from(error: NumberError) -> Problem {
        Problem::new(match error {
            NumberError::NotANumber => Code::NotANumber,
            NumberError::TooManyDigits => Code::TooManyDigits,
            NumberError::TooManyDecimals => Code::TooManyDecimals,
            NumberError::TooLarge => Code::TooLarge,
            NumberError::DivisionByZero => Code::ZeroDivisor,
        })
    }
}
