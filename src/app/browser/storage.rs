//! Local storage that may be blocked or full: it answers with a refusal, never with a panic.

use gloo::storage::{LocalStorage, SessionStorage, Storage as _};

use super::frame::own_keys;

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser does not let this page store anything, as in a third-party frame.
    Blocked,
    /// There is no room left.
    Full,
}

/// gloo's `raw` panics where storage is blocked, so the browser is asked first.
fn local() -> Option<web_sys::Storage> {
    let allowed = web_sys::window()?.local_storage();
    matches!(allowed, Ok(Some(_))).then(LocalStorage::raw)
}

fn tab() -> Option<web_sys::Storage> {
    let allowed = web_sys::window()?.session_storage();
    matches!(allowed, Ok(Some(_))).then(SessionStorage::raw)
}

/// What is kept under a key.
pub fn read(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

/// Keeps a text under a key.
///
/// # Errors
/// A [`Refusal`]; what was kept before stays.
pub fn write(key: &str, text: &str) -> Result<(), Refusal> {
    let storage = local().ok_or(Refusal::Blocked)?;
    storage.set_item(key, text).map_err(|_| Refusal::Full)
}

/// Forgets a key.
pub fn remove(key: &str) {
    if let Some(storage) = local() {
        let _ = storage.remove_item(key);
    }
}

/// The kept keys that begin with `prefix`, without it.
pub fn keys(prefix: &str) -> Vec<String> {
    let Some(storage) = local() else {
        return Vec::new();
    };
    let all = 0..storage.length().unwrap_or_default();
    let names = all.filter_map(|index| storage.key(index).ok().flatten());
    names.filter_map(|name| name.strip_prefix(prefix).map(str::to_owned)).collect()
}

/// What this tab keeps until it is closed; each of its frames for itself.
pub fn read_tab(key: &str) -> Option<String> {
    tab()?.get_item(&[key, &own_keys()].concat()).ok().flatten()
}

/// Keeps a text until this tab is closed; whether it did. Where that is refused, the tab forgets on
/// reload.
pub fn write_tab(key: &str, text: &str) -> bool {
    let key = [key, &own_keys()].concat();
    tab().is_some_and(|storage| storage.set_item(&key, text).is_ok())
}
