//! What the page asks of the browser, each behind a plain function: storage, files, clock, events.

mod clipboard;
mod clock;
mod document;
mod events;
mod files;
mod frame;
mod modules;
mod pause;
mod storage;

pub use clipboard::copy;
pub use clock::{clock_time, moment, now, unique};
pub use document::{
    active_element, focus, focus_first_of_row, focus_next_field, is_line_field, is_open,
    is_text_field, is_untouched, location_hash, page_address, print, scroll_to, scroll_to_top,
    scrolled, select, set_hash, set_root, set_title, system_lang, text_of, ticked, typed, warn,
};
pub use events::{Steps, listener, media, next_task, on_document, on_window, tell_window};
pub use files::{chosen_file, download, dropped_file, read_file};
pub use frame::{asked, asks, awaits_host, framed, tell_host};
pub use modules::{DESK, FRAME, Module, PAPERS, fetch, loaded, module, part, settings};
pub use pause::{Ended, Pause};
pub use storage::{Refusal, keys, read, read_tab, remove, write, write_tab};
