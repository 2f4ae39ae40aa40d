//! `Modifier` 扣分项、一票否决: what acts on top of a rule, in order.

use super::number::Figure;
use super::rubric::{Label, PointRange};
use super::trace::Scope;
use crate::tree::document;

/// What acts on top of a rule. Each happens when an entry names it under `deductions`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// 扣分项: fixed or ranged points off the leaf, not below 0.
    Deduction {
        /// Name for entries.
        id: String,
        /// What happened.
        label: Label,
        /// Points off, 分.
        points: PointRange,
    },
    /// Points off for each occurrence, not below 0.
    PerOccurrence {
        /// Name for entries.
        id: String,
        /// What happened.
        label: Label,
        /// Points off for one, 分.
        points: Figure,
    },
    /// 一票否决: the leaf, a group above it, or the total goes to 0.
    Knockout {
        /// Name for entries.
        id: String,
        /// What happened.
        label: Label,
        /// What goes to 0.
        scope: Scope,
    },
    /// Points off a group or the total, not below 0.
    Penalty {
        /// Name for entries.
        id: String,
        /// What happened.
        label: Label,
        /// Points off, 分.
        points: PointRange,
        /// What they are taken from.
        scope: Scope,
        /// Happens by itself when the measured rate is below this, in %. It happens once, whether
        /// or not the entry names it too. Named by an entry whose rate is not below this, it
        /// happens as the assessor says, and a warning names the contradiction.
        rate_below: Option<Figure>,
    },
}

document! {
    enum Modifier by "kind" {
        Deduction { id, label, points },
        PerOccurrence { id, label, points },
        Knockout { id, label, scope },
        Penalty { id, label, points, scope, rate_below: optional },
    }
}

impl Modifier {
    /// Name for entries.
    pub fn id(&self) -> &str {
        match self {
            Modifier::Deduction { id, .. }
            | Modifier::PerOccurrence { id, .. }
            | Modifier::Knockout { id, .. }
            | Modifier::Penalty { id, .. } => id,
        }
    }

    /// What happened, in words.
    pub fn label(&self) -> &Label {
        match self {
            Modifier::Deduction { label, .. }
            | Modifier::PerOccurrence { label, .. }
            | Modifier::Knockout { label, .. }
            | Modifier::Penalty { label, .. } => label,
        }
    }
}
