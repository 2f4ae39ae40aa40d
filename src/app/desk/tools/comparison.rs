//! 换体系: the same entries under another form, row by row.

mod form;

use form::Forms as Offered;

use super::{data, parts};
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::Bars;
use crate::app::desk::charts::scale::grade_lines;
use crate::app::desk::charts::waterfall::{Fall, rows, scale};
use crate::app::desk::drawn::el;
use crate::engine::{Figure, Rubric, Span};
use crate::exchange::table::{Cell, Row, Table};
use crate::whatif::comparison::{Cell as Found, Comparison, Place, Row as Compared, comparison};
use crate::words::table::{desk, insight as text, shared};
use crate::words::whatif::comparison::Forms;
use crate::words::{say, t};

/// Which form is compared, and which rows are listed.
#[derive(Debug, Default)]
pub struct Controls {
    form: Offered,
    all: bool,
}

impl Controls {
    /// A control was chosen or pressed, or a file was read.
    pub fn event(&mut self, part: &str, value: &str) {
        match part {
            "with" => self.form.choose(value),
            "file" => self.form.load(value),
            _ => self.all = value == ALL,
        }
    }
}

const ALL: &str = "all";
const CHANGED: &str = "changed";

/// The tool as it is shown.
pub fn draw(base: &Base, controls: &Controls) -> View {
    let lang = base.lang;
    let view = View::default()
        .child(parts::heading(base, desk::COMPARISON, text::OTHER_ABOUT))
        .child(controls.form.draw(base));
    let Some(new) = controls.form.chosen(base) else {
        return view;
    };
    let found = comparison(&base.rubric, &new, &base.assessment);
    let forms = Forms { old: &base.rubric, new: &new, lang };
    let told = parts::paragraph(base, &forms.whole(&found));
    let table = |minus| table(base, forms, &found, controls.all, minus);
    // A spreadsheet reads a plain hyphen only.
    let (table, copied) = (table(MINUS), table("-"));
    let options = [(text::OTHER_CHANGED, CHANGED), (text::OTHER_ALL, ALL)];
    let options = options.map(|(label, value)| (t(label, lang).to_owned(), value.to_owned()));
    let chosen = if controls.all { ALL } else { CHANGED };
    let label = t(text::OTHER_SHOWN, lang);
    let choices = parts::choices(label, "comparison-list", &options, chosen);
    view.child(parts::sentence(base, "comparison-said", &told))
        .child(picture(base, &new, &found).draw())
        .child(el("div", "whatif__controls").child(choices))
        .child(data::table(base, &table))
        .child(parts::copy_table(base, "comparison"))
        .sentence("comparison-said", &told)
        .table("comparison", &copied)
}

/// What each first-level row makes of the total, and what acts on the total itself.
fn picture(base: &Base, new: &Rubric, found: &Comparison) -> Bars {
    let lang = base.lang;
    let (old_nodes, new_nodes) = (base.rubric.nodes(), new.nodes());
    let counted = |nodes: &[crate::engine::Node<'_>], cell: Option<Found>| {
        let cell = cell?;
        let node = nodes.get(cell.node).filter(|node| node.depth == 1 && !node.bonus)?;
        Some((lang.of(&node.indicator.name).to_owned(), cell.score))
    };
    // What is not settled in one of the forms is not lost: from its least to its most.
    let fall = |name: String, change: Span| Fall {
        name,
        points: change.min,
        open: !change.is_settled(),
        figure: if change.is_settled() { String::new() } else { signed(base, change, MINUS) },
        ..Fall::default()
    };
    let rows_of = found.rows.iter().filter_map(|row| {
        let (old, new) = (counted(&old_nodes, row.old), counted(&new_nodes, row.new));
        let points = |part: &Option<(String, Span)>| {
            part.as_ref().map_or(Span::default(), |(_, points)| *points)
        };
        let change = less(points(&new), points(&old));
        new.or(old).map(|(name, _)| fall(name, change))
    });
    let mut falls: Vec<Fall> = rows_of.filter(|fall| !fall.points.is_zero() || fall.open).collect();
    let (before, after) = (found.old.total.score.min, found.new.total.score.min);
    let told = falls.iter().fold(Figure::ZERO, |sum, fall| sum + fall.points);
    let rest = after - before - told;
    if !rest.is_zero() {
        falls.push(fall(t(text::AT_TOTAL, lang).to_owned(), Span::exactly(rest)));
    }
    let scale = scale(before, &falls);
    let same_grades = base.rubric.grades == new.grades;
    let named = |total: Span, all, certain| t(if total.is_settled() { all } else { certain }, lang);
    let ends = (
        named(found.old.total.score, text::OLD_TOTAL, text::OLD_CERTAIN),
        named(found.new.total.score, text::NEW_TOTAL, text::NEW_CERTAIN),
    );
    Bars {
        title: t(text::OTHER_WAY, lang).to_owned(),
        hint: t(text::OTHER_HINT, lang).to_owned(),
        heads: [t(text::INDICATOR, lang).to_owned(), t(text::CHANGE, lang).to_owned()],
        lines: if same_grades { grade_lines(base, &scale) } else { Vec::new() },
        now: None,
        rows: rows(&scale, ends, (before, &falls), |points| base.padded(points)),
        scale,
    }
}

/// The rows side by side.
fn table(base: &Base, forms: Forms<'_>, found: &Comparison, all: bool, minus: &str) -> Table {
    let lang = base.lang;
    let head = |key| Cell::head(t(key, lang));
    let first = [
        head(text::INDICATOR).down(2),
        head(text::OLD_FORM).across(2),
        head(text::NEW_FORM).across(2),
        head(text::CHANGE).down(2),
        head(text::WHY).down(2),
    ];
    let second = [text::WEIGHT, text::SCORE, text::WEIGHT, text::SCORE].map(head);
    let listed = found.rows.iter().filter(|row| all || differs(row));
    let mut body: Vec<Row> = listed.map(|row| self::row(base, forms, row, minus)).collect();
    let (old, new) = (&found.old.total, &found.new.total);
    body.push(Row::from(vec![
        Cell::side(t(text::TOTAL, lang)),
        Cell::number(old.weight.trimmed()),
        Cell::number(base.span(old.score)),
        Cell::number(new.weight.trimmed()),
        Cell::number(base.span(new.score)),
        Cell::number(signed(base, less(new.score, old.score), minus)),
        Cell::text(grades(forms, found)),
    ]));
    Table {
        title: t(text::OTHER_ROWS, lang).to_owned(),
        head: vec![Row::from(first.to_vec()), Row::from(second.to_vec())],
        body,
        notes: Vec::new(),
    }
}

fn differs(row: &Compared) -> bool {
    row.place != Place::Both || !row.reasons.is_empty() || row.difference() != Span::default()
}

fn row(base: &Base, forms: Forms<'_>, row: &Compared, minus: &str) -> Row {
    let known = |form: &Rubric, cell: Option<Found>| {
        let node = *form.nodes().get(cell?.node)?;
        let indent = "　".repeat(node.depth.saturating_sub(1));
        Some(indent + base.lang.of(&node.indicator.name))
    };
    let name = known(forms.new, row.new).or_else(|| known(forms.old, row.old));
    let cells = [row.old, row.new].into_iter().flat_map(|cell| {
        let weight = cell.map_or(String::new(), |cell| cell.weight.trimmed());
        let score = cell.map_or(String::new(), |cell| base.span(cell.score));
        [Cell::number(weight), Cell::number(score)]
    });
    let place = match row.place {
        Place::OnlyNew => t(text::ADDED, base.lang),
        Place::OnlyOld => t(text::REMOVED, base.lang),
        Place::Both | Place::Moved => "",
    };
    let reasons = row.reasons.iter().filter_map(|reason| forms.reason(&row.id, reason));
    let reasons: Vec<String> = reasons.collect();
    let mut all = vec![Cell::side(name.unwrap_or_default())];
    all.extend(cells);
    all.push(Cell::number(signed(base, ordered(row.difference()), minus)));
    all.push(Cell::text(place.to_owned() + &parts::paragraph(base, &reasons)));
    Row::from(all)
}

/// The sign of what is less, as it is printed.
const MINUS: &str = "−";

/// What points change by: from the least to the most that is possible, 分.
fn less(new: Span, old: Span) -> Span {
    ordered(Span { min: new.min - old.min, max: new.max - old.max })
}

/// Where the old form leaves more open than the new one, the certain points change by more.
fn ordered(change: Span) -> Span {
    Span { min: change.min.min(change.max), max: change.min.max(change.max) }
}

/// A change with its sign, or between what it lies; nothing for no change.
fn signed(base: &Base, change: Span, minus: &str) -> String {
    let one = |change: Figure| match change {
        change if change.is_zero() => base.padded(change),
        change if change.is_negative() => [minus, &*base.padded(-change)].concat(),
        change => ["+", &*base.padded(change)].concat(),
    };
    if !change.is_settled() {
        let values = [("from", &*one(change.min)), ("to", &one(change.max))];
        return say(shared::RANGE, base.lang, &values);
    }
    if change.min.is_zero() { String::new() } else { one(change.min) }
}

/// From the grade of the one to that of the other.
fn grades(forms: Forms<'_>, found: &Comparison) -> String {
    let named = |form: &Rubric, grade: crate::engine::GradeOutcome| {
        let name = |at: usize| form.grades.0.get(at).map_or("", |one| forms.lang.of(&one.name));
        let all: Vec<&str> = (grade.best..=grade.certain).map(name).collect();
        all.join("/")
    };
    let (old, new) = (found.old.grade, found.new.grade);
    format!("{} → {}", named(forms.old, old), named(forms.new, new))
}

#[cfg(test)]
mod tests;
