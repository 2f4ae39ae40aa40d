//! A trial, whose totals must be those of scoring everything, whatever is changed in whatever order.

use jiheng::engine::{Assessment, Entry, Rubric, Trial, score};

use crate::coverage::Coverage;
use crate::generate::{Rng, assessments};

/// An assessment beside the trial that began with it.
struct Pair<'r> {
    rubric: &'r Rubric,
    assessment: Assessment,
    trial: Trial<'r>,
}

impl Pair<'_> {
    fn put(&mut self, node: usize, entry: &Entry) {
        let id = self.rubric.nodes()[node].indicator.id.clone();
        self.assessment.entries.insert(id, entry.clone());
        self.trial.change(node, |old| *old = entry.clone());
    }

    fn put_fact(&mut self, id: &str, text: &str) {
        self.assessment.facts.insert(id.to_owned(), text.to_owned());
        self.trial.change_fact(id, text);
    }

    fn check(&self, name: &str) {
        let expected = score(self.rubric, &self.assessment).total.score;
        assert_eq!(self.trial.total(), expected, "{name}");
    }
}

/// Changes after changes, each to what another generated assessment holds there, or to nothing.
pub fn agrees(rubric: &Rubric, rng: &mut Rng, name: &str, changes: u64, seen: &mut Coverage) {
    let assessment = assessments::assessment(rubric, rng);
    let trial = Trial::new(rubric, &assessment);
    let mut pair = Pair { rubric, assessment, trial };
    pair.check(name);
    let nodes = rubric.nodes();
    let mut other = assessments::assessment(rubric, rng);
    for number in 0..changes {
        if rng.one_in(8) {
            other = assessments::assessment(rubric, rng);
        }
        let node = rng.below(nodes.len() as u64) as usize;
        let indicator = nodes[node].indicator;
        let entry = other.entries.get(&indicator.id);
        match rng.below(12) {
            0 => pair.put(node, &Entry::default()),
            1 => {
                let facts: Vec<_> = other.facts.iter().collect();
                if let Some((id, text)) = facts.get(rng.below(facts.len() as u64) as usize) {
                    pair.put_fact(id, text);
                    seen.seen("fact changed");
                }
            }
            2 => {
                let mut entry = entry.cloned().unwrap_or_default();
                entry.not_applicable = !entry.not_applicable;
                pair.put(node, &entry);
            }
            _ => {
                pair.put(node, entry.unwrap_or(&Entry::default()));
                seen.seen(if indicator.is_leaf() { "leaf changed" } else { "group changed" });
            }
        }
        pair.check(&format!("{name}, change {number} at {}", indicator.id));
    }
}
