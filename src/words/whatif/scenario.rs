//! Sentences of `whatif::scenario`.

use crate::words::Lang;
use crate::words::table::{say, whatif::scenario as text};

/// The name that a scenario gets until it is given another: 方案一, 方案二 …
pub fn scenario_name(number: usize, lang: Lang) -> String {
    let number = match lang {
        Lang::Zh => chinese(number),
        Lang::En => number.to_string(),
    };
    say(text::NAME, lang, &[("number", &number)])
}

/// A number below 100 as a Chinese name counts; beyond that in digits.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |at: usize| DIGITS.get(at).copied().unwrap_or_default();
    match number / 10 {
        0 => digit(number).to_owned(),
        1 => ["十", digit(number - 10)].concat(),
        tens @ 2..=9 => [digit(tens), "十", digit(number % 10)].concat(),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scenarios_are_counted_as_each_language_does() {
        let zh = [1, 10, 11, 20, 99, 100].map(|number| scenario_name(number, Lang::Zh));
        assert_eq!(zh, ["方案一", "方案十", "方案十一", "方案二十", "方案九十九", "方案100"]);
        assert_eq!(scenario_name(12, Lang::En), "Scenario 12");
    }
}
