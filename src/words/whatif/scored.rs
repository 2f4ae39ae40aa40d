//! What the sentences are about: an assessment with its score, and what of it is still open.

use crate::engine::{Assessment, Figure, Rubric, Scorecard, Span};
use crate::whatif::losses::losses;
use crate::words::Lang;
use crate::words::figure::padded_points;
use crate::words::table::whatif::open as text;
use crate::words::table::{quoted_list, say, shared, t};

/// An assessment with its score, told in a language.
#[derive(Clone, Copy)]
pub struct Scored<'a> {
    /// 指标体系.
    pub rubric: &'a Rubric,
    /// What is entered, with plain figures.
    pub assessment: &'a Assessment,
    /// Its score.
    pub card: &'a Scorecard,
    /// In this language.
    pub lang: Lang,
}

impl Scored<'_> {
    /// Points with all decimals of the form: `93.50分`.
    pub fn points(self, points: Figure) -> String {
        padded_points(points, self.rubric.rounding.places, self.lang)
    }

    /// What the points that are certain are called: 总分, or 已确定得分 while answers are open.
    pub fn total_name(self) -> &'static str {
        let settled = self.card.total.score.is_settled();
        t(if settled { text::TOTAL } else { text::CERTAIN }, self.lang)
    }

    /// What is certain and what is open, to stand before an answer; none where nothing is open.
    ///
    /// `尚有2项未填或未定：“…”“…”，以下按已确定得分82.77分计（可能82.77～95.77分，“优”或“良”）。`
    pub fn remark(self) -> Option<String> {
        let total = self.card.total.score;
        let found = losses(self.rubric, self.card);
        let nodes = self.rubric.nodes();
        let open = found.steps.iter().filter(|step| step.open() > Figure::ZERO);
        let names = open.filter_map(|step| nodes.get(step.node()?));
        let names: Vec<&str> = names.map(|node| self.lang.of(&node.indicator.name)).collect();
        if total.is_settled() && names.is_empty() {
            return None;
        }
        let places = self.rubric.rounding.places;
        let ends = [("from", &*total.min.padded(places)), ("to", &total.max.padded(places))];
        let span = say(shared::RANGE, self.lang, &ends);
        let values = [
            ("n", &*names.len().to_string()),
            ("list", &quoted_list(names.iter().copied(), self.lang)),
            ("min", &self.points(total.min)),
            ("span", &say(shared::POINTS, self.lang, &[("n", &span)])),
            ("grades", &possible(self.rubric, total, self.lang)),
        ];
        let key = if names.is_empty() { text::TOTAL_OPEN } else { text::ROWS_OPEN };
        Some(say(key, self.lang, &values))
    }
}

/// The grades that a total may still have, the best first: `“优”或“良”`.
pub fn possible(rubric: &Rubric, total: Span, lang: Lang) -> String {
    let positions = rubric.grades.position(total.max)..=rubric.grades.position(total.min);
    let grades = positions.filter_map(|at| rubric.grades.0.get(at));
    let names: Vec<&str> = grades.map(|grade| lang.of(&grade.name)).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            let rest = quoted_list(rest.iter().copied(), lang);
            [rest, quoted_list([*last].into_iter(), lang)].join(t(text::OR, lang))
        }
        _ => quoted_list(names.into_iter(), lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::score;
    use crate::presets;

    #[test]
    fn two_blank_rows_are_named_before_an_answer_with_what_is_certain() {
        let rubric = presets::rubric("fukang").unwrap();
        let mut example = presets::example("fukang").unwrap();
        let said = |assessment: &Assessment, lang| {
            let card = score(&rubric, assessment);
            Scored { rubric: &rubric, assessment, card: &card, lang }.remark()
        };
        assert_eq!(said(&example, Lang::Zh), None);
        example.entries.or_default("insured-pooled").actual = None;
        example.entries.or_default("burden-relief").yes = None;
        // 93.50 − 3.39 − 7.34 = 82.77, and up to 5 + 8 more.
        let due = "尚有2项未填或未定：“单建统筹基金参保人数”“减轻职工医疗经济负担”，\
            以下按已确定得分82.77分计（可能82.77～95.77分，“优”或“良”）。";
        assert_eq!(said(&example, Lang::Zh).unwrap(), due);
        let english = said(&example, Lang::En).unwrap();
        assert!(english.ends_with("82.77–95.77 points, “Excellent” or “Good”)."), "{english}");
    }
}
