//! Drawings as plain values, computed apart from what draws them.

pub mod beam;
pub mod losses;
pub mod shape;
pub mod steelyard;
