//! Shows a document: its sentences, and its tables in boxes that scroll sideways by themselves.

use super::documents::{Document, Part};
use crate::app::element::{El, el};
use crate::exchange::table::{Align, Cell, Row, Scope, Table};
use crate::words::table::documents as text;
use crate::words::{Lang, say};

/// The parts of a document. On paper nothing scrolls, so there no box takes the focus.
pub fn document_parts(document: &Document, lang: Lang, on_screen: bool) -> Vec<El> {
    let mut parts = Vec::new();
    for part in &document.parts {
        match part {
            Part::Text(sentence) => {
                parts.push(el("p", "document__text").text(sentence.as_str()));
            }
            Part::Table(table) if on_screen => parts.push(boxed(table, &document.title, lang)),
            Part::Table(table) => parts.extend(drawn(table)),
        }
    }
    parts
}

/// A table in its box, named after the document where it has no title of its own.
fn boxed(table: &Table, otherwise: &str, lang: Lang) -> El {
    let name = if table.title.is_empty() { otherwise } else { &table.title };
    el("div", "table-box")
        .attr("role", "region")
        .attr("aria-label", say(text::SCROLL_TABLE, lang, &[("name", name)]))
        .attr("tabindex", "0")
        .children(drawn(table))
}

/// A table and its notes.
fn drawn(table: &Table) -> Vec<El> {
    let caption = (!table.title.is_empty())
        .then(|| el("caption", "table__caption").text(table.title.as_str()));
    let head = (!table.head.is_empty()).then(|| rows("thead", &table.head));
    let edge = el("td", "").attr("colspan", table.columns().to_string());
    let grid = el("table", "table")
        .children(caption)
        .children(head)
        .child(rows("tbody", &table.body))
        .child(el("tfoot", "table__edge").child(el("tr", "").child(edge)));
    let mut drawn = vec![grid];
    drawn.extend(table.notes.iter().map(|note| el("p", "table__note").text(note.as_str())));
    drawn
}

fn rows(tag: &str, rows: &[Row]) -> El {
    rows.iter().fold(el(tag, ""), |all, row| {
        all.child(row.cells.iter().fold(el("tr", ""), |row, each| row.child(cell(each))))
    })
}

/// Characters from which a text is one to read rather than a word.
const PROSE: usize = 7;

fn cell(cell: &Cell) -> El {
    let class = match cell.align {
        Align::Start | Align::Centre if cell.text.chars().count() > PROSE => "table__prose",
        Align::Start => "",
        Align::Centre => "table__centre",
        Align::End => "table__end",
    };
    let tag = if cell.scope.is_some() { "th" } else { "td" };
    el(tag, class)
        .attr("scope", cell.scope.map_or("", Scope::name))
        .attr("colspan", spanned(cell.colspan))
        .attr("rowspan", spanned(cell.rowspan))
        .text(cell.text.as_str())
}

/// The value of the attribute; empty for a single row or column.
fn spanned(many: u16) -> String {
    if many > 1 { many.to_string() } else { String::new() }
}
