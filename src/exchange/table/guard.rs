//! Texts made safe for a spreadsheet: one line, and never a formula.
//!
//! A shared link may carry a project name such as `=HYPERLINK(…)`. Copied into a spreadsheet it
//! would be computed there; an apostrophe before it says that it is a text.

use std::borrow::Cow;

/// The text in one line, with an apostrophe before what a spreadsheet would compute.
pub(super) fn cell(text: &str) -> String {
    let line = one_line(text);
    if is_formula(&line) { format!("'{line}") } else { line.into_owned() }
}

/// Without tabs and line breaks, which begin new cells, nor other control characters.
fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if !text.contains(breaks) {
        return Cow::Borrowed(text);
    }
    let parts = text.split(breaks).map(str::trim).filter(|part| !part.is_empty());
    Cow::Owned(parts.collect::<Vec<_>>().join(" "))
}

fn is_formula(text: &str) -> bool {
    let mut rest = text.chars();
    let begins = rest
        .next()
        .is_some_and(|first| matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠'));
    begins && !rest.as_str().is_empty() && decimals(text).is_none()
}

/// How many decimals a figure has, with or without %; nothing if the text is no figure.
pub(super) fn decimals(text: &str) -> Option<usize> {
    let unsigned = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
    let number = unsigned.strip_suffix('%').unwrap_or(unsigned);
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let shown = if number.contains('.') { decimals.len() } else { 0 };
    (digits(whole) && digits(decimals)).then_some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_would_be_computed_are_marked_and_figures_are_not() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            (" =1+1", "'=1+1"),
            ("\t@SUM(A1)", "'@SUM(A1)"),
            ("+86", "+86"),
            ("+A1", "'+A1"),
            ("-2+3", "'-2+3"),
            ("＝1+1", "'＝1+1"),
            ("-0.52", "-0.52"),
            ("-12.50%", "-12.50%"),
            ("-", "-"),
            ("—", "—"),
            ("1-2", "1-2"),
            ("完成率=91.31%", "完成率=91.31%"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn a_cell_is_one_line() {
        assert_eq!(cell("a\tb\r\nc\n\nd\u{2028}e\0"), "a b c d e");
        assert_eq!(cell("\n=1"), "'=1");
    }
}
