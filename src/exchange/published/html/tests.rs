//! Tests of the reader of HTML.

use super::*;

/// Paragraphs as they are, grids with `|` between columns and `/` between rows.
fn told(html: &str) -> Vec<String> {
    let grid = |grid: &Grid| {
        let row = |row| (0..grid.width()).map(|col| grid.text(row, col)).collect::<Vec<_>>();
        (0..grid.height()).map(|at| row(at).join("|")).collect::<Vec<_>>().join("/")
    };
    let told = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Grid(own) | Piece::Doubtful(own) => grid(own),
    };
    read(html).unwrap().iter().map(told).collect()
}

#[test]
fn cells_without_an_end_and_rows_without_an_end_are_read() {
    let html = "<table><tr><td>a<td>b<tr><td rowspan='2'>c<th>d</th><tr><td>e</table>after";
    assert_eq!(told(html), ["a|b/c|d/c|e", "after"]);
}

#[test]
fn what_is_no_text_is_dropped() {
    let html = "<html><head><title>t</title><style>td { x: '<table>' }</style>\
        <!--[if gte mso 9]><xml><td>no</td></xml><![endif]--></head><body>\
        <script>document.write('<tr>')</script><p>before</p>\
        <table><![if supportMisalignedColumns]><tr><td>yes<o:p></o:p></td></tr><![endif]></table>";
    assert_eq!(told(html), ["before", "yes"]);
}

#[test]
fn entities_breaks_and_lines_of_the_source_are_read_as_browsers_show_them() {
    let html = "<table><tr><td><p>&ge;90&#37;&nbsp;以\r\n  上</p><p>second\n line<br>third</p>\
        <td>A&amp;B</table>";
    assert_eq!(told(html), ["≥90% 以上\nsecond line\nthird|A&B"]);
}

#[test]
fn a_table_in_a_cell_is_a_grid_of_its_own_and_its_text_stays_outside() {
    let html = "<table><tr><td>x<table><tr><td>in<td>ner</table>y<td>z</table>";
    assert_eq!(told(html), ["in|ner", "x\nin\nner\ny|z"]);
}

#[test]
fn rows_without_a_table_and_text_between_cells_are_kept() {
    assert_eq!(told("<tr><td>a</td><td>b</td></tr>"), ["a|b"]);
    assert_eq!(told("<table><caption>表1</caption><tr><td>a</td></tr></table>"), ["表1", "a"]);
}

#[test]
fn a_span_ends_with_its_group() {
    let html = "<table><thead><tr><td rowspan=9>a<td>b<tbody><tr><td>c<td>d</table>";
    assert_eq!(told(html), ["a|b/c|d"]);
}

#[test]
fn tables_within_tables_are_bounded() {
    let deep = format!("{}<td>x{}", "<table><tr><td>".repeat(20_000), "</table>".repeat(20_000));
    assert!(read(&deep).unwrap().len() <= MAX_DEPTH);
    let wide = "<table>".to_owned() + &"<tr><td rowspan=65534 colspan=1000>".repeat(20_000);
    assert_eq!(read(&wide).unwrap_err(), Flaw::TooManyCells { limit: MAX_SLOTS });
}
