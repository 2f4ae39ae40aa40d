//! The start: what it is, forms to begin with, saved assessments, opening a file.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::state::{Listed, Notice, Session, Tone, use_session};
use crate::presets::{self, Preset};
use crate::words::table::page as text;
use crate::words::table::{say, t};
use crate::words::{self, Lang};

/// The first screen.
#[component]
pub fn StartPage() -> AnyView {
    let session = use_session();
    let lang = session.lang.get_untracked();
    let cards: Vec<AnyView> =
        presets::LIST.iter().map(|preset| card(session, lang, preset)).collect();
    view! {
        <div class="start">
            <h1 class="start__title">{t(text::START_TITLE, lang)}</h1>
            <p class="start__what">{t(text::WHAT_IT_IS, lang)}</p>
            {saved(session, lang)}
            <h2 class="start__heading">{t(text::FORMS, lang)}</h2>
            <ul class="cards">{cards}</ul>
            {files(session, lang)}
        </div>
    }
    .into_any()
}

fn pick(lang: Lang, pair: (&'static str, &'static str)) -> &'static str {
    match lang {
        Lang::En if !pair.1.is_empty() => pair.1,
        _ => pair.0,
    }
}

/// A form: title, where and what it is for, its weights.
fn card(session: Session, lang: Lang, preset: &'static Preset) -> AnyView {
    let weights =
        preset.groups.iter().map(|(zh, en, weight)| format!("{} {weight}", pick(lang, (zh, en))));
    let weights = weights.collect::<Vec<String>>().join(" · ");
    let about = format!("{} · {}", pick(lang, preset.region), words::kind(preset.kind, lang));
    let name_id = format!("card-{}", preset.id);
    let example = presets::example(preset.id).is_some().then(|| {
        view! {
            <button type="button" class="button button--strong" aria-describedby=name_id.clone()
                on:click=move |_| session.open_example(preset.id)>{t(text::OPEN_EXAMPLE, lang)}</button>
        }
        .into_any()
    });
    view! {
        <li class="card">
            <h3 class="card__title" id=name_id.clone()>{pick(lang, preset.title)}</h3>
            <p class="card__about">{about}</p>
            <p class="card__weights">{t(text::WEIGHTS, lang)} " " {weights}</p>
            <div class="card__deeds">
                {example}
                <button type="button" class="button" aria-describedby=name_id.clone()
                    on:click=move |_| session.open_empty(preset.id)>{t(text::OPEN_EMPTY, lang)}</button>
            </div>
        </li>
    }
    .into_any()
}

/// The saved assessments; nothing where there are none yet.
fn saved(session: Session, lang: Lang) -> AnyView {
    let renaming = RwSignal::new(String::new());
    let list = move || {
        let library = session.library.get();
        if library.is_empty() {
            return ().into_any();
        }
        let items: Vec<AnyView> =
            library.into_iter().map(|listed| item(session, lang, renaming, listed)).collect();
        view! {
            <section class="library" aria-labelledby="saved-ones">
                <h2 class="start__heading" id="saved-ones">{t(text::SAVED_ONES, lang)}</h2>
                <ul class="library__list">{items}</ul>
            </section>
        }
        .into_any()
    };
    view! { {list} }.into_any()
}

fn item(session: Session, lang: Lang, renaming: RwSignal<String>, listed: Listed) -> AnyView {
    let title = match listed.title() {
        "" => t(text::UNTITLED, lang).to_owned(),
        title => title.to_owned(),
    };
    let form = presets::find(&listed.rubric)
        .map_or(t(text::UNREADABLE, lang), |preset| pick(lang, preset.title));
    let when = match listed.saved {
        0 => String::new(),
        moment => say(text::SAVED_ON, lang, &[("time", &browser::moment(moment))]),
    };
    let name_id = format!("saved-{}", listed.key);
    let deed = |label, act: Box<dyn Fn()>| {
        view! { <button type="button" class="link" aria-describedby=name_id.clone() on:click=move |_| act()>{t(label, lang)}</button> }
            .into_any()
    };
    let (open, copy, gone) = (listed.key.clone(), listed.clone(), listed.clone());
    let key = listed.key.clone();
    let deeds = vec![
        deed(text::RENAME, Box::new(move || renaming.set(key.clone()))),
        deed(text::DUPLICATE, Box::new(move || session.duplicate(&copy))),
        deed(text::DELETE, Box::new(move || session.delete(&gone))),
    ];
    let own = listed.key.clone();
    let renames = Memo::new(move |_| renaming.with(|key| *key == own));
    let (key, name) = (listed.key.clone(), title.clone());
    let rename = move || {
        renames.get().then(|| name_field(session, lang, renaming, key.clone(), name.clone()))
    };
    view! {
        <li class="library__item">
            <button type="button" class="library__open" id=name_id.clone() on:click=move |_| session.open_saved(&open)>{title}</button>
            <p class="library__about">{form} " · " {when}</p>
            <div class="library__deeds">{deeds}</div>
            {rename}
        </li>
    }
    .into_any()
}

/// The field for a new name, in place; Enter keeps it, Escape leaves it.
fn name_field(
    session: Session,
    lang: Lang,
    renaming: RwSignal<String>,
    key: String,
    name: String,
) -> AnyView {
    let typed = RwSignal::new(name.clone());
    let keep = move || {
        session.rename(&key, &typed.get_untracked());
        renaming.set(String::new());
    };
    let (on_key, on_click) = (keep.clone(), keep);
    let keys = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => on_key(),
        "Escape" => renaming.set(String::new()),
        _ => {}
    };
    view! {
        <div class="library__rename">
            <label class="field__label" for="new-name">{t(text::NEW_NAME, lang)}</label>
            <input class="field__input field__box" id="new-name" type="text" autocomplete="off" autofocus prop:value=name
                on:input:target=move |event| typed.set(event.target().value()) on:keydown=keys />
            <button type="button" class="button" on:click=move |_| on_click()>{t(text::KEEP_NAME, lang)}</button>
        </div>
    }
    .into_any()
}

/// Opening a project file: chosen, or dropped anywhere on the box.
fn files(session: Session, lang: Lang) -> AnyView {
    let over = RwSignal::new(false);
    let class = Signal::derive(move || if over.get() { "drop drop--over" } else { "drop" });
    let chosen = move |event: leptos::ev::Targeted<web_sys::Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            open(session, file);
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let dropped = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(false);
        let file =
            event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            open(session, file);
        }
    };
    let dragged = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <section class=class aria-labelledby="open-file" on:dragover=dragged on:dragleave=move |_| over.set(false) on:drop=dropped>
            <h2 class="start__heading" id="open-file">{t(text::OPEN_FILE, lang)}</h2>
            <p class="drop__label" id="drop-file">{t(text::DROP_FILE, lang)}</p>
            <label class="button drop__button" for="file">{t(text::CHOOSE_FILE, lang)}</label>
            <input class="unseen" id="file" aria-describedby="drop-file" type="file" accept=".json,application/json" on:change:target=chosen />
        </section>
    }
    .into_any()
}

fn open(session: Session, file: web_sys::File) {
    let name = file.name();
    let done = move |bytes: Option<Vec<u8>>| match bytes {
        Some(bytes) => session.open_file(&name, &bytes),
        None => session.notify(Notice::new(Tone::Error, text::FILE_UNREAD).with("name", name)),
    };
    browser::read_file(file, Box::new(done));
}
