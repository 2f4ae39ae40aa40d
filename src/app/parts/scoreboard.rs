//! What stays in view while entering: total, grade, beam, what is certain, where points went.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::beam::Beam;
use super::losses::LossTable;
use crate::app::charts::beam::Size;
use crate::app::documents::figures::{grade_name, padded, total_sentence};
use crate::app::state::{Session, use_session};
use crate::engine::Scorecard;
use crate::words::table::documents as text;
use crate::words::table::shared::SEMICOLON;
use crate::words::{Lang, report, say, t};

/// The scoreboard beside the entries.
#[component]
pub fn Scoreboard() -> AnyView {
    let session = use_session();
    let lang = session.lang.get_untracked();
    view! {
        <section class="scoreboard" aria-labelledby="scoreboard-title">
            <h2 class="unseen" id="scoreboard-title">{t(text::SCOREBOARD, lang)}</h2>
            <div class="scoreboard__sheet">
                <div class="scoreboard__head">{total(session, lang)} {badge(session, lang)}</div>
                <Beam size=Size::Full />
                {facts(session, lang)}
            </div>
            <div class="scoreboard__sheet">
                <LossTable />
            </div>
        </section>
    }
    .into_any()
}

/// The phone's bar: total, grade and the small beam. What is said aloud stands beside it, because
/// nothing hidden is announced and the scoreboard or the bar always is.
#[component]
pub fn ScoreBar() -> AnyView {
    let session = use_session();
    let lang = session.lang.get_untracked();
    view! {
        <div class="scorebar" role="region" aria-label=t(text::SCORE_BAR, lang)>
            {total(session, lang)} {badge(session, lang)}
            <Beam size=Size::Small />
        </div>
        {announcer(session, lang)}
    }
    .into_any()
}

/// The total in large figures; while entries are missing, what is certain so far.
fn total(session: Session, lang: Lang) -> AnyView {
    let figure = Signal::derive(move || {
        session
            .rubric
            .with(|rubric| session.scorecard.with(|card| padded(rubric, card.total.score.min)))
    });
    let full = Signal::derive(move || {
        session.scorecard.with(|card| format!("/ {}", card.total.weight.trimmed()))
    });
    let open = Memo::new(move |_| session.scorecard.with(|card| !card.total.score.is_settled()));
    let label = move || {
        open.get().then(|| view! { <span class="total__open">{t(text::SO_FAR, lang)}</span> })
    };
    view! {
        <p class="total">
            {label}
            <strong class="total__figure">{figure}</strong>
            <span class="total__full">{full}</span>
        </p>
    }
    .into_any()
}

/// The grade in a frame: dashed and grey until it is settled, in the colour of losses if it fails.
fn badge(session: Session, lang: Lang) -> AnyView {
    let fails = Memo::new(move |_| {
        let settled = session.scorecard.with(|card| card.grade.settled());
        settled.is_some_and(|at| session.rubric.with(|rubric| at + 1 == rubric.grades.0.len()))
    });
    let name = Memo::new(move |_| {
        session.rubric.with(|rubric| session.scorecard.with(|card| grade_name(rubric, card, lang)))
    });
    let shown =
        Signal::derive(move || name.get().unwrap_or_else(|| t(text::GRADE_OPEN, lang).to_owned()));
    let wordy = move || shown.with(|shown| shown.chars().count() > 1);
    view! {
        <strong
            class="badge"
            class:badge--open=move || name.with(Option::is_none)
            class:badge--word=wordy
            class:badge--fails=move || fails.get()
        >
            {shown}
        </strong>
    }
    .into_any()
}

/// How much is filled in, the range while it is incomplete, and the distance to the next grade.
fn facts(session: Session, lang: Lang) -> AnyView {
    let open = Signal::derive(move || session.scorecard.with(|card| still_open(card, lang)));
    let standing = Signal::derive(move || {
        session
            .rubric
            .with(|rubric| session.scorecard.with(|card| report::standing(rubric, card, lang)))
    });
    view! {
        <p class="scoreboard__range">{open}</p>
        <p class="scoreboard__standing">{standing}</p>
    }
    .into_any()
}

/// How much is filled in and between what the total lies; empty once all is settled.
fn still_open(card: &Scorecard, lang: Lang) -> String {
    let (filled, all) = card.total.filled;
    let (score, mut said) = (card.total.score, Vec::new());
    if filled < all {
        let (filled, all) = (filled.to_string(), all.to_string());
        said.push(say(text::FILLED, lang, &[("filled", &filled), ("all", &all)]));
    }
    if !score.is_settled() {
        let (min, max) = (score.min.trimmed(), score.max.trimmed());
        said.push(say(text::BETWEEN, lang, &[("min", &min), ("max", &max)]));
    }
    said.join(t(SEMICOLON, lang))
}

const QUIET: Duration = Duration::from_secs(1);

/// Says the total once, a second after typing stops, and only if it is another one.
fn announcer(session: Session, lang: Lang) -> AnyView {
    let said = RwSignal::new(String::new());
    let sentence = Memo::new(move |_| {
        session
            .rubric
            .with(|rubric| session.scorecard.with(|card| total_sentence(rubric, card, lang)))
    });
    let known = StoredValue::new(sentence.get_untracked());
    let waiting: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    let stop = move || {
        waiting.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
        });
    };
    Effect::new(move |_| {
        // Every edit starts the wait anew, also one that leaves the total as it is.
        session.assessment.track();
        let now = sentence.get();
        stop();
        if known.with_value(|known| *known == now) {
            return;
        }
        let say_it = move || {
            known.set_value(now.clone());
            said.set(now.clone());
        };
        waiting.set_value(set_timeout_with_handle(say_it, QUIET).ok());
    });
    on_cleanup(stop);
    view! { <p class="unseen" role="status">{said}</p> }.into_any()
}
