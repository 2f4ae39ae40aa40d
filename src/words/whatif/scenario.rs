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
    let digit = |digit: usize| "一二三四五六七八九".chars().nth(digit.wrapping_sub(1));
    let (tens, ones) = (number / 10, number % 10);
    let tens: Vec<char> = match tens {
        0 => Vec::new(),
        1 => vec!['十'],
        2..=9 => digit(tens).into_iter().chain(['十']).collect(),
        _ => return number.to_string(),
    };
    tens.into_iter().chain(digit(ones)).collect()
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
