//! `cheapest`: the smallest sets of changes that reach a total.

use serde::Serialize;

use super::About;
use super::ask::Efforts;
use super::shared::{Baseline, Known, Stand, Total};
use crate::engine::{AdjustmentKind, Figure};
use crate::js_api::contract::{Text, acting};
use crate::js_api::refusal::Refusal;
use crate::whatif::cheapest::{self, MOST_UNITS, Search, Way};
use crate::whatif::lever::Lever;
use crate::words;
use crate::words::whatif::lever::moved;

/// The most sets that are looked at, since whoever calls has to wait: forty tangled rows need some
/// ten thousand.
const MOST_SETS: u64 = 200_000;

#[derive(Serialize)]
pub(in crate::js_api) struct Answer {
    kind: &'static str,
    baseline: Baseline,
    target: String,
    way: &'static str,
    plans: Vec<Plan>,
    all: bool,
    best: Option<Plan>,
    limits: Vec<Noted>,
    choices: Vec<Change>,
}

#[derive(Serialize)]
struct Plan {
    effort: String,
    total: Total,
    changes: Vec<Change>,
    notes: Vec<Noted>,
    /// None where nothing is changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Text>,
}

#[derive(Serialize)]
struct Change {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    indicator: Option<String>,
    effort: String,
    alone: String,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    input: Known,
    to: Stand,
    text: Text,
}

/// Why points do not add up, or what keeps them from being more.
#[derive(Serialize)]
#[serde(untagged)]
enum Noted {
    Shared { kind: &'static str, fact: String, indicators: Vec<String> },
    Meet { kind: &'static str, indicator: String },
    Acting(Acting),
    Rows { kind: &'static str, indicators: Vec<String> },
}

#[derive(Serialize)]
struct Acting {
    kind: &'static str,
    adjustment: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    /// The group; none for the total.
    indicator: Option<String>,
    name: Text,
}

pub(super) fn answer(
    about: &About<'_>,
    target: Figure,
    efforts: &Efforts,
) -> Result<Answer, Refusal> {
    let search = Search::new(about.rubric, about.assessment, target, &efforts.of);
    let mut search = search.map_err(|flaw| refusal(flaw, efforts.path))?;
    search.step(MOST_SETS);
    let mut answer = Answer {
        kind: "cheapest",
        baseline: about.baseline(),
        target: about.shown(target),
        way: "already",
        plans: Vec::new(),
        all: false,
        best: None,
        limits: Vec::new(),
        choices: search.choices().iter().map(|choice| change(about, choice)).collect(),
    };
    match search.answer().way {
        Way::Already => {}
        Way::Plans { plans, all } => {
            (answer.way, answer.all) = ("plans", all);
            answer.plans = plans.iter().map(|one| plan(about, one)).collect();
        }
        Way::OutOfReach { best, limits } => {
            (answer.way, answer.best) = ("out-of-reach", Some(plan(about, &best)));
            answer.limits = limits.iter().map(|limit| limited(about, limit)).collect();
        }
        Way::Unknown => answer.way = "unfinished",
    }
    Ok(answer)
}

fn refusal(flaw: cheapest::Refusal, efforts: &str) -> Refusal {
    match flaw {
        cheapest::Refusal::Effort { id, .. } => {
            Refusal::shape(&[efforts, &id].concat(), "an effort above 0 is due")
        }
        cheapest::Refusal::TooMany { units } => Refusal::too_many(format!(
            "{units} changes to choose from; up to {MOST_UNITS} can be searched"
        )),
    }
}

fn plan(about: &About<'_>, plan: &cheapest::Plan) -> Plan {
    let steps = plan.changes.iter().flat_map(|change| &change.steps);
    let moves: Vec<(&Lever, i64)> = steps.map(|step| (&step.lever, step.to)).collect();
    Plan {
        effort: plan.effort.trimmed(),
        total: about.total(plan.total),
        changes: plan.changes.iter().map(|one| change(about, one)).collect(),
        notes: plan.notes.iter().map(|note| noted(about, note)).collect(),
        text: (!moves.is_empty()).then(|| about.consequence(&moves, plan.total)),
    }
}

fn change(about: &About<'_>, change: &cheapest::Change) -> Change {
    let step = |step: &cheapest::Step| Step {
        input: about.input(&step.lever),
        to: about.stand(&step.lever, step.to),
        text: Text::of(|lang| moved(about.rubric, &step.lever, step.to, lang)),
    };
    Change {
        id: change.id.clone(),
        indicator: change.node.map(|node| about.id(node)),
        effort: change.effort.trimmed(),
        alone: about.shown(change.alone),
        steps: change.steps.iter().map(step).collect(),
    }
}

fn noted(about: &About<'_>, note: &cheapest::Note) -> Noted {
    match note {
        cheapest::Note::Shared { fact, nodes } => {
            Noted::Shared { kind: "shared", fact: fact.clone(), indicators: ids(about, nodes) }
        }
        cheapest::Note::Meet { node } => Noted::Meet { kind: "meet", indicator: about.id(*node) },
        cheapest::Note::Lifted { kind, at } => acts(about, "lifted", kind, *at),
        cheapest::Note::Bound { kind, at } => acts(about, "bound", kind, *at),
    }
}

fn limited(about: &About<'_>, limit: &cheapest::Limit) -> Noted {
    match limit {
        cheapest::Limit::Acting { kind, at } => acts(about, "acting", kind, *at),
        cheapest::Limit::Rows(nodes) => Noted::Rows { kind: "rows", indicators: ids(about, nodes) },
    }
}

fn acts(about: &About<'_>, role: &'static str, kind: &AdjustmentKind, at: Option<usize>) -> Noted {
    let (adjustment, item, from) = acting(kind);
    let own = at.and_then(|at| about.nodes.get(at)).map(|node| node.indicator);
    Noted::Acting(Acting {
        kind: role,
        adjustment,
        item,
        from,
        indicator: at.map(|at| about.id(at)),
        name: Text::of(|lang| words::adjustment_name(about.rubric, own, kind, lang)),
    })
}

fn ids(about: &About<'_>, nodes: &[usize]) -> Vec<String> {
    nodes.iter().map(|node| about.id(*node)).collect()
}
