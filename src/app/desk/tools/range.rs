//! 可能范围: what is still open, from the lowest to the highest total, and which answer settles the grade.

use super::parts;
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::Bars;
use crate::app::desk::charts::scale::grade_lines;
use crate::app::desk::charts::waterfall::{Fall, rows, scale};
use crate::engine::Span;
use crate::exchange::table::{Cell, Row, Table};
use crate::whatif::losses::{Step, losses as steps};
use crate::whatif::range::{Range, range};
use crate::words::t;
use crate::words::table::{desk, insight as text};
use crate::words::whatif::{losses as named, range as said};

/// The tool as it is shown. Where nothing is open there is no picture, only a sentence.
pub fn draw(base: &Base) -> View {
    let found = range(&base.rubric, &base.assessment);
    let told = parts::paragraph(base, &said::range(base.scored(), &found));
    let view = View::default()
        .child(parts::heading(base, desk::RANGE, text::RANGE_ABOUT))
        .child(parts::sentence(base, "range-said", &told))
        .sentence("range-said", &told);
    if found.total.is_settled() && found.open.is_empty() {
        return view;
    }
    let open = open(base);
    view.child(picture(base, &found, &open).draw())
        .child(parts::copy_table(base, "range"))
        .table("range", &table(base, &found, &open))
}

/// What is open, which adds up to what lies between the lowest and the highest total.
fn open(base: &Base) -> Vec<Step> {
    let steps = steps(&base.rubric, &base.card).steps;
    steps.into_iter().filter(|step| !step.open().is_zero()).collect()
}

fn picture(base: &Base, found: &Range, open: &[Step]) -> Bars {
    let lang = base.lang;
    let fall = |step: &Step| Fall {
        name: named::step_name(&base.rubric, &step.what, lang),
        about: settling(base, found, step),
        points: step.open(),
        open: true,
        ..Fall::default()
    };
    let falls: Vec<Fall> = open.iter().map(fall).collect();
    let lowest = found.total.min;
    let scale = scale(lowest, &falls);
    let ends = (t(text::LOWEST, lang), t(text::HIGHEST, lang));
    Bars {
        title: t(text::RANGE_WAY, lang).to_owned(),
        hint: t(text::RANGE_HINT, lang).to_owned(),
        heads: [t(text::INDICATOR, lang).to_owned(), t(text::STILL_OPEN, lang).to_owned()],
        lines: grade_lines(base, &scale),
        now: None,
        rows: rows(&scale, ends, (lowest, &falls), |points| base.padded(points)),
        scale,
    }
}

/// Which answers to a row settle the grade; nothing where it is certain already.
fn settling(base: &Base, found: &Range, step: &Step) -> String {
    let row = found.open.iter().find(|open| Some(open.node) == step.node());
    let settled = found.grade.best == found.grade.certain;
    let said = row.filter(|_| !settled);
    let said = said.map(|open| said::settling_beside(base.scored(), open));
    parts::paragraph(base, &said.unwrap_or_default())
}

/// The same as a table for reports.
fn table(base: &Base, found: &Range, open: &[Step]) -> Table {
    let lang = base.lang;
    let heads = [text::INDICATOR, text::FROM, text::TO, text::STILL_OPEN, text::SETTLING];
    let row = |name: String, span: Option<Span>, open, settling: String| {
        let end = |end: Option<_>| Cell::number(end.map_or(String::new(), |end| base.padded(end)));
        let (min, max) = (span.map(|span| span.min), span.map(|span| span.max));
        let cells = vec![Cell::side(name), end(min), end(max), end(open), Cell::text(settling)];
        Row::from(cells)
    };
    let steps = open.iter().map(|step| {
        let score = found.open.iter().find(|open| Some(open.node) == step.node());
        let name = named::step_name(&base.rubric, &step.what, lang);
        let settling = settling(base, found, step);
        row(name, score.map(|open| open.score), Some(step.open()), settling)
    });
    let total = found.total;
    let last = row(
        t(text::TOTAL, lang).to_owned(),
        Some(total),
        Some(total.max - total.min),
        String::new(),
    );
    Table {
        title: t(desk::RANGE, lang).to_owned(),
        head: vec![Row::from(heads.map(|key| Cell::head(t(key, lang))).to_vec())],
        body: steps.chain([last]).collect(),
        notes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::desk::drawn::Drawn;
    use crate::engine::Assessment;

    fn shown(change: impl FnOnce(&mut Assessment)) -> (View, String) {
        let view = draw(&Base::fukang(change));
        let said = view.drawn.iter().map(Drawn::says).collect();
        (view, said)
    }

    #[test]
    fn what_is_open_leads_from_the_lowest_to_the_highest_total() {
        // 93.50 − 5.48 = 88.02, up to 6 more.
        let (view, said) = shown(|example| example.entries.or_default("insured-all").actual = None);
        for part in ["最低总分88.02", "6.00最高总分94.02", "不低于10973人时，等级即确定为“优”"]
        {
            assert!(said.contains(part), "{part}: {said}");
        }
        let copied = &view.clips[1].2;
        assert!(copied.contains("城镇职工大额医疗保险参保人数\t0.00\t6.00\t6.00\t"), "{copied}");
    }

    #[test]
    fn where_nothing_is_open_a_sentence_says_so() {
        let (view, said) = shown(|_| ());
        assert!(said.contains("没有未确定的指标，总分确定为93.50分"), "{said}");
        assert_eq!(view.clips.len(), 1);
    }
}
