//! What a group adds up to, for its heading and for the outline.

use std::rc::Rc;

use super::difference;
use super::form::Form;
use crate::app::element::{El, Live, el, live};
use crate::app::state::{Row, Session};
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

/// A group with its leaves, to be read as they are or as they were.
struct Rows {
    form: Form,
    group: Option<Rc<Row>>,
    leaves: Vec<Rc<Row>>,
}

/// Reads what comes of a row: now, or in the baseline. There it reads nothing while none is open.
type Look = fn(&Row, Session, &mut dyn FnMut(Option<&Outcome>));

impl Rows {
    fn of(form: &Form, group: &Indicator) -> Rows {
        let mut leaves = Vec::new();
        gather(group, &mut |leaf| leaves.extend(form.row(leaf)));
        Rows { form: form.clone(), group: form.row(group), leaves }
    }

    fn tell<T>(&self, look: Look, tell: impl Fn(&Form, &Outcome, Leaves) -> T) -> Option<T> {
        let (session, mut stand, mut told) = (self.form.session, Leaves::default(), None);
        for leaf in &self.leaves {
            look(leaf, session, &mut |outcome| {
                stand = outcome.map_or(stand, |outcome| stand.and(outcome));
            });
        }
        look(self.group.as_deref()?, session, &mut |outcome| {
            told = outcome.map(|outcome| tell(&self.form, outcome, stand));
        });
        told
    }
}

fn now(row: &Row, session: Session, read: &mut dyn FnMut(Option<&Outcome>)) {
    row.outcome(session, read);
}

fn then(row: &Row, session: Session, read: &mut dyn FnMut(Option<&Outcome>)) {
    row.was(session, read);
}

/// Something told of a group and its leaves.
pub fn told(
    form: &Form,
    group: &Indicator,
    tell: fn(&Form, &Outcome, Leaves) -> String,
) -> Live<String> {
    let rows = Rows::of(form, group);
    live(move || rows.tell(now, tell).unwrap_or_default())
}

/// Points of a group in the baseline and the difference, while a scenario is open.
pub fn difference(form: &Form, group: &Indicator) -> El {
    let rows = Rows::of(form, group);
    let tell =
        |form: &Form, outcome: &Outcome, leaves| (points(form, outcome, leaves), outcome.score.min);
    let read = move || {
        // Only where there is a baseline does it follow what is now.
        let was = rows.tell(then, tell)?;
        Some([was, rows.tell(now, tell)?])
    };
    difference::difference(form, Box::new(read))
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
        .child(difference(form, group))
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
