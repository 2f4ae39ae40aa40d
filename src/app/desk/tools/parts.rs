//! What several tools are made of: their heading, choices, fields, and what can be copied.

use crate::app::desk::base::Base;
use crate::app::desk::drawn::{Drawn, button, el};
use crate::app::desk::trying;
use crate::tree;
use crate::whatif::lever::Lever;
use crate::words::table::{Key, desk as text};
use crate::words::{say, t};

/// The title of the tool and what it answers.
pub fn heading(base: &Base, title: Key, about: Key) -> Drawn {
    el("div", "tool-head")
        .child(el("h2", "").id("whatif-title").attr("tabindex", "-1").text(t(title, base.lang)))
        .child(el("p", "tool-head__about").text(t(about, base.lang)))
}

/// A row of choices of which one holds: label and value of each.
pub fn choices(label: &str, act: &str, options: &[(String, String)], chosen: &str) -> Drawn {
    let option = |(label, value): &(String, String)| {
        let pressed = if value == chosen { "true" } else { "false" };
        button("chip", label.as_str(), act, value).attr("aria-pressed", pressed)
    };
    let chips = el("div", "chips")
        .attr("role", "group")
        .attr("aria-label", label)
        .children(options.iter().map(option));
    el("div", "whatif__control").child(el("p", "whatif__label").text(label)).child(chips)
}

/// A field for a figure, with the unit behind it, and below it what is wrong with what is typed;
/// empty for nothing.
pub fn field(
    label: &str,
    (id, act): (&str, &str),
    (value, unit): (&str, &str),
    flaw: &str,
) -> Drawn {
    let note = [id, "-note"].concat();
    let told = (!flaw.is_empty())
        .then(|| el("p", "whatif__standing whatif__standing--wrong").id(&*note).text(flaw));
    let field = el("input", "whatif__field")
        .id(id)
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("value", value)
        .attr("aria-describedby", if told.is_some() { &note } else { "" })
        .flag("aria-invalid", told.is_some())
        .act(act);
    let label = el("label", "whatif__label").attr("for", id).text(label);
    let unit = (!unit.is_empty()).then(|| el("span", "").text(unit));
    let row = el("div", "whatif__row").child(field).children(unit);
    el("div", "whatif__control").key(id).child(label).child(row).children(told)
}

/// Most characters of what was typed that a sentence repeats.
const ECHO: usize = 30;

/// What was typed as a sentence repeats it: not all of what was pasted by mistake.
pub fn echo(typed: &str) -> String {
    let typed = typed.trim();
    match typed.char_indices().nth(ECHO) {
        Some((end, _)) => [&typed[..end], "…"].concat(),
        None => typed.to_owned(),
    }
}

/// A sentence for the report, with a button that copies it.
pub fn sentence(base: &Base, copied: &str, said: &str) -> Drawn {
    el("div", "tool-said").child(el("p", "").text(said)).child(copier(
        text::COPY_SENTENCE,
        copied,
        base,
    ))
}

/// Sentences that follow each other.
pub fn paragraph(base: &Base, sentences: &[String]) -> String {
    base.lang.paragraph(sentences)
}

/// A choice among many: label and value of each.
pub fn select(
    label: &str,
    id: &str,
    act: &str,
    options: &[(String, String)],
    chosen: &str,
) -> Drawn {
    let option = |(label, value): &(String, String)| {
        let option = el("option", "").key(value.as_str()).attr("value", value.as_str());
        option.flag("selected", value == chosen).text(label.as_str())
    };
    let field = el("select", "whatif__select").id(id).act(act).children(options.iter().map(option));
    let label = el("label", "whatif__label").attr("for", id).text(label);
    el("div", "whatif__control").child(label).child(field)
}

/// A button that writes inputs at positions into a scenario, and says into which; `name` says what
/// is written. It holds the changes themselves, and into which they go: the page needs nothing else
/// to make them, at the press.
pub fn writer<'l>(
    base: &Base,
    name: &str,
    moved: impl IntoIterator<Item = (&'l Lever, i64)>,
) -> Drawn {
    let open = base.stored.trying.as_str();
    let anew = base.anew || open.is_empty();
    let label = match anew {
        true => t(text::WRITE_NEW, base.lang).to_owned(),
        false => say(text::WRITE_INTO, base.lang, &[("name", open)]),
    };
    let act = [if anew { "page:anew:" } else { "page:write:" }, open].concat();
    let named = say(text::OF_ROW, base.lang, &[("what", &label), ("name", name)]);
    let changes = tree::json(&trying::changes(base, moved));
    button("link", label, &act, &changes).attr("aria-label", named)
}

/// A button that copies a table.
pub fn copy_table(base: &Base, copied: &str) -> Drawn {
    el("p", "tool-copy").child(copier(text::COPY_TABLE, copied, base))
}

fn copier(label: Key, copied: &str, base: &Base) -> Drawn {
    el("button", "link").attr("type", "button").attr("data-copy", copied).text(t(label, base.lang))
}
