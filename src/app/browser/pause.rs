//! Something that is done once typing has stopped for a while.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::clock::now;
use super::events::after;

/// Waits until it was not begun anew for a while. A timer set and cleared at every keystroke costs
/// more than one that runs out and looks at the clock.
#[derive(Default)]
pub struct Pause {
    /// When it was begun last, in milliseconds since 1970.
    begun: Cell<u64>,
    timer: RefCell<Option<Timeout>>,
}

impl Pause {
    /// Does `then` once so many milliseconds have gone by since it was begun last.
    pub fn begin(self: &Rc<Pause>, milliseconds: u32, then: Box<dyn Fn()>) {
        self.begun.set(now());
        if self.timer.borrow().is_none() {
            self.wait(milliseconds, milliseconds, then);
        }
    }

    /// Does nothing any more until it is begun again.
    pub fn stop(&self) {
        self.timer.replace(None);
    }

    fn wait(self: &Rc<Pause>, left: u32, whole: u32, then: Box<dyn Fn()>) {
        let pause = Rc::clone(self);
        let over = move || {
            pause.timer.replace(None);
            // A clock that was set back says nothing: then it has waited long enough.
            let gone =
                now().checked_sub(pause.begun.get()).and_then(|gone| u32::try_from(gone).ok());
            match gone {
                Some(gone) if gone < whole => pause.wait(whole - gone, whole, then),
                _ => then(),
            }
        };
        self.timer.replace(Some(after(left, Box::new(over))));
    }
}

/// Stops waiting when it is dropped, with what it waits for.
pub struct Ended(pub Rc<Pause>);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.stop();
    }
}
