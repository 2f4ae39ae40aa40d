//! 双因素: the totals for two inputs at once, in a table coloured by grade.

use super::{data, parts};
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::heat::{Cell as HeatCell, Heat};
use crate::app::desk::drawn::{Drawn, el};
use crate::engine::{Figure, Span};
use crate::exchange::table::{Cell, Row, Table};
use crate::exchange::typed;
use crate::whatif::grid::{Axis, Grid, grid};
use crate::whatif::lever::{Lever, Role, Setting, levers};
use crate::whatif::swing::{By, swings};
use crate::words::table::{Key, desk, insight as text};
use crate::words::whatif::{grid as said, lever as named};
use crate::words::{say, t};

/// Which inputs, how many values of each, and between what.
#[derive(Debug)]
pub struct Controls {
    /// Across and down.
    axes: [Chosen; 2],
    count: String,
}

/// What was chosen for an axis; empty where nothing was.
#[derive(Debug, Default)]
struct Chosen {
    /// Id of the input.
    id: String,
    /// Its ends, as typed: of this input and no other that may take its place.
    ends: [String; 2],
}

impl Chosen {
    /// An end of an input was typed, which is chosen with that.
    fn set(&mut self, end: usize, id: &str, typed: &str) {
        if self.id != id {
            *self = Chosen { id: id.to_owned(), ..Chosen::default() };
        }
        typed.clone_into(&mut self.ends[end]);
    }

    /// What was typed as the ends of this input.
    fn ends_of(&self, id: &str) -> [&str; 2] {
        self.ends.each_ref().map(|end| if self.id == id { end.as_str() } else { "" })
    }
}

/// How many values of an input are tried, besides the one that is entered.
const COUNTS: [&str; 4] = ["5", "7", "11", "25"];

impl Default for Controls {
    fn default() -> Controls {
        Controls { axes: Default::default(), count: COUNTS[1].to_owned() }
    }
}

impl Controls {
    /// A control was typed into, chosen or pressed: `x` and `y` with the id of an input, `x-from-`
    /// and the like before the id of that whose end it is. Another input begins with its usual ends.
    pub fn event(&mut self, part: &str, value: &str) {
        let [across, down] = &mut self.axes;
        let (axis, part) = match part.split_once('-').unwrap_or((part, "")) {
            ("x", part) => (across, part),
            ("y", part) => (down, part),
            _ => return value.clone_into(&mut self.count),
        };
        match part.split_once('-') {
            Some(("from", id)) => axis.set(0, id, value),
            Some((_, id)) => axis.set(1, id, value),
            None => *axis = Chosen { id: value.to_owned(), ..Chosen::default() },
        }
    }

    fn count(&self) -> usize {
        self.count.parse().unwrap_or(7)
    }
}

/// The id of what says what the table shows.
const TITLE: &str = "whatif-heat";

/// What an axis of the table is called, and what its controls are known by.
const AXES: [(&str, Key); 2] = [("x", text::GRID_X), ("y", text::GRID_Y)];

/// The tool as it is shown.
pub fn draw(base: &Base, controls: &Controls) -> View {
    let all: Vec<Lever> = levers(&base.rubric, &base.assessment);
    let all: Vec<Lever> = all.into_iter().filter(|lever| lever.last() > 0).collect();
    let view = View::default().child(parts::heading(base, desk::GRID, text::GRID_ABOUT));
    let Some(pair) = pair(base, controls, &all) else {
        return view.child(el("p", "").text(t(text::GRID_TOO_FEW, base.lang)));
    };
    let [x, y] = [0, 1].map(|at| axis(base, pair[at], &controls.axes[at], controls.count()));
    let fields = [(0, &x), (1, &y)].map(|(at, axis)| {
        let others = all.iter().filter(|lever| lever.input != pair[1 - at].input);
        axis_controls(base, others, (axis, &controls.axes[at]), AXES[at])
    });
    let counts = COUNTS.map(|count| (count.to_owned(), count.to_owned()));
    let steps = t(text::GRID_STEPS, base.lang);
    let steps = parts::choices(steps, "grid-count", &counts, &controls.count);
    let found = grid(&base.rubric, &base.assessment, x, y);
    let told = parts::paragraph(base, &said::grid(base.scored(), &found));
    let heat = heat(base, &found);
    let names = [("x", &*heat.inputs[0]), ("y", &heat.inputs[1])];
    let title = say(text::GRID_CAPTION, base.lang, &names);
    view.children(fields)
        .child(el("div", "whatif__controls").child(steps))
        .child(el("h3", "whatif__picture").id(TITLE).text(title.as_str()))
        .child(el("p", "bars__hint").text(t(text::GRID_HINT, base.lang)))
        .child(data::box_of(base, "table-box heat-box").child(heat.draw()))
        .child(parts::copy_table(base, "grid"))
        .child(parts::sentence(base, "grid-said", &told))
        .table("grid", &copied(&heat, title))
        .sentence("grid-said", &told)
}

/// The inputs that were chosen; otherwise those that move the total most.
fn pair<'l>(base: &Base, controls: &Controls, all: &'l [Lever]) -> Option<[&'l Lever; 2]> {
    let find = |id: &str| all.iter().find(|lever| lever.id(&base.rubric) == id);
    let by = By::Percent(Figure::whole(10));
    let usual = swings(&base.rubric, &base.assessment, by).of;
    let usual = usual.iter().filter_map(|one| all.iter().find(|it| it.input == one.lever.input));
    // Where nothing swings: what was achieved before what it is held against.
    let by_role = |role| all.iter().filter(move |lever| lever.role == role);
    let mut usual = usual.chain(by_role(Role::Earned)).chain(by_role(Role::Given));
    let [across, down] = controls.axes.each_ref().map(|axis| find(&axis.id));
    let other =
        |than: Option<&Lever>, lever: &&Lever| than.is_none_or(|than| than.input != lever.input);
    let x = across.or_else(|| usual.clone().find(|lever| other(down, lever)))?;
    let y = down.filter(|lever| other(Some(x), lever));
    Some([x, y.or_else(|| usual.find(|lever| other(Some(x), lever)))?])
}

/// Its values: over the usual swing but for the ends that were typed.
fn axis(base: &Base, lever: &Lever, chosen: &Chosen, count: usize) -> Axis {
    let by = By::Percent(Figure::whole(10));
    let usual = Axis::around(&base.rubric, &base.assessment, lever.clone(), by, count);
    let typed = chosen.ends_of(&lever.id(&base.rubric)).map(|end| position(base, lever, end));
    if typed == [None, None] {
        return usual;
    }
    let ends = [usual.positions.first(), usual.positions.last()].map(|at| at.copied());
    let [from, to] = [typed[0].or(ends[0]), typed[1].or(ends[1])].map(Option::unwrap_or_default);
    Axis::between(lever.clone(), from, to, count)
}

/// The position of a value as typed.
fn position(base: &Base, lever: &Lever, text: &str) -> Option<i64> {
    let unit = named::unit(&base.rubric, lever, base.lang);
    let year = &base.assessment.project.year;
    let plain = match lever.setting(0) {
        Setting::Date(_) => typed::date(text, year),
        Setting::Share(_) => typed::figure(text, "%"),
        _ => typed::figure(text, unit),
    };
    lever.position(&plain?)
}

/// Whether its values are typed rather than chosen.
fn is_typed(lever: &Lever) -> bool {
    use Setting::{Date, Figure, Points, Share};
    matches!(lever.setting(0), Figure(_) | Points(_) | Share(_) | Date(_))
}

fn axis_controls<'l>(
    base: &Base,
    levers: impl Iterator<Item = &'l Lever>,
    (axis, chosen): (&Axis, &Chosen),
    (sign, name): (&str, Key),
) -> Drawn {
    let (rubric, lang) = (&base.rubric, base.lang);
    let option = |lever: &Lever| (named::choice_name(rubric, lever, lang), lever.id(rubric));
    let options: Vec<(String, String)> = levers.map(option).collect();
    let (id, act) = (format!("whatif-grid-{sign}"), format!("grid-{sign}"));
    let own = axis.lever.id(rubric);
    let select = parts::select(t(name, lang), &id, &act, &options, &own);
    let fields = is_typed(&axis.lever).then(|| {
        let label = |key| say(key, lang, &[("axis", t(name, lang))]);
        let field = |at: usize, part: &str, key| {
            let typed = chosen.ends_of(&own)[at];
            let usual = shown_at(base, axis, [axis.positions.first(), axis.positions.last()][at]);
            let shown = if typed.trim().is_empty() { &*usual } else { typed };
            let names = (&*format!("{id}-{part}"), &*format!("{act}-{part}-{own}"));
            let flaw = flaw(base, axis, chosen.ends_of(&own), at);
            parts::field(&label(key), names, (shown, ""), &flaw)
        };
        [field(0, "from", text::GRID_FROM), field(1, "to", text::GRID_TO)]
    });
    el("div", "whatif__controls whatif__controls--values")
        .key(sign)
        .child(select)
        .children(fields.into_iter().flatten())
}

/// A position in words.
fn shown_at(base: &Base, axis: &Axis, position: Option<&i64>) -> String {
    let setting = axis.lever.setting(position.copied().unwrap_or_default());
    named::setting(base.scored(), &axis.lever, &setting)
}

/// What is wrong with an end as typed, and what is used instead; empty for nothing.
fn flaw(base: &Base, axis: &Axis, ends: [&str; 2], at: usize) -> String {
    let read = ends.map(|end| position(base, &axis.lever, end));
    if !ends[at].trim().is_empty() && read[at].is_none() {
        let name = named::input_name(&base.rubric, &axis.lever, base.lang);
        let used = [axis.positions.first(), axis.positions.last()][at];
        let [used, least, most] =
            [used, Some(&0), Some(&axis.lever.last())].map(|one| shown_at(base, axis, one));
        let values = [
            ("text", &*parts::echo(ends[at])),
            ("name", &name),
            ("used", &used),
            ("least", &least),
            ("most", &most),
        ];
        return say(text::GRID_UNREAD, base.lang, &values);
    }
    match read {
        [Some(from), Some(to)] if at == 1 && to < from => {
            t(text::GRID_TURNED, base.lang).to_owned()
        }
        _ => String::new(),
    }
}

fn heat(base: &Base, found: &Grid) -> Heat {
    let (rubric, lang) = (&base.rubric, base.lang);
    let value = |axis: &Axis, position: i64| {
        named::setting(base.scored(), &axis.lever, &axis.lever.setting(position))
    };
    let inputs = [&found.x, &found.y].map(|axis| named::choice_name(rubric, &axis.lever, lang));
    let cell = |total: &Span, now| HeatCell {
        total: base.span(*total),
        grades: (rubric.grades.position(total.max), rubric.grades.position(total.min)),
        name: graded(base, *total),
        now,
    };
    let is_now = |axis: &Axis, position: i64| axis.lever.now == Some(position);
    let rows = found.y.positions.iter().zip(&found.totals).map(|(down, totals)| {
        let cells = found.x.positions.iter().zip(totals).map(|(across, total)| {
            cell(total, is_now(&found.x, *across) && is_now(&found.y, *down))
        });
        (value(&found.y, *down), cells.collect())
    });
    Heat {
        labelled_by: TITLE,
        columns: found.x.positions.iter().map(|across| value(&found.x, *across)).collect(),
        rows: rows.collect(),
        inputs,
    }
}

/// The name of the grade, or of all that are possible: 优/良.
fn graded(base: &Base, total: Span) -> String {
    let grades = &base.rubric.grades;
    let possible = grades.position(total.max)..=grades.position(total.min);
    let names = possible.filter_map(|at| grades.0.get(at)).map(|grade| base.lang.of(&grade.name));
    names.collect::<Vec<_>>().join("/")
}

/// The same as a table for reports.
fn copied(heat: &Heat, title: String) -> Table {
    let corner = format!("{} \\ {}", heat.inputs[1], heat.inputs[0]);
    let heads = std::iter::once(&corner).chain(&heat.columns).map(Cell::head);
    let body = heat.rows.iter().map(|(value, cells)| {
        let totals = cells.iter().map(|cell| Cell::number(format!("{} {}", cell.total, cell.name)));
        Row::from(std::iter::once(Cell::side(value)).chain(totals).collect::<Vec<_>>())
    });
    Table {
        title,
        head: vec![Row::from(heads.collect::<Vec<_>>())],
        body: body.collect(),
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

    const INPUTS: [(&str, &str); 2] =
        [("x", "insured-all.actual"), ("y", "system-execution.missed")];

    #[test]
    fn two_chosen_inputs_between_typed_ends_give_a_total_for_each_pair() {
        let ends = [
            ("x-from-insured-all.actual", "5000"),
            ("x-to-insured-all.actual", "11,000人"),
            ("count", "5"),
        ];
        let (view, said) = shown(&[&INPUTS[..], &ends].concat());
        // 88.02 + 6 × 11000/33333 = 1.98 and the 5.48 of 30437 that are entered.
        for part in ["11000人", "90.00 优", "93.50 优", "88.92 良"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(view.clips[0].2.contains("90.00 优"));
        let now: Vec<_> = view.drawn.iter().flat_map(|one| one.all("heat__cell--now")).collect();
        assert_eq!(now.len(), 1);
        assert_eq!(now[0].says(), "93.50 优");
    }

    #[test]
    fn a_value_that_cannot_be_read_is_said_beside_its_field() {
        let (view, said) = shown(&[&INPUTS[..], &[(FROM, "很多")]].concat());
        // ±10 % of 30437 begins at 27393.
        let told = "“很多”不能用作“城镇职工大额医疗保险参保人数”的取值，暂用27393人。请改成0人至";
        assert!(said.contains(told), "{said}");
        let fields = view.drawn.iter().flat_map(|one| one.all("whatif__field"));
        assert_eq!(fields.filter(|field| field.get("aria-invalid") == "true").count(), 1);
    }

    const FROM: &str = "x-from-insured-all.actual";

    #[test]
    fn ends_that_stand_the_wrong_way_round_are_said_to() {
        let ends = [(FROM, "11000"), ("x-to-insured-all.actual", "5000")];
        let (view, said) = shown(&[&INPUTS[..], &ends].concat());
        assert!(said.contains("止值小于起值") && said.contains("5000人"), "{said}");
        let fields = view.drawn.iter().flat_map(|one| one.all("whatif__field"));
        assert_eq!(fields.filter(|field| field.get("aria-invalid") == "true").count(), 1);
    }

    #[test]
    fn ends_are_those_of_the_input_that_they_were_typed_for() {
        let mut controls = Controls::default();
        controls.event(FROM, "5000");
        let mut base = Base::fukang(|_| ());
        let says = |base: &Base, controls: &Controls| {
            draw(base, controls).drawn.iter().map(Drawn::says).collect::<String>()
        };
        // To type an end is to choose the input.
        assert!(says(&base, &controls).contains("5000人"));
        // The row does not apply any more: another input is across, by its own usual ends.
        base.stored.entries.or_default("insured-all").not_applicable = true;
        let other = Base::of(base.rubric, base.stored, base.lang);
        let said = says(&other, &controls);
        assert!(!said.contains("5000") && !said.contains("不能用作"), "{said}");
        // So is an end that is typed for that.
        controls.event("x-from-insured-pooled.actual", "100");
        controls.event("x", "insured-all.actual");
        assert!(!says(&Base::fukang(|_| ()), &controls).contains("5000人"));
    }

    #[test]
    fn without_a_choice_the_two_inputs_that_move_the_total_most_are_shown() {
        let (view, _) = shown(&[]);
        let (own, said) = shown(&[("y", "insured-all.actual")]);
        assert!(view.clips[0].2.lines().count() > 3);
        assert_ne!(own.clips[0].2, view.clips[0].2);
        assert!(said.contains("城镇职工大额医疗保险参保人数"));
        // Nobody varies the number of those asked with their answers as they were.
        let heads = |view: &View| {
            view.drawn
                .iter()
                .flat_map(|one| one.all("heat__input"))
                .map(Drawn::says)
                .collect::<Vec<_>>()
        };
        assert!(heads(&view).iter().all(|name| name != "有效问卷数"), "{:?}", heads(&view));
    }

    #[test]
    fn with_open_rows_a_cell_has_all_grades_that_are_possible() {
        let base = Base::fukang(|example| {
            example.entries.or_default("insured-pooled").actual = None;
            example.entries.or_default("burden-relief").yes = None;
        });
        let mut controls = Controls::default();
        INPUTS.iter().for_each(|(part, value)| controls.event(part, value));
        let view = draw(&base, &controls);
        let now = view.drawn.iter().flat_map(|one| one.all("heat__cell--now")).next().unwrap();
        // 93.50 − 3.39 − 7.34, and up to 13 more.
        assert_eq!(now.says(), "82.77～95.77 优/良");
        assert_eq!(now.get("class"), "heat__cell heat__cell--now");
    }
}
