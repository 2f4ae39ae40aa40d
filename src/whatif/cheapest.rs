//! 最省力: the smallest set of changes that reaches a total.
#![allow(dead_code)]

mod bounds;
mod front;
mod instance;
mod search;
#[cfg(test)]
mod tests;
