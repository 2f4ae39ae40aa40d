//! The texts of the presets, for whoever has them all at hand: tests, the JS API, the tab 推演.

use super::{read, read_example};
use crate::engine::{Assessment, Rubric};

struct Texts {
    id: &'static str,
    rubric: &'static str,
    example: &'static str,
}

static LIST: &[Texts] = include!(concat!(env!("OUT_DIR"), "/carried.rs"));

fn find(id: &str) -> Option<&'static Texts> {
    LIST.iter().find(|texts| texts.id == id)
}

/// The rubric of a preset.
pub fn rubric(id: &str) -> Option<Rubric> {
    read(rubric_text(id)?)
}

/// The rubric of a preset as JSON.
pub fn rubric_text(id: &str) -> Option<&'static str> {
    Some(find(id)?.rubric)
}

/// The published case of a preset, pinned to its hash.
pub fn example(id: &str) -> Option<Assessment> {
    read_example(find(id)?.example)
}
