//! What a change brings about: the total and the grade before and after it.

use std::cmp::Ordering;

use super::scored::possible;
use crate::engine::{Rubric, Span};
use crate::words::Lang;
use crate::words::table::whatif::lever as text;
use crate::words::table::{say, shared, t};

/// 若…，其余不变，总分由93.50分提高到95.00分，等级仍为“优”。 From the changes as clauses and the
/// totals before and after.
pub fn consequence(
    rubric: &Rubric,
    changes: &[String],
    (before, after): (Span, Span),
    lang: Lang,
) -> String {
    let outcome = outcome(rubric, (before, after), lang);
    let changes = match changes {
        [one, other] => [one.as_str(), other].join(t(text::AND, lang)),
        all => all.join(t(shared::SEMICOLON, lang)),
    };
    say(text::IF, lang, &[("changes", &changes), ("outcome", &outcome)])
}

/// 总分由93.50分提高到95.00分，等级仍为“优” While answers are open, the points that are certain, and
/// the grades that are possible: 已确定得分由82.77分提高到84.02分，等级仍可能为“优”或“良”
pub fn outcome(rubric: &Rubric, (before, after): (Span, Span), lang: Lang) -> String {
    let shown = |total: Span| total.min.padded(rubric.rounding.places);
    let settled = before.is_settled() && after.is_settled();
    let key = match (after.min.cmp(&before.min), settled) {
        (Ordering::Less, true) => text::TOTAL_FALLS,
        (Ordering::Equal, true) => text::TOTAL_STAYS,
        (Ordering::Greater, true) => text::TOTAL_RISES,
        (Ordering::Less, false) => text::CERTAIN_FALLS,
        (Ordering::Equal, false) => text::CERTAIN_STAYS,
        (Ordering::Greater, false) => text::CERTAIN_RISES,
    };
    let total = say(key, lang, &[("from", &shown(before)), ("to", &shown(after))]);
    [total, grade(rubric, (before, after), lang)].join(t(shared::COMMA, lang))
}

fn grade(rubric: &Rubric, (before, after): (Span, Span), lang: Lang) -> String {
    let is_one =
        |total: Span| rubric.grades.position(total.min) == rubric.grades.position(total.max);
    let (from, to) = (possible(rubric, before, lang), possible(rubric, after, lang));
    let key = match (is_one(before), is_one(after)) {
        (true, true) if from == to => text::GRADE_STAYS,
        (true, true) => text::GRADE_TURNS,
        (false, true) => text::GRADE_SETTLES,
        (_, false) if from == to => text::GRADE_STAYS_OPEN,
        (true, false) => text::GRADE_OPENS,
        (false, false) => text::GRADE_MAY_BE,
    };
    say(key, lang, &[("from", &from), ("to", &to)])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;

    fn said(before: (&str, &str), after: (&str, &str)) -> String {
        let span = |(min, max): (&str, &str)| Span {
            min: min.parse().unwrap(),
            max: max.parse().unwrap(),
        };
        let rubric = presets::rubric("fukang").unwrap();
        outcome(&rubric, (span(before), span(after)), Lang::Zh)
    }

    #[test]
    fn a_grade_that_is_settled_stays_or_turns() {
        let now = ("93.50", "93.50");
        let stays = "总分由93.50分提高到95.00分，等级仍为“优”";
        assert_eq!(said(now, ("95.00", "95.00")), stays);
        let turns = "总分由93.50分降到89.99分，等级由“优”变为“良”";
        assert_eq!(said(now, ("89.99", "89.99")), turns);
    }

    #[test]
    fn a_grade_that_is_open_neither_becomes_nor_is_lost() {
        let now = ("82.77", "95.77");
        let settles = "已确定得分由82.77分提高到90.05分，等级即可确定为“优”";
        assert_eq!(said(now, ("90.05", "95.05")), settles);
        let stays = "已确定得分由82.77分提高到84.02分，等级仍可能为“优”或“良”";
        assert_eq!(said(now, ("84.02", "97.02")), stays);
        let more = "已确定得分由82.77分降到79.02分，等级可能为“优”“良”或“中”";
        assert_eq!(said(now, ("79.02", "92.02")), more);
        let opens = "已确定得分由90.11分降到89.99分，等级由“优”变为可能是“优”或“良”";
        assert_eq!(said(("90.11", "95.11"), ("89.99", "94.99")), opens);
    }
}
