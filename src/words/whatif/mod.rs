//! What-if answers in sentences that can be pasted into a report.

mod cheapest;
pub mod comparison;
pub mod distance;
mod grid;
pub mod lever;
pub mod losses;
mod range;
pub mod scenario;
pub mod swing;
pub mod weights;
