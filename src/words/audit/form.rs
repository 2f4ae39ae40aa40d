//! From an audit to scoring, in words: what came of it, or what has to be mended in the table first.

use super::place::{in_table, place};
use super::reading::lines;
use crate::audit::{Field, Place, Printed, PublishedTable, Refusal};
use crate::engine::{MAX_PLACES, MOST_INDICATORS, Problem};
use crate::words::Lang;
use crate::words::problem::problem_of_form;
use crate::words::table::{audit, audit_form as text, say, t};

/// What became of a table of so many rows, `judged` of which no recovered rule scores.
pub fn opened(judged: usize, rows: usize, lang: Lang) -> String {
    let key = match judged {
        0 => text::OPENED_RULED,
        _ if judged >= rows => text::OPENED_JUDGED,
        _ => text::OPENED,
    };
    let [all, ruled, judged] =
        [rows, rows.saturating_sub(judged), judged].map(|count| count.to_string());
    say(key, lang, &[("rows", &all), ("ruled", &ruled), ("judged", &judged)])
}

/// Why the table of this number is no form: what stands in the way, where, and how to mend it.
///
/// `第14行“经济效益”得分大于分值，无法转为评分：请先改正该单元格，或把共用一个得分的几行声明为合并计分。`
pub fn refusal(tables: &[PublishedTable], table: usize, refusal: &Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::Nothing => t(text::NOTHING, lang).to_owned(),
        Refusal::Cell(at) => cell(tables, at, lang),
        Refusal::Unread(at) => unread(tables, at, lang),
        Refusal::TooFine(at) => {
            let (place, places) = (place(tables, at, lang), MAX_PLACES.to_string());
            say(text::TOO_FINE, lang, &[("place", &place), ("places", &places)])
        }
        Refusal::TooMany(found) => {
            let (found, most) = (found.to_string(), MOST_INDICATORS.to_string());
            say(text::TOO_MANY, lang, &[("found", &found), ("most", &most)])
        }
        Refusal::Block(number) => block(tables, table, *number, lang),
        Refusal::Faulty(flaw) => faulty(tables, table, flaw, lang),
    }
}

fn cell(tables: &[PublishedTable], at: &Place, lang: Lang) -> String {
    let of = tables.get(at.table);
    let score = of.and_then(|table| match at.row {
        Some(row) => table.rows.get(row).map(|row| &row.score),
        None => table.budget.as_ref().map(|budget| &budget.score),
    });
    let printed = score.and_then(|score| Printed::read(score));
    let key = match at.field {
        Field::Weight => text::NO_WEIGHT,
        _ if printed.is_some_and(|score| score.figure.is_negative()) => text::NEGATIVE,
        Field::BudgetScore => text::BUDGET_ABOVE,
        _ => text::ABOVE_WEIGHT,
    };
    say(key, lang, &[("place", &place(tables, at, lang))])
}

fn unread(tables: &[PublishedTable], at: &Place, lang: Lang) -> String {
    let row = tables.get(at.table).zip(at.row).and_then(|(table, row)| table.rows.get(row));
    let cell = match at.field {
        Field::Weight => row.map(|row| &row.weight),
        _ => row.map(|row| &row.score),
    };
    let place = place(tables, at, lang);
    say(text::UNREAD, lang, &[("place", &place), ("text", cell.map_or("", |cell| cell.trim()))])
}

fn block(tables: &[PublishedTable], table: usize, number: usize, lang: Lang) -> String {
    let block = tables.get(table).and_then(|table| table.blocks.get(number));
    let rows: Vec<usize> =
        block.iter().flat_map(|block| &block.rows).map(|row| *row as usize).collect();
    let score = block.map_or("", |block| block.score.as_str());
    let key = match Printed::read(score) {
        Some(_) => text::BLOCK_ROWS,
        None => text::BLOCK_SCORE,
    };
    let place = in_table(tables, table, &lines(&rows, lang), lang);
    say(key, lang, &[("place", &place), ("score", score)])
}

fn faulty(tables: &[PublishedTable], table: usize, flaw: &Problem, lang: Lang) -> String {
    let said = problem_of_form(flaw, lang);
    let id = flaw.indicator.as_deref().unwrap_or_default();
    // The form calls its rows r1, r2, … as the table numbers them.
    let row = id.strip_prefix('r').and_then(|number| number.parse::<usize>().ok());
    match row.and_then(|number| number.checked_sub(1)) {
        Some(row) => {
            let at = Place { table, row: Some(row), group: Vec::new(), field: Field::Name };
            let place = place(tables, &at, lang);
            say(text::FAULTY_AT, lang, &[("place", &place), ("problem", &said)])
        }
        None if id == "budget" => {
            let place = in_table(tables, table, t(audit::FIELD_BUDGET_SCORE, lang), lang);
            say(text::FAULTY_AT, lang, &[("place", &place), ("problem", &said)])
        }
        None => say(text::FAULTY, lang, &[("problem", &said)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::recovery::recover;
    use crate::audit::{Block, Budget, Row, Sheet, form};

    fn taishan() -> Vec<PublishedTable> {
        let json = include_str!("../../../tests/audit/tables/taishan.json");
        crate::tree::parse(json).unwrap().document().unwrap()
    }

    /// Why the table of this number is refused.
    fn said(tables: &[PublishedTable], at: usize, lang: Lang) -> String {
        let sheet = Sheet::new(&tables[at], at);
        refusal(tables, at, &form(&sheet, &recover(&sheet)).unwrap_err(), lang)
    }

    fn row(name: &str, weight: &str, score: &str) -> Row {
        let l3 = name.to_owned();
        Row { l3, weight: weight.to_owned(), score: score.to_owned(), ..Row::default() }
    }

    fn table(rows: Vec<Row>) -> PublishedTable {
        PublishedTable { rows, ..PublishedTable::default() }
    }

    #[test]
    fn what_became_of_the_rows_is_counted() {
        assert_eq!(
            opened(21, 24, Lang::Zh),
            "已转为评分：24行中3行按推得的规则计分，21行按表列的得分评定。"
        );
        assert_eq!(opened(17, 17, Lang::Zh), "已转为评分：没有推得规则，17行都按表列的得分评定。");
        assert_eq!(
            opened(0, 2, Lang::En),
            "Turned into an assessment: all 2 rows are scored by a recovered rule."
        );
    }

    #[test]
    fn a_cell_in_the_way_is_named_with_its_mend() {
        let tables = taishan();
        let mend =
            "得分大于分值，无法转为评分：请先改正该单元格，或把共用一个得分的几行声明为合并计分。";
        assert_eq!(said(&tables, 0, Lang::Zh), format!("第14行“经济效益”{mend}"));
        let tables = [
            table(vec![row("甲", "60", "−1")]),
            table(vec![row("甲", "60", "60"), row("乙", "", "3")]),
        ];
        assert_eq!(
            said(&tables, 0, Lang::Zh),
            "第1张表第1行“甲”得分小于0，无法转为评分：请先改正该单元格。"
        );
        assert_eq!(
            said(&tables, 1, Lang::En),
            "table 2, row 2 “乙”, weight: no figure, while the row has a score; give the row its weight first, or clear its score."
        );
        let tables =
            [table(vec![row("甲", "60", "60"), row("乙", "40（10）", "3"), row("丙", "5", "优")])];
        assert_eq!(
            said(&tables, 0, Lang::Zh),
            "第2行“乙”分值“40（10）”不是一个数字，无法转为评分：请先改正该单元格。"
        );
        let tables = [table(vec![row("甲", "60", "59.12345")])];
        assert_eq!(
            said(&tables, 0, Lang::Zh),
            "第1行“甲”得分的小数超过4位，无法转为评分：请先改正该单元格。"
        );
        let budget = Budget { weight: "10".into(), score: "11".into(), ..Budget::default() };
        let over = PublishedTable { budget: Some(budget), ..table(vec![row("甲", "90", "90")]) };
        assert_eq!(
            said(&[over], 0, Lang::Zh),
            "预算执行率得分大于分值，无法转为评分：请先改正该单元格。"
        );
    }

    #[test]
    fn a_table_without_weights_is_told_to_check_its_columns() {
        let none = [table(vec![row("甲", "", "")])];
        assert_eq!(
            said(&none, 0, Lang::Zh),
            "表中没有一行有分值，无法转为评分：请先确认哪一列是“分值”、哪一列是“得分”。"
        );
    }

    #[test]
    fn a_block_in_the_way_is_named_by_its_rows() {
        let mut tables = taishan();
        tables[0].rows[13].score = String::new();
        let block = |rows: std::ops::Range<u32>, score: &str| Block {
            rows: rows.collect(),
            weight: String::new(),
            score: score.into(),
        };
        tables[0].blocks = vec![block(13..18, "20"), block(10..12, "18")];
        assert_eq!(
            said(&tables, 0, Lang::Zh),
            "第11–12行合并计分，但不恰好是同一上级指标的全部行，无法转为评分：请按上级指标声明合并，或分别写出各行得分。"
        );
        tables[0].blocks = vec![block(13..18, "良好")];
        assert_eq!(
            said(&tables, 0, Lang::Zh),
            "第14–18行合并计分，而得分“良好”不是数字，无法转为评分：请先改正得分。"
        );
    }

    #[test]
    fn what_the_form_itself_gets_wrong_is_said_of_its_row() {
        use crate::engine::Code;
        let tables = [table(vec![row("甲", "12.505", "12.5")])];
        let fine = Problem::new(Code::ConstantTooFine).at("r1").on("weight");
        let flaw = Refusal::Faulty(Box::new(fine.with("text", "12.505").with("places", 2)));
        assert_eq!(
            refusal(&tables, 0, &flaw, Lang::Zh),
            "第1行“甲”无法照此计分：分值的数值12.505小数过多，得分只保留2位小数；请减少小数。"
        );
        let whole = Refusal::Faulty(Box::new(Problem::new(Code::GradeOverlap).on("grades")));
        assert_eq!(
            refusal(&tables, 0, &whole, Lang::Zh),
            "照此表得出的指标体系无法计分：评价等级的下限须从高到低且互不相同；请调整。"
        );
    }
}
