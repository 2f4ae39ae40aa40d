//! The notices above the content, each with what can be done about it.

use leptos::prelude::*;

use crate::app::state::{Deed, Notice, Session, Tone};
use crate::words::Lang;
use crate::words::table::page as text;
use crate::words::table::{Key, t};

/// The area of the notices; a live region, so that a new one is read out.
pub fn notices(session: Session, lang: Lang) -> AnyView {
    let all = move || {
        let notices = session.notices.get();
        notices.into_iter().map(|one| notice(session, lang, one)).collect::<Vec<AnyView>>()
    };
    view! { <section class="notices" role="status" aria-label=t(text::NOTICES, lang)>{all}</section> }.into_any()
}

fn notice(session: Session, lang: Lang, notice: Notice) -> AnyView {
    let class = match notice.tone {
        Tone::Note => "notice",
        Tone::Good => "notice notice--good",
        Tone::Warning => "notice notice--warning",
        Tone::Error => "notice notice--error",
    };
    let (told, number) = (notice.text(lang), notice.number);
    let deeds: Vec<AnyView> = notice
        .deeds
        .into_iter()
        .map(|(label, deed)| offer(session, lang, number, label, deed))
        .collect();
    view! {
        <div class=class>
            <p class="notice__text">{told}</p>
            <div class="notice__deeds">
                {deeds}
                <button type="button" class="link" on:click=move |_| session.dismiss(number)>{t(text::DISMISS, lang)}</button>
            </div>
        </div>
    }
    .into_any()
}

/// Downloads leave the notice where it is; whatever settles the matter takes it away.
fn offer(session: Session, lang: Lang, number: usize, label: Key, deed: Deed) -> AnyView {
    let stays = matches!(deed, Deed::Download(..) | Deed::DownloadOpen | Deed::Retry);
    let act = move |_| {
        if !stays {
            session.dismiss(number);
        }
        session.perform(deed.clone());
    };
    view! { <button type="button" class="button" on:click=act>{t(label, lang)}</button> }.into_any()
}
