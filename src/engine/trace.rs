//! `Trace` 评分过程: the structured steps that led to a score, with the numbers that were used.
//!
//! Steps hold figures and ids, no prose and nothing rounded but what says so; `words` makes
//! sentences from them.

use super::date::Date;
use super::fraction::Fraction;
use super::measure::{Direction, Divisor};
use super::number::Figure;
use super::rubric::PointRange;
use super::rule::Partial;
#[cfg(not(target_arch = "wasm32"))]
use crate::tree::shape::{self, Shapes};
use crate::tree::{Document, Reader, Tree, Writer};

/// One step.
#[allow(missing_docs, reason = "the variant says what its fields are")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    // How the rate arose.
    /// `actual` against `target`; `rate` is target ÷ actual where less is better.
    Ratio { direction: Direction, actual: Figure, target: Figure, rate: Fraction },
    /// `yes` of `asked` answers.
    Share { yes: Figure, asked: Figure, rate: Fraction },
    /// Σ count × coefficient ÷ answers.
    Survey { terms: Vec<(Figure, Figure)>, answers: Figure, rate: Fraction },
    /// A rate that was entered, in %.
    Entered { percent: Figure, rate: Fraction },
    /// Executed ÷ budget, 万元.
    Budget { divisor: Divisor, executed: Figure, budget: Figure, rate: Fraction },
    /// Planned and actual cost; `saving` is (planned − actual) ÷ planned, below 0 if over.
    Cost { planned: Figure, actual: Figure, saving: Fraction, rate: Fraction },
    /// Planned and actual date; `late` in days, 0 if in time.
    Dates { planned: Date, actual: Date, late: i64, rate: Fraction },
    /// Planned and actual duration.
    Duration { planned: Figure, actual: Figure, rate: Fraction },
    /// Passed ÷ inspected.
    Quality { passed: Figure, inspected: Figure, rate: Fraction },

    // How points arose from it.
    /// A level or band was chosen; `points` is what it allows.
    Level { id: String, points: PointRange },
    /// Points were picked within the range of the chosen level.
    Picked { points: Figure },
    /// Checklist: `missed` item ids cost `lost` points of `items` items in all.
    Checklist { items: usize, missed: Vec<String>, partly: Vec<(String, Figure)>, lost: Fraction },
    /// Weight × rate; `capped` if the rate was above 1 and counted as 1.
    Proportional { rate: Fraction, capped: bool },
    /// `gap` below `target` costs `lost` points; `gap` and `target` are rates.
    Shortfall { target: Fraction, gap: Fraction, lost: Fraction, partial: Partial },
    /// `over` above `limit` costs `lost` points.
    Excess { limit: Fraction, over: Fraction, lost: Fraction, partial: Partial },
    /// `count` steps below `full` cost `lost` points.
    Steps { full: Fraction, count: Fraction, lost: Fraction, partial: Partial },
    /// The band that starts at `from` (none: below all) gives `points`.
    Threshold { from: Option<Figure>, points: Figure },
    /// Interpolated between two knots (rate %, share %); `share` of the weight is earned.
    Curve { low: (Figure, Figure), high: (Figure, Figure), share: Fraction },
    /// Actual is not over plan: full. Otherwise another step says how the points arose.
    NotOver { over: bool },
    /// The assessor judged.
    Judged { points: Figure },

    // What acted on top.
    /// Exact points were rounded.
    Rounded { exact: Fraction, points: Figure },
    /// A deduction; `points` as agreed, `effective` what was left to take.
    Deducted { item: String, points: PointRange, effective: Figure },
    /// `count` occurrences at `each`; `effective` is what was left to take.
    Occurred { item: String, count: Figure, each: Figure, effective: Figure },
    /// 一票否决: everything at `scope` is lost.
    KnockedOut { item: String, scope: Scope },
    /// Points off beyond the leaf; the group or total shows the adjustment.
    Penalty { item: String, points: PointRange, scope: Scope },
    /// The assessor's points replace the rule's, which would be `formula`.
    Overridden { formula: Option<Figure>, points: Figure },
    /// Marked 不适用.
    NotApplicable,
    /// Inside a group that is scored as a block.
    InBlock,
}

/// What a modifier acts on. Written `"leaf"`, `"total"` or the id of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The leaf itself.
    Leaf,
    /// The total.
    Total,
    /// The group with this id.
    Group(String),
}

impl Scope {
    /// What documents call it.
    pub fn name(&self) -> &str {
        match self {
            Scope::Leaf => "leaf",
            Scope::Total => "total",
            Scope::Group(id) => id,
        }
    }
}

impl Document for Scope {
    fn read(tree: Tree, reader: &mut Reader) -> Scope {
        let text =
            reader.text(tree, "\"leaf\", \"total\" or the id of a group").unwrap_or_default();
        match text.as_str() {
            "leaf" => Scope::Leaf,
            "total" => Scope::Total,
            _ => Scope::Group(text),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(self.name());
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn shape(_: &mut Shapes) -> Tree {
        shape::with(shape::plain("string"), "$comment", Tree::Text(shape::place::<Scope>("", "")))
    }
}
