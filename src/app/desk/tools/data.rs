//! Tables of figures as the tools show them: in a box that scrolls by itself, and sortable by their heads.

use crate::app::desk::base::Base;
use crate::app::desk::drawn::{Drawn, button, el};
use crate::exchange::table::{Align, Cell, Row, Scope, Table};
use crate::words::say;
use crate::words::table::documents as text;

/// How a table is sorted by its heads.
pub struct Order<'a> {
    /// What the worker is told at the press of a head.
    pub act: &'a str,
    /// For each column what a press of its head asks for, and how its values then go; empty where
    /// it is no order.
    pub columns: &'a [(&'a str, &'a str)],
    /// What was asked for last.
    pub chosen: &'a str,
}

/// A table.
pub fn table(base: &Base, table: &Table) -> Drawn {
    let order = Order { act: "", columns: &[], chosen: "" };
    sorted(base, table, &order)
}

/// A table that can be sorted.
pub fn sorted(base: &Base, table: &Table, order: &Order<'_>) -> Drawn {
    let label = say(text::SCROLL_TABLE, base.lang, &[("name", &table.title)]);
    let head = table.head.iter().map(|row| {
        let cells = row.cells.iter().enumerate();
        el("tr", "").children(cells.map(|(at, cell)| head(cell, order, at)))
    });
    let body = table.body.iter().map(|row: &Row| {
        let cells = row.cells.iter().map(|one| cell(one).text(one.text.as_str()));
        el("tr", "").children(cells)
    });
    let drawn = el("table", "table table--data")
        .child(el("caption", "table__caption").text(table.title.as_str()))
        .child(el("thead", "").children(head))
        .child(el("tbody", "").children(body));
    let notes = table.notes.iter().map(|note| el("p", "table__note").text(note.as_str()));
    el("div", "table-box")
        .attr("role", "region")
        .attr("aria-label", label)
        .attr("tabindex", "0")
        .child(drawn)
        .children(notes)
}

fn head(of: &Cell, order: &Order<'_>, at: usize) -> Drawn {
    let Some((value, way)) = order.columns.get(at).filter(|(value, _)| !value.is_empty()) else {
        return cell(of).text(of.text.as_str());
    };
    let sort = if *value == order.chosen { *way } else { "" };
    let press = button("link", of.text.as_str(), order.act, value);
    cell(of).attr("aria-sort", sort).child(press)
}

/// Characters from which a text is one to read rather than a name.
const PROSE: usize = 24;

fn cell(cell: &Cell) -> Drawn {
    let class = match cell.align {
        Align::Start if cell.text.chars().count() > PROSE => "table__prose",
        Align::Start => "",
        Align::Centre => "table__centre",
        Align::End => "table__end",
    };
    let tag = if cell.scope.is_some() { "th" } else { "td" };
    let spanned = |many: u16| if many > 1 { many.to_string() } else { String::new() };
    el(tag, class)
        .attr("scope", cell.scope.map_or("", Scope::name))
        .attr("colspan", spanned(cell.colspan))
        .attr("rowspan", spanned(cell.rowspan))
}
