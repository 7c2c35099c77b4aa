//! Answers as people type them.
//!
//! Knows the ways in which a letter is written. Must not know which question is open.

use unicode_normalization::UnicodeNormalization;

use crate::text::fold;

/// Words before a letter, without marks: “câu a”, “đáp án là B”, “em chọn C”, “the answer is d”.
const BEFORE: [&str; 19] = [
    "an", "answer", "cau", "chon", "choose", "dap", "em", "i", "is", "la", "loi", "minh", "option",
    "phuong", "so", "the", "toi", "tra", "y",
];

/// Letters in coloured squares, which Unicode counts as symbols of their own.
const SQUARES: [char; 4] = ['🅰', '🅱', '🅲', '🅳'];

/// Which option is meant, from 0; `None` if the text is no letter.
///
/// `b`, `B.`, `(d)`, `câu a`, `đáp án B`, full-width and circled letters, squares, `1` to `4`.
pub(super) fn typed(text: &str) -> Option<u8> {
    // A letter may come with the marks that make a picture of it.
    let plain = |c: &char| !['\u{fe0e}', '\u{fe0f}', '\u{20e3}'].contains(c);
    let text: String = text.chars().filter(plain).map(letter_of).nfkc().collect();
    let text = text.to_lowercase();
    let mut words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    // With a mark it is another word: “à?”, “ạ” and “đ” are no answers.
    let last = words.pop()?;
    if !words
        .iter()
        .all(|word| BEFORE.contains(&fold(word).as_str()))
    {
        return None;
    }
    let option = match last {
        "a" | "1" => 0,
        "b" | "2" => 1,
        "c" | "3" => 2,
        "d" | "4" => 3,
        _ => return None,
    };
    let counted = last.starts_with(|c: char| c.is_ascii_digit());
    (!counted || !of_question(&words)).then_some(option)
}

/// Whether a number after these words may be a question's: “câu 2”, “số 4”. “đáp án số 4” is an answer.
fn of_question(words: &[&str]) -> bool {
    let has = |wanted: &str| words.iter().any(|word| fold(word) == wanted);
    has("cau") || has("so") && !has("an")
}

/// The letter that a square shows.
fn letter_of(c: char) -> char {
    let place = SQUARES.iter().position(|square| *square == c);
    place
        .and_then(|place| ['A', 'B', 'C', 'D'].get(place))
        .copied()
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::typed;

    #[test]
    fn a_letter_is_taken_however_it_is_typed() {
        for (text, option) in [
            ("b", 1),
            ("B.", 1),
            ("b)", 1),
            ("(d)", 3),
            ("[C]", 2),
            ("câu a", 0),
            ("Câu A.", 0),
            ("đáp án B", 1),
            ("đáp án: B", 1),
            ("ĐÁP ÁN LÀ C", 2),
            ("em chọn d ạ", 9),
            ("chọn d!", 3),
            ("Ａ", 0),
            ("ⓑ", 1),
            ("🅰️", 0),
            ("🅱", 1),
            ("1", 0),
            ("4.", 3),
            ("3️⃣", 2),
            ("  c  ", 2),
            ("the answer is b", 1),
            ("chọn 2", 1),
            ("đáp án số 4", 3),
        ] {
            let wanted = (option < 4).then_some(option);
            assert_eq!(typed(text), wanted, "{text}");
        }
        for text in [
            "à?",
            "ạ",
            "á!",
            "đ",
            "chọn ạ",
            "dạ",
            "",
            "e",
            "5",
            "ab",
            "a b",
            "a lô",
            "hay a hay b",
            "câu 2",
            "Câu 3?",
            "câu số 1",
            "số 4",
            "12",
            "không a",
            "?",
            "🇦🇧",
        ] {
            assert_eq!(typed(text), None, "{text}");
        }
    }
}
