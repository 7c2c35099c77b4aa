//! A yearly plan as people write it: months, posts, targets; and its sheet.
//!
//! Knows how each is written, and that nobody's name belongs where a post is asked. Must not know units, nor how far anything is.

mod cells;
mod months;
mod posts;
pub(crate) mod results;
pub(crate) mod sheet;
mod target;
#[cfg(test)]
mod tests;

pub(crate) use self::months::months;
pub(crate) use self::posts::posts;
pub(crate) use self::target::goal;
use chrono::NaiveDate;

use crate::forms;
use crate::table::{self, Trouble, quoted};
use crate::text::fold;

/// Letters of what is to be done.
pub(crate) const CONTENT_CHARS: std::ops::RangeInclusive<usize> = 5..=250;
/// Letters of how it is measured, and of what is to be reached.
pub(crate) const SHORT_CHARS: usize = 120;
/// Letters of a plan's number.
const NUMBER_CHARS: usize = 60;
/// Lines of a plan.
pub(crate) const LINES_MAX: usize = 40;

/// What is to be done, in a sentence.
pub(crate) fn content(typed: &str) -> Result<String, Trouble> {
    let seen = text(typed, *CONTENT_CHARS.end())?;
    if seen.chars().count() < *CONTENT_CHARS.start() {
        return Err(Trouble::new("form-short").with("min", *CONTENT_CHARS.start()));
    }
    Ok(seen)
}

/// By what a line is known again in its plan and in sheets: its task, and its words however they are written.
pub(crate) fn identity(task: u8, content: &str) -> (u8, String) {
    (task, fold(content))
}

/// How it is measured, or what is to be reached; may be empty.
pub(crate) fn short(typed: &str) -> Result<String, Trouble> {
    text(typed, SHORT_CHARS)
}

fn text(typed: &str, most: usize) -> Result<String, Trouble> {
    table::sound(typed)?;
    let seen = table::tidy(typed);
    let count = seen.chars().count();
    if count > most {
        return Err(Trouble::new("plan-long")
            .with("count", count)
            .with("max", most));
    }
    Ok(seen)
}

/// Number and day of a signed plan: `05/KH-CĐCS ngày 10/01/2027`.
pub(crate) fn number_and_day(
    typed: &str,
    today: NaiveDate,
) -> Result<(String, NaiveDate), Trouble> {
    table::sound(typed)?;
    let seen = table::tidy(typed);
    let words: Vec<&str> = seen.split(' ').collect();
    let wrong = || Trouble::new("plan-number").with("value", quoted(&seen));
    let before_day = words.iter().position(|word| fold(word) == "ngay");
    let ends = before_day.unwrap_or(words.len().saturating_sub(1));
    let (number, day) = words.split_at_checked(ends).ok_or_else(wrong)?;
    let number = number.join(" ");
    let number = number.trim_end_matches([',', ';', ' ']);
    let number = number
        .strip_prefix("Số")
        .or(number.strip_prefix("số"))
        .unwrap_or(number);
    let number = number.trim_start_matches([':', '.', ' ']);
    let sound =
        number.contains(|c: char| c.is_ascii_digit()) && number.chars().count() <= NUMBER_CHARS;
    if !sound {
        return Err(wrong());
    }
    let day = forms::day(&day.join(" "))?;
    if day > today {
        return Err(Trouble::new("form-future"));
    }
    Ok((number.to_owned(), day))
}
