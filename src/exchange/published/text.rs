//! Plain text as paragraphs and grids in their order: columns by tabs, by the separators of .csv, by
//! pipes, or by two or more spaces.

use super::Piece;
use super::grid::{Grid, MAX_SLOTS, RawCell, RawRow};
use super::heads;
use crate::audit::Flaw;

/// How the cells of a line without separators are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Columns {
    /// `| a | b |`
    Pipes,
    /// By two or more spaces.
    Spaces,
}

/// Reads text as it is pasted.
pub(super) fn read(text: &str) -> Result<Vec<Piece>, Flaw> {
    if text.contains('\t') {
        return separated(text, '\t');
    }
    match by_first_head(text) {
        Some(separator) => separated(text, separator),
        None => by_lines(text),
    }
}

/// Reads a .csv: the separator is the one that most lines have most of.
pub(super) fn read_csv(text: &str) -> Result<Vec<Piece>, Flaw> {
    let (told, text) = match text.strip_prefix("sep=") {
        Some(rest) => (rest.chars().next(), rest.split_once('\n').map_or("", |(_, rest)| rest)),
        None => (None, text),
    };
    let sample: Vec<&str> = text.lines().take(200).collect();
    // A decimal comma is in no head.
    let count = |separator: &char| {
        let first = sample.first().is_some_and(|line| line.contains(*separator));
        (first, sample.iter().map(|line| line.matches(*separator).count()).sum::<usize>())
    };
    let found = [',', ';', '\t', '，', '；'].into_iter().rev().max_by_key(count);
    separated(text, told.or(found).unwrap_or(','))
}

/// Pasted text is read as .csv only where a line of it is the heads of a scored table.
fn by_first_head(text: &str) -> Option<char> {
    let is_head = |line: &str, separator: char| {
        heads::is_head_line(&line.split(separator).map(str::trim).collect::<Vec<_>>())
    };
    let lines = || text.lines().filter(|line| line.len() < 1_000).take(2_000);
    [',', ';'].into_iter().find(|separator| lines().any(|line| is_head(line, *separator)))
}

/// Pieces of text that is separated by a character. A line without it is text, unless it stands
/// between lines of a table and is as short as a cell.
fn separated(text: &str, separator: char) -> Result<Vec<Piece>, Flaw> {
    let mut pieces = Pieces::default();
    let mut records = Records::new(text, separator).peekable();
    while let Some(record) = records.next() {
        let single = record.len() < 2;
        let goes_on = records.peek().is_some_and(|next| next.len() > 1);
        let short = record.first().is_some_and(|cell| cell.chars().count() <= 20);
        if record.iter().all(|cell| cell.trim().is_empty()) && single {
            pieces.end()?;
        } else if single && !(pieces.is_open() && goes_on && short) {
            pieces.text(record.first().map_or("", String::as_str))?;
        } else {
            pieces.row(record);
        }
    }
    pieces.finish()
}

/// Pieces of text without tabs, line by line.
fn by_lines(text: &str) -> Result<Vec<Piece>, Flaw> {
    let mut pieces = Pieces::default();
    let mut heads: Option<Vec<Field>> = None;
    let mut kind = None;
    for line in text.lines() {
        let now = kind_of(line);
        if now != kind || now.is_none() {
            pieces.end()?;
            heads = None;
        }
        kind = now;
        match now {
            None => pieces.text(line)?,
            Some(Columns::Pipes) => {
                let cells = piped(line);
                let rule = |cell: &String| {
                    !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':' | '='))
                };
                if !cells.iter().all(rule) {
                    pieces.row(cells);
                }
            }
            Some(Columns::Spaces) => {
                let fields = spaced(line);
                let cells = match &heads {
                    Some(heads) => below(heads, fields),
                    None => {
                        let cells = fields.iter().map(|field| field.text.to_owned()).collect();
                        heads = Some(fields);
                        cells
                    }
                };
                pieces.row(cells);
                pieces.spaced = true;
            }
        }
    }
    pieces.finish()
}

fn kind_of(line: &str) -> Option<Columns> {
    let trimmed = line.trim();
    if trimmed.starts_with('|') || trimmed.matches(" | ").count() >= 2 {
        return Some(Columns::Pipes);
    }
    (spaced(trimmed).len() >= 2).then_some(Columns::Spaces)
}

fn piped(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let held = line.replace("\\|", "\u{1}");
    let cell = |cell: &str| {
        let cell = cell.trim();
        let strong = cell.strip_prefix("**").and_then(|cell| cell.strip_suffix("**"));
        strong.unwrap_or(cell).replace('\u{1}', "|").replace("<br>", "\n")
    };
    held.split('|').map(cell).collect()
}

/// A piece of a line with the places where it begins and ends; a wide character takes two.
struct Field<'t> {
    text: &'t str,
    begin: usize,
    end: usize,
}

/// What stands between two or more spaces, or one as wide as a character.
fn spaced(line: &str) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    let (mut at, mut spaces) = (0, 0);
    let mut open: Option<(usize, usize, usize, usize)> = None;
    for (byte, c) in line.char_indices() {
        let width = if c >= '\u{2e80}' { 2 } else { 1 };
        if c.is_whitespace() {
            spaces += width;
        } else {
            if let Some((from, to, begin, end)) = open.filter(|_| spaces >= 2) {
                fields.push(Field { text: &line[from..to], begin, end });
                open = None;
            }
            let (from, begin) = open.map_or((byte, at), |(from, _, begin, _)| (from, begin));
            open = Some((from, byte + c.len_utf8(), begin, at + width));
            spaces = 0;
        }
        at += width;
    }
    fields.extend(open.map(|(from, to, begin, end)| Field { text: &line[from..to], begin, end }));
    fields
}

/// The fields of a line below those of the first: where there are as many, one each, else each
/// below the one whose middle is nearest.
fn below(heads: &[Field<'_>], fields: Vec<Field<'_>>) -> Vec<String> {
    if fields.len() >= heads.len() {
        return fields.into_iter().map(|field| field.text.to_owned()).collect();
    }
    let mut cells = vec![String::new(); heads.len()];
    let mut from = 0;
    for field in fields {
        let away = |head: &Field<'_>| {
            let by_begin = head.begin.abs_diff(field.begin);
            let by_middle = (head.begin + head.end).abs_diff(field.begin + field.end) / 2;
            by_begin.min(by_middle)
        };
        let free = heads.iter().enumerate().skip(from);
        let at = free.min_by_key(|(_, head)| away(head)).map_or(heads.len() - 1, |(at, _)| at);
        if !cells[at].is_empty() {
            cells[at].push(' ');
        }
        cells[at].push_str(field.text);
        from = (at + 1).min(heads.len() - 1);
    }
    cells
}

/// Pieces as they come to an end.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    rows: Vec<RawRow>,
    /// Whether spaces alone part the columns of these.
    spaced: bool,
    budget: Option<usize>,
}

impl Pieces {
    fn is_open(&self) -> bool {
        !self.rows.is_empty()
    }

    fn row(&mut self, cells: Vec<String>) {
        let cell = |text: String| RawCell { text: tidy(&text), rowspan: 1, colspan: 1 };
        self.rows.push(RawRow { cells: cells.into_iter().map(cell).collect(), group: 0 });
    }

    fn text(&mut self, line: &str) -> Result<(), Flaw> {
        self.end()?;
        let line = line.trim();
        if !line.is_empty() {
            self.done.push(Piece::Text(line.to_owned()));
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Flaw> {
        if !self.rows.is_empty() {
            let budget = self.budget.get_or_insert(MAX_SLOTS);
            let grid = Grid::new(std::mem::take(&mut self.rows), budget)?;
            let spaced = std::mem::take(&mut self.spaced);
            self.done.push(if spaced { Piece::Doubtful(grid) } else { Piece::Grid(grid) });
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<Piece>, Flaw> {
        self.end()?;
        Ok(self.done)
    }
}

fn tidy(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Lines of cells (RFC 4180). A quote opens a cell only at its beginning, and only where another one
/// closes it: text in quotes is otherwise text.
struct Records<'t> {
    rest: &'t str,
    separator: char,
    done: bool,
    /// That no quoted cell can begin any more: nothing closes it.
    unclosed: bool,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, separator: char) -> Self {
        Records { rest: text, separator, done: false, unclosed: false }
    }

    /// A quoted cell at the beginning of the rest.
    fn quoted(&mut self) -> Option<String> {
        let inner = self.rest.strip_prefix('"').filter(|_| !self.unclosed)?;
        let (mut text, mut from) = (String::new(), 0);
        loop {
            let Some(quote) = inner[from..].find('"').map(|at| from + at) else {
                self.unclosed = true;
                return None;
            };
            text.push_str(&inner[from..quote]);
            let after = &inner[quote + 1..];
            if after.starts_with('"') {
                text.push('"');
                from = quote + 2;
                continue;
            }
            let ends = after.is_empty() || after.starts_with([self.separator, '\n', '\r']);
            self.rest = if ends { after } else { self.rest };
            return ends.then_some(text);
        }
    }

    fn plain(&mut self) -> String {
        let end = self.rest.find([self.separator, '\n', '\r']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        self.rest = rest;
        cell.to_owned()
    }
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.done {
            return None;
        }
        let mut cells = Vec::new();
        loop {
            let cell = match self.quoted() {
                Some(cell) => cell,
                None => self.plain(),
            };
            cells.push(cell);
            if let Some(rest) = self.rest.strip_prefix(self.separator) {
                self.rest = rest;
                continue;
            }
            let rest = self.rest.strip_prefix("\r\n");
            match rest.or_else(|| self.rest.strip_prefix(['\n', '\r'])) {
                Some(rest) => self.rest = rest,
                None => self.done = true,
            }
            return Some(cells);
        }
    }
}

#[cfg(test)]
mod tests;
