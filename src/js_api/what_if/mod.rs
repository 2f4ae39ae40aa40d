//! `whatIf`: the answers of [`crate::whatif`] in shapes of their own, each with its words.
//!
//! Positions become what is entered there, nodes become ids, points become decimal strings with the
//! decimals of the form. What is asked is read as the page reads it.

mod ask;
mod cheapest;
mod distance;
mod grid;
mod range;
mod shared;
mod swing;
mod weights;

use serde::Serialize;

use super::Case;
use super::refusal::Refusal;
use crate::contract::Text;
use crate::engine::{Assessment, Node, Rubric, Scorecard, Severity, validate};
use crate::whatif::lever::{Lever, levers};
use crate::words::{self, Lang};

pub(super) use ask::Ask;

/// The answer to one of the questions; `kind` says to which.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Answer {
    Distance(distance::Answer),
    Cheapest(cheapest::Answer),
    Swing(swing::Answer),
    Grid(grid::Answer),
    Weights(weights::Answer),
    Range(range::Answer),
}

/// The answer to what is asked of a form filled in.
pub(super) fn answer(case: &Case, ask: Ask) -> Result<Answer, Refusal> {
    // A preset was checked when it was built.
    if case.hash.is_none() {
        refuse_errors(&case.rubric)?;
    }
    let about = About::new(case);
    Ok(match ask {
        Ask::Distance { target } => {
            Answer::Distance(distance::answer(&about, about.target(target.as_deref())?))
        }
        Ask::Cheapest { target, effort } => {
            let (target, efforts) =
                (about.target(target.as_deref())?, about.efforts(effort.as_ref())?);
            Answer::Cheapest(cheapest::answer(&about, target, &efforts)?)
        }
        Ask::Swing { by } => Answer::Swing(swing::answer(&about, about.by(by.as_deref())?)),
        Ask::Grid { x, y } => {
            let (x, y) = (about.axis("ask.x", &x)?, about.axis("ask.y", &y)?);
            if x.lever.input == y.lever.input {
                return Err(Refusal::shape("ask.y.input", "another input than that of x is due"));
            }
            Answer::Grid(grid::answer(&about, x, y))
        }
        Ask::Weights {} => Answer::Weights(weights::answer(&about)),
        Ask::Range {} => Answer::Range(range::answer(&about)),
    })
}

/// What is asked about.
struct About<'a> {
    rubric: &'a Rubric,
    /// With plain figures.
    assessment: &'a Assessment,
    nodes: Vec<Node<'a>>,
    levers: Vec<Lever>,
    card: Scorecard,
}

impl<'a> About<'a> {
    fn new(case: &'a Case) -> About<'a> {
        About {
            rubric: &case.rubric,
            assessment: &case.plain,
            nodes: case.rubric.nodes(),
            levers: levers(&case.rubric, &case.plain),
            card: case.scorecard(),
        }
    }

    /// The id of an indicator by its position.
    fn id(&self, node: usize) -> String {
        self.nodes.get(node).map(|node| node.indicator.id.clone()).unwrap_or_default()
    }

    /// The name of an indicator by its position.
    fn name(&self, node: usize) -> Text {
        let name = |lang: Lang| self.nodes.get(node).map(|node| lang.of(&node.indicator.name));
        Text::of(|lang| name(lang).unwrap_or_default().to_owned())
    }
}

/// What would change a score that cannot be trusted is not asked.
fn refuse_errors(rubric: &Rubric) -> Result<(), Refusal> {
    let problems = validate(rubric);
    let error = problems.iter().find(|problem| problem.severity() == Severity::Error);
    error.map_or(Ok(()), |error| {
        Err(Refusal::invalid_rubric(words::problem(rubric, error, Lang::En)))
    })
}
