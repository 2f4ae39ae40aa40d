//! The groups of the first level and the total of a table, as one can hold them against those of
//! another: printed, or else the sum of their rows.

use std::ops::Range;

use super::{Notes, sums};
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::{Printed, plain};
use crate::audit::sheet::{Branch, Sheet};
use crate::engine::{Figure, Mode};

/// A figure that a table has for a part of its rows, or for all of them.
pub(super) struct First {
    /// Its name, without what forms add to it: 产出 for 产出指标.
    pub name: String,
    /// 分值, 分; none where it can't be said.
    pub weight: Option<Figure>,
    /// Its rows.
    pub rows: Range<usize>,
    /// Whether it is itself a row of the table.
    pub is_row: bool,
    /// Whether nothing is printed for it but its rows.
    pub summed: bool,
    /// The score as printed, or the sum of those of the rows.
    shown: String,
    place: Place,
    /// What it stands for, for each way of rounding.
    stands: [Interval; 3],
}

/// Those of the first level that have a score.
pub(super) fn of(sheet: &Sheet<'_>) -> Vec<First> {
    let branches = sheet.branches.iter().filter(|branch| branch.path.len() == 1);
    let mut all: Vec<First> = branches.filter_map(|branch| group(sheet, branch)).collect();
    let alone = sheet.lines.iter().filter(|line| line.row.parents().is_empty());
    all.extend(alone.filter_map(|line| {
        let (rows, score) = (line.number..line.number + 1, line.score.as_ref()?);
        Some(First {
            name: short(line.row.name()),
            weight: line.weight.as_ref().map(|weight| weight.figure),
            rows,
            is_row: true,
            summed: false,
            shown: line.row.score.clone(),
            place: sheet.at(line.number, Field::Score),
            stands: printed(score)?,
        })
    }));
    all
}

/// 产出 for 产出指标 and 项目产出类指标.
pub(super) fn short(name: &str) -> String {
    let name = plain(name);
    let name = name.trim_end_matches("指标").trim_end_matches('类');
    name.trim_start_matches("项目").to_owned()
}

fn printed(score: &Printed) -> Option<[Interval; 3]> {
    each(|mode| Interval::printed(score, mode).ok())
}

fn each(of: impl Fn(Mode) -> Option<Interval>) -> Option<[Interval; 3]> {
    let [one, two, three] = Readings::MODES;
    Some([of(one)?, of(two)?, of(three)?])
}

/// The rows of a branch together; none where one has no score, or a score together with others.
fn summed(sheet: &Sheet<'_>, branch: &Branch<'_>) -> Option<([Interval; 3], String)> {
    let lines = sheet.lines.get(branch.rows.clone())?;
    if lines.iter().any(|line| line.block.is_some()) {
        return None;
    }
    let stands = each(|mode| {
        let (sum, missing) = sheet.sum(branch.rows.clone(), mode).ok()?;
        missing.is_empty().then_some(sum)
    });
    Some((stands?, sheet.printed_sum(branch.rows.clone()).to_string()))
}

/// The group of a branch.
pub(super) fn group(sheet: &Sheet<'_>, branch: &Branch<'_>) -> Option<First> {
    let group = branch.printed;
    let score = group.and_then(|group| Some((Printed::read(&group.score)?, group.score.clone())));
    let own = score.and_then(|(score, text)| Some((printed(&score)?, text)));
    let is_summed = own.is_none();
    let (stands, shown) = own.or_else(|| summed(sheet, branch))?;
    let weight = group.and_then(|group| Printed::read(&group.weight)).map(|weight| weight.figure);
    let name = branch.path.last()?;
    Some(First {
        name: short(name),
        weight: weight.or_else(|| sums::weight_of(sheet, branch.rows.clone())),
        rows: branch.rows.clone(),
        is_row: false,
        summed: is_summed,
        shown,
        place: sheet.of(&branch.path, Field::Score),
        stands,
    })
}

/// The total.
pub(super) fn total(sheet: &Sheet<'_>) -> Option<First> {
    let rows = 0..sheet.lines.len();
    let own = sheet.total.as_ref().and_then(|total| Some((printed(total)?, &sheet.table.total)));
    let own = own.map(|(stands, text)| (stands, text.clone()));
    let is_summed = own.is_none();
    let (stands, shown) = own.or_else(|| {
        let with_budget = sums::with_budget(sheet);
        let stands = each(|mode| {
            let (sum, missing) = sums::whole(sheet, mode, with_budget).ok()?;
            (missing.is_empty() && !rows.is_empty()).then_some(sum)
        })?;
        let budget = sheet.budget_score().filter(|_| with_budget);
        let budget = budget.map_or(Figure::ZERO, |score| score.figure);
        Some((stands, (sheet.printed_sum(rows.clone()) + budget).to_string()))
    })?;
    Some(First {
        name: String::new(),
        weight: sums::weight_of(sheet, rows.clone()),
        rows,
        is_row: false,
        summed: is_summed,
        shown,
        place: sheet.whole(Field::Total),
        stands,
    })
}

impl First {
    /// Holds the figure of another table against it.
    pub(super) fn hold(&self, other: &First, notes: &mut Notes) {
        notes.made(Check::SameFigureDiffers);
        if self.stands.iter().zip(other.stands).any(|(one, other)| one.meets(other)) {
            return;
        }
        let finding = Finding::new(Check::SameFigureDiffers, other.place.clone())
            .said(&other.shown, &self.shown)
            .param("name", &other.name)
            .param("other", &self.shown)
            .param("where", self.place.field.name());
        notes.found(self.told(other.told_here(finding)).beside([self.place.clone()]));
    }

    /// A figure that is told elsewhere, with the finding if it is another.
    pub(super) fn hold_text(&self, name: &str, told: &Printed, place: &Place, notes: &mut Notes) {
        let Some(here) = printed(told) else { return };
        notes.made(Check::SameFigureDiffers);
        if self.stands.iter().zip(here).any(|(one, other)| one.meets(other)) {
            return;
        }
        let shown = told.figure.to_string() + &told.unit;
        let finding = Finding::new(Check::SameFigureDiffers, place.clone())
            .said(shown, &self.shown)
            .param("name", name)
            .param("other", &self.shown)
            .param("where", self.place.field.name());
        notes.found(self.told(finding).beside([self.place.clone()]));
    }

    /// That the other figure is the sum of rows.
    fn told(&self, finding: Finding) -> Finding {
        if self.summed { finding.param("summed", "other") } else { finding }
    }

    /// That the figure at the place of the finding is the sum of rows.
    fn told_here(&self, finding: Finding) -> Finding {
        if self.summed { finding.param("here", "rows") } else { finding }
    }
}
