//! Sentences of `whatif::swing`: what moves the total most, and whether it moves the grade.

use super::lever::{choice_name, setting};
use crate::engine::{Figure, Rubric};
use crate::whatif::swing::{By, Swing, Swings};
use crate::words::Lang;
use crate::words::figure::padded_points;
use crate::words::table::{quoted_list, say, shared, t, whatif::swing as text};

/// How many are told one by one.
const TOLD: usize = 3;

/// 各项单独变动±10%时，对总分影响最大的依次为：城镇职工大额医疗保险参保人数（由27393人至33481人，总分由
/// 92.95分至94.02分，变动1.07分）；…。 Then the inputs that move the grade.
pub fn largest(rubric: &Rubric, swings: &Swings, by: By, lang: Lang) -> Vec<String> {
    let moving: Vec<&Swing> =
        swings.of.iter().filter(|one| !one.width(swings.total).is_zero()).collect();
    let told: Vec<String> =
        moving.iter().take(TOLD).map(|one| item(rubric, swings, one, lang)).collect();
    if told.is_empty() {
        return vec![t(text::NOTHING_MOVES, lang).to_owned()];
    }
    let list = told.join(t(shared::SEMICOLON, lang));
    let most = match by {
        By::Percent(percent) => {
            say(text::LARGEST_BY, lang, &[("n", &percent.trimmed()), ("list", &list)])
        }
        By::Ends => say(text::LARGEST_OF_ENDS, lang, &[("list", &list)]),
    };
    vec![most, graded(rubric, swings, &moving, lang)]
}

fn item(rubric: &Rubric, swings: &Swings, one: &Swing, lang: Lang) -> String {
    let at = |position| setting(rubric, &one.lever, &one.lever.setting(position), lang);
    let points = |points: Figure| padded_points(points, rubric.rounding.places, lang);
    let (low, high) = (one.low.total.min, one.high.total.min);
    let values = [
        ("name", &*choice_name(rubric, &one.lever, lang)),
        ("from", &at(one.low.position)),
        ("to", &at(one.high.position)),
        ("low", &points(low)),
        ("high", &points(high)),
        ("width", &points(one.width(swings.total))),
    ];
    say(text::ITEM, lang, &values)
}

/// Which of them give another grade at one of their ends.
fn graded(rubric: &Rubric, swings: &Swings, moving: &[&Swing], lang: Lang) -> String {
    let now = rubric.grades.position(swings.total.min);
    let turns = |one: &&&Swing| {
        [one.low, one.high].iter().any(|at| rubric.grades.position(at.total.min) != now)
    };
    let names: Vec<String> =
        moving.iter().filter(turns).map(|one| choice_name(rubric, &one.lever, lang)).collect();
    let grade = rubric.grades.0.get(now).map_or("", |grade| lang.of(&grade.name));
    if names.is_empty() {
        return say(text::GRADE_STAYS, lang, &[("grade", grade)]);
    }
    let (n, list) = (names.len().to_string(), quoted_list(names.iter().map(String::as_str), lang));
    say(text::GRADE_TURNS, lang, &[("grade", grade), ("n", &n), ("list", &list)])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::presets;
    use crate::whatif::swing::swings;

    fn told(by: By) -> Vec<String> {
        let rubric = presets::rubric("fukang").unwrap();
        let found = swings(&rubric, &presets::example("fukang").unwrap(), by);
        largest(&rubric, &found, by, Lang::Zh)
    }

    #[test]
    fn the_three_largest_are_told_with_their_ends() {
        let said = told(By::Percent("10".parse().unwrap()));
        let begins = "各项单独变动±10%时，对总分影响最大的依次为：";
        assert!(said[0].starts_with(begins), "{}", said[0]);
        assert_eq!(said[0].matches('；').count(), 2, "{}", said[0]);
        assert!(said[1].contains("“优”"), "{}", said[1]);
    }

    #[test]
    fn what_moves_the_grade_is_named() {
        // At 27 persons and fewer the row has 0: 93.50 − 5.48 = 88.02, 良.
        let said = told(By::Ends);
        assert!(said[0].starts_with("各项单独变动到规则的两端时，"), "{}", said[0]);
        assert!(said[1].contains("“城镇职工大额医疗保险参保人数”"), "{}", said[1]);
    }
}
