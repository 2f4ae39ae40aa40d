//! Rule recovery against scoring itself: random tables that the engine scored under a known rule.
//!
//! Whatever the rule, its parameter must be in the interval that is recovered, and every row must
//! agree with it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use jiheng::audit::recovery::{Family, Lost, Name, Reads, Recovered, Shortfall, recover_in};
use jiheng::audit::{PublishedTable, Row, Sheet};
use jiheng::engine::measure::{Entered, Ratio};
use jiheng::engine::rule::{Curve, Floor, Knot, Proportional, Steps, Threshold};
use jiheng::engine::{
    Assessment, Direction, Entry, Figure, GradeScale, Indicator, Kind, Label, Layout, Measure,
    Mode, NotApplicable, Partial, Pin, Rounding, Rubric, Rule, Scoring, VERSION, Value, rule,
    score,
};
use jiheng::tree::Map;
use proptest::prelude::*;

/// A row before it is scored: weight, target, and what was achieved in thousandths of it.
type Drawn = (u32, u32, u32);

/// What decides a table.
#[derive(Debug)]
struct Plan {
    family: Family,
    /// The true parameters, in tenths.
    truth: Vec<(Name, u32)>,
    rounding: Rounding,
    /// Whether 完成率 is printed instead of target and actual.
    rates_only: bool,
    rows: Vec<Drawn>,
}

fn tenths(number: u32) -> Figure {
    Figure::from_millionths(i128::from(number) * 100_000).unwrap()
}

fn truth(plan: &Plan, name: Name) -> Option<Figure> {
    plan.truth.iter().find(|(known, _)| *known == name).map(|(_, number)| tenths(*number))
}

/// The rule of the plan for a row, written out once more.
fn rule_of(plan: &Plan, weight: u32, target: u32) -> Rule {
    let knot = |rate, share| Knot { rate, share };
    match plan.family {
        Family::FullOrNothing => Rule::Threshold(Threshold {
            bands: vec![Floor { from: Figure::HUNDRED, points: Figure::whole(weight) }],
        }),
        Family::Proportional { uncapped } => Rule::Proportional(Proportional { uncapped }),
        Family::Curve => {
            let below = truth(plan, Name::ZeroBelow).map(|rate| knot(rate, Figure::ZERO));
            let above = truth(plan, Name::ZeroAbove).map(|rate| knot(rate, Figure::ZERO));
            let top = Some(knot(Figure::HUNDRED, Figure::HUNDRED));
            Rule::Curve(Curve { knots: [below, top, above].into_iter().flatten().collect() })
        }
        Family::Shortfall(Shortfall { reads, lost, partial, per }) => {
            let full =
                if reads == Reads::Achieved { Figure::whole(target) } else { Figure::HUNDRED };
            let per = Figure::whole(per);
            let lose = tenths(plan.truth[0].1);
            match lost {
                Lost::Share => {
                    Rule::Shortfall(rule::Shortfall { target: full, per, lose, partial })
                }
                Lost::Points => Rule::Steps(Steps { full, per, lose, partial }),
            }
        }
        other => panic!("{other:?} is not planned"),
    }
}

/// A figure of so many thousandths.
fn thousandths(number: u64) -> Figure {
    Figure::from_millionths(i128::from(number) * 1000).unwrap()
}

/// The printed row and the indicator with its entry that it is scored by.
fn row(plan: &Plan, at: usize, (weight, target, share): Drawn) -> (Row, Indicator, Entry) {
    let achieved =
        matches!(plan.family, Family::Shortfall(Shortfall { reads: Reads::Achieved, .. }));
    let actual = match achieved {
        // Printed with two decimals, and that is what it is.
        true => thousandths(u64::from(target) * u64::from(share) / 10 * 10),
        false => Figure::whole(u32::try_from(u64::from(target) * u64::from(share) / 1000).unwrap()),
    };
    let text = |figure: Figure| Some(Value::Text(figure.to_string()));
    let unit = if achieved { "%" } else { "人" };
    let due = Figure::whole(target);
    let mut printed = Row {
        weight: weight.to_string(),
        target: format!("≥{due}{unit}"),
        actual: format!("{}{unit}", actual.padded(if achieved { 2 } else { 0 })),
        ..Row::default()
    };
    if plan.rates_only {
        let rate = actual.fraction().div(due.fraction()).unwrap();
        let rounding = Rounding { places: 2, mode: plan.rounding.mode };
        let percent = rate.mul(Figure::HUNDRED.fraction()).unwrap();
        printed.completion = rounding.points(percent).unwrap().padded(2) + "%";
        (printed.target, printed.actual) = (String::new(), String::new());
    }
    let (measure, entry) = match achieved {
        true => (
            Measure::Rate(Entered { beyond_hundred: true }),
            Entry { rate: text(actual), ..Entry::default() },
        ),
        false => (
            Measure::Ratio(Ratio { direction: Direction::AtLeast }),
            Entry { actual: text(actual), target: text(due), ..Entry::default() },
        ),
    };
    let scoring = Scoring {
        measure: Some(measure),
        rule: rule_of(plan, weight, target),
        modifiers: Vec::new(),
        prefill: Entry::default(),
        unit: Label::default(),
        rate_name: Label::default(),
    };
    let leaf = Indicator {
        id: format!("row-{at}"),
        name: Label::default(),
        weight: Figure::whole(weight),
        meaning: None,
        criteria: Vec::new(),
        source: None,
        children: Vec::new(),
        scoring: Some(scoring),
    };
    (printed, leaf, entry)
}

/// The table of a plan, scored by the engine.
fn printed(plan: &Plan) -> PublishedTable {
    let rows = plan.rows.iter().enumerate().map(|(at, drawn)| row(plan, at, *drawn));
    let (mut printed, mut indicators, mut entries) = (Vec::new(), Vec::new(), Map::default());
    for (row, leaf, entry) in rows {
        entries.insert(leaf.id.clone(), entry);
        printed.push(row);
        indicators.push(leaf);
    }
    let rubric = Rubric {
        id: "drawn".into(),
        edition: String::new(),
        title: Label::default(),
        region: Label::default(),
        kind: Kind::SelfEvaluation,
        layout: Layout::SelfForm,
        full_score: Figure::HUNDRED,
        rounding: plan.rounding,
        grades: GradeScale(Vec::new()),
        not_applicable: NotApplicable::Rescale,
        cap: None,
        bonus: None,
        facts: Vec::new(),
        indicators,
        sources: Vec::new(),
        accepted: Vec::new(),
    };
    let pin = Pin { id: "drawn".into(), hash: String::new() };
    let assessment = Assessment { version: VERSION, rubric: pin, entries, ..Assessment::default() };
    let card = score(&rubric, &assessment);
    for (row, outcome) in printed.iter_mut().zip(&card.outcomes) {
        assert_eq!(outcome.score.min, outcome.score.max, "{row:?}");
        row.score = outcome.score.min.padded(plan.rounding.places);
    }
    PublishedTable { rows: printed, ..PublishedTable::default() }
}

/// Every row agrees, and the true parameters are in their intervals.
fn agrees(plan: &Plan, table: &PublishedTable, found: &Recovered) {
    assert!(found.contradicts.is_empty(), "{plan:#?}\n{table:#?}\n{found:#?}");
    assert_eq!(found.supports.len() + found.silent.len(), plan.rows.len(), "{plan:#?}");
    for param in &found.params {
        let due = truth(plan, param.name);
        let held = due.is_some_and(|due| param.range.holds(due.fraction()));
        assert!(held, "{due:?} is not in {param:?}\n{plan:#?}\n{table:#?}");
        assert!(param.range.holds(param.chosen.fraction()), "{param:?}");
    }
}

/// Whether a plan shows in its table at all; checks it if so.
fn check(plan: &Plan) -> bool {
    let table = printed(plan);
    let sheet = Sheet::new(&table, 0);
    let found = recover_in(&sheet, plan.rounding.mode);
    let own = found.candidates.iter().find(|one| one.family == plan.family);
    let plainer = || {
        let proportional = Family::Proportional { uncapped: false };
        let all = found.candidates.iter().find(|one| one.family == proportional);
        all.filter(|one| one.contradicts.is_empty())
    };
    match own {
        Some(own) => agrees(plan, &table, own),
        // Told as what it cannot be told from.
        None if plainer().is_some() => return false,
        None => {
            // No row says anything: each has full marks or the whole range.
            let silent = (0..plan.rows.len()).all(|row| {
                let alone = found.for_row(row);
                !alone.iter().any(|one| one.family == plan.family)
            });
            assert!(silent, "{plan:#?}\n{table:#?}\n{found:#?}");
            return false;
        }
    }
    // Each row can be scored anew as it was printed.
    for (number, row) in table.rows.iter().enumerate() {
        let (scoring, entry) = found.scoring(number, plan.rounding).unwrap();
        assert!(scoring.measure.is_some() || entry.points.is_some(), "{row:?}");
    }
    true
}

fn roundings() -> impl Strategy<Value = Rounding> {
    let modes = prop_oneof![Just(Mode::HalfUp), Just(Mode::HalfEven), Just(Mode::Down)];
    (0_u32..=2, modes).prop_map(|(places, mode)| Rounding { places, mode })
}

/// Rows that were achieved to so many thousandths of their target.
fn rows(
    achieved: std::ops::Range<u32>,
    targets: std::ops::Range<u32>,
) -> BoxedStrategy<Vec<Drawn>> {
    prop::collection::vec((2_u32..20, targets, achieved), 1..12).boxed()
}

fn curves() -> impl Strategy<Value = Plan> {
    let sides = (prop::option::of(0_u32..950), prop::option::of(1010_u32..4000));
    let some = sides.prop_filter("a side", |(below, above)| below.is_some() || above.is_some());
    (some, roundings(), any::<bool>()).prop_flat_map(|((below, above), rounding, rates_only)| {
        let from = if below.is_some() { 300 } else { 1000 };
        let to = if above.is_some() { 2000 } else { 1001 };
        rows(from..to, 200..60_000).prop_map(move |rows| {
            let below = below.map(|number| (Name::ZeroBelow, number));
            let above = above.map(|number| (Name::ZeroAbove, number));
            let truth = [below, above].into_iter().flatten().collect();
            Plan { family: Family::Curve, truth, rounding, rates_only, rows }
        })
    })
}

fn plain() -> impl Strategy<Value = Plan> {
    let families = prop_oneof![
        Just(Family::FullOrNothing),
        Just(Family::Proportional { uncapped: false }),
        Just(Family::Proportional { uncapped: true }),
    ];
    (families, roundings(), rows(100..1400, 200..60_000)).prop_map(|(family, rounding, rows)| {
        Plan { family, truth: Vec::new(), rounding, rates_only: false, rows }
    })
}

fn shortfalls() -> impl Strategy<Value = Plan> {
    let partial = prop_oneof![Just(Partial::Exact), Just(Partial::Down), Just(Partial::Up)];
    let reads = prop_oneof![Just(Reads::Completion), Just(Reads::Achieved)];
    let lost = prop_oneof![Just((Lost::Share, Name::Share)), Just((Lost::Points, Name::Points))];
    let per = prop_oneof![Just(1_u32), Just(5), Just(10)];
    let kind = (partial, reads, lost, per, 1_u32..150);
    (kind, roundings()).prop_flat_map(|((partial, reads, (lost, name), per, lose), rounding)| {
        let per = if partial == Partial::Exact { 1 } else { per };
        let family = Family::Shortfall(Shortfall { reads, lost, partial, per });
        let targets = if reads == Reads::Achieved { 60..100 } else { 200..60_000 };
        rows(500..1100, targets).prop_map(move |rows| Plan {
            family,
            truth: vec![(name, lose)],
            rounding,
            rates_only: false,
            rows,
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_ends_of_a_line_are_recovered(plan in curves()) {
        check(&plan);
    }

    #[test]
    fn a_rule_without_a_parameter_is_recovered(plan in plain()) {
        check(&plan);
    }

    #[test]
    fn what_a_step_costs_is_recovered(plan in shortfalls()) {
        check(&plan);
    }
}
