//! The time of day, for "saved at" and for keys.

use js_sys::{Date, Math};

/// Milliseconds since 1970.
pub fn now() -> u64 {
    Date::now() as u64
}

/// The time of day, local: `14:02`.
pub fn clock_time() -> String {
    time_of(&Date::new_0())
}

/// A moment, local: `14:02` if it is today, else `2024-12-25 14:02`.
pub fn moment(milliseconds: u64) -> String {
    let date = Date::new(&(milliseconds as f64).into());
    if date.to_date_string() == Date::new_0().to_date_string() {
        return time_of(&date);
    }
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{year}-{month:02}-{day:02} {}", time_of(&date))
}

fn time_of(date: &Date) -> String {
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// A name that no other tab gives at the same time.
pub fn unique() -> String {
    let chance = (Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}-{chance:08x}", now())
}
