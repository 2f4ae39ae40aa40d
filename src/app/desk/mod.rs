//! The tab 推演, drawn beside the page.
//!
//! It is a wasm module of its own (`src/desk.rs`), which runs in a worker: however long an answer
//! takes, the page goes on typing. It is handed texts, keeps what the controls of the tab say, and
//! tells the page what to show, change by change ([`diff`]). Nothing here knows a document or a
//! browser.

mod base;
mod charts;
mod diff;
mod drawn;
mod frame;
mod target;
mod tools;
mod trying;

use std::collections::BTreeMap;

use base::Base;
use diff::{Op, diff};
use drawn::{Drawn, Node};
use target::Target;
use tools::{Controls, Tool};

use crate::app::state::project_file;
use crate::engine::Assessment;
use crate::exchange::table::Table;
use crate::tree::Writer;
use crate::whatif::lever::levers;
use crate::words::points;

/// What the page is told, each a list that begins with its sign; see `desk.js`.
enum Told {
    /// Everything, drawn for the first time.
    Show(Drawn),
    /// A change of what is shown.
    Change(Op),
    /// What a button that copies `of` puts on the clipboard, for Word and as plain text.
    Clip { of: String, html: String, text: String },
    /// Another document, as a project file, in place of the one that is open; undone as one with
    /// others at the same place.
    Edit { project: String, place: String },
    /// Changes were written into the scenario of this name; the total with them.
    Wrote { name: String, total: String },
    /// The texts that were handed over can't be read.
    Unread,
}

/// What a button copies: its `data-copy`, then for Word and as plain text.
type Clip = (&'static str, String, String);

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
    fn sentence(mut self, of: &'static str, text: &str) -> View {
        self.clips.push((of, String::new(), text.to_owned()));
        self
    }

    /// With a table that can be copied by a button with this `data-copy`.
    fn table(mut self, of: &'static str, table: &Table) -> View {
        self.clips.push((of, table.html(), table.tsv()));
        self
    }
}

/// The tab with everything that it knows.
#[derive(Default)]
pub struct Desk {
    base: Option<Base>,
    /// Which assessment is open: the controls belong to it.
    key: String,
    tool: Tool,
    target: Target,
    controls: Controls,
    /// What the page shows; none while it shows nothing of this.
    shown: Option<Drawn>,
    /// What it can copy, and what it is to be able to copy once it is told.
    clips: BTreeMap<&'static str, (String, String)>,
    copied: Vec<Clip>,
    told: Vec<Told>,
    due: bool,
}

impl Desk {
    /// The tab was opened, with nothing in its place yet. What the controls say stays as long as
    /// the assessment is the same one.
    pub fn open(&mut self, rubric: &str, project: &str, lang: &str, tool: &str, key: &str) {
        if self.key != key {
            *self = Desk { key: key.to_owned(), ..Desk::default() };
        }
        self.shown = None;
        self.clips.clear();
        self.copied.clear();
        self.tool = Tool::parse(tool);
        self.base = Base::read(rubric, project, lang);
        self.due = true;
    }

    /// The stored assessment is another one.
    pub fn update(&mut self, project: &str) {
        self.base = self.base.take().and_then(|base| base.with(project));
        self.due = true;
    }

    /// Another tool is shown.
    pub fn show(&mut self, tool: &str) {
        self.tool = Tool::parse(tool);
        self.due = true;
    }

    /// The tab is no longer seen: nothing is drawn until it is opened again.
    pub fn close(&mut self) {
        self.base = None;
        self.shown = None;
        self.copied.clear();
        self.due = false;
    }

    /// A control was typed into, chosen or pressed.
    pub fn event(&mut self, act: &str, value: &str) {
        match act {
            "target" => self.target.set(value),
            "write" => self.write(value),
            _ => self.controls.event(act, value),
        }
        let edited = self.base.as_ref().and_then(|base| tools::edit(base, act, value));
        if let Some((stored, place)) = edited {
            self.store(stored, &place);
        }
        self.due = true;
    }

    /// Does a slice of what there is to do at this time, in milliseconds of any clock; says whether
    /// there is more. What can be copied is long and not seen: it is told when everything that is
    /// seen was, and nothing was typed meanwhile.
    pub fn work(&mut self, now: u32) -> bool {
        if std::mem::take(&mut self.due) {
            self.draw(now);
        } else if !self.copied.is_empty() {
            self.tell_clips();
        } else if self.is_searching() {
            self.due = self.controls.search(now);
        }
        self.due || !self.copied.is_empty() || self.is_searching()
    }

    fn is_searching(&self) -> bool {
        self.base.is_some() && self.controls.is_searching(self.tool)
    }

    /// What the page is to be told since it was asked last, as JSON; empty if nothing.
    pub fn told(&mut self) -> String {
        if self.told.is_empty() {
            return String::new();
        }
        let mut writer = Writer::default();
        writer.open('[');
        self.told.drain(..).for_each(|told| told.write(&mut writer));
        writer.close(']');
        writer.finish()
    }

    fn draw(&mut self, now: u32) {
        let Some(base) = &self.base else {
            self.told.push(Told::Unread);
            return;
        };
        let target = self.target.points(base);
        self.controls.begin(self.tool, base, target, now);
        let view = tools::draw(self.tool, base, target, &self.controls);
        let drawn = frame::draw(base, self.tool, &self.target, view.drawn);
        match &self.shown {
            Some(shown) => self.told.extend(diff(shown, &drawn).into_iter().map(Told::Change)),
            None => self.told.push(Told::Show(drawn.clone())),
        }
        self.shown = Some(drawn);
        self.copied = view.clips;
    }

    /// Asks the page to store another document, and goes on from that: what is typed before the page
    /// answers is no change of the one before.
    fn store(&mut self, stored: Assessment, place: &str) {
        let Some(base) = self.base.take() else { return };
        let (project, place) = (project_file(&stored), place.to_owned());
        self.told.push(Told::Edit { project, place });
        self.base = Some(Base::of(base.rubric, stored, base.lang));
    }

    /// Writes what a button stands for into a scenario; see [`tools::moves`].
    fn write(&mut self, what: &str) {
        let Some(base) = &self.base else { return };
        let levers = levers(&base.rubric, &base.assessment);
        let moved = tools::moves(base, &self.controls, &levers, what);
        let (stored, name) = trying::written(base, &moved);
        self.store(stored, "");
        let total = self.base.as_ref().map(|base| points(base.total(), base.lang));
        self.told.extend(total.map(|total| Told::Wrote { name, total }));
    }

    fn tell_clips(&mut self) {
        for (of, html, text) in std::mem::take(&mut self.copied) {
            let clip = (html, text);
            if self.clips.get(of) != Some(&clip) {
                self.clips.insert(of, clip.clone());
                self.told.push(Told::Clip { of: of.to_owned(), html: clip.0, text: clip.1 });
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
            Told::Edit { project, place } => {
                ["edit", &project, &place].iter().for_each(|part| writer.string(part));
            }
            Told::Wrote { name, total } => {
                ["wrote", &name, &total].iter().for_each(|part| writer.string(part));
            }
            Told::Change(_) => {}
            Told::Unread => writer.string("unread"),
        }
        writer.close(']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    fn project(id: &str, change: impl FnOnce(&mut crate::engine::Assessment)) -> String {
        let mut example = presets::example(id).unwrap();
        change(&mut example);
        project_file(&example)
    }

    fn opened() -> Desk {
        let mut desk = Desk::default();
        let rubric = presets::rubric_text("fukang").unwrap();
        desk.open(rubric, &project("fukang", |_| ()), "zh-CN", "", "a");
        while desk.work(0) {}
        desk
    }

    #[test]
    fn an_opened_tab_is_shown_whole_and_then_only_what_changed() {
        let mut desk = opened();
        assert!(desk.told().starts_with(r#"[["show",["div""#));
        desk.event("target", "95");
        desk.work(0);
        let told = desk.told();
        assert!(told.contains("距目标还差1.5分。"), "{told}");
        assert!(!told.contains("show") && !told.contains("现为"), "{told}");
        while desk.work(0) {}
        desk.told();
        desk.event("target", "95");
        while desk.work(0) {}
        assert_eq!(desk.told(), "");
    }

    #[test]
    fn what_can_be_copied_is_told_after_what_is_seen() {
        let mut desk = opened();
        desk.told();
        desk.event("target", "95");
        assert!(desk.work(0) && !desk.told().contains("clip"));
        // Typed meanwhile: what was to be copied is another now.
        desk.event("target", "95.1");
        assert!(desk.work(0) && !desk.told().contains("clip"));
        assert!(!desk.work(0));
        let told = desk.told();
        assert!(told.contains("95.1分") && !told.contains("达到95分"), "{told}");
    }

    #[test]
    fn another_assessment_takes_the_place_of_the_one_before() {
        let mut desk = opened();
        desk.told();
        let changed = project("fukang", |example| {
            let entry = example.entries.or_default("insured-all");
            entry.actual = Some(crate::engine::Value::from("33333"));
        });
        desk.update(&changed);
        desk.work(0);
        // 93.50 + 0.52
        assert!(desk.told().contains("94.02"));
    }

    #[test]
    fn what_is_written_into_a_scenario_is_asked_of_the_page() {
        let mut desk = opened();
        desk.told();
        // Position 5990 of a scale in steps of one person from 0.
        desk.event("write", "insured-pooled.actual=5990");
        let told = desk.told();
        assert!(
            told.starts_with(r#"[["edit","{"#) && told.contains(r#"\"to\":\"5990\""#),
            "{told}"
        );
        assert!(told.ends_with(r#"["wrote","方案一","95分"]]"#), "{told}");
    }

    #[test]
    fn typed_efforts_are_asked_of_the_page_one_on_top_of_the_other() {
        let mut desk = opened();
        desk.show("cheapest");
        desk.work(0);
        desk.told();
        desk.event("cheapest-effort-insured-pooled", "5");
        desk.event("cheapest-effort-insured-all", "1.5");
        let told = desk.told();
        let place = r#"","efforts.insured-all"]]"#;
        assert!(
            told.contains(r#"","efforts.insured-pooled"],["#) && told.ends_with(place),
            "{told}"
        );
        let both = r#"\"insured-all\":\"1.5\",\"insured-pooled\":\"5\""#;
        assert!(told.contains(both), "{told}");
        desk.event("target", "95");
        desk.work(0);
        assert!(desk.told().contains("改动2项，工作量2，总分95.05分"));
    }

    #[test]
    fn a_plan_is_written_with_all_its_changes() {
        let mut desk = opened();
        desk.show("cheapest");
        desk.event("target", "95");
        while desk.work(0) {}
        desk.told();
        // The first alternative: 制度执行 1.25 and two answers 0.30.
        desk.event("write", "plan:1");
        let told = desk.told();
        assert!(told.ends_with(r#"["wrote","方案一","95.05分"]]"#), "{told}");
    }

    #[test]
    fn texts_that_cannot_be_read_are_said_to_be_so() {
        let mut desk = Desk::default();
        desk.open("", "", "zh-CN", "", "a");
        desk.work(0);
        assert_eq!(desk.told(), r#"[["unread"]]"#);
    }

    #[test]
    fn what_the_controls_say_stays_while_the_assessment_is_the_same_one() {
        let mut desk = opened();
        desk.event("target", "95");
        let rubric = presets::rubric_text("fukang").unwrap();
        let example = project("fukang", |_| ());
        desk.open(rubric, &example, "en", "swing", "a");
        desk.work(0);
        assert!(desk.told().contains("1.5 points short of the target."));
        desk.open(rubric, &example, "en", "swing", "b");
        desk.work(0);
        assert!(desk.told().contains("6.5 points short of the target."));
    }
}
