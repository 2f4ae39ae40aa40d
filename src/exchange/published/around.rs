//! The text around a table: its title, a total or a grade that stands below it.

use super::names::{Label, grade, label};
use crate::audit::{Assumption, Printed, PublishedTable};

/// Characters that a title has at most.
const TITLE: usize = 60;

/// Takes the title from the paragraphs from `from` on, before a table: the nearest that is one, above
/// lines such as （2020年度） or 项目名称：….
pub(super) fn title(texts: &mut Vec<String>, from: usize) -> Option<String> {
    let at = from + texts.get(from..)?.iter().rposition(|text| !is_beside(text))?;
    let far = texts.len() - at > 3;
    (!far && is_title(&texts[at]))
        .then(|| texts.remove(at).trim_start_matches('#').trim().to_owned())
}

/// Whether a line is as short as a title and no sentence.
pub(super) fn is_title(text: &str) -> bool {
    let sentence = text.ends_with(['。', '：', ':', '；', '.']) || text.contains('。');
    !sentence && !is_beside(text) && text.chars().count() <= TITLE && !text.contains('\n')
}

/// Whether a line stands between a title and its table: a year, a unit, what the project is called.
fn is_beside(text: &str) -> bool {
    let bare = text.trim_start_matches('#').trim();
    let bracketed = bare.starts_with(['(', '（']) && bare.ends_with([')', '）']);
    let labelled = bare
        .split_once([':', '：'])
        .is_some_and(|(label, _)| label.chars().count() <= 10 && !label.starts_with(['附', '表']));
    bracketed || labelled || bare.contains("单位：") || bare.contains("单位:")
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
