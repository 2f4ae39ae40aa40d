//! JSON text in: the whole grammar, and nothing beyond it.
//!
//! A reader of our own, because any other makes floats of numbers: a tree does not even keep them.

use super::{MAX_DEPTH, Map, Tree};

/// Why a text is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// Line of the first flaw, from 1.
    pub line: usize,
    /// Column of the first flaw in characters, from 1.
    pub column: usize,
    /// The field that is there twice, if the text is JSON up to there.
    pub twice: Option<String>,
}

/// What JSON text holds.
///
/// # Errors
/// Where it ceases to be JSON, is nested too deeply, or has a field twice.
pub fn parse(text: &str) -> Result<Tree, NotJson> {
    let mut parser = Parser { text, at: 0, twice: None };
    match parser.whole() {
        Some(tree) => Ok(tree),
        None => Err(parser.flaw()),
    }
}

/// Where reading has come to. Every part answers nothing where the text is not what it is for.
struct Parser<'t> {
    text: &'t str,
    at: usize,
    twice: Option<String>,
}

/// A field that was read, up to `end`.
struct Field {
    name: String,
    value: Tree,
    end: usize,
}

impl Parser<'_> {
    fn whole(&mut self) -> Option<Tree> {
        let tree = self.value(0)?;
        self.skip_blanks();
        (self.at == self.text.len()).then_some(tree)
    }

    fn flaw(self) -> NotJson {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        NotJson { line, column: before[start..].chars().count() + 1, twice: self.twice }
    }

    fn value(&mut self, depth: usize) -> Option<Tree> {
        self.skip_blanks();
        match self.peek()? {
            b'"' => self.string().map(Tree::Text),
            b'[' | b'{' if depth >= MAX_DEPTH => None,
            b'[' => self.list(depth + 1),
            b'{' => self.fields(depth + 1),
            b't' => self.word("true", Tree::Bool(true)),
            b'f' => self.word("false", Tree::Bool(false)),
            b'n' => self.word("null", Tree::Null),
            _ => self.number(),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Tree> {
        self.eat(b'[')?;
        let mut list = Vec::new();
        if self.eat(b']').is_some() {
            return Some(Tree::List(list));
        }
        loop {
            list.push(self.value(depth)?);
            if self.eat(b']').is_some() {
                return Some(Tree::List(list));
            }
            self.eat(b',')?;
        }
    }

    fn fields(&mut self, depth: usize) -> Option<Tree> {
        self.eat(b'{')?;
        let mut fields = Vec::new();
        if self.eat(b'}').is_some() {
            return Some(Tree::Fields(Map::default()));
        }
        loop {
            self.skip_blanks();
            let name = self.string()?;
            self.eat(b':')?;
            let value = self.value(depth)?;
            fields.push(Field { name, value, end: self.at });
            if self.eat(b'}').is_some() {
                return self.in_order(fields).map(Tree::Fields);
            }
            self.eat(b',')?;
        }
    }

    /// Fields in the order of their names. They are put in order once, at their end: one by one
    /// could take very long for a text that was made to.
    fn in_order(&mut self, mut fields: Vec<Field>) -> Option<Map<Tree>> {
        fields.sort_by(|a, b| a.name.cmp(&b.name));
        let twice = fields.windows(2).filter(|pair| pair[0].name == pair[1].name);
        if let Some(first) = twice.map(|pair| &pair[1]).min_by_key(|field| field.end) {
            self.at = first.end;
            self.twice = Some(first.name.clone());
            return None;
        }
        let fields = fields.into_iter().map(|field| (field.name, field.value));
        Some(Map::from_sorted(fields.collect()))
    }

    fn word(&mut self, word: &str, tree: Tree) -> Option<Tree> {
        let rest = self.text.get(self.at..)?;
        rest.starts_with(word).then(|| {
            self.at += word.len();
            tree
        })
    }

    /// A number is looked at and, unless it is a plain count, forgotten.
    fn number(&mut self) -> Option<Tree> {
        let start = self.at;
        let negative = self.next_is(b"-");
        match self.peek()? {
            b'0' => self.at += 1,
            _ => self.digits()?,
        }
        let whole = self.text.get(start..self.at)?;
        let fraction = self.next_is(b".");
        if fraction {
            self.digits()?;
        }
        let power = self.next_is(b"eE");
        if power {
            self.next_is(b"+-");
            self.digits()?;
        }
        let plain = !negative && !fraction && !power;
        let count = if plain { whole.parse().ok() } else { None };
        Some(count.map_or(Tree::Number, Tree::Whole))
    }

    /// At least one digit.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn string(&mut self) -> Option<String> {
        self.next_is(b"\"").then_some(())?;
        let mut text = String::new();
        loop {
            let start = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | ..=0x1F) {
                self.at += 1;
            }
            text.push_str(self.text.get(start..self.at)?);
            let end = self.peek()?;
            match end {
                b'"' => {
                    self.at += 1;
                    return Some(text);
                }
                b'\\' => {
                    self.at += 1;
                    text.push(self.escaped()?);
                }
                _ => return None,
            }
        }
    }

    /// The character that stands after a backslash.
    fn escaped(&mut self) -> Option<char> {
        let c = match self.peek()? {
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'u' => {
                self.at += 1;
                return self.code_point();
            }
            _ => return None,
        };
        self.at += 1;
        Some(c)
    }

    /// A character in four hex digits, or in twice four: what is beyond 16 bits comes in halves.
    fn code_point(&mut self) -> Option<char> {
        let high = self.hex()?;
        if !(0xD800..0xDC00).contains(&high) {
            return char::from_u32(high);
        }
        (self.next_is(b"\\") && self.next_is(b"u")).then_some(())?;
        let low = self.hex()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
        char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + low)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.at += if plain { 4 } else { 0 };
        u32::from_str_radix(digits, 16).ok().filter(|_| plain)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Whether one of these comes next; then it is passed.
    fn next_is(&mut self, bytes: &[u8]) -> bool {
        let found = self.peek().is_some_and(|byte| bytes.contains(&byte));
        self.at += usize::from(found);
        found
    }

    /// Passes this byte and the blanks before it.
    fn eat(&mut self, byte: u8) -> Option<()> {
        self.skip_blanks();
        self.next_is(&[byte]).then_some(())
    }

    fn skip_blanks(&mut self) {
        while self.next_is(b" \n\r\t") {}
    }
}
