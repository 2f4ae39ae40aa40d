//! Tables that nothing tells the columns of: a person may say what they hold.

use super::draft::Draft;
use super::grid::{Cell, Grid, is_blank};
use super::heads;
use crate::audit::{Column, Flaw, How, Printed};

/// A draft of a grid without known heads; none for what is hardly a table. Its first row is its heads
/// unless figures stand in it.
pub(super) fn draft(grid: Grid, doubtful: bool) -> Option<Draft> {
    if !is_table(&grid) || (doubtful && !is_regular(&grid)) {
        return None;
    }
    let first = (0..grid.height()).find(|row| own(&grid, *row).count() > 1)?;
    let head = if has_figures(&grid, first) { first..first } else { first..first + 1 };
    let mut draft = Draft::new(grid, 0..first, head);
    if draft.is_audited() {
        // 项目, 计划数 and 实际数 are heads of any account.
        for heading in draft.columns.iter_mut().filter(|one| one.column.level().is_some()) {
            (heading.column, heading.how) = (Column::Ignored, How::Unknown);
        }
    }
    Some(draft)
}

/// Why such a grid is not audited; none where nothing stands in it.
pub(super) fn flaw(grid: &Grid) -> Option<Flaw> {
    let first = (0..grid.height()).find(|row| heads::line(grid, *row).len() > 1)?;
    if has_figures(grid, first) {
        return Some(Flaw::NoHeads);
    }
    let heads = heads::line(grid, first);
    Some(match is_of_projects(&heads) {
        true => Flaw::ProjectList,
        false => Flaw::NoScoreColumn { heads },
    })
}

/// Whether these are the heads of a list of projects, each with its score or its grade.
pub(super) fn is_of_projects(heads: &[String]) -> bool {
    let is = |words: &[&str]| heads.iter().any(|head| words.iter().any(|word| head.contains(word)));
    is(&["项目名称", "单位名称"]) && is(&["得分", "评分", "等级", "等次"])
}

fn own(grid: &Grid, row: usize) -> impl Iterator<Item = &Cell> {
    grid.row(row).into_iter().filter(move |cell| cell.row == row && !is_blank(&cell.text))
}

fn has_figures(grid: &Grid, row: usize) -> bool {
    own(grid, row).any(|cell| Printed::read(&cell.text).is_some())
}

/// Two columns, with something in two rows of each.
fn is_table(grid: &Grid) -> bool {
    let mut filled = vec![0_usize; grid.width()];
    for cell in (0..grid.height()).flat_map(|row| own(grid, row)) {
        filled[cell.col] += 1;
    }
    filled.into_iter().filter(|rows| *rows > 1).count() > 1
}

/// What is doubtful is a table with three rows, all of as many cells, and a column of figures.
fn is_regular(grid: &Grid) -> bool {
    let rows = || 0..grid.height();
    let figure = |row: usize, col: usize| Printed::read(grid.text(row, col)).is_some();
    let even = rows().all(|row| own(grid, row).count() == grid.width());
    let column = (1..grid.width()).any(|col| rows().skip(1).all(|row| figure(row, col)));
    grid.height() > 2 && even && column
}

#[cfg(test)]
mod tests {
    use super::super::{Found, Input, read, read_clipboard};
    use super::*;

    fn columns(found: &Found) -> Vec<(Column, How)> {
        found.drafts[0].columns.iter().map(|heading| (heading.column, heading.how)).collect()
    }

    #[test]
    fn rows_without_heads_are_kept_and_a_person_says_what_they_hold() {
        let mut found = read(Input::Text("决策\t立项\t10\t9.5\n\t目标\t5\t5\n合计\t\t15\t14.5"));
        assert_eq!(found.flaw, Some(Flaw::NoHeads));
        let due = [
            (Column::Level2, How::Content),
            (Column::Level3, How::Content),
            (Column::Ignored, How::Unknown),
            (Column::Ignored, How::Unknown),
        ];
        assert_eq!(columns(&found), due);
        let draft = &mut found.drafts[0];
        assert!(!draft.is_audited());
        draft.assign(2, Column::Weight);
        draft.assign(3, Column::Score);
        let table = draft.table();
        assert!(draft.is_audited());
        assert_eq!([table.rows[1].score.as_str(), table.total.as_str()], ["5", "14.5"]);
    }

    #[test]
    fn unknown_heads_are_told_and_keep_the_text_around_them() {
        let text =
            "评分一览表\n得分说明：共95分。\n事项\t甲组\t乙组\n立项\t5\t4\n目标\t5\t5\n综合得分：9";
        let mut found = read(Input::Text(text));
        let heads = ["事项", "甲组", "乙组"].map(str::to_owned).to_vec();
        assert_eq!(found.flaw, Some(Flaw::NoScoreColumn { heads }));
        let draft = &mut found.drafts[0];
        assert_eq!((draft.columns[0].head.as_str(), draft.title.as_str()), ("事项", "评分一览表"));
        draft.assign(1, Column::Weight);
        draft.assign(2, Column::Score);
        let table = draft.table();
        assert_eq!([table.rows[0].l3.as_str(), table.total.as_str()], ["立项", "9"]);
        assert_eq!(table.texts, ["得分说明：共95分。", "综合得分：9"]);
    }

    #[test]
    fn prose_and_accounts_are_no_tables_to_audit() {
        for text in [
            "第一段  有空格。\n第二段  也有空格，共5项。\n第三段  完。",
            "\t首行缩进的一段话，共3项。\n\t第二段话。",
            "预算执行  较好  完成\n资金到位  及时  足额",
        ] {
            let found = read(Input::Text(text));
            assert_eq!((found.drafts.len(), found.flaw.is_some()), (0, true), "{text}");
        }
        let account = "项目\t计划数\t实际数\n基本支出\t100\t90\n项目支出\t50\t50";
        let found = read(Input::Text(account));
        assert!(!found.drafts[0].is_audited());
        assert!(matches!(found.flaw, Some(Flaw::NoScoreColumn { .. })));
    }

    #[test]
    fn a_list_of_projects_says_that_it_is_one() {
        let text = "序号\t项目名称\t全年预算数（万元）\t全年执行数（万元）\t执行率\t自评得分\t自评等级\n1\t甲项目\t100\t95\t95%\t96.5\t优\n2\t乙项目\t200\t150\t75%\t88\t优";
        assert_eq!(read(Input::Text(text)).flaw, Some(Flaw::ProjectList));
    }

    #[test]
    fn figures_in_columns_of_spaces_are_a_table() {
        let found = read(Input::Text("甲  10  9\n乙  10  8\n丙  10  7"));
        assert_eq!((found.drafts.len(), found.flaw), (1, Some(Flaw::NoHeads)));
    }

    #[test]
    fn of_a_clipboard_that_nothing_tells_the_columns_of_the_html_is_kept() {
        let html = "<table><tr><td rowspan=2>决策<td>立项<td>5<tr><td>目标<td>4</table>";
        let found = read_clipboard(html, "决策\t立项\t5\n\t目标\t4");
        assert_eq!(found.drafts[0].text(1, 0), None);
        assert_eq!(found.flaw, Some(Flaw::NoHeads));
    }
}
