//! The shapes that several answers have in common.

use std::collections::BTreeMap;

use serde::Serialize;

use super::About;
use crate::contract::{Graded, Text, Told, grade_name, graded, shown};
use crate::engine::{Figure, Span, Value};
use crate::whatif::lever::{Input, Lever, Role, Setting};
use crate::whatif::search::At;
use crate::words::Lang;
use crate::words::whatif::lever as words;
use crate::words::whatif::outcome::consequence;
use crate::words::whatif::scored::Scored;

/// The score as it is, and the grades that it is held against.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Baseline {
    total: Points,
    full_score: String,
    grade: Graded,
    grades: Vec<Bound>,
    problems: Vec<Told>,
}

#[derive(Serialize)]
struct Bound {
    name: String,
    min: String,
}

/// Points that may still be open.
#[derive(Serialize)]
pub(super) struct Points {
    min: String,
    max: String,
}

/// A total with the grade that is certain.
#[derive(Serialize)]
pub(super) struct Total {
    min: String,
    max: String,
    grade: Option<String>,
}

/// An input with what stands in it.
#[derive(Serialize)]
pub(super) struct Known {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<String>,
    role: &'static str,
    name: Text,
    now: Option<Stand>,
}

/// What stands at a position, also in words.
#[derive(Serialize)]
pub(super) struct Stand {
    setting: Entered,
    shown: Text,
}

/// What stands at a position, as it is entered.
#[derive(Serialize)]
#[serde(untagged)]
enum Entered {
    Text(String),
    Level {
        level: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        points: Option<String>,
    },
    Ticks {
        missed: Vec<String>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        partly: BTreeMap<String, Share>,
    },
    Counts {
        counts: Vec<String>,
    },
    Incident {
        happened: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        points: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        count: Option<String>,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
enum Share {
    Text(String),
    Fact { fact: String },
}

/// An input at a position, with the total that comes of it.
#[derive(Serialize)]
pub(super) struct Place {
    setting: Entered,
    shown: Text,
    total: Total,
    /// None where it is what is entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Text>,
}

impl About<'_> {
    /// What the sentences are about.
    pub fn scored(&self, lang: Lang) -> Scored<'_> {
        Scored { rubric: self.rubric, assessment: self.assessment, card: &self.card, lang }
    }

    pub fn baseline(&self) -> Baseline {
        let problems = self.card.problems.iter();
        let grades = self.rubric.grades.0.iter();
        Baseline {
            total: self.points(self.card.total.score),
            full_score: self.shown(self.rubric.full_score),
            grade: graded(self.rubric, &self.card),
            grades: grades
                .map(|grade| Bound { name: grade.name.zh.clone(), min: self.shown(grade.min) })
                .collect(),
            problems: problems.map(|problem| Told::of(self.rubric, problem)).collect(),
        }
    }

    /// Points with the decimals of the form.
    pub fn shown(&self, points: Figure) -> String {
        shown(self.rubric, points)
    }

    pub fn points(&self, points: Span) -> Points {
        Points { min: self.shown(points.min), max: self.shown(points.max) }
    }

    pub fn total(&self, total: Span) -> Total {
        let Points { min, max } = self.points(total);
        Total { min, max, grade: self.grade(self.rubric.grades.position(total.min)) }
    }

    /// The name of a grade by its position.
    pub fn grade(&self, position: usize) -> Option<String> {
        grade_name(self.rubric, position)
    }

    pub fn input(&self, lever: &Lever) -> Known {
        let fact = match &lever.input {
            Input::Fact(id) => Some(id.clone()),
            Input::Entry { .. } => None,
        };
        Known {
            id: lever.id(self.rubric),
            indicator: lever.indicator(self.rubric).map(|indicator| indicator.id.clone()),
            fact,
            role: match lever.role {
                Role::Earned => "earned",
                Role::Given => "given",
            },
            name: Text::of(|lang| words::input_name(self.rubric, lever, lang)),
            now: lever.now.map(|now| self.stand(lever, now)),
        }
    }

    pub fn stand(&self, lever: &Lever, position: i64) -> Stand {
        let setting = lever.setting(position);
        let shown = Text::of(|lang| words::setting(self.scored(lang), lever, &setting));
        Stand { setting: entered(setting), shown }
    }

    pub fn place(&self, lever: &Lever, at: At) -> Place {
        let Stand { setting, shown } = self.stand(lever, at.position);
        let moved = lever.now != Some(at.position);
        let text = || self.consequence(&[(lever, at.position)], at.total);
        Place { setting, shown, total: self.total(at.total), text: moved.then(text) }
    }

    /// What comes of inputs that move, in a sentence.
    pub fn consequence(&self, moves: &[(&Lever, i64)], after: Span) -> Text {
        Text::of(|lang| {
            let moved = |(lever, to): &(&Lever, i64)| words::moved(self.scored(lang), lever, *to);
            let changes: Vec<String> = moves.iter().map(moved).collect();
            let totals = (self.card.total.score, after);
            consequence(self.rubric, &changes, totals, lang)
        })
    }
}

fn entered(setting: Setting) -> Entered {
    let text = |figure: Option<Figure>| figure.map(|figure| figure.to_string());
    match setting {
        Setting::Figure(_) | Setting::Date(_) | Setting::Points(_) | Setting::Share(_) => {
            Entered::Text(setting.text())
        }
        Setting::Level { id, points } => Entered::Level { level: id, points: text(points) },
        Setting::Missed { missed, partly } => Entered::Ticks {
            missed,
            partly: partly.into_iter().map(|(item, value)| (item, share(value))).collect(),
        },
        Setting::Counts(counts) => {
            Entered::Counts { counts: counts.iter().map(i64::to_string).collect() }
        }
        Setting::Absent => Entered::Incident { happened: false, points: None, count: None },
        Setting::Happened { points, count } => {
            Entered::Incident { happened: true, points: text(points), count: text(count) }
        }
    }
}

fn share(value: Value) -> Share {
    match value {
        Value::Text(text) => Share::Text(text),
        Value::Fact(fact) => Share::Fact { fact },
    }
}
