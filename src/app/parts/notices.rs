//! The notices above the content, each with what can be done about it.

use crate::app::element::{El, button, el};
use crate::app::state::{Deed, Notice, Session, Tone};
use crate::words::Lang;
use crate::words::table::page as text;
use crate::words::table::t;

/// What is seen of a notice. One that is replaced by another that looks the same keeps its buttons,
/// and with them the focus.
#[derive(PartialEq)]
struct Shown {
    tone: Tone,
    told: String,
    deeds: Vec<&'static str>,
}

/// The area of the notices; a live region, so that a new one is read out.
pub fn notices(session: Session, lang: Lang) -> El {
    let shown = move |notice: &Notice| Shown {
        tone: notice.tone,
        told: notice.text(lang),
        deeds: notice.deeds.iter().map(|(label, _)| t(label, lang)).collect(),
    };
    el("section", "notices")
        .attr("role", "status")
        .attr("aria-label", t(text::NOTICES, lang))
        .drawn(
            move || session.notices.with(|all| all.iter().map(shown).collect::<Vec<Shown>>()),
            move |all| {
                all.iter().enumerate().map(|(at, shown)| notice(session, lang, at, shown)).collect()
            },
        )
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
    let deeds = shown
        .deeds
        .iter()
        .enumerate()
        .map(|(which, label)| button("button", label, move || perform(session, at, which)));
    el("div", class)
        .child(el("p", "notice__text").text(shown.told.as_str()))
        .child(el("div", "notice__deeds").children(deeds).child(dismiss))
}

fn at_place(session: Session, at: usize) -> Option<Notice> {
    session.notices.with_untracked(|all| all.get(at).cloned())
}

/// Downloads leave the notice where it is; whatever settles the matter takes it away.
fn perform(session: Session, at: usize, which: usize) {
    let Some(notice) = at_place(session, at) else { return };
    let Some((_, deed)) = notice.deeds.into_iter().nth(which) else { return };
    if !matches!(deed, Deed::Download(..) | Deed::DownloadOpen | Deed::Retry) {
        session.dismiss(notice.number);
    }
    session.perform(deed);
}
