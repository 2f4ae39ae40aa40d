//! `cheapest`: the smallest sets of changes that reach a total.

use serde::Serialize;

use super::About;
use super::ask::Efforts;
use super::shared::{Baseline, Known, Stand, Total};
use crate::contract::{Text, acting};
use crate::engine::{AdjustmentKind, Figure};
use crate::js_api::refusal::Refusal;
use crate::whatif::cheapest::{self, Search, Way};
use crate::whatif::lever::Lever;
use crate::words::Lang;
use crate::words::whatif::cheapest as words;

/// The most sets that are looked at, since whoever calls has to wait, some 10 µs for each: forty tangled
/// rows need ten thousand.
const MOST_SETS: u64 = 100_000;

#[derive(Serialize)]
pub(in crate::js_api) struct Answer {
    kind: &'static str,
    baseline: Baseline,
    target: String,
    way: &'static str,
    texts: Vec<Text>,
    plans: Vec<Plan>,
    all: bool,
    sure: bool,
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
    text: Text,
}

#[derive(Serialize)]
struct Step {
    input: Known,
    to: Stand,
}

/// Why points do not add up, or what keeps them from being more: of the fields, those that its
/// kind has.
#[derive(Serialize)]
struct Noted {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adjustment: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    indicators: Vec<String>,
    text: Text,
}

pub(super) fn answer(
    about: &About<'_>,
    target: Figure,
    efforts: &Efforts,
) -> Result<Answer, Refusal> {
    let search = Search::new(about.rubric, about.assessment, target, &efforts.of);
    let mut search = search.map_err(|flaw| refusal(about, &flaw, efforts.path))?;
    search.step(MOST_SETS);
    let found = search.answer();
    let mut answer = Answer {
        kind: "cheapest",
        baseline: about.baseline(),
        target: about.shown(target),
        way: "already",
        texts: Text::list(|lang| words::answer(about.scored(lang), &found)),
        plans: Vec::new(),
        all: false,
        sure: found.sure,
        best: None,
        limits: Vec::new(),
        choices: search.choices().iter().map(|choice| change(about, choice)).collect(),
    };
    match found.way {
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

fn refusal(about: &About<'_>, flaw: &cheapest::Refusal, efforts: &str) -> Refusal {
    let message = words::refusal(about.rubric, flaw, Lang::En);
    match flaw {
        cheapest::Refusal::Effort { id, .. } => Refusal::shape(&[efforts, id].concat(), &message),
        cheapest::Refusal::TooMany { .. } | cheapest::Refusal::TooManyFacts { .. } => {
            Refusal::too_many("rubric", message)
        }
    }
}

fn plan(about: &About<'_>, plan: &cheapest::Plan) -> Plan {
    let steps = plan.changes.iter().flat_map(|change| &change.steps);
    let moved = steps.filter(|step| step.lever.now != Some(step.to));
    let moves: Vec<(&Lever, i64)> = moved.map(|step| (&step.lever, step.to)).collect();
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
    };
    Change {
        id: change.id.clone(),
        indicator: change.node.map(|node| about.id(node)),
        effort: change.effort.trimmed(),
        alone: about.shown(change.alone),
        steps: change.steps.iter().map(step).collect(),
        text: Text::of(|lang| words::change(about.scored(lang), change)),
    }
}

fn noted(about: &About<'_>, note: &cheapest::Note) -> Noted {
    let plain = Noted::of(Text::of(|lang| words::note(about.rubric, note, lang)));
    match note {
        cheapest::Note::Shared { fact, nodes } => Noted {
            kind: "shared",
            fact: Some(fact.clone()),
            indicators: ids(about, nodes),
            ..plain
        },
        cheapest::Note::Meet { node } => {
            Noted { kind: "meet", indicators: ids(about, &[*node]), ..plain }
        }
        cheapest::Note::Lifted { kind, at } => {
            Noted { kind: "lifted", ..plain.acting(about, kind, *at) }
        }
        cheapest::Note::Bound { kind, at } => {
            Noted { kind: "bound", ..plain.acting(about, kind, *at) }
        }
    }
}

fn limited(about: &About<'_>, limit: &cheapest::Limit) -> Noted {
    let plain = Noted::of(Text::of(|lang| words::limit(about.rubric, limit, lang)));
    match limit {
        cheapest::Limit::Acting { kind, at } => plain.acting(about, kind, *at),
        cheapest::Limit::Rows(nodes) => {
            Noted { kind: "rows", indicators: ids(about, nodes), ..plain }
        }
    }
}

impl Noted {
    fn of(text: Text) -> Noted {
        Noted {
            kind: "acting",
            fact: None,
            adjustment: None,
            item: None,
            from: None,
            indicators: Vec::new(),
            text,
        }
    }

    /// With what acts on a group, or on the total.
    fn acting(self, about: &About<'_>, kind: &AdjustmentKind, at: Option<usize>) -> Noted {
        let (adjustment, item, from) = acting(kind);
        let indicators = at.map(|at| about.id(at)).into_iter().collect();
        Noted { adjustment: Some(adjustment), item, from, indicators, ..self }
    }
}

fn ids(about: &About<'_>, nodes: &[usize]) -> Vec<String> {
    nodes.iter().map(|node| about.id(*node)).collect()
}
