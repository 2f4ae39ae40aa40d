//! 差距: what each input alone would have to be to reach the target, and to lose the grade.

use super::parts;
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::{Also, Bars, Mark, Row, Tone};
use crate::app::desk::charts::scale::{Place, Scale, lines_to};
use crate::app::desk::drawn::{Drawn, button, el};
use crate::engine::{Figure, Node};
use crate::exchange::table::{Cell, Row as Cells, Table};
use crate::whatif::distance::{Distance, Distances, Side, Way, distances};
use crate::whatif::search::At;
use crate::words::table::{Key, desk as text, page};
use crate::words::whatif::distance::Told;
use crate::words::whatif::lever;
use crate::words::{points, say, t};

/// In which order the inputs stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// As in the form, under its groups.
    #[default]
    Form,
    /// Those that reach the target first, by how far they move.
    Up,
    /// Those that lose the grade first, likewise.
    Down,
}

impl Order {
    const ALL: [Order; 3] = [Order::Form, Order::Up, Order::Down];

    fn name(self) -> &'static str {
        match self {
            Order::Form => "form",
            Order::Up => "up",
            Order::Down => "down",
        }
    }

    fn title(self) -> Key {
        match self {
            Order::Form => text::IN_FORM_ORDER,
            Order::Up => text::NEAREST_UP,
            Order::Down => text::NEAREST_DOWN,
        }
    }
}

/// What the controls of the tool say.
#[derive(Debug, Default)]
pub struct Controls {
    order: Order,
    /// Id of the input whose sentences are open; empty for none.
    open: String,
}

impl Controls {
    /// A control was chosen or pressed.
    pub fn event(&mut self, part: &str, value: &str) {
        if part == "order" {
            let named = Order::ALL.into_iter().find(|order| order.name() == value);
            self.order = named.unwrap_or_default();
        } else {
            self.open = if self.open == value { String::new() } else { value.to_owned() };
        }
    }

    fn draw(&self, base: &Base) -> Drawn {
        let options = Order::ALL
            .map(|order| (t(order.title(), base.lang).to_owned(), order.name().to_owned()));
        let label = t(text::ORDER, base.lang);
        el("div", "whatif__controls").child(parts::choices(
            label,
            "distance-order",
            &options,
            self.order.name(),
        ))
    }
}

/// The tool as it is shown.
pub fn draw(base: &Base, target: Figure, controls: &Controls) -> View {
    let found = distances(&base.rubric, &base.assessment, target);
    let told = Told { of: base.scored(), found: &found };
    let falls = controls.order == Order::Down || found.total.min >= found.target;
    let scale = scale(&found, falls);
    let shown = Shown { base, told, falls, scale, nodes: base.rubric.nodes(), controls };
    let hint = if falls { text::DISTANCE_FALLS } else { text::DISTANCE_RISES };
    let rows = shown.rows();
    let goal = (target, t(text::GOAL, base.lang));
    let bars = Bars {
        title: t(text::DISTANCE_CAPTION, base.lang).to_owned(),
        hint: t(hint, base.lang).to_owned(),
        heads: [t(text::INPUT, base.lang).to_owned(), shown.to_reach()],
        lines: lines_to(base, &shown.scale, goal),
        now: Some(shown.place(found.total.min)),
        scale: shown.scale,
        rows,
    };
    let lose = shown.to_lose();
    let answers = [text::REACHES, text::LOSES].map(|key| t(key, base.lang));
    let also = match lose.is_empty() {
        true => Also::default(),
        false => Also { head: &lose, answers },
    };
    let summary = parts::paragraph(base, &told.summary());
    let view = View::default()
        .child(parts::heading(base, text::DISTANCE, text::DISTANCE_ABOUT))
        .child(parts::sentence(base, "distance", &summary))
        .sentence("distance", &summary)
        .child(controls.draw(base))
        .child(bars.draw_with(also))
        .child(parts::copy_table(base, "distances"))
        .table("distances", &shown.copied());
    shown.sentences().into_iter().fold(view, |view, (of, said)| view.sentence(of, &said))
}

/// From the total now to the target, or to where the grade is lost. Totals beyond are at the end.
fn scale(found: &Distances, falls: bool) -> Scale {
    let end = if falls { found.held } else { Some(found.target) };
    Scale::covering(end.into_iter().chain([found.total.min]).map(Figure::fraction))
}

/// The answer with what it takes to show it.
struct Shown<'a> {
    base: &'a Base,
    told: Told<'a>,
    /// Whether the bars are about losing the grade rather than about reaching the target.
    falls: bool,
    scale: Scale,
    nodes: Vec<Node<'a>>,
    controls: &'a Controls,
}

impl Shown<'_> {
    fn of(&self) -> &[Distance] {
        &self.told.found.of
    }

    fn place(&self, points: Figure) -> Place {
        self.scale.place(points.fraction())
    }

    /// 达到95分
    fn to_reach(&self) -> String {
        let target = points(self.told.found.target, self.base.lang);
        say(text::TO_REACH, self.base.lang, &[("target", &target)])
    }

    /// 失去“优”; empty where there is no grade to lose.
    fn to_lose(&self) -> String {
        let lang = self.base.lang;
        let grade = self.base.rubric.grades.grade(self.told.found.total.min);
        match grade.filter(|_| self.told.found.held.is_some()) {
            Some(grade) => say(text::TO_LOSE, lang, &[("grade", lang.of(&grade.name))]),
            None => String::new(),
        }
    }

    fn rows(&self) -> Vec<Row> {
        let mut order: Vec<&Distance> = self.of().iter().collect();
        match self.controls.order {
            Order::Form => return self.grouped(&order),
            Order::Up => self.sort(&mut order, Side::Up),
            Order::Down => self.sort(&mut order, Side::Down),
        }
        order.into_iter().map(|one| self.row(one)).collect()
    }

    /// What brings it about by the smallest move comes first, then what comes nearest to it.
    fn sort(&self, order: &mut [&Distance], side: Side) {
        let Base { rubric, assessment, .. } = self.base;
        let nearest = self.told.found.nearest(rubric, assessment, side);
        let place = |one: &Distance| nearest.iter().position(|near| std::ptr::eq(near.of, one));
        order.sort_by_key(|one| match one.way(side) {
            Some(Way::From(_)) => (0, place(one), Figure::ZERO),
            Some(Way::Never(At { total, .. })) => {
                let short = if side == Side::Down { total.min } else { -total.min };
                (1, None, short)
            }
            Some(Way::Already) | None => (2, None, Figure::ZERO),
        });
    }

    /// Under the first-level groups, then the facts.
    fn grouped(&self, all: &[&Distance]) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut above = String::new();
        for one in all {
            let group = self.group(one);
            if group != above {
                rows.push(Row { key: group.clone(), name: group.clone(), ..Row::default() });
                above = group;
            }
            rows.push(self.row(one));
        }
        rows
    }

    /// The name of the first-level group, or of the facts.
    fn group(&self, one: &Distance) -> String {
        let lever = &one.lever;
        let lang = self.base.lang;
        let node = lever.nodes().next().filter(|_| lever.indicator(&self.base.rubric).is_some());
        let above = std::iter::successors(node, |at| self.nodes.get(*at)?.parent).last();
        let node = above.and_then(|at| self.nodes.get(at));
        node.map_or(t(page::FACTS, lang), |node| lang.of(&node.indicator.name)).to_owned()
    }

    fn row(&self, one: &Distance) -> Row {
        let (rubric, lang) = (&self.base.rubric, self.base.lang);
        let id = one.lever.id(rubric);
        let open = self.controls.open == id;
        let name = lever::choice_name(rubric, &one.lever, lang);
        let now = lever::now(self.base.scored(), &one.lever);
        let (figure, figures) = self.told.up(one);
        Row {
            about: say(text::NOW_IS, lang, &[("value", &now)]),
            depth: 1,
            marks: self.marks(one),
            figure,
            figures,
            also: self.told.down(one),
            deeds: vec![self.opener(&id, &name, open)]
                .into_iter()
                .chain(self.writer(one, &name, Some(one.up)))
                .collect(),
            below: if open { self.opened(one, &name) } else { Vec::new() },
            key: id,
            name,
        }
    }

    /// From the total as it is to what the input alone makes of it.
    fn marks(&self, one: &Distance) -> Vec<Mark> {
        let now = self.told.found.total.min;
        let way = if self.falls { one.down } else { Some(one.up) };
        let reached = way.and_then(|way| match way {
            Way::Already => None,
            Way::From(found) => Some(found.at.total.min),
            Way::Never(at) => Some(at.total.min),
        });
        let tone = if self.falls { Tone::Lost } else { Tone::Won };
        let bar = |total: Figure| Mark::Bar(self.place(now), self.place(total), tone);
        reached.filter(|total| *total != now).map(bar).into_iter().collect()
    }

    fn opener(&self, id: &str, name: &str, open: bool) -> Drawn {
        let label = t(text::IN_WORDS, self.base.lang);
        let named = say(text::OF_ROW, self.base.lang, &[("what", label), ("name", name)]);
        button("link", label, "distance-open", id)
            .id(format!("open-{id}"))
            .attr("aria-label", named)
            .attr("aria-expanded", if open { "true" } else { "false" })
    }

    /// The button that puts an input where it reaches the target or loses the grade, or as far as
    /// it comes.
    fn writer(&self, one: &Distance, name: &str, way: Option<Way>) -> Option<Drawn> {
        let to = match way? {
            Way::Already => return None,
            Way::From(found) => found.at,
            Way::Never(at) => at,
        };
        let moves = to.total.min != self.told.found.total.min;
        moves.then(|| parts::writer(self.base, name, [(&one.lever, to.position)]))
    }

    /// The sentences of a row, each to be copied, and the fall to be written into a scenario.
    fn opened(&self, one: &Distance, name: &str) -> Vec<Drawn> {
        let (up, down) = (self.told.reaching(one), self.told.losing(one));
        let up = parts::sentence(self.base, UP, &up);
        let down = (!down.is_empty()).then(|| {
            let fall = self.writer(one, name, one.down);
            parts::sentence(self.base, DOWN, &down).children(fall)
        });
        std::iter::once(up).chain(down).collect()
    }

    /// What the buttons of the open row copy.
    fn sentences(&self) -> Vec<(&'static str, String)> {
        let is_open = |one: &&Distance| one.lever.id(&self.base.rubric) == self.controls.open;
        let one = self.of().iter().find(is_open);
        let said = |one| [(UP, self.told.reaching(one)), (DOWN, self.told.losing(one))];
        one.map(said).into_iter().flatten().collect()
    }

    /// The same as a table for reports, in the order of the form.
    fn copied(&self) -> Table {
        let (rubric, lang) = (&self.base.rubric, self.base.lang);
        let head = |key| t(key, lang).to_owned();
        let lose = self.to_lose();
        let mut heads =
            vec![head(text::GROUP_NAME), head(text::INPUT), head(text::VALUE_NOW), self.to_reach()];
        heads.push(head(text::TOTAL_THERE));
        if !lose.is_empty() {
            heads.extend([lose.clone(), head(text::TOTAL_THERE)]);
        }
        let body = self.of().iter().map(|one| {
            let mut cells = vec![
                Cell::text(self.group(one)),
                Cell::side(lever::choice_name(rubric, &one.lever, lang)),
                Cell::text(lever::now(self.base.scored(), &one.lever)),
            ];
            let (up, up_total) = self.told.up(one);
            cells.extend([Cell::text(up), Cell::text(up_total)]);
            if !lose.is_empty() {
                let (down, down_total) = self.told.down(one);
                cells.extend([Cell::text(down), Cell::text(down_total)]);
            }
            Cells::from(cells)
        });
        Table {
            title: t(text::DISTANCE_CAPTION, lang).to_owned(),
            head: vec![Cells::from(heads.into_iter().map(Cell::head).collect::<Vec<Cell>>())],
            body: body.collect(),
            notes: Vec::new(),
        }
    }
}

const UP: &str = "distance-up";
const DOWN: &str = "distance-down";

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(target: &str, events: &[(&str, &str)]) -> View {
        let base = Base::fukang(|_| ());
        let mut controls = Controls::default();
        events.iter().for_each(|(part, value)| controls.event(part, value));
        draw(&base, target.parse().unwrap(), &controls)
    }

    fn rows(view: &View) -> Vec<String> {
        let rows = view.drawn.iter().flat_map(|part| part.all("bars__row"));
        rows.map(Drawn::says).collect()
    }

    // The figures are worked out in `whatif::distance`.
    #[test]
    fn every_input_has_a_row_in_the_order_of_the_form_and_the_facts_come_last() {
        let view = shown("95", &[]);
        let rows = rows(&view);
        // A head and 24 inputs.
        assert_eq!(rows.len(), 1 + 24);
        assert!(rows[0].contains("达到95分") && rows[0].ends_with("失去“优”"), "{}", rows[0]);
        assert!(rows[1].starts_with("立项依据充分性"), "{}", rows[1]);
        let one = rows.iter().find(|row| row.starts_with("单建统筹基金参保人数")).unwrap();
        let said = "单建统筹基金参保人数现为4157人报告用语写入新方案5990人总分95.00分\
            仅此一项不会失去最低90.11分（6人）";
        assert_eq!(one, said);
        let groups = view.drawn.iter().flat_map(|part| part.all("bars__group"));
        let groups: Vec<String> = groups.map(Drawn::says).collect();
        assert_eq!(groups, ["项目决策", "项目过程", "项目产出", "项目效益", "项目数据"]);
        assert!(rows[24].starts_with("全年执行数"), "{}", rows[24]);
    }

    #[test]
    fn the_nearest_comes_first_where_that_is_asked_for() {
        let up = rows(&shown("95", &[("order", "up")]));
        assert_eq!(up.len(), 1 + 24);
        let first: Vec<&str> =
            up[1..4].iter().map(|row| row.split("现为").next().unwrap()).collect();
        // 95.00 is reached; then 94.75, then 94.61 by the survey.
        let due = ["单建统筹基金参保人数", "制度执行有效性", "城镇职工大额医疗保险参保人员满意度"];
        assert_eq!(first, due);
        let down = rows(&shown("95", &[("order", "down")]));
        assert!(down[1].starts_with("政策知晓率"), "{}", down[1]);
        assert!(down[2].starts_with("城镇职工大额医疗保险参保人员满意度"), "{}", down[2]);
    }

    #[test]
    fn an_opened_row_says_both_in_sentences_that_can_be_copied() {
        let view = shown("95", &[("open", "insured-all.actual")]);
        let copied = |of: &str| {
            view.clips.iter().find(|clip| clip.0 == of).map(|clip| clip.2.clone()).unwrap()
        };
        assert!(copied(UP).contains("最高为94.02分（33306人，完成率99.92%，四舍五入后得满分）"));
        assert!(copied(DOWN).ends_with("等级由“优”变为“良”。差一步（10973人）时总分为90.00分。"));
        let below = view.drawn.iter().flat_map(|part| part.all("bars__below"));
        assert_eq!(below.count(), 1);
        let shut = [("open", "insured-all.actual"), ("open", "insured-all.actual")];
        assert_eq!(rows(&shown("95", &shut)).len(), 25);
        assert!(copied("distances").contains("单建统筹基金参保人数\t4157人\t5990人\t总分95.00分"));
    }
}
