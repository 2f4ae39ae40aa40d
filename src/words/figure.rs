//! Figures in sentences: points, percentages, exact expansions, dates.
//!
//! Sentences are pasted into reports, so there are no thin spaces and no digit groups.

use super::Lang;
use super::table::{say, shared as text};
use crate::engine::{Date, Figure, Fraction, PointRange, percentage};

/// Decimals shown of a fraction that goes on.
const SHOWN: usize = 6;
/// Decimals up to which a fraction that ends is shown in full.
const ENDS_WITHIN: usize = 12;

/// Points with their unit: `5.48分`, `5.48 points`, `1 point`.
pub fn points(points: Figure, lang: Lang) -> String {
    let key = if points == Figure::whole(1) { text::POINT } else { text::POINTS };
    say(key, lang, &[("n", &points.trimmed())])
}

/// Points with all decimals of a form and their unit, as they stand below each other: `5.50分`.
pub(super) fn padded_points(points: Figure, places: u32, lang: Lang) -> String {
    say(text::POINTS, lang, &[("n", &points.padded(places))])
}

/// Exact points with their unit: `5.478714…分`.
pub(super) fn exact_points(exact: Fraction, lang: Lang) -> String {
    let key = if exact == Fraction::ONE { text::POINT } else { text::POINTS };
    say(key, lang, &[("n", &expansion(exact))])
}

/// Fixed points, or a range of them: `3分`, `0～2分`.
pub fn range(range: PointRange, lang: Lang) -> String {
    if range.is_fixed() {
        return points(range.to, lang);
    }
    say(text::POINTS, lang, &[("n", &plain_range(range, lang))])
}

/// The same without the unit.
pub(super) fn plain_range(range: PointRange, lang: Lang) -> String {
    if range.is_fixed() {
        return range.to.trimmed();
    }
    let (from, to) = (range.from.trimmed(), range.to.trimmed());
    say(text::RANGE, lang, &[("from", &from), ("to", &to)])
}

/// A rate as a percentage with at most two decimals: `91.31%`, `100%`. A rate that is not 0 or
/// 100 % is never shown as if it were: 29999/30000 is `99.996666…%`.
pub fn percent(rate: Fraction) -> String {
    let whole = rate == Fraction::ZERO || rate == Fraction::ONE;
    match percentage(rate) {
        Ok(shown) if whole || !(shown.is_zero() || shown == Figure::HUNDRED) => {
            shown.trimmed() + "%"
        }
        _ => exact_percent(rate),
    }
}

/// A rate as an exact percentage: `91.311853…%`.
pub(super) fn exact_percent(rate: Fraction) -> String {
    hundredfold(rate) + "%"
}

/// A difference of rates in percentage points, at most two decimals: `3.69`.
pub(super) fn percentage_points(gap: Fraction) -> String {
    let mut shown = percent(gap);
    shown.pop();
    shown
}

/// The exact hundredfold of a rate, without a sign of unit.
pub(super) fn hundredfold(rate: Fraction) -> String {
    rate.mul(Fraction::whole(100)).map_or(String::new(), expansion)
}

/// A percentage that a rubric names: `95` → `95%`.
pub(super) fn constant(percent: Figure) -> String {
    percent.trimmed() + "%"
}

/// 得分率: score ÷ weight, `93.43%`; empty for a weight of 0.
pub fn score_rate(score: Figure, weight: Figure) -> String {
    score.fraction().div(weight.fraction()).map_or(String::new(), percent)
}

/// The exact decimal, cut off with `…` when it goes on: 5.478714…, 3.75.
///
/// Computed digit by digit from the integers, so no digit is ever rounded.
pub fn expansion(exact: Fraction) -> String {
    let exact = exact.reduced();
    let (num, den) = (exact.numerator().unsigned_abs(), exact.denominator().unsigned_abs());
    let mut decimals = String::new();
    let mut rest = num % den;
    while rest != 0 && decimals.len() < ENDS_WITHIN {
        let Some(tenfold) = rest.checked_mul(10) else {
            break;
        };
        // A digit of a long division is below 10.
        decimals.extend(char::from_digit(u32::try_from(tenfold / den).unwrap_or(0), 10));
        rest = tenfold % den;
    }
    let goes_on = rest != 0;
    if goes_on {
        decimals.truncate(SHOWN);
    }
    let mut shown = String::from(if exact.numerator() < 0 { "-" } else { "" });
    shown.push_str(&(num / den).to_string());
    if !decimals.is_empty() {
        shown.push('.');
        shown.push_str(&decimals);
    }
    if goes_on {
        shown.push('…');
    }
    shown
}

/// A share as a fraction in lowest terms: `1/3`.
pub(super) fn fraction_text(share: Fraction) -> String {
    let share = share.reduced();
    format!("{}/{}", share.numerator(), share.denominator())
}

/// A date: `2024年12月25日`, `2024-12-25`.
pub fn date(date: Date, lang: Lang) -> String {
    let iso = date.to_string();
    let mut parts = iso.split('-');
    let mut part = || match lang {
        Lang::Zh => parts.next().unwrap_or_default().trim_start_matches('0'),
        Lang::En => parts.next().unwrap_or_default(),
    };
    say(text::DATE, lang, &[("year", part()), ("month", part()), ("day", part())])
}

/// A number of percentage points with the unit.
pub(super) fn gap(shown: &str, lang: Lang) -> String {
    let key = if shown == "1" { text::GAP } else { text::GAPS };
    say(key, lang, &[("n", shown)])
}

/// A number of days.
pub(super) fn days(days: i64, lang: Lang) -> String {
    let key = if days == 1 { text::DAY } else { text::DAYS };
    say(key, lang, &[("n", &days.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(num: i128, den: i128) -> Fraction {
        Fraction::whole(num).div(Fraction::whole(den)).unwrap()
    }

    #[test]
    fn an_expansion_is_exact_and_says_when_it_goes_on() {
        // 6 × 30437 ÷ 33333 = 182622 ÷ 33333 = 5.478714787…
        assert_eq!(expansion(ratio(182_622, 33333)), "5.478714…");
        assert_eq!(expansion(ratio(15, 4)), "3.75");
        assert_eq!(expansion(ratio(-1, 3)), "-0.333333…");
        // 1 ÷ 2^10 = 0.0009765625 ends, so it is shown in full.
        assert_eq!(expansion(ratio(1, 1024)), "0.0009765625");
        assert_eq!(expansion(Fraction::whole(7)), "7");
        assert_eq!(expansion(ratio(1, i128::MAX)), "0.000000…");
    }

    #[test]
    fn a_rate_never_looks_complete_when_it_is_not() {
        assert_eq!(percent(ratio(30437, 33333)), "91.31%");
        assert_eq!(percent(ratio(1, 1)), "100%");
        assert_eq!(percent(ratio(29999, 30000)), "99.996666…%");
        assert_eq!(percent(ratio(1, 30000)), "0.003333…%");
        assert_eq!(percent(ratio(-1, 5)), "-20%");
        assert_eq!(percentage_points(ratio(225, 6100)), "3.69");
    }

    #[test]
    fn one_point_is_singular_in_english() {
        assert_eq!(points("1.00".parse().unwrap(), Lang::En), "1 point");
        assert_eq!(points("5.480".parse().unwrap(), Lang::En), "5.48 points");
        assert_eq!(points("5.480".parse().unwrap(), Lang::Zh), "5.48分");
    }

    #[test]
    fn dates_are_written_as_each_language_does() {
        let day = Date::parse("2024-02-05").unwrap();
        assert_eq!(date(day, Lang::Zh), "2024年2月5日");
        assert_eq!(date(day, Lang::En), "2024-02-05");
    }
}
