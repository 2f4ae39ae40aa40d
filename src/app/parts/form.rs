//! What every part of the entry page is built from: the rubric, its rows and the language, and the
//! live values of one field.

use std::rc::Rc;
use std::sync::Arc;

use crate::app::element::{Live, live};
use crate::app::state::{EntryField, Place, Row, Rows, Session, change_entry};
use crate::engine::{
    Code, Entry, Figure, Indicator, Outcome, Problem, Rubric, Severity, Span, Value,
};
use crate::exchange::typed;
use crate::words::table::{Key, page as text, say, t};
use crate::words::{self, Lang};

/// The entry page while one assessment is open in one language.
#[derive(Clone)]
pub struct Form {
    /// The session of the page.
    pub session: Session,
    /// The rows of the open assessment.
    pub rows: Rc<Rows>,
    /// Its rubric.
    pub rubric: Arc<Rubric>,
    /// The language that texts are built in.
    pub lang: Lang,
    /// Decimals of all weights, so that they stand below each other: none where all are whole.
    weight_places: u32,
}

impl Form {
    /// The form of what is open now.
    pub fn of(session: Session) -> Form {
        let rubric = session.rubric.get_untracked();
        let nodes = rubric.nodes();
        let whole = nodes.iter().all(|node| node.indicator.weight.decimals() == 0);
        let weight_places = if whole { 0 } else { rubric.rounding.places };
        drop(nodes);
        Form {
            session,
            rows: session.rows(),
            rubric,
            lang: session.lang.get_untracked(),
            weight_places,
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
    pub fn row(&self, indicator: &Indicator) -> Option<Rc<Row>> {
        self.rows.row(&indicator.id)
    }

    /// What is made of an indicator by its id: closures keep that, not a copy of all that it says.
    pub fn made_of<T: Default>(&self, id: &str, make: impl FnOnce(&Indicator) -> T) -> T {
        self.rubric.indicator(id).map(make).unwrap_or_default()
    }

    /// What stands in a text field.
    pub fn text(&self, place: &Place) -> Live<String> {
        let (session, rows, place) = (self.session, Rc::clone(&self.rows), place.clone());
        match place {
            Place::Fact(id) => live(move || rows.fact(session, &id)),
            Place::Entry(id, field) => self.of_entry(&id, move |entry| field.text(entry)),
            _ => {
                live(move || rows.project(session, |project| place.of_project(project).to_owned()))
            }
        }
    }

    /// Something read from an entry.
    pub fn of_entry<T: Default + 'static>(
        &self,
        id: &str,
        read: impl Fn(&Entry) -> T + 'static,
    ) -> Live<T> {
        let session = self.session;
        match self.rows.row(id) {
            Some(row) => live(move || row.entry(session, &read)),
            None => live(T::default),
        }
    }

    /// Something told of the outcome of an indicator.
    pub fn of_outcome(
        &self,
        indicator: &Indicator,
        tell: impl Fn(&Form, &Outcome) -> String + 'static,
    ) -> Live<String> {
        let (form, row) = (self.clone(), self.row(indicator));
        live(move || {
            let told = row.as_ref().and_then(|row| {
                row.outcome(form.session, |outcome| outcome.map(|outcome| tell(&form, outcome)))
            });
            told.unwrap_or_default()
        })
    }

    /// What stands in where a figure was not entered: the prefill, facts followed.
    pub fn stand_in(&self, indicator: &Indicator, field: &EntryField) -> Live<String> {
        let scoring = indicator.scoring.as_ref();
        let prefill = scoring.and_then(|scoring| field.value(&scoring.prefill)).cloned();
        let (form, field) = (self.clone(), field.clone());
        let entered = self.of_entry(&indicator.id, move |entry| field.value(entry).cloned());
        live(move || match entered().filter(|value| !value.is_blank()).or(prefill.clone()) {
            Some(Value::Fact(id)) => form.fact(&id),
            Some(Value::Text(text)) => text,
            None => String::new(),
        })
    }

    fn fact(&self, id: &str) -> String {
        self.rows.fact(self.session, id)
    }

    /// Says that a figure comes from the project data or from the form; or, where another was typed,
    /// what the project data say. Nothing for figures that nothing stands in for.
    pub fn whence(&self, indicator: &Indicator, field: &EntryField) -> Option<Live<String>> {
        let scoring = indicator.scoring.as_ref();
        let typed = self.text(&Place::Entry(indicator.id.clone(), field.clone()));
        let form = self.clone();
        Some(match scoring.and_then(|scoring| field.value(&scoring.prefill)).cloned()? {
            Value::Fact(id) => {
                let name = self.name(None, &format!("facts.{id}"));
                live(move || match (typed().trim().is_empty(), form.fact(&id).as_str()) {
                    (true, _) => form.say(text::FROM_FACT, "fact", &name),
                    (false, "") => form.say(text::FACT_SAYS, "figure", "—"),
                    (false, fact) => form.say(text::FACT_SAYS, "figure", fact),
                })
            }
            Value::Text(given) => live(move || match typed().trim() {
                "" => form.t(text::FROM_FORM).to_owned(),
                same if same == given => String::new(),
                _ => form.say(text::FORM_SAYS, "figure", &given),
            }),
        })
    }

    /// What is wrong at a field, in words; empty if nothing is.
    pub fn error(&self, place: &Place) -> Live<String> {
        match place {
            Place::Fact(_) => {
                // A fact may be below zero, as an adjustment of the budget is.
                let (form, field) = (self.clone(), place.key());
                live(move || {
                    form.rows.problems(form.session, |problems| {
                        form.in_words(problems, &|problem| is_at(problem, &field))
                    })
                })
            }
            Place::Entry(id, field) => self.error_at(self.rows.row(id), field.name()),
            _ => match place.printed_unit() {
                Some(unit) => {
                    let (form, text) = (self.clone(), self.text(place));
                    live(move || form.no_figure(&text(), unit))
                }
                None => live(String::new),
            },
        }
    }

    /// What is wrong with a figure that only documents print; the engine never sees it.
    fn no_figure(&self, typed: &str, unit: &str) -> String {
        let plain = typed::figure(typed, unit).unwrap_or_else(|| typed.trim().to_owned());
        match plain.parse::<Figure>() {
            _ if plain.is_empty() => String::new(),
            Ok(figure) if figure.is_negative() => self.told(Problem::new(Code::Negative), typed),
            Ok(_) => String::new(),
            Err(error) => self.told(Problem::from(error), typed),
        }
    }

    fn told(&self, problem: Problem, typed: &str) -> String {
        words::problem(&self.rubric, &problem.with("text", typed.trim()), self.lang)
    }

    /// What is wrong at a named field of an indicator that several inputs make up together.
    pub fn error_of(&self, indicator: &Indicator, field: &str) -> Live<String> {
        self.error_at(self.row(indicator), field.to_owned())
    }

    fn error_at(&self, row: Option<Rc<Row>>, field: String) -> Live<String> {
        self.problems_in_words(row, move |problem| is_at(problem, &field))
    }

    /// The problems of a row that `fits` picks, in words, one after the other.
    pub fn problems_in_words(
        &self,
        row: Option<Rc<Row>>,
        fits: impl Fn(&Problem) -> bool + 'static,
    ) -> Live<String> {
        let form = self.clone();
        live(move || {
            let told = row
                .as_ref()
                .map(|row| row.problems(form.session, |problems| form.in_words(problems, &fits)));
            told.unwrap_or_default()
        })
    }

    fn in_words(
        &self,
        problems: &mut dyn Iterator<Item = &Problem>,
        fits: &dyn Fn(&Problem) -> bool,
    ) -> String {
        let found = problems.filter(|problem| fits(problem));
        let told: Vec<String> =
            found.map(|problem| words::problem(&self.rubric, problem, self.lang)).collect();
        told.join("\n")
    }

    /// Points as the page shows them in columns: all decimals of the rubric.
    pub fn points(&self, points: Figure) -> String {
        points.padded(self.rubric.rounding.places)
    }

    /// A weight as the page shows it in columns.
    pub fn weight(&self, weight: Figure) -> String {
        weight.padded(self.weight_places)
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
        self.session.edit("", |assessment| change_entry(assessment, id, change));
    }
}

fn is_at(problem: &Problem, field: &str) -> bool {
    problem.field.as_deref() == Some(field) && problem.severity() > Severity::Note
}

/// An id for the document: what is no letter, digit or hyphen becomes a hyphen.
pub fn dom_id(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
