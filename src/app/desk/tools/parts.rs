//! What several tools are made of: their heading, choices, fields, and what can be copied.

use crate::app::desk::base::Base;
use crate::app::desk::drawn::{Drawn, button, el};
use crate::whatif::lever::Lever;
use crate::words::table::{Key, desk as text};
use crate::words::{Lang, say, t};

/// The title of the tool and what it answers.
pub fn heading(base: &Base, title: Key, about: Key) -> Drawn {
    el("div", "tool-head")
        .child(el("h2", "").id("whatif-title").text(t(title, base.lang)))
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

/// A field for a figure, with the unit behind it.
pub fn field(label: &str, id: &str, act: &str, value: &str, unit: &str) -> Drawn {
    let field = el("input", "whatif__field")
        .id(id)
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("value", value)
        .act(act);
    let label = el("label", "whatif__label").attr("for", id).text(label);
    let row = el("div", "whatif__row").child(field).child(el("span", "").text(unit));
    el("div", "whatif__control").child(label).child(row)
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
    sentences.join(if base.lang == Lang::Zh { "" } else { " " })
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

/// A button that writes inputs at positions into a scenario; `name` says what of.
pub fn writer<'l>(
    base: &Base,
    name: &str,
    moved: impl IntoIterator<Item = (&'l Lever, i64)>,
) -> Drawn {
    let moved = moved.into_iter();
    let moved = moved.map(|(lever, to)| format!("{}={to}", lever.id(&base.rubric)));
    let moved: Vec<String> = moved.collect();
    write_button(base, name, &moved.join(" "))
}

/// A button that writes what `moves` of the tools makes of `what` into a scenario.
pub fn write_button(base: &Base, name: &str, what: &str) -> Drawn {
    let label = t(text::WRITE, base.lang);
    let named = say(text::OF_ROW, base.lang, &[("what", label), ("name", name)]);
    button("link", label, "write", what).attr("aria-label", named)
}

/// A button that copies a table.
pub fn copy_table(base: &Base, copied: &str) -> Drawn {
    el("p", "tool-copy").child(copier(text::COPY_TABLE, copied, base))
}

fn copier(label: Key, copied: &str, base: &Base) -> Drawn {
    el("button", "link").attr("type", "button").attr("data-copy", copied).text(t(label, base.lang))
}
