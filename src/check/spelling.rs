//! Vietnamese words: one spelling system, forms of address, the campaign's vocabulary.
//!
//! Knows which words are wrong, and where they are right all the same.

use super::clauses::Official;
use super::issue::Issue;

use crate::told;

/// Words that speak to people wrongly; what somebody says in a scene is theirs.
const SPOKEN_TO: &str = "word-address";

/// Words that address or name people wrongly, and the text that says what to write.
const FORBIDDEN: [(&str, &str); 6] = [
    ("bạn", SPOKEN_TO),
    ("mình", SPOKEN_TO),
    ("em", SPOKEN_TO),
    ("quý khách", "word-people"),
    ("user", "word-user"),
    ("chiến dịch", "word-campaign"),
];

/// Where a forbidden word is part of another, which addresses nobody.
const ALLOWED: [&str; 26] = [
    // Readers and friends.
    "bạn đọc",
    "bạn bè",
    "bạn hữu",
    "kết bạn",
    "người bạn",
    "bạn học",
    "bạn cũ",
    "bạn bố",
    "phòng bạn",
    // Children, pupils, siblings, colleagues among themselves.
    "trẻ em",
    "em bé",
    "các em",
    "anh em",
    "chị em",
    "em ruột",
    "em trai",
    "em gái",
    "em dâu",
    "em rể",
    "em họ",
    "em chị",
    "em ông",
    "ba em",
    // Oneself, alone: nobody is spoken to.
    "tự mình",
    "một mình",
    "chính mình",
];

/// “Every year”: `hằng`, as the dictionary has it; the guideline has `hàng`.
const EVERY: [&str; 5] = [
    "hàng năm",
    "hàng quý",
    "hàng tháng",
    "hàng tuần",
    "hàng ngày",
];

/// Words ending in `hàng` before a year, a day …: a bank, a shop, goods, a customer, an order.
const GOODS: [&str; 9] = [
    "ngân", "cửa", "mặt", "khách", "đơn", "bán", "mua", "nhà", "giao",
];

/// All issues of a text; the guideline's own words are none.
pub(super) fn issues(text: &str, official: &Official) -> Vec<Issue> {
    let lower = text.to_lowercase();
    // Lower case may change lengths in other scripts; then places would be wrong.
    let lower = if lower.len() == text.len() {
        &lower
    } else {
        text
    };
    let words = words(lower);
    let mut issues = Vec::new();
    for (place, (start, word)) in words.iter().enumerate() {
        let quoted = || quoted(text, &words, place, official);
        if let Some(right) = respelled(word)
            && !quoted()
        {
            let written = text.get(*start..start + word.len()).unwrap_or(word);
            issues.push(Issue::new(
                written,
                told!("word-other-spelling", word = written, right = right),
            ));
        }
        for (forbidden, key) in FORBIDDEN {
            let theirs = key == SPOKEN_TO && within_marks(text, *start).is_some();
            if begins(lower, *start, forbidden) && !theirs && !allowed(lower, *start) && !quoted() {
                let written = text.get(*start..start + forbidden.len());
                let written = written.unwrap_or(forbidden);
                issues.push(Issue::new(
                    written,
                    told::text(key, &[("word", written.to_owned())]),
                ));
            }
        }
        let before = place.checked_sub(1).and_then(|before| words.get(before));
        let goods = before.is_some_and(|(_, before)| GOODS.contains(before));
        for every in EVERY {
            if begins(lower, *start, every) && !goods && !quoted() {
                let right = every.replacen("hàng", "hằng", 1);
                let what = told!("word-every", word = every, right = right);
                issues.push(Issue::new(every, what));
            }
        }
    }
    issues
}

/// The words of a text and where they begin.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = 0;
    for part in text.split(|c: char| !c.is_alphabetic()) {
        if !part.is_empty() {
            words.push((start, part));
        }
        let after = start + part.len();
        let gap = text.get(after..).and_then(|rest| rest.chars().next());
        start = after + gap.map_or(0, char::len_utf8);
    }
    words
}

/// Whether whole words stand at `start`.
fn begins(text: &str, start: usize, words: &str) -> bool {
    text.get(start..)
        .and_then(|rest| rest.strip_prefix(words))
        .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

fn allowed(text: &str, start: usize) -> bool {
    ALLOWED.iter().any(|phrase| {
        phrase
            .match_indices(|c: char| c.is_alphabetic())
            .filter_map(|(offset, _)| start.checked_sub(offset))
            .any(|from| begins(text, from, phrase))
    })
}

/// Whether the guideline says the word where it stands: inside curly quotation marks
/// with all that they hold, or between the same neighbours, two before and one after.
fn quoted(text: &str, words: &[(usize, &str)], place: usize, official: &Official) -> bool {
    let first = words.get(place.saturating_sub(2));
    let last = words.get(place + 1).or_else(|| words.get(place));
    let (Some((from, _)), Some((to, end)), Some((start, _))) = (first, last, words.get(place))
    else {
        return false;
    };
    if within_marks(text, *start).is_some_and(|inside| official.says(inside)) {
        return true;
    }
    // Alone, a word is no quotation.
    words.len() > 1
        && text
            .get(*from..to + end.len())
            .is_some_and(|window| official.says(window))
}

/// What stands between the curly quotation marks around a place.
fn within_marks(text: &str, place: usize) -> Option<&str> {
    let (before, after) = text.split_at_checked(place)?;
    let open = before.rfind('“')? + '“'.len_utf8();
    let close = place + after.find('”')?;
    text.get(open..close).filter(|inside| !inside.contains('”'))
}

/// The tone stands on `o` and `u` where `oa`, `oe`, `uy` end a syllable, else on the next letter.
const OPEN: [(&str, &str); 15] = [
    ("oá", "óa"),
    ("oà", "òa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oé", "óe"),
    ("oè", "òe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uý", "úy"),
    ("uỳ", "ùy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// The word in our spelling, if it is written in the other one.
fn respelled(word: &str) -> Option<String> {
    for (other, ours) in OPEN {
        // In `quý` the `u` belongs to the consonant.
        let consonant = |rest: &str| other.starts_with('u') && rest.ends_with('q');
        if let Some(rest) = word.strip_suffix(other) {
            return (!consonant(rest)).then(|| format!("{rest}{ours}"));
        }
        if let Some((before, after)) = word.split_once(ours)
            && (!after.is_empty() || consonant(before))
        {
            return Some(format!("{before}{other}{after}"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tone_stands_on_the_first_vowel_of_an_open_syllable() {
        for (wrong, right) in [
            ("hoá", "hóa"),
            ("thuỷ", "thủy"),
            ("khoẻ", "khỏe"),
            ("tuỳ", "tùy"),
            ("qúy", "quý"),
            ("tóan", "toán"),
            ("hùynh", "huỳnh"),
        ] {
            assert_eq!(respelled(wrong).as_deref(), Some(right));
        }
        for right in [
            "hóa", "quý", "quá", "toán", "ngoài", "thoải", "khuỷu", "quỹ", "của",
        ] {
            assert_eq!(respelled(right), None, "{right}");
        }
    }

    #[test]
    fn a_compound_that_addresses_nobody_is_allowed() {
        assert!(allowed("thư bạn đọc", 5));
        assert!(allowed("kết bạn trên mạng", 6));
        assert!(!allowed("chào bạn nhé", 6));
    }

    #[test]
    fn words_know_where_they_begin() {
        assert_eq!(words("“Ở, 3 đây"), [(3, "Ở"), (10, "đây")]);
    }
}
