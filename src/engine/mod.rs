//! Pure scoring: rubric and assessment in, scorecard out.
//!
//! No DOM, no I/O, no clock, no float, no prose. [`score`] is total: whatever it is given, it
//! answers, and what it cannot score it names as a [`Problem`].

#![deny(clippy::float_arithmetic)]

mod assessment;
mod date;
mod error;
mod fraction;
mod grade;
mod leaf;
pub mod measure;
mod modifier;
mod number;
mod reading;
mod rounding;
mod rubric;
pub mod rule;
mod scenario;
mod score;
mod scorecard;
mod standing;
mod sums;
mod total;
mod trace;
mod trial;
mod validate;

pub use assessment::{
    Assessment, Block, Entry, Fund, Goal, Incident, Override, Pin, Project, Survey, SurveyOption,
    VERSION, Value,
};
pub use date::Date;
pub use error::{Code, Problem, Severity};
pub use fraction::Fraction;
pub use grade::{Grade, GradeOutcome, GradeScale};
pub use leaf::Effect;
pub use measure::{Direction, Divisor, Measure, Pace};
pub use modifier::Modifier;
pub use number::{Figure, MAX_DECIMALS, MAX_DIGITS, NumberError};
pub use reading::Field;
pub(crate) use reading::Reader;
pub use rounding::{MAX_PLACES, Mode, RATE_PLACES, Rounding, percentage};
pub use rubric::{
    Accepted, Bonus, FactField, Indicator, Kind, Label, Layout, MOST_INDICATORS, Node,
    NotApplicable, PointRange, Rubric, Scoring, Source, is_plain,
};
pub use rule::{Partial, Rule};
pub use scenario::{Change, MOST_SCENARIOS, Scenario};
pub use score::score;
pub use scorecard::{Adjustment, AdjustmentKind, Outcome, Scorecard, Span, Status, Total};
pub use sums::{Certain, Contribution, Sums, Take};
pub use trace::{Scope, Step};
pub use trial::Trial;
pub use validate::validate;
