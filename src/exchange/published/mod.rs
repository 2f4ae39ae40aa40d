//! A table that somebody else scored, from the clipboard or a file: HTML, plain text, .csv.
//!
//! Two steps. [`read`] finds the tables and what their columns hold ([`Draft`]); a person may change
//! the columns and the cells; [`Draft::read`] makes of them a [`crate::audit::PublishedTable`] and lists
//! everything that was assumed on the way. Cells stay as they are printed: `audit` reads the figures.
//!
//! What comes in may be anything. Its size, the spans of its cells and the depth of its tables are
//! bounded, and the time is linear in what is read.

mod around;
mod assignment;
mod budget;
mod columns;
mod draft;
mod edit;
mod finder;
mod grid;
mod heads;
mod html;
mod levels;
mod line;
mod loose;
mod names;
mod next;
mod rows;
mod scale;
mod text;
mod told;
mod usual;
mod whole;

use std::borrow::Cow;

pub use draft::Draft;
pub use heads::Heading;

use crate::audit::Flaw;
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
    /// One that may be no table at all: its columns are told apart by spaces alone, or it is there to
    /// hold others.
    Doubtful(Grid),
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// Every table in its order, also those whose columns nothing tells: a person may say what they
    /// hold. A table that is not audited is also kept as text of the one that it stands beside.
    pub drafts: Vec<Draft>,
    /// Why none of them can be audited as it is; none where one can.
    pub flaw: Option<Flaw>,
}

impl Found {
    /// How many of the tables are rows without heads that hold figures and are not audited: what they
    /// say may be missing in those that are.
    pub fn unread(&self) -> usize {
        self.drafts.iter().filter(|draft| draft.is_fragment()).count()
    }
}

impl From<Flaw> for Found {
    fn from(flaw: Flaw) -> Found {
        Found { drafts: Vec::new(), flaw: Some(flaw) }
    }
}

/// Finds the tables.
///
/// ```
/// use jiheng::exchange::published::{Input, read};
/// let text = "一级指标\t二级指标\t分值\t得分\n决策\t立项\t10\t9.5\n\t目标\t5\t5\n合计\t\t15\t14.5";
/// let found = read(Input::Text(text));
/// let table = found.drafts[0].table();
/// assert_eq!((table.rows[1].l1.as_str(), table.rows[1].score.as_str()), ("决策", "5"));
/// assert_eq!((table.total.as_str(), found.flaw), ("14.5", None));
/// ```
pub fn read(input: Input<'_>) -> Found {
    let pieces = match pieces(input) {
        Ok(pieces) => pieces,
        Err(flaw) => return flaw.into(),
    };
    finder::find(pieces)
}

/// The paragraphs of what came in, so that prose that comes alone can go to the tables that are there
/// as their texts; a row of a table is none. Empty for what is no text.
pub fn paragraphs(input: Input<'_>) -> Vec<String> {
    let pieces = pieces(input).unwrap_or_default().into_iter();
    let texts = pieces.filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Grid(_) | Piece::Doubtful(_) => None,
    });
    texts.filter(|text| around::is_worth(text)).collect()
}

fn pieces(input: Input<'_>) -> Result<Vec<Piece>, Flaw> {
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
    let seen = without_unseen(text);
    match input {
        Input::Html(_) => html::read(&seen),
        Input::Text(_) => text::read(&seen),
        Input::Csv(_) => text::read_csv(&seen),
    }
}

/// Without characters that nobody sees: web pages break long words with them, and a head or a figure
/// with one in it looks right and is not.
fn without_unseen(text: &str) -> Cow<'_, str> {
    let unseen = |c: char| {
        matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    match text.contains(unseen) {
        true => Cow::Owned(text.replace(unseen, "")),
        false => Cow::Borrowed(text),
    }
}

/// Reads what a clipboard holds: its HTML, and its plain text where nothing in that can be audited.
pub fn read_clipboard(html: &str, text: &str) -> Found {
    let of_html = if html.is_empty() { Flaw::Empty.into() } else { read(Input::Html(html)) };
    if of_html.flaw.is_none() || text.trim().is_empty() {
        return of_html;
    }
    let of_text = read(Input::Text(text));
    // Of one table both ways, the cells of the HTML say more.
    if of_text.flaw.is_some() && !of_html.drafts.is_empty() { of_html } else { of_text }
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

#[cfg(test)]
mod tests;
