//! Why a row differs, a sentence for each reason.

use super::{Forms, text};
use crate::engine::{Adjustment, Indicator, Label, Rubric};
use crate::whatif::comparison::{Change, Reason};
use crate::words::adjustment::adjustment;
use crate::words::field::field_name;
use crate::words::figure::points;
use crate::words::modifier::modifier;
use crate::words::problem::problem;
use crate::words::rule_full::{measure_full, points_full};
use crate::words::table::{Key, say, shared, t};

/// The levels of a form from the first on.
const LEVELS: [Key; 3] = [text::LEVEL_1, text::LEVEL_2, text::LEVEL_3];

impl Forms<'_> {
    /// One reason, a sentence; `id` is the indicator of the row. None where the names, in this
    /// language, say nothing that differs.
    pub fn reason(self, id: &str, reason: &Reason) -> Option<String> {
        match reason {
            Reason::Moved { old, new } => self.moved(old, new),
            Reason::Renamed { old, new } => (self.lang.of(old) != self.lang.of(new))
                .then(|| self.pair(text::RENAMED, self.label(old), self.label(new))),
            _ => Some(self.plainly(id, reason)),
        }
    }

    fn plainly(self, id: &str, reason: &Reason) -> String {
        let lang = self.lang;
        let plain = |key| t(key, lang).to_owned();
        let told = |key, of, one| say(key, lang, &[("problem", &*problem(of, one, lang))]);
        let with = |key, of, item| {
            say(key, lang, &[("modifier", &*self.modifier(of, id, item).unwrap_or_default())])
        };
        match reason {
            // Told above.
            Reason::Moved { .. } | Reason::Renamed { .. } => String::new(),
            Reason::Shape { leaf: true } => plain(text::NOW_LEAF),
            Reason::Shape { leaf: false } => plain(text::NOW_GROUP),
            Reason::Bonus { bonus: true } => plain(text::NOW_BONUS),
            Reason::Bonus { bonus: false } => plain(text::NO_LONGER_BONUS),
            Reason::Weight { old, new } => {
                self.pair(text::WEIGHT, points(*old, lang), points(*new, lang))
            }
            Reason::Measure(changes) => self.measure(id, changes),
            Reason::Rule(changes) => self.rule(id, changes),
            Reason::ModifierAdded { id: item } => with(text::MODIFIER_ADDED, self.new, item),
            Reason::ModifierRemoved { id: item } => with(text::MODIFIER_REMOVED, self.old, item),
            Reason::ModifierChanged { id: item, changes } => {
                let (old, new) =
                    (self.modifier(self.old, id, item), self.modifier(self.new, id, item));
                self.was_now(text::MODIFIER_CHANGED, (old, new), text::MODIFIER_NAME, changes)
            }
            Reason::Prefill(changes) => {
                let named: Vec<Change> = changes.iter().map(|one| self.prefill(id, one)).collect();
                self.details(text::PREFILL_NAME, &named)
            }
            Reason::Unit { old, new } => self.pair(text::UNIT, self.label(old), self.label(new)),
            Reason::Unread { fields } => self.unread(id, fields),
            Reason::FactMissing { id } => say(text::FACT_MISSING, lang, &[("name", self.fact(id))]),
            Reason::ProblemAdded(one) => told(text::PROBLEM_ADDED, self.new, one),
            Reason::ProblemGone(one) => told(text::PROBLEM_GONE, self.old, one),
            Reason::NotApplicable => plain(text::NOT_APPLICABLE),
            Reason::Rounding => plain(text::ROUNDING),
            Reason::Below => plain(text::BELOW),
            Reason::Acted { old, new } => {
                self.pair(text::ACTED, self.acting(self.old, old), self.acting(self.new, new))
            }
        }
    }

    fn pair(self, key: Key, old: String, new: String) -> String {
        say(key, self.lang, &[("old", &old), ("new", &new)])
    }

    /// From one group to another; of groups that are called the same, with the level on which each
    /// stands, and nothing where that is the same too.
    fn moved(self, old: &[String], new: &[String]) -> Option<String> {
        let (from, to) = (self.group(old), self.group(new));
        if from != to {
            return Some(self.pair(text::MOVED, from, to));
        }
        let level = |path: &[String], name: &str| {
            let key = LEVELS.get(path.len().checked_sub(1)?)?;
            Some(say(key, self.lang, &[("name", name)]))
        };
        let (from, to) = (level(old, &from)?, level(new, &to)?);
        (from != to).then(|| self.pair(text::MOVED, from, to))
    }

    /// A label in quotes; a word for none.
    fn label(self, label: &Label) -> String {
        match self.lang.of(label) {
            "" => t(text::NONE, self.lang).to_owned(),
            name => say(shared::QUOTED, self.lang, &[("name", name)]),
        }
    }

    /// The group at the end of a path, in quotes.
    fn group(self, path: &[String]) -> String {
        let Some(id) = path.last() else {
            return t(text::FIRST_LEVEL, self.lang).to_owned();
        };
        let known = if self.new.indicator(id).is_some() { self.new } else { self.old };
        say(shared::QUOTED, self.lang, &[("name", self.name(known, id))])
    }

    fn measure(self, id: &str, changes: &[Change]) -> String {
        let none = || t(text::NO_MEASURE, self.lang).to_owned();
        let told = |form: &Rubric| {
            let leaf = form.indicator(id)?;
            Some(measure_full(form, leaf, self.lang).unwrap_or_else(none))
        };
        self.was_now(text::MEASURE, (told(self.old), told(self.new)), text::MEASURE_NAME, changes)
    }

    fn rule(self, id: &str, changes: &[Change]) -> String {
        let told = |form: &Rubric| {
            let leaf = form.indicator(id)?;
            Some(self.paragraph(&points_full(form, leaf, self.lang)))
        };
        self.was_now(text::RULE, (told(self.old), told(self.new)), text::RULE_NAME, changes)
    }

    fn modifier(self, form: &Rubric, id: &str, item: &str) -> Option<String> {
        let leaf = form.indicator(id)?;
        let modifiers = &leaf.scoring.as_ref()?.modifiers;
        let one = modifiers.iter().find(|one| one.id() == item)?;
        Some(modifier(form, leaf, one, self.lang))
    }

    /// Both sentences; where they say the same, the values that differ.
    fn was_now(
        self,
        key: Key,
        told: (Option<String>, Option<String>),
        name: Key,
        changes: &[Change],
    ) -> String {
        match told {
            (Some(old), Some(new)) if old != new => self.pair(key, old, new),
            _ => self.details(name, changes),
        }
    }

    fn details(self, name: Key, changes: &[Change]) -> String {
        let said = changes.iter().map(|change| self.value(change)).collect::<Vec<_>>();
        let list = said.join(t(shared::COMMA, self.lang));
        say(text::DIFFERS, self.lang, &[("what", t(name, self.lang)), ("list", &list)])
    }

    /// A change of a prefill with its field and its facts called by their names.
    fn prefill(self, id: &str, Change { path, old, new }: &Change) -> Change {
        let fact = path.strip_suffix(".fact");
        let value = |value: &String| match fact {
            Some(_) => self.fact(value).to_owned(),
            None => value.clone(),
        };
        let leaf = self.new.indicator(id);
        let path = field_name(self.new, leaf, fact.unwrap_or(path), self.lang);
        Change { path, old: old.as_ref().map(value), new: new.as_ref().map(value) }
    }

    fn value(self, Change { path, old, new }: &Change) -> String {
        let key = match (old, new) {
            (Some(_), Some(_)) => text::VALUE,
            (Some(_), None) => text::VALUE_REMOVED,
            (None, Some(_)) => text::VALUE_ADDED,
            (None, None) => text::ORDER,
        };
        let (old, new) = (old.as_deref().unwrap_or_default(), new.as_deref().unwrap_or_default());
        say(key, self.lang, &[("path", path), ("old", old), ("new", new)])
    }

    /// What was entered, as the old form calls it.
    fn unread(self, id: &str, fields: &[&str]) -> String {
        let leaf: Option<&Indicator> = self.old.indicator(id);
        let names = fields.iter().map(|field| field_name(self.old, leaf, field, self.lang));
        let list = names.collect::<Vec<_>>().join(t(shared::LISTED, self.lang));
        say(text::UNREAD, self.lang, &[("list", &list)])
    }

    fn acting(self, form: &Rubric, adjustments: &[Adjustment]) -> String {
        if adjustments.is_empty() {
            return t(text::NONE, self.lang).to_owned();
        }
        let said = adjustments.iter().map(|one| adjustment(form, None, one, self.lang));
        said.collect::<Vec<_>>().join(t(shared::COMMA, self.lang))
    }
}
