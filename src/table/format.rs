//! Number formats: what Excel shows where it has stored a number.
//!
//! Knows format codes as far as codes, shares and counts of people need them. Must not know whose cell it is.

use super::value::General;

/// How a cell shows its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NumberFormat {
    General,
    /// A day, a time, or both.
    Moment,
    /// Whole numbers, with zeros before them or signs between them.
    Digits(DigitsFormat),
    /// Hundredths, with their sign: what Excel makes of a typed `100%`.
    Percent,
    /// Anything else: what it shows depends on the machine.
    Other,
}

/// A code such as `000` or `"CĐ"00\-00`: signs, and places for digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DigitsFormat(Vec<Part>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A digit, and 0 where there is none.
    Zero,
    /// A digit, if there is one.
    Digit,
    Sign(char),
}

impl NumberFormat {
    /// One of those that have a number and no code.
    pub(super) fn built_in(id: &str) -> Self {
        match id.parse().unwrap_or(0_u32) {
            0 | 49 => Self::General,
            1 => Self::of("0"),
            9 | 10 => Self::Percent,
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Moment,
            _ => Self::Other,
        }
    }

    /// One that is spelled out. Only what it says of numbers above zero counts.
    pub(super) fn of(code: &str) -> Self {
        let first = code.split(';').next().unwrap_or_default();
        if first.ends_with('%') && first.starts_with(['0', '#']) {
            return Self::Percent;
        }
        let mut parts = Vec::new();
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter {
                ';' => break,
                '"' => parts.extend(letters.by_ref().take_while(|c| *c != '"').map(Part::Sign)),
                '\\' => parts.extend(letters.next().map(Part::Sign)),
                // A space as wide as the next letter; a letter that fills the cell.
                '_' | '*' => drop(letters.next()),
                // A colour, a language, or a time that has passed: `[h]`.
                '[' => {
                    let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    if inside
                        .to_lowercase()
                        .trim_matches(['h', 'm', 's'])
                        .is_empty()
                    {
                        return Self::Moment;
                    }
                }
                '0' => parts.push(Part::Zero),
                '#' => parts.push(Part::Digit),
                '-' | ' ' | '(' | ')' | ':' | '+' => parts.push(Part::Sign(letter)),
                // Thousands: `0,` shows 15 for 15,000. Between places it only parts them.
                ',' if !letters.as_str().starts_with(['0', '#']) => {
                    return Self::Digits(DigitsFormat(Vec::new()));
                }
                '@' => return Self::General,
                'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return Self::Moment,
                'G' | 'g' if code.eq_ignore_ascii_case("general") => return Self::General,
                _ => return Self::Other,
            }
        }
        Self::Digits(DigitsFormat(parts))
    }
}

/// A share as it is typed: `87,5%`.
pub(super) fn percent(value: f64) -> Option<String> {
    let hundredths = General((value * 10_000.0).round()).whole()?;
    let (whole, part) = (hundredths / 100, (hundredths % 100).abs());
    let part = match part {
        0 => String::new(),
        part => format!(",{part:02}").trim_end_matches('0').to_owned(),
    };
    Some(format!("{whole}{part}%"))
}

impl DigitsFormat {
    pub(super) fn shown(&self, number: i64) -> Option<String> {
        let mut digits: Vec<char> = u64::try_from(number).ok()?.to_string().chars().collect();
        let mut out = Vec::new();
        let mut places = self
            .0
            .iter()
            .filter(|part| !matches!(part, Part::Sign(_)))
            .count();
        // Words in the place of a number, or nothing: `"nhiều"`, `;;;`.
        if places == 0 {
            let words = self.0.iter().filter_map(|part| match part {
                Part::Sign(sign) => Some(*sign),
                Part::Zero | Part::Digit => None,
            });
            return Some(words.collect::<String>().trim().to_owned());
        }
        for part in self.0.iter().rev() {
            let digit = match part {
                Part::Sign(sign) => {
                    out.push(*sign);
                    continue;
                }
                Part::Zero => Some(digits.pop().unwrap_or('0')),
                Part::Digit => digits.pop(),
            };
            out.extend(digit);
            places -= 1;
            if places == 0 {
                // The first place takes all digits that are left.
                out.extend(digits.drain(..).rev());
            }
        }
        Some(out.into_iter().rev().collect::<String>().trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, number: i64) -> Option<String> {
        match NumberFormat::of(code) {
            NumberFormat::Digits(digits) => digits.shown(number),
            _ => None,
        }
    }

    #[test]
    fn whole_numbers_are_shown_as_excel_shows_them() {
        for (code, number, seen) in [
            ("0", 15, "15"),
            ("000", 1, "001"),
            ("000", 12345, "12345"),
            ("\"CĐ-\"00", 7, "CĐ-07"),
            ("00\\-00", 1234, "12-34"),
            ("#0_);(#0)", 5, "5"),
            ("[Red]000", 7, "007"),
        ] {
            assert_eq!(shown(code, number).as_deref(), Some(seen), "{code}");
        }
        for (code, seen) in [("\"x\"", "x"), (";;;", ""), ("0,", "")] {
            assert_eq!(shown(code, 5).as_deref(), Some(seen), "{code}");
        }
        for code in ["0.00", "#,##0", "0%", "0.0E+0", "# ?/?"] {
            assert_eq!(shown(code, 5), None, "{code}");
        }
    }

    #[test]
    fn a_share_is_shown_as_it_was_typed() {
        for code in ["0%", "0.0%", "#,##0.00%;[Red]-0%"] {
            assert_eq!(NumberFormat::of(code), NumberFormat::Percent, "{code}");
        }
        for (value, seen) in [(1.0, "100%"), (0.875, "87,5%"), (0.0505, "5,05%")] {
            assert_eq!(percent(value).as_deref(), Some(seen));
        }
    }

    #[test]
    fn days_and_times_are_told_from_numbers() {
        for code in [
            "dd/mm/yyyy",
            "[$-42A]d mmmm",
            "[h]:mm",
            "h:mm AM/PM",
            "\"ngày\" d",
        ] {
            assert_eq!(NumberFormat::of(code), NumberFormat::Moment, "{code}");
        }
        assert_eq!(NumberFormat::of("General"), NumberFormat::General);
        assert_eq!(NumberFormat::built_in("14"), NumberFormat::Moment);
    }
}
