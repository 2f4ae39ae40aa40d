//! Calculations that are printed with their result: `30437×5×12=1826220元`.

use super::Notes;
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::{Printed, leading, multiple, plain};
use crate::audit::sheet::Sheet;
use crate::engine::{Figure, Fraction, Mode, NumberError, Rounding};

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
    tokens: Vec<Token>,
    is_ratio: bool,
    result: Printed,
}

/// What a difference of rates is counted in.
const POINTS: [&str; 3] = ["个百分点", "百分点", "个点"];

impl Formula {
    fn between(before: &str, after: &str) -> Option<Formula> {
        let begin = before.char_indices().rev().take_while(|(_, c)| is_part(*c)).last()?.0;
        let left = before.get(begin..)?;
        // A unit or a closing sign that belongs to the sentence before.
        let left = left.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '(');
        // 10-12月 goes from one to the other.
        if left.contains('-') && left.ends_with(['年', '月', '日']) {
            return None;
        }
        let (digits, behind) = leading(after);
        let unit: String = match POINTS.iter().any(|points| behind.starts_with(points)) {
            true => "%".to_owned(),
            false => behind.chars().take_while(|c| is_unit(*c) || *c == '%').collect(),
        };
        let result = Printed::read(&[digits, &unit].concat())?;
        let tokens = tokens(left)?;
        let operators =
            tokens.iter().filter(|token| matches!(token, Token::Sign(c) if *c != '(' && *c != ')'));
        if operators.count() == 0 {
            return None;
        }
        let is_ratio = tokens.contains(&Token::Sign('/'));
        let text = format!("{left}={digits}{unit}");
        let formula = Formula { text, tokens, is_ratio, result };
        formula.value(None).is_some().then_some(formula)
    }

    /// What it comes to: as it is printed, or as its digits may have been rounded so.
    fn value(&self, mode: Option<Mode>) -> Option<Interval> {
        let mut parser = Parser { tokens: &self.tokens, at: 0, mode };
        let value = parser.sum_at(0)?;
        (parser.at == self.tokens.len()).then_some(value)
    }

    /// The value in the unit of the result: as it is, per cent, or in 万.
    fn values(&self, mode: Option<Mode>) -> Result<[Interval; 2], NumberError> {
        let value = self.value(mode).ok_or(NumberError::NotANumber)?;
        let (times, _) = multiple(&self.result.unit);
        Ok(match self.result.is_percent() {
            true => [value.times(Fraction::whole(100))?, value],
            false => [value.times(Fraction::ONE.div(Fraction::whole(times))?)?, value],
        })
    }

    fn hold(&self, place: &Place, notes: &mut Notes) {
        let Ok(exactly) = self.values(None) else { return };
        let check = match self.is_ratio && self.result.is_percent() {
            true => Check::CompletionMismatch,
            false => Check::UnitPriceMismatch,
        };
        let holds = |mode| {
            let here = Interval::printed(&self.result, mode)?;
            let rounded = self.values(Some(mode))?;
            Ok(rounded.iter().chain(&exactly).any(|value| here.meets(*value)))
        };
        let Ok(readings) = Readings::that(holds) else { return };
        notes.made(check);
        if readings.is_none() {
            let rounding = Rounding { places: self.result.decimals, mode: Mode::HalfUp };
            let due = rounding.points(exactly[0].low);
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
    /// A figure with how many of the plain unit one is.
    Number(Number),
    Sign(char),
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Number {
    figure: Figure,
    decimals: u32,
    times: Fraction,
}

impl Number {
    /// What it stands for: itself where it is whole, as counts are, or taken as it is printed.
    fn stands_for(self, mode: Option<Mode>) -> Result<Interval, NumberError> {
        let figure = match mode {
            Some(mode) if self.decimals > 0 => Interval::of(self.figure, self.decimals, mode)?,
            _ => Interval::exactly(self.figure.fraction()),
        };
        figure.times(self.times)
    }
}

/// Numbers with their units, and signs; none for what is no calculation.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            let (number, behind) = leading(rest);
            let number = Printed::read(number)?;
            rest = behind;
            let unit = unit(rest);
            let (times, _) = multiple(unit);
            let times = match unit.starts_with('%') {
                true => Fraction::ONE.div(Fraction::whole(100)).ok()?,
                false => Fraction::whole(times),
            };
            let (figure, decimals) = (number.figure, number.decimals);
            found.push(Token::Number(Number { figure, decimals, times }));
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

struct Parser<'f> {
    tokens: &'f [Token],
    at: usize,
    mode: Option<Mode>,
}

/// Brackets that a printed calculation has at most.
const DEEPEST: usize = 8;

impl Parser<'_> {
    fn sign(&mut self, signs: &[char]) -> Option<char> {
        let Token::Sign(sign) = *self.tokens.get(self.at)? else { return None };
        let known = signs.contains(&sign);
        self.at += usize::from(known);
        known.then_some(sign)
    }

    fn sum_at(&mut self, depth: usize) -> Option<Interval> {
        let mut value = self.product(depth)?;
        while let Some(sign) = self.sign(&['+', '-']) {
            let next = self.product(depth)?;
            value = if sign == '+' { value.add(next) } else { value.sub(next) }.ok()?;
        }
        Some(value)
    }

    fn product(&mut self, depth: usize) -> Option<Interval> {
        let mut value = self.factor(depth)?;
        while let Some(sign) = self.sign(&['*', '/']) {
            let next = self.factor(depth)?;
            // Products of intervals are those of their ends above 0 only.
            if value.low < Fraction::ZERO || next.low < Fraction::ZERO {
                return None;
            }
            value = if sign == '*' { value.mul(next) } else { value.div(next) }.ok()?;
        }
        Some(value)
    }

    fn factor(&mut self, depth: usize) -> Option<Interval> {
        if self.sign(&['(']).is_some() {
            let value = if depth < DEEPEST { self.sum_at(depth + 1)? } else { return None };
            self.sign(&[')'])?;
            return Some(value);
        }
        let Token::Number(number) = *self.tokens.get(self.at)? else { return None };
        self.at += 1;
        number.stands_for(self.mode).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::{PublishedTable, audit};

    fn value(text: &str) -> Option<String> {
        let text = plain(text);
        let at = text.rfind('=')?;
        let formula = Formula::between(&text[..at], &text[at + 1..])?;
        let rounding = Rounding { places: 4, mode: Mode::HalfUp };
        Some(rounding.points(formula.value(None)?.low).unwrap().to_string())
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
        // From the tenth to the twelfth, not a difference.
        assert_eq!(value("10-12月=3个月"), None);
        assert_eq!(value("质量达标率=(质量达标产出数/实际产出数)×100%"), None);
    }

    #[test]
    fn factors_stand_for_what_rounds_to_them() {
        let found = |text: &str| {
            let table = PublishedTable { texts: vec![text.into()], ..PublishedTable::default() };
            audit(&[table]).findings.len()
        };
        // 1.2243 ÷ 1.3409 × 10 = 9.130…, by the digits 9.104…
        assert_eq!(found("得分1.22/1.34×10=9.13"), 0);
        assert_eq!(found("得分1.22/1.34×10=9.33"), 1);
        assert_eq!(found("差距95%-91.31%=3.69个百分点"), 0);
        assert_eq!(found("差距95%-91.31%=4.69个百分点"), 1);
    }
}
