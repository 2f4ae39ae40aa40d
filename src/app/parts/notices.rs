//! The notices above the content, each with what can be done about it.

use std::cell::RefCell;

use crate::app::browser;
use crate::app::element::{El, button, el};
use crate::app::state::{Deed, Notice, Session, Tone};
use crate::words::Lang;
use crate::words::table::page as text;
use crate::words::table::{Text, t};

/// What is seen of a notice. One that is replaced by another that looks the same keeps its buttons,
/// and with them the focus.
#[derive(PartialEq)]
struct Shown {
    tone: Tone,
    /// Tells notices apart: there is one for each.
    of: *const Text,
    told: String,
    deeds: Vec<&'static str>,
}

/// The area of the notices; a live region, so that a new one is read out.
pub fn notices(session: Session, lang: Lang) -> El {
    let shown = move |notice: &Notice| Shown {
        tone: notice.tone,
        of: notice.text,
        told: notice.text(lang),
        deeds: notice.deeds.iter().map(|(label, _)| t(label, lang)).collect(),
    };
    let before = RefCell::default();
    el("section", "notices")
        .attr("role", "status")
        .attr("aria-label", t(text::NOTICES, lang))
        .drawn(
            move || session.notices.with(|all| all.iter().map(shown).collect::<Vec<Shown>>()),
            move |all| {
                keep_focus(&before, all);
                all.iter().enumerate().map(|(at, shown)| notice(session, lang, at, shown)).collect()
            },
        )
}

/// The id of a button of a notice.
fn button_id(at: usize, which: usize) -> String {
    format!("notice-{at}-{which}")
}

/// When notices are drawn anew, the button that had the focus has it again: that of the notice
/// before, wherever it stands now. Where the notice is gone, the focus goes to the content.
fn keep_focus(before: &RefCell<Vec<*const Text>>, now: &[Shown]) {
    let before = before.replace(now.iter().map(|shown| shown.of).collect());
    let focused = browser::active_element().map(|element| element.id()).unwrap_or_default();
    let place = focused.strip_prefix("notice-").and_then(|place| place.split_once('-'));
    let Some((at, which)) = place else { return };
    let was = at.parse().ok().and_then(|at: usize| before.get(at).copied());
    let at = now.iter().position(|shown| Some(shown.of) == was);
    let target = at.map_or("main".to_owned(), |at| format!("notice-{at}-{which}"));
    // Only once the new buttons are in the document.
    leptos::task::spawn_local(async move { browser::focus(&target) });
}

fn notice(session: Session, lang: Lang, at: usize, shown: &Shown) -> El {
    let class = match shown.tone {
        Tone::Note => "notice",
        Tone::Good => "notice notice--good",
        Tone::Warning => "notice notice--warning",
        Tone::Error => "notice notice--error",
    };
    let dismiss = button("link", t(text::DISMISS, lang), move || {
        if let Some(notice) = at_place(session, at) {
            session.dismiss(notice.number);
        }
    });
    let deeds = shown.deeds.iter().enumerate().map(|(which, label)| {
        let act = move || perform(session, at, which);
        button("button", label, act).id(&button_id(at, which))
    });
    let dismiss = dismiss.id(&button_id(at, shown.deeds.len()));
    // What has several lines is a list with a head.
    let mut lines = shown.told.lines();
    let head = el("p", "notice__text").text(lines.next().unwrap_or_default());
    let items: Vec<El> = lines.map(|line| el("li", "").text(line)).collect();
    let list = (!items.is_empty()).then(|| el("ul", "notice__list").children(items));
    el("div", class)
        .child(head)
        .children(list)
        .child(el("div", "notice__deeds").children(deeds).child(dismiss))
}

fn at_place(session: Session, at: usize) -> Option<Notice> {
    session.notices.with_untracked(|all| all.get(at).cloned())
}

/// Downloads leave the notice where it is, and so does what may fail; whatever settles the matter takes it away.
fn perform(session: Session, at: usize, which: usize) {
    let Some(notice) = at_place(session, at) else { return };
    let Some((_, deed)) = notice.deeds.into_iter().nth(which) else { return };
    if !matches!(deed, Deed::Download(..) | Deed::DownloadOpen | Deed::Retry | Deed::Update) {
        session.dismiss(notice.number);
    }
    session.perform(deed);
}
