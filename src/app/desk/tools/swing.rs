//! 敏感性: a bar for each input, from its low to its high, the longest first.

use super::parts;
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::Bars;
use crate::app::desk::charts::scale::grade_lines;
use crate::app::desk::charts::tornado::{Gust, rows, scale};
use crate::app::desk::drawn::{Drawn, el};
use crate::engine::Figure;
use crate::exchange::table::{Cell, Row, Table};
use crate::exchange::typed;
use crate::whatif::swing::{By, Swing, swings};
use crate::words::table::{desk as text, shared};
use crate::words::whatif::lever;
use crate::words::whatif::swing::largest;
use crate::words::{say, t};

/// How far the inputs swing.
#[derive(Debug)]
pub struct Controls {
    /// In %, as typed; empty for the ends of each rule.
    percent: String,
}

impl Default for Controls {
    fn default() -> Controls {
        Controls { percent: "10".to_owned() }
    }
}

/// What stands for the ends of each rule among the choices; no percentage is typed so.
const ENDS: &str = "=ends";

impl Controls {
    /// Another swing was chosen or typed.
    pub fn event(&mut self, value: &str) {
        value.clone_into(&mut self.percent);
    }

    /// What is typed as a percentage; none for what is no figure above 0.
    fn percent(&self) -> Option<Figure> {
        let typed = typed::figure(&self.percent, "%").and_then(|plain| plain.parse().ok());
        typed.filter(|percent: &Figure| *percent > Figure::ZERO)
    }

    /// 10 where what is typed is no percentage; the field says so then.
    fn by(&self) -> By {
        match self.percent == ENDS {
            true => By::Ends,
            false => By::Percent(self.percent().unwrap_or(Figure::whole(10))),
        }
    }

    /// What is wrong with what is typed.
    fn flaw(&self, base: &Base) -> String {
        if self.percent == ENDS || self.percent().is_some() {
            return String::new();
        }
        match parts::echo(&self.percent).as_str() {
            "" => t(text::SWING_BLANK, base.lang).to_owned(),
            typed => say(text::SWING_UNREAD, base.lang, &[("text", typed)]),
        }
    }

    fn draw(&self, base: &Base) -> Drawn {
        let lang = base.lang;
        let percent = |n: &str| (say(text::SWING_BY, lang, &[("n", n)]), n.to_owned());
        let ends = (t(text::SWING_ENDS, lang).to_owned(), ENDS.to_owned());
        let options = [percent("5"), percent("10"), percent("20"), ends];
        let typed = if self.percent == ENDS { "" } else { &self.percent };
        let flaw = self.flaw(base);
        let names = ("whatif-swing", "swing");
        let field = parts::field(t(text::SWING_OTHER, lang), names, (typed, "%"), &flaw);
        el("div", "whatif__controls")
            .child(parts::choices(t(text::SWING_FAR, lang), "swing", &options, &self.percent))
            .child(field)
    }
}

/// The tool as it is shown.
pub fn draw(base: &Base, controls: &Controls) -> View {
    let lang = base.lang;
    let by = controls.by();
    let swings = swings(&base.rubric, &base.assessment, by);
    let now = swings.total.min;
    let gusts: Vec<Gust> = swings.of.iter().map(|one| gust(base, one)).collect();
    let scale = scale(now, &gusts);
    let points = |figure: Figure| base.padded(figure);
    let span = |from: Figure, to: Figure| {
        say(shared::RANGE, lang, &[("from", &points(from)), ("to", &points(to))])
    };
    let bars = Bars {
        title: t(text::SWING_CAPTION, lang).to_owned(),
        hint: say(text::SWING_HINT, lang, &[("total", &points(now)), ("what", base.total_name())]),
        heads: [t(text::INPUT, lang).to_owned(), t(text::EFFECT, lang).to_owned()],
        lines: grade_lines(base, &scale),
        now: Some(scale.place(now.fraction())),
        rows: rows(&scale, now, &gusts, points, span),
        scale,
    };
    let table = copied(base, &bars, &gusts);
    let said = parts::paragraph(base, &largest(base.scored(), &swings, by));
    View::default()
        .child(parts::heading(base, text::SWING, text::SWING_ABOUT))
        .child(controls.draw(base))
        .child(parts::sentence(base, "swing", &said))
        .sentence("swing", &said)
        .child(bars.draw())
        .child(parts::copy_table(base, "swings"))
        .table("swings", &table)
}

fn gust(base: &Base, swing: &Swing) -> Gust {
    let (rubric, lang) = (&base.rubric, base.lang);
    let at = |position| {
        let setting = swing.lever.setting(position);
        lever::setting(base.scored(), &swing.lever, &setting)
    };
    let values = [("from", &*at(swing.low.position)), ("to", &at(swing.high.position))];
    Gust {
        name: lever::choice_name(rubric, &swing.lever, lang),
        ends: say(shared::RANGE, lang, &values),
        totals: (swing.least.total.min, swing.most.total.min),
    }
}

/// The same as a table for reports.
fn copied(base: &Base, bars: &Bars, gusts: &[Gust]) -> Table {
    let lang = base.lang;
    let heads = [text::INPUT, text::FROM_TO, text::TOTAL_AT_LOW, text::TOTAL_AT_HIGH, text::EFFECT];
    let body = bars.rows.iter().zip(gusts).map(|(row, gust)| {
        let totals = [gust.totals.0, gust.totals.1].map(|total| Cell::number(base.padded(total)));
        let mut cells = vec![Cell::side(row.name.clone()), Cell::text(row.about.clone())];
        cells.extend(totals);
        cells.push(Cell::number(row.figure.clone()));
        Row::from(cells)
    });
    Table {
        title: bars.title.clone(),
        head: vec![Row::from(heads.map(|key| Cell::head(t(key, lang))).to_vec())],
        body: body.collect(),
        notes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(percent: &str) -> View {
        let base = Base::fukang(|_| ());
        let mut controls = Controls::default();
        controls.event(percent);
        draw(&base, &controls)
    }

    fn text(view: &View) -> String {
        view.drawn.iter().map(Drawn::says).collect()
    }

    #[test]
    fn an_input_goes_from_its_low_to_its_high() {
        // 30437 × 0.9 = 27393.3 and × 1.1 = 33480.7, to the nearest person; 6 × 27393/33333 = 4.93,
        // above the target 6: 93.50 − 0.55 = 92.95 and 93.50 + 0.52 = 94.02.
        let view = shown("10");
        let said = text(&view);
        assert!(said.contains("27393人～33481人"), "{said}");
        assert!(said.contains("92.95～94.02"), "{said}");
        assert!(view.clips[1].2.contains("城镇职工大额医疗保险参保人数"));
    }

    #[test]
    fn the_span_of_a_row_holds_the_total_as_it_is() {
        // 到位资金: less costs points in one row, more in another; 93.50 is the highest there is.
        let view = shown("10");
        let rows = view.drawn.iter().flat_map(|one| one.all("bars__row"));
        let row = rows.map(Drawn::says).find(|row| row.starts_with("到位资金")).unwrap();
        assert!(row.contains("～93.50"), "{row}");
    }

    #[test]
    fn what_is_no_percentage_swings_by_ten() {
        assert_eq!(shown("很多").clips, shown("10").clips);
    }

    #[test]
    fn what_is_no_percentage_is_said_at_its_field() {
        for (typed, told) in [
            ("0", "“0”不是大于0的百分数，暂按±10%计。"),
            ("-5", "“-5”不是大于0的百分数"),
            ("ends", "“ends”不是大于0的百分数"),
            (" ", "没有填写，暂按±10%计。"),
        ] {
            let view = shown(typed);
            assert!(text(&view).contains(told), "{typed}");
            let fields = view.drawn.iter().flat_map(|one| one.all("whatif__field"));
            let invalid: Vec<&str> = fields.map(|field| field.get("aria-invalid")).collect();
            assert_eq!(invalid, ["true"], "{typed}");
        }
        for right in ["12.5", "２０%", ENDS] {
            assert!(!text(&shown(right)).contains("暂按"), "{right}");
        }
    }
}
