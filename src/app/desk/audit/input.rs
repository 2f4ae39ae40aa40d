//! Where tables come in: a field to paste into, a file, an empty grid, an example; and what came in.

use super::case::Found;
use super::{FIELD_ID, Room};
use crate::app::desk::drawn::{Drawn, button, el};
use crate::audit::Flaw;
use crate::words::audit::reading;
use crate::words::table::audit_page as text;
use crate::words::{say, t};

pub fn draw(room: &Room) -> Drawn {
    let lang = room.lang;
    // What is read leaves the field free for one more, and no longer in the way of what it comes to.
    let more = room.kept.typed().is_empty() && !room.case.found.is_empty();
    let label = if more { text::FIELD_MORE } else { text::FIELD };
    let typed = room.kept.typed();
    let field = el("textarea", "audit__field")
        .id(FIELD_ID)
        .attr("rows", if more { "1" } else { "6" })
        .attr("spellcheck", "false")
        .attr("aria-describedby", "audit-hint")
        .attr("data-paste", "clipboard")
        .attr("value", typed)
        .act("audit-text");
    el("section", "sheet audit__input")
        .attr("aria-labelledby", "audit-label")
        .child(
            el("label", "audit__label")
                .id("audit-label")
                .attr("for", FIELD_ID)
                .text(t(label, lang)),
        )
        .child(
            el("p", "share__hint")
                .id("audit-hint")
                .flag("hidden", more)
                .text(t(text::FIELD_HINT, lang)),
        )
        .child(field)
        .children(flaws(room))
        .child(deeds(room))
        .children(came_in(room))
}

/// Why what came in can't be audited: of what was refused, else of what there is.
fn flaws(room: &Room) -> Option<Drawn> {
    let told: Vec<&Flaw> = match &room.controls.refused {
        Some(flaw) => vec![flaw],
        None => room.case.flaws.iter().map(|(_, flaw)| flaw).collect(),
    };
    let said = |flaw: &Flaw| el("p", "").text(reading::flaw(flaw, room.lang));
    let unread = (room.case.unread > 0 && room.controls.refused.is_none()).then(|| {
        let n = room.case.unread.to_string();
        el("p", "").text(say(text::UNREAD, room.lang, &[("n", &n)]))
    });
    let told: Vec<Drawn> = told.into_iter().map(said).chain(unread).collect();
    (!told.is_empty()).then(|| el("div", "audit__flaw").attr("role", "alert").children(told))
}

fn deeds(room: &Room) -> Drawn {
    let lang = room.lang;
    let file = el("input", "unseen")
        .id("audit-file")
        .attr("type", "file")
        .attr("accept", ".csv,.tsv,.txt,.html,.htm,.xls,text/*")
        .attr("data-paste", "file");
    let chooser = el("label", "button audit__chooser").attr("for", "audit-file");
    let deed = |label, act: &str| button("button", t(label, lang), act, "");
    let empty = room.case.found.is_empty() && room.kept.typed().is_empty();
    let example = empty.then(|| deed(text::EXAMPLE, "audit-example").key("example"));
    let undo = room.past.can_undo().then(|| deed(text::UNDO, "audit-undo").key("undo"));
    let redo = room.past.can_redo().then(|| deed(text::REDO, "audit-redo").key("redo"));
    let clear = (!empty).then(|| deed(text::CLEAR, "audit-clear").key("clear"));
    el("div", "audit__deeds")
        .child(file)
        .child(chooser.text(t(text::FILE, lang)))
        .child(deed(text::BLANK, "audit-blank").key("blank"))
        .children(example)
        .children(undo)
        .children(redo)
        .children(clear)
}

/// The tables that are there, and how to be rid of what they came in with.
fn came_in(room: &Room) -> Option<Drawn> {
    let item = |(at, found): (usize, &Found)| {
        let name = name_of(room, at, found);
        let label = say(text::REMOVE_NAMED, room.lang, &[("name", &name)]);
        let act = format!("audit-drop:{}", found.place());
        let remove = button("link", t(text::REMOVE, room.lang), &act, "").attr("aria-label", label);
        el("li", "audit__piece").key(found.place()).child(el("span", "").text(name)).child(remove)
    };
    let prose = room.case.prose.iter().map(|(piece, texts)| {
        let name = say(text::PIECE_PROSE, room.lang, &[("n", &texts.len().to_string())]);
        let label = say(text::REMOVE_NAMED, room.lang, &[("name", &name)]);
        let act = format!("audit-drop:{piece}:0");
        let remove = button("link", t(text::REMOVE, room.lang), &act, "").attr("aria-label", label);
        let item = el("li", "audit__piece").key(format!("{piece}:0"));
        item.child(el("span", "").text(name)).child(remove)
    });
    let items = room.case.found.iter().enumerate().map(item).chain(prose);
    (!room.case.found.is_empty()).then(|| {
        el("ul", "audit__pieces").attr("aria-label", t(text::CAME_IN, room.lang)).children(items)
    })
}

fn name_of(room: &Room, at: usize, found: &Found) -> String {
    let number = (at + 1).to_string();
    let table = found.table.and_then(|table| room.case.tables.get(table));
    let Some(table) = table else {
        return say(text::PIECE_UNREAD, room.lang, &[("n", &number)]);
    };
    let rows = table.rows.len().to_string();
    let key = if table.title.is_empty() { text::PIECE_UNTITLED } else { text::PIECE };
    say(key, room.lang, &[("title", &table.title), ("n", &number), ("rows", &rows)])
}
