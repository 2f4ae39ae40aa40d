//! An element of a drawing, whoever draws it: the page at once, the worker as plain values.

use crate::app::element::{El, svg};

/// An element of a drawing.
pub trait Shape: Sized {
    /// A new one; `class` may be empty.
    fn shape(tag: &'static str, class: &str) -> Self;

    /// With an attribute; an empty value means that it is not there.
    fn with(self, name: &'static str, value: String) -> Self;

    /// With a text in it.
    fn saying(self, text: &str) -> Self;

    /// With others in it.
    fn holding(self, shapes: Vec<Self>) -> Self;
}

impl Shape for El {
    fn shape(tag: &'static str, class: &str) -> El {
        svg(tag, class)
    }

    fn with(self, name: &'static str, value: String) -> El {
        self.attr(name, value)
    }

    fn saying(self, text: &str) -> El {
        self.text(text)
    }

    fn holding(self, shapes: Vec<El>) -> El {
        self.children(shapes)
    }
}
