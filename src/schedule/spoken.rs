//! Days and times as people write them: `20/11 11:45`, `mai 17h30`, `thứ hai 8 giờ`, `tomorrow 5pm`.
//!
//! Knows words for days, in both languages at once. Must not guess: what can mean two things is not understood, and
//! what is past is said to be past.

mod day;
mod time;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use self::day::{dated, weekday};
pub(super) use self::time::{DayPart, Wall, digits, time};
use self::time::{Written, number};
use super::{at, local};

/// What was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// A moment to come.
    Moment(DateTime<Utc>),
    /// A moment that has passed.
    Past(DateTime<Utc>),
    /// No moment.
    Unclear(Unclear),
}

/// Why no moment was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// Some of the words are not known.
    Unread,
    /// Two days or two times, as in `8h-9h`.
    Two,
    /// The night before that day or the one after it: `12h đêm mai`.
    Night(DateTime<Utc>, DateTime<Utc>),
    /// `30/2`.
    NoSuchDay,
    /// `cuối tuần`.
    WhichDay,
    /// A day without an hour: `sáng mai`, `đầu giờ chiều`.
    NoHour(NaiveDate),
    /// The hour is not in that part of the day: `9 giờ trưa`.
    DayPart,
}

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
    match moment(&words(&folded), now) {
        Ok(moment) if moment > now => Heard::Moment(moment),
        Ok(moment) => Heard::Past(moment),
        Err(unclear) => Heard::Unclear(unclear),
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
const FILLERS: [&str; 19] = [
    "and", "at", "by", "den", "from", "in", "khoang", "luc", "mong", "mung", "ngay", "on", "rang",
    "tam", "the", "to", "tu", "va", "vao",
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

/// What was found so far.
#[derive(Default)]
struct Parts {
    day: Option<Day>,
    week: Option<u64>,
    written: Option<Written>,
    part: Option<DayPart>,
    /// An hour that is none: `đầu giờ`.
    vague: bool,
}

fn moment(words: &[&str], now: DateTime<Utc>) -> Result<DateTime<Utc>, Unclear> {
    if let Some(ahead) = ahead(words) {
        return Ok(now + ahead);
    }
    let today = local(now).date_naive();
    let mut parts = Parts::default();
    let mut rest = words;
    while !rest.is_empty() {
        let took = parts.take(rest, today)?;
        rest = rest.get(took..).unwrap_or_default();
    }
    parts.moment(now, today)
}

impl Parts {
    /// Takes what stands first; returns how many words that are.
    fn take(&mut self, rest: &[&str], today: NaiveDate) -> Result<usize, Unclear> {
        if let Some((found, took)) = time(rest) {
            once(&mut self.written, found, Unclear::Two)?;
            Ok(took)
        } else if let Some((found, took)) = week_after(rest, self.day) {
            once(&mut self.week, found, Unclear::Two)?;
            Ok(took)
        } else if let Some((found, took)) = named_day(rest, today)? {
            self.day = Some(together(self.day, found)?);
            Ok(took)
        } else {
            self.take_word(rest, today)
        }
    }

    fn take_word(&mut self, rest: &[&str], today: NaiveDate) -> Result<usize, Unclear> {
        match rest {
            ["tonight", ..] => {
                self.day = Some(together(self.day, Day::Date(today))?);
                once(&mut self.part, DayPart::Evening, Unclear::DayPart)?;
            }
            [
                "dau" | "giua" | "cuoi",
                "tuan" | "thang" | "quy" | "nam",
                ..,
            ]
            | ["weekend", ..] => {
                return Err(Unclear::WhichDay);
            }
            ["dau" | "giua" | "cuoi", "gio" | "buoi", ..] => {
                self.vague = true;
                return Ok(2);
            }
            ["dau" | "giua" | "cuoi", part, ..] if DayPart::named(part).is_some() => {
                self.vague = true
            }
            [word, ..] if is_span(word) => return Err(Unclear::Two),
            [word, rest @ ..] => {
                if let Some(found) = DayPart::named(word) {
                    once(&mut self.part, found, Unclear::DayPart)?;
                } else if !(FILLERS.contains(word)
                    || *word == COMING
                    || rest.is_empty() && POLITE.contains(word))
                {
                    return Err(Unclear::Unread);
                }
            }
            [] => {}
        }
        Ok(1)
    }

    fn moment(self, now: DateTime<Utc>, today: NaiveDate) -> Result<DateTime<Utc>, Unclear> {
        let empty = self.day.is_none() && self.week.is_none() && self.part.is_none();
        if empty && self.written.is_none() && !self.vague {
            return Err(Unclear::Unread);
        }
        let day = resolved(self.day, self.week, today)?;
        let written = self.written.filter(|_| !self.vague);
        let wall = written.ok_or(Unclear::NoHour(day))?.on_the_wall(self.part);
        let after = day.succ_opt().ok_or(Unclear::NoSuchDay)?;
        match wall.ok_or(Unclear::DayPart)? {
            Wall::Time(time) => Ok(at(day, time)),
            Wall::Night(time) => {
                let (before, after) = (at(day, time), at(after, time));
                match before > now {
                    true => Err(Unclear::Night(before, after)),
                    false => Ok(after),
                }
            }
            Wall::End => Ok(at(after, NaiveTime::MIN)),
        }
    }
}

/// `2 tiếng nữa`, `in 30 minutes`.
fn ahead(words: &[&str]) -> Option<TimeDelta> {
    let words = match words {
        [words @ .., last] if POLITE.contains(last) => words,
        words => words,
    };
    match words {
        [count, "tieng" | "gio", "nua"] | ["in", count, "hour" | "hours"] => {
            Some(TimeDelta::hours(number(count)?.into()))
        }
        [count, "phut", "nua"] | ["in", count, "minute" | "minutes"] => {
            Some(TimeDelta::minutes(number(count)?.into()))
        }
        _ => None,
    }
}

/// `8h-9h`, `8-9h`, `20/11-22/11`.
fn is_span(word: &str) -> bool {
    word.split_once('-').is_some_and(|(from, to)| {
        let told = |word| time(&[word]).is_some() || word.contains('/');
        (told(from) || digits(from).is_some()) && told(to)
    })
}

/// A weekday and a date are one day if they agree, as in this program's own words: `11:45 thứ Sáu 20/11/2026`.
fn together(known: Option<Day>, found: Day) -> Result<Day, Unclear> {
    match (known, found) {
        (None, found) => Ok(found),
        (Some(Day::Weekday(weekday)), Day::Date(date))
        | (Some(Day::Date(date)), Day::Weekday(weekday))
            if weekday_of(date) == weekday =>
        {
            Ok(Day::Date(date))
        }
        _ => Err(Unclear::Two),
    }
}

fn once<T>(known: &mut Option<T>, found: T, twice: Unclear) -> Result<(), Unclear> {
    match known.replace(found) {
        None => Ok(()),
        Some(_) => Err(twice),
    }
}

fn resolved(day: Option<Day>, week: Option<u64>, today: NaiveDate) -> Result<NaiveDate, Unclear> {
    let place = weekday_of(today);
    let found = match (day, week) {
        (None, None) => Some(today),
        (None, Some(_)) => return Err(Unclear::WhichDay),
        (Some(Day::Date(date)), None) => Some(date),
        // The two are one day if they agree.
        (Some(Day::Date(date)), Some(_)) => {
            let named = Day::Weekday(weekday_of(date));
            let same = resolved(Some(named), week, today)? == date;
            return same.then_some(date).ok_or(Unclear::Two);
        }
        // The next one; the same weekday as today is a week away, or "hôm nay" would have been written.
        (Some(Day::Weekday(wanted)), None) => {
            let ahead = (wanted + 7 - place) % 7;
            today.checked_add_days(Days::new(if ahead == 0 { 7 } else { ahead }))
        }
        (Some(Day::Weekday(wanted)), Some(weeks)) => {
            let monday = today.checked_sub_days(Days::new(place));
            monday.and_then(|monday| monday.checked_add_days(Days::new(7 * weeks + wanted)))
        }
    };
    found.ok_or(Unclear::NoSuchDay)
}

/// Days after Monday.
fn weekday_of(date: NaiveDate) -> u64 {
    date.weekday().num_days_from_monday().into()
}

/// `tuần sau`, `tuần này`, or `này` after a weekday: how many weeks ahead, and how many words it took.
fn week_after(words: &[&str], day: Option<Day>) -> Option<(u64, usize)> {
    match words {
        ["tuan", "sau", "nua", ..] => Some((2, 3)),
        ["tuan", "sau" | "toi" | COMING, ..] | ["next", "week", ..] => Some((1, 2)),
        ["tuan", "nay", ..] | ["this", "week", ..] => Some((0, 2)),
        ["nay", ..] if matches!(day, Some(Day::Weekday(_))) => Some((0, 1)),
        _ => None,
    }
}

/// Reads a day at the beginning of these words, and how many words it took.
fn named_day(words: &[&str], today: NaiveDate) -> Result<Option<(Day, usize)>, Unclear> {
    if let Some((weekday, took)) = weekday(words) {
        return match words.get(took) {
            Some(&COMING) => Ok(Some((Day::Weekday(weekday), took + 1))),
            // Typed without marks: the coming one, or its evening?
            Some(&"toi") => Err(Unclear::Unread),
            _ => Ok(Some((Day::Weekday(weekday), took))),
        };
    }
    let Some((date, took)) = dated(words, today) else {
        return Ok(None);
    };
    let date = date.ok_or(Unclear::NoSuchDay)?;
    Ok(Some((Day::Date(date), took)))
}

#[cfg(test)]
mod tests;
