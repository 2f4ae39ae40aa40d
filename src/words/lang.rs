//! The two languages of the product.

use crate::engine::Label;

/// A language. Chinese first: it is the language of the forms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Chinese first.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The tag for `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// Reads a language tag by its first part (`zh`, `zh-CN`, `en-GB`); nothing for others.
    ///
    /// ```
    /// use jiheng::words::Lang;
    /// assert_eq!(Lang::parse("en-GB"), Some(Lang::En));
    /// assert_eq!(Lang::parse("fr"), None);
    /// ```
    pub fn parse(tag: &str) -> Option<Lang> {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        match first {
            "zh" | "ZH" => Some(Lang::Zh),
            "en" | "EN" => Some(Lang::En),
            _ => None,
        }
    }

    /// The other language, for the switch.
    pub fn other(self) -> Lang {
        match self {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        }
    }

    /// One of a pair, Chinese and English; Chinese where there is no English.
    pub fn pick(self, (zh, en): (&'static str, &'static str)) -> &'static str {
        match self {
            Lang::En if !en.is_empty() => en,
            _ => zh,
        }
    }

    /// Sentences that follow each other; no space stands between those of Chinese.
    pub fn paragraph<S: AsRef<str>>(self, sentences: &[S]) -> String {
        let sentences: Vec<&str> = sentences.iter().map(AsRef::as_ref).collect();
        sentences.join(if self == Lang::Zh { "" } else { " " })
    }

    /// A label in this language; Chinese where there is no English.
    pub fn of(self, label: &Label) -> &str {
        match self {
            Lang::En if !label.en.is_empty() => &label.en,
            _ => &label.zh,
        }
    }
}
