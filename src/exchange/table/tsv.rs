//! Tables for Excel: cells between tabs, one row a line.

use super::{Row, Table, grid, guard};

impl Table {
    /// Tab-separated text: title, head, body, notes. Spanned cells are empty, so that columns
    /// stay in line; tabs and line breaks inside a cell are spaces; no cell is ever a formula.
    pub fn tsv(&self) -> String {
        let mut text = String::new();
        line(&mut text, &self.title);
        rows(&mut text, &self.head);
        rows(&mut text, &self.body);
        for note in &self.notes {
            line(&mut text, note);
        }
        text
    }
}

fn line(text: &mut String, content: &str) {
    if !content.is_empty() {
        text.push_str(&guard::cell(content));
        text.push_str("\r\n");
    }
}

fn rows(text: &mut String, rows: &[Row]) {
    for row in grid(rows) {
        let shown = row.iter().map(|cell| cell.map(|cell| guard::cell(&cell.text)));
        let cells: Vec<String> = shown.map(Option::unwrap_or_default).collect();
        text.push_str(&cells.join("\t"));
        text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::super::Cell;
    use super::*;

    #[test]
    fn a_table_keeps_its_columns_in_plain_text() {
        let table = Table {
            title: "综合评分表".into(),
            head: vec![vec![Cell::head("指标").across(2), Cell::head("得分")].into()],
            body: vec![
                vec![Cell::side("产出").down(2), Cell::text("数量\n指标"), Cell::number("5.48")]
                    .into(),
                vec![Cell::text("=1+1"), Cell::number("-0.52")].into(),
            ],
            notes: vec!["注：四舍五入。".into()],
        };
        assert_eq!(
            table.tsv(),
            "综合评分表\r\n指标\t\t得分\r\n产出\t数量 指标\t5.48\r\n\t'=1+1\t-0.52\r\n注：四舍五入。\r\n"
        );
        assert_eq!(Table::default().tsv(), "");
    }
}
