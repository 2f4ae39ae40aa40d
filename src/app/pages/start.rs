//! The start: what it is, forms to begin with, saved assessments, opening a file.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::app::browser;
use crate::app::element::{El, Watched, button, el, live, watched};
use crate::app::state::{Listed, Notice, Opening, Route, Session, Tone, read_rubric};
use crate::engine::Indicator;
use crate::presets::{self, Preset};
use crate::words::table::page as text;
use crate::words::table::{Key, say, t};
use crate::words::{self, Lang};

/// The first screen.
pub fn start_page(session: Session) -> El {
    let lang = session.lang.get_untracked();
    let renaming = watched(String::new());
    let portal = &session.portal;
    let cards = portal.presets().into_iter().map(|preset| card(session, lang, preset));
    let own = portal.rubrics.iter().map(|path| own_card(session, lang, path));
    el("div", "")
        .child(el("h1", "start__title").text(t(text::START_TITLE, lang)))
        .child(el("p", "start__what").text(t(text::WHAT_IT_IS, lang)))
        .drawn(
            move || session.library.get(),
            move |library| saved(session, lang, &renaming, library).into_iter().collect(),
        )
        .child(el("h2", "start__heading").text(t(text::FORMS, lang)))
        .child(el("ul", "cards").children(own).children(cards))
        .child(audit(lang))
        .child(files(session, lang))
}

/// The way to 核验, for those who come with a table rather than for a form.
fn audit(lang: Lang) -> El {
    let go = el("a", "button").attr("href", Route::Audit.hash());
    el("section", "start__audit")
        .attr("aria-labelledby", "audit-table")
        .child(el("h2", "start__heading").id("audit-table").text(t(text::AUDIT_HEADING, lang)))
        .child(el("p", "start__what").text(t(text::AUDIT_WHAT, lang)))
        .child(go.text(t(text::AUDIT_GO, lang)))
}

/// A form: title, where and what it is for, its weights.
fn card(session: Session, lang: Lang, preset: &'static Preset) -> El {
    // A weight stays with its name, and no line begins with the dot.
    let weight = |(zh, en, weight): &(&'static str, &'static str, &str)| {
        format!("{}\u{a0}{weight}", lang.pick((zh, en)))
    };
    let weights = preset.groups.iter().map(weight).collect::<Vec<String>>().join("\u{a0}· ");
    let about = format!("{}\u{a0}· {}", lang.pick(preset.region), words::kind(preset.kind, lang));
    let name_id = format!("card-{}", preset.id);
    let deed = |class, label, what: fn(String) -> Opening| {
        button(class, t(label, lang), move || session.bring(what(preset.id.to_owned())))
            .attr("aria-describedby", name_id.as_str())
    };
    let example = deed("button button--strong", text::OPEN_EXAMPLE, Opening::Example);
    let empty = deed("button", text::OPEN_EMPTY, Opening::Empty);
    let weights = el("p", "card__weights").text(t(text::WEIGHTS, lang)).text(" ").text(weights);
    el("li", "card")
        .child(el("h3", "card__title").id(&name_id).text(lang.pick(preset.title)))
        .child(el("p", "card__about").text(about))
        .child(weights)
        .child(el("div", "card__deeds").child(example).child(empty))
}

/// A form of the portal's own, once its file has come.
fn own_card(session: Session, lang: Lang, path: &str) -> El {
    let come = watched(None);
    let (shown, path) = (Rc::clone(&come), path.to_owned());
    let needed = vec![path.clone()];
    browser::fetch(needed, Box::new(move |there| come.set_changed(Some(there))));
    el("li", "card").drawn(
        move || shown.get(),
        move |come| match come {
            None => vec![el("p", "card__about").text(t(text::COMING, lang))],
            Some(_) => own_form(session, lang, &path),
        },
    )
}

/// What its file says of it; what is wrong with it is all told where it is opened.
fn own_form(session: Session, lang: Lang, path: &str) -> Vec<El> {
    let given = browser::part(path).and_then(|text| text.as_string());
    let read = given.as_deref().map(read_rubric);
    if matches!(read, Some(None)) {
        session.warn_of(path);
    }
    let name_id = format!("card-{path}");
    let opened = path.to_owned();
    let open = move |label| {
        let opened = opened.clone();
        button("button", t(label, lang), move || session.bring(Opening::Rubric(opened.clone())))
            .attr("aria-describedby", name_id.as_str())
    };
    let name_id = format!("card-{path}");
    let title = |title: &str| el("h3", "card__title").id(&name_id).text(title);
    let Some(Some(own)) = read else {
        let (said, label) = match read {
            None => (text::RUBRIC_NOT_FETCHED, text::TRY_AGAIN),
            Some(_) => (text::RUBRIC_FAULTY, text::SEE_FAULTS),
        };
        let said = el("p", "card__weights").text(t(said, lang));
        return vec![title(path), said, el("div", "card__deeds").child(open(label))];
    };
    let weight = |one: &Indicator| format!("{}\u{a0}{}", lang.of(&one.name), one.weight.trimmed());
    let weights = own.indicators.iter().map(weight).collect::<Vec<String>>().join("\u{a0}· ");
    let about = format!("{}\u{a0}· {}", lang.of(&own.region), words::kind(own.kind, lang));
    vec![
        title(lang.of(&own.title)),
        el("p", "card__about").text(about),
        el("p", "card__weights").text(t(text::WEIGHTS, lang)).text(" ").text(weights),
        el("div", "card__deeds").child(open(text::OPEN_EMPTY)),
    ]
}

/// The saved assessments; nothing where there are none yet.
fn saved(
    session: Session,
    lang: Lang,
    renaming: &Rc<Watched<String>>,
    library: &[Listed],
) -> Option<El> {
    let items = library.iter().map(|listed| item(session, lang, renaming, listed));
    let title = el("h2", "start__heading").id("saved-ones").text(t(text::SAVED_ONES, lang));
    (!library.is_empty()).then(|| {
        el("section", "library")
            .attr("aria-labelledby", "saved-ones")
            .child(title)
            .child(el("ul", "library__list").children(items))
    })
}

fn item(session: Session, lang: Lang, renaming: &Rc<Watched<String>>, listed: &Listed) -> El {
    let title = match listed.title() {
        "" => t(text::UNTITLED, lang).to_owned(),
        title => title.to_owned(),
    };
    let form = match presets::find(&listed.rubric) {
        Some(preset) => lang.pick(preset.title),
        None => t(if listed.own { text::OF_ITS_OWN } else { text::UNREADABLE }, lang),
    };
    let when = match listed.saved {
        0 => String::new(),
        moment => say(text::SAVED_ON, lang, &[("time", &browser::moment(moment))]),
    };
    let name_id = format!("saved-{}", listed.key);
    let deed = |label: Key, act: Box<dyn Fn()>| {
        button("link", t(label, lang), act).attr("aria-describedby", name_id.as_str())
    };
    let (open, copy, gone) = (listed.key.clone(), listed.clone(), listed.clone());
    let (own, renamed) = (listed.key.clone(), Rc::clone(renaming));
    let deeds = [
        deed(text::RENAME, Box::new(move || renamed.set(own.clone()))),
        deed(text::DUPLICATE, Box::new(move || session.duplicate(&copy))),
        deed(text::DELETE, Box::new(move || session.delete(&gone))),
    ];
    let (own, renamed) = (listed.key.clone(), Rc::clone(renaming));
    let renames = live(move || renamed.with(|key| *key == own));
    let (key, name, renaming) = (listed.key.clone(), title.clone(), Rc::clone(renaming));
    el("li", "library__item")
        .child(
            button("library__open", &title, move || session.bring(Opening::Saved(open.clone())))
                .id(&name_id),
        )
        .child(el("p", "library__about").text(form).text(" · ").text(when))
        .child(el("div", "library__deeds").children(deeds))
        .when(renames, move || vec![name_field(session, lang, &renaming, &key, &name)])
}

/// The field for a new name, in place; Enter keeps it, Escape leaves it.
fn name_field(
    session: Session,
    lang: Lang,
    renaming: &Rc<Watched<String>>,
    key: &str,
    name: &str,
) -> El {
    let typed = watched(name.to_owned());
    let (key, on, kept) = (key.to_owned(), Rc::clone(renaming), Rc::clone(&typed));
    let keep = Rc::new(move || {
        session.rename(&key, &kept.get_untracked());
        on.set(String::new());
    });
    let (on_enter, on) = (Rc::clone(&keep), Rc::clone(renaming));
    let value = Rc::clone(&typed);
    let field = el("input", "field__input field__box")
        .id("new-name")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autofocus", "true")
        .value(live(move || value.get_untracked()))
        .on("input", move |event| typed.set(browser::typed(event)))
        .on("keydown", move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            match event.key().as_str() {
                "Enter" if !event.is_composing() => on_enter(),
                "Escape" => on.set(String::new()),
                _ => {}
            }
        });
    el("div", "library__rename")
        .child(el("label", "field__label").attr("for", "new-name").text(t(text::NEW_NAME, lang)))
        .child(field)
        .child(button("button", t(text::KEEP_NAME, lang), move || keep()))
}

/// Opening a project file: chosen, or dropped anywhere on the box.
fn files(session: Session, lang: Lang) -> El {
    let over = watched(false);
    let (shown, entered, left) = (Rc::clone(&over), Rc::clone(&over), Rc::clone(&over));
    let title = el("h2", "start__heading").id("open-file").text(t(text::OPEN_FILE, lang));
    let label = el("p", "drop__label").id("drop-file").text(t(text::DROP_FILE, lang));
    let chooser = el("label", "button drop__button").attr("for", "file");
    let input = el("input", "unseen")
        .id("file")
        .attr("aria-describedby", "drop-file")
        .attr("type", "file")
        .attr("accept", ".json,application/json")
        .on("change", move |event| open(session, browser::chosen_file(event)));
    el("section", "drop")
        .class_if("drop--over", live(move || shown.get()))
        .attr("aria-labelledby", "open-file")
        .on("dragover", move |event| {
            event.prevent_default();
            entered.set_changed(true);
        })
        .on("dragleave", move |_| left.set_changed(false))
        .on("drop", move |event| {
            event.prevent_default();
            over.set_changed(false);
            open(session, browser::dropped_file(event));
        })
        .child(title)
        .child(label)
        .child(chooser.text(t(text::CHOOSE_FILE, lang)))
        .child(input)
}

fn open(session: Session, file: Option<web_sys::File>) {
    let Some(file) = file else { return };
    let name = file.name();
    let done = move |bytes: Option<Vec<u8>>| match bytes {
        Some(bytes) => session.open_file(&name, &bytes),
        None => session.notify(Notice::new(Tone::Error, text::FILE_UNREAD).with("name", name)),
    };
    browser::read_file(file, Box::new(done));
}
