//! What is open, and what settles the grade; two inputs at once.

use jiheng::engine::score;
use jiheng::whatif::grid::{Axis, grid};
use jiheng::whatif::lever::levers;
use jiheng::whatif::range::range;
use jiheng::whatif::swing::By;

use crate::{case, somewhere};

#[test]
fn an_answer_settles_the_grade_or_leaves_it_open_as_it_is_said_to() {
    let (mut settled, mut open, mut shared) = (0, 0, 0);
    for seed in 0..1_200 {
        let (rubric, mut assessment, mut rng) = case(seed);
        // Facts that are asked for and not yet there.
        for text in assessment.facts.iter_mut().map(|(_, text)| text) {
            if rng.one_in(4) {
                text.clear();
            }
        }
        let found = range(&rubric, &assessment);
        assert_eq!(found.total, score(&rubric, &assessment).total.score);
        for lever in levers(&rubric, &assessment) {
            let all = found.open.iter().flat_map(|one| &one.settles);
            let own: Vec<_> = all.filter(|one| one.lever.input == lever.input).collect();
            let asked = found.open.iter().any(|one| lever.nodes().any(|node| node == one.node));
            if !asked || lever.now.is_some() {
                continue;
            }
            shared += usize::from(lever.is_shared());
            for _ in 0..12 {
                let at = somewhere(&lever, &mut rng, (0, lever.last()));
                let mut changed = assessment.clone();
                lever.change(&rubric, &mut changed, at);
                let grade = score(&rubric, &changed).grade;
                let said = own
                    .iter()
                    .find(|one| (one.positions.0..=one.positions.1).contains(&at))
                    .map(|one| one.grade);
                assert_eq!(grade.settled(), said, "{seed} {} at {at}", lever.id(&rubric));
                *(if said.is_some() { &mut settled } else { &mut open }) += 1;
            }
        }
    }
    println!("settled {settled}, left open {open}; {shared} shared");
    assert!(settled > 300 && open > 200 && shared > 20, "{settled} {open} {shared}");
}

#[test]
fn every_cell_of_a_grid_is_the_total_with_both_changes() {
    for seed in 0..300 {
        let (rubric, assessment, mut rng) = case(seed);
        let mut all = levers(&rubric, &assessment);
        if all.len() < 2 {
            continue;
        }
        let x = all.swap_remove(rng.below(all.len() as u64) as usize);
        let y = all.swap_remove(rng.below(all.len() as u64) as usize);
        let by = By::Percent("20".parse().unwrap());
        let x = Axis::around(&rubric, &assessment, x, by, 4);
        let y = Axis::around(&rubric, &assessment, y, by, 3);
        let found = grid(&rubric, &assessment, x, y);
        for (row, down) in found.totals.iter().zip(&found.y.positions) {
            for (total, across) in row.iter().zip(&found.x.positions) {
                let mut changed = assessment.clone();
                found.y.lever.change(&rubric, &mut changed, *down);
                found.x.lever.change(&rubric, &mut changed, *across);
                let expected = score(&rubric, &changed).total.score;
                let ids = (found.x.lever.id(&rubric), found.y.lever.id(&rubric));
                assert_eq!(*total, expected, "{seed} {ids:?} {across} {down}");
            }
        }
    }
}
