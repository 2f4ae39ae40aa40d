//! The forms that come with the project: data in TOML, checked and made compact by `build.rs`.
//!
//! `<slug>/rubric.toml` is the form, `<slug>/cases.toml` its golden cases, the first of them the
//! published example. To add a preset: a folder with both files, its slug in `build.rs`.
//!
//! Here is what is known of a form before it is opened, and how its texts are read. The texts
//! themselves, in `carried`, are part of a program only where it calls for them. The page does not: it
//! fetches the files of the one form that is opened, and scripts/modules.mjs sees to it.

mod carried;

pub use carried::{example, rubric, rubric_text};

use crate::engine::{Assessment, Kind, Rubric};
use crate::tree::{self, Document};

/// A form with what is shown before it is opened.
#[derive(Debug)]
pub struct Preset {
    /// Slug.
    pub id: &'static str,
    /// Title in Chinese and English.
    pub title: (&'static str, &'static str),
    /// Region in Chinese and English.
    pub region: (&'static str, &'static str),
    /// What sort of evaluation it is for.
    pub kind: Kind,
    /// 分.
    pub full_score: &'static str,
    /// Edition of the form.
    pub edition: &'static str,
    /// First level: name in Chinese and English, weight in 分.
    pub groups: &'static [(&'static str, &'static str, &'static str)],
    /// Content hash: 16 hex digits that change whenever anything in the rubric does.
    pub hash: &'static str,
}

/// All presets, in the order in which they are offered.
pub static LIST: &[Preset] = include!(concat!(env!("OUT_DIR"), "/presets.rs"));

/// The preset with this slug.
pub fn find(id: &str) -> Option<&'static Preset> {
    LIST.iter().find(|preset| preset.id == id)
}

/// The rubric of a preset's text.
pub fn read(text: &str) -> Option<Rubric> {
    document(text)
}

/// The published case of a preset's text, pinned to its hash.
pub fn read_example(text: &str) -> Option<Assessment> {
    document(text)
}

/// Presets are read the way files are, so that one reader serves all.
fn document<T: Document>(text: &str) -> Option<T> {
    tree::parse(text).ok()?.document().ok()
}

/// The content hash of a preset.
pub fn hash(id: &str) -> Option<&'static str> {
    find(id).map(|preset| preset.hash)
}
