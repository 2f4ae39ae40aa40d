//! The saved assessments: an index, and one key for each. The index is mended from the keys.

use super::{Deed, Notice, Session, Tone};
use crate::app::browser;
use crate::engine::Assessment;
use crate::exchange::json::{self, Named};
use crate::tree::{self, document};
use crate::words::table::page as text;
use crate::words::table::say;

/// Key of the index.
pub(super) const INDEX: &str = "jiheng.index";
/// What the key of an assessment begins with.
pub(super) const PREFIX: &str = "jiheng.assessment.";

/// The index as it is kept.
#[derive(Debug, Default)]
pub struct Index {
    /// Latest first.
    pub items: Vec<Listed>,
}

document! { lenient Index: default { items } }

/// A saved assessment as the start page lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// What its key ends with.
    pub key: String,
    /// The name the user gave it; empty to go by the project's.
    pub name: String,
    /// Name of the project; empty where there is none yet.
    pub project: String,
    /// Id of the rubric; empty where it could not be read.
    pub rubric: String,
    /// Whether it carries its rubric.
    pub own: bool,
    /// When it was saved, in milliseconds since 1970.
    pub saved: u64,
}

document! { lenient Listed: default { key, name, project, rubric, own, saved } }

impl Listed {
    /// An entry for an assessment that was just saved, with a rubric of its own or without.
    pub(super) fn of(key: &str, assessment: &Assessment, own: bool) -> Listed {
        Listed {
            key: key.to_owned(),
            name: String::new(),
            project: assessment.project.name.trim().to_owned(),
            rubric: assessment.rubric.id.clone(),
            own,
            saved: browser::now(),
        }
    }

    /// The name to list it by; empty if it has none at all.
    pub fn title(&self) -> &str {
        if self.name.is_empty() { &self.project } else { &self.name }
    }
}

/// The key of an assessment in storage.
pub(super) fn storage_key(key: &str) -> String {
    format!("{PREFIX}{key}")
}

impl Session {
    /// Reads the index; drops what is gone and adds what it misses.
    pub(crate) fn load_library(&self) {
        let kept = browser::read(INDEX).and_then(|text| tree::parse(&text).ok()?.document().ok());
        let Index { mut items } = kept.unwrap_or_default();
        let keys = browser::keys(PREFIX);
        items.retain(|item| keys.contains(&item.key));
        for key in keys {
            if !items.iter().any(|item| item.key == key) {
                items.push(found(&key));
            }
        }
        items.sort_by_key(|item| std::cmp::Reverse(item.saved));
        self.library.set(items);
    }

    /// Changes the index in storage, then the list from it, so that two tabs don't undo each other.
    pub(super) fn update_library(&self, change: impl FnOnce(&mut Vec<Listed>)) {
        self.load_library();
        self.library.update(change);
        let index = Index { items: self.library.get_untracked() };
        // The index can be made again from the keys; a refusal shows when the next text is saved.
        let _ = browser::write(INDEX, &tree::json(&index));
    }

    /// Puts an assessment that was just saved into the index.
    pub(super) fn list(&self, listed: Listed) {
        self.update_library(|items| {
            items.retain(|item| item.key != listed.key);
            items.push(listed);
            items.sort_by_key(|item| std::cmp::Reverse(item.saved));
        });
    }

    /// Gives a saved assessment a name; an empty one goes back to the project's.
    pub fn rename(&self, key: &str, name: &str) {
        self.update_library(|items| {
            if let Some(item) = items.iter_mut().find(|item| item.key == key) {
                name.trim().clone_into(&mut item.name);
            }
        });
    }

    /// Saves a second one like it, named as a copy.
    pub fn duplicate(&self, listed: &Listed) {
        let Some(content) = browser::read(&storage_key(&listed.key)) else {
            return self.load_library();
        };
        let key = browser::unique();
        if browser::write(&storage_key(&key), &content).is_err() {
            return self.notify(Notice::new(Tone::Error, text::COPY_REFUSED));
        }
        let title = if listed.title().is_empty() { text::UNTITLED } else { text::NAMED };
        let lang = self.lang.get_untracked();
        let name =
            say(text::COPY_OF, lang, &[("name", &say(title, lang, &[("name", listed.title())]))]);
        let copy = Listed { key, name, saved: browser::now(), ..listed.clone() };
        self.list(copy);
    }

    /// Deletes a saved assessment; the notice brings it back.
    pub fn delete(&self, listed: &Listed) {
        let content = browser::read(&storage_key(&listed.key));
        browser::remove(&storage_key(&listed.key));
        self.update_library(|_| {});
        if self.open.get_untracked().as_ref() == Some(&listed.key) {
            self.close();
        }
        let Some(content) = content else { return };
        self.notify(
            Notice::new(Tone::Note, text::DELETED)
                .with("name", listed.title())
                .offer(text::UNDO, Deed::Restore(listed.clone(), content)),
        );
    }

    pub(super) fn restore(&self, listed: Listed, content: &str) {
        if browser::write(&storage_key(&listed.key), content).is_err() {
            let name = format!("{}.json", listed.key);
            return self.notify(
                Notice::new(Tone::Error, text::RESTORE_REFUSED)
                    .offer(text::DOWNLOAD_IT, Deed::Download(name, content.to_owned())),
            );
        }
        self.list(listed);
    }
}

/// An entry for a key that the index misses, as far as its text can be read.
fn found(key: &str) -> Listed {
    let kept = browser::read(&storage_key(key)).unwrap_or_default();
    let first = json::read(kept.as_bytes()).ok().and_then(|all| all.into_iter().next());
    match first {
        Some(Named { name, assessment, rubric }) => {
            Listed { saved: 0, name, ..Listed::of(key, &assessment, rubric.is_some()) }
        }
        None => Listed { key: key.to_owned(), ..Listed::default() },
    }
}
