//! Whether a rubric from outside can be opened, and everything that is wrong with it.
//!
//! Here and not in the page, which scores by rubrics that were checked before and need not download
//! the check.

use crate::engine::{Label, Problem, Rubric, Severity, validate};
use crate::exchange::{json, own};
use crate::presets;
use crate::tree::{self, NotJson, Tree};
use crate::words::Lang;
use crate::words::table::{documents as text, say};
use crate::words::told::{Text, Told};

/// Everything that is wrong with the text of a rubric.
pub struct Checked {
    /// It as it was read; none where it has the wrong shape.
    pub rubric: Option<Rubric>,
    /// Its title, as far as that can be read.
    pub title: Label,
    /// What is wrong, errors first; nothing that the rubric accepts itself.
    pub problems: Vec<Told>,
}

/// What is wrong with the text of a rubric, as JSON in the shape that the module for portals gives
/// problems, and how much of it is an error.
pub fn check_rubric(given: &str) -> (String, usize) {
    let problems = told(given).problems;
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    (tree::json(&problems), errors)
}

/// The same, to be drawn.
pub fn told(given: &str) -> Checked {
    let refused =
        |problem| Checked { rubric: None, title: Label::default(), problems: vec![problem] };
    if given.len() > json::MAX_BYTES {
        let flaw = tree::WrongShape::new("more than a form holds");
        return refused(Told::of_shape(&flaw));
    }
    let tree = match tree::parse(given) {
        Ok(tree) => tree,
        Err(flaw) => return refused(no_json(&flaw)),
    };
    if let Some(taken) = preset_name(&tree) {
        return refused(taken);
    }
    let title = title(&tree);
    let (rubric, problems) = match own::rubric(tree.clone()) {
        Ok(read) => (Some((*read).clone()), found(&read)),
        Err(flaws) => with_shape(tree, &flaws),
    };
    Checked { rubric, title, problems }
}

fn title(tree: &Tree) -> Label {
    let Tree::Fields(fields) = tree else { return Label::default() };
    fields.get("title").and_then(|title| title.clone().document().ok()).unwrap_or_default()
}

/// What keeps a rubric from being drawn. Where that is its content rather than its shape, the check of
/// rubrics tells all of it, and better.
fn with_shape(mut tree: Tree, flaws: &[tree::WrongShape]) -> (Option<Rubric>, Vec<Told>) {
    if let Tree::Fields(fields) = &mut tree {
        fields.remove("$schema");
    }
    let too_much = flaws.iter().any(|flaw| flaw.message == "more than a form holds");
    let read = if too_much { None } else { tree.document::<Rubric>().ok() };
    if let Some(rubric) = read {
        let problems = found(&rubric);
        if problems.iter().any(Told::is_error) {
            return (Some(rubric), problems);
        }
    }
    (None, flaws.iter().map(Told::of_shape).collect())
}

fn found(rubric: &Rubric) -> Vec<Told> {
    let accepted = |problem: &Problem| {
        let known = rubric.accepted.iter().any(|accepted| accepted.covers(problem));
        known && problem.severity() < Severity::Error
    };
    let mut all = validate(rubric);
    all.retain(|problem| !accepted(problem));
    all.sort_by_key(|problem| std::cmp::Reverse(problem.severity()));
    all.iter().map(|problem| Told::of(rubric, problem)).collect()
}

fn no_json(flaw: &NotJson) -> Told {
    let (line, column) = (flaw.line.to_string(), flaw.column.to_string());
    let name = flaw.twice.as_deref().unwrap_or_default();
    let key = if flaw.twice.is_some() { text::RUBRIC_TWICE } else { text::RUBRIC_NOT_JSON };
    let values = [("line", line.as_str()), ("column", &column), ("name", name)];
    Told::error("not-json", Text::of(|lang: Lang| say(key, lang, &values)))
}

/// That a preset has this name: it is never taken by what comes from outside.
fn preset_name(tree: &Tree) -> Option<Told> {
    let Tree::Fields(fields) = tree else { return None };
    let Some(Tree::Text(id)) = fields.get("id") else { return None };
    let taken = Text::of(|lang| say(text::RUBRIC_OF_PRESET, lang, &[("id", id)]));
    let taken = Told { field: Some("id".to_owned()), ..Told::error("preset-name", taken) };
    presets::find(id).map(|_| taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(given: &str) -> Vec<(String, String)> {
        let of = |told: Told| (told.code, told.indicator.or(told.field).unwrap_or_default());
        told(given).problems.into_iter().map(of).collect()
    }

    fn due(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(code, place)| ((*code).to_owned(), (*place).to_owned())).collect()
    }

    fn city() -> String {
        presets::rubric_text("fukang").unwrap().replacen("\"fukang\"", "\"city\"", 1)
    }

    #[test]
    fn a_form_under_another_name_is_sound_with_or_without_its_schema() {
        assert_eq!(problems(&city()), []);
        let with_schema = city().replacen('{', "{\"$schema\":\"../jiheng.schema.json\",", 1);
        assert_eq!(problems(&with_schema), []);
    }

    #[test]
    fn the_name_of_a_preset_is_not_taken() {
        let taken = presets::rubric_text("fukang").unwrap();
        assert_eq!(problems(taken), due(&[("preset-name", "id")]));
    }

    #[test]
    fn an_id_that_no_address_takes_is_told() {
        for id in ["城 市/../表", "a b", "a/b", ""] {
            let named = city().replacen("\"city\"", &format!("\"{id}\""), 1);
            assert_eq!(problems(&named), due(&[("bad-id", "id")]), "{id}");
        }
    }

    #[test]
    fn the_title_is_known_though_the_shape_is_wrong() {
        let wrong = told(&city().replacen("\"edition\"", "\"edtion\"", 1));
        assert!(
            wrong.rubric.is_none() && wrong.title.zh.starts_with("阜康市"),
            "{}",
            wrong.title.zh
        );
    }

    #[test]
    fn every_value_of_the_wrong_shape_is_told() {
        let wrong =
            city().replacen("\"edition\"", "\"edtion\"", 1).replacen(":\"report\"", ":1", 1);
        let found = problems(&wrong);
        assert_eq!(
            found,
            due(&[("wrong-shape", "edtion"), ("wrong-shape", ""), ("wrong-shape", "layout")])
        );
        assert_eq!(problems("{"), due(&[("not-json", "")]));
        assert_eq!(problems("{\"a\":1,\"a\":2}"), due(&[("not-json", "")]));
    }

    #[test]
    fn every_fault_of_the_content_is_told_at_once_errors_first() {
        let mut rubric = presets::rubric("fukang").unwrap();
        rubric.id = "city".to_owned();
        rubric.sources.clear();
        rubric.grades.0.pop();
        rubric.indicators[0].weight = "11".parse().unwrap();
        rubric.indicators[1].id = rubric.indicators[0].id.clone();
        let codes: Vec<String> =
            problems(&tree::json(&rubric)).into_iter().map(|one| one.0).collect();
        for code in [
            "grade-gap",
            "weights-not-full",
            "weights-not-parent",
            "duplicate-id",
            "source-missing",
        ] {
            assert!(codes.iter().any(|found| found == code), "{code}: {codes:?}");
        }
    }

    #[test]
    fn what_a_form_accepts_itself_is_not_told_again() {
        let taishan =
            presets::rubric_text("taishan").unwrap().replacen("\"taishan\"", "\"town\"", 1);
        assert_eq!(problems(&taishan), []);
        let mut strict = presets::rubric("taishan").unwrap();
        (strict.id, strict.accepted) = ("town".to_owned(), Vec::new());
        let (list, errors) = check_rubric(&tree::json(&strict));
        assert!(errors == 0 && list.starts_with("[{\"indicator\""), "{list}");
    }
}
