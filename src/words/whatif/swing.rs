//! Sentences of `whatif::swing`: what moves the total most, and whether it moves the grade.

use super::lever::{choice_name, setting};
use super::scored::Scored;
use crate::whatif::swing::{By, Swing, Swings};
use crate::words::table::{quoted_list, say, shared, t, whatif::swing as text};

/// How many are told one by one.
const TOLD: usize = 3;

/// 各项单独变动±10%时，对总分影响最大的依次为：城镇职工大额医疗保险参保人数（由27393人至33481人，总分在
/// 92.95分至94.02分之间，变动1.07分）；…。 Then the inputs that move the grade. What is still open
/// comes first, and then the grade is left out: there is none to move.
pub fn largest(of: Scored<'_>, swings: &Swings, by: By) -> Vec<String> {
    let moving: Vec<&Swing> = swings.of.iter().filter(|one| !one.width().is_zero()).collect();
    let remark = of.remark().into_iter();
    if moving.is_empty() {
        return remark.chain([t(text::NOTHING_MOVES, of.lang).to_owned()]).collect();
    }
    let told: Vec<String> = moving.iter().take(TOLD).map(|one| item(of, one)).collect();
    let list = told.join(t(shared::SEMICOLON, of.lang));
    let most = match by {
        By::Percent(percent) => {
            let chosen = moving.iter().any(|one| one.chosen);
            let key = if chosen { text::LARGEST_BY_OR_ALL } else { text::LARGEST_BY };
            say(key, of.lang, &[("n", &percent.trimmed()), ("list", &list)])
        }
        By::Ends => say(text::LARGEST_OF_ENDS, of.lang, &[("list", &list)]),
    };
    remark.chain([most]).chain(graded(of, swings, &moving)).collect()
}

fn item(of: Scored<'_>, one: &Swing) -> String {
    let at = |position| setting(of, &one.lever, &one.lever.setting(position));
    let values = [
        ("name", &*choice_name(of.rubric, &one.lever, of.lang)),
        ("from", &at(one.low.position)),
        ("to", &at(one.high.position)),
        ("low", &of.points(one.least.total.min)),
        ("high", &of.points(one.most.total.min)),
        ("total", of.total_name()),
        ("width", &of.points(one.width())),
    ];
    say(text::ITEM, of.lang, &values)
}

/// Which of them give another grade somewhere; none while the grade itself is open.
fn graded(of: Scored<'_>, swings: &Swings, moving: &[&Swing]) -> Option<String> {
    let Scored { rubric, lang, .. } = of;
    let now = of.card.grade.settled()?;
    let another = |total| rubric.grades.position(total) != now;
    let turns = |one: &&&Swing| another(one.least.total.min) || another(one.most.total.min);
    let names: Vec<String> =
        moving.iter().filter(turns).map(|one| choice_name(rubric, &one.lever, lang)).collect();
    let grade = rubric.grades.0.get(now).map_or("", |grade| lang.of(&grade.name));
    if names.is_empty() {
        return Some(say(text::GRADE_STAYS, lang, &[("grade", grade)]));
    }
    let (n, list) = (names.len().to_string(), quoted_list(names.iter().map(String::as_str), lang));
    let key = match swings.total.is_settled() {
        true => text::GRADE_TURNS,
        // What is certain may fall below, and what is open make up for it.
        false => text::GRADE_MAY_TURN,
    };
    Some(say(key, lang, &[("grade", grade), ("n", &n), ("list", &list)]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::engine::{Assessment, score};
    use crate::presets;
    use crate::whatif::swing::swings;
    use crate::words::Lang;

    fn told(slug: &str, by: By, change: impl FnOnce(&mut Assessment)) -> Vec<String> {
        let (rubric, mut example) =
            (presets::rubric(slug).unwrap(), presets::example(slug).unwrap());
        change(&mut example);
        let card = score(&rubric, &example);
        let of = Scored { rubric: &rubric, assessment: &example, card: &card, lang: Lang::Zh };
        largest(of, &swings(&rubric, &example, by), by)
    }

    fn tenth() -> By {
        By::Percent("10".parse().unwrap())
    }

    #[test]
    fn the_three_largest_are_told_with_their_ends_and_what_has_no_tenth_is_named() {
        let said = told("fukang", tenth(), |_| ());
        let begins =
            "各项单独变动±10%时（评价人赋分、定档等按其全部可选结果），对总分影响最大的依次为：";
        assert!(said[0].starts_with(begins), "{}", said[0]);
        assert_eq!(said[0].matches('；').count(), 2, "{}", said[0]);
        assert!(!said[0].contains("有效问卷数"), "{}", said[0]);
        assert!(said[1].contains("“优”"), "{}", said[1]);
    }

    #[test]
    fn a_block_is_told_between_the_ends_of_its_tenth() {
        // 25 × 72 % = 18 and 25 × 88 % = 22 in place of 20: 82 to 86.
        let said = told("taishan", tenth(), |_| ());
        let due = "由72%至88%，总分在82.00分至86.00分之间，变动4.00分";
        let all = said.join("");
        assert!(all.contains(due) || !all.contains("整体赋分（由"), "{all}");
    }

    #[test]
    fn what_moves_the_grade_is_named() {
        // At 0 persons the row has 0: 93.50 − 5.48 = 88.02, 良.
        let said = told("fukang", By::Ends, |_| ());
        assert!(said[0].starts_with("各项单独变动到规则的两端时，"), "{}", said[0]);
        assert!(said[1].contains("“城镇职工大额医疗保险参保人数”"), "{}", said[1]);
    }

    #[test]
    fn a_grade_that_is_open_is_not_said_to_change() {
        let said = told("fukang", tenth(), |example| {
            example.entries.or_default("insured-pooled").actual = None;
            example.entries.or_default("burden-relief").yes = None;
        });
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with("尚有2项未填或未定："), "{}", said[0]);
        assert!(said[1].contains("已确定得分在"), "{}", said[1]);
        assert!(!said[1].contains("会改变等级"), "{}", said[1]);
    }
}
