//! What has the wrong shape, in words. The reader of documents says it in English, for developers; the
//! few things that it says are told apart here by how they begin.

use super::Lang;
use super::table::{Key, say, shape as text, t};
use crate::tree::WrongShape;

/// What is wrong and how to mend it, without a full stop and without the path.
pub(super) fn in_words(flaw: &WrongShape, lang: Lang) -> String {
    let message = flaw.message.as_str();
    if let Some(name) = message.strip_prefix("missing field ") {
        return say(text::MISSING, lang, &[("name", &plain(name, lang))]);
    }
    let (found, due) = message.split_once(", expected ").unwrap_or((message, ""));
    for (begins, key) in
        [("unknown field ", text::UNKNOWN_FIELD), ("unknown variant ", text::UNKNOWN_VARIANT)]
    {
        if let Some(name) = found.strip_prefix(begins) {
            let due = plain(due.strip_prefix("one of ").unwrap_or(due), lang);
            return say(key, lang, &[("name", &plain(name, lang)), ("due", &due)]);
        }
    }
    if !due.is_empty() {
        let (found, due) = (kind(found, lang), kind(due, lang));
        return say(text::EXPECTED, lang, &[("found", &found), ("due", &due)]);
    }
    // A figure is quoted: `"12..5": what is due`.
    if let Some((figure, _)) = message.strip_prefix('"').and_then(|rest| rest.rsplit_once("\": ")) {
        return say(text::BAD_FIGURE, lang, &[("text", figure)]);
    }
    let known = WHOLE.iter().find(|(said, _)| *said == message);
    known.map_or_else(|| message.to_owned(), |(_, key)| t(key, lang).to_owned())
}

/// What is said of a document as a whole.
const WHOLE: [(&str, Key); 1] = [("more than a form holds", text::TOO_MUCH)];

/// What a value is, or is to be. Of alternatives each is named.
fn kind(said: &str, lang: Lang) -> String {
    let known = KINDS.iter().find(|(known, _)| *known == said);
    match (known, said.strip_prefix("string ")) {
        (Some((_, key)), _) => t(key, lang).to_owned(),
        (None, Some(quoted)) => say(text::TEXT_SAYING, lang, &[("text", quoted.trim_matches('"'))]),
        (None, None) => said.to_owned(),
    }
}

const KINDS: [(&str, Key); 15] = [
    ("nothing", text::NOTHING),
    ("true", text::YES),
    ("false", text::NO),
    ("a number", text::A_NUMBER),
    ("a list", text::A_LIST),
    ("an object", text::AN_OBJECT),
    ("a string", text::A_TEXT),
    ("a whole number", text::A_WHOLE),
    ("a smaller one", text::A_SMALLER),
    ("true or false", text::YES_OR_NO),
    ("a decimal string such as \"12.50\"", text::A_FIGURE),
    ("a decimal string such as \"12.50\", or { from, to }", text::FIGURE_OR_RANGE),
    ("a decimal string such as \"12.50\", or { fact }", text::FIGURE_OR_FACT),
    ("\"leaf\", \"total\" or the id of a group", text::A_SCOPE),
    ("texts, counts, lists and objects", text::NO_FRACTION),
];

/// Names without the ticks that a developer sees.
fn plain(names: &str, lang: Lang) -> String {
    names.replace("`, `", t(text::BETWEEN, lang)).replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Rubric;
    use crate::tree;

    const RUBRIC: &str = r#"{"id":"a","edition":"1","title":{"zh":"表"},"region":{"zh":""},"kind":"self-evaluation",
        "layout":"report","grades":[],"indicators":[],"sources":[]}"#;

    #[test]
    fn whatever_the_reader_says_is_said_in_chinese_too() {
        let zh = |from: &str, to: &str| {
            let changed = tree::parse(&RUBRIC.replacen(from, to, 1)).unwrap();
            let flaws = changed.examined::<Rubric>().unwrap_err();
            in_words(&flaws[0], Lang::Zh)
        };
        for (from, to, said) in [
            (r#""edition":"1","#, "", "缺少字段“edition”；请补上"),
            ("edition", "edtion", "没有“edtion”这个字段"),
            (
                "self-evaluation",
                "self",
                "“self”不是这里可用的取值；可用的有：self-evaluation、department",
            ),
            (r#"{"zh":"表"}"#, r#""表""#, "这里应是对象 { … }，现在是文本“表”"),
            (r#""grades":[]"#, r#""grades":{}"#, "这里应是列表 [ … ]，现在是对象"),
            (r#""id":"a""#, r#""id":1"#, "这里应是文本，现在是不带引号的数字"),
            (
                r#""id":"a""#,
                r#""id":"a","fullScore":100"#,
                "这里应是带引号的数字，如 \"12.50\"，现在是不带引号的数字",
            ),
            (r#""id":"a""#, r#""id":"a","fullScore":"1,0""#, "“1,0”不能用作数字"),
            (
                r#""id":"a""#,
                r#""id":"a","rounding":{"places":"2"}"#,
                "这里应是不带引号的整数，现在是文本“2”",
            ),
        ] {
            let told = zh(from, to);
            assert!(told.starts_with(said), "{told}");
        }
    }

    #[test]
    fn every_kind_of_value_that_is_due_somewhere_is_known() {
        let whole = tree::json(&crate::presets::rubric("taishan").unwrap());
        let texts: Vec<&str> = whole.split('"').skip(1).step_by(2).collect();
        for text in texts {
            let Ok(tree) = tree::parse(&whole.replacen(&format!("\"{text}\""), "1", 1)) else {
                continue;
            };
            let Err(flaws) = tree.examined::<Rubric>() else { continue };
            for flaw in flaws {
                let told = in_words(&flaw, Lang::Zh);
                assert!(told.starts_with("这里应是") && !told.contains(" a "), "{flaw}: {told}");
            }
        }
    }
}
