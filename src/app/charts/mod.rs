//! Charts as plain values, tested natively; the components that draw them are in `parts`.

pub mod beam;
pub mod losses;
