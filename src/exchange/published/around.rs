//! The text around a table: its title, a total or a grade that stands below it.

use super::names::{Label, grade, label};
use super::told::Told;
use crate::audit::{Assumption, Printed, PublishedTable};

/// Characters that a title has at most.
const TITLE: usize = 60;

/// Which of the paragraphs from `from` on, before a table, is its title: the nearest that is one, above
/// lines such as （2020年度） or 项目名称：….
pub(super) fn title(texts: &[String], from: usize) -> Option<usize> {
    let at = from + texts.get(from..)?.iter().rposition(|text| !is_beside(text))?;
    let far = texts.len() - at > 3;
    (!far && is_title(&texts[at])).then_some(at)
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

/// Whether a line tells a total or a grade: 综合得分：84分　评价等级：良.
pub(super) fn tells_total(text: &str) -> bool {
    labelled(text).next().is_some()
}

/// The totals and grades that a line tells, with the part of it that does.
fn labelled(text: &str) -> impl Iterator<Item = (Label, String, &str)> {
    let short = text.chars().count() <= TITLE;
    let parts = text.split([' ', '\u{3000}', '\n', '，', ',', '；', ';']);
    let parts = parts.filter(move |part| short && part.contains([':', '：']));
    parts.filter_map(|part| {
        let (kind, value) = label(part)?;
        let told = match kind {
            Label::Grade => grade(&value).is_some(),
            Label::Total => Printed::read(&value).is_some(),
            _ => false,
        };
        told.then_some((kind, value, part))
    })
}

/// Takes a total and a grade that stand outside the table.
pub(super) fn total(table: &mut PublishedTable, texts: &[String], noted: &mut Vec<Assumption>) {
    for (kind, value, part) in texts.iter().flat_map(|text| labelled(text)) {
        let place = if kind == Label::Grade { &mut table.grade } else { &mut table.total };
        if place.is_empty() {
            *place = match kind {
                Label::Grade => grade(&value).unwrap_or(value),
                _ => value,
            };
            noted.push(Assumption::OutsideTable { text: part.to_owned() });
        }
    }
}

/// Takes a total and a grade that sentences tell.
pub(super) fn conclusion(
    table: &mut PublishedTable,
    told: impl Iterator<Item = Told>,
    noted: &mut Vec<Assumption>,
) {
    for Told { total, grade, text, .. } in told {
        let mut taken = false;
        for (place, value) in [(&mut table.total, total), (&mut table.grade, grade)] {
            if let Some(value) = value.filter(|_| place.is_empty()) {
                (*place, taken) = (value, true);
            }
        }
        if taken {
            noted.push(Assumption::OutsideTable { text });
        }
    }
}
