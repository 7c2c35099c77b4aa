//! Times of the day as people write them: `8h30`, `5 giờ rưỡi chiều`, `8 giờ kém 15`, `5pm`.
//!
//! Knows words for hours and for parts of the day, in both languages at once. Must not guess: at "12 giờ đêm" one day
//! ends and the next begins.

use chrono::NaiveTime;

/// A part of the day: it says which of two hours is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::schedule) enum DayPart {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Am,
    Pm,
}

/// A time as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::schedule) struct Written {
    hour: u32,
    /// After the hour, or before it if negative.
    minutes: i32,
    /// The part of the day, where it is one word with the hour.
    part: Option<DayPart>,
}

/// Where it stands on the clock of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::schedule) enum Wall {
    Time(NaiveTime),
    /// In the small hours of the day, or of the one after it: `12 giờ đêm`.
    Night(NaiveTime),
    /// The end of the day: `24h`.
    End,
}

impl Written {
    /// The time that is meant in that part of the day; `None` if the two contradict each other.
    pub(in crate::schedule) fn on_the_wall(self, part: Option<DayPart>) -> Option<Wall> {
        let part = match (self.part, part) {
            (Some(_), Some(_)) => return None,
            (one, other) => one.or(other),
        };
        let small = match (self.hour, part) {
            (24, None | Some(DayPart::Evening | DayPart::Night)) => {
                return (self.minutes == 0).then_some(Wall::End);
            }
            (0 | 12, Some(DayPart::Evening | DayPart::Night)) => Some(0),
            (hour @ 1..=4, Some(DayPart::Night)) => Some(hour),
            _ => None,
        };
        let hour = match (small, part) {
            (Some(hour), _) => hour,
            (None, Some(part)) => part.hour(self.hour)?,
            (None, None) => self.hour,
        };
        // Only an hour of the day has a time before or after it.
        NaiveTime::from_hms_opt(hour, 0, 0)?;
        let minutes = hour.checked_mul(60)?.checked_add_signed(self.minutes)?;
        let time = NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)?;
        Some(if small.is_some() {
            Wall::Night(time)
        } else {
            Wall::Time(time)
        })
    }
}

impl DayPart {
    /// A word for it.
    pub(in crate::schedule) fn named(word: &str) -> Option<Self> {
        match word {
            "sang" | "morning" => Some(Self::Morning),
            "trua" => Some(Self::Noon),
            "chieu" | "afternoon" => Some(Self::Afternoon),
            "toi" | "evening" => Some(Self::Evening),
            "dem" | "khuya" | "night" => Some(Self::Night),
            other => half_of_day_alone(other),
        }
    }

    /// What an hour means in it, from 0 to 23; `None` if nobody says so, or it can mean two things.
    fn hour(self, hour: u32) -> Option<u32> {
        let (as_it_is, half_a_day_later) = match self {
            Self::Am if hour == 12 => return Some(0),
            Self::Morning => (0..=11, 0..=0),
            Self::Am => (1..=11, 0..=0),
            Self::Pm => (12..=12, 1..=11),
            Self::Noon => (10..=14, 1..=2),
            Self::Afternoon => (13..=19, 1..=7),
            Self::Evening => (17..=23, 5..=11),
            Self::Night => (20..=23, 8..=11),
        };
        if as_it_is.contains(&hour) {
            Some(hour)
        } else {
            half_a_day_later.contains(&hour).then_some(hour + 12)
        }
    }
}

/// Reads a time at the beginning of these words. Returns it and how many words it took.
pub(in crate::schedule) fn time(words: &[&str]) -> Option<(Written, usize)> {
    // "kém 15 8 giờ"
    if let ["kem", short, rest @ ..] = words {
        let rest = rest.strip_prefix(&["phut"]).unwrap_or(rest);
        let (hour, part, took) = hour(rest)?;
        let written = Written {
            hour,
            minutes: -minute(short)?,
            part,
        };
        return Some((written, words.len() - rest.len() + took));
    }
    match words {
        ["noon", ..] => return Some((exact(12, 0, None), 1)),
        ["midnight", ..] => return Some((exact(12, 0, Some(DayPart::Night)), 1)),
        ["nua", "dem", ..] => return Some((exact(12, 0, Some(DayPart::Night)), 2)),
        _ => {}
    }
    if let Some((written, took)) = with_minutes(words) {
        return Some((written, took));
    }
    if let [bare, "ruoi", ..] = words {
        return Some((exact(number(bare)?, 30, None), 2));
    }
    let (hour, part, took) = hour(words)?;
    let (minutes, more) = minutes(words.get(took..).unwrap_or_default())?;
    Some((exact(hour, minutes, part), took + more))
}

fn exact(hour: u32, minutes: i32, part: Option<DayPart>) -> Written {
    Written {
        hour,
        minutes,
        part,
    }
}

/// What people write behind minutes, as a mark of its own or a Word's own.
const PRIMES: [char; 3] = ['\'', '’', '′'];

/// `11:45`, `11h45`, `11g45`, `11giờ45`, `11h45p`, `5:30pm`, `5:30 pm`.
fn with_minutes(words: &[&str]) -> Option<(Written, usize)> {
    let word = *words.first()?;
    let (bare, part) = half_of_day(word);
    let (hour, after) = bare.split_once([':', 'h', 'g'])?;
    let after = after.strip_prefix("io").unwrap_or(after);
    let after = after.trim_end_matches(PRIMES);
    let after = ["ph", "p"]
        .iter()
        .find_map(|unit| after.strip_suffix(unit))
        .unwrap_or(after);
    let following = words.get(1).and_then(|word| half_of_day_alone(word));
    let part = part.or(following);
    let unit = words.get(1) == Some(&"phut");
    let took = 1 + usize::from(following.is_some() || unit);
    Some((exact(digits(hour)?, minute(after)?, part), took))
}

/// `11h`, `11g`, `11 giờ`, `tám giờ`, `5pm`, `5 pm`: the hour and how many words it took.
fn hour(words: &[&str]) -> Option<(u32, Option<DayPart>, usize)> {
    if let ["muoi", one, "gio", ..] = words {
        return Some((10 + number(one)?, None, 3));
    }
    if let [word, "gio", ..] = words {
        return Some((number(word)?, None, 2));
    }
    let word = *words.first()?;
    if let (bare, Some(part)) = half_of_day(word) {
        return Some((digits(bare)?, Some(part), 1));
    }
    let bare = word.strip_suffix("gio").or(word.strip_suffix(['h', 'g']));
    if let Some(bare) = bare.filter(|bare| !bare.is_empty()) {
        return Some((digits(bare)?, None, 1));
    }
    let hour = digits(word)?;
    match *words.get(1)? {
        "h" | "g" => Some((hour, None, 2)),
        other => Some((hour, Some(half_of_day_alone(other)?), 2)),
    }
}

/// What follows an hour: `30`, `30 phút`, `rưỡi`, `kém 15`, `đúng`, or nothing of this kind.
fn minutes(words: &[&str]) -> Option<(i32, usize)> {
    let unit = |at: usize| usize::from(words.get(at) == Some(&"phut"));
    match words {
        ["ruoi", ..] => Some((30, 1)),
        ["dung", ..] => Some((0, 1)),
        ["kem", short, ..] => Some((-minute(short)?, 2 + unit(2))),
        // "8 giờ 20 tháng 11"
        [_, "thang", ..] | [_, "ngay" | "tuan", "nua", ..] => Some((0, 0)),
        [word, ..] if word.trim_end_matches(PRIMES).len() == 2 => match minute(word) {
            Some(found) => Some((found, 1 + unit(1))),
            None => Some((0, 0)),
        },
        [word, "phut", ..] => Some((minute(word)?, 2)),
        _ => Some((0, 0)),
    }
}

fn half_of_day(word: &str) -> (&str, Option<DayPart>) {
    for (suffix, part) in [("am", DayPart::Am), ("pm", DayPart::Pm)] {
        if let Some(bare) = word.strip_suffix(suffix) {
            return (bare, Some(part));
        }
    }
    (word, None)
}

fn half_of_day_alone(word: &str) -> Option<DayPart> {
    match half_of_day(word) {
        ("", part) => part,
        _ => None,
    }
}

fn minute(word: &str) -> Option<i32> {
    let minute = digits(word.trim_end_matches(PRIMES)).filter(|minute| *minute < 60)?;
    i32::try_from(minute).ok()
}

/// Numbers in words, from one.
const NUMBERS: [&str; 10] = [
    "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi",
];

/// A number of one or two digits, or its word up to ten.
pub(in crate::schedule) fn number(word: &str) -> Option<u32> {
    let spelled = || NUMBERS.iter().position(|name| *name == word);
    digits(word).or_else(|| u32::try_from(1 + spelled()?).ok())
}

/// A number of one or two digits.
pub(in crate::schedule) fn digits(word: &str) -> Option<u32> {
    let sound = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|_| sound)
}
