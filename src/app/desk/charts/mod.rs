//! Pictures of the answers: plain values first, then elements of a drawing.
