//! The tabs 推演 and 核验, drawn beside the page.
//!
//! They are a wasm module of their own (`src/desk.rs`), which runs in a worker: however long an answer
//! takes, the page goes on typing. It is handed texts, keeps what the controls of the tabs say, and
//! tells the page what to show, change by change ([`diff`]). What is stored is the page's alone:
//! nothing here changes it, so that an answer that took long undoes nothing that was done meanwhile,
//! and a button holds all that is written at its press.
//! Nothing here knows the DOM or a browser.

mod audit;
mod base;
mod charts;
mod diff;
mod drawn;
mod frame;
mod target;
mod tools;
mod trying;
mod whatif;

use std::borrow::Cow;
use std::collections::BTreeMap;

use audit::Room;
use diff::{Op, diff};
use drawn::{Drawn, Node};
use whatif::WhatIf;

use crate::exchange::table::Table;
use crate::tree::Writer;

/// What the page is told, each a list that begins with its sign; see `desk.js`.
enum Told {
    /// Everything, drawn for the first time.
    Show(Drawn),
    /// A change of what is shown.
    Change(Op),
    /// What a button that copies `of` puts on the clipboard, for Word and as plain text.
    Clip { of: String, html: String, text: String },
    /// The texts that were handed over can't be read.
    Unread,
    /// Something that a tab asks for, with up to two texts.
    Asked(Asked),
}

/// What a tab asks the page for, besides showing it: its sign, and up to two texts.
type Asked = (&'static str, String, String);

/// What a button copies: its `data-copy`, then for Word and as plain text.
type Clip = (Cow<'static, str>, String, String);

/// What is shown, and what can be copied of it.
#[derive(Default)]
pub struct View {
    drawn: Vec<Drawn>,
    clips: Vec<Clip>,
}

impl View {
    /// With an element after what it holds so far.
    fn child(mut self, child: Drawn) -> View {
        self.drawn.push(child);
        self
    }

    /// With elements, or the one that may be there.
    fn children(mut self, children: impl IntoIterator<Item = Drawn>) -> View {
        self.drawn.extend(children);
        self
    }

    /// With a sentence that can be copied by a button with this `data-copy`.
    fn sentence(mut self, of: impl Into<Cow<'static, str>>, text: &str) -> View {
        self.clips.push((of.into(), String::new(), text.to_owned()));
        self
    }

    /// With a table that can be copied by a button with this `data-copy`.
    fn table(mut self, of: &'static str, table: &Table) -> View {
        self.clips.push((of.into(), table.html(), table.tsv()));
        self
    }
}

/// A tab as it is drawn: all of it, and what can be copied of it.
type Sheet = (Drawn, Vec<Clip>);

/// Which of the tabs is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Seen {
    /// None: nothing is drawn until one is opened.
    #[default]
    Neither,
    WhatIf,
    Audit,
}

/// The tabs with everything that they know.
#[derive(Default)]
pub struct Desk {
    seen: Seen,
    whatif: WhatIf,
    audit: Room,
    /// Which opening of a tab everything that is told belongs to.
    opening: u32,
    /// What the page shows; none while it shows nothing of this.
    shown: Option<Drawn>,
    /// What it can copy, and what it is to be able to copy once it is told.
    clips: BTreeMap<Cow<'static, str>, (String, String)>,
    copied: Vec<Clip>,
    told: Vec<Told>,
    due: bool,
}

impl Desk {
    /// 推演 was opened, with nothing in its place yet, for the time that the page counts as `opening`.
    /// What the controls say stays as long as the assessment is the same one.
    pub fn open(&mut self, given: [&str; 5], opening: u32) {
        self.begin(Seen::WhatIf, opening);
        self.whatif.open(given);
    }

    /// 核验 was opened, likewise. What it held stays; else it begins with what the tab of the browser
    /// had kept.
    pub fn audit(&mut self, kept: &str, lang: &str, opening: u32) {
        self.begin(Seen::Audit, opening);
        self.audit.open(kept, lang);
    }

    fn begin(&mut self, seen: Seen, opening: u32) {
        self.seen = seen;
        self.told.clear();
        self.opening = opening;
        self.shown = None;
        self.clips.clear();
        self.copied.clear();
        self.due = true;
    }

    /// The stored assessment is another one.
    pub fn update(&mut self, project: &str) {
        self.whatif.update(project);
        self.due = true;
    }

    /// Another tool is shown.
    pub fn show(&mut self, tool: &str) {
        self.whatif.show(tool);
        self.due = true;
    }

    /// The tab is no longer seen: nothing is drawn until one is opened again.
    pub fn close(&mut self) {
        self.seen = Seen::Neither;
        self.whatif.close();
        self.audit.leave();
        self.shown = None;
        self.copied.clear();
        self.due = false;
    }

    /// A control was typed into, chosen or pressed.
    pub fn event(&mut self, act: &str, value: &str) {
        match self.seen {
            Seen::Audit => self.audit.event(act, value),
            _ => self.whatif.event(act, value),
        }
        self.due = true;
    }

    /// A table was pasted on 核验: its HTML, if it has any, and its text.
    pub fn paste(&mut self, html: &str, text: &str) {
        self.audit.paste(html, text);
        self.due = true;
    }

    /// A file was chosen on 核验.
    pub fn file(&mut self, name: &str, text: &str) {
        self.audit.file(name, text);
        self.due = true;
    }

    /// What was to come to 核验 is so large that it was not handed over.
    pub fn too_large(&mut self, bytes: u32) {
        self.audit.too_large(usize::try_from(bytes).unwrap_or(usize::MAX));
        self.due = true;
    }

    /// Does a slice of what there is to do at this time, in milliseconds of any clock; says whether
    /// there is more. What can be copied is long and not seen: it is told when everything that is
    /// seen was, and nothing was typed meanwhile.
    pub fn work(&mut self, now: u32) -> bool {
        // What is to be kept goes before what takes its time: the page may be reloaded meanwhile.
        if self.seen == Seen::Audit
            && let Some(keep) = self.audit.next_to_keep()
        {
            self.told.push(Told::Asked(keep));
            return true;
        }
        if std::mem::take(&mut self.due) {
            self.draw(now);
        } else if !self.copied.is_empty() {
            self.tell_clips();
        } else if self.is_searching() {
            self.due = self.whatif.search(now);
        }
        self.due || !self.copied.is_empty() || self.is_searching()
    }

    fn is_searching(&self) -> bool {
        self.seen == Seen::WhatIf && self.whatif.is_searching()
    }

    /// What the page is to be told since it was asked last, as JSON, behind the opening that it
    /// belongs to; empty if nothing.
    pub fn told(&mut self) -> String {
        if self.told.is_empty() {
            return String::new();
        }
        let mut writer = Writer::default();
        writer.open('[');
        writer.bare(&self.opening.to_string());
        self.told.drain(..).for_each(|told| told.write(&mut writer));
        writer.close(']');
        writer.finish()
    }

    fn draw(&mut self, now: u32) {
        let sheet = match self.seen {
            Seen::Neither => return,
            Seen::WhatIf => self.whatif.draw(now),
            Seen::Audit => Some(self.audit.draw()),
        };
        let Some((drawn, copied)) = sheet else {
            self.told.push(Told::Unread);
            return;
        };
        match &self.shown {
            Some(shown) => self.told.extend(diff(shown, &drawn).into_iter().map(Told::Change)),
            None => self.told.push(Told::Show(drawn.clone())),
        }
        self.shown = Some(drawn);
        self.copied = copied;
        // What is asked for may be about what is shown by now.
        self.told.extend(self.audit.asked().map(Told::Asked));
    }

    fn tell_clips(&mut self) {
        for (of, html, text) in std::mem::take(&mut self.copied) {
            let clip = (html, text);
            if self.clips.get(&of) != Some(&clip) {
                self.clips.insert(of.clone(), clip.clone());
                self.told.push(Told::Clip { of: of.into_owned(), html: clip.0, text: clip.1 });
            }
        }
    }
}

impl Told {
    fn write(self, writer: &mut Writer) {
        if let Told::Change(op) = self {
            return op.write(writer);
        }
        writer.open('[');
        match self {
            Told::Show(drawn) => {
                writer.string("show");
                Node::Element(drawn).write(writer);
            }
            Told::Clip { of, html, text } => {
                ["clip", &of, &html, &text].iter().for_each(|part| writer.string(part));
            }
            Told::Change(_) => {}
            Told::Unread => writer.string("unread"),
            Told::Asked((what, one, two)) => {
                [what, one.as_str(), &two].iter().for_each(|part| writer.string(part));
            }
        }
        writer.close(']');
    }
}

#[cfg(test)]
mod tests;
