//! Sentences of `whatif::comparison`.

mod reason;

use crate::engine::{Figure, Rubric, Span};
use crate::whatif::comparison::{Cell, Comparison, FormChange, Homeless, Place, Row, Verdict};
use crate::words::Lang;
use crate::words::figure::{padded_points, points};
use crate::words::rubric::{bonus, cap, grade_scale, not_applicable, rounding};
use crate::words::table::whatif::comparison as text;
use crate::words::table::{quoted_list, say, shared, t};

/// How many names a sentence lists.
const LISTED: usize = 4;

/// Two forms that are held against each other, in a language.
#[derive(Clone, Copy)]
pub struct Forms<'a> {
    /// The form that the entries were made for.
    pub old: &'a Rubric,
    /// The other one.
    pub new: &'a Rubric,
    /// The language of the sentences.
    pub lang: Lang,
}

impl<'a> Forms<'a> {
    /// What holds for the whole: totals and grades, what differs in the forms, how many rows they
    /// share, what was entered and has no place.
    ///
    /// `同一填报数据，按《…》得93.5分（“优”），按《…》得91.83分（“优”），总分减少1.67分。`
    pub fn whole(self, comparison: &Comparison) -> Vec<String> {
        let mut sentences = vec![self.totals(comparison)];
        sentences.extend(comparison.changes.iter().filter_map(|change| match change {
            // What was given and is not asked for is told below, once.
            FormChange::FactRemoved { id } if comparison.unasked.contains(id) => None,
            _ => self.form_change(change),
        }));
        sentences.push(self.rows(comparison));
        if !comparison.homeless.is_empty() {
            let listed = comparison.homeless.iter().map(|one| self.homeless(one)).collect();
            let list = self.first(listed);
            sentences.push(say(text::HOMELESS, self.lang, &[("list", &list)]));
        }
        if !comparison.unasked.is_empty() {
            let names = comparison.unasked.iter().map(|id| self.fact(id));
            let list = quoted_list(names, self.lang);
            sentences.push(say(text::UNASKED, self.lang, &[("list", &list)]));
        }
        sentences
    }

    /// A row with everything that differs in it.
    ///
    /// `“参保人数”由5.48分变为3.65分，减少1.83分。分值由6分改为4分。`
    pub fn row(self, row: &Row) -> String {
        let mut sentences = vec![self.outcome(row)];
        sentences.extend(row.reasons.iter().filter_map(|reason| self.reason(&row.id, reason)));
        self.paragraph(&sentences)
    }

    /// Sentences that follow each other.
    fn paragraph(self, sentences: &[String]) -> String {
        self.lang.paragraph(sentences)
    }

    /// The first of them, and how many there are: between forms that have little in common it may
    /// be all.
    fn first(self, all: Vec<String>) -> String {
        let joint = t(shared::LISTED, self.lang);
        let Some(first) = all.get(..LISTED).filter(|_| all.len() > LISTED + 1) else {
            return all.join(joint);
        };
        let values = [("list", &*first.join(joint)), ("count", &all.len().to_string())];
        say(text::AMONG, self.lang, &values)
    }

    fn totals(self, comparison: &Comparison) -> String {
        let Comparison { old, new, .. } = comparison;
        let (before, after) = (old.total.score, new.total.score);
        let settled = before.is_settled() && after.is_settled();
        let key = if settled { text::TOTALS } else { text::TOTALS_OPEN };
        let values = [
            ("old", &*self.title(self.old)),
            ("new", &self.title(self.new)),
            ("before", &self.verdict(self.old, old)),
            ("after", &self.verdict(self.new, new)),
            ("change", &self.change(after.min - before.min)),
        ];
        say(key, self.lang, &values)
    }

    /// The title, with the edition where both forms have the same.
    fn title(self, form: &Rubric) -> String {
        let title = self.lang.of(&form.title);
        let key = if self.old.title == self.new.title { text::EDITION } else { text::TITLE };
        say(key, self.lang, &[("title", title), ("edition", &form.edition)])
    }

    fn verdict(self, form: &Rubric, verdict: &Verdict) -> String {
        let points = self.span(verdict.total.score);
        let grade = verdict.grade.settled().and_then(|at| form.grades.0.get(at));
        match grade {
            Some(grade) => {
                let grade = self.lang.of(&grade.name);
                say(text::VERDICT, self.lang, &[("points", &points), ("grade", grade)])
            }
            None => say(text::VERDICT_OPEN, self.lang, &[("points", &points)]),
        }
    }

    fn change(self, difference: Figure) -> String {
        let size = difference.max(-difference);
        let key = match () {
            () if size.is_zero() => text::SAME,
            () if difference.is_negative() => text::LESS,
            () => text::MORE,
        };
        say(key, self.lang, &[("points", &padded_points(size, self.places(), self.lang))])
    }

    /// Decimals of points: those of the finer form.
    fn places(self) -> u32 {
        self.old.rounding.places.max(self.new.rounding.places)
    }

    fn span(self, Span { min, max }: Span) -> String {
        let [from, to] = [min, max].map(|end| end.padded(self.places()));
        let span = say(shared::RANGE, self.lang, &[("from", &from), ("to", &to)]);
        say(shared::POINTS, self.lang, &[("n", if min == max { &from } else { &span })])
    }

    /// What differs for the whole; nothing of what the titles say already.
    fn form_change(self, change: &FormChange) -> Option<String> {
        let lang = self.lang;
        let was_now = |told: &dyn Fn(&Rubric) -> String| {
            let (old, new) = (told(self.old), told(self.new));
            Some(say(text::WAS_NOW, lang, &[("old", &old), ("new", &new)]))
        };
        let or = |told: Option<String>, key| told.unwrap_or_else(|| t(key, lang).to_owned());
        match change {
            FormChange::Form { .. } | FormChange::Edition { .. } | FormChange::Title { .. } => None,
            FormChange::FullScore { old, new } => {
                let (old, new) = (points(*old, lang), points(*new, lang));
                Some(say(text::FULL_SCORE, lang, &[("old", &old), ("new", &new)]))
            }
            FormChange::Rounding { .. } => was_now(&|form| rounding(form, lang)),
            FormChange::Grades(_) => was_now(&|form| grade_scale(form, lang)),
            FormChange::NotApplicable { .. } => was_now(&|form| not_applicable(form, lang)),
            FormChange::Cap { .. } => was_now(&|form| or(cap(form, lang), text::NO_CAP)),
            FormChange::Bonus { .. } => was_now(&|form| or(bonus(form, lang), text::NO_BONUS)),
            FormChange::FactAdded { id } => {
                Some(say(text::FACT_ADDED, lang, &[("name", self.fact(id))]))
            }
            FormChange::FactRemoved { id } => {
                Some(say(text::FACT_REMOVED, lang, &[("name", self.fact(id))]))
            }
        }
    }

    fn rows(self, comparison: &Comparison) -> String {
        let count = |place| comparison.rows.iter().filter(|row| row.place == place).count();
        let moved = count(Place::Moved);
        let numbers =
            [count(Place::Both) + moved, moved, count(Place::OnlyNew), count(Place::OnlyOld)];
        let [both, moved, added, removed] = numbers.map(|number| number.to_string());
        let values =
            [("both", &*both), ("moved", &moved), ("added", &added), ("removed", &removed)];
        say(text::ROWS, self.lang, &values)
    }

    fn homeless(self, homeless: &Homeless) -> String {
        let name = self.name(self.old, &homeless.id);
        match homeless.score {
            Some(score) => {
                let points = self.span(score);
                say(text::HOMELESS_SCORED, self.lang, &[("name", name), ("points", &points)])
            }
            None => say(shared::QUOTED, self.lang, &[("name", name)]),
        }
    }

    fn outcome(self, row: &Row) -> String {
        let known = if row.new.is_some() { self.new } else { self.old };
        let name = self.name(known, &row.id);
        let scored = |cell: Option<Cell>| cell.map_or(String::new(), |cell| self.span(cell.score));
        let weight = row.new.map_or(String::new(), |cell| points(cell.weight, self.lang));
        let difference = row.difference();
        let settled = [row.old, row.new].iter().flatten().all(|cell| cell.score.is_settled());
        let key = match row.place {
            Place::OnlyOld => text::REMOVED,
            Place::OnlyNew => text::ADDED,
            Place::Both | Place::Moved if difference == Span::default() => text::UNCHANGED,
            Place::Both | Place::Moved if settled => text::CHANGED,
            Place::Both | Place::Moved => text::CHANGED_OPEN,
        };
        let values = [
            ("name", name),
            ("old", &*scored(row.old)),
            ("new", &scored(row.new)),
            ("weight", &weight),
            ("change", &self.change(difference.min)),
        ];
        say(key, self.lang, &values)
    }

    /// The name of an indicator of a form; its id where the form does not have it.
    fn name<'n>(self, form: &'n Rubric, id: &'n str) -> &'n str {
        form.indicator(id).map_or(id, |indicator| self.lang.of(&indicator.name))
    }

    /// The name of a fact of either form.
    fn fact<'n>(self, id: &'n str) -> &'n str
    where
        'a: 'n,
    {
        let facts = self.new.facts.iter().chain(&self.old.facts);
        let mut known = facts.filter(|fact| fact.id == id);
        known.next().map_or(id, |fact| self.lang.of(&fact.label))
    }
}

#[cfg(test)]
mod tests;
