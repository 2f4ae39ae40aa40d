//! HTML from a clipboard or a file, as paragraphs and grids in their order.
//!
//! Word, WPS, Excel and LibreOffice write tag soup: cells without an end, conditional comments, lines
//! broken in the middle of a word. A tokenizer of the HTML standard reads it; of how a tree is built
//! only what concerns tables is needed here.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::Piece;
use super::grid::{Grid, MAX_SLOTS, RawCell, RawRow};
use super::heads;
use crate::audit::Flaw;

/// Tables within tables at most; a deeper one belongs to the cell that it lies in.
const MAX_DEPTH: usize = 8;

/// Reads paragraphs and grids. A table within a cell is a grid of its own, before the one around it,
/// and its text stays in that cell, unless it is one that is audited.
pub(super) fn read(html: &str) -> Result<Vec<Piece>, Flaw> {
    let mut emitter = DefaultEmitter::default();
    // The insides of <style>, <script> and <title> are no tags.
    emitter.naively_switch_states(true);
    let mut reader = Reader { budget: MAX_SLOTS, ..Reader::default() };
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => reader.start(&tag)?,
            Ok(Token::EndTag(tag)) => reader.end(&tag.name)?,
            Ok(Token::String(text)) => reader.text(&String::from_utf8_lossy(&text)),
            Ok(_) => {}
        }
    }
    while !reader.open.is_empty() {
        reader.close_table()?;
    }
    reader.close_paragraph();
    Ok(reader.pieces)
}

#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    paragraph: String,
    open: Vec<Open>,
    /// Tables that are deeper than is read.
    beyond: usize,
    /// Elements whose text is none of the document's: the tag.
    hidden: Option<Vec<u8>>,
    budget: usize,
}

/// A table that has begun.
#[derive(Default)]
struct Open {
    rows: Vec<RawRow>,
    in_row: bool,
    cell: Option<RawCell>,
    group: usize,
    /// Whether others lie in it.
    holds: bool,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), Flaw> {
        match tag.name.as_slice() {
            b"style" | b"script" | b"title" | b"xml" | b"template" | b"noscript"
                if !tag.self_closing && self.hidden.is_none() =>
            {
                self.hidden = Some(tag.name.to_vec());
            }
            b"table" if self.open.len() >= MAX_DEPTH => self.beyond += 1,
            b"table" => {
                self.close_paragraph();
                self.open.push(Open::default());
            }
            _ if self.beyond > 0 => self.gap(&tag.name),
            b"thead" | b"tbody" | b"tfoot" => {
                if let Some(table) = self.open.last_mut() {
                    table.close_row();
                    table.group += 1;
                }
            }
            b"tr" => {
                if self.open.is_empty() {
                    self.close_paragraph();
                    self.open.push(Open::default());
                }
                if let Some(table) = self.open.last_mut() {
                    table.open_row();
                }
            }
            b"td" | b"th" => self.start_cell(tag),
            name => self.gap(name),
        }
        Ok(())
    }

    fn start_cell(&mut self, tag: &StartTag<()>) {
        let Some(table) = self.open.last_mut() else { return };
        table.close_cell();
        if !table.in_row {
            table.open_row();
        }
        let span = |name: &[u8], most: usize| {
            let value = tag.attributes.get(name).map(|value| String::from_utf8_lossy(value));
            let digits = value.as_deref().map(|value| value.trim().trim_matches('"'));
            digits.and_then(|digits| digits.parse::<usize>().ok()).map_or(1, |n| n.min(most))
        };
        table.cell = Some(RawCell {
            text: String::new(),
            rowspan: span(b"rowspan", 65_534),
            colspan: span(b"colspan", 1_000).max(1),
        });
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Flaw> {
        if self.hidden.as_deref() == Some(name) {
            self.hidden = None;
            return Ok(());
        }
        match name {
            b"table" if self.beyond > 0 => self.beyond -= 1,
            b"table" => self.close_table()?,
            _ if self.beyond > 0 => self.gap(name),
            b"td" | b"th" => self.on_table(Open::close_cell),
            b"tr" | b"thead" | b"tbody" | b"tfoot" => self.on_table(Open::close_row),
            name => self.gap(name),
        }
        Ok(())
    }

    fn on_table(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(table) = self.open.last_mut() {
            change(table);
        }
    }

    /// What begins a new line: its tag, before and after.
    fn gap(&mut self, name: &[u8]) {
        let breaks = matches!(
            name,
            b"p" | b"div"
                | b"br"
                | b"li"
                | b"ul"
                | b"ol"
                | b"h1"
                | b"h2"
                | b"h3"
                | b"h4"
                | b"h5"
                | b"h6"
                | b"hr"
                | b"pre"
                | b"caption"
                | b"section"
                | b"article"
                | b"header"
                | b"footer"
                | b"blockquote"
                | b"dt"
                | b"dd"
                | b"tr"
                | b"td"
                | b"th"
        );
        if !breaks {
            return;
        }
        match self.open.last_mut().and_then(|table| table.cell.as_mut()) {
            Some(cell) => cell.text.push('\n'),
            None => self.close_paragraph(),
        }
    }

    fn text(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        let target = match self.open.last_mut().and_then(|table| table.cell.as_mut()) {
            Some(cell) => &mut cell.text,
            None => &mut self.paragraph,
        };
        push_collapsed(target, text);
    }

    fn close_table(&mut self) -> Result<(), Flaw> {
        let Some(mut table) = self.open.pop() else { return Ok(()) };
        table.close_row();
        if self.open.is_empty() {
            // Text between cells stands before the table, as browsers have it.
            self.close_paragraph();
        }
        let grid = Grid::new(table.rows, &mut self.budget)?;
        if let Some(outer) = self.open.last_mut() {
            outer.hold(&grid);
        }
        if grid.width() > 0 {
            let piece = if table.holds { Piece::Doubtful } else { Piece::Grid };
            self.pieces.push(piece(grid));
        }
        Ok(())
    }

    fn close_paragraph(&mut self) {
        let text = tidy(&std::mem::take(&mut self.paragraph));
        if !text.is_empty() {
            self.pieces.push(Piece::Text(text));
        }
    }
}

impl Open {
    fn open_row(&mut self) {
        self.close_row();
        self.rows.push(RawRow { cells: Vec::new(), group: self.group });
        self.in_row = true;
    }

    fn close_row(&mut self) {
        self.close_cell();
        self.in_row = false;
    }

    /// Takes in the text of a table within the open cell. What is audited on its own is not told again.
    fn hold(&mut self, inner: &Grid) {
        self.holds = true;
        let Some(cell) = self.cell.as_mut().filter(|_| heads::find(inner, 0).is_none()) else {
            return;
        };
        for text in inner.texts() {
            cell.text.push('\n');
            cell.text.push_str(text);
        }
        cell.text.push('\n');
    }

    fn close_cell(&mut self) {
        let Some(mut cell) = self.cell.take() else { return };
        cell.text = tidy(&cell.text);
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(cell);
        }
    }
}

/// Spaces and line breaks of the source become one space, and none between two wide characters:
/// programs break lines anywhere in Chinese (CSS Text 3, segment breaks).
fn push_collapsed(target: &mut String, text: &str) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c') {
            target.push(if c == '\u{a0}' { ' ' } else { c });
            continue;
        }
        let mut broken = matches!(c, '\n' | '\r');
        while let Some(space) = chars.next_if(|c| matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')) {
            broken |= matches!(space, '\n' | '\r');
        }
        let wide = |c: Option<&char>| c.is_some_and(|c| *c >= '\u{2e80}');
        let between = wide(target.chars().next_back().as_ref()) && wide(chars.peek());
        let needless = (broken && between) || target.ends_with([' ', '\n']);
        if !needless {
            target.push(' ');
        }
    }
}

/// Without spaces around its lines and without empty lines.
fn tidy(text: &str) -> String {
    let lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
