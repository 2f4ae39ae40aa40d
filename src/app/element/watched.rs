//! A value that views follow.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use leptos::prelude::{ArcTrigger, Notify, Track};

/// A value that tells those who read it when it is set.
///
/// Leptos' signals keep values of every type in an arena of their own code; this is a cell with a
/// trigger.
pub struct Watched<T> {
    value: RefCell<T>,
    changed: ArcTrigger,
}

/// A value that views follow, for as long as one of them lives.
pub fn watched<T>(value: T) -> Rc<Watched<T>> {
    Rc::new(Watched::new(value))
}

impl<T: Default> Default for Watched<T> {
    fn default() -> Watched<T> {
        Watched::new(T::default())
    }
}

impl<T> Watched<T> {
    /// A value that views follow.
    pub fn new(value: T) -> Watched<T> {
        Watched { value: RefCell::new(value), changed: ArcTrigger::new() }
    }

    /// Follows it without reading it.
    pub fn track(&self) {
        self.changed.track();
    }

    /// Reads it and follows it.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        read(&self.value.borrow())
    }

    /// Reads it once.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.value.borrow())
    }

    /// Looks at it once, for as long as the answer is kept.
    pub fn borrow(&self) -> Ref<'_, T> {
        self.value.borrow()
    }

    /// Replaces it.
    pub fn set(&self, value: T) {
        *self.value.borrow_mut() = value;
        self.changed.notify();
    }

    /// Replaces it if that changes it, so that nothing is drawn anew for nothing.
    pub fn set_changed(&self, value: T)
    where
        T: PartialEq,
    {
        if *self.value.borrow() != value {
            self.set(value);
        }
    }

    /// Tells those who follow it. For whoever changed it by [`Watched::change_quietly`].
    pub fn tell(&self) {
        self.changed.notify();
    }

    /// Changes it in place and tells nobody yet.
    pub fn change_quietly<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.value.borrow_mut())
    }

    /// Changes it in place.
    pub fn update<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let answer = change(&mut self.value.borrow_mut());
        self.changed.notify();
        answer
    }
}

impl<T: Clone> Watched<T> {
    /// What it is now; follows it.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// What it is now.
    pub fn get_untracked(&self) -> T {
        self.with_untracked(T::clone)
    }
}
