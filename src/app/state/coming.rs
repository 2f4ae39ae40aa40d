//! What is fetched before something can be opened: the files of its form, the module that reads links.

use std::rc::Rc;

use super::{Deed, Notice, Route, Session, Tone};
use crate::app::browser::{self, Pause};
use crate::engine::Assessment;
use crate::exchange::json::Named;
use crate::words::table::page as text;

/// How long it may take before it is said, in milliseconds.
const SOON: u32 = 200;

/// What can be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    /// A preset with nothing entered.
    Empty(String),
    /// The published example of a preset.
    Example(String),
    /// A saved assessment by its key.
    Saved(String),
    /// A rubric of the portal's with nothing entered, by its address.
    Rubric(String),
    /// What a share link carries.
    Link(String),
    /// An assessment with all that it carries, and its origin as the tab keeps it.
    Given(String, Box<Named>),
    /// A copy of an assessment under the edition of its form that is at hand.
    Adopted(Box<Assessment>),
}

/// What is on its way.
#[derive(Default)]
pub(super) struct Coming {
    /// The latest that was asked for.
    what: Option<Opening>,
    pause: Rc<Pause>,
    /// How often all was given up that was asked for by then.
    given_up: usize,
}

impl Session {
    /// Opens something: at once where all is at hand, else when it has come.
    pub fn bring(&self, what: Opening) {
        match what {
            Opening::Empty(preset) => self.open_empty(&preset),
            Opening::Example(preset) => self.open_example(&preset),
            Opening::Rubric(path) => self.open_rubric_file(&path),
            Opening::Saved(key) => self.open_saved(&key),
            Opening::Link(payload) => self.open_link(&payload),
            Opening::Given(origin, named) => self.open_given(&origin, *named),
            Opening::Adopted(assessment) => self.adopt(*assessment),
        }
    }

    /// Whether something is on its way.
    pub(super) fn is_coming(&self) -> bool {
        self.coming.borrow().what.is_some()
    }

    /// Fetches what is needed to open something, then opens it. Whoever has opened something else
    /// meanwhile, or has gone back to it, is asked.
    pub(super) fn fetch(&self, needed: Vec<String>, what: Opening) {
        if self.coming.borrow().what.as_ref() == Some(&what) {
            return;
        }
        let (session, before, wanted) = (*self, self.whereabouts(), self.wanted());
        self.say_soon();
        self.coming.borrow_mut().what = Some(what.clone());
        browser::fetch(
            needed,
            Box::new(move |come| {
                if !wanted() {
                    return;
                }
                let latest = session.coming.borrow().what.as_ref() == Some(&what);
                if latest {
                    session.nothing_comes();
                }
                if !come {
                    let notice = Notice::new(Tone::Error, text::NOT_OPENED);
                    session.refuse(notice.offer(text::TRY_AGAIN, Deed::Open(what)));
                } else if latest && session.whereabouts() == before {
                    session.bring(what);
                } else {
                    let notice = Notice::new(Tone::Note, text::HAS_COME);
                    session.notify(notice.offer(text::OPEN_IT, Deed::Open(what)));
                }
            }),
        );
    }

    /// What is open, and on which screen. While nothing is, there is none to go back to.
    fn whereabouts(&self) -> Option<(String, Route)> {
        self.open.get_untracked().map(|key| (key, self.route.get_untracked().screen()))
    }

    /// Says that something is on its way, where the screen does not and it takes its time.
    fn say_soon(&self) {
        let session = *self;
        let said = move || {
            let told = session.open.with_untracked(Option::is_none)
                && session.route.with_untracked(|route| *route != Route::Start);
            if !told {
                session.notify(Notice::new(Tone::Note, text::COMING));
            }
        };
        self.coming.borrow().pause.begin(SOON, Box::new(said));
    }

    /// What is on its way is not wanted any more, since the page around asks for something else: it is
    /// neither opened nor told of when it comes.
    pub fn give_up(&self) {
        self.nothing_comes();
        self.coming.borrow_mut().given_up += 1;
    }

    /// Whether what is asked for now is wanted still, to be asked when it has come.
    pub(super) fn wanted(&self) -> impl Fn() -> bool + use<> {
        let (session, before) = (*self, self.coming.borrow().given_up);
        move || session.coming.borrow().given_up == before
    }

    fn nothing_comes(&self) {
        {
            let mut coming = self.coming.borrow_mut();
            coming.what = None;
            coming.pause.stop();
        }
        self.dismiss_text(text::COMING);
    }
}
