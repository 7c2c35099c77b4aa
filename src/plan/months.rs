//! From when to when, as people write it: “tháng 9”, “T9-T12”, “Quý III”, “cả năm”, “trước 20/11”.
//!
//! Knows how months are written. What could be two things is asked back. Must not know what is done in them.

use chrono::{Datelike, Days, NaiveDate};

use crate::table::{self, Trouble, quoted};
use crate::text::fold;
use crate::types::{Month, PLAN_MONTHS};

/// All months of the plan.
const ALWAYS: [&str; 18] = [
    "ca nam",
    "trong nam",
    "quanh nam",
    "ca nam hoc",
    "thuong xuyen",
    "lien tuc",
    "hang thang",
    "hang quy",
    "hang tuan",
    "hang nam",
    "moi thang",
    "moi quy",
    "12 thang",
    "all year",
    "always",
    "monthly",
    "quarterly",
    "weekly",
];
/// Before a day until which something is done.
const UNTIL: [&str; 12] = [
    "truoc ngay",
    "truoc thang",
    "truoc",
    "cham nhat",
    "muon nhat",
    "den het",
    "den ngay",
    "han",
    "xong truoc",
    "before",
    "until",
    "by",
];
/// Days as Excel numbers them where a cell has lost its format: 2009 to 2064.
const SERIALS: std::ops::RangeInclusive<i64> = 40_000..=60_000;

/// The first and the last month that the words mean, in a plan that begins with `begins`.
pub(crate) fn months(typed: &str, begins: Month) -> Result<(Month, Month), Trouble> {
    table::sound(typed)?;
    let seen = table::tidy(typed);
    let folded = fold(&seen)
        .replace(['–', '—', '→'], "-")
        .replace(" den ", "-")
        .replace(" toi ", "-")
        .replace(" to ", "-");
    let folded = folded.trim_end_matches('.').trim();
    let wrong = || Trouble::new("plan-months").with("value", quoted(&seen));
    if ALWAYS.contains(&folded) {
        return Ok((begins, begins.end_of_plan()));
    }
    if ["6 thang dau nam", "sau thang dau nam", "6 thang dau"].contains(&folded) {
        return Ok((begins, begins.plus(5)));
    }
    if ["6 thang cuoi nam", "sau thang cuoi nam", "6 thang cuoi"].contains(&folded) {
        return Ok((begins.plus(6), begins.end_of_plan()));
    }
    if let Ok(serial) = folded.parse::<i64>()
        && SERIALS.contains(&serial)
    {
        let day = excel_day(serial).ok_or_else(wrong)?;
        let month = within(Month::of(day), begins, &seen)?;
        return Ok((month, month));
    }
    let until = UNTIL.iter().filter_map(|word| folded.strip_prefix(word));
    if let Some(rest) = until.min_by_key(|rest| rest.len()) {
        let (_, last) = one(rest.trim(), begins, &seen)?.ok_or_else(wrong)?;
        return Ok((begins, last));
    }
    let folded = folded.strip_prefix("tu ").unwrap_or(folded);
    let quarters = folded.starts_with("quy") || folded.starts_with('q');
    let mut parts = Vec::new();
    for part in folded
        .split(['-', ',', ';', '+', '&'])
        .flat_map(|part| part.split(" va "))
    {
        let part = part.trim();
        let named = quarters && !part.starts_with('q');
        let part = if named {
            format!("quy {part}")
        } else {
            part.to_owned()
        };
        parts.push(one(&part, begins, &seen)?.ok_or_else(wrong)?);
    }
    let (Some((first, _)), Some((_, last))) = (parts.first(), parts.last()) else {
        return Err(wrong());
    };
    if last < first {
        return Err(Trouble::new("plan-months-backwards")
            .with("value", quoted(&seen))
            .with("first", begins.shown())
            .with("last", begins.end_of_plan().shown()));
    }
    Ok((*first, *last))
}

/// The day of a number in Excel's count.
fn excel_day(serial: i64) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial.try_into().ok()?))
}

/// One month or quarter; `None` if it is neither.
fn one(part: &str, begins: Month, seen: &str) -> Result<Option<(Month, Month)>, Trouble> {
    let words: Vec<&str> = part
        .split([' ', '/', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    let Some(first) = words.first() else {
        return Ok(None);
    };
    if first.starts_with('q') {
        return quarter(&words, begins, seen);
    }
    let mut numbers = Vec::new();
    let mut left = words.iter().copied().peekable();
    while let Some(word) = left.next() {
        match word {
            "thang" | "ngay" | "nam" | "dau" | "giua" | "cuoi" | "trong" | "month" => {}
            // Which week of a month does not matter.
            "tuan" | "week" => drop(left.next()),
            word => match word.strip_prefix('t').unwrap_or(word).parse::<u32>() {
                Ok(number) => numbers.push(number),
                Err(_) => return Ok(None),
            },
        }
    }
    let month = |number: u32, year: Option<u32>| match year {
        Some(year) => Month::new(i32::try_from(year).ok()?, number),
        None => (1..=PLAN_MONTHS)
            .contains(&number)
            .then(|| begins.in_plan(number)),
    };
    let found = match numbers.as_slice() {
        [of] => month(*of, None),
        [of, year] if *year >= 2000 => month(*of, Some(*year)),
        [day, of] if (1..=31).contains(day) => month(*of, None),
        [day, of, year] if (1..=31).contains(day) => month(*of, Some(*year)),
        _ => None,
    };
    let Some(found) = found else { return Ok(None) };
    let found = within(found, begins, seen)?;
    Ok(Some((found, found)))
}

/// `Quý III`, `Q3`, `quý 3/2026`. One that begins and ends in two halves of the plan is asked back.
fn quarter(words: &[&str], begins: Month, seen: &str) -> Result<Option<(Month, Month)>, Trouble> {
    let mut number = None;
    let mut year = None;
    for word in words {
        let word = word.strip_prefix("quy").unwrap_or(word);
        let word = word.strip_prefix('q').unwrap_or(word);
        match word {
            "" | "nam" => {}
            "1" | "i" => number = Some(1),
            "2" | "ii" => number = Some(2),
            "3" | "iii" => number = Some(3),
            "4" | "iv" => number = Some(4),
            other => match other.parse::<i32>() {
                Ok(of) if of >= 2000 => year = Some(of),
                _ => return Ok(None),
            },
        }
    }
    let Some(number) = number else {
        return Ok(None);
    };
    let of = number * 3 - 2;
    let (first, last) = match year.map(|year| Month::new(year, of)) {
        Some(Some(first)) => (
            within(first, begins, seen)?,
            within(first.plus(2), begins, seen)?,
        ),
        Some(None) => return Ok(None),
        None => (begins.in_plan(of), begins.in_plan(of + 2)),
    };
    if last < first {
        return Err(Trouble::new("plan-quarter").with("value", quoted(seen)));
    }
    Ok(Some((first, last)))
}

fn within(month: Month, begins: Month, seen: &str) -> Result<Month, Trouble> {
    if (begins..=begins.end_of_plan()).contains(&month) {
        return Ok(month);
    }
    Err(Trouble::new("plan-month-outside")
        .with("value", quoted(seen))
        .with("first", begins.shown())
        .with("last", begins.end_of_plan().shown()))
}

/// The month of a day, in words.
pub(super) fn of_day(day: NaiveDate) -> String {
    format!("{}/{}", day.month(), day.year())
}
