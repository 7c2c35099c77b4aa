//! Days that come again: `ngày 15 hằng tháng 11h45`, `26/3, 19/5 và 2/9 lúc 11h45`.
//!
//! Knows words for them, in both languages at once, and when they come next. Must not know what is sent.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveTime, Utc};

use super::spoken::{DayPart, Wall, digits, time, words};
use super::{at, local};

/// More dates in a year are a calendar, not a reminder.
const DATES_MAX: usize = 12;

/// A date in February of leap years comes again after so many years at most.
const YEARS: i32 = 8;

/// On which days and at what time something is sent again and again. [`Rhythm::heard`] reads what it writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rhythm {
    /// The days.
    pub days: Recurrence,
    /// The time on Vietnam's wall clock.
    pub time: NaiveTime,
}

/// Days that come again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recurrence {
    /// This day of every month; in a shorter month its last day.
    Monthly(u32),
    /// These dates of every year, as month and day.
    Yearly(BTreeSet<(u32, u32)>),
}

impl Rhythm {
    /// Reads days and a time; `None` if anything in it can mean something else. The text is folded.
    pub fn heard(folded: &str) -> Option<Self> {
        let words = words(folded);
        let (mut written, mut part, mut day, mut monthly) = (None, None, None, false);
        let mut dates = BTreeSet::new();
        let mut place = 0;
        while let Some(word) = words.get(place) {
            let following = words.get(place + 1).copied().unwrap_or_default();
            place += 1;
            if let Some((found, took)) = time(words.get(place - 1..).unwrap_or_default()) {
                if written.replace(found).is_some() {
                    return None;
                }
                place += took - 1;
            } else if let Some(found) = DayPart::named(word) {
                if part.replace(found).is_some() {
                    return None;
                }
            } else if matches!(
                (*word, following),
                ("hang" | "moi", "thang") | ("every", "month")
            ) {
                monthly = true;
                place += 1;
            } else if *word == "monthly" {
                monthly = true;
            } else if let Some(found) = digits(word).filter(|day| (1..=31).contains(day)) {
                if day.replace(found).is_some() {
                    return None;
                }
            } else if let Some(date) = date(word) {
                dates.insert(date);
            } else if !matches!(
                *word,
                "ngay" | "cac" | "va" | "vao" | "luc" | "at" | "on" | "and" | "day" | "the"
            ) {
                return None;
            }
        }
        let days = match (monthly, day) {
            (true, Some(day)) if dates.is_empty() => Recurrence::Monthly(day),
            (false, None) if (1..=DATES_MAX).contains(&dates.len()) => Recurrence::Yearly(dates),
            _ => return None,
        };
        // Which of two nights, nobody can ask here.
        let Wall::Time(time) = written?.on_the_wall(part)? else {
            return None;
        };
        Some(Self { days, time })
    }

    /// When it comes next, after this moment.
    pub fn next(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let today = local(after).date_naive();
        let days: Vec<NaiveDate> = match &self.days {
            Recurrence::Monthly(day) => {
                let first = today.with_day(1)?;
                let months =
                    (0..=1).filter_map(|ahead| first.checked_add_months(Months::new(ahead)));
                months.filter_map(|first| in_month(first, *day)).collect()
            }
            Recurrence::Yearly(dates) => (0..=YEARS)
                .flat_map(|ahead| dates.iter().map(move |date| (today.year() + ahead, date)))
                .filter_map(|(year, (month, day))| NaiveDate::from_ymd_opt(year, *month, *day))
                .collect(),
        };
        let moments = days.into_iter().map(|day| at(day, self.time));
        moments.filter(|moment| *moment > after).min()
    }
}

impl fmt::Display for Rhythm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.days {
            Recurrence::Monthly(day) => write!(out, "monthly {day} ")?,
            Recurrence::Yearly(dates) => {
                for (month, day) in dates {
                    write!(out, "{day}/{month} ")?;
                }
            }
        }
        write!(out, "{}", self.time.format("%H:%M"))
    }
}

fn in_month(first: NaiveDate, day: u32) -> Option<NaiveDate> {
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    first.with_day(day).or(Some(last))
}

/// `2/9`, `02-09`, as month and day; a date that some year has.
fn date(word: &str) -> Option<(u32, u32)> {
    let (day, month) = word.split_once(['/', '-', '.'])?;
    let (day, month) = (digits(day)?, digits(month)?);
    NaiveDate::from_ymd_opt(2024, month, day).map(|_| (month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(text: &str) -> Option<String> {
        Rhythm::heard(&crate::text::fold(text)).map(|rhythm| rhythm.to_string())
    }

    #[test]
    fn days_are_understood_as_people_write_them_and_as_they_are_kept() {
        for (text, meant) in [
            ("ngày 15 hằng tháng 11h45", "monthly 15 11:45"),
            ("Hằng tháng, ngày 5, lúc 17 giờ 30", "monthly 5 17:30"),
            ("11h ngày 15 mỗi tháng", "monthly 15 11:00"),
            ("5 giờ chiều ngày 20 hàng tháng", "monthly 20 17:00"),
            ("monthly 31 11:45", "monthly 31 11:45"),
            ("26/3, 19/5 và 2/9 lúc 11h45", "26/3 19/5 2/9 11:45"),
            ("ngày 28-7 11:45", "28/7 11:45"),
        ] {
            assert_eq!(heard(text).as_deref(), Some(meant), "{text}");
            assert_eq!(heard(meant).as_deref(), Some(meant));
        }
    }

    #[test]
    fn nothing_is_guessed() {
        for text in [
            "",
            "hằng tháng",
            "ngày 15 hằng tháng",
            "hằng tháng 11h45",
            "ngày 15 11h45",
            "ngày 32 hằng tháng 11h45",
            "ngày 15 ngày 16 hằng tháng 11h45",
            "2/9 hằng tháng 11h45",
            "31/2 11h45",
            "2/9 11h45 12h45",
            "2/9 khi rảnh 11h45",
            // Which of two nights?
            "ngày 15 hằng tháng 12 giờ đêm",
        ] {
            assert_eq!(heard(text), None, "{text}");
        }
    }

    #[test]
    fn the_next_day_is_after_now_and_short_months_end_early() {
        let next = |rhythm: &str, now: &str| {
            let now: DateTime<Utc> = format!("{now}:00+07:00").parse().expect("a moment");
            let next = Rhythm::heard(rhythm).expect("a rhythm").next(now);
            local(next.expect("a day"))
                .format("%d/%m/%Y %H:%M")
                .to_string()
        };
        assert_eq!(
            next("monthly 15 11:45", "2026-11-15T11:44"),
            "15/11/2026 11:45"
        );
        assert_eq!(
            next("monthly 15 11:45", "2026-11-15T11:45"),
            "15/12/2026 11:45"
        );
        assert_eq!(
            next("monthly 31 11:45", "2027-02-01T08:00"),
            "28/02/2027 11:45"
        );
        assert_eq!(
            next("monthly 31 11:45", "2026-12-31T12:00"),
            "31/01/2027 11:45"
        );
        assert_eq!(
            next("26/3 2/9 11:45", "2026-11-20T08:00"),
            "26/03/2027 11:45"
        );
        assert_eq!(
            next("26/3 2/9 11:45", "2026-03-26T11:45"),
            "02/09/2026 11:45"
        );
        assert_eq!(next("29/2 11:45", "2026-03-01T08:00"), "29/02/2028 11:45");
    }
}
