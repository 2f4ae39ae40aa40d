//! Which family of rules the printed 评分标准 of a row names.

use crate::audit::printed::{leading, plain};
use crate::engine::Figure;

use super::family::{Family, Lost};
use super::{Name, Recovered};

/// What a printed rule says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    kind: Kind,
    /// The numbers that it names.
    figures: Vec<Figure>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// So much off for each percentage point.
    Shortfall,
    /// By the completion rate.
    Proportional,
    /// Full marks or none.
    FullOrNothing,
    /// Shares of the weight by how far it was met.
    Bands,
    /// Something that no family is: so much off for each item.
    Other,
}

/// Words that name a kind, the more particular first.
const WORDS: [(&[&str], Kind); 5] = [
    (&["每项", "每处", "每发现", "每一项", "每一处", "每个问题", "每缺"], Kind::Other),
    (&["每低", "每降低", "每减少", "每少", "每下降", "每差"], Kind::Shortfall),
    (&["基本达成", "部分达成"], Kind::Bands),
    (
        &["按比例", "同比例", "完成比例", "完成率×", "完成率*", "×完成率", "*完成率", "按完成率"],
        Kind::Proportional,
    ),
    (
        &["否则不得分", "否则得0分", "达标得满分", "未达标不得分", "未完成不得分", "不达标不得分"],
        Kind::FullOrNothing,
    ),
];

impl Said {
    /// What a printed rule says, where it names a rule.
    pub fn by(text: &str) -> Option<Said> {
        let text = plain(text);
        let kinds = WORDS.iter().filter(|(words, _)| words.iter().any(|word| text.contains(word)));
        let kinds: Vec<Kind> = kinds.map(|(_, kind)| *kind).collect();
        let kind = match kinds.as_slice() {
            [] => return None,
            [Kind::Shortfall] if !text.contains('%') && !text.contains("百分点") => Kind::Other,
            [only] => *only,
            // 按比例得分，低于60%每低1%扣…: no family is both.
            _ => Kind::Other,
        };
        Some(Said { kind, figures: figures(&text) })
    }

    /// Whether the rule is what is said, with the figures that are.
    pub fn is(&self, rule: &Recovered) -> bool {
        let named = |figure| self.figures.contains(&figure);
        match (self.kind, rule.family) {
            (Kind::Shortfall, Family::Shortfall(shortfall)) => {
                let name = if shortfall.lost == Lost::Share { Name::Share } else { Name::Points };
                let cost = rule.param(name).is_some_and(|param| named(param.chosen));
                cost && named(Figure::whole(shortfall.per))
            }
            (Kind::Proportional, Family::Proportional { .. })
            | (Kind::FullOrNothing, Family::FullOrNothing) => true,
            (Kind::Bands, Family::Bands) => {
                [80, 50].into_iter().all(|share| named(Figure::whole(share)))
            }
            _ => false,
        }
    }
}

/// Every number of a text.
fn figures(text: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(begin) = rest.find(|c: char| c.is_ascii_digit()) {
        let (number, behind) = leading(&rest[begin..]);
        found.extend(number.parse::<Figure>());
        rest = behind;
    }
    found
}
