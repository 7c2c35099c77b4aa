//! What letters a text is made of: bytes to Unicode, and text that was typed for a font from before Unicode.
//!
//! Knows how Vietnamese was and is written down. Must not know where a text stands, nor what is said about it.

mod syllable;

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use self::syllable::is_syllable;

/// How a text came to be nonsense, although it is Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DeadText {
    /// Typed for a font of the years before Unicode: TCVN3 (`C«ng ®oµn`), VNI (`Coâng ñoaøn`), VPS (`Công Çoàn`).
    OldFont,
    /// UTF-8 that was read as Windows-1252: `CÃ´ng Ä‘oÃ n`.
    Misread,
    /// Letters that a program did not know are gone: `C�ng`.
    Lost,
}

/// Bytes that are no text; the line, from 1, on which that shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotText(pub usize);

/// The text of a file: UTF-8, or UTF-16 in either order, with a byte order mark or without. The mark is taken off.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, NotText> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        // A heading is ASCII for the most part: every other byte is empty then.
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => {
            utf16(bytes, u16::from_le_bytes)?
        }
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => {
            utf16(bytes, u16::from_be_bytes)?
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(error) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                return Err(NotText(lines(&String::from_utf8_lossy(before))));
            }
        },
    };
    Ok(text
        .strip_prefix('\u{feff}')
        .map(ToOwned::to_owned)
        .unwrap_or(text))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for letter in char::decode_utf16(pairs.iter().copied().map(unit)) {
        match letter {
            Ok(letter) => text.push(letter),
            Err(_) => return Err(NotText(lines(&text))),
        }
    }
    if rest.is_empty() {
        Ok(text)
    } else {
        Err(NotText(lines(&text)))
    }
}

/// How many lines a text has, whichever way they end.
fn lines(text: &str) -> usize {
    let ends = text.bytes().zip(text.bytes().skip(1).chain([0]));
    1 + ends
        .filter(|pair| pair.0 == b'\n' || (pair.0 == b'\r' && pair.1 != b'\n'))
        .count()
}

/// Whether a text shows as nonsense, and why. What stands between “ and ” is somebody's own writing and is not judged.
///
/// A word is evidence if it is no Vietnamese syllable as it stands, and one when it is read as the old fonts meant it.
/// So `Häfele`, `Würth` and `ISO®` are left alone.
pub(crate) fn dead(text: &str) -> Option<DeadText> {
    if text.is_ascii() && !text.contains('?') {
        return None;
    }
    let parts = || {
        text.split('“')
            .enumerate()
            .map(|(place, part)| match part.split_once('”') {
                Some((_, after)) if place > 0 => after,
                _ => part,
            })
    };
    if parts().any(has_lost_letters) {
        Some(DeadText::Lost)
    } else if parts().any(is_misread) {
        Some(DeadText::Misread)
    } else {
        parts().any(is_of_old_font).then_some(DeadText::OldFont)
    }
}

/// The same, with the word in which it shows.
pub(crate) fn dead_word(text: &str) -> Option<(DeadText, &str)> {
    let why = dead(text)?;
    let word = text.split_whitespace().find(|word| dead(word).is_some());
    Some((why, word.unwrap_or(text)))
}

/// A letter that a program did not know became its sign for that, or a question mark within a word: `Ph?ng T? ch?c`. An address
/// of a page has question marks of its own.
fn has_lost_letters(text: &str) -> bool {
    let inside = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let mut threes = letters.windows(3);
        // Behind “gì?Tôi” a space is missing, and no letter.
        threes.any(|three| match three {
            [a, '?', b] => {
                a.is_alphabetic() && (b.is_lowercase() || (a.is_uppercase() && b.is_uppercase()))
            }
            _ => false,
        })
    };
    let words = text.split_whitespace().filter(|word| word.contains('?'));
    let mut words = words.filter(|word| !word.contains(['/', '=', '.', '@']));
    text.contains('\u{fffd}') || words.any(inside)
}

fn is_of_old_font(text: &str) -> bool {
    // These stand between words today, whatever the old fonts made of them.
    let between = |c: char| {
        c.is_whitespace()
            || (c.is_ascii() && !c.is_ascii_alphanumeric())
            || "–—…•‘’“”„‚›‹™€".contains(c)
    };
    // The old fonts showed one byte as one sign: whatever has another letter is not of their time.
    let old = |word: &&str| word.chars().all(|c| c < '\u{100}' || WINDOWS.contains(c));
    let words = text.split(between).filter(|word| !word.is_ascii());
    // A word costs the same each time it stands there, and the longest cell has one a hundred thousand times.
    let mut seen = HashSet::new();
    let words = words.filter(|word| seen.insert(*word));
    words.filter(old).any(|word| {
        // A micrometre is no word.
        let word = word.trim_start_matches('µ');
        // In VPS a short word may well be a foreign one: `Ça va`.
        let readings: [(Reading, usize); 3] = [(tcvn3, 2), (vni, 2), (vps, 3)];
        let meant = |(read, letters): (Reading, usize)| {
            read(word).is_some_and(|meant| meant.nfc().count() >= letters && is_syllable(&meant))
        };
        !is_syllable(word) && readings.into_iter().any(meant)
    })
}

/// A word as a font of its time showed it, if it can be one.
type Reading = fn(&str) -> Option<String>;

fn by_table(word: &str, written: &str, meant: &str) -> Option<String> {
    let letter = |c: char| {
        if c.is_ascii() {
            return Some(c);
        }
        let place = written.chars().position(|known| known == c)?;
        meant.chars().nth(place)
    };
    word.chars().map(letter).collect()
}

fn tcvn3(word: &str) -> Option<String> {
    by_table(
        word,
        "¸µ¶·¹©ÊÇÈÉË¨¾»¼½ÆÐÌÎÏÑªÕÒÓÔÖãßáâä«èåæçé¬íêëìîóïñòô\u{ad}øõö÷ùÝ×ØÜÞýúûüþ®¢¡£¤¥¦§",
        "áàảãạâấầẩẫậăắằẳẵặéèẻẽẹêếềểễệóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựíìỉĩịýỳỷỹỵđÂĂÊÔƠƯĐ",
    )
}

fn vps(word: &str) -> Option<String> {
    by_table(
        word,
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}“”•–—˜™š›œ\u{9d}žŸ¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞàáâãäåæèéêëìíïñòóôõ÷øùúûýþÿ",
        "ÀẢÃẤẦẨọỗĂếềểệẮẰẲỀỂỄỆỐỒỔỖýỷỵỚỜỞắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫậđẻÉẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺàáâãảạăèéêẽìíĩĐòóôõƠụùúủỶẼỳ",
    )
}

/// A letter and, after vowels, a second one that is its mark.
fn vni(word: &str) -> Option<String> {
    let mut meant = String::new();
    for c in word.to_lowercase().chars() {
        if c.is_ascii() {
            meant.push(c);
            continue;
        }
        let alone = "ñöôíìæóòî".chars().position(|known| known == c);
        let tone = "ùøûõï".chars().position(|known| known == c);
        let hat = "âáàåãä".chars().position(|known| known == c);
        let bowl = "êéèúüë".chars().position(|known| known == c);
        let before = meant.chars().next_back();
        let marked = match before {
            Some('a' | 'e' | 'o' | 'u' | 'i' | 'y' | 'ư' | 'ơ') if tone.is_some() => tone
                .and_then(|place| {
                    ["\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"].get(place)
                }),
            Some('a' | 'e' | 'o') if hat.is_some() => hat.and_then(|place| HATS.get(place)),
            Some('a') if bowl.is_some() => bowl.and_then(|place| BOWLS.get(place)),
            _ => None,
        };
        match (marked, alone) {
            (Some(marks), _) => meant.push_str(marks),
            (None, Some(place)) => meant.push("đươíìỉĩịỵ".chars().nth(place)?),
            (None, None) => return None,
        }
    }
    Some(meant)
}

/// A circumflex and a tone.
const HATS: [&str; 6] = [
    "\u{302}",
    "\u{302}\u{301}",
    "\u{302}\u{300}",
    "\u{302}\u{309}",
    "\u{302}\u{303}",
    "\u{302}\u{323}",
];
/// A breve and a tone.
const BOWLS: [&str; 6] = [
    "\u{306}",
    "\u{306}\u{301}",
    "\u{306}\u{300}",
    "\u{306}\u{309}",
    "\u{306}\u{303}",
    "\u{306}\u{323}",
];

/// Where Windows-1252 differs from Latin-1: its bytes from 0x80.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Whether some letters of a text are, as bytes of Windows-1252, a Vietnamese letter in UTF-8.
fn is_misread(text: &str) -> bool {
    let byte = |c: char| {
        let special = || WINDOWS.chars().position(|known| known == c);
        match u8::try_from(c) {
            Ok(byte) if !(0x80..0xa0).contains(&byte) => Some(byte),
            _ => u8::try_from(0x80 + special()?).ok(),
        }
    };
    text.split(|c: char| c.is_ascii()).any(|run| {
        let bytes: Option<Vec<u8>> = run.chars().map(byte).collect();
        let Some(bytes) = bytes else { return false };
        let meant = std::str::from_utf8(&bytes).unwrap_or_default();
        let vietnamese = |c: char| {
            c.is_alphabetic() && matches!(c, '\u{c0}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}')
        };
        meant.chars().any(vietnamese) && run.chars().count() > meant.chars().count()
    })
}

#[cfg(test)]
mod tests;
