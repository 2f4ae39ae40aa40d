//! Elements of the page: one type for all of them, drawn on Leptos' reactive graph.
//!
//! `view!` makes a type of every view, and code for every type: for this page that was three
//! quarters of the download. Here an [`El`] is made of plain calls into non-generic code, and what
//! changes is a closure that is run again when something it read changed.
//!
//! ```ignore
//! el("p", "row__loss").text(live(move || loss(form, row)))
//! ```

mod watched;

use std::any::Any;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::RenderEffect;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, Node};

pub use watched::{Watched, watched};

/// A value that is read anew when what it read before changes.
pub type Live<T> = Rc<dyn Fn() -> T>;

/// A [`Live`] value.
pub fn live<T>(read: impl Fn() -> T + 'static) -> Live<T> {
    Rc::new(read)
}

/// Makes elements anew or, where it answers nothing, has changed those that are there in place.
pub type Draw = Box<dyn FnMut(&[El]) -> Option<Vec<El>>>;

/// A text: fixed, or one that changes.
pub enum Text {
    /// Stays as it is.
    Fixed(String),
    /// Changes.
    Live(Live<String>),
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::Fixed(text.to_owned())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text::Fixed(text)
    }
}

impl From<Live<String>> for Text {
    fn from(text: Live<String>) -> Text {
        Text::Live(text)
    }
}

/// An element of the page with all that it needs to stay alive.
pub struct El {
    node: Element,
    /// Effects, listeners and elements below: dropped with it.
    kept: Vec<Box<dyn Any>>,
}

/// A new element; `class` may be empty.
pub fn el(tag: &str, class: &str) -> El {
    // Fails only for a name that is no tag.
    El::new(document().create_element(tag).unwrap_throw(), class)
}

/// A new element of a drawing.
pub fn svg(tag: &str, class: &str) -> El {
    let drawn = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag);
    El::new(drawn.unwrap_throw(), class)
}

/// A button with its label and what it does.
pub fn button(class: &str, label: &str, act: impl Fn() + 'static) -> El {
    el("button", class).attr("type", "button").text(label).on("click", move |_| act())
}

fn document() -> web_sys::Document {
    web_sys::window().and_then(|window| window.document()).unwrap_throw()
}

impl El {
    fn new(node: Element, class: &str) -> El {
        let element = El { node, kept: Vec::new() };
        if class.is_empty() { element } else { element.attr("class", class) }
    }

    /// With an attribute; an empty value means that it is not there.
    pub fn attr(self, name: &'static str, value: impl Into<Text>) -> El {
        self.set_attr(name, value.into())
    }

    /// With an id.
    pub fn id(self, id: &str) -> El {
        self.attr("id", id)
    }

    fn set_attr(self, name: &'static str, value: Text) -> El {
        let node = self.node.clone();
        let set = move |value: &str| {
            // Refused only for a name that is none.
            let _ = match value {
                "" => node.remove_attribute(name),
                _ => node.set_attribute(name, value),
            };
        };
        match value {
            Text::Fixed(value) if value.is_empty() => self,
            Text::Fixed(value) => {
                set(&value);
                self
            }
            Text::Live(value) => self.follow_text(value, Box::new(set)),
        }
    }

    /// With an attribute that is there or not: `hidden`.
    pub fn flag(self, name: &'static str, on: Live<bool>) -> El {
        let node = self.node.clone();
        let set = move |on| {
            let _ = if on { node.set_attribute(name, "") } else { node.remove_attribute(name) };
        };
        self.follow_flag(on, Box::new(set))
    }

    /// With a class that is there or not.
    pub fn class_if(self, name: &'static str, on: Live<bool>) -> El {
        let classes = self.node.class_list();
        let set = move |on| {
            let _ = if on { classes.add_1(name) } else { classes.remove_1(name) };
        };
        self.follow_flag(on, Box::new(set))
    }

    /// With what stands in the field. What is typed meanwhile is only replaced by another text.
    pub fn value(self, value: Live<String>) -> El {
        let node = self.node.clone();
        let set = move |value: &str| {
            if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
                if input.value() != value {
                    input.set_value(value);
                }
            } else if let Some(area) = node.dyn_ref::<HtmlTextAreaElement>()
                && area.value() != value
            {
                area.set_value(value);
            }
        };
        self.follow_text(value, Box::new(set))
    }

    /// With whether the box is ticked.
    pub fn checked(self, on: Live<bool>) -> El {
        let input: HtmlInputElement = self.node.clone().unchecked_into();
        self.follow_flag(on, Box::new(move |on| input.set_checked(on)))
    }

    /// With a listener, which may prevent the default.
    pub fn on(self, event: &'static str, act: impl Fn(&Event) + 'static) -> El {
        self.listen(event, Box::new(act))
    }

    fn listen(mut self, event: &'static str, act: Box<dyn Fn(&Event)>) -> El {
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&self.node, event, options, move |event| act(event));
        self.kept.push(Box::new(listener));
        self
    }

    /// With something that lives as long as it does.
    pub fn keep(mut self, kept: impl Any) -> El {
        self.kept.push(Box::new(kept));
        self
    }

    /// With a text after what it holds so far.
    pub fn text(self, text: impl Into<Text>) -> El {
        self.add_text(text.into())
    }

    fn add_text(self, text: Text) -> El {
        let node = document().create_text_node("");
        self.append(&node);
        match text {
            Text::Fixed(text) => {
                node.set_data(&text);
                self
            }
            Text::Live(text) => self.follow_text(text, Box::new(move |text| node.set_data(text))),
        }
    }

    /// With an element after what it holds so far.
    pub fn child(mut self, child: El) -> El {
        self.append(&child.node);
        self.kept.push(Box::new(child));
        self
    }

    /// With elements, or the one that may be there, after what it holds so far.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> El {
        children.into_iter().fold(self, El::child)
    }

    /// With elements that are made anew when what `read` says changes, and only then.
    pub fn drawn<T: PartialEq + 'static>(
        self,
        read: impl Fn() -> T + 'static,
        draw: impl Fn(&T) -> Vec<El> + 'static,
    ) -> El {
        let mut shown = None;
        self.redraw(Box::new(move |_| {
            let now = read();
            if shown.as_ref() == Some(&now) {
                return None;
            }
            let drawn = leptos::prelude::untrack(|| draw(&now));
            shown = Some(now);
            Some(drawn)
        }))
    }

    /// With elements that are there while `on` says so.
    pub fn when(self, on: Live<bool>, draw: impl Fn() -> Vec<El> + 'static) -> El {
        self.drawn(move || on(), move |on| if *on { draw() } else { Vec::new() })
    }

    /// With elements that `draw` makes, and looks after when what it read changes.
    pub fn redraw(self, mut draw: Draw) -> El {
        let place = document().create_text_node("");
        self.append(&place);
        let mut shown: Vec<El> = Vec::new();
        self.follow(Box::new(move || {
            let Some(drawn) = draw(&shown) else { return };
            for old in std::mem::replace(&mut shown, drawn) {
                old.node.remove();
            }
            let parent = place.parent_node();
            for new in &shown {
                let _ = parent.as_ref().map(|parent| parent.insert_before(&new.node, Some(&place)));
            }
        }))
    }

    /// Changes the text that it was made with.
    pub fn change_text(&self, text: &str) {
        if let Some(node) = self.node.first_child() {
            node.set_node_value(Some(text));
        }
    }

    fn follow_text(self, read: Live<String>, set: Box<dyn Fn(&str)>) -> El {
        let mut shown = String::new();
        self.follow(Box::new(move || {
            let now = read();
            if now != shown {
                set(&now);
                shown = now;
            }
        }))
    }

    fn follow_flag(self, read: Live<bool>, set: Box<dyn Fn(bool)>) -> El {
        let mut shown = false;
        self.follow(Box::new(move || {
            let now = read();
            if now != shown {
                set(now);
                shown = now;
            }
        }))
    }

    fn follow(mut self, run: Box<dyn FnMut()>) -> El {
        self.kept.push(Box::new(Following::new(run)));
        self
    }

    /// The element itself.
    pub fn node(&self) -> Element {
        self.node.clone()
    }

    /// Puts it at the end of an element, for as long as the answer is kept.
    pub fn mount(mut self, parent: &Element) -> Mounted {
        Mountable::mount(&mut self, parent, None);
        Mounted(self)
    }

    fn append(&self, node: &Node) {
        // Refused only where a node would hold itself.
        let _ = self.node.append_child(node);
    }
}

/// Runs `run` now and whenever something that it read changes, for as long as the answer is kept.
pub fn follow(run: impl FnMut() + 'static) -> impl Any {
    Following::new(Box::new(run))
}

/// An effect that leaves nothing behind. A dropped [`RenderEffect`] stays, spent, on the list of
/// every trigger that it followed until that trigger speaks; those of a page can be silent for long.
struct Following(RenderEffect<()>);

impl Following {
    fn new(mut run: Box<dyn FnMut()>) -> Following {
        Following(RenderEffect::new(move |_| run()))
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        let effect = self.0.to_any_subscriber();
        effect.clear_sources(&effect);
    }
}

/// An element that was put into the document by hand; leaves it when dropped.
pub struct Mounted(El);

impl Drop for Mounted {
    fn drop(&mut self) {
        self.0.unmount();
    }
}

impl Render for El {
    type State = El;

    fn build(self) -> El {
        self
    }

    fn rebuild(self, state: &mut El) {
        let _ = state.node.replace_with_with_node_1(&self.node);
        *state = self;
    }
}

impl Mountable for El {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let _ = parent.insert_before(&self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.node));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.node.clone()]
    }
}
