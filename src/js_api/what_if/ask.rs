//! What is asked: the shape of `ask`, and its texts read as on the page.

use super::About;
use crate::engine::{Field, Figure};
use crate::exchange::typed;
use crate::js_api::refusal::Refusal;
use crate::tree::{Map, document};
use crate::whatif::distance::next_grade;
use crate::whatif::grid::{Axis, MOST};
use crate::whatif::lever::{Input, Lever, Setting, Slot};
use crate::whatif::swing::By;

/// Positions of an axis if nothing is said.
const USUAL: u32 = 7;

/// One of the questions.
#[derive(Debug)]
pub enum Ask {
    /// How far each input alone is from a total.
    Distance {
        /// 分; the next grade if left out.
        target: Option<String>,
    },
    /// The least that reaches a total.
    Cheapest {
        /// 分; the next grade if left out.
        target: Option<String>,
        /// Effort by id; those of the assessment if left out.
        effort: Option<Map<String>>,
    },
    /// What each input makes of the total.
    Swing {
        /// %, or `ends`.
        by: Option<String>,
    },
    /// Two inputs at once.
    Grid {
        /// Across.
        x: Side,
        /// Down.
        y: Side,
    },
    /// How the grade hangs on the weights.
    Weights {},
    /// What is still open.
    Range {},
}

document! {
    enum Ask by "kind" {
        Distance { target: optional },
        Cheapest { target: optional, effort: optional },
        Swing { by: optional },
        Grid { x, y },
        Weights {},
        Range {},
    }
}

/// An input and how far it goes.
#[derive(Debug, Default)]
pub struct Side {
    input: String,
    from: Option<String>,
    to: Option<String>,
    steps: Option<u32>,
}

document! { Side { input, from: optional, to: optional, steps: optional } }

/// What it takes to change an indicator or a fact.
pub struct Efforts {
    /// What their paths begin with.
    pub path: &'static str,
    /// By the id of the indicator, or `facts.` and that of the fact.
    pub of: Map<Figure>,
}

impl About<'_> {
    /// The total to reach: what was asked for, else the next grade, else the full score.
    pub fn target(&self, asked: Option<&str>) -> Result<Figure, Refusal> {
        let Some(asked) = asked else {
            let next = next_grade(self.rubric, self.card.total.score);
            return Ok(next.unwrap_or(self.rubric.full_score));
        };
        let read = figure(asked, "分").filter(|points| !points.is_negative());
        read.ok_or_else(|| unread("ask.target", asked, "points, such as \"95\""))
    }

    /// How far inputs swing: 10 % if nothing is said.
    pub fn by(&self, asked: Option<&str>) -> Result<By, Refusal> {
        match asked {
            None => Ok(By::Percent(Figure::whole(10))),
            Some("ends") => Ok(By::Ends),
            Some(text) => {
                let read = figure(text, "%").filter(|percent| *percent > Figure::ZERO);
                let due = "\"ends\" or a percentage above 0, such as \"10\"";
                read.map(By::Percent).ok_or_else(|| unread("ask.by", text, due))
            }
        }
    }

    /// The efforts: those asked for, else those of the assessment. The search refuses what is not
    /// above 0.
    pub fn efforts(&self, asked: Option<&Map<String>>) -> Result<Efforts, Refusal> {
        let (path, typed) = match asked {
            Some(asked) => ("ask.effort.", asked),
            None => ("assessment.efforts.", &self.assessment.efforts),
        };
        let fact = |id: &str| self.rubric.facts.iter().any(|fact| fact.id == id);
        let known = |id: &str| {
            let node = self.nodes.iter().any(|node| node.indicator.id == id);
            node || id.strip_prefix("facts.").is_some_and(fact)
        };
        let read = typed.iter().map(|(id, text)| {
            let place = || [path, id].concat();
            if !known(id) {
                let message = ["no indicator or fact \"", id, "\""].concat();
                return Err(Refusal::unknown_input(&place(), message));
            }
            let effort = figure(text, "").ok_or_else(|| unread(&place(), text, "an effort"))?;
            Ok((id.clone(), effort))
        });
        Ok(Efforts { path, of: read.collect::<Result<_, _>>()? })
    }

    /// One side of a grid: `path` is where it was asked for.
    pub fn axis(&self, path: &str, asked: &Side) -> Result<Axis, Refusal> {
        let lever = self.lever(&[path, ".input"].concat(), &asked.input)?;
        let steps = asked.steps.unwrap_or(USUAL) as usize;
        if !(2..=MOST).contains(&steps) {
            let message = ["from 2 to ", &MOST.to_string(), " are due"].concat();
            return Err(Refusal::shape(&[path, ".steps"].concat(), &message));
        }
        let end = |name: &str, text: &Option<String>| {
            let place = || [path, ".", name].concat();
            text.as_deref().map(|text| self.position(&lever, &place(), text)).transpose()
        };
        let (from, to) = (end("from", &asked.from)?, end("to", &asked.to)?);
        if let Some((from, to)) = from.zip(to) {
            return Ok(Axis::between(lever, from, to, steps));
        }
        let by = By::Percent(Figure::whole(10));
        let usual = Axis::around(self.rubric, self.assessment, lever, by, steps);
        if from.or(to).is_none() {
            return Ok(usual);
        }
        let ends =
            [from.or(usual.positions.first().copied()), to.or(usual.positions.last().copied())];
        let [from, to] = ends.map(Option::unwrap_or_default);
        Ok(Axis::between(usual.lever, from, to, steps))
    }

    fn lever(&self, path: &str, id: &str) -> Result<Lever, Refusal> {
        let named = |lever: &&Lever| lever.id(self.rubric) == id;
        let found = self.levers.iter().find(named).cloned();
        found.ok_or_else(|| {
            let known: Vec<String> =
                self.levers.iter().map(|lever| lever.id(self.rubric)).collect();
            let message = ["no input \"", id, "\"; there are ", &known.join(", ")].concat();
            Refusal::unknown_input(path, message)
        })
    }

    /// Where a value stands that is written as on the page: "30,437人", "2024年12月25日", a level.
    fn position(&self, lever: &Lever, path: &str, text: &str) -> Result<i64, Refusal> {
        let plain = match lever.setting(0) {
            Setting::Date(_) => typed::date(text, &self.assessment.project.year),
            Setting::Figure(_) | Setting::Points(_) | Setting::Share(_) => {
                typed::figure(text, self.unit(lever))
            }
            _ => None,
        };
        let found = lever.position(plain.as_deref().unwrap_or(text));
        found.ok_or_else(|| {
            let (first, last) = (lever.setting(0).text(), lever.setting(lever.last()).text());
            if first.is_empty() {
                return unread(path, text, "nothing: this input goes over all its choices");
            }
            unread(path, text, &["a step from ", &first, " to ", &last].concat())
        })
    }

    fn unit<'s>(&'s self, lever: &'s Lever) -> &'s str {
        let scoring = lever.indicator(self.rubric).and_then(|own| own.scoring.as_ref());
        match &lever.input {
            Input::Fact(id) => {
                let fact = self.rubric.facts.iter().find(|fact| fact.id == *id);
                fact.map_or("", |fact| &fact.unit.zh)
            }
            Input::Entry { slot: Slot::Figure(Field::Points) | Slot::Override, .. } => "分",
            Input::Entry { slot: Slot::Figure(Field::Rate), .. } => "%",
            Input::Entry { slot: Slot::Block, .. } => match lever.setting(0) {
                Setting::Share(_) => "%",
                _ => "分",
            },
            Input::Entry { .. } => scoring.map_or("", |scoring| &scoring.unit.zh),
        }
    }
}

fn figure(text: &str, unit: &str) -> Option<Figure> {
    typed::figure(text, unit)?.parse().ok()
}

fn unread(path: &str, text: &str, due: &str) -> Refusal {
    Refusal::shape(path, &["string \"", text, "\", expected ", due].concat())
}
