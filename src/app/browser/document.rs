//! The document around the page: its address, title, root attributes and focus.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::frame::framed;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The address of the page itself, without the hash.
pub fn page_address() -> String {
    let window = web_sys::window();
    let address = window.and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// What stands after the `#` of the address, with the sign.
pub fn location_hash() -> String {
    let window = web_sys::window();
    window.and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to `#…`; in place of the current address if `instead`, so that "back" skips it. Inside a frame
/// it always does: there "back" is for the page around.
pub fn set_hash(hash: &str, instead: bool) {
    let Some(window) = web_sys::window() else { return };
    if !(instead || framed()) {
        let _ = window.location().set_hash(hash);
    } else if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Names the tab of the browser.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of `<html>`; an empty value removes it.
pub fn set_root(name: &str, value: &str) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match value {
        "" => root.remove_attribute(name),
        _ => root.set_attribute(name, value),
    };
}

/// The language the browser asks for: `zh-CN`.
pub fn system_lang() -> String {
    let window = web_sys::window();
    window.and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Selects what an element holds, for copying by hand.
pub fn select(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    if let Some((element, selection)) = element.zip(selection) {
        let _ = selection.select_all_children(&element);
    }
}

/// The element that has the focus.
pub fn active_element() -> Option<Element> {
    document()?.active_element()
}

/// Whether an element takes text.
pub fn is_text_field(element: &Element) -> bool {
    let typed =
        |input: &HtmlInputElement| !matches!(input.type_().as_str(), "checkbox" | "radio" | "file");
    element.has_type::<HtmlTextAreaElement>()
        || element.dyn_ref::<HtmlInputElement>().is_some_and(typed)
}

/// Whether an element takes one line of text.
pub fn is_line_field(element: &Element) -> bool {
    is_text_field(element) && element.has_type::<HtmlInputElement>()
}

/// The text in a text field.
pub fn text_of(element: &Element) -> Option<String> {
    let area = element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    area.or_else(|| element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value))
}

/// The text in the field that an event came from.
pub fn typed(event: &Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    field.as_ref().and_then(text_of).unwrap_or_default()
}

/// Whether the box that an event came from is ticked.
pub fn ticked(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

/// Whether what an event tells of is open now.
pub fn is_open(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// Whether the page stands at its top with no focus anywhere, as when it has just started.
pub fn is_untouched() -> bool {
    scrolled() == 0.0 && active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Scrolls to where the page begins.
pub fn scroll_to_top() {
    scroll_to(0.0);
}

/// How far the page is scrolled, in CSS pixels.
pub fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the page so far.
pub fn scroll_to(place: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, place);
    }
}

/// Puts the focus on the element with this id, if it is there.
pub fn focus(id: &str) {
    let found = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to the first field of the row that holds it, before what has it goes away.
pub fn focus_first_of_row() {
    let row =
        active_element().and_then(|element| element.closest("[role='group'][id]").ok().flatten());
    let field = row.and_then(|row| row.query_selector("input").ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Moves the focus from a field to the next one that is shown, its text selected.
pub fn focus_next_field(from: &Element) {
    let fields = document()
        .and_then(|document| document.query_selector_all("main input, main textarea").ok());
    let Some(fields) = fields else {
        return;
    };
    let elements = (0..fields.length()).filter_map(|index| fields.item(index));
    let elements = elements.filter_map(|node| node.dyn_into::<HtmlElement>().ok());
    let mut after =
        elements.skip_while(|element| AsRef::<Element>::as_ref(element) != from).skip(1);
    // Hidden fields have no layout parent; of a radio group the browser picks the right one.
    if let Some(next) = after.find(|element| element.offset_parent().is_some()) {
        let _ = next.focus();
        if let Some(input) = next.dyn_ref::<HtmlInputElement>().filter(|input| is_text_field(input))
        {
            input.select();
        }
    }
}

/// Says something to those who look into the browser's console.
pub fn warn(text: &str) {
    web_sys::console::warn_1(&text.into());
}
