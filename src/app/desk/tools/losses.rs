//! 失分去向: the way down from the full score to the total, and every loss by its size.

use super::{data, parts};
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::Bars;
use crate::app::desk::charts::scale::grade_lines;
use crate::app::desk::charts::waterfall::{Fall, rows, scale};
use crate::app::parts::difference::signed;
use crate::engine::{Figure, Fraction, Span, percentage};
use crate::exchange::table::{Cell, Row, Table};
use crate::whatif::losses::{Group, Losses, Step, What, losses};
use crate::words::table::{desk, insight as text, shared};
use crate::words::whatif::losses as said;
use crate::words::{points, say, t};

/// How the losses are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    /// In the order of the form.
    Form,
    /// By the points lost, and so by their share of the loss.
    #[default]
    Lost,
    /// By how much of its weight each lost.
    Rate,
}

/// How the losses are sorted.
#[derive(Debug, Default)]
pub struct Controls {
    by: By,
}

impl By {
    fn name(self) -> &'static str {
        match self {
            By::Form => "form",
            By::Lost => "lost",
            By::Rate => "rate",
        }
    }
}

impl Controls {
    /// A head of the table was pressed.
    pub fn event(&mut self, value: &str) {
        let all = [By::Form, By::Lost, By::Rate];
        self.by = all.into_iter().find(|by| by.name() == value).unwrap_or_default();
    }
}

/// The tool as it is shown.
pub fn draw(base: &Base, controls: &Controls) -> View {
    let lang = base.lang;
    let found = losses(&base.rubric, &base.card);
    let sentences: Vec<String> = base
        .scored()
        .remark()
        .into_iter()
        .chain(said::losses(&base.rubric, &found, lang))
        .collect();
    let told = parts::paragraph(base, &sentences);
    let table = table(base, &found, controls.by);
    let columns = [
        (By::Form.name(), "ascending"),
        ("", ""),
        ("", ""),
        (By::Lost.name(), "descending"),
        ("", ""),
        (By::Rate.name(), "descending"),
    ];
    let order = data::Order { act: "losses", columns: &columns, chosen: controls.by.name() };
    let any = !table.body.is_empty();
    let shown = any.then(|| data::sorted(base, &table, &order));
    View::default()
        .child(parts::heading(base, desk::LOSSES, text::LOSSES_ABOUT))
        .child(parts::sentence(base, "losses-said", &told))
        .child(picture(base, &found).draw())
        .children(shown)
        .children(any.then(|| parts::copy_table(base, "losses")))
        .sentence("losses-said", &told)
        .table("losses", &table)
}

fn picture(base: &Base, found: &Losses) -> Bars {
    let lang = base.lang;
    let groups = found.groups.iter().flat_map(|group| of_group(base, found, group));
    let at_total = found.steps.iter().filter(|step| step.group.is_none());
    let falls: Vec<Fall> = groups.chain(at_total.flat_map(|step| of_step(base, step))).collect();
    let scale = scale(found.full, &falls);
    let ends = (t(text::FULL, lang), base.total_name());
    Bars {
        title: t(text::LOSSES_WAY, lang).to_owned(),
        hint: t(text::LOSSES_HINT, lang).to_owned(),
        heads: [t(text::INDICATOR, lang).to_owned(), t(text::CHANGE, lang).to_owned()],
        lines: grade_lines(base, &scale),
        now: None,
        rows: rows(&scale, ends, (found.full, &falls), |points| base.padded(points)),
        scale,
    }
}

/// A first-level group with its parts; one that is scored itself has none.
fn of_group(base: &Base, found: &Losses, group: &Group) -> Vec<Fall> {
    let nodes = base.rubric.nodes();
    let steps: Vec<&Step> =
        found.steps.iter().filter(|step| step.group == Some(group.node)).collect();
    let falls: Vec<Fall> = steps.iter().flat_map(|step| of_step(base, step)).collect();
    let itself = nodes.get(group.node).is_some_and(|node| node.indicator.is_leaf());
    if itself && !falls.is_empty() {
        return falls;
    }
    let sum = group.sum;
    vec![Fall {
        name: nodes.get(group.node).map_or("", |node| base.lang.of(&node.indicator.name)).into(),
        about: awarded(base, group.score, group.weight),
        points: sum.added - sum.lost - sum.dropped - sum.open,
        figure: with_open(base, sum.added - sum.lost - sum.dropped, sum.open),
        open: false,
        parts: falls,
    }]
}

/// What a step takes or adds for certain, and what it leaves open.
fn of_step(base: &Base, step: &Step) -> Vec<Fall> {
    let lang = base.lang;
    let name = said::step_name(&base.rubric, &step.what, lang);
    let about = match step.what {
        What::Leaf { weight, score, .. } | What::Block { weight, score, .. } => {
            awarded(base, score, weight)
        }
        _ => String::new(),
    };
    let fall = |name, points, open| Fall {
        name,
        about: about.clone(),
        points,
        open,
        figure: if open { with_open(base, Figure::ZERO, -points) } else { String::new() },
        parts: vec![],
    };
    let open = say(text::OPEN_PART, lang, &[("name", &name)]);
    let both = [fall(name, step.points.max, false), fall(open, -step.open(), true)];
    both.into_iter().filter(|fall| !fall.points.is_zero()).collect()
}

/// What is gained or lost for certain, and apart from it what is still open: `−2.30，5.00未定`.
/// Empty where nothing is open: then the bar says it.
fn with_open(base: &Base, certain: Figure, open: Figure) -> String {
    if open.is_zero() {
        return String::new();
    }
    let lang = base.lang;
    // What settles points that were open takes them away again.
    let open =
        if open.is_negative() { format!("−{}", base.padded(-open)) } else { base.padded(open) };
    if certain.is_zero() {
        return say(text::OPEN_POINTS, lang, &[("points", &open)]);
    }
    let lost = signed(certain, base.rubric.rounding.places);
    say(text::LOST_AND_OPEN, lang, &[("lost", &lost), ("open", &open)])
}

fn awarded(base: &Base, score: Span, weight: Figure) -> String {
    let lang = base.lang;
    let score = say(shared::POINTS, lang, &[("n", &base.span(score))]);
    let values = [("points", &*score), ("weight", &points(weight, lang))];
    say(text::AWARDED, lang, &values)
}

/// How much of its weight a step lost; none for what has no weight.
fn rate(step: &Step) -> Option<Fraction> {
    let (What::Leaf { weight, .. } | What::Block { weight, .. }) = step.what else { return None };
    step.lost().fraction().div(weight.fraction()).ok()
}

/// Decimals of a share.
const RATE_PLACES: u32 = 2;

fn shown_rate(rate: Fraction) -> String {
    percentage(rate).map_or(String::new(), |rate| rate.padded(RATE_PLACES) + "%")
}

/// Every loss, also for reports.
fn table(base: &Base, found: &Losses, by: By) -> Table {
    let mut losing: Vec<&Step> = match by {
        By::Form => found.steps.iter().filter(|step| !step.lost().is_zero()).collect(),
        By::Lost | By::Rate => found.largest(),
    };
    if by == By::Rate {
        losing.sort_by_key(|step| std::cmp::Reverse(rate(step)));
    }
    let lang = base.lang;
    let heads = [
        text::INDICATOR,
        text::WEIGHT,
        text::SCORE,
        text::LOST,
        text::SHARE_OF_LOSS,
        text::LOSS_RATE,
    ];
    Table {
        title: t(text::LOSSES_TABLE, lang).to_owned(),
        head: vec![Row::from(heads.map(|key| Cell::head(t(key, lang))).to_vec())],
        body: losing.into_iter().map(|step| row(base, step)).collect(),
        notes: Vec::new(),
    }
}

fn row(base: &Base, step: &Step) -> Row {
    let (weight, score) = match step.what {
        What::Leaf { weight, score, .. } | What::Block { weight, score, .. } => {
            (weight.trimmed(), base.span(score))
        }
        _ => Default::default(),
    };
    let share = step.share.map_or(String::new(), |share| share.padded(RATE_PLACES) + "%");
    Row::from(vec![
        Cell::side(said::step_name(&base.rubric, &step.what, base.lang)),
        Cell::number(weight),
        Cell::number(score),
        Cell::number(base.padded(step.lost())),
        Cell::number(share),
        Cell::number(rate(step).map_or(String::new(), shown_rate)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::desk::drawn::Drawn;

    fn shown(by: &str, change: impl FnOnce(&mut crate::engine::Assessment)) -> View {
        let mut controls = Controls::default();
        controls.event(by);
        draw(&Base::fukang(change), &controls)
    }

    fn text(view: &View) -> String {
        view.drawn.iter().map(Drawn::says).collect()
    }

    fn first_column(view: &View) -> Vec<String> {
        let copied = view.clips.iter().find(|(of, ..)| *of == "losses").unwrap();
        let lines = copied.2.lines().filter(|line| line.contains('%'));
        lines.map(|line| line.split('\t').next().unwrap().to_owned()).collect()
    }

    #[test]
    fn the_way_down_names_groups_and_rows_and_ends_at_the_total() {
        // 100 − 1.25 − 2.30 − 2.95 = 93.50; 项目产出 loses 0.52 + 1.61 + 0.17.
        let said = text(&shown("lost", |_| ()));
        for part in [
            "满分100",
            "项目过程得23.75分，满分25分−1.25",
            "项目产出得32.70分，满分35分−2.30",
            "总分93.50",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }

    #[test]
    fn losses_are_sorted_by_form_by_points_and_by_rate() {
        // By points 1.61 before 1.25; by rate 1.61/5 = 32.2 % before 1.25/5 = 25 % before
        // 1.11/6 = 18.5 %.
        let by_form = first_column(&shown("form", |_| ()));
        assert_eq!(by_form[..2], ["制度执行有效性", "城镇职工大额医疗保险参保人数"]);
        let by_points = first_column(&shown("lost", |_| ()));
        assert_eq!(by_points[..2], ["单建统筹基金参保人数", "制度执行有效性"]);
        let by_rate = first_column(&shown("rate", |_| ()));
        let first =
            ["单建统筹基金参保人数", "制度执行有效性", "城镇职工大额医疗保险参保人员满意度"];
        assert_eq!(by_rate[..3], first);
        assert_eq!(by_rate.len(), 8);
    }

    #[test]
    fn what_is_open_is_not_called_lost() {
        let view = shown("lost", |example| example.entries.or_default("insured-all").actual = None);
        let said = text(&view);
        // 6 points are open; 93.50 − 5.48 = 88.02 are certain.
        assert!(
            said.contains("城镇职工大额医疗保险参保人数（未确定）得0.00～6.00分，满分6分6.00未定"),
            "{said}"
        );
        // 项目产出 has lost 1.61 and 0.17 for certain, and 6 are open.
        assert!(said.contains("−1.78，6.00未定"), "{said}");
        assert!(said.contains("已确定得分88.02"), "{said}");
        assert!(said.contains("尚有1项未填或未定："), "{said}");
        assert!(!first_column(&view).contains(&"城镇职工大额医疗保险参保人数".to_owned()));
    }
}
