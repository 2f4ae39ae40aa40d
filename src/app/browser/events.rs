//! Listeners that live as long as the page, and timers.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use web_sys::{Event, EventTarget};

use crate::app::element::{Watched, watched};

/// Listens on the window for as long as the page lives; the listener may prevent the default.
pub fn on_window(event: &'static str, listener: Box<dyn Fn(&Event)>) {
    if let Some(window) = web_sys::window() {
        listen(&window, event, listener);
    }
}

/// Tells the scripts of the page that something has happened.
pub fn tell_window(event: &str) {
    let event = Event::new(event).ok();
    if let Some((window, event)) = web_sys::window().zip(event) {
        // It answers whether a listener prevented the default; there is none.
        let _ = window.dispatch_event(&event);
    }
}

/// Listens on the window for as long as the answer is kept.
pub fn listener(event: &'static str, act: Box<dyn Fn(&Event)>) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, event, move |event| act(event)))
}

/// Whether the screen is as a media query says, followed for as long as the listener is kept.
pub fn media(query: &str) -> (Rc<Watched<bool>>, Option<EventListener>) {
    let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    let now = watched(list.as_ref().is_some_and(|list| list.matches()));
    let changed = Rc::clone(&now);
    let listener = list.map(|list| {
        let target = list.clone();
        EventListener::new(&target, "change", move |_| changed.set_changed(list.matches()))
    });
    (now, listener)
}

/// Listens on the document for as long as the page lives.
pub fn on_document(event: &'static str, listener: Box<dyn Fn(&Event)>) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        listen(&document, event, listener);
    }
}

fn listen(target: &EventTarget, event: &'static str, listener: Box<dyn Fn(&Event)>) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, event, options, move |event| listener(event)).forget();
}

/// Calls back after some milliseconds, unless the timer is dropped before.
pub fn after(milliseconds: u32, then: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(milliseconds, then)
}

/// Calls back in a task of its own, before which the browser may draw and hear.
pub fn next_task(then: Box<dyn FnOnce()>) {
    after(0, then).forget();
}

/// A number that goes up by one with each task, to do a long work in parts.
pub struct Steps {
    done: Watched<usize>,
    timer: RefCell<Option<Timeout>>,
}

impl Steps {
    /// Begins with none done; from `last` on it stays as it is, and earlier where it is dropped.
    pub fn begin(last: usize) -> Rc<Steps> {
        let steps = Rc::new(Steps { done: Watched::new(0), timer: RefCell::default() });
        steps.wait(last);
        steps
    }

    /// All are done.
    pub fn done() -> Rc<Steps> {
        Rc::new(Steps { done: Watched::new(usize::MAX), timer: RefCell::default() })
    }

    /// Whether so many are done.
    pub fn has(&self, step: usize) -> bool {
        self.done.get() >= step
    }

    fn wait(self: &Rc<Steps>, left: usize) {
        let steps = Rc::downgrade(self);
        let next = move || {
            if let Some(steps) = steps.upgrade() {
                steps.done.set(steps.done.with_untracked(|done| done + 1));
                steps.wait(left - 1);
            }
        };
        self.timer.replace((left > 0).then(|| after(0, Box::new(next))));
    }
}
