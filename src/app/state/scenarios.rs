//! 推演方案 on screen: what the open one is held against, and the steps from one to the other.
//!
//! [`State::assessment`](super::State::assessment) is what is shown and edited: the baseline with the
//! changes of the open scenario. The baseline is kept beside it, and what is stored, undone to and
//! handed on is always made of both. An edit costs no more for that: the changes are found anew when
//! something is stored.

use std::rc::Rc;

use super::{Deed, Notice, Session, Tone, scored};
use crate::engine::{Assessment, Change, MOST_SCENARIOS, Rubric, Scorecard};
use crate::tree;
use crate::whatif::scenario;
use crate::words::Lang;
use crate::words::table::{Key, page as text, t};
use crate::words::whatif::scenario::{scenario_name, total_shown};

/// What an open scenario is held against.
#[derive(Debug)]
pub struct Baseline {
    /// Facts and entries without the changes of the scenario.
    pub assessment: Assessment,
    /// What comes of them.
    pub scorecard: Scorecard,
}

/// The score follows from the assessment.
impl PartialEq for Baseline {
    fn eq(&self, other: &Baseline) -> bool {
        std::ptr::eq(self, other) || self.assessment == other.assessment
    }
}

impl Baseline {
    fn new(rubric: &Rubric, assessment: Assessment) -> Rc<Baseline> {
        Rc::new(Baseline { scorecard: scored(rubric, &assessment), assessment })
    }
}

/// What is on screen: the assessment that is shown, and what it is held against. Undo goes from one
/// to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// What is shown and edited.
    pub shown: Assessment,
    /// None while that is the baseline itself.
    pub baseline: Option<Rc<Baseline>>,
}

impl Moment {
    /// A stored document as it comes on screen.
    pub(super) fn of(rubric: &Rubric, stored: Assessment) -> Moment {
        match scenario::working(&stored) {
            Some(shown) => Moment { shown, baseline: Some(Baseline::new(rubric, stored)) },
            None => Moment { shown: stored, baseline: None },
        }
    }
}

/// Which scenarios there are: what the bar of the page shows. Edits leave it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// Their names, in the order in which they were made.
    pub names: Vec<String>,
    /// The one that is open; empty while that is the baseline.
    pub open: String,
    /// What the open one is about.
    pub note: String,
}

impl Tried {
    pub(super) fn of(shown: &Assessment) -> Tried {
        let open = shown.scenario(&shown.trying);
        Tried {
            names: shown.scenarios.iter().map(|scenario| scenario.name.clone()).collect(),
            open: shown.trying.clone(),
            note: open.map(|open| open.note.clone()).unwrap_or_default(),
        }
    }
}

impl Session {
    /// Begins a scenario on top of the baseline and opens it.
    pub fn try_new(&self) {
        let lang = self.lang.get_untracked();
        let begin = |stored: &mut _| scenario::begin(stored, |number| scenario_name(number, lang));
        if !self.attempt(&begin) {
            self.tell_full();
        }
    }

    /// Opens a scenario.
    pub fn try_scenario(&self, name: &str) {
        self.rewrite(&|stored| scenario::open(stored, name));
    }

    /// Goes back to the baseline; the scenario is kept.
    pub fn leave_scenario(&self) {
        self.rewrite(&scenario::leave);
    }

    /// Gives the open scenario another name; says whether it could. In a report it stands beside the
    /// baseline, so it is not called that.
    pub fn rename_scenario(&self, to: &str) -> bool {
        if Lang::ALL.iter().any(|lang| to.trim() == t(text::BASELINE, *lang)) {
            return false;
        }
        self.attempt(&|stored| scenario::rename(stored, to))
    }

    /// Says what the open scenario is about.
    pub fn note_scenario(&self, note: &str) {
        self.rewrite(&|stored| scenario::describe(stored, note));
    }

    /// Copies the open scenario and opens the copy.
    pub fn duplicate_scenario(&self) {
        let lang = self.lang.get_untracked();
        let copy =
            |stored: &mut _| scenario::duplicate(stored, |number| scenario_name(number, lang));
        if !self.attempt(&copy) {
            self.tell_full();
        }
    }

    /// Makes the open scenario the assessment, and says what became of the total and of the others.
    pub fn apply_scenario(&self) {
        let Tried { names, open, .. } = self.tried.get_untracked();
        let from = self.baseline.get_untracked().map(|was| self.shown_total(&was.scorecard));
        self.rewrite(&scenario::adopt);
        let (key, others) = match names.len() {
            0 | 1 => (text::ADOPTED, 0),
            all => (text::ADOPTED_OTHERS, all - 1),
        };
        let told = self.step_taken(key, open).with("from", from.unwrap_or_default());
        self.notify(told.with("others", others.to_string()));
    }

    /// Deletes the open scenario.
    pub fn discard_scenario(&self) {
        let open = self.tried.with_untracked(|tried| tried.open.clone());
        self.rewrite(&scenario::discard);
        self.notify(self.step_taken(text::DISCARDED, open));
    }

    /// Writes changes, as JSON, into the scenario `into` or a new one, as
    /// [`write`](scenario::write) does, on top of what is stored now; says what came of it, or that
    /// nothing was written.
    pub fn write_scenario(&self, into: &str, anew: bool, changes: &str) {
        let lang = self.lang.get_untracked();
        let read = tree::parse(changes).ok().and_then(|tree| tree.document().ok());
        let changes: Vec<Change> = read.unwrap_or_default();
        let name = |number| scenario_name(number, lang);
        let write = |stored: &mut _| scenario::write(stored, (into, anew), &changes, name);
        if changes.is_empty() || !self.attempt(&write) {
            let is_new = into.is_empty() || anew;
            return if is_new { self.tell_full() } else { self.tell_stale() };
        }
        let open = self.tried.with_untracked(|tried| tried.open.clone());
        let key = if !into.is_empty() && anew { text::WROTE_COPY } else { text::WROTE };
        self.notify(self.step_taken(key, open).with("of", into));
    }

    /// Says that what was to be written was about something else than what is there now.
    pub fn tell_stale(&self) {
        self.notify(Notice::new(Tone::Warning, text::NOT_WRITTEN));
    }

    fn tell_full(&self) {
        let all = self.tried.with_untracked(|tried| tried.names.len());
        if all < MOST_SCENARIOS {
            return self.tell_stale();
        }
        let most = MOST_SCENARIOS.to_string();
        self.notify(Notice::new(Tone::Warning, text::SCENARIOS_FULL).with("most", most));
    }

    /// Another effort for a change, as typed; none where nothing is.
    pub fn set_effort(&self, id: &str, typed: &str) {
        self.edit(&["efforts.", id].concat(), |shown| match typed.trim() {
            "" => drop(shown.efforts.remove(id)),
            _ => typed.clone_into(shown.efforts.or_default(id)),
        });
    }

    /// What a step with the scenario of this name came to, and the way back.
    fn step_taken(&self, key: Key, name: String) -> Notice {
        let total = self.scorecard.with_untracked(|card| self.shown_total(card));
        let notice = Notice::new(Tone::Good, key).with("name", name).with("total", total);
        notice.offer(text::UNDO, Deed::Undo)
    }

    fn shown_total(&self, card: &Scorecard) -> String {
        self.rubric.with_untracked(|rubric| total_shown(rubric, card, self.lang.get_untracked()))
    }

    /// Takes away what was said of the step before: after another, its way back leads elsewhere.
    pub(super) fn forget_step(&self) {
        STEPS.into_iter().for_each(|told| self.dismiss_text(told));
    }

    /// Reads what is stored of the open assessment: the baseline, and of the scenarios the changes.
    pub fn with_stored<R>(&self, read: impl FnOnce(&Assessment) -> R) -> R {
        self.assessment.with_untracked(|shown| match self.baseline.get_untracked() {
            Some(baseline) => read(&scenario::stored(&baseline.assessment, shown)),
            None => read(shown),
        })
    }

    /// What is on screen now.
    pub(super) fn moment(&self) -> Moment {
        Moment { shown: self.assessment.get_untracked(), baseline: self.baseline.get_untracked() }
    }

    /// Dates are read by the year of the project, and that is the same for the baseline.
    pub(super) fn follow_year(&self, before: &Assessment) {
        let project = self.assessment.with_untracked(|shown| {
            (shown.project.year != before.project.year).then(|| shown.project.clone())
        });
        if let Some((baseline, project)) = self.baseline.get_untracked().zip(project) {
            let assessment = Assessment { project, ..baseline.assessment.clone() };
            let rubric = self.rubric.get_untracked();
            self.baseline.set(Some(Baseline::new(&rubric, assessment)));
        }
    }

    /// A step from one stored document to the next.
    fn rewrite(&self, change: &dyn Fn(&mut Assessment)) {
        self.attempt(&|stored| {
            change(stored);
            true
        });
    }

    /// A step that may be refused; says whether it was taken.
    fn attempt(&self, change: &dyn Fn(&mut Assessment) -> bool) -> bool {
        let mut stored = self.with_stored(Assessment::clone);
        let taken = change(&mut stored);
        if taken {
            self.put(stored);
        }
        taken
    }

    fn put(&self, stored: Assessment) {
        if self.with_stored(|now| *now == stored) {
            return;
        }
        let before = self.moment();
        self.show(Moment::of(&self.rubric.get_untracked(), stored));
        self.history.borrow_mut().record("", before);
        self.changed();
    }
}

/// What steps with scenarios are told by.
const STEPS: [Key; 5] =
    [text::WROTE, text::WROTE_COPY, text::ADOPTED, text::ADOPTED_OTHERS, text::DISCARDED];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    /// Fukang's example with one scenario, in which 32012 persons were insured instead of 30437.
    fn stored() -> Assessment {
        let mut stored = presets::example("fukang").unwrap();
        let text = r#"[{"name":"甲","note":"乙","changes":[
            {"indicator":"insured-all","field":"actual","to":"32,012"}]}]"#;
        stored.scenarios = crate::tree::parse(text).unwrap().document().unwrap();
        stored
    }

    #[test]
    fn what_is_stored_comes_on_screen_against_its_baseline() {
        let rubric = presets::rubric("fukang").unwrap();
        let closed = Moment::of(&rubric, stored());
        assert_eq!(closed, Moment { shown: stored(), baseline: None });

        let mut document = stored();
        scenario::open(&mut document, "甲");
        let Moment { shown, baseline } = Moment::of(&rubric, document.clone());
        // 6 × 32012/33333 = 5.7622… → 5.76, 0.28 more than 5.48.
        assert_eq!(scored(&rubric, &shown).total.score.min.to_string(), "93.78");
        let baseline = baseline.unwrap();
        assert_eq!(baseline.scorecard.total.score.min.to_string(), "93.50");
        assert_eq!(scenario::stored(&baseline.assessment, &shown), document);
    }

    #[test]
    fn the_bar_knows_names_and_the_note_of_the_open_one() {
        let mut document = stored();
        assert_eq!(Tried::of(&document).note, "");
        scenario::open(&mut document, "甲");
        let tried = Tried::of(&document);
        assert_eq!(
            (tried.names, tried.open, tried.note),
            (vec!["甲".into()], "甲".into(), "乙".into())
        );
    }
}
