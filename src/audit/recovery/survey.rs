//! Survey scales: what each answer may count, given the answers and the percentage that is printed.

use crate::audit::interval::Interval;
use crate::audit::printed::Printed;
use crate::audit::sheet::{Line, Sheet};
use crate::engine::{Figure, Fraction, Mode, NumberError};

/// Scales that are in use, in twentieths, the best answer first. Where several fit, one of these is
/// named first.
const USUAL: [&[i64]; 9] = [
    &[20, 16, 12, 8, 0],
    &[20, 16, 12, 8, 4],
    &[20, 16, 12, 6, 0],
    &[20, 15, 10, 5, 0],
    &[20, 16, 12, 0],
    &[20, 16, 10, 0],
    &[20, 16, 0],
    &[20, 12, 0],
    &[20, 10, 0],
];

/// Coefficients are looked for in steps of 0.05.
const TWENTIETHS: i64 = 20;
/// More options than this are no scale of satisfaction.
const OPTIONS: usize = 6;

/// Coefficients that reproduce the printed percentages of surveys with as many options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scales {
    /// Every scale that fits the most rows, one coefficient for each option from the best down, in
    /// steps of 0.05, each below the one before; none for an option that nobody chose, which
    /// therefore may count anything. The usual ones come first.
    pub fits: Vec<Vec<Option<Figure>>>,
    /// The first of them, with a coefficient for the options that nobody chose too.
    pub chosen: Vec<Figure>,
    /// Rows whose percentage it gives.
    pub supports: Vec<usize>,
    /// Rows whose percentage it does not give.
    pub contradicts: Vec<usize>,
}

impl Scales {
    /// The options that nobody chose in any row that supports it, from 0.
    pub fn undetermined(&self) -> Vec<usize> {
        let first = self.fits.first().map(Vec::as_slice).unwrap_or_default();
        first.iter().enumerate().filter(|(_, one)| one.is_none()).map(|(at, _)| at).collect()
    }
}

/// The answers of a row.
pub(super) struct Answers {
    /// How many chose each option, from the best down.
    pub counts: Vec<Figure>,
    /// The same as whole numbers.
    whole: Vec<i64>,
    /// What the sum of counts × coefficients may be, in twentieths; none without a percentage.
    weighted: Option<(i64, i64)>,
}

impl Answers {
    /// The answers, if there are any.
    pub fn of(line: &Line<'_>, mode: Mode) -> Result<Option<Answers>, NumberError> {
        let read = |text: &String| match text.trim() {
            "" => Some(Figure::ZERO),
            text => Printed::read(text).map(|count| count.figure),
        };
        let counts: Option<Vec<Figure>> = line.row.counts.iter().map(read).collect();
        let Some(counts) = counts.filter(|counts| (2..=OPTIONS).contains(&counts.len())) else {
            return Ok(None);
        };
        let whole: Option<Vec<i64>> = counts
            .iter()
            .map(|count| i64::try_from(count.quanta(0)?).ok().filter(|n| (0..1 << 32).contains(n)))
            .collect();
        let Some(whole) = whole.filter(|whole| whole.iter().sum::<i64>() > 0) else {
            return Ok(None);
        };
        let percent = |cell: &Option<Printed>| cell.clone().filter(Printed::is_percent);
        let printed = percent(&line.actual).or_else(|| percent(&line.completion));
        let answers: i64 = whole.iter().sum();
        let weighted = match printed {
            Some(printed) => whole_within(Interval::printed(&printed, mode)?.times(
                Fraction::whole((answers * TWENTIETHS).into()).div(Fraction::whole(100))?,
            )?),
            None => None,
        };
        Ok(Some(Answers { counts, whole, weighted }))
    }

    fn fits(&self, scale: &[i64]) -> bool {
        let sum: i64 = self.whole.iter().zip(scale).map(|(count, one)| count * one).sum();
        self.weighted.is_some_and(|(low, high)| (low..=high).contains(&sum))
    }
}

/// The whole numbers that belong to an interval, from one to another.
fn whole_within(range: Interval) -> Option<(i64, i64)> {
    let first = range.low.ceil();
    let first = first.numerator() + i128::from(first == range.low && !range.low_in);
    let last = range.high.floor();
    let last = last.numerator() - i128::from(last == range.high && !range.high_in);
    Some((i64::try_from(first).ok()?, i64::try_from(last).ok()?))
}

/// For each number of options that surveys of the table have, the scales that fit most of them.
pub(super) fn scales(sheet: &Sheet<'_>, mode: Mode) -> Vec<Scales> {
    let answers = sheet.lines.iter().filter_map(|line| {
        let answers = Answers::of(line, mode).ok()??;
        answers.weighted.is_some().then_some((line.number, answers))
    });
    let answers: Vec<(usize, Answers)> = answers.collect();
    (2..=OPTIONS)
        .filter_map(|options| {
            let alike = answers.iter().filter(|(_, one)| one.whole.len() == options);
            best(&alike.collect::<Vec<_>>(), options)
        })
        .collect()
}

fn best(rows: &[&(usize, Answers)], options: usize) -> Option<Scales> {
    if rows.is_empty() {
        return None;
    }
    let chosen: Vec<bool> =
        (0..options).map(|at| rows.iter().any(|(_, one)| one.whole[at] > 0)).collect();
    let mut most = 1;
    let mut fits: Vec<Vec<i64>> = Vec::new();
    each_scale(&chosen, &mut Vec::new(), &mut |scale| {
        let count = rows.iter().filter(|(_, one)| one.fits(scale)).count();
        if count > most {
            (most, fits) = (count, Vec::new());
        }
        if count == most {
            fits.push(scale.to_vec());
        }
    });
    fits.sort_by_key(|scale| plainness(scale, &chosen));
    let first = fits.first()?;
    let (supports, contradicts) = rows.iter().partition(|(_, one)| one.fits(first));
    let numbers = |rows: Vec<&&(usize, Answers)>| rows.iter().map(|row| row.0).collect();
    Some(Scales {
        chosen: filled(first, &chosen),
        fits: fits.iter().map(|scale| known(scale, &chosen)).collect(),
        supports: numbers(supports),
        contradicts: numbers(contradicts),
    })
}

/// Every scale that falls from 1, each coefficient below the one before. Where nobody chose an option
/// one coefficient stands for all.
fn each_scale(chosen: &[bool], so_far: &mut Vec<i64>, then: &mut impl FnMut(&[i64])) {
    let at = so_far.len();
    let Some(asked) = chosen.get(at) else { return then(so_far) };
    // Room for the options below.
    let lowest = i64::try_from(chosen.len() - at - 1).unwrap_or(0);
    let highest = so_far.last().map_or(TWENTIETHS, |above| above - 1);
    let one_only = at == 0 || !asked;
    for one in if one_only { highest.max(lowest) } else { lowest }..=highest {
        so_far.push(one);
        each_scale(chosen, so_far, then);
        so_far.pop();
    }
}

/// The scale with what is usual, else as little as can be, where nobody chose.
fn filled(scale: &[i64], chosen: &[bool]) -> Vec<Figure> {
    if let Some(usual) = usual(scale, chosen) {
        return usual.iter().map(|one| figure(*one)).collect();
    }
    let mut below = -1;
    let mut filled = Vec::with_capacity(scale.len());
    for (one, asked) in scale.iter().zip(chosen).rev() {
        below = if *asked { *one } else { below + 1 };
        filled.push(figure(below));
    }
    filled.reverse();
    filled
}

/// The usual scale that is the same wherever somebody chose.
fn usual(scale: &[i64], chosen: &[bool]) -> Option<&'static [i64]> {
    let same = |other: &&&[i64]| {
        other.len() == scale.len()
            && (0..scale.len()).all(|at| !chosen[at] || other[at] == scale[at])
    };
    USUAL.iter().find(same).copied()
}

/// How plain a scale is: the usual ones first, then those in tenths.
fn plainness(scale: &[i64], chosen: &[bool]) -> (usize, usize) {
    let rank = usual(scale, chosen)
        .and_then(|found| USUAL.iter().position(|other| *other == found))
        .unwrap_or(USUAL.len());
    let odd = (0..scale.len()).filter(|at| chosen[*at] && scale[*at] % 2 != 0).count();
    (rank, odd)
}

fn known(scale: &[i64], chosen: &[bool]) -> Vec<Option<Figure>> {
    scale.iter().zip(chosen).map(|(one, asked)| asked.then(|| figure(*one))).collect()
}

fn figure(twentieths: i64) -> Figure {
    Figure::from_millionths(i128::from(twentieths) * 50_000).unwrap_or_default()
}
