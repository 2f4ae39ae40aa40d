//! The tools of the tab, a file each: controls, answer, picture, table, and a sentence to paste.

mod comparison;
mod data;
mod distance;
mod grid;
mod losses;
mod parts;
mod range;
mod swing;
mod weights;

use super::View;
use super::base::Base;
use super::drawn::el;
use super::trying::Moved;
use crate::engine::Figure;
use crate::whatif::lever::Lever;
use crate::words::t;
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
    /// 换体系.
    Comparison,
}

impl Tool {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Tool; 8] = [
        Tool::Distance,
        Tool::Cheapest,
        Tool::Losses,
        Tool::Swing,
        Tool::Range,
        Tool::Grid,
        Tool::Weights,
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
            Tool::Comparison => text::COMPARISON,
        }
    }
}

/// What the controls of the tools say.
#[derive(Default)]
pub struct Controls {
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
            "comparison" => self.comparison.event(part, value),
            "grid" => self.grid.event(part, value),
            "losses" => self.losses.event(value),
            "distance" => self.distance.event(part, value),
            "swing" => self.swing.event(value),
            "weights" => self.weights.event(part, value),
            _ => {}
        }
    }
}

/// The inputs that a button moves: `insured-pooled.actual=5990…` by the position, several after each
/// other.
pub fn moves<'l>(base: &Base, levers: &'l [Lever], what: &str) -> Vec<Moved<'l>> {
    let moved = what.split_whitespace().filter_map(|one| {
        let (id, position) = one.split_once('=')?;
        let lever = levers.iter().find(|lever| lever.id(&base.rubric) == id)?;
        Some((lever, position.parse().ok()?))
    });
    moved.collect()
}

/// A tool as it is shown.
pub fn draw(tool: Tool, base: &Base, target: Figure, controls: &Controls) -> View {
    match tool {
        Tool::Losses => losses::draw(base, &controls.losses),
        Tool::Distance => distance::draw(base, target, &controls.distance),
        Tool::Swing => swing::draw(base, &controls.swing),
        Tool::Range => range::draw(base),
        Tool::Grid => grid::draw(base, &controls.grid),
        Tool::Weights => weights::draw(base, &controls.weights),
        Tool::Comparison => comparison::draw(base, &controls.comparison),
        _ => {
            View::default().child(el("h2", "").id("whatif-title").text(t(tool.title(), base.lang)))
        }
    }
}
