//! Rubrics that come from elsewhere: those that nobody could draw or name are refused by their path.

use super::*;
use crate::exchange::json::{self, FileError};

/// A form of two rows, 60 and 40.
const RUBRIC: &str = r#"{"id":"published","edition":"1","title":{"zh":"表"},"region":{"zh":""},
    "kind":"third-party-evaluation","layout":"report","grades":[{"name":{"zh":"优"},"min":"0"}],
    "indicators":[{"id":"g1","name":{"zh":"产出"},"weight":"100","children":[
        {"id":"r1","name":{"zh":"甲"},"weight":"60","scoring":{"rule":{"kind":"judgement"}}},
        {"id":"r2","name":{"zh":"乙"},"weight":"40","scoring":{"rule":{"kind":"judgement"}}}]}],
    "sources":[]}"#;

pub(in crate::exchange) fn rubric() -> Rubric {
    crate::tree::parse(RUBRIC).unwrap().document().unwrap()
}

/// Where a file is refused whose rubric is this one.
fn refused(rubric: &str) -> String {
    let file = format!(
        r#"{{"format":"jiheng-project","version":2,"assessments":[{{"name":"","assessment":
            {{"version":1,"rubric":{{"id":"published"}}}},"rubric":{rubric}}}]}}"#
    );
    match json::read(file.as_bytes()) {
        Err(FileError::WrongShape { path, .. }) => path,
        Err(other) => panic!("{other:?}"),
        Ok(_) => String::new(),
    }
}

fn changed(from: &str, to: &str) -> String {
    assert!(RUBRIC.contains(from));
    refused(&RUBRIC.replacen(from, to, 1))
}

#[test]
fn a_sound_one_is_read() {
    assert_eq!(refused(RUBRIC), "");
    assert_eq!(refused("null"), "");
}

#[test]
fn one_of_another_shape_is_refused_by_its_path() {
    let own = "assessments[0].rubric";
    assert_eq!(refused("[]"), own);
    assert_eq!(changed(r#""edition":"1","#, ""), own);
    assert_eq!(
        changed(r#""weight":"60""#, r#""weight":60"#),
        format!("{own}.indicators[0].children[0].weight")
    );
    assert_eq!(
        changed(r#""kind":"judgement""#, r#""kind":"oracle""#),
        format!("{own}.indicators[0].children[0].scoring.rule.kind")
    );
    assert_eq!(changed(r#""title""#, r#""colour":"red","title""#), format!("{own}.colour"));
}

#[test]
fn one_that_the_assessment_is_not_pinned_to_is_refused() {
    assert_eq!(changed(r#""id":"published""#, r#""id":"other""#), "assessments[0].rubric.id");
    assert_eq!(changed(r#""id":"published""#, r#""id":"""#), "assessments[0].rubric.id");
}

#[test]
fn one_whose_id_is_more_than_letters_digits_and_hyphens_is_refused() {
    for id in ["城 市/../表", "a b", "a/b", ""] {
        let named = crate::tree::parse(&RUBRIC.replacen("published", id, 1)).unwrap();
        let paths: Vec<String> =
            super::rubric(named).unwrap_err().into_iter().map(|flaw| flaw.path).collect();
        assert_eq!(paths, ["id"], "{id}");
    }
}

#[test]
fn indicators_without_a_name_of_their_own_are_refused() {
    let indicators = "assessments[0].rubric.indicators";
    for id in ["r2", "", "r 1", "行"] {
        assert_eq!(changed(r#""id":"r1""#, &format!(r#""id":"{id}""#)), indicators, "{id:?}");
    }
    let facts = r#""facts":[{"id":"a","label":{"zh":""}},{"id":"a","label":{"zh":""}}],"sources""#;
    assert_eq!(changed(r#""sources""#, facts), "assessments[0].rubric.facts");
}

#[test]
fn an_indicator_that_is_neither_group_nor_leaf_is_refused() {
    let indicators = "assessments[0].rubric.indicators";
    assert_eq!(changed(r#","scoring":{"rule":{"kind":"judgement"}}"#, ""), indicators);
    let both = r#""weight":"100","scoring":{"rule":{"kind":"judgement"}}"#;
    assert_eq!(changed(r#""weight":"100""#, both), indicators);
}

#[test]
fn one_too_large_or_too_deep_to_be_drawn_is_refused_at_once() {
    let own = "assessments[0].rubric";
    assert_eq!(
        changed(r#""sources""#, r#""rounding":{"places":4000000000,"mode":"half-up"},"sources""#),
        format!("{own}.rounding.places")
    );
    let leaf =
        r#"{"id":"r1","name":{"zh":"甲"},"weight":"60","scoring":{"rule":{"kind":"judgement"}}}"#;
    let mut deep = leaf.to_owned();
    for level in 0..4 {
        deep =
            format!(r#"{{"id":"d{level}","name":{{"zh":""}},"weight":"60","children":[{deep}]}}"#);
    }
    assert_eq!(changed(leaf, &deep), format!("{own}.indicators"));
    let many = |count: usize| {
        let rows: Vec<String> = (0..count).map(|n| leaf.replace("r1", &format!("n{n}"))).collect();
        changed(leaf, &rows.join(","))
    };
    // With the group and the row that are there already.
    assert_eq!(many(MOST_INDICATORS - 2), "");
    assert_eq!(many(MOST_INDICATORS - 1), format!("{own}.indicators"));
    assert_eq!(many(MOST_INDICATORS), format!("{own}.indicators.children"));
    let long = vec![r#"{"zh":""}"#; MOST_IN_LIST + 1].join(",");
    assert_eq!(
        changed(r#""id":"r1","#, &format!(r#""id":"r1","criteria":[{long}],"#)),
        format!("{own}.indicators.children.criteria")
    );
    let wide = vec![r#"{"zh":""}"#; MOST_IN_LIST].join(",");
    let wide = leaf.replace(r#""id""#, &format!(r#""criteria":[{wide}],"id""#));
    let rows: Vec<String> = (0..1_000).map(|n| wide.replace("r1", &format!("n{n}"))).collect();
    assert_eq!(changed(leaf, &rows.join(",")), own);
}
