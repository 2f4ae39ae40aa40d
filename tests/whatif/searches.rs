//! Levers and distances.

use jiheng::engine::{Figure, Trial, score};
use jiheng::whatif::distance::{Way, distances};
use jiheng::whatif::lever::levers;

use crate::generate::decimal;
use crate::{case, scored, somewhere};

#[test]
fn a_position_in_a_trial_gives_the_total_of_the_assessment_with_it() {
    let (mut tried, mut shared) = (0, 0);
    for seed in 0..400 {
        let (rubric, assessment, mut rng) = case(seed);
        let mut trial = Trial::new(&rubric, &assessment);
        let total = trial.total();
        for lever in levers(&rubric, &assessment) {
            for _ in 0..6 {
                let position = somewhere(&lever, &mut rng, (0, lever.last()));
                let expected = scored(&rubric, &assessment, &lever, position);
                let found = lever.set(&mut trial, position);
                assert_eq!(found, expected, "{seed} {} at {position}", lever.id(&rubric));
            }
            if let Some(now) = lever.now {
                let id = lever.id(&rubric);
                assert_eq!(scored(&rubric, &assessment, &lever, now), total, "{seed} {id} now");
            }
            assert_eq!(lever.restore(&mut trial), total, "{seed} {}", lever.id(&rubric));
            tried += 1;
            shared += usize::from(lever.is_shared());
        }
    }
    assert!(tried > 5_000 && shared > 50, "{tried} levers, {shared} shared");
}

#[test]
fn within_a_segment_each_row_and_the_total_of_one_row_only_rise_or_only_fall() {
    let mut shared = 0;
    for seed in 0..900 {
        let (rubric, assessment, mut rng) = case(seed);
        let mut trial = Trial::new(&rubric, &assessment);
        for lever in levers(&rubric, &assessment) {
            let nodes: Vec<usize> = lever.nodes().collect();
            for segment in lever.segments() {
                let mut at: Vec<i64> =
                    (0..6).map(|_| somewhere(&lever, &mut rng, *segment)).collect();
                at.sort_unstable();
                // The total, then each row.
                let mut points = vec![Vec::new(); 1 + nodes.len()];
                for position in &at {
                    points[0].push(lever.set(&mut trial, *position));
                    for (row, node) in nodes.iter().enumerate() {
                        points[1 + row].push(trial.score_of(*node));
                    }
                }
                for (what, spans) in points.iter().enumerate().skip(usize::from(nodes.len() > 1)) {
                    let mut pairs = spans.windows(2);
                    let rises =
                        pairs.all(|two| two[0].min <= two[1].min && two[0].max <= two[1].max);
                    let mut pairs = spans.windows(2);
                    let falls =
                        pairs.all(|two| two[0].min >= two[1].min && two[0].max >= two[1].max);
                    let id = lever.id(&rubric);
                    assert!(rises || falls, "{seed} {id} {segment:?} {what}: {at:?} {spans:?}");
                }
            }
            shared += usize::from(lever.is_shared());
            lever.restore(&mut trial);
        }
    }
    assert!(shared > 100, "{shared}");
}

#[test]
fn a_distance_reaches_the_target_and_one_step_less_does_not() {
    let (mut reached, mut never, mut lost, mut kept) = (0, 0, 0, 0);
    for seed in 0..800 {
        let (rubric, assessment, mut rng) = case(seed);
        let now = score(&rubric, &assessment).total.score;
        let gap: Figure = decimal(rng.between(1, 1_500), 2).parse().unwrap();
        let target = now.min + gap;
        let found = distances(&rubric, &assessment, target);
        assert_eq!(found.total, now);
        for one in &found.of {
            let (lever, id) = (&one.lever, one.lever.id(&rubric));
            let total = |at: i64| scored(&rubric, &assessment, lever, at);
            let origin = lever.now;
            for (way, goal) in [(Some(one.up), true), (one.down, false)] {
                let met = |points: Figure| match found.held {
                    _ if goal => points >= target,
                    Some(bound) => points < bound,
                    None => false,
                };
                match way {
                    None | Some(Way::Already) => {}
                    Some(Way::From(way)) => {
                        assert!(met(total(way.at.position).min), "{seed} {id}: {way:?}");
                        assert_eq!(total(way.at.position), way.at.total, "{seed} {id}");
                        if let Some(short) = way.short {
                            assert_eq!(total(short.position), short.total, "{seed} {id}");
                            assert!(!met(short.total.min), "{seed} {id}: {way:?}");
                            assert_eq!(short.position.abs_diff(way.at.position), 1);
                        }
                        // Nothing nearer does, on either side.
                        if let Some(origin) = origin {
                            let reach = origin.abs_diff(way.at.position) as i64 - 1;
                            let (from, to) = (origin - reach, origin + reach);
                            let ends = (from.max(0), to.min(lever.last()));
                            for _ in 0..4 {
                                let at = somewhere(lever, &mut rng, ends);
                                assert!(!met(total(at).min), "{seed} {id}: {at} is nearer");
                            }
                        }
                        *(if goal { &mut reached } else { &mut lost }) += 1;
                    }
                    Some(Way::Never(best)) => {
                        assert_eq!(total(best.position), best.total, "{seed} {id}");
                        for _ in 0..8 {
                            let at = somewhere(lever, &mut rng, (0, lever.last()));
                            let points = total(at).min;
                            assert!(!met(points), "{seed} {id}: {at} does");
                            let beyond = match goal {
                                true => points > best.total.min,
                                false => points < best.total.min,
                            };
                            assert!(!beyond, "{seed} {id}: {at} gives {points}, not {best:?}");
                        }
                        *(if goal { &mut never } else { &mut kept }) += 1;
                    }
                }
            }
        }
    }
    println!("reached {reached}, never {never}; grade lost {lost}, kept {kept}");
    assert!(reached > 800 && never > 800 && lost > 400 && kept > 800);
}
