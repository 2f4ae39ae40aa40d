//! What everything on the tab starts from: the assessment as it is stored, and its score.

use crate::engine::{Assessment, Figure, Rubric, Scorecard, score};
use crate::exchange::json;
use crate::exchange::typed::plain;
use crate::presets;
use crate::words::Lang;

/// The baseline: a form filled in, with its score.
pub struct Base {
    /// 指标体系.
    pub rubric: Rubric,
    /// The assessment as typed.
    pub typed: Assessment,
    /// The same with plain figures: what the engine and `whatif` take.
    pub assessment: Assessment,
    /// Its score.
    pub card: Scorecard,
    /// The language in which all is said.
    pub lang: Lang,
}

impl Base {
    /// From the texts that the page hands over; none if they are not what it writes.
    pub fn read(rubric: &str, project: &str, lang: &str) -> Option<Base> {
        let (rubric, lang) = (presets::read(rubric)?, Lang::parse(lang)?);
        Base::of(rubric, json::first(project)?, lang)
    }

    /// From a form and what was typed into it.
    pub fn of(rubric: Rubric, typed: Assessment, lang: Lang) -> Option<Base> {
        let assessment = plain(&rubric, &typed);
        let card = score(&rubric, &assessment);
        Some(Base { rubric, typed, assessment, card, lang })
    }

    /// The same form filled in otherwise.
    pub fn with(self, project: &str) -> Option<Base> {
        Base::of(self.rubric, json::first(project)?, self.lang)
    }

    /// Points with all decimals of the form: `93.50`.
    pub fn padded(&self, points: Figure) -> String {
        points.padded(self.rubric.rounding.places)
    }

    /// The points that are certain, 分.
    pub fn total(&self) -> Figure {
        self.card.total.score.min
    }
}
