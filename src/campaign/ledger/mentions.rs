//! Documents that a text names by their number.
//!
//! Knows how numbers are written. A text that says of a document that it was replaced does
//! not rest on it; one that only names it does.

use super::{Document, Ledger};

/// Words that tell that a document is not what holds today.
const OVER: [&str; 7] = [
    "thay thế",
    "thay cho",
    "bãi bỏ",
    "hết hiệu lực",
    "hết thời hạn",
    "trước đây",
    "trước kia",
];
/// “thay” alone tells it, too, unless it is part of another word.
const OTHER_WORDS: [&str; 4] = ["thay đổi", "thay mặt", "thay phiên", "thay vì"];
/// Words that tell that it does not hold yet.
const NOT_YET: [&str; 3] = ["chưa có hiệu lực", "sẽ có hiệu lực", "có hiệu lực từ"];

/// The documents on which a text rests: it names them, and not as what was or will be.
pub(super) fn relied_on<'a>(ledger: &'a Ledger, text: &str) -> Vec<&'a Document> {
    // A number of a document has a stroke in it; most texts have none.
    if !text.contains('/') {
        return Vec::new();
    }
    if tells_of_the_past(text) || NOT_YET.iter().any(|words| text.contains(words)) {
        return Vec::new();
    }
    let documents = ledger.0.values();
    documents.filter(|one| names(ledger, text, one)).collect()
}

fn tells_of_the_past(text: &str) -> bool {
    let text = text.to_lowercase();
    let words = || text.split(|c: char| !c.is_alphanumeric());
    let replaced = words().filter(|word| *word == "thay").count();
    let other: usize = OTHER_WORDS
        .iter()
        .map(|one| text.matches(one).count())
        .sum();
    OVER.iter().any(|words| text.contains(words))
        || replaced > other
        || words().any(|word| word == "cũ")
}

/// Whether the text names this document and no other one of the same number.
fn names(ledger: &Ledger, text: &str, document: &Document) -> bool {
    let Some(number) = document.number.as_deref() else {
        return false;
    };
    if !stands(text, number) && !stands_short(text, document, number) {
        return false;
    }
    let same = |one: &&Document| one.number.as_deref() == Some(number);
    let alone = ledger.0.values().filter(same).count() == 1;
    let dated = || document.date.is_some_and(|date| says(text, date));
    alone || dated()
}

fn says(text: &str, date: chrono::NaiveDate) -> bool {
    ["%d/%m/%Y", "%d/%-m/%Y", "%-d/%-m/%Y"]
        .iter()
        .any(|form| text.contains(&date.format(form).to_string()))
}

/// The whole number, not as a part of a longer one.
fn stands(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let (before, after) = around(text, at, number.len());
        !before.ends_with(part) && !after.starts_with(part)
    })
}

/// `Nghị định 13/2023` for 13/2023/NĐ-CP: the kind of document stands before it.
fn stands_short(text: &str, document: &Document, number: &str) -> bool {
    let mut parts = number.splitn(3, '/');
    let (Some(first), Some(year), Some(_)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let short = format!("{first}/{year}");
    let kind = document.cite.split(" số ").next().unwrap_or_default();
    text.match_indices(&short).any(|(at, _)| {
        let (before, after) = around(text, at, short.len());
        let before = before.trim_end();
        let before = before.strip_suffix("số").unwrap_or(before).trim_end();
        let law = kind.starts_with("Luật ") && before.ends_with("Luật");
        !after.starts_with(part) && (before.ends_with(kind) || law)
    })
}

fn around(text: &str, at: usize, length: usize) -> (&str, &str) {
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at + length..).unwrap_or_default();
    (before, after)
}

/// What a longer number would go on with.
fn part(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '/' || letter == '-'
}
