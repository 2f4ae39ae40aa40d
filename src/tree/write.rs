//! Writing: a document becomes JSON text, its fields in the order of their list.

/// JSON text that grows. Commas come by themselves.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }

    /// Begins a list with `[`, or fields with `{`.
    pub fn open(&mut self, bracket: char) {
        self.separate();
        self.text.push(bracket);
    }

    /// Ends a list with `]`, or fields with `}`.
    pub fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// The name of a field; its value comes next.
    pub fn name(&mut self, name: &str) {
        self.string(name);
        self.text.push(':');
    }

    /// A value that needs no quotes.
    pub fn bare(&mut self, value: &str) {
        self.separate();
        self.text.push_str(value);
    }

    /// A text.
    pub fn string(&mut self, text: &str) {
        self.separate();
        self.text.push('"');
        for c in text.chars() {
            self.character(c);
        }
        self.text.push('"');
    }

    fn character(&mut self, c: char) {
        let short = match c {
            '"' => '"',
            '\\' => '\\',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\u{8}' => 'b',
            '\u{C}' => 'f',
            '\0'..='\u{1F}' => {
                let digit = |value| char::from_digit(value, 16).unwrap_or('0');
                self.text.push_str("\\u00");
                self.text.push(digit(u32::from(c) >> 4));
                self.text.push(digit(u32::from(c) & 15));
                return;
            }
            _ => return self.text.push(c),
        };
        self.text.push('\\');
        self.text.push(short);
    }

    /// A comma, unless this is the first in its place: no value ends in these characters.
    fn separate(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }
}
