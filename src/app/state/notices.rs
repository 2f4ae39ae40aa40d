//! Notices: what the page has to say, and what can be done about it. Never a dialog.

use super::library::Listed;
use super::{Opening, Route, Session};
use crate::app::browser;
use crate::engine::Label;
use crate::words::Lang;
use crate::words::table::page as text;
use crate::words::table::{Key, say};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Note,
    /// Something went well.
    Good,
    /// Something needs attention.
    Warning,
    /// Something failed.
    Error,
}

/// What a notice offers to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Save a text as a file: its name and content.
    Download(String, String),
    /// Save the open assessment as a project file.
    DownloadOpen,
    /// Bring back a deleted assessment with its text.
    Restore(Listed, String),
    /// Take over what another tab saved.
    UseTheirs,
    /// Keep what this tab has, as an assessment of its own.
    KeepCopy,
    /// Try to save again.
    Retry,
    /// Take back what the notice tells of, the last edit.
    Undo,
    /// Open something.
    Open(Opening),
    /// Go to a screen.
    Go(Route),
    /// Go on in the new release of the program.
    Update,
}

/// One notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Tells notices apart.
    pub number: usize,
    /// How it is meant.
    pub tone: Tone,
    pub(crate) text: Key,
    values: Vec<(&'static str, Label)>,
    pub(crate) deeds: Vec<(Key, Deed)>,
}

impl Notice {
    pub(crate) fn new(tone: Tone, text: Key) -> Notice {
        Notice { number: 0, tone, text, values: Vec::new(), deeds: Vec::new() }
    }

    /// With the value of a placeholder.
    pub(crate) fn with(self, name: &'static str, value: impl Into<String>) -> Notice {
        self.with_label(name, Label { zh: value.into(), en: String::new() })
    }

    /// With the value of a placeholder in both languages.
    pub(super) fn with_label(mut self, name: &'static str, value: Label) -> Notice {
        self.values.push((name, value));
        self
    }

    /// With something to do about it.
    pub(crate) fn offer(mut self, label: Key, deed: Deed) -> Notice {
        self.deeds.push((label, deed));
        self
    }

    /// Whether a text would be lost with it.
    fn holds_something(&self) -> bool {
        let holds = |deed: &Deed| matches!(deed, Deed::Download(..) | Deed::Restore(..));
        self.deeds.iter().any(|(_, deed)| holds(deed))
    }

    /// What it says.
    pub fn text(&self, lang: Lang) -> String {
        let values: Vec<_> =
            self.values.iter().map(|(name, value)| (*name, lang.of(value))).collect();
        say(self.text, lang, &values)
    }
}

impl Session {
    /// Shows a notice; one that says the same in other figures is replaced, unless it holds
    /// something that is nowhere else.
    pub fn notify(&self, mut notice: Notice) {
        self.notices.update(|notices| {
            notice.number = notices.last().map_or(0, |last| last.number + 1);
            notices.retain(|other| {
                !std::ptr::eq(other.text, notice.text)
                    || (other.holds_something() && other.deeds != notice.deeds)
            });
            notices.push(notice);
        });
    }

    /// Takes a notice away.
    pub fn dismiss(&self, number: usize) {
        self.notices.update(|notices| notices.retain(|notice| notice.number != number));
        browser::focus("main");
    }

    /// Offers the new release of the program that has come.
    pub fn offer_update(&self) {
        let notice = Notice::new(Tone::Note, text::NEW_RELEASE);
        self.notify(notice.offer(text::UPDATE, Deed::Update));
    }

    /// Whether a notice with this text is there.
    pub(super) fn shows(&self, text: Key) -> bool {
        let shown = |notice: &Notice| std::ptr::eq(notice.text, text);
        self.notices.with_untracked(|notices| notices.iter().any(shown))
    }

    /// Takes notices with this text away, if there are any.
    pub(crate) fn dismiss_text(&self, text: Key) {
        if self.shows(text) {
            let shown = |notice: &Notice| std::ptr::eq(notice.text, text);
            self.notices.update(|notices| notices.retain(|notice| !shown(notice)));
        }
    }

    /// Does what a notice offered.
    pub fn perform(&self, deed: Deed) {
        match deed {
            Deed::Download(name, content) => {
                browser::download(&name, "application/json", content.as_bytes());
            }
            Deed::DownloadOpen => self.download_project(),
            Deed::Restore(listed, text) => self.restore(listed, &text),
            Deed::UseTheirs => self.use_theirs(),
            Deed::KeepCopy => self.keep_copy(),
            Deed::Retry => self.save_now(),
            Deed::Undo => self.undo(),
            Deed::Open(what) => self.bring(what),
            Deed::Go(route) => self.go(route, false),
            Deed::Update => self.update(),
        }
    }
}
