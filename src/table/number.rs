//! Whole numbers as people write them.
//!
//! Knows marks between thousands. Must not know what is counted.

/// The number: digits, or groups of three with one kind of mark between them: `1.030`, `1,030`, `1 030`.
///
/// What could be read in two ways is none: `15.0`, `12,5`, `1.03`, `0.150`.
pub(crate) fn whole(text: &str) -> Option<i64> {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mark = text.chars().find(|c| !c.is_ascii_digit());
    let Some(mark) = mark.filter(|mark| ".,\u{a0}\u{202f} ".contains(*mark)) else {
        return text.parse().ok().filter(|_| digits(text));
    };
    let mut groups = text.split(mark);
    let first = groups
        .next()
        .filter(|first| (1..=3).contains(&first.len()))?;
    let sound = digits(first) && !first.starts_with('0');
    if !sound || !groups.all(|group| group.len() == 3 && digits(group)) {
        return None;
    }
    text.replace(mark, "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn a_number_is_read_right_or_not_at_all() {
        for (text, number) in [
            ("0", 0),
            ("15", 15),
            ("015", 15),
            ("1.030", 1030),
            ("1,030", 1030),
            ("1 030", 1030),
            ("8.642.169", 8_642_169),
        ] {
            assert_eq!(whole(text), Some(number), "{text}");
        }
        for text in [
            "15.0",
            "12.5",
            "12,5",
            "15,0",
            "1.03",
            "1.0300",
            "0.150",
            "0,150",
            "1.030,5",
            "1.030.5",
            "-5",
            "+5",
            "15 người",
            "mười",
            ".5",
            "5.",
            "１５",
            "1e3",
            "1..030",
            "99999999999999999999",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
