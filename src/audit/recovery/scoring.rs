//! How a row is scored in a form: by a rule that is more than a guess, or else as a judgement.

use crate::engine::rule::Judgement;
use crate::engine::{Entry, Label, Rounding, Rule, Scoring};

use super::case::{Case, Reads, value};
use super::family::Family;
use super::printed::Said;
use super::{Evidence, Recovered, Recovery, proof};

impl Recovery {
    /// How the engine, rounding so, scores a row and what is entered for it: by the best rule that
    /// gives exactly the printed score, or else as a judgement with those points. None for a row
    /// without a weight or a score of its own.
    ///
    /// What is written into a form is taken for the rule of the document. It is therefore one that
    /// three rows of the same kind support and none contradicts, or that the row itself prints.
    pub fn scoring(&self, row: usize, rounding: Rounding) -> Option<(Scoring, Entry)> {
        let case = self.case(row)?;
        let exact = self.earned(case).into_iter().find_map(|rule| {
            let (scoring, entry) = scored(&rule, case)?;
            let points = proof::awarded(&scoring, &entry, case.weight, rounding)?;
            (points == case.printed).then_some((scoring, entry))
        });
        Some(exact.unwrap_or_else(|| {
            let points = Some(value(case.printed));
            (by(Rule::Judgement(Judgement {})), Entry { points, ..Entry::default() })
        }))
    }

    /// The rules that may stand in a form for a row, the best first.
    fn earned(&self, case: &Case) -> Vec<Recovered> {
        let has = |rows: &[usize]| rows.binary_search(&case.row).is_ok();
        let supported = self.candidates.iter().filter(|rule| has(&rule.supports));
        let silent = self.candidates.iter().filter(|rule| has(&rule.silent));
        let levels = |rule: &&Recovered| rule.family == Family::Levels;
        if let Some(said) = Said::by(&case.rule) {
            // Its own figure may be another than that of the most rows.
            let own = self.for_row(case.row);
            let all = supported.chain(silent).cloned().chain(own);
            return all.filter(|rule| levels(&rule) || said.is(rule)).collect();
        }
        let silent = silent.filter(|rule| levels(rule) || is_silent_enough(rule, case));
        supported
            .chain(silent)
            .filter_map(|rule| match levels(&rule) {
                true => Some(rule.clone()),
                false => self.backed(rule, case),
            })
            .collect()
    }

    /// The rule with the parameters that at least three rows of the kind of this one support; none
    /// where a row of that kind contradicts it. Amounts and percentages are scored by rules of their
    /// own, so that those say nothing about these.
    fn backed(&self, rule: &Recovered, case: &Case) -> Option<Recovered> {
        let kind = case.is_of_percents();
        let alike =
            |row: &&usize| self.case(**row).is_some_and(|other| other.is_of_percents() == kind);
        let several =
            |rows: &[usize]| Evidence::of(rows.iter().filter(alike).count()) == Evidence::Several;
        if !several(&rule.supports) || rule.contradicts.iter().any(|row| alike(&row)) {
            return None;
        }
        let mut backed = rule.clone();
        backed.params.retain(|param| several(&param.rows));
        Some(backed)
    }
}

/// Whether a rule that would give a row its full marks may stand for it: the row has a rate that the
/// rule reads, and prints no rule that this one would push aside.
fn is_silent_enough(rule: &Recovered, case: &Case) -> bool {
    rule.family.reads() != Reads::Nothing && case.rule.trim().is_empty()
}

fn scored(rule: &Recovered, case: &Case) -> Option<(Scoring, Entry)> {
    let made = rule.rule(case)?;
    if let Some(rate) = case.rate(rule.family.reads()) {
        let measure = Some(rate.measure.clone());
        let unit = Label { zh: rate.unit.clone(), en: String::new() };
        return Some((Scoring { measure, unit, ..by(made) }, rate.entry.clone()));
    }
    let choices = made.choices(case.weight, Rounding { places: 4, ..Rounding::default() });
    let printed = case.printed;
    let chosen = choices.iter().find(|(_, it, _)| (it.from..=it.to).contains(&printed));
    let (id, _, is_range) = chosen?;
    let entry = Entry {
        level: Some((*id).to_owned()),
        points: is_range.then(|| value(printed)),
        ..Entry::default()
    };
    Some((by(made), entry))
}

/// Scored by a rule and nothing else.
pub(in crate::audit) fn by(rule: Rule) -> Scoring {
    Scoring {
        measure: None,
        rule,
        modifiers: Vec::new(),
        prefill: Entry::default(),
        unit: Label::default(),
        rate_name: Label::default(),
    }
}
