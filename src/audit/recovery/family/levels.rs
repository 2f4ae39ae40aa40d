//! The points that the rule of the row names.

use crate::engine::rule::{Level, Levels};
use crate::engine::{Label, Rule};

use super::Verdict;
use crate::audit::recovery::case::Case;

pub(super) fn verdict(case: &Case) -> Verdict {
    if case.levels.is_empty() {
        return Verdict::Outside;
    }
    // Whether it is one of the levels, the engine says.
    if case.is_full() { Verdict::Silent } else { Verdict::Supports }
}

pub(super) fn rule(case: &Case) -> Option<Rule> {
    let level = |(at, (text, points)): (usize, &(String, _))| Level {
        id: format!("level-{}", at + 1),
        label: Label { zh: text.clone(), en: String::new() },
        points: *points,
    };
    let levels: Vec<Level> = case.levels.iter().enumerate().map(level).collect();
    (!levels.is_empty()).then_some(Rule::Levels(Levels { levels }))
}
