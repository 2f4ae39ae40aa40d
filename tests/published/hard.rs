//! Tables as they come out of web pages and hands: marks that nobody sees, totals that are no last line,
//! rates in the column of the scores.

use jiheng::audit::{Column, PublishedTable};
use jiheng::exchange::published::{Input, read};

fn table(text: &str) -> PublishedTable {
    let drafts = read(Input::Text(text)).drafts;
    drafts[0].table()
}

#[test]
fn marks_that_nobody_sees_are_no_part_of_heads_and_figures() {
    let table = table("三级指标\t分\u{200b}值\t得\u{feff}分\n甲\t6\u{200b}0\t\u{202a}50\u{202c}");
    assert_eq!([&*table.rows[0].weight, &*table.rows[0].score], ["60", "50"]);
}

#[test]
fn the_mark_of_the_order_of_bytes_is_no_part_of_the_first_head() {
    let drafts = read(Input::Csv("\u{feff}指标,分值,得分\n甲,60,50")).drafts;
    assert_eq!(drafts[0].columns[0].head, "指标");
}

#[test]
fn a_total_above_what_is_added_or_taken_off_is_the_total() {
    for last in ["效益\t丙\t5\t5", "加分项\t获奖\t\t2", "\t丙\t5\t5"] {
        let text = format!(
            "一级指标\t三级指标\t分值\t得分\n决策\t甲\t60\t50\n产出\t乙\t40\t35\n合计\t\t100\t91\n{last}"
        );
        let table = table(&text);
        assert_eq!([&*table.full_score, &*table.total], ["100", "91"], "{last}");
        assert_eq!(table.rows.len(), 3, "{last}");
    }
}

#[test]
fn percentages_below_the_head_of_scores_are_rates() {
    let found = read(Input::Text("三级指标\t分值\t得分\n甲\t60\t90%\n乙\t40\t100%\n合计\t100\t94"));
    let draft = &found.drafts[0];
    let columns: Vec<Column> = draft.columns.iter().map(|one| one.column).collect();
    assert_eq!(columns, [Column::Level3, Column::Weight, Column::ScoreRate]);
    // 60 × 90 % + 40 = 94 is a total without scores.
    assert!(draft.lacks_scores());
    let all = read(Input::Text("三级指标\t权重\t得分\n甲\t60%\t54%\n乙\t40%\t40%"));
    assert_eq!(all.drafts[0].columns[2].column, Column::Score);
}
