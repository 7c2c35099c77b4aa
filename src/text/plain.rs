//! Numbers as Vietnamese writes them, and text folded for search.
//!
//! Knows spelling. Must not know HTML nor keys.

use unicode_normalization::UnicodeNormalization;

/// A soft hyphen, a zero-width space or joiner, a direction mark, a byte order mark.
pub(crate) fn has_no_width(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// Unicode keeps these for a program's own use (The Unicode Standard, 23.7); XML, and with it pictures and documents, takes
/// some of them nowhere.
pub(crate) fn is_noncharacter(letter: char) -> bool {
    let code = u32::from(letter);
    code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code)
}

/// What no document can hold, or what turns the order of all that follows.
pub(crate) fn is_unwritable(letter: char) -> bool {
    let control = letter.is_control() && !letter.is_whitespace();
    let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    control || turns || is_noncharacter(letter)
}

/// Digits in groups of three.
pub(crate) fn grouped(value: i64, mark: char) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::from(if value < 0 { "-" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// As it would be typed on one line: single spaces, each letter with its marks one character.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").nfc().collect()
}

/// For search: `so noi vu` finds *Sở Nội vụ*. Lower case, no marks, single spaces.
pub fn fold(text: &str) -> String {
    let bare: String = text
        .to_lowercase()
        .nfd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_marked_with_a_dot() {
        for (value, written) in [
            (0, "0"),
            (999, "999"),
            (1_234, "1.234"),
            (8_600_000, "8.600.000"),
            (-1_000, "-1.000"),
            (i64::MIN, "-9.223.372.036.854.775.808"),
        ] {
            assert_eq!(grouped(value, '.'), written);
        }
    }

    #[test]
    fn words_on_several_lines_come_on_one() {
        assert_eq!(one_line(" Tổ\u{a0}Văn \n phòng "), "Tổ Văn phòng");
        assert_eq!(one_line("e\u{302}\u{301}"), "ế");
    }

    #[test]
    fn a_search_without_marks_finds_the_unit() {
        assert_eq!(fold("  Sở   Nội\u{a0}vụ "), "so noi vu");
        assert_eq!(fold("Đường ĐÊ ước nguyện"), "duong de uoc nguyen");
        assert_eq!(fold("e\u{302}\u{301}"), fold("ế"));
    }
}
