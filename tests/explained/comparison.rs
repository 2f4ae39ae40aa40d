//! The same entries by two forms: by hand on published forms, and nothing lost on generated ones.

use jiheng::engine::{
    Assessment, Entry, Figure, Indicator, Mode, Modifier, NotApplicable, Rubric, Span, score,
};
use jiheng::presets;
use jiheng::whatif::comparison::{Change, Comparison, FormChange, Place, Reason, Row, comparison};

use crate::generate::{Rng, rubrics};
use crate::{document, each_case};

fn fukang() -> (Rubric, Assessment) {
    (presets::rubric("fukang").unwrap(), presets::example("fukang").unwrap())
}

/// The indicator with this id, to be changed.
fn find<'r>(indicators: &'r mut [Indicator], id: &str) -> Option<&'r mut Indicator> {
    indicators.iter_mut().find_map(|one| match one.id == id {
        true => Some(one),
        false => find(&mut one.children, id),
    })
}

fn edit(rubric: &mut Rubric, id: &str, change: impl FnOnce(&mut Indicator)) {
    change(find(&mut rubric.indicators, id).unwrap());
}

fn row<'c>(answer: &'c Comparison, id: &str) -> &'c Row {
    answer.rows.iter().find(|row| row.id == id).unwrap()
}

fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

fn change(path: &str, old: &str, new: &str) -> Change {
    Change { path: path.to_owned(), old: Some(old.to_owned()), new: Some(new.to_owned()) }
}

#[test]
fn a_form_against_itself_has_nothing_to_tell() {
    for preset in presets::LIST {
        let rubric = presets::rubric(preset.id).unwrap();
        let answer = comparison(&rubric, &rubric, &presets::example(preset.id).unwrap());
        assert_eq!(answer.rows.len(), rubric.nodes().len());
        for row in &answer.rows {
            assert_eq!((row.place, row.difference()), (Place::Both, Span::default()));
            assert_eq!(row.reasons, [], "{}", row.id);
        }
        assert!(answer.changes.is_empty() && answer.homeless.is_empty());
        assert!(answer.unasked.is_empty());
    }
}

#[test]
fn another_weight_and_another_rule_are_told_with_their_constants() {
    let (old, assessment) = fukang();
    let mut new = old.clone();
    // 参保人数 6 → 4, 满意度 6 → 8 with 10 % instead of 5 % off for each point below.
    edit(&mut new, "insured-all", |one| one.weight = figure("4"));
    edit(&mut new, "insured-satisfaction", |one| {
        one.weight = figure("8");
        let scoring = one.scoring.as_mut().unwrap();
        scoring.rule = document("kind = 'shortfall'\ntarget = '95'\nlose = '10'");
    });
    let answer = comparison(&old, &new, &assessment);
    // 4 × 30437/33333 = 3.6524… → 3.65, 1.83 less.
    let insured = row(&answer, "insured-all");
    assert_eq!(insured.difference(), Span::exactly(figure("-1.83")));
    assert_eq!(insured.reasons, [Reason::Weight { old: figure("6"), new: figure("4") }]);
    // 8 − 8 × 10 % × 3.68852… = 8 − 2.95081… = 5.04918… → 5.05, 0.16 more.
    let satisfied = row(&answer, "insured-satisfaction");
    assert_eq!(satisfied.difference(), Span::exactly(figure("0.16")));
    let weight = Reason::Weight { old: figure("6"), new: figure("8") };
    assert_eq!(satisfied.reasons, [weight, Reason::Rule(vec![change("lose", "5", "10")])]);
    assert_eq!(row(&answer, "output").reasons, [Reason::Below]);
    // 93.50 − 1.83 + 0.16
    assert_eq!(answer.new.total.score, Span::exactly(figure("91.83")));
}

#[test]
fn what_moved_is_one_row_and_what_went_leaves_its_entry_behind() {
    let (old, assessment) = fukang();
    let mut new = old.clone();
    let mut moved = None;
    edit(&mut new, "output-cost", |one| {
        let at = one.children.iter().position(|child| child.id == "deductible").unwrap();
        moved = Some(one.children.remove(at));
    });
    edit(&mut new, "output-quality", |one| one.children.push(moved.unwrap()));
    edit(&mut new, "social-benefit", |one| {
        one.children.retain(|child| child.id != "policy-awareness");
        let mut fresh = one.children[0].clone();
        fresh.id = "fresh".to_owned();
        one.children.push(fresh);
    });
    let answer = comparison(&old, &new, &assessment);
    let deductible = row(&answer, "deductible");
    assert_eq!((deductible.place, deductible.difference()), (Place::Moved, Span::default()));
    let paths = (
        vec!["output".to_owned(), "output-cost".to_owned()],
        vec!["output".to_owned(), "output-quality".to_owned()],
    );
    assert_eq!(deductible.reasons, [Reason::Moved { old: paths.0, new: paths.1 }]);
    let gone = row(&answer, "policy-awareness");
    assert_eq!((gone.place, gone.new), (Place::OnlyOld, None));
    assert_eq!(gone.difference(), Span::exactly(figure("-7.15")));
    // It stands where it stood: behind the two that both forms have.
    let ids: Vec<_> = answer.rows.iter().map(|row| row.id.as_str()).collect();
    let at = ids.iter().position(|id| *id == "policy-awareness").unwrap();
    assert_eq!(ids[at - 1..=at + 1], ["system-improvement", "policy-awareness", "fresh"]);
    assert_eq!(answer.homeless.len(), 1);
    assert_eq!(answer.homeless[0].score, Some(Span::exactly(figure("7.15"))));
    let fresh = row(&answer, "fresh");
    assert_eq!((fresh.place, fresh.difference().max), (Place::OnlyNew, figure("8")));
}

#[test]
fn an_entry_that_does_not_fit_another_measure_is_named_by_its_fields() {
    let (old, assessment) = fukang();
    let mut new = old.clone();
    edit(&mut new, "insured-all", |one| {
        one.name.zh = "参保率".to_owned();
        let scoring = one.scoring.as_mut().unwrap();
        scoring.measure = Some(document("kind = 'rate'"));
        scoring.unit.zh = "%".to_owned();
        let off = "kind = 'deduction'\nid = 'late'\nlabel = { zh = '迟报' }\npoints = '1'";
        scoring.modifiers.push(document::<Modifier>(off));
    });
    new.facts.retain(|fact| fact.id != "budget-initial");
    edit(&mut new, "execution-rate", |one| {
        let scoring = one.scoring.as_mut().unwrap();
        scoring.prefill = document("actual = { fact = 'spent' }\ntarget = { fact = 'received' }");
    });
    let answer = comparison(&old, &new, &assessment);
    let reasons = &row(&answer, "insured-all").reasons;
    assert!(matches!(&reasons[0], Reason::Renamed { new, .. } if new.zh == "参保率"));
    assert!(
        matches!(&reasons[1], Reason::Measure(changes) if changes.contains(&change("kind", "ratio", "rate")))
    );
    assert_eq!(reasons[2], Reason::ModifierAdded { id: "late".to_owned() });
    assert!(matches!(&reasons[3], Reason::Unit { new, .. } if new.zh == "%"));
    assert_eq!(reasons[4], Reason::Unread { fields: vec!["target", "actual"] });
    assert_eq!(row(&answer, "insured-all").new.unwrap().score.min, Figure::ZERO);
    let execution = &row(&answer, "execution-rate").reasons;
    assert_eq!(execution[0], Reason::Prefill(vec![change("actual.fact", "executed", "spent")]));
    assert_eq!(execution[1], Reason::FactMissing { id: "spent".to_owned() });
    assert_eq!(answer.changes, [FormChange::FactRemoved { id: "budget-initial".to_owned() }]);
    assert_eq!(answer.unasked, ["budget-initial"]);
}

#[test]
fn the_whole_tells_its_scale_its_rounding_and_its_cap() {
    let (old, assessment) = fukang();
    let mut new = old.clone();
    new.edition = "2025.1".to_owned();
    new.grades.0[0].min = figure("95");
    new.rounding.places = 1;
    new.cap = Some(figure("92"));
    new.not_applicable = NotApplicable::FullMarks;
    let answer = comparison(&old, &new, &assessment);
    let edition = FormChange::Edition { old: "2024.1".to_owned(), new: "2025.1".to_owned() };
    assert_eq!(answer.changes[0], edition);
    assert!(matches!(answer.changes[1], FormChange::Rounding { .. }));
    assert_eq!(answer.changes[2], FormChange::Grades(vec![change("[0].min", "90", "95")]));
    assert!(matches!(answer.changes[3], FormChange::NotApplicable { .. }));
    assert_eq!(answer.changes[4], FormChange::Cap { old: None, new: Some(figure("92")) });
    // 3.75 → 3.8: rounding is the reason, and the only one.
    assert_eq!(row(&answer, "system-execution").reasons, [Reason::Rounding]);
    // 93.5 or so, capped at 92: 良 by the new bounds.
    assert_eq!(answer.new.total.score, Span::exactly(figure("92")));
    assert_eq!((answer.old.grade.certain, answer.new.grade.certain), (0, 1));
}

/// Forms to hold `rubric` against: another one with ids in common, and changed ones.
fn others(rubric: &Rubric, rng: &mut Rng) -> Vec<Rubric> {
    let stranger = rubrics::rubric(&mut Rng::new(rng.below(5_000)));
    let mut policy = rubric.clone();
    policy.not_applicable =
        rng.pick(&[NotApplicable::Rescale, NotApplicable::FullMarks, NotApplicable::ZeroWeight]);
    policy.rounding.mode = rng.pick(&[Mode::HalfUp, Mode::HalfEven, Mode::Down]);
    let mut mild = rubric.clone();
    strip(&mut mild.indicators, rng);
    vec![stranger, policy, mild, rubric.clone()]
}

/// Takes away a modifier or a prefill here and there, or turns their order round.
fn strip(indicators: &mut [Indicator], rng: &mut Rng) {
    for one in indicators {
        if let Some(scoring) = &mut one.scoring {
            match rng.below(4) {
                0 => drop(scoring.modifiers.pop()),
                1 => scoring.modifiers.reverse(),
                2 => scoring.prefill = Entry::default(),
                _ => {}
            }
        }
        strip(&mut one.children, rng);
    }
}

#[test]
fn every_row_is_there_once_and_no_difference_is_without_a_reason() {
    let mut seen = [0; 4];
    each_case(150, 4, |old, assessment, rng, name| {
        for new in others(old, rng) {
            let answer = comparison(old, &new, assessment);
            check(&answer, old, &new, assessment, name);
            for row in &answer.rows {
                let place = match row.place {
                    Place::Both => 0,
                    Place::Moved => 1,
                    Place::OnlyOld => 2,
                    Place::OnlyNew => 3,
                };
                seen[place] += 1;
            }
        }
    });
    assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
}

fn check(answer: &Comparison, old: &Rubric, new: &Rubric, assessment: &Assessment, name: &str) {
    let cards = [score(old, assessment), score(new, assessment)];
    assert_eq!(answer.old.total, cards[0].total, "{name}");
    assert_eq!(answer.new.total, cards[1].total, "{name}");
    let mut ids: Vec<&str> = answer.rows.iter().map(|row| row.id.as_str()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{name}: a row twice");
    let found = |new: bool| {
        answer.rows.iter().filter(move |row| if new { row.new } else { row.old }.is_some()).count()
    };
    assert_eq!((found(false), found(true)), (old.nodes().len(), new.nodes().len()), "{name}");
    for row in &answer.rows {
        let both = matches!(row.place, Place::Both | Place::Moved);
        let silent = both && row.reasons.is_empty();
        assert!(!silent || row.difference() == Span::default(), "{name}: {row:#?}");
    }
    for (id, entry) in assessment.entries.iter().filter(|(_, entry)| !entry.is_empty()) {
        let taken = answer.rows.iter().any(|row| row.id == *id && row.new.is_some());
        let listed = answer.homeless.iter().any(|one| one.id == *id);
        assert!(taken != listed, "{name}: entry {id} {entry:?}");
    }
}
