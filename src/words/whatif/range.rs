//! Sentences of `whatif::range`.

use super::scored::Scored;
use crate::engine::{Rubric, Span};
use crate::whatif::range::{Open, Range, Settles};
use crate::words::Lang;
use crate::words::figure::padded_points;
use crate::words::table::whatif::range as text;
use crate::words::table::{quoted_list, say, shared, t};
use crate::words::whatif::lever::input_name;
use crate::words::whatif::within::within;

/// What is open, between what the total lies, which grades are possible, and which single answers
/// settle it.
///
/// `尚有1项未确定：“…”。总分最低88.02分，最高94.02分，等级可能为“优”“良”。`
pub fn range(of: Scored<'_>, range: &Range) -> Vec<String> {
    let Scored { rubric, lang, .. } = of;
    let Range { total, grade, open } = range;
    let name = |at: usize| rubric.grades.0.get(at).map_or("", |grade| lang.of(&grade.name));
    let [min, max] = ends(rubric, *total, lang);
    if total.is_settled() && open.is_empty() {
        let values = [("total", &*min), ("grade", name(grade.certain))];
        return vec![say(text::SETTLED, lang, &values)];
    }
    let nodes = rubric.nodes();
    let names = open.iter().filter_map(|one| nodes.get(one.node));
    let list = quoted_list(names.map(|node| lang.of(&node.indicator.name)), lang);
    let mut said = Vec::new();
    if !open.is_empty() {
        said.push(say(text::OPEN, lang, &[("n", &open.len().to_string()), ("list", &list)]));
    }
    let key = if grade.best == grade.certain { text::CERTAIN } else { text::POSSIBLE };
    let grades = quoted_list((grade.best..=grade.certain).map(name), lang);
    let values =
        [("min", &*min), ("max", &max), ("grade", name(grade.certain)), ("grades", &grades)];
    said.push(say(key, lang, &values));
    if grade.best != grade.certain {
        let mut found: Vec<String> = Vec::new();
        for sentence in open.iter().flat_map(|one| settling(of, one)) {
            // A fact settles it for every row that waits for it.
            if !found.contains(&sentence) {
                found.push(sentence);
            }
        }
        match found.is_empty() {
            true => said.push(t(text::NONE_SETTLES, lang).to_owned()),
            false => said.extend(found),
        }
    }
    said
}

/// For each input of an open row, the answers by which it alone settles the grade.
///
/// `“…”不低于10973人时，等级即确定为“优”；不超过10972人时，等级即确定为“良”。`
pub fn settling(of: Scored<'_>, open: &Open) -> Vec<String> {
    let named = inputs(of, open).into_iter();
    named.map(|(name, list)| of_input(&name, &list, of.lang)).collect()
}

/// The same beside the name of the row, which is not said again.
pub fn settling_beside(of: Scored<'_>, open: &Open) -> Vec<String> {
    let Scored { rubric, lang, .. } = of;
    let row = rubric.nodes().get(open.node).map_or("", |node| lang.of(&node.indicator.name));
    let named = inputs(of, open).into_iter();
    let said = named.map(|(name, list)| match name == row {
        true => list + t(shared::STOP, lang),
        false => of_input(&name, &list, lang),
    });
    said.collect()
}

fn of_input(name: &str, list: &str, lang: Lang) -> String {
    say(text::OF_ROW, lang, &[("name", name), ("list", list)])
}

/// The inputs of a row with what each settles.
fn inputs(of: Scored<'_>, open: &Open) -> Vec<(String, String)> {
    let Scored { rubric, lang, .. } = of;
    let mut inputs: Vec<(String, String)> = Vec::new();
    for one in &open.settles {
        let (name, clause) = (input_name(rubric, &one.lever, lang), clause(of, one));
        match inputs.iter_mut().find(|(known, _)| *known == name) {
            Some((_, list)) => *list = [list, t(shared::SEMICOLON, lang), &clause].concat(),
            None => inputs.push((name, clause)),
        }
    }
    inputs
}

fn clause(of: Scored<'_>, one: &Settles) -> String {
    let Scored { rubric, lang, .. } = of;
    let within = within(of, &one.lever, one.positions, (0, one.lever.last()));
    let grade = rubric.grades.0.get(one.grade).map_or("", |grade| lang.of(&grade.name));
    say(text::SETTLES, lang, &[("within", &within), ("grade", grade)])
}

fn ends(rubric: &Rubric, total: Span, lang: Lang) -> [String; 2] {
    [total.min, total.max].map(|end| padded_points(end, rubric.rounding.places, lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;

    fn said(blank: &[&str], lang: Lang) -> String {
        let rubric = presets::rubric("fukang").unwrap();
        let mut example = presets::example("fukang").unwrap();
        for id in blank {
            let entry = example.entries.or_default(id);
            (entry.actual, entry.yes) = (None, None);
        }
        let found = crate::whatif::range::range(&rubric, &example);
        let card = crate::engine::score(&rubric, &example);
        let of = Scored { rubric: &rubric, assessment: &example, card: &card, lang };
        range(of, &found).join("\n")
    }

    #[test]
    fn a_row_left_open_says_which_answer_settles_the_grade() {
        // 93.50 − 5.48 = 88.02, up to 94.02; 6 × 10973/33333 = 1.98 make 90.00.
        insta::assert_snapshot!(said(&["insured-all"], Lang::Zh), @"
        尚有1项未确定：“城镇职工大额医疗保险参保人数”。
        总分最低88.02分，最高94.02分，等级可能为“优”“良”。
        “城镇职工大额医疗保险参保人数”不低于10973人时，等级即确定为“优”；不超过10972人时，等级即确定为“良”。
        ");
        insta::assert_snapshot!(said(&["insured-all"], Lang::En), @"
        Still open (1): “Urban employees in the major medical scheme”.
        The total lies between 88.02 points and 94.02 points; possible grades: “Excellent”, “Good”.
        “Urban employees in the major medical scheme”: at least 10973 persons settles the grade as “Excellent”; at most 10972 persons settles the grade as “Good”.
        ");
    }

    #[test]
    fn nothing_open_is_said_plainly() {
        let said = said(&[], Lang::Zh);
        assert_eq!(said, "没有未确定的指标，总分确定为93.50分，等级为“优”。");
    }

    #[test]
    fn a_grade_that_is_certain_needs_no_answer() {
        // 93.50 − 3.39 = 90.11 at least.
        let said = said(&["insured-pooled"], Lang::Zh);
        assert!(said.ends_with("总分最低90.11分，最高95.11分，等级已确定为“优”。"), "{said}");
    }
}
