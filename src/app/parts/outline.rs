//! The outline of the form: groups with their subtotals, and how much is filled in.

use std::rc::Rc;

use super::form::Form;
use super::group::echoes;
use super::subtotal::{self, Leaves};
use crate::app::browser;
use crate::app::element::{El, Watched, el, live};
use crate::engine::{Indicator, Outcome};
use crate::words::table::page as text;
use crate::words::table::say;

/// The outline; `here` is the group that is worked in.
pub fn outline(form: &Form, here: Rc<Watched<String>>) -> El {
    let (session, lang) = (form.session, form.lang);
    let filled = live(move || {
        let (filled, all) = session.scorecard.with(|scorecard| scorecard.total.filled);
        say(text::FILLED, lang, &[("all", &all.to_string()), ("filled", &filled.to_string())])
    });
    let group = |group: &Indicator| {
        let inner = group.children.iter();
        let inner = inner.filter(|child| !child.is_leaf() && !echoes(form, group, child));
        el("li", "outline__group")
            .children(item(form, group, "outline__item outline__item--first", &here))
            .children(inner.filter_map(|child| item(form, child, "outline__item", &here)))
    };
    el("nav", "outline")
        .attr("aria-label", form.t(text::OUTLINE))
        .child(el("p", "outline__filled").text(filled))
        .child(el("ul", "").children(form.rubric.indicators.iter().map(group)))
}

fn item(
    form: &Form,
    indicator: &Indicator,
    class: &'static str,
    here: &Rc<Watched<String>>,
) -> Option<El> {
    form.row(indicator)?;
    let (id, here) = (indicator.id.clone(), Rc::clone(here));
    let current = live(move || {
        let within = here.with(|here| *here == id);
        if within { "true" } else { "" }.to_owned()
    });
    let target = format!("row-{}", indicator.id);
    let item = el("button", class)
        .attr("type", "button")
        .attr("aria-current", current)
        .on("click", move |_| browser::focus(&target))
        .child(el("span", "").text(form.lang.of(&indicator.name)))
        .child(
            el("span", "outline__points")
                .text(subtotal::told(form, indicator, points))
                .child(subtotal::difference(form, indicator)),
        );
    Some(item)
}

/// `3.50 / 3.50`, as in the headings.
fn points(form: &Form, outcome: &Outcome, leaves: Leaves) -> String {
    format!("{} / {}", subtotal::points(form, outcome, leaves), form.weight(outcome.weight))
}
