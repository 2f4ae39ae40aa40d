//! The cheapest way against trying every set of changes, on generated rubrics and assessments.
//!
//! Every set is written into the assessment and scored by `score`; nothing is taken from the
//! search but what its choices are.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use jiheng::engine::rule::{Judgement, Rule};
use jiheng::engine::{
    AdjustmentKind, Assessment, Entry, Figure, Incident, Indicator, Label, Measure, Modifier,
    PointRange, Rubric, Scope, Scoring, Span, Value, score,
};
use jiheng::presets;
use jiheng::tree::Map;
use jiheng::whatif::cheapest::{ALTERNATIVES, Note, Plan, Search, Step, Way};
use jiheng::whatif::lever::{Input, Lever, Role, levers};

use crate::generate::rubrics::{FACTS, figure};
use crate::generate::{Rng, assessments, decimal, rubrics};
use crate::somewhere;

fn total(rubric: &Rubric, assessment: &Assessment) -> Span {
    score(rubric, assessment).total.score
}

/// Efforts of some of the choices.
fn efforts(search: &Search, rng: &mut Rng) -> Map<Figure> {
    let mut efforts = Map::default();
    if rng.one_in(2) {
        for choice in search.choices() {
            let places = rng.pick(&[0, 0, 1, 2]);
            let effort = rng.between(1, 6 * 10_u64.pow(places));
            efforts.insert(choice.id, figure(&decimal(effort, places)));
        }
    }
    efforts
}

/// A set of choices with what it costs and comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Tried {
    choices: Vec<usize>,
    effort: Figure,
    total: Figure,
}

/// Every set that reaches the target and of which no part does, the best first; and the most that
/// any set comes to.
fn by_trying_all(
    search: &Search,
    rubric: &Rubric,
    efforts: &[Figure],
    target: Figure,
) -> (Vec<Tried>, Figure) {
    let mut reaching = vec![false; 1 << efforts.len()];
    let (mut all, mut most) = (Vec::new(), Figure::ZERO);
    for set in 0..reaching.len() {
        let choices: Vec<usize> = (0..efforts.len()).filter(|at| set >> at & 1 == 1).collect();
        let total = total(rubric, &search.changed(&choices)).min;
        most = most.max(total);
        let part_reaches = choices.iter().any(|at| reaching[set ^ 1 << at]);
        reaching[set] = part_reaches || total >= target;
        if total >= target && !part_reaches {
            let effort = choices.iter().map(|at| efforts[*at]).sum();
            all.push(Tried { choices, effort, total });
        }
    }
    // Of equal worth is the one first that has the earlier choice where they first differ.
    let order = |tried: &Tried| {
        let bits = tried.choices.iter().map(|at| 1_u64 << (63 - at)).sum::<u64>();
        (tried.effort, -tried.total, std::cmp::Reverse(bits))
    };
    all.sort_by_key(order);
    (all, most)
}

/// What a plan makes of an assessment.
fn carried_out(rubric: &Rubric, assessment: &Assessment, plan: &Plan) -> Assessment {
    let mut changed = assessment.clone();
    for step in plan.changes.iter().flat_map(|change| &change.steps) {
        step.lever.change(rubric, &mut changed, step.to);
    }
    changed
}

/// How often something was seen.
#[derive(Default)]
struct Seen(BTreeMap<&'static str, u64>);

impl Seen {
    fn seen(&mut self, what: &'static str, whether: bool) {
        *self.0.entry(what).or_default() += u64::from(whether);
    }
}

struct Case {
    rubric: Rubric,
    assessment: Assessment,
    target: Figure,
    efforts: Map<Figure>,
    rng: Rng,
}

/// Makes rows hang together more than they do by chance: figures that were earned become shared
/// facts, vetoes and penalties happen, the cap and the bonus are low.
fn tangle(rubric: &mut Rubric, assessment: &mut Assessment, rng: &mut Rng) {
    if rng.one_in(3) {
        let percent = i128::from(rng.between(40, 95));
        rubric.cap = Figure::from_millionths(rubric.full_score.millionths() / 100 * percent).ok();
    }
    if let Some(bonus) = &mut rubric.bonus {
        bonus.max = figure(&rng.between(1, 4).to_string());
    }
    for node in rubric.nodes() {
        let Some(scoring) = &node.indicator.scoring else { continue };
        let entry = assessment.entries.or_default(&node.indicator.id);
        let by_dates = matches!(&scoring.measure, Some(Measure::Timeliness(_)));
        for earned in [&mut entry.actual, &mut entry.yes] {
            if let (Some(Value::Text(text)), false, true) = (&earned, by_dates, rng.one_in(3)) {
                let fact = rng.pick(&FACTS);
                assessment.facts.insert(fact.into(), text.clone());
                *earned = Some(Value::Fact(fact.into()));
            }
        }
        for modifier in &scoring.modifiers {
            let beyond = match modifier {
                Modifier::Knockout { scope, .. } | Modifier::Penalty { scope, .. } => {
                    *scope != Scope::Leaf
                }
                _ => false,
            };
            let named = entry.deductions.iter().any(|one| one.item == modifier.id());
            if beyond && !named && rng.one_in(3) {
                let item = modifier.id().to_owned();
                entry.deductions.push(Incident { item, ..Incident::default() });
            }
        }
    }
}

/// A case with some choices, but no more than `most`, and a target within reach or just beyond.
fn case(
    (mut rubric, mut assessment, mut rng): (Rubric, Assessment, Rng),
    (least, most): (usize, usize),
) -> Option<Case> {
    if rng.one_in(2) {
        tangle(&mut rubric, &mut assessment, &mut rng);
    }
    let search = Search::new(&rubric, &assessment, Figure::ZERO, &Map::default()).unwrap();
    let choices = search.choices().len();
    if !(least..=most).contains(&choices) {
        return None;
    }
    let efforts = efforts(&search, &mut rng);
    let all: Vec<usize> = (0..choices).collect();
    let now = total(&rubric, &assessment).min.millionths();
    let best = total(&rubric, &search.changed(&all)).min.millionths();
    // Rows without a cap can earn as much as one likes.
    let best = best.min(2 * rubric.full_score.millionths());
    let within = (best - now).max(10_000) * i128::from(rng.between(1, 105)) / 100;
    let quantum = rubric.rounding.quantum().millionths();
    let target = (now + within) / quantum * quantum + quantum;
    let target = Figure::from_millionths(target).unwrap();
    Some(Case { rubric, assessment, target, efforts, rng })
}

/// A generated form with an assessment.
fn small(seed: u64) -> (Rubric, Assessment, Rng) {
    let mut rng = Rng::new(seed);
    let rubric = rubrics::rubric(&mut rng);
    let assessment = assessments::assessment(&rubric, &mut rng);
    (rubric, assessment, rng)
}

/// The optimum and all alternatives, with what is said of them.
fn agrees(seed: u64, case: &mut Case, seen: &mut Seen) {
    let Case { rubric, assessment, target, efforts, rng } = case;
    let mut search = Search::new(rubric, assessment, *target, efforts).unwrap();
    let choices = search.choices();
    let costs: Vec<Figure> = choices.iter().map(|choice| choice.effort).collect();
    let (sets, most) = by_trying_all(&search, rubric, &costs, *target);
    // In slices of any size it comes to the same.
    while !search.step(rng.between(1, 50)).done {}
    let before = total(rubric, assessment);
    let answer = search.answer();
    let sure = answer.sure;
    seen.seen("sure", sure);
    seen.seen("not sure", !sure);
    match answer.way {
        Way::Already => assert!(before.min >= *target, "{seed}"),
        Way::OutOfReach { best, .. } => {
            assert!(sets.is_empty(), "{seed}: {:?}", sets[0]);
            let reached = total(rubric, &carried_out(rubric, assessment, &best));
            assert_eq!((best.total, reached.min), (reached, most), "{seed}");
            if sure {
                nothing_cheaper_does(seed, (rubric, assessment, *target), efforts, None, rng);
            }
            seen.seen("out of reach", true);
        }
        Way::Plans { plans, all } => {
            assert_eq!(all, sets.len() <= ALTERNATIVES, "{seed}");
            assert_eq!(plans.len(), sets.len().min(1 + ALTERNATIVES), "{seed}");
            for (plan, set) in plans.iter().zip(&sets) {
                let ids: Vec<&String> = set.choices.iter().map(|at| &choices[*at].id).collect();
                let planned: Vec<&String> = plan.changes.iter().map(|one| &one.id).collect();
                assert_eq!(planned, ids, "{seed}");
                assert_eq!(plan.effort, set.effort, "{seed}");
                says_no_more_than_is_needed(seed, (rubric, assessment, *target), plan, rng);
                is_explained(seed, plan, before, seen);
            }
            let least = Some(plans[0].effort);
            if sure {
                nothing_cheaper_does(seed, (rubric, assessment, *target), efforts, least, rng);
            }
            seen.seen("solved", true);
            seen.seen("solved with efforts", !efforts.is_empty());
            seen.seen("solved with several changes", plans[0].changes.len() > 1);
            // The best by adding up what each gains alone.
            let added = |set: &Tried| -> Figure {
                before.min + set.choices.iter().map(|at| choices[*at].alone).sum()
            };
            seen.seen("solved, though changes added up miss it", added(&sets[0]) < *target);
        }
        Way::Unknown => panic!("{seed}"),
    }
}

/// The plan reaches the target, and no step of it can be shorter.
fn says_no_more_than_is_needed(
    seed: u64,
    (rubric, assessment, target): (&Rubric, &Assessment, Figure),
    plan: &Plan,
    rng: &mut Rng,
) {
    let changed = carried_out(rubric, assessment, plan);
    assert_eq!(total(rubric, &changed), plan.total, "{seed}");
    assert!(plan.total.min >= target, "{seed}: {plan:?}");
    // Of two facts that make one rate, each that goes back leaves more room for the other.
    let facts: Vec<&Step> = plan
        .changes
        .iter()
        .flat_map(|change| &change.steps)
        .filter(|step| matches!(step.lever.input, Input::Fact(_)))
        .collect();
    let meets = |one: &Step, other: &Step| {
        one.lever.nodes().any(|at| other.lever.nodes().any(|it| it == at))
    };
    if facts.iter().enumerate().any(|(at, one)| facts[..at].iter().any(|other| meets(one, other))) {
        return;
    }
    for step in plan.changes.iter().flat_map(|change| &change.steps) {
        // An entry that could not be scored may be mended by entering the same as it should be.
        let Some(now) = step.lever.now.filter(|now| *now != step.to) else { continue };
        let way = step.to.abs_diff(now);
        let any = rng.below(way);
        let short = i64::try_from(rng.pick(&[way - 1, way - 1, any])).unwrap();
        let mut shorter = changed.clone();
        step.lever.change(rubric, &mut shorter, now + short * (step.to - now).signum());
        let reached = total(rubric, &shorter).min;
        assert!(reached < target, "{seed}: {} is enough: {plan:?}", step.lever.id(rubric));
    }
}

/// Where points do not add up, there is a reason.
fn is_explained(seed: u64, plan: &Plan, before: Span, seen: &mut Seen) {
    let alone: Figure = plan.changes.iter().map(|change| change.alone).sum();
    let apart = alone != plan.total.min - before.min;
    let reasons = plan.notes.iter().filter(|note| !matches!(note, Note::Shared { .. })).count();
    assert_eq!(apart, reasons > 0, "{seed}: {alone} {before:?} {plan:#?}");
    seen.seen("plans not additive", apart);
    for note in &plan.notes {
        let what = match note {
            Note::Shared { .. } => "notes of a shared fact",
            Note::Meet { .. } => "notes of a row that two changes meet in",
            Note::Lifted { kind: AdjustmentKind::Knockout { .. }, .. } => "notes of a veto lifted",
            Note::Lifted { .. } => "notes of a penalty lifted",
            Note::Bound { kind, .. } => match kind {
                AdjustmentKind::Knockout { .. } => "notes of a veto",
                AdjustmentKind::Penalty { .. } => "notes of a penalty",
                AdjustmentKind::Bonus => "notes of the bonus",
                AdjustmentKind::Cap => "notes of the cap",
                _ => "notes of rescaling",
            },
        };
        seen.seen(what, true);
    }
}

/// Rows and facts anywhere, not only where the search would put them, do not reach the target for
/// less than the optimum; for no effort at all where there is none.
fn nothing_cheaper_does(
    seed: u64,
    (rubric, assessment, target): (&Rubric, &Assessment, Figure),
    efforts: &Map<Figure>,
    optimum: Option<Figure>,
    rng: &mut Rng,
) {
    let is_open = |lever: &Lever| lever.role == Role::Earned || lever.now.is_none();
    let open: Vec<Lever> = levers(rubric, assessment).into_iter().filter(is_open).collect();
    for _ in 0..20 {
        let mut changed = assessment.clone();
        let mut touched: BTreeMap<String, Figure> = BTreeMap::new();
        let skip = rng.pick(&[2, 3, 9]);
        for lever in &open {
            if rng.one_in(skip) {
                continue;
            }
            let own = lever.indicator(rubric).map(|indicator| indicator.id.clone());
            let id = own.unwrap_or_else(|| lever.id(rubric));
            let effort = efforts.get(&id).copied().unwrap_or(Figure::whole(1));
            let known: Figure = touched.values().copied().sum();
            if touched.contains_key(&id) || optimum.is_none_or(|most| known + effort < most) {
                touched.insert(id, effort);
                // What can be written depends on what was written before.
                let then = levers(rubric, &changed);
                let then = then.iter().find(|then| then.input == lever.input).unwrap_or(lever);
                let (start, end) = rng.pick(then.segments());
                let at = [0, then.last(), start, end, somewhere(then, rng, (0, then.last()))];
                then.change(rubric, &mut changed, rng.pick(&at));
            }
        }
        let reached = total(rubric, &changed).min;
        let entries = &changed.entries;
        let facts = &changed.facts;
        assert!(
            reached < target,
            "{seed}: {touched:?} reaches {reached} of {target}, {optimum:?}: {facts:?} {entries:?} {rubric:?}"
        );
    }
}

/// Several generated forms put together as one, with about so many leaves.
fn large(seed: u64, leaves: usize) -> (Rubric, Assessment, Rng) {
    let mut rng = Rng::new(seed);
    let count =
        |rubric: &Rubric| rubric.nodes().iter().filter(|node| node.indicator.is_leaf()).count();
    let mut whole: Option<(Rubric, Assessment)> = None;
    for part in 0.. {
        let mut rubric = rubrics::rubric(&mut rng);
        let mut assessment = assessments::assessment(&rubric, &mut rng);
        let known = whole.as_ref().map_or(0, |(rubric, _)| count(rubric));
        if known >= leaves - 1 {
            break;
        }
        let scales = whole.as_ref().map_or(rubric.rounding, |(whole, _)| whole.rounding);
        if known + count(&rubric) > leaves || rubric.rounding != scales || scales.places > 2 {
            continue;
        }
        rename(&mut rubric, &mut assessment, part);
        match &mut whole {
            None => whole = Some((rubric, assessment)),
            Some((whole, answers)) => {
                whole.full_score = whole.full_score + rubric.full_score;
                whole.indicators.extend(rubric.indicators);
                for (id, entry) in assessment.entries.iter() {
                    answers.entries.insert(id.clone(), entry.clone());
                }
            }
        }
    }
    let (rubric, assessment) = whole.unwrap();
    (rubric, assessment, rng)
}

/// Gives every id of a form, but those of its facts, one of this part's own.
fn rename(rubric: &mut Rubric, assessment: &mut Assessment, part: usize) {
    fn of(indicators: &mut [Indicator], part: usize) {
        for indicator in indicators {
            indicator.id = format!("{part}-{}", indicator.id);
            of(&mut indicator.children, part);
            for modifier in indicator.scoring.iter_mut().flat_map(|one| &mut one.modifiers) {
                if let Modifier::Knockout { scope, .. } | Modifier::Penalty { scope, .. } = modifier
                    && let Scope::Group(id) = scope
                {
                    *id = format!("{part}-{id}");
                }
            }
        }
    }
    of(&mut rubric.indicators, part);
    if let Some(bonus) = &mut rubric.bonus {
        of(&mut bonus.items, part);
    }
    let entries = assessment.entries.iter();
    assessment.entries = entries.map(|(id, one)| (format!("{part}-{id}"), one.clone())).collect();
}

#[test]
fn the_optimum_and_the_alternatives_are_those_of_trying_every_set() {
    let mut seen = Seen::default();
    for seed in 0..3_500 {
        if let Some(mut case) = case(small(seed), (1, 6)) {
            agrees(seed, &mut case, &mut seen);
        }
    }
    for seed in 0..60 {
        if let Some(mut case) = case(large(seed, 14), (8, 12)) {
            seen.seen("with 8 to 12 choices", true);
            agrees(seed, &mut case, &mut seen);
        }
    }
    println!("{:#?}", seen.0);
    for (what, least) in LEAST {
        let times = seen.0.get(what).copied().unwrap_or_default();
        assert!(times >= *least, "{what}: {times}");
    }
}

/// How often each must have been seen.
const LEAST: &[(&str, u64)] = &[
    ("notes of a penalty", 200),
    ("notes of a penalty lifted", 200),
    ("notes of a row that two changes meet in", 5),
    ("notes of a shared fact", 20),
    ("notes of a veto", 20),
    ("notes of a veto lifted", 100),
    ("notes of rescaling", 10),
    ("notes of the bonus", 20),
    ("notes of the cap", 20),
    ("out of reach", 100),
    ("plans not additive", 300),
    ("solved", 1_000),
    ("solved with efforts", 500),
    ("solved with several changes", 300),
    ("sure", 2_000),
    ("solved, though changes added up miss it", 100),
    ("with 8 to 12 choices", 20),
];

#[test]
fn forty_rows_with_vetoes_penalties_and_a_cap_take_a_moment() {
    let (mut most, mut longest, mut solved) = (0, Duration::ZERO, 0);
    for seed in 0..16 {
        let (mut rubric, mut assessment, mut rng) = large(seed, 40);
        tangle(&mut rubric, &mut assessment, &mut rng);
        let search = Search::new(&rubric, &assessment, Figure::ZERO, &Map::default()).unwrap();
        let efforts = efforts(&search, &mut rng);
        let all: Vec<usize> = (0..search.choices().len()).collect();
        let now = total(&rubric, &assessment).min.millionths();
        let best = total(&rubric, &search.changed(&all)).min.millionths();
        let best = best.min(2 * rubric.full_score.millionths());
        let target = now + (best - now).max(10) * i128::from(rng.between(1, 10)) / 10;
        let target = Figure::from_millionths(target).unwrap();
        let begin = Instant::now();
        let mut search = Search::new(&rubric, &assessment, target, &efforts).unwrap();
        let progress = search.step(100_000);
        assert!(progress.done, "{seed}");
        let Way::Plans { plans, .. } = search.answer().way else { continue };
        let took = begin.elapsed();
        let reached = total(&rubric, &carried_out(&rubric, &assessment, &plans[0]));
        assert!(reached.min >= target && reached == plans[0].total, "{seed}");
        (most, longest) = (most.max(progress.explored), longest.max(took));
        solved += 1;
    }
    println!("{solved} of 40 rows: at most {most} sets looked at, {longest:?} (not optimised)");
    assert!(solved >= 14);
}

/// 100 points in eight groups of five judged rows of 2.5, every one of which could be better. Two
/// vetoes and three penalties are in force, and there is a cap.
fn forty_judged_rows(rng: &mut Rng) -> (Rubric, Assessment) {
    let mut rubric = presets::rubric("fukang").unwrap();
    let label = |text: String| Label { zh: text, en: String::new() };
    let indicator = |id: String, weight: &str| Indicator {
        name: label(id.clone()),
        id,
        weight: figure(weight),
        meaning: None,
        criteria: Vec::new(),
        source: None,
        children: Vec::new(),
        scoring: None,
    };
    let mut assessment = Assessment::default();
    let mut row = |group: usize, at: usize| {
        let points = figure(&rng.between(1, 12).to_string());
        let (id, name, scope) = ("m".into(), label("事".into()), Scope::Group(format!("g{group}")));
        let modifier = match (group, at) {
            (1 | 5, 0) => Some(Modifier::Knockout { id, label: name, scope }),
            (2 | 6, 0) => {
                let points = PointRange::fixed(points);
                Some(Modifier::Penalty { id, label: name, points, scope, rate_below: None })
            }
            (3, 0) => {
                let (points, scope) = (PointRange::fixed(points), Scope::Total);
                Some(Modifier::Penalty { id, label: name, points, scope, rate_below: None })
            }
            _ => None,
        };
        let one = indicator(format!("r{group}-{at}"), "2.5");
        let points = Value::Text(decimal(rng.between(0, 220), 2));
        let mut entry = Entry { points: Some(points), ..Entry::default() };
        let happened = modifier.iter().map(|one| one.id().to_owned());
        entry.deductions = happened.map(|item| Incident { item, ..Incident::default() }).collect();
        assessment.entries.insert(one.id.clone(), entry);
        let scoring = Scoring {
            measure: None,
            rule: Rule::Judgement(Judgement {}),
            modifiers: modifier.into_iter().collect(),
            prefill: Entry::default(),
            unit: Label::default(),
            rate_name: Label::default(),
        };
        Indicator { scoring: Some(scoring), ..one }
    };
    let group = |group: usize| Indicator {
        children: (0..5).map(|at| row(group, at)).collect(),
        ..indicator(format!("g{group}"), "12.5")
    };
    rubric.indicators = (0..8).map(group).collect();
    rubric.cap = Some(figure("98"));
    (rubric, assessment)
}

#[test]
fn forty_rows_that_could_all_be_better_take_a_moment() {
    let (mut most, mut longest) = (0, Duration::ZERO);
    for seed in 0..12 {
        let mut rng = Rng::new(seed);
        let (rubric, assessment) = forty_judged_rows(&mut rng);
        let mut efforts = Map::default();
        for node in rubric.nodes().iter().filter(|node| node.indicator.is_leaf()) {
            let effort = decimal(rng.between(5, 500), 2);
            efforts.insert(node.indicator.id.clone(), figure(&effort));
        }
        // Half of them by number of changes alone.
        let efforts = if seed % 2 == 0 { Map::default() } else { efforts };
        let target = figure(["60", "70", "80", "90", "95", "97.5"][seed as usize / 2]);
        let begin = Instant::now();
        let mut search = Search::new(&rubric, &assessment, target, &efforts).unwrap();
        let progress = search.step(100_000);
        let Way::Plans { plans, .. } = search.answer().way else { panic!("{seed}") };
        let took = begin.elapsed();
        println!(
            "to {target}: {} changes, effort {}, {} sets looked at, {took:?}",
            plans[0].changes.len(),
            plans[0].effort,
            progress.explored
        );
        assert!(progress.done && plans[0].total.min >= target, "{seed}");
        let reached = total(&rubric, &carried_out(&rubric, &assessment, &plans[0]));
        assert_eq!(reached, plans[0].total, "{seed}");
        (most, longest) = (most.max(progress.explored), longest.max(took));
    }
    println!("at most {most} sets looked at, {longest:?} (not optimised)");
    assert!(most < 20_000, "{most}");
}
