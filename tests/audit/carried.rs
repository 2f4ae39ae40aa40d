//! The form that an audit makes, where it is kept: beside its assessment, in a file and in a link.

use jiheng::audit::recovery::recover;
use jiheng::audit::{Form, Sheet, form};
use jiheng::engine::{Severity, score};
use jiheng::exchange::json::{self, Named};
use jiheng::exchange::{link, typed};
use jiheng::presets;

use super::*;

fn made(json: &str, table: usize) -> Named {
    let tables = tables(json);
    let sheet = Sheet::new(&tables[table], table);
    let Form { rubric, assessment, .. } = form(&sheet, &recover(&sheet)).unwrap();
    Named::with_rubric(assessment, rubric)
}

/// The total as the page scores it.
fn total(named: &Named) -> String {
    let rubric = named.rubric.as_ref().unwrap();
    let card = score(rubric, &typed::plain(rubric, &named.assessment));
    assert!(card.problems.iter().all(|one| one.severity() != Severity::Error));
    card.total.score.min.trimmed()
}

#[test]
fn it_scores_the_same_after_a_project_file_and_after_a_link() {
    let due = [
        // Its appendix: the rows give 94, the total is printed as 95.0.
        (include_str!("tables/futian.json"), 2, "94"),
        (include_str!("tables/futian.json"), 0, "95"),
        (include_str!("tables/fukang.json"), 0, "93.5"),
        (include_str!("tables/fukang-self.json"), 0, "88.37"),
        (include_str!("tables/jinzhong.json"), 1, "100"),
    ];
    for (table, at, points) in due {
        let named = made(table, at);
        assert_eq!(total(&named), points);
        let file = json::write(std::slice::from_ref(&named));
        let read = json::read(file.as_bytes()).unwrap();
        assert_eq!(read, std::slice::from_ref(&named));
        assert_eq!(total(&read[0]), points);
        let payload = link::write(&named).unwrap();
        assert!(payload.starts_with('2') && payload.len() < 8_000, "{}", payload.len());
        let read = link::read(&payload).unwrap();
        assert_eq!(total(&read), points);
        assert_eq!(read, named);
    }
}

#[test]
fn it_is_called_like_none_of_the_presets() {
    // A preset is what its name says, whatever rubric comes along under that name.
    let named = made(include_str!("tables/futian.json"), 2);
    assert!(presets::find(&named.assessment.rubric.id).is_none());
}
