//! What a group adds up to, for its heading and for the outline.

use super::form::Form;
use crate::app::element::{El, Live, el, live};
use crate::engine::{Figure, Indicator, Outcome, Status};
use crate::words;
use crate::words::table::page as text;

/// How the leaves of a group stand. Its own outcome doesn't tell 0 points from none at all.
#[derive(Clone, Copy, Default)]
pub struct Leaves {
    /// At least one has points.
    scored: bool,
    /// At least one was filled in wrongly.
    invalid: bool,
}

impl Leaves {
    fn and(self, leaf: &Outcome) -> Leaves {
        let settled = matches!(leaf.status, Status::Scored | Status::Overridden);
        Leaves {
            scored: self.scored || settled || leaf.score.min > Figure::ZERO,
            invalid: self.invalid || leaf.status == Status::Invalid,
        }
    }
}

/// Something told of a group and its leaves.
pub fn told(
    form: &Form,
    group: &Indicator,
    tell: fn(&Form, &Outcome, Leaves) -> String,
) -> Live<String> {
    let mut leaves = Vec::new();
    gather(group, &mut |leaf| leaves.extend(form.row(leaf)));
    let (form, row) = (form.clone(), form.row(group));
    live(move || {
        let stand = leaves.iter().fold(Leaves::default(), |stand, leaf| {
            leaf.outcome(form.session, |outcome| outcome.map_or(stand, |leaf| stand.and(leaf)))
        });
        let told = row.as_ref().and_then(|row| {
            row.outcome(form.session, |outcome| outcome.map(|group| tell(&form, group, stand)))
        });
        told.unwrap_or_default()
    })
}

fn gather(node: &Indicator, found: &mut dyn FnMut(&Indicator)) {
    if node.is_leaf() {
        return found(node);
    }
    node.children.iter().for_each(|child| gather(child, found));
}

/// `23.75 / 25  得分率 95.00%`; an inner group says how it stands only where something is wrong.
pub fn subtotal(form: &Form, group: &Indicator, rate: bool) -> El {
    let part = |class, tell| el("span", class).text(told(form, group, tell));
    let standing = if rate { standing } else { flawed };
    el("p", "subtotal")
        .child(part("subtotal__points", points))
        .child(part("", |form, outcome, _| format!(" / {}", form.weight(outcome.weight))))
        .child(part("subtotal__rate", standing))
}

/// Points as far as there are any.
pub fn points(form: &Form, outcome: &Outcome, leaves: Leaves) -> String {
    let none = match outcome.status {
        Status::Empty | Status::InBlock | Status::NotApplicable => true,
        Status::Partial | Status::Invalid => !leaves.scored,
        Status::Scored | Status::Overridden | Status::Block => false,
    };
    if none { "—".to_owned() } else { form.points(outcome.score.min) }
}

fn standing(form: &Form, outcome: &Outcome, leaves: Leaves) -> String {
    match outcome.status {
        Status::Scored | Status::Block => form.say(
            text::SCORE_RATE,
            "rate",
            &words::score_rate(outcome.score.min, outcome.weight),
        ),
        Status::Partial if leaves.invalid => flawed(form, outcome, leaves),
        status => words::status(status, form.lang).to_owned(),
    }
}

fn flawed(form: &Form, outcome: &Outcome, leaves: Leaves) -> String {
    let flawed = leaves.invalid || outcome.status == Status::Invalid;
    if flawed { words::status(Status::Invalid, form.lang).to_owned() } else { String::new() }
}
