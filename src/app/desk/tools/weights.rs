//! 权重: the weights that keep the grade, for every indicator and group, and one of them as a line.

use super::{data, parts};
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::{Bars, Mark, Row as Bar, Tone};
use crate::app::desk::charts::plot::{Plot, Stretch};
use crate::app::desk::charts::scale::Scale;
use crate::app::desk::drawn::{Drawn, el};
use crate::engine::{Fraction, MAX_DECIMALS, Node};
use crate::exchange::table::{Cell, Row, Table};
use crate::whatif::weights::{Exact, Interval, Sweep, Weights, weights};
use crate::words::table::{desk, insight as text, shared};
use crate::words::whatif::weights as said;
use crate::words::{points, say, t};

/// Which indicators are listed, and which one is drawn as a line.
#[derive(Debug, Default)]
pub struct Controls {
    all: bool,
    /// Id of the indicator; empty for the first that can change the grade.
    node: String,
}

impl Controls {
    /// A control was chosen or pressed.
    pub fn event(&mut self, part: &str, value: &str) {
        match part {
            "node" => value.clone_into(&mut self.node),
            _ => self.all = value == ALL,
        }
    }
}

const ALL: &str = "all";
const CHANGING: &str = "changing";

/// An indicator with what its weight makes of the grade.
struct Swept<'a> {
    at: usize,
    node: Node<'a>,
    sweep: &'a Sweep,
}

/// The tool as it is shown.
pub fn draw(base: &Base, controls: &Controls) -> View {
    let lang = base.lang;
    let found = weights(&base.rubric, &base.assessment);
    let swept = swept(base, &found);
    let told = parts::paragraph(base, &said::weights(&base.rubric, &found, lang));
    let view = View::default()
        .child(parts::heading(base, desk::WEIGHTS, text::WEIGHTS_ABOUT))
        .child(parts::sentence(base, "weights-said", &told))
        .sentence("weights-said", &told);
    let changes = |one: &&Swept<'_>| one.sweep.intervals.len() > 1;
    let by_name = swept.iter().find(|one| one.node.indicator.id == controls.node);
    let Some(shown) = by_name.or(swept.iter().find(changes)).or(swept.first()) else {
        return view;
    };
    let listed: Vec<&Swept<'_>> = swept.iter().filter(|one| controls.all || changes(one)).collect();
    let view = of_one(base, &found, &swept, shown, view);
    let options = [(text::WEIGHTS_CHANGING, CHANGING), (text::WEIGHTS_ALL, ALL)];
    let options = options.map(|(label, value)| (t(label, lang).to_owned(), value.to_owned()));
    let chosen = if controls.all { ALL } else { CHANGING };
    let choices = parts::choices(t(text::WEIGHTS_SHOWN, lang), "weights-list", &options, chosen);
    let any = !listed.is_empty();
    let list = list(base, &found, &listed);
    view.child(el("div", "whatif__controls").child(choices))
        .children(any.then(|| list.draw()))
        .children(any.then(|| parts::copy_table(base, "weights")))
        .table("weights", &copied(base, &list))
}

/// What can be said of a weight, in the order of the form.
fn swept<'a>(base: &'a Base, found: &'a Weights) -> Vec<Swept<'a>> {
    let nodes = base.rubric.nodes().into_iter().zip(&found.nodes).enumerate();
    let of = |(at, (node, answer)): (usize, (Node<'a>, &'a Result<Sweep, _>))| {
        Some(Swept { at, node, sweep: answer.as_ref().ok()? })
    };
    nodes.filter_map(of).collect()
}

/// One weight: its sentence, its line and the table of that.
fn of_one(base: &Base, found: &Weights, all: &[Swept<'_>], one: &Swept<'_>, view: View) -> View {
    let lang = base.lang;
    let name = |swept: &Swept<'_>| lang.of(&swept.node.indicator.name).to_owned();
    let option = |swept: &Swept<'_>| {
        let indent = "　".repeat(swept.node.depth.saturating_sub(1));
        (indent + &name(swept), swept.node.indicator.id.clone())
    };
    let options: Vec<(String, String)> = all.iter().map(option).collect();
    let own = &one.node.indicator.id;
    let label = t(text::WEIGHTS_OF, lang);
    let select = parts::select(label, "whatif-weight", "weights-node", &options, own);
    let told = said::weight(&base.rubric, found, one.at, lang);
    let title = say(text::WEIGHTS_PLOT, lang, &[("name", &name(one))]);
    let table = intervals(base, one, &name(one));
    view.child(el("div", "whatif__controls").child(select))
        .child(parts::sentence(base, "weight-said", &told))
        .child(el("h3", "whatif__picture").id(PLOT).text(title))
        .child(el("p", "bars__hint").text(t(text::WEIGHTS_PLOT_HINT, lang)))
        .child(plot(base, found, one.sweep))
        .child(data::table(base, &table))
        .sentence("weight-said", &told)
}

/// The id of what says what the line shows.
const PLOT: &str = "whatif-plot";

/// For drawing: as many digits as a figure has.
fn drawn(exact: &Exact) -> Fraction {
    exact.cut(MAX_DECIMALS as u32).0.fraction()
}

fn grade(base: &Base, at: usize) -> String {
    base.rubric.grades.0.get(at).map_or("", |grade| base.lang.of(&grade.name)).to_owned()
}

fn plot(base: &Base, found: &Weights, sweep: &Sweep) -> Drawn {
    let corners = sweep.knots.iter().map(|knot| (drawn(&knot.weight), drawn(&knot.total)));
    let stretch = |(at, one): (usize, &Interval)| Stretch {
        from: drawn(&one.from),
        to: drawn(&one.to),
        name: grade(base, one.grade),
        now: at == sweep.holds,
    };
    let stretches = sweep.intervals.iter().enumerate().map(stretch).collect();
    let now = (sweep.weight.fraction(), drawn(&found.total));
    Plot::new(base, PLOT, corners.collect(), now, stretches).draw()
}

/// The intervals of one weight: what the line shows, in figures.
fn intervals(base: &Base, one: &Swept<'_>, name: &str) -> Table {
    let lang = base.lang;
    let heads = [text::INTERVAL, text::GRADE, text::TOTALS_WITHIN];
    let row = |interval: &Interval| {
        let total = |at: &Exact| said::exact_points(&one.sweep.total_at(at), lang);
        // The totals of the weights that stand beside them.
        let ends = interval.shown(base.rubric.rounding.places);
        let (from, to) = match ends {
            Some((from, to)) => (total(&Exact::from(from)), total(&Exact::from(to))),
            None => (total(&interval.from), total(&interval.to)),
        };
        let totals = [("from", &*from), ("to", &to)];
        Row::from(vec![
            Cell::side(span(base, interval)),
            Cell::centred(grade(base, interval.grade)),
            Cell::number(say(shared::RANGE, lang, &totals)),
        ])
    };
    Table {
        title: say(text::KNOTS, lang, &[("name", name)]),
        head: vec![Row::from(heads.map(|key| Cell::head(t(key, lang))).to_vec())],
        body: one.sweep.intervals.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

/// From the first to the last weight of an interval as forms write them, or its ends where no such
/// weight lies in it.
fn span(base: &Base, interval: &Interval) -> String {
    let lang = base.lang;
    let (from, to) = match interval.shown(base.rubric.rounding.places) {
        Some((from, to)) if from == to => return points(from, lang),
        Some((from, to)) => (from.trimmed(), points(to, lang)),
        None => (said::exact_points(&interval.from, lang), said::exact_points(&interval.to, lang)),
    };
    say(shared::RANGE, lang, &[("from", &from), ("to", &to)])
}

/// The weights that keep the grade, a row for each indicator.
fn list(base: &Base, found: &Weights, listed: &[&Swept<'_>]) -> Bars {
    let lang = base.lang;
    let scale = Scale::covering([Fraction::ZERO, found.full.fraction()]);
    let rows = listed.iter().map(|one| {
        let holds = one.sweep.interval().map(|interval| interval.grade);
        let keeping = one.sweep.intervals.iter().filter(|it| Some(it.grade) == holds);
        let place = |at: &Exact| scale.place(drawn(at));
        let bars =
            keeping.clone().map(|one| Mark::Bar(place(&one.from), place(&one.to), Tone::Won));
        let now = Mark::Dot(scale.place(one.sweep.weight.fraction()), Tone::Total);
        let spans: Vec<String> = keeping.map(|one| span(base, one)).collect();
        let weight = points(one.sweep.weight, lang);
        Bar {
            name: lang.of(&one.node.indicator.name).to_owned(),
            about: say(text::WEIGHT_NOW, lang, &[("weight", &weight)]),
            depth: one.node.depth.min(2),
            marks: bars.chain([now]).collect(),
            figure: spans.join(t(shared::LISTED, lang)),
            ..Bar::default()
        }
    });
    let full = points(found.full, lang);
    Bars {
        title: t(text::WEIGHTS_TABLE, lang).to_owned(),
        hint: say(text::WEIGHTS_TABLE_HINT, lang, &[("full", &full)]),
        heads: [t(text::INDICATOR, lang).to_owned(), t(text::WEIGHTS_KEEP, lang).to_owned()],
        lines: Vec::new(),
        now: None,
        rows: rows.collect(),
        scale,
    }
}

/// The same as a table for reports.
fn copied(base: &Base, list: &Bars) -> Table {
    let lang = base.lang;
    let heads = [text::INDICATOR, text::WEIGHT, text::WEIGHTS_KEEP];
    let row = |row: &Bar| {
        let cells = [Cell::side(&row.name), Cell::text(&row.about), Cell::text(&row.figure)];
        Row::from(cells.to_vec())
    };
    Table {
        title: list.title.clone(),
        head: vec![Row::from(heads.map(|key| Cell::head(t(key, lang))).to_vec())],
        body: list.rows.iter().map(row).collect(),
        notes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(events: &[(&str, &str)]) -> (View, String) {
        let mut controls = Controls::default();
        events.iter().for_each(|(part, value)| controls.event(part, value));
        let view = draw(&Base::fukang(|_| ()), &controls);
        let said = view.drawn.iter().map(Drawn::says).collect();
        (view, said)
    }

    #[test]
    fn the_weights_that_keep_the_grade_are_listed_and_one_is_drawn() {
        // 94.859… − (94.859… − 67.814…) × w ÷ 100 ≥ 90 up to w = 17.96…
        let (view, said) = shown(&[("node", "insured-pooled")]);
        assert!(said.contains("单建统筹基金参保人数现为5分0～17.96分"), "{said}");
        assert!(said.contains("总分随“单建统筹基金参保人数”的权重变化"), "{said}");
        assert!(said.contains("0～17.96分优"), "{said}");
        let lines = view.drawn.iter().flat_map(|one| one.all("plot__line")).count();
        assert_eq!(lines, 1);
        assert!(
            view.clips.iter().any(|(of, _, text)| *of == "weights" && text.contains("17.96分"))
        );
    }

    #[test]
    fn those_that_never_change_the_grade_are_listed_when_asked_for() {
        // 项目决策 has 10 of 10: more weight only brings the total nearer to 100.
        let (_, few) = shown(&[]);
        let (_, all) = shown(&[("list", "all")]);
        assert!(!few.contains("项目决策现为10分"), "{few}");
        assert!(all.contains("项目决策现为10分0～100分"), "{all}");
    }
}
