//! Correct tables have no error, and a fault that is planted in them is found.

use std::collections::BTreeMap;

use jiheng::audit::{Change, Check, PublishedTable, audit};
use jiheng::engine::{Mode, Severity};

use crate::faults::plant;
use crate::generate::{Rng, assessments, rubrics};
use crate::printing::{Print, printed};

/// Correct tables, each with the way it was printed.
pub fn correct(many: usize) -> impl Iterator<Item = (u64, PublishedTable, Print, Rng)> {
    let table = |seed| {
        let mut rng = Rng::new(seed);
        let rubric = rubrics::rubric(&mut rng);
        let assessment = assessments::assessment(&rubric, &mut rng);
        let places = rng.pick(&[0, 1, 2, 2]);
        let print = Print {
            places,
            mode: rng.pick(&[Mode::HalfUp, Mode::HalfUp, Mode::HalfEven, Mode::Down]),
        };
        let table = printed(&rubric, &assessment, print)?;
        (table.rows.len() > 2).then_some((seed, table, print, rng))
    };
    (0..).filter_map(table).take(many)
}

const TABLES: usize = 10_000;

#[test]
fn correct_tables_have_no_error_and_a_fault_is_found_at_its_place() {
    let mut planted: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut alarms, mut tables) = (0, 0);
    for (seed, table, print, mut rng) in correct(TABLES) {
        tables += 1;
        let report = audit(std::slice::from_ref(&table));
        let errors: Vec<_> =
            report.findings.iter().filter(|one| one.severity == Severity::Error).collect();
        // A correct total has the grade that is printed, so its rows never rule that out.
        let certain = report.verdicts.iter().any(|one| one.grade_change() == Change::Certain);
        if !errors.is_empty() || certain {
            alarms += 1;
            println!("{seed}: {errors:?}");
        }
        for check in Check::ALL {
            let Some((faulty, place)) = plant(*check, &table, print, &mut rng) else { continue };
            let report = audit(&faulty);
            let found = report.findings.iter().any(|one| {
                one.check == *check && (one.place == place || one.with.contains(&place))
            });
            let count = planted.entry(check.name()).or_default();
            count.0 += 1;
            count.1 += usize::from(found);
            if !found && count.0 - count.1 < 3 {
                println!("{seed}: {} at {place:?} not found: {print:?} {faulty:#?}", check.name());
            }
        }
    }
    println!("{alarms} of {tables} correct tables with an error");
    for (check, (planted, found)) in &planted {
        println!("{check}: {found} of {planted} found");
    }
    assert_eq!(alarms, 0);
    assert_eq!(planted.len(), Check::ALL.len());
    assert!(planted.values().all(|(planted, found)| planted == found && *planted >= 500));
}
