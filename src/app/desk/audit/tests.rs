//! The tab 核验 as the page hears it: what comes in, what is asked of the page, what is shown.

use super::*;

/// Two rows of 50 and 40 under a printed 91: the rows make 90.
const TABLE: &str = "一级指标\t分值\t得分\n决策\t60\t50\n产出\t40\t40\n合计\t100\t91";
const SAID: &str = "表列91分，各行得分相加为90分";

fn opened(kept: &str) -> Room {
    let mut room = Room::default();
    room.open(kept, "zh-CN");
    room
}

fn shown(room: &mut Room) -> String {
    room.draw().0.says()
}

/// The texts that the page was asked to deal with under this name.
fn asked(room: &mut Room, what: &str) -> Vec<String> {
    room.asked().filter(|(name, ..)| *name == what).map(|(_, one, _)| one).collect()
}

/// The letter, which says what the tables come to.
fn letter(room: &mut Room) -> String {
    let (_, clips) = room.draw();
    clips
        .into_iter()
        .find(|(of, ..)| of == "audit-letter")
        .map(|(.., text)| text)
        .unwrap_or_default()
}

#[test]
fn a_pasted_table_is_audited_and_its_verdict_gets_the_focus() {
    let mut room = opened("");
    room.paste("", TABLE);
    assert!(shown(&mut room).contains(SAID));
    assert!(room.kept.typed().is_empty());
    assert_eq!(asked(&mut room, "focus"), [VERDICT]);
}

#[test]
fn a_text_without_a_table_goes_into_the_field_with_what_to_do() {
    let mut room = opened("");
    room.paste("", "今天下午三点开会。");
    assert!(shown(&mut room).contains("没有找到表格"));
    assert_eq!(asked(&mut room, "type"), [FIELD_ID]);
    assert_eq!(room.kept.typed(), "今天下午三点开会。");
    // What is typed already is not overwritten.
    room.event("audit-text", "手里的字");
    room.paste("", "另一句话。");
    assert_eq!(room.kept.typed(), "手里的字");
}

#[test]
fn what_a_tab_kept_gives_the_same_again() {
    let mut room = opened("");
    room.paste("", TABLE);
    room.event("audit-cell:1:0:3:2", "90");
    assert!(!shown(&mut room).contains(SAID));
    let kept = room.next_to_keep().unwrap().1;
    assert!(letter(&mut room).contains("未发现矛盾"));
    assert_eq!(letter(&mut opened(&kept)), letter(&mut room));
    assert_eq!(shown(&mut opened("{\"pieces\":[]}")), shown(&mut opened("")));
}

#[test]
fn every_change_is_undone_and_typing_into_a_cell_is_one_change() {
    let mut room = opened("");
    room.paste("", TABLE);
    let before = letter(&mut room);
    for text in ["9", "90", "90.0"] {
        room.event("audit-cell:1:0:3:2", text);
    }
    room.event("audit-line:1:0", "");
    room.event("audit-undo", "");
    room.event("audit-undo", "");
    assert!(shown(&mut room).contains(SAID));
    room.event("audit-redo", "");
    assert!(letter(&mut room).contains("未发现矛盾"));
    room.event("audit-undo", "");
    room.event("audit-clear", "");
    assert!(room.case.found.is_empty());
    room.event("audit-undo", "");
    assert_eq!(letter(&mut room), before);
}

#[test]
fn without_a_piece_those_behind_it_keep_what_was_done_to_them() {
    let mut room = opened("");
    room.paste("", "一级指标\t分值\t得分\n甲\t100\t80");
    room.paste("", TABLE);
    room.event("audit-total:2:0", "90");
    room.event("audit-drop:1:0", "");
    // A second press on what is gone does nothing to what is in its place.
    room.event("audit-drop:1:0", "");
    room.draw();
    assert_eq!(room.case.tables.len(), 1);
    assert_eq!(room.case.tables[0].total, "90");
}

#[test]
fn a_declared_block_is_shown_and_taken_back() {
    let mut room = opened("");
    let rows = "一级指标\t三级指标\t分值\t得分\n效益\t经济\t5\t20\n\t社会\t5\t\n\t生态\t5\t\n\t影响\t5\t\n\t满意\t5\t";
    room.paste("", rows);
    assert!(shown(&mut room).contains("20分，超过分值5分"));
    room.event("audit-block:1:0", "0,1,2,3,4");
    assert!(!shown(&mut room).contains("超过分值5分"));
    assert!(shown(&mut room).contains("第1至5行合并计分（得分20）"));
    room.event("audit-unblock:1:0", "0,1,2,3,4");
    assert!(shown(&mut room).contains("20分，超过分值5分"));
}

#[test]
fn the_copy_has_the_marks_of_the_findings_and_goes_to_the_clipboard() {
    let mut room = opened("");
    room.paste("", TABLE);
    let (_, clips) = room.draw();
    let copy = clips.iter().find(|(of, ..)| of == "audit-copy-0").unwrap();
    assert!(copy.2.contains("91 [1]"), "{}", copy.2);
    assert!(copy.1.contains("91 [1]"), "{}", copy.1);
    assert!(letter(&mut room).contains(SAID));
}

#[test]
fn a_table_is_handed_over_as_a_project_file_that_scores_what_is_printed() {
    let mut room = opened("");
    room.paste("", TABLE);
    asked(&mut room, "");
    room.event("audit-open", "0");
    let file = asked(&mut room, "form").pop().unwrap();
    let named = crate::exchange::json::first(&file).unwrap();
    let card = crate::engine::score(named.rubric.as_deref().unwrap(), &named.assessment);
    // 50 + 40
    assert_eq!(card.total.score.min.trimmed(), "90");
}

#[test]
fn a_table_that_is_no_form_says_what_is_in_the_way() {
    let mut room = opened("");
    room.paste("", "一级指标\t分值\t得分\n甲\t5\t20");
    asked(&mut room, "");
    room.event("audit-open", "0");
    assert!(asked(&mut room, "form").is_empty());
    assert_eq!(room.draw().0.all("audit__flaw").len(), 1);
}

#[test]
fn anything_that_a_control_may_say_is_survived() {
    let mut room = opened("");
    room.paste("", TABLE);
    for act in [
        "audit-cell:9:9:9:9",
        "audit-cut:1:0:99",
        "audit-column:1:0:0:99",
        "audit-block:1:0",
        "audit-drop:99:0",
        "audit-open",
        "audit-",
        "x",
    ] {
        for value in ["", "x", "99,99", "-1"] {
            room.event(act, value);
            room.draw();
        }
    }
    assert!(room.past.can_undo());
}

#[test]
fn cells_that_are_pasted_into_one_fill_those_beside_and_below_it() {
    let mut room = opened("");
    room.event("audit-blank", "");
    // Heads 一级 二级 三级 分值 目标 实际 得分 原因; nine lines where eight are blank.
    let rows: Vec<String> = (0..9).map(|at| format!("类{at}\t\t\t10\t\t\t9")).collect();
    room.event("audit-fill:1:0:1:0", &rows.join("\r\n"));
    room.draw();
    assert_eq!(room.case.tables[0].rows.len(), 9);
    assert_eq!(room.case.tables[0].rows[8].score, "9");
    room.event("audit-undo", "");
    assert!(room.case.tables.iter().all(|table| table.rows.is_empty()));
}

#[test]
fn typing_in_the_field_is_undone_by_itself_and_brings_back_what_it_undid() {
    let mut room = opened("");
    room.event("audit-text", TABLE);
    room.event("audit-cell:0:0:3:2", "90");
    room.event("audit-text", &format!("{TABLE} "));
    assert!(shown(&mut room).contains(SAID));
    room.event("audit-undo", "");
    assert!(letter(&mut room).contains("未发现矛盾"));
    assert_eq!(room.kept.typed(), TABLE);
}

#[test]
fn a_file_that_is_no_table_leaves_the_field_alone() {
    let mut room = opened("");
    room.file("表.xlsx", "PK\u{3}\u{4}\u{fffd}\u{fffd}\u{1}");
    assert!(shown(&mut room).contains("这不是文字或网页内容"));
    assert!(room.kept.typed().is_empty());
    room.file("空.csv", "  \n \n");
    assert!(shown(&mut room).contains("没有内容"));
}

#[test]
fn a_declared_block_follows_its_rows_when_a_line_above_goes() {
    let mut room = opened("");
    let rows = "一级指标\t三级指标\t分值\t得分\n产出\t完成率\t75\t64\n效益\t经济\t5\t20\n\t社会\t5\t\n\t生态\t5\t\n\t影响\t5\t\n满意\t满意度\t5\t4";
    room.paste("", rows);
    room.event("audit-block:1:0", "1,2,3,4");
    room.draw();
    assert_eq!(room.case.tables[0].blocks[0].rows, [1, 2, 3, 4]);
    let first = room.case.found[0].draft.lines().next().unwrap();
    room.event(&format!("audit-cut:1:0:{first}"), "");
    room.draw();
    assert_eq!(room.case.tables[0].blocks[0].rows, [0, 1, 2, 3]);
    assert_eq!(room.case.tables[0].blocks[0].score, "20");
}

#[test]
fn prose_beside_a_table_is_held_against_it() {
    let mut room = opened("");
    room.paste("", TABLE);
    room.paste("", "收到有效问卷19份，满意度为95.39%。");
    assert!(shown(&mut room).contains("95.39%，"), "{}", shown(&mut room));
    room.event("audit-drop:2:0", "");
    assert!(!shown(&mut room).contains("95.39%"));
}

#[test]
fn a_table_without_a_score_column_gets_no_clean_bill() {
    let mut room = opened("");
    room.paste("", "一级指标\t分值\t甲乙丙\n决策\t60\t50\n产出\t40\t40\n合计\t100\t91");
    assert!(shown(&mut room).contains("没有读到得分"));
}

#[test]
fn scores_that_are_no_figures_get_no_clean_bill_and_are_not_mended() {
    let mut room = opened("");
    room.paste("", "一级指标\t分值\t得分\n决策\t60\t满分\n产出\t40\t40\n合计\t100\t100");
    assert!(shown(&mut room).contains("有1个分值或得分读不出数字"));
    let mut room = opened("");
    room.paste("", "一级指标\t分值\t得分\n决策\t60\t5O\n产出\t40\t40\n合计\t100\t90");
    assert!(!shown(&mut room).contains("相加为45分"), "{}", shown(&mut room));
}
