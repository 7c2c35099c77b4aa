//! Days and times as people write them: `20/11 11:45`, `mai 17h30`, `thứ hai 8 giờ`, `tomorrow 5pm`.
//!
//! Knows words for days, in both languages at once. Must not guess: what can mean two things is not understood, and
//! what is past is said to be past.

mod time;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

pub(super) use self::time::{DayPart, digits, time};
use super::{at, local};

/// What was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// A moment to come.
    Moment(DateTime<Utc>),
    /// A moment that has passed.
    Past(DateTime<Utc>),
    /// Nothing.
    Nothing,
}

/// A date without a year that is further back than this is next year's.
const LOOK_BACK: Months = Months::new(6);

/// Without their marks "tới", the coming one, and "tối", the evening, would be the same.
const TOI: [(&str, &str); 4] = [
    ("tới", COMING),
    ("to\u{31b}\u{301}i", COMING),
    ("tối", "evening"),
    ("to\u{302}\u{301}i", "evening"),
];
const COMING: &str = "coming";

/// Reads a day and a time; without a day, today is meant. `fold` makes small letters without marks of a word.
pub fn heard(text: &str, fold: impl Fn(&str) -> String, now: DateTime<Utc>) -> Heard {
    let unmistakable = |text: String, (written, meant): (&str, &str)| text.replace(written, meant);
    let folded = fold(&TOI.into_iter().fold(text.to_lowercase(), unmistakable));
    let Some(moment) = moment(&words(&folded), local(now).date_naive()) else {
        return Heard::Nothing;
    };
    if moment > now {
        Heard::Moment(moment)
    } else {
        Heard::Past(moment)
    }
}

/// The words of a text, without the marks between and behind them.
pub(super) fn words(folded: &str) -> Vec<&str> {
    folded
        .split(|letter: char| letter.is_whitespace() || ",;!?()“”\"–—".contains(letter))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty() && *word != "-")
        .collect()
}

/// Words around a day or a time that say nothing more.
const FILLERS: [&str; 9] = [
    "at", "in", "luc", "mong", "mung", "ngay", "on", "the", "vao",
];
/// What people end a message with: “ạ”, “nhé”, “nha”.
const POLITE: [&str; 3] = ["a", "nha", "nhe"];

/// A day as it was written.
#[derive(Debug, Clone, Copy)]
enum Day {
    Date(NaiveDate),
    /// Days after Monday; which week's is open.
    Weekday(u64),
}

fn moment(words: &[&str], today: NaiveDate) -> Option<DateTime<Utc>> {
    let (mut day, mut week, mut written, mut part) = (None, None, None, None);
    let mut rest = words;
    while let Some(word) = rest.first() {
        let took;
        if let Some((found, words)) = time(rest) {
            written = once(written, found)?;
            took = words;
        } else if let Some((found, words)) = week_after(rest, day) {
            week = once(week, found)?;
            took = words;
        } else if let Some((found, words)) = named_day(rest, today) {
            day = Some(together(day, found?)?);
            took = words;
        } else if *word == "tonight" {
            day = Some(together(day, Day::Date(today))?);
            part = once(part, DayPart::Evening)?;
            took = 1;
        } else if let Some(found) = DayPart::named(word) {
            part = once(part, found)?;
            took = 1;
        } else if FILLERS.contains(word) || rest.len() == 1 && POLITE.contains(word) {
            took = 1;
        } else {
            return None;
        }
        rest = rest.get(took..).unwrap_or_default();
    }
    let day = resolved(day, week, today)?;
    Some(at(day, written?.on_the_wall(part)?))
}

/// A weekday and a date are one day if they agree, as in this program's own words: `11:45 thứ Sáu 20/11/2026`.
fn together(known: Option<Day>, found: Day) -> Option<Day> {
    match (known, found) {
        (None, found) => Some(found),
        (Some(Day::Weekday(weekday)), Day::Date(date))
        | (Some(Day::Date(date)), Day::Weekday(weekday)) => {
            let agree = u64::from(date.weekday().num_days_from_monday()) == weekday;
            agree.then_some(Day::Date(date))
        }
        _ => None,
    }
}

fn once<T>(known: Option<T>, found: T) -> Option<Option<T>> {
    known.is_none().then_some(Some(found))
}

fn resolved(day: Option<Day>, week: Option<u64>, today: NaiveDate) -> Option<NaiveDate> {
    let place = u64::from(today.weekday().num_days_from_monday());
    match (day, week) {
        (None, None) => Some(today),
        (Some(Day::Date(date)), None) => Some(date),
        // The next one; the same weekday as today is a week away, or "hôm nay" would have been written.
        (Some(Day::Weekday(wanted)), None) => {
            let ahead = (wanted + 7 - place) % 7;
            today.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead }))
        }
        (Some(Day::Weekday(wanted)), Some(weeks)) => {
            let monday = today.checked_sub_days(Days::new(place))?;
            monday.checked_add_days(Days::new(7 * weeks + wanted))
        }
        (None | Some(Day::Date(_)), Some(_)) => None,
    }
}

/// `tuần sau`, `tuần này`, or `này` after a weekday: how many weeks ahead, and how many words it took.
fn week_after(words: &[&str], day: Option<Day>) -> Option<(u64, usize)> {
    match words {
        ["tuan", "sau" | "toi" | COMING, ..] | ["next", "week", ..] => Some((1, 2)),
        ["tuan", "nay", ..] | ["this", "week", ..] => Some((0, 2)),
        ["nay", ..] if matches!(day, Some(Day::Weekday(_))) => Some((0, 1)),
        _ => None,
    }
}

/// Reads a day at the beginning of these words, and how many words it took; there may be no such day.
fn named_day(words: &[&str], today: NaiveDate) -> Option<(Option<Day>, usize)> {
    let after = |days| today.checked_add_days(Days::new(days)).map(Day::Date);
    let named = match words {
        ["hom", "nay", ..] => (after(0), 2),
        ["nay" | "today", ..] => (after(0), 1),
        ["mai" | "tomorrow", ..] => (after(1), 1),
        ["kia" | "mot", ..] => (after(2), 1),
        ["day", "after", "tomorrow", ..] => (after(2), 3),
        [day, "thang", month, "nam", year, ..] => {
            let date = in_year(digits(day)?, digits(month)?, year);
            (date.map(Day::Date), 5)
        }
        [day, "thang", month, ..] => {
            let date = soon(digits(day)?, digits(month)?, today);
            (date.map(Day::Date), 3)
        }
        [word, ..] => {
            if let Some((weekday, took)) = weekday(words) {
                return Some(match words.get(took) {
                    Some(&COMING) => (Some(Day::Weekday(weekday)), took + 1),
                    // Typed without marks: the coming one, or its evening?
                    Some(&"toi") => (None, took),
                    _ => (Some(Day::Weekday(weekday)), took),
                });
            }
            (date(word, today)?.map(Day::Date), 1)
        }
        [] => return None,
    };
    Some(named)
}

/// Days after Monday, and how many words it took.
fn weekday(words: &[&str]) -> Option<(u64, usize)> {
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

/// `20/11`, `20-11-2026`, `20.11.26`; there may be no such day.
fn date(word: &str, today: NaiveDate) -> Option<Option<NaiveDate>> {
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    match parts.as_slice() {
        [day, month] => Some(soon(digits(day)?, digits(month)?, today)),
        [day, month, year] => Some(in_year(digits(day)?, digits(month)?, year)),
        _ => None,
    }
}

fn in_year(day: u32, month: u32, year: &str) -> Option<NaiveDate> {
    let short = digits(year).map(|year| 2000 + year);
    let full = year.parse().ok().filter(|_| year.len() == 4);
    let year = i32::try_from(short.or(full)?).ok()?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// This year's, or next year's if this year's is long past or there is none.
fn soon(day: u32, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let oldest = today.checked_sub_months(LOOK_BACK)?;
    [today.year(), today.year() + 1]
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= oldest)
}

#[cfg(test)]
mod tests;
