//! The indicators of a form, row by row, with what is entered for each.

use super::{Refusal, SOURCE, kept, label};
use crate::audit::finding::{Field, Place};
use crate::audit::printed::Printed;
use crate::audit::recovery::{self, Recovery};
use crate::audit::sheet::{Line, Sheet};
use crate::engine::rule::{Judgement, Rule};
use crate::engine::{Block, Entry, Figure, Indicator, Project, Rounding, Scoring, Value};
use crate::tree::Map;

/// What the indicators and their entries are gathered in.
pub(super) struct Maker<'a, 't> {
    pub sheet: &'a Sheet<'t>,
    pub recovery: &'a Recovery,
    pub rounding: Rounding,
    pub entries: Map<Entry>,
    pub judged: Vec<usize>,
    /// Blocks by number that a group of the form is scored as.
    pub blocks: Vec<usize>,
    pub project: Project,
}

impl Maker<'_, '_> {
    /// The indicators of rows that share so many names above them.
    pub fn rows(
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
        // A group whose only group has the same rows is scored as the block, and not that one, too.
        let mut own = blocks.filter(|(number, block)| {
            !self.blocks.contains(number)
                && block.rows.first().is_some_and(|row| rows.contains(&(*row as usize)))
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
    pub fn budget(&mut self) -> Result<Option<Indicator>, Refusal> {
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
