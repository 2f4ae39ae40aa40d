//! Copying: HTML for Word and Excel, plain text beside it, also on kernels without the async API.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Copies a text, with HTML beside it unless that is empty; calls back whether that worked.
///
/// The `copy` command copies a selection, so a text field off screen is selected for a moment; what
/// lands on the clipboard is set by the listener.
pub fn copy(html: &str, text: &str, done: Box<dyn Fn(bool)>) {
    done(copied(html, text).unwrap_or(false));
}

fn copied(html: &str, text: &str) -> Option<bool> {
    let document = web_sys::window()?.document()?.dyn_into::<HtmlDocument>().ok()?;
    let before =
        document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let area = document.create_element("textarea").ok()?.dyn_into::<HtmlTextAreaElement>().ok()?;
    area.set_class_name("unseen");
    area.set_value(text);
    document.body()?.append_child(&area).ok()?;
    area.select();
    let (html, text) = (html.to_owned(), text.to_owned());
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document, "copy", options, move |event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if let Some(data) = data {
            event.prevent_default();
            let _ = data.set_data("text/plain", &text);
            if !html.is_empty() {
                let _ = data.set_data("text/html", &html);
            }
        }
    });
    let worked = document.exec_command("copy").unwrap_or(false);
    drop(listener);
    area.remove();
    if let Some(before) = before {
        let _ = before.focus();
    }
    Some(worked)
}
