//! Texts of the what-if answers, a file for each question.

pub(crate) mod cheapest;
pub(crate) mod comparison;
pub(crate) mod distance;
pub(crate) mod grid;
pub(crate) mod lever;
pub(crate) mod losses;
pub(crate) mod open;
pub(crate) mod range;
pub(crate) mod scenario;
pub(crate) mod swing;
pub(crate) mod weights;

/// All texts of the questions by name, for the test of the table.
#[cfg(test)]
pub(crate) const ALL: [&[(&str, super::Key)]; 11] = [
    cheapest::ALL,
    comparison::ALL,
    distance::ALL,
    grid::ALL,
    lever::ALL,
    losses::ALL,
    open::ALL,
    range::ALL,
    scenario::ALL,
    swing::ALL,
    weights::ALL,
];
