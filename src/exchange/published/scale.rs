//! The scale of grades as texts print it: 优（100-90分），良（89-80分）…, 90（含）-100分为优.

use super::grid::Grid;
use crate::audit::{Band, plain};
use crate::engine::Figure;

/// Names of grades, the longer before what they begin with.
const NAMES: [&str; 14] = [
    "优秀",
    "良好",
    "中等",
    "一般",
    "合格",
    "不合格",
    "较差",
    "较低",
    "优",
    "良",
    "中",
    "低",
    "差",
    "劣",
];
/// Grades as letters; only where no other letter or digit is beside them.
const LETTERS: [&str; 5] = ["A", "B", "C", "D", "E"];
/// Characters that a text is searched for at most.
const LONGEST: usize = 2_000;

/// Whether a text is worth a look: it has a grade and a figure in it.
pub(super) fn may_tell(text: &str) -> bool {
    let named = || NAMES.iter().chain(&LETTERS).any(|name| text.contains(name));
    text.contains(|c: char| c.is_numeric()) && named()
}

/// The name of a grade that a text begins with.
pub(super) fn name(text: &str) -> Option<&'static str> {
    let word = NAMES.iter().find(|name| text.starts_with(**name));
    word.or_else(|| {
        let letter = LETTERS.iter().find(|name| text.starts_with(**name))?;
        let alone = !text[letter.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        alone.then_some(letter)
    })
    .copied()
}

/// Whether a text is the name of a grade.
pub(super) fn is_name(text: &str) -> bool {
    name(text).is_some_and(|name| name == text)
}

/// The name of a grade that a text ends with, the longest of those.
pub(super) fn ending_name(text: &str) -> Option<&'static str> {
    let names = NAMES.iter().filter(|name| text.ends_with(**name));
    names.max_by_key(|name| name.len()).copied()
}

/// A text without the sentences that are a scale: their figures are bounds, and no total or score.
pub(super) fn without(text: &str) -> String {
    if !may_tell(text) || read(text).is_empty() {
        return text.to_owned();
    }
    let kept = text.split_inclusive('。').filter(|sentence| read(sentence).is_empty());
    let kept: String = kept.collect();
    // One that goes over several sentences leaves nothing.
    if kept.len() == text.len() { String::new() } else { kept }
}

/// The bands that a text prints, the best first; none where there are fewer than three, or where they
/// do not go down.
pub(super) fn read(text: &str) -> Vec<Band> {
    if text.chars().count() > LONGEST {
        return Vec::new();
    }
    let marks = marks(&plain(text));
    let (before, behind) = (bands(&marks, true), bands(&marks, false));
    if behind.len() > before.len() { behind } else { before }
}

/// The scale that a grid is, as text: a row a grade, or a column.
pub(super) fn of_grid(grid: &Grid) -> Option<String> {
    if grid.height().min(grid.width()) > 3 || grid.height().max(grid.width()) > 12 {
        return None;
    }
    let text = |grid: &Grid| {
        let line = |row| {
            let cells = grid.row(row);
            cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        (0..grid.height()).map(line).collect::<Vec<_>>().join("\n")
    };
    [text(grid), text(&grid.transposed())].into_iter().find(|text| !read(text).is_empty())
}

/// The bands whose names stand before their bounds, or behind them; the best is 优.
fn bands(marks: &[Mark], name_first: bool) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for pair in pairs(marks, name_first) {
        let (Mark::Name(name), Mark::Bounds(bounds)) = pair else { continue };
        if !bands.iter().any(|band| band.name == *name) {
            bands.push(Band { name: name.clone(), ..bounds.clone() });
        }
    }
    // The lowest has no lower bound, which is less than any.
    let bottom = |band: &Band| figure(&band.min);
    if bands.len() > 1 && bottom(&bands[0]) < bottom(&bands[bands.len() - 1]) {
        bands.reverse();
    }
    let falls = bands.windows(2).all(|pair| bottom(&pair[0]) > bottom(&pair[1]));
    let best = bands.first().is_some_and(|band| band.name.starts_with(['优', 'A']));
    if bands.len() < 3 || !falls || !best {
        return Vec::new();
    }
    // 60分以下 goes down to 0, which is printed nowhere.
    if let Some(lowest) = bands.last_mut().filter(|lowest| lowest.min.is_empty()) {
        lowest.min.push('0');
    }
    bands
}

fn figure(text: &str) -> Option<Figure> {
    text.parse().ok()
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Mark {
    Name(String),
    /// A band without a name.
    Bounds(Band),
}

/// Each name with the bounds beside it, on the side on which the first has them.
fn pairs(marks: &[Mark], name_first: bool) -> impl Iterator<Item = (&Mark, &Mark)> {
    marks.windows(2).filter_map(move |pair| match (&pair[0], &pair[1]) {
        (name @ Mark::Name(_), bounds @ Mark::Bounds(_)) if name_first => Some((name, bounds)),
        (bounds @ Mark::Bounds(_), name @ Mark::Name(_)) if !name_first => Some((name, bounds)),
        _ => None,
    })
}

/// Names and bounds in the order of the text.
fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut rest = text;
    let mut letter = false;
    while let Some(first) = rest.chars().next() {
        let within = std::mem::replace(&mut letter, first.is_ascii_alphabetic());
        if let Some(name) = name(rest).filter(|name| !(within && name.is_ascii())) {
            marks.push(Mark::Name(name.to_owned()));
            rest = &rest[name.len()..];
        } else if let Some((bounds, after)) = bounds(rest) {
            marks.push(Mark::Bounds(bounds));
            rest = after;
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    marks
}

/// A number with what stands around it.
struct Bound {
    digits: String,
    /// 含 or 不含 behind it, or a bracket.
    inclusive: Option<bool>,
}

/// Bounds at the beginning of a text: `100-90分`, `[80,90)`, `80≤S<90`, `≥90`, `90分以上`, `<60`.
fn bounds(text: &str) -> Option<(Band, &str)> {
    let signed = relation(text);
    let opened = text.strip_prefix('[').map(|rest| (true, rest));
    let opened = opened.or_else(|| text.strip_prefix('(').map(|rest| (false, rest)));
    let start = match (&signed, &opened) {
        (Some((_, rest)), _) | (None, Some((_, rest))) => rest,
        (None, None) => text,
    };
    let (first, rest) = bound(start)?;
    if let Some((sign, _)) = signed {
        return Some(
            two_signs(sign, &first, rest).unwrap_or((one_sided(sign, &first.digits), rest)),
        );
    }
    if let Some((sign, after)) = relation(rest) {
        return between(&first, sign, after).or_else(|| {
            // 90≤S: the number stands before the sign.
            Some((one_sided(sign.turned(), &first.digits), after))
        });
    }
    if let Some((low, high, after)) = above_or_below(rest) {
        let excluded =
            first.inclusive == Some(false) || (high && first.inclusive.is_none() && !after.1);
        let (min, max) =
            if low { (first.digits, String::new()) } else { (String::new(), first.digits) };
        return Some((
            Band { name: String::new(), min, max, max_excluded: high && excluded },
            after.0,
        ));
    }
    let joint = ['-', '~', '至', '到', ','];
    let (second, rest) = bound(rest.strip_prefix(joint)?)?;
    let half_open = opened.is_some_and(|(closed, _)| closed) && rest.starts_with(')');
    let (low, high) = if figure(&first.digits)? < figure(&second.digits)? {
        (first, second)
    } else {
        (second, first)
    };
    let max_excluded = high.inclusive == Some(false) || half_open;
    Some((Band { name: String::new(), min: low.digits, max: high.digits, max_excluded }, rest))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    AtLeast,
    Above,
    AtMost,
    Below,
}

impl Sign {
    /// Whether what it says is below the number behind it.
    fn is_below(self) -> bool {
        matches!(self, Sign::AtMost | Sign::Below)
    }

    fn turned(self) -> Sign {
        match self {
            Sign::AtLeast => Sign::AtMost,
            Sign::Above => Sign::Below,
            Sign::AtMost => Sign::AtLeast,
            Sign::Below => Sign::Above,
        }
    }
}

fn relation(text: &str) -> Option<(Sign, &str)> {
    let signs = [
        ("≥", Sign::AtLeast),
        ("≤", Sign::AtMost),
        (">", Sign::Above),
        ("<", Sign::Below),
        ("大于等于", Sign::AtLeast),
        ("小于等于", Sign::AtMost),
        ("不低于", Sign::AtLeast),
        ("低于", Sign::Below),
        ("小于", Sign::Below),
        ("大于", Sign::Above),
    ];
    signs.iter().find_map(|(word, sign)| Some((*sign, text.strip_prefix(word)?)))
}

fn one_sided(sign: Sign, digits: &str) -> Band {
    let (min, max) = match sign {
        Sign::AtLeast | Sign::Above => (digits.to_owned(), String::new()),
        Sign::AtMost | Sign::Below => (String::new(), digits.to_owned()),
    };
    Band { name: String::new(), min, max, max_excluded: sign == Sign::Below }
}

/// `≥75分且<90分`, from behind the first number on.
fn two_signs<'t>(sign: Sign, first: &Bound, rest: &'t str) -> Option<(Band, &'t str)> {
    let joints = ["且", "并且", "并", "同时", "而", "和", ","];
    let joined = joints.iter().find_map(|joint| rest.strip_prefix(joint)).unwrap_or(rest);
    let (second_sign, rest) = relation(joined.strip_prefix("得分").unwrap_or(joined))?;
    let (second, rest) = bound(rest)?;
    let (low, high, top) = match (sign.is_below(), second_sign.is_below()) {
        (true, false) => (&second, first, sign),
        (false, true) => (first, &second, second_sign),
        _ => return None,
    };
    let (min, max) = (low.digits.clone(), high.digits.clone());
    Some((Band { name: String::new(), min, max, max_excluded: top == Sign::Below }, rest))
}

/// `80≤S<90` or `90>S≥80`, from behind the first sign on.
fn between<'t>(first: &Bound, sign: Sign, after: &'t str) -> Option<(Band, &'t str)> {
    let letter = |c: char| c.is_ascii_alphabetic() || !c.is_ascii();
    let name = after.find(|c: char| !letter(c) || "≤≥".contains(c))?;
    if name == 0 || after[..name].chars().count() > 6 {
        return None;
    }
    let (second_sign, rest) = relation(&after[name..])?;
    let (second, rest) = bound(rest)?;
    let (low, high, excluded) = match (sign, second_sign) {
        (Sign::AtMost | Sign::Below, Sign::AtMost) => (&first.digits, &second.digits, false),
        (Sign::AtMost | Sign::Below, Sign::Below) => (&first.digits, &second.digits, true),
        (Sign::AtLeast, Sign::AtLeast | Sign::Above) => (&second.digits, &first.digits, false),
        (Sign::Above, Sign::AtLeast | Sign::Above) => (&second.digits, &first.digits, true),
        _ => return None,
    };
    let (min, max) = (low.clone(), high.clone());
    Some((Band { name: String::new(), min, max, max_excluded: excluded }, rest))
}

/// A number with 分 and 含 behind it.
fn bound(text: &str) -> Option<(Bound, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (digits, mut rest) = text.split_at(end);
    figure(digits)?;
    let mut inclusive = None;
    for _ in 0..2 {
        rest = rest.strip_prefix('分').or_else(|| rest.strip_prefix('%')).unwrap_or(rest);
        for (word, value) in [("(不含)", false), ("(含)", true), ("不含", false), ("含", true)]
        {
            if let Some(after) = rest.strip_prefix(word) {
                (rest, inclusive) = (after, Some(value));
                break;
            }
        }
        // 90（含90分）-100
        if let Some(after) = rest.strip_prefix("(含").or_else(|| rest.strip_prefix("(不含")) {
            let excluded = rest.starts_with("(不");
            if let Some((_, after)) = after.split_once(')').filter(|(inner, _)| inner.len() < 12) {
                (rest, inclusive) = (after, Some(!excluded));
            }
        }
    }
    Some((Bound { digits: digits.to_owned(), inclusive }, rest))
}

/// 以上, 及以下: `(from below, from above, (rest, whether the number is part of it))`.
fn above_or_below(text: &str) -> Option<(bool, bool, (&str, bool))> {
    let words = [
        ("及以上", true, true),
        ("以上", true, true),
        ("及以下", false, true),
        ("以下", false, false),
    ];
    words.iter().find_map(|(word, low, closed)| {
        let rest = text.strip_prefix(word)?;
        Some((*low, !*low, (rest, *closed)))
    })
}

#[cfg(test)]
mod tests;
