//! The screens of the page, one for each route.

pub mod rubric;
pub mod score;
pub mod share;
pub mod start;
