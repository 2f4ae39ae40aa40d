//! What is wrong with a rubric that could not be opened: every problem, with its place and the mend.

use super::check::Checked;
use crate::app::element::{El, el};
use crate::words::table::documents as text;
use crate::words::table::say;
use crate::words::told::Told;
use crate::words::{Lang, t};

/// The list. Errors come first; that the others are none is said. Without the name of a file it goes by the
/// title.
pub fn flaws(checked: &Checked, name: &str, lang: Lang) -> El {
    let errors = checked.problems.iter().filter(|problem| problem.is_error()).count().to_string();
    let name = if name.is_empty() { lang.of(&checked.title) } else { name };
    let head = if name.is_empty() { text::FLAWS_UNNAMED } else { text::FLAWS };
    let values = [("name", name), ("count", errors.as_str())];
    let title = el("h2", "").id("flaws-title").attr("tabindex", "-1");
    let items = checked.problems.iter().map(|problem| item(checked, problem, lang));
    el("div", "flaws")
        .child(title.text(say(head, lang, &values)))
        .child(el("p", "rubric__hint").text(t(text::FLAWS_HINT, lang)))
        .child(el("ol", "flaws__list").children(items))
}

fn item(checked: &Checked, problem: &Told, lang: Lang) -> El {
    let (name, path) = place(checked, problem, lang);
    let mut item = el("li", "flaws__item");
    if !name.is_empty() {
        item = item.child(el("strong", "flaws__place").text(name));
    }
    if !path.is_empty() {
        item = item.child(el("code", "flaws__path").text(path));
    }
    if !problem.is_error() {
        item = item.child(el("span", "flaws__path").text(t(text::FLAW_WARNING, lang)));
    }
    item.child(el("p", "").text(problem.text.pick(lang)))
}

/// The names down to the indicator, and where to look in the file.
fn place(checked: &Checked, problem: &Told, lang: Lang) -> (String, String) {
    let field = problem.field.clone().unwrap_or_default();
    let Some((rubric, id)) = checked.rubric.as_ref().zip(problem.indicator.as_ref()) else {
        return (String::new(), field);
    };
    let names: Vec<&str> = rubric.path(id).iter().map(|one| lang.of(&one.name)).collect();
    let joint = if field.is_empty() { "" } else { " · " };
    (names.join(" › "), [id, joint, &field].concat())
}
