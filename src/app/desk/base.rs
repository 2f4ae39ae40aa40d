//! What everything on the tab starts from: the assessment as it is on screen, and its score.

use crate::engine::{Assessment, Figure, Rubric, Scorecard, Span, score};
use crate::exchange::json;
use crate::exchange::typed::plain;
use crate::presets;
use crate::whatif::scenario;
use crate::words::table::{insight, shared};
use crate::words::whatif::scored::Scored;
use crate::words::{Lang, say, t};

/// A form filled in, with its score.
pub struct Base {
    /// 指标体系.
    pub rubric: Rubric,
    /// The document: the baseline with all scenarios.
    pub stored: Assessment,
    /// What is on screen, as typed: the baseline with the changes of the scenario that is open.
    pub typed: Assessment,
    /// The same with plain figures: what the engine and `whatif` take.
    pub assessment: Assessment,
    /// Its score.
    pub card: Scorecard,
    /// The baseline with plain figures and its score, while a scenario is open.
    pub baseline: Option<(Assessment, Scorecard)>,
    /// The language in which all is said.
    pub lang: Lang,
    /// Whether answers are written into a new scenario though one is open.
    pub anew: bool,
}

impl Base {
    /// From the texts that the page hands over; none if they are not what it writes.
    pub fn read(rubric: &str, project: &str, lang: &str) -> Option<Base> {
        let (rubric, lang) = (presets::read(rubric)?, Lang::parse(lang)?);
        Some(Base::of(rubric, json::first(project)?.assessment, lang))
    }

    /// From a form and what is stored of it.
    pub fn of(rubric: Rubric, stored: Assessment, lang: Lang) -> Base {
        let scored = |typed: &Assessment| {
            let assessment = plain(&rubric, typed);
            let card = score(&rubric, &assessment);
            (assessment, card)
        };
        let working = scenario::working(&stored);
        let baseline = working.is_some().then(|| scored(&stored));
        let typed = working.unwrap_or_else(|| stored.clone());
        let (assessment, card) = scored(&typed);
        Base { rubric, stored, typed, assessment, card, baseline, lang, anew: false }
    }

    /// The same form with what is stored now.
    pub fn with(self, project: &str) -> Option<Base> {
        Some(Base::of(self.rubric, json::first(project)?.assessment, self.lang))
    }

    /// Points with all decimals of the form: `93.50`.
    pub fn padded(&self, points: Figure) -> String {
        points.padded(self.rubric.rounding.places)
    }

    /// Points, or between what they lie: `93.50`, `88.02～94.02`.
    pub fn span(&self, points: Span) -> String {
        if points.is_settled() {
            return self.padded(points.min);
        }
        let (from, to) = (self.padded(points.min), self.padded(points.max));
        say(shared::RANGE, self.lang, &[("from", &from), ("to", &to)])
    }

    /// What the sentences are about.
    pub fn scored(&self) -> Scored<'_> {
        let Base { rubric, assessment, card, lang, .. } = self;
        Scored { rubric, assessment, card, lang: *lang }
    }

    /// What the total so far is called: 总分, or 已确定得分 while answers are open.
    pub fn total_name(&self) -> &'static str {
        let settled = self.card.total.score.is_settled();
        t(if settled { insight::TOTAL } else { insight::CERTAIN }, self.lang)
    }

    /// The points that are certain, 分.
    pub fn total(&self) -> Figure {
        self.card.total.score.min
    }
}

#[cfg(test)]
impl Base {
    /// The published case of Fukang with a change, in Chinese.
    pub fn fukang(change: impl FnOnce(&mut Assessment)) -> Base {
        let mut example = presets::example("fukang").unwrap();
        change(&mut example);
        Base::of(presets::rubric("fukang").unwrap(), example, Lang::Zh)
    }
}
