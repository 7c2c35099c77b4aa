//! What is to be reached, as people write it: “100%”, “≥95%”, “01 lần/quý”, “12 buổi”.
//!
//! Knows the number in it and how often it is meant. Must not know what was reached.

use crate::text::fold;
use crate::types::PlanLine;

/// How often a number is meant, by the word behind it, and for how many months each time.
const EVERY: [(&str, u32); 8] = [
    ("quy", 3),
    ("quarter", 3),
    ("thang", 1),
    ("month", 1),
    ("6 thang", 6),
    ("half-year", 6),
    ("nam", 12),
    ("year", 12),
];

/// The number in a target.
pub(crate) fn number(target: &str) -> Option<i64> {
    let digits = target.find(|c: char| c.is_ascii_digit())?;
    let rest = target.get(digits..)?;
    let ends = rest
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(rest.len());
    let whole: String = rest
        .get(..ends)?
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let part = rest
        .get(ends..)?
        .strip_prefix(',')
        .is_some_and(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    let number: i64 = whole
        .parse()
        .ok()
        .filter(|number| *number <= 1_000_000_000)?;
    Some(number + i64::from(part))
}

/// What must have been reached at the end of the line; `None` if it is no number.
pub(crate) fn goal(line: &PlanLine) -> Option<i64> {
    let number = number(&line.target)?;
    let folded = fold(&line.target);
    let each = folded
        .split_once('/')
        .map(|(_, each)| each.trim())
        .unwrap_or_default();
    let each = EVERY.iter().find(|(word, _)| each.starts_with(word));
    let Some((_, months)) = each else {
        return Some(number);
    };
    let mut length = 1;
    while length < crate::types::PLAN_MONTHS && line.first.plus(length) <= line.last {
        length += 1;
    }
    Some(number * i64::from(length.div_ceil(*months)))
}
