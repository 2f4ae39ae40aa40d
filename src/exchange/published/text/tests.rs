//! Tests of the reader of plain text.

use super::*;

fn drawn(pieces: Vec<Piece>) -> Vec<String> {
    let grid = |grid: &Grid| {
        let row = |row| (0..grid.width()).map(|col| grid.text(row, col)).collect::<Vec<_>>();
        (0..grid.height()).map(|at| row(at).join("|")).collect::<Vec<_>>().join("/")
    };
    let told = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Grid(own) | Piece::Doubtful(own) => grid(own),
    };
    pieces.iter().map(told).collect()
}

fn told(text: &str) -> Vec<String> {
    drawn(read(text).unwrap())
}

#[test]
fn cells_of_several_lines_are_quoted_and_other_quotes_are_text() {
    assert_eq!(told("a\t\"b\nc\"\td\r\n\"x\"\"y\"\t2\t3"), ["a|b\nc|d/x\"y|2|3"]);
    assert_eq!(told("\"a\" said\tb\n\"open\tc"), ["\"a\" said|b/\"open|c"]);
}

#[test]
fn lines_of_text_part_tables_and_a_short_one_within_is_a_row() {
    let text = "标题\na\tb\n1\t2\n\n一段话\nc\td\n小计\n3\t4\n末行";
    assert_eq!(told(text), ["标题", "a|b/1|2", "一段话", "c|d/小计|/3|4", "末行"]);
}

#[test]
fn a_csv_is_read_with_its_own_separator() {
    let csv = |text| drawn(read_csv(text).unwrap());
    assert_eq!(csv("a,b\n\"1,5\",\"x\ny\"\n"), ["a|b/1,5|x\ny"]);
    assert_eq!(csv("a;b\n1,5;2,5\n"), ["a|b/1,5|2,5"]);
    assert_eq!(csv("sep=;\na;b,c\n"), ["a|b,c"]);
}

#[test]
fn pipes_and_wide_spaces_part_columns() {
    let markdown = "| 指标 | 得分 |\n|:---|---:|\n| 甲 | 5 |\n| 乙\\|丙 | |";
    assert_eq!(told(markdown), ["指标|得分/甲|5/乙|丙|"]);
    let spaced = "一级指标    二级指标    得分\n决策        立项        5\n            目标        4\n\n一句 话";
    assert_eq!(told(spaced), ["一级指标|二级指标|得分/决策|立项|5/|目标|4", "一句 话"]);
}

#[test]
fn pasted_csv_is_known_by_its_heads() {
    assert_eq!(told("指标名称,分值,得分\n甲,5,4\n"), ["指标名称|分值|得分/甲|5|4"]);
    assert_eq!(told("先说一句, 再说一句\n又一句, 完"), ["先说一句, 再说一句", "又一句, 完"]);
}

#[test]
fn quotes_that_nothing_closes_cost_no_time() {
    let text = "\"\t".repeat(500_000);
    let begin = std::time::Instant::now();
    let _ = read(&text);
    assert!(begin.elapsed().as_secs() < 5);
}
