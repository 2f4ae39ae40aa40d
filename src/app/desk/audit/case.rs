//! The tables that came in, as they are read and audited.

use super::kept::{Act, Deed, Kept, Origin};
use crate::audit::recovery::recover;
use crate::audit::{
    Assumption, Column, Flaw, Form, PublishedTable, Refusal, Report, Sheet, audit, block, form,
};
use crate::exchange::json::{self, Named};
use crate::exchange::published::Draft;
use crate::words::Lang;
use crate::words::audit as words;

/// All that came in, and what it comes to.
#[derive(Default)]
pub struct Case {
    /// The tables as they were found, in the order of the tab.
    pub found: Vec<Found>,
    /// Those that are audited, in the order of the report.
    pub tables: Vec<PublishedTable>,
    /// None while there is nothing to audit.
    pub report: Option<Report>,
    /// Why there is nothing to audit in a piece, by its number.
    pub flaws: Vec<(usize, Flaw)>,
    /// Pieces that are prose, by their numbers: texts of the first table.
    pub prose: Vec<(usize, Vec<String>)>,
    /// Tables without heads that hold figures and are not audited.
    pub unread: usize,
}

/// A table as it was found.
pub struct Found {
    /// The piece that it came in with, and its number there.
    pub piece: usize,
    pub number: usize,
    pub draft: Draft,
    /// Its number among those that are audited.
    pub table: Option<usize>,
    /// What was taken to be so.
    pub noted: Vec<Assumption>,
    /// What was declared or put right by hand.
    by_hand: ByHand,
}

#[derive(Default)]
struct ByHand {
    blocks: Vec<Declared>,
    title: Option<String>,
    total: Option<String>,
    grade: Option<String>,
}

/// Rows that were declared to have one score.
pub struct Declared {
    /// As they were numbered then.
    pub rows: Vec<u32>,
    /// What they are called, so that they are found again when a line above them goes.
    names: Vec<String>,
}

impl Declared {
    /// Their numbers now; none where they are no more.
    pub fn find(&self, table: &PublishedTable) -> Option<Vec<u32>> {
        let called = |rows: &[u32]| names(table, rows) == self.names;
        if called(&self.rows) {
            return Some(self.rows.clone());
        }
        let first = *self.rows.first()?;
        let all = 0..u32::try_from(table.rows.len()).ok()?;
        let moved = all.map(|start| -> Vec<u32> {
            self.rows.iter().map(|row| start.saturating_add(row - first)).collect()
        });
        let mut found = moved.filter(|rows| called(rows));
        // Of several that are called the same it can't be said which they were.
        found.next().filter(|_| found.next().is_none())
    }
}

fn names(table: &PublishedTable, rows: &[u32]) -> Vec<String> {
    let row = |row: &u32| table.rows.get(*row as usize);
    rows.iter().filter_map(row).map(|row| [&*row.l1, &row.l2, &row.l3].join("/")).collect()
}

/// What came of a table that was to be opened for scoring.
pub enum Opened {
    /// The text of a project file, and what was made of the table.
    As { project: String, said: String },
    /// What has to be put right first.
    Refused(Refusal),
}

impl Case {
    /// Reads what was kept, and does to it again what was done.
    pub fn read(kept: &Kept, lang: Lang) -> Case {
        let mut case = Case::default();
        // What is typed comes last.
        let order = (1..kept.pieces.len()).chain([0]);
        for piece in order {
            let Some(own) = kept.pieces.get(piece) else { continue };
            let found = own.read(lang);
            case.unread += found.unread();
            let prose = if found.drafts.is_empty() { own.paragraphs() } else { Vec::new() };
            if piece != 0 && !prose.is_empty() {
                case.prose.push((piece, prose));
                continue;
            }
            case.flaws
                .extend(found.flaw.filter(|flaw| *flaw != Flaw::Empty).map(|flaw| (piece, flaw)));
            let drafts = found.drafts.into_iter().enumerate();
            case.found.extend(drafts.map(|(number, draft)| Found {
                piece,
                number,
                draft,
                table: None,
                noted: Vec::new(),
                by_hand: ByHand::default(),
            }));
        }
        kept.acts.iter().for_each(|act| case.apply(act));
        // What is wrong with tables that were taken away is of no use.
        let Case { found, flaws, .. } = &mut case;
        flaws.retain(|(piece, _)| *piece == 0 || found.iter().any(|one| one.piece == *piece));
        case.audit();
        case
    }

    /// The lines of the table that something is done to; none where it is not there.
    pub fn lines(&self, act: &Act) -> Option<Vec<u32>> {
        if act.what == Deed::Drop
            && self.prose.iter().any(|(piece, _)| *piece == act.piece as usize)
        {
            return Some(Vec::new());
        }
        let found = self.found.iter().find(|found| found.is_of(act))?;
        Some(found.draft.lines().filter_map(|line| u32::try_from(line).ok()).collect())
    }

    /// Does something to a table; [`Case::audit`] is due then.
    pub fn apply(&mut self, act: &Act) {
        let Some(at) = self.found.iter().position(|found| found.is_of(act)) else {
            if act.what == Deed::Drop {
                self.prose.retain(|(piece, _)| *piece != act.piece as usize);
            }
            return;
        };
        match act.what {
            Deed::Drop => {
                self.found.remove(at);
            }
            _ => self.found[at].apply(act),
        }
    }

    /// Audits the tables as they are now.
    pub fn audit(&mut self) {
        self.tables.clear();
        for found in &mut self.found {
            found.table = None;
            found.noted.clear();
            if found.draft.is_audited() {
                let (table, noted) = found.read();
                found.table = Some(self.tables.len());
                found.noted = noted;
                self.tables.push(table);
            }
        }
        if let Some(first) = self.tables.first_mut() {
            first.texts.extend(self.prose.iter().flat_map(|(_, texts)| texts).cloned());
        }
        let rows = self.tables.iter().any(|table| !table.rows.is_empty());
        self.report = rows.then(|| audit(&self.tables));
    }

    /// A table as a form with its entries.
    pub fn form(&self, table: usize, lang: Lang) -> Opened {
        let Some(of) = self.tables.get(table) else { return Opened::Refused(Refusal::Nothing) };
        let sheet = Sheet::new(of, table);
        match form(&sheet, &recover(&sheet)) {
            Err(refusal) => Opened::Refused(refusal),
            Ok(Form { rubric, mut assessment, judged }) => {
                if assessment.project.name.is_empty() {
                    assessment.project.name = words::table_name(&self.tables, table, lang);
                }
                let said = words::opened(judged.len(), assessment.entries.len(), lang);
                let project = json::write(&[Named::with_rubric(assessment, rubric)]);
                Opened::As { project, said }
            }
        }
    }

    /// Whether a table has no scores that were read, though it seems to print some.
    pub fn lacks_scores(&self) -> bool {
        self.found.iter().any(|found| found.table.is_some() && found.draft.lacks_scores())
    }

    /// The blocks that a table has and that were declared by hand.
    pub fn declared(&self, table: usize) -> &[Declared] {
        self.of(table).map_or(&[], |found| &found.by_hand.blocks)
    }

    /// Where an audited table came in.
    pub fn of(&self, table: usize) -> Option<&Found> {
        self.found.iter().find(|found| found.table == Some(table))
    }
}

impl Found {
    fn is_of(&self, act: &Act) -> bool {
        (self.piece, self.number) == (act.piece as usize, act.table as usize)
    }

    /// What a control calls the table: `2:0`.
    pub fn place(&self) -> String {
        format!("{}:{}", self.piece, self.number)
    }

    /// Whether it came in empty.
    pub fn is_typed_by_hand(&self, kept: &Kept) -> bool {
        kept.pieces.get(self.piece).is_some_and(|piece| piece.from == Origin::Blank)
    }

    fn apply(&mut self, act: &Act) {
        let (line, column) = (act.line as usize, act.column as usize);
        let text = || act.value.clone();
        let rows = || act.value.split(',').filter_map(|row| row.parse().ok()).collect::<Vec<u32>>();
        match act.what {
            Deed::Column => {
                let holds = act.value.parse().ok().and_then(|at: usize| Column::ALL.get(at));
                if let Some(holds) = holds {
                    self.draft.assign(column, *holds);
                }
            }
            Deed::Cell => self.draft.set(line, column, &act.value),
            Deed::Line => self.draft.add_line(),
            Deed::Cut => self.draft.remove_line(line),
            Deed::Title => self.by_hand.title = Some(text()),
            Deed::Total => self.by_hand.total = Some(text()),
            Deed::Grade => self.by_hand.grade = Some(text()),
            Deed::Block => {
                let rows = rows();
                let names = names(&self.draft.table(), &rows);
                self.by_hand.blocks.push(Declared { rows, names });
            }
            Deed::Unblock => {
                let rows = rows();
                self.by_hand.blocks.retain(|block| block.rows != rows);
            }
            // Gone with all that was done to it.
            Deed::Drop => {}
        }
    }

    fn read(&self) -> (PublishedTable, Vec<Assumption>) {
        let (mut table, noted) = self.draft.read();
        let ByHand { blocks, title, total, grade } = &self.by_hand;
        let set = |text: &mut String, by_hand: &Option<String>| {
            if let Some(by_hand) = by_hand {
                by_hand.trim().clone_into(text);
            }
        };
        set(&mut table.title, title);
        set(&mut table.total, total);
        set(&mut table.grade, grade);
        for rows in blocks.iter().filter_map(|declared| declared.find(&table)).collect::<Vec<_>>() {
            block::declare(&mut table, &rows);
        }
        (table, noted)
    }
}
