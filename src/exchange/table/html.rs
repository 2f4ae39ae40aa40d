//! Tables for Word: plain HTML for the clipboard.
//!
//! It is never put into our own page, whose policy forbids style attributes; Word and Excel know
//! nothing else. `mso-number-format` keeps Excel from turning "5/3/0" into a date and from
//! dropping the last 0 of "5.40".

use std::fmt::Write as _;

use super::{Cell, Row, Table, guard};

impl Table {
    /// An HTML fragment: title, table, notes.
    pub fn html(&self) -> String {
        let mut html = String::from("<meta charset=\"utf-8\">");
        html.push_str("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse\">");
        if !self.title.is_empty() {
            html.push_str("<caption>");
            escape(&mut html, self.title.trim());
            html.push_str("</caption>");
        }
        section(&mut html, "thead", &self.head);
        section(&mut html, "tbody", &self.body);
        html.push_str("</table>");
        for note in &self.notes {
            html.push_str("<p>");
            escape(&mut html, note.trim());
            html.push_str("</p>");
        }
        html
    }
}

fn section(html: &mut String, tag: &str, rows: &[Row]) {
    if rows.is_empty() {
        return;
    }
    // Writing to a String cannot fail.
    let _ = write!(html, "<{tag}>");
    for row in rows {
        html.push_str("<tr>");
        row.cells.iter().for_each(|cell| write_cell(html, cell));
        html.push_str("</tr>");
    }
    let _ = write!(html, "</{tag}>");
}

fn write_cell(html: &mut String, cell: &Cell) {
    let tag = if cell.scope.is_some() { "th" } else { "td" };
    let _ = write!(html, "<{tag}");
    if let Some(scope) = cell.scope {
        let _ = write!(html, " scope=\"{}\"", scope.name());
    }
    for (name, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
        if span > 1 {
            let _ = write!(html, " {name}=\"{span}\"");
        }
    }
    let text = guard::cell(&cell.text);
    let _ = write!(html, " align=\"{}\" style=\"{}\">", cell.align.name(), format_of(&text));
    escape(html, &text);
    let _ = write!(html, "</{tag}>");
}

/// The number format that shows the figure as it is written; that of a text for all else.
fn format_of(text: &str) -> String {
    let Some(decimals) = guard::decimals(text) else {
        return "mso-number-format:'\\@'".to_owned();
    };
    let point = if decimals > 0 { "\\." } else { "" };
    let percent = if text.ends_with('%') { "%" } else { "" };
    format!("mso-number-format:'0{point}{}{percent}'", "0".repeat(decimals))
}

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_plain_escaped_markup() {
        let table = Table {
            title: "<评分>".into(),
            head: vec![vec![Cell::head("指标").across(2)].into()],
            body: vec![vec![Cell::side("a & \"b\""), Cell::number("5.40")].into()],
            notes: vec!["<script>".into()],
        };
        assert_eq!(
            table.html(),
            concat!(
                "<meta charset=\"utf-8\">",
                "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse\">",
                "<caption>&lt;评分&gt;</caption>",
                "<thead><tr><th scope=\"colgroup\" colspan=\"2\" align=\"center\" ",
                "style=\"mso-number-format:'\\@'\">指标</th></tr></thead>",
                "<tbody><tr><th scope=\"row\" align=\"left\" style=\"mso-number-format:'\\@'\">",
                "a &amp; &quot;b&quot;</th>",
                "<td align=\"right\" style=\"mso-number-format:'0\\.00'\">5.40</td></tr></tbody>",
                "</table><p>&lt;script&gt;</p>",
            )
        );
    }

    #[test]
    fn figures_keep_their_decimals_in_a_spreadsheet() {
        for (text, format) in [
            ("5", "0"),
            ("-0.52", "0\\.00"),
            ("91.31%", "0\\.00%"),
            ("100%", "0%"),
            ("5/3/0", "\\@"),
            ("2024-12-25", "\\@"),
            ("", "\\@"),
        ] {
            assert_eq!(format_of(text), format!("mso-number-format:'{format}'"), "{text}");
        }
    }
}
