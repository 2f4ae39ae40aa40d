//! Calendar dates: read from `2024-12-25`, counted in days.

use std::fmt;

/// A calendar date that exists, in the Gregorian calendar.
///
/// ```
/// use jiheng::engine::Date;
/// assert!(Date::parse("2024-02-29").is_some());
/// assert!(Date::parse("2023-02-29").is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// Reads `yyyy-mm-dd`; nothing if it is written otherwise or no such day exists.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let part = parts.next()?;
            let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| plain)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let month = u8::try_from(month).ok()?;
        let day = u8::try_from(day).ok()?;
        let exists = year >= 1 && (1..=days_in(year, month)).contains(&day);
        (parts.next().is_none() && exists).then_some(Date { year, month, day })
    }

    /// Days from `earlier` to this date; below 0 if it lies before.
    pub fn days_since(self, earlier: Date) -> i64 {
        self.day_number() - earlier.day_number()
    }

    /// The date so many days later, or earlier if below 0; none outside the years 1 to 9999.
    pub fn after(self, days: i64) -> Option<Date> {
        let due = self.day_number().checked_add(days)?;
        // No year is longer: near enough to begin with, and never too late.
        let year = u16::try_from((due / 366).max(1)).ok()?;
        let from = |year: u16| (1..=12).map(move |month: u8| Date { year, month, day: 1 });
        let months = (year..=year.checked_add(30)?).flat_map(from);
        let months = months.take_while(|first| first.year <= 9999);
        let first = months.take_while(|first| first.day_number() <= due).last()?;
        let day = u8::try_from(due - first.day_number() + 1).ok()?;
        (day <= days_in(first.year, first.month)).then_some(Date { day, ..first })
    }

    /// Days since a fixed day long ago, by the count of days before a year that starts in March.
    fn day_number(self) -> i64 {
        let shifted = i64::from(self.year) - i64::from(self.month <= 2);
        let month = (i64::from(self.month) + 9) % 12;
        let days_before_year = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400;
        days_before_year + (153 * month + 2) / 5 + i64::from(self.day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in
            ["2023-02-29", "1900-02-29", "2024-13-01", "2024-04-31", "2024-00-10", "0000-01-01"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        for text in
            ["2024-2-29", "2024-02-29-1", "24-02-29", "2024/02/29", "二〇二四", "+024-01-01"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2000-02-29").is_some());
    }

    #[test]
    fn days_are_counted_over_leap_days_and_years() {
        let day = |text| Date::parse(text).unwrap();
        assert_eq!(day("2024-03-01").days_since(day("2024-02-28")), 2);
        assert_eq!(day("2023-03-01").days_since(day("2023-02-28")), 1);
        assert_eq!(day("2024-12-31").days_since(day("2024-01-01")), 365);
        assert_eq!(day("2024-01-01").days_since(day("2025-01-01")), -366);
    }

    #[test]
    fn days_later_is_the_inverse_of_days_since() {
        let start = Date::parse("2024-02-28").unwrap();
        for (days, text) in [
            (1, "2024-02-29"),
            (2, "2024-03-01"),
            (366, "2025-02-28"),
            (-59, "2023-12-31"),
            (0, "2024-02-28"),
        ] {
            let later = start.after(days).unwrap();
            assert_eq!(later.to_string(), text);
            assert_eq!(later.days_since(start), days);
        }
        assert_eq!(Date::parse("9999-12-31").unwrap().after(1), None);
        assert_eq!(Date::parse("0001-01-01").unwrap().after(-1), None);
        assert_eq!(Date::parse("9999-12-30").unwrap().after(1), Date::parse("9999-12-31"));
    }
}
