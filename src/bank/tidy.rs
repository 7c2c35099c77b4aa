//! What people type in Excel, as the content writes it.
//!
//! Knows typing. Must not know which values are right.

use unicode_normalization::UnicodeNormalization;

use crate::text::has_no_width;

/// One paragraph in the normal form NFC, with single ordinary spaces, “ ” for straight
/// quotation marks and … for three dots. Doing it twice changes nothing more.
pub(super) fn tidy(text: &str) -> String {
    let odd = |c: &char| (c.is_control() && !c.is_whitespace()) || has_no_width(*c);
    let letters: String = text.nfc().filter(|c| !odd(c)).collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    curled(&words.join(" ").replace("...", "…"))
}

/// A straight quotation mark opens at the beginning, after a space and after an opening mark.
fn curled(text: &str) -> String {
    let mut before = ' ';
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let opens = matches!(before, ' ' | '(' | '[' | '“' | '‘' | '/');
        out.push(match letter {
            '"' if opens => '“',
            '"' => '”',
            other => other,
        });
        before = letter;
    }
    out
}

/// `7/11/2017` as `07/11/2017`: the day comes first.
pub(super) fn date(text: &str) -> String {
    let text = tidy(text);
    let parts: Vec<&str> = text.split('/').collect();
    match parts.as_slice() {
        [day, month, year] => format!("{day:0>2}/{month:0>2}/{year}"),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_excel_and_keyboards_do_is_undone() {
        for (typed, meant) in [
            ("Vie\u{323}\u{302}c", "Việc"),
            (" Hai\u{a0}dòng\nmột  ý\t", "Hai dòng một ý"),
            ("Ông nói: \"Được\", (\"chờ\").", "Ông nói: “Được”, (“chờ”)."),
            ("Nếu ... thì", "Nếu … thì"),
            ("a\u{200b}b\u{feff}", "ab"),
        ] {
            assert_eq!(tidy(typed), meant);
        }
        assert_eq!(date("7/1/2026"), "07/01/2026");
        assert_eq!(date("thứ ba"), "thứ ba");
    }

    proptest! {
        #[test]
        fn tidying_twice_is_tidying_once(text in "\\PC*|[ .\"“”(đa\u{301}\u{a0}]{0,40}") {
            prop_assert_eq!(tidy(&tidy(&text)), tidy(&text));
        }
    }
}
