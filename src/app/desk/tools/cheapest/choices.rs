//! All changes that there are to choose from: what each alone brings, and the effort that it takes.

use super::quest::{By, effort};
use super::{EFFORT, moves, said, text};
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::{Bars, Mark, Row as Bar, Tone};
use crate::app::desk::charts::scale::{Scale, grade_lines};
use crate::app::desk::drawn::{Drawn, el};
use crate::app::desk::tools::parts;
use crate::app::parts::difference::signed;
use crate::engine::Figure;
use crate::exchange::table::{Cell, Row, Table};
use crate::whatif::cheapest::Change;
use crate::words::{say, t};

/// The table after what the view holds.
pub fn draw(base: &Base, by: By, choices: &[Change], view: View) -> View {
    if choices.is_empty() {
        return view;
    }
    let (lang, now) = (base.lang, base.total());
    let totals = choices.iter().map(|one| now + one.alone).chain([now]);
    let scale = Scale::covering(totals.map(Figure::fraction));
    let hint =
        if by == By::Effort { text::CHEAPEST_CHOICES_EFFORT } else { text::CHEAPEST_CHOICES_HINT };
    let bars = Bars {
        title: t(text::CHEAPEST_CHOICES, lang).to_owned(),
        hint: t(hint, lang).to_owned(),
        heads: [
            t(text::CHEAPEST_CHANGE, lang).to_owned(),
            t(text::CHEAPEST_ALONE, lang).to_owned(),
        ],
        lines: grade_lines(base, &scale),
        now: Some(scale.place(now.fraction())),
        rows: choices.iter().map(|one| row(base, by, &scale, one)).collect(),
        scale,
    };
    view.child(bars.draw_second())
        .child(parts::copy_table(base, "cheapest-choices"))
        .table("cheapest-choices", &copied(base, by, choices))
}

fn row(base: &Base, by: By, scale: &Scale, change: &Change) -> Bar {
    let now = base.total();
    let place = |points: Figure| scale.place(points.fraction());
    let tone = if change.alone.is_negative() { Tone::Lost } else { Tone::Won };
    let bar = Mark::Bar(place(now), place(now + change.alone), tone);
    let name = said::name(&base.rubric, &change.id, base.lang);
    Bar {
        about: moves(base, change),
        depth: 1,
        marks: if change.alone.is_zero() { Vec::new() } else { vec![bar] },
        figure: alone(base, change),
        deeds: if by == By::Effort { field(base, &change.id, &name) } else { Vec::new() },
        key: change.id.clone(),
        name,
        ..Bar::default()
    }
}

fn alone(base: &Base, change: &Change) -> String {
    match change.alone.is_zero() {
        true => base.padded(change.alone),
        false => signed(change.alone, base.rubric.rounding.places),
    }
}

/// The field for the effort, and what is wrong with what is typed there.
fn field(base: &Base, id: &str, name: &str) -> Vec<Drawn> {
    let lang = base.lang;
    let typed = base.stored.efforts.get(id).map_or("", String::as_str);
    let wrong = !typed.trim().is_empty() && effort(typed).is_none();
    let (own, told) = (format!("effort-{id}"), format!("effort-{id}-told"));
    let label = t(text::CHEAPEST_EFFORT, lang);
    let input = el("input", "effort__field")
        .id(own.as_str())
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("placeholder", "1")
        .attr("value", typed)
        .attr("aria-label", say(text::OF_ROW, lang, &[("what", label), ("name", name)]))
        .attr("aria-describedby", if wrong { told.as_str() } else { "" })
        .flag("aria-invalid", wrong)
        .act(&[EFFORT, id].concat());
    let shown = el("label", "effort").attr("for", own).text(label).child(input);
    let flaw = wrong.then(|| {
        let flaw = say(text::CHEAPEST_EFFORT_UNREAD, lang, &[("text", typed.trim())]);
        el("span", "whatif__standing whatif__standing--wrong").id(told).text(flaw)
    });
    std::iter::once(shown).chain(flaw).collect()
}

/// The same as a table for reports.
fn copied(base: &Base, by: By, choices: &[Change]) -> Table {
    let lang = base.lang;
    let with_effort = (by == By::Effort).then_some(text::CHEAPEST_EFFORT);
    let heads =
        [text::CHEAPEST_CHANGE, text::FROM_TO, text::CHEAPEST_ALONE].into_iter().chain(with_effort);
    let row = |change: &Change| {
        let effort = with_effort.map(|_| Cell::number(change.effort.trimmed()));
        let cells = [
            Cell::side(said::name(&base.rubric, &change.id, lang)),
            Cell::text(moves(base, change)),
            Cell::number(alone(base, change)),
        ];
        Row::from(cells.into_iter().chain(effort).collect::<Vec<Cell>>())
    };
    Table {
        title: t(text::CHEAPEST_CHOICES, lang).to_owned(),
        head: vec![Row::from(heads.map(|key| Cell::head(t(key, lang))).collect::<Vec<Cell>>())],
        body: choices.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
