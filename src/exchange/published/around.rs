//! The text around a table: its title, a total or a grade that stands below it.

use super::names::{Label, grade, label};
use crate::audit::{Assumption, Printed, PublishedTable};

/// Characters that a title has at most.
const TITLE: usize = 60;

/// Takes the title from the paragraphs from `from` on, before a table: the nearest that is one, above
/// lines such as （2020年度） or 项目名称：….
pub(super) fn title(texts: &mut Vec<String>, from: usize) -> Option<String> {
    let beside = |text: &str| {
        let bare = text.trim_start_matches('#').trim();
        let bracketed = bare.starts_with(['(', '（']) && bare.ends_with([')', '）']);
        let labelled = bare.split_once([':', '：']).is_some_and(|(label, value)| {
            label.chars().count() <= 10 && !value.trim().is_empty() && !label.starts_with(['附', '表'])
        });
        bracketed || labelled || bare.contains("单位")
    };
    let at = from + texts.get(from..)?.iter().rposition(|text| !beside(text))?;
    let text = &texts[at];
    let sentence = text.ends_with(['。', '：', ':', '；', '.']) || text.contains("。");
    if texts.len() - at > 3 || sentence || text.chars().count() > TITLE || text.contains('\n') {
        return None;
    }
    Some(texts.remove(at).trim_start_matches('#').trim().to_owned())
}

/// Whether a paragraph may tell figures of the table again; who filled it in is nobody's business.
pub(super) fn is_worth(text: &str) -> bool {
    let persons = ["联系电话", "电话", "手机", "填表人", "经办人", "签字", "签章", "身份证"];
    text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c))
        && !persons.iter().any(|word| text.contains(word))
}

/// Takes a total and a grade that stand outside the table: 综合得分：84分　评价等级：良.
pub(super) fn total(table: &mut PublishedTable, texts: &[String], noted: &mut Vec<Assumption>) {
    for text in texts.iter().filter(|text| text.chars().count() <= TITLE) {
        let parts = text.split([' ', '\u{3000}', '\n', '，', ',', '；', ';']);
        for part in parts.filter(|part| part.contains([':', '：'])) {
            let Some((kind, value)) = label(part) else { continue };
            let place = match kind {
                Label::Grade if grade(&value).is_some() => &mut table.grade,
                Label::Total if Printed::read(&value).is_some() => &mut table.total,
                _ => continue,
            };
            if place.is_empty() {
                *place = value;
                noted.push(Assumption::OutsideTable { text: part.to_owned() });
            }
        }
    }
}
