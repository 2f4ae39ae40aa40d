//! What stands around the tools: where the score is, where it should go, and which tools there are.

use super::base::Base;
use super::drawn::{Drawn, button, el};
use super::target::Target;
use super::tools::Tool;
use crate::app::charts::beam::Size;
use crate::app::charts::steelyard::Reading;
use crate::app::parts::scoreboard::by;
use crate::words::table::{desk as text, page, shared};
use crate::words::{report, say, t};

/// The whole tab around the tool that is shown.
pub fn draw(base: &Base, tool: Tool, target: &Target, shown: Vec<Drawn>) -> Drawn {
    let sheet = el("section", "sheet whatif__tool")
        .key(tool.name())
        .attr("aria-labelledby", "whatif-title")
        .children(shown);
    let desk = el("div", "whatif__desk").child(navigation(base, tool)).child(sheet);
    el("div", "whatif").child(head(base, target)).child(tried(base)).child(desk)
}

/// What is open, the total that it comes to, and where answers are written to: a line that stays in
/// view however far below the button is that was pressed.
fn tried(base: &Base) -> Drawn {
    let (lang, open) = (base.lang, base.stored.trying.as_str());
    let name = if open.is_empty() { t(page::BASELINE, lang) } else { open };
    let total = say(shared::POINTS, lang, &[("n", &base.span(base.card.total.score))]);
    let grade = report::grade_name(&base.rubric, &base.card, lang);
    let key = if grade.is_some() { text::STANDS_WITH_GRADE } else { text::STANDS };
    let values = [("total", &*total), ("grade", grade.as_deref().unwrap_or_default())];
    let line = el("div", "whatif__tried")
        .child(el("strong", "whatif__tried-name").text(name))
        .child(el("span", "whatif__tried-total").text(say(key, lang, &values)));
    let Some((_, was)) = base.baseline.as_ref() else { return line };
    let goal = |label: String, anew: bool| {
        let pressed = if anew == base.anew { "true" } else { "false" };
        button("chip", label, "anew", if anew { "true" } else { "" }).attr("aria-pressed", pressed)
    };
    let label = t(text::WRITING_GOES, lang);
    let goals = el("div", "chips")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(el("span", "whatif__label").text(label))
        .child(goal(say(text::WRITING_INTO, lang, &[("name", open)]), false))
        .child(goal(t(text::WRITING_COPY, lang).to_owned(), true));
    line.child(el("span", "total__by").text(by(&base.rubric, was, &base.card, lang)))
        .child(button("link", t(page::BACK, lang), "page:scenario", ""))
        .child(goals)
}

/// The score with its beam, and the target.
fn head(base: &Base, target: &Target) -> Drawn {
    let (card, lang) = (&base.card, base.lang);
    let baseline = base.baseline.as_ref().map(|(_, baseline)| baseline);
    let reading = Reading::against(&base.rubric, card, baseline, Size::Full, lang);
    let by = baseline
        .map(|baseline| el("span", "total__by").text(by(&base.rubric, baseline, card, lang)));
    // Two figures are as wide as the screen of a phone.
    let figure =
        if card.total.score.is_settled() { "total__figure" } else { "total__figure whatif__open" };
    let total = el("p", "total")
        .child(el("strong", figure).text(base.span(card.total.score)))
        .child(el("span", "total__full").text(format!("/ {}", card.total.weight.trimmed())))
        .children(by);
    let score = el("div", "whatif__score")
        .child(el("h2", "whatif__label").text(t(text::BASELINE, lang)))
        .child(el("div", "whatif__figures").child(total).children(badge(base)));
    el("section", "sheet whatif__head")
        .child(score)
        .child(el("div", "whatif__beam").child(reading.drawn(Size::Full)))
        .child(target.draw(base))
}

fn badge(base: &Base) -> Option<Drawn> {
    let name = report::grade_name(&base.rubric, &base.card, base.lang)?;
    let class = if name.chars().count() > 1 { "badge badge--word" } else { "badge" };
    Some(el("strong", class).text(name))
}

fn navigation(base: &Base, shown: Tool) -> Drawn {
    let lang = base.lang;
    let link = |tool: Tool| {
        let current = if tool == shown { "page" } else { "" };
        let link = el("a", "whatif__link")
            .attr("href", format!("#/whatif/{}", tool.name()))
            .attr("aria-current", current);
        el("li", "").child(link.text(t(tool.title(), lang)))
    };
    el("nav", "whatif__nav")
        .attr("aria-label", t(text::TOOLS, lang))
        .child(el("ul", "whatif__list").children(Tool::ALL.map(link)))
}
