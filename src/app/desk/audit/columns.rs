//! How the tables were read: what their columns hold, their cells, what was assumed. All of it can be
//! put right by hand.

use super::case::Found;
use super::findings::{listed, rows};
use super::kept::Act;
use super::{Room, verdict};
use crate::app::desk::drawn::{Drawn, button, el};
use crate::audit::{Column, How, block};
use crate::words::audit::reading;
use crate::words::table::audit_page as text;
use crate::words::{say, t};

/// Lines that are shown at once: each is a dozen fields.
const LINES: usize = 40;
/// Columns that are shown at once.
const COLUMNS: usize = 40;

/// Each table as it was found; one that can't be audited yet is open.
pub fn draw(room: &Room) -> Vec<Drawn> {
    room.case.found.iter().enumerate().map(|(at, found)| one(room, at, found)).collect()
}

fn one(room: &Room, at: usize, found: &Found) -> Drawn {
    let lang = room.lang;
    let (key, name) = match found.table {
        Some(table) => (text::READING_OF, verdict::name(room, table)),
        None => (text::READING_UNREAD, (at + 1).to_string()),
    };
    // Who is about to say what its columns hold is not done with the first.
    let asked = found.table.is_none() || found.draft.lacks_scores();
    let by_hand = found.is_typed_by_hand(&room.kept)
        || found.draft.columns.iter().any(|heading| heading.how == How::Hand);
    let summary = el("summary", "audit__title").text(say(key, lang, &[("name", &name)]));
    let hint = el("p", "share__hint").text(t(text::READING_HINT, lang));
    el("details", "sheet audit__reading")
        .key(found.place())
        .act(&format!("audit-fold:{}", found.place()))
        .flag("open", room.controls.is_open(&found.place(), asked || by_hand))
        .child(summary)
        .child(hint)
        .children(names(room, found))
        .child(grid(room, found))
        .children(blocks(room, found))
        .children(assumed(room, found))
}

/// Title, total and grade as they were read, which may be typed over.
fn names(room: &Room, found: &Found) -> Option<Drawn> {
    let table = room.case.tables.get(found.table?)?;
    let field = |act: &str, label, value: &str| {
        let id = format!("audit-{act}-{}", found.place());
        let input = el("input", "field__input field__box audit__text")
            .id(id.as_str())
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("value", value)
            .act(&format!("audit-{act}:{}", found.place()));
        el("div", "audit__named")
            .child(el("label", "field__label").attr("for", id).text(t(label, room.lang)))
            .child(input)
    };
    Some(
        el("div", "audit__names")
            .child(field("title", text::TABLE_TITLE, &table.title))
            .child(field("total", text::TABLE_TOTAL, &table.total))
            .child(field("grade", text::TABLE_GRADE, &table.grade)),
    )
}

/// The cells as they came in, below what each column is taken for.
fn grid(room: &Room, found: &Found) -> Drawn {
    let lang = room.lang;
    let lines: Vec<usize> = found.draft.lines().collect();
    let from = room.controls.page(found, lines.len(), LINES);
    let shown = lines.iter().enumerate().skip(from).take(LINES);
    let columns = found.draft.columns.len().min(COLUMNS);
    let heads = (0..columns).map(|column| head(room, found, column));
    let corner = el("th", "").attr("scope", "col").text(t(text::LINE, lang));
    let heads = el("tr", "").child(corner).children(heads);
    let body = shown.map(|(number, line)| row(room, found, number, *line, columns));
    let table = el("table", "table table--data audit__grid")
        .attr("data-fill", "audit-fill")
        .child(el("thead", "").child(heads))
        .child(el("tbody", "").children(body));
    let box_ = el("div", "table-box")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", t(text::READING, lang))
        .attr("data-scrolls", t(text::SCROLLS, lang))
        .child(table);
    let add =
        button("button", t(text::ADD_LINE, lang), &format!("audit-line:{}", found.place()), "");
    el("div", "").child(box_).child(el("p", "audit__deeds").child(add).children(pages(
        room,
        found,
        from,
        lines.len(),
    )))
}

/// To the lines before and behind.
fn pages(room: &Room, found: &Found, from: usize, all: usize) -> Vec<Drawn> {
    if all <= LINES {
        return Vec::new();
    }
    let (lang, act) = (room.lang, format!("audit-page:{}", found.place()));
    let go = |key, n: usize, to: usize| {
        button("button", say(key, lang, &[("n", &n.to_string())]), &act, &to.to_string())
    };
    let to = (from + LINES).min(all);
    let numbers = [from + 1, to, all].map(|number| number.to_string());
    let here = [("from", numbers[0].as_str()), ("to", &numbers[1]), ("n", &numbers[2])];
    let mut told = vec![el("span", "share__hint").text(say(text::LINES_FROM, lang, &here))];
    let earlier = from.min(LINES);
    told.extend((earlier > 0).then(|| go(text::EARLIER, earlier, from - earlier).key("earlier")));
    let later = (all - to).min(LINES);
    told.extend((later > 0).then(|| go(text::LATER, later, to).key("later")));
    told
}

fn head(room: &Room, found: &Found, at: usize) -> Drawn {
    let lang = room.lang;
    let Some(heading) = found.draft.columns.get(at) else { return el("th", "") };
    let option = |(number, column): (usize, &Column)| {
        let option = el("option", "").key(number.to_string()).attr("value", number.to_string());
        option.flag("selected", *column == heading.column).text(reading::column(*column, lang))
    };
    let number = (at + 1).to_string();
    let label = match heading.head.as_str() {
        "" => say(text::COLUMN_UNHEADED, lang, &[("n", &number)]),
        head => say(text::COLUMN, lang, &[("head", head)]),
    };
    let select = el("select", "audit__column")
        .id(format!("audit-column-{}-{at}", found.place()))
        .attr("aria-label", label)
        .act(&format!("audit-column:{}:0:{at}", found.place()))
        .children(Column::ALL.iter().enumerate().map(option));
    let how = el("span", "audit__how").text(reading::how(heading.how, lang));
    el("th", "")
        .attr("scope", "col")
        .child(el("span", "audit__head").text(heading.head.as_str()))
        .child(select)
        .child(how)
}

fn row(room: &Room, found: &Found, number: usize, line: usize, columns: usize) -> Drawn {
    let lang = room.lang;
    let shown = (number + 1).to_string();
    let cell = |column: usize| {
        let Some(told) = found.draft.text(line, column) else { return el("td", "audit__over") };
        let head = found.draft.columns.get(column).map_or("", |heading| &heading.head);
        let label = say(text::CELL, lang, &[("line", &shown), ("head", head)]);
        let own = Act { line: line as u32, column: column as u32, ..Act::on(found) };
        let input = el("input", "audit__cell")
            .attr("id", if column == 0 { cell_id(&own, own.line) } else { String::new() })
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("value", told)
            .attr("aria-label", label)
            .act(&format!("audit-cell:{}:{line}:{column}", found.place()));
        el("td", "").child(input)
    };
    let label = say(text::CUT_LINE, lang, &[("line", &shown)]);
    let cut =
        button("link", t(text::CUT, lang), &format!("audit-cut:{}:{line}", found.place()), "")
            .attr("aria-label", label);
    let name = el("th", "").attr("scope", "row").text(format!("{shown} ")).child(cut);
    el("tr", "").key(line.to_string()).child(name).children((0..columns).map(cell))
}

/// Id of the first cell of a line.
pub fn cell_id(act: &Act, line: u32) -> String {
    format!("audit-cell-{}-{}-{line}", act.piece, act.table)
}

/// Rows that were declared to have one score, and those that may.
fn blocks(room: &Room, found: &Found) -> Option<Drawn> {
    let lang = room.lang;
    let at = found.table?;
    let table = room.case.tables.get(at)?;
    let declared = room.case.declared(at).iter().map(|own| {
        // Where the block is made already its rows have other scores, and are called the same.
        let rows_now = own.find(table);
        let block = table.blocks.iter().find(|block| Some(&block.rows) == rows_now.as_ref());
        let named = rows(room, rows_now.as_ref().unwrap_or(&own.rows));
        let told = match block {
            Some(block) => {
                say(text::BLOCK_DECLARED, lang, &[("rows", &named), ("score", &block.score)])
            }
            None => say(text::BLOCK_LAPSED, lang, &[("rows", &named)]),
        };
        let act = format!("audit-unblock:{}", found.place());
        let undo = button("link", t(text::UNDECLARE, lang), &act, &listed(&own.rows));
        el("li", "").text(told).child(undo)
    });
    let offered = block::offered(table).into_iter().map(|offer| {
        let label = say(text::TOGETHER, lang, &[("rows", &rows(room, &offer.rows))]);
        let act = format!("audit-block:{}", found.place());
        el("li", "").child(button("link", label, &act, &listed(&offer.rows)))
    });
    let all: Vec<Drawn> = declared.chain(offered).take(LINES).collect();
    (!all.is_empty()).then(|| {
        el("div", "")
            .key("blocks")
            .child(el("h3", "audit__heading").text(t(text::BLOCKS, lang)))
            .child(el("ul", "audit__notes").children(all))
    })
}

fn assumed(room: &Room, found: &Found) -> Option<Drawn> {
    let lang = room.lang;
    found.table?;
    let told = |noted| el("li", "").text(reading::assumption(noted, lang));
    let list = match found.noted.is_empty() {
        true => el("p", "audit__said").text(t(text::ASSUMED_NOTHING, lang)),
        false => el("ul", "audit__notes").children(found.noted.iter().map(told)),
    };
    let heading = el("h3", "audit__heading").text(t(text::ASSUMED, lang));
    Some(el("div", "").key("assumed").child(heading).child(list))
}
