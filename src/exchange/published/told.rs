//! What sentences tell of the conclusion on a table: 综合得分88.0分，评价等级为“优”.

use super::scale;
use crate::audit::{Printed, plain};
use crate::engine::Figure;

/// What one sentence tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// As printed, without 分.
    pub total: Option<String>,
    pub grade: Option<String>,
    /// The sentence, or the part of it that tells the grade.
    pub text: String,
    /// All figures of the sentence: a table with one of them for its total is meant.
    pub figures: Vec<Figure>,
    /// Whether it tells what a unit says of itself.
    pub of_self: bool,
}

/// What the sentences of a paragraph tell, one by one.
pub(super) fn told(paragraph: &str) -> impl Iterator<Item = Told> {
    let sentences = paragraph.split(['。', '；', ';', '\n']).map(str::trim);
    let near = |sentence: &&str| sentence.chars().take(LONGEST + 1).count() <= LONGEST;
    sentences.filter(near).filter_map(sentence)
}

/// Characters of a sentence at most.
const LONGEST: usize = 300;

fn sentence(text: &str) -> Option<Told> {
    let clauses: Vec<(&str, String)> =
        text.split(['，', ',']).map(|clause| (clause.trim(), plain(clause))).collect();
    // 等级为优，良，中，差 names the grades, and 90分以上为优 says where they begin.
    let listed = clauses.iter().any(|(_, clause)| scale::is_name(clause.trim_matches(QUOTES)));
    if listed || is_bound(&plain(text)) {
        return None;
    }
    let own = || clauses.iter().filter(|(_, clause)| !is_of_another(clause));
    let grade = own().find_map(|(text, clause)| Some((*text, grade(clause)?)));
    let total = own().find_map(|(_, clause)| total(clause, grade.is_some()));
    let said = match (&total, &grade) {
        (None, None) => return None,
        (None, Some((clause, _))) => clause,
        _ => text,
    };
    Some(Told {
        total,
        text: said.to_owned(),
        grade: grade.map(|(_, grade)| grade),
        figures: figures(&plain(text)),
        of_self: text.contains("自评"),
    })
}

fn figures(text: &str) -> Vec<Figure> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    runs.filter_map(|run| run.trim_matches('.').parse().ok()).collect()
}

/// Whether a clause tells of another year, of a part, or of several projects.
fn is_of_another(clause: &str) -> bool {
    let words = ["上年", "去年", "上一年", "往年", "指标", "其中", "个项目", "满意度", "平均"];
    words.iter().any(|word| clause.contains(word))
}

/// Whether a sentence says where grades begin and end.
fn is_bound(sentence: &str) -> bool {
    let words = [
        "分以上",
        "及以上",
        "分以下",
        "及以下",
        "(含",
        "含)",
        "不含",
        "≥",
        "≤",
        "<",
        ">",
        "不低于",
        "低于",
        "分之间",
    ];
    let range = |joint: char| {
        sentence.match_indices(joint).any(|(at, _)| {
            let before = sentence[..at].trim_end_matches('分');
            let after = sentence[at + joint.len_utf8()..]
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            let digits =
                sentence[at + joint.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
            before.ends_with(|c: char| c.is_ascii_digit()) && digits && after.starts_with('分')
        })
    };
    words.iter().any(|word| sentence.contains(word)) || ['-', '~', '至'].into_iter().any(range)
}

/// Quotation marks of all kinds.
pub(super) const QUOTES: [char; 10] = ['"', '“', '”', '‘', '’', '\'', '「', '」', '『', '』'];

/// What a grade follows, and whether it may follow at once.
const LABELS: [(&str, bool); 17] = [
    ("等级", true),
    ("等次", true),
    ("评级", true),
    ("级别", true),
    ("档次", true),
    ("评价结果", true),
    ("自评结果", true),
    ("评定结果", true),
    ("考核结果", true),
    ("结论", false),
    ("评定", false),
    ("评为", false),
    ("评价为", false),
    ("属于", false),
    ("达到", false),
    ("定为", false),
    ("得分为", false),
];
const JOINTS: [&str; 12] =
    ["为", "是", ":", "属于", "达到", "评定为", "定为", "列为", "应为", "等级", "等次", "结果"];

fn grade(clause: &str) -> Option<String> {
    LABELS.iter().find_map(|(label, at_once)| {
        let mut behind = clause.match_indices(label).map(|(at, _)| &clause[at + label.len()..]);
        behind.find_map(|rest| named(rest, *at_once, label.ends_with('为')))
    })
}

/// The grade that a text begins with, behind what joins it to its label.
fn named(text: &str, at_once: bool, joined: bool) -> Option<String> {
    let (mut rest, mut joined) = (text, joined);
    while let Some(next) = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint)) {
        (rest, joined) = (next, true);
    }
    let bare = rest.trim_start_matches(QUOTES);
    let quoted = bare.len() < rest.len();
    let name = scale::name(bare)?;
    let after = bare[name.len()..].trim_start_matches(QUOTES);
    let suffix =
        ["等级", "等次", "级", "档", "等"].iter().find_map(|word| after.strip_prefix(word));
    let ends = |text: &str| text.is_empty() || text.starts_with([')', '.', '!', ':', ',']);
    // 等级中 is in the middle of a sentence, 等级 良 in a form.
    let sure = joined || quoted || (at_once && name != "中");
    let told = sure && (ends(after) || suffix.is_some_and(|after| ends(after) || quoted));
    told.then(|| name.to_owned())
}

/// What a total follows, the longer names before what they end with.
const TOTALS: [&str; 9] = [
    "综合得分",
    "总得分",
    "总评分",
    "综合评分",
    "最终得分",
    "评价得分",
    "自评得分",
    "绩效得分",
    "总分",
];

/// The total that a clause tells; 得分 alone only beside a grade.
fn total(clause: &str, graded: bool) -> Option<String> {
    let labels = TOTALS.iter().chain(graded.then_some(&"得分"));
    labels.into_iter().find_map(|label| {
        let behind = clause.rfind(label).map(|at| &clause[at + label.len()..])?;
        let rest = ["为", "是", ":", "达到", "达", "共计", "共"]
            .iter()
            .find_map(|joint| behind.strip_prefix(joint));
        let rest = rest.unwrap_or(behind).trim_start_matches(QUOTES);
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        // 总分100分 is what could be had.
        let full = *label == "总分" && digits == "100";
        let told = after.starts_with('分') && !full && Printed::read(digits).is_some();
        told.then(|| digits.to_owned())
    })
}

/// The grade that is ticked: □优 ☑良 □中 □差, or 优□ 良☑.
pub(super) fn ticked(text: &str) -> Option<String> {
    const TICKS: [char; 10] = ['☑', '✓', '√', '■', '●', '✔', '☒', '▣', '◉', '✅'];
    const BOXES: [char; 5] = ['□', '○', '☐', '◯', '▢'];
    let text = plain(text);
    let mut ticks = text.char_indices().filter(|(_, c)| TICKS.contains(c));
    let (at, tick) = ticks.next()?;
    if ticks.next().is_some() || !text.contains(BOXES) {
        return None;
    }
    let first = text.find(|c| TICKS.contains(&c) || BOXES.contains(&c))?;
    let after = scale::name(&text[at + tick.len_utf8()..]);
    let names_first = scale::ending_name(&text[..first]);
    let found = if names_first.is_some() { scale::ending_name(&text[..at]) } else { after };
    found.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let one =
            |told: Told| [told.total.unwrap_or_default(), told.grade.unwrap_or_default()].join("/");
        told(text).map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_sentence_tells_the_total_and_the_grade() {
        for (text, due) in [
            ("综合得分88.0分，评价等级为“优”。", "88.0/优"),
            ("该项目综合评价得分为88.0分，绩效评级为“优”。", "88.0/优"),
            ("综合评价结论：得分88.0分，等级为优。", "88.0/优"),
            ("绩效评价得分88.0分，属于“优”等级。", "88.0/优"),
            ("自评得分88.0分，自评结果为“优”。", "88.0/优"),
            ("项目总得分 95.0 分，评定为良好", "95.0/良好"),
            ("评价结论：优", "/优"),
            ("自评方式 分值 88.37 自评等级 良", "/良"),
            ("最终评价得分:93.5分,评价等级: \"优\"。", "93.5/优"),
            ("绩效等级为A级。", "/A"),
        ] {
            assert_eq!(said(text), due, "{text}");
        }
    }

    #[test]
    fn a_scale_a_part_and_another_year_tell_none() {
        for text in [
            "得分90分以上为优，评价等级为优",
            "评价等级为优、良、中、差四档",
            "评价等级为优，良，中，差",
            "80-90分，等级为良",
            "上年评价等级为优",
            "其中3个项目等级为优",
            "满分100分，得分率90%",
            "总分100分",
            "优秀率达到90%，质量等级优良",
        ] {
            assert_eq!(said(text), "", "{text}");
        }
    }

    #[test]
    fn a_tick_says_which_grade() {
        for (text, due) in [
            ("□优 ☑良 □中 □差", Some("良")),
            ("优□ 良□ 中√ 差□", Some("中")),
            ("○优秀 ●良好 ○合格", Some("良好")),
            ("□优 □良", None),
            ("☑优 ☑良 □中", None),
        ] {
            assert_eq!(ticked(text).as_deref(), due, "{text}");
        }
    }
}
