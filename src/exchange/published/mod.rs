//! A table that somebody else scored, from the clipboard or a file: HTML, plain text, .csv.
//!
//! Two steps. [`read`] finds the tables and what their columns hold ([`Draft`]); a person may change
//! the columns; [`Draft::read`] makes of them a [`crate::audit::PublishedTable`] and lists everything
//! that was assumed on the way. Cells stay as they are printed: `audit` reads the figures.
//!
//! What comes in may be anything. Its size, the spans of its cells and the depth of its tables are
//! bounded, and the time is linear in what is read.

mod around;
mod budget;
mod columns;
mod draft;
mod grid;
mod heads;
mod html;
mod levels;
mod line;
mod names;
mod rows;
mod scale;
mod text;

pub use draft::Draft;
pub use heads::Heading;

use crate::audit::{Assumption, Flaw};
use draft::row_text;
use grid::Grid;

/// Bytes that are read at most.
pub const MAX_BYTES: usize = 4 << 20;

/// Where a table comes from.
#[derive(Clone, Copy, Debug)]
pub enum Input<'t> {
    /// The HTML of a clipboard or a file.
    Html(&'t str),
    /// Plain text: by tabs, pipes or spaces.
    Text(&'t str),
    /// A .csv file, decoded.
    Csv(&'t str),
}

impl Input<'_> {
    fn text(&self) -> &str {
        match self {
            Input::Html(text) | Input::Text(text) | Input::Csv(text) => text,
        }
    }
}

/// A part of what came in.
#[derive(Debug)]
enum Piece {
    Text(String),
    Grid(Grid),
}

/// Finds the scored tables, in their order. A table without names, weights and scores is kept as text
/// of the one that it stands beside.
///
/// # Errors
/// Why there is none.
///
/// ```
/// use jiheng::exchange::published::{Input, read};
/// let text = "一级指标\t二级指标\t分值\t得分\n决策\t立项\t10\t9.5\n\t目标\t5\t5\n合计\t\t15\t14.5";
/// let drafts = read(Input::Text(text)).unwrap();
/// let table = drafts[0].table();
/// assert_eq!((table.rows[1].l1.as_str(), table.rows[1].score.as_str()), ("决策", "5"));
/// assert_eq!(table.total, "14.5");
/// ```
pub fn read(input: Input<'_>) -> Result<Vec<Draft>, Flaw> {
    let text = input.text();
    if text.len() > MAX_BYTES {
        return Err(Flaw::TooLarge { bytes: text.len(), limit: MAX_BYTES });
    }
    if text.trim().is_empty() {
        return Err(Flaw::Empty);
    }
    if is_binary(text) {
        return Err(Flaw::Binary);
    }
    let pieces = match input {
        Input::Html(html) => html::read(html)?,
        Input::Text(text) => text::read(text)?,
        Input::Csv(text) => text::read_csv(text)?,
    };
    drafts(pieces)
}

/// Reads what a clipboard holds: its HTML, and its plain text where that has no table.
///
/// # Errors
/// Why there is none, in the plain text if there is any.
pub fn read_clipboard(html: &str, text: &str) -> Result<Vec<Draft>, Flaw> {
    let of_html = if html.is_empty() { Err(Flaw::Empty) } else { read(Input::Html(html)) };
    match of_html {
        Err(flaw) if !text.trim().is_empty() => {
            // Where both have no score column, the heads of the HTML say more.
            read(Input::Text(text)).map_err(|other| match (&flaw, &other) {
                (Flaw::NoScoreColumn { .. }, Flaw::NoTable) => flaw,
                _ => other,
            })
        }
        of_html => of_html,
    }
}

/// The text of a file: UTF-8, or UTF-16 with a byte order mark. None for other encodings: the page
/// has the browser's decoder for GB 18030.
pub fn decoded(bytes: &[u8]) -> Option<String> {
    let wide = |from_two: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes[2..].as_chunks::<2>();
        String::from_utf16(&pairs.iter().map(|pair| from_two(*pair)).collect::<Vec<_>>()).ok()
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// More than one character in fifty that no text has.
fn is_binary(text: &str) -> bool {
    let strange = |c: &char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\x0b' | '\x0c')) || *c == '\u{fffd}'
    };
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        odd += usize::from(strange(&c));
    }
    odd * 50 > all
}

/// Drafts as they are found.
#[derive(Default)]
struct Finder {
    drafts: Vec<Draft>,
    /// Paragraphs since the last table.
    texts: Vec<String>,
    /// How many of them are of a table that was kept as text: no title is among them.
    told: usize,
    /// Heads of the first table that is no scored one.
    unscored: Option<Vec<String>>,
    /// Whether nothing stood between the last draft and what comes.
    adjacent: bool,
}

fn drafts(pieces: Vec<Piece>) -> Result<Vec<Draft>, Flaw> {
    let mut finder = Finder::default();
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                // A page number, or what is left of a heading, does not end a table.
                finder.adjacent &= text.chars().count() <= 8;
                finder.texts.push(text);
            }
            Piece::Grid(grid) => finder.grid(grid),
        }
    }
    let Finder { mut drafts, texts, unscored, .. } = finder;
    match (drafts.last_mut(), unscored) {
        (Some(last), _) => last.texts.extend(texts),
        (None, Some(heads)) => return Err(Flaw::NoScoreColumn { heads }),
        (None, None) => return Err(Flaw::NoTable),
    }
    let scale = drafts.iter().map(|draft| draft::grade_scale(&draft.texts));
    let scale = scale.into_iter().find(|bands| !bands.is_empty()).unwrap_or_default();
    drafts.iter_mut().for_each(|draft| draft.scale.clone_from(&scale));
    Ok(drafts)
}

impl Finder {
    fn grid(&mut self, grid: Grid) {
        let Some(first) = heads::find(&grid, 0) else { return self.without_heads(grid) };
        let (mut form, mut head) = (0, first);
        loop {
            let next = self.next_heads(&grid, &head);
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

    /// The heads of the next table below these, where they are others.
    fn next_heads(&self, grid: &Grid, head: &std::ops::Range<usize>) -> Option<Next> {
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

    fn found(&mut self, mut draft: Draft) {
        let last = self.drafts.last_mut().filter(|_| self.adjacent);
        if let Some(last) = last.filter(|last| last.goes_on_in(&draft)) {
            return last.join(draft.grid);
        }
        let of_form = draft.form.clone().filter_map(|row| draft.grid.lone(row));
        let own = of_form.take(3).find(|text| around::is_title(text)).map(str::to_owned);
        let title = own.or_else(|| {
            let title = around::title(&mut self.texts, self.told)?;
            draft.noted.push(Assumption::Title { text: title.clone() });
            Some(title)
        });
        draft.title = title.unwrap_or_default();
        let texts = std::mem::take(&mut self.texts);
        self.told = 0;
        match self.drafts.last_mut() {
            Some(before) => before.texts.extend(texts),
            None => draft.texts = texts,
        }
        self.drafts.push(draft);
        self.adjacent = true;
    }

    /// A grid in which no heads are found: on its side, the next piece of the last table, or text.
    fn without_heads(&mut self, grid: Grid) {
        let first_cells = (0..grid.height()).map(|row| grid.text(row, 0)).collect::<Vec<_>>();
        if grid.height() <= 12 && heads::is_head_line(&first_cells) {
            let turned = grid.transposed();
            if let Some(head) = heads::find(&turned, 0).filter(|head| head.start == 0) {
                let mut draft = Draft::new(turned, 0..0, head);
                draft.noted.push(Assumption::Transposed);
                return self.found(draft);
            }
        }
        let last = self.drafts.last_mut().filter(|_| self.adjacent);
        if let Some(last) = last.filter(|last| last.fits(&grid)) {
            return last.join(grid);
        }
        self.adjacent = false;
        if grid.width() > 1 && self.unscored.is_none() {
            let heads = (0..grid.height()).map(|row| heads::line(&grid, row));
            self.unscored = heads.into_iter().find(|line| line.len() > 1);
        }
        self.texts.extend((0..grid.height()).filter_map(|row| row_text(&grid, row)));
        self.told = self.texts.len();
    }
}

/// Where the next table begins.
struct Next {
    form: usize,
    head: std::ops::Range<usize>,
}

#[cfg(test)]
mod tests;
