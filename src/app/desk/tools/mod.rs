//! The tools of the tab, a file each: controls, answer, picture, table, and a sentence to paste.

mod cheapest;
mod comparison;
mod data;
mod distance;
mod grid;
mod losses;
pub mod parts;
mod range;
mod scenarios;
mod swing;
mod weights;

use super::View;
use super::base::Base;
use crate::engine::Figure;
use crate::words::table::{Key, desk as text};

/// A tool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// 差距.
    #[default]
    Distance,
    /// 最省力.
    Cheapest,
    /// 失分去向.
    Losses,
    /// 敏感性.
    Swing,
    /// 可能范围.
    Range,
    /// 双因素.
    Grid,
    /// 权重.
    Weights,
    /// 方案对比.
    Scenarios,
    /// 换体系.
    Comparison,
}

impl Tool {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Tool; 9] = [
        Tool::Distance,
        Tool::Cheapest,
        Tool::Losses,
        Tool::Swing,
        Tool::Range,
        Tool::Grid,
        Tool::Weights,
        Tool::Scenarios,
        Tool::Comparison,
    ];

    /// The tool with this name in the address; the first for what is not known.
    pub fn parse(name: &str) -> Tool {
        Tool::ALL.into_iter().find(|tool| tool.name() == name).unwrap_or_default()
    }

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Tool::Distance => "distance",
            Tool::Cheapest => "cheapest",
            Tool::Losses => "losses",
            Tool::Swing => "swing",
            Tool::Range => "range",
            Tool::Grid => "grid",
            Tool::Weights => "weights",
            Tool::Scenarios => "scenarios",
            Tool::Comparison => "comparison",
        }
    }

    /// What it is called.
    pub fn title(self) -> Key {
        match self {
            Tool::Distance => text::DISTANCE,
            Tool::Cheapest => text::CHEAPEST,
            Tool::Losses => text::LOSSES,
            Tool::Swing => text::SWING,
            Tool::Range => text::RANGE,
            Tool::Grid => text::GRID,
            Tool::Weights => text::WEIGHTS,
            Tool::Scenarios => text::SCENARIOS,
            Tool::Comparison => text::COMPARISON,
        }
    }
}

/// What the controls of the tools say.
#[derive(Default)]
pub struct Controls {
    cheapest: cheapest::Controls,
    comparison: comparison::Controls,
    grid: grid::Controls,
    losses: losses::Controls,
    distance: distance::Controls,
    swing: swing::Controls,
    weights: weights::Controls,
}

impl Controls {
    /// A control was typed into, chosen or pressed.
    pub fn event(&mut self, act: &str, value: &str) {
        let (tool, part) = act.split_once('-').unwrap_or((act, ""));
        match tool {
            "cheapest" => self.cheapest.event(part, value),
            "comparison" => self.comparison.event(part, value),
            "grid" => self.grid.event(part, value),
            "losses" => self.losses.event(value),
            "distance" => self.distance.event(part, value),
            "swing" => self.swing.event(value),
            "weights" => self.weights.event(part, value),
            _ => {}
        }
    }

    /// Begins what takes longer than to draw, at this time; milliseconds of any clock.
    pub fn begin(&mut self, tool: Tool, base: &Base, target: Figure, now: u32) {
        if tool == Tool::Cheapest {
            self.cheapest.begin(base, target, now);
        }
    }

    /// Whether the tool has not come to the end of what it began.
    pub fn is_searching(&self, tool: Tool) -> bool {
        tool == Tool::Cheapest && self.cheapest.is_searching()
    }

    /// Does a slice of what the tool began; says whether there is something new to show.
    pub fn search(&mut self, now: u32) -> bool {
        self.cheapest.search(now)
    }
}

/// A tool as it is shown.
pub fn draw(tool: Tool, base: &Base, target: Figure, controls: &Controls) -> View {
    match tool {
        Tool::Cheapest => cheapest::draw(base, &controls.cheapest),
        Tool::Losses => losses::draw(base, &controls.losses),
        Tool::Distance => distance::draw(base, target, &controls.distance),
        Tool::Swing => swing::draw(base, &controls.swing),
        Tool::Range => range::draw(base),
        Tool::Grid => grid::draw(base, &controls.grid),
        Tool::Weights => weights::draw(base, &controls.weights),
        Tool::Scenarios => scenarios::draw(base),
        Tool::Comparison => comparison::draw(base, &controls.comparison),
    }
}
