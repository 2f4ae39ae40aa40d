//! Calculations that are printed with their result: `30437×5×12=1826220元`.

use super::Notes;
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::{Printed, leading, multiple, plain};
use crate::audit::sheet::Sheet;
use crate::engine::{Fraction, Mode, NumberError, Rounding};

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    for line in &sheet.lines {
        let row = line.row;
        let cells = [
            (&row.completion, Field::Completion),
            (&row.actual, Field::Actual),
            (&row.reason, Field::Reason),
            (&row.rule, Field::Rule),
        ];
        for (text, field) in cells {
            look(text, &sheet.at(line.number, field), notes);
        }
    }
    for (at, text) in sheet.table.texts.iter().enumerate() {
        look(text, &Place { row: Some(at), ..sheet.whole(Field::Text) }, notes);
    }
}

fn look(text: &str, place: &Place, notes: &mut Notes) {
    if !text.contains(['=', '＝']) {
        return;
    }
    let text = plain(text);
    for (at, _) in text.match_indices('=') {
        let (before, after) = (text.get(..at), text.get(at + 1..));
        let (Some(before), Some(after)) = (before, after) else { continue };
        if let Some(formula) = Formula::between(before, after) {
            formula.hold(place, notes);
        }
    }
}

/// A calculation with its printed result.
struct Formula {
    text: String,
    value: Fraction,
    is_ratio: bool,
    result: Printed,
}

impl Formula {
    fn between(before: &str, after: &str) -> Option<Formula> {
        let begin = before.char_indices().rev().take_while(|(_, c)| is_part(*c)).last()?.0;
        let left = before.get(begin..)?;
        // A unit or a closing sign that belongs to the sentence before.
        let left = left.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '(');
        let (digits, behind) = leading(after);
        let unit: String = behind.chars().take_while(|c| is_unit(*c) || *c == '%').collect();
        let result = Printed::read(&[digits, &unit].concat())?;
        let tokens = tokens(left)?;
        let operators =
            tokens.iter().filter(|token| matches!(token, Token::Sign(c) if *c != '(' && *c != ')'));
        if operators.count() == 0 {
            return None;
        }
        let is_ratio = tokens.contains(&Token::Sign('/'));
        let mut parser = Parser { tokens, at: 0 };
        let value = parser.sum()?;
        (parser.at == parser.tokens.len()).then(|| Formula {
            text: format!("{left}={digits}{unit}"),
            value,
            is_ratio,
            result,
        })
    }

    /// The value in the unit of the result: as it is, per cent, or in 万.
    fn values(&self) -> Result<Vec<Fraction>, NumberError> {
        let (times, _) = multiple(&self.result.unit);
        Ok(match self.result.is_percent() {
            true => vec![self.value.mul(Fraction::whole(100))?, self.value],
            false => vec![self.value, self.value.div(Fraction::whole(times))?],
        })
    }

    fn hold(&self, place: &Place, notes: &mut Notes) {
        let Ok(values) = self.values() else { return };
        let check = match self.is_ratio && self.result.is_percent() {
            true => Check::CompletionMismatch,
            false => Check::UnitPriceMismatch,
        };
        let holds = |mode| {
            let here = Interval::printed(&self.result, mode)?;
            Ok(values.iter().any(|value| here.holds(*value)))
        };
        let Ok(readings) = Readings::that(holds) else { return };
        notes.made(check);
        if readings.is_none() {
            let rounding = Rounding { places: self.result.decimals, mode: Mode::HalfUp };
            let due = values.last().filter(|_| !self.result.is_percent()).or(values.first());
            let due = due.and_then(|due| rounding.points(*due).ok());
            let due = due.map_or(String::new(), |due| due.to_string() + &self.result.unit);
            let shown = self.result.figure.to_string() + &self.result.unit;
            let finding = Finding::new(check, place.clone()).said(shown, due);
            notes.found(finding.param("formula", &self.text));
        }
    }
}

fn is_unit(c: char) -> bool {
    "人元万亿个月年次份家户天日台套件名米吨分".contains(c)
}

fn is_part(c: char) -> bool {
    matches!(c, '0'..='9' | '.' | ',' | '%' | '+' | '-' | '*' | '/' | '×' | '÷' | '(' | ')')
        || is_unit(c)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    Number(Fraction),
    Sign(char),
}

/// Numbers with their units, and signs; none for what is no calculation.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            let (number, behind) = leading(rest);
            let number = Printed::read(number)?.figure.fraction();
            rest = behind;
            let unit = unit(rest);
            let (times, _) = multiple(unit);
            let number = match unit.strip_prefix('%') {
                Some(_) => number.div(Fraction::whole(100)),
                None => number.mul(Fraction::whole(times)),
            };
            found.push(Token::Number(number.ok()?));
            rest = rest.get(unit.len()..)?;
            continue;
        }
        let sign = match c {
            '×' | '*' => '*',
            '÷' | '/' => '/',
            '+' | '-' | '(' | ')' => c,
            _ => return None,
        };
        found.push(Token::Sign(sign));
        rest = rest.get(c.len_utf8()..)?;
    }
    Some(found)
}

/// What stands behind a number and is no sign: `元/人/月`, `%`.
fn unit(text: &str) -> &str {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let slash = c == '/' && chars.peek().is_some_and(|(_, next)| is_unit(*next));
        if !is_unit(c) && c != '%' && !slash {
            break;
        }
        end = at + c.len_utf8();
    }
    text.get(..end).unwrap_or_default()
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
}

/// Brackets that a printed calculation has at most.
const DEEPEST: usize = 8;

impl Parser {
    fn sum(&mut self) -> Option<Fraction> {
        self.sum_at(0)
    }

    fn sign(&mut self, signs: &[char]) -> Option<char> {
        let Token::Sign(sign) = *self.tokens.get(self.at)? else { return None };
        let known = signs.contains(&sign);
        self.at += usize::from(known);
        known.then_some(sign)
    }

    fn sum_at(&mut self, depth: usize) -> Option<Fraction> {
        let mut value = self.product(depth)?;
        while let Some(sign) = self.sign(&['+', '-']) {
            let next = self.product(depth)?;
            value = if sign == '+' { value.add(next) } else { value.sub(next) }.ok()?;
        }
        Some(value)
    }

    fn product(&mut self, depth: usize) -> Option<Fraction> {
        let mut value = self.factor(depth)?;
        while let Some(sign) = self.sign(&['*', '/']) {
            let next = self.factor(depth)?;
            value = if sign == '*' { value.mul(next) } else { value.div(next) }.ok()?;
        }
        Some(value)
    }

    fn factor(&mut self, depth: usize) -> Option<Fraction> {
        if self.sign(&['(']).is_some() {
            let value = if depth < DEEPEST { self.sum_at(depth + 1)? } else { return None };
            self.sign(&[')'])?;
            return Some(value);
        }
        let Token::Number(number) = *self.tokens.get(self.at)? else { return None };
        self.at += 1;
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<String> {
        let text = plain(text);
        let at = text.rfind('=')?;
        let formula = Formula::between(&text[..at], &text[at + 1..])?;
        let rounding = Rounding { places: 4, mode: Mode::HalfUp };
        Some(rounding.points(formula.value).unwrap().to_string())
    }

    #[test]
    fn printed_calculations_are_read_with_their_units() {
        // 30437 × 60 = 1826220
        assert_eq!(
            value("补助30437人×5元/人/月×12个月=182.62万元").as_deref(),
            Some("1826220.0000")
        );
        assert_eq!(value("完成率=(30437/33333)*100%=91.31%").as_deref(), Some("0.9131"));
        assert_eq!(value("10+23.75+32.7+27.05=93.5").as_deref(), Some("93.5000"));
        assert_eq!(value("得分率=91.31%"), None);
        assert_eq!(value("质量达标率=(质量达标产出数/实际产出数)×100%"), None);
    }
}
