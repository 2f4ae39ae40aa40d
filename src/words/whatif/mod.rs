//! What-if answers in sentences that can be pasted into a report.

mod cheapest;
pub mod comparison;
mod distance;
mod grid;
pub mod lever;
pub mod losses;
mod range;
mod scenario;
mod swing;
pub mod weights;

pub use scenario::{change, scenario_name, statement};
