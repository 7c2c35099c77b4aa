//! Periods in the order of English words: `last week`, `third quarter of 2026`, `Q3`, `September`.
//!
//! Knows what stands before a length instead of behind it. Must not know what else is asked for.

use super::{PeriodQuery, Which, year};
use crate::types::Length;

const LENGTHS: [(&[&str], Length); 5] = [
    (&["half", "year"], Length::HalfYear),
    (&["week"], Length::Week),
    (&["month"], Length::Month),
    (&["quarter"], Length::Quarter),
    (&["year"], Length::Year),
];

const ORDINALS: [[&str; 2]; 4] = [
    ["first", "1st"],
    ["second", "2nd"],
    ["third", "3rd"],
    ["fourth", "4th"],
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Letters by which a month is known: `sep`, `sept`.
const MONTH_LETTERS_MIN: usize = 3;

/// The period that folded words begin with, and how many of them it takes.
pub(super) fn period(words: &[&str]) -> Option<(PeriodQuery, usize)> {
    if let ["the", rest @ ..] = words {
        return period(rest).map(|(query, used)| (query, used + 1));
    }
    let (first, rest) = words.split_first()?;
    let relative = match *first {
        "this" | "current" => Some(Which::Newest),
        "last" | "previous" | "past" => Some(Which::Before),
        _ => None,
    };
    if let Some(which) = relative {
        let (name, length) = LENGTHS.iter().find(|(name, _)| rest.starts_with(name))?;
        let length = *length;
        return Some((PeriodQuery { length, which }, 1 + name.len()));
    }
    let (length, number, used) = numbered(first, rest)?;
    let rest = words.get(used..).unwrap_or_default();
    let (of, more) = of_year(rest);
    let which = Which::Number(number, of);
    Some((PeriodQuery { length, which }, used + more))
}

/// One of several in a year, and how many words say which.
fn numbered(first: &str, rest: &[&str]) -> Option<(Length, u32, usize)> {
    let place = |at: usize| u32::try_from(at).ok().map(|at| at + 1);
    let ordinal = ORDINALS.iter().position(|names| names.contains(&first));
    match (ordinal.and_then(place), rest.first()) {
        (Some(number), Some(&"quarter")) => return Some((Length::Quarter, number, 2)),
        (Some(number @ 1..=2), Some(&"half")) => return Some((Length::HalfYear, number, 2)),
        _ => {}
    }
    match first {
        "q1" => return Some((Length::Quarter, 1, 1)),
        "q2" => return Some((Length::Quarter, 2, 1)),
        "q3" => return Some((Length::Quarter, 3, 1)),
        "q4" => return Some((Length::Quarter, 4, 1)),
        "h1" => return Some((Length::HalfYear, 1, 1)),
        "h2" => return Some((Length::HalfYear, 2, 1)),
        _ => {}
    }
    let known = first.len() >= MONTH_LETTERS_MIN;
    let month = MONTHS
        .iter()
        .position(|name| known && name.starts_with(first));
    month.and_then(place).map(|month| (Length::Month, month, 1))
}

/// The year behind it, if one is named, and how many words that takes.
fn of_year(rest: &[&str]) -> (Option<i32>, usize) {
    let before = match rest {
        ["of", "the", "year", ..] => 3,
        ["of" | "in", ..] => 1,
        _ => 0,
    };
    match year(rest.get(before)) {
        Some(year) => (Some(year), before + 1),
        // `of the year` without a number says nothing more.
        None if before == 3 => (None, 3),
        None => (None, 0),
    }
}
