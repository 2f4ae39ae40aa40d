//! From a published table to a form with its entries, which score what is printed.
//!
//! A row whose score a recovered rule gives gets that rule and its figures; any other is judged,
//! with the printed score. What else the row prints goes along ([`kept`]). What a form cannot hold is
//! refused by name: nothing is bent to fit.

mod kept;

use crate::audit::check::Scale;
use crate::audit::finding::{Field, Place};
use crate::audit::printed::Printed;
use crate::audit::recovery::{self, Recovery};
use crate::audit::sheet::{Line, Sheet};
use crate::engine::rule::{Judgement, Rule};
use crate::engine::{
    Assessment, Block, Code, Entry, Figure, Grade, GradeScale, Indicator, Kind, Label, Layout,
    MAX_PLACES, Mode, NotApplicable, Problem, Project, Rounding, Rubric, Scoring, Source, VERSION,
    Value, validate,
};
use crate::tree::Map;

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

struct Maker<'a, 't> {
    sheet: &'a Sheet<'t>,
    recovery: &'a Recovery,
    rounding: Rounding,
    entries: Map<Entry>,
    judged: Vec<usize>,
    /// Blocks by number that a group of the form is scored as.
    blocks: Vec<usize>,
    project: Project,
}

impl Maker<'_, '_> {
    /// The indicators of rows that share so many names above them.
    fn rows(
        &mut self,
        rows: std::ops::Range<usize>,
        depth: usize,
    ) -> Result<Vec<Indicator>, Refusal> {
        let mut made = Vec::new();
        let mut at = rows.start;
        while at < rows.end {
            let Some(line) = self.sheet.lines.get(at) else { break };
            let parents = line.row.parents();
            let Some(name) = parents.get(depth) else {
                made.extend(self.leaf(line)?);
                at += 1;
                continue;
            };
            let path = parents.get(..=depth).unwrap_or_default();
            let goes_on = |at: &usize| {
                let line = self.sheet.lines.get(*at);
                line.is_some_and(|line| line.row.parents().get(..=depth) == Some(path))
            };
            let end = (at..rows.end).take_while(goes_on).last().unwrap_or(at) + 1;
            made.extend(self.group(name, at..end, depth)?);
            at = end;
        }
        Ok(made)
    }

    fn group(
        &mut self,
        name: &str,
        rows: std::ops::Range<usize>,
        depth: usize,
    ) -> Result<Option<Indicator>, Refusal> {
        let id = format!("g{}-{}", depth + 1, rows.start + 1);
        let blocks = self.sheet.table.blocks.iter().enumerate();
        let mut own = blocks.filter(|(_, block)| {
            block.rows.first().is_some_and(|row| rows.contains(&(*row as usize)))
        });
        let block = own.find(|(_, block)| {
            let mut of = block.rows.iter().map(|row| *row as usize);
            of.clone().all(|row| rows.contains(&row))
                && rows.clone().all(|row| of.any(|one| one == row))
        });
        if let Some((number, block)) = block {
            let points = Printed::read(&block.score).ok_or(Refusal::Block(number))?;
            let first = block.rows.first().map_or(rows.start, |row| *row as usize);
            let points = self.points(&points, self.sheet.at(first, Field::Score))?;
            let block = Block { points, reason: kept::reason(""), ..Block::default() };
            self.entries.insert(id.clone(), Entry { block: Some(block), ..Entry::default() });
            self.blocks.push(number);
        }
        let children = self.rows(rows, depth + 1)?;
        Ok((!children.is_empty()).then(|| Indicator {
            weight: children.iter().map(|child| child.weight).sum(),
            children,
            ..indicator(id, name)
        }))
    }

    /// A row; none for one that is neither weighted nor scored.
    fn leaf(&mut self, line: &Line<'_>) -> Result<Option<Indicator>, Refusal> {
        let at = |field| self.sheet.at(line.number, field);
        let unread = |text: &str, read: &Option<Printed>| read.is_none() && kept::says(text);
        if unread(&line.row.weight, &line.weight) {
            return Err(Refusal::Unread(at(Field::Weight)));
        }
        if unread(&line.row.score, &line.score) {
            return Err(Refusal::Unread(at(Field::Score)));
        }
        let Some(weight) = &line.weight else {
            let bare = line.score.is_none();
            return if bare { Ok(None) } else { Err(Refusal::Cell(at(Field::Weight))) };
        };
        let id = format!("r{}", line.number + 1);
        let scoring = match &line.score {
            Some(score) if score.figure.is_negative() || score.figure > weight.figure => {
                return Err(Refusal::Cell(at(Field::Score)));
            }
            Some(score) => self.scored(line, &id, score)?,
            None => self.open(line, &id),
        };
        // What is scored together and is no group of the form would be open in it.
        if let Some(block) = line.block.filter(|block| !self.blocks.contains(block)) {
            return Err(Refusal::Block(block));
        }
        let name = line.row.name();
        let weight = weight.figure;
        let criteria = kept::criteria(&line.row.rule);
        Ok(Some(Indicator { weight, criteria, scoring: Some(scoring), ..indicator(id, name) }))
    }

    /// How a row is scored: by the rule that gives its points, or else judged.
    fn scored(&mut self, line: &Line<'_>, id: &str, score: &Printed) -> Result<Scoring, Refusal> {
        let points = self.points(score, self.sheet.at(line.number, Field::Score))?;
        let judged = || (judgement(), Entry { points, ..Entry::default() });
        let found = self.recovery.scoring(line.number, self.rounding);
        let (scoring, mut entry) = found.unwrap_or_else(judged);
        if matches!(scoring.rule, Rule::Judgement(_)) {
            self.judged.push(line.number);
        }
        if entry.counts.is_none() {
            self.project.surveys.extend(kept::survey(line.row));
        }
        kept::keep(line, &scoring, &mut entry);
        self.entries.insert(id.to_owned(), entry);
        Ok(scoring)
    }

    /// A row without a score of its own, whose texts are kept all the same.
    fn open(&mut self, line: &Line<'_>, id: &str) -> Scoring {
        let mut entry = Entry::default();
        kept::beside(line.row, &mut entry);
        if !entry.is_empty() {
            self.entries.insert(id.to_owned(), entry);
        }
        judgement()
    }

    /// A printed score as it is entered.
    fn points(&self, score: &Printed, at: Place) -> Result<Option<Value>, Refusal> {
        let fits = score.figure.decimals() <= self.rounding.places;
        let points = || Some(Value::Text(score.figure.trimmed()));
        if fits { Ok(points()) } else { Err(Refusal::TooFine(at)) }
    }

    /// The line of the budget as an indicator, where it has points of its own.
    fn budget(&mut self) -> Result<Option<Indicator>, Refusal> {
        if self.sheet.scores_budget_as_row() {
            return Ok(None);
        }
        let (Some(weight), Some(score)) = (self.sheet.budget_weight(), self.sheet.budget_score())
        else {
            return Ok(None);
        };
        if score.figure.is_negative() || score.figure > weight.figure {
            return Err(Refusal::Cell(self.sheet.whole(Field::BudgetScore)));
        }
        let id = "budget".to_owned();
        let points = self.points(&score, self.sheet.whole(Field::BudgetScore))?;
        let reason = kept::budget(self.sheet.table);
        let entry = Entry { points, reason, ..Entry::default() };
        self.entries.insert(id.clone(), entry);
        let own = indicator(id, "预算执行率");
        Ok(Some(Indicator { weight: weight.figure, scoring: Some(judgement()), ..own }))
    }
}

fn judgement() -> Scoring {
    recovery::by(Rule::Judgement(Judgement {}))
}

fn indicator(id: String, name: &str) -> Indicator {
    Indicator {
        id,
        name: label(name),
        weight: Figure::ZERO,
        meaning: None,
        criteria: Vec::new(),
        source: Some(SOURCE.to_owned()),
        children: Vec::new(),
        scoring: None,
    }
}
