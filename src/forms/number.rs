//! Numbers as people type them in a chat: `1.234`, `87,5%`, `1,5 tỷ`, `không có`.
//!
//! Knows how numbers are written in Vietnam. What could be read in two ways is refused. Must not know what is counted.

use crate::campaign::form::FieldKind;
use crate::table::{self, Trouble, quoted};
use crate::text::fold;
use crate::types::Answer;

/// There is none of it: a zero, and as sure as one.
const NONE: [&str; 7] = ["khong", "khong co", "ko", "ko co", "/", "none", "no"];
/// Nobody knows yet.
const UNKNOWN: [&str; 8] = [
    "?",
    "chua co so",
    "chua co",
    "chua ro",
    "khong ro",
    "chua biet",
    "unknown",
    "not yet",
];
/// What makes a number an estimate, before it and behind it.
const ABOUT: [&str; 21] = [
    "khoang",
    "tam",
    "gan",
    "hon",
    "tren",
    "duoi",
    "chung",
    "uoc",
    "it nhat",
    "toi da",
    "about",
    "over",
    "under",
    "some",
    "~",
    "≈",
    ">",
    "<",
    "≥",
    "≤",
    "trung binh",
];
const ABOUT_BEHIND: [&str; 5] = ["tro len", "tro xuong", "may", "hon", "or more"];
/// Letters of a word behind a number that only says what is counted: `41 người`.
const UNIT_CHARS: usize = 30;

/// Whether these words say that nobody knows.
pub(super) fn is_unknown(folded: &str) -> bool {
    UNKNOWN.contains(&folded)
}

/// The number that was typed for a field of this kind.
pub(super) fn one(kind: FieldKind, typed: &str) -> Result<Answer, Trouble> {
    table::sound(typed)?;
    let seen = table::tidy(typed);
    let folded = fold(&seen);
    let wrong = |key| Trouble::new(key).with("value", quoted(&seen));
    if is_unknown(&folded) {
        return Ok(Answer::Unknown);
    }
    if NONE.contains(&folded.as_str()) {
        return Ok(Answer::Number(0));
    }
    if is_estimate(&folded) {
        return Err(wrong("form-about"));
    }
    if is_range(&folded) {
        return Err(wrong("form-range"));
    }
    if folded.starts_with(['-', '−']) && folded.contains(|c: char| c.is_ascii_digit()) {
        return Err(wrong("form-negative"));
    }
    let bare = folded.trim_end_matches('%').trim_end();
    if bare.len() < folded.len() && kind != FieldKind::Percent {
        return Err(wrong("form-percent-sign"));
    }
    let ends = bare.find(|c: char| c.is_alphabetic()).unwrap_or(bare.len());
    let (digits, unit) = bare.split_at(ends);
    let (digits, unit) = (digits.trim(), unit.trim());
    if digits.is_empty()
        || unit.chars().count() > UNIT_CHARS
        || unit.contains(|c: char| c.is_ascii_digit())
    {
        return Err(wrong("form-not-number"));
    }
    let scale = match kind {
        FieldKind::Percent => 100,
        FieldKind::Dong | FieldKind::Million => {
            scale(kind, unit).ok_or_else(|| wrong("form-money"))?
        }
        _ => 1,
    };
    let Some((whole, part, decimals)) = decimal(digits) else {
        return Err(wrong("form-not-number"));
    };
    let ten = 10_i64.pow(decimals);
    if scale % ten != 0 {
        let key = if kind == FieldKind::Percent {
            "form-decimals"
        } else {
            "form-decimal"
        };
        return Err(wrong(key));
    }
    let value = whole.checked_mul(scale);
    let value = value.and_then(|value| value.checked_add(part * (scale / ten)));
    value
        .map(Answer::Number)
        .ok_or_else(|| wrong("form-not-number"))
}

fn is_estimate(folded: &str) -> bool {
    let before = ABOUT.iter().any(|word| {
        folded.strip_prefix(word).is_some_and(|rest| {
            let apart = rest.starts_with(' ') || !word.is_ascii() || word.len() == 1;
            apart && rest.contains(|c: char| c.is_ascii_digit())
        })
    });
    let behind = ABOUT_BEHIND.iter().any(|word| {
        folded
            .strip_suffix(word)
            .is_some_and(|rest| rest.trim_end().ends_with(|c: char| c.is_ascii_digit()))
    });
    before || behind
}

/// Two numbers with a line, or “to”, between them.
fn is_range(folded: &str) -> bool {
    let joined = folded
        .replace(" den ", "-")
        .replace(" toi ", "-")
        .replace(" to ", "-")
        .replace(['–', '—'], "-");
    let Some((from, to)) = joined.split_once('-') else {
        return false;
    };
    let digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    digit(from) && digit(to)
}

/// By how much the word behind a sum of money multiplies.
fn scale(kind: FieldKind, unit: &str) -> Option<i64> {
    if unit == "dong" {
        return Some(1);
    }
    let unit = unit.trim_end_matches("dong").trim_end();
    Some(match unit {
        "" if kind == FieldKind::Million => 1_000_000,
        "" | "d" | "vnd" => 1,
        "nghin" | "ngan" | "k" => 1_000,
        "trieu" | "tr" | "trd" => 1_000_000,
        "ty" | "ti" => 1_000_000_000,
        _ => return None,
    })
}

/// Whole part, decimal part and how many decimals: `1.234`, `87,5`, `1.234,5`. A point behind which three digits stand
/// is one between thousands.
fn decimal(text: &str) -> Option<(i64, i64, u32)> {
    if let Some(whole) = table::whole(text) {
        return Some((whole, 0, 0));
    }
    let (head, tail) = text.rsplit_once([',', '.'])?;
    let mark = text.get(head.len()..=head.len())?;
    let digits = !tail.is_empty() && tail.bytes().all(|c| c.is_ascii_digit());
    if !digits || tail.len() > 6 || tail.len() == 3 || head.contains(mark) {
        return None;
    }
    let decimals = u32::try_from(tail.len()).ok()?;
    Some((table::whole(head)?, tail.parse().ok()?, decimals))
}
