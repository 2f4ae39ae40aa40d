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

impl Mark {
    /// In hundredths of a percent across, halfway down; a dot is a line without length, whose ends
    /// are round.
    fn path(&self) -> String {
        match self {
            Mark::Bar(from, to, _) => format!("M{} 500H{}", from.min(to).0, from.max(to).0),
            Mark::Dot(at, _) => format!("M{} 500h0", at.0),
        }
    }
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// What it is known by among the rows, where they change places; may be empty.
    pub key: String,
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
    /// A second answer with what stands below it, where the table has a column for that.
    pub also: (String, String),
    /// Buttons below its name.
    pub deeds: Vec<Drawn>,
    /// What is opened below the row, in all its width.
    pub below: Vec<Drawn>,
}

impl Row {
    /// Whether it only says what the rows below it have in common.
    fn is_heading(&self) -> bool {
        self.depth == 0 && self.marks.is_empty() && self.figure.is_empty()
    }
}

/// A column for second answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Also<'a> {
    /// Its head; empty for no such column.
    pub head: &'a str,
    /// What the first answer and the second are about: on a phone, where the heads are far above,
    /// each stands behind this. Words that stay the same while a target is typed: else every row
    /// would change with it.
    pub answers: [&'a str; 2],
}

impl Also<'_> {
    fn is_any(self) -> bool {
        !self.head.is_empty()
    }
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
        self.table(OF_TOOL, Also::default())
    }

    /// A second table of a tool.
    pub fn draw_second(&self) -> Drawn {
        self.table(SECOND, Also::default())
    }

    /// The table with a column for second answers.
    pub fn draw_with(&self, also: Also<'_>) -> Drawn {
        self.table(OF_TOOL, also)
    }

    fn table(&self, lines: &'static str, also: Also<'_>) -> Drawn {
        // On a phone rows are no table rows to the eye; the roles say that they are.
        let head = |class, name: &str| {
            el("th", class).attr("scope", "col").attr("role", "columnheader").text(name)
        };
        let heads = el("tr", "bars__row")
            .attr("role", "row")
            .child(head("bars__name", &self.heads[0]))
            .child(el("td", "bars__axis").attr("role", "cell").child(self.axis(lines)))
            .child(head("bars__figure", &self.heads[1]))
            .children(also.is_any().then(|| head("bars__figure bars__figure--also", also.head)));
        // Grade lines are told of where there are any.
        let lined = self.lines.iter().map(|line| line.told).find(|told| !told.is_empty());
        let hint = [self.hint.as_str(), lined.unwrap_or_default()].concat();
        let hint = (!hint.is_empty()).then(|| el("span", "bars__hint").text(hint));
        let part = |tag| el(tag, "").attr("role", "rowgroup");
        el("table", "bars")
            .attr("role", "table")
            .child(el("caption", "bars__caption").text(self.title.as_str()).children(hint))
            .child(part("thead").child(heads))
            .child(
                part("tbody").children(self.rows.iter().flat_map(|row| self.row(row, lines, also))),
            )
    }

    /// The names of the grade lines above, the ends of the scale below. The lines themselves are
    /// drawn here once, for the rows to use: where they move, that is one change, not one per row.
    fn axis(&self, id: &'static str) -> Drawn {
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
        let class = |line: &Line| if line.goal { "bars__goal" } else { "bars__bound" };
        let lines = self.lines.iter().map(|line| upright(class(line), line.at));
        let now = self.now.map(|at| upright("bars__now", at));
        let lines = el("g", "").id(id).children(lines).children(now);
        drawing("bars__scale")
            .child(el("defs", "").child(lines))
            .children(named.map(|line| label(line.at, "1em", &line.name)))
            .children(ends.map(|(at, value)| label(at, "2.2em", &expansion(value))))
    }

    fn row(&self, row: &Row, lines: &'static str, also: Also<'_>) -> Vec<Drawn> {
        let columns = if also.is_any() { "4" } else { "3" };
        if row.is_heading() {
            let name = el("th", "bars__group")
                .attr("colspan", columns)
                .attr("role", "rowheader")
                .text(row.name.as_str());
            return vec![el("tr", "").key(row.key.as_str()).attr("role", "row").child(name)];
        }
        let more = |text: &str| (!text.is_empty()).then(|| el("span", "bars__more").text(text));
        let (class, name) = match row.depth {
            0 => ("bars__row bars__row--whole", "bars__name"),
            1 => ("bars__row", "bars__name"),
            _ => ("bars__row", "bars__name bars__name--part"),
        };
        let name =
            el("th", name).attr("scope", "row").attr("role", "rowheader").text(row.name.as_str());
        let figure = |class, head: &str, (one, more_of): (&str, &str)| {
            el("td", class)
                .attr("role", "cell")
                .attr("data-head", head)
                .child(el("span", "whole").text(one))
                .children(more(more_of))
        };
        let second = also.is_any().then(|| {
            let answer = (row.also.0.as_str(), row.also.1.as_str());
            figure("bars__figure bars__figure--also", also.answers[1], answer)
        });
        let deeds = (!row.deeds.is_empty())
            .then(|| el("span", "bars__deeds").children(row.deeds.iter().cloned()));
        let shown = el("tr", class)
            .key(row.key.as_str())
            .attr("role", "row")
            .child(name.children(more(&row.about)).children(deeds))
            .child(el("td", "bars__cell").attr("role", "cell").child(track(row, lines)))
            .child(figure("bars__figure", also.answers[0], (&row.figure, &row.figures)))
            .children(second);
        let opened = (!row.below.is_empty()).then(|| {
            let cell = el("td", "bars__below").attr("colspan", columns).attr("role", "cell");
            el("tr", "bars__row bars__row--below")
                .key([&row.key, "-below"].concat())
                .attr("role", "row")
                .child(cell.children(row.below.iter().cloned()))
        });
        std::iter::once(shown).chain(opened).collect()
    }
}

/// The bars of a row: all of one colour are one path, so that they move as one.
fn track(row: &Row, lines: &'static str) -> Drawn {
    let mut paths: Vec<(Tone, &'static str, String)> = Vec::new();
    for mark in &row.marks {
        let (tone, class) = match mark {
            Mark::Bar(_, _, tone) => (*tone, "bars__bar "),
            Mark::Dot(_, tone) => (*tone, "bars__dot "),
        };
        match paths.iter_mut().find(|(known, kind, _)| (*known, *kind) == (tone, class)) {
            Some((_, _, path)) => path.push_str(&mark.path()),
            None => paths.push((tone, class, mark.path())),
        }
    }
    let paths = paths.into_iter().map(|(tone, class, path)| {
        let class = [class, tone_class(tone)].concat();
        el("path", &class).key(class.as_str()).attr("d", path)
    });
    let lines = el("use", "").attr("href", format!("#{lines}"));
    // Browsers lose strokes where a drawing is stretched some hundred times more one way than the
    // other: its box is about as wide for its height as the cell is.
    drawing("bars__track")
        .attr("viewBox", "0 0 10000 1000")
        .attr("preserveAspectRatio", "none")
        .child(lines)
        .children(paths)
}

/// Where a table draws its lines: there are up to two at a time.
const OF_TOOL: &str = "bars-lines";
const SECOND: &str = "bars-lines-second";

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
            lines: vec![Line { at: Place(2_500), name: "优".into(), goal: false, told: "虚线" }],
            now: None,
            rows: vec![row],
        };
        let drawn = bars.draw();
        let bar = drawn.all("bars__lost")[0];
        assert_eq!(bar.get("d"), "M5000 500H7500");
        assert_eq!(drawn.all("bars__bound")[0].get("x1"), "25%");
        assert_eq!(drawn.says(), "失分去向虚线指标优8896失分满意度-1.11");
        let unlined = Bars { lines: Vec::new(), ..bars };
        assert!(unlined.draw().says().starts_with("失分去向指标88"));
    }
}
