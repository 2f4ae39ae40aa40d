//! Tables of figures as the tools show them: in a box that scrolls by itself, and sortable by their heads.

use crate::app::desk::base::Base;
use crate::app::desk::drawn::{Drawn, button, el};
use crate::exchange::table::{Align, Cell, Row, Scope, Table};
use crate::words::table::{desk, documents as text};
use crate::words::{say, t};

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
    let prose = prose(table);
    let head = table.head.iter().enumerate().map(|(level, row)| {
        let cells = row.cells.iter().enumerate();
        let aside = |at| prose.is_some() && level == 0 && at + 1 == row.cells.len();
        el("tr", "").children(cells.map(|(at, cell)| head(cell, order, at, aside(at))))
    });
    let body = table.body.iter().map(|row: &Row| {
        let below = prose.and_then(|at| row.cells.get(at));
        let cells = row.cells.iter().enumerate().map(|(at, one)| {
            let below = below.filter(|below| at == 0 && !below.text.is_empty());
            let below = below.map(|below| el("span", "table__below").text(below.text.as_str()));
            cell(one, prose == Some(at)).text(one.text.as_str()).children(below)
        });
        el("tr", "").children(cells)
    });
    let drawn = el("table", "table table--data")
        .child(el("caption", "table__caption").text(table.title.as_str()))
        .child(el("thead", "").children(head))
        .child(el("tbody", "").children(body));
    let notes = table.notes.iter().map(|note| el("p", "table__note").text(note.as_str()));
    box_of(base, "table-box")
        .attr("role", "region")
        .attr("aria-label", label)
        .attr("tabindex", "0")
        .child(drawn)
        .children(notes)
}

/// A box that scrolls by itself, and says so where it has to.
pub fn box_of(base: &Base, class: &str) -> Drawn {
    el("div", class).attr("data-scrolls", t(desk::SCROLLS, base.lang))
}

fn head(of: &Cell, order: &Order<'_>, at: usize, prose: bool) -> Drawn {
    let Some((value, way)) = order.columns.get(at).filter(|(value, _)| !value.is_empty()) else {
        return cell(of, prose).text(of.text.as_str());
    };
    let sort = if *value == order.chosen { *way } else { "" };
    let press = button("link", of.text.as_str(), order.act, value);
    cell(of, prose).attr("aria-sort", sort).child(press)
}

/// Characters from which a text is one to read rather than a name.
const PROSE: usize = 24;

/// The last column, where that is one of texts to read: on a phone they stand below the names.
fn prose(table: &Table) -> Option<usize> {
    let last = table.columns().checked_sub(1).filter(|last| *last > 0)?;
    let whole = table.body.iter().all(|row| row.cells.len() == last + 1);
    let long = |cell: &Cell| cell.align == Align::Start && cell.text.chars().count() > PROSE;
    let texts = table.body.iter().filter_map(|row| row.cells.last());
    (whole && texts.filter(|cell| cell.scope.is_none()).any(long)).then_some(last)
}

fn cell(cell: &Cell, prose: bool) -> Drawn {
    let class = match cell.align {
        _ if prose => "table__prose table__aside",
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

#[cfg(test)]
mod tests {
    use super::*;

    fn table_of(last: &str) -> Drawn {
        let head = ["指标", "增减", "原因"].map(Cell::head).to_vec();
        let row = vec![Cell::side("满意度"), Cell::number("−1.11"), Cell::text(last)];
        let table =
            Table { head: vec![Row::from(head)], body: vec![Row::from(row)], ..Table::default() };
        super::table(&Base::fukang(|_| ()), &table)
    }

    #[test]
    fn a_reason_stands_below_the_name_too_for_phones_where_its_column_is_not_shown() {
        let drawn = table_of("评分标准不同：按完成比例得分，而不是每低1个百分点扣分值的5%。");
        assert_eq!(drawn.all("table__below").len(), 1);
        assert_eq!(drawn.all("table__aside").len(), 2);
        assert!(drawn.says().contains("满意度评分标准不同"));
        let short = table_of("不变");
        assert!(short.all("table__below").is_empty() && short.all("table__aside").is_empty());
    }
}
