//! The screens of the page, one for each route.

pub mod desk;
pub mod papers;
pub mod score;
pub mod start;
