//! What stands around the tools: where the score is, where it should go, and which tools there are.

use super::base::Base;
use super::drawn::{Drawn, el};
use super::target::Target;
use super::tools::Tool;
use crate::app::charts::beam::Size;
use crate::app::charts::steelyard::Reading;
use crate::app::parts::scoreboard::by;
use crate::words::table::desk as text;
use crate::words::{report, t};

/// The whole tab around the tool that is shown.
pub fn draw(base: &Base, tool: Tool, target: &Target, shown: Vec<Drawn>) -> Drawn {
    let sheet = el("section", "sheet whatif__tool")
        .key(tool.name())
        .attr("aria-labelledby", "whatif-title")
        .children(shown);
    let desk = el("div", "whatif__desk").child(navigation(base, tool)).child(sheet);
    el("div", "whatif").child(head(base, target)).child(desk)
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
