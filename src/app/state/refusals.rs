//! Why a file, a link or a saved text can't be opened, in words.

use crate::engine::MOST_SCENARIOS;
use crate::exchange::json::FileError;
use crate::exchange::link::LinkError;
use crate::words::Lang;
use crate::words::table::page as text;
use crate::words::table::{say, t};

/// Why a project file or a saved text can't be opened.
pub(in crate::app) fn of_file(error: &FileError, lang: Lang) -> String {
    match error {
        FileError::TooLarge { .. } => t(text::WHY_TOO_LARGE, lang).to_owned(),
        FileError::NotText => t(text::WHY_NOT_TEXT, lang).to_owned(),
        FileError::NotJson { line, column } => {
            let (line, column) = (line.to_string(), column.to_string());
            say(text::WHY_NOT_JSON, lang, &[("line", &line), ("column", &column)])
        }
        FileError::Foreign => t(text::WHY_FOREIGN, lang).to_owned(),
        FileError::OlderVersion { found } => {
            say(text::WHY_OLDER, lang, &[("found", &found.to_string())])
        }
        FileError::NewerVersion { .. } => t(text::WHY_NEWER, lang).to_owned(),
        FileError::WrongShape { path, .. } if path.ends_with("scenarios") => {
            let most = MOST_SCENARIOS.to_string();
            say(text::WHY_SCENARIOS, lang, &[("path", path), ("most", &most)])
        }
        FileError::WrongShape { path, .. } => say(text::WHY_SHAPE, lang, &[("path", path)]),
    }
}

/// Why a share link can't be opened.
pub(in crate::app) fn of_link(error: &LinkError, lang: Lang) -> String {
    let key = match error {
        LinkError::Content(error) => return of_file(error, lang),
        LinkError::Empty => text::WHY_EMPTY,
        LinkError::NewerVersion => text::WHY_NEWER,
        LinkError::Truncated => text::WHY_TRUNCATED,
        LinkError::Damaged => text::WHY_DAMAGED,
        LinkError::TooLarge { .. } => text::WHY_TOO_LARGE,
    };
    t(key, lang).to_owned()
}
