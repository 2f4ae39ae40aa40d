//! The grade against the total, and the scale against itself.

use super::Notes;
use crate::audit::finding::{Check, Field, Finding};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::Printed;
use crate::audit::sheet::Sheet;
use crate::audit::table::PublishedTable;
use crate::engine::{Figure, Severity};

/// The grades of a table: as printed, or else those of the Ministry of Finance (财预〔2020〕10号).
#[derive(Debug)]
pub(in crate::audit) struct Scale {
    grades: Vec<Grade>,
    /// Whether they are printed.
    pub printed: bool,
}

#[derive(Debug)]
struct Grade {
    name: String,
    min: Figure,
    /// The upper bound and whether it is outside; none where the next better grade begins.
    max: Option<(Figure, bool)>,
}

impl Scale {
    pub(in crate::audit) fn of(table: &PublishedTable) -> Scale {
        let figure = |text: &str| Printed::read(text).map(|printed| printed.figure);
        let read = |band: &crate::audit::Band| {
            let max = figure(&band.max).map(|max| (max, band.max_excluded));
            Some(Grade { name: band.name.clone(), min: figure(&band.min)?, max })
        };
        let grades: Option<Vec<Grade>> = table.grade_scale.iter().map(read).collect();
        match grades.filter(|grades| !grades.is_empty()) {
            Some(mut grades) => {
                grades.sort_by_key(|grade| std::cmp::Reverse(grade.min));
                Scale { grades, printed: true }
            }
            None => Scale { grades: ministry(), printed: false },
        }
    }

    /// The grade of a total; none between two grades.
    pub(in crate::audit) fn grade(&self, total: Figure) -> Option<&str> {
        let found = self.grades.iter().find(|grade| total >= grade.min)?;
        let within =
            found.max.is_none_or(|(max, outside)| total < max || (!outside && total == max));
        // The best grade may end at the full score of another form.
        let best = self.grades.first().is_some_and(|best| best.min == found.min);
        (within || best).then_some(found.name.as_str())
    }

    /// The grades with their lower bounds, the best first.
    pub(in crate::audit) fn bounds(&self) -> impl Iterator<Item = (&str, Figure)> {
        self.grades.iter().map(|grade| (grade.name.as_str(), grade.min))
    }

    /// Whether it grades totals such as those of the table. One of a hundred points grades no part
    /// that is worth ten of them, and the Ministry's none that calls its grades otherwise.
    pub(in crate::audit) fn is_for(&self, sheet: &Sheet<'_>) -> bool {
        let own = &sheet.table.grade;
        if !own.trim().is_empty() && self.named(own).is_none() {
            return false;
        }
        let fits = |full: Figure| match self.printed {
            true => self.grades.first().is_some_and(|best| best.min <= full),
            false => full == Figure::HUNDRED,
        };
        super::sums::full_scores(sheet).into_iter().any(fits)
    }

    /// Whether a total of the interval has this grade.
    pub(in crate::audit) fn meets(&self, name: &str, totals: Interval) -> bool {
        let Some(at) = self.grades.iter().position(|grade| grade.name == name) else {
            return false;
        };
        let better = at.checked_sub(1).and_then(|better| self.grades.get(better));
        let own = self.grades.get(at).map(|grade| Interval {
            low: grade.min.fraction(),
            low_in: true,
            high: better.map_or(totals.high, |better| better.min.fraction()),
            high_in: better.is_none(),
        });
        own.is_some_and(|own| own.meets(totals))
    }

    /// The grade that a printed name stands for.
    fn named(&self, printed: &str) -> Option<&str> {
        let bare =
            |name: &str| name.trim_matches(|c: char| !c.is_alphanumeric() && c != '+').to_owned();
        let same = self.grades.iter().find(|grade| bare(&grade.name) == bare(printed));
        let first = initial(printed)?;
        let mut alike = self.grades.iter().filter(|grade| initial(&grade.name) == Some(first));
        // 较好 and 较差 begin alike, A and A+ do.
        let only = alike.next().filter(|_| alike.next().is_none());
        same.or(only).map(|grade| grade.name.as_str())
    }
}

/// ≥90 优, ≥80 良, ≥60 中, else 差.
fn ministry() -> Vec<Grade> {
    let grade = |name: &str, min| Grade { name: name.into(), min: Figure::whole(min), max: None };
    vec![grade("优", 90), grade("良", 80), grade("中", 60), grade("差", 0)]
}

/// What tells grades apart however they are written: 优, “优”, 优秀; A, A级.
fn initial(name: &str) -> Option<char> {
    let mut known = name.chars().filter(|c| !c.is_whitespace());
    known.find(|c| !matches!(c, '“' | '”' | '"' | '「' | '」' | '(' | '（' | ':' | '：'))
}

/// The grade that a table prints, by the name that its scale has for it.
pub(in crate::audit) fn name<'s>(scale: &'s Scale, table: &'s PublishedTable) -> Option<&'s str> {
    scale.named(&table.grade).or_else(|| {
        let printed = table.grade.trim();
        (!printed.is_empty()).then_some(printed)
    })
}

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    let scale = Scale::of(sheet.table);
    gaps(sheet, &scale, notes);
    let (Some(total), Some(printed)) = (&sheet.total, scale.named(&sheet.table.grade)) else {
        return;
    };
    if !scale.is_for(sheet) {
        return;
    }
    notes.made(Check::GradeMismatch);
    if scale.grade(total.figure).is_none_or(|due| due == printed) {
        return;
    }
    let holds = |mode| Ok(scale.meets(printed, Interval::printed(total, mode)?));
    let Ok(readings) = Readings::that(holds) else { return };
    let due = scale.grade(total.figure).unwrap_or_default();
    let finding = Finding::new(Check::GradeMismatch, sheet.whole(Field::Grade));
    let mut finding = finding.said(&sheet.table.grade, due).param("total", &sheet.table.total);
    finding.readings = readings;
    // Where no scale is printed another may have been meant; and the digits may hide which side of a
    // bound the total is on.
    if !scale.printed || !readings.is_none() {
        finding.severity = Severity::Warning;
    }
    notes.found(finding);
}

/// Totals between the end of a grade and the begin of the next better one.
fn gaps(sheet: &Sheet<'_>, scale: &Scale, notes: &mut Notes) {
    if !scale.printed || scale.grades.iter().all(|grade| grade.max.is_none()) {
        return;
    }
    notes.made(Check::GradeScaleGap);
    let gaps = scale.grades.windows(2).filter_map(|pair| {
        let [better, worse] = pair else { return None };
        let (end, _) = worse.max.filter(|(end, _)| *end < better.min)?;
        Some((format!("{}–{}", end.trimmed(), better.min.trimmed()), better, worse))
    });
    let gaps: Vec<(String, &Grade, &Grade)> = gaps.collect();
    let Some((_, better, worse)) = gaps.first() else { return };
    let all: Vec<&str> = gaps.iter().map(|(gap, _, _)| gap.as_str()).collect();
    let finding = Finding::new(Check::GradeScaleGap, sheet.whole(Field::GradeScale))
        .said(all.join(", "), "")
        .param("better", &better.name)
        .param("worse", &worse.name);
    notes.found(finding);
}
