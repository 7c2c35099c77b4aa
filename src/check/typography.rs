//! Slips in one Vietnamese text: characters, spacing, punctuation, dates, numbers.
//!
//! Knows how a page is set. Must not know words: that is `spelling`.

use unicode_normalization::is_nfc;

use super::clauses::Official;
use super::issue::Issue;
use super::spelling;
use crate::campaign::dates;
use crate::encoding::{DeadText, dead_word};
use crate::text::has_no_width;
use crate::told;

/// All issues of a text.
pub(super) fn issues(text: &str, official: &Official) -> Vec<Issue> {
    let mut issues = words(text, official);
    issues.extend(figures(text));
    issues
}

/// The same without figures: a button may well say 11:35.
pub(super) fn words(text: &str, official: &Official) -> Vec<Issue> {
    let mut issues = marks(text);
    issues.extend(spacing(text));
    issues.extend(spelling::issues(text, official));
    issues
}

/// Characters that look right and are not, in any language.
pub(super) fn marks(text: &str) -> Vec<Issue> {
    let mut issues = Vec::new();
    for word in text.split_whitespace().filter(|word| !is_nfc(word)) {
        issues.push(Issue::new(word, told!("mark-nfc", word = word)));
    }
    for letter in text.chars().filter(|letter| odd(*letter)) {
        let code = format!("U+{:04X}", u32::from(letter));
        let what = told!("mark-invisible", code = code);
        issues.push(Issue::new(&letter.to_string(), what));
    }
    issues.extend(dead_letters(text));
    if text.contains("  ") {
        issues.push(Issue::new("  ", told!("mark-two-spaces")));
    }
    if text.trim() != text {
        issues.push(Issue::new(text, told!("mark-edge")));
    }
    issues
}

/// Text that shows as nonsense.
fn dead_letters(text: &str) -> Option<Issue> {
    let (why, word) = dead_word(text)?;
    let what = match why {
        DeadText::OldFont => told!("dead-old-font", word = word),
        DeadText::Misread => told!("dead-misread", word = word),
        DeadText::Lost => told!("dead-lost", word = word),
    };
    Some(Issue::new(word, what))
}

/// A tab, a space that does not break or has no width, a direction mark …
fn odd(letter: char) -> bool {
    (letter.is_whitespace() && letter != ' ' && letter != '\n')
        || (letter.is_control() && letter != '\n')
        || has_no_width(letter)
}

fn spacing(text: &str) -> Vec<Issue> {
    let mut issues = Vec::new();
    if text.contains('\n') {
        issues.push(Issue::new(text, told!("set-paragraphs")));
    }
    for quote in ["\"", "'"] {
        if text.contains(quote) {
            issues.push(Issue::new(quote, told!("set-straight", mark = quote)));
        }
    }
    if text.contains("...") {
        issues.push(Issue::new("...", told!("set-dots")));
    }
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for window in letters.windows(3) {
        if let [(from, a), (_, b), (last, c)] = *window
            && let Some(what) = misplaced(a, b, c)
        {
            let words = text.get(from..last + c.len_utf8()).unwrap_or(text);
            issues.push(Issue::new(words, what));
        }
    }
    if let [.., (_, ' '), (_, ',' | '.' | ';' | ':' | '?' | '!')] = letters.as_slice() {
        issues.push(Issue::new(text, told!("set-before-last")));
    }
    issues
}

/// What is wrong with the middle one of three letters.
fn misplaced(a: char, b: char, c: char) -> Option<String> {
    // “ .vn” is a name, not the end of a sentence.
    let mark = matches!(b, ',' | ';' | ':' | '?' | '!' | ')' | '”') || (b == '.' && c == ' ');
    if a == ' ' && mark {
        return Some(told!("set-before", mark = b));
    }
    if matches!(b, '(' | '“') && c == ' ' {
        return Some(told!("set-after", mark = b));
    }
    if matches!(b, ',' | ';' | '!' | '?') && c.is_alphabetic() {
        return Some(told!("set-none-after", mark = b));
    }
    None
}

/// Dates, times and numbers.
fn figures(text: &str) -> Vec<Issue> {
    let mut issues = Vec::new();
    let belongs = |c: char| c.is_alphanumeric() || "/:.,-".contains(c);
    for word in text.split(|c| !belongs(c)) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        issues.extend(figure(word).map(|what| Issue::new(word, what)));
    }
    issues
}

fn figure(word: &str) -> Option<String> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let [day, month, year] = numbers(word, '/').as_slice()
        && year.len() == 4
    {
        return (!is_date(day, month, year)).then(|| told!("figure-date", word = word));
    }
    if let [hour, minute] = numbers(word, ':').as_slice()
        && hour.len() <= 2
        && minute.len() == 2
    {
        return Some(told!("figure-time", word = word));
    }
    if let [hour, minute] = word.split('h').collect::<Vec<_>>().as_slice()
        && [hour, minute].iter().all(|part| digits(part))
    {
        return Some(told!("figure-time", word = word));
    }
    if digits(word) && word.len() >= 5 && !word.starts_with('0') {
        return Some(told!("figure-long", word = word));
    }
    if let [whole, part] = numbers(word, ',').as_slice()
        && whole.len() <= 3
        && part.len() == 3
    {
        return Some(told!("figure-decimal", word = word));
    }
    None
}

/// The parts of a word, if each of them is a number.
fn numbers(word: &str, mark: char) -> Vec<&str> {
    let parts: Vec<&str> = word.split(mark).collect();
    let whole = parts.iter().all(|part| !part.is_empty() && digits(part));
    if whole { parts } else { Vec::new() }
}

fn digits(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit())
}

/// As documents write them: zeros before days under 10 and before months 1 and 2;
/// before the other months as one likes.
fn is_date(day: &str, month: &str, year: &str) -> bool {
    let month = match month {
        "3" | "4" | "5" | "6" | "7" | "8" | "9" => format!("0{month}"),
        other => other.to_owned(),
    };
    dates::parse(&format!("{day}/{month}/{year}")).is_some()
}
