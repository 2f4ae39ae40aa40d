//! What-if answers in sentences that can be pasted into a report.

pub mod cheapest;
mod choices;
pub mod comparison;
pub mod distance;
pub mod grid;
pub mod lever;
pub mod losses;
pub mod outcome;
pub mod range;
pub mod scenario;
pub mod scored;
pub mod swing;
pub mod weights;
mod within;
