//! 推演方案 above the entries: which one is open, and what can be done with it. Not there until the
//! first is begun; the way in stands by the total.

use std::rc::Rc;

use super::field::row_of_fields;
use crate::app::browser;
use crate::app::element::{El, Live, button, el, live, watched};
use crate::app::state::{Route, Session, Tried};
use crate::words::table::{Key, page as text};
use crate::words::{Lang, say, t};

/// The button of the baseline; it has the focus when a scenario is left.
const BASELINE: &str = "scenario-baseline";

/// Begins a scenario, or goes back to the baseline.
pub fn way_in(session: Session) -> El {
    let lang = session.lang.get_untracked();
    let trying = trying(session);
    let label = live(move || t(if trying() { text::BACK } else { text::TRY }, lang).to_owned());
    let turn = move |_: &web_sys::Event| match session.baseline.with_untracked(Option::is_some) {
        true => session.leave_scenario(),
        false => session.try_new(),
    };
    el("button", "link").attr("type", "button").text(label).on("click", turn)
}

/// The bar with the scenarios; hidden while there are none.
pub fn bar(session: Session) -> El {
    let lang = session.lang.get_untracked();
    let none = live(move || session.tried.with(|tried| tried.names.is_empty()));
    let baseline = choice(session, t(text::BASELINE, lang), "");
    let each = move |name: &String| choice(session, name, name);
    let names = move || session.tried.with(|tried| tried.names.clone());
    let list = el("div", "scenario__line")
        .attr("role", "group")
        .attr("aria-labelledby", "scenario-title")
        .child(el("h2", "scenario__title").id("scenario-title").text(t(text::SCENARIOS, lang)))
        .child(baseline.id(BASELINE))
        .drawn(names, move |names| names.iter().map(each).collect())
        .child(deed(session, "link", t(text::NEW_SCENARIO, lang), Session::try_new))
        .child(compared(lang));
    let about = live(move || {
        session.tried.with(|tried| match (tried.open.as_str(), tried.names.is_empty()) {
            ("", true) => String::new(),
            ("", false) => t(text::ON_BASELINE, lang).to_owned(),
            (name, _) => say(text::TRYING, lang, &[("name", name)]),
        })
    });
    let deeds = el("div", "scenario__line")
        .child(el("p", "scenario__about").attr("role", "status").text(about))
        .when(trying(session), move || deeds(session, lang));
    el("section", "sheet scenario")
        .flag("hidden", none)
        .attr("aria-labelledby", "scenario-title")
        .child(list)
        .child(deeds)
        .when(trying(session), move || vec![about_it(session, lang)])
}

/// The way to all of them side by side, on the tab 推演.
fn compared(lang: Lang) -> El {
    let route = Route::WhatIf("scenarios".to_owned());
    el("a", "link").attr("href", route.hash().as_str()).text(t(text::COMPARE_SCENARIOS, lang))
}

fn trying(session: Session) -> Live<bool> {
    live(move || session.tried.with(|tried| !tried.open.is_empty()))
}

/// A scenario to open, or the baseline.
fn choice(session: Session, label: &str, name: &str) -> El {
    let (name, own) = (name.to_owned(), name.to_owned());
    let act = move || match own.is_empty() {
        true => session.leave_scenario(),
        false => session.try_scenario(&own),
    };
    let pressed = live(move || session.tried.with(|tried| tried.open == name).to_string());
    button("scenario__one", label, act).attr("aria-pressed", pressed)
}

/// A step of the session.
type Deed = fn(&Session);

/// What can be done with the one that is open.
fn deeds(session: Session, lang: Lang) -> Vec<El> {
    let deeds: [(Key, Deed); 3] = [
        (text::ADOPT, Session::apply_scenario),
        (text::DISCARD, Session::discard_scenario),
        (text::COPY_SCENARIO, Session::duplicate_scenario),
    ];
    deeds.map(|(key, act)| deed(session, "button", t(key, lang), act)).into()
}

/// A step. Where its button goes away with the scenario, the focus goes where the others are.
fn deed(session: Session, class: &str, label: &str, act: Deed) -> El {
    button(class, label, move || {
        act(&session);
        let (none, left) =
            session.tried.with_untracked(|tried| (tried.names.is_empty(), tried.open.is_empty()));
        if left {
            browser::focus(if none { "main" } else { BASELINE });
        }
    })
}

const NAME: &str = "scenario-name";
const NOTE: &str = "scenario-note";

/// Name and note of the one that is open.
fn about_it(session: Session, lang: Lang) -> El {
    // Under which name the other was refused: it is over when another scenario is open.
    let refused = watched(String::new());
    let own = Rc::clone(&refused);
    let is_refused = live(move || {
        session
            .tried
            .with(|tried| own.with(|refused| !refused.is_empty() && *refused == tried.open))
    });
    let rename = move |event: &web_sys::Event| {
        let renamed = session.rename_scenario(&browser::typed(event));
        let open = session.tried.with_untracked(|tried| tried.open.clone());
        refused.set_changed(if renamed { String::new() } else { open });
    };
    let told = is_refused.clone();
    let error = live(move || if told() { t(text::NAME_TAKEN, lang) } else { "" }.to_owned());
    let error = el("p", "field__error").id("scenario-name-error").text(error);
    let name = line(session, NAME, |tried| &tried.open)
        .attr("maxlength", "60")
        .attr("aria-describedby", "scenario-name-error")
        .attr("aria-invalid", live(move || is_refused().to_string()))
        .on("change", rename);
    let note = line(session, NOTE, |tried| &tried.note)
        .on("change", move |event| session.note_scenario(&browser::typed(event)));
    let fields = row_of_fields()
        .child(labelled(NAME, t(text::SCENARIO_NAME, lang), name).child(error))
        .child(labelled(NOTE, t(text::SCENARIO_NOTE, lang), note));
    el("details", "scenario__more")
        .child(el("summary", "scenario__summary").text(t(text::RENAME_SCENARIO, lang)))
        .child(fields)
}

/// A line of text that is kept when it is left.
fn line(session: Session, id: &str, of: fn(&Tried) -> &String) -> El {
    el("input", "field__input field__box")
        .id(id)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .value(live(move || session.tried.with(|tried| of(tried).clone())))
}

fn labelled(id: &str, label: &str, input: El) -> El {
    let label = el("label", "field__label").attr("for", id).text(label);
    el("div", "field field--line").child(label).child(input)
}
