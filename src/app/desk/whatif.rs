//! The tab 推演 with everything that it knows.

use super::base::Base;
use super::target::Target;
use super::tools::{self, Controls, Tool};
use super::{Sheet, frame};

/// 推演.
#[derive(Default)]
pub struct WhatIf {
    base: Option<Base>,
    /// Which assessment is open: the controls belong to it.
    key: String,
    tool: Tool,
    target: Target,
    controls: Controls,
    /// Whether answers are written into a new scenario though one is open.
    anew: bool,
}

impl WhatIf {
    /// It was opened on an assessment. What the controls say stays as long as it is the same one.
    pub fn open(&mut self, [rubric, project, lang, tool, key]: [&str; 5]) {
        if self.key != key {
            *self = WhatIf { key: key.to_owned(), ..WhatIf::default() };
        }
        self.tool = Tool::parse(tool);
        self.base = Base::read(rubric, project, lang);
    }

    /// The stored assessment is another one.
    pub fn update(&mut self, project: &str) {
        self.base = self.base.take().and_then(|base| base.with(project));
    }

    /// Another tool is shown.
    pub fn show(&mut self, tool: &str) {
        self.tool = Tool::parse(tool);
    }

    /// It is no longer seen.
    pub fn close(&mut self) {
        self.base = None;
    }

    /// A control was typed into, chosen or pressed.
    pub fn event(&mut self, act: &str, value: &str) {
        match act {
            "target" => self.target.set(value),
            "anew" => self.anew = !value.is_empty(),
            _ => self.controls.event(act, value),
        }
    }

    /// Whether its tool has not come to the end of what it began.
    pub fn is_searching(&self) -> bool {
        self.base.is_some() && self.controls.is_searching(self.tool)
    }

    /// Does a slice of that at this time; says whether there is something new to show.
    pub fn search(&mut self, now: u32) -> bool {
        self.controls.search(now)
    }

    /// All of it; none where the texts that were handed over can't be read.
    pub fn draw(&mut self, now: u32) -> Option<Sheet> {
        let base = self.base.as_mut()?;
        base.anew = self.anew;
        let target = self.target.points(base);
        self.controls.begin(self.tool, base, target, now);
        let view = tools::draw(self.tool, base, target, &self.controls);
        Some((frame::draw(base, self.tool, &self.target, view.drawn), view.clips))
    }
}
