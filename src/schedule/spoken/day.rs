//! Days as people write them: `ngày mai`, `thứ hai`, `ngày 20`, `20/11`, `3 ngày nữa`, `tomorrow`.
//!
//! Knows words for days, in both languages at once. Must not know what stands around them.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::COMING;
use super::time::{digits, number};

/// A date without a year that is further back than this is next year's.
const LOOK_BACK: Months = Months::new(6);

/// Reads a day that is no weekday at the beginning of these words, and how many words it took; there may be no such day.
pub(super) fn dated(words: &[&str], today: NaiveDate) -> Option<(Option<NaiveDate>, usize)> {
    let after = |days| today.checked_add_days(Days::new(days));
    Some(match words {
        ["hom", "nay", ..] => (after(0), 2),
        [count, "ngay", "nua", ..] => (after(number(count)?.into()), 3),
        [count, "tuan", "nua", ..] => (after(7 * u64::from(number(count)?)), 3),
        ["in", count, "day" | "days", ..] => (after(number(count)?.into()), 3),
        ["in", count, "week" | "weeks", ..] => (after(7 * u64::from(number(count)?)), 3),
        ["nay" | "today", ..] => (after(0), 1),
        ["mai" | "tomorrow", ..] => (after(1), 1),
        ["kia" | "mot", ..] => (after(2), 1),
        ["day", "after", "tomorrow", ..] => (after(2), 3),
        [day, "thang", "nay", ..] => (in_month(digits(day)?, today, 0), 3),
        [day, "thang", "sau" | "toi" | COMING, ..] => (in_month(digits(day)?, today, 1), 3),
        [day, "thang", month, "nam", year, ..] => {
            let year = if *year == "nay" {
                today.year()
            } else {
                self::year(year)?
            };
            (
                NaiveDate::from_ymd_opt(year, digits(month)?, digits(day)?),
                5,
            )
        }
        [day, "thang", month, ..] => (soon(digits(day)?, digits(month)?, today), 3),
        // Another word follows, or it is an hour: "ngày 20 giờ" is none of the 20th.
        ["ngay" | "mong" | "mung", day, rest @ ..]
            if !matches!(rest, ["thang" | "gio" | "h" | "g", ..]) =>
        {
            let found = next_of(digits(day)?, today);
            (found, if rest.first() == Some(&"nay") { 3 } else { 2 })
        }
        [word, ..] => (date(word, today)?, 1),
        [] => return None,
    })
}

/// Days after Monday, and how many words it took.
pub(super) fn weekday(words: &[&str]) -> Option<(u64, usize)> {
    let (day, took) = match words {
        ["thu", "hai" | "2", ..] => (0, 2),
        ["thu", "ba" | "3", ..] => (1, 2),
        ["thu", "tu" | "4", ..] => (2, 2),
        ["thu", "nam" | "5", ..] => (3, 2),
        ["thu", "sau" | "6", ..] => (4, 2),
        ["thu", "bay" | "7", ..] => (5, 2),
        ["chu", "nhat", ..] => (6, 2),
        ["t2" | "t.2" | "monday" | "mon", ..] => (0, 1),
        ["t3" | "t.3" | "tuesday" | "tue" | "tues", ..] => (1, 1),
        ["t4" | "t.4" | "wednesday" | "wed", ..] => (2, 1),
        // "thu" by itself is no Thursday: it may be half of a Vietnamese word.
        ["t5" | "t.5" | "thursday" | "thur" | "thurs", ..] => (3, 1),
        ["t6" | "t.6" | "friday" | "fri", ..] => (4, 1),
        ["t7" | "t.7" | "saturday" | "sat", ..] => (5, 1),
        ["cn" | "sunday" | "sun", ..] => (6, 1),
        _ => return None,
    };
    Some((day, took))
}

/// `20/11`, `20-11-2026`, `20.11.26`, `2026-11-20`; there may be no such day.
fn date(word: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    let (day, month, year) = match parts.as_slice() {
        [day, month] => return Some(soon(digits(day)?, digits(month)?, today)),
        [year, month, day] if year.len() == 4 => (day, month, year),
        [day, month, year] => (day, month, year),
        _ => return None,
    };
    Some(NaiveDate::from_ymd_opt(
        self::year(year)?,
        digits(month)?,
        digits(day)?,
    ))
}

fn year(word: &str) -> Option<i32> {
    let short = digits(word).map(|year| 2000 + year);
    let full = word.parse().ok().filter(|_| word.len() == 4);
    i32::try_from(short.or(full)?).ok()
}

/// That day of this month or of one some months ahead.
fn in_month(day: u32, today: NaiveDate, ahead: u32) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    first.checked_add_months(Months::new(ahead))?.with_day(day)
}

/// The next day of that number; today is one.
fn next_of(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (0..3)
        .filter_map(|ahead| in_month(day, today, ahead))
        .find(|date| *date >= today)
}

/// This year's, or next year's if this year's is long past or there is none.
fn soon(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let oldest = today.checked_sub_months(LOOK_BACK)?;
    [today.year(), today.year() + 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= oldest)
}
