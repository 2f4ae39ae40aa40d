//! The points that a rule names: 目标明确（5分）、基本明确（3分）、不明确（0分）.

use crate::audit::{Printed, plain};
use crate::engine::Figure;

/// The points of the levels as printed, the best first; none where the text is no scale of levels. A
/// scale begins with the weight and goes down; a text that takes points off or counts by shares
/// allows others in between.
pub(super) fn levels(rule: &str, weight: &str) -> Vec<String> {
    let Some(weight) = Printed::read(weight) else { return Vec::new() };
    let rule = plain(rule);
    let between = ["扣", "每", "酌情", "按比例", "乘以", "×", "酌减", "累计"];
    if between.iter().any(|word| rule.contains(word)) {
        return Vec::new();
    }
    let in_brackets = points(rule.split('(').skip(1).filter_map(|rest| rest.split(')').next()));
    let behind_word =
        || points(rule.split('得').skip(1).filter_map(|rest| rest.split_inclusive('分').next()));
    let found = if in_brackets.len() > 1 { in_brackets } else { behind_word() };
    let best: Vec<Figure> = found.iter().map(|(best, _)| *best).collect();
    let falls = best.windows(2).all(|pair| pair[0] > pair[1]);
    let scale = best.len() > 1 && falls && best[0] == weight.figure;
    if scale { found.into_iter().map(|(_, text)| text).collect() } else { Vec::new() }
}

/// `5分`, `0-2分`: the most that each gives, and how it is printed.
fn points<'t>(parts: impl Iterator<Item = &'t str>) -> Vec<(Figure, String)> {
    let read = |part: &'t str| {
        let inner = part.strip_suffix('分')?;
        let (low, high) = inner.split_once(['-', '~', '至']).unwrap_or(("", inner));
        let figure = |text: &str| text.parse::<Figure>().ok();
        let best = figure(high)?;
        if low.is_empty() {
            return Some((best, inner.to_owned()));
        }
        let other = figure(low)?;
        let text = if other < best { format!("{low}–{high}") } else { format!("{high}–{low}") };
        Some((best.max(other), text))
    };
    parts.filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_read_from_brackets_and_from_sentences() {
        let of = |rule, weight| levels(rule, weight).join(" ");
        assert_eq!(of("目标明确（5分） 基本明确（3分） 不明确（0分）", "5"), "5 3 0");
        assert_eq!(of("没有调整（5分）；有手续（3分）；没有手续（0—2分）", "5"), "5 3 0–2");
        assert_eq!(of("≥90%的（5分），≥80%（4分），低于80%（0分）。", "5.0"), "5 4 0");
        assert_eq!(of("健全得4分，基本健全得2分，不健全得0分", "4"), "4 2 0");
    }

    #[test]
    fn items_of_a_checklist_and_points_off_are_no_levels() {
        let of = |rule, weight| levels(rule, weight).join(" ");
        assert_eq!(of("按时完成得(2分)；质量好得(0.5分)；未发现问题(0.5分)", "4"), "");
        assert_eq!(of("完全合规（8分），基本合规（5分）。虚列扣5-8分", "8"), "");
        assert_eq!(of("达到95%得5分", "5"), "");
        assert_eq!(of("目标明确（5分）基本明确（3分）", ""), "");
    }
}
