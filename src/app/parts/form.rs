//! What every part of the entry page is built from: the rubric, its rows and the language, and the
//! signals of one field.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::state::{EntryField, Place, Row, Rows, Session};
use crate::engine::{Entry, Figure, Indicator, Problem, Rubric, Severity, Span, Value};
use crate::words::table::{Key, page as text, say, t};
use crate::words::{self, Lang};

/// The entry page while one assessment is open in one language.
#[derive(Clone)]
pub struct Form {
    /// The session of the page.
    pub session: Session,
    /// The rows of the open assessment.
    pub rows: Rows,
    /// Its rubric.
    pub rubric: Arc<Rubric>,
    /// The language that texts are built in.
    pub lang: Lang,
}

impl Form {
    /// The form of what is open now.
    pub fn of(session: Session) -> Form {
        let rows = Rows::of(session);
        Form {
            session,
            rows,
            rubric: session.rubric.get_untracked(),
            lang: session.lang.get_untracked(),
        }
    }

    /// A text of the page.
    pub(crate) fn t(&self, key: Key) -> &'static str {
        t(key, self.lang)
    }

    /// A text of the page with one value.
    pub(crate) fn say(&self, key: Key, name: &str, value: &str) -> String {
        say(key, self.lang, &[(name, value)])
    }

    /// What a field of an indicator, or of the facts, is called.
    pub fn name(&self, indicator: Option<&Indicator>, field: &str) -> String {
        words::field_name(&self.rubric, indicator, field, self.lang)
    }

    /// The row of an indicator.
    pub fn row(&self, indicator: &Indicator) -> Option<Row> {
        self.rows.row(&indicator.id)
    }

    /// What stands in a text field.
    pub fn text(&self, place: &Place) -> Signal<String> {
        let place = place.clone();
        let (facts, project) = (self.rows.facts, self.rows.project);
        match &place {
            Place::Fact(id) => {
                let id = id.clone();
                Signal::derive(move || {
                    facts.with(|facts| facts.get(&id).cloned().unwrap_or_default())
                })
            }
            Place::Entry(id, field) => {
                let field = field.clone();
                self.of_entry(id, String::new(), move |entry| field.text(entry))
            }
            _ => {
                Signal::derive(move || project.with(|project| place.of_project(project).to_owned()))
            }
        }
    }

    /// Something read from an entry.
    pub fn of_entry<T: Clone + Send + Sync + 'static>(
        &self,
        id: &str,
        otherwise: T,
        read: impl Fn(&Entry) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        match self.rows.row(id) {
            Some(row) => Signal::derive(move || row.entry.with(|entry| read(entry))),
            None => Signal::derive(move || otherwise.clone()),
        }
    }

    /// As [`Form::of_entry`], for what decides which inputs there are: they are built anew only when
    /// it changes, never while something is typed.
    pub fn shape_of_entry<T: Clone + PartialEq + Send + Sync + 'static>(
        &self,
        id: &str,
        otherwise: T,
        read: impl Fn(&Entry) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        let signal = self.of_entry(id, otherwise, read);
        Memo::new(move |_| signal.get())
    }

    /// What stands in where a figure was not entered: the prefill, facts followed.
    pub fn stand_in(&self, indicator: &Indicator, field: &EntryField) -> Signal<String> {
        let scoring = indicator.scoring.as_ref();
        let prefill = scoring.and_then(|scoring| field.value(&scoring.prefill)).cloned();
        let facts = self.rows.facts;
        let field = field.clone();
        let entered = self.of_entry(&indicator.id, None, move |entry| field.value(entry).cloned());
        Signal::derive(move || {
            match entered.get().filter(|value| !value.is_blank()).or(prefill.clone()) {
                Some(Value::Fact(id)) => {
                    facts.with(|facts| facts.get(&id).cloned().unwrap_or_default())
                }
                Some(Value::Text(text)) => text,
                None => String::new(),
            }
        })
    }

    /// Says that a figure comes from the project data or from the form; or, where another was typed,
    /// what the project data say. Nothing for figures that nothing stands in for.
    pub fn whence(&self, indicator: &Indicator, field: &EntryField) -> Signal<String> {
        let scoring = indicator.scoring.as_ref();
        let typed = self.text(&Place::Entry(indicator.id.clone(), field.clone()));
        let id = match scoring.and_then(|scoring| field.value(&scoring.prefill)).cloned() {
            Some(Value::Fact(id)) => id,
            Some(Value::Text(given)) => return self.as_given(given, typed),
            None => return Signal::stored(String::new()),
        };
        let (form, name) = (self.clone(), self.name(None, &format!("facts.{id}")));
        Signal::derive(move || match typed.with(|typed| typed.trim().is_empty()) {
            true => form.say(text::FROM_FACT, "fact", &name),
            false => {
                let fact =
                    form.rows.facts.with(|facts| facts.get(&id).cloned().unwrap_or_default());
                form.say(text::FACT_SAYS, "figure", if fact.is_empty() { "—" } else { &fact })
            }
        })
    }

    fn as_given(&self, given: String, typed: Signal<String>) -> Signal<String> {
        let form = self.clone();
        Signal::derive(move || match typed.get().trim() {
            "" => form.t(text::FROM_FORM).to_owned(),
            same if same == given => String::new(),
            _ => form.say(text::FORM_SAYS, "figure", &given),
        })
    }

    /// What is wrong at a field, in words; empty if nothing is.
    pub fn error(&self, place: &Place) -> Signal<String> {
        match place {
            Place::Fact(_) => self.errors_at(self.rows.problems, place.key()),
            Place::Entry(id, field) => match self.rows.row(id) {
                Some(row) => self.errors_at(row.problems, field.name()),
                None => Signal::stored(String::new()),
            },
            _ => Signal::stored(String::new()),
        }
    }

    /// What is wrong at a named field of an indicator that several inputs make up together.
    pub fn error_of(&self, indicator: &Indicator, field: &str) -> Signal<String> {
        match self.row(indicator) {
            Some(row) => self.errors_at(row.problems, field.to_owned()),
            None => Signal::stored(String::new()),
        }
    }

    fn errors_at(&self, problems: RwSignal<Vec<Problem>>, field: String) -> Signal<String> {
        self.problems_in_words(problems, move |problem| {
            problem.field.as_ref() == Some(&field) && problem.severity() > Severity::Note
        })
    }

    /// The problems that `fits` picks, in words, one after the other.
    pub fn problems_in_words(
        &self,
        problems: RwSignal<Vec<Problem>>,
        fits: impl Fn(&Problem) -> bool + Send + Sync + 'static,
    ) -> Signal<String> {
        let (rubric, lang) = (self.rubric.clone(), self.lang);
        Signal::derive(move || {
            problems.with(|problems| {
                let found = problems.iter().filter(|problem| fits(problem));
                let told: Vec<String> =
                    found.map(|problem| words::problem(&rubric, problem, lang)).collect();
                told.join("\n")
            })
        })
    }

    /// Points as the page shows them in columns: all decimals of the rubric.
    pub fn points(&self, points: Figure) -> String {
        points.padded(self.rubric.rounding.places)
    }

    /// Points, or the range that is still open: `3.00～5.00`.
    pub fn span(&self, span: Span) -> String {
        match span.is_settled() {
            true => self.points(span.min),
            false => self.range(&span.min.trimmed(), &span.max.trimmed()),
        }
    }

    /// From one figure to another.
    pub fn range(&self, from: &str, to: &str) -> String {
        say(text::FROM_TO, self.lang, &[("from", from), ("to", to)])
    }

    /// Puts a text where it belongs.
    pub fn put(&self, place: &Place, text: String) {
        self.session.edit(&place.key(), |assessment| place.set(assessment, text));
    }

    /// Changes the entry of an indicator, as a step of its own.
    pub fn change(&self, id: &str, change: impl FnOnce(&mut Entry)) {
        self.session.edit("", |assessment| crate::app::state::change_entry(assessment, id, change));
    }
}

/// An id for the document: what is no letter, digit or hyphen becomes a hyphen.
pub fn dom_id(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
