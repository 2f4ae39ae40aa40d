//! From a published table to a form with its entries, which score what is printed.
//!
//! A row whose score a recovered rule gives gets that rule and its figures; any other is judged,
//! with the printed score. What else the row prints goes along ([`kept`]). What a form cannot hold is
//! refused by name: nothing is bent to fit.

mod kept;
mod maker;

use crate::audit::check::Scale;
use crate::audit::finding::Place;
use crate::audit::printed::Printed;
use crate::audit::recovery::Recovery;
use crate::audit::sheet::Sheet;
use crate::engine::{
    Assessment, Code, Figure, Grade, GradeScale, Kind, Label, Layout, MAX_PLACES, MOST_INDICATORS,
    Mode, NotApplicable, Problem, Rounding, Rubric, Source, VERSION, validate,
};
use crate::tree::Map;

use maker::Maker;

/// A form and what is filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// 指标体系.
    pub rubric: Rubric,
    /// Pinned to nothing yet: who keeps the form names it.
    pub assessment: Assessment,
    /// Rows by number whose score is judged, since no recovered rule gives it.
    pub judged: Vec<usize>,
}

/// Why a table is no form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No row has a weight and a score.
    Nothing,
    /// A cell that has to be mended first: a missing weight, a score below 0 or above its weight.
    Cell(Place),
    /// A weight or a score that is printed and is no number.
    Unread(Place),
    /// A score with more decimals than points can have.
    TooFine(Place),
    /// A block whose rows are not all the rows of one group.
    Block(usize),
    /// More indicators, groups among them, than a form is kept with: so many.
    TooMany(usize),
    /// What the form would still get wrong.
    Faulty(Box<Problem>),
}

/// Id of the only source: the table itself.
const SOURCE: &str = "published";

/// The form of a table.
///
/// # Errors
/// [`Refusal`]: what has to be mended in the table first.
pub fn form(sheet: &Sheet<'_>, recovery: &Recovery) -> Result<Form, Refusal> {
    let places = places(sheet);
    let made = made(sheet, recovery, Rounding { places, mode: Mode::HalfUp })?;
    let mode = recovery.rounding.mode;
    if mode == Mode::HalfUp || made.judged.is_empty() {
        return Ok(made);
    }
    // 四舍五入 unless more rows are explained without it.
    let other = self::made(sheet, recovery, Rounding { places, mode })?;
    Ok(if other.judged.len() < made.judged.len() { other } else { made })
}

/// Decimals that every printed score can be entered with.
fn places(sheet: &Sheet<'_>) -> u32 {
    let exact = |printed: &Printed| printed.figure.decimals();
    let of_rows = sheet.lines.iter().flat_map(|line| [&line.weight, &line.score]).flatten();
    let blocks = sheet.table.blocks.iter().filter_map(|block| Printed::read(&block.score));
    let others = blocks.chain(sheet.budget_weight()).chain(sheet.budget_score());
    let finest = of_rows.map(exact).chain(others.map(|one| exact(&one))).max();
    finest.unwrap_or_default().max(sheet.places).min(MAX_PLACES)
}

/// The same with points rounded so.
fn made(sheet: &Sheet<'_>, recovery: &Recovery, rounding: Rounding) -> Result<Form, Refusal> {
    let mut made = Maker {
        sheet,
        recovery,
        rounding,
        entries: Map::default(),
        judged: Vec::new(),
        blocks: Vec::new(),
        project: kept::project(sheet.table),
    };
    let mut indicators = made.rows(0..sheet.lines.len(), 0)?;
    indicators.extend(made.budget()?);
    if indicators.is_empty() {
        return Err(Refusal::Nothing);
    }
    let title =
        label(if sheet.table.title.is_empty() { "已公布评分表" } else { &sheet.table.title });
    let rubric = Rubric {
        id: SOURCE.to_owned(),
        edition: "1".to_owned(),
        title: title.clone(),
        region: Label::default(),
        kind: kind(&sheet.table.title),
        layout: Layout::Report,
        full_score: indicators.iter().map(|indicator| indicator.weight).sum(),
        rounding,
        grades: grades(sheet),
        not_applicable: NotApplicable::default(),
        cap: None,
        bonus: None,
        facts: Vec::new(),
        indicators,
        sources: vec![Source { id: SOURCE.to_owned(), title, year: String::new() }],
        accepted: Vec::new(),
    };
    let indicators = rubric.nodes().len();
    if indicators > MOST_INDICATORS {
        return Err(Refusal::TooMany(indicators));
    }
    let wrong = validate(&rubric).into_iter();
    let wrong = wrong.filter(|problem| problem.code != Code::SourceMissing);
    if let Some(problem) =
        wrong.into_iter().find(|one| one.severity() == crate::engine::Severity::Error)
    {
        return Err(Refusal::Faulty(Box::new(problem)));
    }
    let Maker { project, entries, .. } = made;
    let assessment = Assessment { version: VERSION, project, entries, ..Assessment::default() };
    Ok(Form { rubric, assessment, judged: made.judged })
}

/// What sort of evaluation a title names; one that names none is by a third party, as most that are
/// published are.
fn kind(title: &str) -> Kind {
    match title {
        _ if title.contains("自评") => Kind::SelfEvaluation,
        _ if title.contains("部门评价") => Kind::DepartmentEvaluation,
        _ => Kind::ThirdPartyEvaluation,
    }
}

fn label(text: &str) -> Label {
    Label { zh: text.to_owned(), en: text.to_owned() }
}

fn grades(sheet: &Sheet<'_>) -> GradeScale {
    let scale = Scale::of(sheet.table);
    let mut grades: Vec<Grade> =
        scale.bounds().map(|(name, min)| Grade { name: label(name), min }).collect();
    // Whatever is below the last bound has the last grade.
    if let Some(last) = grades.last_mut() {
        last.min = Figure::ZERO;
    }
    GradeScale(grades)
}
