//! From pieces of text and grids to drafts: where a table begins and ends, which pieces are one table,
//! and which text belongs to which.

use std::ops::Range;

use super::draft::{Draft, grade_scale, row_text};
use super::grid::Grid;
use super::told::told;
use super::whole::{Beside, is_of_budget};
use super::{Found, Piece, around, budget, heads, loose, scale};
use crate::audit::{Assumption, Flaw, Printed};

/// The drafts of all pieces.
pub(super) fn find(pieces: Vec<Piece>) -> Found {
    let mut finder = Finder::default();
    for piece in pieces {
        match piece {
            Piece::Text(text) => finder.text(text),
            Piece::Grid(grid) => finder.grid(grid, false),
            Piece::Doubtful(grid) => finder.grid(grid, true),
        }
    }
    finder.finish()
}

/// Drafts as they are found.
#[derive(Default)]
struct Finder {
    drafts: Vec<Draft>,
    /// The number of the last draft that is audited.
    last: Option<usize>,
    /// Paragraphs since that one.
    texts: Vec<String>,
    /// How many of them are up to the last table that was kept as text: no title is among them.
    told: usize,
    /// Where among them the rows of a table stand that is not audited, with its number.
    rows: Vec<(usize, Range<usize>)>,
    /// Why the first table is not audited.
    flaw: Option<Flaw>,
    /// Whether nothing stood between the last draft and what comes.
    adjacent: bool,
    beside: Beside,
}

/// Where the next table begins.
struct Next {
    form: usize,
    head: Range<usize>,
}

impl Finder {
    fn text(&mut self, text: String) {
        // A page number, or what is left of a heading, does not end a table.
        self.adjacent &= text.chars().count() <= 8;
        self.tell(&text);
        self.texts.push(text);
    }

    /// Keeps what a paragraph, or a row as one, tells of the whole document.
    fn tell(&mut self, text: &str) {
        let before = self.drafts.len();
        self.beside.told.extend(told(text).map(|told| (before, told)));
        if is_of_budget(text) {
            self.beside.of_budget.push(text.to_owned());
        }
    }

    fn grid(&mut self, grid: Grid, doubtful: bool) {
        let Some(first) = heads::find(&grid, 0) else { return self.without_heads(grid, doubtful) };
        let (mut form, mut head) = (0, first);
        loop {
            let next = next_heads(&grid, &head);
            let end = next.as_ref().map_or(grid.height(), |next| next.form);
            let part = grid.rows(form..end);
            let own = head.start - form..head.end - form;
            self.found(Draft::new(part, 0..own.start, own));
            match next {
                Some(next) => (form, head) = (next.form, next.head),
                None => return,
            }
        }
    }

    /// The last audited draft.
    fn last(&mut self) -> Option<&mut Draft> {
        self.drafts.get_mut(self.last?)
    }

    /// The draft that what comes next may go on with.
    fn open(&mut self) -> Option<&mut Draft> {
        if self.adjacent { self.last() } else { None }
    }

    fn found(&mut self, mut draft: Draft) {
        if let Some(last) = self.open().filter(|last| last.goes_on_in(&draft)) {
            return last.join(draft.grid);
        }
        let of_form = draft.form.clone().filter_map(|row| draft.grid.lone(row));
        let own = of_form.take(3).find(|text| around::is_title(text)).map(str::to_owned);
        draft.title = own.unwrap_or_default();
        if draft.title.is_empty()
            && let Some(at) = around::title(&self.texts, self.told)
        {
            draft.entitle(&self.texts.remove(at));
        }
        let texts = std::mem::take(&mut self.texts);
        self.told = 0;
        match self.last() {
            Some(before) => before.texts.extend(texts),
            None => draft.texts = texts,
        }
        // A head that is known is none where others are better.
        let heads = || draft.columns.iter().map(|heading| heading.head.clone()).collect();
        if self.flaw.is_none() && !draft.is_audited() {
            self.flaw = Some(Flaw::NoScoreColumn { heads: heads() });
        }
        self.last = Some(self.drafts.len());
        self.drafts.push(draft);
        self.adjacent = true;
    }

    /// A grid in which no heads are found: on its side, the next piece of the last table, or text.
    fn without_heads(&mut self, grid: Grid, doubtful: bool) {
        let first_cells = (0..grid.height()).map(|row| grid.text(row, 0)).collect::<Vec<_>>();
        if grid.height() <= 12 && heads::is_head_line(&first_cells) {
            let turned = grid.transposed();
            if let Some(head) = heads::find(&turned, 0).filter(|head| head.start == 0) {
                let mut draft = Draft::new(turned, 0..0, head);
                draft.noted.push(Assumption::Transposed);
                return self.found(draft);
            }
        }
        let next = self.open().and_then(|last| last.next(&grid));
        if let Some((next, last)) = next.zip(self.last()) {
            last.join(grid.rows(0..next.rows).moved(next.by));
            let rest = (next.rows..grid.height()).filter_map(|row| row_text(&grid, row));
            return self.texts.extend(rest);
        }
        // A few words in columns end no table, as no line of text does that is as short.
        let figures = || grid.texts().any(|text| Printed::read(text).is_some());
        self.adjacent &= grid.height() <= 2 && !figures();
        if grid.width() > 1 && self.flaw.is_none() {
            self.flaw = loose::flaw(&grid);
        }
        if let Some(scale) = scale::of_grid(&grid) {
            self.texts.push(scale);
            return;
        }
        let of_projects =
            (0..grid.height()).any(|row| loose::is_of_projects(&heads::line(&grid, row)));
        self.beside.budgets.extend(budget::apart(&grid).filter(|_| !of_projects));
        let begin = self.texts.len();
        let rows: Vec<String> = (0..grid.height()).filter_map(|row| row_text(&grid, row)).collect();
        rows.iter().for_each(|row| self.tell(row));
        self.texts.extend(rows);
        let behind_open = self.last().is_some_and(|last| !last.is_closed());
        if let Some(mut draft) = loose::draft(grid, doubtful) {
            draft.behind_open = behind_open;
            if let Some(at) = around::title(&self.texts[..begin], self.told) {
                draft.entitle(&self.texts[at]);
            }
            self.rows.push((self.drafts.len(), begin..self.texts.len()));
            self.drafts.push(draft);
        }
        self.told = self.texts.len();
    }

    fn finish(mut self) -> Found {
        let texts = std::mem::take(&mut self.texts);
        match self.last() {
            Some(last) => last.texts.extend(texts),
            None => self.around_loose(texts),
        }
        let mut drafts = self.drafts;
        totals(&mut drafts);
        self.beside.give(&mut drafts);
        if drafts.iter().any(Draft::is_audited) {
            drafts.retain(|draft| draft.is_audited() || draft.has_figures());
        }
        let scale = drafts.iter().map(|draft| grade_scale(&draft.texts));
        let scale = scale.into_iter().find(|bands| !bands.is_empty()).unwrap_or_default();
        drafts.iter_mut().for_each(|draft| draft.scale.clone_from(&scale));
        let flaw = match drafts.iter().any(Draft::is_audited) {
            true => None,
            false => Some(self.flaw.unwrap_or(Flaw::NoTable)),
        };
        Found { drafts, flaw }
    }

    /// Where no table is audited, each keeps the paragraphs up to the next, and the first also those
    /// before it: a person may yet say what its columns hold.
    fn around_loose(&mut self, texts: Vec<String>) {
        let mut tables = self.rows.iter().peekable();
        let mut own = tables.peek().map(|(draft, _)| *draft);
        for (at, text) in texts.into_iter().enumerate() {
            while let Some((draft, _)) = tables.next_if(|(_, rows)| rows.end <= at) {
                own = Some(*draft);
            }
            let row = tables.peek().is_some_and(|(_, rows)| rows.contains(&at));
            if let Some(draft) = own.filter(|_| !row).and_then(|own| self.drafts.get_mut(own)) {
                draft.texts.push(text);
            }
        }
    }
}

/// A total that stands below a table without scores is that of the scored one before it.
fn totals(drafts: &mut [Draft]) {
    let mut scored: Option<usize> = None;
    for at in 0..drafts.len() {
        if drafts[at].is_scored() {
            scored = Some(at);
        } else if let Some(scored) = scored.filter(|_| drafts[at].is_audited()) {
            let told = drafts[at].texts.iter().filter(|text| around::tells_total(text));
            let told: Vec<String> = told.cloned().collect();
            drafts[scored].texts.extend(told);
        }
    }
}

/// The heads of the next table below these, where they are others.
fn next_heads(grid: &Grid, head: &Range<usize>) -> Option<Next> {
    let own: Vec<Vec<String>> = head.clone().map(|row| heads::line(grid, row)).collect();
    let mut from = head.end;
    while let Some(next) = heads::find(grid, from) {
        if next.clone().any(|row| !own.contains(&heads::line(grid, row))) {
            // A title may stand above, behind an empty row or alone in its row.
            let above = next.start.checked_sub(1).filter(|row| *row >= head.end);
            let titled = above.filter(|row| grid.lone(*row).is_some_and(around::is_title));
            return Some(Next { form: titled.unwrap_or(next.start), head: next });
        }
        from = next.end;
    }
    None
}
