//! A sentence that breaks where a reader would break it: behind its commas, and in a formula before
//! a sign. Chinese has no spaces to break at, so a figure and its unit would part else, and where
//! anything may be broken, a line might begin with a comma.

use crate::app::element::{El, Live, el};

/// Longest piece that is kept in one line, in halves of a Chinese character: as much as the
/// narrowest screen holds in large print.
const WHOLE: usize = 22;

/// A sentence that changes, into its element. While it has as many pieces, of the same classes, only
/// their texts change: a keystroke changes figures in it, and to make elements is what costs.
pub fn sentence(into: El, told: Live<String>) -> El {
    let mut shown = String::new();
    into.redraw(Box::new(move |elements| {
        let now = told();
        let redrawn = match changed(&shown, &now) {
            None => Some(drawn(&now)),
            Some(changes) => {
                for (at, piece) in changes {
                    elements[2 * at].change_text(piece); // between two pieces stands a `wbr`
                }
                None
            }
        };
        shown = now;
        redrawn
    }))
}

/// Which pieces of a sentence are others than before, if their number and classes are the same.
fn changed<'a>(before: &str, now: &'a str) -> Option<Vec<(usize, &'a str)>> {
    let (before, now) = (pieces(before), pieces(now));
    let alike = before.iter().map(|piece| class(piece)).eq(now.iter().map(|piece| class(piece)));
    let pairs = before.into_iter().zip(now).enumerate();
    alike.then(|| {
        pairs.filter(|(_, (old, new))| old != new).map(|(at, (_, new))| (at, new)).collect()
    })
}

/// The pieces of a sentence, each in one line if that holds it. What is copied is the plain text.
pub fn drawn(told: &str) -> Vec<El> {
    let piece = |(at, piece): (usize, &str)| {
        (at > 0).then(|| el("wbr", "")).into_iter().chain([el("span", class(piece)).text(piece)])
    };
    pieces(told).into_iter().enumerate().flat_map(piece).collect()
}

fn class(piece: &str) -> &'static str {
    if width(piece) <= WHOLE { "whole" } else { "" }
}

fn width(piece: &str) -> usize {
    piece.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn pieces(told: &str) -> Vec<&str> {
    let (mut all, mut rest, mut equated) = (Vec::new(), told, false);
    while let Some(end) = end_of_piece(rest, &mut equated) {
        let (piece, more) = rest.split_at(end);
        all.push(piece);
        rest = more;
    }
    if !rest.is_empty() {
        all.push(rest);
    }
    all
}

/// Where the first piece ends. The first `=` of a formula stays with the name before it.
fn end_of_piece(told: &str, equated: &mut bool) -> Option<usize> {
    told.char_indices().find_map(|(at, c)| {
        let next = at + c.len_utf8();
        match c {
            '，' | '；' | '、' | '。' => {
                *equated = false;
                // A closing bracket or quotation mark stays with what it closes.
                let closes = told[next..].starts_with(['”', '）', '》']);
                (next < told.len() && !closes).then_some(next)
            }
            '=' if at > 0 && std::mem::replace(equated, true) => Some(at),
            '×' | '+' if at > 0 => Some(at),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_behind_commas_and_before_signs() {
        let line = "完成率=(30437/33333)×100%=91.31%，扣0.52分，得5.48分";
        let expected = ["完成率=(30437/33333)", "×100%", "=91.31%，", "扣0.52分，", "得5.48分"];
        assert_eq!(pieces(line), expected);
        assert!(expected.iter().all(|piece| width(piece) <= WHOLE));
    }

    #[test]
    fn only_pieces_that_differ_are_changed() {
        let line = "完成率=(1/4)×100%=25%，得1.5分";
        assert_eq!(changed(line, line), Some(vec![]));
        let other = "完成率=(2/4)×100%=50%，得1.5分";
        assert_eq!(changed(line, other), Some(vec![(0, "完成率=(2/4)"), (2, "=50%，")]));
        assert_eq!(changed(line, "未完成，得0分"), None);
        assert_eq!(changed("得1分", "因为年初预算从未下达过而不适用"), None);
        assert_eq!(changed("", "得1分"), None);
        assert_eq!(changed("", ""), Some(vec![]));
    }

    #[test]
    fn nothing_is_lost_and_a_closing_mark_stays() {
        let line = "“甲，”未完成，得0分";
        assert_eq!(pieces(line), ["“甲，”未完成，", "得0分"]);
        assert!(pieces("").is_empty());
        assert_eq!(pieces("得0分。"), ["得0分。"]);
        assert_eq!(pieces("=1=2").concat(), "=1=2");
    }
}
