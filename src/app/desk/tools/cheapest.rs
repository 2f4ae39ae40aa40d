//! 最省力: the smallest set of changes that reaches the target, with others that do.

mod choices;
mod quest;
#[cfg(test)]
mod tests;

pub use quest::Controls;

use super::parts;
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::Bars;
use crate::app::desk::charts::scale::{Scale, lines_to};
use crate::app::desk::charts::waterfall::{Fall, rows};
use crate::app::desk::drawn::{Drawn, button, el};
use crate::engine::{Assessment, Figure, score};
use crate::exchange::table::{Cell, Row, Table};
use crate::whatif::cheapest::{Answer, Change, Plan, Step, Way};
use crate::words::table::{Key, desk as text, insight, shared};
use crate::words::whatif::{cheapest as said, lever};
use crate::words::{say, t};
use quest::{By, Hunt};

/// What the buttons of the alternatives copy: as many as a search finds at most.
const ALSO: [&str; crate::whatif::cheapest::ALTERNATIVES] = [
    "cheapest-1",
    "cheapest-2",
    "cheapest-3",
    "cheapest-4",
    "cheapest-5",
    "cheapest-6",
    "cheapest-7",
    "cheapest-8",
    "cheapest-9",
    "cheapest-10",
];

/// What the fields for the efforts tell the page, before the id of the change.
const EFFORT: &str = "page:effort:";

/// The tool as it is shown.
pub fn draw(base: &Base, controls: &Controls) -> View {
    let by = controls.by(base);
    let options = [(text::CHEAPEST_BY_COUNT, "count"), (text::CHEAPEST_BY_EFFORT, "effort")];
    let options = options.map(|(label, value)| (t(label, base.lang).to_owned(), value.to_owned()));
    let chosen = if by == By::Count { "count" } else { "effort" };
    let choice = parts::choices(t(text::CHEAPEST_BY, base.lang), "cheapest-by", &options, chosen);
    let view = View::default()
        .child(parts::heading(base, text::CHEAPEST, text::CHEAPEST_ABOUT))
        .child(el("div", "whatif__controls").child(choice));
    let hunt = match controls.hunt() {
        Some(Ok(hunt)) => hunt,
        Some(Err(refusal)) => {
            let told = said::refusal(&base.rubric, refusal, base.lang);
            return view.child(el("p", "").text(told));
        }
        None => return view,
    };
    let view = view.children(progress(base, hunt, by));
    let view = match &hunt.answer {
        Some(found) => answer(base, found, by, view),
        None => view,
    };
    let view = choices::draw(base, by, &hunt.choices, view);
    match &hunt.answer {
        Some(found) => alternatives(base, found, by, hunt.progress.done, view),
        None => view,
    }
}

/// How far a search is that takes long, or that it was given up.
fn progress(base: &Base, hunt: &Hunt, by: By) -> Option<Drawn> {
    if hunt.progress.done || !(hunt.is_slow || hunt.is_stopped) {
        return None;
    }
    let lang = base.lang;
    let key = match (hunt.is_stopped, hunt.progress.found, by) {
        (true, ..) => text::CHEAPEST_STOPPED,
        (_, 0, _) => text::CHEAPEST_NONE_YET,
        (.., By::Count) => text::CHEAPEST_BEST_COUNT,
        (.., By::Effort) => text::CHEAPEST_BEST_EFFORT,
    };
    let explored = hunt.progress.explored.to_string();
    let found = hunt.progress.found.to_string();
    let effort = hunt.progress.effort.map_or(String::new(), Figure::trimmed);
    let values = [("n", &*explored), ("found", &found), ("effort", &effort)];
    let (label, act) = match hunt.is_stopped {
        true => (text::CHEAPEST_RESUME, "cheapest-resume"),
        false => (text::CHEAPEST_CANCEL, "cheapest-stop"),
    };
    let button = button("button", t(label, lang), act, "").id("cheapest-hold");
    let told = el("p", "whatif__standing").text(say(key, lang, &values));
    Some(el("div", "whatif__controls").id("cheapest-progress").child(told).child(button))
}

fn answer(base: &Base, found: &Answer, by: By, view: View) -> View {
    let told = parts::paragraph(base, &said::answer(base.scored(), found));
    let sentence = parts::sentence(base, "cheapest", &told);
    let view = view.sentence("cheapest", &told);
    match &found.way {
        Way::Already | Way::Unknown => view.child(sentence),
        Way::OutOfReach { best, .. } => {
            let any = best.changes.iter().any(|change| !change.steps.is_empty());
            let sentence = sentence.children(any.then(|| writer(base, best)));
            let view = view.child(sentence);
            if any { picture(base, found, best, view) } else { view }
        }
        Way::Plans { plans, .. } => {
            let Some(best) = plans.first() else { return view };
            let title =
                el("h3", "whatif__picture").text(title(base, (text::CHEAPEST_BEST, 1), best, by));
            let view = view.child(title).child(sentence.child(writer(base, best)));
            picture(base, found, best, view)
        }
    }
}

/// 最省力的做法：改动1项，总分95.00分
fn title(base: &Base, (key, number): (Key, usize), plan: &Plan, by: By) -> String {
    let total = base.scored().points(plan.total.min);
    let effort = said::effort(plan, by == By::Effort, base.lang);
    let what = if plan.total.is_settled() { insight::TOTAL } else { insight::CERTAIN };
    let values = [
        ("n", &*number.to_string()),
        ("effort", &effort),
        ("what", t(what, base.lang)),
        ("total", &total),
    ];
    say(key, base.lang, &values)
}

/// The button that writes a plan into a scenario.
fn writer(base: &Base, plan: &Plan) -> Drawn {
    let names = plan.changes.iter().map(|change| said::name(&base.rubric, &change.id, base.lang));
    let names: Vec<String> = names.collect();
    let steps = plan.changes.iter().flat_map(|change| &change.steps);
    let moved = steps.map(|step| (&step.lever, step.to));
    parts::writer(base, &names.join(t(shared::LISTED, base.lang)), moved)
}

/// The other plans: the least effort first, then the fewest changes, then the total nearest to the
/// target.
fn ordered(plans: &[Plan]) -> Vec<&Plan> {
    let mut others: Vec<&Plan> = plans.iter().skip(1).collect();
    others.sort_by_key(|plan| (plan.effort, plan.changes.len(), plan.total.min));
    others
}

fn alternatives(base: &Base, found: &Answer, by: By, done: bool, view: View) -> View {
    let Way::Plans { plans, all } = &found.way else { return view };
    let others = ordered(plans);
    let any = !others.is_empty();
    let head =
        any.then(|| el("h3", "whatif__picture").text(t(text::CHEAPEST_ALTERNATIVES, base.lang)));
    let mut view = view.children(head);
    for (number, (plan, copied)) in others.iter().zip(ALSO).enumerate() {
        let sentence = said::alternative(base.scored(), found.before, plan);
        let notes = plan.notes.iter().map(|note| said::note(&base.rubric, note, base.lang));
        let told: Vec<String> = std::iter::once(sentence).chain(notes).collect();
        let told = parts::paragraph(base, &told);
        let label = title(base, (text::CHEAPEST_OTHER, number + 1), plan, by);
        let label = el("p", "whatif__label").text(label);
        let shown = parts::sentence(base, copied, &told).child(writer(base, plan));
        view = view.child(label).child(shown).sentence(copied, &told);
    }
    let count = others.len().to_string();
    let last = match (*all, done && any) {
        (true, _) => Some(t(text::CHEAPEST_NO_OTHERS, base.lang).to_owned()),
        (false, true) => Some(say(text::CHEAPEST_MORE, base.lang, &[("n", &count)])),
        (false, false) => None,
    };
    view.children(last.map(|told| el("p", "tool-copy").text(told)))
}

/// What each change of a plan adds to those above it, and the total after it, 分.
fn gains(base: &Base, plan: &Plan) -> Vec<(Figure, Figure)> {
    let total = |assessment: &Assessment| score(&base.rubric, assessment).total.score.min;
    let mut changed = base.assessment.clone();
    let mut at = base.total();
    let gain = |change: &Change| {
        for step in &change.steps {
            step.lever.change(&base.rubric, &mut changed, step.to);
        }
        let before = std::mem::replace(&mut at, total(&changed));
        (at - before, at)
    };
    plan.changes.iter().map(gain).collect()
}

/// From the total to the target, change by change, as bars and as a table.
fn picture(base: &Base, found: &Answer, plan: &Plan, view: View) -> View {
    let (lang, before) = (base.lang, found.before.min);
    let gains = gains(base, plan);
    let fall = |(change, (gain, _)): (&Change, &(Figure, Figure))| Fall {
        name: said::name(&base.rubric, &change.id, lang),
        about: moves(base, change),
        points: *gain,
        ..Fall::default()
    };
    let falls: Vec<Fall> = plan.changes.iter().zip(&gains).map(fall).collect();
    let passed = gains.iter().map(|(_, total)| *total).chain([before, found.target]);
    let scale = Scale::covering(passed.map(Figure::fraction));
    let settled = base.card.total.score.is_settled();
    let now = if settled { t(text::BASELINE, lang) } else { base.total_name() };
    let after = if plan.total.is_settled() { insight::TOTAL } else { insight::CERTAIN };
    let after = say(text::CHEAPEST_AFTER, lang, &[("what", t(after, lang))]);
    let ends = (now, &*after);
    let bars = Bars {
        title: t(text::CHEAPEST_WAY, lang).to_owned(),
        hint: t(text::CHEAPEST_WAY_HINT, lang).to_owned(),
        heads: [t(text::CHEAPEST_CHANGE, lang).to_owned(), t(text::CHEAPEST_GAIN, lang).to_owned()],
        lines: lines_to(base, &scale, (found.target, t(text::GOAL, lang))),
        now: None,
        rows: rows(&scale, ends, (before, &falls), |points| base.padded(points)),
        scale,
    };
    let table = copied(base, plan, &gains);
    view.child(bars.draw())
        .child(parts::copy_table(base, "cheapest-way"))
        .table("cheapest-way", &table)
}

/// The same as a table for reports.
fn copied(base: &Base, plan: &Plan, gains: &[(Figure, Figure)]) -> Table {
    let lang = base.lang;
    let heads = [
        text::CHEAPEST_CHANGE,
        text::FROM_TO,
        text::CHEAPEST_EFFORT,
        text::CHEAPEST_GAIN,
        text::TOTAL_THERE,
    ];
    let row = |(change, (gain, total)): (&Change, &(Figure, Figure))| {
        Row::from(vec![
            Cell::side(said::name(&base.rubric, &change.id, lang)),
            Cell::text(moves(base, change)),
            Cell::number(change.effort.trimmed()),
            Cell::number(base.padded(*gain)),
            Cell::number(base.padded(*total)),
        ])
    };
    Table {
        title: t(text::CHEAPEST_WAY, lang).to_owned(),
        head: vec![Row::from(heads.map(|key| Cell::head(t(key, lang))).to_vec())],
        body: plan.changes.iter().zip(gains).map(row).collect(),
        notes: Vec::new(),
    }
}

/// From where to where the inputs of a change move: `4157人 → 5990人`.
fn moves(base: &Base, change: &Change) -> String {
    let (rubric, lang) = (&base.rubric, base.lang);
    let of = |step: &Step| {
        let to = lever::setting(base.scored(), &step.lever, &step.lever.setting(step.to));
        // What is only to be entered anew stands where it stood.
        let moved = match step.lever.now == Some(step.to) {
            true => to,
            false => {
                let now = lever::now(base.scored(), &step.lever);
                say(text::CHEAPEST_MOVES, lang, &[("from", &now), ("to", &to)])
            }
        };
        match change.steps.len() {
            1 => moved,
            _ => {
                let name = lever::choice_name(rubric, &step.lever, lang);
                say(text::OF_ROW, lang, &[("what", &name), ("name", &moved)])
            }
        }
    };
    let all: Vec<String> = change.steps.iter().map(of).collect();
    all.join(t(shared::SEMICOLON, lang))
}
