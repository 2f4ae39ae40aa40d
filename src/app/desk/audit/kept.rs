//! What came in and what was done to it, so that a reloaded tab finds it again: read anew and done
//! again, it gives the same tables.

use std::rc::Rc;

use super::case::Found;
use crate::audit::Flaw;
use crate::exchange::published::{self, Draft, Input};
use crate::tree::{self, document};
use crate::words::Lang;

/// Bytes that a tab of a browser keeps at most: it has some megabytes for all of a site.
const MOST: usize = 2 << 20;

/// Everything that came in. The first piece is what is typed into the field, and may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub pieces: Vec<Rc<Piece>>,
    /// What was done to their tables, in its order.
    pub acts: Vec<Act>,
}

document! { Kept { pieces, acts } }

/// What came in at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub from: Origin,
    pub html: String,
    pub text: String,
}

document! { Piece { from, html: optional, text: optional } }

/// How a piece came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// By the clipboard, or typed as text.
    Clipboard,
    /// A web page, or what a spreadsheet program saved as one.
    Html,
    /// A .csv file.
    Csv,
    /// An empty table to be typed.
    Blank,
}

document! { enum Origin { Clipboard, Html, Csv, Blank } }

/// What was done to a table of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    pub piece: u32,
    /// Number of the table in the piece.
    pub table: u32,
    pub what: Deed,
    /// Line and column, as far as it is about one.
    pub line: u32,
    pub column: u32,
    pub value: String,
}

document! { Act { piece, table, what, line: optional, column: optional, value: optional } }

/// What can be done to a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Its column holds this: a number in `Column::ALL`.
    Column,
    /// A cell says this.
    Cell,
    /// A line more at its end.
    Line,
    /// A line less.
    Cut,
    /// Another title.
    Title,
    /// Another total.
    Total,
    /// Another grade.
    Grade,
    /// These rows, by number and with commas, have one score together.
    Block,
    /// They have not.
    Unblock,
    /// It is not to be audited.
    Drop,
}

document! { enum Deed { Column, Cell, Line, Cut, Title, Total, Grade, Block, Unblock, Drop } }

impl Deed {
    /// What a control calls it.
    pub fn parse(name: &str) -> Option<Deed> {
        const ALL: [Deed; 10] = [
            Deed::Column,
            Deed::Cell,
            Deed::Line,
            Deed::Cut,
            Deed::Title,
            Deed::Total,
            Deed::Grade,
            Deed::Block,
            Deed::Unblock,
            Deed::Drop,
        ];
        ALL.into_iter().find(|deed| deed.name() == name)
    }
}

impl Default for Kept {
    fn default() -> Kept {
        Kept { pieces: vec![Rc::new(Piece::new(Origin::Clipboard, ""))], acts: Vec::new() }
    }
}

impl Kept {
    /// From the text of [`Kept::text`]; nothing came in where it is none.
    pub fn parse(text: &str) -> Kept {
        let kept: Option<Kept> = tree::parse(text).ok().and_then(|tree| tree.document().ok());
        kept.filter(|kept| !kept.pieces.is_empty()).unwrap_or_default()
    }

    /// As a tab keeps it; empty for nothing, none where that is too much.
    pub fn text(&self) -> Option<String> {
        let bytes: usize =
            self.pieces.iter().map(|piece| piece.html.len() + piece.text.len()).sum();
        if *self == Kept::default() {
            return Some(String::new());
        }
        let text = (bytes <= MOST).then(|| tree::json(self));
        text.filter(|text| text.len() <= MOST)
    }

    /// What is typed into the field.
    pub fn typed(&self) -> &str {
        self.pieces.first().map_or("", |piece| &piece.text)
    }

    /// Other text in the field: what was done to its tables is about others.
    pub fn retype(&mut self, text: &str) {
        if let Some(piece) = self.pieces.first_mut() {
            text.clone_into(&mut Rc::make_mut(piece).text);
        }
        self.acts.retain(|act| act.piece != 0);
    }

    /// Adds what was done. A cell that is typed into once more is typed into once.
    pub fn note(&mut self, act: Act) {
        match self.acts.last_mut().filter(|last| act.is_typed() && last.is_at(&act)) {
            Some(last) => last.value = act.value,
            None => self.acts.push(act),
        }
    }
}

impl Piece {
    /// A piece of text.
    pub fn new(from: Origin, text: &str) -> Piece {
        Piece { from, html: String::new(), text: text.to_owned() }
    }

    /// A file by its name and text. What a spreadsheet program calls .xls may be a web page.
    pub fn file(name: &str, text: String) -> Piece {
        let is_html = text.trim_start().starts_with('<');
        let is_csv = name.to_lowercase().ends_with(".csv");
        match (is_html, is_csv) {
            (true, _) => Piece { html: text, ..Piece::new(Origin::Html, "") },
            (_, true) => Piece { text, ..Piece::new(Origin::Csv, "") },
            _ => Piece { text, ..Piece::new(Origin::Clipboard, "") },
        }
    }

    /// The paragraphs in it, where it is pasted prose.
    pub fn paragraphs(&self) -> Vec<String> {
        match self.from {
            Origin::Clipboard if self.html.is_empty() => {
                published::paragraphs(Input::Text(&self.text))
            }
            Origin::Clipboard | Origin::Html => published::paragraphs(Input::Html(&self.html)),
            Origin::Csv | Origin::Blank => Vec::new(),
        }
    }

    /// The tables in it.
    pub fn read(&self, lang: Lang) -> published::Found {
        match self.from {
            Origin::Clipboard if self.html.is_empty() && self.text.is_empty() => Flaw::Empty.into(),
            Origin::Clipboard => published::read_clipboard(&self.html, &self.text),
            Origin::Html => published::read(Input::Html(&self.html)),
            Origin::Csv => published::read(Input::Csv(&self.text)),
            Origin::Blank => published::Found { drafts: vec![blank(lang)], flaw: None },
        }
    }
}

/// Lines of an empty table.
const LINES: usize = 8;

fn blank(lang: Lang) -> Draft {
    use crate::audit::Column;
    use crate::words::audit::reading::column;
    const HEADS: [Column; 8] = [
        Column::Level1,
        Column::Level2,
        Column::Level3,
        Column::Weight,
        Column::Target,
        Column::Actual,
        Column::Score,
        Column::Reason,
    ];
    Draft::blank(&HEADS.map(|holds| (column(holds, lang), holds)), LINES)
}

impl Act {
    /// Something done to a table.
    pub fn on(found: &Found) -> Act {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let (piece, table) = (number(found.piece), number(found.number));
        Act { piece, table, what: Deed::Cell, line: 0, column: 0, value: String::new() }
    }

    /// Whether it is typed, letter by letter.
    pub fn is_typed(&self) -> bool {
        matches!(self.what, Deed::Cell | Deed::Title | Deed::Total | Deed::Grade)
    }

    /// Whether it is done to the same thing.
    pub fn is_at(&self, other: &Act) -> bool {
        let place = |act: &Act| (act.piece, act.table, act.what, act.line, act.column);
        place(self) == place(other)
    }
}
