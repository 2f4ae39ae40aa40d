//! Files: handing one over, and reading one that was chosen or dropped.

use std::cell::RefCell;

use gloo::file::callbacks::{FileReader, read_as_bytes};
use gloo::file::{Blob, File, ObjectUrl};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, HtmlInputElement};

thread_local! {
    /// Reading stops when its reader is dropped, so the latest one is held here.
    static READING: RefCell<Option<FileReader>> = const { RefCell::new(None) };
}

/// How long a download may take to begin before its address is given up, in milliseconds.
const URL_KEPT: u32 = 60_000;

/// Offers `content` to the user as a file to save.
pub fn download(name: &str, mime: &str, content: &[u8]) {
    let blob = Blob::new_with_options(content, Some(mime));
    let url = ObjectUrl::from(blob);
    let document = web_sys::window().and_then(|window| window.document());
    let anchor = document.and_then(|document| document.create_element("a").ok());
    if let Some(anchor) = anchor.and_then(|a| a.dyn_into::<web_sys::HtmlAnchorElement>().ok()) {
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
    }
    Timeout::new(URL_KEPT, move || drop(url)).forget();
}

/// Reads a file whole, then calls back with its bytes; none if it could not be read.
pub fn read_file(file: web_sys::File, done: Box<dyn FnOnce(Option<Vec<u8>>)>) {
    let reader = read_as_bytes(&File::from(file), move |bytes| done(bytes.ok()));
    READING.with_borrow_mut(|reading| *reading = Some(reader));
}

/// The file that was chosen in the field that an event came from.
pub fn chosen_file(event: &Event) -> Option<web_sys::File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files().and_then(|files| files.get(0));
    // The same file can be chosen again.
    input.set_value("");
    file
}

/// The file that was dropped.
pub fn dropped_file(event: &Event) -> Option<web_sys::File> {
    event.dyn_ref::<DragEvent>()?.data_transfer()?.files()?.get(0)
}
