//! Names of indicators as cells have them, and the labels of lines that are no indicator.

use super::columns::without_brackets;
use super::told;
use crate::audit::{Printed, plain};

/// A name, with the points that stand behind it: 决策（20分）, 决策（20/18.5）.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    pub name: String,
    /// As printed, without brackets and 分; `""` for none.
    pub weight: String,
    /// Likewise; only where the head says that there is one.
    pub score: String,
}

/// What a head says of the brackets behind its names: 三级指标（分值/得分）.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Brackets {
    /// The score alone.
    Score,
    WeightScore,
    ScoreWeight,
}

impl Brackets {
    /// What the brackets of a head, without spaces, say; nothing where they say no score.
    pub fn of_head(whole: &str) -> Option<Brackets> {
        let (_, inner) = whole.split_once('(')?;
        let find = |words: &[&str]| words.iter().filter_map(|word| inner.find(word)).min();
        let score = find(&["得分", "评分"])?;
        Some(match find(&["分值", "权重", "满分", "标准分"]) {
            None => Brackets::Score,
            Some(weight) if weight < score => Brackets::WeightScore,
            Some(_) => Brackets::ScoreWeight,
        })
    }
}

impl Name {
    /// Reads the cell of a name.
    pub fn read(text: &str) -> Name {
        let joined = joined(text);
        let name = without_number(&joined).trim_end_matches([':', '：']);
        let (name, weight) = match split_weight(name) {
            Some((name, weight)) => (name, weight),
            None => (name, String::new()),
        };
        let name = name.trim().trim_end_matches([':', '：']).to_owned();
        Name { name, weight, score: String::new() }
    }

    /// Reads the cell of a name below a head that says what stands in its brackets.
    pub fn with_points(text: &str, brackets: Option<Brackets>) -> Name {
        let bare = joined(text);
        let own = brackets.and_then(|brackets| Some((brackets, in_brackets(&bare)?)));
        let Some((brackets, (name, inner))) = own else { return Name::read(text) };
        let parts: Option<Vec<String>> =
            inner.split(['/', ',', '、', ';', '|']).map(points).collect();
        let (weight, score) = match (brackets, parts.as_deref()) {
            (Brackets::Score, Some([score])) => ("", score.as_str()),
            (Brackets::WeightScore, Some([weight, score]))
            | (Brackets::ScoreWeight, Some([score, weight])) => (weight.as_str(), score.as_str()),
            _ => return Name::read(text),
        };
        let (weight, score) = (weight.to_owned(), score.to_owned());
        Name { weight, score, ..Name::read(name) }
    }
}

/// What stands before the brackets at the end, and in them.
fn in_brackets(text: &str) -> Option<(&str, String)> {
    let inner_end = text.trim_end().strip_suffix([')', '）'])?;
    let at = inner_end.rfind(['(', '（'])?;
    let inner = inner_end[at..].trim_start_matches(['(', '（']);
    Some((&text[..at], plain(inner)))
}

/// The points in brackets, without what they are called: 权重20, 得18.5分.
fn points(inner: &str) -> Option<String> {
    let labels = ["权重", "分值", "满分", "标准分", "得分", "评分", "得", "占", "共"];
    let inner = labels.iter().find_map(|label| inner.strip_prefix(label)).unwrap_or(inner);
    weight_of(inner.trim_start_matches([':', '=']))
}

/// Without spaces and line breaks, except between two words in Latin letters, and behind the code that
/// a name begins with: A11 立项.
pub(super) fn joined(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().collect();
    let code = chars.iter().position(|c| c.is_whitespace()).filter(|end| {
        let (letter, digits) = (chars.first(), &chars[1.min(*end)..*end]);
        let digit = |c: &char| c.is_ascii_digit() || matches!(c, '.' | '-');
        letter.is_some_and(char::is_ascii_uppercase) && digits.iter().all(digit)
    });
    let mut kept = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        if !c.is_whitespace() {
            kept.push(*c);
            continue;
        }
        let word = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let before = kept.chars().next_back();
        if code == Some(at) || (word(before.as_ref()) && word(chars.get(at + 1))) {
            kept.push(' ');
        }
    }
    kept
}

/// Without the number that templates put before a name: 指标1：参保人数.
fn without_number(name: &str) -> &str {
    let Some(rest) = name.strip_prefix("指标") else { return name };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = after.len() < rest.len();
    match after.strip_prefix([':', '：', '.', '、']) {
        Some(name) if numbered => name.trim(),
        _ => name,
    }
}

/// A number in brackets at the end, or with 分 behind it.
fn split_weight(name: &str) -> Option<(&str, String)> {
    let bare = name.trim_end();
    if bare.ends_with([')', '）']) {
        let (name, inner) = in_brackets(bare)?;
        return points(&inner).map(|weight| (name, weight));
    }
    let before = bare.strip_suffix('分')?;
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let weight = before.get(digits.len()..).filter(|digits| !digits.is_empty())?;
    (!digits.is_empty()).then(|| (digits, weight.to_owned()))
}

fn weight_of(inner: &str) -> Option<String> {
    let printed = Printed::read(inner)?;
    let digits = inner.trim_end_matches('分').trim_end_matches('%');
    let number = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    (number && ["", "分", "%"].contains(&printed.unit.as_str())).then(|| digits.to_owned())
}

/// What the label of a line says that is no indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// 总分, 综合得分: the total wherever it stands.
    Total,
    /// 合计, 总计: the total, or that of a group where indicators follow.
    Sum,
    /// 小计, 决策合计.
    Subtotal,
    /// 评价等级.
    Grade,
}

const TOTALS: [&str; 27] = [
    "总分",
    "综合得分",
    "总得分",
    "评价得分",
    "合计得分",
    "得分合计",
    "总分值",
    "评价总分",
    "自评总分",
    "总评分",
    "绩效评价得分",
    "评价总得分",
    "综合评分",
    "得分总计",
    "最终得分",
    "自评得分",
    "综合评价得分",
    "自评总得分",
    "绩效得分",
    "评价分数",
    "总分合计",
    "评分合计",
    "最后得分",
    "评价综合得分",
    "项目得分",
    "总评得分",
    "自评结果得分",
];
const SUMS: [&str; 5] = ["合计", "总计", "总合计", "共计", "累计"];
const GRADES: [&str; 18] = [
    "评价等级",
    "等级",
    "等次",
    "评价结果",
    "评价结果等次",
    "评价结论",
    "绩效等级",
    "评定等级",
    "自评等级",
    "综合评价等级",
    "评级",
    "绩效评价等级",
    "评价等次",
    "考核等级",
    "结果等次",
    "评价结果级别",
    "自评等次",
    "评价结果等级",
];

/// The label that a cell is, or that it begins with: `(label, what stands behind its colon)`.
pub(super) fn label(cell: &str) -> Option<(Label, String)> {
    if cell.chars().count() > 40 {
        return None;
    }
    let whole = plain(cell);
    let (head, value) = whole.split_once(':').unwrap_or((&whole, ""));
    let base = without_brackets(head);
    let label = if TOTALS.contains(&base.as_str()) {
        Label::Total
    } else if SUMS.contains(&base.as_str()) {
        Label::Sum
    } else if GRADES.contains(&base.as_str()) {
        Label::Grade
    } else if base.contains("小计") || base.contains("分项合计") || base.ends_with("合计") {
        Label::Subtotal
    } else {
        return None;
    };
    Some((label, value.to_owned()))
}

/// The name of the group that a subtotal names: 决策小计.
pub(super) fn of_subtotal(cell: &str) -> String {
    let name = Name::read(cell).name;
    let bare = ["分项合计", "小计", "合计"].iter().find_map(|word| name.strip_suffix(word));
    bare.unwrap_or_default().to_owned()
}

/// The grade that a cell says: a short word that is one of a scale, or the one that is ticked.
pub(super) fn grade(cell: &str) -> Option<String> {
    if let Some(ticked) = told::ticked(cell) {
        return Some(ticked);
    }
    let bare = joined(cell);
    let text = bare.trim_matches(|c| told::QUOTES.contains(&c)).to_owned();
    let known = ["优", "良", "中", "差", "低", "合格", "一般", "等", "级", "A", "B", "C", "D"];
    let short = text.chars().count() <= 6;
    (short && !text.contains('□') && known.iter().any(|word| text.contains(word))).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_behind_a_name_is_told_apart() {
        for (cell, name, weight) in [
            ("决策 (20)", "决策", "20"),
            ("项目立项\n（15分）", "项目立项", "15"),
            ("项 目 立 项(权重：1.5分)", "项目立项", "1.5"),
            ("产出指标（50%）", "产出指标", "50"),
            ("效益30分", "效益", "30"),
            ("A11 立项 依据（4分）", "A11 立项依据", "4"),
            ("2024 年", "2024年", ""),
            ("满意度(≥95%)", "满意度(≥95%)", ""),
            ("参保人数（人）", "参保人数（人）", ""),
            ("2024年（第1批）", "2024年（第1批）", ""),
            ("投入：", "投入", ""),
            ("指标1：参保人数", "参保人数", ""),
            ("指标2：", "", ""),
            ("指标体系", "指标体系", ""),
        ] {
            let due = Name { name: name.into(), weight: weight.into(), score: String::new() };
            assert_eq!(Name::read(cell), due, "{cell}");
        }
    }

    #[test]
    fn points_in_brackets_are_read_in_the_order_of_the_head() {
        let read = |head, cell| {
            let name = Name::with_points(cell, Brackets::of_head(head));
            [name.name, name.weight, name.score].join("|")
        };
        assert_eq!(read("一级指标(分值/得分)", "决策（20/18.5）"), "决策|20|18.5");
        assert_eq!(read("指标(得分/分值)", "决策（得18.5分，共20分）"), "决策|20|18.5");
        assert_eq!(read("指标(得分)", "决策（18.5分）"), "决策||18.5");
        assert_eq!(read("指标(分值)", "决策（20分）"), "决策|20|");
        assert_eq!(read("指标(分值/得分)", "决策（20分）"), "决策|20|");
        assert_eq!(read("指标(分值/得分)", "比例（1/2）高（万元）"), "比例（1/2）高（万元）||");
    }

    #[test]
    fn labels_of_totals_groups_and_grades_are_told_apart() {
        assert_eq!(label("合 计"), Some((Label::Sum, String::new())));
        assert_eq!(label("综合得分："), Some((Label::Total, String::new())));
        assert_eq!(label("评价得分：84.00"), Some((Label::Total, "84.00".into())));
        assert_eq!(label("决策小计"), Some((Label::Subtotal, String::new())));
        assert_eq!(label("评价结果等次:"), Some((Label::Grade, String::new())));
        assert_eq!(label("合计数量"), None);
        assert_eq!(of_subtotal("决策 小计"), "决策");
        assert_eq!(of_subtotal("小计"), "");
    }
}
