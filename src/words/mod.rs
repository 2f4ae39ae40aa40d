//! `words`: structured traces, problems, rules and totals into Chinese and English sentences.
//!
//! Pure: nothing here but texts. The engine says what happened, with figures and ids; this module
//! says it the way evaluation reports do. Sentences are meant to be pasted, so figures stand
//! without thin spaces or digit groups, and Chinese has full-width punctuation.
//!
//! All texts live in one table, shared with the page; see `table`. Where a rule or a measure is
//! added to the engine, the compiler names each `match` here that wants a sentence for it.

mod about;
mod adjustment;
pub mod audit;
#[cfg(test)]
mod every_step;
mod field;
mod figure;
mod group;
mod lang;
mod line;
mod modifier;
mod problem;
pub mod report;
mod rubric;
mod rule;
mod rule_full;
#[cfg(any(feature = "page", feature = "js", test))]
mod shape;
mod steps;
pub(crate) mod table;
#[cfg(test)]
mod testing;
#[cfg(any(feature = "page", feature = "js", test))]
pub mod told;
pub mod whatif;

pub use adjustment::{adjustment, adjustment_name, status};
pub use field::field_name;
pub use figure::{date, expansion, percent, points, range, score_rate};
pub use group::group_line;
pub use lang::Lang;
pub use line::line;
pub use modifier::modifier;
pub use problem::{place, problem};
pub use rubric::{bonus, cap, grade_scale, kind, not_applicable, rounding, rubric_rules, source};
pub use rule::rule_short;
pub use rule_full::rule_full;
pub use steps::steps;
#[cfg(feature = "page")]
pub(crate) use table::{say, t};
