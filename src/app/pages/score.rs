//! 评分: outline, entry, scoreboard.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use crate::app::browser::{self, Steps};
use crate::app::element::{El, Watched, el, live, watched};
use crate::app::parts::form::Form;
use crate::app::parts::{group, outline, project, row, scenario, scoreboard};
use crate::app::state::Session;
use crate::words::table::page as text;

/// The scoring tab of the open assessment, in the language of the page.
pub fn score_page(session: Session) -> Vec<El> {
    let form = Form::of(session);
    let here = watched(String::new());
    let focused = Rc::clone(&here);
    let entry = el("div", "desk__entry")
        .on("focusin", move |event| mark_group(&focused, event))
        .on("keydown", next_on_enter);
    let coming = Coming::of(&form);
    let board = el("div", "desk__board");
    let desk = el("div", "desk")
        .child(el("div", "desk__outline").child(outline::outline(&form, here)))
        .child(coming.sheets(entry))
        .child(coming.part(board, 3, |form, _| Some(scoreboard::scoreboard(form.session))));
    vec![scenario::bar(session), desk, scoreboard::score_bar(session)]
}

/// The parts of the desk, step by step. When the page has just started each is a task of its own, so that
/// the first is seen and can be typed into while the others are made; later they are all there at once,
/// and who is somewhere among them stays there.
struct Coming {
    form: Form,
    steps: Rc<Steps>,
}

impl Coming {
    fn of(form: &Form) -> Coming {
        let last = form.rubric.indicators.len() + 2;
        let steps = if browser::is_untouched() { Steps::begin(last) } else { Steps::done() };
        Coming { form: form.clone(), steps }
    }

    /// Into an element what is due with a step.
    fn part(&self, into: El, step: usize, draw: fn(&Form, usize) -> Option<El>) -> El {
        let (steps, form) = (Rc::clone(&self.steps), self.form.clone());
        let due = live(move || steps.has(step));
        into.when(due, move || draw(&form, step).into_iter().collect())
    }

    /// Project, indicators and bonus.
    fn sheets(&self, entry: El) -> El {
        let sheet = |form: &Form, step: usize| {
            form.rubric.indicators.get(step - 2).map(|node| group::sheet(form, node))
        };
        let last = self.form.rubric.indicators.len() + 2;
        let entry = self.part(entry, 1, |form, _| Some(project::project(form)));
        let entry = (2..last).fold(entry, |entry, step| self.part(entry, step, sheet));
        self.part(entry, last, |form, _| bonus(form))
    }
}

/// 加分项, outside the weights.
fn bonus(form: &Form) -> Option<El> {
    let bonus = form.rubric.bonus.as_ref()?;
    let max = form.say(text::BONUS_MAX, "max", &bonus.max.trimmed());
    let head = el("div", "sheet__head")
        .child(el("h2", "sheet__name").id("name-bonus").text(form.t(text::BONUS)))
        .child(el("p", "subtotal").text(max));
    let sheet = el("section", "sheet").attr("aria-labelledby", "name-bonus").child(head);
    Some(sheet.children(bonus.items.iter().map(|item| row::row(form, item, 3))))
}

/// The outline shows the group that has the focus.
fn mark_group(here: &Watched<String>, event: &Event) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let group = element.and_then(|element| element.closest(".group, .sheet").ok().flatten());
    let id = group.map(|group| group.id());
    if let Some(id) = id.as_deref().and_then(|id| id.strip_prefix("row-")) {
        here.set_changed(id.to_owned());
    }
}

/// Enter goes on to the next field, as in a spreadsheet; in an input method it only confirms.
fn next_on_enter(event: &Event) {
    if let Some(event) = event.dyn_ref::<KeyboardEvent>()
        && event.key() == "Enter"
        && !event.is_composing()
        && let Some(field) = browser::active_element().filter(browser::is_line_field)
    {
        event.prevent_default();
        browser::focus_next_field(&field);
    }
}
