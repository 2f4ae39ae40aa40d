//! A table with a bar in each row, on one scale: the figures beside the bars say the same.

use super::scale::{Line, Place, Scale};
use crate::app::desk::drawn::{Drawn, el};
use crate::words::expansion;

/// What a mark means; its colour repeats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Points lost.
    Lost,
    /// Points won.
    Won,
    /// Points that are still open.
    Open,
    /// A whole that the rows below are parts of.
    Whole,
    /// A total.
    Total,
}

/// Something drawn in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// From one place to another.
    Bar(Place, Place, Tone),
    /// At one place.
    Dot(Place, Tone),
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What it is about.
    pub name: String,
    /// More about it, smaller; may be empty.
    pub about: String,
    /// How deep it lies: 0 for what is not part of anything.
    pub depth: usize,
    /// What is drawn.
    pub marks: Vec<Mark>,
    /// The figure that the bar shows.
    pub figure: String,
    /// More figures, smaller; may be empty.
    pub figures: String,
    /// Buttons below its name.
    pub deeds: Vec<Drawn>,
}

/// A table with bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What it shows; its caption.
    pub title: String,
    /// How it is read; may be empty.
    pub hint: String,
    /// Heads of the names and of the figures.
    pub heads: [String; 2],
    /// The scale of all bars.
    pub scale: Scale,
    /// Grade lines.
    pub lines: Vec<Line>,
    /// Where the total is now, if that is to be seen.
    pub now: Option<Place>,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Bars {
    /// The table.
    pub fn draw(&self) -> Drawn {
        // On a phone rows are no table rows to the eye; the roles say that they are.
        let head = |class, name: &str| {
            el("th", class).attr("scope", "col").attr("role", "columnheader").text(name)
        };
        let heads = el("tr", "bars__row")
            .attr("role", "row")
            .child(head("bars__name", &self.heads[0]))
            .child(el("td", "bars__axis").attr("role", "cell").child(self.axis()))
            .child(head("bars__figure", &self.heads[1]));
        let hint =
            (!self.hint.is_empty()).then(|| el("span", "bars__hint").text(self.hint.as_str()));
        let part = |tag| el(tag, "").attr("role", "rowgroup");
        el("table", "bars")
            .attr("role", "table")
            .child(el("caption", "bars__caption").text(self.title.as_str()).children(hint))
            .child(part("thead").child(heads))
            .child(part("tbody").children(self.rows.iter().map(|row| self.row(row))))
    }

    /// The names of the grade lines above, the ends of the scale below. The lines themselves are
    /// drawn here once, for the rows to use: where they move, that is one change, not one per row.
    fn axis(&self) -> Drawn {
        let label = |at: Place, y: &str, text: &str| {
            let anchor = match at.0 {
                ..=600 => "start",
                9_400.. => "end",
                _ => "middle",
            };
            el("text", "bars__label")
                .attr("x", at.to_string())
                .attr("y", y)
                .attr("text-anchor", anchor)
                .text(text)
        };
        let named = self.lines.iter().filter(|line| !line.name.is_empty());
        let ends = [(Place(0), self.scale.from), (Place(10_000), self.scale.to)];
        let lines = self.lines.iter().map(|line| upright("bars__bound", line.at));
        let now = self.now.map(|at| upright("bars__now", at));
        let lines = el("g", "").id(LINES).children(lines).children(now);
        drawing("bars__scale")
            .child(el("defs", "").child(lines))
            .children(named.map(|line| label(line.at, "1em", &line.name)))
            .children(ends.map(|(at, value)| label(at, "2.2em", &expansion(value))))
    }

    fn row(&self, row: &Row) -> Drawn {
        let more = |text: &str| (!text.is_empty()).then(|| el("span", "bars__more").text(text));
        let (class, name) = match row.depth {
            0 => ("bars__row bars__row--whole", "bars__name"),
            1 => ("bars__row", "bars__name"),
            _ => ("bars__row", "bars__name bars__name--part"),
        };
        let name =
            el("th", name).attr("scope", "row").attr("role", "rowheader").text(row.name.as_str());
        let figure = el("td", "bars__figure")
            .attr("role", "cell")
            .child(el("span", "whole").text(row.figure.as_str()));
        let deeds = (!row.deeds.is_empty())
            .then(|| el("span", "bars__deeds").children(row.deeds.iter().cloned()));
        el("tr", class)
            .attr("role", "row")
            .child(name.children(more(&row.about)).children(deeds))
            .child(el("td", "bars__cell").attr("role", "cell").child(self.track(row)))
            .child(figure.children(more(&row.figures)))
    }

    fn track(&self, row: &Row) -> Drawn {
        let lines = el("use", "").attr("href", format!("#{LINES}"));
        drawing("bars__track").child(lines).children(row.marks.iter().map(drawn))
    }
}

/// There is one such table at a time.
const LINES: &str = "bars-lines";

/// A drawing that only repeats what stands beside it.
fn drawing(class: &str) -> Drawn {
    el("svg", class).attr("aria-hidden", "true").attr("focusable", "false")
}

fn upright(class: &str, at: Place) -> Drawn {
    el("line", class)
        .attr("x1", at.to_string())
        .attr("x2", at.to_string())
        .attr("y1", "0")
        .attr("y2", "100%")
}

fn drawn(mark: &Mark) -> Drawn {
    match mark {
        Mark::Bar(from, to, tone) => bar(*from, *to, *tone),
        Mark::Dot(at, tone) => el("circle", tone_class(*tone))
            .attr("cx", at.to_string())
            .attr("cy", "50%")
            .attr("r", "5"),
    }
}

fn bar(from: Place, to: Place, tone: Tone) -> Drawn {
    el("line", &format!("bars__bar {}", tone_class(tone)))
        .attr("x1", from.min(to).to_string())
        .attr("x2", from.max(to).to_string())
        .attr("y1", "50%")
        .attr("y2", "50%")
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Lost => "bars__lost",
        Tone::Won => "bars__won",
        Tone::Open => "bars__open",
        Tone::Whole => "bars__whole",
        Tone::Total => "bars__total",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Fraction;

    #[test]
    fn a_bar_begins_and_ends_at_its_places_and_its_figure_stands_beside_it() {
        let scale = Scale::covering([Fraction::whole(88), Fraction::whole(96)]);
        let row = Row {
            name: "满意度".into(),
            depth: 1,
            marks: vec![Mark::Bar(Place(7_500), Place(5_000), Tone::Lost)],
            figure: "-1.11".into(),
            ..Row::default()
        };
        let bars = Bars {
            title: "失分去向".into(),
            hint: String::new(),
            heads: ["指标".into(), "失分".into()],
            scale,
            lines: vec![Line { at: Place(2_500), name: "优".into() }],
            now: None,
            rows: vec![row],
        };
        let drawn = bars.draw();
        let bar = drawn.all("bars__lost")[0];
        assert_eq!((bar.get("x1"), bar.get("x2")), ("50%", "75%"));
        assert_eq!(drawn.all("bars__bound")[0].get("x1"), "25%");
        assert_eq!(drawn.says(), "失分去向指标优8896失分满意度-1.11");
    }
}
