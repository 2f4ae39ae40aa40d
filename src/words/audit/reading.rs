//! How a published table was read, in words: its columns, what was assumed, why nothing was found.

use crate::audit::{Assumption, Column, Flaw, How};
use crate::words::Lang;
use crate::words::table::audit_reading as text;
use crate::words::table::{quoted_list, say, shared, t};

/// What a column holds, as a list offers it.
pub fn column(column: Column, lang: Lang) -> &'static str {
    let key = match column {
        Column::Level1 => text::LEVEL_1,
        Column::Level2 => text::LEVEL_2,
        Column::Level3 => text::LEVEL_3,
        Column::Weight1 => text::WEIGHT_1,
        Column::Weight2 => text::WEIGHT_2,
        Column::Weight => text::WEIGHT,
        Column::Target => text::TARGET,
        Column::Actual => text::ACTUAL,
        Column::Completion => text::COMPLETION,
        Column::ScoreRate => text::SCORE_RATE,
        Column::Deduction => text::DEDUCTION,
        Column::Score1 => text::SCORE_1,
        Column::Score2 => text::SCORE_2,
        Column::Score => text::SCORE,
        Column::Reason => text::REASON,
        Column::Rule => text::RULE,
        Column::Ignored => text::IGNORED,
    };
    t(key, lang)
}

/// What a column was recognised by.
pub fn how(how: How, lang: Lang) -> &'static str {
    let key = match how {
        How::Name => text::BY_NAME,
        How::Likeness => text::BY_LIKENESS,
        How::Place => text::BY_PLACE,
        How::Content => text::BY_CONTENT,
        How::Hand => text::BY_HAND,
        How::Unknown => text::NOT_RECOGNISED,
    };
    t(key, lang)
}

/// An assumption in a sentence. Rows and lines are counted from 1.
///
/// `第2–4行的“一级指标”为空，沿用上一行的名称。`
pub fn assumption(assumption: &Assumption, lang: Lang) -> String {
    let at = |numbers: &[usize]| lines(numbers, lang);
    let say = |key, values: &[(&str, &str)]| say(key, lang, values);
    match assumption {
        Assumption::Recognised { head, column: holds, how: by } => {
            let head = if head.is_empty() { t(text::NO_HEAD, lang) } else { head };
            let (column, how) = (column(*holds, lang), how(*by, lang));
            say(text::RECOGNISED, &[("head", head), ("column", column), ("how", how)])
        }
        Assumption::LeftOut { head, column: holds, kept } => {
            let column = column(*holds, lang);
            say(text::LEFT_OUT, &[("head", head), ("column", column), ("kept", kept)])
        }
        Assumption::Transposed => t(text::TRANSPOSED, lang).to_owned(),
        Assumption::HeadRepeated { lines } => say(text::HEAD_REPEATED, &[("lines", &at(lines))]),
        Assumption::Joined { pieces } => say(text::JOINED, &[("count", &pieces.to_string())]),
        Assumption::FilledDown { level, rows } => {
            let levels = [Column::Level1, Column::Level2, Column::Level3];
            let level = levels.get(level.saturating_sub(1)).copied().unwrap_or(Column::Level3);
            let column = column(level, lang);
            say(text::FILLED_DOWN, &[("lines", &at(rows)), ("column", column)])
        }
        Assumption::WeightInName { names } => {
            let names = quoted_list(names.iter().map(String::as_str), lang);
            say(text::WEIGHT_IN_NAME, &[("names", &names)])
        }
        Assumption::Subtotal { path, line } => {
            let path = path.join(" / ");
            say(text::SUBTOTAL, &[("path", &path), ("lines", &at(&[*line]))])
        }
        Assumption::SumLeftOut { line } => say(text::SUM_LEFT_OUT, &[("lines", &at(&[*line]))]),
        Assumption::Heading { name, line } => {
            say(text::HEADING, &[("name", name), ("lines", &at(&[*line]))])
        }
        Assumption::TotalByOrder { line } => say(text::TOTAL_BY_ORDER, &[("lines", &at(&[*line]))]),
        Assumption::Block { rows, score } => {
            say(text::BLOCK, &[("lines", &at(rows)), ("score", score)])
        }
        Assumption::SharedWeight { rows, weight } => {
            say(text::SHARED_WEIGHT, &[("lines", &at(rows)), ("weight", weight)])
        }
        Assumption::Empty { lines } => say(text::EMPTY, &[("lines", &at(lines))]),
        Assumption::Continued { rows } => say(text::CONTINUED, &[("lines", &at(rows))]),
        Assumption::OutsideTable { text: told } => say(text::OUTSIDE_TABLE, &[("text", told)]),
        Assumption::Title { text: told } => say(text::TITLE, &[("text", told)]),
    }
}

/// Why nothing can be audited, and what to do.
pub fn flaw(flaw: &Flaw, lang: Lang) -> String {
    match flaw {
        Flaw::TooLarge { bytes, limit } => {
            let (size, limit) = (megabytes(*bytes), megabytes(*limit));
            say(text::TOO_LARGE, lang, &[("size", &size), ("limit", &limit)])
        }
        Flaw::TooManyCells { limit } => {
            say(text::TOO_MANY_CELLS, lang, &[("limit", &limit.to_string())])
        }
        Flaw::Binary => t(text::BINARY, lang).to_owned(),
        Flaw::Empty => t(text::NOTHING, lang).to_owned(),
        Flaw::NoTable => t(text::NO_TABLE, lang).to_owned(),
        Flaw::NoScoreColumn { heads } => {
            let heads = quoted_list(heads.iter().map(String::as_str), lang);
            say(text::NO_SCORE_COLUMN, lang, &[("heads", &heads)])
        }
        Flaw::ProjectList => t(text::PROJECT_LIST, lang).to_owned(),
        Flaw::NoHeads => t(text::NO_HEADS, lang).to_owned(),
    }
}

/// Rounded up, so that what is beyond a limit reads as more than it.
fn megabytes(bytes: usize) -> String {
    bytes.div_ceil(1 << 20).to_string()
}

/// `第3–5、8行`, counted from 1.
pub(super) fn lines(numbers: &[usize], lang: Lang) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers.iter().map(|number| number + 1) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let run = |(first, last): &(usize, usize)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    };
    let numbers = runs.iter().map(run).collect::<Vec<_>>().join(t(shared::LISTED, lang));
    say(text::LINES, lang, &[("numbers", &numbers)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assumptions_are_said_in_both_languages() {
        let filled = Assumption::FilledDown { level: 1, rows: vec![1, 2, 3, 7] };
        let zh = "第2–4、8行的“一级指标”为空，沿用上一行的名称。";
        assert_eq!(assumption(&filled, Lang::Zh), zh);
        let en = "“First level” is empty in line(s) 2–4, 8; the name above is taken.";
        assert_eq!(assumption(&filled, Lang::En), en);
        let names = vec!["决策".to_owned(), "过程".to_owned()];
        let weights = assumption(&Assumption::WeightInName { names }, Lang::Zh);
        assert_eq!(weights, "名称后的数字作为分值：“决策”“过程”。");
    }

    #[test]
    fn a_flaw_says_what_to_do() {
        let large = flaw(&Flaw::TooLarge { bytes: 50_000_000, limit: 4 << 20 }, Lang::Zh);
        assert_eq!(large, "内容有48 MB，超过4 MB，没有读取。请只复制评分表所在的部分。");
        let heads = Flaw::NoScoreColumn { heads: vec!["姓名".into(), "电话".into()] };
        assert!(flaw(&heads, Lang::Zh).ends_with("读到的表头：“姓名”“电话”。"));
        assert!(flaw(&Flaw::ProjectList, Lang::Zh).starts_with("这是多个项目的结果汇总表"));
    }
}
