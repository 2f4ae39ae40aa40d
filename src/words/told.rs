//! A problem as it leaves the page or the module for portals: fields, and its sentence in both
//! languages.

use super::shape::in_words;
use super::{Lang, problem};
use crate::engine::{Problem, Rubric, Severity};
use crate::tree::{Map, WrongShape, document};

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(any(feature = "page", feature = "js"), derive(serde::Serialize))]
pub struct Text {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

document! { Text { zh, en } }

impl Text {
    /// What `say` says in each language.
    pub fn of(say: impl Fn(Lang) -> String) -> Text {
        Text { zh: say(Lang::Zh), en: say(Lang::En) }
    }

    /// The text in a language.
    pub fn pick(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// A problem, with its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(any(feature = "page", feature = "js"), derive(serde::Serialize))]
pub struct Told {
    /// Id of the indicator that it is at.
    #[cfg_attr(
        any(feature = "page", feature = "js"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub indicator: Option<String>,
    /// The field that it is in, or the path to what has the wrong shape.
    #[cfg_attr(
        any(feature = "page", feature = "js"),
        serde(skip_serializing_if = "Option::is_none")
    )]
    pub field: Option<String>,
    /// What is wrong; `wrong-shape` and `not-json` beside the codes of the engine.
    pub code: String,
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// What the sentence is filled with.
    pub params: Map<String>,
    /// What is wrong and how to mend it.
    pub text: Text,
}

document! { Told { indicator: optional, field: optional, code, severity, params, text } }

impl Told {
    /// A problem of a rubric, or of an assessment under it.
    pub fn of(rubric: &Rubric, found: &Problem) -> Told {
        let params = found.params.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        Told {
            indicator: found.indicator.clone(),
            field: found.field.clone(),
            code: found.code.name().to_owned(),
            severity: found.severity().name().to_owned(),
            params: params.collect(),
            text: Text::of(|lang| problem(rubric, found, lang)),
        }
    }

    /// A value that is not what is due in its place.
    pub fn of_shape(flaw: &WrongShape) -> Told {
        let message = ("message".to_owned(), flaw.message.clone());
        Told {
            field: Some(flaw.path.clone()).filter(|path| !path.is_empty()),
            params: [message].into_iter().collect(),
            ..Told::error("wrong-shape", Text::of(|lang| in_words(flaw, lang)))
        }
    }

    /// An error of the whole.
    pub fn error(code: &str, text: Text) -> Told {
        let severity = Severity::Error.name().to_owned();
        let (code, params) = (code.to_owned(), Map::default());
        Told { indicator: None, field: None, code, severity, params, text }
    }

    /// Whether nothing can be done with what has it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error.name()
    }
}
