//! Pictures of the answers: plain values first, then elements of a drawing.
//!
//! Lengths are shares of the width, so a picture is as wide as there is room for it and its texts
//! stay as large as those around it. Most pictures are tables with a bar in each row ([`bars`]):
//! whoever can't see the bars reads the figures beside them.

pub mod bars;
pub mod compare;
pub mod heat;
pub mod plot;
pub mod scale;
pub mod tornado;
pub mod waterfall;
