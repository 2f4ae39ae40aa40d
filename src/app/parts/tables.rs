//! Shows a document: its sentences, and its tables in boxes that scroll sideways by themselves.

use leptos::prelude::*;

use crate::app::documents::{Document, Part};
use crate::exchange::table::{Align, Cell, Row, Scope, Table};
use crate::words::table::documents as text;
use crate::words::{Lang, say};

/// The parts of a document. On paper nothing scrolls, so there no box takes the focus.
pub fn document_parts(document: &Document, lang: Lang, on_screen: bool) -> AnyView {
    let parts = document.parts.iter().map(|part| match part {
        Part::Text(sentence) => {
            view! { <p class="document__text">{sentence.clone()}</p> }.into_any()
        }
        Part::Table(table) if on_screen => {
            let name = match table.title.as_str() {
                "" => document.title.as_str(),
                title => title,
            };
            let name = say(text::SCROLL_TABLE, lang, &[("name", name)]);
            view! {
                <div class="table-box" role="region" aria-label=name tabindex="0">
                    {drawn(table)}
                </div>
            }
            .into_any()
        }
        Part::Table(table) => drawn(table),
    });
    parts.collect::<Vec<_>>().into_any()
}

fn drawn(table: &Table) -> AnyView {
    let caption = (!table.title.is_empty())
        .then(|| view! { <caption class="table__caption">{table.title.clone()}</caption> });
    let head = (!table.head.is_empty()).then(|| view! { <thead>{rows(&table.head)}</thead> });
    let notes = table.notes.iter().map(|note| {
        view! { <p class="table__note">{note.clone()}</p> }
    });
    let notes = notes.collect::<Vec<_>>();
    view! {
        <table class="table">
            {caption}
            {head}
            <tbody>{rows(&table.body)}</tbody>
            <tfoot class="table__edge">
                <tr><td colspan=table.columns()></td></tr>
            </tfoot>
        </table>
        {notes}
    }
    .into_any()
}

fn rows(rows: &[Row]) -> Vec<AnyView> {
    let drawn = rows.iter().map(|row| {
        let cells: Vec<AnyView> = row.cells.iter().map(cell).collect();
        view! { <tr>{cells}</tr> }.into_any()
    });
    drawn.collect()
}

/// Characters from which a text is one to read rather than a word.
const PROSE: usize = 7;

fn cell(cell: &Cell) -> AnyView {
    let class = match cell.align {
        Align::Start | Align::Centre if cell.text.chars().count() > PROSE => Some("table__prose"),
        Align::Start => None,
        Align::Centre => Some("table__centre"),
        Align::End => Some("table__end"),
    };
    let columns = (cell.colspan > 1).then_some(cell.colspan);
    let rows = (cell.rowspan > 1).then_some(cell.rowspan);
    let text = cell.text.clone();
    let scope = cell.scope.as_ref().map(|scope| match scope {
        Scope::Column => "col",
        Scope::ColumnGroup => "colgroup",
        Scope::Row => "row",
        Scope::RowGroup => "rowgroup",
    });
    match scope {
        Some(scope) => {
            view! { <th class=class scope=scope colspan=columns rowspan=rows>{text}</th> }
                .into_any()
        }
        None => view! { <td class=class colspan=columns rowspan=rows>{text}</td> }.into_any(),
    }
}
