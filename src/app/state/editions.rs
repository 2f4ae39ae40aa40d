//! Editions of a form: each is kept beside what is saved under it, once for its content hash, so that
//! an assessment can be opened by it when the page comes with a newer one. What the page comes with
//! is files, which are fetched before a form is opened.

use crate::app::browser;
use crate::engine::{Pin, Rubric};
use crate::presets;

/// What the key of a kept edition begins with; its hash follows.
const PREFIX: &str = "jiheng.rubric.";

/// The file of a preset's rubric, as start.js knows it.
pub(super) fn rubric_file(preset: &str) -> String {
    format!("{preset}/rubric")
}

/// A file that has come.
pub(super) fn file(name: &str) -> Option<String> {
    browser::part(name)?.as_string()
}

/// Keeps the edition that an assessment is pinned to, if it is the one that the page comes with.
pub(super) fn keep(pin: &Pin) {
    let key = [PREFIX, &pin.hash].concat();
    let at_hand = presets::find(&pin.id).filter(|preset| preset.hash == pin.hash);
    let text = at_hand.and_then(|preset| file(&rubric_file(preset.id)));
    if let Some(text) = text.filter(|_| browser::read(&key).is_none()) {
        // Where it finds no room nothing that was typed is lost: a newer edition is then offered,
        // as where the older one was never at hand.
        let _ = browser::write(&key, &text);
    }
}

/// The edition that an assessment is pinned to, as JSON; none where it is not at hand.
pub(super) fn text(pin: &Pin) -> Option<String> {
    match presets::find(&pin.id).filter(|preset| preset.hash == pin.hash) {
        Some(preset) => file(&rubric_file(preset.id)),
        None => browser::read(&[PREFIX, &pin.hash].concat()),
    }
}

/// The same, read.
pub(super) fn find(pin: &Pin) -> Option<Rubric> {
    text(pin).as_deref().and_then(presets::read)
}

/// Whether the page comes with another edition of the same form.
pub(super) fn is_older(pin: &Pin) -> bool {
    presets::find(&pin.id).is_some_and(|preset| preset.hash != pin.hash)
}
