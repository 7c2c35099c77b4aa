//! Days and times as people write them: `20/11 11:45`, `mai 17h30`, `thứ hai 8 giờ`, `tomorrow 5pm`.
//!
//! Knows words for days and hours, in both languages at once. Must not guess: what can mean two
//! things is not understood, and what is past is said to be past.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, Utc};

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

/// Reads a day and a time; without a day, today is meant. The text is folded: small letters without marks.
pub fn heard(folded: &str, now: DateTime<Utc>) -> Heard {
    let Some(moment) = moment(folded, local(now).date_naive()) else {
        return Heard::Nothing;
    };
    if moment > now {
        Heard::Moment(moment)
    } else {
        Heard::Past(moment)
    }
}

fn moment(folded: &str, today: NaiveDate) -> Option<DateTime<Utc>> {
    let joined = joined(folded).replace(" ngay ", " ");
    let words: Vec<&str> = joined.split_whitespace().collect();
    let (mut day, mut time, mut half) = (None, None, None);
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let following = words.get(place + 1).copied().unwrap_or_default();
        place += 1;
        if let Some(found) = hour(word, following) {
            let (found, took_two) = found;
            time = once(time, found)?;
            place += usize::from(took_two);
        } else if let Some((found, took_two)) = named_day(word, following, today) {
            day = once(day, found)?;
            place += usize::from(took_two);
        } else if let Some(found) = part_of_day(word) {
            half = once(half, found)?;
        } else {
            return None;
        }
    }
    Some(at(day.unwrap_or(today), in_half(time?, half)?))
}

/// "17 giờ 30" and "17 h 30" are one word to us.
pub(super) fn joined(folded: &str) -> String {
    let mut joined = format!(" {folded} ");
    for (written, meant) in [
        (" gio kem ", " ? "),
        (" gio ruoi ", "h30 "),
        (" gio ", "h "),
        ("h ruoi ", "h30 "),
        (" phut ", " "),
        (" h ", "h "),
        (" luc ", " "),
        (" at ", " "),
        (" on ", " "),
        (",", " "),
    ] {
        joined = joined.replace(written, meant);
    }
    joined
}

fn once<T>(known: Option<T>, found: T) -> Option<Option<T>> {
    known.is_none().then_some(Some(found))
}

/// `11:45`, `11h45`, `11h`, `5pm`, or `11h` followed by `45`.
pub(super) fn hour(word: &str, following: &str) -> Option<((u32, u32), bool)> {
    if let Some((hour, minute)) = word.split_once([':', 'h']) {
        let hour = digits(hour)?;
        if minute.is_empty() {
            let next = digits(following).filter(|minute| following.len() == 2 && *minute < 60);
            return Some(((hour, next.unwrap_or(0)), next.is_some()));
        }
        return Some(((hour, digits(minute)?), false));
    }
    let (bare, afternoon) = match (word.strip_suffix("pm"), word.strip_suffix("am")) {
        (Some(bare), _) => (bare, 12),
        (None, Some(bare)) => (bare, 0),
        (None, None) => return None,
    };
    let hour = digits(bare).filter(|hour| (1..=12).contains(hour))?;
    Some(((hour % 12 + afternoon, 0), false))
}

pub(super) fn digits(text: &str) -> Option<u32> {
    let sound = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| sound)
}

/// Morning or not: "5 giờ chiều" is 17:00.
pub(super) fn part_of_day(word: &str) -> Option<bool> {
    match word {
        "sang" | "morning" => Some(false),
        "trua" | "chieu" | "toi" | "afternoon" | "evening" => Some(true),
        _ => None,
    }
}

pub(super) fn in_half((hour, minute): (u32, u32), late: Option<bool>) -> Option<NaiveTime> {
    let hour = match (late, hour) {
        // "11 giờ trưa" is 11:00; from one to ten it is after noon.
        (Some(true), 1..=10) => hour + 12,
        (Some(false), 12..) => return None,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn named_day(word: &str, following: &str, today: NaiveDate) -> Option<(NaiveDate, bool)> {
    let after = |days| today.checked_add_days(Days::new(days));
    let weekday = match (word, following) {
        ("thu", "hai" | "2") | ("monday" | "mon", _) => 0,
        ("thu", "ba" | "3") | ("tuesday" | "tue", _) => 1,
        ("thu", "tu" | "4") | ("wednesday" | "wed", _) => 2,
        ("thu", "nam" | "5") | ("thursday", _) => 3,
        ("thu", "sau" | "6") | ("friday" | "fri", _) => 4,
        ("thu", "bay" | "7") | ("saturday" | "sat", _) => 5,
        ("chu", "nhat") | ("sunday" | "sun", _) => 6,
        ("hom", "nay") => return Some((today, true)),
        ("today", _) => return Some((today, false)),
        ("mai" | "tomorrow", _) => return Some((after(1)?, false)),
        ("kia", _) => return Some((after(2)?, false)),
        _ => return date(word, today).map(|day| (day, false)),
    };
    // The next one; the same weekday as today is a week away, or "hôm nay" would have been written.
    let ahead = (weekday + 7 - u64::from(today.weekday().num_days_from_monday())) % 7;
    let took_two = matches!(word, "thu" | "chu");
    Some((after(if ahead == 0 { 7 } else { ahead })?, took_two))
}

/// `20/11`, `20-11-2026`, `20.11.26`.
fn date(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    match parts.as_slice() {
        [day, month] => {
            let (day, month) = (digits(day)?, digits(month)?);
            let this_year = NaiveDate::from_ymd_opt(today.year(), month, day)?;
            if this_year < today.checked_sub_months(LOOK_BACK)? {
                NaiveDate::from_ymd_opt(today.year() + 1, month, day)
            } else {
                Some(this_year)
            }
        }
        [day, month, year] => {
            let short = digits(year).map(|year| 2000 + year);
            let full = year.parse().ok().filter(|_| year.len() == 4);
            let year = i32::try_from(short.or(full)?).ok()?;
            NaiveDate::from_ymd_opt(year, digits(month)?, digits(day)?)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// It is Friday, 20/11/2026, ten in the morning.
    fn now() -> DateTime<Utc> {
        "2026-11-20T10:00:00+07:00".parse().expect("a moment")
    }

    fn understood(text: &str) -> String {
        let shown = |at| local(at).format("%a %d/%m/%Y %H:%M").to_string();
        match heard(&crate::text::fold(text), now()) {
            Heard::Moment(at) => shown(at),
            Heard::Past(at) => format!("past: {}", shown(at)),
            Heard::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn times_are_understood_as_people_write_them() {
        for (text, meant) in [
            ("20/11 11:45", "Fri 20/11/2026 11:45"),
            ("11h45", "Fri 20/11/2026 11:45"),
            ("mai 17h30", "Sat 21/11/2026 17:30"),
            ("17h30 ngày mai", "Sat 21/11/2026 17:30"),
            ("Ngày kia lúc 8 giờ", "Sun 22/11/2026 08:00"),
            ("thứ hai, 11 giờ 45", "Mon 23/11/2026 11:45"),
            ("Thứ Sáu 17h", "Fri 27/11/2026 17:00"),
            ("chủ nhật 9h", "Sun 22/11/2026 09:00"),
            ("5 giờ chiều", "Fri 20/11/2026 17:00"),
            ("11 giờ trưa", "Fri 20/11/2026 11:00"),
            ("5 giờ rưỡi chiều mai", "Sat 21/11/2026 17:30"),
            ("hôm nay 20h", "Fri 20/11/2026 20:00"),
            ("1-12-2026 17:15", "Tue 01/12/2026 17:15"),
            ("1.12.26 17:15", "Tue 01/12/2026 17:15"),
            ("05/01 11h45", "Tue 05/01/2027 11:45"),
            ("tomorrow 5pm", "Sat 21/11/2026 17:00"),
            ("monday at 11:45", "Mon 23/11/2026 11:45"),
        ] {
            assert_eq!(understood(text), meant, "{text}");
        }
    }

    #[test]
    fn what_is_past_is_said_to_be_and_nothing_is_guessed() {
        for (text, meant) in [
            ("9h30", "past: Fri 20/11/2026 09:30"),
            ("19/11 11:45", "past: Thu 19/11/2026 11:45"),
            ("20/11/2025 11:45", "past: Thu 20/11/2025 11:45"),
            ("mai", "nothing"),
            ("", "nothing"),
            ("25:00", "nothing"),
            ("31/02 11:45", "nothing"),
            ("11:45 12:45", "nothing"),
            ("mai 20/11 8h", "nothing"),
            ("sáng mai 14h", "nothing"),
            ("Kính gửi các đồng chí", "nothing"),
            ("8", "nothing"),
            ("11:4567", "nothing"),
            ("🙂", "nothing"),
        ] {
            assert_eq!(understood(text), meant, "{text}");
        }
    }
}
