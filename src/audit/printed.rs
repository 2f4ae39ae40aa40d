//! A figure as printed: its digits, and what stands around them.

use crate::engine::{Figure, Fraction, MAX_DECIMALS, NumberError};

/// How a target is meant: `≥33333人`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relation {
    /// Nothing, or `=`.
    #[default]
    Equal,
    /// `≥`, 不低于, 以上.
    AtLeast,
    /// `>`, 大于.
    Above,
    /// `≤`, 不超过, 以内.
    AtMost,
    /// `<`, 小于.
    Below,
}

impl Relation {
    /// Whether less is better.
    pub fn is_bound_above(self) -> bool {
        matches!(self, Relation::AtMost | Relation::Below)
    }
}

/// A figure as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// What its digits say, without the relation and the unit.
    pub figure: Figure,
    /// Decimals as printed, with zeros at the end: 2 for `5.00`.
    pub decimals: u32,
    /// How a target is meant.
    pub relation: Relation,
    /// What stands behind the digits, without spaces: `人`, `%`, `万元/年`.
    pub unit: String,
}

impl Printed {
    /// The points of a cell: a figure with 分, a percentage or something in brackets behind it at most.
    /// What else stands there may be a misread digit, and two numbers with a gap are not one: no figure
    /// is made of what is none.
    ///
    /// ```
    /// use jiheng::audit::Printed;
    /// assert_eq!(Printed::points("9. 5 分").unwrap().figure.to_string(), "9.5");
    /// assert!(Printed::points("6O").is_none() && Printed::points("60 5").is_none());
    /// ```
    pub fn points(text: &str) -> Option<Printed> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
        let gap = words
            .windows(2)
            .any(|pair| digit(pair[0].chars().next_back()) && digit(pair[1].chars().next()));
        let bare = |unit: &str| ["", "分", "%"].contains(&unit) || unit.starts_with('(');
        Printed::read(text).filter(|points| !gap && bare(&points.unit))
    }

    /// The figure of a cell: one number, a relation before or after it, a label that ends in `=` or
    /// `：` before that, a unit behind. None where it says more than one number, or none.
    ///
    /// ```
    /// use jiheng::audit::{Printed, Relation};
    /// let target = Printed::read("＞＝３３，３３３ 人").unwrap();
    /// assert_eq!((target.figure.to_string(), target.relation), ("33333".into(), Relation::AtLeast));
    /// assert_eq!(target.unit, "人");
    /// assert_eq!(Printed::read("4. 0").unwrap().decimals, 1);
    /// assert!(Printed::read("10-11月").is_none());
    /// ```
    pub fn read(text: &str) -> Option<Printed> {
        let plain = plain(text);
        let (before, digits, after) = one_number(&plain)?;
        let (relation, before) = relation_before(before);
        let labelled = before.is_empty() || before.ends_with(['=', ':']);
        let (after_relation, unit) = relation_after(after);
        if !labelled || unit.chars().count() > UNIT {
            return None;
        }
        let (figure, decimals) = figure(&digits)?;
        let relation = if relation == Relation::Equal { after_relation } else { relation };
        Some(Printed { figure, decimals, relation, unit: unit.to_owned() })
    }

    /// Whether it is a percentage.
    pub fn is_percent(&self) -> bool {
        self.unit.starts_with('%')
    }

    /// 10^-`decimals`: one more of the last digit that is printed.
    pub fn last_digit(&self) -> Figure {
        Figure::from_parts(1, self.decimals.min(MAX_DECIMALS as u32)).unwrap_or_default()
    }

    /// The amount in the unit without 万 and 亿, with that unit: 182.62万元 as 1826200 and 元.
    ///
    /// # Errors
    /// [`NumberError::TooLarge`] beyond what a fraction holds.
    pub fn amount(&self) -> Result<(Fraction, &str), NumberError> {
        let (times, unit) = multiple(&self.unit);
        Ok((self.figure.fraction().mul(Fraction::whole(times))?, unit))
    }
}

/// Characters that a unit has at most; what is longer is a sentence with a number in it.
const UNIT: usize = 8;

/// How many of the plain unit one is, and the plain unit.
pub(super) fn multiple(unit: &str) -> (i128, &str) {
    let multiples = [("万", 10_000), ("亿", 100_000_000), ("千", 1_000), ("百", 100)];
    let known = multiples.iter().find_map(|(sign, times)| Some((*times, unit.strip_prefix(sign)?)));
    known.unwrap_or((1, unit))
}

/// Without spaces, with plain digits and signs: ＞ as >, ％ as %, － as -.
pub(crate) fn plain(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '−' | '–' | '—' => '-',
        '≧' | '⩾' => '≥',
        '≦' | '⩽' => '≤',
        other => other,
    };
    let all: String = text.chars().filter(|c| !c.is_whitespace()).map(plain).collect();
    if !all.contains('=') {
        return all;
    }
    all.replace(">=", "≥").replace("=>", "≥").replace("<=", "≤").replace("=<", "≤")
}

/// The only number of a plain text, without its commas, and what stands around it.
fn one_number(plain: &str) -> Option<(&str, String, &str)> {
    let begin = plain.find(|c: char| c.is_ascii_digit())?;
    let (number, after) = leading(&plain[begin..]);
    if after.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (before, sign) = match plain[..begin].strip_suffix('-') {
        // A minus belongs to the number where nothing but a relation or a label is before it.
        Some(before) if before.is_empty() || before.ends_with(['=', ':', '>', '<', '≥', '≤']) => {
            (before, "-")
        }
        _ => (&plain[..begin], ""),
    };
    Some((before, sign.to_owned() + &without_commas(number)?, after))
}

/// The number that a plain text begins with, with its commas, and what stands behind it.
pub(super) fn leading(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !matches!(c, '0'..='9' | '.' | ',')).unwrap_or(text.len());
    let number = text.get(..end).unwrap_or_default().trim_end_matches([',', '.']);
    (number, text.get(number.len()..).unwrap_or_default())
}

/// Commas only where they stand between threes.
fn without_commas(number: &str) -> Option<String> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let mut parts = whole.split(',');
    let first = parts.next()?;
    let threes = parts.clone().all(|part| part.len() == 3);
    let sound = !whole.contains(',') || (threes && (1..=3).contains(&first.len()));
    if !sound || decimals.contains(['.', ',']) {
        return None;
    }
    let whole = whole.replace(',', "");
    Some(if number.contains('.') { [&whole, ".", decimals].concat() } else { whole })
}

/// The figure that a plain text goes on with: its first digits, within so many characters and before
/// any of `ends`, and the unit behind them.
pub(super) fn following(text: &str, within: usize, ends: &[char]) -> Option<Printed> {
    let begin = text.find(|c: char| c.is_ascii_digit())?;
    let before = text.get(..begin)?;
    if before.contains(ends) || before.chars().count() > within {
        return None;
    }
    let (number, behind) = leading(text.get(begin..)?);
    let unit = behind.chars().take(2).take_while(|c| c.is_alphabetic() || *c == '%');
    Printed::read(&[number, &unit.collect::<String>()].concat())
}

fn figure(digits: &str) -> Option<(Figure, u32)> {
    let decimals = digits.split_once('.').map_or("", |(_, decimals)| decimals);
    Some((digits.parse().ok()?, u32::try_from(decimals.len()).ok()?))
}

/// A relation at the end of what stands before a number, and the rest.
fn relation_before(before: &str) -> (Relation, &str) {
    const SIGNS: [(&str, Relation); 18] = [
        ("≥", Relation::AtLeast),
        ("不低于", Relation::AtLeast),
        ("不少于", Relation::AtLeast),
        ("不小于", Relation::AtLeast),
        ("大于等于", Relation::AtLeast),
        ("达到", Relation::AtLeast),
        ("至少", Relation::AtLeast),
        (">", Relation::Above),
        ("大于", Relation::Above),
        ("高于", Relation::Above),
        ("≤", Relation::AtMost),
        ("不超过", Relation::AtMost),
        ("不高于", Relation::AtMost),
        ("不大于", Relation::AtMost),
        ("小于等于", Relation::AtMost),
        ("<", Relation::Below),
        ("小于", Relation::Below),
        ("低于", Relation::Below),
    ];
    // The longest first: 不低于 ends in 低于.
    let found = SIGNS.iter().filter(|(sign, _)| before.ends_with(sign));
    match found.max_by_key(|(sign, _)| sign.len()) {
        Some((sign, relation)) => (*relation, &before[..before.len() - sign.len()]),
        None => (Relation::Equal, before),
    }
}

/// A relation at the end of what stands behind a number, and the unit before it: `%以上`.
fn relation_after(after: &str) -> (Relation, &str) {
    const SIGNS: [(&str, Relation); 7] = [
        ("及以上", Relation::AtLeast),
        ("以上", Relation::AtLeast),
        ("及以下", Relation::AtMost),
        ("以下", Relation::AtMost),
        ("以内", Relation::AtMost),
        ("之内", Relation::AtMost),
        ("左右", Relation::Equal),
    ];
    let found =
        SIGNS.iter().find_map(|(sign, relation)| Some((*relation, after.strip_suffix(sign)?)));
    found.unwrap_or((Relation::Equal, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, u32, Relation, String)> {
        let printed = Printed::read(text)?;
        Some((printed.figure.to_string(), printed.decimals, printed.relation, printed.unit))
    }

    #[test]
    fn a_cell_is_read_however_it_is_printed() {
        use Relation::{AtLeast, AtMost, Below, Equal};
        let all = [
            ("5.0", ("5.0", 1, Equal, "")),
            ("４．０分", ("4.0", 1, Equal, "分")),
            ("91.31%", ("91.31", 2, Equal, "%")),
            ("≥33333人", ("33333", 0, AtLeast, "人")),
            (">=6130 人", ("6130", 0, AtLeast, "人")),
            ("<=12万元", ("12", 0, AtMost, "万元")),
            ("=5 元/人/月", ("5", 0, Equal, "元/人/月")),
            ("完成率=91.31%", ("91.31", 2, Equal, "%")),
            ("< 2208 人", ("2208", 0, Below, "人")),
            ("100%到位", ("100", 0, Equal, "%到位")),
            ("95%以上", ("95", 0, AtLeast, "%")),
            ("不低于1,200次", ("1200", 0, AtLeast, "次")),
            ("-1.10", ("-1.10", 2, Equal, "")),
            ("12,345,678.90元", ("12345678.90", 2, Equal, "元")),
        ];
        for (text, (figure, decimals, relation, unit)) in all {
            let due = Some((figure.to_owned(), decimals, relation, unit.to_owned()));
            assert_eq!(read(text), due, "{text}");
        }
    }

    #[test]
    fn what_says_no_number_or_more_than_one_is_no_figure() {
        for text in ["", "及时", "10-11月", "12月25日", "1.5万元-2万元", "3,04人", "1.2.3", "三次"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("对2400人进行大病医疗补偿"), None);
    }

    #[test]
    fn amounts_in_tens_of_thousands_and_in_ones_are_comparable() {
        let amount = |text| Printed::read(text).unwrap().amount().map(|(n, u)| (n, u.to_owned()));
        assert_eq!(amount("182.62万元").unwrap(), amount("1,826,200元").unwrap());
    }
}
