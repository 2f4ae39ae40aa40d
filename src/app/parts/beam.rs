//! The beam of the steelyard on the page: what stays as it is is not drawn anew.

use std::rc::Rc;
use std::sync::Arc;

use crate::app::charts::beam::{Pointer, Size};
use crate::app::charts::steelyard::{Reading, empty, graduated, named, view_box, weighed};
use crate::app::element::{El, follow, live, watched};
use crate::app::state::Session;
use crate::engine::Rubric;

/// The beam of the open assessment. What stays as it is is not drawn anew.
pub fn beam(session: Session, size: Size) -> El {
    let lang = session.lang.get_untracked();
    let read = move || {
        let baseline = session.baseline.get();
        let baseline = baseline.as_ref().map(|baseline| &baseline.scorecard);
        let of = |rubric: &Arc<Rubric>| {
            session.scorecard.with(|card| Reading::against(rubric, card, baseline, size, lang))
        };
        session.rubric.with(of)
    };
    let now = watched(read());
    let kept = follow({
        let now = Rc::clone(&now);
        move || now.set_changed(read())
    });
    let [name, view, names, graduation, weight] = [(); 5].map(|()| Rc::clone(&now));
    empty::<El>(size)
        .keep(kept)
        .attr("aria-label", live(move || name.with(|now| now.name.clone())))
        .attr("viewBox", live(move || view.with(|now| view_box(&now.pointer, size))))
        .drawn(
            move || graduation.with(|now| now.frame.clone()),
            move |frame| graduated(frame, size),
        )
        .drawn(move || names.with(|now| now.pointer.names.clone()), |names| named(names))
        .drawn(
            move || weight.with(|now| Pointer { names: Vec::new(), ..now.pointer.clone() }),
            move |pointer| weighed(pointer, size),
        )
}
