//! Rates that so many answers cannot give.

use super::Notes;
use crate::audit::finding::{Check, Field, Finding, Place};
use crate::audit::interval::{Interval, Readings};
use crate::audit::printed::{Printed, following, plain};
use crate::audit::sheet::Sheet;
use crate::engine::{Figure, Fraction, Mode, NumberError, Severity};

pub(super) fn check(sheet: &Sheet<'_>, notes: &mut Notes) {
    for line in &sheet.lines {
        let counts: Option<Figure> = line.row.counts.iter().map(|count| whole(count)).sum();
        let Some(answers) = counts.filter(|answers| *answers > Figure::ZERO) else { continue };
        let rates = [
            (&line.actual, &line.row.actual, Field::Actual),
            (&line.completion, &line.row.completion, Field::Completion),
        ];
        let percent = |rate: &Printed, field| rate.is_percent() || field == Field::Completion;
        for (rate, text, field) in rates {
            // The completion of a target below 100 % is no mean of answers.
            let own = field == Field::Actual || line.actual.is_none();
            if let Some(rate) = rate.as_ref().filter(|rate| own && percent(rate, field)) {
                // The options are counted, an answer a respondent.
                let asked = Asked { sheets: answers, questions: Some(Figure::whole(1)) };
                held(sheet.at(line.number, field), (rate, text), asked, notes);
            }
        }
    }
    for (at, text) in sheet.table.texts.iter().enumerate() {
        let Some((asked, rate)) = survey(text) else { continue };
        let place = Place { row: Some(at), ..sheet.whole(Field::Text) };
        let shown = [&rate.figure.to_string(), "%"].concat();
        held(place, (&rate, &shown), asked, notes);
    }
}

fn whole(text: &str) -> Option<Figure> {
    let count = Printed::read(text)?;
    (count.figure.decimals() == 0 && !count.figure.is_negative()).then_some(count.figure)
}

/// A mean of answers in whole percents, which every usual scale gives (100/80/60/40/0, 满意 or not,
/// a mark out of ten): times the answers it is a whole number.
fn held(place: Place, (rate, text): (&Printed, &str), asked: Asked, notes: &mut Notes) {
    let Ok(times) = asked.answers() else { return };
    let sums = |mode| Interval::printed(rate, mode)?.times(times);
    let holds = |mode| sums(mode).map(has_whole);
    let Ok(readings) = Readings::that(holds) else { return };
    notes.made(Check::RateImpossibleForCount);
    if !readings.is_none() {
        return;
    }
    let Ok([below, above]) = neighbours(rate, times) else { return };
    let mut finding = Finding::new(Check::RateImpossibleForCount, place)
        .said(text, format!("{below}/{above}"))
        .param("answers", asked.sheets.trimmed())
        .param("below", below)
        .param("above", above);
    match asked.questions {
        Some(one) if one == Figure::whole(1) => finding.severity = Severity::Error,
        Some(many) => finding = finding.param("questions", many.trimmed()),
        None => {}
    }
    notes.found(finding);
}

/// How many sheets came back, and how many questions each had, where that is told.
struct Asked {
    sheets: Figure,
    questions: Option<Figure>,
}

impl Asked {
    /// The answers of all sheets.
    fn answers(&self) -> Result<Fraction, NumberError> {
        let each = self.questions.map_or(Fraction::ONE, Figure::fraction);
        self.sheets.fraction().mul(each)
    }
}

fn has_whole(of: Interval) -> bool {
    let first = of.low.ceil();
    let next = if first == of.low && !of.low_in { first.add(Fraction::ONE) } else { Ok(first) };
    next.is_ok_and(|next| of.holds(next))
}

/// The nearest rates that so many answers can give, as printed.
fn neighbours(rate: &Printed, answers: Fraction) -> Result<[Figure; 2], NumberError> {
    let sum = rate.figure.fraction().mul(answers)?;
    let shown = |sum: Fraction| {
        let rounding = crate::engine::Rounding { places: rate.decimals, mode: Mode::HalfUp };
        rounding.points(sum.div(answers)?)
    };
    Ok([shown(sum.floor())?, shown(sum.ceil())?])
}

/// `有效问卷19份，满意度结果为95.39%`: how many answered, and how satisfied they are. None where the
/// paragraph tells of several surveys: of two counts or two rates.
fn survey(text: &str) -> Option<(Asked, Printed)> {
    let text = plain(text);
    let counted = ["有效问卷", "回收问卷", "收回问卷", "收回", "回收", "问卷"];
    let answers = counted.iter().find_map(|sign| {
        let found = numbers_after(&text, sign, NEAR);
        let found: Vec<Printed> = found.into_iter().filter(is_count).collect();
        (!found.is_empty()).then_some(found)
    })?;
    let rates = numbers_after(&text, "满意度", FAR);
    let rates: Vec<Printed> = rates.into_iter().filter(Printed::is_percent).collect();
    let (answers, rate) = (only(&answers)?, only(&rates)?.clone());
    let questions = questions(&text);
    Some((Asked { sheets: answers.figure, questions }, rate))
}

/// The one figure that all of them are.
fn only(figures: &[Printed]) -> Option<&Printed> {
    let (first, others) = figures.split_first()?;
    others.iter().all(|other| other.figure == first.figure).then_some(first)
}

/// Sheets rather than the questions on each, or the rate at which they came back.
fn is_count(number: &Printed) -> bool {
    let whole = number.figure.decimals() == 0 && number.figure > Figure::ZERO;
    let other = ["个问", "个题", "道题", "项问", "题", "%"];
    whole && !other.iter().any(|sign| number.unit.starts_with(sign))
}

/// `每份问卷8个问题`, `问卷共设8道题`.
fn questions(text: &str) -> Option<Figure> {
    let signs = ["个问题", "道题", "个题", "项问题", "题"];
    let mut before =
        signs.iter().flat_map(|sign| text.match_indices(sign)).map(|(at, _)| &text[..at]);
    before.find_map(|before| {
        let digits = before.chars().rev().take_while(char::is_ascii_digit).count();
        let count: Figure = before.get(before.len() - digits..)?.parse().ok()?;
        (count > Figure::ZERO).then_some(count)
    })
}

/// Characters between `问卷` and its number, `满意度` and its rate.
const NEAR: usize = 6;
const FAR: usize = 12;

/// The first number within so many characters after each `sign`, but where it tells what was sent out.
fn numbers_after(text: &str, sign: &str, within: usize) -> Vec<Printed> {
    let asked = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        !["发放", "发出", "下发", "发"].iter().any(|sign| before.ends_with(sign))
    };
    let found = text.match_indices(sign).filter(|(at, _)| asked(*at));
    found
        .filter_map(|(at, _)| {
            following(text.get(at + sign.len()..).unwrap_or_default(), within, &['。', ';'])
        })
        .collect()
}
