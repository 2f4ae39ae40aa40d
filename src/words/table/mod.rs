//! The one table of texts: every sentence and every name, in Chinese and English.
//!
//! A section is a file here. Each text is a constant, so one that nobody uses is a compiler
//! warning, and one without English does not compile. A test holds the `{placeholders}` of both
//! languages equal. A section of the page is compiled with the page only.

pub(crate) mod audit;
pub(crate) mod audit_form;
#[cfg(feature = "page")]
pub(crate) mod audit_page;
pub(crate) mod audit_reading;
#[cfg(feature = "page")]
pub(crate) mod desk;
#[cfg(feature = "page")]
pub(crate) mod documents;
pub(crate) mod field;
#[cfg(feature = "page")]
pub(crate) mod insight;
pub(crate) mod line;
#[cfg(feature = "page")]
pub(crate) mod page;
pub(crate) mod problem;
pub(crate) mod recovery;
pub(crate) mod report;
pub(crate) mod rubric;
pub(crate) mod rule;
#[cfg(any(feature = "page", feature = "js", test))]
pub(crate) mod shape;
pub(crate) mod shared;
pub(crate) mod steps;
pub(crate) mod whatif;

use super::Lang;

/// A text in both languages.
#[derive(Debug, PartialEq)]
pub(crate) struct Text {
    zh: &'static str,
    en: &'static str,
}

/// What a text is asked for by: one of the constants of a section.
pub(crate) type Key = &'static Text;

/// Declares the texts of a section: `NAME = "中文", "English";`.
macro_rules! texts {
    ($($(#[$attribute:meta])* $name:ident = $zh:literal, $en:literal;)*) => {
        $($(#[$attribute])* pub(crate) const $name: $crate::words::table::Key =
            &$crate::words::table::Text { zh: $zh, en: $en };)*

        /// All texts of the section by name, for the test of the table.
        #[cfg(test)]
        pub(crate) const ALL: &[(&str, $crate::words::table::Key)] =
            &[$((stringify!($name), $name)),*];
    };
}
use texts;

/// The text in a language.
pub(crate) fn t(key: Key, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => key.zh,
        Lang::En => key.en,
    }
}

/// The template with each `{name}` replaced by its value. Values are not looked at again, so what
/// people typed may hold braces; a name without a value stays as it is.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
            }
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

/// The text in a language with its placeholders filled.
pub(crate) fn say(key: Key, lang: Lang, values: &[(&str, &str)]) -> String {
    fill(t(key, lang), values)
}

/// Names in quotes, one after the other. GB/T 15834: nothing stands between quoted words.
pub(crate) fn quoted_list<'n>(names: impl Iterator<Item = &'n str>, lang: Lang) -> String {
    let quoted = names.map(|name| say(shared::QUOTED, lang, &[("name", name)]));
    let joint = if lang == Lang::Zh { "" } else { t(shared::LISTED, lang) };
    quoted.collect::<Vec<_>>().join(joint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections() -> Vec<(&'static str, Key)> {
        let mut all = [
            audit::ALL,
            audit_form::ALL,
            audit_reading::ALL,
            field::ALL,
            line::ALL,
            problem::ALL,
            recovery::ALL,
            report::ALL,
            rubric::ALL,
            rule::ALL,
            shape::ALL,
            shared::ALL,
            steps::ALL,
            &whatif::ALL.concat(),
        ]
        .concat();
        #[cfg(feature = "page")]
        all.extend_from_slice(audit_page::ALL);
        #[cfg(feature = "page")]
        all.extend_from_slice(desk::ALL);
        #[cfg(feature = "page")]
        all.extend_from_slice(documents::ALL);
        #[cfg(feature = "page")]
        all.extend_from_slice(insight::ALL);
        #[cfg(feature = "page")]
        all.extend_from_slice(page::ALL);
        all.shrink_to_fit();
        all
    }

    fn placeholders(text: &str) -> Vec<&str> {
        let mut names: Vec<&str> =
            text.split('{').skip(1).map(|part| part.split('}').next().unwrap()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    #[test]
    fn placeholders_are_the_same_in_both_languages() {
        for (name, text) in sections() {
            assert_eq!(placeholders(text.zh), placeholders(text.en), "{name}");
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{name} is empty");
        }
    }

    #[test]
    fn english_has_no_chinese_in_it() {
        for (name, text) in sections() {
            let chinese = text.en.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c));
            assert_eq!(chinese, None, "{name}: {}", text.en);
        }
    }

    #[test]
    fn chinese_has_no_half_width_punctuation() {
        for (name, text) in sections() {
            let half =
                text.zh.chars().zip(text.zh.chars().skip(1)).find(|(_, c)| ",;?!".contains(*c));
            assert_eq!(half, None, "{name}: {}", text.zh);
        }
    }

    #[test]
    fn values_are_not_scanned_again() {
        assert_eq!(fill("“{text}”{no}", &[("text", "{no}"), ("no", "3")]), "“{no}”3");
    }

    #[test]
    fn a_name_without_a_value_and_an_open_brace_stay() {
        assert_eq!(fill("{a} {b {c", &[]), "{a} {b {c");
    }
}
